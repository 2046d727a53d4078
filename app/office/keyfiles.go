package office

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"ankhai/signing/p12"
	"ankhai/storage"
)

// ErrNoKeyFile: no file of a key is remembered at this path.
var ErrNoKeyFile = errors.New("key file is not remembered")

// fileKey begins the name of a key in a file; its path follows.
const fileKey = "p12:"

// keyFilesSetting holds the files of keys that a person showed: where they lie and the
// certificate inside, never a password and never the key.
const keyFilesSetting = "tep-khoa"

type savedKeyFile struct {
	Path string `json:"path"`
	Cert []byte `json:"cert"` // DER
}

func (o *Office) savedKeyFiles(ctx context.Context) (all []savedKeyFile, err error) {
	if err = o.store.Setting(ctx, keyFilesSetting, &all); errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return all, err
}

// AddKeyFile opens a .p12 file to see that the password is right and whose it is, and
// remembers where it lies. The key stays in the file, and the password is asked for at
// each signature; it is overwritten.
func (o *Office) AddKeyFile(ctx context.Context, path string, password []byte) (KeyInfo, error) {
	defer clear(password)
	path, err := filepath.Abs(path)
	if err != nil {
		return KeyInfo{}, fmt.Errorf("remember key file: %w", err)
	}
	key, err := p12.OpenFile(path, password)
	if err != nil {
		return KeyInfo{}, fmt.Errorf("remember key file: %w", err)
	}
	defer key.Close()
	all, err := o.savedKeyFiles(ctx)
	if err != nil {
		return KeyInfo{}, err
	}
	all = slices.DeleteFunc(all, func(f savedKeyFile) bool { return f.Path == path })
	all = append(all, savedKeyFile{path, key.Certificate().Raw})
	if err := o.store.PutSetting(ctx, keyFilesSetting, all); err != nil {
		return KeyInfo{}, fmt.Errorf("remember key file: %w", err)
	}
	return o.certInfo(fileKey+path, key.Certificate(), o.taxCode(ctx)), nil
}

// KeyFiles lists the keys in files that are remembered, by what their certificates
// said when they were shown; the files are not opened.
func (o *Office) KeyFiles(ctx context.Context) ([]KeyInfo, error) {
	return o.keyFilesOf(ctx, o.taxCode(ctx))
}

func (o *Office) keyFilesOf(ctx context.Context, taxCode string) ([]KeyInfo, error) {
	all, err := o.savedKeyFiles(ctx)
	if err != nil {
		return nil, err
	}
	var out []KeyInfo
	for _, f := range all {
		cert, err := x509.ParseCertificate(f.Cert)
		if err != nil {
			return nil, fmt.Errorf("read remembered key file: %w", err)
		}
		info := o.certInfo(fileKey+f.Path, cert, taxCode)
		info.PIN = NeedsPIN
		out = append(out, info)
	}
	return out, nil
}

// ForgetKeyFile forgets where a key's file lies; the file stays. ErrNoKeyFile.
func (o *Office) ForgetKeyFile(ctx context.Context, path string) error {
	all, err := o.savedKeyFiles(ctx)
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(slices.Clone(all), func(f savedKeyFile) bool { return f.Path == path })
	if len(left) == len(all) {
		return fmt.Errorf("forget key file: %w", ErrNoKeyFile)
	}
	return o.store.PutSetting(ctx, keyFilesSetting, left)
}

// todoOfCertificates names the remembered keys of an employer that soon hold no more.
// Those on tokens are spoken of where tokens are looked at: that takes its time.
func (o *Office) todoOfCertificates(ctx context.Context, mst string) (out []Todo, err error) {
	files, err := o.KeyFiles(ctx)
	if err != nil {
		return nil, err
	}
	remotes, err := o.RemoteKeys(ctx)
	for _, k := range append(files, remotes...) {
		if light := k.Light(o.now()); k.Known() && light != Green && k.TaxCode == mst {
			out = append(out, Todo{Level: light, Title: "Chữ ký số " + k.Name + ": " + k.DaysLeft(o.now()), Why: k.Say, Button: "Xem", Go: Place{Screen: SignScreen}})
		}
	}
	return out, err
}
