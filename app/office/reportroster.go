package office

import (
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/sheet"
)

// workCols and factCols are the columns of the roster before the pay and behind it.
var (
	workCols = []sheet.ReportCol{
		{Head: "Mã nhân viên", Wide: 12}, {Head: "Ngày sinh", Wide: 12}, {Head: "Giới tính", Wide: 8}, {Head: "Phòng ban", Wide: 18}, {Head: "Chức danh", Wide: 24},
		{Head: "Trạng thái", Wide: 16}, {Head: "Từ tháng", Wide: 10},
	}
	factCols = []sheet.ReportCol{
		{Head: "Căn cứ đóng BHXH", Sum: true}, {Head: "Còn thiếu", Wide: 34}, {Head: "Vùng lương", Wide: 8}, {Head: "Nơi làm việc", Wide: 30},
		{Head: "Hợp đồng số"}, {Head: "Ngày ký", Wide: 12}, {Head: "Loại hợp đồng", Wide: 26}, {Head: "Hiệu lực từ", Wide: 12}, {Head: "Hiệu lực đến", Wide: 12},
		{Head: "Quốc tịch", Wide: 12}, {Head: "Dân tộc", Wide: 12}, {Head: "Điện thoại"}, {Head: "Email", Wide: 24}, {Head: "Địa chỉ", Wide: 30}, {Head: "Xã, phường", Wide: 24},
		{Head: "Tỉnh, thành phố", Wide: 22}, {Head: "Mã nơi KCB", Wide: 10}, {Head: "Nơi KCB ban đầu", Wide: 34},
	}
)

// roster is everybody as they stood at the end of the month; who has left has a sheet
// of their own.
func (r *reporter) roster() ([]sheet.ReportTab, error) {
	all, err := r.o.store.Roster(r.ctx, r.dv.MaSoThue, r.in.Month)
	if err != nil {
		return nil, err
	}
	title := "DANH SÁCH NGƯỜI LAO ĐỘNG CUỐI THÁNG " + r.in.Month.String()
	here := r.tab("Đang tham gia", title, "Căn cứ đóng là tiền lương tháng sau khi tính mức thấp nhất, cao nhất của tháng; để trống ở người không đóng trong tháng hoặc chưa đủ dữ liệu")
	gone := r.tab("Đã nghỉ", title+": ĐÃ NGHỈ")
	for _, t := range []*sheet.ReportTab{&here, &gone} {
		t.Pin = 2
		t.Cols = slices.Concat(whoCols, workCols, payCols, factCols)
	}
	for _, p := range all {
		t := &here
		if p.TrangThai == facts.DaNghi {
			t = &gone
		}
		t.Rows = append(t.Rows, r.rosterRow(len(t.Rows)+1, p))
		r.people[p.ID] = true
	}
	if len(gone.Rows) == 0 {
		return []sheet.ReportTab{here}, nil
	}
	return []sheet.ReportTab{here, gone}, nil
}

func (r *reporter) rosterRow(n int, p facts.NguoiLaoDong) []any {
	var base any
	if p.TrangThai == facts.DangDong {
		if in, ok := dueOf(r.dv, p, r.in.Month, r.book); ok {
			if due, err := lawdong.MucDong(in); err == nil {
				base = due.CanCu
			}
		}
	}
	lacks := ""
	if p.TrangThai != facts.DaNghi {
		lacks = strings.Join(Missing(p), ", ")
	}
	h := p.HopDong
	row := append(whoIs(n, p), p.MaNV, born(p.NgaySinh), p.GioiTinh.Ten(), p.PhongBan, p.ChucDanh, p.TrangThai.Say(), p.TuThang)
	row = append(append(row, pay(p.Luong)...), base, lacks, p.Vung, p.NoiLamViec, h.So, h.NgayKy, label(codes.LoaiHD, h.Loai), h.Tu, h.Den)
	return append(row, label(codes.QuocTich, p.QuocTich), label(codes.DanToc, p.DanToc), p.DienThoai, p.Email, p.DiaChi,
		label(codes.Xa, p.MaXa), label(codes.Tinh, p.MaTinh), p.MaKCB, codes.KCB.Label(p.MaKCB))
}

// label is the name of a code, the code itself where the list does not have it.
func label(l *codes.List, code string) string {
	if s := l.Label(code); s != "" {
		return s
	}
	return code
}
