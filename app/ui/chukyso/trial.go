package chukyso

import (
	"context"
	"fmt"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// dialogWidth holds a line of a certificate.
const dialogWidth = 520

// try signs a text that means nothing with a key, after its password was asked for where
// one is needed here.
func (p *Page) try(k office.KeyInfo) {
	if k.PIN == office.LastPIN {
		p.host.Say("Token chỉ còn một lần nhập mã PIN: đừng dùng lần ấy để ký thử", true)
		return
	}
	if !office.NeedsSecret(k.Spec) || k.PINPad {
		p.tryWith(k, nil)
		return
	}
	label := "Mật khẩu của tệp"
	if k.Token != "" {
		label = "Mã PIN của token"
	}
	p.askSecret("Ký thử", k.Name+" · "+k.Where(), label, "Ký thử", func(secret []byte) { p.tryWith(k, secret) })
}

// askSecret asks for a password or a PIN; whoever gets it overwrites it.
func (p *Page) askSecret(title, say, label, yes string, use func(secret []byte)) {
	var shut func()
	pin := xwidget.NewPassword()
	pin.PlaceHolder = label
	agree := xwidget.NewStrong(yes, func() {
		secret := []byte(pin.Text)
		pin.SetText("")
		shut()
		use(secret)
	})
	pin.OnSubmitted = func(string) { agree.Tapped(nil) }
	shut = p.host.Dialog(title, xwidget.Column(12, xwidget.Sized(dialogWidth, 1, xwidget.Spacer()), xwidget.NewPara(say).In(look.Muted), pin,
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), agree)))
	p.host.Focus(pin)
}

// tryWith opens the key, signs and judges. The secret lives for this call.
func (p *Page) tryWith(k office.KeyInfo, secret []byte) {
	var t office.KeyTrial
	chonkhoa.Work(p.source, p.host, "Đang ký thử", chonkhoa.Choice{Key: k, Secret: secret}, func(ctx context.Context, key office.Key) (err error) {
		t, err = p.source.TryKey(ctx, k.Spec, key)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if k.Account != "" {
			p.read(false) // its certificate is known now
		}
		p.tried(k, t)
	})
}

// tried tells what came of a trial.
func (p *Page) tried(k office.KeyInfo, t office.KeyTrial) {
	col := xwidget.Column(10, xwidget.Sized(dialogWidth, 1, xwidget.Spacer()), xwidget.NewPara(named(k, t)).Strong(),
		xwidget.NewPara(fmt.Sprintf("Ký xong trong %s. Văn bản thử đã bỏ đi, không gửi đi đâu.", took(t.Took))).In(look.Muted), conclusion(t.Report))
	if t.Key.Say != "" {
		col.Add(xwidget.NewPara(t.Key.Say).In(inkOf(t.Key.Light(p.host.Now()))))
	}
	var shut func()
	col.Add(xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() })))
	shut = p.host.Dialog("Kết quả ký thử", col)
}

// named is a key as it turned out when it was tried.
func named(k office.KeyInfo, t office.KeyTrial) string {
	if k.Account != "" {
		return t.Key.Name + " · " + k.Where()
	}
	return k.Name + " · " + k.Where()
}

// took is how long a signature took.
func took(d time.Duration) string {
	if d < time.Second {
		return "chưa tới một giây"
	}
	return fmt.Sprintf("%d giây", d/time.Second)
}
