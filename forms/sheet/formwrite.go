package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// FormOptions say how workbooks of forms are written and read.
type FormOptions struct {
	Name     string                // of the file read: a text table is a sheet of this name; may be blank
	Today    law.Day               // codes that ended before it are not offered; zero: all are
	Note     string                // stands before the title of every sheet that is written
	Progress func(done, total int) // called now and then while reading; may be nil
	Others   []OtherBook           // workbooks of other programs that hold rows of forms
}

// ErrLongText: a text of a form is longer than a cell of Excel may be.
var ErrLongText = errors.New("text longer than a cell may be")

// WriteForm writes a form as a workbook that a person fills and ReadForm reads
// back: a sheet for the head, one for the rows, one for each sub-table, and the
// code lists for the drop-down menus. An empty document gives the blank template.
//
// Identifiers, dates of birth and months are texts, so that nothing turns them
// into numbers; money and coefficients are numbers, days are days. An unknown
// cell is empty, one left blank on purpose holds «–». Texts are written as texts
// whatever they begin with. Rows that answer nothing are left out. Equal
// documents give equal bytes.
func WriteForm(doc *form.Doc, o FormOptions) ([]byte, error) {
	return WriteForms([]*form.Doc{doc}, o)
}

// WriteForms writes several forms into one workbook, as WriteForm does.
func WriteForms(docs []*form.Doc, o FormOptions) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	b := &formBook{f: f, o: o, named: map[string]bool{}, looks: map[string]int{}}
	for _, d := range docs {
		b.doc(d)
	}
	b.codes()
	if b.err != nil {
		return nil, fmt.Errorf("write form workbook: %w", b.err)
	}
	f.SetActiveSheet(0)
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("write form workbook: %w", err)
	}
	return out.Bytes(), nil
}

// formBook is a workbook being written. The first error stays.
type formBook struct {
	f     *excelize.File
	o     FormOptions
	named map[string]bool // names of sheets, in lower case
	looks map[string]int  // styles
	lists []codeMenu
	err   error
}

func (b *formBook) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *formBook) doc(d *form.Doc) {
	id := d.Form.ID
	mark := formMark{form: id, version: d.Form.Version}
	if d.Form.Head != nil {
		mark.role = roleHead
		b.head(b.sheet(id+" · phần đầu"), mark, d)
	}
	mark.role = roleRows
	main := b.sheet(id)
	b.table(main, mark, d.Form, d.Form.Table, d.Rows, "")
	for _, t := range d.Form.Subs {
		mark.role, mark.sub = roleSub, t.Tag
		name := t.Title
		if name == "" {
			name = t.Tag
		}
		b.table(b.sheet(id+" · "+name), mark, d.Form, t, d.Subs[t.Tag], main)
	}
}

// maxSheetName is what Excel allows, in UTF-16 units.
const maxSheetName = 31

// sheet makes a sheet with a name as near as Excel allows to the one wanted.
func (b *formBook) sheet(want string) string {
	want = strings.Trim(strings.NewReplacer("[", "(", "]", ")", ":", "-", "*", "-", "?", "-", "/", "-", `\`, "-").Replace(clean(want)), "' ")
	name := cut(want, maxSheetName)
	for n := 2; b.named[strings.ToLower(name)]; n++ {
		tail := " " + strconv.Itoa(n)
		name = cut(want, maxSheetName-len(tail)) + tail
	}
	if len(b.named) == 0 {
		b.try(b.f.SetSheetName("Sheet1", name))
	} else {
		_, err := b.f.NewSheet(name)
		b.try(err)
	}
	b.named[strings.ToLower(name)] = true
	return name
}

// cut shortens a text to n UTF-16 units, which is how Excel counts.
func cut(s string, n int) string {
	have := 0
	for i, r := range s {
		if have += max(1, utf16.RuneLen(r)); have > n {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

const guide = "Cột có dấu * phải có. Ô để trống là chưa biết; ghi – khi cố ý để trống. Được thêm, bớt, chuyển chỗ dòng và cột; đừng xoá dòng ẩn."

// title writes the lines above a table.
func (b *formBook) title(name string, f *form.Form, of string, width int) {
	head := f.ID + " – " + f.Title
	if b.o.Note != "" {
		head = b.o.Note + " · " + head
	}
	if of != "" {
		head += " – " + of
	}
	b.text(name, "A1", head, b.look(lookTitle))
	b.text(name, "A2", guide+" Căn cứ: "+f.Basis+".", b.look(lookGuide))
	b.try(b.f.SetRowHeight(name, 1, 20))
	b.try(b.f.SetRowHeight(name, 2, 34))
	if last := colName(min(width, 12) - 1); last != "A" { // a merge of one cell is no merge
		b.try(b.f.MergeCell(name, "A1", last+"1"))
		b.try(b.f.MergeCell(name, "A2", last+"2"))
	}
}

// text writes a text, with a style where it has one of its own.
func (b *formBook) text(sheet, at, s string, style int) {
	if len(utf16.Encode([]rune(s))) > excelize.TotalCellChars {
		b.try(ErrLongText)
		return
	}
	if escaped := escapeX(s); escaped != s {
		// The library mixes such texts up among its shared strings, so this one
		// stands in its cell.
		b.try(b.f.SetCellDefault(sheet, at, escaped))
	} else {
		b.try(b.f.SetCellStr(sheet, at, s))
	}
	if style != 0 {
		b.try(b.f.SetCellStyle(sheet, at, at, style))
	}
}

// escapeX writes the underscore of what the format would take for an escaped
// sign, «_x0041_», as an escaped sign itself (ECMA-376 part 1, 22.9.2.19).
func escapeX(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if _, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteString("_x005F")
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
