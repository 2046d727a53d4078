// Package congcu is the screen of calculators: what a person owes and gets, each
// figure with its working, the article, and what it would be on another day.
//
// It draws the questions that a calculator of forms/law declares, hands the answers
// to app/office and shows what comes back. It reckons nothing. Only app/ui imports
// it.
package congcu

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	Calculate(ctx context.Context, name string, answers []byte) (office.KetQuaTinh, error)
	CalculationSheet(ctx context.Context, name string, answers []byte) (office.File, error)
	Prefill(ctx context.Context, name, person string, on office.Day) (office.Prefilled, error)
	WhatChanges(ctx context.Context, from, to office.Month) ([]office.Effect, error)
	WhyEffect(ctx context.Context, e office.Effect, from, to office.Month) (office.Explained, error)
	LawSettings(ctx context.Context, mst string) ([]office.LawSetting, error)
	PutLawSetting(ctx context.Context, mst string, c office.CachHieu) (say string, err error)
	Draft(ctx context.Context, procedure string, month office.Month, ps []office.DeXuat) ([]office.Dossier, error)
	People(ctx context.Context, month office.Month) ([]office.NguoiLaoDong, error)
	Today() office.Day
}

// Host is what the screen asks of the window.
type Host interface {
	Quiet(work func(context.Context) error, done func(error))
	Fail(err error)
	Say(words string, bad bool)
	SaveFile(office.File)
	Dialog(title string, content fyne.CanvasObject) (shut func())
	unsaved.Desk
	Month() office.Month
}

// Page is the screen.
type Page struct {
	source Source
	host   Host

	root *fyne.Container
	list *xwidget.Grid
	all  []office.MayTinh
	view []office.MayTinh
	at   string // the calculator at hand
	// settings are how the employer reads what the law leaves open, by name.
	settings map[string]office.LawSetting
	form     *sheet
	asked    *fyne.Container
	answer   *fyne.Container
	left     *xwidget.Scroll
	right    *xwidget.Scroll
	cards    *fyne.Container
}

// New makes the screen with all calculators.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, all: office.MayTinhs(), asked: xwidget.Column(8), answer: xwidget.Column(8)}
	p.left = xwidget.NewScroll(p.asked)
	p.right = xwidget.NewScroll(p.answer)
	p.list = xwidget.NewList(p).Named("congCu")
	p.list.Empty = "Không có máy tính nào như vậy. Thử từ khác, ví dụ: sinh con, truy đóng, lương hưu."
	p.list.OnSelect = func(row, _ int) { p.choose(row) }
	search := xwidget.NewSearch("Tìm: sinh con, chậm đóng, lương hưu", func(term string) { p.find(term) })
	search.OnDown = p.list.Start
	lists := xwidget.Sized(296, 0, xwidget.Dock(xwidget.Inset(0, 0, 0, 8, search), nil, nil, nil, xwidget.NewCard(p.list).Tight()))
	p.cards = container.New(twoCards{p.answer}, xwidget.NewCard(p.left), xwidget.NewCard(p.right))
	head := xwidget.Inset(0, 0, 0, 10, xwidget.Row(10, xwidget.NewTitle("Công cụ tính"), xwidget.Spacer(),
		xwidget.NewButton("Điểm luật để ngỏ", p.ChooseSettings), xwidget.NewButton("Luật đổi: ai bị ảnh hưởng", p.changes), xwidget.NewButton("Lấy từ người lao động", p.askPerson)))
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 16,
		xwidget.Dock(head, nil, xwidget.Inset(0, 0, 14, 0, lists), nil, p.cards))
	p.find("")
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Công cụ tính" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow reads the employer's settings again; what was answered stays.
func (p *Page) OnShow() {
	p.readSettings(func() {
		if p.form != nil {
			p.form.follow(p.settings)
		}
	})
}

func (p *Page) find(term string) {
	p.view = p.view[:0]
	for _, m := range p.all {
		if xwidget.Match(xwidget.Fold(m.TieuDe+" "+string(m.Nhom)+" "+m.Ten), term) {
			p.view = append(p.view, m)
		}
	}
	p.list.SetModel(p)
	if len(p.view) > 0 {
		p.choose(0)
	}
}

// choose takes a calculator at hand and asks its questions.
func (p *Page) choose(row int) {
	if row >= len(p.view) || p.view[row].Ten == p.at {
		return
	}
	p.take(p.view[row].Ten, nil)
}

// Open goes to a calculator, with answers that are known already.
func (p *Page) Open(name string, known map[string]any) {
	if row := slices.IndexFunc(p.view, func(v office.MayTinh) bool { return v.Ten == name }); row >= 0 {
		p.list.Jump(row, 0)
	}
	p.take(name, known)
}

func (p *Page) take(name string, known map[string]any) {
	m, ok := office.TimMayTinh(name)
	if !ok {
		return
	}
	p.at = name
	p.form = newSheet(m.Hoi, known, p.settings, p.source.Today())
	p.form.changed = p.reflow
	head := []fyne.CanvasObject{xwidget.NewPara(m.TieuDe).Sized(15).Strong(), xwidget.NewPara(m.CanCu).Sized(look.SmallSize).In(look.Muted)}
	if m.GhiChu != "" {
		head = append(head, xwidget.NewPara(m.GhiChu).Sized(look.SmallSize).In(look.Notice))
	}
	p.asked.Objects = append(append(head, p.form.lines()...),
		xwidget.Flow(8, xwidget.NewStrong("Tính", p.compute), xwidget.NewButton("Lưu thành PDF", p.save)))
	p.answer.Objects = []fyne.CanvasObject{xwidget.NewPara("Trả lời các câu hỏi rồi bấm Tính. Kết quả kèm từng bước và điều luật.").In(look.Muted)}
	p.reflow()
	p.left.ToTop()
}

func (p *Page) reflow() {
	p.cards.Refresh()
	p.left.Reflow()
	p.right.Reflow()
}

// compute asks for the result; faults of the answers stand below their questions.
func (p *Page) compute() {
	name, form, answers := p.at, p.form, p.form.answers()
	var res office.KetQuaTinh
	p.host.Quiet(func(ctx context.Context) (err error) {
		res, err = p.source.Calculate(ctx, name, answers)
		return err
	}, func(err error) {
		if form != p.form {
			return // another calculator is at hand by now
		}
		p.show(res, err)
	})
}

func (p *Page) show(res office.KetQuaTinh, err error) {
	var faults office.LoiVaos
	var lack *office.ChuaBiet
	p.form.blame(nil)
	switch {
	case errors.As(err, &faults):
		p.form.blame(faults)
		p.answer.Objects = []fyne.CanvasObject{xwidget.NewPara("Chưa tính được: sửa các câu trả lời được chỉ ra.").In(look.Error)}
	case errors.As(err, &lack):
		p.answer.Objects = []fyne.CanvasObject{xwidget.NewPara("Chưa tính được. " + lack.Say + ".").In(look.Error)}
	case err != nil:
		p.host.Fail(err)
	default:
		p.answer.Objects = bai.Result(res)
	}
	p.reflow()
	p.right.ToTop()
}

// save puts the result on paper.
func (p *Page) save() {
	name, answers := p.at, p.form.answers()
	var file office.File
	p.host.Quiet(func(ctx context.Context) (err error) {
		file, err = p.source.CalculationSheet(ctx, name, answers)
		return err
	}, func(err error) {
		var faults office.LoiVaos
		var lack *office.ChuaBiet
		if errors.As(err, &faults) || errors.As(err, &lack) || err == nil {
			if err != nil {
				p.show(office.KetQuaTinh{}, err)
				return
			}
			p.host.SaveFile(file)
			return
		}
		p.host.Fail(err)
	})
}

// Rows, Columns, Text and Mark make the page its list's model.
func (p *Page) Rows() int { return len(p.view) }

// Columns is the title alone; the group stands in front of the first of its kind.
func (p *Page) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{{Tag: "ten", Head: "Máy tính", Width: 240, Grow: 1, Words: true}}
}

// Text is the title of a calculator.
func (p *Page) Text(row, _ int) string { return p.view[row].TieuDe }

// Mark leaves titles as they are.
func (p *Page) Mark(int, int) xwidget.Mark { return xwidget.MarkNone }

// encode writes answers as the calculators read them.
func encode(v map[string]any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		return []byte("{}") // strings, booleans and lists of them always encode
	}
	return b
}
