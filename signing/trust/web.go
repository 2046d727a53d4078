package trust

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// What fetching may cost.
const (
	maxWait      = 15 * time.Second // for one answer
	maxRedirects = 2
	maxKept      = 64               // answers in memory
	maxKeptBytes = 64 << 20         // of them together
	keepAnswer   = 10 * time.Minute // how long an answer is not asked for again
	keepFailure  = time.Minute      // how long a silent server is left alone
)

// web fetches over http, as these protocols do: what comes back is signed. It keeps
// answers in memory, silence too, so that a batch asks once. The zero value is
// ready.
type web struct {
	mu   sync.Mutex
	kept map[string]kept
	size int
}

type kept struct {
	data  []byte
	err   error
	until time.Time
}

// webAddress says whether something may be fetched from there.
func webAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && u.User == nil && (u.Scheme == "http" || u.Scheme == "https")
}

func (w *web) get(ctx context.Context, address string, limit int64, now time.Time) ([]byte, error) {
	return w.through("GET "+address, now, func() ([]byte, error) {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
		if err != nil {
			return nil, err
		}
		return fetch(request, limit)
	})
}

func (w *web) post(ctx context.Context, address string, question []byte, now time.Time) ([]byte, error) {
	return w.through(fmt.Sprintf("POST %s %x", address, sha256.Sum256(question)), now, func() ([]byte, error) {
		request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(question))
		if err != nil {
			return nil, err
		}
		request.Header.Set("Content-Type", "application/ocsp-request")
		request.Header.Set("Accept", "application/ocsp-response")
		return fetch(request, maxOCSP)
	})
}

// through answers from memory where it can. A question given up by its own asker is
// not remembered.
func (w *web) through(key string, now time.Time, ask func() ([]byte, error)) ([]byte, error) {
	w.mu.Lock()
	k, ok := w.kept[key]
	w.mu.Unlock()
	if ok && now.Before(k.until) {
		return k.data, k.err
	}
	data, err := ask()
	if errors.Is(err, context.Canceled) {
		return nil, err
	}
	k = kept{data: data, err: err, until: now.Add(keepAnswer)}
	if err != nil {
		k.until = now.Add(keepFailure)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.kept == nil || len(w.kept) >= maxKept || w.size+len(data) > maxKeptBytes {
		w.kept, w.size = map[string]kept{}, 0
	}
	w.size += len(data) - len(w.kept[key].data)
	w.kept[key] = k
	return data, err
}

func fetch(request *http.Request, limit int64) ([]byte, error) {
	ctx, stop := context.WithTimeout(request.Context(), maxWait)
	defer stop()
	transport := http.DefaultTransport.(*http.Transport).Clone()
	defer transport.CloseIdleConnections()
	client := http.Client{Transport: transport, CheckRedirect: func(to *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects || !webAddress(to.URL.String()) {
			return errors.New("redirected too often or elsewhere than the web")
		}
		return nil
	}}
	response, err := client.Do(request.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", response.StatusCode)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, errors.New("answer has no end")
	}
	return data, nil
}
