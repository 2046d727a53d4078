package hopthu

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/gateway"
	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/facts"
	"ankhai/storage"
)

const mst = "0100109106"

var at = time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC)

// fake is an office with invented answers.
type fake struct {
	out     []office.Outgoing
	tries   map[string][]office.Attempt
	in      []office.InboxNotice
	comes   []office.InboxNotice // with the next fetch
	desk    office.GatewayDesk
	keys    []office.GatewayKey
	fail    error
	calls   []string
	secret  string // as it came, and
	lived   []byte // the very bytes, to see that they are overwritten
	proof   office.Proof
	c12     office.C12Read
	reading int // how many notices were judged
}

func (f *fake) call(format string, a ...any) error {
	f.calls = append(f.calls, fmt.Sprintf(format, a...))
	return f.fail
}

func (f *fake) Company(context.Context) (facts.DonVi, error) { return facts.DonVi{MaSoThue: mst}, nil }
func (f *fake) Outgoing(context.Context) ([]office.Outgoing, error) {
	return append([]office.Outgoing(nil), f.out...), nil
}
func (f *fake) Attempts(_ context.Context, id string) ([]office.Attempt, error) {
	return f.tries[id], nil
}
func (f *fake) set(id string, change func(*office.Outgoing)) {
	for i := range f.out {
		if f.out[i].ID == id {
			change(&f.out[i])
		}
	}
}
func (f *fake) Hold(_ context.Context, id string) error {
	f.set(id, func(g *office.Outgoing) { g.Held = true })
	return f.call("hold %s", id)
}
func (f *fake) Release(_ context.Context, id string) error {
	f.set(id, func(g *office.Outgoing) { g.Held = false })
	return f.call("release %s", id)
}
func (f *fake) RunOutbox(context.Context, string) ([]office.Sent, error) {
	return []office.Sent{{DossierID: "HS000031"}, {DossierID: "HS000030", Err: errors.New("down")}}, f.call("run")
}
func (f *fake) Send(_ context.Context, id, _ string) (office.Sent, error) {
	return office.Sent{DossierID: id, State: storage.DaGui}, f.call("send %s", id)
}
func (f *fake) Refresh(_ context.Context, id, _ string) (office.DossierView, error) {
	return office.DossierView{Dossier: storage.Dossier{ID: id, State: storage.CoKetQua}, StateSay: "Có kết quả"}, f.call("ask %s", id)
}
func (f *fake) AskAll(context.Context, func(int, int)) (office.Asked, error) {
	return office.Asked{N: 3, Moved: f.out[:1]}, f.call("ask all")
}
func (f *fake) Received(_ context.Context, id string, p office.Proof) error {
	f.proof = p
	return f.call("received %s", id)
}
func (f *fake) Resend(_ context.Context, id string) error { return f.call("resend %s", id) }
func (f *fake) Notices(context.Context, string, office.NoticeFilter) ([]office.InboxNotice, error) {
	return append([]office.InboxNotice(nil), f.in...), nil
}
func (f *fake) Notice(_ context.Context, _ string, n int64) (office.InboxNotice, error) {
	f.reading++
	for _, x := range f.in {
		if x.N == n {
			return x, nil
		}
	}
	return office.InboxNotice{}, storage.ErrNotFound
}
func (f *fake) MarkRead(_ context.Context, _ string, n int64, read bool) error {
	for i := range f.in {
		if f.in[i].N == n {
			f.in[i].Read = read
		}
	}
	return f.call("mark %d %v", n, read)
}
func (f *fake) NoticeSaved(_ context.Context, n int64) error { return f.call("saved %d", n) }
func (f *fake) FetchInbox(context.Context) (office.FetchedNotices, error) {
	f.in = append(f.comes, f.in...)
	return office.FetchedNotices{New: f.comes}, f.call("fetch")
}
func (f *fake) NoticeC12(_ context.Context, n int64) (office.C12Read, error) {
	return f.c12, f.call("c12 %d", n)
}
func (f *fake) GatewayDesk(context.Context, string) (office.GatewayDesk, error) { return f.desk, nil }
func (f *fake) SetGatewayDesk(_ context.Context, _, address string, v office.IVAN) error {
	if f.fail == nil {
		f.desk.Address, f.desk.IVAN = address, v
	}
	return f.call("set %s %s %s", address, v.Ma, v.Ten)
}
func (f *fake) SetGatewayAccount(_ context.Context, _, user string, secret []byte) error {
	f.secret, f.lived = string(secret), secret
	f.desk.Account = &office.GatewayAccount{User: user, InKeyring: true}
	return f.call("account %s", user)
}
func (f *fake) RemoveGatewayAccount(context.Context, string) error {
	f.desk.Account = nil
	return f.call("remove")
}
func (f *fake) GatewayKeys(context.Context, string) ([]office.GatewayKey, error) {
	return f.keys, f.call("keys")
}
func (f *fake) PinGateway(_ context.Context, _ string, pins []string) error {
	f.desk.Pins = pins
	return f.call("pin %v", pins)
}
func (f *fake) GatewayHealth(context.Context, string, string) (office.GatewayState, error) {
	s := office.GatewayState{Off: 5 * time.Minute}
	s.TinhTrang = "chạy bình thường"
	return s, f.call("health")
}
func (f *fake) GatewayLists(context.Context, string, string) ([]office.ListState, error) {
	return []office.ListState{{CodeList: gateway.CodeList{Ten: "xa", TieuDe: "Danh mục xã, phường", PhienBan: "2026-07-01", SoDong: 3321}, Own: "2026-07-01"}}, f.call("lists")
}
func (f *fake) GatewayUnit(context.Context, string, string) (office.GatewayUnitState, error) {
	return office.GatewayUnitState{TenDonVi: "CÔNG TY CỔ PHẦN MAY BÌNH MINH", MaDonVi: "YN0001A", TinhTrang: "dangDung", TuNgay: "2026-01-05"}, f.call("unit")
}

// out is a dossier of the outbox.
func out(n int, s storage.State, employer, tax string) office.Outgoing {
	g := office.Outgoing{
		Waits: office.Waits{ID: fmt.Sprintf("HS%06d", n), State: s, StateName: s.Say(), Doubt: s == storage.NghiVan, Attempts: 1, Said: "Cổng đã nhận hồ sơ", SaidAt: at.Add(time.Duration(n) * time.Minute)},
		Short: fmt.Sprintf("600 · 11/2026 · đợt %d", n%7+1),
		Title: fmt.Sprintf("600 · Báo tăng, giảm, điều chỉnh đóng BHXH · tháng 11/2026 · đợt %d", n%7+1), MaSoThue: tax, Employer: employer, Road: "https://cong.ivan.example",
	}
	g.CanBeHeld = s == storage.ChoGui
	g.InOutbox = g.CanBeHeld || g.Doubt || s == storage.DangGui
	g.UnderWay = s == storage.DaGui || s == storage.TiepNhan || s == storage.DangGiaiQuyet
	if s == storage.TiepNhan || s == storage.CoKetQua || s == storage.DangGiaiQuyet {
		g.SoHoSo = fmt.Sprintf("%05d/2026/07906", 100+n)
	}
	return g
}

// busy is an office with something of everything.
func busy() *fake {
	const mine, other = "CÔNG TY CỔ PHẦN MAY BÌNH MINH", "CÔNG TY TNHH GỖ TÂN LỘC"
	f := &fake{c12: office.C12Read{Kept: true, Month: 202610}}
	doubt := out(31, storage.NghiVan, mine, mst)
	doubt.Attempts, doubt.Said = 2, "Chưa rõ cổng đã nhận hồ sơ hay chưa"
	waits := out(30, storage.ChoGui, mine, mst)
	waits.Attempts, waits.Said, waits.NextTry = 3, "Không kết nối được với cổng", at.Add(2*time.Hour)
	f.out = []office.Outgoing{doubt, waits, out(29, storage.DangGui, other, "0312345678"), out(28, storage.DangGiaiQuyet, mine, mst),
		out(27, storage.TiepNhan, other, "0312345678"), out(26, storage.CoKetQua, mine, mst), out(25, storage.TraLai, mine, mst)}
	f.tries = map[string][]office.Attempt{
		"HS000031": {
			{N: 1, Time: at, Say: "Bắt đầu gửi tới https://cong.ivan.example", Came: []office.Heard{
				{Time: at.Add(time.Minute), Say: "Cổng báo trục trặc (HTTP 500): chưa rõ đã nhận hồ sơ hay chưa.", Raw: `{"type":"about:blank","title":"Internal Server Error","status":500}`}}},
			{N: 2, Time: at.Add(time.Hour), Say: "Bắt đầu gửi tới https://cong.ivan.example"},
		},
		"HS000030": {{N: 1, Time: at, Say: "Bắt đầu gửi tới https://cong.ivan.example", Came: []office.Heard{{Time: at, Say: "Không kết nối được với cổng"}}}},
	}
	f.in = []office.InboxNotice{
		notice(9, "C12", "C12-TS tháng 10/2026", false), notice(8, "KQ", "Kết quả giải quyết hồ sơ 00126/2026/07906", false),
		notice(7, "D09", "D09-TS tháng 10/2026", true), notice(6, "TB", "Thông báo lịch nghỉ Tết Dương lịch", true),
	}
	return f
}

func notice(n int64, kind, title string, read bool) office.InboxNotice {
	words := map[string]string{"C12": "Kết quả đóng C12-TS", "D09": "Danh sách D09-TS", "KQ": "Kết quả hồ sơ", "TB": "Thông báo"}
	valid := office.Seal{State: office.SealValid, Marks: []office.SealOfParty{{Signer: "BHXH THÀNH PHỐ HỒ CHÍ MINH", Valid: true}}}
	broken := office.Seal{State: office.SealBroken, Say: "chứng thư số đã bị thu hồi"}
	x := office.InboxNotice{N: n, Ma: fmt.Sprintf("8f1c0d52-0000-4000-8000-%012d", n), Kind: kind, KindSay: words[kind], Title: title, Made: at.Add(time.Duration(n) * time.Hour), Came: at.Add(30 * time.Hour),
		Read: read, Gateway: "https://cong.ivan.example"}
	switch kind {
	case "C12":
		x.Month = 202610
		x.Files = []office.InboxFile{{N: 1, Name: "c12-ts-2026-10.pdf", Bytes: []byte("%PDF-"), Then: valid, Now: &valid},
			{N: 2, Name: "c12-ts-2026-10.json", Bytes: []byte(`{"c12s":[]}`), Then: office.Seal{State: office.SealNone}, Now: &office.Seal{State: office.SealNone}}}
	case "KQ":
		x.Dossier, x.Caution = "HS000026", "Cổng thực hành: không có giá trị pháp lý."
		x.Files = []office.InboxFile{{N: 1, Name: "ket-qua.pdf", Bytes: []byte("%PDF-"), Then: valid, Now: &broken,
			Changed: "Lúc nhận chữ ký hợp lệ, nay không còn đạt: chứng thư số đã bị thu hồi. Hỏi lại cơ quan BHXH trước khi dùng tệp này"}}
	case "D09":
		x.Month = 202610
	}
	return x
}

// host is a window that also hands dropped files on.
type host struct {
	*uitest.Host
	took []string
}

func (h *host) TakeC12(name string, _ []byte)    { h.took = append(h.took, "c12 "+name) }
func (h *host) TakeResult(name string, _ []byte) { h.took = append(h.took, "hồ sơ "+name) }

func open(t *testing.T, f *fake) (*Page, *host, fyne.Window) {
	t.Helper()
	a := uitest.App(t)
	h := &host{Host: uitest.NewHost()}
	p := New(f, h)
	p.clipboard = a.Clipboard
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

// Both boxes as a person sees them, light and dark, on a cheap laptop and at 150 %.
func TestPictures(t *testing.T) {
	p, _, w := open(t, busy())
	uitest.Golden(t, "gui", w.Canvas())
	p.Open(office.InboxLeaf)
	p.in.grid.Jump(1, 0)
	uitest.Golden(t, "nhan", w.Canvas())
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	p.Content().Refresh()
	p.OnShow()
	uitest.Golden(t, "nhan-toi", w.Canvas())
	p.tabs.Choose(outLeaf)
	uitest.Golden(t, "gui-toi", w.Canvas())
	fyne.CurrentApp().Settings().SetTheme(look.Theme{})
	w.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	w.Resize(fyne.NewSize(715, 436))
	p.OnShow()
	uitest.Golden(t, "gui-150", w.Canvas())
	p.Open(office.InboxLeaf)
	uitest.Golden(t, "nhan-150", w.Canvas())
}

func TestEmpty(t *testing.T) {
	p, _, w := open(t, &fake{})
	wants(t, words(w.Content()), "Chưa có hồ sơ nào ở đây")
	p.Open(office.InboxLeaf)
	wants(t, words(w.Content()), "Chưa có thông báo nào ở đây")
	uitest.Golden(t, "nhan-trong", w.Canvas())
}

// The dossier in doubt comes first; its attempts with what was heard, and the decisions
// that the screen of the dossier has too.
func TestDoubtIsDecided(t *testing.T) {
	f := busy()
	_, h, w := open(t, f)
	wants(t, words(w.Content()), "Chưa rõ hồ sơ đã đến nơi nhận hay chưa", "Lần gửi 2", "HTTP 500", "Internal Server Error", "Chương trình dừng trước khi có câu trả lời.")
	uitest.Press(t, w.Content(), "Nhập biên nhận")
	for _, e := range uitest.Find[*xwidget.Entry](h.Dialogs[0]) {
		e.SetText("00131/2026/07906")
	}
	uitest.Press(t, h.Dialogs[0], "Ghi là đã nhận")
	uitest.Press(t, w.Content(), "Gửi lại tệp đã ký")
	if got := strings.Join(f.calls, ", "); got != "received HS000031, resend HS000031, send HS000031" || f.proof.SoHoSo != "00131/2026/07906" {
		t.Errorf("called %s, proof %+v", got, f.proof)
	}
	if h.Recounts == 0 {
		t.Error("nobody counted anew")
	}
}

// What the gateway said can be read, chosen, copied and kept, word for word; what turns
// the eye is drawn as a mark.
func TestRawAnswer(t *testing.T) {
	f := busy()
	f.tries["HS000031"][0].Came[0].Raw = "a\u202eb\x07" + strings.Repeat("x", 30_000)
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Xem nguyên văn (1)")
	label := uitest.Find[*widget.Label](h.Dialogs[0])[0]
	if !label.Selectable || !strings.Contains(label.Text, "a\uFFFDb\uFFFD") || len([]rune(label.Text)) != mostShown {
		t.Errorf("selectable %v, %d letters, begins %q", label.Selectable, len([]rune(label.Text)), label.Text[:80])
	}
	wants(t, words(h.Dialogs[0]), "chữ nữa: bấm Lưu để có đủ")
	uitest.Press(t, h.Dialogs[0], "Lưu…")
	uitest.Press(t, h.Dialogs[0], "Chép")
	if len(h.Kept) != 1 || !strings.Contains(string(h.Kept[0].Bytes), "a\u202eb\x07xxx") || h.Kept[0].Name != "HS000031-tra-loi.txt" || p.clipboard().Content() != string(h.Kept[0].Bytes) {
		t.Errorf("kept %d files", len(h.Kept))
	}
}

// The keys alone: down to the one that waits, keep it back, let it go, send it; Enter
// opens it.
func TestOutboxByKeyboard(t *testing.T) {
	f := busy()
	p, h, w := open(t, f)
	w.Canvas().Focus(p.out.grid)
	uitest.Keys(w.Canvas(), fyne.KeyDown)
	wants(t, words(p.out.beside), "HS000030", "Thử tiếp|21/11/2026 11:00")
	uitest.Press(t, p.out.beside, "Giữ lại")
	wants(t, words(p.out.beside), "Giữ lại", "không gửi cho tới khi bấm Thôi giữ lại")
	uitest.Press(t, p.out.beside, "Thôi giữ lại")
	uitest.Press(t, p.out.beside, "Thử lại ngay")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if got := strings.Join(f.calls, ", "); got != "hold HS000030, release HS000030, send HS000030" {
		t.Errorf("called %s", got)
	}
	if len(h.Went) != 1 || h.Went[0] != (office.Place{Screen: "ho-so", ID: "HS000030"}) {
		t.Errorf("went %v", h.Went)
	}
	// one of another employer is not opened behind the person's back
	uitest.Keys(w.Canvas(), fyne.KeyDown, fyne.KeyReturn)
	wants(t, words(p.out.beside), "không phải đơn vị đang mở")
	if len(h.Went) != 1 || !strings.Contains(h.Last(), "đổi đơn vị") {
		t.Errorf("went %v, said %q", h.Went, h.Last())
	}
	uitest.Keys(w.Canvas(), fyne.KeyDown)
	uitest.Press(t, p.out.beside, "Hỏi lại kết quả")
	if h.Last() != "HS000028: Có kết quả" {
		t.Errorf("said %q", h.Last())
	}
}

func TestAllAtOnce(t *testing.T) {
	f := busy()
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Gửi tất cả ngay")
	if h.Last() != "! Đã gửi 1 hồ sơ, 1 chưa gửi được: xem từng hồ sơ" {
		t.Errorf("said %q", h.Last())
	}
	uitest.Press(t, w.Content(), "Hỏi lại kết quả")
	if h.Last() != "Đã hỏi 3 hồ sơ, 1 có tin mới" {
		t.Errorf("said %q", h.Last())
	}
	f.fail = errors.New("disk")
	uitest.Press(t, w.Content(), "Gửi tất cả ngay")
	if len(h.Failed) != 1 {
		t.Errorf("failed %v", h.Failed)
	}
}

// The search takes words without diacritics; the chosen part is remembered, the words
// are not.
func TestFilters(t *testing.T) {
	f := busy()
	p, h, w := open(t, f)
	w.Canvas().Focus(p.out.search)
	uitest.Type(w.Canvas(), "go tan loc")
	if n := p.out.rows.Rows(); n != 2 {
		t.Errorf("%d rows of the other employer", n)
	}
	p.out.which.SetSelectedIndex(4)
	if n := p.out.rows.Rows(); n != 1 || p.out.at != "HS000027" {
		t.Errorf("%d rows under way, beside %s", n, p.out.at)
	}
	again := New(f, h)
	again.OnShow()
	if again.out.rows.part != 4 || again.out.rows.term != "" || again.out.rows.Rows() != 2 {
		t.Errorf("a new window shows part %d, %d rows", again.out.rows.part, again.out.rows.Rows())
	}
	p.out.whose.SetChecked(true)
	if n := p.out.rows.Rows(); n != 0 {
		t.Errorf("%d rows of the employer at hand", n)
	}
	p.Open(office.InboxLeaf)
	p.in.month.SetSelected("10/2026")
	p.in.kind.SetSelectedIndex(kindAt("D09"))
	if n := p.in.rows.Rows(); n != 1 || p.in.at != 7 {
		t.Errorf("%d notices, beside %d", n, p.in.at)
	}
}

// The inbox: what came is unread until its file was looked at or Enter was pressed; a
// signature that holds no more is said loudly.
func TestInbox(t *testing.T) {
	f := busy()
	p, h, w := open(t, f)
	p.Open(office.InboxLeaf)
	w.Canvas().Focus(p.in.grid)
	uitest.Keys(w.Canvas(), fyne.KeyDown)
	got := words(p.in.beside)
	wants(t, got, "Kết quả giải quyết hồ sơ", "Cổng ghi: Cổng thực hành: không có giá trị pháp lý.", "Bây giờ: chữ ký không đạt: chứng thư số đã bị thu hồi", "Đã khác lúc nhận.")
	uitest.Press(t, p.in.beside, "Mở hồ sơ HS000026")
	uitest.Press(t, p.in.beside, "Xem")
	if len(h.Shown) != 1 || strings.Join(f.calls, ", ") != "mark 8 true" || h.Recounts != 1 {
		t.Errorf("shown %d, called %v", len(h.Shown), f.calls)
	}
	uitest.Press(t, p.in.beside, "Ghi chưa đọc")
	uitest.Press(t, p.in.beside, "Lưu…")
	if len(h.Kept) != 1 || strings.Join(f.calls[1:], ", ") != "mark 8 false, saved 8, mark 8 true" {
		t.Errorf("kept %d, called %v", len(h.Kept), f.calls)
	}
	uitest.Keys(w.Canvas(), fyne.KeyUp, fyne.KeyReturn)
	if !f.in[0].Read || p.in.unread() != 0 {
		t.Errorf("%d unread", p.in.unread())
	}
	uitest.Press(t, p.in.beside, "Xem dữ liệu")
	wants(t, uitest.Find[*widget.Label](h.Dialogs[0])[0].Text, "c12s")
}

// A statement goes on to the reconciliation of its own month.
func TestStatementGoesOn(t *testing.T) {
	f := busy()
	p, h, _ := open(t, f)
	p.Open(office.InboxLeaf)
	p.in.grid.Jump(0, 0)
	uitest.Press(t, p.in.beside, "Đưa vào đối chiếu")
	if len(h.Went) != 1 || h.Went[0] != (office.Place{Screen: "doi-chieu", ID: "2026-10"}) || h.Last() != "Đã nhận C12-TS tháng 10/2026" {
		t.Errorf("went %v, said %q", h.Went, h.Last())
	}
	f.c12 = office.C12Read{Found: []office.Finding{{Say: "không có bảng"}}}
	uitest.Press(t, p.in.beside, "Đưa vào đối chiếu")
	if len(h.Went) != 1 || h.Last() != "! Chưa nhận: không có bảng" {
		t.Errorf("went %v, said %q", h.Went, h.Last())
	}
}

func TestFetch(t *testing.T) {
	f := busy()
	f.comes = []office.InboxNotice{notice(12, "TB", "Thông báo đổi địa chỉ", false)}
	p, h, w := open(t, f)
	p.Open(office.InboxLeaf)
	uitest.Press(t, w.Content(), "Hỏi cổng")
	if h.Last() != "Đã lấy 1 thông báo mới" || p.in.rows.Rows() != 5 || h.Recounts != 1 {
		t.Errorf("said %q, %d notices", h.Last(), p.in.rows.Rows())
	}
	f.fail = errors.New("down")
	uitest.Press(t, w.Content(), "Hỏi cổng")
	if len(h.Failed) != 1 {
		t.Errorf("failed %v", h.Failed)
	}
}

// A workbook is a statement; of another file the person says what it is.
func TestDroppedFile(t *testing.T) {
	p, h, _ := open(t, busy())
	p.Take("C12.xlsx", nil)
	p.Take("ket-qua.pdf", nil)
	uitest.Press(t, h.Dialogs[0], "Giữ cùng hồ sơ")
	p.Take("c12.pdf", nil)
	uitest.Press(t, h.Dialogs[1], "Đưa vào đối chiếu")
	if got := strings.Join(h.took, ", "); got != "c12 C12.xlsx, hồ sơ ket-qua.pdf, c12 c12.pdf" {
		t.Errorf("took %s", got)
	}
}

// Two thousand dossiers and ten thousand notices: neither reading them nor a key or a
// letter typed is felt. On an idle machine each of these takes some hundredths of a
// second; the bound is for one that is busy with forty other things.
func TestThousands(t *testing.T) {
	f := busy()
	for n := range 2000 {
		f.out = append(f.out, out(100+n, storage.ChoGui, fmt.Sprint("Công ty số ", n%40), "0312345678"))
	}
	for n := range 10_000 {
		f.in = append(f.in, notice(int64(100+n), "TB", fmt.Sprint("Thông báo số ", n), n%3 == 0))
	}
	p, _, w := open(t, f)
	const most = 10 * time.Second
	took := func(what string, do func()) {
		t.Helper()
		from := time.Now()
		do()
		d := time.Since(from)
		t.Logf("%s: %v", what, d)
		if d > most {
			t.Errorf("%s takes %v, at most %v", what, d, most)
		}
	}
	took("read both boxes", p.OnShow)
	w.Canvas().Focus(p.out.search)
	took("ten letters in the outbox", func() { uitest.Type(w.Canvas(), "cong ty 17") })
	p.Open(office.InboxLeaf)
	w.Canvas().Focus(p.in.search)
	took("ten letters in the inbox", func() { uitest.Type(w.Canvas(), "bao so 999") })
	p.in.search.SetText("")
	w.Canvas().Focus(p.in.grid)
	took("a hundred keys", func() {
		for range 100 {
			uitest.Keys(w.Canvas(), fyne.KeyDown)
		}
	})
}
