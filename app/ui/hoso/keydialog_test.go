package hoso

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// tokenKey is a key on a token that is well.
func tokenKey(module string) office.KeyInfo {
	return office.KeyInfo{
		Spec: "pkcs11:" + module + "?token=77&cert=01", Name: "CÔNG TY TNHH MẪU", TaxCode: "0100109106", Issuer: "VNPT-CA SHA2",
		Until: time.Date(2027, 8, 1, 0, 0, 0, 0, time.UTC), Token: "VNPT-CA Token", PIN: office.NeedsPIN,
	}
}

func typePIN(t *testing.T, dialog fyne.CanvasObject, pin string) {
	t.Helper()
	for _, e := range uitest.Find[*xwidget.Entry](dialog) {
		if e.PlaceHolder == "Mã PIN của token" {
			e.SetText(pin)
			return
		}
	}
	t.Fatal("no place for the PIN")
}

// A token asks for its PIN and signs; the PIN does not stay in the dialog.
func TestSignWithToken(t *testing.T) {
	f := newFake()
	f.tokens = []office.KeyInfo{tokenKey("/lib/a.so")}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký")
	typePIN(t, h.Dialogs[0], "482915")
	uitest.Press(t, h.Dialogs[0], "Ký bằng token")
	if f.signed != f.tokens[0].Spec || f.pin != "482915" || f.agreed.LastTry || h.Last() != "Đã ký 3 tệp bằng chữ ký của CÔNG TY MẪU" {
		t.Errorf("signed with %q, PIN %q, agreed %+v, said %q", f.signed, f.pin, f.agreed, h.Last())
	}
	for _, e := range uitest.Find[*xwidget.Entry](h.Dialogs[0]) {
		if e.Text != "" {
			t.Errorf("%q is still there", e.Text)
		}
	}
}

// A remote account signs without a password here; its service asks for what it wants.
func TestSignWithRemoteAccount(t *testing.T) {
	f := newFake()
	f.remotes = []office.KeyInfo{{Spec: "remote:smartca", Account: "smartca", Service: "VNPT SmartCA (chưa đối chiếu với dịch vụ thật)"}}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký")
	words := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	if !strings.Contains(words, "Ký từ xa: smartca|VNPT SmartCA (chưa đối chiếu với dịch vụ thật)|") || strings.Contains(words, "0001") {
		t.Errorf("the dialog says %s", words)
	}
	var last *xwidget.Button // the practice key stands first
	for _, b := range uitest.Find[*xwidget.Button](h.Dialogs[0]) {
		if b.Words == "Ký bằng khoá này" {
			last = b
		}
	}
	last.Tapped(nil)
	if f.signed != "remote:smartca" || f.pin != "" || h.Titles[1] != "Đang ký" || h.Closed != 2 {
		t.Errorf("signed with %q, password %q, dialogs %q, %d closed", f.signed, f.pin, h.Titles, h.Closed)
	}
}

// A key in a file that is remembered asks for its password alone.
func TestSignWithRememberedFile(t *testing.T) {
	f := newFake()
	k := tokenKey("")
	k.Spec, k.Token = "p12:/home/ketoan/binh-minh.p12", ""
	f.files = []office.KeyInfo{k}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký")
	if words := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(words, "Tệp binh-minh.p12 trong /home/ketoan") {
		t.Errorf("the dialog says %s", words)
	}
	uitest.Find[*xwidget.Entry](h.Dialogs[0])[0].SetText("mat-khau")
	uitest.Press(t, h.Dialogs[0], "Ký bằng tệp này")
	if f.signed != k.Spec || f.pin != "mat-khau" {
		t.Errorf("signed with %q, password %q", f.signed, f.pin)
	}
}

// Before the last try a person is warned and has to say that the PIN is right.
func TestLastTryTakesATick(t *testing.T) {
	f := newFake()
	k := tokenKey("/lib/a.so")
	k.PIN, k.PINSay = office.LastPIN, "Token chỉ còn một lần nhập mã PIN."
	f.tokens = []office.KeyInfo{k}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký")
	typePIN(t, h.Dialogs[0], "482915")
	button := find(t, h.Dialogs[0], "Ký bằng token")
	for _, e := range uitest.Find[*xwidget.Entry](h.Dialogs[0]) {
		if e.OnSubmitted != nil {
			e.OnSubmitted(e.Text) // Enter does not go round the tick
		}
	}
	if !button.Disabled() || f.signed != "" {
		t.Fatalf("the last try is used without consent: %q", f.signed)
	}
	if words := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(words, k.PINSay) {
		t.Errorf("no warning in %q", words)
	}
	ticks := uitest.Find[*xwidget.Check](h.Dialogs[0])
	ticks[0].SetChecked(true)
	ticks[0].SetChecked(false)
	if !button.Disabled() {
		t.Error("the tick cannot be taken back")
	}
	ticks[0].SetChecked(true)
	uitest.Press(t, h.Dialogs[0], "Ký bằng token")
	if f.signed != k.Spec || !f.agreed.LastTry {
		t.Errorf("signed with %q, agreed %+v", f.signed, f.agreed)
	}
}

func find(t *testing.T, root fyne.CanvasObject, words string) *xwidget.Button {
	t.Helper()
	for _, b := range uitest.Find[*xwidget.Button](root) {
		if b.Words == words {
			return b
		}
	}
	t.Fatalf("no button %q", words)
	return nil
}

// Keys that cannot sign tell why and have no button; a PIN pad has no entry.
func TestKeysThatCannotSign(t *testing.T) {
	locked, other, pad := tokenKey("/lib/a.so"), tokenKey("/lib/b.so"), tokenKey("/lib/c.so")
	locked.PIN, locked.PINSay = office.PINUnusable, "Mã PIN của token: đã bị khoá."
	other.Unfit, other.Say = true, "Chưa ký được: chứng thư số thuộc mã số thuế 0312345678, đơn vị đang kê khai là 0100109106. Chọn chứng thư của đơn vị này."
	pad.PINPad, pad.Say = true, "Chứng thư số còn 20 ngày. Gia hạn với nhà cung cấp trước ngày 12/12/2026."
	f := newFake()
	f.tokens = []office.KeyInfo{locked, other, pad}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký")
	var sign int
	for _, words := range uitest.Buttons(h.Dialogs[0]) {
		if words == "Ký bằng token" {
			sign++
		}
	}
	if sign != 1 {
		t.Errorf("%d keys offered, want the one with the PIN pad", sign)
	}
	all := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	for _, want := range []string{"đã bị khoá", "0312345678", "trên đầu đọc"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said in %q", want, all)
		}
	}
	uitest.Press(t, h.Dialogs[0], "Ký bằng token")
	if f.signed != pad.Spec || f.pin != "" {
		t.Errorf("signed with %q, PIN %q", f.signed, f.pin)
	}
}

// A driver that a person points at is remembered after it was agreed to, and the
// token behind it is then in the list.
func TestChooseDriver(t *testing.T) {
	f := newFake()
	_, h, w := open(t, f)
	h.File.Path = "/nha/libtoken.so"
	uitest.Press(t, w.Content(), "Ký")
	if words := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(words, "Không thấy USB token") {
		t.Errorf("says %q", words)
	}
	uitest.Press(t, h.Dialogs[0], "Chọn trình điều khiển")
	if len(h.Asked) != 1 || h.Asked[0] != "Tin trình điều khiển này" || len(h.Dialogs) != 2 {
		t.Fatalf("asked %q, %d dialogs", h.Asked, len(h.Dialogs))
	}
	typePIN(t, h.Dialogs[1], "482915")
	uitest.Press(t, h.Dialogs[1], "Ký bằng token")
	if !strings.Contains(f.signed, "/nha/libtoken.so") {
		t.Errorf("signed with %q", f.signed)
	}
}

// Where no token is seen a door leads to the checkup; the dialog makes room for it.
func TestKeyDialogLeadsToTheCheckup(t *testing.T) {
	_, h, w := open(t, newFake())
	uitest.Press(t, w.Content(), "Ký")
	uitest.Press(t, h.Dialogs[0], "Không thấy token? Khám máy")
	if len(h.Went) != 1 || h.Went[0].Screen != office.CheckupScreen || h.Closed != 1 {
		t.Errorf("went %v, %d closed", h.Went, h.Closed)
	}
}

// How it looks: the practice key, a token at its last try, a token of another
// company, the file, the driver.
func TestKeyDialogPicture(t *testing.T) {
	last, other := tokenKey("/lib/a.so"), tokenKey("/lib/b.so")
	last.PIN, last.PINSay = office.LastPIN, "Token chỉ còn một lần nhập mã PIN. Nhập sai nữa thì token bị khoá và phải nhờ nhà cung cấp mở."
	other.Name, other.TaxCode, other.Token, other.Unfit, other.Say = "CÔNG TY KHÁC", "0312345678", "Viettel-CA", true, "Chưa ký được: chứng thư số thuộc mã số thuế 0312345678, đơn vị đang kê khai là 0100109106. Chọn chứng thư của đơn vị này."
	f := newFake()
	f.tokens = []office.KeyInfo{last, other}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký")
	picture := uitest.Window(t, 540, 520, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "chon-khoa", picture.Canvas())
}
