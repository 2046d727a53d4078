package office

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// ExportPerson writes what is held of a person as JSON, for programs, and as a
// workbook, for people; with a password the workbook is encrypted, and the JSON,
// which cannot be, is left out. That it was done is written down.
func (o *Office) ExportPerson(ctx context.Context, id string, password []byte) ([]File, error) {
	r, err := o.personRecord(ctx, id)
	if err != nil {
		return nil, err
	}
	book, err := sheet.WriteTabs(personTabs(r), password)
	if err != nil {
		return nil, fmt.Errorf("export person %s: %w", storage.Ref(id), err)
	}
	out := []File{{Name: "du-lieu-" + id + ".xlsx", Bytes: book}}
	if len(password) == 0 {
		data, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			return nil, fmt.Errorf("export person %s: %w", storage.Ref(id), err)
		}
		out = append(out, File{Name: "du-lieu-" + id + ".json", Bytes: append(data, '\n')})
	}
	return out, o.deed(ctx, storage.Deed{What: "nguoi.xuat", Ref: id, People: 1, Purpose: ForSubject})
}

// personTabs lays a record out for reading.
func personTabs(r PersonRecord) []sheet.Tab {
	n := r.Nguoi
	info := sheet.Tab{Name: "Thông tin", Heads: []string{"Mục", "Giá trị"}, Lines: [][]string{
		{"Đơn vị giữ dữ liệu", r.DonVi}, {"Lập lúc", moment(r.LapLuc)},
		{"Họ và tên", n.HoTen}, {"Mã nhân viên", n.MaNV}, {"Mã số BHXH", n.MaSoBHXH}, {"Số ĐDCN/CCCD", n.SoCCCD},
		{"Ngày sinh", n.NgaySinh.String()}, {"Giới tính", n.GioiTinh.Ten()}, {"Quốc tịch", n.QuocTich},
		{"Dân tộc", codes.DanToc.Label(n.DanToc)}, {"Điện thoại", n.DienThoai}, {"Email", n.Email}, {"Địa chỉ", n.DiaChi},
		{"Xã, phường", codes.Xa.Label(n.MaXa)}, {"Tỉnh, thành phố", codes.Tinh.Label(n.MaTinh)}, {"Nơi KCB ban đầu", codes.KCB.Label(n.MaKCB)},
		{"Hạn lưu", r.HanLuu}, {"Thời hạn phản hồi", r.TraLoi},
	}}
	for _, part := range []struct{ name, key string }{
		{"thông tin", "nguoi"}, {"quá trình", "quaTrinh"}, {"sửa đổi", "suaDoi"}, {"bảng lương", "bangLuong"}, {"chuyển vào", "chuyenVao"}, {"hồ sơ", "hoSo"}, {"đã khai", "daKhai"}, {"đợt hưởng", "dotHuong"}, {"quyết định", "quyetDinh"}, {"gộp bản ghi", "gopNguoi"}, {"hộ gia đình", "hoGiaDinh"}} {
		info.Lines = append(info.Lines, []string{"Để làm gì: " + part.name, r.DeLamGi[part.key]})
	}
	past := sheet.Tab{Name: "Quá trình", Heads: []string{"Từ tháng", "Trạng thái", "Chức danh", "Phòng ban", "Nơi làm việc", "Mức lương", "Phụ cấp", "Bổ sung", "Hợp đồng số", "Nguồn", "Ghi lúc"}}
	for _, h := range r.QuaTrinh {
		past.Lines = append(past.Lines, []string{h.Nguoi.TuThang.String(), h.Nguoi.TrangThai.Say(), h.Nguoi.ChucDanh, h.Nguoi.PhongBan, h.Nguoi.NoiLamViec,
			dong(h.Nguoi.Luong, h.Nguoi.Luong.MucLuong), dong(h.Nguoi.Luong, h.Nguoi.Luong.PhuCap), dong(h.Nguoi.Luong, h.Nguoi.Luong.BoSung), h.Nguoi.HopDong.So, h.Nguon, moment(h.Luc)})
	}
	fixes := sheet.Tab{Name: "Sửa đổi", Heads: []string{"Lúc", "Ai", "Vì", "Họ và tên trước đó", "Mã số BHXH trước đó", "Số CCCD trước đó", "Điện thoại trước đó", "Địa chỉ trước đó"}}
	for _, c := range r.SuaDoi {
		fixes.Lines = append(fixes.Lines, []string{moment(c.Luc), c.Ai, c.Nguon, c.Truoc.HoTen, c.Truoc.MaSoBHXH, c.Truoc.SoCCCD, c.Truoc.DienThoai, c.Truoc.DiaChi})
	}
	pay := sheet.Tab{Name: "Bảng lương", Heads: []string{"Tháng", "Tệp", "Ô", "Họ và tên", "Chức danh", "Mức lương", "Phụ cấp", "Bổ sung", "Ghi chú"}}
	for _, l := range r.BangLuong {
		pay.Lines = append(pay.Lines, []string{l.Month.String(), l.File, l.Row.Noi.String(), l.Row.HoTen, l.Row.ChucDanh,
			dong(l.Row.Luong, l.Row.Luong.MucLuong), dong(l.Row.Luong, l.Row.Luong.PhuCap), dong(l.Row.Luong, l.Row.Luong.BoSung), l.Row.GhiChu})
	}
	moved := sheet.Tab{Name: "Chuyển vào", Heads: []string{"Tệp", "Chỗ", "Phương án", "Từ tháng", "Đến tháng", "Họ và tên", "Chức danh", "Mức lương", "Phụ cấp", "Bổ sung"}}
	for _, l := range r.ChuyenVao {
		moved.Lines = append(moved.Lines, []string{l.Tep, l.Noi, l.PhuongAn, l.Tu.String(), l.Den.String(), l.HoTen, l.ChucDanh,
			dong(l.Luong, l.Luong.MucLuong), dong(l.Luong, l.Luong.PhuCap), dong(l.Luong, l.Luong.BoSung)})
	}
	files := sheet.Tab{Name: "Hồ sơ", Heads: []string{"Mã", "Hồ sơ", "Trạng thái", "Số hồ sơ", "Ký lúc", "Mẫu", "Dòng", "Giấy tờ kèm", "Tệp cơ quan trả về"}}
	for _, d := range r.HoSo {
		signed := ""
		if d.KyLuc != nil {
			signed = moment(*d.KyLuc)
		}
		papers := ""
		for _, p := range d.GiayTo {
			papers += p + "\n"
		}
		back := ""
		for _, f := range d.TraVe {
			back += f.Ten + ", " + f.Cach + " " + moment(f.Luc) + "\n"
		}
		for _, row := range d.Dong {
			files.Lines = append(files.Lines, []string{d.ID, d.Ten, d.Trang, d.SoHoSo, signed, row.Mau, string(row.O), papers, back})
		}
		if len(d.Dong) == 0 {
			files.Lines = append(files.Lines, []string{d.ID, d.Ten, d.Trang, d.SoHoSo, signed, "", "", papers, back})
		}
	}
	return []sheet.Tab{info, past, fixes, pay, moved, files, benefitsTab(r), decisionsTab(r), householdTab(r)}
}

func benefitsTab(r PersonRecord) sheet.Tab {
	tab := sheet.Tab{Name: "Đợt hưởng", Heads: []string{"Chế độ", "Từ ngày", "Đến ngày", "Số ngày", "Ngày sinh của con", "Trạng thái", "Nguồn", "Hồ sơ"}}
	for _, b := range r.DotHuong {
		tab.Lines = append(tab.Lines, []string{b.CheDo.Say(), b.TuNgay.String(), b.DenNgay.String(), Amount(b.NuaNgay, HalfDays), b.NgaySinhCon.String(), b.Trang, b.Nguon, b.HoSo})
	}
	if n := r.ThoiGian.ThangDongTruoc; n != nil {
		tab.Lines = append(tab.Lines, []string{"Thời gian đóng trước khi có trong danh sách", "", "", Amount(*n, "tháng")})
	}
	if h := r.ThoiGian.NangNhoc; h != nil {
		tab.Lines = append(tab.Lines, []string{"Nghề nặng nhọc, độc hại, nguy hiểm hoặc vùng đặc biệt khó khăn", "", "", map[bool]string{true: "có", false: "không"}[*h]})
	}
	return tab
}

// dong writes an amount; one that nobody has said is empty.
func dong(l facts.Luong, n int64) string {
	if !l.Known {
		return ""
	}
	return form.Dots(n)
}

func moment(t time.Time) string { return t.In(vietnam).Format("02/01/2006 15:04") }

func householdTab(r PersonRecord) sheet.Tab {
	tab := sheet.Tab{Name: "Hộ gia đình", Heads: []string{"Họ và tên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "Mã số BHXH", "Số ĐDCN/CCCD", "Quốc tịch", "Hồ sơ"}}
	h := r.HoGiaDinh
	if h == nil {
		return tab
	}
	tab.Lines = append(tab.Lines, []string{"Chủ hộ: " + h.ChuHo, facts.NoiO(h.DiaChi, h.MaXa, h.MaTinh), "", "", h.MaSo, "", h.DienThoai, h.HoSo})
	for _, v := range h.ThanhVien {
		tab.Lines = append(tab.Lines, []string{v.HoTen, codes.QuanHe.Label(v.QuanHe), v.NgaySinh.String(), v.GioiTinh.Ten(), v.MaSoBHXH, v.SoCCCD, codes.QuocTich.Label(v.QuocTich), h.HoSo})
	}
	return tab
}

func decisionsTab(r PersonRecord) sheet.Tab {
	tab := sheet.Tab{Name: "Quyết định", Heads: []string{"Bảng lương", "Quyết định", "Ô", "Ai", "Lúc"}}
	for _, d := range r.QuyetDinh {
		tab.Lines = append(tab.Lines, []string{d.Thang.String(), d.Say, d.O, d.Ai, moment(d.Luc)})
	}
	for _, j := range r.GopNguoi {
		tab.Lines = append(tab.Lines, []string{"", "gộp bản ghi " + j.Bo + " của cùng người này", "", j.Ai, moment(j.Luc)})
	}
	return tab
}
