package ivan05sd

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/ivan"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// Cot are the columns shared with the other notices; the certificates are those
// that hold from now on.
var Cot = ivan.Moi()

// NoiDung is what has changed.
var NoiDung = form.Text("NoiDung", "Nội dung sửa đổi, bổ sung", form.Max(1000), form.Sure(form.Inferred), form.Help("Thông tin đã đăng ký và thông tin mới"))

// QD08 is the mẫu of Quyết định 08/2015/QĐ-TTg.
var QD08 = form.Register(form.Form{
	ID: "05-SD-IVAN", Name: "05/SĐ-IVAN",
	Version: "08/2015",
	Title:   "Tờ khai sửa đổi, bổ sung thông tin đăng ký sử dụng dịch vụ I-VAN",
	Basis:   ivan.QD08 + " ngày 09/3/2015",
	From:    khung.Ngay(ivan.NgayQD08),
	Alone:   true,
	Head:    Cot.Dau(dauRules(), NoiDung),
	Table:   Cot.ChungThu(append(Cot.ChungThuRules(), Cot.CoChungThu("37"))),
	Papers:  []form.Paper{paper()},
	Notes: ivan.LuuY("Chưa thấy lời và cột của mẫu này: tên, bố cục bản in dựng lại theo mẫu 04/ĐK-IVAN, chưa đối chiếu bản chính thức; ô nội dung sửa đổi là suy ra.",
		"Chưa thấy bố cục tệp 05_SD-IVAN.xml, nên hồ sơ mang mẫu này dưới dạng PDF đã ký."),
})

func dauRules() []form.Rule {
	return append(Cot.DauRules(),
		form.Require("15", NoiDung, form.Always, form.By(ivan.QD08), form.Trust(form.Inferred)))
}

// Dau makes the head; noiDung says what has changed.
func Dau(dv facts.DonVi, tenIVAN, noiDung, noiLap string, ngayLap law.Day) form.Row {
	r := Cot.DienDau(dv, tenIVAN, "", noiLap, ngayLap)
	NoiDung.Set(&r, noiDung)
	return r
}
