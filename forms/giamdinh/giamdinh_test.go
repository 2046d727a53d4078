package giamdinh

import (
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
)

// updating is the flag of formtest: rewrite the expected parts of the cases.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

var today, _ = law.ParseDay("22/11/2026")

// A case is a txtar file. Its part goi.xml is a file as Check reads it, in which
// {{base64 NAME}} stands for another part of the case in base64; xml is a table by
// itself; faults are what is found, one place a line.
func TestCases(t *testing.T) {
	fired := map[string]bool{}
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := formtest.ReadArchive(file)
			if err != nil {
				t.Fatal(err)
			}
			rep, err := Check("a.xml", strings.NewReader(inCase(t, a)), today)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range rep.Faults {
				fired[f.Code] = true
			}
			compare(t, file, a, "faults", formtest.Faults(rep.Faults))
		})
	}
	for _, l := range luats {
		if strings.HasPrefix(l.ma, "9") || l.cu == cuMay {
			continue // packing and limits have tests of their own
		}
		if !fired[Ten+"-"+l.ma] {
			t.Errorf("no case makes %s-%s speak: %s", Ten, l.ma, l.ve)
		}
	}
}

var inner = regexp.MustCompile(`\{\{base64 ([^}]*)\}\}`)

// inCase is the file of a case.
func inCase(t *testing.T, a *formtest.Archive) string {
	t.Helper()
	parts := map[string]string{}
	for _, p := range a.Parts {
		parts[p.Name] = p.Text
	}
	if s, ok := parts["xml"]; ok {
		return s
	}
	return inner.ReplaceAllStringFunc(parts["goi.xml"], func(s string) string {
		name := inner.FindStringSubmatch(s)[1]
		text, ok := parts[name]
		if !ok {
			t.Fatalf("the case has no part %s", name)
		}
		return base64.StdEncoding.EncodeToString([]byte(text))
	})
}

// compare holds a part of a case against what came out, or with -update writes it.
func compare(t *testing.T, file string, a *formtest.Archive, name, got string) {
	t.Helper()
	i := slices.IndexFunc(a.Parts, func(p formtest.Part) bool { return p.Name == name })
	if i >= 0 && a.Parts[i].Text == got {
		return
	}
	if !updating() {
		t.Errorf("%s differs; got:\n%s", name, got)
		return
	}
	if i < 0 {
		a.Parts = append(a.Parts, formtest.Part{Name: name})
		i = len(a.Parts) - 1
	}
	a.Parts[i].Text = got
	if err := os.WriteFile(file, a.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// codes lists the codes of faults in their order, with the number of places.
func codesOf(fs []form.Fault) string {
	var s []string
	for _, f := range fs {
		s = append(s, fmt.Sprintf("%s×%d", strings.TrimPrefix(f.Code, Ten+"-"), len(f.Places)))
	}
	return strings.Join(s, " ")
}

// The sample of the field reads into its table, and is written again byte for byte
// but for its comment.
func TestSampleRoundTrip(t *testing.T) {
	data := sample(t, "GIAMDINHHS.xml")
	var ho []HoSo
	goi, faults, err := Read("GIAMDINHHS.xml", bytes.NewReader(data), func(h HoSo) { ho = append(ho, h) })
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v %s", err, codesOf(faults))
	}
	if goi != (Goi{MaCSKCB: "99999", NgayLap: "20261122", SoLuong: "1", SoHoSo: 1}) {
		t.Errorf("got %+v", goi)
	}
	want := regexp.MustCompile(`(?m)^<!--.*-->\n`).ReplaceAll(data, nil)
	if len(want) == len(data) {
		t.Fatal("the sample has no comment any more")
	}
	if got := Build(Phieu{MaCSKCB: "99999", NgayLap: 20261122}, ho); !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSampleChecks(t *testing.T) {
	rep, err := Check("GIAMDINHHS.xml", bytes.NewReader(sample(t, "GIAMDINHHS.xml")), today)
	if err != nil {
		t.Fatal(err)
	}
	// a facility that does not exist, not signed, without XML1: said, and not blocking
	if got, want := codesOf(rep.Faults), "22×1 09×1 13×1"; got != want || form.Blocks(rep.Faults) {
		t.Errorf("got %s, want %s", got, want)
	}
	if rep.Loai != Ten || rep.Bang["XML7"] != 1 || len(rep.Bang) != 1 {
		t.Errorf("got %+v", rep)
	}
	for name, want := range map[string]string{"XML0-checkin.xml": "XML0 49×1", "XML7.xml": "XML7 "} {
		rep, err := Check(name, bytes.NewReader(sample(t, name)), today)
		if got := rep.Loai + " " + codesOf(rep.Faults); err != nil || !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %s (%v), want %s", name, got, err, want)
		}
	}
}

// Every field of the samples is declared, in the order in which it stands.
func TestDeclarationsFitTheSamples(t *testing.T) {
	for name, ma := range map[string]string{"XML0-checkin.xml": "XML0", "XML7.xml": "XML7"} {
		var fields []string
		for _, f := range BangCua(ma).Truong {
			fields = append(fields, f.Ten)
		}
		text := string(sample(t, name))
		at := -1
		for _, f := range fields {
			k := max(strings.Index(text, "<"+f+">"), strings.Index(text, "<"+f+"/>"))
			if k < at {
				t.Errorf("%s: %s does not stand in its order", name, f)
			}
			at = k
		}
	}
}
