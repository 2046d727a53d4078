package ivan06ng

import (
	"testing"

	"ankhai/forms/facts"
)

func TestDau(t *testing.T) {
	got := string(QD08.Head.AppendRow(nil, Dau(facts.DonVi{Ten: "Công ty TNHH May Mẫu"}, "Viettel", 20261201, "Đổi nhà cung cấp", "Huế", 20261122)))
	want := `{"TenDonVi":"Công ty TNHH May Mẫu","TenIVAN":"Viettel","NoiLap":"Huế","NgayLap":"2026-11-22","NgayNgung":"2026-12-01","LyDoNgung":"Đổi nhà cung cấp"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
