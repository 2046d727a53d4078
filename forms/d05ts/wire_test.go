package d05ts

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"ankhai/forms/form/formtest"
	"ankhai/forms/xmlfile"
)

var (
	comment = regexp.MustCompile(`(?s)<!--.*?-->`)
	hollow  = regexp.MustCompile(`<(\w+)/>`)
	between = regexp.MustCompile(`>\s+<`)
)

// oneLine writes a file as we write one: no comment, no space between elements.
func oneLine(b []byte) string {
	s := comment.ReplaceAllString(string(b), "")
	s = hollow.ReplaceAllString(s, "<$1></$1>")
	return strings.TrimSpace(between.ReplaceAllString(s, "><"))
}

// The sample of the layout reads without anything odd and is written the same.
func TestSampleFile(t *testing.T) {
	plain, err := os.ReadFile("testdata/D05-TS-595.xml")
	if err != nil {
		t.Fatal(err)
	}
	doc, w, odds, err := xmlfile.Decode(plain)
	if err != nil || len(odds) > 0 || w.File != "D05-TS-595.xml" || doc.Form != D366 {
		t.Fatalf("%v %v", err, odds)
	}
	ours, err := xmlfile.Encode(doc, w)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(ours), oneLine(plain); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	formtest.Schema(t, "../xmlfile/xsd/D05-TS.xsd", ours)
	if found := xmlfile.Validate(w.File, ours); len(found) > 0 {
		t.Errorf("Validate: %v", found)
	}
	if r := doc.Rows[0]; ThuNhap.Get(r) != 1_500_000 || TyLeNSNN.Get(r) != 2000 || TienNSNN.Get(r) != 792_000 || CCNS.Get(r) != "0" {
		t.Errorf("got %s", D366.Table.AppendRow(nil, r))
	}
}

func TestUnknownCCNSIsOdd(t *testing.T) {
	b := `<D05-TS><ThongTinKhac><SoSoBHXH>0</SoSoBHXH></ThongTinKhac><NoiDung><LaoDong><CCNS>7</CCNS></LaoDong></NoiDung><Cky></Cky></D05-TS>`
	_, _, odds, err := xmlfile.Decode([]byte(b))
	if err != nil || len(odds) != 1 || !strings.Contains(odds[0].Path, "CCNS") {
		t.Errorf("got %v %v", err, odds)
	}
}
