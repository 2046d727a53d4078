package sandbox_test

import (
	"bytes"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// Requests that our client would never send.
func TestHostileRequests(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	h := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: r.ca}}}
	defer h.CloseIdleConnections()
	key, xml := gateway.NewKey(), dossier(1)
	good := fmt.Sprintf(`{"khoa":%q,"maIVAN":"00999","loaiGoi":"HSNV","tenFile":"BHXHDienTu.xml","doDai":%d,"sha256":%q,"noiDung":%q}`,
		key, len(xml), gateway.HashOf(xml), base64.StdEncoding.EncodeToString(xml))
	size := fmt.Sprintf(`"doDai":%d`, len(xml))
	for _, c := range []struct {
		name, key, media, body string
		status                 int
		code                   string
	}{
		{"no key", "", "application/json", good, 400, "E-GOI-01"},
		{"key with a path", "../../etc", "application/json", good, 400, "E-GOI-01"},
		{"form", key, "text/plain", good, 415, "E-GOI-01"},
		{"not JSON", key, "application/json", "<Hoso/>", 400, "E-GOI-02"},
		{"other key in the body", gateway.NewKey(), "application/json", good, 400, "E-GOI-02"},
		{"claims 100 MB", key, "application/json", strings.Replace(good, size, `"doDai":104857600`, 1), 400, "E-GOI-02"},
		{"negative size", key, "application/json", strings.Replace(good, size, `"doDai":-1`, 1), 400, "E-GOI-02"},
		{"other hash", key, "application/json", strings.Replace(good, gateway.HashOf(xml), gateway.HashOf(nil), 1), 400, "E-GOI-02"},
		{"path as file name", key, "application/json", strings.Replace(good, "BHXHDienTu.xml", "../BHXHDienTu.xml", 1), 400, "E-GOI-02"},
		{"first registration", key, "application/json", strings.Replace(good, "HSNV", "HSDKLanDau", 1), 400, "E-GOI-02"},
		{"25 MB", key, "application/json", `{"khoa":"` + strings.Repeat("A", 25<<20), 413, "E-LIM-02"},
		{"right", key, "application/json", good, 201, "maGiaoDich"},
	} {
		req, err := http.NewRequest("POST", r.url+"/v1/ho-so", bytes.NewReader([]byte(c.body)))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("X-Ma-IVAN", sandbox.DefaultIVAN)
		req.Header.Set("X-Ma-Giao-Dich-Khoa", c.key)
		req.Header.Set("Content-Type", c.media)
		res, err := h.Do(req)
		if err != nil {
			if c.status == 413 { // the answer may be lost while 25 MB are still on their way
				continue
			}
			t.Fatalf("%s: %v", c.name, err)
		}
		b, _ := io.ReadAll(res.Body)
		res.Body.Close()
		if res.StatusCode != c.status || !strings.Contains(string(b), c.code) {
			t.Errorf("%s: got %d %s, want %d %s", c.name, res.StatusCode, b, c.status, c.code)
		}
	}
	if n := len(r.box.Submissions()); n != 1 {
		t.Errorf("stored %d, want 1", n)
	}
}

// What is no operation is answered in the protocol's words too, and says nothing
// about any key.
func TestNoSuchOperation(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	h := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: r.ca}}}
	defer h.CloseIdleConnections()
	for _, c := range []struct{ method, path string }{{"GET", "/v1/"}, {"GET", "/v2"}, {"DELETE", "/v1/ho-so/khoa/" + gateway.NewKey()}, {"GET", "/v1/ho-so"}} {
		req, _ := http.NewRequest(c.method, r.url+c.path, nil)
		res, err := h.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(res.Body)
		res.Body.Close()
		ours := strings.HasPrefix(c.path, "/v1")
		if res.StatusCode != 404 || ours != strings.Contains(string(b), `"E-GOI-03"`) || ours != strings.Contains(string(b), `"khoa":""`) {
			t.Errorf("%s %s: got %d %s", c.method, c.path, res.StatusCode, b)
		}
	}
}
