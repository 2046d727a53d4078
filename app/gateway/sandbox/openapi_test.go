package sandbox_test

import (
	"bytes"
	"crypto/tls"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// caller sends requests and holds every answer against the document.
type caller struct {
	t    *testing.T
	rig  *rig
	http *http.Client
	doc  schemas
	seen map[string]bool // operation and status
}

func newCaller(t *testing.T, r *rig) *caller {
	t.Helper()
	b, err := os.ReadFile("../../../docs/gateway/openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := &caller{t: t, rig: r, doc: schemas{document(t, string(b))}, seen: map[string]bool{},
		http: &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: r.ca}}}}
	t.Cleanup(c.http.CloseIdleConnections)
	return c
}

// call sends body, as JSON unless it is bytes, and returns the checked answer. op is
// the operation as the document names it, path what stands for its braces.
func (c *caller) call(op string, want int, body any, path string, head ...string) map[string]any {
	c.t.Helper()
	method, pattern, _ := strings.Cut(op, " ")
	raw, isRaw := body.([]byte)
	if body != nil && !isRaw {
		raw, _ = json.Marshal(body)
	}
	req, err := http.NewRequest(method, c.rig.url+path, bytes.NewReader(raw))
	if err != nil {
		c.t.Fatal(err)
	}
	req.Header.Set("X-Ma-IVAN", sandbox.DefaultIVAN)
	if body != nil && !isRaw {
		req.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(head); i += 2 {
		req.Header.Set(head[i], head[i+1])
	}
	res, err := c.http.Do(req)
	if err != nil {
		c.t.Fatalf("%s: %v", op, err)
	}
	defer res.Body.Close()
	answer, _ := io.ReadAll(res.Body)
	if res.StatusCode != want {
		c.t.Errorf("%s %s: got %d %s, want %d", op, path, res.StatusCode, answer, want)
	}
	paths := c.doc.doc["paths"].(map[string]any)
	item, ok := paths[pattern].(map[string]any)
	if !ok || item[strings.ToLower(method)] == nil {
		c.t.Fatalf("%s is not documented", op)
	}
	mediaType, schema, ok := c.doc.answers(item[strings.ToLower(method)].(map[string]any), res.StatusCode)
	if !ok {
		c.t.Errorf("%s: status %d is not documented", op, res.StatusCode)
		return nil
	}
	c.seen[fmt.Sprint(op, " ", res.StatusCode)] = true
	if schema == nil {
		return nil
	}
	if got := res.Header.Get("Content-Type"); got != mediaType {
		c.t.Errorf("%s: Content-Type %s, want %s", op, got, mediaType)
	}
	var v map[string]any
	decodeJSON(c.t, answer, &v)
	for _, w := range c.doc.check(schema, v, "answer") {
		c.t.Errorf("%s %d: %s", op, res.StatusCode, w)
	}
	return v
}

// submission is a GoiTin.
func submission(key, loai, tenFile string, xml []byte) map[string]any {
	return map[string]any{"khoa": key, "maIVAN": sandbox.DefaultIVAN, "loaiGoi": loai, "tenFile": tenFile, "doDai": len(xml), "sha256": gateway.HashOf(xml), "noiDung": base64.StdEncoding.EncodeToString(xml)}
}

const keyHead = "X-Ma-Giao-Dich-Khoa"

// Every operation of the document is served, and what it answers is what the
// document says: for the good answers and for the refusals that can be had.
func TestOpenAPIIsWhatIsServed(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Lists: func() []sandbox.CodeList {
		return []sandbox.CodeList{{Ten: "quan-he", TieuDe: "Quan hệ với chủ hộ", PhienBan: "2026-11-22", SoDong: 1, NoiDung: "ma\tten\n00\tChủ hộ\n"}}
	}})
	c := newCaller(t, r)
	if !strings.Contains(c.doc.doc["info"].(map[string]any)["title"].(string), "giao thức của AnKhai, không phải của BHXH Việt Nam") {
		t.Error("the document does not say whose protocol it is")
	}
	key, none := gateway.NewKey(), gateway.NewKey()
	file := d02File()
	file.noiDung = strings.Replace(d02("TM", "9900000001", "000000000001"), "<PA>", "<NgaySinh>15/08/1995</NgaySinh><TuThang>11/2026</TuThang><TienLuong>6000000</TienLuong><PA>", 1)
	xml := build([]tep{file})
	good := submission(key, "HSNV", "BHXHDienTu.xml", xml)
	receipt := c.call("POST /v1/ho-so", 201, good, "/v1/ho-so", keyHead, key)
	c.call("POST /v1/ho-so", 200, good, "/v1/ho-so", keyHead, key)
	c.call("POST /v1/ho-so", 409, submission(key, "HSNV", "BHXHDienTu.xml", dossier(2)), "/v1/ho-so", keyHead, key)
	c.call("POST /v1/ho-so", 400, map[string]any{}, "/v1/ho-so", keyHead, none)
	c.call("POST /v1/ho-so", 415, good, "/v1/ho-so", keyHead, key, "Content-Type", "text/plain")
	c.call("POST /v1/ho-so", 403, good, "/v1/ho-so", keyHead, key, "X-Ma-IVAN", "00040")
	c.call("POST /v1/ho-so", 422, submission(none, "HSNV", "BHXHDienTu.xml", build([]tep{d02File()}, "<SoLuongFile>1<", "<SoLuongFile>9<")), "/v1/ho-so", keyHead, none)
	c.call("GET /v1/ho-so/khoa/{khoa}", 200, nil, "/v1/ho-so/khoa/"+key)
	c.call("GET /v1/ho-so/khoa/{khoa}", 404, nil, "/v1/ho-so/khoa/"+none)
	deal := receipt["maGiaoDich"].(string)
	c.call("GET /v1/ho-so/{maGiaoDich}/tien-do", 200, nil, "/v1/ho-so/"+deal+"/tien-do")
	c.call("GET /v1/ho-so/{maGiaoDich}/tien-do", 404, nil, "/v1/ho-so/"+none+"/tien-do")
	if files := c.call("GET /v1/ho-so/{maGiaoDich}/ket-qua", 200, nil, "/v1/ho-so/"+deal+"/ket-qua"); len(files["ketQua"].([]any)) != 2 {
		t.Errorf("results: %v", files)
	}
	c.call("GET /v1/ho-so/{maGiaoDich}/ket-qua", 404, nil, "/v1/ho-so/"+none+"/ket-qua")
	c.call("POST /v1/ho-so/{maGiaoDich}/xac-nhan", 422, map[string]any{"ma": "123456"}, "/v1/ho-so/"+deal+"/xac-nhan")
	c.call("POST /v1/ho-so/{maGiaoDich}/xac-nhan", 404, map[string]any{"ma": "123456"}, "/v1/ho-so/"+none+"/xac-nhan")

	open := map[string]any{"khoa": none, "maIVAN": sandbox.DefaultIVAN, "doDai": len(xml), "sha256": gateway.HashOf(xml)}
	c.call("POST /v1/tai-len", 201, open, "/v1/tai-len", keyHead, none)
	c.call("POST /v1/tai-len", 200, open, "/v1/tai-len", keyHead, none)
	c.call("POST /v1/tai-len", 400, map[string]any{"khoa": none}, "/v1/tai-len", keyHead, none)
	c.call("PUT /v1/tai-len/{khoa}", 200, xml[:100], "/v1/tai-len/"+none, "X-Tu-Byte", "0")
	c.call("PUT /v1/tai-len/{khoa}", 409, xml[200:], "/v1/tai-len/"+none, "X-Tu-Byte", "200")
	c.call("PUT /v1/tai-len/{khoa}", 413, make([]byte, 2<<20), "/v1/tai-len/"+none, "X-Tu-Byte", "100")
	c.call("PUT /v1/tai-len/{khoa}", 404, xml, "/v1/tai-len/"+gateway.NewKey(), "X-Tu-Byte", "0")
	c.call("GET /v1/tai-len/{khoa}", 200, nil, "/v1/tai-len/"+none)
	c.call("GET /v1/tai-len/{khoa}", 404, nil, "/v1/tai-len/"+gateway.NewKey())
	open["sha256"] = gateway.HashOf(nil)
	c.call("POST /v1/tai-len", 409, open, "/v1/tai-len", keyHead, none)
	open["doDai"] = 1 << 30
	c.call("POST /v1/tai-len", 413, open, "/v1/tai-len", keyHead, none)

	c.call("GET /v1/don-vi/{maSoThue}", 200, nil, "/v1/don-vi/0000000000")
	c.call("GET /v1/don-vi/{maSoThue}", 404, nil, "/v1/don-vi/0100109106")
	list := c.call("GET /v1/thong-bao", 200, nil, "/v1/thong-bao?maDonVi=ZZ00000")["thongBao"].([]any)
	if len(list) != 1 {
		t.Fatalf("notices: %v", list)
	}
	one := list[0].(map[string]any)["ma"].(string)
	c.call("GET /v1/thong-bao/{ma}", 200, nil, "/v1/thong-bao/"+one)
	c.call("GET /v1/thong-bao/{ma}", 404, nil, "/v1/thong-bao/"+none)
	for _, bad := range []string{"maDonVi=x", "maDonVi=ZZ00000&loai=ABC", "maDonVi=ZZ00000&thang=2026-13"} {
		c.call("GET /v1/thong-bao", 400, nil, "/v1/thong-bao?"+bad)
	}
	c.call("POST /v1/tra-cuu/nguoi", 200, map[string]any{"hoTen": "Trần Thị Thử", "soCCCD": "000000000001"}, "/v1/tra-cuu/nguoi")
	c.call("POST /v1/tra-cuu/nguoi", 404, map[string]any{"hoTen": "Ai Khác", "soCCCD": "000000000001"}, "/v1/tra-cuu/nguoi")
	c.call("POST /v1/tra-cuu/nguoi", 400, map[string]any{"hoTen": "Trần Thị Thử"}, "/v1/tra-cuu/nguoi")
	c.call("GET /v1/danh-muc", 200, nil, "/v1/danh-muc")
	c.call("GET /v1/danh-muc/{ten}", 200, nil, "/v1/danh-muc/quan-he")
	c.call("GET /v1/danh-muc/{ten}", 404, nil, "/v1/danh-muc/khong-co")
	c.call("GET /v1/suc-khoe", 200, nil, "/v1/suc-khoe")

	for path, item := range c.doc.doc["paths"].(map[string]any) {
		for method, op := range item.(map[string]any) {
			name := strings.ToUpper(method) + " " + path
			var lacks []string
			for status := range op.(map[string]any)["responses"].(map[string]any) {
				if status != "default" && !c.seen[name+" "+status] && !slices.Contains(elsewhere[name], status) {
					lacks = append(lacks, status)
				}
			}
			if len(lacks) > 0 {
				t.Errorf("%s: answers %v are documented and not shown", name, lacks)
			}
		}
	}
}

// elsewhere are the answers that other tests show.
var elsewhere = map[string][]string{
	"POST /v1/ho-so":                       {"401", "413", "429", "503"},
	"POST /v1/ho-so/{maGiaoDich}/xac-nhan": {"200"},
	"GET /v1/thong-bao":                    {"403"},
	"POST /v1/tra-cuu/nguoi":               {"429"},
}
