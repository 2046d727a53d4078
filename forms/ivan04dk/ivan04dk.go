package ivan04dk

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/ivan"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// Cot are the columns.
var Cot = ivan.Moi()

// QD08 is the mẫu of Quyết định 08/2015/QĐ-TTg.
var QD08 = form.Register(form.Form{
	ID: "04-DK-IVAN", Name: "04/ĐK-IVAN",
	Version: "08/2015",
	Title:   "Tờ khai đăng ký sử dụng dịch vụ I-VAN",
	Basis:   ivan.QD08 + " ngày 09/3/2015",
	From:    khung.Ngay(ivan.NgayQD08),
	Alone:   true,
	Head:    Cot.Dau(dauRules()),
	Table:   Cot.ChungThu(append(Cot.ChungThuRules(), Cot.CoChungThu("37"))),
	Papers:  []form.Paper{paper()},
	Wires:   []form.Wire{Cot.TepCu("04_DK-IVAN", "Tờ khai đăng ký sử dụng dịch vụ I-VAN", "", form.High)},
	Notes:   ivan.LuuY("Lời của tờ in lấy từ tệp trình bày theo Quyết định 08/2015/QĐ-TTg, chưa đối chiếu bản chính thức."),
})

func dauRules() []form.Rule {
	return append(Cot.DauRules(),
		form.Require("15", Cot.TenThuTuc, form.Always, form.By(ivan.QD08)),
		form.Require("16", Cot.Email, form.Always, form.By(ivan.QD08)),
		form.Require("17", Cot.DienThoai, form.Always, form.By(ivan.QD08)),
	)
}

// Dau makes the head; tenThuTuc names what is to be done through the I-VAN.
func Dau(dv facts.DonVi, tenIVAN, tenThuTuc, noiLap string, ngayLap law.Day) form.Row {
	return Cot.DienDau(dv, tenIVAN, tenThuTuc, noiLap, ngayLap)
}
