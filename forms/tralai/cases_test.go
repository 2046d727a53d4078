package tralai_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "ankhai/forms/all"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
	"ankhai/forms/tralai"
)

// update writes the wanted parts anew.
var update = flag.Bool("ghi", false, "write the wanted parts anew")

const day = law.Day(20261122)

// TestCases runs the cases of testdata: documents as tables, the reasons one a line,
// and where each was placed; or two states of a document and their difference.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runCase(t, file) })
	}
}

func runCase(t *testing.T, file string) {
	a, err := formtest.ReadArchive(file)
	if err != nil {
		t.Fatal(err)
	}
	var old, now []*form.Doc
	var reasons []tralai.LyDo
	var places, text []string
	want := -1
	for i, p := range a.Parts {
		switch name := strings.Fields(p.Name); name[0] {
		case "lý":
			reasons = reasonsIn(p.Text)
		case "tách":
			places = strings.Split(strings.TrimSpace(p.Text), "\n")
		case "kết":
			want = i
		default:
			d := docIn(t, name[0], p.Text)
			if len(name) > 1 && name[1] == "sửa" {
				now = append(now, d)
			} else {
				old = append(old, d)
			}
		}
	}
	for _, d := range tralai.Dat(old, day, reasons) {
		text = append(text, placed(d)...)
	}
	if len(now) > 0 {
		for _, k := range tralai.So(old, now).Khac {
			text = append(text, strings.TrimRight(fmt.Sprintf("%s %s%s %d→%d %s: %s → %s (%s)", k.Kieu, k.Mau, dotted(k.Bang), k.Cu, k.Moi, k.Tag, k.Truoc, k.BayGio, k.Ai), " "))
		}
	}
	if len(places) > 0 {
		text = append(text, parted(old, places)...)
	}
	got := strings.Join(text, "\n") + "\n"
	if *update {
		a.Parts[want].Text = got
		if err := os.WriteFile(file, a.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got != a.Parts[want].Text {
		t.Errorf("got\n%s\nwant\n%s", got, a.Parts[want].Text)
	}
}

func placed(d tralai.DaDat) (out []string) {
	out = append(out, "• "+strings.TrimSpace(d.Ma+" "+d.Loi))
	for _, n := range d.Noi {
		sure := "có thể"
		if n.Chac {
			sure = "chắc"
		}
		out = append(out, fmt.Sprintf("  %s %s%s dòng %d %s: %s", sure, n.Mau, dotted(n.Bang), n.Dong, n.Tag, n.ViSao))
	}
	if len(d.Noi) == 0 {
		out = append(out, "  cả hồ sơ")
	}
	for _, s := range d.Thieu {
		out = append(out, "  thiếu: "+s)
	}
	return out
}

func dotted(s string) string {
	if s == "" {
		return ""
	}
	return "." + s
}

func parted(docs []*form.Doc, places []string) (out []string) {
	var at []tralai.Noi
	for _, p := range places {
		n := tralai.Noi{}
		fmt.Sscanf(p, "%s %d", &n.Mau, &n.Dong)
		at = append(at, n)
	}
	named, others, err := tralai.Tach(docs, at)
	if err != nil {
		return []string{"lỗi: " + err.Error()}
	}
	for i, part := range [][]*form.Doc{named, others} {
		for _, d := range part {
			var who []string
			for _, r := range d.Rows {
				who = append(who, d.Form.Table.Column("HoTen").Get(r).S)
			}
			out = append(out, fmt.Sprintf("%s %s: %s", []string{"nêu", "còn"}[i], d.Form.ID, strings.Join(who, ", ")))
		}
	}
	return out
}

func reasonsIn(s string) (out []tralai.LyDo) {
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		f := strings.Split(line, "|")
		if len(f) == 1 {
			out = append(out, tralai.LyDo{Loi: strings.ReplaceAll(line, `\n`, "\n")})
			continue
		}
		out = append(out, tralai.LyDo{Ma: f[0], Tep: f[1], Cho: f[2], Loi: f[3]})
	}
	return out
}

// docIn reads a table: tags in the first line, cells between bars.
func docIn(t *testing.T, id, s string) *form.Doc {
	t.Helper()
	f := form.Of(id)
	if f == nil {
		t.Fatalf("no form %s", id)
	}
	d := form.New(f)
	var cols []*form.Column
	for i, line := range strings.Split(strings.TrimSpace(s), "\n") {
		var r form.Row
		for k, cell := range strings.Split(line, "|") {
			cell = strings.TrimSpace(cell)
			if i == 0 {
				c := f.Table.Column(cell)
				if c == nil {
					t.Fatalf("%s has no column %q", id, cell)
				}
				cols = append(cols, c)
				continue
			}
			if cell == "" {
				continue
			}
			v, say, ok := cols[k].Parse(cell)
			if !ok {
				t.Fatalf("%s: %s", cell, say)
			}
			cols[k].Put(&r, v)
		}
		if i > 0 {
			d.Rows = append(d.Rows, r)
		}
	}
	return d
}

// Every form's paper may be asked for its columns by number, with a row of nothing.
func TestEveryPaperIsAsked(t *testing.T) {
	found := 0
	for _, f := range form.Forms() {
		d := form.New(f)
		d.Rows = []form.Row{nil}
		for _, s := range f.Subs {
			d.Subs[s.Tag] = []form.Row{nil}
		}
		for _, x := range tralai.Dat([]*form.Doc{d}, day, []tralai.LyDo{{Loi: "dòng 1, cột 1, 2, 3, 4"}, {Loi: "dòng 1 cột 5"}, {Loi: "dòng 1 cột 14"}, {Loi: "dòng 1 cột B"}}) {
			for _, n := range x.Noi {
				if n.Tag != "" {
					found++
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("%d cells found by the numbers of columns", found)
	}
}
