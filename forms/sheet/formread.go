package sheet

import (
	"context"
	"fmt"
	"strings"

	"ankhai/forms/form"
)

// ReadForm reads a workbook into a document of f: one that WriteForm wrote, by its
// tags, whatever the order of its columns; any other by its heads, without regard
// to diacritics, and an official workbook by the numbers of its columns. What is wrong with the file as a whole is an error that wraps a
// *Refusal (see Say); every cell, column and line that could not be taken is a
// Problem. Texts are read as they are kept: NFC, single spaces. Lines without an
// answer are no rows. Sheets of other forms are passed over.
func ReadForm(ctx context.Context, f *form.Form, data []byte, o FormOptions) (*form.Doc, []Problem, error) {
	b, err := openForms(ctx, data, o)
	if err != nil {
		return nil, nil, fmt.Errorf("read form workbook: %w", err)
	}
	d := b.doc(f)
	if b.marked {
		for _, s := range b.sheets {
			if s.mark.form == f.ID {
				b.read(d, s)
			}
		}
	} else {
		b.byHeads(d, b.sheets)
	}
	b.finish(d)
	if d.tables == 0 {
		b.none(f)
	}
	return d.doc, b.problems(), nil
}

// FormBook is what a workbook of forms holds.
type FormBook struct {
	Docs     []*form.Doc // in the order of their first sheets
	Problems []Problem
	Marked   bool // the sheets carry our marks; else headings named the forms
	Official bool // a sheet was the agency's own workbook, filled
}

// ReadForms reads every form that a workbook says it holds: by the marks of
// WriteForms, else by a heading or a sheet's name that names the form («Mẫu
// D05-TS»). Without documents and problems the workbook names no form at all.
func ReadForms(ctx context.Context, data []byte, o FormOptions) (*FormBook, error) {
	b, err := openForms(ctx, data, o)
	if err != nil {
		return nil, fmt.Errorf("read form workbook: %w", err)
	}
	if b.marked {
		b.readMarked()
	} else {
		b.readNamed()
	}
	out := &FormBook{Marked: b.marked, Official: b.official}
	for _, d := range b.docs {
		b.finish(d)
		if d.tables == 0 {
			b.none(d.doc.Form)
		}
		out.Docs = append(out.Docs, d.doc)
	}
	out.Problems = b.problems()
	return out, nil
}

// formSheet is a sheet of a workbook of forms.
type formSheet struct {
	name    string
	hidden  bool
	g       *grid
	mark    formMark
	at, col int // of the mark
	book    *OtherBook
	faults  faults
}

// docReading is a document being read.
type docReading struct {
	doc    *form.Doc
	tables int
	head   string             // the sheet that gave the head
	places map[string][]place // of the rows of each sub-table, beside doc.Subs
}

type place struct {
	s    *formSheet
	cell string
}

// formsBook is a workbook of forms being read.
type formsBook struct {
	o      FormOptions
	ix     *index
	sheets []*formSheet
	marked bool
	docs   []*docReading
	rest   faults // of the workbook as a whole

	official bool
}

func openForms(ctx context.Context, data []byte, o FormOptions) (*formsBook, error) {
	w, err := open(data, o.Name)
	if err != nil {
		return nil, err
	}
	b := &formsBook{o: o, ix: w.ix}
	err = w.sheets(ctx, o.Progress, func(p sheetPart, g *grid) {
		s := &formSheet{name: clean(p.name), hidden: p.hidden, g: g, faults: faults{sheet: clean(p.name)}}
		var ok bool
		if s.mark, s.at, s.col, ok = findMark(g); ok {
			b.marked = true
		}
		if s.mark.role == roleCodes {
			s.g = &grid{}
		}
		s.book = s.other(o.Others)
		b.sheets = append(b.sheets, s)
	})
	if err != nil {
		return nil, err
	}
	w.done(o.Progress)
	return b, nil
}

// problems gathers what was found, in the order of the sheets.
func (b *formsBook) problems() []Problem {
	out := b.rest.list
	for _, s := range b.sheets {
		out = append(out, s.faults.list...)
	}
	return out
}

// doc is the document of a form being read, begun at its first sheet.
func (b *formsBook) doc(f *form.Form) *docReading {
	for _, d := range b.docs {
		if d.doc.Form == f {
			return d
		}
	}
	d := &docReading{doc: form.New(f), places: map[string][]place{}}
	b.docs = append(b.docs, d)
	return d
}

func (b *formsBook) readMarked() {
	for _, s := range b.sheets {
		switch f := form.Of(s.mark.form); {
		case s.mark.role == roleCodes:
		case s.mark.role == "":
			if len(s.g.rows) > 0 && !s.hidden {
				s.faults.nhac("", "", xlSheetSkipped, "Không đọc trang tính này: không phải trang của mẫu nào trong sổ. Trang của mẫu có một dòng ẩn ghi tên các cột", "")
			}
		case f == nil:
			s.faults.loi("", s.mark.form, xlNoForm, "Chương trình này không có mẫu "+s.mark.form+". Cập nhật chương trình, hoặc xoá trang tính này", "")
		default:
			b.read(b.doc(f), s)
		}
	}
}

// read reads a marked sheet into its document.
func (b *formsBook) read(d *docReading, s *formSheet) {
	f := d.doc.Form
	if s.mark.version != f.Version {
		s.faults.nhac("", s.mark.version, xlOtherVersion, "Trang tính theo mẫu "+f.ID+" bản "+s.mark.version+", đang đọc vào bản "+f.Version+". Xem lại các cột đã đổi", "")
	}
	t := s.mark.table(f)
	if t == nil {
		s.faults.loi("", s.mark.sub, xlNoForm, "Mẫu "+f.ID+" bản "+f.Version+" không có bảng này nên không đọc trang tính. Lấy lại mẫu Excel trống của mẫu này", "")
		return
	}
	d.tables++
	if s.mark.role == roleHead {
		b.readHead(d, s)
		return
	}
	b.readRows(d, s, t, s.markedColumns(t), s.at+1, false)
}

// none says that no sheet of a form was found.
func (b *formsBook) none(f *form.Form) {
	var other []string
	for _, s := range b.sheets {
		if id := s.mark.form; id != "" && (len(other) == 0 || other[len(other)-1] != id) {
			other = append(other, id)
		}
	}
	if len(other) > 0 {
		b.rest.loi("", "", xlNoForm, "Sổ này không có mẫu "+f.ID+", chỉ có "+strings.Join(other, ", ")+". Chọn đúng tệp", "")
		return
	}
	b.rest.loi("", "", xlNoForm, "Không tìm thấy bảng của mẫu "+f.ID+": không trang tính nào có dòng tiêu đề với tên các cột của mẫu. Lấy sổ mẫu để điền: bhxh forms template "+f.ID, "")
}

// finish says what concerns the tables together: rows that belong to no row.
func (b *formsBook) finish(d *docReading) {
	for _, t := range d.doc.Form.Subs {
		if t.Link == nil {
			continue
		}
		owners := map[string]bool{}
		for _, r := range d.doc.Rows {
			owners[t.LinkTo.Col().Get(r).S] = true
		}
		for i, r := range d.doc.Subs[t.Tag] {
			if key := t.Link.Col().Get(r).S; key != "" && !owners[key] {
				p := d.places[t.Tag][i]
				p.s.faults.loi(p.cell, key, xlNoOwner, t.Link.Col().Label+": không dòng nào của bảng chính có "+t.LinkTo.Col().Label+" là "+key+". Ghi cùng một khoá ở hai bảng", "")
			}
		}
	}
}
