package hopthu

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// atGateway is an employer with a gateway on the network.
func atGateway() *fake {
	f := busy()
	f.desk = office.GatewayDesk{MaSoThue: mst, Employer: "CÔNG TY CỔ PHẦN MAY BÌNH MINH", Address: "https://cong.ivan.example", IVAN: office.IVAN{Ma: "00123", Ten: "I-VAN MẪU"}, Pins: []string{}}
	until := time.Date(2027, 5, 1, 0, 0, 0, 0, time.UTC)
	f.keys = []office.GatewayKey{{Subject: "CN=cong.ivan.example", Until: until, Pin: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
		{Subject: "CN=Nơi cấp chứng thư mẫu", Until: until, Pin: "rDpPNLuSzOcP5Af9rDpPNLuSzOcP5Af9rDpPNLuSzOc="}}
	return f
}

func shown(t *testing.T, f *fake) (*Account, *host, fyne.CanvasObject) {
	t.Helper()
	uitest.App(t)
	h := &host{Host: uitest.NewHost()}
	a := NewAccount(f, h)
	a.Show()
	return a, h, h.Dialogs[0]
}

func TestAccountPicture(t *testing.T) {
	a, _, d := shown(t, atGateway())
	w := uitest.Window(t, accountWidth+36, accountHigh+90, xwidget.Inset(18, 14, 18, 16, d))
	uitest.Golden(t, "cong", w.Canvas())
	a.tabs.Choose(keyLeaf)
	uitest.Press(t, d, "Xem khoá cổng xuất trình")
	uitest.Golden(t, "cong-khoa", w.Canvas())
}

// What is typed and not stored is there when the dialog opens again, but for the secret;
// each part is forgotten when it is stored.
func TestAccountHalfTyped(t *testing.T) {
	a, h, _ := shown(t, atGateway())
	a.name.SetText("I-VAN KHÁC")
	a.user.SetText("vnd01")
	a.secret.SetText("bi-mat")
	h.Typing.Look()
	a.Show()
	if a.name.Text != "I-VAN KHÁC" || a.user.Text != "vnd01" || a.secret.Text != "" {
		t.Errorf("opened with %q, %q, %q", a.name.Text, a.user.Text, a.secret.Text)
	}
	for _, u := range h.Typing.Kept {
		for _, f := range u.Fields {
			if f.Value == "bi-mat" {
				t.Error("the secret was kept")
			}
		}
	}
	a.save()
	if left := h.Typing.Left(); len(left) != 1 || left[0].Form != "cong-tai-khoan" {
		t.Errorf("after the gateway was stored %+v is left", left)
	}
	a.setAccount()
	if left := h.Typing.Left(); len(left) != 0 {
		t.Errorf("after both were stored %+v is left", left)
	}
}

// The account is kept; its secret lives for the call and is nowhere after.
func TestAccountIsKept(t *testing.T) {
	f := atGateway()
	a, h, d := shown(t, f)
	a.tabs.Choose(accountLeaf)
	wants(t, words(d), "Chưa có tài khoản")
	a.user.SetText("vnd01")
	a.secret.SetText("bi-mat")
	a.secret.OnSubmitted("")
	if f.secret != "bi-mat" || a.secret.Text != "" || strings.Trim(string(f.lived), "\x00") != "" {
		t.Errorf("secret %q, field %q, bytes %q", f.secret, a.secret.Text, f.lived)
	}
	if h.Last() != "Đã lưu tài khoản ở cổng" {
		t.Errorf("said %q", h.Last())
	}
	wants(t, words(d), "Đang dùng tài khoản vnd01. Mật khẩu chỉ mở được bằng kho khoá của máy này.")
	uitest.Press(t, d, "Xoá tài khoản")
	wants(t, words(d), "Chưa có tài khoản")
	if len(h.Asked) != 1 {
		t.Errorf("asked %v", h.Asked)
	}
}

func TestAddressAndIVAN(t *testing.T) {
	f := atGateway()
	a, h, d := shown(t, f)
	a.address.SetText("https://moi.example")
	a.ivan.SetText("00456")
	uitest.Press(t, d, "Lưu cổng")
	if f.calls[0] != "set https://moi.example 00456 I-VAN MẪU" || h.Last() != "Đã lưu cổng của đơn vị" {
		t.Errorf("called %v, said %q", f.calls, h.Last())
	}
	f.fail = office.ErrIVANCode
	uitest.Press(t, d, "Lưu cổng")
	if len(h.Failed) != 1 || a.address.Text != "https://moi.example" {
		t.Errorf("failed %v", h.Failed)
	}
}

// A key is pinned after a person compared it; taken away after a question.
func TestPins(t *testing.T) {
	f := atGateway()
	a, h, d := shown(t, f)
	a.tabs.Choose(keyLeaf)
	uitest.Press(t, d, "Bỏ ghim")
	if h.Last() != "Cổng này chưa ghim khoá nào" {
		t.Errorf("said %q", h.Last())
	}
	uitest.Press(t, d, "Xem khoá cổng xuất trình")
	wants(t, words(d), "Khoá của chính cổng: phải ghim lại khi cổng đổi chứng thư · đến 01/05/2027", "của nơi cấp chứng thư", "Mã: 47DE Qpj8 HBSa")
	uitest.Press(t, d, "Ghim khoá này")
	wants(t, words(d), "Đang ghim 1 khoá: 47DE Qpj8")
	uitest.Press(t, d, "Bỏ ghim")
	wants(t, words(d), "Chưa ghim")
	if strings.Join(h.Asked, ", ") != "Ghim khoá của cổng, Bỏ ghim khoá của cổng" {
		t.Errorf("asked %v", h.Asked)
	}
	// the practice gateway has none
	f.desk.Address, f.desk.Practice = office.Practice, true
	a, h, d = shown(t, f)
	a.tabs.Choose(keyLeaf)
	uitest.Press(t, d, "Xem khoá cổng xuất trình")
	a.tabs.Choose(accountLeaf)
	wants(t, words(d), "Cổng thực hành không hỏi tài khoản.")
	if !strings.HasPrefix(h.Last(), "! Cổng này không dùng chứng thư") {
		t.Errorf("said %q", h.Last())
	}
}

// What the gateway answers stands in the dialog, the trouble too.
func TestGatewayIsAsked(t *testing.T) {
	f := atGateway()
	a, _, d := shown(t, f)
	a.tabs.Choose(askLeaf)
	uitest.Press(t, d, "Cổng có chạy không")
	wants(t, words(d), "Cổng trả lời: chạy bình thường. Đồng hồ của máy này nhanh 5 phút so với cổng")
	uitest.Press(t, d, "Đơn vị đã đăng ký chưa")
	wants(t, words(d), "mã đơn vị YN0001A", "từ 2026-01-05")
	uitest.Press(t, d, "Danh mục của cổng")
	wants(t, words(d), "Danh mục xã, phường: của cổng ngày 01/07/2026, 3321 dòng; của chương trình xem lại ngày 01/07/2026")
	f.fail = errors.New("x")
	uitest.Press(t, d, "Cổng có chạy không")
	if a.answer.Words == "" || strings.Contains(a.answer.Words, "YN0001A") {
		t.Errorf("answer %q", a.answer.Words)
	}
}
