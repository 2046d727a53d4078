package lichsu

import (
	"cmp"
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// rieng is what the program has of itself of one person ("riêng"): it begins with a month
// and is never changed.
type rieng struct {
	moc   []facts.NguoiLaoDong
	moBoi bool
}

func (b *dung) rieng(n nhom) rieng {
	if n.biet < 0 {
		return rieng{}
	}
	return rieng{b.Biet[n.biet].Rieng, b.Biet[n.biet].MoBoi}
}

// biet reports whether the program knows a month of itself.
func (r rieng) biet(m law.Month) bool { return len(r.moc) > 0 && m >= r.moc[0].TuThang }

// truoc is the last month that files may tell of, at most m.
func (r rieng) truoc(m law.Month) law.Month {
	if len(r.moc) == 0 {
		return m
	}
	return min(m, r.moc[0].TuThang.Add(-1))
}

// soSanh says where a line tells otherwise of a month that the program knows.
func (r rieng) soSanh(b *dung, i int) {
	d := &b.Dong[i]
	var now facts.NguoiLaoDong
	for _, p := range r.moc {
		if p.TuThang <= d.Tu {
			now = p
		}
	}
	said := d.Nguoi
	said.TrangThai = facts.SauPhuongAn(d.PhuongAn)
	if d.Loai == TrongBang || codes.Nhom(d.PhuongAn) == codes.NhomDieuChinh {
		said.TrangThai = now.TrangThai
	}
	if !khacVoi(said, now) {
		return
	}
	what := "bảng lương"
	if d.Loai == KhaiPhuongAn {
		what = "phương án " + d.PhuongAn
	}
	b.hoi(DaBiet, &d.Tu, fmt.Sprintf("Tháng %s chương trình đã có: %s; tệp ghi %s: %s. Giữ như chương trình đã có", d.Tu, TrangLuong(now), what, TrangLuong(said)), i)
}

// choNoi says where the history meets what the program knows and they differ: a payroll
// that opened the roster tells of no change.
func (r rieng) choNoi(b *dung, all []moc) {
	if !r.moBoi || len(all) == 0 {
		return
	}
	first, last := r.moc[0], all[len(all)-1]
	if last.TrangThai != facts.ChuaRo && khacVoi(last.NguoiLaoDong, first) {
		b.hoi(ChoNoi, &first.TuThang, fmt.Sprintf("Đến trước tháng %s lịch sử là: %s; bảng lương tháng %s là: %s. Các tệp thiếu thay đổi ở giữa",
			first.TuThang, TrangLuong(last.NguoiLaoDong), first.TuThang, TrangLuong(first)), last.o...)
	}
}

// khacVoi reports whether state or pay differ, where both are known.
func khacVoi(a, b facts.NguoiLaoDong) bool {
	state := func(s facts.TrangThai) facts.TrangThai { return cmp.Or(s, facts.DangDong) }
	return state(a.TrangThai) != state(b.TrangThai) || a.TrangThai != facts.DaNghi && a.Luong.Known && b.Luong.Known && a.Luong != b.Luong
}

const nghin = 10 * 10 * 10

// TrangLuong says how somebody stands and on what pay: "đang tham gia, 6.000.000 đồng".
func TrangLuong(p facts.NguoiLaoDong) string {
	s := cmp.Or(p.TrangThai, facts.DangDong).Say()
	if p.TrangThai == facts.DaNghi {
		return s
	}
	return s + ", " + luongWords(p.Luong)
}

func luongWords(l facts.Luong) string {
	switch {
	case !l.Known:
		return "chưa rõ mức lương"
	case l.LaHeSo():
		return "hệ số " + strings.TrimRight(strings.TrimRight(fmt.Sprintf("%d,%03d", l.HeSo/nghin, l.HeSo%nghin), "0"), ",")
	}
	return law.VietSo(l.Tong()) + " đồng"
}
