package keys

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	lightest = argon{Time: 1, Memory: 64, Threads: 1} // the real floor would take minutes of this package's tests
	os.Exit(m.Run())
}

// ring is a keyring in memory that can be locked.
type ring struct {
	held   map[string][]byte
	locked error
}

func newRing() *ring { return &ring{held: map[string][]byte{}} }

func (r *ring) Get(_ context.Context, store string) ([]byte, error) {
	if r.locked != nil {
		return nil, r.locked
	}
	b, ok := r.held[store]
	if !ok {
		return nil, ErrNoSlot
	}
	return append([]byte(nil), b...), nil
}

func (r *ring) Set(_ context.Context, store string, secret []byte) error {
	if r.locked != nil {
		return r.locked
	}
	r.held[store] = append([]byte(nil), secret...)
	return nil
}

func (r *ring) Delete(_ context.Context, store string) error {
	delete(r.held, store)
	return r.locked
}

var _ Keyring = (*ring)(nil)

func now() time.Time { return time.Date(2026, 11, 22, 2, 30, 0, 0, time.UTC) }

const secret = "bốn từ dễ nhớ"

// place is a data folder, the user's settings and a keyring.
type place struct {
	t        *testing.T
	dir, cfg string
	ring     *ring
}

func newPlace(t *testing.T) *place {
	return &place{t: t, dir: t.TempDir(), cfg: t.TempDir(), ring: newRing()}
}

func (p *place) config() (string, error) { return p.cfg, nil }

// sources are the keyring and the settings, and what was typed.
func (p *place) sources(passphrase, recovery string) Sources {
	return Sources{Keyring: p.ring, ConfigDir: p.config, Passphrase: []byte(passphrase), Recovery: []byte(recovery)}
}

func (p *place) create(src Sources) *Store {
	p.t.Helper()
	s, err := Create(p.t.Context(), p.dir, src, now)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { s.Close() })
	return s
}

func (p *place) open(src Sources) (*Store, error) {
	s, err := Open(p.t.Context(), p.dir, src, now)
	if err == nil {
		p.t.Cleanup(func() { s.Close() })
	}
	return s, err
}

// opens opens the folder and makes sure that by opened it and that want came out.
func (p *place) opens(src Sources, by Kind, want []byte) *Store {
	p.t.Helper()
	s, err := p.open(src)
	if err != nil {
		p.t.Fatalf("open: %v", err)
	}
	if s.OpenedBy() != by {
		p.t.Errorf("opened by %s, want %s", s.OpenedBy(), by)
	}
	if got := s.DEK().Bytes(); string(got) != string(want) {
		p.t.Errorf("another key came out")
	}
	return s
}

func (p *place) read(n int) []byte {
	p.t.Helper()
	b, err := os.ReadFile(filepath.Join(p.dir, Files[n]))
	if err != nil {
		p.t.Fatal(err)
	}
	return b
}

func (p *place) write(n int, b []byte) {
	p.t.Helper()
	if err := os.WriteFile(filepath.Join(p.dir, Files[n]), b, 0o600); err != nil {
		p.t.Fatal(err)
	}
}

func copyOf(s *Store) []byte { return append([]byte(nil), s.DEK().Bytes()...) }
