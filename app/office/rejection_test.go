package office

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/form"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

// returnedDossier has the practice gateway return a signed dossier with an officer's
// words.
func returnedDossier(t *testing.T, o *Office, words string) string {
	t.Helper()
	slow := sandbox.Steps{GiaiQuyet: time.Hour, KetQua: 2 * time.Hour}
	box, err := sandbox.New(sandbox.Options{Dir: t.TempDir(), Now: testNow, Checks: GatewayChecks(testNow), Steps: slow})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	url, _, err := box.Start("")
	if err != nil {
		t.Fatal(err)
	}
	id := signedDossier(t, o)
	if _, err := o.Send(t.Context(), id, url); err != nil {
		t.Fatal(err)
	}
	v, err := o.Dossier(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if err := box.TraLai(v.Key, words); err != nil {
		t.Fatal(err)
	}
	if v, err = o.Refresh(t.Context(), id, url); err != nil || v.State != storage.TraLai {
		t.Fatalf("state %s, %v", v.State, err)
	}
	return id
}

func sayReasons(r Rejection) string {
	var b strings.Builder
	for _, x := range r.Reasons {
		fmt.Fprintf(&b, "%d %s\n", x.N, x.Say)
		for _, p := range x.Places {
			fmt.Fprintf(&b, "  %s chắc=%v đổi=%v mất=%v %s→%s\n", p.Where(), p.Chac, p.Changed, p.Gone, p.Was, p.Now)
		}
		for _, q := range x.Rules {
			fmt.Fprintf(&b, "  quy tắc %s\n", q.Goc())
		}
	}
	return b.String()
}

func TestReturnedDossierIsRedoneAndItsReasonsFollow(t *testing.T) {
	o := sampleDesk(t)
	id := returnedDossier(t, o, "D02-LT dòng 2: mức lương chưa khớp hợp đồng. Hồ sơ chưa đúng thành phần")
	r, err := o.Rejection(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Reasons) != 2 || len(r.Reasons[0].Sure()) != 1 || len(r.Reasons[1].Places) != 0 {
		t.Fatalf("reasons\n%s", sayReasons(r))
	}
	at := r.Reasons[0].Places[0]
	if at.Dong != 2 || at.Tag != "MucLuong" || at.Who == "" || at.Was == "" {
		t.Errorf("place %+v", at)
	}
	if fs := r.AsFaults(); len(fs) != 2 || fs[0].Places[0].Tag != "MucLuong" || fs[1].Places != nil {
		t.Errorf("faults %+v", fs)
	}
	next, err := o.Again(t.Context(), id)
	if err != nil || next.Parent != id {
		t.Fatalf("%+v %v", next, err)
	}
	if _, err := o.EditCells(t.Context(), next.ID, "D02-LT", "", []CellText{{Row: 1, Tag: "MucLuong", Text: "9100000"}}); err != nil {
		t.Fatal(err)
	}
	diff, err := o.Difference(t.Context(), next.ID, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(diff.Cells) != 1 || diff.From != id || diff.Cells[0].Tag != "MucLuong" || diff.Cells[0].Truoc != at.Was || diff.Cells[0].BayGio != "9.100.000" {
		t.Errorf("difference %+v", diff)
	}
	other, err := o.Difference(t.Context(), id, "")
	if err != nil || other.To != next.ID || len(other.Cells) != 1 {
		t.Errorf("difference of the original %+v %v", other, err)
	}
	r, err = o.Rejection(t.Context(), next.ID)
	if err != nil {
		t.Fatal(err)
	}
	if p := r.Reasons[0].Places[0]; !p.Changed || p.Now != "9.100.000" || r.Copy != next.ID {
		t.Errorf("reasons of the copy\n%s", sayReasons(r))
	}
	if fs := r.AsFaults(); len(fs) != 1 {
		t.Errorf("a changed cell is still marked: %+v", fs)
	}
	if err := o.DeleteRow(t.Context(), next.ID, "D02-LT", "", 1); err != nil {
		t.Fatal(err)
	}
	if r, err = o.Rejection(t.Context(), next.ID); err != nil || !r.Reasons[0].Places[0].Gone {
		t.Errorf("a row that went: %s %v", sayReasons(r), err)
	}
}

func TestReturnedRowsArePartedFromTheGood(t *testing.T) {
	o := sampleDesk(t)
	id := returnedDossier(t, o, "D02-LT dòng 2: sai mức lương")
	docs, err := o.store.Docs(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	made, err := o.Redo(t.Context(), id, BothParts, nil)
	if err != nil || len(made) != 2 {
		t.Fatalf("%v %v", made, err)
	}
	var rows []int
	for _, d := range made {
		part, err := o.store.Docs(t.Context(), d.ID)
		if err != nil || d.Parent != id {
			t.Fatal(d, err)
		}
		rows = append(rows, len(part[0].Rows))
		if d.ID == made[0].ID && part[0].Rows[0][0] != docs[0].Rows[1][0] {
			t.Error("the returned row is not the one that was named")
		}
	}
	if rows[0] != 1 || rows[1] != len(docs[0].Rows)-1 {
		t.Errorf("rows %v of %d", rows, len(docs[0].Rows))
	}
	signDossier(t, o, made[1].ID) // the good rows go ahead
	if _, err := o.Redo(t.Context(), id, BothParts, []tralai.Noi{{Mau: "D02-LT", Dong: 99}}); !errors.Is(err, tralai.ErrKhongTach) {
		t.Errorf("no such row: %v", err)
	}
}

func TestWordsWithoutARowPartNothing(t *testing.T) {
	o := sampleDesk(t)
	id := returnedDossier(t, o, "Hồ sơ chưa đúng thành phần")
	if _, err := o.Redo(t.Context(), id, ReturnedRows, nil); !errors.Is(err, ErrNoneNamed) {
		t.Errorf("got %v", err)
	}
	if _, err := o.Difference(t.Context(), id, ""); !errors.Is(err, ErrNoOrigin) {
		t.Errorf("got %v", err)
	}
}

func TestKeptReasonWarnsInLaterDrafts(t *testing.T) {
	o := sampleDesk(t)
	id := returnedDossier(t, o, "D02-LT dòng 1: mức lương chưa khớp")
	r, err := o.Rejection(t.Context(), id)
	if err != nil || len(r.Reasons[0].Rules) != 1 {
		t.Fatalf("%s %v", sayReasons(r), err)
	}
	kept, err := o.KeepRule(t.Context(), r.Reasons[0].Rules[0].Goc(), id)
	if err != nil || kept.ID != "QT1" {
		t.Fatalf("%+v %v", kept, err)
	}
	twice, err := o.KeepRule(t.Context(), kept.Rule.Goc(), id)
	if err != nil || twice.ID != kept.ID {
		t.Errorf("the same rule again: %+v %v", twice, err)
	}
	next, err := o.Again(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	warned := func() (f form.Fault, ok bool) {
		faults, err := o.Check(t.Context(), next.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range faults {
			if f.Code == "RIENG-QT1" {
				return f, true
			}
		}
		return f, false
	}
	f, ok := warned()
	if !ok || f.Level != form.Nhac || f.Places[0].Row != 1 || !strings.Contains(f.Basis, id) {
		t.Errorf("warning %+v", f)
	}
	if err := o.SwitchRule(t.Context(), "QT1", false); err != nil {
		t.Fatal(err)
	}
	if _, ok := warned(); ok {
		t.Error("a rule that is off warns")
	}
	if err := o.RemoveRule(t.Context(), "QT1"); err != nil {
		t.Fatal(err)
	}
	if err := o.SwitchRule(t.Context(), "QT1", true); !errors.Is(err, ErrNoRule) {
		t.Errorf("got %v", err)
	}
}

// A copy takes the papers along, with what was said of them.
func TestCopyTakesThePapers(t *testing.T) {
	o := sampleDesk(t)
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	if err := o.AttachMarked(t.Context(), id, "hop-dong.pdf", []byte("%PDF-1.4\n"), storage.Mark{Sensitive: true}); err != nil {
		t.Fatal(err)
	}
	next, err := o.Again(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	files, err := o.AttachedFiles(t.Context(), next.ID)
	if err != nil || len(files) != 1 || files[0].Name != "hop-dong.pdf" {
		t.Fatalf("%v %v", files, err)
	}
	marks, err := o.store.Marks(t.Context(), next.ID)
	if err != nil || !marks[files[0].ID].Sensitive {
		t.Errorf("marks %v %v", marks, err)
	}
}
