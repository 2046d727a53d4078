package storage

import (
	"encoding/json"
	"reflect"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage/openpack"
)

// flatField is a field of JSON of a Go type, somewhere inside it, as a column of a
// sheet.
type flatField struct {
	key   string // "luong.mucLuong"
	head  string
	index []int
}

// flatFields lists the fields of a type by their JSON names, with those of what is
// inside. A list stays JSON.
func flatFields(t reflect.Type, index []int, under string) (out []flatField) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		at := append(append([]int{}, index...), i)
		if f.Type.Kind() == reflect.Struct {
			out = append(out, flatFields(f.Type, at, under+name+".")...)
			continue
		}
		out = append(out, flatField{under + name, flatHeads[under+name], at})
	}
	return out
}

// cell writes the field into a sheet.
func (f flatField) cell(w *openpack.SheetWriter, v reflect.Value) {
	switch x := v.Interface().(type) {
	case law.Day:
		dateCell(w, int64(x))
	case facts.NgaySinh:
		dateCell(w, int64(x))
	case law.Month:
		dateCell(w, int64(x)*100)
	case facts.GioiTinh:
		w.Text(x.Ten())
	default:
		switch v.Kind() {
		case reflect.String:
			w.Text(v.String())
		case reflect.Bool:
			yesCell(w, v.Bool())
		case reflect.Int, reflect.Int32, reflect.Int64:
			w.Number(v.Int())
		default:
			text, _ := json.Marshal(x) // of facts, which always marshal
			w.Text(string(text))
		}
	}
}

// flatHeads put the fields of facts into words. A field without them fails a test.
var flatHeads = map[string]string{
	"maSoThue": "Mã số thuế", "ten": "Tên đơn vị", "maDonVi": "Mã đơn vị", "coQuanBHXH": "Mã cơ quan BHXH", "diaChi": "Địa chỉ",
	"email": "Email", "dienThoai": "Điện thoại", "nguoiDaiDien": "Người đại diện", "soDinhDanh": "Số định danh của người đại diện",
	"loaiHinh": "Loại hình đơn vị", "nganhNghe": "Ngành nghề", "phuongThuc": "Phương thức đóng", "doiTuong": "Đối tượng tham gia",
	"vung": "Mã vùng lương tối thiểu", "noiLamViec": "Nơi làm việc", "mau": "Màu đánh dấu đơn vị", "luongHeSo": "Trả lương theo hệ số", "thucHanh": "Đơn vị để thực hành",

	"noi.sheet": "Trang của dòng", "noi.cell": "Ô đầu dòng", "maNV": "Mã nhân viên", "hoTen": "Họ và tên", "maSoBHXH": "Mã số BHXH",
	"soCCCD": "Số ĐDCN/CCCD/hộ chiếu", "ngaySinh": "Ngày sinh", "gioiTinh": "Giới tính", "quocTich": "Quốc tịch", "danToc": "Dân tộc",
	"phongBan": "Phòng ban", "chucDanh": "Chức danh", "maXa": "Mã xã, phường", "maTinh": "Mã tỉnh, thành phố", "maKCB": "Mã nơi KCB ban đầu",
	"hopDong.so": "Hợp đồng số", "hopDong.ngayKy": "Hợp đồng ký ngày", "hopDong.loai": "Loại hợp đồng", "hopDong.tu": "Hợp đồng từ ngày", "hopDong.den": "Hợp đồng đến ngày",
	"luong.known": "Biết mức lương", "luong.mucLuong": "Mức lương", "luong.phuCap": "Phụ cấp lương", "luong.boSung": "Các khoản bổ sung",
	"luong.heSo": "Hệ số lương, phần nghìn", "luong.phuCapCV": "Phụ cấp chức vụ, phần nghìn", "luong.tnvk": "Thâm niên vượt khung, phần vạn",
	"luong.tnNghe": "Thâm niên nghề, phần vạn", "luong.baoLuu": "Chênh lệch bảo lưu, phần nghìn",
	"ngayCong": "Ngày công, phần mười ngày", "ngayCongBiet": "Biết ngày công", "khongLuong": "Nghỉ không lương, phần mười ngày",
	"phuongAn": "Phương án", "tuThang": "Từ tháng", "denThang": "Đến tháng", "ghiChu": "Ghi chú",
	"chamCong.noi.sheet": "Trang chấm công", "chamCong.noi.cell": "Ô đầu dòng chấm công", "chamCong.tu": "Chấm công từ ngày", "chamCong.nua": "Chấm công, hai chữ một ngày",
	"goc": "Các ô như tệp ghi, và ô đã sửa",

	"chuHo": "Chủ hộ", "maSo": "Mã số hộ gia đình", "thanhVien": "Thành viên",
}
