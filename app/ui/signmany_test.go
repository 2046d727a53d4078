package ui

import (
	"context"
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/signing/signtest/softhsm"
	"ankhai/storage"
)

// On a real store with a real (software) token: one PIN signs three dossiers, the one
// with faults is left out and told why.
func TestSignManyInTheWindow(t *testing.T) {
	ctx := context.Background()
	o, _ := rehearsed(t)
	plugIn(t, o)
	draftSome(t, o)
	uitest.App(t)
	s, w := windowOf(t, o, 900, 480)
	s.Go(office.Place{Screen: "ho-so"})
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	keys := w.Canvas().Overlays().Top()
	for _, e := range uitest.Find[*xwidget.Entry](keys) {
		if e.PlaceHolder == "Mã PIN của token" {
			e.SetText(softhsm.PIN)
		}
	}
	uitest.Press(t, keys, "Ký bằng token")
	summary := w.Canvas().Overlays().Top()
	if summary == nil {
		t.Fatal("nothing tells what became of the batch")
	}
	words := strings.Join(uitest.Words(summary), "|")
	for _, want := range []string{"Đã ký 3 trong 4 hồ sơ", "1 hồ sơ bị bỏ qua", "lỗi phải sửa trước khi ký", "D02-LT"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not said in %s", want, words)
		}
	}
	all, err := o.Dossiers(ctx)
	if err != nil {
		t.Fatal(err)
	}
	signed, left := 0, ""
	for _, d := range all {
		if d.State.Draft() {
			left = d.ID
			continue
		}
		if one, err := o.Dossier(ctx, d.ID); err != nil || one.State != storage.DaKy || one.Signer != "CÔNG TY CÓ TOKEN" {
			t.Errorf("%s is %s, signed by %q, %v", d.ID, one.State, one.Signer, err)
		}
		signed++
	}
	if signed != 3 || left == "" {
		t.Fatalf("%d signed, left out %q", signed, left)
	}
	uitest.Press(t, summary, "Mở hồ sơ "+left)
	noDialog(t, w)
	if lists := uitest.Find[*xwidget.FaultList](w.Content()); len(lists) != 1 || len(lists[0].Items()) == 0 {
		t.Error("the dossier that was left out opens without its faults")
	}
}

// draftSome drafts three changes of pay, which are complete, and one new employee, of
// whom the workbook does not say enough.
func draftSome(t *testing.T, o *office.Office) {
	t.Helper()
	res, err := o.Compare(context.Background(), office.SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"DC": 3, "TM": 1}
	for i, p := range res.Proposals {
		if want[p.PhuongAn] == 0 {
			continue
		}
		want[p.PhuongAn]--
		if _, err := o.Draft(context.Background(), "600", office.SampleMonth, res.Proposals[i:i+1]); err != nil {
			t.Fatal(err)
		}
	}
}
