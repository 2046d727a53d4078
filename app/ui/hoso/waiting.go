package hoso

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// waiting is what stands beside a draft about sending it later: one quiet line that
// opens the table of days with the working.
type waiting struct {
	d     *dossier
	line  *fyne.Container
	costs []office.Cost
	asked int  // questions so far; only the answer to the last one is shown
	busy  bool // one is being answered; the next waits for it
}

func newWaiting(d *dossier) *waiting {
	w := &waiting{d: d, line: xwidget.Column(0)}
	w.line.Add(noWords())
	return w
}

// noWords keeps the place of the line until there is an answer: what stands below must
// not move under the pointer when words come.
func noWords() fyne.CanvasObject {
	return xwidget.Sized(0, xwidget.NewQuiet("Vì sao?", nil).Tiny().MinSize().Height, xwidget.Spacer())
}

// ask reckons again, while the dossier is open already.
func (w *waiting) ask() {
	w.asked++
	if !w.d.view.State.Draft() {
		w.tell("", nil)
		return
	}
	if w.busy {
		return
	}
	w.busy = true
	n := w.asked
	var got office.WaitingCosts
	w.d.p.host.Quiet(func(ctx context.Context) (err error) {
		got, err = w.d.p.source.WaitingCosts(ctx, w.d.id)
		return err
	}, func(err error) {
		w.busy = false
		switch {
		case n != w.asked:
			w.ask()
		case err != nil:
			w.tell("Nộp muộn tốn bao nhiêu, chưa tính được: "+office.Say(err), nil)
		default:
			w.tell(got.Say, got.Costs)
		}
	})
}

// tell shows the line; it is a door where there is something behind it.
func (w *waiting) tell(say string, costs []office.Cost) {
	w.costs, w.line.Objects = costs, nil
	if w.line.Hidden = say == ""; !w.line.Hidden {
		words := xwidget.NewText(say).Sized(look.SmallSize).In(look.Muted)
		if len(costs) > 0 {
			w.line.Add(xwidget.Row(2, words, xwidget.NewQuiet("Vì sao?", w.open).Tiny()))
		} else {
			w.line.Add(words.Wrapped(2))
		}
	}
	w.line.Refresh()
	w.d.placeRoad()
	w.d.root.Refresh()
}

// costWidth and costHeight fit the dialog into the smallest window; a note takes
// its room from the working.
const costWidth, costHeight, noteHeight = 800, 150, 56

// open shows the days beside each other, and below them the working of one.
func (w *waiting) open() {
	costs := w.costs
	parts := bai.NewParts("Phải nộp", "Không có gì phải nộp.")
	days := make([]string, len(costs))
	for i, c := range costs {
		days[i] = "nộp ngày " + wording.Ngay(c.SendOn)
	}
	day := xwidget.NewSelect(days, nil)
	day.OnChanged = func(string) { parts.Set(costs[day.SelectedIndex()].Working) }
	day.SetSelectedIndex(len(costs) - 1)

	body := xwidget.Column(8, xwidget.Sized(costWidth, 1, xwidget.Spacer()),
		costTable(costs))
	height := float32(costHeight)
	if all := lacking(costs); len(all) > 0 {
		height -= noteHeight
		note := xwidget.Column(0, bai.Notes([]string{"Chưa tính được: " + bai.Few(all, fewLacking)})...)
		if len(all) > fewLacking {
			note = xwidget.Dock(nil, nil, nil, xwidget.Column(0, xwidget.NewQuiet("Xem hết", func() { w.tellLacking(all) })), note)
		}
		body.Add(note)
	} else if notes := costs[len(costs)-1].Notes; len(notes) > 0 {
		height -= noteHeight
		body.Add(xwidget.Column(0, bai.Notes(notes[:1])...))
	}
	body.Add(xwidget.Row(8, xwidget.NewText("Cách tính khi").Strong(), xwidget.Sized(210, 0, day)))
	body.Add(xwidget.Sized(costWidth, height, parts.Content()))
	var shut func()
	body.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() })))
	shut = w.d.p.host.Dialog("Nộp muộn tốn bao nhiêu: "+w.d.name(), body)
}

// costTable is one column for each day.
func costTable(costs []office.Cost) fyne.CanvasObject {
	shares := []float32{2}
	for range costs {
		shares = append(shares, 1)
	}
	table := xwidget.Column(4)
	row := func(label string, strong bool, cell func(office.Cost) string) {
		style := func(t *xwidget.Text) *xwidget.Text {
			t.Bold = strong
			return t
		}
		cells := []fyne.CanvasObject{style(xwidget.NewText(label))}
		for _, c := range costs {
			cells = append(cells, style(xwidget.NewText(cell(c)).Aligned(fyne.TextAlignTrailing)))
		}
		table.Add(xwidget.Shares(12, shares, cells...))
	}
	row("Nộp ngày", true, func(c office.Cost) string { return wording.Ngay(c.SendOn) })
	table.Add(xwidget.NewRule())
	row("Tiền đóng của tháng nộp, đồng", false, func(c office.Cost) string { return wording.Dong(c.Current) })
	row("Truy đóng các tháng đã qua, đồng", false, func(c office.Cost) string { return wording.Dong(c.Arrears) })
	row("Nộp thêm do chậm đóng, đồng", false, func(c office.Cost) string { return wording.Dong(c.Surcharge) })
	row("BHYT các tháng báo giảm chậm, đồng", false, func(c office.Cost) string { return wording.Dong(c.BHYT) })
	row("Cộng, đồng", true, func(c office.Cost) string { return wording.Dong(c.Total()) })
	row("Quá hạn báo tăng, phải giải trình, người", false, func(c office.Cost) string { return wording.So(len(c.Late)) })
	return table
}

// fewLacking is how many of those left out fit beside the working.
const fewLacking = 2

// lacking tells whom the sums leave out; what is not known of the last day covers the
// others.
func lacking(costs []office.Cost) []string { return costs[len(costs)-1].Unknown }

// tellLacking lists everybody whom the sums leave out.
func (w *waiting) tellLacking(all []string) {
	lines := xwidget.Column(6)
	for _, say := range all {
		lines.Add(xwidget.NewPara("• " + say))
	}
	var shut func()
	shut = w.d.p.host.Dialog(fmt.Sprintf("Chưa tính được %d chỗ", len(all)), xwidget.Column(12, xwidget.Sized(620, 280, xwidget.NewScroll(xwidget.Inset(0, 0, 12, 0, lines))),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
}
