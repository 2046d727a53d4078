package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/banlamviec"
	"ankhai/app/ui/giaoky"
	"ankhai/app/ui/vaitro"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// boardScreen is the door to the board of all employers, a place of the rail where there
// are several.
const boardScreen = "cac-don-vi"

// cockpit is what the board, the lock and the two persons ask of the use cases.
type cockpit interface {
	banlamviec.Source
	vaitro.Source
	giaoky.Source
	LearnEmployer(ctx context.Context, mst, address string) (office.Learned, []office.Finding, error)
	HasPassphrase() bool
	TryPassphrase(ctx context.Context, typed []byte) error
}

// PickNew lets a person say where a new file is to be.
func (s *Shell) PickNew(name string, take func(path string)) { s.pickNew(name, take) }

// twoPersons are the commands of the roles and of handing out to be signed.
func (s *Shell) twoPersons(o Office) []*fyne.MenuItem {
	people, hand := vaitro.New(o, s), giaoky.New(o, s)
	return []*fyne.MenuItem{
		fyne.NewMenuItem("Ký duyệt hồ sơ đang mở…", func() {
			s.onDossier(func() {
				if id, title := s.dossier.AtHand(); id != "" {
					people.Trail(id, title)
					return
				}
				s.Say("Mở một hồ sơ ở mục Hồ sơ rồi chọn lại", true)
			})
		}),
		fyne.NewMenuItem("Giao hồ sơ đi ký…", func() { s.onDossier(func() { hand.Give(s.dossier.ToHandOut()) }) }),
		fyne.NewMenuItem("Hồ sơ đang giao đi ký…", hand.List),
		fyne.NewMenuItem("Mở tệp giao ký…", hand.Open), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Người làm trên máy này…", people.Show),
	}
}

// addBoard adds the board to the places; it stands on top of the rail.
func (s *Shell) addBoard(o Office) {
	s.places = append(s.places, &place{key: boardScreen, page: banlamviec.New(o, s)})
}

// countEmployers shows the board where there is more than one employer.
func (s *Shell) countEmployers(ctx context.Context) (several bool, err error) {
	all, err := s.office.Companies(ctx)
	return len(all) > 1, err
}

// showBoard lets the rail have the board, or not.
func (s *Shell) showBoard(yes bool) {
	for _, p := range s.places {
		if p.key != boardScreen || p.item == nil || p.item.Hidden == !yes {
			continue
		}
		p.item.Hidden = !yes
		s.root.Refresh()
	}
}

// GoAt takes another employer at hand and goes through a door. What is signed or sent
// next is asked about with the employer's name and colour.
func (s *Shell) GoAt(mst string, to office.Place) {
	if s.company.MaSoThue == mst {
		s.Go(to)
		return
	}
	month := s.month
	s.Quiet(func(ctx context.Context) error { return s.office.SetCompany(ctx, mst) }, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.reread(func() {
			s.fresh = true
			if !s.company.ThucHanh {
				s.setMonth(month) // the month of the board
			}
			s.Go(to)
		})
	})
}

// Guarded does something that cannot be undone; where the employer was taken at hand a
// moment ago from the board, it asks first whose it is.
func (s *Shell) Guarded(what string, do func()) {
	if !s.fresh {
		do()
		return
	}
	dv := s.company
	stripe := canvas.NewRectangle(stripeColour(dv.Mau))
	stripe.CornerRadius = 3
	name := xwidget.Column(2, xwidget.NewPara(dv.Ten).Sized(16).Strong(), xwidget.NewPara(codesOf(dv)).In(look.Muted))
	var shut func()
	agree := xwidget.NewStrong(what+" cho đơn vị này", func() {
		shut()
		s.fresh = false
		do()
	})
	body := xwidget.Column(16, xwidget.Sized(460, 1, xwidget.Spacer()),
		xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 12, 0, xwidget.Sized(8, 44, container.NewStack(stripe))), nil, name),
		xwidget.NewPara("Đơn vị vừa được chuyển từ bảng các đơn vị. Xem lại tên và mã số thuế trước khi làm."),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Không phải đơn vị này", func() { shut() }), agree))
	shut = s.Dialog("Đúng đơn vị chưa", body)
	s.window.Canvas().Focus(agree)
}

// learn asks the gateway's register by the tax code that was typed, fills what it says
// into fields that are empty, and names what it does not know.
func (s *Shell) learn(fields []*field, said *xwidget.Text) {
	var got office.Learned
	var bad []office.Finding
	mst := fields[0].entry.Text
	s.Quiet(func(ctx context.Context) (err error) {
		got, bad, err = s.office.LearnEmployer(ctx, mst, "")
		return err
	}, func(err error) {
		if err != nil {
			said.In(look.Error).Set(office.Say(err))
			return
		}
		if len(bad) > 0 {
			fields[0].fault.Set(bad[0].Say)
			return
		}
		fields[0].fault.Set("")
		for i, value := range []string{got.Employer.Ten, got.Employer.MaDonVi, got.Employer.CoQuanBHXH} {
			if e := fields[i+1].entry; e.Text == "" {
				e.SetText(value)
			}
		}
		words := got.Say
		if got.Asked {
			words = "Sổ của cổng: " + got.Say + ". Chưa biết: " + strings.Join(got.Unknown, ", ")
		}
		said.In(look.Muted).Set(words)
	})
}
