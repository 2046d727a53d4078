package office

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/law"
)

// The user's figure counts in the next calculation and stands in its working; the
// sheet carries answers, result and working, readable as text.
func TestCalculateWithOwnFigure(t *testing.T) {
	o := openDesk(t, t.TempDir())
	if say, err := o.PutFigure(t.Context(), law.Value{Name: "muc-tham-chieu", From: 20270701, Amount: 2_800_000, Basis: "Nghị định thử"}); say != "" || err != nil {
		t.Fatal(say, err)
	}
	answers := []byte(`{"tuNgay":"2027-07-10","hetNghi":"2027-07-01","ngayOm":40,"loai":"khac","soNgay":5}`)
	res, err := o.Calculate(t.Context(), "duong-suc-om-dau", answers)
	if err != nil || res.Total != 5*840_000 {
		t.Fatalf("%d, %v", res.Total, err)
	}
	f, err := o.CalculationSheet(t.Context(), "duong-suc-om-dau", answers)
	if err != nil || !bytes.HasPrefix(f.Bytes, []byte("%PDF")) {
		t.Fatal(err)
	}
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("pdftotext is missing")
		}
		t.Skip("pdftotext is missing")
	}
	path := filepath.Join(t.TempDir(), f.Name)
	if err := os.WriteFile(path, f.Bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(tool, "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"DƯỠNG SỨC SAU ỐM ĐAU", "10/07/2027", "4.200.000 đồng", "Nghị định thử", "30%"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the sheet lacks %q:\n%s", want, text)
		}
	}
	if say, err := o.PutFigure(t.Context(), law.Value{Name: "muc-tham-chieu", From: 20270701, Basis: "x", Amount: -1}); say == "" || err != nil {
		t.Error("a negative figure was kept", err)
	}
}
