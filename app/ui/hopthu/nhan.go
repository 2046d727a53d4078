package hopthu

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
)

// inFilterKey and unreadKey remember what of the inbox was looked at last.
const (
	inFilterKey = "hopthu.nhan.loai"
	unreadKey   = "hopthu.nhan.chuadoc"
)

// anyMonth stands for every month in the choice of months.
const anyMonth = "Mọi tháng"

// inPane is the inbox of the employer at hand: the list, and beside it the notice that
// is chosen.
type inPane struct {
	pane
	rows       *inModel
	kind       *xwidget.Select
	month      *xwidget.Select
	unreadOnly *xwidget.Check
	at         int64 // the notice shown beside, 0 = none
	whose      string
}

func newInPane(p *Page) *inPane {
	i := &inPane{rows: &inModel{}}
	kept := fyne.CurrentApp().Preferences()
	i.pane = newPane(p, i.rows, "Chưa có thông báo nào ở đây", "Tìm tiêu đề, hồ sơ, tên tệp", func(term string) {
		i.rows.term = term
		i.filter()
	})
	i.grid.OnSelect = func(row, _ int) { i.about(row) }
	i.grid.OnOpen = func(row int) { i.markRead(i.rows.row(row).N, true) }
	words := make([]string, len(inKinds))
	for n, k := range inKinds {
		words[n] = k.words
		if k.kind == kept.String(inFilterKey) {
			i.rows.kind = k.kind
		}
	}
	i.kind = xwidget.NewSelect(words, nil)
	i.kind.SetSelectedIndex(kindAt(i.rows.kind))
	i.kind.OnChanged = func(string) {
		i.rows.kind = inKinds[i.kind.SelectedIndex()].kind
		kept.SetString(inFilterKey, i.rows.kind)
		i.filter()
	}
	i.month = xwidget.NewSelect([]string{anyMonth}, nil)
	i.month.SetSelectedIndex(0)
	i.month.OnChanged = func(words string) {
		i.rows.month = words
		i.filter()
	}
	i.rows.month = anyMonth
	i.unreadOnly = xwidget.NewCheck("Chỉ chưa đọc", nil)
	i.rows.unread = kept.Bool(unreadKey)
	i.unreadOnly.SetChecked(i.rows.unread)
	i.unreadOnly.OnChanged = func(on bool) {
		i.rows.unread = on
		kept.SetBool(unreadKey, on)
		i.filter()
	}
	i.does = []fyne.CanvasObject{xwidget.NewButton("Ghi đã đọc", i.markChosen), xwidget.NewStrong("Hỏi cổng", i.fetch)}
	i.lay(xwidget.Row(8, xwidget.Sized(230, 32, i.search), xwidget.Sized(170, 32, i.kind), xwidget.Sized(120, 32, i.month), i.unreadOnly))
	i.nothing()
	return i
}

func (i *inPane) unread() (n int) {
	for _, x := range i.rows.all {
		if !x.Read {
			n++
		}
	}
	return n
}

// read reads the inbox again; the notice beside stays where it still is.
func (i *inPane) read() {
	mst := i.p.mst
	var all []office.InboxNotice
	i.p.host.Quiet(func(ctx context.Context) (err error) {
		all, err = i.p.source.Notices(ctx, mst, office.NoticeFilter{})
		return err
	}, func(err error) {
		if err != nil {
			i.p.host.Fail(err)
			return
		}
		if i.whose != mst {
			i.whose, i.at = mst, 0
		}
		i.rows.take(all)
		i.months()
		i.filter()
		i.p.count()
	})
}

// months offers the months that the inbox has something of.
func (i *inPane) months() {
	i.month.Options = append([]string{anyMonth}, i.rows.months()...)
	if i.month.SelectedIndex() < 0 {
		i.rows.month = anyMonth
		i.month.Selected = anyMonth
	}
	i.month.Refresh()
}

// filter shows the notices that are asked for, and beside them the one that was chosen.
func (i *inPane) filter() {
	i.rows.filter()
	i.foot.Set(fmt.Sprintf("%d thông báo · Enter ghi đã đọc · F5 đọc lại", i.rows.Rows()))
	i.keep(i.rows.find(i.at), i.rows.Rows(), i.about)
}

// about shows a row beside, its signatures judged anew.
func (i *inPane) about(row int) {
	if row >= i.rows.Rows() {
		i.at = 0
		i.nothing()
		return
	}
	n, mst := i.rows.row(row).N, i.whose
	i.at = n
	var whole office.InboxNotice
	i.p.host.Quiet(func(ctx context.Context) (err error) {
		whole, err = i.p.source.Notice(ctx, mst, n)
		return err
	}, func(err error) {
		switch {
		case i.at != n: // another one was chosen meanwhile
		case err != nil:
			i.p.host.Fail(err)
		default:
			i.detail(whole)
		}
	})
}

// markRead says that a notice was read, or is to be looked at again.
func (i *inPane) markRead(n int64, read bool) { i.mark([]int64{n}, read) }

// markChosen marks the rows that are chosen.
func (i *inPane) markChosen() {
	var all []int64
	for _, row := range i.grid.Rows() {
		if x := i.rows.row(row); !x.Read {
			all = append(all, x.N)
		}
	}
	i.mark(all, true)
}

func (i *inPane) mark(all []int64, read bool) {
	if len(all) == 0 {
		return
	}
	mst := i.whose
	i.p.host.Quiet(func(ctx context.Context) error {
		for _, n := range all {
			if err := i.p.source.MarkRead(ctx, mst, n, read); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) {
		if err != nil {
			i.p.host.Fail(err)
		}
		i.read()
		i.p.host.Recount()
	})
}

// fetch asks the gateway what is new.
func (i *inPane) fetch() {
	var got office.FetchedNotices
	i.p.host.Run("Đang hỏi cổng", func(ctx context.Context, _ task.Report) (err error) {
		got, err = i.p.source.FetchInbox(ctx)
		return err
	}, func(err error) {
		i.read() // what came before an error is kept
		i.p.host.Recount()
		switch {
		case err != nil:
			i.p.host.Fail(err)
		case len(got.Failed) > 0:
			i.p.host.Say(fmt.Sprintf("Đã lấy %d thông báo, %d chưa lấy được: %s", len(got.New), len(got.Failed), got.Failed[0].Say), true)
		case len(got.New) == 0:
			i.p.host.Say("Cổng không có thông báo mới", false)
		default:
			i.p.host.Say(fmt.Sprintf("Đã lấy %d thông báo mới", len(got.New)), false)
		}
	})
}
