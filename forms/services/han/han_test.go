package han_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
	"ankhai/forms/law/lich"
	"ankhai/forms/services/han"
)

// updating reports whether -update, which package formtest declares, was given.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

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

// All clocks on one page, for a lawyer.
func TestClocksPage(t *testing.T) { golden(t, "testdata/thoi-han.md", han.Bang()) }

// question reads "sinh-con ngay=03/11/2026 vai=me"; a word "+01/09/2026" is a day
// off that the user has entered.
func question(t *testing.T, text string) han.Cau {
	t.Helper()
	f := strings.Fields(text)
	c := han.Cau{SuKien: f[0], Moc: map[string]law.Day{}, Chon: map[string]string{}}
	var own []lich.Ngay
	for _, w := range f[1:] {
		if s, ok := strings.CutPrefix(w, "+"); ok {
			d, _ := law.ParseDay(s)
			own = append(own, lich.Ngay{Ngay: d, Ten: "Nghỉ theo thông báo", CanCu: "Thông báo"})
			continue
		}
		k, v, _ := strings.Cut(w, "=")
		if d, ok := law.ParseDay(v); ok {
			c.Moc[k] = d
		} else {
			c.Chon[k] = v
		}
	}
	if own != nil {
		l, err := lich.Moi(lich.TuyChon{Them: own})
		if err != nil {
			t.Fatal(err)
		}
		c.Lich = l
	}
	return c
}

// told is what one clock says: its day, and how it stands the day before, on the
// day and the day after.
func told(t *testing.T, c han.Cau, ma string) string {
	t.Helper()
	find := func(today law.Day) *han.Viec {
		c.HomNay = today
		got, bad := c.Tinh()
		if len(bad) > 0 {
			t.Fatalf("%+v: %+v", c, bad)
		}
		for i := range got.Viec {
			if got.Viec[i].Han.Ma == ma {
				return &got.Viec[i]
			}
		}
		t.Fatalf("%+v does not start %s", c, ma)
		return nil
	}
	v := find(0)
	var b strings.Builder
	if v.Ngay == 0 {
		fmt.Fprintf(&b, "chưa có ngày: %s\n", v.Thieu)
		return strings.Replace(b.String(), ": \n", "\n", 1)
	}
	fmt.Fprintf(&b, "%s %s", v.Ngay, lich.Thu(v.Ngay))
	if v.Doi != "" {
		fmt.Fprintf(&b, ", thay cho %s %s", v.Goc, v.Doi)
	}
	fmt.Fprintf(&b, "; tính từ %s %s", v.Tu, v.TuTen)
	for _, g := range v.GiaSu {
		fmt.Fprintf(&b, ", giả sử %s", g)
	}
	b.WriteString("\n")
	if v.Xong != 0 && v.Xong != v.Ngay {
		fmt.Fprintf(&b, "  nên xong trước %s %s\n", v.Xong, lich.Thu(v.Xong))
	}
	for _, o := range v.ChuaR {
		fmt.Fprintf(&b, "  chưa rõ: %s\n", o)
	}
	for _, d := range []int{-1, 0, 1} {
		s := find(v.Ngay.Add(d))
		fmt.Fprintf(&b, "  hôm nay %s: %s, %d ngày\n", v.Ngay.Add(d), s.Trang, s.Con)
	}
	return b.String()
}

// Every clock has a file of questions: ordinary days, last days that are off, ends
// of months, a leap year, Tết.
func TestClocks(t *testing.T) {
	for _, h := range han.Hans() {
		t.Run(h.Ma, func(t *testing.T) {
			file := filepath.Join("testdata", h.Ma+".txtar")
			a, err := formtest.ReadArchive(file)
			if err != nil {
				t.Fatal(err)
			}
			asked := 0
			for i := 0; i+1 < len(a.Parts); i += 2 {
				if a.Parts[i].Name != "hoi" || a.Parts[i+1].Name != "viec" {
					t.Fatalf("parts %s, %s: want hoi, viec", a.Parts[i].Name, a.Parts[i+1].Name)
				}
				asked++
				got := told(t, question(t, a.Parts[i].Text), h.Ma)
				if want := a.Parts[i+1].Text; got != want && !updating() {
					t.Errorf("%sgot\n%swant\n%s", a.Parts[i].Text, got, want)
				}
				a.Parts[i+1].Text = got
			}
			if asked < 3 {
				t.Errorf("%d questions, want at least three", asked)
			}
			if updating() {
				if err := os.WriteFile(file, a.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
