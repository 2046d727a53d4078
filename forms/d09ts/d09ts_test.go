package d09ts

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D366) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D366) }

func TestProperties(t *testing.T) { formtest.Properties(t, D366) }

func TestNguoi(t *testing.T) {
	var r form.Row
	HoTen.Set(&r, "Trần Thị Thử")
	MaSoBHXH.Set(&r, "7911000001")
	if got, want := Nguoi(r), (facts.NguoiLaoDong{HoTen: "Trần Thị Thử", MaSoBHXH: "7911000001"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	LuongBHXH.Set(&r, 0)
	if got := Nguoi(r).Luong; !got.Known {
		t.Errorf("a pay of nothing is an answer: %+v", got)
	}
}
