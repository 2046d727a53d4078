package m01bh

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D12) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D12) }

func TestProperties(t *testing.T) { formtest.Properties(t, D12) }

// The columns of the mẫu were not read, so none of them may look certain.
func TestNothingIsCertain(t *testing.T) {
	for _, tab := range []*form.Table{D12.Head, D12.Table} {
		for _, c := range tab.Columns() {
			if c.Conf != form.Low {
				t.Errorf("%s is %s", c.Tag, c.Conf)
			}
		}
	}
}

func TestDauCarriesWhatIsKnown(t *testing.T) {
	got := string(D12.Head.AppendRow(nil, Dau(facts.DonVi{Ten: "Bệnh viện Mẫu"}, 202610, "Huế", 20261110)))
	if want := `{"TenDonVi":"Bệnh viện Mẫu","KyThang":"2026-10","NoiLap":"Huế","NgayLap":"2026-11-10"}`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(D12.Table.AppendRow(nil, Dong(NoiTru))); got != `{"LoaiHinh":"noi-tru"}` {
		t.Errorf("got %s", got)
	}
}
