package office

import (
	"bytes"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/storage"
)

var (
	// ErrRemoteName: a remote account cannot be named so.
	ErrRemoteName = errors.New("remote account cannot have this name")
	// ErrNoRemote: no remote account has this name.
	ErrNoRemote = errors.New("no remote account of this name")
)

// remoteKey begins the name of a key in a remote service; the account's name follows.
const remoteKey = "remote:"

// IsRemoteKey says whether a key is named as one of a remote service.
func IsRemoteKey(spec string) bool {
	_, ok := cutRemoteKey(spec)
	return ok
}

func cutRemoteKey(spec string) (string, bool) { return strings.CutPrefix(spec, remoteKey) }

var remoteName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)

// RemoteAccount is an account of a remote service as a person knows it; its secrets
// stay in the store.
type RemoteAccount struct {
	Name    string
	Account remote.Account
}

// Service says what the account is with, and that nobody has tried it for real.
func (a RemoteAccount) Service() string {
	s, ok := remote.Find(a.Account.Kind)
	if !ok {
		return string(a.Account.Kind)
	}
	return s.Say()
}

// Key is how the account's key is named for OpenKey.
func (a RemoteAccount) Key() string { return remoteKey + a.Name }

// remotesSetting holds all accounts with their secrets.
const remotesSetting = "remote-accounts"

type savedRemote struct {
	Name    string         `json:"name"`
	Account remote.Account `json:"account"`
	Client  []byte         `json:"client"`
	User    []byte         `json:"user,omitempty"`
	// Cert is what the service showed when it was last logged in to, DER: whose the key
	// is, is known then without asking.
	Cert []byte `json:"cert,omitempty"`
}

func (o *Office) savedRemotes(ctx context.Context) (all []savedRemote, err error) {
	if err = o.store.Setting(ctx, remotesSetting, &all); errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return all, err
}

// PutRemote enters an account of a remote service, or enters it anew. The service is
// not asked; TestRemote does that. The secrets are overwritten.
func (o *Office) PutRemote(ctx context.Context, a RemoteAccount, s remote.Secrets) error {
	defer s.Clear()
	if !remoteName.MatchString(a.Name) {
		return fmt.Errorf("%w: %q", ErrRemoteName, a.Name)
	}
	if err := a.Account.Check(); err != nil {
		return fmt.Errorf("enter remote account: %w", err)
	}
	all, err := o.savedRemotes(ctx)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(x savedRemote) bool { return x.Name == a.Name })
	if a.Account.AskPassword {
		s.User = nil
	}
	all = append(all, savedRemote{Name: a.Name, Account: a.Account, Client: s.Client, User: s.User})
	slices.SortFunc(all, func(x, y savedRemote) int { return strings.Compare(x.Name, y.Name) })
	return o.store.PutSetting(ctx, remotesSetting, all)
}

// Remotes lists the accounts, by name.
func (o *Office) Remotes(ctx context.Context) ([]RemoteAccount, error) {
	all, err := o.savedRemotes(ctx)
	var out []RemoteAccount
	for _, x := range all {
		out = append(out, RemoteAccount{x.Name, x.Account})
	}
	return out, err
}

// RemoveRemote forgets an account with its secrets.
func (o *Office) RemoveRemote(ctx context.Context, name string) error {
	all, err := o.savedRemotes(ctx)
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(slices.Clone(all), func(x savedRemote) bool { return x.Name == name })
	if len(left) == len(all) {
		return fmt.Errorf("%w: %q", ErrNoRemote, name)
	}
	return o.store.PutSetting(ctx, remotesSetting, left)
}

func (o *Office) remote(ctx context.Context, name string) (RemoteAccount, remote.Secrets, error) {
	all, err := o.savedRemotes(ctx)
	if err != nil {
		return RemoteAccount{}, remote.Secrets{}, err
	}
	for _, x := range all {
		if x.Name == name {
			return RemoteAccount{x.Name, x.Account}, remote.Secrets{Client: x.Client, User: x.User}, nil
		}
	}
	return RemoteAccount{}, remote.Secrets{}, fmt.Errorf("%w: %q", ErrNoRemote, name)
}

// RemoteTest is what a service says of an account.
type RemoteTest struct {
	RemoteAccount
	Keys []KeyInfo
}

// TestRemote logs in to the service and lists the account's certificates; nothing is
// signed and the holder is not disturbed, but for the password where it is not kept.
func (o *Office) TestRemote(ctx context.Context, name string, ask remote.Ask) (RemoteTest, error) {
	a, s, err := o.remote(ctx, name)
	if err != nil {
		return RemoteTest{}, err
	}
	defer s.Clear()
	all, err := remote.Credentials(ctx, a.Account, s, ask)
	if err != nil {
		return RemoteTest{}, fmt.Errorf("test remote account %s: %w", name, err)
	}
	if c, err := a.Account.Choose(all); err == nil { // several are told below
		if err := o.rememberRemote(ctx, name, c.Cert); err != nil {
			return RemoteTest{}, err
		}
	}
	taxCode := o.taxCode(ctx)
	out := RemoteTest{RemoteAccount: a}
	for _, c := range all {
		out.Keys = append(out.Keys, o.certInfo(a.Key(), c.Cert, taxCode))
	}
	return out, nil
}

// rememberRemote keeps which certificate an account signs with.
func (o *Office) rememberRemote(ctx context.Context, name string, cert *x509.Certificate) error {
	all, err := o.savedRemotes(ctx)
	i := slices.IndexFunc(all, func(x savedRemote) bool { return x.Name == name })
	if err != nil || i < 0 || o.viewOnly || bytes.Equal(all[i].Cert, cert.Raw) {
		return err
	}
	all[i].Cert = cert.Raw
	return o.store.PutSetting(context.WithoutCancel(ctx), remotesSetting, all)
}

// RemoteKeys lists the keys of all accounts by name, as far as their certificates are
// known from an earlier log-in; no service is asked.
func (o *Office) RemoteKeys(ctx context.Context) ([]KeyInfo, error) {
	return o.remoteKeysOf(ctx, o.taxCode(ctx))
}

func (o *Office) remoteKeysOf(ctx context.Context, taxCode string) ([]KeyInfo, error) {
	all, err := o.savedRemotes(ctx)
	var out []KeyInfo
	for _, x := range all {
		a := RemoteAccount{x.Name, x.Account}
		k := KeyInfo{Spec: a.Key()}
		if cert, err := x509.ParseCertificate(x.Cert); err == nil { // none, before the first log-in
			k = o.certInfo(a.Key(), cert, taxCode)
		}
		k.Account, k.Service = a.Name, a.Service()
		out = append(out, k)
	}
	return out, err
}

// RemoteUse is how a person takes part in a remote signature.
type RemoteUse struct {
	Ask   remote.Ask           // for password, PIN and one-time code; nil asks nobody
	Tell  func(remote.Pending) // hears that the telephone waits; may be nil
	Heard func()               // hears that it waits no longer; may be nil
	Wait  time.Duration        // how long one confirmation is waited for; 0 takes five minutes
}

// OpenRemoteKey logs in to the service of an account and opens its key.
func (o *Office) OpenRemoteKey(ctx context.Context, name string, use RemoteUse) (signing.Key, error) {
	a, s, err := o.remote(ctx, name)
	if err != nil {
		return nil, err
	}
	defer s.Clear()
	key, err := remote.Open(ctx, name, a.Account, s, remote.Options{Now: o.now, Ask: use.Ask, Tell: use.Tell, Heard: use.Heard, Wait: use.Wait})
	if err != nil {
		return nil, fmt.Errorf("open remote account %s: %w", name, err)
	}
	if err := o.rememberRemote(ctx, name, key.Certificate()); err != nil {
		key.Close()
		return nil, fmt.Errorf("open remote account %s: %w", name, err)
	}
	return key, nil
}
