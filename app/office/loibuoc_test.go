package office

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
	"ankhai/storage"
)

// errorDesk is where a seeded error is made: an employer's data, and the dossiers
// that the parts of the fixture put there.
type errorDesk struct {
	t   *testing.T
	o   *Office
	dv  facts.DonVi
	at  *errorDossier
	out strings.Builder
}

// errorDossier is a dossier while its parts come.
type errorDossier struct {
	procedure, service, chosen string
	month                      law.Month
	sent                       bool
	docs                       []*form.Doc
	papers                     []string
}

func newErrorDesk(t *testing.T) *errorDesk {
	o := openDesk(t, t.TempDir())
	dv, err := o.SampleCompany(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return &errorDesk{t: t, o: o, dv: dv}
}

func (d *errorDesk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// say writes lines of what the program says.
func (d *errorDesk) say(format string, args ...any) { fmt.Fprintf(&d.out, format+"\n", args...) }

func (d *errorDesk) part(name, text string) {
	d.t.Helper()
	what, rest, _ := strings.Cut(name, " ")
	switch {
	case name == "danh-ba.tsv":
		d.roster(text)
	case name == "don-vi":
		d.company(text)
	case what == "da-gui", what == "ho-so":
		d.close()
		d.at = d.open(rest)
		d.at.sent = what == "da-gui"
	case what == "dau":
		d.head(rest, text)
	case what == "giay":
		d.at.papers = strings.Split(strings.TrimRight(text, "\n"), "\n")
	case what == "so":
		d.workbook(rest, text)
	case what == "json":
		_, found, err := d.o.DraftJSON(d.t.Context(), "600", SampleMonth, []byte(bytesOf(text, rest)))
		d.findings(found, err)
	case what == "tep":
		file, enc, _ := strings.Cut(rest, " ")
		d.file(file, bytesOf(strings.TrimRight(text, "\n"), enc))
	case strings.HasSuffix(name, ".tsv"):
		d.rows(strings.TrimSuffix(name, ".tsv"), text)
	case name != "thay":
		d.t.Fatalf("no such part: %s", name)
	}
}

// end checks what is still open and gives all that was said.
func (d *errorDesk) end() string {
	d.close()
	return d.out.String()
}

func (d *errorDesk) open(rest string) *errorDossier {
	f := append(strings.Fields(rest), "", "", "")
	x := &errorDossier{procedure: f[0], month: SampleMonth}
	if f[1] != "" {
		m, ok := law.ParseMonth(f[1])
		if !ok {
			d.t.Fatalf("no month: %s", rest)
		}
		x.month = m
	}
	if x.chosen = f[2]; x.chosen != "" {
		x.service, _, _ = strings.Cut(x.chosen, ".")
	}
	return x
}

// roster takes people in as they stood at the months of their lines.
func (d *errorDesk) roster(text string) {
	rows, err := formtest.Rows(form.Of("D02-LT").Table, text)
	d.must(err)
	for _, r := range rows {
		p := d02lt.Nguoi(r)
		p.TrangThai = facts.SauPhuongAn(d02lt.PhuongAn.Get(r))
		now, err := d.o.store.Roster(d.t.Context(), d.dv.MaSoThue, p.TuThang)
		d.must(err)
		if k := newFinder(now).find(p); k >= 0 {
			p = overlay(now[k], p)
		}
		d.must(d.o.store.PutPeople(d.t.Context(), d.dv.MaSoThue, []facts.NguoiLaoDong{p}, "danh bạ"))
	}
}

// company changes a fact of the employer's record.
func (d *errorDesk) company(text string) {
	tag, value, _ := strings.Cut(strings.TrimRight(text, "\n"), "\t")
	switch tag {
	case "DienThoai":
		d.dv.DienThoai = value
	case "MaDonVi":
		d.dv.MaDonVi = value
	default:
		d.t.Fatalf("no such fact of an employer: %s", tag)
	}
	d.must(d.o.store.PutDonVi(d.t.Context(), d.dv))
}

func (d *errorDesk) doc(id string) *form.Doc {
	if d.at == nil {
		d.at = d.open("600")
	}
	if x := docOf(d.at.docs, id); x != nil {
		return x
	}
	f := form.Of(id)
	if f == nil {
		d.t.Fatalf("no form %s", id)
	}
	x := form.New(f)
	if f.Head != nil {
		x.Head = d.o.headOf(f, d.dv)
	}
	d.at.docs = append(d.at.docs, x)
	return x
}

func (d *errorDesk) head(id, text string) {
	doc := d.doc(id)
	for line := range strings.Lines(text) {
		tag, value, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		c := doc.Form.Head.Column(tag)
		v, say, ok := c.Parse(value)
		if !ok {
			d.t.Fatalf("%s: %s", tag, say)
		}
		c.Put(&doc.Head, v)
	}
}

func (d *errorDesk) rows(name, text string) {
	id, sub, _ := strings.Cut(name, "/")
	doc := d.doc(id)
	t := doc.Form.Table
	if sub != "" {
		t = doc.Form.Sub(sub)
	}
	rows, err := formtest.Rows(t, text)
	d.must(err)
	if sub == "" {
		doc.Rows = rows
		return
	}
	if doc.Subs == nil {
		doc.Subs = map[string][]form.Row{}
	}
	doc.Subs[sub] = rows
}

// close makes the dossier that is open: one that was sent goes to the gateway
// unseen, the one at hand is checked.
func (d *errorDesk) close() {
	x := d.at
	if d.at = nil; x == nil {
		return
	}
	ctx := d.t.Context()
	made, err := d.o.store.NewDossier(ctx, storage.Dossier{MaSoThue: d.dv.MaSoThue, Procedure: x.procedure, Service: x.service, Case: x.chosen, Month: x.month}, x.docs...)
	d.must(err)
	if x.sent {
		d.must(d.o.store.MoveDossier(ctx, made.ID, storage.Nhap, storage.DaKiem))
		_, err := d.o.store.Freeze(ctx, made.ID, storage.Submission{Key: "k-" + made.ID, Envelope: []byte("<Hoso/>"), SignedAt: testDay, Ledger: linesOf(saidIn(x.docs, x.month))})
		d.must(err)
		d.must(d.o.follow(ctx, made.ID))
		return
	}
	for _, line := range x.papers {
		d.attach(made.ID, line)
	}
	faults, err := d.o.Check(ctx, made.ID)
	d.must(err)
	d.out.WriteString(strings.ReplaceAll(formtest.Faults(faults), made.ID, "‹hồ sơ›"))
	if len(faults) == 0 {
		d.say("không có lỗi")
	}
}

// attach puts a paper to a dossier: its name, how it begins, and how long it is.
func (d *errorDesk) attach(id, line string) {
	f := append(strings.Split(line, "\t"), "", "")
	n, err := strconv.Atoi(f[2])
	d.must(err)
	data := slices.Grow([]byte(f[1]+"\n"), n)
	for len(data) < n {
		data = append(data, "0123456789abcde\n"...)
	}
	if err := d.o.Attach(d.t.Context(), id, f[0], data); err != nil {
		d.say("%s: %s", f[0], Say(err))
	}
}

func (d *errorDesk) findings(found []Finding, err error) {
	for _, f := range found {
		d.say("%s %s%s", f.Level, f.Say, fixWords(f.Fix))
	}
	switch {
	case err != nil:
		d.say("không đọc được: %s", Say(err))
	case len(found) == 0:
		d.say("đọc được")
	}
}

func fixWords(fix string) string {
	if fix == "" {
		return ""
	}
	return " → " + fix
}

// file checks a declaration that came as a file.
func (d *errorDesk) file(name string, data []byte) {
	faults, err := CheckFile(data, testDay)
	if err != nil {
		d.say("%s: %s", name, Say(err))
		if !errors.Is(err, ErrUnreadable) {
			d.t.Error(err)
		}
		return
	}
	d.out.WriteString(formtest.Faults(faults))
	if len(faults) == 0 {
		d.say("không có lỗi")
	}
}

// bytesOf is a text in an encoding: "" for UTF-8, "bom" for the mark before it,
// "ansi" for the Vietnamese code page of Windows, "utf-16".
func bytesOf(text, enc string) []byte {
	switch enc {
	case "bom":
		return append([]byte("\xef\xbb\xbf"), text...)
	case "ansi":
		out, err := charmap.Windows1258.NewEncoder().String(tonesApart(text))
		if err != nil {
			panic(err)
		}
		return []byte(out)
	case "utf-16":
		out := []byte{0xff, 0xfe}
		for _, r := range text {
			out = append(out, byte(r), byte(r>>8))
		}
		return out
	}
	return []byte(text)
}

// tonesApart takes the tone marks off their letters, as that code page writes them.
func tonesApart(s string) string {
	var b strings.Builder
	for _, r := range s {
		var letter, tone []rune
		for _, m := range norm.NFD.String(string(r)) {
			if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", m) {
				tone = append(tone, m)
			} else {
				letter = append(letter, m)
			}
		}
		b.WriteString(norm.NFC.String(string(letter)) + string(tone))
	}
	return b.String()
}
