package caidat

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/prefs"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// journal is the journal of processing: who did what, when, with whose data, over some
// days.
type journal struct {
	p        *Page
	rows     *journalRows
	grid     *xwidget.Grid
	search   *xwidget.SearchEntry
	span     *xwidget.Select
	from, to *xwidget.DateEntry
	fault    *xwidget.Text
	found    *xwidget.Text
	lo, hi   office.Day // what was read last
	asked    int        // counts the readings: an older answer is not taken
}

// spans are the days that one may look back: how many, 0 for all of them.
var spans = []struct {
	words string
	days  int
}{{"7 ngày qua", 7}, {"30 ngày qua", 30}, {"Một năm qua", 365}, {"Từ đầu", 0}}

// shownSpan is which of spans was looked at last.
var shownSpan = prefs.NewChoice("cai-dat.nhat-ky", "30", "7", "365", "0")

// journalRoom shows some ten lines without scrolling.
const journalRoom = 11*look.RowHeight + 34

func newJournal(p *Page) *journal {
	j := &journal{p: p, rows: &journalRows{}, fault: xwidget.NewPara("").Sized(look.SmallSize).In(look.Error), found: xwidget.NewCaption("")}
	j.fault.Hide()
	j.grid = xwidget.NewList(j.rows).Named("nhatKy")
	j.grid.OnOpen = j.open
	j.search = xwidget.NewSearch("Tìm người, việc, hồ sơ", j.find)
	j.search.OnDown = func() { j.grid.Start() }
	today := p.source.Today().String()
	j.from, j.to = xwidget.NewDate(today), xwidget.NewDate(today)
	read := func(string) { j.readTyped() }
	j.from.OnSubmitted, j.to.OnSubmitted = read, read
	words := make([]string, len(spans))
	at := 0
	for i, s := range spans {
		words[i] = s.words
		if fmt.Sprint(s.days) == shownSpan.Get() {
			at = i
		}
	}
	j.span = xwidget.NewSelect(words, nil)
	j.span.PlaceHolder = "Khoảng khác"
	j.span.SetSelectedIndex(at)
	j.span.OnChanged = func(string) { j.look(j.span.SelectedIndex()) }
	j.look(at)
	return j
}

// content is the journal with what it is asked.
func (j *journal) content() fyne.CanvasObject {
	days := xwidget.Flow(8, xwidget.Sized(126, 32, j.span), xwidget.Row(6, container.NewCenter(xwidget.NewText("từ ngày")), xwidget.Sized(128, 32, j.from)),
		xwidget.Row(6, container.NewCenter(xwidget.NewText("đến ngày")), xwidget.Sized(128, 32, j.to)), xwidget.NewButton("Xem", j.readTyped))
	doors := xwidget.Flow(8, xwidget.Sized(230, 32, j.search), xwidget.NewButton("Xuất Excel", func() { j.save(false) }), xwidget.NewButton("Xuất CSV", func() { j.save(true) }))
	return group("Nhật ký xử lý dữ liệu cá nhân", "Ai đã làm gì, lúc nào, để làm gì, với dữ liệu của ai. Không ai sửa được nhật ký. Enter hoặc bấm đúp một dòng để mở người, hồ sơ ấy.",
		xwidget.Column(8, days, j.fault, doors, xwidget.Sized(0, journalRoom, xwidget.NewCard(j.grid).Tight()), j.found))
}

// look shows the last days, so many as one of spans says.
func (j *journal) look(i int) {
	n := spans[i].days
	shownSpan.Set(fmt.Sprint(n))
	j.from.SetText("")
	j.to.SetText("")
	if n > 0 {
		today := j.p.source.Today()
		j.from.SetText(today.Add(1 - n).String())
		j.to.SetText(today.String())
	}
	j.read()
}

// readTyped reads the days that are typed, which are no span of the list any more.
func (j *journal) readTyped() {
	told := j.span.OnChanged
	j.span.OnChanged = nil
	j.span.ClearSelected()
	j.span.OnChanged = told
	j.read()
}

// read reads the days that stand in the fields.
func (j *journal) read() {
	lo, hi, say := office.ReadSpan(j.from.Value(), j.to.Value())
	j.fault.Set(say)
	j.fault.Hidden = say == ""
	j.p.scroll.Reflow()
	if say != "" {
		return
	}
	j.asked++
	asked := j.asked
	var rows *journalRows
	j.p.host.Quiet(func(ctx context.Context) error {
		all, err := j.p.source.ProcessingLog(ctx, lo, hi)
		rows = newJournalRows(all)
		return err
	}, func(err error) {
		switch {
		case asked != j.asked:
			return
		case err != nil:
			j.p.host.Fail(err)
			return
		}
		j.lo, j.hi = lo, hi
		j.rows = rows
		j.find(xwidget.Fold(j.search.Text))
	})
}

// find shows the lines that a folded term finds.
func (j *journal) find(term string) {
	j.rows.filter(term)
	j.grid.Empty = "Những ngày này chưa có việc nào. Chọn khoảng dài hơn."
	if term != "" {
		j.grid.Empty = "Không tìm thấy dòng nào. Thử ít chữ hơn, hoặc chọn khoảng dài hơn."
	}
	j.grid.SetModel(j.rows)
	words := wording.So(j.rows.Rows()) + " dòng"
	if term != "" {
		words += " trong " + wording.So(len(j.rows.all))
	}
	j.found.Set(words)
}

// open goes to what a line is about.
func (j *journal) open(row int) {
	if row >= j.rows.Rows() {
		return
	}
	if to := j.rows.at(row).Go; to.Screen != "" {
		j.p.host.Go(to)
		return
	}
	j.p.host.Say("Dòng này không nói về người hay hồ sơ nào còn ở đây.", false)
}

// save writes the lines that are shown, in their order.
func (j *journal) save(csv bool) {
	var lines []office.ProcessingLine
	for _, row := range j.grid.Shown() {
		lines = append(lines, j.rows.at(row))
	}
	if len(lines) == 0 {
		j.p.host.Say("Không có dòng nào để xuất.", true)
		return
	}
	var f office.File
	j.p.host.Run("Đang xuất nhật ký xử lý", func(ctx context.Context, _ task.Report) (err error) {
		f, err = j.p.source.ProcessingSheet(ctx, j.lo, j.hi, lines, csv)
		return err
	}, func(err error) {
		if err != nil {
			j.p.host.Fail(err)
			return
		}
		j.p.host.SaveFile(f)
	})
}
