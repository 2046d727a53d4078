package banlamviec

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
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
		if keys, err = p.source.TokenKeys(ctx); task.Cancelled(err) {
			err = nil
		}
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
	spec string // "" = none yet
	pin  *xwidget.Entry
	name *xwidget.Text
}

// signDialog lists the employers with their keys.
type signDialog struct {
	p     *Page
	n     int
	lines []*signLine
	go1   *xwidget.Button
	shut  func()
}

func newSignDialog(p *Page, rows []office.BoardRow, n int, keys []office.KeyInfo) {
	d := &signDialog{p: p, n: n, go1: xwidget.NewStrong("", nil)}
	d.go1.OnTapped = d.sign
	list := xwidget.Column(0)
	for i, r := range rows {
		l := &signLine{row: r, name: xwidget.NewPara("").In(look.Muted)}
		d.lines = append(d.lines, l)
		list.Add(lined(i, d.line(l, keyFor(keys, r, p))))
	}
	d.shut = p.host.Dialog(fmt.Sprintf("Ký %d hồ sơ của %d đơn vị", n, len(rows)), xwidget.Column(12, xwidget.Sized(dialogWide, 1, xwidget.Spacer()),
		xwidget.NewPara("Mỗi đơn vị ký bằng chữ ký số có mã số thuế của mình. Đơn vị chưa có chữ ký thì bỏ qua; mật khẩu chỉ dùng cho lần ký này.").In(look.Muted),
		framed(list), xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { d.shut() }), d.go1)))
	d.count()
}

// keyFor is the first token that is the employer's, nil if there is none.
func keyFor(keys []office.KeyInfo, r office.BoardRow, p *Page) *office.KeyInfo {
	i := slices.IndexFunc(keys, func(k office.KeyInfo) bool { return k.Fits(r.Employer.MaSoThue, p.host.Now()) })
	if i < 0 {
		return nil
	}
	return &keys[i]
}

func (d *signDialog) line(l *signLine, token *office.KeyInfo) fyne.CanvasObject {
	col := xwidget.Column(4, employerLine(l.row, fmt.Sprintf("%d hồ sơ", l.row.ToSign)), l.name)
	switch {
	case l.row.Employer.ThucHanh:
		l.spec = office.Practice
		l.name.Set("Khoá thực hành")
	case token != nil:
		l.spec = token.Spec
		l.name.Set("USB token " + token.Token + " · " + token.Name + " · hết hạn " + token.Until.Format("02/01/2006"))
		if token.PINSay != "" {
			col.Add(xwidget.NewPara(token.PINSay).In(look.Error))
		}
		if token.PINPad {
			col.Add(xwidget.NewCaption("Nhập mã PIN trên đầu đọc khi được hỏi."))
		} else {
			col.Add(d.pinEntry(l, "Mã PIN của token"))
		}
	default:
		l.name.Set("Không thấy token của đơn vị này.")
		pin := d.pinEntry(l, "Mật khẩu của tệp")
		pin.Hide()
		choose := xwidget.NewButton("Chọn tệp .p12", func() {
			d.p.host.PickFile([]string{".p12", ".pfx"}, func(chosen, path string, _ []byte) {
				l.spec = "p12:" + path
				l.name.Set("Tệp " + chosen)
				pin.Show()
				d.count()
			})
		}).Tiny()
		col.Add(xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 8, 0, choose), nil, pin))
	}
	return xwidget.Inset(0, 2, 0, 8, col)
}

func (d *signDialog) pinEntry(l *signLine, hint string) *xwidget.Entry {
	l.pin = xwidget.NewPassword()
	l.pin.PlaceHolder = hint
	return l.pin
}

func (d *signDialog) count() {
	n, of := 0, 0
	for _, l := range d.lines {
		if l.spec != "" {
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
	by := map[string]int{} // a key that is several employers'
	total := 0
	for _, l := range d.lines {
		rows, total = append(rows, l.row), total+l.row.ToSign
		var secret []byte
		if l.pin != nil {
			secret = []byte(l.pin.Text)
			l.pin.SetText("")
		}
		if l.spec == "" {
			continue
		}
		if i, same := by[l.spec]; same && strings.HasPrefix(l.spec, "p12:") {
			choices[i].MST = append(choices[i].MST, l.row.Employer.MaSoThue)
			clear(secret)
			continue
		}
		by[l.spec] = len(choices)
		choices = append(choices, office.KeyChoice{MST: []string{l.row.Employer.MaSoThue}, Open: d.p.opener(l, secret)})
	}
	d.shut()
	month, mst := d.p.host.Month(), taxCodes(rows)
	d.p.run(job{title: "Ký", doing: "Đang ký", done: "Đã ký"}, total, rows, func(ctx context.Context, report office.BoardReport) ([]office.BoardDone, error) {
		return d.p.source.BoardSign(ctx, month, mst, choices, report)
	})
}

func (p *Page) opener(l *signLine, secret []byte) func(context.Context) (office.Key, error) {
	spec, dv := l.spec, l.row.Employer
	return func(ctx context.Context) (office.Key, error) {
		defer clear(secret)
		switch {
		case spec == office.Practice:
			return p.source.PracticeKey(dv)
		case office.IsTokenKey(spec):
			return p.source.OpenTokenKey(ctx, spec, secret, office.Agreed{})
		}
		return p.source.OpenKey(ctx, spec, secret)
	}
}
