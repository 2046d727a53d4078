// Package lawtest runs the cases of calculators: one case, one txtar file that a
// lawyer can read. It is for tests; it knows no particular calculator.
//
// A case is testdata/<calculator>/<what it shows>.txtar:
//
//	Điều 45 khoản 2: 12.000.000 × 75% / 24 × 5 = 1.875.000   (source and working by hand)
//	-- vao.json --
//	{"luong": 12000000, "soNgay": 5}
//	-- tay --
//	Tổng: 1.875.000 đồng
//	-- ket-qua --
//	…
//	-- cach-tinh --
//	…
//
// «tay» is what was worked out by hand: each of its lines must be a line of the
// result, and nothing rewrites it. «loi» in its place names the faults that are
// expected. The rest is written by -update, which refuses to write while «tay» or
// «loi» do not hold.
package lawtest

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/law"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the workings of the cases again")

// Run runs every case below dir and asks that each of the calculators has one.
func Run(t *testing.T, dir string, must ...string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file))
		seen[name]++
		t.Run(name+"/"+strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { one(t, name, file) })
	}
	for _, name := range must {
		if seen[name] == 0 {
			t.Errorf("máy tính %s: chưa có trường hợp nào", name)
		}
	}
	t.Logf("%d trường hợp", len(files))
}

func one(t *testing.T, name, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(bytes.TrimSpace(a.Comment)) == 0 {
		t.Error("trường hợp không nêu căn cứ")
	}
	m, ok := law.TimMayTinh(name)
	if !ok {
		t.Fatalf("không có máy tính %q", name)
	}
	res, err := m.TinhJSON(section(a, "vao.json"), nil)
	got := map[string]string{}
	if err != nil {
		got["loi"] = faults(err)
	} else {
		got["ket-qua"], got["cach-tinh"] = Result(res), Working(res.Working, 0)
		check(t, res)
	}
	byHand, loi := section(a, "tay"), section(a, "loi")
	if (byHand == nil) == (loi == nil) {
		t.Fatal("trường hợp phải có đúng một trong hai: tay, loi")
	}
	if loi != nil && got["loi"] != string(loi) {
		t.Fatalf("lỗi\n got %s\nwant %s", got["loi"], loi)
	}
	for line := range strings.Lines(string(byHand)) {
		if !strings.Contains("\n"+got["ket-qua"], "\n"+line) {
			t.Fatalf("tính tay được %sra\n%s%s%s", line, got["ket-qua"], got["cach-tinh"], got["loi"])
		}
	}
	if *update {
		rewrite(t, file, a, got)
		return
	}
	for _, name := range []string{"ket-qua", "cach-tinh"} {
		if text := string(section(a, name)); text != got[name] {
			t.Errorf("%s\n got %s\nwant %s", name, got[name], text)
		}
	}
}

// check holds what is true of every result: each step says how and on which text,
// and nothing is negative.
func check(t *testing.T, r law.KetQuaTinh) {
	t.Helper()
	if r.Unit == "" || len(r.Working) == 0 {
		t.Error("kết quả không có đơn vị hoặc không có cách tính")
	}
	var walk func([]law.Buoc)
	walk = func(steps []law.Buoc) {
		for _, b := range steps {
			if b.Nhan == "" || b.CongThuc == "" || b.CanCu == "" {
				t.Errorf("bước %q: thiếu nhãn, công thức hoặc căn cứ", b.Nhan)
			}
			walk(b.Con)
		}
	}
	walk(r.Working)
}

func section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// rewrite writes result and working again.
func rewrite(t *testing.T, file string, a *txtar.Archive, got map[string]string) {
	t.Helper()
	out := &txtar.Archive{Comment: a.Comment}
	for _, name := range []string{"vao.json", "tay", "loi"} {
		if data := section(a, name); data != nil {
			out.Files = append(out.Files, txtar.File{Name: name, Data: data})
		}
	}
	for _, name := range []string{"ket-qua", "cach-tinh"} {
		if text := got[name]; text != "" {
			out.Files = append(out.Files, txtar.File{Name: name, Data: []byte(text)})
		}
	}
	if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
		t.Fatal(err)
	}
}

func faults(err error) string {
	var wrong law.LoiVaos
	var lack *law.ChuaBiet
	switch {
	case errors.As(err, &wrong):
		var b strings.Builder
		for _, f := range wrong {
			fmt.Fprintf(&b, "%s: %s\n", f.Ten, f.Say)
		}
		return b.String()
	case errors.As(err, &lack):
		return lack.Ten + ": " + lack.Say + "\n"
	}
	return "lỗi không phải của người dùng: " + err.Error() + "\n"
}

// Result writes total, parts and warnings as a person reads them.
func Result(r law.KetQuaTinh) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Tổng: %s\n", amount(r.Total, r.Unit))
	for _, p := range r.Parts {
		fmt.Fprintf(&b, "%s: %s\n", p.Nhan, amount(p.GiaTri, p.DonVi))
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "Lưu ý: %s\n", w)
	}
	return b.String()
}

func amount(n int64, unit string) string {
	if unit == law.DonViNuaNgay {
		return law.VietNua(n) + " ngày"
	}
	return law.VietSo(n) + " " + unit
}

// Working writes the steps as an indented list.
func Working(steps []law.Buoc, depth int) string {
	var b strings.Builder
	for _, s := range steps {
		fmt.Fprintf(&b, "%s%s: %s [%s]\n", strings.Repeat("  ", depth), s.Nhan, s.CongThuc, s.CanCu)
		b.WriteString(Working(s.Con, depth+1))
	}
	return b.String()
}
