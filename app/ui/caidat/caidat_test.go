package caidat

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/facts"
	"ankhai/storage"
)

// fake answers with an invented employer and remembers what was asked of it.
type fake struct {
	dv      facts.DonVi
	none    bool
	err     error
	colours []string
	address string
	place   string
	made    int
	kept    kept // of the sections that have files of their own
}

func (f *fake) Company(context.Context) (facts.DonVi, error) {
	if f.none {
		return facts.DonVi{}, office.ErrNoCompany
	}
	return f.dv, nil
}
func (f *fake) SetColour(_ context.Context, c string) error {
	f.colours = append(f.colours, c)
	f.dv.Mau = c
	return f.err
}
func (f *fake) GatewayOf(context.Context) (string, error) {
	if f.address == "" {
		return "", office.ErrNoGateway
	}
	return f.address, nil
}
func (f *fake) SetGateway(_ context.Context, _, address string) error {
	f.address = address
	return f.err
}
func (f *fake) Protection() office.Protection {
	return office.Protection{Slots: []office.Slot{{Kind: "machine", Name: "khoá trên máy này"}},
		Lacks: []office.Lack{{Kind: "recovery", Title: "Chưa có khoá khôi phục", Say: "Hỏng máy thì không mở lại được dữ liệu, kể cả từ bản sao lưu."}}}
}
func (f *fake) Backups(context.Context) (office.BackupState, error) {
	return office.BackupState{Level: office.Green, Say: "Sao lưu gần nhất: 07:30 ngày 22/11/2026 (hôm nay), 4,2 MB", Dir: "/du-lieu/sao-luu", Other: f.place}, nil
}
func (f *fake) BackUpNow(context.Context) (b storage.Backup, i storage.BackupInfo, err error) {
	f.made++
	return b, i, f.err
}
func (f *fake) SetBackupPlace(_ context.Context, dir string) error {
	if f.err == nil {
		f.place = dir
	}
	return f.err
}
func (f *fake) About() office.About {
	return office.About{Version: "0.1.0", Go: "go1.26", Dir: "/du-lieu", Revision: "8a14fb9c0d1e", Libraries: []office.Library{{Path: "fyne.io/fyne/v2", Version: "v2.8.1", Licence: "BSD-3-Clause"}, {Path: "modernc.org/sqlite", Version: "v1.40.0", Licence: "BSD-3-Clause"}}}
}

// host is a window that can also dress anew.
type host struct {
	*uitest.Host
	worn, reloads int
	page          *Page // what the window would show anew
}

func (h *host) Wear() {
	h.worn++
	if h.page != nil {
		h.page.OnShow()
	}
}
func (h *host) Reload() { h.reloads++ }

func newFake() *fake {
	return &fake{dv: facts.DonVi{MaSoThue: "0100109106", Ten: "CÔNG TY CỔ PHẦN MAY BÌNH MINH", MaDonVi: "YN0001A", CoQuanBHXH: "07906", Vung: "01", Mau: "#0F8A6C"}}
}

func open(t *testing.T, f *fake) (*Page, *host, fyne.Canvas) {
	t.Helper()
	uitest.App(t)
	h := &host{Host: uitest.NewHost()}
	typed := 0
	p := New(f, h, Doors{EditCompany: func() { h.Go(office.Place{Screen: "sua"}) }, AddCompany: func() { h.Go(office.Place{Screen: "them"}) },
		GiveEmployer: func() { h.Go(office.Place{Screen: "giao"}) }, TakeEmployer: func() { h.Go(office.Place{Screen: "nhan"}) }, OpenExport: func() {},
		BackUpToFile: func() { h.Go(office.Place{Screen: "sao"}) }, VerifyBackup: func() { h.Go(office.Place{Screen: "kiem"}) }, TakeBack: func() { h.Go(office.Place{Screen: "lay-lai"}) }, Law: func() { h.Go(office.Place{Screen: "luat"}) }, Account: func() { h.Go(office.Place{Screen: "tai-khoan"}) },
		Typing: &Typing{Modes: []string{"Tắt", "Telex", "VNI"}, At: func() int { return typed }, Set: func(i int) { typed = i }, Notes: "Tắt khi máy đã có bộ gõ."}})
	c := uitest.Window(t, 1000, 600, xwidget.NewPanel(look.Page, p.Content())).Canvas()
	p.OnShow()
	return p, h, c
}

// window is the one that a canvas is of.
func window(c fyne.Canvas) fyne.Window {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w.Canvas() == c {
			return w
		}
	}
	return nil
}

// Every section has its picture.
func TestPictures(t *testing.T) {
	p, _, c := open(t, newFake())
	for _, s := range p.Sections() {
		p.Open(s.Key)
		uitest.Golden(t, s.Key, c)
	}
}

// The look is chosen at once and remembered.
func TestLook(t *testing.T) {
	p, h, c := open(t, newFake())
	h.page, h.Win = p, window(c)
	uitest.Press(t, c.Content(), "Tương phản cao")
	if b, ok := c.Focused().(*xwidget.Button); !ok || b.Words != "Tương phản cao" || b.Weight != xwidget.Strong {
		t.Errorf("after the choice the keys are with %v", c.Focused())
	}
	uitest.Press(t, c.Content(), "Gọn")
	uitest.Press(t, c.Content(), "150 %")
	if got := giaodien.Theme(); got != (look.Theme{Contrast: true, Rows: look.Compact}) || giaodien.CoChu.Get() != "150" || h.worn != 3 {
		t.Errorf("chosen %+v at %s, put on %d times", got, giaodien.CoChu.Get(), h.worn)
	}
	p.Open("go")
	uitest.Press(t, c.Content(), "Telex")
	if words := uitest.Find[*xwidget.Button](c.Content()); words[1].Weight != xwidget.Strong {
		t.Error("Telex does not stand out after it was chosen")
	}
}

// The sections are walked with Tab and Enter.
func TestKeyboard(t *testing.T) {
	p, _, c := open(t, newFake())
	c.FocusNext()
	c.FocusNext()
	c.FocusNext()
	uitest.Keys(c, fyne.KeyReturn)
	if p.sections[p.at].Key != "don-vi" {
		t.Errorf("Enter on the third name shows %s", p.sections[p.at].Key)
	}
}

// An employer gets its colour and its gateway here; an address that cannot be one is
// told below the field.
func TestEmployer(t *testing.T) {
	f := newFake()
	p, h, c := open(t, f)
	p.Open("don-vi")
	for _, d := range uitest.Find[*xwidget.Panel](c.Content()) {
		if words := uitest.Words(d); len(words) == 1 && words[0] == "tím" && d.OnTapped != nil {
			d.Tapped(nil)
			break
		}
	}
	if len(f.colours) != 1 || f.colours[0] != "#6B3FA0" || h.reloads != 1 {
		t.Errorf("colours %v, %d reloads", f.colours, h.reloads)
	}
	p.Open("cong")
	entry := uitest.Find[*xwidget.Entry](c.Content())[0]
	entry.SetText("http://khong-an-toan")
	uitest.Press(t, c.Content(), "Lưu địa chỉ")
	if words := strings.Join(uitest.Words(c.Content()), "|"); f.address != "" || !strings.Contains(words, "Địa chỉ cổng không đúng") {
		t.Errorf("kept %q; says %s", f.address, words)
	}
	entry.SetText(" https://ivan.vidu.vn ")
	uitest.Press(t, c.Content(), "Lưu địa chỉ")
	if f.address != "https://ivan.vidu.vn" || h.Last() != "Đã lưu địa chỉ cổng" {
		t.Errorf("kept %q, said %q", f.address, h.Last())
	}
	uitest.Press(t, c.Content(), "Mở tài khoản")
	if len(h.Went) != 1 || h.Went[0].Screen != "tai-khoan" {
		t.Errorf("went to %v", h.Went)
	}
}

// An employer goes to another office and comes from one by the section's doors.
func TestAnEmployerMoves(t *testing.T) {
	p, h, c := open(t, newFake())
	p.Open("don-vi")
	uitest.Press(t, c.Content(), "Giao cho nơi khác…")
	uitest.Press(t, c.Content(), "Nhận đơn vị…")
	if len(h.Went) != 2 || h.Went[0].Screen != "giao" || h.Went[1].Screen != "nhan" {
		t.Errorf("went to %v", h.Went)
	}
}

// Backups in files have their doors.
func TestBackupsInFiles(t *testing.T) {
	p, h, c := open(t, newFake())
	p.Open("sao-luu")
	for _, words := range []string{"Sao lưu vào một tệp…", "Kiểm một bản sao…", "Lấy lại một đơn vị…"} {
		uitest.Press(t, c.Content(), words)
	}
	if len(h.Went) != 3 || h.Went[0].Screen != "sao" || h.Went[1].Screen != "kiem" || h.Went[2].Screen != "lay-lai" {
		t.Errorf("went to %v", h.Went)
	}
}

// In practice the gateway is the practice gateway, and there is no field for another.
func TestPractice(t *testing.T) {
	f := newFake()
	f.dv.ThucHanh = true
	p, _, c := open(t, f)
	p.Open("cong")
	if n := len(uitest.Find[*xwidget.Entry](c.Content())); n != 0 {
		t.Errorf("%d fields", n)
	}
	if words := strings.Join(uitest.Words(c.Content()), "|"); !strings.Contains(words, "Cổng thực hành") {
		t.Errorf("says %s", words)
	}
}

// Without an employer the sections that need one say what to do.
func TestNoEmployer(t *testing.T) {
	f := newFake()
	f.none = true
	p, h, c := open(t, f)
	for _, key := range []string{"don-vi", "cong"} {
		p.Open(key)
		uitest.Press(t, c.Content(), "Ghi đơn vị")
	}
	if len(h.Went) != 2 || len(h.Failed) != 0 {
		t.Errorf("went to %v, failed %v", h.Went, h.Failed)
	}
}

// Backups are made and a second place is kept; what fails is told.
func TestBackups(t *testing.T) {
	f := newFake()
	p, h, c := open(t, f)
	p.Open("sao-luu")
	uitest.Press(t, c.Content(), "Sao lưu ngay")
	uitest.Find[*xwidget.Entry](c.Content())[0].SetText("/o-khac")
	uitest.Press(t, c.Content(), "Lưu nơi thứ hai")
	if f.made != 1 || f.place != "/o-khac" || h.Last() != "Đã lưu nơi sao lưu thứ hai" {
		t.Errorf("made %d, place %q, said %q", f.made, f.place, h.Last())
	}
	uitest.Press(t, c.Content(), "Khôi phục…")
	f.err = errors.New("disk")
	uitest.Press(t, c.Content(), "Sao lưu ngay")
	if len(h.Failed) != 1 || h.Restores != 1 {
		t.Errorf("failed %v, %d restores", h.Failed, h.Restores)
	}
	p.Open("khoa")
	uitest.Press(t, c.Content(), "Mở khoá dữ liệu")
	p.Open("kham")
	uitest.Press(t, c.Content(), "Khám máy")
	p.Open("luat")
	uitest.Press(t, c.Content(), "Xem và chọn")
	if len(h.Went) != 3 || h.Went[0].Screen != office.KeysScreen || h.Went[1].Screen != office.CheckupScreen {
		t.Errorf("went to %v", h.Went)
	}
}
