package banlamviec

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/signing"
	"ankhai/storage"
)

type fake struct {
	b       office.Board
	keys    []office.KeyInfo
	done    []office.BoardDone
	asked   []string // the works, with the employers
	choices []office.KeyChoice
	opened  []string
	waits   func() // while a telephone is waited for
}

func (f *fake) Board(context.Context, law.Month) (office.Board, error) { return f.b, nil }
func (f *fake) BoardCheck(_ context.Context, _ law.Month, mst []string, report office.BoardReport) ([]office.BoardDone, error) {
	return f.work("check", mst, report)
}
func (f *fake) BoardSend(_ context.Context, _ law.Month, mst []string, report office.BoardReport) ([]office.BoardDone, error) {
	return f.work("send", mst, report)
}
func (f *fake) BoardSign(ctx context.Context, _ law.Month, mst []string, choices []office.KeyChoice, report office.BoardReport) ([]office.BoardDone, error) {
	f.choices = choices
	for _, c := range choices {
		_, _ = c.Open(ctx)
	}
	return f.work("sign", mst, report)
}
func (f *fake) work(what string, mst []string, report office.BoardReport) ([]office.BoardDone, error) {
	f.asked = append(f.asked, what+" "+strings.Join(mst, ","))
	for i, r := range f.done {
		report(i+1, len(f.done), r)
	}
	return f.done, nil
}
func (f *fake) SigningKeys(context.Context, string) ([]office.KeyInfo, error) { return f.keys, nil }
func (f *fake) OpenSigningKey(_ context.Context, spec string, use office.KeyUse) (signing.Key, error) {
	f.opened = append(f.opened, spec+" "+string(use.Secret))
	if use.Remote.Tell != nil {
		use.Remote.Tell(office.RemotePending{Service: office.RemoteServices()[2], Signatures: 4, More: 1, Since: time.Date(2026, 11, 22, 7, 30, 0, 0, time.UTC), Left: 272 * time.Second})
		if f.waits != nil {
			f.waits()
		}
		use.Remote.Heard()
	}
	return nil, errors.New("not here")
}
func (f *fake) PracticeKey(dv facts.DonVi) (signing.Key, error) {
	f.opened = append(f.opened, office.Practice+" "+dv.MaSoThue)
	return nil, errors.New("not here")
}
func (f *fake) Today() law.Day { return 20261122 }

// host is a window that goes to employers as well.
type host struct {
	*uitest.Host
	went []string
}

func (h *host) GoAt(mst string, to office.Place) {
	h.went = append(h.went, mst+" "+to.Screen+" "+to.ID)
}

// many is a month of n employers in which something of everything stands.
func many(n int) office.Board {
	b := office.Board{Month: 202611}
	palette := []string{"#0F8A6C", "#0B5CAB", "#A8470C", "#6B3FA0", "#B0306A", "#3E6B1F", "#00708A", "#8A5A00"}
	names := []string{"MAY BÌNH MINH", "CƠ KHÍ THÀNH ĐẠT", "THỰC PHẨM ƯNG Ý", "VẬN TẢI ĐÔNG Á", "DƯỢC PHẨM AN KHANG", "XÂY DỰNG HƯNG THỊNH", "THƯƠNG MẠI VÀ DỊCH VỤ TỔNG HỢP MIỀN TRUNG TÂY NGUYÊN"}
	for i := range n {
		r := office.BoardRow{Employer: facts.DonVi{MaSoThue: fmt.Sprintf("%010d", 300500001+i*7), Ten: fmt.Sprintf("CÔNG TY %s %d", names[i%len(names)], i+1), Mau: palette[i%len(palette)]},
			Payroll: i%9 != 5, Due: law.Day(20261130), DueSay: "Đóng BHXH, BHYT, BHTN"}
		switch i % 6 {
		case 0:
			r.Drafts, r.Unchecked = 1, 1
		case 1:
			r.Drafts, r.Faulty, r.Lacking = 2, 1, 3
		case 2:
			r.Drafts, r.ToSign = 1, 1
		case 3:
			r.ToSend, r.Sent = 1, 2
		case 4:
			r.Sent, r.Statement, r.C12 = 3, true, &storage.C12Check{At: time.Date(2026, 11, 20, 2, 0, 0, 0, time.UTC)}
			r.Due = 20261231
		case 5:
			r.Sent, r.Returned, r.Statement = 1, 1, true
			r.Due = 20261124
		}
		if i%17 == 8 {
			r.Waiting, r.ToSign = r.ToSign, 0
		}
		if i%12 == 4 {
			r.C12.Lech = 2
		}
		b.Rows = append(b.Rows, r)
	}
	return b
}

func open(t *testing.T, f *fake, w, h float32) (*Page, *host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	hs := &host{Host: uitest.NewHost()}
	p := New(f, hs)
	win := uitest.Window(t, w, h, xwidget.NewPanel(look.Page, p.Content()))
	hs.Win = win
	p.OnShow()
	return p, hs, win
}

func TestBoardPicture(t *testing.T) {
	_, _, w := open(t, &fake{b: many(200)}, 1366-look.RailWidth, 768-look.TopHeight-look.StatusSize)
	uitest.Golden(t, "cac-don-vi", w.Canvas())
}

func TestBoardDarkPicture(t *testing.T) {
	p, _, w := open(t, &fake{b: many(200)}, 1366-look.RailWidth, 768-look.TopHeight-look.StatusSize)
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	p.OnShow()
	uitest.Golden(t, "cac-don-vi-toi", w.Canvas())
}

func TestBoardSmallPicture(t *testing.T) {
	_, _, w := open(t, &fake{b: many(12)}, 900-look.RailWidth, 480-look.TopHeight-look.StatusSize)
	uitest.Golden(t, "cac-don-vi-nho", w.Canvas())
}

// Every number is a door, from the keyboard.
func TestNumbersAreDoors(t *testing.T) {
	p, h, w := open(t, &fake{b: many(6)}, 1170, 692)
	for _, c := range []struct{ tag, want string }{
		{"ten", "tong-quan "}, {"nhap", "ho-so trang-thai:nhap"}, {"thieu", "nguoi-lao-dong thieu"}, {"ky", "ho-so trang-thai:daKiem"},
		{"gui", "ho-so trang-thai:daKy"}, {"tra", "ho-so trang-thai:traLai"}, {"c12", "doi-chieu 2026-11"}, {"nop", "ho-so "},
	} {
		p.grid.Jump(2, p.grid.Column(c.tag))
		uitest.Keys(w.Canvas(), fyne.KeyReturn)
		want := p.board.at(2).Employer.MaSoThue + " " + c.want
		if got := h.went[len(h.went)-1]; got != want {
			t.Errorf("%s leads to %q, want %q", c.tag, got, want)
		}
	}
}

// What is listed is found, filtered and sorted; the filter is remembered.
func TestFindFilterSort(t *testing.T) {
	f := &fake{b: many(40)}
	p, _, w := open(t, f, 1170, 692)
	w.Canvas().Focus(uitest.Find[*xwidget.SearchEntry](w.Content())[0])
	uitest.Type(w.Canvas(), "ung y")
	if n := p.board.Rows(); n != 6 {
		t.Errorf("%d found, want 6", n)
	}
	uitest.Keys(w.Canvas(), fyne.KeyEscape)
	uitest.Press(t, w.Content(), fmt.Sprintf("Còn việc %d", p.board.working()))
	for i := range p.board.Rows() {
		if !p.board.at(i).Work() {
			t.Errorf("%s has nothing to do", p.board.at(i).Employer.Ten)
		}
	}
	uitest.Press(t, w.Content(), "Hạn")
	if d := p.board.at(0).Due; d != 20261124 {
		t.Errorf("nearest day %v", d)
	}
	again := New(f, &host{Host: uitest.NewHost()})
	if again.board.filter != withWork || again.board.order != byDue {
		t.Error("filter and order are not remembered")
	}
}

// What is ticked is checked together; what is left over leads to its dossier.
func TestCheckTicked(t *testing.T) {
	f := &fake{b: many(6)}
	p, h, w := open(t, f, 1170, 692)
	first := p.board.at(0).Employer.MaSoThue
	f.done = []office.BoardDone{{MST: first, ID: "HS000001", Err: &office.FaultsError{}}, {MST: first, ID: "HS000002", Err: context.Canceled}, {MST: first, ID: "HS000003"}}
	p.grid.Jump(0, 0)
	uitest.Type(w.Canvas(), " ")
	if words := p.acts[0].Words; words != "Kiểm tra 1 đơn vị" {
		t.Errorf("button says %q", words)
	}
	for row := range p.board.view { // somebody with drafts
		if p.board.at(row).Drafts > 0 {
			p.board.on = map[string]bool{p.board.at(row).Employer.MaSoThue: true}
		}
	}
	p.count()
	uitest.Press(t, w.Content(), p.acts[0].Words)
	if len(f.asked) != 1 || !strings.HasPrefix(f.asked[0], "check ") || strings.Contains(f.asked[0], ",") {
		t.Fatalf("asked %q", f.asked)
	}
	if h.Last() != "! Đã kiểm, không còn lỗi: 1 trong 3 hồ sơ" {
		t.Errorf("said %q", h.Last())
	}
	uitest.Press(t, h.Dialogs[len(h.Dialogs)-1], "Mở hồ sơ")
	if got := h.went[len(h.went)-1]; got != first+" ho-so HS000001" {
		t.Errorf("went to %q", got)
	}
}

// Before anything is sent the employers are shown with their colours; each key's PIN is
// asked for once.
func TestSendAndSign(t *testing.T) {
	f := &fake{b: many(24)}
	var toSign []office.BoardRow
	for _, r := range f.b.Rows {
		if r.ToSign > 0 {
			toSign = append(toSign, r)
		}
	}
	until := time.Date(2027, 11, 22, 0, 0, 0, 0, time.UTC)
	f.keys = []office.KeyInfo{{Spec: "pkcs11:a", Token: "Token A", Name: "CÔNG TY", TaxCode: toSign[0].Employer.MaSoThue, Until: until, PIN: office.NeedsPIN}}
	p, h, w := open(t, f, 1170, 692)
	uitest.Press(t, w.Content(), p.acts[1].Words)
	d := h.Dialogs[len(h.Dialogs)-1]
	if len(f.asked) != 0 || !slices.Contains(uitest.Words(d), "MST "+f.b.Rows[3].Employer.MaSoThue) {
		t.Errorf("asked %q, words %q", f.asked, uitest.Words(d))
	}
	uitest.Press(t, d, "Gửi 4 hồ sơ của 4 đơn vị")
	if len(f.asked) != 1 || !strings.HasPrefix(f.asked[0], "send ") {
		t.Errorf("asked %q", f.asked)
	}

	uitest.Press(t, w.Content(), p.acts[2].Words)
	d = h.Dialogs[len(h.Dialogs)-1]
	pins := 0
	for _, l := range uitest.Find[*xwidget.Entry](d) {
		if l.Visible() {
			pins++
			l.SetText("123456")
		}
	}
	if pins != 1 {
		t.Errorf("%d PINs asked for, want 1", pins)
	}
	uitest.Press(t, d, "Ký 1 hồ sơ của 1 đơn vị")
	if len(f.choices) != 1 || len(f.opened) != 1 || f.opened[0] != "pkcs11:a 123456" {
		t.Errorf("choices %v, opened %q", f.choices, f.opened)
	}
}

// signingKeys are a token of the first employer, an account of the second whose
// certificate is known, and an account that nobody has logged in to.
func signingKeys(rows []office.BoardRow) []office.KeyInfo {
	from, until := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 11, 22, 0, 0, 0, 0, time.UTC)
	return []office.KeyInfo{
		{Spec: "remote:moi", Account: "moi", Service: "VNPT SmartCA"},
		{Spec: "remote:misa", Account: "misa", Service: "MISA eSign", Name: rows[8].Employer.Ten, TaxCode: rows[8].Employer.MaSoThue, From: from, Until: until},
		{Spec: "pkcs11:a", Token: "VNPT-CA Token", Name: rows[2].Employer.Ten, TaxCode: rows[2].Employer.MaSoThue, From: from, Until: until, PIN: office.NeedsPIN},
	}
}

func dialogPicture(t *testing.T, name string, high float32, o fyne.CanvasObject) {
	t.Helper()
	w := uitest.Window(t, 660, high, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, o)))
	uitest.Golden(t, name, w.Canvas())
}

// The token, the account whose certificate is known, and one that is chosen for an
// employer sign together; whose telephone is waited for, and how long, is told.
func TestSignWithRemoteKeys(t *testing.T) {
	f := &fake{b: many(18)}
	f.b.Rows[8].ToSign, f.b.Rows[8].Waiting = 1, 0
	f.keys = signingKeys(f.b.Rows)
	p, h, w := open(t, f, 1170, 692)
	uitest.Press(t, w.Content(), p.acts[2].Words)
	d := h.Dialogs[len(h.Dialogs)-1]
	find := slices.IndexFunc(uitest.Buttons(d), func(s string) bool { return s == "Ký 2 hồ sơ của 2 đơn vị" })
	if find < 0 {
		t.Fatalf("buttons %q", uitest.Buttons(d))
	}
	dialogPicture(t, "ky-nhieu-don-vi", 420, d)
	for _, pick := range uitest.Find[*xwidget.Select](d) {
		if slices.Equal(pick.Options, []string{"Ký từ xa moi · chưa đăng nhập lần nào"}) { // the one without a key
			pick.SetSelectedIndex(0)
		}
	}
	for _, e := range uitest.Find[*xwidget.Entry](d) {
		e.SetText("123456")
	}
	f.waits = func() {
		on := h.Dialogs[len(h.Dialogs)-1]
		words := strings.Join(uitest.Words(on), "|")
		for _, want := range []string{"misa · " + f.b.Rows[8].Employer.Ten, "Xác nhận 4 chữ ký", "còn 1 lần nữa", "chờ thêm 4 phút 32 giây"} {
			if !strings.Contains(words, want) {
				t.Errorf("%q is not said in %s", want, words)
			}
		}
		dialogPicture(t, "cho-dien-thoai", 330, on)
		f.waits = nil
	}
	uitest.Press(t, d, "Ký 3 hồ sơ của 3 đơn vị")
	slices.Sort(f.opened)
	if want := []string{"pkcs11:a 123456", "remote:misa ", "remote:moi "}; !slices.Equal(f.opened, want) {
		t.Errorf("opened %q, want %q", f.opened, want)
	}
}
