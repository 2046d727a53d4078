package sheet_test

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
)

// LibreOffice opens reports and payrolls to be filled, works the totals out anew and
// saves them as its own: every cell says the same.
func TestLibreOfficeOpensTheReports(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	var rows [][]any
	for i, s := range formulas {
		rows = append(rows, []any{int64(i * 1_000_000), kept(s), "00123", law.Day(20261122), law.Month(202611), sheet.Fixed{N: 2340, Places: 3}})
	}
	report, err := sheet.WriteReport([]sheet.ReportTab{{Name: "Báo cáo", Title: "BÁO CÁO", Pin: 1, Rows: rows,
		Cols: []sheet.ReportCol{{Head: "Số", Sum: true}, {Head: "Chữ"}, {Head: "Mã"}, {Head: "Ngày"}, {Head: "Tháng"}, {Head: "Hệ số"}}}})
	if err != nil {
		t.Fatal(err)
	}
	books := map[string][]byte{"bao-cao": report}
	staff := payrollOf(formulas)
	for i := range staff {
		staff[i].MaSoBHXH, staff[i].Luong, staff[i].MaKCB, staff[i].HopDong = "0100000001", facts.Luong{Known: true, MucLuong: 6_000_000}, "01001", facts.HopDong{Loai: "0", Tu: 20260101}
	}
	for _, layout := range sheet.PayrollLayouts {
		if books[layout], err = sheet.WritePayroll(staff, sheet.PayrollOptions{Layout: layout, Titles: formulas}); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "ho-so"))}
	for name, data := range books {
		source := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(source, data, 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
		defer stop()
		out := filepath.Join(dir, "ra")
		said, err := exec.CommandContext(ctx, soffice, "-env:UserInstallation="+profile.String(), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, source).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		theirs, err := os.ReadFile(filepath.Join(out, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		want, got := cellsOf(t, data), cellsOf(t, theirs)
		if len(want) != len(got) || len(want) == 0 {
			t.Errorf("%s: %d cells, %d saved", name, len(want), len(got))
		}
		for at, s := range want {
			if got[at] != s {
				t.Errorf("%s: %s was %q, saved as %q", name, at, s, got[at])
			}
		}
	}
}

// cellsOf are the cells of a workbook as our reader has them, by sheet and address.
func cellsOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	tabs, problems, err := sheet.ReadCells(context.Background(), data, nil)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	out := map[string]string{}
	for _, tab := range tabs {
		for _, row := range tab.Rows {
			for _, c := range row {
				out[tab.Name+"!"+c.At] = c.Text
			}
		}
	}
	return out
}
