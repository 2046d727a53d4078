// Package laphoso is the way from a public service to a draft: the case in the
// user's words, the people it is about, and the dossier is there, filled with what
// is known; or the blank workbooks of the case, filled in Excel and taken in.
//
// It asks app/office and decides nothing. app/ui, app/ui/thutuc and app/ui/hoso import
// it.
package laphoso

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the way asks of the use cases.
type Source interface {
	People(ctx context.Context, month office.Month) ([]office.NguoiLaoDong, error)
	Open(ctx context.Context, what office.Opening) (office.Dossier, error)
}

// Host is what it asks of the window.
type Host interface {
	Quiet(work func(context.Context) error, done func(error))
	Dialog(title string, content fyne.CanvasObject) (close func())
	unsaved.Desk
	Fail(error)
	Go(to office.Place)
	Month() office.Month
}

const width, height = 620, 380

// Start asks for the case, where the service has several and none is named, then
// for the people, and opens the dossier that was made.
func Start(source Source, host Host, s office.DichVu, truongHop string) {
	w := way{source: source, host: host, service: s}
	w.what.Case = truongHop
	switch {
	case truongHop != "" || len(s.TruongHop) == 0:
		w.askPeople()
	case len(s.TruongHop) == 1:
		w.what.Case = s.TruongHop[0].ID
		w.askPeople()
	default:
		w.askCase()
	}
}

// way is one run of the dialogs.
type way struct {
	source  Source
	host    Host
	service office.DichVu
	what    office.Opening
}

func (w *way) askCase() {
	var choices []xwidget.Choice
	for _, c := range w.service.TruongHop {
		choices = append(choices, xwidget.Choice{Code: c.ID, Words: c.Ten})
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(id string) {
		shut()
		w.what.Case = id
		w.askPeople()
	})
	pick.WordsOnly()
	pick.Headed("", "Trường hợp", 0)
	pick.Spoken()
	shut = w.host.Dialog("Trường hợp nào?", xwidget.Column(8,
		xwidget.Sized(width, 1, xwidget.Spacer()),
		xwidget.NewPara(w.service.Ten).In(look.Muted).Wrapped(2),
		xwidget.Sized(width, height, pick),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }))))
	pick.Start()
}

func (w *way) askPeople() {
	w.what.Service, w.what.Month = w.service.ID, w.host.Month()
	var roster []office.NguoiLaoDong
	w.host.Quiet(func(ctx context.Context) (err error) {
		roster, err = w.source.People(ctx, w.what.Month)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			w.host.Fail(err)
		case len(roster) == 0:
			w.open(nil)
		default:
			w.choosePeople(roster)
		}
	})
}

func (w *way) choosePeople(roster []office.NguoiLaoDong) {
	people := NewPeople(roster)
	typed := w.host.Typed(unsaved.Form{Name: "lap-ho-so:" + w.service.ID + ":" + w.what.Case, Title: "Hồ sơ của ai: " + w.service.Ten, Go: office.Place{Screen: "thu-tuc", ID: w.service.ID},
		Fields: []unsaved.Field{people.Typed()}})
	var shut func()
	then := func(ids []string) func() {
		return func() {
			typed.Stored()
			shut()
			if ids == nil {
				ids = people.Ticked()
			}
			w.open(ids)
		}
	}
	shut = w.host.Dialog("Hồ sơ của ai?", xwidget.Column(8,
		xwidget.NewPara("Chọn người trong danh sách để điền sẵn những gì đã biết. Người không có trong danh sách thì để trống, ghi sau.").In(look.Muted).Wrapped(2), typed.Top(),
		xwidget.Sized(width, height, people.Content()),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }),
			xwidget.NewButton("Không chọn ai", then([]string{})), xwidget.NewStrong("Lập hồ sơ", then(nil)))))
	xwidget.TakeKeys(people.search)
}

// open makes the draft and leads into it.
func (w *way) open(people []string) {
	w.what.People = people
	var made office.Dossier
	w.host.Quiet(func(ctx context.Context) (err error) {
		made, err = w.source.Open(ctx, w.what)
		return err
	}, func(err error) {
		if err != nil {
			w.host.Fail(err)
			return
		}
		w.host.Go(office.Place{Screen: "ho-so", ID: made.ID})
	})
}
