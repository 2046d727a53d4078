package gateway

import (
	"errors"
	"net/http"
	"testing"
)

// Whatever a gateway answers, it is a receipt for us or an error of ours.
func FuzzAnswer(f *testing.F) {
	const key = "0b6d2f6e-0000-4000-8000-000000000001"
	sha := HashOf(nil)
	f.Add(201, "application/json", []byte(`{"maGiaoDich":"`+key+`","khoa":"`+key+`","sha256":"`+sha+`","thoiGianTiepNhan":"2026-11-22T09:20:00+07:00","soHoSo":null}`))
	f.Add(200, "application/json", []byte(`{"maGiaoDich":"`+key+`","soHoSo":"00001/2026/99999","trangThai":201,"buoc":[{"buoc":1},{"buoc":2},{"buoc":3},{"buoc":4}]}`))
	f.Add(200, "application/json", []byte(`{"maGiaoDich":"`+key+`","trangThai":202,"ketQua":[{"tenFile":"../a","sha256":"`+sha+`","noiDung":""}]}`))
	f.Add(422, "application/problem+json", []byte(`{"type":"urn:ankhai:cong:ho-so","status":422,"ma":"E-ENV-01","khoa":"`+key+`","loi":[]}`))
	ours := func(err error) bool {
		return errors.Is(err, ErrUnclear) || errors.Is(err, ErrRefused) || errors.Is(err, ErrCredentials) || errors.Is(err, ErrKeyTaken) || errors.Is(err, ErrUnknownKey)
	}
	f.Fuzz(func(t *testing.T, status int, media string, body []byte) {
		a := answer{status: status, header: http.Header{"Content-Type": {media}}, raw: body}
		if r, err := a.receipt(key, sha); err == nil && (r.Key != key || r.SHA256 != sha) || err != nil && !ours(err) {
			t.Errorf("receipt: %+v, %v", r, err)
		}
		if p, err := a.progress(key); err == nil && (p.MaGiaoDich != key || len(p.Buoc) != 4) || err != nil && !ours(err) {
			t.Errorf("progress: %+v, %v", p, err)
		}
		if _, err := a.results(key); err != nil && !ours(err) {
			t.Errorf("results: %v", err)
		}
		for _, err := range []error{a.refusal(key), a.absence(key)} {
			if !ours(err) || Say(err) == "" {
				t.Errorf("refusal: %v", err)
			}
		}
		if name := safeName(string(body), 1); !plain(name) {
			t.Errorf("file name %q", name)
		}
	})
}

func plain(name string) bool {
	for _, r := range name {
		if r == '/' || r == '\\' || r == ':' || r < ' ' {
			return false
		}
	}
	return name != "" && name != "." && name != ".." && len(name) <= 160
}
