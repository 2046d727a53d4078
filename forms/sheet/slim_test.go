package sheet

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/facts"
)

// What WriteSlim writes, Read reads back.
func TestSlimThereAndBack(t *testing.T) {
	rows := []facts.DongLuong{
		{HoTen: "Nguyễn Văn An", MaSoBHXH: "0112345678", SoCCCD: "001095000001", NgaySinh: 19950815, GioiTinh: facts.Nam, ChucDanh: "Công nhân may",
			Luong: facts.Luong{Known: true, MucLuong: 6_000_000, PhuCap: 500_000}, PhuongAn: "TM", TuThang: 202611, PhongBan: "May 1"},
		{HoTen: "Trần Thị Bé", MaSoBHXH: "7900000002", NgaySinh: 19900000, GioiTinh: facts.Nu, PhuongAn: "TS", TuThang: 202611, DenThang: 202704, GhiChu: "Nghỉ thai sản"},
		{HoTen: "Lê Văn Ca", MaSoBHXH: "7900000003", NgaySinh: 19900500, Luong: facts.Luong{Known: true, HeSo: 4980, PhuCapCV: 400, TNVK: 500}, PhuongAn: "DC", TuThang: 202611},
	}
	data, err := WriteSlim(rows)
	if err != nil {
		t.Fatal(err)
	}
	b := mustRead(t, data, Options{Month: 202611})
	if len(b.Problems) != 0 {
		t.Errorf("problems: %v", b.Problems)
	}
	if b.Sheets[0].Layout != "L4" {
		t.Errorf("got layout %q, want L4", b.Sheets[0].Layout)
	}
	for i := range b.Rows {
		b.Rows[i].Noi = facts.Noi{}
	}
	if !reflect.DeepEqual(b.Rows, rows) {
		t.Errorf("got  %+v\nwant %+v", b.Rows, rows)
	}
}

// No text becomes a formula, whatever it begins with.
func TestSlimWritesTexts(t *testing.T) {
	var rows []facts.DongLuong
	bad := []string{"=1+1", "+84912", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\tx", "=cmd|' /C calc'!A0"}
	for _, s := range bad {
		rows = append(rows, facts.DongLuong{HoTen: s, GhiChu: s, ChucDanh: s})
	}
	data, err := WriteSlim(rows)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i := range bad {
		for _, col := range []string{"B", "G", "S"} {
			at := col + string(rune('2'+i))
			if formula, _ := f.GetCellFormula("Danh sách", at); formula != "" {
				t.Errorf("%s holds the formula %s", at, formula)
			}
			if kind, _ := f.GetCellType("Danh sách", at); kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
				t.Errorf("%s is of type %v, want a string", at, kind)
			}
		}
	}
	if dim, _ := f.GetSheetDimension("Danh sách"); dim != "A1:S8" {
		t.Errorf("got dimension %q, want A1:S8", dim)
	}
	if style, _ := f.GetCellStyle("Danh sách", "A1"); style == 0 {
		t.Error("the header has no style")
	}
}

// Our reader and excelize see the same values in a file that excelize wrote.
func TestSameAsExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	heads := []string{"Họ và tên", "Mã số BHXH", "Ghi chú", "Lương đóng BHXH"}
	for i, h := range heads {
		_ = f.SetCellValue("Sheet1", cellName(i, 1), h)
	}
	for r := 2; r < 60; r++ {
		_ = f.SetCellValue("Sheet1", cellName(0, r), "Nguyễn Thị <Hoà> & "+strings.Repeat("Ý", r))
		_ = f.SetCellValue("Sheet1", cellName(1, r), "79000000"+cellName(0, r+8)[1:]+"0")
		_ = f.SetCellRichText("Sheet1", cellName(2, r), []excelize.RichTextRun{{Text: "ghi "}, {Text: "chú", Font: &excelize.Font{Bold: true}}})
		_ = f.SetCellValue("Sheet1", cellName(3, r), 6_000_000.5+float64(r))
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	b := mustRead(t, buf.Bytes(), Options{})
	want, err := f.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Rows) != len(want)-1 {
		t.Fatalf("got %d rows, want %d", len(b.Rows), len(want)-1)
	}
	for i, r := range b.Rows {
		if r.HoTen != want[i+1][0] || r.GhiChu != "ghi chú" {
			t.Errorf("row %d: got %q and %q, want %q", i, r.HoTen, r.GhiChu, want[i+1])
		}
	}
}
