package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/law"
)

var someReport = []ReportTab{
	{Name: "Danh sách", Title: "DANH SÁCH", Notes: []string{"Công ty A"}, Pin: 2,
		Cols: []ReportCol{{Head: "STT", Wide: 6}, {Head: "Họ và tên", Wide: 26}, {Head: "Số CCCD"}, {Head: "Ngày ký"}, {Head: "Từ tháng"}, {Head: "Mức lương", Sum: true}, {Head: "Hệ số"}, {Head: "Ghi chú"}},
		Rows: [][]any{
			{int64(1), "Nguyễn Văn An", "001095000001", law.Day(20261122), law.Month(202611), int64(6_500_000), nil, "=1+1"},
			{int64(2), "Trần <Bé> & Em", "079190000002", law.Day(0), law.Month(202612), int64(7_250_000), Fixed{2340, 3}, "Dòng một\tcột hai"},
		}},
	{Name: "Trống", Cols: []ReportCol{{Head: "A", Sum: true}}},
}

// Excel finds numbers as numbers, days and months as dates, identifiers as texts with
// their zeros, and a total that follows the filter with its sum saved.
func TestReportIsExcel(t *testing.T) {
	data, err := WriteReport(someReport)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const name = "Danh sách"
	for at, want := range map[string]string{"A1": "DANH SÁCH", "A2": "Công ty A", "B3": "Họ và tên", "C4": "001095000001", "D4": "22/11/2026", "E4": "11/2026", "F4": "6,500,000",
		"H4": "=1+1", "B5": "Trần <Bé> & Em", "D5": "", "E5": "12/2026", "G5": "2.34", "H5": "Dòng một cột hai", "B6": "Cộng", "F6": "13,750,000"} {
		if got, err := f.GetCellValue(name, at); err != nil || got != want {
			t.Errorf("%s shows %q, %v, want %q", at, got, err, want)
		}
	}
	for at, want := range map[string]excelize.CellType{"C4": excelize.CellTypeInlineString, "D4": excelize.CellTypeUnset, "F4": excelize.CellTypeUnset, "H4": excelize.CellTypeInlineString} {
		if got, _ := f.GetCellType(name, at); got != want {
			t.Errorf("%s is of type %v, want %v", at, got, want)
		}
	}
	if formula, _ := f.GetCellFormula(name, "F6"); formula != "SUBTOTAL(9,F4:F5)" {
		t.Errorf("the total is %q", formula)
	}
	if p, _ := f.GetPanes(name); !p.Freeze || p.XSplit != 2 || p.YSplit != 3 || p.TopLeftCell != "C4" {
		t.Errorf("panes %+v", p)
	}
	if w, _ := f.GetColWidth(name, "B"); w != 26 {
		t.Errorf("column B is %v wide", w)
	}
	names := map[string]string{}
	for _, d := range f.GetDefinedName() {
		names[d.Name+" "+d.Scope] = d.RefersTo
	}
	if names["_xlnm.Print_Titles "+name] != "'Danh sách'!$A:$B,'Danh sách'!$3:$3" || !strings.HasSuffix(names["_xlnm._FilterDatabase "+name], "$A$3:$H$5") {
		t.Errorf("names %v", names)
	}
	if lay, _ := f.GetPageLayout(name); *lay.Orientation != "landscape" || *lay.FitToWidth != 1 || *lay.Size != 9 {
		t.Errorf("layout %+v", lay)
	}
	if h, _ := f.GetRowHeight(name, 4); h != 15 {
		t.Errorf("a line of short words is %v points tall", h)
	}
	if h, _ := f.GetRowHeight(name, 5); h != 30 {
		t.Errorf("a line with words on two lines is %v points tall", h)
	}
	if dim, _ := f.GetSheetDimension(name); dim != "A1:H6" {
		t.Errorf("dimension %s", dim)
	}
	if rows, _ := f.GetRows("Trống"); len(rows) != 1 {
		t.Errorf("a sheet without lines has %d", len(rows))
	}
	again, err := WriteReport(someReport)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the same report gives other bytes, %v", err)
	}
}

// The text table of a report: what Excel with Vietnamese settings takes apart.
func TestReportAsText(t *testing.T) {
	got, err := WriteCSV(someReport[0])
	if err != nil {
		t.Fatal(err)
	}
	want := "\ufeffSTT;Họ và tên;Số CCCD;Ngày ký;Từ tháng;Mức lương;Hệ số;Ghi chú\r\n" +
		"1;Nguyễn Văn An;001095000001;22/11/2026;11/2026;6500000;;'=1+1\r\n" +
		"2;Trần <Bé> & Em;079190000002;;12/2026;7250000;2,34;Dòng một cột hai\r\n"
	if string(got) != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestReportRefuses(t *testing.T) {
	for say, tab := range map[string]ReportTab{
		"a float":          {Name: "x", Cols: []ReportCol{{Head: "A"}}, Rows: [][]any{{1.5}}},
		"no column":        {Name: "x"},
		"an endless text":  {Name: "x", Cols: []ReportCol{{Head: "A"}}, Rows: [][]any{{strings.Repeat("ă", 40_000)}}},
		"too many columns": {Name: "x", Cols: make([]ReportCol, maxCols+1)},
	} {
		if _, err := WriteReport([]ReportTab{tab}); err == nil {
			t.Errorf("%s is written", say)
		}
	}
}
