// Package saoluu brings the data out of the window and in again as one encrypted file: an
// employer that is handed to another office or taken in, a backup of everything.
//
// It shows what app/office answers and decides nothing. Secrets live until the file that
// they open was dealt with. Only app/ui imports it.
package saoluu

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the dialogs ask of the use cases.
type Source interface {
	Holding(ctx context.Context, mst string) (office.Holding, error)
	ExportEmployer(ctx context.Context, mst, path string, passphrase []byte) (office.Merged, error)
	LookAtBackup(ctx context.Context, path string, src office.Sources) (office.BackupSeen, error)
	RestoreEmployer(ctx context.Context, path, mst string, src office.Sources) (office.Merged, error)
	SetCompany(ctx context.Context, mst string) error
	Protection() office.Protection
	Backup(ctx context.Context, path string) (office.BackupInfo, error)
	Today() office.Day
}

// Host is what the dialogs ask of the window.
type Host interface {
	Run(title string, work func(context.Context, task.Report) error, done func(error))
	Quiet(work func(context.Context) error, done func(error))
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Ask(title, words, yes string, done func())
	Fail(error)
	Say(words string, bad bool)
	Go(office.Place)
	Focus(fyne.Focusable)
	Start() // the company at hand is another one
	PickNew(name string, take func(path string))
	// RestoreFrom puts a backup in the place of the data after the person agreed. words
	// name the backup; src opens it, and is the window's from then on.
	RestoreFrom(path, words string, src office.Sources)
}

// The sizes of the dialogs: they fit a window of 900 × 480.
const (
	wide = 560
	high = 200
)

// Desk opens the dialogs.
type Desk struct {
	source Source
	host   Host
}

// New makes a desk.
func New(source Source, host Host) *Desk { return &Desk{source, host} }

// sheet is the content of a dialog.
func sheet(objects ...fyne.CanvasObject) *fyne.Container {
	return xwidget.Column(10, append([]fyne.CanvasObject{xwidget.Sized(wide, 1, xwidget.Spacer())}, objects...)...)
}

func labelled(words string, o fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(150, 0, xwidget.Row(0, xwidget.NewText(words))), nil, o)
}

// faultLine is where a dialog says what is wrong, in two lines at most.
func faultLine() (*xwidget.Text, fyne.CanvasObject) {
	t := xwidget.NewPara("").In(look.Error)
	return t, xwidget.Sized(0, 40, t)
}

// whose is the head of a dialog about an employer.
func whose(dv office.DonVi, more string) fyne.CanvasObject {
	return xwidget.Column(1, xwidget.NewPara(dv.Ten).Sized(16).Strong(), xwidget.NewPara("MST "+dv.MaSoThue+more).In(look.Muted))
}

// note is something that must not be overlooked.
func note(words string) fyne.CanvasObject {
	p := xwidget.NewPanel(look.NoticeBg, xwidget.Inset(12, 8, 12, 8, xwidget.NewPara(words)))
	p.Stripe = look.Notice
	return p
}

// holds says how much there is of an employer.
func holds(h office.Holding) string {
	return fmt.Sprintf("%s người lao động với quá trình, %s tháng bảng lương, %s hồ sơ nháp, %s hồ sơ đã ký kèm giấy tờ và sổ đã gửi",
		wording.So(h.People), wording.So(h.Payrolls), wording.So(h.Drafts), wording.So(h.Signed))
}

// most is how many dossiers are named in a sentence.
const most = 8

// named lists dossiers, the first of them where there are many.
func named(ids []string) string {
	if len(ids) > most {
		return strings.Join(ids[:most], ", ") + fmt.Sprintf(" và %s hồ sơ khác", wording.So(len(ids)-most))
	}
	return strings.Join(ids, ", ")
}
