package office

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
	"ankhai/forms/facts"
	"ankhai/signing"
	"ankhai/signing/p12"
	"ankhai/signing/signtest"
	"ankhai/storage"
	"ankhai/storage/keys"
)

// Practice is the name of the practice gateway and of the practice key where a
// person names a gateway or a key.
const Practice = "thuc-hanh"

// SandboxDir is where the practice gateway of a data folder keeps its journal.
const SandboxDir = "cong-thuc-hanh"

// Pace is how fast the practice gateway works: the number at once, the rest
// while a person watches.
var Pace = sandbox.Steps{GiaiQuyet: 2 * time.Second, KetQua: 5 * time.Second}

// practice is the gateway that runs in this process.
type practice struct {
	box    *sandbox.Sandbox
	client *gateway.Client
	url    string
}

func (p *practice) close() error {
	if p == nil {
		return nil
	}
	p.client.Close()
	return p.box.Close()
}

// SandboxSeal is the key of the practice gateway's ledger in a data folder; nil
// where the folder has no keys. It may be asked while the folder is open elsewhere.
func SandboxSeal(ctx context.Context, dir string, src Sources, now func() time.Time) ([]byte, error) {
	there, err := keys.Exists(dir)
	if err != nil || !there {
		return nil, err
	}
	k, err := keys.Open(ctx, filepath.Join(dir, keys.Files[0]), src, now)
	if err != nil {
		return nil, err
	}
	seal, err := storage.Subkey(k.DEK().Bytes(), SandboxDir)
	return seal, errors.Join(err, k.Close())
}

// startPractice starts the practice gateway once, over HTTPS on this machine.
// sandbox.ErrLocked: another process already runs one on the same folder.
func (o *Office) startPractice(ctx context.Context) (*practice, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.practice != nil {
		return o.practice, nil
	}
	seal, err := o.store.Subkey(SandboxDir)
	if err != nil {
		return nil, fmt.Errorf("start practice gateway: %w", err)
	}
	box, err := sandbox.New(SandboxOptions(o.dir, seal, o.now))
	if err != nil {
		return nil, fmt.Errorf("start practice gateway: %w", err)
	}
	url, ca, err := box.Start("")
	if err != nil {
		return nil, errors.Join(fmt.Errorf("start practice gateway: %w", err), box.Close())
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	client, err := gateway.NewClient(gateway.ClientOptions{URL: url, RootCAs: roots, Account: practiceAccount})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("start practice gateway: %w", err), box.Close())
	}
	o.practice = &practice{box: box, client: client, url: url}
	return o.practice, nil
}

func practiceAccount(context.Context) (gateway.Account, error) {
	return gateway.Account{MaIVAN: sandbox.DefaultIVAN}, nil
}

// practiceFolder keeps the practice CA and the practice keys.
func (o *Office) practiceFolder() string { return filepath.Join(o.dir, Practice) }

// practiceCAFile is the practice CA with its keys.
const practiceCAFile = "ca.pem"

// practicePassword protects nothing: a practice key binds nobody.
const practicePassword = "thuc-hanh"

// PracticeKey is the key of a sample company, made once and kept. Companies
// that declare for real have none.
func (o *Office) PracticeKey(dv facts.DonVi) (signing.Key, error) {
	if !dv.ThucHanh {
		return nil, signing.Refuse(signing.ErrKeyMissing, nil,
			"Chưa ký được: khoá thực hành chỉ dùng cho công ty mẫu. Chọn tệp .p12 hoặc token của đơn vị.")
	}
	path := filepath.Join(o.practiceFolder(), dv.MaSoThue+".p12")
	key, err := p12.OpenFile(path, []byte(practicePassword))
	if err == nil && signing.CheckFor(key.Certificate(), dv.MaSoThue, o.now()) == nil {
		return key, nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open practice key: %w", err)
	}
	ca, err := o.practiceCA()
	if err != nil {
		return nil, err
	}
	now := o.now().UTC().Truncate(time.Second)
	fresh, err := ca.Issue(signtest.PracticeSubject(dv.Ten, dv.MaSoThue), now.Add(-time.Hour), now.AddDate(2, 0, 0))
	if err != nil {
		return nil, fmt.Errorf("make practice key: %w", err)
	}
	data, err := ca.P12(fresh, []byte(practicePassword))
	if err != nil {
		return nil, fmt.Errorf("make practice key: %w", err)
	}
	if err := writeFile(path, data, 0o600); err != nil {
		return nil, fmt.Errorf("keep practice key: %w", err)
	}
	return fresh, nil
}

// PracticeTrust is the practice CA's root and issuing certificate as PEM, for
// verifiers.
func (o *Office) PracticeTrust() ([]byte, error) {
	ca, err := o.practiceCA()
	if err != nil {
		return nil, err
	}
	return ca.ChainPEM(), nil
}

func (o *Office) practiceCA() (*signtest.CA, error) {
	return practiceCAIn(o.practiceFolder(), o.now)
}
