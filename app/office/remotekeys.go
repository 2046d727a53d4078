package office

import (
	"context"
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
	all = append(all, savedRemote{a.Name, a.Account, s.Client, s.User})
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
// signed and the holder is not disturbed.
func (o *Office) TestRemote(ctx context.Context, name string) (RemoteTest, error) {
	a, s, err := o.remote(ctx, name)
	if err != nil {
		return RemoteTest{}, err
	}
	defer s.Clear()
	all, err := remote.Credentials(ctx, a.Account, s)
	if err != nil {
		return RemoteTest{}, fmt.Errorf("test remote account %s: %w", name, err)
	}
	taxCode := o.taxCode(ctx)
	out := RemoteTest{RemoteAccount: a}
	for _, c := range all {
		out.Keys = append(out.Keys, o.certInfo(a.Key(), c.Cert, taxCode))
	}
	return out, nil
}

// RemoteUse is how a person takes part in a remote signature.
type RemoteUse struct {
	Ask  remote.Ask                          // for PIN and one-time code; nil asks nobody
	Tell func(remote.Service, remote.Ticket) // hears that the telephone waits; may be nil
	Wait time.Duration                       // how long one confirmation is waited for; 0 takes five minutes
}

// OpenRemoteKey logs in to the service of an account and opens its key.
func (o *Office) OpenRemoteKey(ctx context.Context, name string, use RemoteUse) (signing.Key, error) {
	a, s, err := o.remote(ctx, name)
	if err != nil {
		return nil, err
	}
	defer s.Clear()
	key, err := remote.Open(ctx, name, a.Account, s, remote.Options{Now: o.now, Ask: use.Ask, Tell: use.Tell, Wait: use.Wait})
	if err != nil {
		return nil, fmt.Errorf("open remote account %s: %w", name, err)
	}
	return key, nil
}
