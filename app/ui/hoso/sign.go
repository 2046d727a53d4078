package hoso

import (
	"context"
	"errors"
	"fmt"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/forms/form"
	"ankhai/signing"
)

// sign asks which key signs, and signs. Looking for tokens may take a while and may
// be given up: the other keys are offered then.
func (d *dossier) sign() {
	var keys []office.KeyInfo
	d.p.host.Run("Đang tìm chữ ký số", func(ctx context.Context, _ task.Report) (err error) {
		if keys, err = d.p.source.Keys(ctx); err != nil {
			return err
		}
		onTokens, err := d.p.source.TokenKeys(ctx)
		keys = append(keys, onTokens...)
		if task.Cancelled(err) {
			return nil
		}
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		newKeyDialog(d, keys)
	})
}

// signWith opens the key and signs. The secret is overwritten.
func (d *dossier) signWith(spec string, secret []byte, agreed office.Agreed) {
	var signed office.Signed
	d.p.host.Run("Đang ký", func(ctx context.Context, _ task.Report) error {
		key, err := d.openKey(ctx, spec, secret, agreed)
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

func (d *dossier) openKey(ctx context.Context, spec string, secret []byte, agreed office.Agreed) (signing.Key, error) {
	if office.IsTokenKey(spec) {
		return d.p.source.OpenTokenKey(ctx, spec, secret, agreed)
	}
	return d.p.source.OpenKey(ctx, spec, secret)
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
