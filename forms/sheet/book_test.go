package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
)

// testBook is a small workbook, made by hand so that it can be made wrong.
type testBook struct {
	sheets   []testSheet
	date1904 bool
}

type testSheet struct {
	name, data string // the XML of the worksheet
	hidden     bool
}

// styles of test workbooks: 0 plain, 1 date, 2 percent, 3 TCVN3 font, 4 VNI font, 5 month.
const testStyles = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[$-42A]mm\/yyyy"/></numFmts>` +
	`<fonts count="3"><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font><font><name val="VNI-Times"/></font></fonts>` +
	`<cellXfs count="6"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="9" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="165" fontId="0"/></cellXfs></styleSheet>`

const testNS = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// parts returns the parts of the package, in order.
func (b testBook) parts() [][2]string {
	const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var list, rel strings.Builder
	out := [][2]string{{"_rels/.rels", rels + `<Relationship Id="rId1" Type="` + kind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`}}
	for i, s := range b.sheets {
		state := ""
		if s.hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, s.name, i+1, state, i+1)
		fmt.Fprintf(&rel, `<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, i+1, kind, i+1)
		out = append(out, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s.data})
	}
	pr := ""
	if b.date1904 {
		pr = `<workbookPr date1904="1"/>`
	}
	return append(out,
		[2]string{"xl/workbook.xml", `<?xml version="1.0"?><workbook ` + testNS + `>` + pr + `<sheets>` + list.String() + `</sheets></workbook>`},
		[2]string{"xl/_rels/workbook.xml.rels", rels + rel.String() + `<Relationship Id="st" Type="` + kind + `styles" Target="styles.xml"/></Relationships>`},
		[2]string{"xl/styles.xml", testStyles})
}

func (b testBook) bytes() []byte { return pack2(b.parts()) }

func pack2(parts [][2]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, _ := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Deflate})
		_, _ = w.Write([]byte(p[1]))
	}
	_ = z.Close()
	return out.Bytes()
}

// sheetXML writes the lines of a case: cells apart by tabs, plain text or
// n:number d:date-styled-number m:month-styled p:percent f:[result] formula
// e:#REF! t:TCVN3-font-text v:VNI-font-text i:ISO-date. Lines that begin with @
// say @merge A1:B2, @hide (the next row), @row 10 (go on there).
func sheetXML(lines string) string {
	var data, merges strings.Builder
	num, hide := 0, ""
	for _, line := range strings.Split(strings.TrimRight(lines, "\n"), "\n") {
		if rest, ok := strings.CutPrefix(line, "@merge "); ok {
			fmt.Fprintf(&merges, `<mergeCell ref="%s"/>`, rest)
			continue
		}
		if line == "@hide" {
			hide = ` hidden="1"`
			continue
		}
		if rest, ok := strings.CutPrefix(line, "@row "); ok {
			_, _ = fmt.Sscan(rest, &num)
			num--
			continue
		}
		num++
		fmt.Fprintf(&data, `<row r="%d"%s>`, num, hide)
		hide = ""
		for c, s := range strings.Split(line, "\t") {
			if s != "" {
				data.WriteString(cellXML(cellName(c, num), s))
			}
		}
		data.WriteString(`</row>`)
	}
	m := ""
	if merges.Len() > 0 {
		m = `<mergeCells>` + merges.String() + `</mergeCells>`
	}
	return `<?xml version="1.0"?><worksheet ` + testNS + `><sheetData>` + data.String() + `</sheetData>` + m + `</worksheet>`
}

func cellXML(at, s string) string {
	esc := func(s string) string {
		var b bytes.Buffer
		_ = xml.EscapeText(&b, []byte(s))
		return b.String()
	}
	kind, rest, ok := strings.Cut(s, ":")
	if ok {
		switch kind {
		case "n":
			return fmt.Sprintf(`<c r="%s"><v>%s</v></c>`, at, rest)
		case "d":
			return fmt.Sprintf(`<c r="%s" s="1"><v>%s</v></c>`, at, rest)
		case "m":
			return fmt.Sprintf(`<c r="%s" s="5"><v>%s</v></c>`, at, rest)
		case "p":
			return fmt.Sprintf(`<c r="%s" s="2"><v>%s</v></c>`, at, rest)
		case "f":
			return fmt.Sprintf(`<c r="%s"><f>SUM(Z1:Z2)</f><v>%s</v></c>`, at, rest)
		case "e":
			return fmt.Sprintf(`<c r="%s" t="e"><v>%s</v></c>`, at, rest)
		case "i":
			return fmt.Sprintf(`<c r="%s" t="d"><v>%s</v></c>`, at, rest)
		case "t":
			return fmt.Sprintf(`<c r="%s" s="3" t="inlineStr"><is><t>%s</t></is></c>`, at, esc(rest))
		case "v":
			return fmt.Sprintf(`<c r="%s" s="4" t="inlineStr"><is><t>%s</t></is></c>`, at, esc(rest))
		}
	}
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, esc(s))
}

func oneSheet(lines string) testBook {
	return testBook{sheets: []testSheet{{name: "Luong", data: sheetXML(lines)}}}
}

func mustRead(t testing.TB, data []byte, opt Options) *Book {
	t.Helper()
	b, err := Read(context.Background(), data, opt)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// plainHead and plainRow make a small sound workbook.
const plainHead = "STT\tHọ và tên\tNgày sinh\tGiới tính\tSố CCCD\tMã số BHXH\tChức danh\tMức lương đóng BHXH\n"

func plainBook(n int) testBook {
	var b strings.Builder
	b.WriteString(plainHead)
	for i := range n {
		fmt.Fprintf(&b, "n:%d\tNguyễn Văn %s\t15/08/1995\tNam\t079095%06d\t79%08d\tCông nhân\tn:%d\n", i+1, []string{"An", "Bình", "Cường", "Dũng"}[i%4], i+1, i+1, 6_000_000+i*1000)
	}
	return oneSheet(b.String())
}

// rawZip packs one entry by hand, so that the directory can lie.
func rawZip(name string, body []byte, crc, size uint32) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, _ := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc, CompressedSize64: uint64(len(body)), UncompressedSize64: uint64(size)})
	_, _ = w.Write(body)
	_ = z.Close()
	return out.Bytes()
}
