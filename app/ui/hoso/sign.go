package hoso

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/form"
)

// sign asks which key signs, and signs.
func (d *dossier) sign() {
	var keys []office.KeyInfo
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		keys, err = d.p.source.Keys(ctx)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.askKey(keys)
	})
}

// askKey shows the keys that are there, and the way to a .p12 file.
func (d *dossier) askKey(keys []office.KeyInfo) {
	var shut func()
	col := xwidget.Column(12, xwidget.Sized(480, 1, xwidget.Spacer()))
	for _, k := range keys {
		words := xwidget.Column(1, xwidget.NewPara(k.Name).Strong(), xwidget.NewPara(keySay(k)).In(look.Muted))
		use := xwidget.NewStrong("Ký bằng khoá này", func() {
			shut()
			d.signWith(k.Spec, nil)
		})
		col.Add(xwidget.NewCard(xwidget.Column(8, words, xwidget.Row(0, use))))
	}
	spec := ""
	file := xwidget.NewText("Chưa chọn tệp").In(look.Muted)
	pin := widget.NewPasswordEntry()
	pin.PlaceHolder = "Mật khẩu của tệp"
	use := xwidget.NewButton("Ký bằng tệp này", func() {
		secret := []byte(pin.Text)
		pin.SetText("")
		shut()
		d.signWith(spec, secret)
	})
	use.Disable()
	choose := xwidget.NewButton("Chọn tệp .p12", func() {
		d.p.host.PickFile([]string{".p12", ".pfx"}, func(name, path string, _ []byte) {
			spec = "p12:" + path
			file.In(look.Text).Set(name)
			use.Enable()
		})
	})
	pin.OnSubmitted = func(string) { use.Tapped(nil) }
	col.Add(xwidget.NewCard(xwidget.Column(8, xwidget.NewText("Chữ ký số trong tệp (.p12, .pfx)").Strong(),
		xwidget.Row(8, choose, file), pin, xwidget.Row(0, use))))
	col.Add(xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() })))
	shut = d.p.host.Dialog("Ký hồ sơ "+d.name(), col)
}

func keySay(k office.KeyInfo) string {
	say := fmt.Sprintf("MST %s · do %s cấp · hết hạn %s", k.TaxCode, k.Issuer, k.Until.Format("02/01/2006"))
	if k.Say != "" {
		say += ". " + k.Say
	}
	return say
}

// signWith opens the key and signs. The secret is overwritten by OpenKey.
func (d *dossier) signWith(spec string, secret []byte) {
	var signed office.Signed
	d.p.host.Run("Đang ký", func(ctx context.Context, _ task.Report) error {
		key, err := d.p.source.OpenKey(ctx, spec, secret)
		clear(secret)
		if err != nil {
			return err
		}
		if key != nil {
			defer key.Close()
		}
		signed, err = d.p.source.Sign(ctx, d.id, key)
		return err
	}, func(err error) {
		if err != nil {
			d.refused(err)
			return
		}
		d.checked, d.faults = false, nil
		d.reload(func() {
			d.p.host.Say(fmt.Sprintf("Đã ký %d tệp bằng chữ ký của %s", len(signed.Files), signed.Signer), false)
		})
	})
}

// refused shows what stopped a signature; faults go into the list.
func (d *dossier) refused(err error) {
	var faults *office.FaultsError
	if asFaults(err, &faults) {
		d.faults, d.checked = faults.Faults, true
		d.showFaults()
		d.showHead()
		loi, _ := form.Count(d.faults)
		d.p.host.Say(fmt.Sprintf("Chưa ký: còn %d lỗi phải sửa trước", loi), true)
		return
	}
	d.p.host.Fail(err)
}

func asFaults(err error, into **office.FaultsError) bool { return errors.As(err, into) }
