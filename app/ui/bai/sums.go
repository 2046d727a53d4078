package bai

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Total is a total that may be asked about: its tag and its words.
type Total struct{ Tag, Words string }

// Sums shows the totals of a table, one at a time: its rows, and where the amount of the
// chosen row comes from.
type Sums struct {
	Host   Host
	Totals []Total
	Why    func(ctx context.Context, tag string) (office.WhySum, error)
	Cell   func(ctx context.Context, at office.CellRef) (office.Explained, error)
	Paper  func() // puts the working on paper; nil where there is none

	now   office.WhySum
	asked int
	parts *Parts
	sum   *fyne.Container
}

// sumsWidth and sumsHeight fit the dialog into the smallest window.
const sumsWidth, sumsHeight = 800, 212

// Open opens the dialog at a total, the first one if there is none of that tag.
func (s *Sums) Open(title, tag string) {
	if len(s.Totals) == 0 {
		s.Host.Say("Bảng này không có tổng nào.", true)
		return
	}
	words, at := make([]string, len(s.Totals)), 0
	for i, t := range s.Totals {
		words[i] = t.Words
		if t.Tag == tag {
			at = i
		}
	}
	s.parts = NewParts("Dòng", "Không có dòng nào.")
	s.parts.Open = s.row
	s.sum = xwidget.Column(0, xwidget.Sized(0, sumHigh, xwidget.Spacer()))
	choice := xwidget.NewSelect(words, nil)
	choice.OnChanged = func(string) { s.ask(s.Totals[choice.SelectedIndex()].Tag) }
	var shut func()
	buttons := xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }))
	if s.Paper != nil {
		buttons = xwidget.Row(8, xwidget.NewButton("Lưu bảng giải trình (PDF)", s.Paper), xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }))
	}
	body := xwidget.Column(8, xwidget.Sized(sumsWidth, 1, xwidget.Spacer()),
		xwidget.Row(8, xwidget.NewText("Tổng").Strong(), xwidget.Sized(320, 0, choice)), s.sum,
		xwidget.Sized(sumsWidth, sumsHeight, s.parts.Content()), buttons)
	shut = s.Host.Dialog(title, body)
	choice.SetSelectedIndex(at)
}

// sumHigh keeps the place of the total while it is asked for, a note of one line with
// it.
const sumHigh = 66

func (s *Sums) ask(tag string) {
	s.asked++
	n := s.asked
	var w office.WhySum
	s.Host.Quiet(func(ctx context.Context) (err error) {
		w, err = s.Why(ctx, tag)
		return err
	}, func(err error) {
		if n != s.asked || refused(s.Host, err) {
			return
		}
		s.now = w
		lines := xwidget.Column(4, Headline(w.KetQuaTinh))
		if len(w.Warnings) > 0 {
			lines.Add(xwidget.NewText(w.Warnings[0]).In(look.Notice))
		}
		s.sum.Objects = []fyne.CanvasObject{xwidget.Sized(0, sumHigh, lines)}
		s.sum.Refresh()
		s.parts.Set(w.Working)
	})
}

// row shows where the amount of a row comes from; a counted row has told it already.
func (s *Sums) row(i int, show func([]office.Buoc)) {
	if i >= len(s.now.Cells) {
		return
	}
	at := s.now.Cells[i]
	var e office.Explained
	s.Host.Quiet(func(ctx context.Context) (err error) {
		e, err = s.Cell(ctx, at)
		return err
	}, func(err error) {
		if !refused(s.Host, err) {
			show(e.Working)
		}
	})
}
