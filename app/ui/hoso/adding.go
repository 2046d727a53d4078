package hoso

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/laphoso"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// addButton opens the menu of what can be added to a form of a draft.
func (d *dossier) addButton(m *docModel) *xwidget.Button {
	var b *xwidget.Button
	b = xwidget.NewQuiet("Thêm…", func() {
		c := fyne.CurrentApp().Driver().CanvasForObject(b)
		if c == nil {
			return
		}
		pop := widget.NewPopUpMenu(d.addMenu(m), c)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		pop.ShowAtPosition(at.SubtractXY(0, pop.MinSize().Height))
	})
	return b
}

func (d *dossier) addMenu(m *docModel) *fyne.Menu {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Thêm dòng trống", func() { d.addRows(m.doc, m.tag, nil, 1) }),
		fyne.NewMenuItem("Thêm người từ danh sách…", func() { d.addPeople(m) }),
	}
	if m.tag == "" {
		for _, t := range m.doc.Form.Subs {
			items = append(items, fyne.NewMenuItem("Thêm dòng: "+t.Title, func() { d.addRows(m.doc, t.Tag, nil, 1) }))
		}
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Điền ô trống từ danh sách người lao động", d.fillKnown),
		fyne.NewMenuItem("Thêm mẫu vào hồ sơ…", d.addForm),
		fyne.NewMenuItem("Bỏ mẫu "+m.doc.Form.ID, func() { d.dropForm(m.doc) }))
	return xwidget.Menu("", items...)
}

// addRows adds rows and shows the dossier anew.
func (d *dossier) addRows(doc *office.Doc, tag string, people []string, n int) {
	d.change(func(ctx context.Context) error {
		return d.p.source.AddRows(ctx, d.id, doc.Form.ID, tag, people, n)
	}, fmt.Sprintf("Đã thêm %d dòng. Ctrl+Z để bỏ.", len(people)+n))
}

// addPeople lets people of the roster be chosen; each becomes a row.
func (d *dossier) addPeople(m *docModel) {
	var roster []office.NguoiLaoDong
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		roster, err = d.p.source.People(ctx, d.view.Month)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		if len(roster) == 0 {
			d.p.host.Say("Danh sách người lao động của tháng này chưa có ai.", true)
			return
		}
		people := laphoso.NewPeople(roster)
		typed := d.typed("them-nguoi-"+m.doc.Form.ID+"-"+m.tag, "Thêm người vào "+m.doc.Form.ID, people.Typed())
		var shut func()
		shut = d.p.host.Dialog("Thêm người vào "+m.doc.Form.ID, xwidget.Column(8, typed.Top(), xwidget.Sized(620, 380, people.Content()),
			xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Thêm", func() {
				ids := people.Ticked()
				if len(ids) == 0 {
					d.p.host.Say("Chưa chọn ai. Bấm vào ô vuông trước tên người cần thêm.", true)
					return
				}
				typed.Stored()
				shut()
				d.addRows(m.doc, m.tag, ids, 0)
			}))))
	})
}

// fillKnown answers the open cells that the roster knows.
func (d *dossier) fillKnown() {
	n := 0
	d.alter(func(ctx context.Context) (err error) {
		n, err = d.p.source.FillKnown(ctx, d.id)
		return err
	}, func() {
		if n == 0 {
			d.p.host.Say("Không có ô trống nào mà danh sách người lao động đã biết.", false)
			return
		}
		d.p.host.Saved()
		d.p.host.Say("Đã điền "+wording.So(n)+" ô từ danh sách người lao động và thông tin đơn vị.", false)
	})
}

// addForm lists the forms that the procedure takes and the dossier lacks.
func (d *dossier) addForm() {
	var forms []*office.Form
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		forms, err = d.p.source.MayAdd(ctx, d.id)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			d.p.host.Fail(err)
		case len(forms) == 0:
			d.p.host.Say("Thủ tục "+d.view.Procedure+" không nhận thêm mẫu nào khác.", false)
		default:
			d.chooseForm(forms)
		}
	})
}

func (d *dossier) chooseForm(forms []*office.Form) {
	choices := make([]xwidget.Choice, len(forms))
	for i, f := range forms {
		choices[i] = xwidget.Choice{Code: f.ID, Words: f.Title}
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(id string) {
		shut()
		d.change(func(ctx context.Context) error { return d.p.source.AddForm(ctx, d.id, id) }, "Đã thêm mẫu "+id+".")
	})
	shut = d.p.host.Dialog("Thêm mẫu nào?", xwidget.Column(8,
		xwidget.NewPara("Các mẫu mà thủ tục này nhận và hồ sơ chưa có.").In(look.Muted),
		xwidget.Sized(560, 300, pick), xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }))))
	pick.Start()
}

func (d *dossier) dropForm(doc *office.Doc) {
	words := fmt.Sprintf("Mẫu %s có %d dòng sẽ ra khỏi hồ sơ này. Việc này không hoàn tác được.", doc.Form.ID, len(doc.Rows))
	d.p.host.Ask("Bỏ mẫu "+doc.Form.ID, words, "Bỏ mẫu", func() {
		d.change(func(ctx context.Context) error { return d.p.source.DropForm(ctx, d.id, doc.Form.ID) }, "Đã bỏ mẫu "+doc.Form.ID+".")
	})
}
