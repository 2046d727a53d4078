package hoso

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/form"
	"ankhai/signing"
	"ankhai/storage"
)

// deck is a store of five dossiers of which four can be signed.
type deck struct {
	*fake
	state   map[string]storage.State
	ends    map[string]error // how the signature of a dossier ends, nil where it is made
	between func(done int)   // what happens in the window while the batch runs
	batches []string
	opened  error
	secret  []byte
	closed  int

	telephone func(office.RemoteUse) // what a remote service does when it is opened
}

func newDeck() *deck {
	d := &deck{fake: newFake(), state: map[string]storage.State{}, ends: map[string]error{}}
	for i, s := range []storage.State{storage.Nhap, storage.DaKiem, storage.CoKetQua, storage.Nhap, storage.Nhap} {
		d.state[fmt.Sprintf("HS00000%d", i+1)] = s
	}
	return d
}

func (d *deck) Dossiers(context.Context) ([]office.DossierView, error) {
	var out []office.DossierView
	for i := range len(d.state) {
		v := d.view
		v.ID, v.Dot = fmt.Sprintf("HS00000%d", i+1), i+1
		v.Title = fmt.Sprintf("600 · Báo tăng, giảm, điều chỉnh · tháng 11/2026 · đợt %d", v.Dot)
		v.State = d.state[v.ID]
		v.StateSay = v.State.Say()
		out = append(out, v)
	}
	return out, nil
}

// lockedKey is a key that only counts how often it was closed.
type lockedKey struct {
	signing.Key
	closed *int
}

func (k lockedKey) Close() error { *k.closed++; return nil }

func (d *deck) OpenSigningKey(_ context.Context, spec string, use office.KeyUse) (signing.Key, error) {
	d.signed, d.pin, d.secret = spec, string(use.Secret), use.Secret
	if d.telephone != nil {
		d.telephone(use.Remote)
	}
	if d.opened != nil {
		return nil, d.opened
	}
	return lockedKey{closed: &d.closed}, nil
}

func (d *deck) SignAll(ctx context.Context, ids []string, _ signing.Key, report func(int, int, office.BatchResult)) (out []office.BatchResult) {
	d.batches = append(d.batches, strings.Join(ids, " "))
	for i, id := range ids {
		r := office.BatchResult{ID: id, Err: d.ends[id]}
		switch {
		case i > 0 && out[i-1].Outcome() > office.BatchLeftOut:
			r.Err = office.ErrNotReached
		case ctx.Err() != nil:
			r.Err = ctx.Err()
		case r.Err == nil:
			d.state[id] = storage.DaKy
		}
		out = append(out, r)
		report(i+1, len(ids), r)
		if d.between != nil {
			d.between(i + 1)
		}
	}
	return out
}

// faulty is a dossier with more faults than a batch names.
func faulty() error {
	faults := []form.Fault{
		{Code: "MAU-16", Level: form.Nhac, Form: mau.ID, Say: "Mã số BHXH: xem lại"},
		{Code: "MAU-12", Level: form.Loi, Form: mau.ID, Say: "Số CCCD: phải có 12 chữ số (đang có 11)", Places: []form.Place{{Row: 5, Tag: "CCCD"}}},
		{Code: "MAU-13", Level: form.Loi, Form: mau.ID, Say: "Từ tháng: phải có", Places: []form.Place{{Row: 2}, {Row: 3}, {Row: 6}}},
		{Code: "HS-01", Level: form.Loi, Say: "Giấy tờ kèm theo: phải có"},
		{Code: "MAU-14", Level: form.Loi, Form: mau.ID, Say: "Phương án: phải có"},
	}
	return fmt.Errorf("sign: %w", &office.FaultsError{Faults: faults})
}

// spread shows the list of a deck with a token plugged in.
func spread(t *testing.T, d *deck) (*Page, *uitest.Host, fyne.Window) {
	t.Helper()
	d.tokens = []office.KeyInfo{tokenKey("/lib/a.so")}
	uitest.App(t)
	h := uitest.NewHost()
	p := New(d, h)
	w := uitest.Window(t, 1170, 692, p.Content())
	p.OnShow()
	return p, h, w
}

// useToken types the PIN into the key dialog on top and signs.
func useToken(t *testing.T, h *uitest.Host) {
	t.Helper()
	dialog := h.Dialogs[len(h.Dialogs)-1]
	typePIN(t, dialog, "482915")
	uitest.Press(t, dialog, "Ký bằng token")
}

func top(h *uitest.Host) (title, words string) {
	last := len(h.Dialogs) - 1
	return h.Titles[last], strings.Join(uitest.Words(h.Dialogs[last]), "|")
}

// Boxes stand only before what can be signed; Space ticks, and the button counts.
func TestTickDossiers(t *testing.T) {
	p, h, w := spread(t, newDeck())
	if !find(t, w.Content(), "Ký các hồ sơ đã chọn").Disabled() {
		t.Error("nothing is ticked and it can be signed")
	}
	p.list.grid.Jump(1, 2)
	uitest.Type(w.Canvas(), " ")
	p.list.grid.Jump(2, 2) // has its result already
	uitest.Type(w.Canvas(), " ")
	uitest.Press(t, w.Content(), "Nháp 3")
	p.list.grid.Jump(2, 2)
	uitest.Type(w.Canvas(), " ")
	uitest.Press(t, w.Content(), "Tất cả 5")
	if find(t, w.Content(), "Ký các hồ sơ đã chọn (2)").Disabled() {
		t.Error("two are ticked and cannot be signed")
	}
	if got := []string{p.list.Text(0, 0), p.list.Text(1, 0), p.list.Text(2, 0), p.list.Text(4, 0)}; !slices.Equal(got, []string{"", xwidget.Ticked, xwidget.NoBox, xwidget.Ticked}) {
		t.Errorf("boxes %q", got)
	}
	uitest.Golden(t, "chon-nhieu", w.Canvas())
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	if h.Titles[0] != "Ký 4 hồ sơ" {
		t.Errorf("asks for a key for %q", h.Titles[0])
	}
	uitest.Press(t, w.Content(), "Bỏ chọn hết")
	find(t, w.Content(), "Ký các hồ sơ đã chọn")
}

// Where at most one dossier can be signed, the list is as it always was.
func TestNothingToTick(t *testing.T) {
	d := newDeck()
	for id := range d.state {
		d.state[id] = storage.DaKy
	}
	d.state["HS000002"] = storage.Nhap
	p, _, w := spread(t, d)
	for _, words := range uitest.Buttons(w.Content()) {
		if strings.Contains(words, "Ký các") || strings.Contains(words, "Chọn hết") {
			t.Errorf("«%s» is offered for one draft", words)
		}
	}
	if p.list.Columns()[0].Tag != "ma" {
		t.Error("there are boxes")
	}
}

// One PIN signs all; each tells how far it is, and the PIN is gone at the end.
func TestSignMany(t *testing.T) {
	d := newDeck()
	d.ends["HS000002"] = faulty()
	p, h, w := spread(t, d)
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	d.between = func(done int) {
		if done == 2 {
			_, words := top(h)
			for _, want := range []string{"Đang ký hồ sơ 3 trong 4", "Đã ký", "Bỏ qua", "Còn 4 lỗi phải sửa trước khi ký.", "Đang ký", "Chờ ký"} {
				if !strings.Contains(words, want) {
					t.Errorf("midway %q is not said in %s", want, words)
				}
			}
			if !find(t, w.Content(), "Ký các hồ sơ đã chọn (4)").Disabled() {
				t.Error("a second batch can be begun")
			}
			uitest.Golden(t, "dang-ky-nhieu", uitest.Window(t, 600, 384, xwidget.Inset(18, 14, 18, 16, h.Dialogs[1])).Canvas())
		}
	}
	useToken(t, h)
	if d.pin != "482915" || strings.Trim(string(d.secret), "\x00") != "" || len(d.secret) != 6 {
		t.Errorf("opened with %q, and %q is left of it", d.pin, d.secret)
	}
	if d.closed != 1 || h.Recounts != 1 || h.Last() != "! Đã ký 3 trong 4 hồ sơ" {
		t.Errorf("key closed %d times, %d recounts, said %q", d.closed, h.Recounts, h.Last())
	}
	title, words := top(h)
	for _, want := range []string{"1 hồ sơ bị bỏ qua", "MAU-THU dòng 5: Số CCCD", "MAU-THU dòng 2 và 2 chỗ khác: Từ tháng: phải có", "Cả hồ sơ: Giấy tờ", "và 1 lỗi nữa"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not said in %s", want, words)
		}
	}
	if title != "Đã ký 3 trong 4 hồ sơ" || strings.Contains(words, "xem lại") || strings.Contains(words, "Ký tiếp") {
		t.Errorf("«%s» says %s", title, words)
	}
	if p.list.ticks.offered() || p.batching {
		t.Error("one draft is left, and the list still offers to sign many")
	}
	uitest.Press(t, h.Dialogs[2], "Mở hồ sơ HS000002")
	if p.open == nil || p.open.id != "HS000002" || !strings.Contains(strings.Join(uitest.Words(w.Content()), "|"), "Phương án: phải có") {
		t.Error("the dossier that was left out does not open with its faults")
	}
}

// «Dừng» lets the dossier at hand be finished; «Ký tiếp» asks for the key again and
// signs the rest.
func TestStopAndSignOn(t *testing.T) {
	d := newDeck()
	_, h, w := spread(t, d)
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	d.between = func(done int) {
		if done == 1 { // while the second is at hand
			uitest.Press(t, h.Dialogs[1], "Dừng")
			if _, words := top(h); !strings.Contains(words, "ký xong hồ sơ này rồi dừng") {
				t.Errorf("says %s", words)
			}
		}
	}
	d.ends["HS000005"] = signing.ErrTokenMissing // would be, if it were reached
	useToken(t, h)
	title, words := top(h)
	if title != "Đã ký 2 trong 4 hồ sơ" || strings.Count(words, "Chưa tới lượt") != 2 {
		t.Errorf("«%s» says %s", title, words)
	}
	d.between = nil
	delete(d.ends, "HS000005")
	uitest.Press(t, h.Dialogs[len(h.Dialogs)-1], "Ký tiếp (2)")
	useToken(t, h)
	if title, _ := top(h); title != "Đã ký 2 trong 2 hồ sơ" {
		t.Errorf("says %q", title)
	}
	for id, s := range d.state {
		if s.Draft() {
			t.Errorf("%s is not signed", id)
		}
	}
	if len(d.batches) != 2 || d.closed != 2 {
		t.Errorf("batches %q, key closed %d times", d.batches, d.closed)
	}
}

// The token is pulled out in the middle: the reason stands beside the dossier, and it
// and the rest are offered to be signed on.
func TestTokenPulledOut(t *testing.T) {
	d := newDeck()
	d.ends["HS000001"], d.ends["HS000004"] = faulty(), &signing.Error{Kind: signing.ErrTokenMissing}
	_, h, w := spread(t, d)
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	useToken(t, h)
	title, words := top(h)
	if title != "Đã ký 1 trong 4 hồ sơ" {
		t.Errorf("says %q", title)
	}
	for _, want := range []string{"Chưa ký được", signing.Say(&signing.Error{Kind: signing.ErrTokenMissing}), "Chưa tới lượt", "2 hồ sơ chưa tới lượt hoặc chưa ký được"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not said in %s", want, words)
		}
	}
	last := h.Dialogs[len(h.Dialogs)-1]
	uitest.Golden(t, "ky-nhieu-xong", uitest.Window(t, 600, 384, xwidget.Inset(18, 14, 18, 16, last)).Canvas())
	delete(d.ends, "HS000004")
	uitest.Press(t, last, "Ký tiếp (2)")
	useToken(t, h)
	if title, _ := top(h); title != "Đã ký 2 trong 2 hồ sơ" || h.Last() != title {
		t.Errorf("says %q and %q", title, h.Last())
	}
	if d.batches[1] != "HS000004 HS000005" {
		t.Errorf("signed on with %q", d.batches[1])
	}
}

// With a wrong PIN nothing is signed; the reason is told, the ticks and the list stay.
func TestWrongPINForMany(t *testing.T) {
	d := newDeck()
	d.opened = &signing.Error{Kind: signing.ErrPINWrong}
	_, h, w := spread(t, d)
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	useToken(t, h)
	if len(h.Failed) != 1 || h.Failed[0] != d.opened || len(d.batches) != 0 || strings.Trim(string(d.secret), "\x00") != "" {
		t.Errorf("failed %v, batches %q, PIN %q", h.Failed, d.batches, d.secret)
	}
	if len(h.Dialogs) != 2 || h.Closed != 2 { // the keys, the progress
		t.Errorf("%d dialogs, %d closed", len(h.Dialogs), h.Closed)
	}
	if find(t, w.Content(), "Ký các hồ sơ đã chọn (4)").Disabled() {
		t.Error("it cannot be tried again")
	}
}

// With a remote key the dialog of the batch is where the telephone is waited for, and it
// fits the smallest window.
func TestSignManyWithATelephone(t *testing.T) {
	d := newDeck()
	d.remotes = []office.KeyInfo{{Spec: "remote:giam-doc", Account: "giam-doc", Service: "VNPT SmartCA"}}
	_, h, w := spread(t, d)
	d.telephone = func(use office.RemoteUse) {
		use.Tell(office.RemotePending{Service: office.RemoteServices()[2], Signatures: 8, More: 1, Since: h.Clock, Left: 5 * time.Minute})
		_, words := top(h)
		for _, want := range []string{"giam-doc|Xác nhận 8 chữ ký", "Sau lần này còn 1 lần nữa", "chờ thêm 5 phút 0 giây", "Chờ ký"} {
			if !strings.Contains(words, want) {
				t.Errorf("%q is not said in %s", want, words)
			}
		}
		small := h.Dialogs[len(h.Dialogs)-1]
		if high := xwidget.HeightFor(small, small.MinSize().Width); high > 480-56-28 {
			t.Errorf("%v high", high)
		}
		uitest.Golden(t, "dang-ky-tu-xa", uitest.Window(t, 600, 420, xwidget.Inset(18, 14, 18, 16, small)).Canvas())
		use.Heard()
	}
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	var last *xwidget.Button // the practice key stands first
	for _, b := range uitest.Find[*xwidget.Button](h.Dialogs[0]) {
		if b.Words == "Ký bằng khoá này" {
			last = b
		}
	}
	last.Tapped(nil)
	if title, _ := top(h); title != "Đã ký 4 trong 4 hồ sơ" || d.signed != "remote:giam-doc" {
		t.Errorf("says %q, signed with %q", title, d.signed)
	}
}

// away is a window whose works run on goroutines of their own, as they do outside
// of tests; the test's own goroutine is the window's.
type away struct {
	*uitest.Host
	window chan func()
}

func (a away) InWindow(f func()) { a.window <- f }

func (a away) Quiet(work func(context.Context) error, done func(error)) {
	go func() {
		err := work(context.Background())
		a.window <- func() { done(err) }
	}()
}

// until runs what comes to the window until ok holds.
func (a away) until(t *testing.T, ok func() bool) {
	t.Helper()
	late := time.After(5 * time.Second)
	for !ok() {
		select {
		case f := <-a.window:
			f()
		case <-late:
			t.Fatal("nothing comes to the window")
		}
	}
}

// The window is free while the key works: «Dừng» can be pressed, and the dossier at
// hand is signed to its end.
func TestStopWhileTheKeyWorks(t *testing.T) {
	d := newDeck()
	d.tokens = []office.KeyInfo{tokenKey("/lib/a.so")}
	goOn := make(chan struct{})
	d.between = func(int) { <-goOn }
	uitest.App(t)
	h := away{uitest.NewHost(), make(chan func())}
	p := New(d, h)
	w := uitest.Window(t, 1170, 692, p.Content())
	p.OnShow()
	h.until(t, func() bool { return p.list.ticks.offered() })
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	useToken(t, h.Host)
	h.until(t, func() bool { _, words := top(h.Host); return strings.Contains(words, "Đang ký hồ sơ 2 trong 4") })
	uitest.Press(t, h.Dialogs[1], "Dừng")
	close(goOn)
	h.until(t, func() bool { return len(h.Dialogs) == 3 })
	if title, _ := top(h.Host); title != "Đã ký 2 trong 4 hồ sơ" {
		t.Errorf("says %q", title)
	}
	h.until(t, func() bool { return p.list.ticks.able == 2 })
}
