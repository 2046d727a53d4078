package gateway

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// KeyHeader quotes the idempotency key of a submission. It must never be
// renamed to Idempotency-Key or X-Idempotency-Key: net/http takes those names
// as leave to send a POST a second time by itself.
const KeyHeader = "X-Ma-Giao-Dich-Khoa"

// IVANHeader quotes the sender's I-VAN code.
const IVANHeader = "X-Ma-IVAN"

// Bounds of what is read from the other side.
const (
	maxAnswer  = 1 << 20
	maxResults = 64 << 20
)

// Account is what a request is signed in with.
type Account struct {
	MaIVAN string
	User   string
	Secret []byte
}

// Timeouts bounds the phases of one call. Zero fields take the default.
type Timeouts struct {
	Dial   time.Duration // 10 s, name look-up and connection
	TLS    time.Duration // 10 s, handshake
	Answer time.Duration // 60 s, from the last byte sent to the first byte of the answer
	Total  time.Duration // 120 s, the whole call
}

// ClientOptions says whom to talk to and how to recognise them.
type ClientOptions struct {
	URL      string                                 // https://host[:port][/path]
	RootCAs  *x509.CertPool                         // nil: the system's roots
	Pins     []string                               // if any, the verified chain must hold one of these keys; see SPKIPin
	Account  func(context.Context) (Account, error) // asked before every call; the Secret is overwritten after it
	Timeouts Timeouts
}

// Client is the Gateway over HTTPS, protocol of docs/gateway/openapi.yaml. It
// is safe for several goroutines. It never repeats a POST.
type Client struct {
	base    string
	account func(context.Context) (Account, error)
	total   time.Duration
	http    *http.Client
	tr      *http.Transport
}

var _ Gateway = (*Client)(nil)

// NewClient checks the options; it does not connect.
func NewClient(o ClientOptions) (*Client, error) {
	u, err := url.Parse(o.URL)
	if err != nil {
		return nil, fmt.Errorf("gateway address: %w", err)
	}
	if u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("gateway address: must be https://host, without account, query or fragment")
	}
	if o.Account == nil {
		o.Account = func(context.Context) (Account, error) { return Account{}, nil }
	}
	conf, err := tlsConfig(o.RootCAs, o.Pins)
	if err != nil {
		return nil, err
	}
	t := o.Timeouts
	for _, d := range []struct {
		field *time.Duration
		value time.Duration
	}{{&t.Dial, 10 * time.Second}, {&t.TLS, 10 * time.Second}, {&t.Answer, time.Minute}, {&t.Total, 2 * time.Minute}} {
		if *d.field <= 0 {
			*d.field = d.value
		}
	}
	tr := &http.Transport{
		Proxy:                  systemProxy,
		DialContext:            (&net.Dialer{Timeout: t.Dial}).DialContext,
		TLSClientConfig:        conf,
		TLSHandshakeTimeout:    t.TLS,
		ResponseHeaderTimeout:  t.Answer,
		IdleConnTimeout:        20 * time.Second,
		MaxIdleConnsPerHost:    8,
		MaxResponseHeaderBytes: 64 << 10,
		DisableCompression:     true,
		// net/http prints what it has buffered of an answer nobody asked for to
		// the standard log. The smallest buffer keeps that to 16 bytes.
		ReadBufferSize: 16,
		// HTTP/1.1 only: an HTTP/2 connection may re-send by itself after GOAWAY.
		TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{},
	}
	return &Client{
		base: strings.TrimRight(o.URL, "/"), account: o.Account, total: t.Total, tr: tr,
		http: &http.Client{
			Transport:     tr,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// Close drops the idle connections.
func (c *Client) Close() { c.tr.CloseIdleConnections() }

// Submit posts the package once. A large one is uploaded in parts before, and
// goes on where an earlier attempt broke off; the post then names it.
func (c *Client) Submit(ctx context.Context, p Package) (Receipt, error) {
	if err := p.check(); err != nil {
		return Receipt{}, err
	}
	w := wireSubmit{Khoa: p.Key, MaIVAN: p.MaIVAN, LoaiGoi: p.LoaiGoi, TenFile: p.TenFile, DoDai: len(p.Bytes), SHA256: p.SHA256}
	if len(p.Bytes) >= partsFrom {
		switch err := c.upload(ctx, p); {
		case err == nil:
			w.DaTaiLen = true
		case !errors.Is(err, errNoParts):
			return Receipt{}, fmt.Errorf("submit %s: %w", p.Key, err)
		}
	}
	if !w.DaTaiLen {
		w.NoiDung = base64.StdEncoding.EncodeToString(p.Bytes)
	}
	body, err := json.Marshal(w)
	if err != nil {
		return Receipt{}, fmt.Errorf("encode package: %w", err)
	}
	a, err := c.call(ctx, call{method: http.MethodPost, path: "/v1/ho-so", key: p.Key, body: body, limit: maxAnswer})
	if err != nil {
		return Receipt{}, fmt.Errorf("submit %s: %w", p.Key, err)
	}
	if a.status != http.StatusCreated && a.status != http.StatusOK {
		return Receipt{}, fmt.Errorf("submit %s: %w", p.Key, a.refusal(p.Key))
	}
	r, err := a.receipt(p.Key, p.SHA256)
	if err != nil {
		return Receipt{}, fmt.Errorf("submit %s: %w", p.Key, err)
	}
	return r, nil
}

// Lookup asks for the receipt of a key. The caller compares its SHA256 with
// the ledger's.
func (c *Client) Lookup(ctx context.Context, key string) (Receipt, error) {
	if !keyShape.MatchString(key) {
		return Receipt{}, fmt.Errorf("%w: key is not a UUID", ErrPackage)
	}
	a, err := c.call(ctx, call{method: http.MethodGet, path: "/v1/ho-so/khoa/" + key, limit: maxAnswer})
	if err != nil {
		return Receipt{}, fmt.Errorf("look up %s: %w", key, err)
	}
	if a.status != http.StatusOK {
		return Receipt{}, fmt.Errorf("look up %s: %w", key, a.absence(key))
	}
	r, err := a.receipt(key, "")
	if err != nil {
		return Receipt{}, fmt.Errorf("look up %s: %w", key, err)
	}
	return r, nil
}

// Progress asks for the four steps.
func (c *Client) Progress(ctx context.Context, maGiaoDich string) (Progress, error) {
	a, err := c.ask(ctx, maGiaoDich, "tien-do", maxAnswer)
	if err != nil {
		return Progress{}, fmt.Errorf("progress of %s: %w", maGiaoDich, err)
	}
	p, err := a.progress(maGiaoDich)
	if err != nil {
		return Progress{}, fmt.Errorf("progress of %s: %w", maGiaoDich, err)
	}
	return p, nil
}

// Results fetches the result documents; none yet is an empty answer.
func (c *Client) Results(ctx context.Context, maGiaoDich string) ([]File, error) {
	a, err := c.ask(ctx, maGiaoDich, "ket-qua", maxResults)
	if err != nil {
		return nil, fmt.Errorf("results of %s: %w", maGiaoDich, err)
	}
	files, err := a.results(maGiaoDich)
	if err != nil {
		return nil, fmt.Errorf("results of %s: %w", maGiaoDich, err)
	}
	return files, nil
}

// As is the same client, over the same connections, with another account: that of
// the employer whose dossiers are at hand.
func (c *Client) As(account func(context.Context) (Account, error)) *Client {
	other := *c
	other.account = account
	return &other
}

func (c *Client) ask(ctx context.Context, maGiaoDich, what string, limit int64) (answer, error) {
	if !keyShape.MatchString(maGiaoDich) {
		return answer{}, fmt.Errorf("%w: maGiaoDich is not a UUID", ErrPackage)
	}
	a, err := c.call(ctx, call{method: http.MethodGet, path: "/v1/ho-so/" + maGiaoDich + "/" + what, limit: limit})
	if err == nil && a.status != http.StatusOK {
		err = a.absence(maGiaoDich)
	}
	return a, err
}

type call struct {
	method, path, key string
	body              []byte // JSON
	part              []byte // or a part of a package, as it is
	from              int    // at which byte of the package the part begins
	limit             int64
}

// call makes one request and reads one bounded answer. Whether a failure is
// ErrDown or ErrUnclear hangs on one fact only: was the request ever given a
// connection.
func (c *Client) call(ctx context.Context, in call) (answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.total)
	defer cancel()
	var connected atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
	})
	var body io.Reader
	switch {
	case in.body != nil:
		body = bytes.NewReader(in.body)
	case in.part != nil:
		body = bytes.NewReader(in.part)
	}
	req, err := http.NewRequestWithContext(ctx, in.method, c.base+in.path, body)
	if err != nil {
		return answer{}, &DownError{Doing: "prepare request", Err: err}
	}
	req.GetBody = nil // without it net/http cannot send the body a second time
	req.Header.Set("Accept", "application/json, application/problem+json")
	req.Header.Set("User-Agent", "AnKhai")
	switch {
	case in.body != nil:
		req.Header.Set("Content-Type", "application/json")
	case in.part != nil:
		req.Header.Set("Content-Type", "application/octet-stream")
		req.Header.Set(PartHeader, strconv.Itoa(in.from))
	}
	if in.key != "" {
		req.Header.Set(KeyHeader, in.key)
	}
	acc, err := c.account(ctx)
	if err != nil {
		return answer{}, &DownError{Doing: "read account", Err: err}
	}
	defer clear(acc.Secret)
	if acc.MaIVAN != "" {
		req.Header.Set(IVANHeader, acc.MaIVAN)
	}
	if acc.User != "" || len(acc.Secret) > 0 {
		basic := append([]byte(acc.User+":"), acc.Secret...)
		req.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString(basic))
		clear(basic)
	}

	res, err := c.http.Do(req)
	if err != nil {
		if u := (*url.Error)(nil); errors.As(err, &u) {
			err = u.Err
		}
		if !connected.Load() {
			return answer{}, &DownError{Doing: "connect", Err: err}
		}
		return answer{}, &UnclearError{Cause: networkCause(err), Err: err}
	}
	defer res.Body.Close()
	a := answer{status: res.StatusCode, header: res.Header}
	a.raw, err = io.ReadAll(io.LimitReader(res.Body, in.limit+1))
	switch {
	case err != nil:
		return a, a.unclear(networkCause(err), err)
	case int64(len(a.raw)) > in.limit:
		a.raw = a.raw[:4<<10]
		return a, a.unclear("malformed", fmt.Errorf("answer longer than %d bytes", in.limit))
	case a.status >= 300 && a.status < 400:
		return a, a.unclear("redirect", nil)
	case a.status >= 500 || a.status == http.StatusTooManyRequests || a.status == http.StatusRequestTimeout:
		return a, a.unclear("status", nil)
	}
	return a, nil
}

func networkCause(err error) string {
	var n net.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &n) && n.Timeout():
		return "timeout"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "cut"
	}
	return "broken"
}
