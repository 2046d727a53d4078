package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
	"ankhai/storage"
)

// sampleDraft drafts a shipped case at the sample company's desk.
func sampleDraft(t *testing.T, o *Office, id string) storage.Dossier {
	t.Helper()
	s, f, err := SampleCaseFile(id)
	if err != nil {
		t.Fatal(err)
	}
	made, found, err := o.DraftJSON(t.Context(), s.Procedure, SampleMonth, f.Bytes)
	if err != nil || len(made) != 1 {
		t.Fatalf("draft %s: %v %v", id, found, err)
	}
	if s.Case != "" {
		if err := o.SetCase(t.Context(), made[0].ID, s.Service, s.Case); err != nil {
			t.Fatal(err)
		}
	}
	return made[0]
}

func sampleSigned(t *testing.T, o *Office, id string) Signed {
	t.Helper()
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	key, err := o.PracticeKey(dv)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := o.Sign(t.Context(), id, key)
	if err != nil {
		t.Fatal(err)
	}
	return signed
}

func namesOf(files []File) (out []string) {
	for _, f := range files {
		out = append(out, f.Name)
	}
	return out
}

// What no I-VAN takes has no envelope, no limit of one, and is packed for whoever
// hands it in.
func TestADossierHandedInHasNoEnvelope(t *testing.T) {
	o := sampleDesk(t)
	d := sampleDraft(t, o, "B4")
	for _, name := range []string{"1", "2", "3", "4", "5", "6", "7"} {
		if err := o.Attach(t.Context(), d.ID, name+".pdf", slipOf(t, o, name)); err != nil {
			t.Fatal(err)
		}
	}
	signed := sampleSigned(t, o, d.ID)
	if names := namesOf(signed.Files); slices.Contains(names, gateway.EnvelopeName) || len(names) != 8 {
		t.Errorf("signed %v", names)
	}
	if err := o.Queue(t.Context(), d.ID); !errors.Is(err, ErrHandIn) {
		t.Errorf("queued: %v", err)
	}
	f, err := o.Export(t.Context(), d.ID)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(f.Bytes), int64(len(f.Bytes)))
	if err != nil || len(z.File) != 9 || z.File[0].Name != "00-phieu-nop.pdf" {
		t.Errorf("pack %s: %v", f.Name, err)
	}
}

// slipOf is a small PDF that differs from every other.
func slipOf(t *testing.T, o *Office, words string) []byte {
	t.Helper()
	doc := form.New(form.Of("2-CBH"))
	row, err := doc.Form.Table.ReadRow([]byte(`{"HoTen":"` + words + `"}`))
	if err != nil {
		t.Fatal(err)
	}
	doc.Rows = []form.Row{row}
	f, ok, err := o.paper(doc, false, testNow())
	if err != nil || !ok {
		t.Fatal(err)
	}
	return f.Bytes
}

// The first registration is one file, in no envelope, with the other forms inside as
// they were signed; what is checked and printed before is the same but for that.
func TestFirstRegistrationPacksTheOtherForms(t *testing.T) {
	o := sampleDesk(t)
	d := sampleDraft(t, o, "IVAN-dang-ky-lan-dau")
	faults, err := o.Check(t.Context(), d.ID)
	if err != nil || form.Blocks(faults) || slices.ContainsFunc(faults, func(f form.Fault) bool { return f.Form == "HSDK-LanDau" }) {
		t.Fatalf("check: %v %v", faults, err)
	}
	signed := sampleSigned(t, o, d.ID)
	want := []string{"HSDK-LanDau.xml", "TK3-TS.pdf", "D02-TS-595.xml", "TK1-TS-595.xml", "D02-LT.pdf", "TK1-TS.pdf", "HSDK-LanDau.pdf"}
	if got := namesOf(signed.Files); !slices.Equal(got, want) {
		t.Fatalf("got  %v\nwant %v", got, want)
	}
	doc, _, odds, err := xmlfile.Decode(signed.Files[0].Bytes)
	if err != nil || len(odds) > 0 || len(doc.Rows) != 3 {
		t.Fatalf("%d files inside, %v %v", len(doc.Rows), odds, err)
	}
	for i, f := range signed.Files[1:4] {
		again := doc.Form.Packs([]form.Packed{{Name: f.Name, Content: f.Bytes}})[0]
		for _, tag := range []string{"TenFile", "NoiDungFile"} {
			if c := doc.Form.Table.Column(tag); c.Get(doc.Rows[i]) != c.Get(again) {
				t.Errorf("%s of %s is not that of the signed file", tag, f.Name)
			}
		}
	}
	f, err := o.Export(t.Context(), d.ID)
	if err != nil || f.Name != "HSDK-LanDau.xml" || !bytes.Equal(f.Bytes, signed.Files[0].Bytes) {
		t.Errorf("export %s: %v", f.Name, err)
	}
	if files, err := o.Print(t.Context(), d.ID); err != nil || len(files) != 4 {
		t.Errorf("print after signing: %v %v", namesOf(files), err)
	}
}

// A form that the agency issues is drafted by nobody.
func TestTheAgencysFormsAreNotDrafted(t *testing.T) {
	o := sampleDesk(t)
	for _, f := range form.Forms() {
		if !f.Agency {
			continue
		}
		if _, err := o.DraftDocs(t.Context(), "600", SampleMonth, []*form.Doc{form.New(f)}); !errors.Is(err, ErrAgencyForm) {
			t.Errorf("%s: %v", f.ID, err)
		}
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// one that is in a draft all the same, of an older program, is a Lỗi there
	d, err := o.newDossier(t.Context(), dv.MaSoThue, "600", SampleMonth, []*form.Doc{form.New(form.Of("C12-TS"))})
	if err != nil {
		t.Fatal(err)
	}
	faults, err := o.Check(t.Context(), d.ID)
	if err != nil || !slices.ContainsFunc(faults, func(f form.Fault) bool { return f.Code == "HS-24" && f.Level == form.Loi }) {
		t.Errorf("check: %v %v", faults, err)
	}
}

// A case that goes by the service's own code is not drafted under the code of
// another case.
func TestProcedureOfACase(t *testing.T) {
	for _, c := range []struct{ service, id, want string }{
		{"C2", "C2.01", "642a"}, {"C2", "C2.05", "C2"}, {"C4", "C4.16", "C4"}, {"E2", "E2.02", "E2"}, {"C5", "", "630a"}, {"B3", "", "B3"},
	} {
		if got, err := ProcedureOf(c.service, c.id, ""); err != nil || got != c.want {
			t.Errorf("%s %s: got %s %v, want %s", c.service, c.id, got, err, c.want)
		}
	}
}

// A paper that the service does not know is refused before anything is kept.
func TestAnUnknownPaperKeepsNoFile(t *testing.T) {
	o := sampleDesk(t)
	d := sampleDraft(t, o, "B4")
	if err := o.AttachPaper(t.Context(), d.ID, "C4-g1", "a.pdf", slipOf(t, o, "a"), storage.Mark{}); !errors.Is(err, ErrNoPaper) {
		t.Errorf("got %v", err)
	}
	if files, err := o.AttachedFiles(t.Context(), d.ID); err != nil || len(files) != 0 {
		t.Errorf("%d files are kept, %v", len(files), err)
	}
}

// An employer without a code yet is entered, and what travels in an envelope waits
// for the code; a first registration does not.
func TestAnEmployerWithoutACode(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dv.MaDonVi = ""
	if found, err := o.PutCompany(t.Context(), dv); err != nil || blocking(found) {
		t.Fatalf("%v %v", found, err)
	}
	for id, want := range map[string]bool{"E5": true, "IVAN-dang-ky-lan-dau": false, "B4": false} {
		d := sampleDraft(t, o, id)
		faults, err := o.Check(t.Context(), d.ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(faults, func(f form.Fault) bool { return f.Code == "HS-MA-DON-VI" }); got != want {
			t.Errorf("%s asks for the code: %v", id, got)
		}
	}
}

// A file is not asked for what only the paper has; what it has room for it is.
func TestAFileIsNotAskedForThePaper(t *testing.T) {
	o := sampleDesk(t)
	d := sampleDraft(t, o, "E2")
	signed := sampleSigned(t, o, d.ID)
	for _, f := range signed.Files {
		if !strings.HasPrefix(f.Name, "D05-TS") || !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		faults, err := CheckFile(f.Bytes, testNow())
		if err != nil || len(faults) != 0 {
			t.Errorf("%v %v", faults, err)
		}
		without := bytes.Replace(f.Bytes, []byte("<HoTen>Thân Thị Hoài Thương</HoTen>"), []byte("<HoTen></HoTen>"), 1)
		if faults, err = CheckFile(without, testNow()); err != nil || !form.Blocks(faults) {
			t.Errorf("without a name: %v %v", faults, err)
		}
	}
}

// The heads of a drafted case are filled from the employer where the case is silent,
// and stay where it speaks.
func TestHeadsAreFilledFromTheEmployer(t *testing.T) {
	o := sampleDesk(t)
	v := mustView(t, o, sampleDraft(t, o, "E5-dang-ky").ID)
	head := func(f, tag string) form.Value {
		doc := docOf(v.Docs, f)
		return doc.Form.Head.Column(tag).Get(doc.Head)
	}
	if got := head("D02-LT", "TenDonVi").S; got != v.employerName(t, o) {
		t.Errorf("name: %q", got)
	}
	if got := head("D02-LT", "MaDonVi"); got.A != form.Blank {
		t.Errorf("a code that is blank on purpose became %v", got)
	}
	if got := cellShown(docOf(v.Docs, "TK3-TS"), 0, "MaSoThue"); got != v.MaSoThue {
		t.Errorf("tax code on the employer's own sheet: %q", got)
	}
}

func (v DossierView) employerName(t *testing.T, o *Office) string {
	t.Helper()
	dv, err := o.store.DonVi(t.Context(), v.MaSoThue)
	if err != nil {
		t.Fatal(err)
	}
	return dv.Ten
}
