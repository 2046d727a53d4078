package c12ts

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper366 is the sheet as the official template prints it, without the
// agency's emblem; the spelling of the template is kept. The columns of amounts
// are wider than the template's, which has room for nine characters.
func paper366() form.Paper {
	return form.Paper{
		Version: "366", Basis: qd366 + " ngày 29/4/2026", From: khung.Ngay("2026-05-01"), Size: 105,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Center, form.B("BẢO HIỂM XÃ HỘI ").Sized(90), dam(form.HeadField(BHXHTren, 19).Sized(90))),
					form.L(form.Center, form.B("BẢO HIỂM XÃ HỘI ").Sized(90), dam(form.HeadField(BHXHCoSo, 30).Sized(90))),
				},
				Right: khung.Goc366("C12-TS", 100),
			},
			form.Lines{Lines: dauThu()},
			form.Grid{Tight: true, Size: 95, Cols: cot366(), Face: kieu},
			form.Lines{Lines: cuoiThu()},
			form.Sign{Right: []form.Line{
				form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
				form.L(form.Center, form.B("GIÁM ĐỐC").Sized(120)),
				form.L(form.Center, form.I("(ký, ghi rõ họ tên và đóng dấu)")),
				{}, {}, {},
				form.L(form.Center, dam(form.FieldOf(tenGiamDoc, 1))),
			}},
		},
	}
}

// tenGiamDoc leaves no leaders where the name is not known: the template has none.
func tenGiamDoc(v form.View) string {
	if s := GiamDoc.Get(v.Doc.Head); s != "" {
		return s
	}
	return " "
}

func dam(s form.Seg) form.Seg { s.Style.Bold = true; return s }

func cot366() []form.GridCol {
	tien := func(head, no string, width int, c form.MoneyColumn) form.GridCol {
		return form.Cell(head, no, width, form.Right, c).Crossed(func(v form.View) bool {
			d, _ := dongCua(Ma.Get(v.Row))
			return d.gach(c)
		})
	}
	return []form.GridCol{
		form.CellOf("STT", "A", 640, form.Center, func(v form.View) string { d, _ := dongCua(Ma.Get(v.Row)); return d.stt }),
		form.CellOf("NỘI DUNG", "B", 2700, form.Left, noiDung),
		form.Heading("BHXH", tien("ÔĐ, TS", "1", 1120, OmDau), tien("HTTT", "2", 1120, HuuTri)),
		tien("BHYT", "3", 1120, BHYT),
		tien("BHTN", "4", 1120, BHTN),
		tien("BHTNLĐ, BNN", "5", 1120, TNLD),
		tien("CỘNG", "6 = 1+2+3+4+5", 1300, Cong),
	}
}

func noiDung(v form.View) string {
	ma := Ma.Get(v.Row)
	d, _ := dongCua(ma)
	if _, nop := laNop(ma); !nop {
		return d.ten
	}
	so, ngay := SoUNC.Get(v.Row), NgayUNC.Get(v.Row)
	if so == "" {
		so = "..."
	}
	if !ngay.Valid() {
		return "+ UNC số " + so + ", ngày …/…/……"
	}
	return "+ UNC số " + so + ", ngày " + ngay.String()
}

// kieu is the type of a row: sections are bold, their items and the payments
// italic, what is below them plain.
func kieu(v form.View) form.Style {
	switch ma := Ma.Get(v.Row); strings.Count(ma, ".") {
	case 0:
		return form.Style{Bold: true}
	case 1:
		return form.Style{Italic: true}
	}
	return form.Style{}
}
