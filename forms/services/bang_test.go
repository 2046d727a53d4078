package services_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/services"
)

// updating reports whether -update, which package formtest declares, was given.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// golden compares with a file that a person reads, and rewrites it with -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if updating() {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what the tables say, see -update", file)
	}
}

// The page of the 30 services is written from the tables.
func TestServicesPage(t *testing.T) {
	golden(t, "../../docs/dich-vu.md", services.Trang())
}

// What the tables say of every service holds together.
func TestEveryServiceIsWhole(t *testing.T) {
	cases := 0
	for _, s := range services.Services() {
		for _, f := range services.Facts {
			has := map[string]bool{"mau": len(s.Mau) > 0, "giay-to": len(s.GiayTo) > 0, "tthc": s.TTHC != ""}
			want, asked := has[f]
			if _, got := s.DoChac[f]; got != (want || !asked) {
				t.Errorf("%s: how sure %q is: got %v", s.ID, f, got)
			}
		}
		if s.CoTheNopCau == "" || strings.Contains(s.CoTheNopCau, "  ") {
			t.Errorf("%s: who files: %q", s.ID, s.CoTheNopCau)
		}
		for i, c := range s.TruongHop {
			cases++
			if want := fmt.Sprintf("%s.%02d", s.ID, i+1); c.ID != want {
				t.Errorf("case %d of %s is %s, want %s", i+1, s.ID, c.ID, want)
			}
			for _, m := range c.Mau {
				if !slices.Contains(s.Mau, m) {
					t.Errorf("%s takes %s, which is no form of its service", c.ID, m)
				}
			}
			checkProcedures(t, s, c)
		}
		for _, g := range s.GiayTo {
			for _, o := range s.GiayTo {
				if g.Nhom != "" && g.Nhom == o.Nhom && g.BatBuoc != o.BatBuoc {
					t.Errorf("%s and %s are alternatives, but one is required and one is not", g.ID, o.ID)
				}
			}
			if g.Tuy && g.Khi == "" {
				t.Errorf("%s is asked for when?", g.ID)
			}
		}
	}
	if cases < 150 {
		t.Errorf("%d cases", cases)
	}
}

// checkProcedures asks that every form of a case may stand in the dossiers that it
// is drafted as, and that those have what they must.
func checkProcedures(t *testing.T, s services.DichVu, c services.TruongHop) {
	t.Helper()
	under := c.ThuTuc
	if len(under) == 0 {
		under = []string{s.ID}
	}
	for _, code := range under {
		p, ok := services.Procedure(code)
		if !ok || !c.Nhan(p) {
			t.Errorf("%s: procedure %s does not take it", c.ID, code)
			continue
		}
		for _, m := range slices.Concat(c.Mau, c.MauKem) {
			if !p.Cho(m) {
				t.Errorf("%s: procedure %s does not take %s", c.ID, code, m)
			}
		}
		for _, m := range p.BatBuoc {
			if !p.Rieng && !slices.Contains(c.Mau, m) {
				t.Errorf("%s: procedure %s wants %s, the case does not", c.ID, code, m)
			}
		}
	}
}

// A service without an official code is a dossier under its own ID, and says so.
func TestServicesWithoutACode(t *testing.T) {
	for _, s := range services.Services() {
		p, ok := services.Procedure(strings.ToLower(s.ID))
		own := slices.ContainsFunc(s.TruongHop, func(c services.TruongHop) bool { return len(c.ThuTuc) == 0 })
		if ok != own {
			t.Errorf("%s: a procedure of its own: got %v, want %v", s.ID, ok, own)
		}
		if ok && (!p.Rieng || !p.KhongQuaIVAN || p.DichVu != s.ID || p.Kenh == "" || p.HetHieuLuc() || !strings.Contains(p.GhiChu, "không phải mã chính thức")) {
			t.Errorf("%s: %+v", s.ID, p)
		}
	}
	b3, _ := services.Procedure("B3")
	if fmt.Sprint(b3.BatBuoc) != "[13-HSB]" || b3.Ten != "Ủy quyền lĩnh thay lương hưu, trợ cấp BHXH" || !b3.DinhKem {
		t.Errorf("B3: %+v", b3)
	}
	a3, _ := services.Procedure("A3")
	if !a3.HuongDan || a3.DinhKem || len(a3.BatBuoc)+len(a3.MotTrong)+len(a3.DuocKem) > 0 {
		t.Errorf("A3: %+v", a3)
	}
	c15, _ := services.Procedure("C15")
	if fmt.Sprint(c15.MotTrong) != "[12-HSB 14-HSB]" || !c15.Cho("12-HSB") || c15.Cho("D02-LT") {
		t.Errorf("C15: %+v", c15)
	}
	if p, _ := services.Procedure("600"); p.Rieng || p.KhongQuaIVAN {
		t.Errorf("600: %+v", p)
	}
}

// The guide of a service is what a person takes along.
func TestGuide(t *testing.T) {
	golden(t, "testdata/huong-dan-A3.md", services.HuongDanCua("A3"))
	golden(t, "testdata/huong-dan-C4.md", services.HuongDanCua("C4"))
	if got := services.HuongDanCua("Z9"); got != "" {
		t.Errorf("no such service: %q", got)
	}
}
