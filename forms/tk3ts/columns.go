package tk3ts

import "ankhai/forms/form"

// PhuongThucDong is the list of item [12]; the codes are those of phương thức
// đóng everywhere.
var PhuongThucDong = form.Choice("Phương thức đóng của đơn vị", hangThang, "Hằng tháng", baThang, "03 tháng", sauThang, "06 tháng")

// Answers of item [12].
const (
	hangThang = "1"
	baThang   = "3"
	sauThang  = "6"
)

// The unit, the number above item [01] and items [01] to [13].
var (
	MaDonVi      = form.Text("MaDonVi", "Mã đơn vị", form.Max(20), form.Help("Do cơ quan BHXH cấp; để trống khi đăng ký lần đầu"))
	TenDonVi     = form.Text("TenDonVi", "Tên đơn vị", form.Must, form.Max(255), form.Help("Như trên giấy chứng nhận đăng ký hoặc quyết định thành lập"))
	MaSoThue     = form.Text("MaSoThue", "Mã số thuế", form.Must, form.Max(14), form.Help("Hoặc mã quan hệ ngân sách, 7 chữ số"))
	DiaChiTruSo  = form.Text("DiaChiTruSo", "Địa chỉ trụ sở chính", form.Must, form.Max(500), form.Help("Như trên giấy chứng nhận đăng ký hoặc quyết định thành lập"))
	DiaChi       = form.Text("DiaChi", "Địa chỉ liên hệ", form.Must, form.Max(500), form.Help("Số nhà, đường phố, thôn xóm; xã, phường, đặc khu; tỉnh, thành phố"))
	Email        = form.Text("Email", "Địa chỉ thư điện tử", form.Max(100))
	DienThoai    = form.Text("DienThoai", "Số điện thoại liên hệ", form.Must, form.Max(20))
	NguoiDaiDien = form.Text("NguoiDaiDien", "Người đại diện", form.Max(100))
	SoDinhDanh   = form.Text("SoDinhDanh", "Số định danh cá nhân", form.Max(12), form.Help("Của người đại diện"))
	LoaiHinh     = form.Text("LoaiHinh", "Loại hình đơn vị", form.Must, form.Max(255), form.Sure(form.Medium),
		form.Help("Cơ quan hành chính, Đảng, đoàn; Sự nghiệp công lập; Sự nghiệp ngoài công lập; Doanh nghiệp nhà nước; Doanh nghiệp có vốn đầu tư nước ngoài; Doanh nghiệp ngoài nhà nước (ghi cụ thể loại công ty); Hợp tác xã; Tổ hợp tác; Hộ kinh doanh; cá nhân có sử dụng lao động; Văn phòng đại diện, tổ chức quốc tế"))
	NganhNghe  = form.Text("NganhNghe", "Ngành kinh tế", form.Must, form.Max(255), form.Help("Ngành kinh doanh chính, mã cấp 3 và tên theo Quyết định 36/2025/QĐ-TTg"))
	DoiTuong   = form.Text("DoiTuong", "Đối tượng tham gia", form.Max(255), form.Help("Cùng tham gia BHXH, BHYT, BHTN; người nước ngoài; …"))
	PhuongThuc = form.Code("PhuongThuc", "Phương thức đóng", PhuongThucDong, form.Must)
	KhoanSP    = form.Flag("KhoanSP", "Nông, lâm, ngư, diêm nghiệp trả lương theo sản phẩm, theo khoán", form.Help("Điều kiện của phương thức 03 tháng, 06 tháng; không in ra"))
	TenCoQuan  = form.Text("TenCoQuan", "Cơ quan BHXH đăng ký tham gia", form.Max(255), form.Help("Tên cơ quan BHXH nơi có trụ sở chính"))
	CoQuanBHXH = form.Text("CoQuanBHXH", "Mã cơ quan BHXH", form.Max(5), form.Help("5 chữ số; in sau tên cơ quan"))
)

// What is asked for, item [14].
var (
	NoiDung    = form.Text("NoiDung", "Nội dung thay đổi, yêu cầu", form.Max(500))
	TamDungTu  = form.Month("TamDungTu", "Tạm dừng đóng từ tháng", form.Help("Đề nghị tạm dừng đóng vào quỹ hưu trí và tử tuất; in vào mục [14]"))
	TamDungDen = form.Month("TamDungDen", "Tạm dừng đóng đến tháng")
	HoSoKem    = form.Text("HoSoKem", "Hồ sơ kèm theo", form.Max(500), form.Sure(form.Medium), form.Help("Mẫu giấy của Quyết định 366/QĐ-BHXH không có mục này"))
)

// The head: where and when the sheet is signed.
var (
	NoiLap  = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap = form.Date("NgayLap", "Ngày lập")
)
