package hoso

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// leaf is a grid of a dossier: the rows of a form, of a table below it, or its
// head.
type leaf interface {
	xwidget.Editor
	xwidget.Kinder
	xwidget.Redoer
	mark(faults []office.Fault)
	// at finds the cell of a fault's place; ok is false where it is elsewhere.
	at(formID string, p office.FaultPlace) (row, col int, ok bool)
	hint(row, col int) string
	sums() string
	form() *office.Form
	// called names the form and the table that the leaf shows.
	called() string
	// cell is the cell of the form; ok is false for what is no answer.
	cell(row, col int) (at office.CellRef, ok bool)
	// amount finds the cell that may be asked about; ok is false for other cells.
	amount(row, col int) (at office.CellRef, ok bool)
	totals() []bai.Total
	// place says which cell of the form an answer is.
	place(row, col int) place
}

// place is a cell of a form.
type place struct {
	doc   *office.Doc
	tag   string // how the use cases call the table
	table *office.FormTable
	row   int
	col   *office.FormColumn
}

// line is the row that the cell stands in.
func (p place) line() office.FormRow { return rowsOf(p.doc, p.tag)[p.row] }

// docModel shows the rows of a form, or of a table below it, as a grid. Column 0
// is the row's number.
type docModel struct {
	d     *dossier
	doc   *office.Doc
	table *office.FormTable
	tag   string // "" for the main table
	cols  []*office.FormColumn
	marks map[cellAt]xwidget.Mark
}

type cellAt struct {
	row int
	tag string
}

var (
	_ leaf             = (*docModel)(nil)
	_ xwidget.Totaller = (*docModel)(nil)
	_ xwidget.Appender = (*docModel)(nil)
	_ xwidget.Slow     = (*docModel)(nil)
)

func newDocModel(d *dossier, doc *office.Doc, table *office.FormTable, tag string) *docModel {
	return &docModel{d: d, doc: doc, table: table, tag: tag, cols: table.Columns(), marks: map[cellAt]xwidget.Mark{}}
}

// rowsOf are the rows of a table of a document; the head is one.
func rowsOf(doc *office.Doc, tag string) []office.FormRow {
	switch tag {
	case "":
		return doc.Rows
	case headTable:
		return []office.FormRow{doc.Head}
	}
	return doc.Subs[tag]
}

// cellKind is how what a column holds is typed in.
func cellKind(c *office.FormColumn) xwidget.CellKind {
	switch {
	case c.Kind == office.KindDay:
		return xwidget.CellDay
	case c.Kind == office.KindBirth:
		return xwidget.CellBirth
	case c.Kind == office.KindMonth:
		return xwidget.CellMonth
	case c.Kind == office.KindText && !strings.Contains(c.Tag, "Email"):
		return xwidget.CellWords
	}
	return xwidget.CellCode
}

// Kind is how a cell is typed in.
func (m *docModel) Kind(row, col int) xwidget.CellKind { return cellKind(m.place(row, col).col) }

func (m *docModel) place(row, col int) place {
	return place{m.doc, m.tag, m.table, row, m.cols[col-1]}
}

func (m *docModel) form() *office.Form { return m.doc.Form }

func (m *docModel) called() string { return m.doc.Form.ID + "." + m.tag }

func (m *docModel) rows() []office.FormRow { return rowsOf(m.doc, m.tag) }

func (m *docModel) at(formID string, p office.FaultPlace) (row, col int, ok bool) {
	if formID != m.doc.Form.ID || p.Table != m.tag || p.Row < 1 || p.Row > len(m.rows()) {
		return 0, 0, false
	}
	return p.Row - 1, max(1, columnAt(m.cols, p.Tag)+1), true
}

func columnAt(cols []*office.FormColumn, tag string) int {
	return slices.IndexFunc(cols, func(c *office.FormColumn) bool { return c.Tag == tag })
}

// mark takes the faults of this form.
func (m *docModel) mark(faults []office.Fault) {
	m.marks = map[cellAt]xwidget.Mark{}
	for _, f := range faults {
		if f.Form != m.doc.Form.ID {
			continue
		}
		kind := xwidget.MarkNotice
		if f.Level == office.Loi {
			kind = xwidget.MarkError
		}
		for _, p := range f.Places {
			at := cellAt{p.Row - 1, p.Tag}
			if p.Table == m.tag && p.Row > 0 && m.marks[at] != xwidget.MarkError {
				m.marks[at] = kind
			}
		}
	}
}

func (m *docModel) Rows() int { return len(m.rows()) }

func (m *docModel) Columns() []xwidget.GridColumn {
	out := []xwidget.GridColumn{{Tag: "", Head: "STT", Width: 46, Align: fyne.TextAlignTrailing, Kind: xwidget.KindNumber, Paper: true}}
	for _, g := range m.table.Groups {
		for _, c := range g.Cols {
			out = append(out, xwidget.GridColumn{Tag: c.Tag, Head: headOf(c), Group: g.Head, Width: headWidth(c, g.Head, m.width(c)), Align: alignOf(c), Grow: growOf(c), Kind: kindOf(c), Paper: true})
		}
	}
	return out
}

func (m *docModel) Text(row, col int) string {
	if col == 0 {
		return fmt.Sprint(row + 1)
	}
	c := m.cols[col-1]
	v := c.Get(m.rows()[row])
	if c.Kind == office.KindCode && v.Known() {
		if words := c.Codes.Label(v.S); words != "" {
			return v.S + codeGap + words
		}
	}
	return c.Told(v)
}

// codeGap stands between a code and its words.
const codeGap = " – "

func (m *docModel) Mark(row, col int) xwidget.Mark {
	if col == 0 {
		if k, ok := m.marks[cellAt{row, ""}]; ok {
			return k
		}
		return xwidget.MarkMuted
	}
	tag := m.cols[col-1].Tag
	k := m.marks[cellAt{row, tag}]
	if _, changed := m.d.returned.was(m.doc.Form.ID, m.tag, row, tag); changed && k == xwidget.MarkNone {
		return xwidget.MarkChanged
	}
	return k
}

func (m *docModel) Editable(_, col int) bool { return col > 0 && m.d.view.State.Draft() }

func (m *docModel) Raw(row, col int) string {
	if col == 0 {
		return m.Text(row, col)
	}
	c := m.cols[col-1]
	s := c.Told(c.Get(m.rows()[row]))
	if c.Kind == office.KindMoney || c.Kind == office.KindInt {
		return strings.ReplaceAll(s, ".", "")
	}
	return s
}

// Set takes a cell and shows it; it is kept while the window goes on.
func (m *docModel) Set(row, col int, text string) string {
	if refused := m.SetAll([]xwidget.CellText{{Row: row, Col: col, Text: text}}); len(refused) > 0 {
		m.d.offer(m, row, col, text)
		return refused[0]
	}
	return ""
}

// SetAll takes cells together, as one step, and shows them; they are kept while the
// window goes on.
func (m *docModel) SetAll(cells []xwidget.CellText) (refused []string) {
	says, busy := m.d.take(cellsOf{m.doc, m.tag, m.table, m.texts(cells)})
	if busy != "" {
		return []string{busy}
	}
	return m.refused(cells, says)
}

// SetMany is SetAll of a long paste, with the window going on.
func (m *docModel) SetMany(cells []xwidget.CellText, done func(refused []string)) {
	texts, rows := m.texts(cells), m.Rows()
	if m.d.busy > 0 {
		done([]string{busyWords})
		return
	}
	var says []string
	var v office.DossierView
	m.d.begin()
	m.d.p.host.Run(fmt.Sprintf("Đang ghi %s ô", wording.So(len(cells))), func(ctx context.Context, _ task.Report) (err error) {
		if says, err = m.d.p.source.PasteCells(ctx, m.d.id, m.doc.Form.ID, m.tag, rows, texts); err != nil {
			return err
		}
		v, err = m.d.p.source.Dossier(context.WithoutCancel(ctx), m.d.id) // the cells are kept by now
		return err
	}, func(err error) {
		m.d.end()
		switch {
		case task.Cancelled(err):
			m.d.p.host.Say("Đã thôi, chưa ghi ô nào.", false)
		case err != nil:
			m.d.p.host.Fail(err)
		default:
			m.d.takeDoc(m.doc, v)
			done(m.refused(cells, says))
		}
	})
}

func (m *docModel) texts(cells []xwidget.CellText) []office.CellText {
	out := make([]office.CellText, len(cells))
	for i, x := range cells {
		c := m.cols[x.Col-1]
		out[i] = office.CellText{Row: x.Row, Tag: c.Tag, Text: textOf(c, x.Text)}
	}
	return out
}

// refused are the refusals with the rows that they stand in.
func (m *docModel) refused(cells []xwidget.CellText, says []string) (out []string) {
	for i, x := range cells {
		if says[i] != "" {
			out = append(out, fmt.Sprintf("Dòng %d, %s", x.Row+1, says[i]))
		}
	}
	return out
}

// textOf is the text for a cell: of a cell copied with its words, the code.
func textOf(c *office.FormColumn, text string) string {
	if c.Kind == office.KindCode {
		text, _, _ = strings.Cut(text, codeGap)
	}
	return text
}

// MaxRows is how many rows a table may grow to by pasting.
func (m *docModel) MaxRows() int {
	if !m.d.view.State.Draft() {
		return 0
	}
	return mostPasted
}

// mostPasted is more people than an employer has.
const mostPasted = 100_000

// Undo takes the form's last change back and tells where it was.
func (m *docModel) Undo(tell func(row, col int, ok bool)) { m.step(m.d.p.source.Undo, tell) }

// Redo does again what was undone.
func (m *docModel) Redo(tell func(row, col int, ok bool)) { m.step(m.d.p.source.RedoEdit, tell) }

func (m *docModel) step(take stepper, tell func(row, col int, ok bool)) {
	m.d.step(m.doc, take, func(c office.DocChange, ok bool) {
		row, col := m.where(c)
		tell(row, col, ok)
	})
}

// where is the first place of a change, a row below 0 for one that is not here.
func (m *docModel) where(c office.DocChange) (row, col int) {
	row, col = -1, 1
	for _, x := range c.Cells {
		if at := columnAt(m.cols, x.Tag) + 1; x.Table == m.tag && at > 0 && (row < 0 || x.Row < row || x.Row == row && at < col) {
			row, col = x.Row, at
		}
	}
	if row < 0 && c.Table == m.tag && len(c.Inserted)+c.Deleted > 0 {
		row = c.At
	}
	return row, col
}

// Total shows the sums of money below their columns. An amount nobody has said
// is named, never counted as nothing.
func (m *docModel) Total(col int) string {
	if col == 0 {
		return ""
	}
	c := m.cols[col-1]
	if col == 1 {
		return "Cộng"
	}
	if c.Kind != office.KindMoney {
		return ""
	}
	var sum int64
	some := false
	for _, r := range m.rows() {
		if v := c.Get(r); v.Known() {
			sum += v.N
			some = true
		}
	}
	if !some {
		return ""
	}
	return office.Dots(sum)
}

func (m *docModel) cell(row, col int) (at office.CellRef, ok bool) {
	if col == 0 || row >= len(m.rows()) {
		return at, false
	}
	return office.CellRef{Dossier: m.d.id, Form: m.doc.Form.ID, Table: m.tag, Row: row, Tag: m.cols[col-1].Tag}, true
}

func (m *docModel) amount(row, col int) (at office.CellRef, ok bool) {
	at, ok = m.cell(row, col)
	return at, ok && m.cols[col-1].Amount()
}

// totals are those that the form declares, then the columns of money.
func (m *docModel) totals() (out []bai.Total) {
	for _, t := range m.table.Totals {
		out = append(out, bai.Total{Tag: t.Tag, Words: t.Head})
	}
	for _, c := range m.cols {
		if c.Kind == office.KindMoney {
			out = append(out, bai.Total{Tag: c.Tag, Words: "Cộng " + c.Label})
		}
	}
	return out
}

// sums is the line of totals that the form declares: "5 tăng · 2 giảm". What
// there is none of does not take the room of an amount.
func (m *docModel) sums() string {
	if m.tag != "" {
		return ""
	}
	var out []string
	for _, s := range m.doc.Sums() {
		if s.N == 0 && s.Unknown == 0 {
			continue
		}
		words := s.Head + ": " + office.Dots(s.N)
		if s.Unknown > 0 {
			words += fmt.Sprintf(" (chưa kể %d dòng chưa rõ)", s.Unknown)
		}
		out = append(out, words)
	}
	return strings.Join(out, " · ")
}

// hint tells what the active cell is: its column, the words of its code, help.
func (m *docModel) hint(row, col int) string {
	if col == 0 || row >= len(m.rows()) {
		return ""
	}
	c := m.cols[col-1]
	say := c.Label
	if m.Editable(row, col) && office.HasChoices(c) {
		say += " (F4 chọn mã)"
	} else if m.Editable(row, col) && office.HasPhrases(m.doc.Form, m.tag, c.Tag, m.d.today()) {
		say += " (F4 chọn mẫu câu)"
	}
	if v := c.Get(m.rows()[row]); v.Known() {
		if c.Codes == nil {
			say += ": " + c.Told(v)
		} else {
			say += ": " + v.S + codeGap + orUnknown(c.Codes.Label(v.S))
		}
	}
	if was, changed := m.d.returned.was(m.doc.Form.ID, m.tag, row, c.Tag); changed {
		say += ". Bản bị trả ghi " + quoted(was)
	}
	return say + helpOf(c)
}

// helpOf is what stands behind a column's name: its help, and that its source has
// yet to be confirmed.
func helpOf(c *office.FormColumn) (say string) {
	if c.Help != "" {
		say = ". " + c.Help
	}
	if c.Conf.Unsure() {
		say += ". Độ chắc: " + string(c.Conf) + ", chưa có văn bản xác nhận"
	}
	return say
}

// headOf is the words of a column's head: what has yet to be confirmed is marked.
func headOf(c *office.FormColumn) string {
	if c.Conf.Unsure() {
		return c.Label + " (?)"
	}
	return c.Label
}

func orUnknown(s string) string {
	if s == "" {
		return "không có trong danh mục"
	}
	return s
}
