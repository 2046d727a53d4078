package chukyso

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/facts"
	"ankhai/signing"
)

const mst = "0100109106"

// fake is an office with invented keys.
type fake struct {
	keys    []office.KeyInfo
	files   []office.KeyInfo
	remotes []office.RemoteAccount
	tokens  office.TokenLook
	found   signing.Report
	fail    error
	calls   []string
	secret  string
	lived   []byte
	put     office.RemoteAccount
	asked   office.VerifyInput
	content office.FileCheck
	how     office.PDFSignature
	packed  []byte
	unkept  error
}

func (f *fake) call(format string, a ...any) error {
	f.calls = append(f.calls, fmt.Sprintf(format, a...))
	return f.fail
}

func (f *fake) Company(context.Context) (facts.DonVi, error)            { return facts.DonVi{MaSoThue: mst}, nil }
func (f *fake) Keys(context.Context) ([]office.KeyInfo, error)          { return f.keys, nil }
func (f *fake) KeyFiles(context.Context) ([]office.KeyInfo, error)      { return f.files, nil }
func (f *fake) Remotes(context.Context) ([]office.RemoteAccount, error) { return f.remotes, nil }
func (f *fake) AddKeyFile(_ context.Context, path string, password []byte) (office.KeyInfo, error) {
	f.secret, f.lived = string(password), password
	return office.KeyInfo{Name: "CÔNG TY MẪU"}, f.call("add %s", path)
}
func (f *fake) ForgetKeyFile(_ context.Context, path string) error {
	f.files = nil
	return f.call("forget %s", path)
}
func (f *fake) PutRemote(_ context.Context, a office.RemoteAccount, s office.RemoteSecrets) error {
	f.put, f.secret, f.lived = a, string(s.Client)+"|"+string(s.User), s.Client
	f.remotes = append(f.remotes, a)
	return f.call("put")
}
func (f *fake) RemoveRemote(_ context.Context, name string) error {
	f.remotes = nil
	return f.call("remove %s", name)
}
func (f *fake) RemoteKeys(context.Context) ([]office.KeyInfo, error) {
	var out []office.KeyInfo
	for _, a := range f.remotes {
		out = append(out, office.KeyInfo{Spec: a.Key(), Account: a.Name, Service: a.Service()})
	}
	return out, nil
}
func (f *fake) TestRemote(ctx context.Context, name string, ask office.RemoteAsk) (office.RemoteTest, error) {
	if ask != nil {
		f.secret = "hỏi"
	}
	return office.RemoteTest{Keys: []office.KeyInfo{certificate("remote:"+name, "NGUYỄN VĂN GIÁM ĐỐC", 300)}}, f.call("login %s", name)
}
func (f *fake) LookAtTokens(context.Context) (office.TokenLook, error) {
	return f.tokens, f.call("look")
}
func (f *fake) ChooseDriver(_ context.Context, path string, _ bool) error {
	return f.call("driver %s", path)
}
func (f *fake) OpenSigningKey(_ context.Context, spec string, use office.KeyUse) (signing.Key, error) {
	f.secret, f.lived = string(use.Secret), use.Secret
	return aKey{}, f.call("open %s", spec)
}
func (f *fake) TryKey(_ context.Context, spec string, _ signing.Key) (office.KeyTrial, error) {
	return office.KeyTrial{Took: 1200 * time.Millisecond, Report: f.found}, f.call("try %s", spec)
}
func (f *fake) Verify(_ context.Context, in office.VerifyInput) (signing.Report, error) {
	f.asked = in
	return f.found, f.call("verify %s %v", in.Name, in.Online)
}

func (f *fake) SigningKeys(_ context.Context, mst string) ([]office.KeyInfo, error) {
	return append(append([]office.KeyInfo{}, f.files...), f.tokens.Keys...), f.call("keys %s", mst)
}
func (f *fake) ExamineFile(_ context.Context, _ string, data []byte) (office.FileCheck, error) {
	if string(data) == "x" {
		return office.FileCheck{}, office.ErrFileKind
	}
	return f.content, nil
}
func (f *fake) SignFile(_ context.Context, name string, data []byte, _ office.Key, how office.PDFSignature) (office.File, error) {
	f.how = how
	return office.File{Name: name, Bytes: append([]byte("ký "), data...)}, f.call("sign %s", name)
}
func (f *fake) KeepSignedCopy(path string, _ []byte) (string, error) {
	if f.unkept != nil {
		return "", f.unkept
	}
	return office.SignedName(path), f.call("keep %s", path)
}
func (f *fake) PackAssessment(_ context.Context, facility string, files []office.File) (office.File, office.FileCheck, error) {
	return office.File{Name: "GIAMDINHHS.xml", Bytes: f.packed}, f.content, f.call("pack %s %d", facility, len(files))
}

type aKey struct{ signing.Key }

func (aKey) Close() error { return nil }

// now is the clock of uitest's host.
var now = uitest.NewHost().Clock

// certificate is one that holds for so many days.
func certificate(spec, name string, days int) office.KeyInfo {
	return office.KeyInfo{Spec: spec, Name: name, TaxCode: mst, Issuer: "VNPT-CA SHA-256", Serial: "5401", From: now.AddDate(-1, 0, 0), Until: now.AddDate(0, 0, days).Add(time.Hour)}
}

// desk is a machine with something of everything.
func desk() *fake {
	token := certificate("pkcs11:/usr/lib/vnpt.so?token=VNPT", "CÔNG TY CỔ PHẦN MAY BÌNH MINH", 251)
	token.Token, token.PIN = "VNPT-CA Token", office.NeedsPIN
	soon := certificate("p12:/home/ketoan/chu-ky/binh-minh.p12", "CÔNG TY CỔ PHẦN MAY BÌNH MINH", 20)
	soon.Say, soon.PIN = "Chứng thư số còn 20 ngày. Gia hạn với nhà cung cấp trước ngày 12/12/2026.", office.NeedsPIN
	other := certificate("windows:AB12", "CÔNG TY TNHH GỖ TÂN LỘC", 400)
	other.TaxCode, other.Unfit, other.Say = "0312345678", true, "Chưa ký được: chứng thư số thuộc mã số thuế 0312345678, đơn vị đang kê khai là 0100109106. Chọn chứng thư của đơn vị này."
	return &fake{
		files: []office.KeyInfo{soon}, remotes: []office.RemoteAccount{{Name: "smartca", Account: office.RemoteLogin{Kind: "smartca", User: "0100109106"}}},
		tokens: office.TokenLook{Keys: []office.KeyInfo{token, other}, Found: []office.Exam{
			{Name: "Viettel-CA (viettel-ca_v6.dll)", OK: true, Say: "trình điều khiển chạy, đầu đọc không có token (TK-13)", Remedy: "Cắm token. Nếu token của nhà cung cấp khác thì bỏ qua dòng này."},
			{Name: "Token VNPT-CA Token", OK: true, Say: "ký được, hạn đến 01/08/2027 (TK-00)"}}},
		content: office.FileCheck{What: "Tệp XML", Say: "Chưa kiểm cách điền. Tệp không đọc được như một tờ khai XML đã biết."},
		found: signing.Report{Signatures: []signing.Signature{
			{Valid: true, Covers: signing.CoversWhole, Path: "BHXHDienTu/CKy_Dvi", Signer: "CÔNG TY CỔ PHẦN MAY BÌNH MINH", TaxCode: mst, Time: now, ChainJudged: true, ChainOK: true,
				Vouching: signing.Vouching{Standing: signing.Trusted, Revocation: signing.NotAsked, Chain: []string{"CN=CÔNG TY CỔ PHẦN MAY BÌNH MINH", "CN=VNPT-CA SHA-256", "CN=Viet Nam National Root CA"},
					Checked: []string{"Nơi cấp: chuỗi tới gốc tin cậy."}, Unchecked: []string{"Thu hồi: chưa hỏi qua mạng."}},
				Notes: []string{"Thời điểm ký do máy người ký ghi, chữ ký không bảo vệ."}},
		}},
	}
}

func open(t *testing.T, f *fake) (*Page, *uitest.Host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	w := uitest.Window(t, 1170, 692, p.Content())
	h.Win = w
	p.OnShow()
	return p, h, w
}

func words(o fyne.CanvasObject) string { return strings.Join(uitest.Words(o), "|") }

func wants(t *testing.T, got string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(got, p) {
			t.Errorf("%q is missing in %s", p, got)
		}
	}
}

func TestPictures(t *testing.T) {
	p, h, w := open(t, desk())
	p.Take("BHXHDienTu.xml", "/nop/BHXHDienTu.xml", []byte("<a/>"))
	uitest.Golden(t, "chu-ky-so", w.Canvas())
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	p.Content().Refresh()
	p.OnShow()
	p.Take("BHXHDienTu.xml", "/nop/BHXHDienTu.xml", []byte("<a/>"))
	uitest.Golden(t, "chu-ky-so-toi", w.Canvas())
	fyne.CurrentApp().Settings().SetTheme(look.Theme{})
	w.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	w.Resize(fyne.NewSize(715, 436))
	p.OnShow()
	uitest.Golden(t, "chu-ky-so-150", w.Canvas())
	uitest.Press(t, w.Content(), "Thêm ký từ xa…")
	d := uitest.Window(t, 636, 420, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "ky-tu-xa", d.Canvas())
}

func TestNothing(t *testing.T) {
	_, _, w := open(t, &fake{})
	wants(t, words(w.Content()), "Chưa thấy chữ ký số nào", "Chưa có tệp nào được kiểm tra")
	uitest.Golden(t, "trong", w.Canvas())
}

// Every key with whose it is, how long it holds and its light; what is wrong in words.
func TestKeysInWords(t *testing.T) {
	f := desk()
	p, _, w := open(t, f)
	wants(t, words(w.Content()), "còn 20 ngày", "còn 251 ngày", "USB token VNPT-CA Token", "Tệp binh-minh.p12 trong /home/ketoan/chu-ky", "Kho chứng thư của Windows",
		"mã số thuế 0100109106, khớp với đơn vị đang mở", "mã số thuế 0312345678, KHÁC đơn vị đang mở (0100109106)", "từ 22/11/2025 đến 12/12/2026",
		"đầu đọc không có token", "Chưa đăng nhập lần nào")
	// the tokens are looked at once, and again when somebody asks
	p.OnShow()
	if got := strings.Join(f.calls, ", "); got != "look" {
		t.Errorf("called %s", got)
	}
	uitest.Press(t, w.Content(), "Tìm lại")
	f.fail = errors.New("driver")
	uitest.Press(t, w.Content(), "Tìm lại")
	if len(f.calls) != 3 || p.trouble == "" {
		t.Errorf("called %v, trouble %q", f.calls, p.trouble)
	}
}

// A key is tried: its password lives for the call, and the result is told in words.
func TestTrial(t *testing.T) {
	f := desk()
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký thử")
	pin := uitest.Find[*xwidget.Entry](h.Dialogs[0])[0]
	if w.Canvas().Focused() == nil && pin == nil {
		t.Fatal("no field for the password")
	}
	pin.SetText("bi-mat")
	pin.OnSubmitted("")
	if f.secret != "bi-mat" || pin.Text != "" || strings.Trim(string(f.lived), "\x00") != "" {
		t.Errorf("secret %q, field %q, bytes %q", f.secret, pin.Text, f.lived)
	}
	wants(t, words(h.Dialogs[1]), "Ký xong trong 1 giây", "Hợp lệ, nhưng chưa kiểm tra được chứng thư số có bị thu hồi hay không")
	if strings.Join(f.calls[1:], ", ") != "open p12:/home/ketoan/chu-ky/binh-minh.p12, try p12:/home/ketoan/chu-ky/binh-minh.p12" {
		t.Errorf("called %v", f.calls)
	}
	// the last try of a PIN is not for this
	last := f.tokens.Keys[0]
	last.PIN = office.LastPIN
	p.try(last)
	if len(h.Dialogs) != 2 || !strings.Contains(h.Last(), "chỉ còn một lần") {
		t.Errorf("%d dialogs, said %q", len(h.Dialogs), h.Last())
	}
	// a key of the Windows store asks by itself
	p.try(f.tokens.Keys[1])
	if len(h.Dialogs) != 3 || h.Titles[2] != "Kết quả ký thử" {
		t.Errorf("dialogs %v", h.Titles)
	}
	f.fail = signing.ErrPINWrong
	p.try(f.tokens.Keys[1])
	if len(h.Failed) != 1 {
		t.Errorf("failed %v", h.Failed)
	}
}

func TestFileIsAddedAndForgotten(t *testing.T) {
	f := desk()
	_, h, w := open(t, f)
	h.File.Name, h.File.Path = "a.p12", "/x/a.p12"
	uitest.Press(t, w.Content(), "Thêm tệp .p12…")
	uitest.Find[*xwidget.Entry](h.Dialogs[0])[0].SetText("mk")
	uitest.Press(t, h.Dialogs[0], "Thêm tệp")
	if f.secret != "mk" || strings.Trim(string(f.lived), "\x00") != "" || h.Last() != "Đã thêm chữ ký số của CÔNG TY MẪU" {
		t.Errorf("secret %q, said %q", f.secret, h.Last())
	}
	uitest.Press(t, w.Content(), "Bỏ khỏi danh sách")
	if strings.Join(f.calls, ", ") != "look, add /x/a.p12, forget /home/ketoan/chu-ky/binh-minh.p12" || strings.Contains(words(w.Content()), "binh-minh.p12") {
		t.Errorf("called %v", f.calls)
	}
}

func TestRemote(t *testing.T) {
	f := desk()
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Đăng nhập thử")
	wants(t, words(w.Content()), "NGUYỄN VĂN GIÁM ĐỐC", "còn 300 ngày")
	var last *xwidget.Button // the account stands last
	for _, b := range uitest.Find[*xwidget.Button](w.Content()) {
		if b.Words == "Ký thử" {
			last = b
		}
	}
	last.Tapped(nil)
	if h.Titles[0] != "Đang ký thử" || h.Titles[1] != "Kết quả ký thử" || f.calls[len(f.calls)-1] != "try remote:smartca" {
		t.Errorf("dialogs %q, called %v", h.Titles, f.calls)
	}
	f.remotes[0].Account.AskPassword = true
	p.read(false)
	uitest.Press(t, w.Content(), "Đăng nhập thử")
	if f.secret != "hỏi" || h.Titles[2] != "Đang đăng nhập dịch vụ ký từ xa" {
		t.Errorf("logged in with %q in %q", f.secret, h.Titles)
	}
	uitest.Press(t, w.Content(), "Xoá tài khoản")
	if len(h.Asked) != 1 || strings.Contains(words(w.Content()), "NGUYỄN VĂN GIÁM ĐỐC") {
		t.Errorf("asked %v", h.Asked)
	}
	uitest.Press(t, w.Content(), "Thêm ký từ xa…")
	d := h.Dialogs[len(h.Dialogs)-1]
	uitest.Press(t, d, "Lưu tài khoản")
	if h.Last() != "! Chọn dịch vụ trước" {
		t.Errorf("said %q", h.Last())
	}
	uitest.Find[*xwidget.Select](d)[0].SetSelectedIndex(2)
	wants(t, words(d), "VNPT SmartCA (chưa đối chiếu với dịch vụ thật)")
	fields := uitest.Find[*xwidget.Entry](d)
	if !fields[5].Disabled() || f.put.Account.AskPassword {
		t.Error("a password is asked for where it is not kept")
	}
	uitest.Find[*xwidget.Select](d)[1].SetSelectedIndex(keptHere)
	for i, text := range []string{"ca", "", "sp01", "bi-mat", "0100109106", "mk", ""} {
		fields[i].SetText(text)
	}
	uitest.Press(t, d, "Lưu tài khoản")
	if f.put.Name != "ca" || f.put.Account.Kind != "smartca" || f.put.Account.ClientID != "sp01" || f.secret != "bi-mat|mk" || fields[3].Text != "" || fields[5].Text != "" || strings.Trim(string(f.lived), "\x00") != "" {
		t.Errorf("put %+v, secret %q", f.put, f.secret)
	}
}

// Any file is judged, each signature in words; what cannot be judged is said there.
func TestVerify(t *testing.T) {
	f := desk()
	p, h, w := open(t, f)
	h.File.Name, h.File.Data = "to-khai.xml", []byte("<a/>")
	uitest.Press(t, w.Content(), "Chọn tệp…")
	wants(t, words(w.Content()), "to-khai.xml", "Người ký", "CÔNG TY CỔ PHẦN MAY BÌNH MINH · mã số thuế 0100109106", "bao trọn tệp", "– CN=Viet Nam National Root CA", "– Thu hồi: chưa hỏi qua mạng.")
	f.found = signing.Report{Reason: "tệp đã bị sửa sau khi ký"}
	p.judged.online.SetChecked(true)
	wants(t, words(w.Content()), "Không hợp lệ: tệp đã bị sửa sau khi ký")
	if !f.asked.Online || string(f.asked.Data) != "<a/>" {
		t.Errorf("asked %+v", f.asked)
	}
	f.found = signing.Report{}
	p.Take("a.pdf", "", []byte("%PDF-"))
	wants(t, words(w.Content()), "Tệp không có chữ ký số nào")
	f.fail = office.ErrFileKind
	p.Take("a.doc", "", []byte("x"))
	wants(t, words(w.Content()), "a.doc|Tệp không phải XML hoặc PDF.")
}

// Everything can be reached by Tab, and Enter presses it.
func TestKeyboard(t *testing.T) {
	f := desk()
	_, h, w := open(t, f)
	c := w.Canvas()
	pressed := false
	for range 40 {
		c.FocusNext()
		if b, ok := c.Focused().(*xwidget.Button); ok && b.Words == "Ký thử" {
			uitest.Keys(c, fyne.KeyReturn)
			pressed = true
			break
		}
	}
	if !pressed || len(h.Dialogs) != 1 || h.Titles[0] != "Ký thử" {
		t.Errorf("pressed %v, dialogs %v", pressed, h.Titles)
	}
}
