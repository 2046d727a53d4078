package hoso

import (
	"context"
	"errors"
	"fmt"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
)

// sign asks which key signs, and signs.
func (d *dossier) sign() { d.p.chooseKey("Ký hồ sơ "+d.name(), d.signWith) }

// chooseKey looks for keys and asks which one is to be used.
func (p *Page) chooseKey(title string, use func(chonkhoa.Choice)) {
	p.host.Guarded("Ký", func() { chonkhoa.Choose(p.source, p.host, chonkhoa.Ask{Title: title, Use: use}) })
}

// signWith opens the key and signs.
func (d *dossier) signWith(c chonkhoa.Choice) {
	var signed office.Signed
	chonkhoa.Work(d.p.source, d.p.host, "Đang ký", c, func(ctx context.Context, key office.Key) (err error) {
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
		loi, _ := office.CountFaults(d.faults)
		d.p.host.Say(fmt.Sprintf("Chưa ký: còn %d lỗi phải sửa trước", loi), true)
		return
	}
	d.p.host.Fail(err)
}

func asFaults(err error, into **office.FaultsError) bool { return errors.As(err, into) }
