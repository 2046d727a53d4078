package ivan06ng

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/ivan"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// Cot are the columns shared with the other notices.
var Cot = ivan.Moi()

// The end: from which day, and why.
var (
	NgayNgung  = form.Date("NgayNgung", "Thời gian ngừng từ ngày")
	LyDoNgung  = form.Text("LyDoNgung", "Lý do ngừng", form.Max(500))
	tepKhongIn = "Tờ in của mẫu không có thư điện tử, điện thoại, thủ tục và chứng thư số; tệp mẫu có."
)

// QD08 is the mẫu of Quyết định 08/2015/QĐ-TTg.
var QD08 = form.Register(form.Form{
	ID: "06-NG-IVAN", Name: "06/NG-IVAN",
	Version: "08/2015",
	Title:   "Tờ khai đăng ký ngừng sử dụng dịch vụ I-VAN",
	Basis:   ivan.QD08 + " ngày 09/3/2015",
	From:    khung.Ngay(ivan.NgayQD08),
	Alone:   true,
	Head:    Cot.Dau(dauRules(), NgayNgung, LyDoNgung),
	Table:   Cot.ChungThu(Cot.ChungThuRules()),
	Papers:  []form.Paper{paper()},
	Wires: []form.Wire{Cot.TepCu("06_NG-IVAN", "Tờ khai đăng ký ngừng sử dụng dịch vụ I-VAN", "NGAY_NGUNG", form.Medium,
		form.HeadEl("NGAY_NGUNG", NgayNgung), form.HeadEl("LYDO_NGUNG", LyDoNgung))},
	Notes: ivan.LuuY("Lời của tờ in lấy từ tệp trình bày theo Quyết định 08/2015/QĐ-TTg, chưa đối chiếu bản chính thức.", tepKhongIn),
})

func dauRules() []form.Rule {
	return append(Cot.DauRules(),
		form.Require("15", NgayNgung, form.Always, form.By(ivan.QD08)),
		form.Require("16", LyDoNgung, form.Always, form.By(ivan.QD08)),
		form.Check("17", NgayNgung, Cot.NgayLap.Filled(), "Thời gian ngừng từ ngày: không trước Ngày lập",
			func(l *form.Look) bool { return NgayNgung.Get(l.Row) >= Cot.NgayLap.Get(l.Row) },
			form.By(ivan.QD08), form.Trust(form.Inferred), form.Warn),
	)
}

// Dau makes the head: the I-VAN that is left, from which day, and why.
func Dau(dv facts.DonVi, tenIVAN string, tu law.Day, lyDo, noiLap string, ngayLap law.Day) form.Row {
	r := Cot.DienDau(dv, tenIVAN, "", noiLap, ngayLap)
	NgayNgung.Set(&r, tu)
	LyDoNgung.Set(&r, lyDo)
	return r
}
