package saoluu

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Verify reads a file through and tells what it holds, with what can be done with it.
func (d *Desk) Verify(path string) { d.open(path, d.show) }

// Dropped takes a file that was dropped on the window: of one employer it is taken in, of
// everything it is shown.
func (d *Desk) Dropped(path string) {
	d.open(path, func(f file) {
		if f.seen.One {
			d.chooseEmployer(f)
			return
		}
		d.show(f)
	})
}

// Restore puts a backup of everything in the place of the data. A file of one employer is
// taken in beside it.
func (d *Desk) Restore(path string) {
	d.open(path, func(f file) {
		if f.seen.One {
			d.chooseEmployer(f)
			return
		}
		d.restore(f)
	})
}

func (d *Desk) restore(f file) {
	words := "tệp " + filepath.Base(f.path)
	if !f.seen.Made.IsZero() {
		words += ", ghi lúc " + wording.Luc(f.seen.Made)
	}
	d.host.RestoreFrom(f.path, words+" ("+everything(f.seen.Info)+")", f.src)
}

// show tells what a file holds.
func (d *Desk) show(f file) {
	about := office.SizeWords(f.seen.Info.Bytes)
	if !f.seen.Made.IsZero() {
		about = "ghi lúc " + wording.Luc(f.seen.Made) + " · " + about
	}
	var shut func()
	then := func(words string, do func(file)) *xwidget.Button {
		return xwidget.NewButton(words, func() {
			shut()
			do(f)
		})
	}
	title, deeds := "Bản sao đọc được", []fyne.CanvasObject{then("Khôi phục tất cả…", d.restore), then("Lấy lại một đơn vị…", d.chooseEmployer)}
	if f.seen.One {
		title, deeds = "Tệp giao đơn vị đọc được", []fyne.CanvasObject{then("Nhận đơn vị…", d.chooseEmployer)}
	}
	shut = d.host.Dialog(title, sheet(
		xwidget.Column(1, xwidget.NewText(filepath.Base(f.path)).Strong(), xwidget.NewPara(about).In(look.Muted)),
		xwidget.NewPara("Đã đọc từ đầu đến cuối: dữ liệu, giấy tờ kèm, chữ ký và nhật ký còn nguyên. Trong tệp: "+everything(f.seen.Info)+"."),
		employers(f.seen.Employers),
		xwidget.Row(8, append(append([]fyne.CanvasObject{xwidget.Spacer()}, deeds...), xwidget.NewStrong("Đóng", func() {
			f.wipe()
			shut()
		}))...)))
}

// employers lists what there is of each employer.
func employers(all []office.Holding) fyne.CanvasObject {
	list := xwidget.Column(0)
	for i, h := range all {
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
		more := fmt.Sprintf("MST %s · %s người · %s hồ sơ nháp · %s đã ký", h.DonVi.MaSoThue, wording.So(h.People), wording.So(h.Drafts), wording.So(h.Signed))
		list.Add(xwidget.Inset(0, 7, 0, 7, xwidget.Column(1, xwidget.NewText(h.DonVi.Ten).Wrapped(1).Strong(), xwidget.NewCaption(more))))
	}
	inner := xwidget.Inset(12, 2, 14, 2, list)
	return xwidget.Sized(wide, min(xwidget.HeightFor(inner, wide-2)+2, high), xwidget.NewCard(xwidget.NewScroll(inner)).Tight())
}
