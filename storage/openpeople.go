package storage

import (
	"ankhai/forms/facts"
	"ankhai/storage/openpack"
)

var (
	openPersonID = shaped(`NLD\d{6,9}`)
	openPerson   = namedPerson()
	openSex      = worded(func(s string) string { return facts.GioiTinh(s).Ten() })
	openWorking  = worded(func(s string) string { return facts.TrangThai(s).Say() })
)

// namedPerson is a person, whose name stands beside in sheets.
func namedPerson() *openKind {
	k := openLink("people", false)
	id := k.cells
	k.heads = func(head string) []string { return []string{head, "Tên người lao động"} }
	k.cells = func(x *openNames, w *openpack.SheetWriter, v any) {
		id(x, w, v)
		w.Text(x.people[number(v)])
	}
	return k
}

// openPeople are the employer, its people and what is known of them through time.
var openPeople = []openTable{
	{table: "employers", name: "don-vi", say: "Đơn vị: một dòng, thông tin như ở màn hình Cài đặt", columns: []openColumn{
		{column: "data", name: "thongTin", head: "Thông tin", kind: jsonOf[facts.DonVi]()},
		{column: "updated_at", name: "ghiLuc", head: "Ghi lúc", kind: openMoment},
	}},
	{table: "people", name: "nguoi-lao-dong", say: "Người lao động: nhân thân hiện nay; những gì đổi theo tháng nằm ở qua-trinh", columns: []openColumn{
		{column: "id", name: "ma", head: "Mã", kind: openPersonID, say: "mã của chương trình, các tệp khác gọi người này bằng mã ấy"},
		{column: "ma_nv", name: "maNV", head: "Mã nhân viên", kind: openText},
		{column: "ho_ten", name: "hoTen", head: "Họ và tên", kind: openText},
		{column: "ma_so_bhxh", name: "maSoBHXH", head: "Mã số BHXH", kind: openText},
		{column: "so_cccd", name: "soCCCD", head: "Số ĐDCN/CCCD/hộ chiếu", kind: openText},
		{column: "ngay_sinh", name: "ngaySinh", head: "Ngày sinh", kind: openBirth},
		{column: "gioi_tinh", name: "gioiTinh", head: "Giới tính", kind: openSex, say: "nam, nu"},
		{column: "quoc_tich", name: "quocTich", head: "Quốc tịch", kind: openText, say: "mã ISO 3166 hai chữ"},
		{column: "dan_toc", name: "danToc", head: "Dân tộc", kind: openText, say: "mã danh mục"},
		{column: "dien_thoai", name: "dienThoai", head: "Điện thoại", kind: openText},
		{column: "email", name: "email", head: "Email", kind: openText},
		{column: "dia_chi", name: "diaChi", head: "Địa chỉ", kind: openText, say: "số nhà, đường, thôn"},
		{column: "ma_xa", name: "maXa", head: "Mã xã, phường", kind: openText},
		{column: "ma_tinh", name: "maTinh", head: "Mã tỉnh, thành phố", kind: openText},
		{column: "ma_kcb", name: "maKCB", head: "Mã nơi KCB ban đầu", kind: openText},
	}},
	{table: "history", name: "qua-trinh", say: "Quá trình: mỗi người từ mỗi tháng có thay đổi một dòng, đúng cho đến dòng sau", columns: []openColumn{
		{column: "person", name: "nguoi", head: "Người lao động", kind: openPerson},
		{column: "tu_thang", name: "tuThang", head: "Từ tháng", kind: openMonth},
		{column: "trang_thai", name: "trangThai", head: "Trạng thái", kind: openWorking, say: "dangDong, thaiSan, nghiOm, khongLuong, daNghi; rỗng là chưa rõ"},
		{column: "phong_ban", name: "phongBan", head: "Phòng ban", kind: openText},
		{column: "chuc_danh", name: "chucDanh", head: "Chức danh", kind: openText},
		{column: "noi_lam_viec", name: "noiLamViec", head: "Nơi làm việc", kind: openText},
		{column: "vung", name: "vung", head: "Mã vùng lương tối thiểu", kind: openText},
		{column: "hop_dong", name: "hopDong", head: "Hợp đồng", say: "null là chưa biết gì", kind: openGroup(
			part{"so", "Hợp đồng số", openText}, part{"loai", "Loại hợp đồng", openText}, part{"ngayKy", "Hợp đồng ký ngày", openDay},
			part{"tu", "Hợp đồng từ ngày", openDay}, part{"den", "Hợp đồng đến ngày", openDay})},
		{column: "luong_biet", name: "luongBiet", head: "Biết mức lương", kind: openYes, say: "false: chưa ai nói mức lương, các số sau không có nghĩa"},
		{column: "muc_luong", name: "mucLuong", head: "Mức lương", kind: openMoney},
		{column: "phu_cap", name: "phuCap", head: "Phụ cấp lương", kind: openMoney},
		{column: "bo_sung", name: "boSung", head: "Các khoản bổ sung", kind: openMoney},
		{column: "he_so", name: "heSo", head: "Hệ số", say: "lương theo hệ số; null là không có", kind: openGroup(
			part{"heSo", "Hệ số lương, phần nghìn", openNumber}, part{"phuCapCV", "Phụ cấp chức vụ, phần nghìn", openNumber},
			part{"tnvk", "Thâm niên vượt khung, phần vạn", openNumber}, part{"tnNghe", "Thâm niên nghề, phần vạn", openNumber},
			part{"baoLuu", "Chênh lệch bảo lưu, phần nghìn", openNumber})},
		{column: "nguon", name: "nguon", head: "Nguồn", kind: openText, say: "tệp hoặc hồ sơ đã cho biết"},
		{column: "ghi_luc", name: "ghiLuc", head: "Ghi lúc", kind: openMoment},
	}},
	{table: "people_past", name: "sua-doi", say: "Sửa đổi: nhân thân của một người trước mỗi lần sửa", columns: []openColumn{
		{column: "person", name: "nguoi", head: "Người lao động", kind: openPerson},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
		{column: "who", name: "ai", head: "Ai", kind: openText, say: "tài khoản của máy"},
		{column: "nguon", name: "nguon", head: "Nguồn", kind: openText},
		{column: "data", name: "truoc", head: "Trước đó", kind: jsonOf[identity]()},
	}},
	{table: "people_merges", name: "gop-nguoi", say: "Hai bản ghi đã gộp làm một người: ai ở lại, ai đi, cả hai trước khi gộp; để tách lại được", columns: []openColumn{
		{column: "person", name: "nguoi", head: "Người ở lại", kind: openPerson},
		{column: "gone", name: "bo", head: "Mã của bản ghi đã bỏ", kind: openPersonID},
		{column: "data", name: "truocKhiGop", head: "Trước khi gộp", kind: openJoined, say: "hai bản ghi theo thứ tự cột của chương trình; ngày viết liền 20261122"},
		{column: "who", name: "ai", head: "Ai", kind: openText},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "people_apart", name: "khac-nguoi", say: "Hai bản ghi trông như một người mà người dùng đã nói là hai người", columns: []openColumn{
		{column: "a", name: "nguoi", head: "Người lao động", kind: openPerson},
		{column: "b", name: "nguoiKhac", head: "Người lao động kia", kind: openPerson},
		{column: "who", name: "ai", head: "Ai", kind: openText},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "households", name: "ho-gia-dinh", say: "Hộ gia đình của người lao động như kê khai lần cuối", columns: []openColumn{
		{column: "person", name: "nguoi", head: "Người lao động", kind: openPerson},
		{column: "data", name: "ho", head: "Hộ", kind: jsonOf[facts.HoGiaDinh]()},
		{column: "nguon", name: "nguon", head: "Nguồn", kind: openText},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "careers", name: "thoi-gian-dong", say: "Thời gian đóng trước khi có trong danh sách, điều kiện làm việc", columns: []openColumn{
		{column: "person", name: "nguoi", head: "Người lao động", kind: openPerson},
		{column: "thang_dong", name: "thangDong", head: "Số tháng đóng trước đó", kind: openNumber, may: true},
		{column: "nang_nhoc", name: "nangNhoc", head: "Nghề nặng nhọc hoặc vùng đặc biệt khó khăn", kind: openYes, may: true},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "retention", name: "han-luu", say: "Hạn lưu dữ liệu mà đơn vị đã đặt; null là chưa đặt", columns: []openColumn{
		{column: "person_months", name: "thangNguoi", head: "Số tháng giữ sau khi nghỉ", kind: openNumber, may: true},
		{column: "dossier_months", name: "thangHoSo", head: "Số tháng giữ sau khi ký", kind: openNumber, may: true},
		{column: "keep_sensitive", name: "giuNhayCam", head: "Giữ dữ liệu nhạy cảm khi hồ sơ xong", kind: openYes, may: true},
		{column: "updated_at", name: "ghiLuc", head: "Ghi lúc", kind: openMoment},
	}},
}
