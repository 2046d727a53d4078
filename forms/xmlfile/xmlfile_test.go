package xmlfile_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"math/rand"
	"os"
	"os/exec"
	"strings"
	"testing"

	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
	"ankhai/forms/tk1ts"
	"ankhai/forms/xmlfile"
)

const today = law.Day(20261122)

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func encode(t testing.TB, d *form.Doc) []byte {
	t.Helper()
	b, err := xmlfile.Encode(d, d.Form.Wire(today))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The files of other programs read without anything odd, and what we write of
// them is the same document.
func TestFilesInUse(t *testing.T) {
	for _, name := range []string{"D02-TS-595.xml", "TK1-TS-595.xml"} {
		t.Run(name, func(t *testing.T) {
			plain := read(t, name)
			doc, w, odds, err := xmlfile.Decode(plain)
			if err != nil || len(odds) > 0 {
				t.Fatalf("%v %v", err, odds)
			}
			if w.File != name {
				t.Errorf("got layout %s, want %s", w.File, name)
			}
			ours := encode(t, doc)
			formtest.Schema(t, "xsd/"+w.Root+".xsd", ours)
			if got, want := canonical(t, ours), canonical(t, withoutComment(plain)); !bytes.Equal(got, want) {
				t.Errorf("not the same document.\ngot  %s\nwant %s", got, want)
			}
			signed, _, odds, err := xmlfile.Decode(read(t, strings.TrimSuffix(name, ".xml")+".signed.xml"))
			if err != nil || len(odds) > 0 {
				t.Fatalf("signed, with a BOM: %v %v", err, odds)
			}
			if !bytes.Equal(encode(t, signed), ours) {
				t.Error("the signed file reads differently")
			}
			if f := xmlfile.Validate(name, ours); len(f) > 0 {
				t.Errorf("Validate: %v", f)
			}
		})
	}
}

func withoutComment(b []byte) []byte {
	i, j := bytes.Index(b, []byte("<!--")), bytes.Index(b, []byte("-->"))
	if i < 0 {
		return b
	}
	return append(append([]byte{}, b[:i]...), b[j+3:]...)
}

// needXmllint skips without xmllint, and fails on the build machine.
func needXmllint(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("xmllint is missing")
		}
		t.Skip("xmllint is missing")
	}
}

func canonical(t *testing.T, b []byte) []byte {
	t.Helper()
	needXmllint(t)
	file := t.TempDir() + "/a.xml"
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	noblanks, err := exec.Command("xmllint", "--nonet", "--noblanks", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, noblanks, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("xmllint", "--nonet", "--c14n", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(out, []byte("\n"), nil)
}

// What we write is canonical but for the declaration and the order of the two
// name spaces.
func TestWritesCanonically(t *testing.T) {
	d := form.New(d02lt.D366)
	var r form.Row
	d02lt.HoTen.Set(&r, "Trần & Thử <\"1\"> 'x'\tcó\rxuống dòng")
	d.Rows = append(d.Rows, r)
	b := encode(t, d)
	file := t.TempDir() + "/a.xml"
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	needXmllint(t)
	out, err := exec.Command("xmllint", "--nonet", "--c14n", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, ours, _ := strings.Cut(string(b), "<ThongTinKhac>")
	_, theirs, _ := strings.Cut(string(out), "<ThongTinKhac>")
	if ours != strings.TrimSuffix(theirs, "\n") {
		t.Errorf("got  %s\nwant %s", ours, theirs)
	}
	back, _, _, err := xmlfile.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := d02lt.HoTen.Get(back.Rows[0]), d02lt.HoTen.Get(r); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRefusesWhatXMLCannotCarry(t *testing.T) {
	for _, s := range []string{"a\x00b", "a\x1bb", "a\xffb", "a\ufffeb", "a\uffffb"} {
		d := form.New(d02lt.D366)
		var r form.Row
		d02lt.HoTen.Set(&r, s)
		d.Rows = append(d.Rows, r)
		if _, err := xmlfile.Encode(d, d.Form.Wire(today)); !errors.Is(err, xmlfile.ErrText) {
			t.Errorf("%q: got %v, want ErrText", s, err)
		} else if strings.Contains(err.Error(), s) {
			t.Errorf("the error quotes the text: %v", err)
		}
	}
}

// carried lists the columns that a wire layout carries as they are.
func carried(list []form.Elem, head bool, sub string, out *[]*form.Column) {
	for _, e := range list {
		in := sub
		if e.Repeat == form.EachSub {
			in = e.Sub
		}
		if e.Col != nil && e.Head == head && in == sub {
			*out = append(*out, e.Col)
		}
		if e.Repeat != form.EachSub {
			carried(e.Kids, head, sub, out)
		}
	}
}

func randomRow(rnd *rand.Rand, cols []*form.Column) form.Row {
	var r form.Row
	for _, c := range cols {
		if e := c.Kind; rnd.Intn(4) == 0 && e != form.KindMoney && e != form.KindDecimal && e != form.KindRate && e != form.KindInt {
			continue // an amount that is not known is written as 0
		}
		c.Put(&r, randomValue(rnd, c))
	}
	return r
}

func randomValue(rnd *rand.Rand, c *form.Column) form.Value {
	day := law.DayOf(1940+rnd.Intn(120), 1+rnd.Intn(12), 1+rnd.Intn(28))
	switch c.Kind {
	case form.KindDay:
		return form.NumValue(int64(day))
	case form.KindBirth:
		return form.NumValue([]int64{int64(day), int64(day) / 100 * 100, int64(day) / 10000 * 10000}[rnd.Intn(3)])
	case form.KindMonth:
		return form.NumValue(int64(day.Month()))
	case form.KindFlag:
		return form.NumValue(int64(rnd.Intn(2)))
	case form.KindMoney, form.KindInt, form.KindDecimal, form.KindRate:
		return form.NumValue(rnd.Int63n(1 << 30))
	}
	letters := []rune("aăâbcdđeê oôơ<>&\"'\t;]]> ỹ𝔸")
	s := make([]rune, 1+rnd.Intn(12))
	for i := range s {
		s[i] = letters[rnd.Intn(len(letters))]
	}
	return form.TextValue("x" + string(s) + "x")
}

// decode(encode(d)) is d, for whatever the layout carries.
func TestReadsBackWhatItWrote(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	for _, f := range []*form.Form{d02lt.D366, tk1ts.D366} {
		w := f.Wire(today)
		var head, row, sub []*form.Column
		carried(w.Body, true, "", &head)
		carried(w.Body, false, "", &row)
		if f == tk1ts.D366 {
			sub = []*form.Column{tk1ts.TVHoTen.Column, tk1ts.TVNgaySinh.Column, tk1ts.TVQuanHe.Column, tk1ts.TVThamGia.Column, tk1ts.TVGhiChu.Column}
		} else {
			row = append(row, d02lt.TNVK.Column, d02lt.TNNghe.Column)
		}
		for n := range 200 {
			d := form.New(f)
			d.Head = randomRow(rnd, head)
			for range rnd.Intn(5) {
				r := randomRow(rnd, row)
				if f == d02lt.D366 {
					d02lt.LoaiHD.Set(&r, []string{"1", "2"}[rnd.Intn(2)])
					d02lt.HDTu.Put(&r, randomValue(rnd, d02lt.HDTu.Column))
					d02lt.HDDen.Put(&r, randomValue(rnd, d02lt.HDDen.Column))
					d02lt.ViTri.Set(&r, []string{"WP_NNQL", "WP_CMKTC", "WP_CMKTBT", "WP_CMKTK"}[rnd.Intn(4)])
					d02lt.ViTriTu.Put(&r, randomValue(rnd, d02lt.ViTriTu.Column))
					if rnd.Intn(2) == 0 {
						d02lt.MucLuong.Set(&r, 100+rnd.Int63n(1<<40))
					} else {
						d02lt.HeSo.Set(&r, 1+rnd.Int63n(99_999))
					}
				}
				d.Rows = append(d.Rows, r)
			}
			for i := range d.Rows {
				if sub == nil {
					break
				}
				tk1ts.ID.Set(&d.Rows[i], "người "+string(rune('a'+i)))
				for range rnd.Intn(3) {
					s := randomRow(rnd, sub)
					tk1ts.TVCua.Set(&s, tk1ts.ID.Get(d.Rows[i]))
					d.Subs[tk1ts.ThanhVien] = append(d.Subs[tk1ts.ThanhVien], s)
				}
			}
			b := encode(t, d)
			back, _, odds, err := xmlfile.Decode(b)
			if err != nil || len(odds) > 0 {
				t.Fatalf("%s %d: %v %v\n%s", f.ID, n, err, odds, b)
			}
			want, _ := d.MarshalJSON()
			got, _ := back.MarshalJSON()
			if !bytes.Equal(got, want) {
				t.Fatalf("%s %d:\ngot  %s\nwant %s", f.ID, n, got, want)
			}
			if n < 5 {
				if !bytes.Equal(encode(t, back), b) {
					t.Fatal("the second writing differs")
				}
			}
		}
	}
}

func TestHostileFiles(t *testing.T) {
	const tail = `<D02-TS><NoiDung></NoiDung><Cky></Cky></D02-TS>`
	for name, c := range map[string]struct {
		file string
		want error
	}{
		"doctype":  {`<!DOCTYPE a [<!ENTITY x "y">]>` + tail, xmlfile.ErrDoctype},
		"external": {`<!DOCTYPE a SYSTEM "file:///etc/passwd">` + tail, xmlfile.ErrDoctype},
		"entity":   {`<D02-TS><NoiDung><LaoDong><HoTen>&x;</HoTen></LaoDong></NoiDung><Cky/></D02-TS>`, xmlfile.ErrDoctype},
		"deep":     {strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100), xmlfile.ErrUnknown},
		"deep in":  {`<D02-TS><Cky>` + strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100) + `</Cky></D02-TS>`, xmlfile.ErrTooDeep},
		"large":    {strings.Repeat(" ", xmlfile.MaxBytes+1), xmlfile.ErrTooLarge},
		"unknown":  {`<Khac/>`, xmlfile.ErrUnknown},
		"empty":    {``, nil},
		"cut off":  {`<D02-TS><NoiDung><LaoDong>`, nil},
		"utf-16":   {`<?xml version="1.0" encoding="utf-16"?>` + tail, nil},
		"bad utf8": {"<D02-TS><NoiDung><LaoDong><HoTen>\xff</HoTen></LaoDong></NoiDung></D02-TS>", nil},
		"two":      {tail + tail, nil},
		"crossed":  {`<D02-TS><NoiDung></D02-TS></NoiDung>`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			doc, _, _, err := xmlfile.Decode([]byte(c.file))
			if err == nil || doc != nil {
				t.Fatalf("read without an error: %v", doc)
			}
			if c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if f := xmlfile.Validate("D02-TS-595.xml", []byte(c.file)); len(f) == 0 || f[len(f)-1].Kind != xmlfile.OddBroken {
				t.Errorf("Validate: %v", f)
			}
		})
	}
}

// Whatever the schema refuses of the structure, Validate finds too.
func TestValidateAgreesWithTheSchema(t *testing.T) {
	good := string(read(t, "D02-TS-595.xml"))
	one := func(old, new string) string { return strings.Replace(good, old, new, 1) }
	for name, c := range map[string]struct {
		file string
		want xmlfile.OddKind
	}{
		"unknown element":  {one("<PA>TM</PA>", "<PA>TM</PA><Moi>1</Moi>"), xmlfile.OddUnknown},
		"order":            {strings.Replace(one("<TinhLai>0</TinhLai>", ""), "<TuThang>", "<TinhLai>0</TinhLai><TuThang>", 1), xmlfile.OddOrder},
		"twice":            {one("<PA>TM</PA>", "<PA>TM</PA><PA>TM</PA>"), xmlfile.OddTwice},
		"month":            {one("<TuThang>11/2026</TuThang>", "<TuThang>2026-99</TuThang>"), xmlfile.OddValue},
		"number":           {one("<TienLuong>9500000</TienLuong>", "<TienLuong>9,5tr</TienLuong>"), xmlfile.OddValue},
		"day":              {one("<NgaySinh>15/08/1995</NgaySinh>", "<NgaySinh>ngày 5</NgaySinh>"), xmlfile.OddValue},
		"no signature":     {one("<Cky/>", ""), xmlfile.OddMissing},
		"no list":          {good[:strings.Index(good, "<NoiDung>")] + good[strings.Index(good, "<Cky/>"):], xmlfile.OddMissing},
		"attribute":        {one("<LaoDong>", `<LaoDong loai="1">`), xmlfile.OddAttribute},
		"text in between":  {one("<LaoDong>", "<LaoDong>chữ"), xmlfile.OddText},
		"element in value": {one("<PA>TM</PA>", "<PA><b>TM</b></PA>"), xmlfile.OddUnknown},
		"other namespace":  {one("<PA>TM</PA>", `<PA xmlns="urn:x">TM</PA>`), xmlfile.OddUnknown},
		"after signature":  {one("<Cky/>", "<Cky/><NoiDung/>"), xmlfile.OddOrder},
	} {
		t.Run(name, func(t *testing.T) {
			if c.file == good {
				t.Fatal("the case changes nothing")
			}
			found := xmlfile.Validate("D02-TS-595.xml", []byte(c.file))
			has := false
			for _, f := range found {
				has = has || f.Kind == c.want
			}
			if !has {
				t.Errorf("got %v, want a finding of kind %s", found, c.want)
			}
			if schemaTakes(t, "xsd/D02-TS.xsd", c.file) {
				t.Error("xmllint takes the file")
			}
		})
	}
}

func schemaTakes(t *testing.T, xsd, file string) bool {
	t.Helper()
	needXmllint(t)
	cmd := exec.Command("xmllint", "--nonet", "--noout", "--schema", xsd, "-")
	cmd.Stdin = strings.NewReader(file)
	return cmd.Run() == nil
}

func TestValidateWrongName(t *testing.T) {
	f := xmlfile.Validate("TK1-TS-595.xml", read(t, "D02-TS-595.xml"))
	if len(f) == 0 {
		t.Error("a D02 under the name of a TK1 goes unnoticed")
	}
}

func manyRows(n int) *form.Doc {
	doc, _, _, err := xmlfile.Decode(mustRead("testdata/D02-TS-595.xml"))
	if err != nil {
		panic(err)
	}
	row := doc.Rows[0]
	doc.Rows = doc.Rows[:0]
	for range n {
		doc.Rows = append(doc.Rows, row)
	}
	return doc
}

func mustRead(name string) []byte {
	b, err := os.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return b
}

func BenchmarkEncode10000(b *testing.B) {
	doc := manyRows(10_000)
	w := doc.Form.Wire(today)
	for b.Loop() {
		out, err := xmlfile.Encode(doc, w)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(out)))
	}
}

// The peer: the same elements through encoding/xml's token writer.
func BenchmarkEncode10000EncodingXML(b *testing.B) {
	doc := manyRows(10_000)
	type leaf struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
	}
	type row struct {
		XMLName xml.Name `xml:"LaoDong"`
		Leaves  []leaf
	}
	w := doc.Form.Wire(today)
	elems := w.Body[1].Kids[0].Kids
	for b.Loop() {
		var buf bytes.Buffer
		enc := xml.NewEncoder(&buf)
		for i := range doc.Rows {
			r := row{Leaves: make([]leaf, 0, len(elems))}
			for _, e := range elems {
				l := leaf{XMLName: xml.Name{Local: e.Name}}
				switch {
				case e.Write != nil:
					l.Text = e.Write(form.WireRow{Doc: doc, Row: &doc.Rows[i]})
				case e.Col != nil:
					l.Text = e.Col.Wire(e.Col.Get(doc.Rows[i]))
				}
				r.Leaves = append(r.Leaves, l)
			}
			if err := enc.Encode(r); err != nil {
				b.Fatal(err)
			}
		}
		b.SetBytes(int64(buf.Len()))
	}
}

func BenchmarkDecode10000(b *testing.B) {
	data := encode(b, manyRows(10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, _, err := xmlfile.Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}

// TestEncodeIsFast guards the limit loosely: ten times what is meant, so that a
// busy machine does not fail it.
func FuzzDecode(f *testing.F) {
	for _, n := range []string{"D02-TS-595.xml", "TK1-TS-595.xml", "D02-TS-595.signed.xml", "BHXHDienTu.xml"} {
		f.Add(mustRead("testdata/" + n))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		xmlfile.Validate("D02-TS-595.xml", data)
		doc, w, _, err := xmlfile.Decode(data)
		if err != nil {
			return
		}
		out, err := xmlfile.Encode(doc, w)
		if err != nil {
			return // a day that does not exist, refused again
		}
		again, _, odds, err := xmlfile.Decode(out)
		if err != nil || len(odds) > 0 {
			t.Fatalf("what we wrote does not read back: %v %v", err, odds)
		}
		if twice, err := xmlfile.Encode(again, w); err != nil || !bytes.Equal(out, twice) {
			t.Fatalf("the second writing differs (%v)", err)
		}
	})
}
