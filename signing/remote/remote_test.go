package remote_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/signing/remote/standin"
)

// Every protocol signs two documents with one confirmation.
func TestOneConfirmationForTwoDocuments(t *testing.T) {
	for _, f := range faces {
		t.Run(string(f.kind), func(t *testing.T) {
			r := newRig(t, f, standin.Options{After: 2, Then: standin.Confirm})
			if f.kind == remote.CSC1 || f.kind == remote.MySignRAS { // their answer is kept back instead
				r.box.Decide(standin.Confirm)
			}
			signatures, err := r.sign("tờ khai", "bản in")
			if err != nil {
				t.Fatal(signing.Say(err), err)
			}
			if len(signatures) != 2 || bytes.Equal(signatures[0], signatures[1]) {
				t.Errorf("signatures %x", signatures)
			}
			requests := r.box.Requests()
			if len(requests) != 1 || requests[0].Signed != 2 {
				t.Errorf("requests %+v, want one with two signatures", requests)
			}
		})
	}
}

// What is to be signed is kept before anything is sent.
func TestKeptBeforeSent(t *testing.T) {
	for _, f := range faces {
		r := newRig(t, f, standin.Options{Then: standin.Confirm})
		k, err := r.open()
		if err != nil {
			t.Fatal(f.kind, err)
		}
		full := errors.New("disk is full")
		k.TakeUp("ho-so", remote.Session{}, func(remote.Session) error { return full })
		digest := sha256.Sum256([]byte("tờ khai"))
		if _, err := k.SignContext(t.Context(), digest[:], crypto.SHA256); !errors.Is(err, full) {
			t.Errorf("%s: %v, want %v", f.kind, err, full)
		}
		if n := len(r.box.Requests()); n != 0 {
			t.Errorf("%s: %d requests went out though nothing could be kept", f.kind, n)
		}
	}
}

// A process that ends while the holder is looking for the telephone is followed by
// another one: one request, one set of signatures.
func TestTakenUpAfterRestart(t *testing.T) {
	for _, f := range faces {
		if f.kind == remote.CSC1 || f.kind == remote.MySignRAS {
			continue // a confirmation on the telephone does not outlive the connection there
		}
		t.Run(string(f.kind), func(t *testing.T) {
			r := newRig(t, f, standin.Options{After: 1000})
			r.wait = 5 * time.Millisecond
			for range 3 {
				if _, err := r.sign("tờ khai", "bản in"); !errors.Is(err, remote.ErrWaiting) {
					t.Fatalf("%v, want waiting", err)
				}
			}
			if !bytes.Contains(r.kept, []byte(`"subject":"ho-so"`)) {
				t.Errorf("kept %s", r.kept)
			}
			r.box.Decide(standin.Confirm)
			first, err := r.sign("tờ khai", "bản in")
			if err != nil {
				t.Fatal(err)
			}
			second, err := r.sign("tờ khai", "bản in")
			if err != nil || !bytes.Equal(first[0], second[0]) {
				t.Errorf("signed before: %v", err)
			}
			requests := r.box.Requests()
			if len(requests) != 1 || requests[0].Signed != 2 {
				t.Errorf("%d requests, first %+v; want one with two signatures", len(requests), requests[0])
			}
			if bytes.Contains(r.kept, []byte("activation")) {
				t.Errorf("what lets the service sign is still kept: %s", r.kept)
			}
		})
	}
}

// The answer to the request is lost, or the process is killed before it comes. VNPT
// SmartCA takes transaction ids of ours, so nothing is asked for twice.
func TestLostAnswer(t *testing.T) {
	r := newRig(t, face{remote.SmartCA, "/sca/sp769"}, standin.Options{Then: standin.Confirm})
	r.box.Strike("drop", "/signatures/sign", 1)
	if _, err := r.sign("tờ khai"); !errors.Is(err, remote.ErrDown) {
		t.Fatalf("%v, want a broken connection", err)
	}
	if _, err := r.sign("tờ khai"); err != nil {
		t.Fatal(err)
	}
	if n := len(r.box.Requests()); n != 1 {
		t.Errorf("%d requests, want one", n)
	}
	// and where it never arrived it is sent
	r = newRig(t, face{remote.SmartCA, "/sca/sp769"}, standin.Options{Then: standin.Confirm})
	r.box.Strike("down", "/signatures/sign", 1)
	if _, err := r.sign("tờ khai"); !errors.Is(err, remote.ErrDown) {
		t.Fatalf("%v, want a service that is down", err)
	}
	if _, err := r.sign("tờ khai"); err != nil {
		t.Fatal(err)
	}
}

// The signatures get lost on the way back, and the leave to sign is used up with
// them: that is said, and the next signing is a new request.
func TestLostSignatures(t *testing.T) {
	r := newRig(t, faces[1], standin.Options{Then: standin.Confirm})
	r.box.Strike("drop", "/signHash", 1)
	for _, want := range []error{remote.ErrDown, remote.ErrUnknown, nil} {
		if _, err := r.sign("tờ khai"); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
	if n := len(r.box.Requests()); n != 2 {
		t.Errorf("%d requests, want two", n)
	}
}

// What the holder does has its own outcome, and the next signing is a new request.
func TestHolderDecides(t *testing.T) {
	for _, f := range faces {
		for decision, want := range map[standin.Decision]error{
			standin.Decline: remote.ErrDeclined, standin.Lapse: remote.ErrLapsed, standin.Unsigned: remote.ErrFailed, standin.NoQuota: remote.ErrQuota,
		} {
			if f.kind == remote.MISA { // its guide knows FAILED only
				want = remote.ErrFailed
			}
			if want == remote.ErrQuota && f.kind != remote.MySign {
				continue
			}
			t.Run(fmt.Sprint(f.kind, " ", decision), func(t *testing.T) {
				r := newRig(t, f, standin.Options{After: 2, Then: decision})
				if f.kind == remote.CSC1 || f.kind == remote.MySignRAS {
					r.box.Decide(decision)
				}
				_, err := r.sign("tờ khai")
				if !errors.Is(err, want) {
					t.Fatalf("%v, want %v", err, want)
				}
				if say := signing.Say(err); !strings.HasPrefix(say, "Chưa ký được: ") || strings.Contains(say, "!") {
					t.Errorf("says %q", say)
				}
				if want == remote.ErrQuota {
					return // the request may still be answered once the quota is
				}
				r.box.Decide(standin.Confirm)
				if _, err := r.sign("tờ khai"); err != nil {
					t.Errorf("again: %v", err)
				}
				if n := len(r.box.Requests()); n != 2 {
					t.Errorf("%d requests, want a second one", n)
				}
			})
		}
	}
}

// A wrong server, a wrong network, a wrong answer: each has its outcome and words.
func TestBadAnswers(t *testing.T) {
	ends := map[remote.Kind]string{
		remote.CSC1: "/signHash", remote.CSC2: "/signHash", remote.MySignRAS: "/signHash", remote.MySign: "/signHash",
		remote.SmartCA: "/signatures/sign", remote.MISA: "/Signing/hash",
	}
	for _, f := range faces {
		for kind, want := range map[string]error{
			"html": remote.ErrHTML, "redirect": remote.ErrRedirect, "huge": remote.ErrHuge, "down": remote.ErrDown,
			"garbage": remote.ErrAnswer, "twice": remote.ErrAnswer, "plain": remote.ErrAnswer,
			"foreign": signing.ErrKeyMismatch, "short": remote.ErrAnswer,
		} {
			t.Run(fmt.Sprint(f.kind, " ", kind), func(t *testing.T) {
				r := newRig(t, f, standin.Options{Then: standin.Confirm})
				r.box.Strike(kind, ends[f.kind], 1)
				_, err := r.sign("tờ khai", "bản in")
				if !errors.Is(err, want) {
					t.Fatalf("%v, want %v", err, want)
				}
				if say := signing.Say(err); !strings.HasPrefix(say, "Chưa ký ") {
					t.Errorf("says %q", say)
				}
				for _, secret := range []string{standin.Secret, standin.Password} {
					if strings.Contains(err.Error(), secret) || bytes.Contains(r.kept, []byte(secret)) {
						t.Error("a secret is in the error or in what is kept")
					}
				}
			})
		}
	}
}

// An access token that has run out is renewed without a word; one that is refused
// at once is not.
func TestTokenRunsOut(t *testing.T) {
	for _, f := range faces[:2] {
		r := newRig(t, f, standin.Options{Then: standin.Confirm})
		r.box.Strike("unauthorized", "/signHash", 1)
		if _, err := r.sign("tờ khai"); err != nil {
			t.Errorf("%s: %v", f.kind, err)
		}
		r.box.Strike("unauthorized", "/credentials/list", 2)
		if _, err := r.sign("tờ khai"); !errors.Is(err, remote.ErrLogin) {
			t.Errorf("%s: %v, want a refused login", f.kind, err)
		}
	}
}

func TestServiceIsSlow(t *testing.T) {
	r := newRig(t, faces[2], standin.Options{Then: standin.Confirm})
	k, err := r.open()
	if err != nil {
		t.Fatal(err)
	}
	r.box.Strike("slow", "/signatures/sign", 1)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	digest := sha256.Sum256([]byte("tờ khai"))
	if _, err := signing.SignDigest(ctx, k, digest[:], crypto.SHA256); !errors.Is(err, remote.ErrWaiting) || errors.Is(err, signing.ErrCancelled) {
		t.Errorf("given up: %v, want waiting", err)
	}
	if _, err := r.sign("tờ khai"); err != nil {
		t.Errorf("taken up: %v", err)
	}
}

func TestCodes(t *testing.T) {
	for _, f := range faces[:2] {
		r := newRig(t, f, standin.Options{Codes: true})
		if _, err := r.sign("tờ khai"); !errors.Is(err, remote.ErrOTPNeeded) {
			t.Errorf("%s, nobody asked: %v", f.kind, err)
		}
		codes := map[remote.Prompt]string{remote.AskPIN: standin.PIN, remote.AskOTP: "000000"}
		r.ask = func(_ context.Context, q remote.Question) ([]byte, error) { return []byte(codes[q.What]), nil }
		if _, err := r.sign("tờ khai"); !errors.Is(err, remote.ErrOTPWrong) {
			t.Errorf("%s, wrong code: %v", f.kind, err)
		}
		codes[remote.AskOTP] = standin.OTP
		codes[remote.AskPIN] = "1"
		if _, err := r.sign("tờ khai"); !errors.Is(err, signing.ErrPINWrong) && !errors.Is(err, remote.ErrOTPWrong) {
			t.Errorf("%s, wrong PIN: %v", f.kind, err)
		}
		codes[remote.AskPIN] = standin.PIN
		if _, err := r.sign("tờ khai"); err != nil {
			t.Errorf("%s: %v", f.kind, err)
		}
		// one for the request, taken up again where nobody was asked, and one after each
		// code that was refused; version 2 does not tell a wrong PIN from a wrong code
		if n, want := r.box.CodesSent(), map[remote.Kind]int{remote.CSC1: 2, remote.CSC2: 3}[f.kind]; n != want {
			t.Errorf("%s: %d codes sent, want %d", f.kind, n, want)
		}
		for _, kept := range r.saves {
			if strings.Contains(kept, standin.PIN) || strings.Contains(kept, standin.OTP) {
				t.Errorf("%s: a code is kept: %s", f.kind, kept)
			}
		}
	}
}

// VNPT SmartCA's second version: password and one-time code instead of the app.
func TestSmartCAWithCode(t *testing.T) {
	r := newRig(t, faces[2], standin.Options{})
	r.change = func(_ *remote.Account, s *remote.Secrets) { s.User = []byte(standin.Password) }
	code := "000000"
	r.ask = func(context.Context, remote.Question) ([]byte, error) { return []byte(code), nil }
	if _, err := r.sign("tờ khai"); !errors.Is(err, remote.ErrOTPWrong) {
		t.Errorf("wrong code: %v", err)
	}
	code = standin.OTP
	if _, err := r.sign("tờ khai", "bản in"); err != nil {
		t.Error(err)
	}
}

// A dossier that was changed meanwhile is another request; the old one is forgotten.
func TestChangedContent(t *testing.T) {
	r := newRig(t, faces[2], standin.Options{After: 1000})
	r.wait = time.Millisecond
	if _, err := r.sign("tờ khai"); !errors.Is(err, remote.ErrWaiting) {
		t.Fatal(err)
	}
	r.box.Decide(standin.Confirm)
	r.wait = time.Minute
	if _, err := r.sign("tờ khai đã sửa"); err != nil {
		t.Fatal(err)
	}
	requests := r.box.Requests()
	if len(requests) != 2 || requests[0].Signed != 0 || requests[1].Signed != 1 {
		t.Errorf("requests %+v", requests)
	}
}

func TestSessionEndsWithTheDay(t *testing.T) {
	r := newRig(t, faces[2], standin.Options{Then: standin.Confirm})
	k, err := r.open()
	if err != nil {
		t.Fatal(err)
	}
	before := remote.Session{Subject: "ho-so", Account: "cong-ty", Serial: signing.Serial(k.Certificate()), Tickets: []remote.Ticket{{Stage: remote.Sent}}}
	for age, same := range map[time.Duration]bool{time.Hour: true, 23 * time.Hour: true, 25 * time.Hour: false, -time.Hour: false} {
		before.At = now.Add(-age)
		if got := k.TakeUp("ho-so", before, nil); got.Equal(before.At) != same {
			t.Errorf("%s old: signed at %s", age, got)
		}
	}
	before.At = now.Add(-time.Hour)
	for name, change := range map[string]func(*remote.Session){
		"other dossier":     func(s *remote.Session) { s.Subject = "khac" },
		"other account":     func(s *remote.Session) { s.Account = "khac" },
		"other certificate": func(s *remote.Session) { s.Serial = "1" },
	} {
		other := before
		change(&other)
		if got := k.TakeUp("ho-so", other, nil); !got.Equal(now) {
			t.Errorf("%s: signed at %s", name, got)
		}
	}
}

func TestClosed(t *testing.T) {
	r := newRig(t, faces[0], standin.Options{Then: standin.Confirm})
	k, err := r.open()
	if err != nil {
		t.Fatal(err)
	}
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	digest := sha256.Sum256([]byte("tờ khai"))
	if _, err := k.SignContext(t.Context(), digest[:], crypto.SHA256); !errors.Is(err, signing.ErrKeyMissing) {
		t.Errorf("%v", err)
	}
}
