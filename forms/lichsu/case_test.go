package lichsu

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
)

// A case is lines of files and the history they give, in words. The first line of each
// table names its columns:
//
//	-- tep.tsv --  ten, thang, bang (x: a month's payroll)
//	-- dong.tsv -- tep, noi, pa ("bảng": stands in a payroll, "TK1": who somebody is), tu, den, hoTen, sinh, gt, maSo, cccd, luong, chucDanh
//	-- biet.tsv -- id, hoTen, sinh, maSo, cccd, tu, trang, luong: whom the program has; a line more for each month, "mo" in mo: a payroll that opened
//	-- mo --       the month whose payroll opened the program's roster
//	-- giu --      what a person said is right, one a line
//	-- ket-qua.txt --
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { oneCase(t, file) })
	}
}

func oneCase(t *testing.T, file string) {
	a, err := formtest.ReadArchive(file)
	if err != nil {
		t.Fatal(err)
	}
	part := map[string]string{}
	for _, p := range a.Parts {
		part[p.Name] = p.Text
	}
	v := vaoCua(t, part)
	got := inKetQua(Dung(v))
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		for i := range a.Parts {
			if a.Parts[i].Name == "ket-qua.txt" {
				a.Parts[i].Text = got
			}
		}
		if err := os.WriteFile(file, a.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := part["ket-qua.txt"]; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// table reads tab-separated lines under a line of names.
func table(s string) (out []map[string]string) {
	var heads []string
	for line := range strings.Lines(s) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if heads == nil {
			heads = cells
			continue
		}
		row := map[string]string{}
		for i, c := range cells {
			row[heads[i]] = c
		}
		out = append(out, row)
	}
	return out
}

func vaoCua(t *testing.T, part map[string]string) (v Vao) {
	t.Helper()
	month := func(s string) law.Month {
		m, ok := law.ParseMonth(s)
		if !ok && s != "" {
			t.Fatalf("month %q", s)
		}
		return m
	}
	for _, r := range table(part["tep.tsv"]) {
		v.Tep = append(v.Tep, Tep{r["ten"], month(r["thang"]), r["bang"] != ""})
	}
	for _, r := range table(part["dong.tsv"]) {
		d := Dong{Tep: r["tep"], Noi: r["noi"], Loai: KhaiPhuongAn, PhuongAn: r["pa"], Tu: month(r["tu"]), Den: month(r["den"]), Nguoi: nguoiCua(t, r)}
		switch r["pa"] {
		case "bảng":
			d.Loai, d.PhuongAn = TrongBang, ""
		case "TK1":
			d.Loai, d.PhuongAn = NhanThan, ""
		}
		v.Dong = append(v.Dong, d)
	}
	for _, r := range table(part["biet.tsv"]) {
		p := nguoiCua(t, r)
		p.ID = r["id"]
		if n := len(v.Biet); n == 0 || v.Biet[n-1].Nguoi.ID != p.ID {
			v.Biet = append(v.Biet, Biet{Nguoi: p, MoBoi: r["mo"] != ""})
		}
		if r["tu"] != "" {
			b := &v.Biet[len(v.Biet)-1]
			p.TuThang, p.TrangThai = month(r["tu"]), facts.TrangThai(r["trang"])
			b.Rieng = append(b.Rieng, p)
		}
	}
	v.Mo = month(strings.TrimSpace(part["mo"]))
	v.Giu = map[string]bool{}
	for line := range strings.Lines(part["giu"]) {
		v.Giu[strings.TrimSpace(line)] = true
	}
	return v
}

func nguoiCua(t *testing.T, r map[string]string) facts.NguoiLaoDong {
	t.Helper()
	p := facts.NguoiLaoDong{HoTen: r["hoTen"], MaSoBHXH: r["maSo"], SoCCCD: r["cccd"], GioiTinh: facts.GioiTinh(r["gt"]), ChucDanh: r["chucDanh"]}
	if s := r["sinh"]; s != "" {
		var ok bool
		if p.NgaySinh, ok = facts.ParseNgaySinh(s); !ok {
			t.Fatalf("birth %q", s)
		}
	}
	if s := strings.ReplaceAll(r["luong"], ".", ""); s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		p.Luong = facts.Luong{Known: true, MucLuong: n}
	}
	return p
}

// inKetQua writes a history for people to read.
func inKetQua(k KetQua) string {
	var b strings.Builder
	for _, n := range k.Nguoi {
		fmt.Fprintf(&b, "%s", n.Ai.HoTen)
		for _, s := range []string{n.Ai.ID, n.Ai.NgaySinh.String(), n.Ai.MaSoBHXH, n.Ai.SoCCCD} {
			if s != "" {
				fmt.Fprintf(&b, " · %s", s)
			}
		}
		b.WriteString("\n")
		for _, m := range n.Moc {
			fmt.Fprintf(&b, "  %s %s", m.TuThang, TrangLuong(m.NguoiLaoDong))
			if m.ChucDanh != "" {
				fmt.Fprintf(&b, ", %s", m.ChucDanh)
			}
			fmt.Fprintf(&b, " ← %s\n", m.Nguon)
		}
	}
	if len(k.Bo) > 0 {
		fmt.Fprintf(&b, "không lấy dòng %v\n", k.Bo)
	}
	for _, v := range k.VanDe {
		fmt.Fprintf(&b, "%s %s", v.Ma, v.Muc)
		if v.HoTen != "" {
			fmt.Fprintf(&b, " %s", v.HoTen)
		}
		fmt.Fprintf(&b, ": %s", v.Say)
		if len(v.Cho) > 0 {
			fmt.Fprintf(&b, " [%s]", strings.Join(v.Cho, ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}
