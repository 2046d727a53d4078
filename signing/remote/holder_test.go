package remote_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/signing/remote/standin"
)

// The holder hears once of each request that waits for the telephone, with the time
// that is left, and the end of the wait is told however it ends; where the answer itself
// is kept back until the holder confirms, that is told before it is waited for.
func TestHolderHearsOfARequest(t *testing.T) {
	for _, f := range faces {
		for _, decision := range []standin.Decision{standin.Confirm, standin.Decline} {
			r := newRig(t, f, standin.Options{After: 2, Then: decision})
			if f.kind == remote.CSC1 || f.kind == remote.MySignRAS {
				r.box.Decide(decision)
			}
			var told []remote.Pending
			ended := 0
			r.tell = func(p remote.Pending) { told = append(told, p) }
			r.heard = func() { ended++ }
			if _, err := r.sign("tờ khai", "bản in"); (err == nil) != (decision == standin.Confirm) {
				t.Errorf("%s: %v", f.kind, err)
			}
			if len(told) != 1 || ended != 1 || told[0].Signatures != 2 || told[0].More != 0 || told[0].Left <= 0 || told[0].Left > time.Minute {
				t.Errorf("%s %s: told %+v, ended %d times", f.kind, decision, told, ended)
			}
		}
	}
}

// Where the service takes only so many signatures at a time, the holder is told how
// often more they are asked.
func TestFewSignaturesAtATime(t *testing.T) {
	r := newRig(t, faces[1], standin.Options{Then: standin.Confirm, Multisign: 2})
	var said []string
	r.box.Decide(standin.Pending)
	r.tell = func(p remote.Pending) {
		said = append(said, p.Say()+" "+p.Then())
		r.box.DecideOpen(standin.Confirm)
	}
	if _, err := r.sign("một", "hai", "ba", "bốn", "năm"); err != nil {
		t.Fatal(err)
	}
	if len(said) != 3 || !strings.Contains(said[0], "Xác nhận 2 chữ ký") || !strings.Contains(said[0], "còn 2 lần nữa") || !strings.HasSuffix(said[2], "trên điện thoại. ") {
		t.Errorf("said %q", said)
	}
	if n := len(r.box.Requests()); n != 3 {
		t.Errorf("%d requests, want 3", n)
	}
}

// A code is asked for with what it is for; who gives it up leaves the request as it is.
func TestQuestions(t *testing.T) {
	r := newRig(t, faces[0], standin.Options{Codes: true, Multisign: 1})
	var asked []string
	codes := map[remote.Prompt]string{remote.AskPIN: standin.PIN, remote.AskOTP: standin.OTP}
	r.ask = func(_ context.Context, q remote.Question) ([]byte, error) {
		asked = append(asked, string(q.What)+": "+q.Say()+" "+q.Then())
		return []byte(codes[q.What]), nil
	}
	if _, err := r.sign("tờ khai", "bản in"); err != nil {
		t.Fatal(err)
	}
	if len(asked) != 4 || !strings.HasPrefix(asked[0], "PIN: Để ký 1 chữ ký") || !strings.Contains(asked[1], "còn 1 lần nữa") || strings.Contains(asked[3], "lần nữa") {
		t.Errorf("asked %q", asked)
	}
	r.ask = func(context.Context, remote.Question) ([]byte, error) { return nil, context.Canceled }
	if _, err := r.sign("tờ khai khác"); !errors.Is(err, signing.ErrCancelled) {
		t.Errorf("given up: %v", err)
	}
}

// A password that the account does not keep is asked for at the log-in, once, and a
// session that runs out meanwhile is renewed with it.
func TestPasswordIsAskedFor(t *testing.T) {
	for _, f := range []face{faces[0], faces[5]} {
		r := newRig(t, f, standin.Options{Then: standin.Confirm})
		r.change = func(a *remote.Account, s *remote.Secrets) {
			a.AskPassword, s.User = true, nil
			if f.kind == remote.CSC1 {
				a.ClientID, s.Client = "", nil
			}
		}
		if _, err := r.sign("tờ khai"); !errors.Is(err, remote.ErrOTPNeeded) || !strings.Contains(signing.Say(err), "mật khẩu của người dùng") {
			t.Errorf("%s, nobody asked: %v", f.kind, err)
		}
		var asked []remote.Prompt
		r.ask = func(_ context.Context, q remote.Question) ([]byte, error) {
			asked = append(asked, q.What)
			return []byte(standin.Password), nil
		}
		r.box.Strike("unauthorized", map[remote.Kind]string{remote.CSC1: "/signHash", remote.MISA: "/Signing/hash"}[f.kind], 1)
		if _, err := r.sign("tờ khai"); err != nil {
			t.Errorf("%s: %v", f.kind, err)
		}
		if !slices.Equal(asked, []remote.Prompt{remote.AskPassword}) {
			t.Errorf("%s: asked for %q", f.kind, asked)
		}
		if strings.Contains(strings.Join(r.saves, ""), standin.Password) {
			t.Errorf("%s: the password is kept", f.kind)
		}
	}
}

// What the service says stands word for word in the sentence for the screen, and not in
// the text for the log.
func TestWordsOfTheService(t *testing.T) {
	for kind, want := range map[remote.Kind]string{
		remote.CSC2: "Dịch vụ trả lời: «access_denied The user declined».", remote.MySign: "Dịch vụ trả lời: «4002».", remote.SmartCA: "Dịch vụ trả lời: «",
	} {
		f := faces[slices.IndexFunc(faces, func(f face) bool { return f.kind == kind })]
		r := newRig(t, f, standin.Options{After: 1, Then: standin.Decline})
		_, err := r.sign("tờ khai")
		if say := signing.Say(err); !strings.Contains(say, want) {
			t.Errorf("%s says %q, want %q", kind, say, want)
		}
		if err == nil || strings.Contains(err.Error(), "The user declined") {
			t.Errorf("%s: the log says %v", kind, err)
		}
	}
}
