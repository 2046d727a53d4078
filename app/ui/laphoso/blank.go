package laphoso

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// BlankSource is what the blank workbooks ask of the use cases.
type BlankSource interface {
	BlankForms() []office.BlankForm
	CaseForms(service, truongHop string) ([]office.BlankForm, error)
	BlankBook(ids ...string) (office.File, error)
}

// BlankHost is what they ask of the window.
type BlankHost interface {
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Dialog(title string, content fyne.CanvasObject) (close func())
	SaveFile(f office.File)
	Say(words string, bad bool)
	Fail(error)
}

// SaveBlank writes one workbook with forms to be filled and asks where it is to be.
func SaveBlank(source BlankSource, host BlankHost, ids ...string) {
	var f office.File
	host.Run("Đang ghi tệp Excel", func(context.Context, task.Report) (err error) {
		f, err = source.BlankBook(ids...)
		return err
	}, func(err error) {
		if err != nil {
			host.Fail(err)
			return
		}
		host.SaveFile(f)
	})
}

// AskBlank lets one of all forms be chosen.
func AskBlank(source BlankSource, host BlankHost) {
	var choices []xwidget.Choice
	for _, f := range source.BlankForms() {
		choices = append(choices, xwidget.Choice{Code: f.ID, Words: f.Title, Also: f.Called})
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(id string) {
		shut()
		SaveBlank(source, host, id)
	})
	shut = host.Dialog("Mẫu Excel trống của mẫu nào?", xwidget.Column(8,
		xwidget.NewPara("Điền tệp trong Excel, rồi mở thủ tục, chọn trường hợp và bấm Lập từ Excel.").In(look.Muted).Wrapped(2),
		xwidget.Sized(width, height, pick),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }))))
	pick.Start()
}

// BlankOf gives the forms of a case in one workbook: at once where there is one form,
// else those that are ticked.
func BlankOf(source BlankSource, host BlankHost, s office.DichVu, c office.TruongHop) {
	forms, err := source.CaseForms(s.ID, c.ID)
	switch {
	case err != nil:
		host.Fail(err)
	case len(forms) == 0:
		host.Say("Trường hợp này không có mẫu nào để điền.", false)
	case len(forms) == 1:
		SaveBlank(source, host, forms[0].ID)
	default:
		tickBlank(source, host, c, forms)
	}
}

func tickBlank(source BlankSource, host BlankHost, c office.TruongHop, forms []office.BlankForm) {
	list := xwidget.Column(4)
	boxes := make([]*xwidget.Check, len(forms))
	for i, f := range forms {
		name := f.Called
		if !f.Must {
			name = f.Called + " (nếu có)"
		}
		boxes[i] = xwidget.NewCheck(name, nil)
		boxes[i].SetChecked(f.Must)
		list.Add(xwidget.Column(0, boxes[i], xwidget.Inset(30, 0, 0, 4, xwidget.NewPara(f.Title).Sized(look.SmallSize).In(look.Muted))))
	}
	var shut func()
	save := xwidget.NewStrong("Lưu một tệp Excel", func() {
		var ids []string
		for i, box := range boxes {
			if box.Checked {
				ids = append(ids, forms[i].ID)
			}
		}
		if len(ids) == 0 {
			host.Say("Chưa chọn mẫu nào. Đánh dấu ít nhất một mẫu.", true)
			return
		}
		shut()
		SaveBlank(source, host, ids...)
	})
	high := min(xwidget.HeightFor(list, width-16)+4, height)
	shut = host.Dialog("Mẫu Excel trống", xwidget.Column(10,
		xwidget.NewPara(c.ID+" · "+c.Ten).Strong().Wrapped(2),
		xwidget.NewPara("Các mẫu đã đánh dấu nằm trong một tệp, mỗi mẫu vài trang, có danh mục để chọn. Điền xong thì bấm Lập từ Excel.").In(look.Muted),
		xwidget.Sized(width, high, xwidget.NewScroll(list)),
		xwidget.Row(8, xwidget.NewCaption(wording.So(len(forms))+" mẫu"), xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), save)))
	xwidget.TakeKeys(save)
}
