package hoso

import (
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
)

// The sizes of the two dialogs of a batch: they fit a window of 900 × 480.
const (
	batchWidth   = 560
	barRoom      = 12
	batchTallest = 236
	batchSpare   = 64  // room for the reasons that come while it runs
	batchTalk    = 150 // what the list gives up for the talk with a remote key's holder
)

// batchProgress is the dialog of a batch that runs. All of it is the window
// goroutine's.
type batchProgress struct {
	head   *xwidget.Text
	bar    *xwidget.Progress
	rows   []*batchRow
	scroll *xwidget.Scroll
	stop   *xwidget.Button
	job    *task.Job
	talk   *chonkhoa.Talk // with the holder of a remote key, nil for another
	shut   func()
}

func newBatchProgress(host Host, all []office.DossierView, talk *chonkhoa.Talk, job *task.Job) *batchProgress {
	b := &batchProgress{job: job, head: xwidget.NewText("Đang mở chữ ký số"), bar: xwidget.NewProgress()}
	b.bar.Max = float64(len(all))
	var lines []fyne.CanvasObject // a column lays itself out at each object that is added
	for i, d := range all {
		b.rows = append(b.rows, newBatchRow(d))
		lines = append(lines, batchLine(i, b.rows[i].root))
	}
	b.stop = xwidget.NewButton("Dừng", func() {
		job.Cancel()
		b.stopping()
	})
	buttons := xwidget.Row(8, xwidget.Spacer())
	tallest := float32(batchTallest)
	col := xwidget.Column(12, b.head, b.bar)
	switch {
	case talk != nil: // whose holder is asked here: it stays before the window
		tallest -= batchTalk
		b.talk = talk
		col.Add(talk.Root)
	case job.MayGoBehind():
		buttons.Add(xwidget.NewButton("Làm tiếp trong nền", job.GoBehind))
	}
	buttons.Add(b.stop)
	scroll, list := batchList(xwidget.Column(0, lines...), batchSpare, tallest)
	b.scroll = scroll
	col.Add(list)
	col.Add(buttons)
	show := func() {
		b.shut = host.Hold(fmt.Sprintf("Ký %d hồ sơ", len(all)), col)
		b.stopping()
	}
	job.Dialog(show, func() { b.shut() })
	show()
	return b
}

// stopping says that it was stopped, where it was: from here or from the status bar.
func (b *batchProgress) stopping() {
	if b.job.Cancelled() {
		b.stop.Disable()
		b.head.Set("Đang dừng: ký xong hồ sơ này rồi dừng")
	}
}

// batchList is the frame around the rows, as high as they are and no higher than
// fits; spare is room for what comes later.
func batchList(rows fyne.CanvasObject, spare, tallest float32) (*xwidget.Scroll, fyne.CanvasObject) {
	inner := xwidget.Inset(12, 2, barRoom, 2, rows)
	scroll := xwidget.NewScroll(inner)
	high := min(xwidget.HeightFor(inner, batchWidth-2)+2+spare, tallest)
	return scroll, xwidget.Sized(batchWidth, high, xwidget.NewCard(scroll).Tight())
}

// batchLine is a row with a line above all but the first.
func batchLine(i int, row fyne.CanvasObject) fyne.CanvasObject {
	if i == 0 {
		return row
	}
	return xwidget.Column(0, xwidget.NewRule(), row)
}

// opened: the key is there, the first dossier is at hand.
func (b *batchProgress) opened() { b.next(0) }

// next shows which dossier is at hand.
func (b *batchProgress) next(i int) {
	if i >= len(b.rows) || b.job.Cancelled() {
		return
	}
	if b.talk != nil && i == 0 {
		b.head.Set("Đang xin chữ ký cho mọi hồ sơ một lượt")
		return
	}
	b.head.Set(fmt.Sprintf("Đang ký hồ sơ %d trong %d", i+1, len(b.rows)))
	b.rows[i].signing()
	b.scroll.Reveal(b.rows[i].root)
}

// ended shows what became of the dossier before, and which one is next.
func (b *batchProgress) ended(done int, r office.BatchResult) {
	b.bar.SetValue(float64(done))
	b.job.At(done, len(b.rows))
	if b.rows[done-1].ended(r) {
		b.scroll.Reflow()
	}
	switch r.Outcome() {
	case office.BatchSigned, office.BatchLeftOut:
		b.next(done)
	}
}
