package caidat

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// figuresKey is the section «Số liệu luật».
const figuresKey = "so-lieu"

// figures are the dated figures of the law, and below them the one that is chosen,
// through time.
type figures struct {
	p      *Page
	rows   *figureRows
	grid   *xwidget.Grid
	search *xwidget.SearchEntry
	mine   *xwidget.Check
	found  *xwidget.Text
	detail *fyne.Container
	at     string           // the figure shown below, "" = none
	gone   *office.LawValue // what was taken away last, to be taken back
	lines  []fyne.CanvasObject
}

// figuresRoom shows some eight lines without scrolling.
const figuresRoom = 9*look.RowHeight + 34

// lawFigures is «Số liệu luật»: what every computation reckons with, and a figure of
// one's own where the law has moved on.
func (p *Page) lawFigures() []fyne.CanvasObject {
	if p.figures == nil {
		p.figures = newFigures(p)
	}
	p.figures.read()
	return p.figures.lines
}

func newFigures(p *Page) *figures {
	f := &figures{p: p, rows: &figureRows{}, found: xwidget.NewCaption(""), detail: xwidget.Column(8)}
	f.grid = xwidget.NewList(f.rows).Named("soLieuLuat")
	f.grid.OnSelect = func(row, _ int) { f.about(row) }
	f.grid.OnOpen = func(int) { p.scroll.Reveal(f.detail) }
	f.search = xwidget.NewSearch("Tìm tên, căn cứ", func(string) { f.find() })
	f.search.OnDown = func() { f.grid.Start() }
	f.mine = xwidget.NewCheck("Chỉ số bạn đã ghi", func(bool) { f.find() })
	f.lines = []fyne.CanvasObject{
		group("Số liệu đang dùng", "Mọi cách tính lấy số ở đây, theo ngày áp dụng. Luật mới đổi số mà chương trình chưa cập nhật thì chọn số ấy, rồi ghi số mới ở dưới bảng.",
			xwidget.Column(8, xwidget.Flow(8, xwidget.Sized(260, 32, f.search), f.mine), xwidget.Sized(0, figuresRoom, xwidget.NewCard(f.grid).Tight()), f.found)),
		xwidget.NewCard(f.detail),
	}
	return f
}

// read reads the figures again; the one that is chosen stays so.
func (f *figures) read() {
	var rows *figureRows
	f.p.host.Quiet(func(ctx context.Context) error {
		all, err := f.p.source.LawFigures(ctx)
		rows = newFigureRows(all)
		return err
	}, func(err error) {
		if err != nil {
			f.p.host.Fail(err)
			return
		}
		f.rows, f.grid.Empty = rows, "Không tìm thấy số liệu nào. Thử ít chữ hơn."
		f.find()
	})
}

// find shows the figures that the search finds, and below them the one that was chosen.
func (f *figures) find() {
	at := f.at
	f.rows.filter(xwidget.Fold(f.search.Text), f.mine.Checked)
	f.grid.SetModel(f.rows)
	f.found.Set(wording.So(f.rows.Rows()) + " số liệu")
	row := max(0, f.rows.find(at))
	if active, _ := f.grid.Active(); active != row && f.rows.Rows() > 0 {
		f.grid.Jump(row, 0)
	}
	f.about(row)
}

// about shows a figure through time below the list.
func (f *figures) about(row int) {
	f.detail.Objects = nil
	f.at = ""
	if f.gone != nil {
		f.detail.Add(f.tookAway(*f.gone))
	}
	if row < f.rows.Rows() {
		x := f.rows.at(row)
		f.at = x.Name
		f.detail.Add(xwidget.Ends(12, 240, xwidget.NewPara(x.Title).Strong(), xwidget.NewStrong("Ghi số mới…", func() { f.enter(x) })))
		for i, v := range x.All {
			if i > 0 {
				f.detail.Add(xwidget.NewRule())
			}
			f.detail.Add(f.value(x, v))
		}
	} else {
		f.detail.Add(xwidget.NewPara("Chọn một số liệu để xem qua các thời kỳ.").In(look.Muted))
	}
	f.p.scroll.Reflow()
}

// value is a value of a figure: how much, from when, on which text, how sure.
func (f *figures) value(x office.FigureHistory, v office.FigureValue) fyne.CanvasObject {
	when := "từ " + v.From.String()
	if v.Until != 0 {
		when += " đến " + v.Until.String()
	}
	head := xwidget.Row(8, xwidget.NewText(v.Say).Strong(), xwidget.NewText(when))
	if v.Now {
		head.Add(xwidget.NewBadge("Đang áp dụng", look.Good))
	}
	if v.CuaNguoiDung {
		head.Add(xwidget.NewBadge("Bạn ghi", look.Warn))
	}
	words := xwidget.Column(2, head, xwidget.NewPara("Căn cứ: "+v.Basis).Sized(look.SmallSize).In(look.Muted))
	if v.Note != "" {
		words.Add(xwidget.NewPara(v.Note).Sized(look.SmallSize).In(look.Muted))
	}
	if say := unsure[v.Confidence]; say != "" && !v.CuaNguoiDung {
		words.Add(xwidget.NewPara(say).Sized(look.SmallSize).In(look.Notice))
	}
	if !v.CuaNguoiDung {
		return words
	}
	return xwidget.Dock(nil, nil, nil, xwidget.Column(0, xwidget.NewButton("Bỏ", func() { f.drop(v) }).Tiny()), words)
}

// unsure tells of what is not certain; what is needs no words.
var unsure = map[office.Confidence]string{office.ConfidenceMedium: "Độ chắc trung bình: mới có một nguồn.", office.ConfidenceLow: "Độ chắc thấp: xem lại văn bản trước khi dùng."}

// drop takes a figure of the user's away.
func (f *figures) drop(v office.FigureValue) {
	f.p.host.Quiet(func(ctx context.Context) error {
		_, err := f.p.source.DropFigure(ctx, v.Name, v.From)
		return err
	}, func(err error) {
		if err == nil {
			f.gone = &v.Value
		}
		f.told(err, "Đã bỏ số bạn ghi; mọi cách tính dùng lại số của chương trình")
	})
}

// tookAway offers to take back the figure that was taken away last.
func (f *figures) tookAway(v office.LawValue) fyne.CanvasObject {
	return xwidget.Ends(12, 240, xwidget.NewPara("Đã bỏ số ghi từ "+v.From.String()+" của: "+v.Title+".").In(look.Notice), xwidget.NewButton("Lấy lại", func() { f.put(v, func(string) {}) }))
}

// put keeps a figure; blame hears what is wrong with it, "" if it is kept.
func (f *figures) put(v office.LawValue, blame func(say string)) {
	say := ""
	f.p.host.Quiet(func(ctx context.Context) (err error) {
		say, err = f.p.source.PutFigure(ctx, v)
		return err
	}, func(err error) {
		if err == nil {
			blame(say)
			if say != "" {
				return
			}
			f.gone = nil
		}
		f.told(err, "Đã ghi; mọi cách tính dùng số này từ "+v.From.String())
	})
}

// told tells what came of a change and reads the figures again.
func (f *figures) told(err error, words string) {
	if err != nil {
		f.p.host.Fail(err)
		return
	}
	f.p.host.Say(words, false)
	f.read()
}
