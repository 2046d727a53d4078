package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// status is the bar below: what just happened, when it was saved, the key and
// its days, how fields are typed in, the month and its reference level.
type status struct {
	root  fyne.CanvasObject
	said  *xwidget.Text
	saved *xwidget.Text
	key   *xwidget.Text
	sends *xwidget.Text
	month *xwidget.Text
}

// newStatus makes the bar; why opens the working behind the reference level, typing
// is the switch of the typing, behind the works that go on behind the window.
func newStatus(why func(), typing, behind fyne.CanvasObject) *status {
	st := &status{said: xwidget.NewCaption(""), saved: xwidget.NewCaption(""), key: xwidget.NewCaption(""), sends: xwidget.NewCaption(""), month: xwidget.NewCaption("")}
	st.saved.Hidden, st.sends.Hidden = true, true
	left := xwidget.Row(22, st.saved, st.key, st.said)
	bar := xwidget.Dock(xwidget.NewRule(), nil, nil, nil, xwidget.Inset(16, 0, 16, 0, xwidget.Dock(nil, nil, nil, xwidget.Inset(22, 0, 0, 0, xwidget.Row(22, behind, st.sends, typing, xwidget.NewPanel(look.Surface, st.month).Door(why))), left)))
	st.root = xwidget.Sized(0, look.StatusSize, xwidget.NewPanel(look.Surface, bar))
	return st
}

func (st *status) show(month office.Month, keys []office.KeyInfo, today office.Day) {
	st.setMonth(month)
	st.key.Hidden = len(keys) == 0
	if len(keys) > 0 {
		k := keys[0]
		end := k.Until
		left := office.DayAt(end.Year(), int(end.Month()), end.Day()).Sub(today)
		st.key.Set(fmt.Sprintf("Chữ ký %s · còn %s ngày", k.Name, wording.So(max(0, left))))
	}
	st.root.Refresh()
}

func (st *status) setMonth(m office.Month) { st.reference(m, office.MucThamChieu(m.Last())) }

// reference tells the month at hand with its reference level.
func (st *status) reference(m office.Month, amount int64) {
	st.month.Set("Tháng " + m.String() + " · mức tham chiếu " + wording.Dong(amount))
	st.root.Refresh()
}

// outbox tells how the outbox stands; nothing when it is empty.
func (st *status) outbox(n office.OutboxNews) {
	words, ink := "", look.Muted
	switch {
	case n.Err != nil:
		words, ink = "Hộp gửi tạm ngừng: "+office.Say(n.Err), look.Error
	case n.Busy:
		words = fmt.Sprintf("Hộp gửi: đang gửi %s hồ sơ", wording.So(n.Waiting))
	case n.Waiting > 0:
		words = fmt.Sprintf("Hộp gửi: %s hồ sơ chờ", wording.So(n.Waiting))
		if !n.Next.IsZero() {
			words += ", thử tiếp lúc " + wording.Gio(n.Next)
		}
	}
	if n.Doubts > 0 {
		if words != "" {
			words += " · "
		}
		words, ink = words+fmt.Sprintf("%s hồ sơ nghi vấn", wording.So(n.Doubts)), look.Error
	}
	st.sends.Hidden = words == ""
	st.sends.In(ink).Set(words)
	st.root.Refresh()
}

func (st *status) save(at time.Time) {
	st.saved.Hidden = false
	st.saved.Set("Đã lưu " + wording.Gio(at))
	st.said.Set("")
	st.root.Refresh()
}

func (st *status) say(words string, bad bool) {
	st.said.Ink = look.Primary
	if bad {
		st.said.Ink = look.Error
	}
	st.said.Set(words)
	st.said.Refresh()
	st.root.Refresh()
}
