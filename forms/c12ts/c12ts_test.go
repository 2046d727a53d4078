package c12ts

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D366) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D366) }

func TestProperties(t *testing.T) { formtest.Properties(t, D366) }

func TestChiTieu(t *testing.T) {
	for ma, want := range map[string]string{"A": "Kỳ trước mang sang", "B.3.1.2.1": "Số tiền chậm đóng", "C.12": "UNC", "C.0": "", "C.01": "", "C.x": "", "E": ""} {
		if got := ChiTieu.Label(ma); got != want || ChiTieu.Has(ma) != (want != "") {
			t.Errorf("%s: got %q, want %q", ma, got, want)
		}
	}
	if got, want := len(Moi(2)), 63; got != want {
		t.Errorf("%d rows, want %d", got, want)
	}
}

// A cell blank on purpose counts as nothing, one that is unknown is not compared.
func TestUnknownIsNotZero(t *testing.T) {
	d := form.New(D366)
	d.Rows = Moi(0)
	Dat(d.Rows, "A.3", form.NumValue(5))
	Dat(d.Rows, "A.3.1", form.NumValue(4))
	has := func() bool {
		for _, f := range d.Check(20261122, 202611) {
			if f.Code == "C12-TS-12" {
				return true
			}
		}
		return false
	}
	if has() {
		t.Error("an unknown part is taken for nothing")
	}
	Dat(d.Rows, "A.3.2", form.BlankValue())
	if !has() {
		t.Error("a blank part is not taken for nothing")
	}
	if Dat(d.Rows, "E", form.NumValue(1)) {
		t.Error("a row that the statement has not is written")
	}
}

func TestNoiTiep(t *testing.T) {
	truoc, nay := form.New(D366), form.New(D366)
	truoc.Rows, nay.Rows = Moi(0), Moi(0)
	Dat(truoc.Rows, "Đ.2.2", form.NumValue(100), form.NumValue(7), form.Value{}, form.BlankValue())
	Dat(nay.Rows, "A.2.2", form.NumValue(100), form.NumValue(8), form.NumValue(3), form.NumValue(2))
	got := NoiTiep(truoc, nay)
	if len(got) != 2 {
		t.Fatalf("got %v", got)
	}
	for i, want := range []Lech{{"A.2.2", HuuTri, 7, 8}, {"A.2.2", BHTN, 0, 2}} {
		if got[i] != want {
			t.Errorf("got %+v, want %+v", got[i], want)
		}
	}
}

func TestDau(t *testing.T) {
	got := string(D366.Head.AppendRow(nil, Dau(facts.DonVi{Ten: "Công ty TNHH May Mẫu", MaDonVi: "YN0001A"}, 202611)))
	want := `{"Thang":"2026-11","TenDonVi":"Công ty TNHH May Mẫu","MaDonVi":"YN0001A"}`
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
