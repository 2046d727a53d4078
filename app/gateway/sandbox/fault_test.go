package sandbox_test

import (
	"bytes"
	"context"
	"errors"
	"log"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// Every fault × what the client makes of it × what the sandbox then holds.
func TestFaultsAreToldApart(t *testing.T) {
	cases := []struct {
		spec   string
		cause  string // "" for a receipt
		stored bool
		retry  time.Duration
	}{
		{"", "", true, 0},
		{"delay:30ms", "", true, 0},
		{"delay:5s", "timeout", false, 0},
		{"500:1", "status", false, 0},
		{"503:1", "status", false, 2 * time.Second},
		{"429:1", "status", false, 2 * time.Second},
		{"html:1", "html", false, 0},
		{"redirect:1", "redirect", false, 0},
		{"reset:1", "broken", false, 0},
		{"500-after:1", "status", true, 0},
		{"html-after:1", "html", true, 0},
		{"reset-after:1", "broken", true, 0},
		{"drop-answer:1", "cut", true, 0},
		{"half:1", "cut", true, 0},
		{"cut:0", "cut", true, 0},
		{"cut:5", "broken", true, 0}, // not yet an HTTP answer
		{"cut:150", "cut", true, 0},
		{"drip:100ms", "", true, 0},
		{"drip:60s", "timeout", true, 0},
		{"wrong-receipt:1", "foreign", true, 0},
		{"huge:1", "malformed", true, 0},
		{"double:1", "", true, 0},
		{"slow-upload:100ms", "", true, 0},
		{"slow-upload:60s", "timeout", false, 0},
	}
	for _, c := range cases {
		t.Run(c.spec, func(t *testing.T) {
			at := day
			r := start(t, sandbox.Options{Now: clockAt(&at), Faults: c.spec})
			client := r.newClient(t, gateway.Timeouts{Total: 700 * time.Millisecond})
			p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1))
			got, err := client.Submit(t.Context(), p)
			if c.cause == "" {
				if err != nil || got.Key != p.Key || got.SHA256 != p.SHA256 || !got.ThucHanh {
					t.Fatalf("got %+v, %v; want our receipt", got, err)
				}
			} else {
				var u *gateway.UnclearError
				if !errors.As(err, &u) || !errors.Is(err, gateway.ErrUnclear) {
					t.Fatalf("got %v, want ErrUnclear", err)
				}
				if u.Cause != c.cause && !(u.Cause == "cut" && c.cause == "broken") {
					t.Errorf("cause: got %s (%v), want %s", u.Cause, err, c.cause)
				}
				if got := gateway.RetryAfter(err); got != c.retry {
					t.Errorf("retry after: got %v, want %v", got, c.retry)
				}
			}
			if err := r.box.SetFaults(""); err != nil {
				t.Fatal(err)
			}
			held, err := r.client.Lookup(t.Context(), p.Key)
			if c.stored {
				if err != nil || held.SHA256 != p.SHA256 {
					t.Fatalf("look up: got %+v, %v; want the receipt that was lost", held, err)
				}
			} else if !isUnknown(err) {
				t.Fatalf("look up: got %v, want ErrUnknownKey", err)
			}
			// The same signed bytes again: one submission, whatever happened.
			again, err := r.client.Submit(t.Context(), p)
			if err != nil || again.NhacLai != c.stored {
				t.Fatalf("again: got %+v, %v; want NhacLai %v", again, err, c.stored)
			}
			if c.stored && again.MaGiaoDich != held.MaGiaoDich {
				t.Errorf("again: another transaction %s, want %s", again.MaGiaoDich, held.MaGiaoDich)
			}
			if n := perKey(r.box); len(n) != 1 || n[p.Key] != 1 {
				t.Errorf("stored %v, want one", n)
			}
		})
	}
}

// Somebody else answers at the gateway's address: nothing is told to him.
func TestAWrongCertificate(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Faults: "wrong-cert:1"})
	p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1))
	if _, err := r.client.Submit(t.Context(), p); !errors.Is(err, gateway.ErrDown) {
		t.Errorf("got %v, want ErrDown", err)
	}
	if n := len(r.box.Submissions()); n != 0 {
		t.Errorf("stored %d, want none", n)
	}
	if _, err := r.client.Submit(t.Context(), p); err != nil {
		t.Errorf("with the right one again: %v", err)
	}
}

func TestQuestionsNeverTakeAStrangersNoForNo(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	for _, spec := range []string{"get-500:1", "get-html404:1"} {
		if err := r.box.SetFaults(spec); err != nil {
			t.Fatal(err)
		}
		if _, err := r.client.Lookup(t.Context(), gateway.NewKey()); !errors.Is(err, gateway.ErrUnclear) || isUnknown(err) {
			t.Errorf("%s: got %v, want ErrUnclear", spec, err)
		}
	}
	if _, err := r.client.Lookup(t.Context(), gateway.NewKey()); !isUnknown(err) {
		t.Errorf("got %v, want ErrUnknownKey", err)
	}
	if _, err := r.client.Progress(t.Context(), gateway.NewKey()); !isUnknown(err) {
		t.Errorf("progress: got %v, want ErrUnknownKey", err)
	}
}

// A question asked while the dossier is still on its way is answered with no;
// that is why the caller has to wait before it sends again.
func TestLookupBeforeTheDossierArrives(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Faults: "delay:300ms"})
	p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1))
	done := make(chan error, 1)
	go func() {
		_, err := r.client.Submit(context.Background(), p)
		done <- err
	}()
	time.Sleep(80 * time.Millisecond)
	if _, err := r.client.Lookup(t.Context(), p.Key); !isUnknown(err) {
		t.Errorf("early: got %v, want ErrUnknownKey", err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if _, err := r.client.Lookup(t.Context(), p.Key); err != nil {
		t.Errorf("late: %v", err)
	}
}

func TestSameKeyOtherBytes(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	key := gateway.NewKey()
	if _, err := r.client.Submit(t.Context(), gateway.NewPackage(key, sandbox.DefaultIVAN, dossier(1))); err != nil {
		t.Fatal(err)
	}
	_, err := r.client.Submit(t.Context(), gateway.NewPackage(key, sandbox.DefaultIVAN, dossier(2)))
	if !errors.Is(err, gateway.ErrKeyTaken) || isRefused(err) {
		t.Errorf("got %v, want ErrKeyTaken and nothing else", err)
	}
	if n := perKey(r.box)[key]; n != 1 {
		t.Errorf("stored %d, want 1", n)
	}
}

// net/http itself logs an answer that comes twice; none of its content may
// get there. Where the second answer is taken for that of the next dossier, the
// client says that it is another's, and asking by the key finds the right one.
func TestDoubledAnswerStaysOutOfTheLog(t *testing.T) {
	var b lockedBuffer
	log.SetOutput(&b)
	defer log.SetOutput(os.Stderr)
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Faults: "double"})
	for n := range 20 {
		p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(n))
		got, err := r.client.Submit(t.Context(), p)
		// the dossier itself may still be on its way when it is asked for
		for try := 0; (errors.Is(err, gateway.ErrUnclear) || errors.Is(err, gateway.ErrUnknownKey)) && try < 100; try++ {
			time.Sleep(10 * time.Millisecond)
			got, err = r.client.Lookup(t.Context(), p.Key)
		}
		if err != nil || got.Key != p.Key || got.SHA256 != p.SHA256 {
			t.Fatalf("%+v, %v", got, err)
		}
	}
	time.Sleep(50 * time.Millisecond)
	if s := b.String(); strings.Contains(s, "luuY") || strings.Contains(s, "Content-Type") {
		t.Errorf("log holds the answer: %s", s)
	}
	if n := len(r.box.Submissions()); n != 20 {
		t.Errorf("stored %d, want 20", n)
	}
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestFaultSpec(t *testing.T) {
	if err := sandbox.ParseFaults("drop-answer:1,delay:200ms,500:2,double,half:1,503:1,html:1,reset:1"); err != nil {
		t.Error(err)
	}
	for _, bad := range []string{"fire", "500:x", "500:-2", "delay", "delay:-1s", "cut:x"} {
		if sandbox.ParseFaults(bad) == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
