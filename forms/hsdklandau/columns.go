package hsdklandau

import "ankhai/forms/form"

// The unit and its agency.
var (
	CoQuanBHXH   = form.Text("CoQuanBHXH", "Mã cơ quan BHXH", form.Max(5), form.Help("5 chữ số"))
	TenCoQuan    = form.Text("TenCoQuan", "Tên cơ quan BHXH", form.Max(255))
	LoaiDoiTuong = form.Text("LoaiDoiTuong", "Loại đối tượng", form.Max(2), form.Help("1 là tổ chức; chưa thấy giá trị khác"))
	TenDonVi     = form.Text("TenDonVi", "Tên đơn vị", form.Max(255))
	MaSoThue     = form.Text("MaSoThue", "Mã số thuế", form.Max(14))
	DiaChi       = form.Text("DiaChi", "Địa chỉ", form.Max(500))
	DienThoai    = form.Text("DienThoai", "Điện thoại", form.Max(20))
	Email        = form.Text("Email", "Email", form.Max(100), form.Help("Cơ quan BHXH gửi mã xác nhận và kết quả về đây"))
)

// Whom to ask.
var (
	NguoiLienHe     = form.Text("NguoiLienHe", "Người liên hệ", form.Max(100))
	DiaChiLienHe    = form.Text("DiaChiLienHe", "Địa chỉ liên hệ", form.Max(500))
	DienThoaiLienHe = form.Text("DienThoaiLienHe", "Điện thoại liên hệ", form.Max(20))
)

// The registration.
var (
	NgayLap      = form.Date("NgayLap", "Ngày lập")
	NgayDangKy   = form.Date("NgayDangKy", "Ngày đăng ký")
	MaIVAN       = form.Text("MaIVAN", "Mã tổ chức I-VAN", form.Max(5), form.Help("5 chữ số"))
	TenIVAN      = form.Text("TenIVAN", "Tên tổ chức I-VAN", form.Max(200))
	HinhThucNhan = form.Int("HinhThucNhan", "Phương thức nhận kết quả", form.Sure(form.Low), form.Help("Chưa thấy danh mục; tệp mẫu ghi 1"))
)

// A file inside.
var (
	TenFile     = form.Text("TenFile", "Tên tệp", form.Must, form.Max(255))
	MoTa        = form.Text("MoTa", "Mô tả", form.Must, form.Max(255))
	MaToKhai    = form.Text("MaToKhai", "Mã tờ khai", form.Must, form.Max(50), form.Help("CT-DK với giấy tờ đính kèm; với tờ khai là tên tệp không có đuôi và -595"))
	DoDaiFile   = form.Int("DoDaiFile", "Độ dài", form.Help("Số ký tự base64 của nội dung, không phải số byte của tệp"))
	NoiDungFile = form.Text("NoiDungFile", "Nội dung tệp", form.Must, form.Help("Base64 một dòng của tệp đã ký; phần mềm tự điền khi ký"))
)
