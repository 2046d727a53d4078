package hopthu

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// inKinds are the kinds of notice that one may look at.
var inKinds = []struct{ kind, words string }{
	{"", "Mọi loại"}, {"C12", "Kết quả đóng C12-TS"}, {"D09", "Danh sách D09-TS"}, {"KQ", "Kết quả hồ sơ"}, {"TB", "Thông báo khác"},
}

// kindAt is the place of a kind among inKinds.
func kindAt(kind string) int {
	for i, k := range inKinds {
		if k.kind == kind {
			return i
		}
	}
	return 0
}

// inModel is the inbox, or the part of it that is asked for.
type inModel struct {
	all    []office.InboxNotice
	folded []string // what each is found by
	view   []int
	kind   string
	month  string // as it is written, or anyMonth
	unread bool
	term   string
}

var _ xwidget.Model = (*inModel)(nil)

// take takes other notices in.
func (m *inModel) take(all []office.InboxNotice) {
	m.all, m.folded = all, make([]string, len(all))
	for i, n := range all {
		words := []string{n.Title, n.Dossier, n.KindSay}
		for _, f := range n.Files {
			words = append(words, f.Name)
		}
		m.folded[i] = xwidget.Fold(strings.Join(words, " "))
	}
}

// months are the months that there is something of, latest first.
func (m *inModel) months() (out []string) {
	var all []office.Month
	for _, n := range m.all {
		if n.Month != 0 && !slices.Contains(all, n.Month) {
			all = append(all, n.Month)
		}
	}
	slices.Sort(all)
	slices.Reverse(all)
	for _, x := range all {
		out = append(out, x.String())
	}
	return out
}

func (m *inModel) filter() {
	m.view = m.view[:0]
	for i, n := range m.all {
		if (m.kind == "" || n.Kind == m.kind) && (m.month == anyMonth || n.Month.String() == m.month) && !(m.unread && n.Read) &&
			(m.term == "" || xwidget.Match(m.folded[i], m.term)) {
			m.view = append(m.view, i)
		}
	}
}

// find is the row of a notice, -1 if it is not shown.
func (m *inModel) find(n int64) int {
	return slices.IndexFunc(m.view, func(i int) bool { return m.all[i].N == n })
}

func (m *inModel) row(row int) office.InboxNotice { return m.all[m.view[row]] }

func (m *inModel) Rows() int { return len(m.view) }

func (m *inModel) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "doc", Head: "", Width: 74, Words: true},
		{Tag: "loai", Head: "Loại", Width: 154, Words: true},
		{Tag: "thang", Head: "Tháng", Width: 66},
		{Tag: "ten", Head: "Tiêu đề", Width: 150, Grow: 1},
		{Tag: "luc", Head: "Cơ quan lập", Width: 124},
		{Tag: "tep", Head: "Tệp", Width: 40, Align: fyne.TextAlignTrailing},
	}
}

func (m *inModel) Text(row, col int) string {
	n := m.row(row)
	switch col {
	case 0:
		if n.Read {
			return ""
		}
		return "Chưa đọc"
	case 1:
		return n.KindSay
	case 2:
		if n.Month == 0 {
			return ""
		}
		return n.Month.String()
	case 3:
		return n.Title
	case 4:
		return wording.Luc(n.Made)
	}
	return wording.So(len(n.Files))
}

func (m *inModel) Mark(row, col int) xwidget.Mark {
	read := m.row(row).Read
	switch {
	case col == 4:
		return xwidget.MarkMuted
	case col == 0:
		return xwidget.MarkBad
	case col == 3 && !read:
		return xwidget.MarkStrong
	}
	return xwidget.MarkNone
}
