package standin

import (
	"crypto"
	"io"
	"log"
	"net/http"
	"strings"

	"ankhai/signing"
)

// fault is something that goes wrong a number of times.
type fault struct {
	kind, path string
	left       int
}

// faults are the names that Strike knows.
var faults = map[string]bool{
	"html": true, "redirect": true, "huge": true, "slow": true, "down": true, "garbage": true, "twice": true,
	"plain": true, "drop": true, "unauthorized": true, "foreign": true, "short": true,
}

// Strike has something go wrong at the next requests whose path ends so; the last
// two happen where signatures are made, whatever the path:
//
//	html          a web page with status 200
//	redirect      302 to another host
//	huge          two megabytes of JSON
//	slow          no answer until the client gives up
//	down          503
//	garbage       half a JSON value
//	twice         an object with a name twice
//	plain         JSON called text/plain
//	drop          the work is done, the connection is cut instead of an answer
//	unauthorized  401
//	foreign       a signature that does not fit the certificate
//	short         one signature fewer than asked for
//
// It panics on a name that it does not know: a test is misspelt.
func (s *Server) Strike(kind, path string, times int) {
	if !faults[kind] {
		panic("standin: no fault " + kind)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, fault{kind, path, times})
}

// take uses up a fault that has no path.
func (s *Server) take(kind string) bool {
	for i := range s.faults {
		if s.faults[i].kind == kind && s.faults[i].left > 0 {
			s.faults[i].left--
			return true
		}
	}
	return false
}

func (s *Server) due(path string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if f.left > 0 && f.kind != "foreign" && f.kind != "short" && strings.HasSuffix(path, f.path) {
			s.faults[i].left--
			return f.kind
		}
	}
	return ""
}

// struck puts the faults of the way before the service.
func (s *Server) struck(service http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		switch s.due(r.URL.Path) {
		case "html":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			io.WriteString(w, "<!doctype html><title>eSign</title>")
		case "redirect":
			w.Header().Set("Location", "https://127.0.0.2/"+strings.TrimPrefix(r.URL.Path, "/"))
			w.WriteHeader(http.StatusFound)
		case "huge":
			raw(w, http.StatusOK, `{"x":"`+strings.Repeat("x", 2<<20)+`"}`)
		case "slow":
			io.Copy(io.Discard, r.Body) // the server notices that a client leaves once it has read all
			<-r.Context().Done()
		case "down":
			raw(w, http.StatusServiceUnavailable, `{"error":"busy"}`)
		case "garbage":
			raw(w, http.StatusOK, `{"access_token":`)
		case "twice":
			raw(w, http.StatusOK, `{"SAD":"a","sad":"b","access_token":"a","status_code":200}`)
		case "plain":
			w.Header().Set("Content-Type", "text/plain")
			io.WriteString(w, `{}`)
		case "unauthorized":
			raw(w, http.StatusUnauthorized, `{"error":"invalid_token"}`)
		case "drop":
			service.ServeHTTP(discard{http.Header{}}, r)
			panic(http.ErrAbortHandler)
		default:
			service.ServeHTTP(w, r)
		}
	})
}

func raw(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	io.WriteString(w, body) // a client that is gone is no concern of ours
}

// discard takes an answer that nobody gets.
type discard struct{ header http.Header }

func (d discard) Header() http.Header         { return d.header }
func (d discard) Write(b []byte) (int, error) { return len(b), nil }
func (d discard) WriteHeader(int)             {}

// foreignKey signs something else than it was asked for.
type foreignKey struct{ signing.Key }

func (f foreignKey) Sign(random io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	other := append([]byte(nil), digest...)
	other[0] ^= 1
	return f.Key.Sign(random, other, opts)
}

func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
