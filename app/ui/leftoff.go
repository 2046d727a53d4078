package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// LeftOffSource is what the window asks to find back after a sudden end.
type LeftOffSource interface {
	StandAt(ctx context.Context, s office.Spot) error
	LeftOff(ctx context.Context) (office.LeftOff, error)
}

// between is how often it is noted where the person stands. An edit is kept at once in
// any case; only the place is that old after a sudden end.
const between = 2 * time.Second

// NoteSpots notes where the person stands as long as the window is there, off its
// goroutine and only when it has changed.
func (s *Shell) NoteSpots() {
	noted := s.spot()
	var look func()
	look = func() {
		if s.over {
			return
		}
		now := s.spot()
		if now == noted || !s.have {
			s.After(between, look)
			return
		}
		s.Quiet(func(ctx context.Context) error { return s.office.StandAt(ctx, now) }, func(err error) {
			if err == nil { // otherwise the next look tries again
				noted = now
			}
			s.After(between, look)
		})
	}
	s.After(between, look)
}

// spot is where the person stands.
func (s *Shell) spot() office.Spot {
	at := office.Spot{Month: s.month}
	if s.at == nil {
		return at
	}
	at.Screen = s.at.key
	if at.Screen == dossierScreen {
		s.dossier.Standing(&at)
	}
	return at
}

// FindBack leads back to where the window stood at a sudden end and tells what was
// kept; after an end by a person it does nothing. then comes after both: a spot that is
// noted before would be taken for the last one.
func (s *Shell) FindBack(then func()) {
	var l office.LeftOff
	s.Quiet(func(ctx context.Context) (err error) {
		l, err = s.office.LeftOff(ctx)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.Fail(err)
		case l.Sudden && s.have:
			s.standAgain(l.Spot)
			s.tellLeftOff(l)
		case l.Crash != nil:
			s.tellLeftOff(l)
		}
		then()
	})
}

// standAgain goes back to a spot.
func (s *Shell) standAgain(at office.Spot) {
	if at.Month.Valid() {
		s.setMonth(at.Month)
	}
	s.Go(office.Place{Screen: at.Screen})
	if at.Screen == dossierScreen && at.Dossier != "" {
		s.dossier.Return(at)
	}
}

// tellLeftOff says what was kept, and offers the note of a fault of the program.
func (s *Shell) tellLeftOff(l office.LeftOff) {
	const wide = 460
	col := xwidget.Column(10, xwidget.Sized(wide, 1, xwidget.Spacer()))
	words := "Chương trình gặp sự cố. Dữ liệu không bị ảnh hưởng."
	if l.Sudden {
		words = "Lần trước cửa sổ dừng đột ngột (" + wording.Luc(l.At) + "). Mỗi ô đã bấm Enter và chữ đã gõ trong hộp thoại đều được giữ; chỉ chữ đang gõ dở trong một ô của bảng là chưa ghi. Cửa sổ mở lại đúng nơi đang làm."
	}
	col.Add(xwidget.NewPara(words))
	for _, k := range l.Kept {
		col.Add(xwidget.Column(1, xwidget.NewPara(k.Title).Strong(), xwidget.NewPara(k.ID+" · sửa lần cuối "+wording.Luc(k.At)).Sized(look.SmallSize).In(look.Muted)))
	}
	var shut func()
	for _, u := range l.Typed {
		open := xwidget.NewButton("Mở", func() {
			shut()
			s.openTyped(u)
		}).Tiny()
		col.Add(xwidget.Dock(nil, nil, nil, xwidget.Row(0, open), typedLine(u)))
	}
	buttons := xwidget.Row(8)
	if l.Crash != nil {
		text := l.Crash.Text()
		col.Add(xwidget.NewPara("Báo cáo sự cố chỉ nói chỗ hỏng trong chương trình, không có tên người, số giấy tờ hay tiền lương. Gửi nó cho người hỗ trợ để sửa."))
		var copied *xwidget.Button
		copied = xwidget.NewButton("Chép báo cáo sự cố", func() {
			fyne.CurrentApp().Clipboard().SetContent(text)
			copied.Set("Đã chép")
		})
		buttons.Add(copied)
	}
	ok := xwidget.NewStrong("Làm tiếp", func() { shut() })
	buttons.Add(xwidget.Spacer())
	buttons.Add(ok)
	col.Add(buttons)
	shut = s.Dialog("Mở lại sau khi dừng đột ngột", col)
	s.Focus(ok)
}
