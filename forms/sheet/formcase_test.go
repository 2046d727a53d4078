package sheet

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// trial is a form with a column of every kind, two columns of one label, and a
// sub-table; small is the same without the longest of the code lists.
var trial, small = trialForm("MAU-THU", codes.Xa), trialForm("MAU-NHO", codes.Tinh)

func trialForm(name string, places form.List) *form.Form {
	id := form.Text("ID", "Khoá của dòng", form.Max(20))
	cua := form.Text("Cua", "Khoá của người kê khai", form.Max(20), form.Must)
	return form.Register(form.Form{ID: name, Version: "2", Title: "Mẫu thử", Basis: "Quyết định thử", From: 20260101,
		Head: &form.Table{Tag: "Dau", Groups: []form.Group{form.Cols("",
			form.Text("TenDonVi", "Tên đơn vị", form.Must), form.Text("MaDonVi", "Mã đơn vị"), form.Date("NgayLap", "Ngày lập"))}},
		Table: &form.Table{Tag: "Dong", Groups: []form.Group{
			form.Cols("", form.Text("HoTen", "Họ và tên", form.Must, form.Max(100)), form.Birth("NgaySinh", "Ngày sinh"),
				form.Code("GioiTinh", "Giới tính", codes.GioiTinh), form.Text("SoCCCD", "Số CCCD", form.Max(12)),
				form.Code("MaXa", "Xã, phường, đặc khu", places, form.Sure(form.Inferred))),
			form.Cols("Tiền", form.Money("Tien", "Mức lương"), form.Decimal("HeSo", "Hệ số lương"), form.Rate("TyLe", "Tỷ lệ (%)"), form.Int("So", "Số ngày")),
			form.Cols("Hợp đồng", form.Date("HDTu", "Từ ngày")),
			form.Cols("Nghỉ", form.Date("NghiTu", "Từ ngày"), form.Month("TuThang", "Từ tháng")),
			form.Cols("", form.Flag("Co", "Đã có sổ"), form.Text("GhiChu", "Ghi chú"), id),
		}},
		Subs: []*form.Table{{Tag: "Con", Title: "Người thân", Link: cua, LinkTo: id,
			Groups: []form.Group{form.Cols("", cua, form.Text("Ten", "Họ và tên người thân", form.Must))}}},
	})
}

// A case is a text file as in TestCases; «head», «rows», «sub» are the document as
// JSON, «problems» what was named.
func TestFormCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/form/*.txt")
	fired := map[string]bool{}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { runFormCase(t, file, fired) })
	}
	for _, code := range []string{xlNoForm, xlOddColumn, xlKind, xlMerged, xlNoOwner, xlNotRow, xlOtherVersion, xlDayUnsure, xlTwoColumns, xlNoColumn,
		xlHiddenRows, xlSheetSkipped, xlCode, xlDigits, xlRounded, xlFraction, xlMoney, xlDay, xlBirth, xlBirthUnsure, xlMonthFirst, xlNoResult, xlCellError, xlOldConverted} {
		if !fired[code] {
			t.Errorf("no case shows %s", code)
		}
	}
}

func runFormCase(t *testing.T, file string, fired map[string]bool) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var book testBook
	var head strings.Builder
	want := map[string]string{}
	for i, part := range strings.Split("\n"+string(text), "\n== ") {
		name, body, _ := strings.Cut(part, "\n")
		kind, rest, _ := strings.Cut(name, " ")
		switch {
		case i == 0:
			head.WriteString(strings.TrimPrefix(part, "\n"))
			continue
		case kind == "sheet" || kind == "hidden":
			book.sheets = append(book.sheets, testSheet{rest, sheetXML(body), kind == "hidden"})
		case kind == "option" && rest == "1904":
			book.date1904 = true
		default:
			want[name] = strings.TrimSpace(body)
			continue
		}
		head.WriteString("\n== " + strings.TrimRight(part, "\n") + "\n")
	}
	doc, problems, err := ReadForm(context.Background(), trial, book.bytes(), FormOptions{Today: 20261122})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{"head": string(trial.Head.AppendRow(nil, doc.Head)), "rows": lines1(trial.Table, doc.Rows),
		"sub": lines1(trial.Subs[0], doc.Subs["Con"]), "problems": showProblems(problems)}
	for _, p := range problems {
		fired[p.Code] = true
	}
	if *update {
		out := head.String()
		for _, k := range []string{"head", "rows", "sub", "problems"} {
			out += "\n== " + k + "\n" + got[k] + "\n"
		}
		if err := os.WriteFile(file, []byte(strings.TrimLeft(out, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for k, g := range got {
		if strings.TrimSpace(g) != want[k] {
			t.Errorf("%s\n--- got\n%s\n--- want\n%s", k, g, want[k])
		}
	}
}

func lines1(t *form.Table, rows []form.Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, string(t.AppendRow(nil, r)))
	}
	return strings.Join(out, "\n")
}

// What a person sees in Excel: menus, help, marks of what is not sure.
func TestFormTemplateHelps(t *testing.T) {
	data, err := WriteForm(form.New(trial), FormOptions{Today: 20261122})
	if err != nil {
		t.Fatal(err)
	}
	b, err := openForms(context.Background(), data, FormOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range b.sheets {
		names = append(names, s.name)
	}
	if got, want := strings.Join(names, " | "), "MAU-THU · phần đầu | MAU-THU | MAU-THU · Người thân | Danh mục"; got != want {
		t.Errorf("sheets %s, want %s", got, want)
	}
	parts := unpack(t, data)
	for part, want := range map[string][]string{
		"xl/worksheets/sheet2.xml": {`sqref="D6:D1048576"`, `<formula1>dm_gioi_tinh</formula1>`, "Phải có. Không quá 100 ký tự.", `<row r="5" hidden="true"`, `<mergeCell ref="G3:J3">`},
		"xl/worksheets/sheet3.xml": {"Ghi đúng như cột «Khoá của dòng» của dòng tương ứng ở trang «MAU-THU»"},
		"xl/workbook.xml":          {`<definedName name="dm_gioi_tinh">`, "&#39;Danh mục&#39;!$A$3:$A$4"},
		"xl/comments1.xml":         {"Độ tin của cột này: suy ra"},
		"xl/sharedstrings.xml":     {"Họ và tên *", "MAU-THU – Mẫu thử", "1 - Nam", "AnKhai|1|MAU-THU|2|sub|Con"},
	} {
		for _, w := range want {
			if !strings.Contains(parts[part], w) {
				t.Errorf("%s lacks %s", part, w)
			}
		}
	}
}

func unpack(t *testing.T, data []byte) map[string]string {
	t.Helper()
	p, err := openPack(data)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for name := range p.parts {
		r, _, err := p.open(name)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(body)
	}
	return out
}
