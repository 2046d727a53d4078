package office

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"ankhai/forms/facts"
	"ankhai/storage"
	"ankhai/storage/keys"
)

// Sources are where the secrets of the data key come from: see keys.Sources.
type Sources = keys.Sources

// Keyring keeps secrets for the user: see keys.Keyring.
type Keyring = keys.Keyring

// RecoveryKey is a recovery key in clear: see keys.RecoveryKey.
type RecoveryKey = keys.RecoveryKey

// OSKeyring is the keyring of the operating system.
func OSKeyring() Keyring { return keys.OSKeyring() }

// ErrNoSecret is a keyring's word for «it is not here».
var ErrNoSecret = keys.ErrNoSlot

// ParseRecoveryKey reads what a person typed.
func ParseRecoveryKey(typed []byte) (RecoveryKey, error) { return keys.ParseRecoveryKey(typed) }

// CheckPassphrase says whether a passphrase is good enough to be set.
func CheckPassphrase(typed []byte) error { return keys.CheckPassphrase(typed) }

// MinPassphrase is the least length of a passphrase in characters.
const MinPassphrase = keys.MinPassphrase

// AsksFor reports whether opening failed for want of a secret that a person
// can type, or for a wrong one, and which kinds would do.
func AsksFor(err error) (passphrase, recovery bool) {
	var need *keys.NeedError
	if errors.As(err, &need) {
		return need.Takes(keys.KindPassphrase), need.Takes(keys.KindRecovery)
	}
	return errors.Is(err, keys.ErrPassphrase), errors.Is(err, keys.ErrRecovery) || errors.Is(err, keys.ErrTypo)
}

// NeedsKey reports whether opening failed for want of the data key: nothing was
// typed, or the wrong thing, or the keyring was locked.
func NeedsKey(err error) bool {
	for _, kind := range []error{keys.ErrNeedSecret, keys.ErrPassphrase, keys.ErrRecovery, keys.ErrTypo} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}

// openKeys opens the keys of a data folder, or makes them where there is nothing
// to open yet: an empty folder, or one of version 0.1.0, whose data file is plain.
func openKeys(ctx context.Context, dir string, src Sources, now func() time.Time) (*keys.Store, error) {
	there, err := keys.Exists(dir)
	if err != nil {
		return nil, err
	}
	if there {
		return keys.Open(ctx, dir, src, now)
	}
	needs, err := storage.NeedsKey(filepath.Join(dir, storeFile))
	if err != nil {
		return nil, err
	}
	if needs { // of a key that is not here; nothing is written
		return nil, fmt.Errorf("open data folder: %w", keys.ErrMissing)
	}
	return keys.Create(ctx, dir, src, now)
}

// Slot is one way in which the data opens.
type Slot struct {
	Kind  string    `json:"kind"` // keyring, passphrase, recovery, machine
	Name  string    `json:"name"`
	Made  time.Time `json:"made"`
	Tried time.Time `json:"tried,omitzero"` // a recovery key that was typed back
}

// Lack is something that the protection of the data lacks.
type Lack struct {
	Kind    string `json:"kind"`              // the slot that would mend it; "" for none
	Title   string `json:"title"`             // what is missing
	Say     string `json:"message"`           // what may happen
	Command string `json:"command,omitempty"` // what mends it on the console
}

// Line is the lack and what mends it on the console, as one line.
func (l Lack) Line() string {
	s := l.Title + ". " + l.Say
	if l.Command != "" {
		s += " Chạy: " + l.Command
	}
	return s
}

// Remedy is what mends the lack on the console, "" if nothing there does.
func (l Lack) Remedy() string {
	if l.Command == "" {
		return ""
	}
	return "Chạy: " + l.Command
}

// Protection is how the data key is kept.
type Protection struct {
	OpenedBy string `json:"openedBy"`
	Slots    []Slot `json:"slots"`
	Lacks    []Lack `json:"missing"`
}

// Elsewhere reports whether a backup opens on another computer too: by a passphrase, or by
// a recovery key.
func (p Protection) Elsewhere() bool {
	for _, s := range p.Slots {
		if s.Kind == string(keys.KindPassphrase) || s.Kind == string(keys.KindRecovery) {
			return true
		}
	}
	return false
}

// Say names the ways in which the data opens.
func (p Protection) Say() string {
	var names []string
	for _, s := range p.Slots {
		name := s.Name
		if s.Kind == string(keys.KindRecovery) && s.Tried.IsZero() {
			name += " (chưa gõ thử lại)"
		}
		names = append(names, name)
	}
	return "mở bằng " + strings.Join(names, ", ")
}

// Protection tells which slots keep the data key, and what is missing.
func (o *Office) Protection() Protection {
	o.keysMu.Lock()
	defer o.keysMu.Unlock()
	p := Protection{OpenedBy: string(o.keys.OpenedBy()), Lacks: []Lack{}}
	for _, s := range o.keys.Slots() {
		p.Slots = append(p.Slots, Slot{string(s.Kind), s.Kind.Say(), s.Made, s.Tried})
	}
	if !o.keys.Has(keys.KindPassphrase) && !o.keys.Has(keys.KindKeyring) {
		p.Lacks = append(p.Lacks, Lack{string(keys.KindPassphrase),
			"Dữ liệu chưa có mật khẩu",
			"Khoá nằm trong hồ sơ người dùng trên máy này, nên ai lấy được cả ổ đĩa đều mở được.",
			"bhxh keys passphrase set"})
	}
	switch {
	case !o.keys.Has(keys.KindRecovery):
		p.Lacks = append(p.Lacks, Lack{string(keys.KindRecovery),
			"Chưa có khoá khôi phục", "Khi hỏng máy, cài lại máy hoặc quên mật khẩu thì không mở lại được dữ liệu.", "bhxh keys recovery new"})
	case !o.keys.RecoveryTried():
		p.Lacks = append(p.Lacks, Lack{string(keys.KindRecovery),
			"Khoá khôi phục chưa được gõ thử lại", "Chưa chắc tờ in dùng được khi cần.", "bhxh keys recovery try"})
	}
	if err := o.keys.Trouble(); err != nil {
		p.Lacks = append(p.Lacks, Lack{Title: "Tệp khoá chưa ghi lại được đủ hai bản", Say: Say(err)})
	}
	return p
}

// examineKeys tells which slots keep the data key, and a line for all that lacks.
func (o *Office) examineKeys() []Exam {
	p := o.Protection()
	out := []Exam{well("Khoá dữ liệu", p.Say())}
	for _, l := range p.Lacks {
		out = append(out, ill("Khoá dữ liệu", l.Title+". "+l.Say, l.Remedy()))
	}
	return out
}

// KeysScreen is the door to the data key.
const KeysScreen = "khoa-du-lieu"

// todoOfKeys is what the protection of the data lacks, as one thing to do. The
// sample company's data is invented and needs none.
func (o *Office) todoOfKeys(dv facts.DonVi) []Todo {
	lacks := o.Protection().Lacks
	if dv.ThucHanh || len(lacks) == 0 {
		return nil
	}
	return []Todo{{Level: Yellow, Title: lacks[0].Title, Why: lacks[0].Say, Button: "Khoá dữ liệu", Go: Place{Screen: KeysScreen}}}
}

// onKeys does one thing to the keys and writes it into the journal.
func (o *Office) onKeys(ctx context.Context, what string, do func(*keys.Store) error) error {
	o.keysMu.Lock()
	err := do(o.keys)
	o.keysMu.Unlock()
	if err != nil {
		return err
	}
	return o.store.Record(ctx, what, "")
}

// SetPassphrase gives the data a passphrase, or another one. typed is overwritten.
func (o *Office) SetPassphrase(ctx context.Context, typed []byte) error {
	defer clear(typed)
	return o.onKeys(ctx, "khoa.datMatKhau", func(k *keys.Store) error { return k.SetPassphrase(typed) })
}

// RemovePassphrase takes the passphrase away; the last way to open the data stays.
func (o *Office) RemovePassphrase(ctx context.Context) error {
	return o.onKeys(ctx, "khoa.boMatKhau", func(k *keys.Store) error { return k.Remove(keys.KindPassphrase) })
}

// NewRecovery makes a recovery key, to be shown once and wiped. It counts after
// TryRecovery; until then an older one stays.
func (o *Office) NewRecovery(ctx context.Context) (key RecoveryKey, err error) {
	err = o.onKeys(ctx, "khoa.taoKhoaKhoiPhuc", func(k *keys.Store) (err error) {
		key, err = k.NewRecovery()
		return err
	})
	return key, err
}

// TryRecovery takes the recovery key as it was typed back from paper. typed is
// overwritten.
func (o *Office) TryRecovery(ctx context.Context, typed []byte) error {
	defer clear(typed)
	return o.onKeys(ctx, "khoa.thuKhoaKhoiPhuc", func(k *keys.Store) error { return k.TryRecovery(typed) })
}

// KeyringOn keeps the data key in the system's keyring as well.
func (o *Office) KeyringOn(ctx context.Context) error {
	return o.onKeys(ctx, "khoa.batKhoKhoa", func(k *keys.Store) error { return k.SetKeyring(ctx, o.keyring) })
}

// KeyringOff takes it out of there; the last way to open the data stays.
func (o *Office) KeyringOff(ctx context.Context) error {
	return o.onKeys(ctx, "khoa.tatKhoKhoa", func(k *keys.Store) error { return k.UnsetKeyring(ctx, o.keyring) })
}

// RecoveryFile is what is saved or printed of a recovery key: the key and how it
// is used. It is the caller's to keep secret.
func (o *Office) RecoveryFile(key RecoveryKey) File {
	text := fmt.Sprintf(`KHOÁ KHÔI PHỤC DỮ LIỆU ANKHAI

%s

Ngày tạo: %s
Thư mục dữ liệu: %s

Ai có tờ này và tệp dữ liệu thì mở được dữ liệu. In ra, cất nơi khoá được, không để cùng máy tính, rồi xoá tệp này.
Dùng khi hỏng máy, cài lại máy hoặc quên mật khẩu: mở AnKhai, chọn «Khoá khôi phục» và gõ cả bảy nhóm; trên dòng lệnh: --recovery-file.
Chữ hoa chữ thường như nhau; số 0 và chữ O như nhau; số 1, chữ I và chữ L như nhau. Mỗi nhóm có một ký tự kiểm tra, gõ sai nhóm nào chương trình nêu nhóm đó.
`, key.Text(), o.Today(), o.dir)
	return File{Name: "khoa-khoi-phuc-ankhai.txt", Bytes: []byte(text)}
}
