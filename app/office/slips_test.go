package office

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ankhai/forms/facts"
)

// words are what a PDF says, by another program.
func words(t *testing.T, pdf []byte, more ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", append(append([]string{"-layout"}, more...), path, "-")...).Output()
	if errors.Is(err, exec.ErrNotFound) && os.Getenv("CI") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

func none(int, int) {}

// A slip tells since when somebody is declared with which pay, what was declared, and
// what is paid; it stays one page.
func TestSlipOfOnePerson(t *testing.T) {
	o, who := changed(t)
	path := filepath.Join(t.TempDir(), "mot.pdf")
	made, err := o.Slips(t.Context(), SlipOrder{Month: SampleMonth, People: []string{who[1].ID}}, path, none)
	if err != nil || made.People != 1 {
		t.Fatal(made, err)
	}
	pdf, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got := words(t, pdf)
	for _, want := range []string{who[1].HoTen, who[1].MaSoBHXH, "10/2026 10/2026", "11/2026 nay", "Tháng này không đóng: " + facts.ThaiSan.Say(), "không phải xác nhận của cơ quan BHXH", "VssID"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	one, err := o.Slip(t.Context(), SampleMonth, who[1].ID)
	if err != nil || !strings.HasPrefix(one.Name, "phieu-") || words(t, one.Bytes) != got {
		t.Errorf("asked for alone: %s, %v", one.Name, err)
	}
	if _, err := o.Slip(t.Context(), SampleMonth, "NLD999999"); !errors.Is(err, ErrNoPerson) {
		t.Errorf("of nobody: %v", err)
	}
	if strings.Count(got, "PHIẾU") != 1 || strings.Contains(got, "Trang 1") {
		t.Error("the slip is more than one page:\n" + got)
	}
}

// A long history is cut to the latest periods, and the slip says so.
func TestSlipOfALongHistory(t *testing.T) {
	o := staffed(t, t.TempDir(), 1)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	p := all[0]
	for i := range 40 {
		p.TuThang = demoBefore.Add(i - 60)
		p.Luong.MucLuong += 100_000
		p.ChucDanh = strings.Repeat("Công nhân may bậc cao ", 3)
		if err := o.store.PutPeople(t.Context(), dv.MaSoThue, []facts.NguoiLaoDong{p}, "thử"); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "dai.pdf")
	if _, err := o.Slips(t.Context(), SlipOrder{Month: SampleMonth}, path, none); err != nil {
		t.Fatal(err)
	}
	pdf, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := words(t, pdf); !strings.Contains(got, " giai đoạn trước đó") || strings.Contains(got, "Trang 1/") {
		t.Error(got)
	}
}

// An archive holds a file for each, locked with the person's own number where that is
// asked for; who has none is named. Who left before the month gets none.
func TestLockedSlips(t *testing.T) {
	o := staffed(t, t.TempDir(), 16)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	no := facts.NguoiLaoDong{HoTen: "Ngô Thị Không Số", MaSoBHXH: "7999999999", TuThang: SampleMonth, TrangThai: facts.DangDong}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, []facts.NguoiLaoDong{no}, "thử"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "phieu.zip")
	made, err := o.Slips(t.Context(), SlipOrder{Month: SampleMonth, Locked: true}, path, none)
	if err != nil {
		t.Fatal(err)
	}
	if made.People != 14 || len(made.Without) != 1 || made.Without[0] != no.HoTen {
		t.Errorf("%+v", made)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if len(z.File) != 14 || z.File[0].Name != "00001-nguyen-an-an-an-an.pdf" {
		t.Errorf("%d files, first %s", len(z.File), z.File[0].Name)
	}
	f, err := z.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	if got := words(t, pdf, "-upw", "001190000001"); !strings.Contains(got, "001190000001") {
		t.Errorf("with the number it says %s", got)
	}
	path = filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := exec.Command("pdftotext", path, "-").Run(); err == nil {
		t.Error("it opens without the number")
	}
	if _, err := o.Slips(t.Context(), SlipOrder{Month: SampleMonth, Locked: true}, path, none); !errors.Is(err, ErrLockJoined) {
		t.Errorf("locked and joined: %v", err)
	}
	if _, err := o.Slips(t.Context(), SlipOrder{Month: SampleMonth, People: []string{"không ai"}}, path, none); !errors.Is(err, ErrNoPerson) {
		t.Errorf("nobody: %v", err)
	}
}

// What is given up leaves nothing behind.
func TestSlipsGivenUp(t *testing.T) {
	o := staffed(t, t.TempDir(), 3*slipBatch)
	dir := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	_, err := o.Slips(ctx, SlipOrder{Month: SampleMonth}, filepath.Join(dir, "phieu.zip"), func(done, _ int) {
		if done >= slipBatch {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Error(left, err)
	}
}

// Ten thousand slips: a file for each, locked, joined. The limit is two minutes.
func BenchmarkSlips(b *testing.B) {
	o := staffed(b, b.TempDir(), 10_000)
	for _, of := range []struct {
		name string
		file string
		lock bool
	}{{"zip", "p.zip", false}, {"locked", "k.zip", true}, {"joined", "p.pdf", false}} {
		b.Run(of.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), of.file)
			var top runtime.MemStats
			peak := uint64(0)
			for b.Loop() {
				if _, err := o.Slips(b.Context(), SlipOrder{Month: SampleMonth, Locked: of.lock}, path, func(int, int) {
					if runtime.ReadMemStats(&top); top.HeapInuse > peak {
						peak = top.HeapInuse
					}
				}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(peak)/(1<<20), "MB-heap")
			if st, err := os.Stat(path); err == nil {
				b.ReportMetric(float64(st.Size())/(1<<20), "MB")
			}
		})
	}
}
