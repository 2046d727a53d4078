package shots

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui"
	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget/wordbook"
	"ankhai/assets"
	"ankhai/forms/facts"
)

func clock() time.Time { return time.Date(2026, 11, 22, 7, 32, 7, 0, time.UTC) }

// screen is a size of a screen in px and how large things are drawn on it. The window
// has what is left: a screen of 1366 px at 150 % has room for 910.
type screen struct {
	wide, high, percent float32
}

func (s screen) String() string { return fmt.Sprintf("%.0fx%.0f-%.0f", s.wide, s.high, s.percent) }

func (s screen) room() fyne.Size {
	return fyne.NewSize(s.wide*100/s.percent, s.high*100/s.percent)
}

// What every place is drawn on: the desks of offices, and the smallest window.
var (
	desks   = []screen{{1366, 768, 100}, {1366, 768, 150}, {1920, 1080, 100}, {1920, 1080, 150}}
	least   = screen{900, 480, 100}
	colours = []string{"sang", "toi", "tuong-phan"}
)

// TestMatrix draws every sight of the window on every screen in every colour into the
// folder that ANKHAI_MATRIX names, one folder a screen and colour. ANKHAI_MATRIX_ONLY
// narrows it: a pattern of the folders, after a slash one of the sights.
//
// Fyne forgets how a thing was laid out that has not been seen for a minute, and the
// window of a test does not lay it out again: FYNE_CACHE=1h keeps it for a long walk.
func TestMatrix(t *testing.T) {
	dir := os.Getenv("ANKHAI_MATRIX")
	if dir == "" {
		t.Skip("ANKHAI_MATRIX names no folder for the pictures")
	}
	folders, sights, _ := strings.Cut(os.Getenv("ANKHAI_MATRIX_ONLY"), "/")
	only, wanted := regexp.MustCompile(folders), regexp.MustCompile(sights)
	o, m := stocked(t)
	out := newOutside(t)
	for _, sc := range append(desks, least) {
		for _, colour := range colours {
			folder := sc.String() + "-" + colour
			if !only.MatchString(folder) {
				continue
			}
			t.Run(folder, func(t *testing.T) {
				draw := func(name string, c fyne.Canvas) {
					if !wanted.MatchString(name) {
						return
					}
					path := filepath.Join(dir, folder, name+".png")
					if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
						t.Fatal(err)
					}
					if err := write(path, c); err != nil {
						t.Fatal(err)
					}
				}
				visitAll(t, o, m, sc, colour, draw)
				out.visit(t, sc, colour, draw)
			})
		}
	}
}

// Nothing is clipped, lies on something else or reaches out of the window, whatever
// the screen. Colours change no place of anything; one of them is enough.
func TestEverythingHasItsRoom(t *testing.T) {
	o, m := stocked(t)
	for _, sc := range append(desks, least) {
		t.Run(sc.String(), func(t *testing.T) { visitAll(t, o, m, sc, "sang", nil) })
	}
}

// The same in English and where labels say two languages, which takes the most room.
func TestOtherLanguagesHaveTheirRoom(t *testing.T) {
	t.Cleanup(func() { wordbook.Choose(wordbook.Vietnamese) })
	o, m := stocked(t)
	for _, l := range []wordbook.Language{wordbook.English, wordbook.Both} {
		wordbook.Choose(l)
		for _, sc := range []screen{desks[0], least} {
			t.Run(string(l)+"-"+sc.String(), func(t *testing.T) { visitAll(t, o, m, sc, "sang", nil) })
		}
	}
}

// visitAll goes to every scene in a window of its own.
func visitAll(t *testing.T, o *office.Office, m made, sc screen, colour string, seen func(name string, c fyne.Canvas)) {
	v := open(t, o, sc, colour, seen != nil)
	v.made = m
	for _, one := range scenes {
		v.clear()
		one.to(v)
		v.see(one.name, seen)
		for i := 1; one.leaves && v.leaf(i); i++ {
			v.see(fmt.Sprintf("%s-%d", one.name, i), seen)
		}
		v.leave()
	}
}

// see draws what is in sight and says what is drawn badly.
func (v *visit) see(name string, seen func(name string, c fyne.Canvas)) {
	if seen != nil {
		seen(name, v.canvas())
	}
	v.check(name)
}

// open opens a window on an office on a screen; to be drawn, it is as large as there.
func open(t *testing.T, o *office.Office, sc screen, colour string, drawn bool) *visit {
	a := test.NewTempApp(t)
	giaodien.Nen.Set(colour)
	if err := ui.Dress(a); err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	if c, ok := w.Canvas().(software.WindowlessCanvas); ok && drawn {
		c.SetScale(sc.percent / 100)
	}
	w.Resize(sc.room())
	s := ui.New(o, w, &task.Runner{Window: w, Clock: func(time.Duration, func()) {}}, clock)
	s.Start()
	w.Resize(sc.room())
	return &visit{t: t, o: o, s: s, w: w, room: sc.room(), scale: sc.percent / 100, drawn: drawn}
}

// check says what is drawn badly, and whether the window has grown.
func (v *visit) check(name string) {
	if got := v.canvas().Size(); got.Width > v.room.Width+1 || got.Height > v.room.Height+1 {
		v.t.Errorf("%s: the window has grown from %v to %v", name, v.room, got)
		v.w.Resize(v.room)
	}
	for _, f := range uitest.LayoutFaults(v.canvas()) {
		v.t.Errorf("%s: %s", name, f)
	}
}

// stocked is an office with the sample company and what it has in a month: a draft, a
// claim, what was sent and answered, and 44 employers beside it.
func stocked(t *testing.T) (*office.Office, made) {
	t.Helper()
	ctx := context.Background()
	start := time.Now()
	o, err := office.Open(ctx, office.Config{Dir: t.TempDir(), Now: func() time.Time { return clock().Add(time.Since(start)) }, Keys: uitest.DataKeys(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	var m made
	m.sent = sample(t, ctx, o)
	send(t, o, m.sent)
	m.draft = draftAgain(t, o)
	m.claim = claim(t, o, "C5")
	m.signed = sign(t, o, claim(t, o, "C3"))
	given := claim(t, o, "C4")
	dv, err := o.Company(ctx)
	if err != nil {
		t.Fatal(err)
	}
	staff(t, o)
	if _, err := o.HandOut(ctx, []string{given}, "Lê Hoàng Minh Khải", filepath.Join(t.TempDir(), "giao.ankhai-ky"), []byte("mật khẩu của tệp giao")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.BackUpNow(ctx); err != nil {
		t.Fatal(err)
	}
	employers(t, o, 44)
	if err := o.SetCompany(ctx, dv.MaSoThue); err != nil {
		t.Fatal(err)
	}
	return o, m
}

// draftAgain drafts the month's proposals once more.
func draftAgain(t *testing.T, o *office.Office) string {
	t.Helper()
	res, err := o.Compare(t.Context(), office.SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := o.Draft(t.Context(), "600", office.SampleMonth, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	return ds[0].ID
}

// claim drafts a case that is shipped.
func claim(t *testing.T, o *office.Office, id string) string {
	t.Helper()
	one, f, err := office.SampleCaseFile(id)
	if err != nil {
		t.Fatal(err)
	}
	ds, _, err := o.DraftJSON(t.Context(), one.Procedure, office.SampleMonth, f.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return ds[0].ID
}

// fill answers what a draft lacks.
func fill(t *testing.T, o *office.Office, id string) {
	t.Helper()
	data, err := fs.ReadFile(assets.Sample, "sample/bo-sung-2026-11.json")
	if err != nil {
		t.Fatal(err)
	}
	var answers []office.Answer
	if err := json.Unmarshal(data, &answers); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Fill(t.Context(), id, answers); err != nil {
		t.Fatal(err)
	}
}

// sign signs a draft with the practice key.
func sign(t *testing.T, o *office.Office, id string) string {
	t.Helper()
	ctx := context.Background()
	dv, err := o.Company(ctx)
	if err != nil {
		t.Fatal(err)
	}
	key, err := o.PracticeKey(dv)
	if err != nil {
		t.Fatal(err)
	}
	defer key.Close()
	if _, err := o.Sign(ctx, id, key); err != nil {
		t.Fatal(err)
	}
	return id
}

// send fills what a draft lacks, signs it and sends it to the practice gateway.
func send(t *testing.T, o *office.Office, id string) {
	t.Helper()
	ctx := context.Background()
	fill(t, o, id)
	sign(t, o, id)
	if _, err := o.Send(ctx, id, office.Practice); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Refresh(ctx, id, office.Practice); err != nil {
		t.Fatal(err)
	}
}

// staff are two persons, one of whom works.
func staff(t *testing.T, o *office.Office) {
	t.Helper()
	for _, r := range []office.Role{{Name: "Nguyễn Thị Bích Ngọc", Maker: true}, {Name: "Lê Hoàng Minh Khải", Signer: true}} {
		if _, err := o.PutRole(t.Context(), r, nil); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := o.Become(t.Context(), "Nguyễn Thị Bích Ngọc", nil); err != nil {
		t.Fatal(err)
	}
}

// employers adds n employers with long and short names.
func employers(t *testing.T, o *office.Office, n int) {
	t.Helper()
	names := []string{"CÔNG TY TNHH %d THÀNH VIÊN DỊCH VỤ KẾ TOÁN VÀ TƯ VẤN QUẢN LÝ DOANH NGHIỆP PHƯƠNG NAM", "HỢP TÁC XÃ MÂY TRE ĐAN SỐ %d", "CÔNG TY CỔ PHẦN CƠ KHÍ %d"}
	for i, at := 0, 0; i < n; at++ {
		mst := fmt.Sprintf("03%08d", 12345670+at)
		if !facts.CheckMST(mst).OK() {
			continue
		}
		dv := facts.DonVi{MaSoThue: mst, Ten: fmt.Sprintf(names[i%len(names)], i+1), MaDonVi: fmt.Sprintf("YN%04dA", 100+i), CoQuanBHXH: "07906", Mau: "#A8470C"}
		if _, err := o.PutCompany(context.Background(), dv); err != nil {
			t.Fatal(err)
		}
		i++
	}
}
