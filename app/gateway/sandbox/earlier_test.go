package sandbox_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// earlier writes the folder of a program before 0.3: a journal of lines and a folder
// of files. seal is how 0.2 sealed them; nil is how 0.1 left them open.
func earlier(t *testing.T, dir string, seal func(label string, b []byte) []byte) (keys []string) {
	t.Helper()
	var lines []string
	for n := range 2 {
		xml := dossier(n)
		sha := gateway.HashOf(xml)
		keys = append(keys, gateway.NewKey())
		traLai := ""
		if n == 1 {
			traLai = `"traLai":[{"ma":"E-BIZ-TRA-02","thongBao":"đang hưởng lương hưu","mucDo":"Lỗi"}],`
		}
		lines = append(lines, fmt.Sprintf(`{"nhan":{"khoa":%q,"sha256":%q,"doDai":%d,"maGiaoDich":%q,"thoiGian":"2026-11-20T09:00:00+07:00","soHoSo":"0000%d/2026/99999","maIVAN":"00999","maThuTuc":"600","tenThuTuc":"Báo tăng","kyKeKhai":"11/2026","tenDonVi":"CÔNG TY TNHH MẪU THỬ","maDonVi":"ZZ00000","maSoThue":"0000000000","coQuan":"99999",%s"tep":[],"buoc":{"capSo":0,"giaiQuyet":2000000000,"ketQua":5000000000}}}`,
			keys[n], sha, len(xml), gateway.NewKey(), n+1, traLai))
		if seal != nil {
			xml = seal("tep "+sha, xml)
		}
		if err := os.MkdirAll(filepath.Join(dir, "tep", sha[:2]), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "tep", sha[:2], sha), string(xml))
	}
	lines = append(lines, fmt.Sprintf(`{"lap":%q}`, keys[0]),
		`{"tuChoi":{"khoa":"k","thoiGian":"2026-11-20T09:00:00+07:00","loi":[{"ma":"E-ENV-01","thongBao":"SoLuongFile","mucDo":"Lỗi"}]}}`)
	var b strings.Builder
	for _, l := range lines {
		if seal != nil {
			l = base64.StdEncoding.EncodeToString(seal("dong", []byte(l)))
		}
		b.WriteString(l + "\n")
	}
	b.WriteString(`{"nhan":{"khoa":"12`) // was being written when the power went
	write(t, filepath.Join(dir, "nhat-ky.jsonl"), b.String())
	return keys
}

// The folders of earlier programs are taken into the book once, whole, and sealed.
func TestEarlierFoldersAreTakenIn(t *testing.T) {
	own := bytes.Repeat([]byte{5}, sandbox.KeySize)
	block, _ := aes.NewCipher(own)
	aead, _ := cipher.NewGCM(block)
	sealed := func(label string, b []byte) []byte {
		nonce := []byte("mười hai byt")[:12]
		return aead.Seal(nonce, nonce, b, []byte(label))
	}
	for name, seal := range map[string]func(string, []byte) []byte{"0.1, open": nil, "0.2, sealed": sealed} {
		at := day
		o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Key: bytes.Repeat([]byte{9}, sandbox.KeySize)}
		if seal != nil {
			write(t, filepath.Join(o.Dir, "khoa-rieng"), string(own))
		}
		keys := earlier(t, o.Dir, seal)
		for again := range 2 {
			r := start(t, o)
			for n, key := range keys {
				held, err := r.client.Lookup(t.Context(), key)
				if err != nil {
					t.Fatal(name, err)
				}
				p, err := r.client.Progress(t.Context(), held.MaGiaoDich)
				if want := []gateway.TrangThai{gateway.CoKetQua, gateway.TuChoi}[n]; err != nil || p.TrangThai != want {
					t.Errorf("%s, opening %d: dossier %d: got %v, %v; want %v", name, again, n, p.TrangThai, err, want)
				}
				if b, err := r.box.Envelope(key); err != nil || !bytes.Equal(b, dossier(n)) {
					t.Errorf("%s: envelope: %d bytes, %v", name, len(b), err)
				}
			}
			subs := r.box.Submissions()
			if len(subs) != 2 || subs[0].SoLanLap != 1 {
				t.Errorf("%s: got %d submissions, repeats %d; want 2 and 1", name, len(subs), subs[0].SoLanLap)
			}
			r.box.Close()
		}
		all, names := everything(t, o.Dir)
		for _, word := range []string{"maGiaoDich", "MẪU THỬ", string(dossier(1))} {
			if bytes.Contains(all, []byte(word)) {
				t.Errorf("%s: %.20q can be read in the folder", name, word)
			}
		}
		if s := strings.Join(names, " "); strings.Contains(s, "nhat-ky") || strings.Contains(s, "khoa-rieng") {
			t.Errorf("%s: left over: %s", name, s)
		}
	}
}

// A journal that cannot be read is neither taken in half nor thrown away.
func TestADamagedJournalStopsTheSandbox(t *testing.T) {
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at)}
	earlier(t, o.Dir, nil)
	path := filepath.Join(o.Dir, "nhat-ky.jsonl")
	b, _ := os.ReadFile(path)
	spoilt := bytes.Replace(b, []byte(`{"lap"`), []byte(`{"lap`), 1)
	write(t, path, string(spoilt))
	if _, err := sandbox.New(o); err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("got %v, want the line named", err)
	}
	if left, _ := os.ReadFile(path); !bytes.Equal(left, spoilt) {
		t.Error("the journal was changed")
	}
	write(t, path, string(b))
	if n := len(start(t, o).box.Submissions()); n != 2 {
		t.Errorf("after it was put right: %d submissions, want 2", n)
	}
}
