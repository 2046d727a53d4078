package chonkhoa

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/kham"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// keyDialog shows the keys that are there, the way to a .p12 file, and the way to a
// token driver that is not known.
type keyDialog struct {
	s    Source
	h    Host
	ask  Ask
	shut func()
}

// dialogWidth holds a line of a certificate.
const dialogWidth = 480

// tallest is how high the list of keys grows before it scrolls, beside a bar.
const (
	tallest = 420
	barRoom = 12
)

func newKeyDialog(s Source, h Host, keys []office.KeyInfo, ask Ask) {
	k := &keyDialog{s: s, h: h, ask: ask}
	cards := xwidget.Column(12)
	if ask.Above != nil {
		cards.Add(ask.Above)
	}
	tokens := false
	for _, info := range keys {
		switch {
		case info.Token != "":
			tokens = true
			cards.Add(xwidget.NewCard(k.asking(info, "Mã PIN của token", "Ký bằng token")))
		case info.File() != "":
			cards.Add(xwidget.NewCard(k.asking(info, "Mật khẩu của tệp", "Ký bằng tệp này")))
		default:
			cards.Add(xwidget.NewCard(k.ready(info)))
		}
	}
	cards.Add(xwidget.NewCard(k.file()))
	cards.Add(k.driver(tokens))
	var list fyne.CanvasObject = cards
	if height := xwidget.HeightFor(cards, dialogWidth); height > tallest {
		list = xwidget.Sized(dialogWidth, tallest, container.NewVScroll(xwidget.Inset(0, 0, barRoom, 0, cards)))
	}
	col := xwidget.Column(12, xwidget.Sized(dialogWidth, 1, xwidget.Spacer()), list)
	col.Add(xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { k.shut() })))
	k.shut = h.Dialog(ask.Title, col)
}

// sign closes the dialog and hands the choice on.
func (k *keyDialog) sign(c Choice) {
	if k.ask.Ready != nil && !k.ask.Ready() {
		clear(c.Secret)
		return
	}
	k.shut()
	k.ask.Use(c)
}

// ready is a key that asks for nothing here: the practice key, one of the Windows
// store, whose vendor has a dialog of its own, or one of a remote service, whose holder
// is asked on the telephone.
func (k *keyDialog) ready(info office.KeyInfo) fyne.CanvasObject {
	if info.Unfit {
		return keyWords(info)
	}
	use := xwidget.NewStrong("Ký bằng khoá này", func() { k.sign(Choice{Key: info}) })
	return xwidget.Column(8, keyWords(info), xwidget.Row(0, use))
}

// asking is a key with a password, on a token or in a file that is remembered: what a
// PIN has left stands before it is typed, and the last try takes a tick of its own.
func (k *keyDialog) asking(info office.KeyInfo, hint, words string) fyne.CanvasObject {
	col := xwidget.Column(8, keyWords(info))
	if info.PINSay != "" {
		col.Add(xwidget.NewPara(info.PINSay).In(look.Error))
	}
	if info.Unfit || info.PIN == office.PINUnusable {
		return col
	}
	agreed := office.Agreed{LastTry: info.PIN == office.LastPIN}
	pin := xwidget.NewPassword()
	pin.PlaceHolder = hint
	use := xwidget.NewStrong(words, func() {
		secret := []byte(pin.Text)
		pin.SetText("")
		k.sign(Choice{Key: info, Secret: secret, Agreed: agreed})
	})
	pin.OnSubmitted = func(string) { use.Tapped(nil) }
	if info.PINPad {
		col.Add(xwidget.NewPara("Nhập mã PIN trên đầu đọc của token sau khi bấm Ký.").In(look.Muted))
	} else {
		col.Add(pin)
	}
	if agreed.LastTry {
		use.Disable()
		col.Add(xwidget.NewCheck("Tôi chắc mã PIN này đúng, dùng lần nhập cuối", func(sure bool) {
			if use.Disable(); sure {
				use.Enable()
			}
		}))
	}
	col.Add(xwidget.Row(0, use))
	return col
}

// file is the way to a key in a file.
func (k *keyDialog) file() fyne.CanvasObject {
	var key office.KeyInfo
	name := xwidget.NewText("Chưa chọn tệp").In(look.Muted)
	pin := xwidget.NewPassword()
	pin.PlaceHolder = "Mật khẩu của tệp"
	use := xwidget.NewButton("Ký bằng tệp này", func() {
		secret := []byte(pin.Text)
		pin.SetText("")
		k.sign(Choice{Key: key, Secret: secret})
	})
	use.Disable()
	choose := xwidget.NewButton("Chọn tệp .p12", func() {
		k.h.PickFile([]string{".p12", ".pfx"}, func(chosen, path string, _ []byte) {
			key = FileKey(chosen, path)
			name.In(look.Text).Set(chosen)
			use.Enable()
		})
	})
	pin.OnSubmitted = func(string) { use.Tapped(nil) }
	return xwidget.Column(8, xwidget.NewText("Chữ ký số trong tệp (.p12, .pfx)").Strong(), xwidget.Row(8, choose, name), pin, xwidget.Row(0, use))
}

// driver is the way on where the token is not in the list.
func (k *keyDialog) driver(tokens bool) fyne.CanvasObject {
	words := "Không thấy USB token. Cắm token rồi tìm lại, hoặc chỉ tệp thư viện PKCS #11 của nhà cung cấp."
	if tokens {
		words = "Token khác không có ở trên: cắm rồi tìm lại, hoặc chỉ tệp thư viện PKCS #11 của nhà cung cấp."
	}
	again := xwidget.NewButton("Tìm lại", func() {
		k.shut()
		Choose(k.s, k.h, k.ask)
	})
	choose := xwidget.NewButton("Chọn trình điều khiển", func() {
		kham.PickDriver(k.s, k.h, func() {
			k.shut()
			Choose(k.s, k.h, k.ask)
		})
	})
	examine := xwidget.NewQuiet("Không thấy token? Khám máy", func() {
		k.shut()
		k.h.Go(office.Place{Screen: office.CheckupScreen})
	})
	return xwidget.Column(8, xwidget.NewPara(words).In(look.Muted), xwidget.Flow(8, again, choose, examine))
}

func keyWords(info office.KeyInfo) fyne.CanvasObject {
	words := xwidget.Column(1)
	if info.Account != "" {
		words.Add(xwidget.NewPara("Ký từ xa: " + info.Account).Strong())
		words.Add(xwidget.NewPara(info.Service).In(look.Muted))
	} else {
		words.Add(xwidget.NewPara(info.Name).Strong())
	}
	if info.Known() {
		words.Add(xwidget.NewPara(certificate(info)).In(look.Muted))
	} else {
		words.Add(xwidget.NewPara("Chưa đăng nhập lần nào nên chưa biết chứng thư của ai.").In(look.Muted))
	}
	if info.Say != "" {
		ink := look.Notice
		if info.Unfit {
			ink = look.Error
		}
		words.Add(xwidget.NewPara(info.Say).In(ink))
	}
	if info.Account != "" && !info.Unfit {
		words.Add(xwidget.NewPara("Dịch vụ hỏi mã, hoặc người giữ chữ ký xác nhận trên điện thoại. Dừng giữa chừng thì lần sau ký tiếp yêu cầu ấy.").In(look.Muted))
	}
	return words
}

// certificate is a certificate in a line.
func certificate(info office.KeyInfo) string {
	say := fmt.Sprintf("MST %s · do %s cấp · hết hạn %s", info.TaxCode, info.Issuer, info.Until.Format("02/01/2006"))
	switch {
	case info.Account != "":
		return info.Name + " · " + say
	case info.Token != "":
		return "USB token " + info.Token + " · " + say
	case info.File() != "":
		return info.Where() + " · " + say
	}
	return say
}
