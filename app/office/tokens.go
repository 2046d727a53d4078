package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"ankhai/assets"
	"ankhai/signing"
	"ankhai/signing/doctor"
	"ankhai/signing/pkcs11"
	"ankhai/storage"
)

// tokenKey begins the name of a key on a token; what follows is pkcs11.ParseSpec's.
const tokenKey = "pkcs11:"

// driversSetting holds the drivers that a person chose besides the known ones.
const driversSetting = "trinh-dieu-khien-token"

// chosenDriver is a driver's file that a person pointed at.
type chosenDriver struct {
	Path string `json:"path"`
	// Trusted: the person said so although anybody may write where it lies.
	Trusted bool `json:"trusted"`
}

// tokenDrivers are the helpers of an office, started when a token is first asked for.
type tokenDrivers struct {
	once    sync.Once
	drivers *pkcs11.Drivers
}

func (t *tokenDrivers) use() *pkcs11.Drivers {
	t.once.Do(func() { t.drivers = pkcs11.NewDrivers(0) })
	return t.drivers
}

func (t *tokenDrivers) close() error { return t.use().Close() }

// Reader is a token reader, or the slot that stands for one.
type Reader struct {
	Name  string `json:"name"`
	Token *Token `json:"token,omitempty"`
	Say   string `json:"message,omitempty"` // what is wrong with the token in it
}

// Token is a token as a person knows it.
type Token struct {
	Label  string    `json:"label"`
	Serial string    `json:"serial"`
	Model  string    `json:"model"`
	PIN    string    `json:"pin"` // in words
	Keys   []KeyInfo `json:"-"`
}

// Driver is a token driver found on this machine, and what it showed.
type Driver struct {
	Path    string   `json:"path"`
	Vendor  string   `json:"vendor"`
	Say     string   `json:"message,omitempty"` // why it cannot be used
	Readers []Reader `json:"readers"`
}

// Tokens lists the drivers on this machine, their readers, tokens and certificates.
// No PIN is needed. A driver that hangs takes fifteen seconds, once for all.
func (o *Office) Tokens(ctx context.Context) ([]Driver, error) {
	seen, err := o.look(ctx)
	if err != nil {
		return nil, err
	}
	return o.driversOf(seen, o.taxCode(ctx)), nil
}

// driversOf puts what the drivers showed into words for an employer.
func (o *Office) driversOf(seen []pkcs11.Seen, taxCode string) []Driver {
	out := []Driver{}
	for _, s := range seen {
		d := Driver{Path: s.Path, Vendor: s.Vendor, Readers: []Reader{}}
		if s.Err != nil {
			d.Say = signing.Say(s.Err)
		}
		for _, slot := range s.Slots {
			d.Readers = append(d.Readers, o.reader(s.Path, slot, taxCode))
		}
		out = append(out, d)
	}
	return out
}

// TokenKeys lists the keys on tokens and, on Windows, those of the user's store;
// those that cannot sign for this employer with the reason. What two drivers, or a
// driver and the store, show is listed once.
func (o *Office) TokenKeys(ctx context.Context) ([]KeyInfo, error) {
	return o.tokenKeysOf(ctx, o.taxCode(ctx))
}

func (o *Office) tokenKeysOf(ctx context.Context, taxCode string) ([]KeyInfo, error) {
	seen, err := o.look(ctx)
	if err != nil {
		return nil, err
	}
	return o.keysOf(o.driversOf(seen, taxCode), taxCode)
}

// KeysOf is TokenKeys for drivers that were asked already.
func (o *Office) KeysOf(ctx context.Context, drivers []Driver) ([]KeyInfo, error) {
	return o.keysOf(drivers, o.taxCode(ctx))
}

func (o *Office) keysOf(drivers []Driver, taxCode string) ([]KeyInfo, error) {
	var all, out []KeyInfo
	for _, d := range drivers {
		for _, r := range d.Readers {
			if r.Token != nil {
				all = append(all, r.Token.Keys...)
			}
		}
	}
	stored, err := o.windowsKeys(taxCode)
	if err != nil {
		return nil, err
	}
	for _, k := range append(all, stored...) {
		same := func(have KeyInfo) bool { return have.Issuer == k.Issuer && have.Serial == k.Serial }
		if !slices.ContainsFunc(out, same) {
			out = append(out, k)
		}
	}
	return out, nil
}

// TokenDoctor judges drivers, tokens, certificates and clock.
func (o *Office) TokenDoctor(ctx context.Context) ([]doctor.Finding, error) {
	seen, err := o.look(ctx)
	if err != nil {
		return nil, err
	}
	return o.judgeTokens(seen, o.taxCode(ctx)), nil
}

func (o *Office) judgeTokens(seen []pkcs11.Seen, taxCode string) []doctor.Finding {
	return doctor.Judge(doctor.Facts{Drivers: seen, TaxCode: taxCode, Now: o.now(), Made: made})
}

// TokenLook is what one look at the tokens of this machine showed: the keys, and what
// keeps others from signing.
type TokenLook struct {
	Keys  []KeyInfo
	Found []Exam
}

// LookAtTokens is TokenKeys and TokenDoctor with one look: a driver that hangs takes
// its fifteen seconds once.
func (o *Office) LookAtTokens(ctx context.Context) (TokenLook, error) {
	seen, err := o.look(ctx)
	if err != nil {
		return TokenLook{}, err
	}
	taxCode := o.taxCode(ctx)
	keys, err := o.KeysOf(ctx, o.driversOf(seen, taxCode))
	return TokenLook{Keys: keys, Found: tokenExams(o.judgeTokens(seen, taxCode))}, err
}

// made is the month this program is from; a clock before it is wrong.
var made = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)

// ChooseDriver remembers a driver's file that a person pointed at, after it was
// looked at. With trusted it may lie where anybody can write.
func (o *Office) ChooseDriver(ctx context.Context, path string, trusted bool) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("choose token driver: %w", err)
	}
	if err := pkcs11.CheckFile(path, pkcs11.Consent{OpenFolder: trusted}); err != nil {
		return fmt.Errorf("choose token driver: %w", err)
	}
	chosen, err := o.chosenDrivers(ctx)
	if err != nil {
		return err
	}
	chosen = slices.DeleteFunc(chosen, func(c chosenDriver) bool { return c.Path == path })
	return o.store.PutSetting(ctx, driversSetting, append(chosen, chosenDriver{path, trusted}))
}

func (o *Office) chosenDrivers(ctx context.Context) (chosen []chosenDriver, err error) {
	if err = o.store.Setting(ctx, driversSetting, &chosen); errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return chosen, err
}

// look asks every driver: those that a person chose, then the known ones.
func (o *Office) look(ctx context.Context) ([]pkcs11.Seen, error) {
	chosen, err := o.chosenDrivers(ctx)
	if err != nil {
		return nil, err
	}
	known, err := pkcs11.ReadCatalogue(assets.TokenDrivers)
	if err != nil {
		return nil, err
	}
	var found []pkcs11.Found
	for _, c := range chosen {
		found = append(found, pkcs11.Found{Path: c.Path, Trusted: c.Trusted})
	}
	for _, f := range known.Find(os.Getenv) {
		if !slices.ContainsFunc(found, func(have pkcs11.Found) bool { return have.Path == f.Path }) {
			found = append(found, f)
		}
	}
	return o.tokens.use().Look(ctx, found), nil
}

// taxCode is the employer's at hand, "" where there is none or it is practice.
func (o *Office) taxCode(ctx context.Context) string {
	dv, err := o.Company(ctx)
	if err != nil {
		return ""
	}
	return dv.MaSoThue
}

func (o *Office) reader(module string, slot pkcs11.Slot, taxCode string) Reader {
	r := Reader{Name: slot.Description}
	if slot.Fault != 0 {
		r.Say = fmt.Sprintf("Không đọc được token trong đầu đọc này (%s). Rút token, cắm lại.", slot.Fault)
	}
	if slot.Token == nil {
		return r
	}
	t := slot.Token
	r.Token = &Token{Label: t.Label, Serial: t.Serial, Model: t.Model, PIN: pinWords(t)}
	for _, c := range t.Certificates {
		r.Token.Keys = append(r.Token.Keys, o.tokenKeyInfo(module, t, c, taxCode))
	}
	return r
}

func (o *Office) tokenKeyInfo(module string, t *pkcs11.Token, c pkcs11.Certificate, taxCode string) KeyInfo {
	// labels repeat: vendors give all their tokens the same
	choice := pkcs11.Choice{Module: module, Token: cmp.Or(t.Serial, t.Label), Cert: cmp.Or(c.ID, signing.Serial(c.Certificate))}
	info := o.certInfo(tokenKey+choice.Spec(), c.Certificate, taxCode)
	info.Token, info.PIN, info.PINPad = t.Label, NeedsPIN, t.PINPad
	switch {
	case !t.Initialized || !t.HasPIN || t.MustChange || t.PIN == pkcs11.PINLocked:
		info.PIN = PINUnusable
		info.PINSay = "Mã PIN của token: " + pinWords(t) + "."
	case t.PIN == pkcs11.PINLast:
		info.PIN = LastPIN
		info.PINSay = "Token chỉ còn một lần nhập mã PIN. Nhập sai nữa thì token bị khoá và phải nhờ nhà cung cấp mở."
	case t.PIN == pkcs11.PINLow:
		info.PINSay = "Đã có lần nhập sai mã PIN. Nhập cẩn thận; sai nhiều lần thì token bị khoá."
	}
	return info
}

// pinWords is the state of a token's PIN.
func pinWords(t *pkcs11.Token) string {
	switch {
	case !t.Initialized:
		return "token chưa khởi tạo"
	case t.PIN == pkcs11.PINLocked:
		return "đã bị khoá"
	case !t.HasPIN:
		return "chưa đặt"
	case t.MustChange:
		return "phải đổi trước lần dùng đầu"
	case t.PIN == pkcs11.PINLast:
		return "còn một lần nhập"
	case t.PIN == pkcs11.PINLow:
		return "đã có lần nhập sai"
	}
	return "bình thường"
}

// Agreed is what a person has agreed to before a token key is opened.
type Agreed struct {
	LastTry bool // use the last try of the PIN
	Trusted bool // load the driver though anybody may write where it lies
}

// OpenTokenKey opens a key named "pkcs11:MODULE[?token=LABEL][&cert=ID]". pin is
// overwritten.
func (o *Office) OpenTokenKey(ctx context.Context, spec string, pin []byte, agreed Agreed) (signing.Key, error) {
	defer clear(pin)
	choice, err := o.tokenChoice(ctx, spec, agreed)
	if err != nil {
		return nil, err
	}
	return o.tokens.use().Open(ctx, choice, pin)
}

// TokenKey tells what a token key is before its PIN is asked for: whose, and what
// the PIN has left.
func (o *Office) TokenKey(ctx context.Context, spec string, agreed Agreed) (KeyInfo, error) {
	choice, err := o.tokenChoice(ctx, spec, agreed)
	if err != nil {
		return KeyInfo{}, err
	}
	token, cert, err := o.tokens.use().Find(ctx, choice)
	if err != nil {
		return KeyInfo{}, err
	}
	return o.tokenKeyInfo(choice.Module, token, cert, o.taxCode(ctx)), nil
}

func (o *Office) tokenChoice(ctx context.Context, spec string, agreed Agreed) (pkcs11.Choice, error) {
	rest, ok := cutTokenKey(spec)
	if !ok {
		return pkcs11.Choice{}, fmt.Errorf("%w: %q", ErrKeyKind, spec)
	}
	choice, err := pkcs11.ParseSpec(rest)
	if err != nil {
		return choice, fmt.Errorf("%w: %w", ErrKeyKind, err)
	}
	chosen, err := o.chosenDrivers(ctx)
	if err != nil {
		return choice, err
	}
	trusted := slices.ContainsFunc(chosen, func(c chosenDriver) bool { return c.Path == choice.Module && c.Trusted })
	choice.Consent = pkcs11.Consent{LastTry: agreed.LastTry, OpenFolder: agreed.Trusted || trusted}
	return choice, nil
}
