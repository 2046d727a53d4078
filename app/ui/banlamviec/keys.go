package banlamviec

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// sign looks for the keys of the employers in scope and asks for the PIN of each once.
func (p *Page) sign() {
	rows, n := withSome(p.scope(), func(r office.BoardRow) int { return r.ToSign })
	if n == 0 {
		p.host.Say("Các đơn vị này không có hồ sơ nào chờ ký. Kiểm tra bản nháp trước", false)
		return
	}
	var keys []office.KeyInfo
	p.host.Run("Đang tìm chữ ký số", func(ctx context.Context, _ task.Report) (err error) {
		keys, err = p.source.SigningKeys(ctx, "")
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		newSignDialog(p, rows, n, keys)
	})
}

// signLine is an employer with the key that signs for it.
type signLine struct {
	row  office.BoardRow
	key  office.KeyInfo // Spec "" = none yet
	pin  *xwidget.Entry // nil where nothing is typed here
	name *xwidget.Text
	room *fyne.Container // what the key asks for
}

// signDialog lists the employers with their keys.
type signDialog struct {
	p      *Page
	n      int
	lines  []*signLine
	scroll *xwidget.Scroll
	go1    *xwidget.Button
	shut   func()
}

func newSignDialog(p *Page, rows []office.BoardRow, n int, keys []office.KeyInfo) {
	d := &signDialog{p: p, n: n, go1: xwidget.NewStrong("", nil)}
	d.go1.OnTapped = d.sign
	var list []fyne.CanvasObject // a column lays itself out at each object that is added
	for i, r := range rows {
		list = append(list, lined(i, d.line(r, office.KeysFor(keys, r.Employer, p.host.Now()))))
	}
	scroll, frame := framedScroll(xwidget.Column(0, list...))
	d.scroll = scroll
	d.shut = p.host.Dialog(fmt.Sprintf("Ký %d hồ sơ của %d đơn vị", n, len(rows)), xwidget.Column(12, xwidget.Sized(dialogWide, 1, xwidget.Spacer()),
		xwidget.NewPara("Mỗi đơn vị ký bằng chữ ký số có mã số thuế của mình: token, kho của Windows, tệp hoặc ký từ xa. Đơn vị chưa có chữ ký thì bỏ qua; mật khẩu chỉ dùng cho lần ký này.").In(look.Muted),
		frame, xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { d.shut() }), d.go1)))
	d.count()
}

// line is an employer with the likeliest of its keys, and the way to another one. An
// account whose certificate nobody has seen is not taken by itself.
func (d *signDialog) line(r office.BoardRow, keys []office.KeyInfo) fyne.CanvasObject {
	l := &signLine{row: r, name: xwidget.NewPara("Chưa thấy chữ ký số của đơn vị này.").In(look.Muted), room: xwidget.Column(4)}
	d.lines = append(d.lines, l)
	col := xwidget.Column(4, employerLine(r, fmt.Sprintf("%d hồ sơ", r.ToSign)), l.name)
	if len(keys) > 0 && keys[0].Known() {
		d.take(l, keys[0])
	}
	if len(keys) > 1 || l.key.Spec == "" {
		col.Add(d.others(l, keys))
	}
	col.Add(l.room)
	return xwidget.Inset(0, 2, 0, 8, col)
}

// others are the ways to another key than the one that was found.
func (d *signDialog) others(l *signLine, keys []office.KeyInfo) fyne.CanvasObject {
	file := xwidget.NewButton("Chọn tệp .p12", func() {
		d.p.host.PickFile([]string{".p12", ".pfx"}, func(chosen, path string, _ []byte) {
			d.take(l, chonkhoa.FileKey(chosen, path))
			l.name.Set("Tệp " + chosen)
			d.scroll.Reflow()
			d.count()
		})
	}).Tiny()
	if len(keys) == 0 {
		return xwidget.Row(0, file)
	}
	words := make([]string, len(keys))
	for i, k := range keys {
		words[i] = k.Line()
	}
	var pick *xwidget.Select
	pick = xwidget.NewSelect(words, func(string) {
		d.take(l, keys[pick.SelectedIndex()])
		d.scroll.Reflow()
		d.count()
	})
	pick.PlaceHolder = "Chọn chữ ký khác"
	if l.key.Spec == "" {
		pick.PlaceHolder = "Chọn chữ ký"
	}
	return xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, file), pick)
}

// take takes a key for an employer, and makes room for what it asks for.
func (d *signDialog) take(l *signLine, k office.KeyInfo) {
	l.key, l.pin = k, nil
	l.name.Set(k.Line())
	l.room.Objects = nil
	if k.PINSay != "" {
		l.room.Add(xwidget.NewPara(k.PINSay).In(look.Error))
	}
	switch {
	case k.Account != "":
		l.room.Add(xwidget.NewCaption("Dịch vụ hỏi mã, hoặc người giữ chữ ký xác nhận trên điện thoại khi ký."))
	case k.PINPad:
		l.room.Add(xwidget.NewCaption("Nhập mã PIN trên đầu đọc khi được hỏi."))
	case k.Token != "":
		l.room.Add(d.pinEntry(l, "Mã PIN của token"))
	case k.File() != "":
		l.room.Add(d.pinEntry(l, "Mật khẩu của tệp"))
	}
}

func (d *signDialog) pinEntry(l *signLine, hint string) *xwidget.Entry {
	l.pin = xwidget.NewPassword()
	l.pin.PlaceHolder = hint
	return l.pin
}

func (d *signDialog) count() {
	n, of := 0, 0
	for _, l := range d.lines {
		if l.key.Spec != "" {
			n, of = n+1, of+l.row.ToSign
		}
	}
	d.go1.Set(fmt.Sprintf("Ký %d hồ sơ của %d đơn vị", of, n))
	if n == 0 {
		d.go1.Disable()
	} else {
		d.go1.Enable()
	}
}

// sign opens each key once and signs. What was typed is overwritten by who opens.
func (d *signDialog) sign() {
	var choices []office.KeyChoice
	var rows []office.BoardRow
	var talk *chonkhoa.Talk
	by := map[string]int{} // a key that is several employers'
	total := 0
	for _, l := range d.lines {
		rows, total = append(rows, l.row), total+l.row.ToSign
		var secret []byte
		if l.pin != nil {
			secret = []byte(l.pin.Text)
			l.pin.SetText("")
		}
		if l.key.Spec == "" {
			continue
		}
		if i, same := by[l.key.Spec]; same && (strings.HasPrefix(l.key.Spec, "p12:") || l.key.Account != "") {
			choices[i].MST = append(choices[i].MST, l.row.Employer.MaSoThue)
			clear(secret)
			continue
		}
		if l.key.Account != "" && talk == nil {
			talk = chonkhoa.NewTalk(d.p.host)
		}
		by[l.key.Spec] = len(choices)
		choices = append(choices, office.KeyChoice{MST: []string{l.row.Employer.MaSoThue}, Open: d.p.opener(l, secret, talk)})
	}
	d.shut()
	month, mst := d.p.host.Month(), taxCodes(rows)
	d.p.run(job{title: "Ký", doing: "Đang ký", done: "Đã ký", talk: talk}, total, rows, func(ctx context.Context, report office.BoardReport) ([]office.BoardDone, error) {
		return d.p.source.BoardSign(ctx, month, mst, choices, report)
	})
}

func (p *Page) opener(l *signLine, secret []byte, talk *chonkhoa.Talk) func(context.Context) (office.Key, error) {
	key, dv := l.key, l.row.Employer
	return func(ctx context.Context) (office.Key, error) {
		defer clear(secret)
		if key.Spec == office.Practice {
			return p.source.PracticeKey(dv)
		}
		use := office.KeyUse{Secret: secret}
		if key.Account != "" {
			use.Remote = talk.Use(key.Account + " · " + dv.Ten)
		}
		return p.source.OpenSigningKey(ctx, key.Spec, use)
	}
}
