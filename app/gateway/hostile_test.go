package gateway_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"testing"

	"ankhai/app/gateway"
)

// bomb is a megabyte that would unpack to a gigabyte of blanks.
func bomb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	blanks := bytes.Repeat([]byte(" "), 1<<20)
	for range 1 << 10 {
		if _, err := z.Write(blanks); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Whatever a hostile gateway answers ends in one sentence for the user and the outcome
// «unclear», in little memory: the dossier stays where it was.
func TestHostileAnswers(t *testing.T) {
	packed := bomb(t)
	for _, c := range []struct {
		name string
		h    http.HandlerFunc
	}{
		{"a packed bomb", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(packed)
		}},
		{"objects within objects", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Write(bytes.Repeat([]byte(`{"a":`), 200_000))
		}},
		{"a number of a million digits", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprintf(w, `{"trangThai":%s}`, strings.Repeat("9", 1_000_000))
		}},
		{"headers without end", func(w http.ResponseWriter, _ *http.Request) {
			for i := range 5000 {
				w.Header().Add(fmt.Sprintf("X-%d", i), strings.Repeat("x", 100))
			}
		}},
		{"an answer without end", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			for range 200 {
				if _, err := w.Write(bytes.Repeat([]byte(" "), 1<<20)); err != nil {
					return
				}
			}
		}},
		{"bytes that are no text", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Write([]byte("\xff\xfe\x00\x00{}"))
		}},
	} {
		_, g := serve(t, c.h)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := g.Submit(t.Context(), pack())
		runtime.ReadMemStats(&after)
		if !errors.Is(err, gateway.ErrUnclear) || !strings.HasPrefix(gateway.Say(err), "Chưa rõ") {
			t.Errorf("%s: %v, says %q", c.name, err, gateway.Say(err))
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 600<<20 { // the server's own writes count as well
			t.Errorf("%s: %d MB", c.name, used>>20)
		}
	}
}
