package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/saoluu"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// rescue is what is shown instead of the program when the data file is damaged.
type rescue struct {
	door   saoluu.Door
	runner *task.Runner
	reopen func() (Office, error)
	opened func(Office)
	pick   func(take func(path string)) // a backup that lies elsewhere
	ways   ways
	say    *xwidget.Text
}

// ways lead out of the damage.
type ways struct {
	newest, salvage func(context.Context) error
	file            func(ctx context.Context, path string, src office.Sources) error
}

// content shows what is damaged and the ways out.
func (v *rescue) content(r office.Rescue) fyne.CanvasObject {
	col := xwidget.Column(12, xwidget.NewTitle("Tệp dữ liệu bị hỏng"))
	what := xwidget.Column(4)
	for _, w := range r.What {
		what.Add(xwidget.NewPara("• " + w))
	}
	col.Add(what)
	if r.Newest != nil {
		col.Add(xwidget.NewCard(xwidget.Column(8, xwidget.NewText("Bản sao tốt gần nhất: "+office.BackupWords(*r.Newest)).Strong(), xwidget.NewPara(r.Lacks),
			xwidget.Row(8, xwidget.NewStrong("Khôi phục bản sao này", func() { v.do("Đang khôi phục", v.ways.newest, v.told) }), xwidget.NewButton(fromFile, v.fromFile)))))
	} else {
		col.Add(xwidget.NewCard(xwidget.Column(8, xwidget.NewPara("Không có bản sao nào đọc được trong thư mục dữ liệu. Nếu có bản sao ở nơi khác, ví dụ trên USB, hãy chọn tệp ấy."),
			xwidget.Row(0, xwidget.NewStrong(fromFile, v.fromFile)))))
	}
	if r.Saves {
		col.Add(xwidget.NewCard(xwidget.Column(8, xwidget.NewText("Cứu những gì còn đọc được").Strong(),
			xwidget.NewPara("Chép từng bảng sang tệp mới và báo mất gì ở đâu. Có cả việc làm sau bản sao gần nhất, trừ phần hỏng."),
			xwidget.Row(0, xwidget.NewButton("Cứu dữ liệu", func() { v.do("Đang cứu dữ liệu", v.ways.salvage, v.told) })))))
	}
	v.say = xwidget.NewPara("Cách nào cũng giữ tệp hỏng ở bên cạnh, không xoá gì.").In(look.Muted)
	col.Add(v.say)
	return xwidget.NewPanel(look.Page, xwidget.NewScroll(xwidget.Inset(look.PagePad, 20, look.PagePad, 20, col)))
}

// fromFile is the way out by a backup that lies elsewhere.
const fromFile = "Bản sao trong tệp khác…"

func (v *rescue) fromFile() {
	v.pick(func(path string) {
		v.do("Đang khôi phục", v.file(path, office.Sources{}), func(err error) {
			passphrase, recovery := office.AsksFor(err)
			if !passphrase && !recovery {
				v.told(err)
				return
			}
			saoluu.AskSecret(v.door, saoluu.Lock{Path: path, Passphrase: passphrase, Recovery: recovery}, func(src office.Sources, told func(string)) {
				v.try(path, src, told)
			})
		})
	})
}

// try restores a file with what was typed.
func (v *rescue) try(path string, src office.Sources, told func(wrong string)) {
	v.do("Đang khôi phục", v.file(path, src), func(err error) {
		if office.NeedsKey(err) {
			told(office.Say(err))
			return
		}
		told("")
		v.told(err)
	})
}

func (v *rescue) file(path string, src office.Sources) func(context.Context) error {
	return func(ctx context.Context) error {
		defer clear(src.Passphrase)
		defer clear(src.Recovery)
		return v.ways.file(ctx, path, src)
	}
}

// do takes one way out and opens the program when it led somewhere; done gets why it did
// not.
func (v *rescue) do(title string, way func(context.Context) error, done func(error)) {
	var next Office
	v.runner.Run(title, func(ctx context.Context, _ task.Report) (err error) {
		if err := way(ctx); err != nil {
			return err
		}
		next, err = v.reopen()
		return err
	}, func(err error) {
		done(err)
		if err == nil {
			v.opened(next)
		}
	})
}

// told says why a way led nowhere.
func (v *rescue) told(err error) {
	if err == nil || task.Cancelled(err) {
		return
	}
	v.say.Ink = look.Error
	v.say.Set(office.Say(err))
}
