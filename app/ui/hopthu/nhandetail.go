package hopthu

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// nothing stands beside an empty list.
func (i *inPane) nothing() {
	i.tell(xwidget.Column(8, xwidget.NewText("Chưa có thông báo nào ở đây").Strong(),
		xwidget.NewPara("Bấm «Hỏi cổng» để lấy C12-TS, D09-TS, kết quả và thông báo của cơ quan BHXH qua cổng của đơn vị. "+
			"Tệp nhận bằng đường khác thì thả vào cửa sổ.").In(look.Muted)))
}

// detail shows one notice with its files and how their signatures stand today.
func (i *inPane) detail(n office.InboxNotice) {
	body := xwidget.Column(10, xwidget.NewPara(n.Title).Strong(), xwidget.NewText(n.KindSay).In(look.Muted), i.facts(n))
	if n.Caution != "" {
		body.Add(xwidget.NewPara("Cổng ghi: " + n.Caution).In(look.Notice))
	}
	row := xwidget.Row(8)
	if n.Kind == "C12" {
		row.Add(xwidget.NewStrong("Đưa vào đối chiếu", func() { i.toC12(n) }))
	}
	if n.Dossier != "" {
		row.Add(xwidget.NewButton("Mở hồ sơ "+n.Dossier, func() { i.p.host.Go(office.Place{Screen: "ho-so", ID: n.Dossier}) }))
	}
	words := "Ghi đã đọc"
	if n.Read {
		words = "Ghi chưa đọc"
	}
	row.Add(xwidget.NewButton(words, func() { i.markRead(n.N, !n.Read) }))
	body.Add(row)
	body.Add(xwidget.NewRule())
	body.Add(xwidget.NewText("Tệp").Strong())
	if len(n.Files) == 0 {
		body.Add(xwidget.NewPara("Không có tệp, hoặc nội dung đã hết hạn lưu.").In(look.Muted))
	}
	for _, f := range n.Files {
		body.Add(i.file(n, f))
	}
	i.tell(xwidget.NewScroll(body))
}

func (i *inPane) facts(n office.InboxNotice) fyne.CanvasObject {
	col := xwidget.Column(4)
	line := func(label, value string) {
		if value != "" {
			col.Add(xwidget.Dock(nil, nil, xwidget.Sized(110, 0, xwidget.NewText(label).In(look.Muted)), nil, xwidget.NewPara(value)))
		}
	}
	if n.Month != 0 {
		line("Tháng", n.Month.String())
	}
	line("Cơ quan lập lúc", wording.Luc(n.Made))
	line("Lấy về lúc", wording.Luc(n.Came))
	line("Cổng", roadWords(n.Gateway))
	line("Mã", n.Ma)
	return col
}

// file is one document: how its signatures were judged then and are now, and what can
// be done with it.
func (i *inPane) file(n office.InboxNotice, f office.InboxFile) fyne.CanvasObject {
	now := f.Then
	if f.Now != nil {
		now = *f.Now
	}
	col := xwidget.Column(4, xwidget.NewPara(f.Name).Strong(), xwidget.NewPara("Bây giờ: "+now.Words()).In(sealInk(now)))
	if f.Changed != "" {
		col.Add(xwidget.NewPara("Đã khác lúc nhận. " + f.Changed).In(look.Error))
	} else {
		col.Add(xwidget.NewCaption("Giống lúc nhận"))
	}
	one := office.File{Name: f.Name, Bytes: f.Bytes}
	see := xwidget.NewButton("Xem dữ liệu", func() {
		i.p.raw(f.Name, one)
		i.readOnce(n)
	})
	if isPDF(f.Name) || isWorkbook(f.Name) {
		see = xwidget.NewButton("Xem", func() {
			i.p.host.Preview(f.Name, []office.File{one})
			i.readOnce(n)
		})
	}
	col.Add(xwidget.Inset(0, 4, 0, 0, xwidget.Row(8, see.Tiny(), xwidget.NewButton("Lưu…", func() { i.save(n, one) }).Tiny())))
	return xwidget.NewCard(col)
}

// sealInk is the colour of a judgement.
func sealInk(s office.Seal) fyne.ThemeColorName {
	switch s.State {
	case office.SealValid:
		return look.Done
	case office.SealBroken:
		return look.Error
	}
	return look.Muted
}

// readOnce marks a notice whose file was looked at.
func (i *inPane) readOnce(n office.InboxNotice) {
	if !n.Read {
		i.markRead(n.N, true)
	}
}

// save takes a file out and writes down that it was.
func (i *inPane) save(n office.InboxNotice, f office.File) {
	i.p.host.SaveFile(f)
	i.p.host.Quiet(func(ctx context.Context) error { return i.p.source.NoticeSaved(ctx, n.N) }, i.p.host.Fail)
	i.readOnce(n)
}

// toC12 takes the statement in and goes to the reconciliation of its month.
func (i *inPane) toC12(n office.InboxNotice) {
	var res office.C12Read
	i.p.host.Run("Đang đọc "+n.Title, func(ctx context.Context, _ task.Report) (err error) {
		res, err = i.p.source.NoticeC12(ctx, n.N)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			i.p.host.Fail(err)
			return
		case !res.Kept && len(res.Found) > 0:
			i.p.host.Say("Chưa nhận: "+res.Found[0].Say, true)
			return
		case len(res.Found) > 0:
			i.p.host.Say(fmt.Sprintf("Đã nhận %s, %d chỗ nên xem: %s", n.Title, len(res.Found), res.Found[0].Say), true)
		default:
			i.p.host.Say("Đã nhận "+n.Title, false)
		}
		i.readOnce(n)
		i.p.host.Go(office.Place{Screen: "doi-chieu", ID: res.Month.ISO()})
	})
}
