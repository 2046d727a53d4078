package nguoilaodong

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// claimForm are the fields of a period that is told by hand.
type claimForm struct {
	p                  *Page
	of                 record
	kinds              []office.CheDo
	kind, reason       *xwidget.Select
	state              *xwidget.Select
	from, until, child *xwidget.DateEntry
	days               *xwidget.Entry
	said               *fyne.Container // how much is left of the kind, or what is wrong
	typed              *unsaved.Open
	shut               func()
}

// claimStates are the states of a period, the usual one first.
var claimStates = []office.BenefitState{office.DaDuyet, office.DeNghi, office.BiTuChoi}

// The measures of the form: as wide as its longest hint, with room for three faults.
const claimWide, claimLabel, claimSaid = 560, 170, 54

// addClaim asks for a period that a person had, or waits for.
func (p *Page) addClaim(r record) {
	today := p.host.Now().Format("02/01/2006")
	f := &claimForm{p: p, of: r, kinds: office.CheDos(), days: xwidget.NewCode(), said: xwidget.Column(2),
		from: xwidget.NewDate(today), until: xwidget.NewDate(today), child: xwidget.NewDate(today)}
	var kinds []string
	for _, k := range f.kinds {
		kinds = append(kinds, wording.Hoa(k.Say()))
	}
	reasons := []string{unsaid}
	for _, c := range office.Reasons() {
		reasons = append(reasons, office.ReasonName(c))
	}
	f.kind, f.reason, f.state = xwidget.NewSelect(kinds, func(string) { f.chosen() }), xwidget.NewSelect(reasons, nil), xwidget.NewSelect(stateWords(), nil)
	f.days.SetPlaceHolder("tính đến nửa ngày, ví dụ 4,5")
	f.reason.SetSelectedIndex(0)
	f.state.SetSelectedIndex(0)
	f.kind.SetSelectedIndex(0)
	f.typed = p.host.Typed(unsaved.Form{Name: "dot-huong:" + r.who.ID, Title: "Đợt hưởng chế độ của " + r.who.HoTen, Go: office.Place{Screen: "nguoi-lao-dong", ID: r.who.ID}, Fields: []unsaved.Field{
		unsaved.Option("cheDo", "Chế độ", f.kind), unsaved.Text("tuNgay", "Từ ngày", &f.from.Entry), unsaved.Text("denNgay", "Đến ngày", &f.until.Entry),
		unsaved.Text("soNgay", "Số ngày", f.days), unsaved.Text("sinhCon", "Ngày sinh của con", &f.child.Entry), unsaved.Option("lyDo", "Lý do dưỡng sức", f.reason), unsaved.Option("ketQua", "Kết quả", f.state)}})
	f.chosen()
	f.shut = p.host.Dialog("Ghi một đợt hưởng của "+r.who.HoTen, xwidget.Column(6, xwidget.Sized(claimWide, 1, xwidget.Spacer()), f.typed.Top(),
		claimLine("Chế độ", f.kind), claimLine("Từ ngày", f.from), claimLine("Đến ngày", f.until), claimLine("Số ngày", f.days),
		claimLine("Ngày sinh của con", f.child), claimLine("Lý do dưỡng sức", f.reason), claimLine("Kết quả", f.state),
		xwidget.Sized(claimWide, claimSaid, xwidget.NewScroll(f.said)),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { f.shut() }), xwidget.NewStrong("Ghi đợt này", f.save))))
	p.host.Focus(f.kind)
}

// claimLine is a field with its name before it.
func claimLine(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(claimLabel, 0, xwidget.Row(0, xwidget.NewText(label))), nil, o)
}

// stateWords are the states in words.
func stateWords() (out []string) {
	for _, s := range claimStates {
		out = append(out, wording.Hoa(s.Say()))
	}
	return out
}

// chosen opens the fields that a kind has, and tells how much of it is left.
func (f *claimForm) chosen() {
	kind := f.kinds[max(0, f.kind.SelectedIndex())]
	f.child.SetPlaceHolder("không cần cho chế độ này")
	if f.child.Disable(); kind.CuaCon() {
		f.child.SetPlaceHolder("ngày/tháng/năm")
		f.child.Enable()
	}
	if f.reason.Disable(); kind.LaDuongSuc() {
		f.reason.Enable()
	}
	left := f.of.about(kind)
	if left == "" {
		left = "Đợt bị từ chối thì ghi để nhớ, số ngày không tính là đã hưởng."
	}
	f.tell(look.Muted, left)
}

// tell puts words below the fields.
func (f *claimForm) tell(in fyne.ThemeColorName, words ...string) {
	f.said.Objects = nil
	for _, w := range words {
		f.said.Add(xwidget.NewPara(w).Sized(look.SmallSize).In(in))
	}
	f.said.Refresh()
}

// text is the period as it is typed; what a kind does not have is left out.
func (f *claimForm) text() office.ClaimText {
	kind := f.kinds[max(0, f.kind.SelectedIndex())]
	t := office.ClaimText{Kind: string(kind), From: f.from.Value(), Until: f.until.Value(), Days: f.days.Text, State: string(claimStates[max(0, f.state.SelectedIndex())])}
	if kind.CuaCon() {
		t.Child = strings.TrimSpace(f.child.Value())
	}
	if i := f.reason.SelectedIndex(); kind.LaDuongSuc() && i > 0 {
		t.Case = office.Reasons()[i-1]
	}
	return t
}

// save keeps the period, or says all that is wrong with it.
func (f *claimForm) save() {
	d, state := f.text().Read()
	b := office.Benefit{DotHuong: d, Person: f.of.who.ID, State: state}
	f.p.changeClaims(b.Person, "Đã ghi đợt "+d.CheDo.Say()+": "+claimDays(b)+", "+office.Days(d.NuaNgay).String()+" ngày.", func(ctx context.Context) ([]string, error) {
		return f.p.source.AddClaim(ctx, b.Person, d, state)
	}, func(faults []string) {
		if len(faults) > 0 {
			f.tell(look.Error, faults...)
			return
		}
		f.typed.Stored()
		f.shut()
	})
}
