package office

import (
	"strings"
	"testing"

	"ankhai/forms/law"
	"ankhai/forms/services/han"
)

// done lists the first steps that are done.
func done(t *testing.T, o *Office) string {
	t.Helper()
	steps, err := o.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range steps {
		if s.Done {
			out = append(out, s.Key)
		}
	}
	return strings.Join(out, " ")
}

// The first steps are facts: nothing at first, and each as soon as it is so.
func TestStartIsFacts(t *testing.T) {
	empty := openDesk(t, t.TempDir())
	if got := done(t, empty); got != "" {
		t.Errorf("at first done: %s", got)
	}
	o := sampleDesk(t)
	if got := done(t, o); got != "don-vi danh-sach" {
		t.Errorf("with a roster done: %s", got)
	}
	if _, err := o.NewRecovery(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := done(t, o); got != "don-vi khoa danh-sach" {
		t.Errorf("with a recovery key done: %s", got)
	}
}

// What is the same thing by the same day is one line, with the light of its day.
func TestDueGroups(t *testing.T) {
	due := func(who, ma string, day law.Day, s han.TrangThai, left int) Due {
		return Due{Ai: who, PersonID: who, Viec: han.Viec{Han: han.Han{Ma: ma, Viec: "việc " + ma}, Ngay: day, Trang: s, Con: left}}
	}
	d := Dues{Viec: []Due{
		due("An", "A", 20261120, han.QuaHan, -2), due("Bé", "B", 20261125, han.SapHet, 3), due("Cúc", "B", 20261125, han.SapHet, 3), due("Dũng", "B", 20261230, han.Con, 38),
	}}
	var got []string
	for _, g := range d.Groups() {
		got = append(got, string(g.Level)+" "+g.Stand+" "+g.Who+" "+g.Go.ID)
	}
	if want := "do quá hạn 2 ngày An An|vang còn 3 ngày 2 người Bé|xanh còn 38 ngày Dũng Dũng"; strings.Join(got, "|") != want {
		t.Errorf("groups %q", got)
	}
	// the payments of two months that are due by one day are two things
	pay := func(task, period string) Due {
		d := due("đơn vị", "KD-1", 20261130, han.SapHet, 8)
		d.Viec.Han.Viec, d.Ky = task, period
		return d
	}
	d = Dues{Viec: []Due{pay("Đóng tiền của tháng", "2026-10"), pay("Đóng tiền của tháng", "2026-11"), pay("Đóng tiền của kỳ", "2026-12")}}
	got = nil
	for _, g := range d.Groups() {
		got = append(got, g.Viec)
	}
	if want := "Đóng tiền của tháng 10/2026|Đóng tiền của tháng 11/2026|Đóng tiền của kỳ đến hết tháng 12/2026"; strings.Join(got, "|") != want {
		t.Errorf("groups %q", got)
	}
}
