package dnhdkcb

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D188) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D188) }

func TestProperties(t *testing.T) { formtest.Properties(t, D188) }

func TestDauCarriesWhatIsKnown(t *testing.T) {
	dv := facts.DonVi{Ten: "Phòng khám đa khoa Mẫu", NguoiDaiDien: "Trần Văn Mẫu", MaSoThue: "0100109106"}
	got := string(D188.Head.AppendRow(nil, Dau(dv, "Huế", 20261122)))
	if want := `{"TenDonVi":"Phòng khám đa khoa Mẫu","NguoiDaiDien":"Trần Văn Mẫu","NoiLap":"Huế","NgayLap":"2026-11-22"}`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(D188.Table.AppendRow(nil, Dong("Giấy phép hoạt động", ""))); got != `{"TenTaiLieu":"Giấy phép hoạt động"}` {
		t.Errorf("got %s", got)
	}
}
