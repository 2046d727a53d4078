package keys

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func kinds(s *Store) string {
	var out []string
	for _, x := range s.Slots() {
		out = append(out, string(x.Kind))
	}
	return strings.Join(out, " ")
}

// What is made depends on what answers: the keyring, a passphrase, the machine.
func TestFirstSlots(t *testing.T) {
	for _, c := range []struct {
		name, passphrase string
		locked           error
		want             string
	}{
		{"keyring", "", nil, "keyring"},
		{"keyring and passphrase", secret, nil, "keyring passphrase"},
		{"passphrase alone", secret, errors.New("no bus"), "passphrase"},
		{"nothing", "", errors.New("no bus"), "machine"},
	} {
		p := newPlace(t)
		p.ring.locked = c.locked
		s := p.create(p.sources(c.passphrase, ""))
		if got := kinds(s); got != c.want {
			t.Errorf("%s: slots %q, want %q", c.name, got, c.want)
		}
		if _, err := Create(t.Context(), p.dir, p.sources(secret, ""), now); !errors.Is(err, ErrExists) {
			t.Errorf("%s: made a second time: %v", c.name, err)
		}
		p.opens(p.sources(c.passphrase, ""), s.OpenedBy(), s.DEK().Bytes())
	}
	if _, err := Create(t.Context(), t.TempDir(), Sources{}, now); !errors.Is(err, ErrNoPlace) {
		t.Errorf("keys with no place to keep them: %v, want ErrNoPlace", err)
	}
	p := newPlace(t)
	if _, err := Create(t.Context(), p.dir, p.sources("ngắn quá", ""), now); !errors.Is(err, ErrWeak) {
		t.Errorf("short passphrase: %v, want ErrWeak", err)
	}
	if there, err := Exists(p.dir); there || err != nil {
		t.Errorf("a refused creation left a key file: %v %v", there, err)
	}
}

// Losing the keyring never loses data: a new computer, a reset profile.
func TestKeyringIsLost(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	want := copyOf(s)
	key, err := s.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	for _, typed := range []struct {
		passphrase, recovery string
		by                   Kind
	}{{secret, "", KindPassphrase}, {"", string(key.Text()), KindRecovery}} {
		clear(p.ring.held)
		_, err := p.open(p.sources("", ""))
		var need *NeedError
		if !errors.As(err, &need) || !need.Takes(KindPassphrase) || !need.Takes(KindRecovery) {
			t.Fatalf("with an empty keyring and nothing typed: %v", err)
		}
		for _, word := range []string{"mật khẩu dữ liệu", "khoá khôi phục", "kho khoá"} {
			if !strings.Contains(Say(err), word) {
				t.Errorf("%q does not speak of %s", Say(err), word)
			}
		}
		p.opens(p.sources(typed.passphrase, typed.recovery), typed.by, want)
		if len(p.ring.held) != 1 {
			t.Fatalf("no new secret in the keyring")
		}
		p.opens(p.sources("", ""), KindKeyring, want) // the new slot works alone
	}
	// A keyring that does not answer is another thing: nothing is made anew.
	was := p.read(0)
	p.ring.locked = errors.New("locked")
	p.opens(p.sources(secret, ""), KindPassphrase, want)
	if !bytes.Equal(was, p.read(0)) {
		t.Error("a locked keyring changed the key file")
	}
	// The secret of another data folder in its place is the same as none.
	p.ring.locked, p.ring.held[s.ID()] = nil, random(Size)
	p.opens(p.sources(secret, ""), KindPassphrase, want)
	p.opens(p.sources("", ""), KindKeyring, want)
}

func TestWrongSecrets(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	want := copyOf(s)
	key, err := s.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	p.ring.locked = errors.New("locked")
	other := newRecoveryKey()
	mistyped := key.Text()
	mistyped[13] = crockford[(strings.IndexByte(crockford, mistyped[13])+1)%32] // in the third group
	for _, c := range []struct {
		passphrase, recovery string
		want                 error
		say                  string
	}{
		{"bốn từ dễ quên", "", ErrPassphrase, "Mật khẩu dữ liệu không đúng"},
		{"", string(other.Text()), ErrRecovery, "không phải của bộ dữ liệu này"},
		{"", string(mistyped), ErrTypo, "nhóm 3 gõ sai"},
		{"", "", ErrNeedSecret, "Cách mở"},
	} {
		_, err := p.open(p.sources(c.passphrase, c.recovery))
		if !errors.Is(err, c.want) || !strings.Contains(Say(err), c.say) {
			t.Errorf("%q %q: %v; %q", c.passphrase, c.recovery, err, Say(err))
		}
	}
	p.opens(p.sources(norm.NFD.String(secret), ""), KindPassphrase, want) // another keyboard
	p.opens(p.sources("sai bét hết rồi", string(key.Text())), KindRecovery, want)
}

func TestPassphraseIsChangedAndRemoved(t *testing.T) {
	p := newPlace(t)
	p.ring.locked = errors.New("no bus")
	s := p.create(p.sources("", ""))
	want := copyOf(s)
	machine := filepath.Join(p.cfg, "AnKhai", "khoa-may-"+s.ID())
	if st, err := os.Stat(machine); err != nil || st.Mode().Perm() != 0o600 {
		t.Fatalf("the machine's key: %v %v", st, err)
	}
	if err := s.SetPassphrase([]byte(secret)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(machine); !os.IsNotExist(err) || kinds(s) != "passphrase" {
		t.Errorf("with a passphrase the machine's key opens as well: %q, %v", kinds(s), err)
	}
	if err := s.SetPassphrase([]byte("mật khẩu mới hẳn")); err != nil {
		t.Fatal(err)
	}
	if _, err := p.open(p.sources(secret, "")); !errors.Is(err, ErrPassphrase) {
		t.Errorf("the old passphrase: %v, want ErrPassphrase", err)
	}
	s = p.opens(p.sources("mật khẩu mới hẳn", ""), KindPassphrase, want)
	if err := s.Remove(KindPassphrase); !errors.Is(err, ErrLastSlot) {
		t.Errorf("the last slot goes: %v", err)
	}
	if _, err := s.NewRecovery(); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(KindPassphrase); !errors.Is(err, ErrLastSlot) {
		t.Errorf("only paper would be left: %v", err)
	}
	if err := s.Remove(KindKeyring); !errors.Is(err, ErrNoSlot) {
		t.Errorf("a slot that is not there: %v", err)
	}
	if err := s.SetKeyring(t.Context(), p.ring); !errors.Is(err, ErrNoKeyring) {
		t.Errorf("a keyring that does not answer: %v", err)
	}
	p.ring.locked = nil
	if err := s.SetKeyring(t.Context(), p.ring); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(KindPassphrase); err != nil {
		t.Fatal(err)
	}
	p.opens(p.sources("", ""), KindKeyring, want)
	if err := s.UnsetKeyring(t.Context(), p.ring); !errors.Is(err, ErrLastSlot) || len(p.ring.held) != 1 {
		t.Errorf("the keyring's secret goes although it is the last: %v", err)
	}
	if err := s.SetPassphrase([]byte(secret)); err != nil {
		t.Fatal(err)
	}
	if err := s.UnsetKeyring(t.Context(), p.ring); err != nil || len(p.ring.held) != 0 {
		t.Errorf("keyring off: %v, %d secrets left", err, len(p.ring.held))
	}
	p.opens(p.sources(secret, ""), KindPassphrase, want)
}

// A recovery key counts when it was typed back; until then the older one works.
func TestRecoveryIsRenewed(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources("", ""))
	want := copyOf(s)
	if err := s.TryRecovery([]byte("x")); !errors.Is(err, ErrNoSlot) {
		t.Errorf("try a key that was never made: %v", err)
	}
	first, err := s.NewRecovery()
	if err != nil || s.RecoveryTried() {
		t.Fatalf("made: %v, counts at once: %v", err, s.RecoveryTried())
	}
	typed := strings.ToLower(strings.ReplaceAll(string(first.Text()), "-", " "))
	if err := s.TryRecovery([]byte(typed)); err != nil || !s.RecoveryTried() {
		t.Fatalf("typed back: %v, counts: %v", err, s.RecoveryTried())
	}
	unprinted, err := s.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	second, err := s.NewRecovery() // the printer jammed
	if err != nil {
		t.Fatal(err)
	}
	clear(p.ring.held)
	p.opens(p.sources("", string(first.Text())), KindRecovery, want)
	s = p.opens(p.sources("", string(second.Text())), KindKeyring, want)
	clear(p.ring.held)
	if _, err := p.open(p.sources("", string(unprinted.Text()))); !errors.Is(err, ErrRecovery) {
		t.Errorf("the key that was never printed: %v, want ErrRecovery", err)
	}
	if err := s.TryRecovery(second.Text()); err != nil {
		t.Fatal(err)
	}
	if _, err := p.open(p.sources("", string(first.Text()))); !errors.Is(err, ErrRecovery) {
		t.Errorf("the old key after the new one was tried: %v, want ErrRecovery", err)
	}
	p.opens(p.sources("", string(second.Text())), KindRecovery, want)
}

// The key file of a backup opens by itself and is left as it is.
func TestOpenOneFile(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	want := copyOf(s)
	path := filepath.Join(t.TempDir(), "kho.khoa")
	if err := os.WriteFile(path, p.read(1), 0o400); err != nil {
		t.Fatal(err)
	}
	b, err := Open(t.Context(), path, Sources{Keyring: newRing(), Passphrase: []byte(secret)}, now)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if !bytes.Equal(b.DEK().Bytes(), want) || b.OpenedBy() != KindPassphrase || b.Trouble() != nil {
		t.Errorf("opened by %s, trouble %v", b.OpenedBy(), b.Trouble())
	}
	if err := b.SetPassphrase([]byte("mật khẩu mới hẳn")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a backup's key file is changed: %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, p.read(1)) {
		t.Errorf("the file changed: %v", err)
	}
	if _, err := Open(t.Context(), filepath.Join(t.TempDir(), "kho.khoa"), Sources{}, now); !errors.Is(err, ErrMissing) {
		t.Errorf("no file: %v, want ErrMissing", err)
	}
}

// A backup's key file goes into the folder where it is restored; keys of other
// data are not overwritten.
func TestCopyTo(t *testing.T) {
	p, other := newPlace(t), newPlace(t)
	s := p.create(p.sources(secret, ""))
	want := copyOf(s)
	other.create(other.sources(secret, ""))
	was := other.read(0)
	if err := s.CopyTo(other.dir); !errors.Is(err, ErrExists) || !bytes.Equal(other.read(0), was) {
		t.Errorf("over the keys of other data: %v", err)
	}
	dir := t.TempDir()
	for range 2 {
		if err := s.CopyTo(dir); err != nil {
			t.Fatal(err)
		}
	}
	p.dir = dir
	p.opens(p.sources("", ""), KindKeyring, want)
}

func TestTheKeyDoesNotPrint(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources("", ""))
	dek := s.DEK()
	rec := newRecoveryKey()
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
		if got := fmt.Sprintf(verb, dek); got != "khoá" {
			t.Errorf("%s prints %q", verb, got)
		}
		if got := fmt.Sprintf(verb, rec); got != "khoá khôi phục" {
			t.Errorf("%s prints %q", verb, got)
		}
	}
	for _, v := range []any{dek, rec, struct{ K DEK }{dek}, map[string]RecoveryKey{"k": rec}} {
		if b, err := json.Marshal(v); err == nil {
			t.Errorf("%T marshals to %s", v, b)
		}
	}
	if err := gob.NewEncoder(new(bytes.Buffer)).Encode(dek); err == nil {
		t.Error("gob writes the key")
	}
	b := dek.Bytes()
	if reflect.DeepEqual(dek.Derive("tep"), dek.Derive("pages")) || len(dek.Derive("tep")) != Size {
		t.Error("keys for two uses are one")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b, make([]byte, Size)) {
		t.Error("Close leaves the key in memory")
	}
	defer func() {
		if recover() == nil {
			t.Error("a closed key answers: a key of zeros would be taken for plain pages")
		}
	}()
	dek.Bytes()
}

// Everything in the folder and nothing of the key: neither file holds its bytes.
func TestNothingInClear(t *testing.T) {
	p := newPlace(t)
	p.ring.locked = errors.New("no bus")
	s := p.create(p.sources("", ""))
	key, err := s.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	hidden := [][]byte{s.DEK().Bytes(), key.Text(), key.b[:]}
	for _, path := range append(copies(p.dir), filepath.Join(p.cfg, "AnKhai", "khoa-may-"+s.ID())) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range hidden {
			for _, form := range [][]byte{h, []byte(fmt.Sprintf("%x", h)), []byte(strings.Trim(string(mustJSON(t, h)), `"`))} {
				if bytes.Contains(data, form) {
					t.Errorf("%s holds secret %d", filepath.Base(path), i)
				}
			}
		}
	}
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A key file of the first version opens for ever.
func TestFirstVersion(t *testing.T) {
	const dek = "c87dad7b3e439219385ade95d3823017edec61228c4d30759eafd61c6a452834"
	for _, src := range []Sources{{Passphrase: []byte(secret)}, {Recovery: []byte(vectorText)}} {
		s, err := Open(t.Context(), filepath.Join("testdata", "v1.khoa"), src, now)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", s.DEK().Bytes()); got != dek {
			t.Errorf("%s gives %s", s.OpenedBy(), got)
		}
		s.Close()
	}
}
