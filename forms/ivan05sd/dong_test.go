package ivan05sd

import (
	"testing"

	"ankhai/forms/facts"
)

func TestDau(t *testing.T) {
	r := Dau(facts.DonVi{Ten: "Công ty TNHH May Mẫu"}, "Viettel", "Đổi chứng thư số", "Huế", 20261122)
	if got := NoiDung.Get(r); got != "Đổi chứng thư số" {
		t.Errorf("got %q", got)
	}
	if Cot.TenThuTuc.Known(r) || Cot.TenDonVi.Get(r) != "Công ty TNHH May Mẫu" {
		t.Errorf("got %s", QD08.Head.AppendRow(nil, r))
	}
}
