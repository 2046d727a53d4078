package hoso

import (
	"context"
	"errors"
	"fmt"

	"ankhai/app/office"
	"ankhai/app/ui/task"
)

// sign asks which key signs, and signs.
func (d *dossier) sign() { d.p.chooseKey(keyAsk{"Ký hồ sơ " + d.name(), d.signWith}) }

// chooseKey looks for keys and asks which one is to be used. Looking for tokens may
// take a while and may be given up: the other keys are offered then.
func (p *Page) chooseKey(ask keyAsk) {
	p.host.Guarded("Ký", func() { p.lookForKeys(ask) })
}

func (p *Page) lookForKeys(ask keyAsk) {
	var keys []office.KeyInfo
	p.host.Run("Đang tìm chữ ký số", func(ctx context.Context, _ task.Report) (err error) {
		if keys, err = p.source.Keys(ctx); err != nil {
			return err
		}
		files, err := p.source.KeyFiles(ctx)
		if err != nil {
			return err
		}
		remotes, err := p.source.Remotes(ctx)
		if err != nil {
			return err
		}
		keys = append(keys, files...)
		for _, a := range remotes {
			keys = append(keys, office.KeyInfo{Spec: a.Key(), Name: a.Name, Issuer: a.Service()})
		}
		onTokens, err := p.source.TokenKeys(ctx)
		keys = append(keys, onTokens...)
		if task.Cancelled(err) {
			return nil
		}
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		newKeyDialog(p, keys, ask)
	})
}

// signWith opens the key and signs.
func (d *dossier) signWith(spec string, secret []byte, agreed office.Agreed) {
	var signed office.Signed
	title := "Đang ký"
	if office.IsRemoteKey(spec) {
		title = "Đang ký: xác nhận trên điện thoại"
	}
	d.p.host.Run(title, func(ctx context.Context, _ task.Report) error {
		return d.p.withKey(ctx, spec, secret, agreed, func(key office.Key) (err error) {
			signed, err = d.p.source.Sign(ctx, d.id, key)
			return err
		})
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

// withKey opens a key for one work and closes it after. The secret is overwritten as
// soon as the key is open or refused.
func (p *Page) withKey(ctx context.Context, spec string, secret []byte, agreed office.Agreed, work func(office.Key) error) error {
	key, err := p.openKey(ctx, spec, secret, agreed)
	clear(secret)
	if err != nil {
		return err
	}
	if key != nil {
		defer key.Close()
	}
	return work(key)
}

func (p *Page) openKey(ctx context.Context, spec string, secret []byte, agreed office.Agreed) (office.Key, error) {
	if office.IsTokenKey(spec) {
		return p.source.OpenTokenKey(ctx, spec, secret, agreed)
	}
	return p.source.OpenKey(ctx, spec, secret)
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
