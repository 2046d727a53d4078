package sandbox_test

import (
	"crypto/tls"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// browser is a person without script.
type browser struct {
	t    *testing.T
	rig  *rig
	http *http.Client
}

func newBrowser(t *testing.T, r *rig) *browser {
	b := &browser{t, r, &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: r.ca}}}}
	t.Cleanup(b.http.CloseIdleConnections)
	return b
}

func (b *browser) do(method, path string, form url.Values, head ...string) (int, string, http.Header) {
	b.t.Helper()
	req, err := http.NewRequest(method, b.rig.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(head); i += 2 {
		req.Header.Set(head[i], head[i+1])
	}
	res, err := b.http.Do(req)
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	body, _ := io.ReadAll(res.Body)
	return res.StatusCode, string(body), res.Header
}

// token is the hidden one of the page's forms.
func (b *browser) token() string {
	b.t.Helper()
	_, page, _ := b.do("GET", "/", nil)
	m := regexp.MustCompile(`name="the" value="([^"]+)"`).FindStringSubmatch(page)
	if m == nil {
		b.t.Fatal("the page has no form of ours")
	}
	return m[1]
}

// A person looks at a dossier, its files and rows, approves one and returns another.
func TestAnOfficerAtThePage(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Steps: sandbox.Steps{GiaiQuyet: time.Hour, KetQua: 48 * time.Hour}})
	b := newBrowser(t, r)
	var deals []string
	for n := range 2 {
		pdf := tep{ma: "CT-DK", ten: "Hợp đồng.pdf", loai: ".pdf", noiDung: "%PDF-1.4 <script>"}
		f := who("TM", "Trần Thị &lt;b&gt;Thử", "", "00000000000"+string(rune('1'+n)), "15/08/1995", "11/2026")
		got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, build([]tep{f, pdf})))
		if err != nil {
			t.Fatal(err, refusal(err))
		}
		deals = append(deals, got.MaGiaoDich)
	}
	_, list, head := b.do("GET", "/", nil)
	for _, want := range []string{`href="/ho-so/` + deals[0], "đã nhận 2 hồ sơ", "không có giá trị pháp lý"} {
		if !strings.Contains(list, want) {
			t.Errorf("list lacks %q", want)
		}
	}
	if csp := head.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || !strings.Contains(csp, "form-action 'self'") {
		t.Errorf("policy: %s", csp)
	}
	path := "/ho-so/" + deals[0]
	_, one, _ := b.do("GET", path, nil)
	for _, want := range []string{"<th>HoTen</th>", "Trần Thị &lt;b&gt;Thử", "6000000", "Hợp đồng.pdf", "Hồ sơ hợp lệ, cấp số hồ sơ 00001/2026/99999", "Trả lại hồ sơ</button>"} {
		if !strings.Contains(one, want) {
			t.Errorf("page of the dossier lacks %q", want)
		}
	}
	if strings.Contains(list+one, "<script") {
		t.Error("a page holds a script")
	}
	status, file, head := b.do("GET", path+"/tep/1", nil)
	if status != 200 || file != "%PDF-1.4 <script>" || head.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(head.Get("Content-Disposition"), "attachment") {
		t.Errorf("download: %d %q %v", status, file, head)
	}
	for _, bad := range []string{path + "/tep/2", path + "/tep/x", path + "/tep/-1", "/ho-so/khong-co"} {
		if status, _, _ := b.do("GET", bad, nil); status != 404 {
			t.Errorf("%s: got %d", bad, status)
		}
	}

	token := b.token()
	form := url.Values{"the": {token}}
	if status, page, _ := b.do("POST", path+"/duyet", form, "Origin", r.url, "Sec-Fetch-Site", "same-origin"); status != 200 || !strings.Contains(page, "Đã có kết quả") {
		t.Errorf("approve: %d", status)
	}
	if status, _, _ := b.do("POST", path+"/duyet", form); status != 409 {
		t.Errorf("approve twice: %d", status)
	}
	if p, err := r.client.Progress(t.Context(), deals[0]); err != nil || p.TrangThai != gateway.CoKetQua {
		t.Errorf("approved: %v, %v", p.TrangThai, err)
	}
	_, book, _ := b.do("GET", "/so", nil)
	for _, want := range []string{"1 đơn vị, 1 người, 1 thông báo", "ZZ00000", "Trần Thị &lt;b&gt;Thử", "đang đóng", "Thông báo kết quả hồ sơ 00001/2026/99999"} {
		if !strings.Contains(book, want) {
			t.Errorf("the register's page lacks %q", want)
		}
	}
	path = "/ho-so/" + deals[1]
	if status, _, _ := b.do("POST", path+"/tra-lai", form); status != 422 {
		t.Errorf("return without a reason: %d", status)
	}
	form.Set("lyDo", "Hợp đồng thiếu trang 2; bổ sung rồi gửi lại")
	if status, page, _ := b.do("POST", path+"/tra-lai", form); status != 200 || !strings.Contains(page, "thiếu trang 2") {
		t.Errorf("return: %d", status)
	}
	p, err := r.client.Progress(t.Context(), deals[1])
	if err != nil || p.TrangThai != gateway.TuChoi || len(p.LyDo) != 1 || p.LyDo[0].ThongBao != form.Get("lyDo") {
		t.Errorf("returned: %+v, %v", p, err)
	}
}

// A page elsewhere cannot press the buttons, whatever it knows.
func TestOnlyOurOwnFormsCount(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Steps: sandbox.Steps{GiaiQuyet: time.Hour, KetQua: 48 * time.Hour}})
	b := newBrowser(t, r)
	got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1)))
	if err != nil {
		t.Fatal(err)
	}
	right := url.Values{"the": {b.token()}, "lyDo": {"vì thế"}, "gio": {"24"}}
	for _, c := range []struct {
		name string
		form url.Values
		head []string
	}{
		{"no token", url.Values{"lyDo": {"vì thế"}, "gio": {"24"}}, nil},
		{"another token", url.Values{"the": {gateway.NewKey()}, "gio": {"24"}}, nil},
		{"from another page", right, []string{"Origin", "https://evil.example"}},
		{"from a page of another port", right, []string{"Origin", "https://127.0.0.1:1"}},
		{"from nowhere", right, []string{"Origin", "null"}},
		{"cross site", right, []string{"Sec-Fetch-Site", "cross-site"}},
	} {
		for _, path := range []string{"/ho-so/" + got.MaGiaoDich + "/tra-lai", "/ho-so/" + got.MaGiaoDich + "/duyet", "/dong-ho", "/truc-trac"} {
			if status, _, _ := b.do("POST", path, c.form, c.head...); status != 403 {
				t.Errorf("%s: %s: got %d, want 403", c.name, path, status)
			}
		}
	}
	if p, err := r.client.Progress(t.Context(), got.MaGiaoDich); err != nil || p.TrangThai != gateway.DangGiaiQuyet {
		t.Errorf("after them: %v, %v", p.TrangThai, err)
	}
	if status, page, _ := b.do("POST", "/dong-ho", url.Values{"the": right["the"], "gio": {"72"}}); status != 200 || !strings.Contains(page, "vặn tới 72 giờ") {
		t.Errorf("clock: %d", status)
	}
	if p, err := r.client.Progress(t.Context(), got.MaGiaoDich); err != nil || p.TrangThai != gateway.CoKetQua {
		t.Errorf("three days later: %v, %v", p.TrangThai, err)
	}
	faults := url.Values{"the": right["the"], "kichBan": {"drop-answer:1, delay:1ms,return-days:2,500,cut:7"}}
	if status, page, _ := b.do("POST", "/truc-trac", faults); status != 200 || !strings.Contains(page, `value="drop-answer:1,delay:1ms,return-days:2,500,cut:7"`) {
		t.Errorf("faults: %d %s", status, page)
	}
	if status, _, _ := b.do("POST", "/truc-trac", url.Values{"the": right["the"], "kichBan": {"lửa"}}); status != 422 {
		t.Errorf("a fault that is none: %d", status)
	}
	for _, bad := range []string{"-1", "0", "x", "100000"} {
		if status, _, _ := b.do("POST", "/dong-ho", url.Values{"the": right["the"], "gio": {bad}}); status != 422 {
			t.Errorf("clock by %s: %d", bad, status)
		}
	}
}
