package office

import (
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
)

var given = []string{"An", "Bình", "Chi", "Dung", "Giang", "Hạnh", "Khánh", "Linh", "Mai", "Ngọc"}

// staffed is an employer with n people in the roster of October, some of them on leave,
// some paid by coefficients.
func staffed(t testing.TB, dir string, n int) *Office {
	t.Helper()
	o, err := Open(t.Context(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	dv, err := o.SampleCompany(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	people := make([]facts.NguoiLaoDong, n)
	for i := range people {
		people[i] = facts.NguoiLaoDong{
			MaNV: fmt.Sprintf("%05d", i+1), HoTen: "Nguyễn " + given[i/1000%10] + " " + given[i/100%10] + " " + given[i/10%10] + " " + given[i%10],
			MaSoBHXH: fmt.Sprintf("01%08d", i+1), SoCCCD: fmt.Sprintf("001%d90%06d", 1-i%2, i+1), NgaySinh: facts.NgaySinh(law.DayOf(1990, 1+i%12, 1+i/12%28)),
			GioiTinh: []facts.GioiTinh{facts.Nu, facts.Nam}[i%2], QuocTich: "VN", MaXa: "00004", MaTinh: "01", MaKCB: "01001",
			TrangThai: []facts.TrangThai{facts.DangDong, facts.DangDong, facts.DangDong, facts.DangDong, facts.ThaiSan, facts.NghiOm, facts.KhongLuong, facts.DaNghi}[i%8],
			TuThang:   demoBefore, PhongBan: []string{"May 1", "Văn phòng"}[i%2], ChucDanh: []string{"Công nhân may", "Kế toán", "=1+1"}[i%3], NoiLamViec: "Phường Ba Đình, Hà Nội",
			HopDong: facts.HopDong{So: fmt.Sprintf("%03d/HĐ", i), NgayKy: 20260102, Loai: "1", Tu: 20260105, Den: 20280104}, Vung: "01",
			Luong: facts.Luong{Known: true, MucLuong: int64(6_000_000 + 1000*(i%997)), PhuCap: int64(i%2) * 300_000},
		}
		if i%11 == 3 {
			people[i].Luong = facts.Luong{Known: true, HeSo: 2340, PhuCapCV: 400, TNVK: 500, BaoLuu: 100}
		}
	}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, people, "thử"); err != nil {
		t.Fatal(err)
	}
	return o
}

// The payroll of 1,000 people, to be filled, is taken in unchanged: not a word to say,
// and nothing to declare.
func TestPayrollTemplateGivesNothing(t *testing.T) {
	for _, layout := range sheet.PayrollLayouts {
		o := staffed(t, t.TempDir(), 1000)
		f, err := o.PayrollTemplate(t.Context(), TemplateOrder{Layout: layout, Month: SampleMonth})
		if err != nil {
			t.Fatal(err)
		}
		res, err := o.Import(t.Context(), ImportInput{Name: f.Name, Data: f.Bytes, Month: SampleMonth, Layout: layout})
		if err != nil {
			t.Fatal(err)
		}
		if loi, nhac := res.Faults(); loi+nhac > 0 || res.Rows != 875 {
			t.Errorf("%s: %d lines, %d errors, %d remarks: %v", layout, res.Rows, loi, nhac, res.Book.Problems[:min(3, loi+nhac)])
		}
		cmp, err := o.Compare(t.Context(), SampleMonth)
		if err != nil {
			t.Fatal(err)
		}
		if len(cmp.Proposals)+len(cmp.Undecided) > 0 {
			t.Errorf("%s: %d proposals, %d undecided", layout, len(cmp.Proposals), len(cmp.Undecided))
			for _, p := range cmp.Proposals[:min(3, len(cmp.Proposals))] {
				t.Errorf("%s %v → %v: %s", p.PhuongAn, p.Old, p.New, p.LyDo)
			}
			for _, p := range cmp.Undecided[:min(3, len(cmp.Undecided))] {
				t.Errorf("%s: %s", p.Loai, p.LyDo)
			}
		}
	}
}

// Without people it is blank, and still offers the titles of the employer.
func TestBlankPayrollTemplate(t *testing.T) {
	o := staffed(t, t.TempDir(), 16)
	f, err := o.PayrollTemplate(t.Context(), TemplateOrder{Layout: "L4", Month: SampleMonth, Blank: true})
	if err != nil || f.Name != "bang-luong-L4-2026-11-trong.xlsx" {
		t.Fatal(f.Name, err)
	}
	tabs, _, err := sheet.ReadCells(t.Context(), f.Bytes, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(tabs) != 2 || len(tabs[0].Rows) != 1 {
		t.Fatalf("%d sheets, %d lines", len(tabs), len(tabs[0].Rows))
	}
	var titles []string
	for _, row := range tabs[1].Rows[2:] {
		for _, c := range row {
			if c.Col == 1 {
				titles = append(titles, c.Text)
			}
		}
	}
	if got := strings.Join(titles, "|"); got != "=1+1|Công nhân may|Kế toán" {
		t.Errorf("titles offered: %s", got)
	}
	if _, err := o.PayrollTemplate(t.Context(), TemplateOrder{Layout: "L2", Month: SampleMonth}); err == nil || !strings.Contains(Say(err), "L4, L1") {
		t.Errorf("a layout that is not written: %s", Say(err))
	}
}
