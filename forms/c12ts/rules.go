package c12ts

import (
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// rules are checked in this order; a code is never given to another rule. All
// of them only remind: the statement is the agency's.
func rules() []form.Rule {
	out := []form.Rule{
		form.Unique("01", Ma, form.Always, form.By(mauC12), form.Warn),
		form.Over("02", Ma, "đủ các chỉ tiêu của mẫu", thieuDong, form.By(mauC12), form.Warn),
		gachCheo(),
		cotCong(),
	}
	for _, p := range cacPhep {
		out = append(out, p.rule())
	}
	return append(out,
		form.Over("31", Cong, "dòng C bằng tổng các lần nộp", tongNop, form.By(mauC12), form.Trust(form.Inferred), form.Warn),
		phaiDong("32", "A"), phaiDong("33", "Đ"),
		canDoi(), canDoiTien(),
		form.Over("36", Cong, "dòng Đ.2.2 và Đ.3 cộng lại bằng tổng số nộp thiếu ở điểm e", tongThieu, form.By(mauC12), form.Trust(form.Inferred), form.Warn),
		form.Check("37", NgayUNC, form.Always, "Ngày uỷ nhiệm chi: thuộc tháng của thông báo",
			func(l *form.Look) bool {
				return !Thang.Known(l.Head) || NgayUNC.Get(l.Row).Month() == Thang.Get(l.Head)
			}, form.By(mauC12), form.Trust(form.Inferred), form.Warn),
		form.Check("38", SoUNC, form.Always, "Số uỷ nhiệm chi: chỉ ghi ở các dòng C.1, C.2 …",
			func(l *form.Look) bool { _, ok := laNop(Ma.Get(l.Row)); return ok }, form.By(mauC12), form.Warn),
	)
}

func thieuDong(_ *form.Doc, rows []form.Row) []form.Hit {
	b := doc(rows)
	var thieu []string
	for _, d := range cacDong {
		if _, has := b.at[d.ma]; !has {
			thieu = append(thieu, d.ma)
		}
	}
	if len(thieu) == 0 {
		return nil
	}
	return []form.Hit{{I: -1, Say: "thiếu dòng " + strings.Join(thieu, ", ")}}
}

// gachCheo asks that what the template strikes through is not filled.
func gachCheo() form.Rule {
	return form.Judge("03", Ma, form.Always, "ô gạch chéo không ghi số liệu", func(l *form.Look) form.Verdict {
		d, _ := dongCua(Ma.Get(l.Row))
		var co []string
		for _, c := range append(append([]form.MoneyColumn{}, Quy...), Cong) {
			if d.gach(c) && c.Known(l.Row) {
				co = append(co, c.Label)
			}
		}
		if len(co) == 0 {
			return form.Verdict{}
		}
		return form.Verdict{Say: "dòng " + d.ma + " không ghi số liệu ở cột " + strings.Join(co, ", ") + ". Xem lại tệp đã đọc"}
	}, form.By(hdC12), form.Warn)
}

// cotCong is the one sum that the guide gives: column 6 is columns 1 to 5. Days
// are not added up, and what is to be paid (A.2, Đ.2) has rules of its own: a
// surplus belongs to no fund.
func cotCong() form.Rule {
	return form.Judge("04", Cong, form.Always, "bằng cột 1 + 2 + 3 + 4 + 5", func(l *form.Look) form.Verdict {
		d, ok := dongCua(Ma.Get(l.Row))
		if !ok || d.cheo != khongGach || laNgay(d.ma) || d.ma == "A.2" || d.ma == "Đ.2" {
			return form.Verdict{}
		}
		sum := int64(0)
		for _, c := range Quy {
			v := c.Column.Get(l.Row)
			if v.A == form.Unknown {
				return form.Verdict{}
			}
			sum += v.N
		}
		if Cong.Get(l.Row) == sum {
			return form.Verdict{}
		}
		return form.Verdict{Say: fmt.Sprintf("các cột 1 đến 5 của dòng %s cộng lại là %s, cột 6 ghi %s", d.ma, form.Dots(sum), form.Dots(Cong.Get(l.Row)))}
	}, form.By(hdC12), form.Warn)
}

func laNgay(ma string) bool {
	return strings.HasPrefix(ma, "A.4") || strings.HasPrefix(ma, "Đ.4")
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("51", Thang, form.Always, form.By(mauC12), form.Warn),
		form.Require("52", MaDonVi, form.Always, form.By(mauC12), form.Warn),
		nhanthan.Text("53", MaDonVi, "mã do cơ quan BHXH cấp", mauC12, facts.CheckMaDonVi, form.Trust(form.Medium), form.Warn),
		form.Check("54", NopTruoc, NgayLap.Filled(), "Nộp trước ngày: không trước Ngày lập",
			func(l *form.Look) bool { return NopTruoc.Get(l.Row) >= NgayLap.Get(l.Row) }, form.By(mauC12), form.Trust(form.Inferred), form.Warn),
		form.Check("55", NgayLap, Thang.Filled(), "Ngày lập: sau tháng của thông báo hoặc trong tháng đó",
			func(l *form.Look) bool { return NgayLap.Get(l.Row) >= Thang.Get(l.Row).First() }, form.By(mauC12), form.Trust(form.Inferred), form.Warn),
	}
}
