package sandbox_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// A package comes in parts over a bad line and a restart, and is then submitted by
// its key: one dossier, byte for byte.
func TestUploadInParts(t *testing.T) {
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Faults: "part-cut:1"}
	r := start(t, o)
	c := newCaller(t, r)
	key, xml := gateway.NewKey(), dossier(1)
	open := map[string]any{"khoa": key, "maIVAN": sandbox.DefaultIVAN, "doDai": len(xml), "sha256": gateway.HashOf(xml)}
	c.call("POST /v1/tai-len", 201, open, "/v1/tai-len", keyHead, key)
	path := "/v1/tai-len/" + key
	part := func(want, from, to int) int {
		t.Helper()
		u := c.call("PUT /v1/tai-len/{khoa}", want, xml[from:to], path, "X-Tu-Byte", fmt.Sprint(from))
		n, _ := u["daNhan"].(float64)
		return int(n)
	}
	// The line breaks in the middle of the first part: half of it is kept.
	req, _ := http.NewRequest("PUT", r.url+path, bytes.NewReader(xml[:600]))
	req.Header.Set("X-Ma-IVAN", sandbox.DefaultIVAN)
	req.Header.Set("X-Tu-Byte", "0")
	if res, err := c.http.Do(req); err == nil {
		t.Errorf("the cut part was answered with %d", res.StatusCode)
	}
	if u := c.call("GET /v1/tai-len/{khoa}", 200, nil, path); u["daNhan"] != 300.0 {
		t.Errorf("after the cut: got %v, want 300", u["daNhan"])
	}
	submitted := submission(key, "HSNV", "BHXHDienTu.xml", xml)
	delete(submitted, "noiDung")
	submitted["daTaiLen"] = true
	if p := c.call("POST /v1/ho-so", 400, submitted, "/v1/ho-so", keyHead, key); p["ma"] != "E-GOI-02" {
		t.Errorf("submitted too early: %v", p["ma"])
	}
	r.box.Close()
	o.Faults = ""
	r = start(t, o)
	c = newCaller(t, r)
	if n := part(200, 300, 700); n != 700 {
		t.Errorf("second part: %d", n)
	}
	if n := part(200, 100, 700); n != 700 { // the same again
		t.Errorf("the same again: %d", n)
	}
	xml[650] ^= 1
	part(409, 600, 700) // other bytes where some are already
	xml[650] ^= 1
	part(409, 600, 800) // over the edge of what is there
	part(409, 900, 1000)
	part(200, 700, len(xml))
	for n, want := range []int{201, 200} { // submitted twice, as after a lost answer
		if got := c.call("POST /v1/ho-so", want, submitted, "/v1/ho-so", keyHead, key); got["nhacLai"] != (n == 1) {
			t.Errorf("submission %d: %v", n, got)
		}
	}
	if b, err := r.box.Envelope(key); err != nil || !bytes.Equal(b, xml) {
		t.Errorf("envelope: %d bytes, %v", len(b), err)
	}
	c.call("GET /v1/tai-len/{khoa}", 404, nil, path)
	if n := len(r.box.Submissions()); n != 1 {
		t.Errorf("stored %d, want 1", n)
	}
}

// What a refused package was made of is not kept, and what nobody submits is
// forgotten after a day.
func TestUploadsAreForgotten(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	c := newCaller(t, r)
	bad := build([]tep{d02File()}, "<SoLuongFile>1<", "<SoLuongFile>9<")
	put := func(xml []byte, hash string) string {
		key := gateway.NewKey()
		c.call("POST /v1/tai-len", 201, map[string]any{"khoa": key, "maIVAN": sandbox.DefaultIVAN, "doDai": len(xml), "sha256": hash}, "/v1/tai-len", keyHead, key)
		c.call("PUT /v1/tai-len/{khoa}", 200, xml, "/v1/tai-len/"+key, "X-Tu-Byte", "0")
		return key
	}
	send := func(key string, xml []byte, hash string) map[string]any {
		body := map[string]any{"khoa": key, "maIVAN": sandbox.DefaultIVAN, "loaiGoi": "HSNV", "tenFile": "BHXHDienTu.xml", "doDai": len(xml), "sha256": hash, "daTaiLen": true}
		want := 422
		if hash != gateway.HashOf(xml) {
			want = 400
		}
		return c.call("POST /v1/ho-so", want, body, "/v1/ho-so", keyHead, key)
	}
	key := put(bad, gateway.HashOf(bad))
	if p := send(key, bad, gateway.HashOf(bad)); p["ma"] != "E-ENV-01" {
		t.Errorf("refused: %v", p["ma"])
	}
	c.call("GET /v1/tai-len/{khoa}", 404, nil, "/v1/tai-len/"+key)
	other := gateway.HashOf(nil)
	key = put(bad, other)
	if p := send(key, bad, other); p["ma"] != "E-GOI-02" {
		t.Errorf("other bytes than announced: %v", p["ma"])
	}
	at = day.Add(25 * time.Hour)
	c.call("GET /v1/tai-len/{khoa}", 404, nil, "/v1/tai-len/"+key)
}

// kill -9 in the middle of an upload: what was answered is there, and the rest can
// follow.
func TestKillKeepsTheAnsweredParts(t *testing.T) {
	dir := t.TempDir()
	key, xml := gateway.NewKey(), make([]byte, 3<<20)
	for i := range xml {
		xml[i] = byte(i * 7 >> 3)
	}
	path := "/v1/tai-len/" + key
	answered, kills := 0, 0
	for answered < len(xml) {
		r, kill := child(t, dir)
		c := newCaller(t, r)
		want := 200
		if kills == 0 {
			want = 201
		}
		open := map[string]any{"khoa": key, "maIVAN": sandbox.DefaultIVAN, "doDai": len(xml), "sha256": gateway.HashOf(xml)}
		at := int(c.call("POST /v1/tai-len", want, open, "/v1/tai-len", keyHead, key)["daNhan"].(float64))
		if at < answered {
			t.Fatalf("after kill %d the gateway holds %d bytes, and had answered for %d", kills, at, answered)
		}
		answered = at
		if kills < 4 {
			time.AfterFunc(time.Duration(20+30*kills)*time.Millisecond, kill)
			kills++
		} else {
			defer kill()
		}
		for answered < len(xml) {
			end := min(answered+100_000, len(xml))
			req, _ := http.NewRequest("PUT", r.url+path, bytes.NewReader(xml[answered:end]))
			req.Header.Set("X-Ma-IVAN", sandbox.DefaultIVAN)
			req.Header.Set("X-Tu-Byte", fmt.Sprint(answered))
			res, err := c.http.Do(req)
			if err != nil {
				break // killed
			}
			res.Body.Close()
			if res.StatusCode != 200 {
				t.Fatalf("part at %d: %d", answered, res.StatusCode)
			}
			answered = end
		}
		if answered == len(xml) {
			kill()
		}
	}
	r, kill := child(t, dir)
	defer kill()
	c := newCaller(t, r)
	submitted := submission(key, "HSNV", "BHXHDienTu.xml", xml)
	delete(submitted, "noiDung")
	submitted["daTaiLen"] = true
	if p := c.call("POST /v1/ho-so", 422, submitted, "/v1/ho-so", keyHead, key); p["ma"] != "E-XML-01" { // whole, and no dossier
		t.Errorf("got %v, want the bytes read and found to be no XML", p["ma"])
	}
	t.Logf("%d kills", kills)
}

// The client takes a large package through lines that break and a gateway that
// restarts, and the dossier is there once.
func TestTheClientUploadsInParts(t *testing.T) {
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Faults: "part-cut:3"}
	r := start(t, o)
	xml := append(dossier(1), bytes.Repeat([]byte("\n"), 3<<20)...)
	p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, xml)
	got, err := r.client.Submit(t.Context(), p)
	if err != nil || got.SHA256 != p.SHA256 || got.NhacLai {
		t.Fatalf("got %+v, %v", got, err)
	}
	again, err := r.client.Submit(t.Context(), p)
	if err != nil || again.MaGiaoDich != got.MaGiaoDich || !again.NhacLai {
		t.Errorf("again: %+v, %v", again, err)
	}
	other := gateway.NewPackage(p.Key, sandbox.DefaultIVAN, append(xml, '\n'))
	if _, err := r.client.Submit(t.Context(), other); !errors.Is(err, gateway.ErrKeyTaken) {
		t.Errorf("other bytes under the key: %v", err)
	}
	if list := r.box.Submissions(); len(list) != 1 {
		t.Errorf("%d dossiers", len(list))
	}
}
