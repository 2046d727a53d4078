package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode/utf16"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/unicode/norm"
)

// payroll FILE LINES writes a workbook of people. A line of LINES is
// "name | mã số BHXH | date of birth | Nam or Nữ | CCCD | title | wage", with
// phương án, month and note behind it where wanted.
func payrollFile(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: payroll FILE LINES")
	}
	var rows []facts.DongLuong
	for _, line := range strings.Split(ts.ReadFile(args[1]), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		c := append(strings.Split(line, "|"), "", "", "")
		for i := range c {
			c[i] = strings.TrimSpace(c[i])
		}
		d := facts.DongLuong{HoTen: c[0], MaSoBHXH: c[1], GioiTinh: facts.Nam, SoCCCD: c[4], ChucDanh: c[5], PhuongAn: c[7], GhiChu: c[9]}
		if c[3] == "Nữ" {
			d.GioiTinh = facts.Nu
		}
		born, ok := law.ParseDay(c[2])
		wage, ok2 := form.ParseMoney(c[6])
		if !ok || !ok2 {
			ts.Fatalf("%s: date %q or wage %q", line, c[2], c[6])
		}
		d.NgaySinh, d.Luong = facts.NgaySinh(born), facts.Luong{Known: true, MucLuong: wage}
		if c[8] != "" {
			if d.TuThang, ok = law.ParseMonth(c[8]); !ok {
				ts.Fatalf("%s: month %q", line, c[8])
			}
		}
		rows = append(rows, d)
	}
	writePayroll(ts, args[0], rows)
}

// bigpayroll FILE N WAGE writes a workbook of N people with one wage.
func bigPayroll(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	wage, err := strconv.ParseInt(args[2], 10, 64)
	ts.Check(err)
	writePayroll(ts, args[0], crowd(n, wage))
}

// crowd is n invented people, no two with the same numbers, or the same name and birth.
func crowd(n int, wage int64) []facts.DongLuong {
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"}
	given := []string{"An", "Bình", "Chi", "Dung", "Giang", "Hạnh", "Khánh", "Linh", "Mai", "Ngọc", "Phúc", "Quân", "Sơn", "Thảo", "Uyên", "Vân", "Yến"}
	rows := make([]facts.DongLuong, n)
	for i := range rows {
		rows[i] = facts.DongLuong{
			HoTen:    family[i%len(family)] + " " + given[i/10%len(given)] + " " + given[i/170%len(given)],
			MaSoBHXH: fmt.Sprintf("79%08d", i+1), SoCCCD: fmt.Sprintf("079090%06d", i+1),
			NgaySinh: facts.NgaySinh(law.DayOf(1990, 1+i/2890%12, 1+i%28)), GioiTinh: facts.Nam,
			ChucDanh: "Công nhân may", Luong: facts.Luong{Known: true, MucLuong: wage},
		}
	}
	return rows
}

func writePayroll(ts *testscript.TestScript, file string, rows []facts.DongLuong) {
	data, err := sheet.WriteSlim(rows)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(file), data, 0o600))
}

// grid FILE CELLS [BLANKS] writes a workbook cell by cell, as programs other
// than ours would. A line of CELLS is a row, "|" parts its cells: #5 is a
// number, =A1 a formula without a saved value, ~text a text in decomposed
// letters, anything else a text. BLANKS more rows have a format and no value.
func gridFile(ts *testscript.TestScript, neg bool, args []string) {
	var b bytes.Buffer
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	n := 0
	for _, line := range strings.Split(strings.TrimRight(ts.ReadFile(args[1]), "\n"), "\n") {
		n++
		fmt.Fprintf(&b, `<row r="%d">`, n)
		for c, cell := range strings.Split(line, "|") {
			writeCell(&b, fmt.Sprintf("%c%d", 'A'+c, n), strings.TrimSpace(cell))
		}
		b.WriteString(`</row>`)
	}
	if len(args) > 2 {
		last, err := strconv.Atoi(args[2])
		ts.Check(err)
		for n++; n <= last; n++ {
			fmt.Fprintf(&b, `<row r="%d" s="0" customFormat="1"><c r="A%d" s="0"/></row>`, n, n)
		}
	}
	b.WriteString(`</sheetData></worksheet>`)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), packed(ts, b.Bytes()), 0o600))
}

func writeCell(b *bytes.Buffer, ref, cell string) {
	switch {
	case cell == "":
	case cell[0] == '#':
		fmt.Fprintf(b, `<c r="%s"><v>%s</v></c>`, ref, cell[1:])
	case cell[0] == '=':
		fmt.Fprintf(b, `<c r="%s"><f>%s</f></c>`, ref, cell[1:])
	default:
		if cell[0] == '~' {
			cell = norm.NFD.String(cell[1:])
		}
		fmt.Fprintf(b, `<c r="%s" t="inlineStr"><is><t>`, ref)
		_ = xml.EscapeText(b, []byte(cell))
		b.WriteString(`</t></is></c>`)
	}
}

// packed puts a worksheet into the parts that a workbook needs.
func packed(ts *testscript.TestScript, worksheet []byte) []byte {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const pack = "http://schemas.openxmlformats.org/package/2006/"
	const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	parts := []struct{ name, body string }{
		{"[Content_Types].xml", `<Types xmlns="` + pack + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + kind + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + kind + `worksheet+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + pack + `relationships"><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + office + `"><sheets><sheet name="Luong" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + pack + `relationships"><Relationship Id="rId1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", string(worksheet)},
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		ts.Check(err)
		_, err = w.Write([]byte(p.body))
		ts.Check(err)
	}
	ts.Check(z.Close())
	return b.Bytes()
}

// cells FILE prints the cells of a workbook that say something, one a line:
// «Sheet!A1 words».
func showCells(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 || neg {
		ts.Fatalf("usage: cells FILE")
	}
	tabs, problems, err := sheet.ReadCells(context.Background(), []byte(ts.ReadFile(args[0])), nil)
	ts.Check(err)
	for _, p := range problems {
		ts.Fatalf("%s!%s: %s", p.Sheet, p.Cell, p.Message)
	}
	for _, tab := range tabs {
		for _, row := range tab.Rows {
			for _, c := range row {
				fmt.Fprintf(ts.Stdout(), "%s!%s %s\n", tab.Name, c.At, c.Text)
			}
		}
	}
}

// cfb FILE STREAM… writes a compound file, the container of old workbooks and of
// those with a password, whose directory names the streams.
func cfbFile(ts *testscript.TestScript, neg bool, args []string) {
	const sector = 512
	b := make([]byte, 3*sector)
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	u16 := func(at int, v uint16) { binary.LittleEndian.PutUint16(b[at:], v) }
	u32 := func(at int, v uint32) { binary.LittleEndian.PutUint32(b[at:], v) }
	u16(0x18, 0x3e) // version 3, little-endian, sectors of 512 bytes
	u16(0x1a, 3)
	u16(0x1c, 0xfffe)
	u16(0x1e, 9)
	u16(0x20, 6)
	u32(0x2c, 1)          // one sector of the allocation table: sector 0
	u32(0x30, 1)          // the directory: sector 1
	u32(0x38, 4096)       // streams below are small
	u32(0x3c, 0xfffffffe) // none
	u32(0x44, 0xfffffffe)
	for at := 0x50; at < sector; at += 4 {
		u32(at, 0xffffffff)
	}
	u32(sector, 0xfffffffd)
	u32(sector+4, 0xfffffffe)
	for at := sector + 8; at < 2*sector; at += 4 {
		u32(at, 0xffffffff)
	}
	for i, name := range append([]string{"Root Entry"}, args[1:]...) {
		at := 2*sector + 128*i
		letters := utf16.Encode([]rune(name))
		for k, u := range letters {
			u16(at+2*k, u)
		}
		u16(at+64, uint16(2*len(letters)+2))
		b[at+66] = 2
		if i == 0 {
			b[at+66] = 5
		}
		u32(at+68, 0xffffffff)
		u32(at+72, 0xffffffff)
		u32(at+76, 0xffffffff)
		u32(at+116, 0xfffffffe)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}
