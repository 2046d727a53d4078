package main

import (
	"crypto/rand"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/signing/signtest"
)

// An imaginary mẫu goes the whole way of a dossier, and all that was added to the
// program for it is one folder and one line: docs/them-mau.md says so, this shows it.
func TestImaginaryForm(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the console anew")
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "bhxh")
	overlay := overlayOf(t, dir)
	build := exec.Command("go", "build", "-overlay", overlay, "-tags", "migrated_fynedo", "-o", bin, "./app/cli/bhxh")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	rows := filepath.Join(dir, "dong.json")
	write(t, rows, `{"form":"MAU-GIA","head":{"TenDonVi":"CÔNG TY THỬ"},"rows":[
		{"HoTen":"Nguyễn Thị Ẩn","MaSoBHXH":"7912345678","TuNgay":"2026-11-03","DenNgay":"2026-11-02","SoTien":1500000},
		{"HoTen":"Trần Văn Dũng","MaSoBHXH":"7912345679","TuNgay":"2026-11-03","SoTien":500000}]}`)
	run := func(want int, args ...string) string {
		t.Helper()
		cmd := exec.Command(bin, args...)
		cmd.Env = append(os.Environ(), "ANKHAI_DATA="+filepath.Join(dir, "du-lieu"), "XDG_CONFIG_HOME="+filepath.Join(dir, "cau-hinh"), "HOME="+dir)
		out, err := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Fatalf("bhxh %s: code %d, want %d (%v)\n%s", strings.Join(args, " "), got, want, err, out)
		}
		return string(out)
	}
	says := func(out string, words ...string) {
		t.Helper()
		for _, w := range words {
			if !strings.Contains(out, w) {
				t.Errorf("it does not say %q:\n%s", w, out)
			}
		}
	}
	says(run(0, "forms", "list"), "MAU-GIA")
	says(run(0, "forms", "spec", "MAU-GIA"), "Danh sách đề nghị tưởng tượng", "suy ra", "Mẫu này không có thật")
	run(0, "init", "--tax-code", "0100109106", "--name", "CÔNG TY THỬ", "--unit-code", "YN0001A", "--agency", "07906")
	says(run(0, "draft", "--procedure", "606a", "--month", "2026-11", "--from", rows), "MAU-GIA: 2 dòng")
	says(run(1, "check", "HS000001"), "MAU-GIA-03", "Đến ngày: không trước Từ ngày")
	fill := filepath.Join(dir, "dien.json")
	write(t, fill, `[{"form":"MAU-GIA","row":1,"set":{"DenNgay":"05/11/2026"}}]`)
	run(0, "fill", "HS000001", fill)
	run(0, "check", "HS000001")
	run(0, "print", "HS000001", "--out", filepath.Join(dir, "in"))
	says(pdfText(t, filepath.Join(dir, "in", "MAU-GIA.pdf")), "DANH SÁCH ĐỀ NGHỊ", "Nguyễn Thị Ẩn", "Cộng", "2.000.000")
	run(0, "sign", "HS000001", "--key", "p12:"+aKey(t, dir), "--pin-file", filepath.Join(dir, "pin.txt"))
	package1 := filepath.Join(dir, "goi.xml")
	run(0, "export", "HS000001", "--out", package1)
	says(read(t, package1), "MAU-GIA.xml")
}

// overlayOf lays the imaginary form over the tree: its folder, and one line more
// among the imports of forms/all.
func overlayOf(t *testing.T, dir string) string {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	all := read(t, filepath.Join("forms", "all", "all.go"))
	at := strings.LastIndex(all, ")")
	with := all[:at] + "\t_ \"ankhai/forms/maugia\"\n" + all[at:]
	if n := strings.Count(with, "\n") - strings.Count(all, "\n"); n != 1 {
		t.Fatalf("%d lines are added", n)
	}
	write(t, filepath.Join(dir, "all.go"), with)
	b, err := json.Marshal(map[string]any{"Replace": map[string]string{
		filepath.Join(root, "forms", "all", "all.go"):       filepath.Join(dir, "all.go"),
		filepath.Join(root, "forms", "maugia", "maugia.go"): filepath.Join(root, "docs", "them-mau", "maugia.go.txt"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "overlay.json")
	write(t, file, string(b))
	return file
}

// aKey writes a key of the employer, and pin.txt beside it.
func aKey(t *testing.T, dir string) string {
	t.Helper()
	now := time.Now()
	ca, err := signtest.NewCA(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY THỬ", TaxCode: "0100109106"}, now.Add(-time.Hour), now.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	p12, err := ca.P12(key, []byte("mat-khau"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "pin.txt"), "mat-khau\n")
	file := filepath.Join(dir, "khoa.p12")
	write(t, file, string(p12))
	return file
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func pdfText(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-layout", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		if os.Getenv("CI") != "true" {
			t.Skipf("pdftotext: %v", err)
		}
		t.Fatalf("pdftotext: %v", err)
	}
	return string(out)
}
