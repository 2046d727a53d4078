package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func encrypted(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "bimat"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// with returns the parts of a workbook with one of them changed.
func with(b testBook, name string, change func(string) string) []byte {
	parts := b.parts()
	for i := range parts {
		if parts[i][0] == name {
			parts[i][1] = change(parts[i][1])
		}
	}
	return pack2(parts)
}

const sheet1 = "xl/worksheets/sheet1.xml"

func TestRefusals(t *testing.T) {
	sound := plainBook(3)
	cfb := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 1024)...)
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"password", encrypted(t), ErrPassword},
		{"xls", append(cfb, "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"...), ErrOldXLS},
		{"another compound file", cfb[:1032], ErrNotWorkbook},
		{"bare xls", []byte("\x09\x08\x10\x00\x00\x06"), ErrOldXLS},
		{"nothing", nil, ErrNotWorkbook},
		{"a text that is no table", []byte("Kính gửi anh chị kế toán\nbảng lương ở tệp kèm theo\n"), ErrNotWorkbook},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), ErrNotWorkbook},
		{"a text in no encoding", []byte("STT;Ten\n1;\xff\xfa\xf0\x80\x81\n"), ErrEncoding},
		{"a web page called .xls", []byte("<html><table><tr><td>1;2;3</td></tr></table></html>"), ErrWebPage},
		{"a zip of something else", pack2([][2]string{{"readme.txt", "hello"}}), ErrNotWorkbook},
		{"a Word document", with(sound, "xl/workbook.xml", func(string) string { return `<document><body/></document>` }), ErrNotWorkbook},
		{"PK and nothing", []byte("PK\x03\x04"), ErrDamaged},
		{"document type", with(sound, sheet1, func(s string) string {
			return strings.Replace(s, "<worksheet", `<!DOCTYPE x [<!ENTITY a "b">]><worksheet`, 1)
		}), ErrDamaged},
		{"UTF-16", with(sound, sheet1, func(s string) string { return "\xFF\xFE" + s }), ErrDamaged},
		{"other encoding", with(sound, sheet1, func(s string) string {
			return strings.Replace(s, `version="1.0"`, `version="1.0" encoding="windows-1258"`, 1)
		}), ErrDamaged},
		{"a row twice", with(sound, sheet1, func(s string) string { return strings.Replace(s, `<row r="3"`, `<row r="2"`, 1) }), ErrDamaged},
		{"a cell twice", with(sound, sheet1, func(s string) string { return strings.Replace(s, `r="C3"`, `r="B3"`, 1) }), ErrDamaged},
		{"no shared strings", with(sound, sheet1, func(s string) string {
			return strings.Replace(s, `</sheetData>`, `<row r="99"><c r="A99" t="s"><v>7</v></c></row></sheetData>`, 1)
		}), ErrDamaged},
		{"shared strings part missing", with(sound, "xl/_rels/workbook.xml.rels", func(s string) string {
			return strings.Replace(s, `</Relationships>`, `<Relationship Id="ss" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
		}), ErrDamaged},
		{"sheet part missing", with(sound, "xl/_rels/workbook.xml.rels", func(s string) string { return strings.Replace(s, "sheet1.xml", "sheet9.xml", 1) }), ErrDamaged},
		{"a value in column XFD", with(sound, sheet1, func(s string) string {
			return strings.Replace(s, `</sheetData>`, `<row r="99"><c r="XFD99"><v>7</v></c></row></sheetData>`, 1)
		}), ErrTooBig},
		{"row 2147483647", with(sound, sheet1, func(s string) string {
			return strings.Replace(s, `</sheetData>`, `<row r="2147483647"><c><v>7</v></c></row></sheetData>`, 1)
		}), ErrDamaged},
		{"row 1048577", with(sound, sheet1, func(s string) string {
			return strings.Replace(s, `</sheetData>`, `<row r="1048577"><c><v>7</v></c></row></sheetData>`, 1)
		}), ErrTooBig},
		{"zip bomb", with(sound, sheet1, func(s string) string {
			return strings.Replace(s, `</sheetData>`, `</sheetData>`+strings.Repeat(" ", 40<<20), 1)
		}), ErrTooBig},
		{"deep nesting", with(sound, sheet1, func(s string) string { return strings.Repeat("<a>", 10_000) }), ErrDamaged},
		{"one endless tag", with(sound, sheet1, func(s string) string { return "<worksheet a='" + strings.Repeat("x", 9<<20) + "'/>" }), ErrTooBig},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			b, err := Read(context.Background(), tt.data, Options{})
			if !errors.Is(err, tt.want) || b != nil {
				t.Fatalf("got %v, %v; want %v", b, err, tt.want)
			}
			if Say(err) == "" {
				t.Error("no sentence for the user")
			}
			if doc, _, err := ReadForm(context.Background(), small, tt.data, FormOptions{}); !errors.Is(err, tt.want) || doc != nil {
				t.Errorf("as a form: got %v, %v; want %v", doc, err, tt.want)
			}
			if d := time.Since(start); d > hang {
				t.Errorf("took %v", d)
			}
		})
	}
}

func TestManyEntriesAreRefused(t *testing.T) {
	parts := plainBook(1).parts()
	for i := range 3000 {
		parts = append(parts, [2]string{fmt.Sprintf("x/%d.xml", i), ""})
	}
	if _, err := Read(context.Background(), pack2(parts), Options{}); !errors.Is(err, ErrTooBig) {
		t.Errorf("got %v, want ErrTooBig", err)
	}
	twice := append(plainBook(1).parts(), [2]string{"XL/Worksheets/Sheet1.xml", ""})
	if _, err := Read(context.Background(), pack2(twice), Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("a part twice: got %v, want ErrDamaged", err)
	}
}

// A package cut anywhere, or a sheet cut anywhere inside a sound package, is
// refused or gives what the whole one gives.
func TestTruncated(t *testing.T) {
	whole := plainBook(40)
	data := whole.bytes()
	want := mustRead(t, data, Options{})
	try := func(what string, b []byte) {
		t.Helper()
		got, err := Read(context.Background(), b, Options{})
		if err == nil && !reflect.DeepEqual(got.Rows, want.Rows) {
			t.Fatalf("%s: accepted with %d rows of %d", what, len(got.Rows), len(want.Rows))
		}
		if err != nil && Say(err) == "" {
			t.Fatalf("%s: %v is no refusal", what, err)
		}
	}
	for n := range len(data) {
		try(fmt.Sprintf("file cut at %d", n), data[:n])
	}
	for _, name := range []string{sheet1, "xl/workbook.xml", "xl/styles.xml"} {
		for _, p := range whole.parts() {
			if p[0] != name {
				continue
			}
			step := max(1, len(p[1])/1000)
			for n := 0; n < len(p[1]); n += step {
				try(fmt.Sprintf("%s cut at %d", name, n), with(whole, name, func(s string) string { return s[:n] }))
			}
		}
	}
}

// A byte changed anywhere in the packed file never changes a row in silence.
func TestFlippedBytes(t *testing.T) {
	data := plainBook(40).bytes()
	want := mustRead(t, data, Options{})
	for n := range data {
		b := bytes.Clone(data)
		b[n] ^= 0x15
		got, err := Read(context.Background(), b, Options{})
		if err == nil && !reflect.DeepEqual(got.Rows, want.Rows) {
			t.Fatalf("byte %d: accepted with other rows", n)
		}
	}
}

// The directory may claim a CRC of 0, which archive/zip does not check.
func TestZeroCRC(t *testing.T) {
	sheet := []byte(plainBook(2).sheets[0].data)
	p, err := openPack(rawZip("a.xml", sheet, 0, uint32(len(sheet))))
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := p.open("a.xml")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(r); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
}

// Shared strings: all of them, or none.
func TestSharedStrings(t *testing.T) {
	build := func(sst string) []byte {
		b := oneSheet("")
		b.sheets[0].data = `<worksheet ` + testNS + `><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>` +
			`<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="C2"><v>6000000</v></c></row></sheetData></worksheet>`
		parts := b.parts()
		for i := range parts {
			if parts[i][0] == "xl/_rels/workbook.xml.rels" {
				parts[i][1] = strings.Replace(parts[i][1], "</Relationships>", `<Relationship Id="ss" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
			}
		}
		return pack2(append(parts, [2]string{"xl/sharedStrings.xml", sst}))
	}
	const body = `<si><t>Họ và tên</t></si><si><t>Mã số BHXH</t></si><si><r><t>Mức lương </t></r><r><t>đóng BHXH</t></r><rPh><t>xx</t></rPh></si><si><t>Lê&#32;Văn &#xC1;i</t></si>`
	b := mustRead(t, build(`<sst uniqueCount="5">`+body+`<si><t>7900000001</t></si></sst>`), Options{})
	if len(b.Rows) != 1 || b.Rows[0].HoTen != "Lê Văn Ái" || b.Rows[0].MaSoBHXH != "7900000001" || b.Rows[0].Luong.MucLuong != 6_000_000 {
		t.Errorf("got %+v", b.Rows)
	}
	for _, sst := range []string{`<sst uniqueCount="5">` + body + `</sst>`, `<sst>` + body + `</sst>`, `<sst uniqueCount="5">` + body, ``} {
		if _, err := Read(context.Background(), build(sst), Options{}); !errors.Is(err, ErrDamaged) {
			t.Errorf("%.30q: got %v, want ErrDamaged", sst, err)
		}
	}
}

// Formatting down to the last row and out to the last column costs little.
func TestMillionBlankRows(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	var b strings.Builder
	for r := 50; r <= 1<<20; r++ {
		fmt.Fprintf(&b, `<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>`, r, r)
	}
	data := with(plainBook(40), sheet1, func(s string) string { return strings.Replace(s, "</sheetData>", b.String()+"</sheetData>", 1) })
	b.Reset()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	book := mustRead(t, data, Options{})
	d := time.Since(start)
	runtime.ReadMemStats(&after)
	got := after.TotalAlloc - before.TotalAlloc
	t.Logf("1 048 576 rows of which 40 hold people: %v, %d KB allocated", d, got>>10)
	if len(book.Rows) != 40 {
		t.Errorf("got %d rows, want 40", len(book.Rows))
	}
	if got > 16<<20 {
		t.Errorf("allocated %d MB for blank rows", got>>20)
	}
}

// hang is longer than any refusal takes on a busy machine; how quick it is, the
// benchmarks say.
const hang = time.Minute

// Eighty rows of texts that are no heads: looking for a header stays cheap.
func TestManyTextsThatAreNoHeads(t *testing.T) {
	var b strings.Builder
	for r := range 80 {
		for c := range maxCols {
			fmt.Fprintf(&b, "muc luong dang bhxg %d %d\t", r, c)
		}
		b.WriteByte('\n')
	}
	start := time.Now()
	book := mustRead(t, oneSheet(b.String()).bytes(), Options{})
	d := time.Since(start)
	t.Logf("%v", d)
	if len(book.Rows) != 0 || d > hang {
		t.Errorf("%d rows in %v", len(book.Rows), d)
	}
	data := oneSheet(strings.ReplaceAll(b.String(), "muc luong dang bhxg", "xa phuong dac khux")).bytes()
	start = time.Now()
	_, _, err := ReadForm(context.Background(), trial, data, FormOptions{})
	d = time.Since(start)
	t.Logf("as a form %v", d)
	if err != nil || d > hang {
		t.Errorf("as a form: %v in %v", err, d)
	}
}

func TestBlankCellsFarOutArePassedOver(t *testing.T) {
	data := with(plainBook(3), sheet1, func(s string) string {
		return strings.Replace(s, `</row></sheetData>`, `<c r="XFD4" s="1"/></row></sheetData>`, 1)
	})
	if b := mustRead(t, data, Options{}); len(b.Rows) != 3 {
		t.Errorf("got %d rows, want 3", len(b.Rows))
	}
}

// Other ways to write the same XML are the same workbook.
func TestSpellings(t *testing.T) {
	book := plainBook(5)
	want := mustRead(t, book.bytes(), Options{}).Rows
	for name, change := range map[string]func(string) string{
		"prefix": func(s string) string {
			s = strings.NewReplacer("</", "</x:", "<", "<x:").Replace(strings.TrimPrefix(s, `<?xml version="1.0"?>`))
			return strings.Replace(s, `xmlns="`, `xmlns:x="`, 1)
		},
		"single quotes":     func(s string) string { return strings.ReplaceAll(s, `"`, `'`) },
		"line breaks":       func(s string) string { return strings.ReplaceAll(s, ` r="`, "\n\tr = \"") },
		"comments":          func(s string) string { return strings.ReplaceAll(s, "<row", "<!-- <row> --><row") },
		"no references":     func(s string) string { return strings.NewReplacer(` r="1"`, "", ` r="2"`, "").Replace(s) },
		"character data":    func(s string) string { return strings.ReplaceAll(s, ">Nam<", "><![CDATA[Nam]]><") },
		"byte order mark":   func(s string) string { return "\uFEFF" + s },
		"space before >":    func(s string) string { return strings.ReplaceAll(s, "</row>", "</row >") },
		"greater in a text": func(s string) string { return strings.Replace(s, "<sheetData>", `<sheetPr a=">"/><sheetData>`, 1) },
	} {
		t.Run(name, func(t *testing.T) {
			if got := mustRead(t, with(book, sheet1, change), Options{}).Rows; !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestFewerRowsThanTheDimensionSays(t *testing.T) {
	data := with(plainBook(4), sheet1, func(s string) string {
		return strings.Replace(s, "<sheetData>", `<dimension ref="A1:H10001"/><sheetData>`, 1)
	})
	b := mustRead(t, data, Options{})
	if len(b.Problems) != 1 || b.Problems[0].Code != xlShort {
		t.Errorf("got %v, want %s", b.Problems, xlShort)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, plainBook(3).bytes(), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}
