package office

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/giamdinh"
)

// filesSignedHere are the files of a dossier that was signed here, by their names.
func filesSignedHere(t *testing.T, o *Office) map[string][]byte {
	t.Helper()
	id := signedDossier(t, o)
	s, err := o.Sign(t.Context(), id, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range s.Files {
		out[f.Name] = f.Bytes
	}
	return out
}

// A declaration from anywhere: what it is, what is wrong, where, whose, and what was not
// looked at.
func TestExamineFile(t *testing.T) {
	o := sampleDesk(t)
	files := filesSignedHere(t, o)
	d02 := files["D02-TS-595.xml"]
	look := func(name string, data []byte) FileCheck {
		t.Helper()
		c, err := o.ExamineFile(t.Context(), name, data)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	c := look("D02-TS-595.xml", d02)
	if !c.Known || c.Level == Red || !strings.HasPrefix(c.What, "Tờ khai D02-LT, theo tệp D02-TS-595.xml, ") || len(c.Checked) != 1 || len(c.Open) != 2 {
		t.Errorf("a declaration of ours: %+v", c)
	}
	at := bytes.Index(d02, []byte("<TuThang>"))
	bad := append(append(append([]byte{}, d02[:at]...), "<TuThang>13/2026</TuThang><Boc>"...), d02[at+len("<TuThang>11/2026</TuThang>"):]...)
	bad = bytes.Replace(bad, []byte("</Ghichu>"), []byte("</Ghichu></Boc>"), 1)
	if c = look("a.xml", bad); c.Level != Red || !c.Faults[0].Bad || c.Faults[0].Place != "D02-TS/NoiDung/LaoDong[1]/TuThang" || strings.Contains(c.Faults[0].Say, "LaoDong") {
		t.Errorf("a month that is none: %s, %+v", c.Say, c.Faults)
	}
	named := false
	for _, f := range c.Faults {
		named = named || strings.HasPrefix(f.Place, "Dòng 1, ") && strings.Count(f.Place, ", ") == 2
	}
	if !named {
		t.Errorf("no fault says whose row it is: %+v", c.Faults)
	}

	c = look("BHXHDienTu.xml", files["BHXHDienTu.xml"])
	if !c.Known || c.Level == Red || !strings.Contains(c.What, "mã số thuế ") || len(c.Checked) < 2 || len(c.Faults) == 0 {
		t.Errorf("a package of ours: %+v", c)
	}
	for _, f := range c.Faults {
		if !strings.Contains(f.Place, " · ") || !strings.HasSuffix(f.Place, ".xml") {
			t.Errorf("%q names no file of the package", f.Place)
		}
	}
	short := bytes.Replace(files["BHXHDienTu.xml"], []byte("<SoLuongFile>"), []byte("<SoLuongFile>9"), 1)
	if c = look("BHXHDienTu.xml", short); c.Level != Red || c.Faults[0].Code != "XML-count" {
		t.Errorf("a package with a wrong count: %s %+v", c.Say, c.Faults[:1])
	}
	if c = look("goi.xml", []byte("<Hoso><FileToKhai>")); c.Level != Red || c.Faults[0].Place != wholeFile {
		t.Errorf("half a package: %+v", c)
	}

	register, err := os.ReadFile("../../forms/hsdklandau/testdata/HSDK-LanDau.xml") // a declaration that holds files
	if err != nil {
		t.Fatal(err)
	}
	if c = look("HSDK-LanDau.xml", register); !strings.HasPrefix(c.What, "Tờ khai ") {
		t.Errorf("a registration: %+v", c)
	}
	if c = look("hoa-don.xml", []byte("<HDon><Cky/></HDon>")); c.Known || !strings.HasPrefix(c.Say, "Chưa kiểm cách điền. ") {
		t.Errorf("another file: %+v", c)
	}
	if c = look("D02-LT.pdf", files["D02-LT.pdf"]); c.Known || c.What != "Tệp PDF" {
		t.Errorf("a PDF: %+v", c)
	}
	if _, err := o.ExamineFile(t.Context(), "a.doc", []byte("abc")); !errors.Is(err, ErrFileKind) {
		t.Errorf("a text: %v", err)
	}
	if _, err := CheckFile([]byte("PK\x03\x04\xff\xff"), testNow()); !errors.Is(err, ErrFileKind) {
		t.Errorf("no text at all: %v", err)
	}
	if _, err := o.ExamineFile(t.Context(), "a.xml", []byte("\xff\xfe<\x00")); !errors.Is(err, ErrEncoding) {
		t.Errorf("UTF-16: %v", err)
	}
}

// Tables of giám định are checked by themselves and packed; what blocks leaves no package.
func TestAssessmentFiles(t *testing.T) {
	o := sampleDesk(t)
	files := assessmentTables(t)
	c, err := o.ExamineFile(t.Context(), files[0].Name, files[0].Bytes)
	if err != nil || !c.Table || c.Level != Green || c.What != "Bảng XML1 của hồ sơ giám định BHYT, 1 dòng" {
		t.Fatalf("%+v, %v", c, err)
	}
	packed, c, err := o.PackAssessment(t.Context(), "", files)
	if err != nil || packed.Name != "GIAMDINHHS.xml" || c.Level != Yellow || !strings.HasPrefix(c.What, "Gói giám định BHYT của cơ sở 79024, 1 hồ sơ: XML1 1 dòng, XML2 2 dòng") {
		t.Fatalf("%+v, %v", c, err)
	}
	if at, ok := signatureNode(packed.Bytes); !ok || at != giamdinh.SignPath {
		t.Errorf("signed at %q", at)
	}
	if none, c, err := o.PackAssessment(t.Context(), "", files[1:]); err != nil || none.Bytes != nil || c.Level != Red || !strings.Contains(c.Faults[0].Say, "Chưa biết mã cơ sở") {
		t.Errorf("without XML1: %+v, %v", c, err)
	}
}

// assessmentTables are the XML1, XML2 and XML3 of the console's story.
func assessmentTables(t *testing.T) (out []File) {
	t.Helper()
	story, err := os.ReadFile("../cli/testdata/goi-giam-dinh.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"xml1.xml", "xml2.xml", "xml3.xml"} {
		_, rest, ok := bytes.Cut(story, []byte("-- "+name+" --\n"))
		if !ok {
			t.Fatalf("no %s", name)
		}
		body, _, _ := bytes.Cut(rest, []byte("\n-- "))
		out = append(out, File{Name: name, Bytes: body})
	}
	return out
}

// A signed copy lies beside the file and takes no name that is there.
func TestSignedCopy(t *testing.T) {
	o := sampleDesk(t)
	path := filepath.Join(t.TempDir(), "to khai.xml")
	for _, want := range []string{"to khai-daky.xml", "to khai-daky-2.xml", "to khai-daky-3.xml"} {
		at, err := o.KeepSignedCopy(path, []byte(want))
		got, _ := os.ReadFile(at)
		if err != nil || filepath.Base(at) != want || string(got) != want {
			t.Errorf("%s: %s holds %q, %v", want, at, got, err)
		}
	}
	if SignedName("a.PDF") != "a-daky.PDF" {
		t.Error(SignedName("a.PDF"))
	}
}
