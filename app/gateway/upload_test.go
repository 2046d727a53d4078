package gateway_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"

	"ankhai/app/gateway"
)

// shelf is a server that takes uploads and spoils the first so many parts.
type shelf struct {
	t      *testing.T
	most   int
	spoil  []func(http.ResponseWriter) // one a PUT, nil: all is well
	forget bool                        // every part begins anew
	posted int

	mu   sync.Mutex
	held map[string][]byte
	sent int // bytes of parts that arrived
	puts int
}

func (s *shelf) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := r.Header.Get(gateway.KeyHeader)
	switch {
	case r.Method == http.MethodPost && r.URL.Path == "/v1/tai-len":
		var open struct {
			Khoa  string
			DoDai int
		}
		if err := json.NewDecoder(r.Body).Decode(&open); err != nil || open.Khoa != key {
			s.t.Errorf("opening: %v, key %q", err, open.Khoa)
		}
		s.answer(w, key, open.DoDai)
	case r.Method == http.MethodPut:
		key = strings.TrimPrefix(r.URL.Path, "/v1/tai-len/")
		from, _ := strconv.Atoi(r.Header.Get(gateway.PartHeader))
		part, _ := io.ReadAll(r.Body)
		s.sent += len(part)
		s.puts++
		if len(part) > s.most {
			s.t.Errorf("a part of %d bytes, most is %d", len(part), s.most)
		}
		if s.puts <= len(s.spoil) && s.spoil[s.puts-1] != nil {
			s.held[key] = append(s.held[key], part[:len(part)/2]...) // half of it came to rest
			s.spoil[s.puts-1](w)
			return
		}
		if s.forget {
			s.held[key] = nil
			s.answer(w, key, size)
			return
		}
		if from != len(s.held[key]) {
			sayProblem(w, http.StatusConflict, "E-TAI-02", key)
			return
		}
		s.held[key] = append(s.held[key], part...)
		s.answer(w, key, size)
	case r.URL.Path == "/v1/ho-so":
		s.posted++
		var in struct {
			Khoa, SHA256, NoiDung string
			DaTaiLen              bool
		}
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil || !in.DaTaiLen || in.NoiDung != "" {
			s.t.Errorf("submission: %v, %+v", err, in.DaTaiLen)
		}
		if gateway.HashOf(s.held[key]) != in.SHA256 {
			s.t.Errorf("what came to rest is not what was sent")
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		fmt.Fprintf(w, `{"maGiaoDich":%q,"khoa":%q,"sha256":%q,"thoiGianTiepNhan":"2026-11-22T09:20:00+07:00","soHoSo":null}`, deal, key, in.SHA256)
	default:
		http.NotFound(w, r)
	}
}

func (s *shelf) answer(w http.ResponseWriter, key string, of int) {
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprintf(w, `{"khoa":%q,"doDai":%d,"daNhan":%d,"phanToiDa":%d}`, key, of, len(s.held[key]), s.most)
}

func sayProblem(w http.ResponseWriter, status int, code, about string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"type":"urn:ankhai:cong:tu-choi","title":"t","status":%d,"detail":"d","ma":%q,"khoa":%q,"loi":[]}`, status, code, about)
}

const size = 3<<20 + 17

func large() gateway.Package {
	return gateway.NewPackage(gateway.NewKey(), "00999", bytes.Repeat([]byte("0123456789abcdef\n"), size/17+1)[:size])
}

func cutLine(http.ResponseWriter) { panic(http.ErrAbortHandler) }

func busy(w http.ResponseWriter) { w.WriteHeader(http.StatusServiceUnavailable) }

// A line that breaks in the middle of a part costs that part's other half.
func TestAnUploadGoesOnWhereItBroke(t *testing.T) {
	s := &shelf{t: t, most: 300_000, held: map[string][]byte{}, spoil: []func(http.ResponseWriter){nil, cutLine, nil, busy, cutLine}}
	_, c := serve(t, s.ServeHTTP)
	p := large()
	r, err := c.Submit(t.Context(), p)
	if err != nil || r.SHA256 != p.SHA256 || s.posted != 1 {
		t.Fatalf("got %+v, %v, %d submissions", r, err, s.posted)
	}
	if most := size + 3*300_000; s.sent > most {
		t.Errorf("%d bytes sent for %d, at most %d", s.sent, size, most)
	}
}

// Another day, another client: what came to rest is not sent again.
func TestAnUploadOfAnotherDayIsGoneOnWith(t *testing.T) {
	p := large()
	s := &shelf{t: t, most: 1 << 20, held: map[string][]byte{p.Key: p.Bytes[:2<<20]}}
	_, c := serve(t, s.ServeHTTP)
	if _, err := c.Submit(t.Context(), p); err != nil || s.sent != size-2<<20 {
		t.Errorf("got %v and %d bytes, want nil and %d", err, s.sent, size-2<<20)
	}
}

// Before the submission nothing is there: whatever fails, the same package may be
// sent again, or is refused for good.
func TestWhatFailsInAnUploadIsClear(t *testing.T) {
	refuse := func(status int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			sayProblem(w, status, "E-X", r.Header.Get(gateway.KeyHeader))
		}
	}
	for _, c := range []struct {
		name string
		h    http.Handler
		want error
	}{
		{"forgets every part", &shelf{t: t, most: 1 << 20, held: map[string][]byte{}, forget: true}, gateway.ErrDown},
		{"takes a byte at a time", &shelf{t: t, most: 1, held: map[string][]byte{}}, gateway.ErrDown},
		{"asks for a long rest", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusServiceUnavailable)
		}), gateway.ErrDown},
		{"account", refuse(401), gateway.ErrCredentials},
		{"other bytes", refuse(409), gateway.ErrKeyTaken},
		{"too long", refuse(413), gateway.ErrRefused},
	} {
		_, g := serve(t, c.h.ServeHTTP)
		_, err := g.Submit(t.Context(), large())
		if !errors.Is(err, c.want) || errors.Is(err, gateway.ErrUnclear) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if s, ok := c.h.(*shelf); ok && s.posted != 0 {
			t.Errorf("%s: submitted", c.name)
		}
	}
}

// A gateway that knows no parts gets the package whole.
func TestAGatewayWithoutParts(t *testing.T) {
	posted := 0
	_, c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/v1/ho-so" {
			http.NotFound(w, r)
			return
		}
		posted++
		var in struct{ SHA256, NoiDung string }
		json.NewDecoder(r.Body).Decode(&in)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		fmt.Fprintf(w, `{"maGiaoDich":%q,"khoa":%q,"sha256":%q,"thoiGianTiepNhan":"2026-11-22T09:20:00+07:00","soHoSo":null}`, deal, r.Header.Get(gateway.KeyHeader), in.SHA256)
	})
	if _, err := c.Submit(t.Context(), large()); err != nil || posted != 1 {
		t.Errorf("got %v, %d submissions", err, posted)
	}
}
