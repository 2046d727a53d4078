package keys

import (
	"errors"
	"testing"
)

// A change of the data key survives being killed between its steps, whichever
// slot opens afterwards.
func TestRotation(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	old := copyOf(s)
	key, err := s.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	if _, under := s.Next(); under {
		t.Fatal("a fresh file has two keys")
	}
	var need *NeedError
	if err := s.BeginRotation(t.Context(), p.sources(secret, "")); !errors.As(err, &need) || !need.Takes(KindRecovery) || need.Takes(KindPassphrase) {
		t.Fatalf("without the recovery key: %v", err)
	}
	if err := s.BeginRotation(t.Context(), p.sources("bốn từ dễ quên", string(key.Text()))); !errors.As(err, &need) || !need.Takes(KindPassphrase) {
		t.Fatalf("with a wrong passphrase: %v", err)
	}
	all := p.sources(secret, string(key.Text()))
	if err := s.BeginRotation(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	next, _ := s.Next()
	fresh := append([]byte(nil), next.Bytes()...)
	if string(fresh) == string(old) {
		t.Fatal("the next key is the old one")
	}
	if err := s.BeginRotation(t.Context(), all); !errors.Is(err, ErrTurning) {
		t.Errorf("begun twice: %v", err)
	}
	// killed here: every slot gives both
	for _, c := range []struct {
		src Sources
		by  Kind
	}{
		{p.sources("", ""), KindKeyring},
		{Sources{Passphrase: []byte(secret)}, KindPassphrase},
		{Sources{Recovery: key.Text()}, KindRecovery},
	} {
		s = p.opens(c.src, c.by, old)
		if n, ok := s.Next(); !ok || string(n.Bytes()) != string(fresh) {
			t.Errorf("%s does not give the next key", c.by)
		}
	}
	// a slot that is made now holds both
	if err := s.SetPassphrase([]byte("mật khẩu mới hẳn")); err != nil {
		t.Fatal(err)
	}
	s = p.opens(Sources{Passphrase: []byte("mật khẩu mới hẳn")}, KindPassphrase, old)
	if err := s.FinishRotation(); err != nil {
		t.Fatal(err)
	}
	for _, src := range []Sources{p.sources("", ""), {Passphrase: []byte("mật khẩu mới hẳn")}, {Recovery: key.Text()}} {
		s, err := p.open(src)
		if err != nil {
			t.Fatal(err)
		}
		if _, under := s.Next(); under || string(s.DEK().Bytes()) != string(fresh) {
			t.Errorf("%s: the old key is still there", s.OpenedBy())
		}
	}
	if err := s.FinishRotation(); !errors.Is(err, ErrNoSlot) {
		t.Errorf("finished twice: %v", err)
	}
}

func TestRotationIsGivenUp(t *testing.T) {
	p := newPlace(t)
	s := p.create(p.sources(secret, ""))
	old := copyOf(s)
	if err := s.BeginRotation(t.Context(), p.sources(secret, "")); err != nil {
		t.Fatal(err)
	}
	if err := s.AbandonRotation(); err != nil {
		t.Fatal(err)
	}
	s = p.opens(p.sources("", ""), KindKeyring, old)
	if _, under := s.Next(); under {
		t.Error("the next key is still there")
	}
}
