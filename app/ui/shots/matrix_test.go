package shots

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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
	"ankhai/app/ui/xwidget"
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

// scene is a sight of the window and the way to it.
type scene struct {
	name string
	to   func(v *visit)
}

// visit is one window on one office.
type visit struct {
	t    *testing.T
	room fyne.Size
	o    *office.Office
	s    *ui.Shell
	w    fyne.Window
	made made
}

// made are the dossiers of the sample.
type made struct{ draft, claim, sent string }

// at goes to a place of the rail, in to a part of one.
func at(screen string) func(*visit) {
	return func(v *visit) { v.s.Go(office.Place{Screen: screen}) }
}

func in(screen, id string) func(*visit) {
	return func(v *visit) { v.s.Go(office.Place{Screen: screen, ID: id}) }
}

// leaf opens a leaf of the last tabs that are seen.
func (v *visit) leaf(i int) {
	if all := uitest.Find[*xwidget.Tabs](v.w.Content()); len(all) > 0 {
		all[len(all)-1].Choose(i)
	}
}

func (v *visit) press(words string) { uitest.Press(v.t, v.w.Content(), words) }

// dossier opens a dossier and one of its leaves.
func dossier(which func(made) string, leaf int) func(*visit) {
	return func(v *visit) {
		v.s.Go(office.Place{Screen: "ho-so", ID: which(v.made)})
		v.leaf(leaf)
	}
}

func draftOf(m made) string { return m.draft }
func claimOf(m made) string { return m.claim }
func sentOf(m made) string  { return m.sent }

var scenes = func() []scene {
	out := []scene{
		{"tong-quan", at("tong-quan")},
		{"cac-don-vi", at("cac-don-vi")},
		{"nguoi-lao-dong", at("nguoi-lao-dong")},
		{"nguoi-lao-dong-thieu", in("nguoi-lao-dong", "thieu")},
		{"bang-luong", at("bang-luong")},
		{"ho-so", in("ho-so", "")},
		{"thu-tuc", at("thu-tuc")},
		{"thu-tuc-chon", in("thu-tuc", "E5")},
		{"doi-chieu", at("doi-chieu")},
		{"cong-cu", at("cong-cu")},
		{"chu-ky-so", at(office.SignScreen)},
		{"hop-thu-gui", in(office.PostScreen, "")},
		{"hop-thu-nhan", in(office.PostScreen, office.InboxLeaf)},
		{"bao-cao", at("bao-cao")},
	}
	for _, key := range []string{"giao-dien", "go", "don-vi", "cong", "khoa", "sao-luu", "luat", "kham", "gioi-thieu"} {
		out = append(out, scene{"cai-dat-" + key, in("cai-dat", key)})
	}
	for i := range 4 {
		out = append(out, scene{fmt.Sprintf("nhap-%d", i), dossier(draftOf, i)},
			scene{fmt.Sprintf("che-do-%d", i), dossier(claimOf, i)},
			scene{fmt.Sprintf("da-gui-%d", i), dossier(sentOf, i)})
	}
	return append(out,
		scene{"nhap-kiem-tra", func(v *visit) { dossier(draftOf, 0)(v); v.press("Kiểm tra") }},
		scene{"nhap-ky", func(v *visit) { dossier(draftOf, 0)(v); v.press("Ký") }},
		scene{"chon-cong-ty", in(office.NewEmployerScreen, "")},
		scene{"khoa-du-lieu", in(office.KeysScreen, "")},
		scene{"kham-may", in(office.CheckupScreen, "")},
		scene{"tro-giup", func(v *visit) { at("bang-luong")(v); v.s.Help() }},
		scene{"tro-giup-ma", in(office.RuleScreen, "D02-LT-04")},
		scene{"tim", func(v *visit) { v.s.Find() }},
		scene{"tim-co-chu", func(v *visit) {
			v.s.Find()
			uitest.Type(v.w.Canvas(), "nguyen")
		}},
	)
}()

// TestMatrix draws every sight of the window on every screen in every colour into the
// folder that ANKHAI_MATRIX names, one folder a screen and colour. ANKHAI_MATRIX_ONLY
// is a pattern of the paths that are drawn.
func TestMatrix(t *testing.T) {
	dir := os.Getenv("ANKHAI_MATRIX")
	if dir == "" {
		t.Skip("ANKHAI_MATRIX names no folder for the pictures")
	}
	only := regexp.MustCompile(os.Getenv("ANKHAI_MATRIX_ONLY"))
	o, m := stocked(t)
	for _, sc := range append(desks, least) {
		for _, colour := range colours {
			folder := sc.String() + "-" + colour
			if !only.MatchString(folder) {
				continue
			}
			t.Run(folder, func(t *testing.T) {
				visitAll(t, o, m, sc, colour, func(name string, c fyne.Canvas) {
					path := filepath.Join(dir, folder, name+".png")
					if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
						t.Fatal(err)
					}
					if err := write(path, c); err != nil {
						t.Fatal(err)
					}
				})
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

// A data folder with nothing in it asks for the first employer.
func TestFirstStepsHaveTheirRoom(t *testing.T) {
	o, err := office.Open(t.Context(), office.Config{Dir: t.TempDir(), Now: clock, Keys: uitest.DataKeys(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	for _, sc := range append(desks, least) {
		t.Run(sc.String(), func(t *testing.T) {
			v := open(t, o, sc, "sang", false)
			v.check("bat-dau")
			in(office.NewEmployerScreen, "")(v)
			v.check("don-vi")
		})
	}
}

// visitAll goes to every scene in a window of its own.
func visitAll(t *testing.T, o *office.Office, m made, sc screen, colour string, seen func(name string, c fyne.Canvas)) {
	v := open(t, o, sc, colour, seen != nil)
	v.made = m
	for _, one := range scenes {
		over := v.w.Canvas().Overlays()
		for top := over.Top(); top != nil; top = over.Top() {
			over.Remove(top)
		}
		one.to(v)
		if seen != nil {
			seen(one.name, v.w.Canvas())
		}
		v.check(one.name)
	}
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
	return &visit{t: t, o: o, s: s, w: w, room: sc.room()}
}

// check says what is drawn badly, and whether the window has grown.
func (v *visit) check(name string) {
	if got := v.w.Canvas().Size(); got.Width > v.room.Width+1 || got.Height > v.room.Height+1 {
		v.t.Errorf("%s: the window has grown from %v to %v", name, v.room, got)
		v.w.Resize(v.room)
	}
	for _, f := range uitest.LayoutFaults(v.w.Canvas()) {
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
	res, err := o.Compare(ctx, office.SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := o.Draft(ctx, "600", office.SampleMonth, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	m.draft = ds[0].ID
	one, f, err := office.SampleCaseFile("C5")
	if err != nil {
		t.Fatal(err)
	}
	claims, _, err := o.DraftJSON(ctx, one.Procedure, office.SampleMonth, f.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	m.claim = claims[0].ID
	dv, err := o.Company(ctx)
	if err != nil {
		t.Fatal(err)
	}
	employers(t, o, 44)
	if err := o.SetCompany(ctx, dv.MaSoThue); err != nil {
		t.Fatal(err)
	}
	return o, m
}

// send fills what a draft lacks, signs it with the practice key and sends it to the
// practice gateway.
func send(t *testing.T, o *office.Office, id string) {
	t.Helper()
	ctx := context.Background()
	data, err := fs.ReadFile(assets.Sample, "sample/bo-sung-2026-11.json")
	if err != nil {
		t.Fatal(err)
	}
	var answers []office.Answer
	if err := json.Unmarshal(data, &answers); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Fill(ctx, id, answers); err != nil {
		t.Fatal(err)
	}
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
	if _, err := o.Send(ctx, id, office.Practice); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Refresh(ctx, id, office.Practice); err != nil {
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
