package office

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"ankhai/forms/c12"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet/mau"
)

// The statement, clean and with each error of the catalogue that one can have, gives
// every cell and names every fault at its place, and nothing else. What cannot be read
// is unknown, never nothing.
func TestStatementFixtures(t *testing.T) {
	for _, bo := range append([]*mau.Bo{mau.Sach("L8", 100)}, mau.CacBan("L8", 100)...) {
		t.Run(bo.Ten, func(t *testing.T) { checkStatement(t, bo, mau.Viet(bo.Trang, mau.Cach{})) })
	}
}

// checkStatement reads a workbook and compares it with its oracle.
func checkStatement(t *testing.T, bo *mau.Bo, data []byte) {
	t.Helper()
	got, findings, err := readC12(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	var found []mau.Loi
	for _, f := range findings {
		sheet, cell, _ := strings.Cut(f.Field, "!")
		found = append(found, mau.Loi{Sheet: sheet, O: cell, Ma: f.Code, Muc: f.Level})
	}
	if got, want := strings.Join(mau.Dinh(found), "\n"), strings.Join(mau.Dinh(bo.Loi), "\n"); got != want {
		t.Errorf("faults are\n%s\nwant\n%s\n%+v", got, want, findings)
	}
	if got.Thang != bo.Thang || got.MaDonVi != bo.MaDonVi || got.Mau != c12.Mau366 {
		t.Errorf("the head is %v %q %s, want %v %q", got.Thang, got.MaDonVi, got.Mau, bo.Thang, bo.MaDonVi)
	}
	rows := slices.DeleteFunc(slices.Clone(got.Dong), func(d c12.Dong) bool { return d.Ma == "A" || d.Ma == "B" || d.Ma == "Đ" })
	if len(rows) != len(bo.Muc) {
		t.Fatalf("%d rows, want %d", len(rows), len(bo.Muc))
	}
	for i, want := range bo.Muc {
		if rows[i].Ma != want.Ma {
			t.Fatalf("row %d is %s, want %s", i, rows[i].Ma, want.Ma)
		}
		for k, c := range got.Cot() {
			v, shown := rows[i].O[c], ""
			switch v.A {
			case form.Known:
				shown = strconv.FormatInt(v.N, 10)
			case form.Unknown:
				shown = "?"
			}
			if bare := !strings.Contains(want.Ma, ".") && shown == "?"; shown != want.O[k] && !(bare && want.O[k] == "") {
				t.Errorf("%s, %s: got %q, want %q", want.Ma, c.Ten(), shown, want.O[k])
			}
		}
	}
}

// The clean statement adds up by the rules of the mẫu, so an error is what was sown.
func TestCleanStatementAddsUp(t *testing.T) {
	bo := mau.Sach("L8", 100)
	got, _, err := readC12(t.Context(), mau.Viet(bo.Trang, mau.Cach{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range got.Doc().Check(law.DayOf(2026, 12, 5), mau.Thang) {
		t.Errorf("%s %s", f.Code, f.Say)
	}
}

// Every statement that can be read is kept and opens again as it was read; that of
// another unit code with a warning.
func TestStatementsAreKept(t *testing.T) {
	for _, bo := range append([]*mau.Bo{mau.Sach("L8", 100)}, mau.CacBan("L8", 100)...) {
		if bo.Thang == 0 {
			continue
		}
		o := sampleDesk(t)
		dv, err := o.Company(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		res, err := o.ImportC12(t.Context(), C12File{Name: bo.Ten + ".xlsx", Data: mau.Viet(bo.Trang, mau.Cach{})})
		if err != nil || !res.Kept {
			t.Fatalf("%s: %v %+v", bo.Ten, err, res.Found)
		}
		kept, _, err := o.statement(t.Context(), dv.MaSoThue, res.Month)
		if err != nil || len(kept.Dong) != len(res.Statement.Dong) || kept.Nop()[1] != res.Statement.Nop()[1] {
			t.Errorf("%s opens as %+v, %v", bo.Ten, kept, err)
		}
		said := slices.ContainsFunc(res.Found, func(f Finding) bool { return strings.Contains(f.Say, "Thông báo ghi mã đơn vị "+bo.MaDonVi) })
		if want := bo.MaDonVi != dv.MaDonVi; said != want {
			t.Errorf("%s, unit %s at the desk of %s: said %v", bo.Ten, bo.MaDonVi, dv.MaDonVi, said)
		}
	}
}
