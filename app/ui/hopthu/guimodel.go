package hopthu

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// outParts are the parts of the outbox that one may look at.
var outParts = []struct {
	words string
	has   func(office.Outgoing) bool
}{
	{"Tất cả", func(office.Outgoing) bool { return true }},
	{"Đang chờ, đang gửi", func(g office.Outgoing) bool { return g.InOutbox && !g.Doubt }},
	{"Nghi vấn", func(g office.Outgoing) bool { return g.Doubt }},
	{"Đang giữ lại", func(g office.Outgoing) bool { return g.Held }},
	{"Đang giải quyết", func(g office.Outgoing) bool { return g.UnderWay }},
	{"Có kết quả", func(g office.Outgoing) bool { return g.State == office.CoKetQua }},
	{"Bị trả lại", func(g office.Outgoing) bool { return g.State == office.TraLai }},
}

// outModel is the outbox, or the part of it that is asked for.
type outModel struct {
	all    []office.Outgoing
	folded []string // what each is found by
	view   []int
	part   int
	only   bool // of the employer at hand alone
	term   string
	mst    string
}

var _ xwidget.Model = (*outModel)(nil)

// take takes other dossiers in.
func (m *outModel) take(all []office.Outgoing) {
	m.all, m.folded = all, make([]string, len(all))
	for i, g := range all {
		m.folded[i] = xwidget.Fold(g.ID + " " + g.Title + " " + g.Employer + " " + g.MaSoThue + " " + g.SoHoSo)
	}
}

func (m *outModel) filter() {
	m.view = m.view[:0]
	for i, g := range m.all {
		if outParts[m.part].has(g) && (!m.only || g.MaSoThue == m.mst) &&
			(m.term == "" || xwidget.Match(m.folded[i], m.term)) {
			m.view = append(m.view, i)
		}
	}
}

// find is the row of a dossier, -1 if it is not shown.
func (m *outModel) find(id string) int {
	for row, i := range m.view {
		if m.all[i].ID == id {
			return row
		}
	}
	return -1
}

func (m *outModel) row(row int) office.Outgoing { return m.all[m.view[row]] }

func (m *outModel) Rows() int { return len(m.view) }

func (m *outModel) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "trangThai", Head: "Trạng thái", Width: 128, Words: true},
		{Tag: "hoSo", Head: "Hồ sơ", Width: 150, Grow: 1},
		{Tag: "donVi", Head: "Đơn vị", Width: 140, Grow: 2},
		{Tag: "lan", Head: "Lần gửi", Width: 62, Align: fyne.TextAlignTrailing},
		{Tag: "luc", Head: "Tin cuối", Width: 124},
	}
}

func (m *outModel) Text(row, col int) string {
	g := m.row(row)
	switch col {
	case 0:
		return shortState(g)
	case 1:
		return g.Short
	case 2:
		return g.Employer
	case 3:
		return wording.So(g.Attempts)
	}
	return wording.Luc(g.SaidAt)
}

// shortState is a dossier's state in a cell.
func shortState(g office.Outgoing) string {
	switch {
	case g.Held:
		return "Giữ lại"
	case g.Doubt:
		return "Nghi vấn"
	case g.State == office.DangGui:
		return "Chưa rõ kết quả"
	}
	return g.StateName
}

func (m *outModel) Mark(row, col int) xwidget.Mark {
	if col != 0 {
		if col == 4 {
			return xwidget.MarkMuted
		}
		return xwidget.MarkNone
	}
	switch wording.Tone(m.row(row).State) {
	case look.Good:
		return xwidget.MarkGood
	case look.Bad:
		return xwidget.MarkBad
	case look.Warn:
		return xwidget.MarkNotice
	}
	return xwidget.MarkNone
}
