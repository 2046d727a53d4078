package sandbox_test

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

func TestFourStepsOnTheGatewaysClock(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Steps: sandbox.Steps{CapSo: 5 * time.Second, GiaiQuyet: time.Hour, KetQua: 72 * time.Hour}})
	got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1)))
	if err != nil || got.SoHoSo != "" || !got.ThoiGianTiepNhan.Equal(day) {
		t.Fatalf("got %+v, %v; want a receipt without a number", got, err)
	}
	for _, c := range []struct {
		after time.Duration
		state gateway.TrangThai
		steps int
		so    string
		files int
	}{
		{0, gateway.ChoNhan, 1, "", 0},
		{5 * time.Second, gateway.DangGiaiQuyet, 2, "00001/2026/99999", 0},
		{time.Hour, gateway.DangGiaiQuyet, 3, "00001/2026/99999", 0},
		{72 * time.Hour, gateway.CoKetQua, 4, "00001/2026/99999", 2},
	} {
		at = day.Add(c.after)
		p, err := r.client.Progress(t.Context(), got.MaGiaoDich)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, b := range p.Buoc {
			if b.Ma == "00" {
				n++
			}
		}
		if p.TrangThai != c.state || n != c.steps || p.SoHoSo != c.so || len(p.Buoc) != 4 {
			t.Errorf("after %v: got %v %d steps %q, want %v %d %q", c.after, p.TrangThai, n, p.SoHoSo, c.state, c.steps, c.so)
		}
		files, err := r.client.Results(t.Context(), got.MaGiaoDich)
		if err != nil || len(files) != c.files {
			t.Errorf("after %v: results got %d, %v; want %d", c.after, len(files), err, c.files)
		}
		for _, f := range files {
			if !strings.Contains(string(f.Bytes), "không có giá trị pháp lý") {
				t.Errorf("%s does not say that it has no legal value", f.TenFile)
			}
		}
		if c.steps == 4 && p.NgayHenTra != "2026-11-25" {
			t.Errorf("ngayHenTra: got %s", p.NgayHenTra)
		}
	}
	held, err := r.client.Lookup(t.Context(), got.Key)
	if err != nil || held.SoHoSo != "00001/2026/99999" {
		t.Errorf("look up: got %q, %v", held.SoHoSo, err)
	}
}

func TestReturnsOfTheRegister(t *testing.T) {
	at := day
	dir := t.TempDir()
	write(t, filepath.Join(dir, "dang-ky.json"), `{"donVi":[{"maDonVi":"ZZ00000","maSoThue":"0000000000"}],"nguoi":[
 {"maSoBHXH":"9900000001","tinhTrang":"dang-dong","maDonVi":"YY00001"},
 {"soCCCD":"000000000002","tinhTrang":"huu-tri"},
 {"soCCCD":"000000000003","tinhTrang":"that-nghiep"},
 {"soCCCD":"000000000004","tinhTrang":"dang-dong","maDonVi":"ZZ00000"}]}`)
	r := start(t, sandbox.Options{Dir: dir, Now: clockAt(&at)})
	send := func(xml []byte) (gateway.Progress, []gateway.File) {
		t.Helper()
		got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, xml))
		if err != nil {
			t.Fatal(err, refusal(err))
		}
		p, err := r.client.Progress(t.Context(), got.MaGiaoDich)
		if err != nil {
			t.Fatal(err)
		}
		files, err := r.client.Results(t.Context(), got.MaGiaoDich)
		if err != nil {
			t.Fatal(err)
		}
		return p, files
	}
	for _, c := range []struct{ pa, maSo, cccd, want string }{
		{"TM", "9900000001", "", "E-BIZ-TRA-01"},
		{"TM", "", "000000000002", "E-BIZ-TRA-02"},
		{"TD", "", "000000000003", "E-BIZ-TRA-03"},
		{"TL", "", "000000000002", ""}, // accident fund only
		{"GH", "9900000001", "", ""},
		{"TM", "", "000000000004", ""}, // active here
		{"TM", "", "", ""},             // no identity matches no identity
	} {
		f := d02File()
		f.noiDung = d02(c.pa, c.maSo, c.cccd)
		p, files := send(build([]tep{f}))
		got := ""
		if p.TrangThai == gateway.TuChoi {
			got = p.Buoc[2].Ma
			if len(p.LyDo) != 1 || !strings.Contains(string(files[1].Bytes), p.LyDo[0].ThongBao) {
				t.Errorf("%s: the reason is not in the notice", c.want)
			}
		}
		if got != c.want {
			t.Errorf("%s %s%s: got %q, want %q", c.pa, c.maSo, c.cccd, got, c.want)
		}
	}
	_, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, build([]tep{d02File()}, "ZZ00000", "ZZ00001")))
	if got := codes(findingsOf(err)); got != "E-ENV-05" {
		t.Errorf("unit that is not registered: got %q, want E-ENV-05", got)
	}
}

func TestReturnedByHandAndOnDemand(t *testing.T) {
	at := day
	dir := t.TempDir()
	o := sandbox.Options{Dir: dir, Now: clockAt(&at), Steps: sandbox.Steps{GiaiQuyet: time.Hour, KetQua: 2 * time.Hour}}
	r := start(t, o)
	first, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1)))
	if err != nil {
		t.Fatal(err)
	}
	at = day.Add(time.Minute)
	if err := r.box.TraLai(first.Key, "Hợp đồng thiếu trang 2; bổ sung rồi gửi lại"); err != nil {
		t.Fatal(err)
	}
	p, err := r.client.Progress(t.Context(), first.MaGiaoDich)
	if err != nil || p.TrangThai != gateway.TuChoi || p.LyDo[0].ThongBao != "Hợp đồng thiếu trang 2; bổ sung rồi gửi lại" {
		t.Errorf("got %+v, %v", p, err)
	}
	if r.box.TraLai(first.Key, "lần nữa") == nil {
		t.Error("returned twice")
	}
	r.box.SetFaults("return:1")
	second, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(2)))
	if err != nil {
		t.Fatal(err)
	}
	at = day.Add(2 * time.Hour)
	if p, err := r.client.Progress(t.Context(), second.MaGiaoDich); err != nil || p.TrangThai != gateway.TuChoi {
		t.Errorf("on demand: got %+v, %v", p, err)
	}
	r.box.Close()
	r = start(t, o)
	if p, err := r.client.Progress(t.Context(), first.MaGiaoDich); err != nil || p.TrangThai != gateway.TuChoi || len(p.LyDo) != 1 {
		t.Errorf("after restart: got %+v, %v", p, err)
	}
}

func TestAccount(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), User: "ivan", Secret: []byte("mật khẩu")})
	p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1))
	secret := []byte("mật khẩu")
	for _, c := range []struct {
		name string
		acc  gateway.Account
		want error
	}{
		{"wrong secret", gateway.Account{MaIVAN: "00999", User: "ivan", Secret: []byte("x")}, gateway.ErrCredentials},
		{"other I-VAN", gateway.Account{MaIVAN: "00040", User: "ivan", Secret: []byte("mật khẩu")}, gateway.ErrCredentials},
		{"right", gateway.Account{MaIVAN: "00999", User: "ivan", Secret: secret}, nil},
	} {
		client, err := gateway.NewClient(gateway.ClientOptions{URL: r.url, RootCAs: r.ca, Account: func(context.Context) (gateway.Account, error) { return c.acc, nil }})
		if err != nil {
			t.Fatal(err)
		}
		defer client.Close()
		_, err = client.Submit(t.Context(), p)
		if !errors.Is(err, c.want) || isRefused(err) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if c.want != nil {
			if _, err := client.Lookup(t.Context(), p.Key); !errors.Is(err, c.want) || isUnknown(err) {
				t.Errorf("%s: look up got %v, want %v", c.name, err, c.want)
			}
		}
	}
	if strings.Trim(string(secret), "\x00") != "" {
		t.Error("the secret was left in memory")
	}
}

func TestPageIsReadableAndEscaped(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	ok := build([]tep{d02File()}, "CÔNG TY TNHH MẪU THỬ", "CÔNG TY &lt;script&gt;alert(1)&lt;/script&gt;")
	p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, ok)
	for range 2 {
		if _, err := r.client.Submit(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, build([]tep{d02File()}, "<SoLuongFile>1<", "<SoLuongFile>9<")))
	h := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: r.ca}, DisableKeepAlives: true}}
	get := func(host string) (int, string) {
		req, _ := http.NewRequest("GET", r.url+"/", nil)
		if host != "" {
			req.Host = host
		}
		res, err := h.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		b, _ := io.ReadAll(res.Body)
		return res.StatusCode, string(b)
	}
	_, page := get("")
	for _, want := range []string{"«Cổng thực hành»", "không có giá trị pháp lý", "00001/2026/99999", "&lt;script&gt;", "E-ENV-01", "SoLuongFile: ghi 9", "Gửi lặp 1 lần"} {
		if !strings.Contains(page, want) {
			t.Errorf("page lacks %q", want)
		}
	}
	if strings.Contains(page, "<script") {
		t.Error("page holds a script")
	}
	if out := os.Getenv("PAGE_OUT"); out != "" {
		write(t, out, page)
	}
	if status, _ := get("evil.example"); status != http.StatusMisdirectedRequest {
		t.Errorf("foreign host name: got %d", status)
	}
}

func TestOnlyTheLoopback(t *testing.T) {
	box, err := sandbox.New(sandbox.Options{Dir: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	for _, addr := range []string{"0.0.0.0:0", ":0", "192.0.2.1:0", "example.org:0"} {
		if _, _, err := box.Start(addr); err == nil {
			t.Errorf("listens on %s", addr)
		}
	}
}

func TestAuthorityIsKeptAndBoundToTheLoopback(t *testing.T) {
	dir := t.TempDir()
	at := day
	r := start(t, sandbox.Options{Dir: dir, Now: clockAt(&at)})
	r.box.Close()
	old := r.ca
	r = start(t, sandbox.Options{Dir: dir, Now: clockAt(&at)})
	r.ca = old
	if _, err := r.newClient(t, gateway.Timeouts{}).Lookup(t.Context(), gateway.NewKey()); !isUnknown(err) {
		t.Errorf("the authority of yesterday: %v", err)
	}
	if i, err := os.Stat(filepath.Join(dir, "ca-thuc-hanh.key")); err != nil || i.Mode().Perm() != 0o600 {
		t.Errorf("key of the authority: %v, %v", i, err)
	}
}

func write(t *testing.T, path, s string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
		t.Fatal(err)
	}
}

func decodeJSON(t *testing.T, b []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}
