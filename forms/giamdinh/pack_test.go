package giamdinh

import (
	"bytes"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
)

// parts are the tables of the clean case, by their names in it.
func parts(t testing.TB) map[string]string {
	t.Helper()
	a, err := formtest.ReadArchive("testdata/ho-so-noi-tru-du-bang.txtar")
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]string{}
	for _, p := range a.Parts {
		by[p.Name] = p.Text
	}
	return by
}

func vao(name, text string) TepVao { return TepVao{Ten: name + ".xml", NoiDung: []byte(text)} }

// Files of two visits, given in any order, become two dossiers with their tables
// in order; the bytes of the files are in the package as they were.
func TestPackSortsFilesIntoDossiers(t *testing.T) {
	p := parts(t)
	khac := func(s string) string { return strings.ReplaceAll(p[s], "MAU0000001", "MAU0000002") }
	files := []TepVao{vao("x5b", khac("xml5")), vao("x3", p["xml3"]), vao("x1", p["xml1"]), vao("x11", p["xml11"]), vao("x2", p["xml2"]), vao("x4b", khac("xml4"))}
	out, rep := Pack(Phieu{NgayLap: today}, files, today)
	if out == nil {
		t.Fatalf("not packed: %s", formtest.Faults(rep.Faults))
	}
	if got, want := codesOf(rep.Faults), "22×1 13×1"; got != want { // the second has no XML1; not signed yet
		t.Errorf("got %s, want %s", got, want)
	}
	var got []string
	goi, faults, err := Read("goi.xml", bytes.NewReader(out), func(h HoSo) {
		for _, f := range h.Tep {
			got = append(got, f.Loai)
			found := false
			for _, in := range files {
				found = found || bytes.Equal(in.NoiDung, f.NoiDung)
			}
			if !found {
				t.Errorf("%s of dossier %d is no file that was given", f.Loai, h.So)
			}
		}
		got = append(got, "|")
	})
	if err != nil || len(faults) > 0 || goi != (Goi{MaCSKCB: "79024", NgayLap: "20261122", SoLuong: "2", SoHoSo: 2}) {
		t.Errorf("%v %s %+v", err, codesOf(faults), goi)
	}
	if s := strings.Join(got, " "); s != "XML4 XML5 | XML1 XML2 XML3 XML11 |" {
		t.Errorf("got %s", s)
	}
}

func TestPackRefuses(t *testing.T) {
	p := parts(t)
	xml0 := string(sample(t, "XML0-checkin.xml"))
	for _, c := range []struct {
		name  string
		phieu Phieu
		files []TepVao
		want  string
	}{
		{"no file", Phieu{}, nil, "14×1"},
		{"nobody says the facility", Phieu{NgayLap: today}, []TepVao{vao("a", p["xml5"])}, "91×1"},
		{"a table that travels by itself", Phieu{NgayLap: today}, []TepVao{vao("a", p["xml1"]), vao("b", xml0)}, "92×1"},
		{"no table", Phieu{NgayLap: today}, []TepVao{vao("a", p["xml1"]), vao("b", "<A/>"), vao("c", "chữ"), vao("d", "")}, "02×1 01×1 01×1"},
		{"no MA_LK", Phieu{NgayLap: today}, []TepVao{vao("a", p["xml1"]), vao("b", strings.ReplaceAll(p["xml5"], "MAU0000001", ""))}, "93×1"},
		{"two files of one table", Phieu{NgayLap: today}, []TepVao{vao("a", p["xml1"]), vao("b", p["xml2"]), vao("c", p["xml3"]), vao("d", p["xml2"])}, "21×1 13×1"},
		{"no day", Phieu{MaCSKCB: "79024"}, []TepVao{vao("a", p["xml5"])}, "22×1 10×1 13×1"},
		{"totals that do not agree", Phieu{NgayLap: today}, []TepVao{vao("a", p["xml1"]), vao("b", p["xml2"])}, "80×1"},
	} {
		out, rep := Pack(c.phieu, c.files, today)
		if got := codesOf(rep.Faults); out != nil || !form.Blocks(rep.Faults) || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		for _, f := range rep.Faults {
			for _, pl := range f.Places {
				if strings.HasPrefix(c.want, "9") && pl.Table == "" && f.Code != Ten+"-91" {
					t.Errorf("%s: %s names no file", c.name, f.Code)
				}
			}
		}
	}
}

// What is given for the envelope cannot break out of its element.
func TestPackEscapes(t *testing.T) {
	out := Build(Phieu{MaCSKCB: "<A/>&"}, nil)
	if goi, _, _ := Read("a", bytes.NewReader(out), nil); goi.MaCSKCB != "<A/>&" {
		t.Errorf("got %q from\n%s", goi.MaCSKCB, out)
	}
}
