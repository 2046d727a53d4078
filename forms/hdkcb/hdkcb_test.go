package hdkcb

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D188) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D188) }

func TestProperties(t *testing.T) { formtest.Properties(t, D188) }

// The template was not read, so nothing of it may look certain.
func TestNothingIsCertain(t *testing.T) {
	for _, tab := range []*form.Table{D188.Head, D188.Table} {
		for _, c := range tab.Columns() {
			if c.Conf != form.Low {
				t.Errorf("%s is %s", c.Tag, c.Conf)
			}
		}
		for _, r := range tab.Rules {
			if r.Conf == form.High {
				t.Errorf("rule %s is %s", r.Code, r.Conf)
			}
		}
	}
}

func TestDauCarriesWhatIsKnown(t *testing.T) {
	got := string(D188.Head.AppendRow(nil, Dau(facts.DonVi{Ten: "Bệnh viện Mẫu", NguoiDaiDien: "Trần Văn Mẫu"})))
	if want := `{"TenDonVi":"Bệnh viện Mẫu","NguoiDaiDien":"Trần Văn Mẫu"}`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(D188.Table.AppendRow(nil, Dong(PhuLucGia, "Bảng giá"))); got != `{"LoaiPhuLuc":"gia","TenPhuLuc":"Bảng giá"}` {
		t.Errorf("got %s", got)
	}
}
