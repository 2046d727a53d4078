package gateway

import (
	"net/http"
	"net/url"
	"testing"
)

// A gateway on this machine is never asked for through somebody else's.
func TestNoProxyForThisMachine(t *testing.T) {
	was := proxyOfSystem
	defer func() { proxyOfSystem = was }()
	var heard []string
	proxyOfSystem = func(r *http.Request) (*url.URL, error) {
		heard = append(heard, r.URL.String())
		return nil, nil
	}
	for _, u := range []string{"https://127.0.0.1:8443/v1", "https://localhost/", "https://[::1]:1/"} {
		req, err := http.NewRequest(http.MethodGet, u, nil)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := systemProxy(req); p != nil || err != nil {
			t.Errorf("%s: %v, %v", u, p, err)
		}
	}
	req, err := http.NewRequest(http.MethodGet, "https://cong.example/v1/don-vi/0100109106", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := systemProxy(req); err != nil || len(heard) != 1 || heard[0] != "https://cong.example/" {
		t.Errorf("heard %q, %v", heard, err)
	}
}
