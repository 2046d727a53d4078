package hoso

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// papers is the leaf of what goes with the forms: what the case asks for, how each
// is answered, and the files.
func (d *dossier) papers() fyne.CanvasObject {
	col := xwidget.Column(8, d.caseOf()...)
	if d.view.HandIn != "" {
		col.Add(xwidget.NewPara(d.view.HandIn).In(look.Notice))
	}
	if len(d.view.Papers) > 0 {
		col.Add(xwidget.NewText("Giấy tờ của trường hợp này").Strong())
	}
	for _, l := range d.view.Papers {
		col.Add(d.paperLine(l))
	}
	col.Add(xwidget.NewText("Tệp kèm theo").Strong())
	if len(d.view.Attached) == 0 {
		col.Add(xwidget.NewPara("Chưa kèm giấy tờ nào. Nhận PDF, ảnh chụp (.jpg, .png), tệp Word và Excel.").In(look.Muted))
	}
	for _, f := range d.view.Attached {
		row := xwidget.Row(8, xwidget.NewDot(look.Primary), xwidget.NewText(f.Name), xwidget.NewQuiet("Xem", func() { d.viewAttached(f) }))
		if d.view.State.Draft() {
			row.Add(xwidget.NewQuiet("Bỏ", func() {
				d.change(func(ctx context.Context) error { return d.p.source.DropAttachment(ctx, d.id, f.ID) }, "Đã bỏ "+f.Name)
			}))
		}
		col.Add(row)
	}
	if d.view.State.Draft() {
		col.Add(xwidget.Row(8, xwidget.NewButton("Đính kèm tệp", func() { d.attach("") })))
	}
	return xwidget.NewCard(xwidget.NewScroll(col))
}

// paperLine is a paper of the case: whether it is there, and the ways to answer it.
func (d *dossier) paperLine(l office.PaperLine) fyne.CanvasObject {
	tone := look.Wait
	switch {
	case l.Given():
		tone = look.Done
	case l.Required():
		tone = look.Error
	}
	words := xwidget.NewPara(l.Words())
	if !l.Given() && !l.Required() {
		words.In(look.Muted)
	}
	if !d.view.State.Draft() {
		return xwidget.Dock(nil, nil, xwidget.Inset(0, 4, 8, 0, xwidget.NewDot(tone)), nil, words)
	}
	buttons := xwidget.Row(4, xwidget.NewButton("Kèm tệp", func() { d.attach(l.ID()) }).Tiny(), d.otherAnswers(l))
	return xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 8, 0, xwidget.NewDot(tone)), buttons, xwidget.Inset(0, 6, 0, 0, words))
}

// otherAnswers is the menu of what can be said of a paper without a file.
func (d *dossier) otherAnswers(l office.PaperLine) fyne.CanvasObject {
	var b *xwidget.Button
	b = xwidget.NewQuiet("Trả lời khác…", func() {
		c := fyne.CurrentApp().Driver().CanvasForObject(b)
		if c == nil {
			return
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		widget.ShowPopUpMenuAtPosition(d.answerMenu(l), c, at.AddXY(0, b.Size().Height))
	})
	return b
}

func (d *dossier) answerMenu(l office.PaperLine) *fyne.Menu {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Giấy tờ lưu tại đơn vị…", func() {
			d.askNote(l, office.PaperKept, "Giấy tờ lưu tại đơn vị", "Số, ngày của giấy tờ", "Ghi số và ngày để cơ quan BHXH hỏi thì tìm được ngay.")
		}),
		fyne.NewMenuItem("Trường hợp này không cần…", func() {
			d.askNote(l, office.PaperUnneeded, "Vì sao không cần?", "Lý do", "Lý do được giữ cùng hồ sơ.")
		}),
	}
	for _, f := range d.view.Attached {
		if f.Paper == "" {
			items = append(items, fyne.NewMenuItem("Là tệp "+f.Name, func() {
				d.change(func(ctx context.Context) error { return d.p.source.SetPaper(ctx, d.id, f.ID, l.ID()) }, "Đã ghi nhận "+f.Name)
			}))
		}
	}
	if l.Answer != nil {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Bỏ câu trả lời", func() {
			d.answer(office.PaperAnswer{Paper: l.Answer.Paper})
		}))
	}
	return xwidget.Menu("", items...)
}

// askNote asks for the words that go with an answer.
func (d *dossier) askNote(l office.PaperLine, answer, title, hint, why string) {
	note := xwidget.NewEntry()
	note.PlaceHolder = hint
	typed := d.typed("giay-to-"+l.ID()+"-"+answer, l.Papers.Ten()+": "+hint, unsaved.Text("ghiChu", hint, note))
	var shut func()
	keep := func() {
		if note.Text == "" {
			d.p.host.Say(hint+": phải ghi.", true)
			return
		}
		shut()
		d.answer(office.PaperAnswer{Paper: l.ID(), Answer: answer, Note: note.Text}, typed)
	}
	note.OnSubmitted = func(string) { keep() }
	shut = d.p.host.Dialog(title, xwidget.Column(10, xwidget.Sized(440, 1, xwidget.Spacer()),
		typed.Top(), xwidget.NewPara(l.Papers.Ten()), note, xwidget.NewPara(why).In(look.Muted),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Ghi", keep))))
	xwidget.TakeKeys(note)
}

func (d *dossier) answer(a office.PaperAnswer, stored ...*unsaved.Open) {
	d.change(func(ctx context.Context) error { return d.p.source.AnswerPaper(ctx, d.id, a) }, "Đã ghi.", stored...)
}

// viewAttached shows a file that was attached.
func (d *dossier) viewAttached(f office.PaperFile) {
	var whole office.File
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		whole, err = d.p.source.AttachedFile(ctx, d.id, f.ID)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.p.host.Preview(whole.Name, []office.File{whole})
	})
}
