// Package sandbox is a complete gateway that runs on this machine, for
// practice and for tests: it takes signed dossiers and registrations over HTTPS,
// whole or in parts, checks them, gives receipts and numbers, moves them through
// four steps on a clock that can be put ahead, returns some with reasons, hands out
// results and the statements of a month, and remembers units and people.
//
// Its book is one SQLite file, sealed, written by one goroutine: whatever was
// answered survives kill -9. Without a folder the book is in memory. Nothing runs by
// itself: every question first lets happen what is due.
//
// It refuses to know forms, signatures, law and code lists: those are handed in, and
// so are the signed papers of its results. It listens on the loopback only. Nothing
// it hands out has legal value.
//
// app/office, app/cli and tests may import it; of this module it imports
// storage/sqlitefile, which opens the book, and nothing else. It follows
// docs/gateway/openapi.yaml, which is our protocol and not that of BHXH Việt Nam.
package sandbox

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

// DefaultIVAN is the I-VAN code of practice; no I-VAN of the official list has it.
const DefaultIVAN = "00999"

// ict is the time of Việt Nam, in which the gateway reckons days.
var ict = time.FixedZone("+07", 7*60*60)

// Steps says when, counted from the receipt, a dossier reaches steps 2, 3 and
// 4. The zero value means at once.
type Steps struct {
	CapSo     time.Duration `json:"capSo"`     // step 2: checked, số hồ sơ given
	GiaiQuyet time.Duration `json:"giaiQuyet"` // step 3: being dealt with, or returned
	KetQua    time.Duration `json:"ketQua"`    // step 4: result
}

// Options sets up a sandbox. Only Now must be given.
type Options struct {
	Dir        string           // book and certificate authority; "": both end with the sandbox
	Now        func() time.Time // the machine's clock; the gateway's own may be put ahead of it
	Key        []byte           // seals the book, KeySize bytes; nil: a key of the folder's own
	Checks     Checks
	Papers     func(Task) ([]Paper, error) // the signed papers of a notice; nil: only data and text
	WorkingDay func(day time.Time) bool    // nil: Monday to Friday
	Lists      func() []CodeList           // the code lists that are served, made when asked for; nil: none
	Faults     string                      // see ParseFaults; "" for none
	Steps      Steps
	Register   *Register // nil: dang-ky.json in Dir, if there is one
	MaIVAN     string    // the one known I-VAN; default DefaultIVAN
	User       string    // account of the I-VAN; no account is asked when Secret is empty
	Secret     []byte
	Lenient    bool // unknown elements of the envelope are reminders
}

// Sandbox is one gateway over one folder.
type Sandbox struct {
	opt    Options
	store  *store
	faults *faults
	misses misses
	token  string // in the forms of our own pages

	codeLists func() []CodeList

	mu     sync.Mutex
	server *http.Server
	done   chan struct{}
}

// ErrLocked means that another process runs a sandbox on the same folder.
var ErrLocked = errors.New("sandbox: folder in use by another process")

// New opens the folder with its book, or makes them.
func New(o Options) (*Sandbox, error) {
	if o.Now == nil {
		return nil, errors.New("sandbox: Now must be given")
	}
	if o.MaIVAN == "" {
		o.MaIVAN = DefaultIVAN
	}
	f, err := parseFaults(o.Faults)
	if err != nil {
		return nil, err
	}
	if o.Dir != "" {
		if err := os.MkdirAll(o.Dir, 0o700); err != nil {
			return nil, fmt.Errorf("sandbox: %w", err)
		}
	}
	st, err := openStore(o.Dir, o.Key)
	if err != nil {
		return nil, err
	}
	s := &Sandbox{opt: o, store: st, faults: f, token: newUUID(), codeLists: sync.OnceValue(o.lists)}
	if err := s.register(); err != nil {
		return nil, errors.Join(fmt.Errorf("sandbox: %w", err), st.close())
	}
	return s, nil
}

// register takes in what the register says, once for every change of it.
func (s *Sandbox) register() (err error) {
	reg, hash := s.opt.Register, ""
	switch {
	case reg != nil:
		b, err := json.Marshal(reg)
		if err != nil {
			return err
		}
		if err := reg.check(); err != nil {
			return fmt.Errorf("register: %w", err)
		}
		hash = hashOf(b)
	case s.opt.Dir != "":
		if reg, hash, err = readRegister(s.opt.Dir); err != nil {
			return err
		}
	}
	if reg == nil || hash == s.store.mem.file { // nobody else has the store yet
		return nil
	}
	return s.store.update(func(t *tx) error {
		t.takeRegister(reg, hash)
		return nil
	})
}

// Start listens on addr, which must be of the loopback ("127.0.0.1:8443"; ""
// takes any free port), and returns the address and the certificate authority
// a client has to trust.
func (s *Sandbox) Start(addr string) (url string, caPEM []byte, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.server != nil {
		return "", nil, errors.New("sandbox: already started")
	}
	if addr == "" {
		addr = "127.0.0.1:0"
	}
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return "", nil, fmt.Errorf("sandbox: address %q: %w", addr, err)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return "", nil, fmt.Errorf("sandbox: address %q is not of this machine's loopback", addr)
	}
	cert, caPEM, err := certificates(s.opt.Dir)
	if err != nil {
		return "", nil, err
	}
	other, _, err := certificates("") // of another authority, for the fault
	if err != nil {
		return "", nil, err
	}
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return "", nil, fmt.Errorf("sandbox: %w", err)
	}
	s.server = &http.Server{
		Handler:           s.handler(),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       2 * time.Minute,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          log.New(io.Discard, "", 0),
		TLSConfig:         &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: s.certificate(cert, other)},
		// HTTP/1.1 only: the faults take the connection into their own hands.
		TLSNextProto: map[string]func(*http.Server, *tls.Conn, http.Handler){},
	}
	s.done = make(chan struct{})
	go func(srv *http.Server, done chan struct{}) { // Close waits for it
		defer close(done)
		srv.ServeTLS(ln, "", "")
	}(s.server, s.done)
	return "https://" + ln.Addr().String(), caPEM, nil
}

// certificate is what the server shows: its own, unless a fault wants another's.
func (s *Sandbox) certificate(own, other tls.Certificate) func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	return func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
		if _, ok := s.faults.take(shaking); ok {
			return &other, nil
		}
		return &own, nil
	}
}

// Close stops listening, gives running requests two seconds and closes the
// folder.
func (s *Sandbox) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.server != nil {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		if s.server.Shutdown(ctx) != nil {
			s.server.Close()
		}
		<-s.done
		s.server = nil
	}
	return s.store.close()
}

// SetFaults replaces the faults on demand; "" ends them.
func (s *Sandbox) SetFaults(spec string) error {
	f, err := parseFaults(spec)
	if err != nil {
		return err
	}
	s.faults.replace(f)
	return nil
}

// Envelope gives back the accepted bytes of a key, proven unchanged.
func (s *Sandbox) Envelope(khoa string) ([]byte, error) {
	sub, ok := s.store.byKey(khoa)
	if !ok {
		return nil, fmt.Errorf("sandbox: envelope of %s: no such submission", khoa)
	}
	b, err := s.store.content(sub.SHA256)
	if err != nil {
		return nil, fmt.Errorf("sandbox: envelope of %s: %w", khoa, err)
	}
	return b, nil
}

// Submissions lists what was accepted, oldest first.
func (s *Sandbox) Submissions() []Submission { return s.store.all() }

// ErrClosed means that a dossier has its result, or was returned, already.
var ErrClosed = errors.New("sandbox: dossier is closed")

// TraLai returns a dossier by hand, as an officer would at step 3, with the
// reason the employer will read.
func (s *Sandbox) TraLai(khoa, lyDo string) error {
	return s.byHand(khoa, "return", func(t *tx, sub *Submission, now time.Time) {
		t.giveBack(sub, now, byOfficer, []Finding{{Ma: "E-TRA-01", ThongBao: lyDo, MucDo: Loi}})
	})
}

// Duyet gives a dossier its result by hand, at once.
func (s *Sandbox) Duyet(khoa string) error {
	return s.byHand(khoa, "approve", func(t *tx, sub *Submission, now time.Time) { t.finish(sub, now, byOfficer) })
}

const byOfficer = "Người luyện tập, trên trang của cổng"

func (s *Sandbox) byHand(khoa, what string, do func(*tx, *Submission, time.Time)) error {
	err := s.store.update(func(t *tx) error {
		now := s.opt.Now().Add(t.mem.clock)
		if err := s.settleIn(t, now); err != nil {
			return err
		}
		sub := t.mem.keys[khoa]
		switch {
		case sub == nil:
			return errors.New("no such submission")
		case sub.closed():
			return ErrClosed
		case sub.waiting():
			return errors.New("its code is not confirmed yet")
		}
		do(t, sub, now)
		return t.err
	})
	if err != nil {
		return fmt.Errorf("sandbox: %s %s: %w", what, khoa, err)
	}
	return nil
}
