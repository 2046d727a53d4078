package hoso

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// dossier is one dossier on the screen.
type dossier struct {
	p    *Page
	id   string
	view office.DossierView

	root     *fyne.Container
	head     *fyne.Container
	title    *xwidget.Text
	road     *fyne.Container
	wait     *waiting
	tabs     *xwidget.Tabs
	badge    *xwidget.Badge
	faults   []office.Fault
	checked  bool     // faults were asked for since the dossier was opened
	restored []string // what a check found to be sent before the data was restored
	list     *xwidget.FaultList
	leaves   []leaf
	grids    []*xwidget.Grid
	hints    []*xwidget.Text
	body     *fyne.Container // the tabs, with or without the fault list beside them
	panel    *fyne.Container
	heading  *xwidget.Text   // of the panel
	doors    *fyne.Container // below the fault list

	changes int      // of the forms so far, those on their way included
	busy    int      // works that change the forms otherwise than cell by cell
	looking bool     // the forms are looked through elsewhere
	lost    []string // what could not be kept and is being told

	recased  *office.CaseChange // what the last change of the case changed, until it is read
	returned returned
	own      []office.LocalRule    // the employer's own rules, for a draft
	files    []office.ReceivedFile // what came back about it
}

func newDossier(p *Page, id string) *dossier {
	d := &dossier{p: p, id: id, head: xwidget.Column(0), road: xwidget.Column(0), tabs: xwidget.NewTabs()}
	d.wait = newWaiting(d)
	d.title = xwidget.NewText("").Wrapped(2).Sized(17).Strong()
	d.badge = xwidget.NewBadge("", look.Plain)
	d.badge.Hidden = true
	d.list = xwidget.NewFaultList("Bấm Kiểm tra để xem những chỗ phải sửa.")
	top := xwidget.Inset(0, 0, 0, 8, xwidget.Column(10, d.head, d.road))
	d.heading, d.doors = xwidget.NewText(toMend).Strong(), xwidget.Column(6)
	card := xwidget.NewCard(xwidget.Dock(xwidget.Inset(0, 0, 0, 10, d.heading), d.doors, nil, nil, d.list))
	d.panel = xwidget.Inset(14, 0, 0, 0, xwidget.Sized(290, 0, card))
	d.body = xwidget.Dock(nil, nil, nil, d.panel, d.tabs)
	d.root = container.New(smallRoom{d}, xwidget.Inset(look.PagePad, 14, look.PagePad, 12, xwidget.Dock(top, nil, nil, nil, d.body)))
	return d
}

// reload reads the dossier again and keeps the leaf that is open.
func (d *dossier) reload(then func()) {
	d.renew(func(ok bool) {
		if ok && then != nil {
			then()
		}
	})
}

// renew reads the dossier again, once more where it was changed meanwhile, and tells
// whether that could be done.
func (d *dossier) renew(then func(ok bool)) {
	n := d.changes
	var v office.DossierView
	var back returned
	var files []office.ReceivedFile
	var own []office.LocalRule
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		if v, err = d.p.source.Dossier(ctx, d.id); err != nil {
			return err
		}
		if back, err = d.readReturned(ctx, v); err != nil {
			return err
		}
		if v.State.Draft() {
			own, err = d.p.source.LocalRules(ctx)
			return err
		}
		files, err = d.p.source.ReceivedFiles(ctx, d.id)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			d.p.host.Fail(err)
			then(false)
		case n != d.changes:
			d.renew(then)
		default:
			d.returned, d.files, d.own = back, files, own
			d.show(v)
			then(true)
		}
	})
}

func (d *dossier) show(v office.DossierView) {
	at := d.tabs.At()
	d.view = v
	before := map[string]*xwidget.Grid{}
	for i, m := range d.leaves {
		before[m.called()] = d.grids[i]
	}
	d.leaves, d.grids, d.hints = nil, nil, nil
	var tabs []xwidget.Tab
	if v.State == office.NghiVan { // signed long ago: no fault leads to a leaf by its place
		tabs = append(tabs, xwidget.Tab{Title: "Nghi vấn", Content: d.doubt().Leaf(d.view.Attempts)})
	}
	for _, doc := range v.Docs {
		if isSheet(doc) {
			tabs = append(tabs, xwidget.Tab{Title: doc.Form.Called(), Content: d.sheet(newSheetModel(d, doc), 0)})
		} else {
			tabs = append(tabs, xwidget.Tab{Title: fmt.Sprintf("%s (%d)", doc.Form.Called(), len(doc.Rows)), Content: d.sheet(newDocModel(d, doc, doc.Form.Table, ""), 2)})
		}
		for _, t := range doc.Form.Subs {
			if n := len(doc.Subs[t.Tag]); n > 0 {
				tabs = append(tabs, xwidget.Tab{Title: fmt.Sprintf("%s (%d)", t.Title, n), Content: d.sheet(newDocModel(d, doc, t, t.Tag), 2)})
			}
		}
		if doc.Form.Head != nil {
			tabs = append(tabs, xwidget.Tab{Title: doc.Form.Called() + " · phần đầu", Content: d.sheet(newHeadModel(d, doc), 0)})
		}
	}
	tabs = append(tabs,
		xwidget.Tab{Title: fmt.Sprintf("Giấy tờ kèm theo (%d)", len(v.Attachments)), Content: d.papers()},
		xwidget.Tab{Title: "Nhật ký", Content: d.diary()})
	if len(d.files) > 0 {
		tabs = append(tabs, xwidget.Tab{Title: fmt.Sprintf("Tệp nhận về (%d)", len(d.files)), Content: d.receivedTab()})
	}
	for i, m := range d.leaves {
		if was := before[m.called()]; was != nil {
			d.grids[i].Like(was)
		}
	}
	d.tabs.Set(tabs, at)
	d.showHead()
	d.showFaults()
	d.wait.ask()
}

// sheet is a grid with what is said of it below.
func (d *dossier) sheet(m leaf, frozen int) fyne.CanvasObject {
	g := xwidget.NewGrid(m, frozen).Named("mau." + m.called())
	g.Now = d.p.host.Now
	hint := xwidget.NewCaption("")
	if d.view.State.Draft() {
		hint.Set(keysHint)
	}
	from := origin{d: d, m: m, hint: hint}
	g.OnSelect = from.selected
	g.OnSay = func(words string, bad bool) {
		hint.In(look.Muted)
		if bad {
			hint.In(look.Error)
		}
		if words != "" {
			hint.Set(words)
		}
		hint.Refresh()
	}
	g.OnEdited = d.edited // once for a whole paste
	d.askWhy(m, g)
	g.OnMenu = func(row, col int) []*fyne.MenuItem { return d.cellItems(m, g, row, col) }
	g.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyF8:
			d.list.Next()
		case fyne.KeyF4:
			d.pickCode(m, g)
		default:
			return false
		}
		return true
	}
	d.leaves, d.grids, d.hints = append(d.leaves, m), append(d.grids, g), append(d.hints, hint)
	below := xwidget.Column(2, xwidget.NewText(m.sums()).Wrapped(2).Sized(look.SmallSize), hint)
	doors := xwidget.Row(4)
	if doc := m.form(); len(doc.Notes) > 0 {
		doors.Add(xwidget.NewQuiet(fmt.Sprintf("Lưu ý (%d)", len(doc.Notes)), func() { d.notes(doc) }))
	}
	doors.Add(xwidget.NewQuiet("Vì sao có số này?", func() { g.OnWhy(g.Active()) }))
	if d.view.State.Draft() {
		switch m := m.(type) {
		case *docModel:
			doors.Add(d.addButton(m))
			doors.Add(xwidget.NewQuiet("Bỏ dòng này", func() { d.dropRow(m, g) }))
		case *sheetModel:
			doors.Add(d.addButton(m.of))
		}
	}
	return xwidget.Dock(nil, xwidget.Inset(0, 6, 0, 0, xwidget.Ends(12, 280, below, doors)), nil, nil, xwidget.NewCard(g).Tight())
}

const keysHint = "F2 sửa · F4 chọn mã · Ctrl+D điền xuống · Ctrl+V dán · Ctrl+Z hoàn tác · F8 lỗi · F9 vì sao"

func (d *dossier) showHead() {
	v := d.view
	d.badge.Set(d.badgeWords())
	back := xwidget.NewQuiet("‹ Hồ sơ", d.p.back)
	title, when, _ := strings.Cut(v.Title, " · tháng ")
	facts := xwidget.Row(10, xwidget.NewCaption(v.ID+" · tháng "+when), d.badge)
	d.title.Set(title)
	words := xwidget.Column(1, d.title, facts)
	buttons := xwidget.Inset(12, 0, 0, 0, xwidget.Row(8, d.buttons()...))
	d.head.Objects = []fyne.CanvasObject{xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 6, 0, xwidget.Row(0, back)), buttons, words)}
	d.road.Objects = d.roadOf()
	d.road.Refresh()
	d.placeRoad()
	d.root.Refresh()
}

// name is what a dialog calls the dossier: its procedure's code, month and batch.
// The procedure's own name fills a line by itself and stands above already.
func (d *dossier) name() string {
	_, when, _ := strings.Cut(d.view.Title, " · tháng ")
	return d.view.Procedure + " · tháng " + when
}

func (d *dossier) badgeWords() (string, look.Tone) {
	if d.view.Held != "" {
		return d.view.Held, look.Warn
	}
	if !d.view.State.Draft() {
		return wording.Hoa(d.view.StateSay), wording.Tone(d.view.State)
	}
	if !d.checked {
		return wording.Hoa(d.view.StateSay), look.Plain
	}
	loi, nhac := office.CountFaults(d.faults)
	switch {
	case loi > 0 && nhac > 0:
		return fmt.Sprintf("%s lỗi · %s nhắc", wording.So(loi), wording.So(nhac)), look.Bad
	case loi > 0:
		return wording.So(loi) + " lỗi", look.Bad
	case nhac > 0:
		return wording.So(nhac) + " nhắc", look.Warn
	}
	return "Không còn lỗi", look.Good
}

// buttons are what can be done in the dossier's state; one is strong.
func (d *dossier) buttons() []fyne.CanvasObject {
	paper := xwidget.NewButton("Xem bản in", d.print)
	switch s := d.view.State; {
	case s.Draft():
		check, sign := xwidget.NewButton("Kiểm tra", d.check), xwidget.NewButton("Ký", d.sign)
		if s == office.DaKiem || (d.checked && !office.Blocks(d.faults)) {
			sign.Weight = xwidget.Strong
		} else {
			check.Weight = xwidget.Strong
		}
		return []fyne.CanvasObject{xwidget.NewButton("Huỷ hồ sơ", d.cancel), paper, check, sign}
	case s == office.DaKy && d.view.HandIn != "":
		return []fyne.CanvasObject{xwidget.NewButton("Huỷ hồ sơ", d.cancel), paper, xwidget.NewStrong("Lưu gói để nộp", d.export)}
	case s == office.DaKy || s == office.ChoGui:
		return []fyne.CanvasObject{xwidget.NewButton("Huỷ hồ sơ", d.cancel), paper, xwidget.NewButton("Lưu tệp đã ký", d.export), xwidget.NewStrong("Gửi", d.send)}
	case s == office.NghiVan:
		return []fyne.CanvasObject{paper, xwidget.NewButton("Lưu tệp đã ký", d.export), xwidget.NewButton("Hỏi lại nơi nhận", d.doubt().AskAgain),
			xwidget.NewStrong("Nhập biên nhận", d.doubt().AskProof)}
	case s == office.DangGui:
		return []fyne.CanvasObject{paper, xwidget.NewStrong("Hỏi cổng rồi gửi tiếp", d.send)}
	case s == office.TraLai || s == office.Huy:
		return d.returnedButtons(paper)
	case d.view.AwaitsCode:
		return []fyne.CanvasObject{paper, xwidget.NewButton("Lưu tệp đã ký", d.export), xwidget.NewButton("Hỏi tiến độ", d.refresh), xwidget.NewStrong("Nhập mã xác nhận", d.askCode)}
	case s == office.CoKetQua:
		return []fyne.CanvasObject{paper, xwidget.NewButton("Lưu tệp đã ký", d.export), xwidget.NewStrong("Xem kết quả", d.results)}
	}
	return []fyne.CanvasObject{paper, xwidget.NewButton("Lưu tệp đã ký", d.export), xwidget.NewStrong("Hỏi tiến độ", d.refresh)}
}

const (
	toMend     = "Cần sửa"
	whyBack    = "Lý do trả lại"
	backToMend = "Lý do trả lại và chỗ cần sửa"
)

// showFaults fills the list and the marks.
func (d *dossier) showFaults() {
	marked := d.marked()
	for i, m := range d.leaves {
		m.mark(marked)
		d.grids[i].Refresh()
	}
	d.list.None = "Bấm Kiểm tra để xem những chỗ phải sửa."
	if d.checked {
		d.list.None = "Không thấy chỗ nào phải sửa."
	}
	d.list.Set(append(d.reasonItems(), d.faultItems()...))
	d.badge.Set(d.badgeWords())
	d.heading.Set(toMend)
	if d.returned.why != nil {
		d.heading.Set(map[bool]string{true: backToMend, false: whyBack}[d.view.State.Draft()])
	}
	d.doors.Objects = nil
	if doors := d.panelDoors(); len(doors) > 0 {
		d.doors.Add(xwidget.Inset(0, 8, 0, 0, xwidget.Row(6, doors...)))
	}
	d.placePanel(d.root.Size().Width)
	d.body.Refresh()
}

// panelFrom is the width from which the forms have room enough beside an empty panel.
const panelFrom = 800

// placePanel shows the panel of what must be mended, for a draft and for what came
// back. In a narrow window it stays away until there is something in it.
func (d *dossier) placePanel(width float32) {
	d.panel.Hidden = !d.view.State.Draft() && d.returned.why == nil ||
		width < panelFrom && !d.checked && d.returned.why == nil && len(d.list.Items()) == 0
}

// takeDoc takes a form as it was read.
func (d *dossier) takeDoc(doc *office.Doc, v office.DossierView) {
	for _, now := range v.Docs {
		if now.Form.ID == doc.Form.ID {
			*doc = *now
		}
	}
}

// dropRow takes the active row out of the form; Ctrl+Z puts it back.
func (d *dossier) dropRow(m *docModel, g *xwidget.Grid) {
	row, _ := g.Active()
	if row >= m.Rows() {
		return
	}
	d.change(func(ctx context.Context) error {
		return d.p.source.DeleteRow(ctx, d.id, m.doc.Form.ID, m.tag, row)
	}, fmt.Sprintf("Đã bỏ dòng %d. Ctrl+Z để lấy lại.", row+1))
}

// recheck brings the list in step with the forms, once it has been asked for. They are
// looked through elsewhere, as they stand, and once more where they were changed
// meanwhile.
func (d *dossier) recheck() {
	d.showHead()
	if !d.checked || d.looking {
		return
	}
	d.looking = true
	n, docs, own, procedure, now := d.changes, office.CopyDocs(d.view.Docs), d.own, d.view.Procedure, d.p.host.Now()
	var faults []office.Fault
	d.p.host.Quiet(func(context.Context) error {
		faults = append(office.CheckDocs(procedure, docs, now), office.LocalFaults(own, docs)...)
		return nil
	}, func(err error) {
		d.looking = false
		switch {
		case err != nil:
			d.p.host.Fail(err)
		case !d.checked: // signed meanwhile
		case n != d.changes:
			d.recheck()
		default:
			d.faults = faults
			d.showFaults()
			d.showHead()
		}
	})
}

// edited follows a change that has just been shown.
func (d *dossier) edited() {
	d.view.State, d.view.StateSay = office.Nhap, office.Nhap.Say()
	d.recheck()
	d.askReturned()
	d.wait.ask()
}
