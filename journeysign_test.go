package main

import (
	"crypto/rand"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/signing/signtest"
	"ankhai/signing/signtest/softhsm"
)

// plugIn makes a token with a certificate for each tax code, which the window sees.
func (j *journey) plugIn(t *testing.T, taxCodes ...string) {
	t.Helper()
	now := time.Now()
	ca, err := signtest.NewCA(rand.Reader, now.AddDate(-2, 0, 0))
	must(t, err)
	store := softhsm.New(t, "Token A")
	for i, code := range taxCodes {
		key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY CÓ TOKEN", TaxCode: code}, now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0))
		must(t, err)
		store.Put(t, "Token A", fmt.Sprintf("%02d", i+1), key)
	}
	j.more = append(j.more, "SOFTHSM2_CONF="+store.Conf)
}

// signWithToken signs with a token: a wrong PIN is told, the right one signs.
func signWithToken(t *testing.T, j *journey) {
	j.plugIn(t, "0100109106")
	j.run(t, "start", "sample")
	j.returnable(t, "Trần Văn Hai")
	j.run(t, "check", dossierID)
	j.start(t)
	j.found(t, dossierID)
	for _, pin := range []string{"111111", softhsm.PIN} {
		j.click(t, 1324, 108) // Ký
		j.wait(t, "chon-token", func() bool { return j.strongest(t, tokenDialog).Y > 0 })
		at := j.strongest(t, tokenDialog)
		j.click(t, 600, at.Y-40) // the PIN stands above the last of the buttons
		j.write(t, pin)
		j.shot(t, "go-pin")
		j.keys(t, "Return")
		if pin != softhsm.PIN {
			j.wait(t, "sai-pin", func() bool { return j.strongest(t, tokenDialog).Y > 0 })
			j.keys(t, "Escape")
		}
	}
	j.wait(t, "da-ky", func() bool { return j.strongAt(t, 1300, 98) }) // Gửi
	j.stop(t)
	if got := j.dossier(t); got.State != "daKy" || got.Signer != "CÔNG TY CÓ TOKEN" {
		t.Errorf("the dossier is %s, signed by %q", got.State, got.Signer)
	}
}

// tokenDialog is where a dialog's buttons stand; the strong ones of the page are outside.
var tokenDialog = image.Rect(440, 180, 930, 640)

// returnable drafts one increase with a name.
func (j *journey) returnable(t *testing.T, name string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "dong.json")
	must(t, os.WriteFile(path, []byte(strings.Replace(increase, "HỌ TÊN", name, 1)), 0o600))
	j.run(t, "draft", "--procedure", "600", "--month", "2026-11", "--from", path)
}

const increase = `{"form": "D02-LT", "rows": [{"HoTen": "HỌ TÊN", "MaSoBHXH": "7900000902", "NgaySinh": "1991-03-06", "GioiTinh": "1",
"SoCCCD": "079091000902", "QuocTich": "VN", "ChucDanh": "Công nhân may", "NoiLamViec": "Phường Tân Bình, Thành phố Hồ Chí Minh", "VungLTT": "01",
"MucLuong": 6500000, "LoaiHD": "0", "HDSo": "HD-1", "HDNgayKy": "2026-11-01", "HDTu": "2026-11-01", "PhuongAn": "TD", "TuThang": "2026-11",
"TyLeDong": 32, "TinhLai": false, "DaCoSo": true, "Loai": "1"}]}`

// returnedAndSentAgain sends a dossier with a name that the agency knows otherwise: it is
// returned, mended where the reason points, and sent again.
func returnedAndSentAgain(t *testing.T, j *journey) {
	j.run(t, "start", "sample")
	j.returnable(t, "Trần Văn Ba")
	j.run(t, "check", dossierID)
	box := filepath.Join(j.data, "cong-thuc-hanh")
	must(t, os.MkdirAll(box, 0o700))
	must(t, os.WriteFile(filepath.Join(box, "dang-ky.json"), []byte(`{"nguoi":[{"maSoBHXH":"7900000902","hoTen":"Trần Văn Hai","tinhTrang":"dang-dong","maDonVi":"YN0001A"}]}`), 0o600))
	j.start(t)
	j.found(t, dossierID)
	j.signSendAsk(t)
	j.shot(t, "bi-tra")
	j.click(t, 1286, 108) // Sửa và nộp lại
	j.settle(t)
	j.click(t, 480, 375)
	j.keys(t, "F8") // to the cell of the reason
	j.shot(t, "ban-lap-lai")
	j.write(t, "Trần Văn Hai")
	j.keys(t, "Return")
	j.click(t, check.x, check.y)
	j.shot(t, "da-sua-ten")
	j.signSendAsk(t)
	j.shot(t, "co-ket-qua")
	j.stop(t)
	var got struct {
		Dossiers []struct{ ID, State string }
	}
	j.ask(t, &got, "list")
	states := map[string]string{}
	for _, d := range got.Dossiers {
		states[d.ID] = d.State
	}
	if states[dossierID] != "traLai" || states["HS000002"] != "coKetQua" {
		t.Errorf("the dossiers are %v", states)
	}
}

// signSendAsk signs the dossier that is open with the practice key, sends it and asks how
// far it is until something else is to be done.
func (j *journey) signSendAsk(t *testing.T) {
	t.Helper()
	j.click(t, 1324, 108)                                              // Ký
	j.clickStrong(t, 464, 200, 500)                                    // Ký bằng khoá này
	j.wait(t, "da-ky", func() bool { return j.strongAt(t, 1300, 98) }) // Gửi
	j.click(t, 1318, 108)
	j.keys(t, "Return")
	j.wait(t, "da-gui", func() bool { return j.strongAt(t, 1256, 98) })
	button := image.Rect(1226, 92, 1346, 124)
	look := func() image.Image {
		j.xdo(t, "mousemove", "700", "600") // a button that is pointed at is lighter
		j.settle(t)
		return j.look(t)
	}
	asks := look()
	for range 12 {
		j.click(t, 1300, 108) // Hỏi tiến độ
		if !same(asks, look(), button) {
			return
		}
		time.Sleep(time.Second)
	}
	t.Errorf("the gateway comes to no end: %s", j.last)
}
