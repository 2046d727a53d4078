package gateway_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ankhai/app/gateway"
)

const deal = "0b6d2f6e-0000-4000-8000-000000000001"

// serve is an HTTPS server that answers every request with h.
func serve(t *testing.T, h http.HandlerFunc) (*httptest.Server, *gateway.Client) {
	t.Helper()
	srv := httptest.NewTLSServer(h)
	t.Cleanup(srv.Close)
	return srv, client(t, srv, nil)
}

func client(t *testing.T, srv *httptest.Server, pins []string) *gateway.Client {
	t.Helper()
	roots := x509.NewCertPool()
	roots.AddCert(srv.Certificate())
	c, err := gateway.NewClient(gateway.ClientOptions{URL: srv.URL, RootCAs: roots, Pins: pins, Timeouts: gateway.Timeouts{Total: 3 * time.Second}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func pack() gateway.Package {
	return gateway.NewPackage(gateway.NewKey(), "00999", []byte("<Hoso/>"))
}

func TestDownMeansThatNothingLeft(t *testing.T) {
	var hits atomic.Int32
	srv, _ := serve(t, func(http.ResponseWriter, *http.Request) { hits.Add(1) })
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := "https://" + ln.Addr().String()
	ln.Close()
	other := httptest.NewTLSServer(http.NotFoundHandler())
	defer other.Close()
	plain := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	defer plain.Close()
	old := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	old.TLS = &tls.Config{MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10}
	old.StartTLS()
	defer old.Close()
	roots := x509.NewCertPool()
	roots.AddCert(srv.Certificate())
	wrongPin := gateway.SPKIPin(&x509.Certificate{RawSubjectPublicKeyInfo: []byte("another key")})
	for _, c := range []struct {
		name string
		o    gateway.ClientOptions
	}{
		{"refused", gateway.ClientOptions{URL: closed}},
		{"no such name", gateway.ClientOptions{URL: "https://khong-co.invalid"}},
		{"unknown authority", gateway.ClientOptions{URL: srv.URL}},
		{"other key than pinned", gateway.ClientOptions{URL: srv.URL, RootCAs: roots, Pins: []string{wrongPin}}},
		{"no TLS", gateway.ClientOptions{URL: strings.Replace(plain.URL, "http:", "https:", 1)}},
		{"TLS 1.1", gateway.ClientOptions{URL: old.URL, RootCAs: roots}},
		{"no account", gateway.ClientOptions{URL: srv.URL, RootCAs: roots, Account: func(context.Context) (gateway.Account, error) {
			return gateway.Account{}, errors.New("keyring locked")
		}}},
	} {
		g, err := gateway.NewClient(c.o)
		if err != nil {
			t.Fatal(err)
		}
		_, err = g.Submit(t.Context(), pack())
		if !errors.Is(err, gateway.ErrDown) || errors.Is(err, gateway.ErrUnclear) {
			t.Errorf("%s: got %v, want ErrDown", c.name, err)
		}
		if !strings.HasPrefix(gateway.Say(err), "Chưa gửi được") {
			t.Errorf("%s: says %q", c.name, gateway.Say(err))
		}
	}
	if n := hits.Load(); n != 0 {
		t.Errorf("%d requests arrived", n)
	}
	right := client(t, srv, []string{wrongPin, gateway.SPKIPin(srv.Certificate())})
	if _, err := right.Lookup(t.Context(), gateway.NewKey()); errors.Is(err, gateway.ErrDown) {
		t.Errorf("backup pin: %v", err)
	}
}

// A connection that dies under a POST must not make net/http send it again.
func TestAPostIsNeverSentTwice(t *testing.T) {
	var posts, gets atomic.Int32
	_, c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(fmt.Sprint(r.Header), "Idempotency") {
			t.Error("a header name that lets net/http repeat a POST")
		}
		if r.Method == http.MethodGet {
			gets.Add(1)
			w.WriteHeader(http.StatusTeapot)
			return
		}
		posts.Add(1)
		io.Copy(io.Discard, r.Body)
		conn, _, _ := w.(http.Hijacker).Hijack()
		conn.Close()
	})
	const n = 20
	for range n {
		c.Lookup(t.Context(), gateway.NewKey()) // leaves a connection to be used again
		if _, err := c.Submit(t.Context(), pack()); !errors.Is(err, gateway.ErrUnclear) {
			t.Fatalf("got %v, want ErrUnclear", err)
		}
	}
	if posts.Load() != n || gets.Load() < n {
		t.Errorf("got %d POST and %d GET, want %d and at least %d", posts.Load(), gets.Load(), n, n)
	}
}

func TestReceiptsAreReadStrictly(t *testing.T) {
	good := func(p gateway.Package) string {
		return fmt.Sprintf(`{"maGiaoDich":%q,"khoa":%q,"sha256":%q,"thoiGianTiepNhan":"2026-11-22T09:20:00+07:00","soHoSo":null,"buoc":[]}`, deal, p.Key, p.SHA256)
	}
	for _, c := range []struct {
		name, media string
		status      int
		edit        func(string, gateway.Package) string
		want        error
		cause       string
	}{
		{"good", "application/json; charset=utf-8", 201, nil, nil, ""},
		{"known before", "application/json", 200, nil, nil, ""},
		{"text", "text/plain", 200, nil, gateway.ErrUnclear, "malformed"},
		{"page", "text/html", 200, nil, gateway.ErrUnclear, "html"},
		{"no content", "application/json", 202, nil, gateway.ErrUnclear, ""},
		{"no key", "application/json", 201, cutOut(`"khoa"`), gateway.ErrUnclear, "malformed"},
		{"no hash", "application/json", 201, cutOut(`"sha256"`), gateway.ErrUnclear, "malformed"},
		{"no transaction", "application/json", 201, cutOut(`"maGiaoDich"`), gateway.ErrUnclear, "malformed"},
		{"no time", "application/json", 201, cutOut(`"thoiGianTiepNhan"`), gateway.ErrUnclear, "malformed"},
		{"other key", "application/json", 201, func(s string, p gateway.Package) string { return strings.Replace(s, p.Key, deal, 1) }, gateway.ErrUnclear, "foreign"},
		{"other hash", "application/json", 201, func(s string, p gateway.Package) string {
			return strings.Replace(s, p.SHA256, strings.Repeat("a", 64), 1)
		}, gateway.ErrUnclear, "foreign"},
		{"strange number", "application/json", 201, func(s string, _ gateway.Package) string { return strings.Replace(s, "null", `"1/2026"`, 1) }, gateway.ErrUnclear, "malformed"},
		{"two values", "application/json", 201, func(s string, _ gateway.Package) string { return s + s }, gateway.ErrUnclear, "malformed"},
		{"empty", "application/json", 201, func(string, gateway.Package) string { return "" }, gateway.ErrUnclear, "malformed"},
		{"refusal of a proxy", "text/html", 403, nil, gateway.ErrUnclear, "html"},
		{"refusal in JSON of another service", "application/problem+json", 422, func(string, gateway.Package) string {
			return `{"type":"about:blank","title":"x","status":422}`
		}, gateway.ErrUnclear, "malformed"},
		{"refusal of another dossier", "application/problem+json", 422, func(string, gateway.Package) string { return problem(422, deal) }, gateway.ErrUnclear, "foreign"},
		{"refusal with another status inside", "application/problem+json", 422, func(_ string, p gateway.Package) string { return problem(400, p.Key) }, gateway.ErrUnclear, "malformed"},
		{"refusal", "application/problem+json", 422, func(_ string, p gateway.Package) string { return problem(422, p.Key) }, gateway.ErrRefused, ""},
		{"not found", "application/problem+json", 404, func(_ string, p gateway.Package) string { return problem(404, p.Key) }, gateway.ErrUnclear, "status"},
		{"server error dressed as refusal", "application/problem+json", 500, func(_ string, p gateway.Package) string { return problem(500, p.Key) }, gateway.ErrUnclear, "status"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pack()
			_, g := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				s := good(p)
				if c.edit != nil {
					s = c.edit(s, p)
				}
				w.Header().Set("Content-Type", c.media)
				w.WriteHeader(c.status)
				io.WriteString(w, s)
			})
			_, err := g.Submit(t.Context(), p)
			if !errors.Is(err, c.want) || c.want == nil && err != nil {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			var u *gateway.UnclearError
			if errors.As(err, &u) && c.cause != "" && u.Cause != c.cause {
				t.Errorf("cause: got %s, want %s", u.Cause, c.cause)
			}
			if err != nil && gateway.Say(err) == "" {
				t.Error("says nothing")
			}
		})
	}
}

func cutOut(name string) func(string, gateway.Package) string {
	return func(s string, _ gateway.Package) string { return strings.Replace(s, name, `"x"`, 1) }
}

func problem(status int, key string) string {
	return fmt.Sprintf(`{"type":"urn:ankhai:cong:ho-so","title":"Hồ sơ không được nhận","status":%d,"detail":"Hồ sơ có 1 lỗi","ma":"E-ENV-01","khoa":%q,"loi":[{"ma":"E-ENV-01","thongBao":"SoLuongFile: sai","mucDo":"Lỗi"}]}`, status, key)
}

func TestRetryAfterAsADate(t *testing.T) {
	_, g := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Date", "Sun, 22 Nov 2026 02:00:00 GMT")
		w.Header().Set("Retry-After", "Sun, 22 Nov 2026 02:03:00 GMT")
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	_, err := g.Submit(t.Context(), pack())
	if got := gateway.RetryAfter(err); got != 3*time.Minute {
		t.Errorf("got %v, want 3m (%v)", got, err)
	}
}

func TestResultFilesAreCheckedAndNamedSafely(t *testing.T) {
	file := func(name string) string {
		b := []byte("C12 " + name)
		return fmt.Sprintf(`{"ma":"C12-TS","ten":"Thông báo","tenFile":%q,"loaiFile":".pdf","sha256":%q,"noiDung":%q}`, name, gateway.HashOf(b), base64.StdEncoding.EncodeToString(b))
	}
	names := []string{"C12-TS_112026.pdf", "../../.bashrc", `..\..\boot.ini`, "/etc/passwd", "CON.pdf", "nul", "a\u202efdp.exe", "x.pdf:evil.exe", "trailing. . ", "", "c12-ts_112026.PDF", strings.Repeat("ệ", 200) + ".pdf"}
	want := []string{"C12-TS_112026.pdf", "bashrc", "boot.ini", "passwd", "ket-qua-5_CON.pdf", "ket-qua-6_nul", "afdp.exe", "x.pdfevil.exe", "trailing", "ket-qua-10_", "11-c12-ts_112026.PDF", strings.Repeat("ệ", 38) + ".pdf"}
	var parts []string
	for _, n := range names {
		parts = append(parts, file(n))
	}
	answer := fmt.Sprintf(`{"maGiaoDich":%q,"trangThai":202,"ketQua":[%s]}`, deal, strings.Join(parts, ","))
	_, g := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		io.WriteString(w, answer)
	})
	files, err := g.Results(t.Context(), deal)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files {
		if f.TenFile != want[i] {
			t.Errorf("%q: got %q, want %q", names[i], f.TenFile, want[i])
		}
	}
	answer = strings.Replace(answer, gateway.HashOf([]byte("C12 nul")), strings.Repeat("0", 64), 1)
	if _, err := g.Results(t.Context(), deal); !errors.Is(err, gateway.ErrUnclear) {
		t.Errorf("wrong hash: got %v, want ErrUnclear", err)
	}
}

func TestProgressIsReadStrictly(t *testing.T) {
	steps := `{"buoc":1,"maKetQua":"00","moTaKetQua":"Đã nhận hồ sơ","thoiGian":"2026-11-22T09:20:00+07:00"},{"buoc":2,"maKetQua":"00","moTaKetQua":"x","thoiGian":"2026-11-22T09:20:05+07:00"},{"buoc":3,"maKetQua":null,"moTaKetQua":null,"thoiGian":null},{"buoc":4,"maKetQua":null,"moTaKetQua":null,"thoiGian":null}`
	good := fmt.Sprintf(`{"maGiaoDich":%q,"soHoSo":"00001/2026/99999","trangThai":201,"ngayHenTra":"2026-11-27","buoc":[%s]}`, deal, steps)
	for _, c := range []struct{ name, old, new string }{
		{"good", "", ""},
		{"other transaction", deal, strings.Replace(deal, "1", "2", 1)},
		{"state", `:201`, `:200201`},
		{"number", "00001/2026/99999", "../../../etc"},
		{"day", "2026-11-27", "27/11/2026"},
		{"order of steps", `"buoc":2`, `"buoc":3`},
		{"time", "2026-11-22T09:20:05+07:00", "hôm qua"},
		{"code without time", `"thoiGian":"2026-11-22T09:20:05+07:00"`, `"thoiGian":null`},
		{"three steps", `,{"buoc":4,"maKetQua":null,"moTaKetQua":null,"thoiGian":null}`, ""},
	} {
		_, g := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			io.WriteString(w, strings.Replace(good, c.old, c.new, 1))
		})
		p, err := g.Progress(t.Context(), deal)
		if c.name == "good" {
			if err != nil || p.TrangThai != gateway.DangGiaiQuyet || p.Buoc[0].MoTa != "Đã nhận hồ sơ" || !p.Buoc[3].ThoiGian.IsZero() {
				t.Errorf("good: got %+v, %v", p, err)
			}
		} else if !errors.Is(err, gateway.ErrUnclear) {
			t.Errorf("%s: got %v, want ErrUnclear", c.name, err)
		}
	}
}

func TestPackagesThatAreWrongAreNotSent(t *testing.T) {
	_, g := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("sent") })
	for _, edit := range []func(*gateway.Package){
		func(p *gateway.Package) { p.Key = "1" },
		func(p *gateway.Package) { p.Key = strings.ToUpper(p.Key) + "\r\nX: y" },
		func(p *gateway.Package) { p.MaIVAN = "" },
		func(p *gateway.Package) { p.LoaiGoi = "HSXX" },
		func(p *gateway.Package) { p.TenFile = "../x.xml" },
		func(p *gateway.Package) { p.Bytes = []byte("<Khac/>") },
		func(p *gateway.Package) { p.Bytes = nil },
	} {
		p := pack()
		edit(&p)
		if _, err := g.Submit(t.Context(), p); !errors.Is(err, gateway.ErrPackage) {
			t.Errorf("%+v: got %v, want ErrPackage", p, err)
		}
	}
	if _, err := g.Progress(t.Context(), "../suc-khoe"); !errors.Is(err, gateway.ErrPackage) {
		t.Errorf("got %v, want ErrPackage", err)
	}
	for _, u := range []string{"http://127.0.0.1", "https://", "https://a:b@c", "https://a/?x=1", "file:///etc"} {
		if _, err := gateway.NewClient(gateway.ClientOptions{URL: u}); err == nil {
			t.Errorf("address %s was taken", u)
		}
	}
}

func TestRefusalKeepsWordsOutOfItsErrorText(t *testing.T) {
	err := error(&gateway.RefusedError{Status: 422, Findings: []gateway.Finding{{Ma: "E-BIZ-01", ThongBao: "TRẦN THỊ THỬ: thiếu CCCD"}}})
	if strings.Contains(err.Error(), "TRẦN") || !strings.Contains(err.Error(), "E-BIZ-01") {
		t.Errorf("got %q", err)
	}
}
