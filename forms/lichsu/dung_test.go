package lichsu

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"ankhai/forms/form/formtest"
)

// The history does not depend on the order in which files are given, nor on a file being
// given under two names.
func TestOrderAndRepetition(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	r := rand.New(rand.NewPCG(7, 7))
	for _, file := range files {
		a, err := formtest.ReadArchive(file)
		if err != nil {
			t.Fatal(err)
		}
		part := map[string]string{}
		for _, p := range a.Parts {
			part[p.Name] = p.Text
		}
		v := vaoCua(t, part)
		want := histories(Dung(v))
		mixed := v
		mixed.Dong = slices.Clone(v.Dong)
		r.Shuffle(len(mixed.Dong), func(i, j int) { mixed.Dong[i], mixed.Dong[j] = mixed.Dong[j], mixed.Dong[i] })
		if got := histories(Dung(mixed)); !slices.Equal(got, want) {
			t.Errorf("%s: in another order\n%v\nwant\n%v", filepath.Base(file), got, want)
		}
		twice := v
		twice.Dong = slices.Clone(v.Dong)
		for _, d := range v.Dong {
			d.Tep = "bản sao " + d.Tep
			twice.Dong = append(twice.Dong, d)
		}
		if got := histories(Dung(twice)); len(v.Giu) == 0 && !slices.Equal(got, want) {
			t.Errorf("%s: given twice\n%v\nwant\n%v", filepath.Base(file), got, want)
		}
	}
}

// histories are the people with their months, without what told of them, sorted.
func histories(k KetQua) (out []string) {
	for _, n := range k.Nguoi {
		for i := range n.Moc {
			n.Moc[i].Nguon = ""
		}
		out = append(out, inKetQua(KetQua{Nguoi: []Nguoi{n}}))
	}
	slices.Sort(out)
	return out
}
