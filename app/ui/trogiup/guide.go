package trogiup

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// guideWidth is that of the practice beside the window.
const guideWidth = 270

// guide is the practice beside the window.
type guide struct {
	d     *Desk
	root  *fyne.Container
	steps *fyne.Container
	view  *xwidget.Scroll
	lot   *xwidget.Button
	draws bool // the gateway returns some dossiers by lot
}

func newGuide(d *Desk) *guide {
	g := &guide{d: d, steps: xwidget.Column(10)}
	g.view = xwidget.NewScroll(g.steps)
	g.lot = xwidget.NewButton("", g.turnLot)
	g.sayLot()
	head := xwidget.Column(6, xwidget.Row(8, xwidget.NewText("Tập nộp hồ sơ đầu tiên").Strong(), xwidget.Spacer(), xwidget.NewQuiet("Ẩn", d.stop).Tiny()),
		xwidget.NewPara("Với công ty mẫu và Cổng thực hành trên máy này. Bước tự đánh dấu khi đã xong.").Sized(look.SmallSize).In(look.Muted))
	card := xwidget.NewCard(xwidget.Dock(xwidget.Inset(0, 0, 0, 10, head), xwidget.Inset(0, 8, 0, 0, g.lot), nil, nil, g.view))
	g.root = xwidget.Sized(guideWidth, 0, xwidget.Inset(0, 12, 12, 12, card))
	g.root.Hide()
	return g
}

// Beside is the practice, for the window to put beside its pages; hidden until somebody
// practises.
func (d *Desk) Beside() fyne.CanvasObject { return d.guide.root }

// Practise shows the practice beside the window.
func (d *Desk) Practise() {
	d.guide.root.Show()
	d.OnBeside()
	d.Follow()
}

// stop hides it. What was done stays.
func (d *Desk) stop() {
	d.guide.root.Hide()
	d.OnBeside()
}

// Follow reads again how far the practice has come, where it is shown.
func (d *Desk) Follow() {
	g := d.guide
	if !g.root.Visible() {
		return
	}
	var now office.PracticeGuide
	draws := g.draws
	d.host.Quiet(func(ctx context.Context) (err error) {
		if now, err = d.source.PracticeGuide(ctx); err == nil && draws && now.Dossier != "" {
			_, err = d.source.PracticeLot(ctx, now.Dossier)
		}
		return err
	}, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		g.show(now)
	})
}

// show draws the steps: done, now with how, still to come.
func (g *guide) show(now office.PracticeGuide) {
	g.steps.Objects = nil
	for i, s := range now.Steps {
		g.steps.Add(g.step(i+1, s))
	}
	if now.Finished {
		g.steps.Add(xwidget.NewPara("Xong: bạn đã nộp một hồ sơ từ đầu đến kết quả. Đơn vị thật: bấm tên công ty ở góc trên, chọn «Thêm đơn vị…».").In(look.Good.Ink()))
	}
	g.view.Reflow()
	g.steps.Refresh()
}

func (g *guide) step(n int, s office.PracticeStep) fyne.CanvasObject {
	mark := fyne.CanvasObject(xwidget.NewText(fmt.Sprintf("%d.", n)).In(look.Muted).Strong())
	switch {
	case s.Done:
		const size = 18
		mark = xwidget.Row(0, xwidget.Sized(size, size, widget.NewIcon(theme.NewSuccessThemedResource(theme.ConfirmIcon()))))
	case s.Now:
		mark = xwidget.NewText(fmt.Sprintf("%d.", n)).In(look.Primary).Strong()
	}
	title := xwidget.NewPara(s.Title)
	title.Bold = s.Now
	if !s.Now {
		title.In(look.Muted)
	}
	col := xwidget.Column(6, title)
	if s.Now {
		col.Add(xwidget.NewPara(s.How))
		if s.Go.Screen != "" {
			col.Add(xwidget.Row(0, xwidget.NewButton("Tới đó", func() { g.d.host.Go(s.Go) }).Tiny()))
		}
	}
	const room = 22
	head := xwidget.Sized(room, 0, xwidget.Column(0, mark))
	return xwidget.Dock(nil, nil, head, nil, col)
}

// turnLot turns the lot on or off.
func (g *guide) turnLot() {
	g.draws = !g.draws
	g.sayLot()
	if g.draws {
		g.d.Follow()
		return
	}
	g.d.host.Quiet(func(ctx context.Context) error {
		_, err := g.d.source.PracticeLot(ctx, "")
		return err
	}, g.d.host.Fail)
}

func (g *guide) sayLot() {
	words := "Tập cả khi bị trả lại"
	if g.draws {
		words = "Thôi tập bị trả lại"
	}
	g.lot.Set(words)
}
