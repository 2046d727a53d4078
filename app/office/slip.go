package office

import (
	"cmp"
	"fmt"
	"unicode/utf8"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/print"
	"ankhai/storage"
)

// linesOnSlip is how many lines of periods stand on a slip: the latest ones, so that it
// stays one page.
const linesOnSlip = 28

// period is a stretch of months over which nothing that a slip tells changed.
type period struct {
	from, until law.Month // until 0: it still lasts
	who         facts.NguoiLaoDong
	declared    string
}

// slipPeriods are the periods of a person up to a month, earliest first.
func slipPeriods(past []storage.Held, month law.Month, sent declarations) []period {
	var out []period
	for _, h := range past {
		p := h.Who
		if p.TuThang > month {
			break
		}
		said := sent.of(p, p.TuThang)
		if n := len(out); n > 0 {
			last := &out[n-1]
			if said == "" && last.who.Luong == p.Luong && last.who.TrangThai == p.TrangThai && last.who.ChucDanh == p.ChucDanh {
				last.who = p
				continue
			}
			last.until = p.TuThang.Add(-1)
		}
		out = append(out, period{from: p.TuThang, who: p, declared: said})
	}
	return out
}

// slip draws the phiếu of a person: who they are, since when they are declared with
// which pay, and what is paid in the month.
func (s *slips) slip(past []storage.Held) print.Sheet {
	all := slipPeriods(past, s.in.Month, s.sent)
	p := all[len(all)-1].who
	cut := cutOf(all)
	shown := all[cut:]
	doc := &form.Doc{Rows: make([]form.Row, len(shown))}
	cell := func(head string, wide int, a form.Align, f func(period) string) form.GridCol {
		return form.CellOf(head, "", wide, a, func(v form.View) string { return f(shown[v.N-1]) })
	}
	parts := []form.Part{
		form.Corner{Left: []form.Line{form.L(form.Center, form.B(s.dv.Ten)), form.L(form.Center, form.T("Mã đơn vị: "+cmp.Or(s.dv.MaDonVi, "chưa có")))}},
		form.Lines{Lines: append([]form.Line{
			{Align: form.Center, Before: 60, Segs: []form.Seg{form.B("PHIẾU THÔNG TIN ĐÓNG BẢO HIỂM CỦA NGƯỜI LAO ĐỘNG").Sized(140)}},
			{Align: form.Center, Before: 10, Segs: []form.Seg{form.I("Đến hết tháng " + s.in.Month.String() + ". Lập ngày " + s.o.Today().String())}},
		}, s.person(p)...)},
		form.Lines{Lines: []form.Line{{Before: 50, Segs: []form.Seg{form.B("Đơn vị đã ghi nhận và kê khai")}}}},
		form.Grid{Size: 95, Tight: true, Cols: []form.GridCol{
			cell("Từ tháng", 12, form.Center, func(k period) string { return k.from.String() }),
			cell("Đến tháng", 12, form.Center, func(k period) string {
				if k.until == 0 {
					return "nay"
				}
				return k.until.String()
			}),
			cell("Trạng thái", 17, form.Left, func(k period) string { return k.who.TrangThai.Say() }),
			cell("Chức danh", 24, form.Left, func(k period) string { return k.who.ChucDanh }),
			cell("Tiền lương tháng", 17, form.Right, func(k period) string { return s.wage(k) }),
			cell("Phương án đã khai", 26, form.Left, func(k period) string { return k.declared }),
		}},
		form.Lines{Lines: append(s.due(p), s.notes(cut)...)},
	}
	return print.Sheet{Doc: doc, Paper: &form.Paper{Version: "phieu", From: s.o.Today(), Size: 115, Parts: parts}}
}

// cutOf is how many periods, from the first on, do not stand on the slip.
func cutOf(all []period) int {
	room := linesOnSlip
	for i := len(all) - 1; i >= 0; i-- {
		k := all[i]
		lines := 1
		for words, wide := range map[string]int{k.who.ChucDanh: 18, k.declared: 20, k.who.TrangThai.Say(): 13} { // letters that stand in a line
			lines = max(lines, (utf8.RuneCountInString(words)+wide-1)/wide)
		}
		if room -= lines; room < 0 && i < len(all)-1 {
			return i + 1
		}
	}
	return 0
}

// person is who the slip is about.
func (s *slips) person(p facts.NguoiLaoDong) []form.Line {
	line := func(name, value string) form.Line {
		return form.Line{Before: 14, Segs: []form.Seg{form.T(name + ": "), form.B(cmp.Or(value, "chưa có"))}}
	}
	first := line("Họ và tên", p.HoTen)
	first.Before = 40
	return []form.Line{first, line("Ngày sinh", p.NgaySinh.String()), line("Mã số BHXH", p.MaSoBHXH), line("Số ĐDCN/CCCD", p.SoCCCD),
		line("Mã nhân viên", p.MaNV)}
}

// wage is a pay in đồng, or the coefficients that it is made of; nothing while nothing
// is paid on it.
func (s *slips) wage(k period) string {
	switch l := k.who.Luong; {
	case k.who.TrangThai != facts.DangDong && k.who.TrangThai != "":
		return ""
	case !l.Known:
		return "chưa ghi"
	case l.LaHeSo():
		return "hệ số " + Amount(l.HeSo, unitCoeff)
	default:
		return law.VietSo(l.Tong())
	}
}

// due is what is paid for the month, by the law of the month.
func (s *slips) due(p facts.NguoiLaoDong) []form.Line {
	head := form.Line{Before: 50, Segs: []form.Seg{form.B("Mức đóng của tháng " + s.in.Month.String())}}
	line := func(segs ...form.Seg) form.Line { return form.Line{Before: 12, Segs: segs} }
	if p.TrangThai != facts.DangDong && p.TrangThai != "" {
		return []form.Line{head, line(form.T("Tháng này không đóng: " + p.TrangThai.Say() + "."))}
	}
	in, ok := dueOf(s.dv, p, s.in.Month, s.book)
	if !ok {
		return []form.Line{head, line(form.T("Chưa tính được: đơn vị chưa ghi mức lương."))}
	}
	got, err := lawdong.MucDong(in)
	if err != nil {
		return []form.Line{head, line(form.T("Chưa tính được theo dữ liệu đang có."))}
	}
	n, d := got.Parts.NguoiLaoDong, got.Parts.DonVi
	return []form.Line{head,
		line(form.T("Tiền lương làm căn cứ đóng BHXH: "), form.B(law.VietSo(got.CanCu)+" đồng")),
		line(form.T(fmt.Sprintf("Người lao động đóng: hưu trí, tử tuất %s; BHYT %s; BHTN %s; cộng ", law.VietSo(n.HuuTri), law.VietSo(n.BHYT), law.VietSo(n.BHTN))), form.B(law.VietSo(n.Tong)+" đồng")),
		line(form.T(fmt.Sprintf("Đơn vị đóng: ốm đau, thai sản %s; TNLĐ, BNN %s; hưu trí, tử tuất %s; BHYT %s; BHTN %s; cộng ", law.VietSo(d.OmDauThaiSan), law.VietSo(d.TNLD), law.VietSo(d.HuuTri), law.VietSo(d.BHYT), law.VietSo(d.BHTN))), form.B(law.VietSo(d.Tong)+" đồng")),
	}
}

// notes say what the slip is, what is not on it, and what to do with it.
func (s *slips) notes(cut int) []form.Line {
	words := []string{
		"Phiếu do đơn vị lập theo dữ liệu của đơn vị, không phải xác nhận của cơ quan BHXH. Thời gian đóng ở nơi khác không có trong phiếu. Phương án để trống là chưa khai, hoặc đã khai bằng phần mềm khác.",
		"Đối chiếu phiếu này với quá trình tham gia trên ứng dụng VssID. Chỗ nào khác nhau thì báo đơn vị, kèm phiếu và ảnh màn hình.",
	}
	if cut > 0 {
		words = append(words, fmt.Sprintf("Còn %d giai đoạn trước đó: hỏi đơn vị bản quá trình tham gia đầy đủ.", cut))
	}
	out := make([]form.Line, len(words))
	for i, w := range words {
		out[i] = form.Line{Before: 14, Segs: []form.Seg{form.I("– " + w).Sized(105)}}
	}
	out[0].Before = 50
	return out
}
