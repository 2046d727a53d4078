package remote_test

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"sync"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/signing/remote/standin"
	"ankhai/signing/signtest"
)

var now = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

// holders are two certificates of one company; making keys takes its time.
var holders = sync.OnceValues(func() ([]signing.Key, error) {
	ca, err := signtest.NewCA(rand.Reader, now.AddDate(-2, 0, 0))
	if err != nil {
		return nil, err
	}
	var out []signing.Key
	for _, s := range []signtest.Subject{{Name: "CÔNG TY A", TaxCode: "0100109106"}, {Name: "CÔNG TY B", TaxCode: "0100109106-001"}} {
		k, err := ca.Issue(s, now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0))
		if err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	return out, nil
})

// face is one of the protocols and how the stand-in is reached through it.
type face struct {
	kind remote.Kind
	path string
}

var faces = []face{
	{remote.CSC1, "/csc/v1"}, {remote.CSC2, "/csc/v2"}, {remote.SmartCA, "/sca/sp769"},
	{remote.MySign, ""}, {remote.MySignRAS, "/adss/service/ras"}, {remote.MISA, ""},
}

// rig is a stand-in and one process after another that signs with it.
type rig struct {
	t      *testing.T
	box    *standin.Server
	face   face
	change func(*remote.Account, *remote.Secrets)
	ask    remote.Ask
	tell   func(remote.Pending)
	heard  func()
	wait   time.Duration
	kept   []byte // the session as the store has it
	saves  []string
}

func newRig(t *testing.T, f face, o standin.Options) *rig {
	t.Helper()
	if o.Keys == nil {
		keys, err := holders()
		if err != nil {
			t.Fatal(err)
		}
		o.Keys = keys[:1]
	}
	box, err := standin.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	return &rig{t: t, box: box, face: f, wait: time.Minute}
}

func (r *rig) account() (remote.Account, remote.Secrets) {
	a := remote.Account{Kind: r.face.kind, URL: r.box.URL + r.face.path, ClientID: standin.ClientID, User: standin.User, CA: string(r.box.CA)}
	s := remote.Secrets{Client: []byte(standin.Secret)}
	if r.face.kind == remote.MISA {
		s.User = []byte(standin.Password)
	}
	if r.change != nil {
		r.change(&a, &s)
	}
	return a, s
}

// open is the start of a process: the key is opened and takes up what was kept.
func (r *rig) open() (*remote.Key, error) {
	a, s := r.account()
	k, err := remote.Open(r.t.Context(), "cong-ty", a, s, remote.Options{
		Now: func() time.Time { return now }, Every: time.Millisecond, Wait: r.wait, Ask: r.ask, Tell: r.tell, Heard: r.heard,
	})
	if err != nil {
		return nil, err
	}
	r.t.Cleanup(func() { k.Close() })
	var before remote.Session
	if r.kept != nil {
		if err := json.Unmarshal(r.kept, &before); err != nil {
			r.t.Fatal(err)
		}
	}
	k.TakeUp("ho-so", before, func(s remote.Session) (err error) {
		r.kept, err = json.Marshal(s)
		r.saves = append(r.saves, string(r.kept))
		return err
	})
	return k, nil
}

// sign is a whole process that wants signatures over documents, together.
func (r *rig) sign(documents ...string) ([][]byte, error) {
	k, err := r.open()
	if err != nil {
		return nil, err
	}
	var digests [][]byte
	for _, d := range documents {
		sum := sha256.Sum256([]byte(d))
		digests = append(digests, sum[:])
	}
	k.Announce(0, digests...)
	var out [][]byte
	for _, d := range digests {
		s, err := signing.SignDigest(r.t.Context(), k, d, 5)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, k.Close()
}
