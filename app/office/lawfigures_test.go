package office

import (
	"strings"
	"testing"

	"ankhai/forms/law"
)

// Every figure can be read, the usual ones first; a row of the user's ends what the
// program knows, until it is taken away.
func TestLawFigures(t *testing.T) {
	o := sampleDesk(t)
	if say, err := o.PutFigure(t.Context(), law.Value{Name: "muc-tham-chieu", From: 20270701, Amount: 2_800_000, Basis: " Nghị định thử "}); say != "" || err != nil {
		t.Fatal(say, err)
	}
	all, err := o.LawFigures(t.Context())
	if err != nil || len(all) != len(law.Names()) || all[0].Name != "muc-tham-chieu" {
		t.Fatalf("%d figures, %v", len(all), err)
	}
	f := all[0]
	if v := f.All[0]; !f.Own() || !v.CuaNguoiDung || v.Now || v.Say != "2.800.000 đồng/tháng" || v.Basis != "Nghị định thử" || f.All[1].Until != 20270630 {
		t.Errorf("begins with %+v, then %+v", f.All[0], f.All[1])
	}
	if v, ok := f.Now(); !ok || v.Amount != 2_530_000 {
		t.Errorf("holds today: %+v", v)
	}
	if law.History("muc-tham-chieu")[len(law.History("muc-tham-chieu"))-1].Until != 0 {
		t.Error("the program's own figure was changed")
	}
	if there, err := o.DropFigure(t.Context(), "muc-tham-chieu", 20270701); !there || err != nil {
		t.Errorf("dropped %v, %v", there, err)
	}
	if there, _ := o.DropFigure(t.Context(), "muc-tham-chieu", 20270701); there {
		t.Error("dropped twice")
	}
}

// What a figure is read as is what it is typed as, in every unit there is.
func TestFiguresAreTypedAsTheyAreRead(t *testing.T) {
	for _, name := range law.Names() {
		for _, v := range law.History(name) {
			if v.Unit == "tháng tuổi" { // read in years, typed in months
				continue
			}
			said := figureSay(v.Amount, v.Unit)
			text, _, _ := strings.Cut(said, " ")
			if n, say := ReadFigure(name, text); n != v.Amount || say != "" {
				t.Errorf("%s: %d is said %q, which is read as %d %s", name, v.Amount, said, n, say)
			}
		}
	}
	for _, c := range []struct {
		name, text string
		want       int64
		say        string
	}{
		{"ty-le-bhtn-don-vi", "17.5", 1750, ""}, {"ty-le-bhtn-don-vi", " 1 %", 100, ""}, {"ty-le-bhtn-don-vi", "", 0, "Giá trị"}, {"ty-le-bhtn-don-vi", "1,234", 0, "Giá trị: không quá 2"},
		{"ty-le-bhtn-don-vi", "một", 0, "Giá trị"}, {"lai-suat-quy-bhxh", "0,628", 6280, ""}, {"muc-tham-chieu", "2530000", 2_530_000, ""}, {"muc-tham-chieu", "", 0, "Giá trị"},
		{"khong-co", "1", 0, "Số liệu: không có tên này"},
	} {
		if n, say := ReadFigure(c.name, c.text); n != c.want || !strings.HasPrefix(say, c.say) || (say == "") != (c.say == "") {
			t.Errorf("ReadFigure(%s, %q) = %d, %q", c.name, c.text, n, say)
		}
	}
}
