package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

// published are the SHA-256 of the agency's files of Quyết định 366/QĐ-BHXH and how
// many lines each has before the signature moves down.
var published = map[string]struct {
	sum    string
	first  int // the first line
	lines  int
	totals bool
}{
	"D02-LT": {"4e4a5dac92641509bb5ee8980dc95ce40baa80a53a6850b15cd2a1c904f3357b", 18, 7, false},
	"D05-TS": {"2fbfc5887164dab4ddce41700a084d48f526137aa1da25155eed0d2de28946a3", 15, 5, true},
	"D06-TS": {"52efa7b3f8da17d057435b17f87c7e374daa185a0f166e502f8754d78e77ebf5", 15, 5, false},
}

// eachOfficial runs a test on every paper that has a workbook of the agency's.
func eachOfficial(t *testing.T, run func(t *testing.T, f *form.Form, p *form.Paper)) {
	t.Helper()
	n := 0
	for _, f := range form.Forms() {
		for i := range f.Papers {
			if f.Papers[i].Book != nil {
				n++
				t.Run(f.FileName(), func(t *testing.T) { run(t, f, &f.Papers[i]) })
			}
		}
	}
	if n != len(published) {
		t.Errorf("%d papers have an official workbook, want %d", n, len(published))
	}
}

func TestOfficialBooksAreThePublishedOnes(t *testing.T) {
	eachOfficial(t, func(t *testing.T, f *form.Form, p *form.Paper) {
		sum := sha256.Sum256(p.Book)
		if got, want := hex.EncodeToString(sum[:]), published[f.ID].sum; got != want {
			t.Errorf("its SHA-256 is %s, want %s", got, want)
		}
	})
}

// invented is a document whose texts a paper can show: a dash alone stands for a cell
// that was left blank.
func invented(f *form.Form, seed uint64, rows int) *form.Doc {
	d := invent(f, seed, rows)
	for _, r := range append([]form.Row{d.Head}, d.Rows...) {
		for i, v := range r {
			if v.S != "" && strings.Trim(v.S, "'-–— ") == "" {
				r[i] = form.TextValue("Hà")
			}
		}
	}
	for _, tag := range []string{"So", "NgayLap"} {
		if c := f.Head.Column(tag); c != nil {
			c.Put(&d.Head, form.Value{})
		}
	}
	return d
}

// What a filled workbook shows comes back: the rows read of it fill the same workbook,
// with few rows and many, with texts that look like formulas and numbers too long.
func TestOfficialReadsBack(t *testing.T) {
	eachOfficial(t, func(t *testing.T, f *form.Form, p *form.Paper) {
		for seed, rows := range []int{0, 1, 4, 25} {
			doc := invented(f, uint64(seed), rows)
			data, err := sheet.WriteOfficial(doc, p)
			if err != nil {
				t.Fatal(err)
			}
			book, err := sheet.ReadForms(context.Background(), data, sheet.FormOptions{})
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range book.Problems {
				t.Errorf("%d rows: %s!%s %q %s %s", rows, x.Sheet, x.Cell, x.Value, x.Code, x.Message)
			}
			if len(book.Docs) != 1 || !book.Official || len(book.Docs[0].Rows) != rows {
				t.Fatalf("%d rows: %d forms, official %v", rows, len(book.Docs), book.Official)
			}
			again, err := sheet.WriteOfficial(book.Docs[0], p)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(data, again) {
				t.Errorf("%d rows: what was read fills another workbook:\n%s", rows, firstOther(t, data, again))
			}
		}
	})
}

// firstOther names the first cell in which two workbooks differ.
func firstOther(t *testing.T, a, z []byte) string {
	x, y := showCells(t, a), showCells(t, z)
	for at, was := range x {
		if y[at] != was {
			return fmt.Sprintf("%s: %q, then %q", at, was, y[at])
		}
	}
	return "no cell"
}

func showCells(t *testing.T, data []byte) map[string]string {
	t.Helper()
	f := openBook(t, data)
	out := map[string]string{}
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		for c, v := range row {
			at, _ := excelize.CoordinatesToCellName(c+1, r+1)
			out[at] = v
		}
	}
	return out
}

func openBook(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(b)
	}
	return out
}

// Numbers are numbers, and what a person typed is a text and never a formula.
func TestOfficialKindsOfCells(t *testing.T) {
	f := form.Of("D02-LT")
	p := f.Paper(20261101)
	doc := form.New(f)
	var r form.Row
	for tag, typed := range map[string]string{"HoTen": `=HYPERLINK("http://x","Mai")`, "MaSoBHXH": "0123456789", "NgaySinh": "15/08/1995", "ChucDanh": "@Công nhân",
		"MucLuong": "8.000.000", "PhuCapCV": "0,5", "TNVK": "12", "TuThang": "11/2026", "PhuongAn": "TM", "NoiKCB": "79024", "GhiChu": "+84 & <b>"} {
		c := f.Table.Column(tag)
		v, say, ok := c.Parse(typed)
		if !ok {
			t.Fatalf("%s: %s", tag, say)
		}
		c.Put(&r, v)
	}
	doc.Rows = []form.Row{r}
	f.Head.Column("TenDonVi").Put(&doc.Head, form.TextValue("-CÔNG TY ÁNH SÁNG"))
	data, err := sheet.WriteOfficial(doc, p)
	if err != nil {
		t.Fatal(err)
	}
	body := parts(t, data)["xl/worksheets/sheet1.xml"]
	if strings.Contains(body, "<f>") || strings.Contains(body, "<f ") {
		t.Error("there is a formula")
	}
	for at, want := range map[string]string{
		"A18": `<v>1</v>`, "B18": `>=HYPERLINK(&quot;http://x&quot;,&quot;Mai&quot;)</t>`, "C18": `>0123456789</t>`, "D18": `>15/08/1995</t>`, "E18": `>@Công nhân</t>`,
		"F18": `<v>8000000</v>`, "H18": `<v>0.5</v>`, "I18": `<v>12</v>`, "P18": `>11/2026</t>`, "R18": `>79024 Bệnh viện Nhân Dân 115</t>`, "T18": `>Tăng mới</t>`,
		"U18": `>+84 &amp; &lt;b&gt;</t>`, "A1": `>Tên đơn vị: -CÔNG TY ÁNH SÁNG</t>`,
	} {
		_, rest, _ := strings.Cut(body, `<c r="`+at+`"`)
		got, _, _ := strings.Cut(rest, `</c>`)
		if !strings.Contains(got, want) {
			t.Errorf("%s is %q, want %q in it", at, got, want)
		}
		if strings.HasSuffix(want, "</t>") != strings.Contains(got, `t="inlineStr"`) {
			t.Errorf("%s is of another kind: %q", at, got)
		}
	}
}
