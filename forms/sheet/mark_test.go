package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// keptBook is a workbook as a firm keeps it: formulas, styles, a comment of the
// accountant's, a list to choose from, a second sheet with comments of its own.
func keptBook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	try := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	try(f.SetSheetName("Sheet1", "Lương"))
	for i, line := range strings.Split(strings.TrimRight(plainHead, "\n")+"\tThực lĩnh\n"+
		"1\tNguyễn Văn An\t15/08/1995\tNam\t079095000001\t7900000001\tCông nhân\t6000000\n"+
		"2\tTrần Thị Bé\t31/02/1996\tNữ\t079196000002\t7900000002\tCông nhân\t6.000\n"+
		"3\tLê Văn Ca\t15/08/1990\tNam\t12345\t7900000003\tCông nhân\t7000000", "\n") {
		for c, s := range strings.Split(line, "\t") {
			try(f.SetCellStr("Lương", cellName(c, i+1), s))
		}
	}
	for row := 2; row <= 4; row++ {
		try(f.SetCellInt("Lương", fmt.Sprintf("H%d", row), int64(row)*nghin*nghin*3))
		try(f.SetCellFormula("Lương", fmt.Sprintf("I%d", row), fmt.Sprintf("H%d*0.895", row)))
	}
	try(f.SetCellStr("Lương", "H3", "6.000"))
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "FF0000"}})
	try(err)
	try(f.SetCellStyle("Lương", "A1", "I1", bold))
	try(f.AddComment("Lương", excelize.Comment{Cell: "H3", Author: "Kế toán", Paragraph: []excelize.RichTextRun{{Text: "hỏi lại chị Bé"}}}))
	try(f.AddComment("Lương", excelize.Comment{Cell: "B2", Author: "Kế toán", Paragraph: []excelize.RichTextRun{{Text: "tổ trưởng"}}}))
	list := excelize.NewDataValidation(true)
	list.Sqref = "D2:D9"
	try(list.SetDropList([]string{"Nam", "Nữ"}))
	try(f.AddDataValidation("Lương", list))
	_, err = f.NewSheet("Ghi chép")
	try(err)
	try(f.SetCellStr("Ghi chép", "A1", "không phải bảng lương"))
	var b bytes.Buffer
	try(f.Write(&b))
	return b.Bytes()
}

func partsOf(t *testing.T, data []byte) map[string]string {
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

// commentsOf lists the comments of a sheet as another library reads them.
func commentsOf(t *testing.T, data []byte, sheet string) map[string]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range list {
		s := c.Text
		for _, p := range c.Paragraph {
			s += p.Text
		}
		out[c.Cell] += "[" + c.Author + "] " + s
	}
	return out
}

// The user's workbook comes back with a comment on every faulty cell and nothing
// else changed; corrected and taken in again it has no fault, and marked again no
// comment of ours.
func TestMark(t *testing.T) {
	data := keptBook(t)
	before := mustRead(t, data, Options{Month: 202611})
	if len(before.Problems) < 3 {
		t.Fatalf("only %v", before.Problems)
	}
	out, n, err := Mark(t.Context(), data, "luong.xlsx", before.Problems)
	if err != nil {
		t.Fatal(err)
	}
	if after := mustRead(t, out, Options{Month: 202611}); !reflect.DeepEqual(after, before) {
		t.Errorf("read again it gives\n%s\nwant\n%s", showProblems(after.Problems), showProblems(before.Problems))
	}
	was, is := partsOf(t, data), partsOf(t, out)
	var changed []string
	for name, body := range was {
		if is[name] != body {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	want := []string{"[Content_Types].xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
	if _, ok := was["xl/comments1.xml"]; !ok {
		t.Fatalf("the comments stand elsewhere: %v", changed)
	}
	for _, name := range changed {
		if !slices.Contains(want, name) && !strings.HasPrefix(name, "xl/worksheets/") {
			t.Errorf("%s changed", name)
		}
	}
	got := commentsOf(t, out, "Lương")
	for cell, words := range map[string][]string{"C3": {"[AnKhai] Lỗi XL-18", "Đang ghi: 31/02/1996"}, "E4": {"XL-15", "12 chữ số"}, "H3": {"[Kế toán] hỏi lại chị Bé", "AnKhai: Lỗi XL-22", "Nên ghi: 6.000.000"}, "B2": {"tổ trưởng"}} {
		for _, w := range words {
			if !strings.Contains(got[cell], w) {
				t.Errorf("the comment on %s is %q, want %q in it", cell, got[cell], w)
			}
		}
	}
	if other := commentsOf(t, out, "Ghi chép"); n != len(got)-1+len(other) || !strings.Contains(other["A1"], xlSheetSkipped) {
		t.Errorf("%d marked, %d comments and %v", n, len(got), other)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if formula, _ := f.GetCellFormula("Lương", "I3"); formula != "H3*0.895" {
		t.Errorf("the formula is %q", formula)
	}

	// corrected in a spreadsheet, which writes the whole file anew
	for cell, v := range map[string]any{"C3": "28/02/1996", "H3": 6 * nghin * nghin, "E4": "079090000003"} {
		if err := f.SetCellValue("Lương", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var saved bytes.Buffer
	if err := f.Write(&saved); err != nil {
		t.Fatal(err)
	}
	mended := mustRead(t, saved.Bytes(), Options{Month: 202611})
	for _, p := range mended.Problems {
		if p.Cell != "" {
			t.Errorf("still %v", p)
		}
	}
	clean, _, err := Mark(t.Context(), saved.Bytes(), "luong.xlsx", nil)
	if err != nil {
		t.Fatal(err)
	}
	left := commentsOf(t, clean, "Lương")
	if len(left) != 2 || strings.Contains(left["H3"], "AnKhai") || !strings.Contains(left["H3"], "hỏi lại chị Bé") {
		t.Errorf("comments left: %v", left)
	}
	twice, _, err := Mark(t.Context(), out, "luong.xlsx", before.Problems)
	if err != nil {
		t.Fatal(err)
	}
	if again := commentsOf(t, twice, "Lương"); !reflect.DeepEqual(again, got) {
		t.Errorf("marked twice:\n%v\nonce:\n%v", again, got)
	}
}

// A workbook without comments, in whatever manner it is written, gets them.
func TestMarkManners(t *testing.T) {
	plain := oneSheet(plainHead + "n:1\tNguyễn Văn An\t31/02/1995\tNam\t079095000001\t7900000001\tCông nhân\tn:6000000\n")
	prefix := func(s string) string {
		s = strings.NewReplacer("</", "</x:", "<", "<x:").Replace(strings.TrimPrefix(s, `<?xml version="1.0"?>`))
		return strings.Replace(s, `xmlns="`, `xmlns:x="`, 1)
	}
	types := [2]string{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`}
	for name, change := range map[string]func(string) string{
		"plain":  func(s string) string { return s },
		"prefix": prefix,
		"tables after": func(s string) string {
			return strings.Replace(s, "</worksheet>", `<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><extLst><ext uri="{x}"/></extLst></worksheet>`, 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			parts := append(plain.parts(), types)
			for i := range parts {
				if parts[i][0] == sheet1 {
					parts[i][1] = change(parts[i][1])
				}
			}
			data := pack2(parts)
			b := mustRead(t, data, Options{Month: 202611})
			out, n, err := Mark(t.Context(), data, "a.xlsx", b.Problems)
			if err != nil || n != 1 {
				t.Fatalf("%d marked: %v", n, err)
			}
			if after := mustRead(t, out, Options{Month: 202611}); !reflect.DeepEqual(after, b) {
				t.Errorf("read again it gives %v", after.Problems)
			}
			if is := partsOf(t, out)[sheet1]; name == "tables after" && !strings.Contains(is, `footer="1"/><legacyDrawing`) || name == "prefix" && !strings.Contains(is, "<x:legacyDrawing") {
				t.Errorf("the sheet is %s", is)
			}
			if name != "prefix" { // which the other library does not read
				if got := commentsOf(t, out, "Luong"); !strings.Contains(got["C2"], "XL-18") {
					t.Errorf("comments %v", got)
				}
			}
		})
	}
}

// A table of texts becomes a workbook of the same texts, marked.
func TestMarkText(t *testing.T) {
	data := []byte("Họ và tên;Số CCCD;Ngày sinh;Mức lương đóng BHXH\nNguyễn Văn An;079095000001;31/02/1995;=1+1\n")
	b := mustRead(t, data, Options{Name: "lương [11].csv", Month: 202611})
	out, n, err := Mark(t.Context(), data, "lương [11].csv", b.Problems)
	if err != nil || n < 2 {
		t.Fatalf("%d marked: %v", n, err)
	}
	got := commentsOf(t, out, "lương -11-")
	if !strings.Contains(got["C2"], "XL-18") || !strings.Contains(got["D2"], "XL-21") {
		t.Errorf("comments %v", got)
	}
	after := mustRead(t, out, Options{Month: 202611})
	if len(after.Rows) != 1 || after.Rows[0].SoCCCD != "079095000001" || len(after.Problems) != len(b.Problems) {
		t.Errorf("read again: %s\n%s", showRows(after.Rows), showProblems(after.Problems))
	}
}

// What cannot be read cannot be marked; and nothing is marked where there is nothing.
func TestMarkRefusals(t *testing.T) {
	if _, _, err := Mark(t.Context(), []byte("PK\x03\x04"), "a.xlsx", nil); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
	if _, _, err := Mark(t.Context(), encrypted(t), "a.xlsx", nil); !errors.Is(err, ErrPassword) {
		t.Errorf("got %v, want ErrPassword", err)
	}
	data := plainBook(3).bytes()
	out, n, err := Mark(t.Context(), data, "a.xlsx", nil)
	if err != nil || n != 0 || !reflect.DeepEqual(partsOf(t, out), partsOf(t, data)) {
		t.Errorf("%d marked in a sound workbook, %v", n, err)
	}
}
