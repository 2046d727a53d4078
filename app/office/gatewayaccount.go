package office

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"

	"ankhai/app/gateway"
	"ankhai/storage"
)

// GatewayAccount is the account that an I-VAN gave an employer, without its secret.
type GatewayAccount struct {
	User      string `json:"user"`
	InKeyring bool   `json:"inKeyring"` // the secret opens with the system's keyring alone; else with the data
}

var (
	// ErrGatewayAccount: a user's name or secret that no request can carry.
	ErrGatewayAccount = errors.New("gateway account cannot be used")
	// ErrNoGatewayAccount: the employer has none.
	ErrNoGatewayAccount = errors.New("employer has no gateway account")
	// ErrAccountKey: the keyring that keeps the account's key is another one, is
	// locked, or does not answer.
	ErrAccountKey = errors.New("key of the gateway account not found")
)

const accountSetting = "cong-tk:" // + tax code

// savedAccount is an account as it lies in the store, which is encrypted. Where the
// system has a keyring, the secret is sealed once more under a key that lies there:
// who has the data and its passphrase on another computer does not have the account.
type savedAccount struct {
	User   string `json:"user"`
	Secret []byte `json:"secret,omitempty"`
	Sealed []byte `json:"sealed,omitempty"` // nonce, then AES-256-GCM bound to the tax code
}

// SetGatewayAccount keeps the account with which an employer's dossiers go to its
// gateway. The gateway is not asked. secret is overwritten.
func (o *Office) SetGatewayAccount(ctx context.Context, mst, user string, secret []byte) error {
	defer clear(secret)
	if user == "" || len(user) > 200 || strings.ContainsAny(user, ":\r\n\x00") || len(secret) == 0 || len(secret) > 1000 {
		return ErrGatewayAccount
	}
	if _, err := o.store.DonVi(ctx, mst); err != nil {
		return err
	}
	saved := savedAccount{User: user}
	switch key, err := o.accountKey(ctx, true); {
	case err == nil:
		defer clear(key)
		if saved.Sealed, err = sealAccount(key, mst, secret); err != nil {
			return err
		}
	case errors.Is(err, ErrAccountKey):
		saved.Secret = append([]byte(nil), secret...)
		defer clear(saved.Secret)
	default:
		return err
	}
	if err := o.store.PutSetting(ctx, accountSetting+mst, saved); err != nil {
		return fmt.Errorf("keep gateway account: %w", err)
	}
	o.outbox.forgive() // what was refused for its account may go now
	o.outbox.nudge()
	return nil
}

// GatewayAccountOf is an employer's account; ErrNoGatewayAccount if it has none.
func (o *Office) GatewayAccountOf(ctx context.Context, mst string) (GatewayAccount, error) {
	saved, err := o.savedAccount(ctx, mst)
	return GatewayAccount{User: saved.User, InKeyring: len(saved.Sealed) > 0}, err
}

// RemoveGatewayAccount forgets an employer's account with its secret.
func (o *Office) RemoveGatewayAccount(ctx context.Context, mst string) error {
	if _, err := o.savedAccount(ctx, mst); err != nil {
		return err
	}
	return o.store.PutSetting(ctx, accountSetting+mst, savedAccount{})
}

func (o *Office) savedAccount(ctx context.Context, mst string) (savedAccount, error) {
	var saved savedAccount
	err := o.store.Setting(ctx, accountSetting+mst, &saved)
	if errors.Is(err, storage.ErrNotFound) || err == nil && saved.User == "" {
		err = ErrNoGatewayAccount
	}
	return saved, err
}

// signIn is asked before every call for an employer: its I-VAN, and its account
// where it has one.
func (o *Office) signIn(mst string) func(context.Context) (gateway.Account, error) {
	return func(ctx context.Context) (gateway.Account, error) {
		ivan, err := o.ivanOf(ctx, mst)
		if err != nil {
			return gateway.Account{}, err
		}
		a := gateway.Account{MaIVAN: ivan.Ma}
		saved, err := o.savedAccount(ctx, mst)
		switch {
		case errors.Is(err, ErrNoGatewayAccount):
			return a, nil
		case err != nil:
			return gateway.Account{}, err
		}
		a.User, a.Secret = saved.User, saved.Secret
		if len(saved.Sealed) > 0 {
			key, err := o.accountKey(ctx, false)
			if err != nil {
				return gateway.Account{}, err
			}
			defer clear(key)
			if a.Secret, err = openAccount(key, mst, saved.Sealed); err != nil {
				return gateway.Account{}, err
			}
		}
		return a, nil
	}
}

// accountKey is the key in the system's keyring under which accounts are sealed.
// fresh makes one where there is none yet.
func (o *Office) accountKey(ctx context.Context, fresh bool) ([]byte, error) {
	if o.keyring == nil {
		return nil, ErrAccountKey
	}
	o.keysMu.Lock()
	name := o.keys.ID() + ".cong"
	o.keysMu.Unlock()
	key, err := o.keyring.Get(ctx, name)
	if errors.Is(err, ErrNoSecret) && fresh {
		made := make([]byte, 32)
		rand.Read(made) // never fails since Go 1.24
		defer clear(made)
		if err = o.keyring.Set(ctx, name, made); err == nil {
			key, err = o.keyring.Get(ctx, name) // some take and give nothing back
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrAccountKey, err)
	}
	return key, nil
}

func accountCipher(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("seal gateway account: %w", err)
	}
	return cipher.NewGCMWithRandomNonce(block)
}

func sealAccount(key []byte, mst string, secret []byte) ([]byte, error) {
	c, err := accountCipher(key)
	if err != nil {
		return nil, err
	}
	return c.Seal(nil, nil, secret, []byte(accountSetting+mst)), nil
}

func openAccount(key []byte, mst string, sealed []byte) ([]byte, error) {
	c, err := accountCipher(key)
	if err != nil {
		return nil, err
	}
	secret, err := c.Open(nil, nil, sealed, []byte(accountSetting+mst))
	if err != nil {
		return nil, fmt.Errorf("%w: it opens nothing", ErrAccountKey)
	}
	return secret, nil
}
