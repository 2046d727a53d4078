package office

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/storage"
	"ankhai/storage/crashsim"
	"ankhai/storage/failpoint"
)

// The failpoint test: for every point that a scene passes, the program is killed
// there and started again, and the scene is played to its end. Whatever the
// point, the gateway holds each dossier once, its receipt is in the store, and
// nothing is lost.

// scene is a piece of work that may be cut off anywhere and begun again.
type scene struct {
	name  string
	stage func(ctx context.Context, dir string, g *plainGateway) error // what is there before
	play  func(ctx context.Context, dir, url string) error             // as another process
	end   func(t *testing.T, dir string, g *plainGateway)              // what must be so afterwards
	mute  int                                                          // questions that the gateway does not answer
	fault func(n int) string

	givenUp bool // once it was cut off nobody goes on with it
}

var scenes = []scene{
	{name: "a month from the payrolls to the signature", play: playMonth, end: endSigned},
	{name: "a clean sending", stage: stageSigned, play: playSend, end: endSent},
	{name: "an answer lost after keeping", stage: stageSigned, play: playSend, end: endSent, mute: 2,
		fault: func(n int) string { return map[int]string{1: "drop-after"}[n] }},
	{name: "troubles before keeping", stage: stageSigned, play: playSend, end: endSent,
		fault: func(n int) string { return map[int]string{1: "reset", 2: "503"}[n] }},
	{name: "a doubt, and it had arrived", stage: stageDoubt, play: playReceived, end: endReceived},
	{name: "a doubt, and it is sent again", stage: stageDoubt, play: playResend, end: endExported},
	{name: "a backup of every state", stage: stageEveryState, play: playBackup, end: endEveryState},
	{name: "a backup on a full shelf", stage: stageFullShelf, play: playShelf, end: endShelf},
	{name: "a restore over every state", stage: stageBackedUp, play: playRestore, end: endEveryState},
	{name: "a restore over every state, given up", stage: stageBackedUp, play: playRestore, end: endEveryState, givenUp: true},
	{name: "an update from 0.1.0", stage: stageOldVersion, play: playOpen, end: endUpdated},
}

// quickOffice waits a moment for the lock: a child that another scene starts just
// now has it for as long as it takes to become another program.
func quickOffice(ctx context.Context, dir string) (o *Office, err error) {
	for range 100 {
		o, err = Open(ctx, Config{Dir: dir, Now: testNow, Quarantine: 60 * time.Millisecond, Keys: testKeys(dir)})
		if !Busy(err) {
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	if err == nil {
		o.outbox.rest = rest{first: 2 * time.Millisecond, most: 10 * time.Millisecond}
	}
	return o, err
}

// inOffice does something in an open office.
func inOffice(ctx context.Context, dir string, do func(o *Office) error) error {
	o, err := quickOffice(ctx, dir)
	if err != nil {
		return err
	}
	return errors.Join(do(o), o.Close())
}

func playScene(ctx context.Context, args []string) error {
	for _, s := range scenes {
		if s.name == args[0] {
			return s.play(ctx, args[1], args[2])
		}
	}
	return fmt.Errorf("no scene %q", args[0])
}

// playMonth takes the sample company from two payrolls to a signed dossier,
// doing what is not done yet.
func playMonth(ctx context.Context, dir, _ string) error {
	return inOffice(ctx, dir, func(o *Office) error {
		dv, err := o.SampleCompany(ctx)
		if err != nil {
			return err
		}
		dv.NoiLamViec = "Phường Tân Bình, Thành phố Hồ Chí Minh"
		if _, err := o.PutCompany(ctx, dv); err != nil {
			return err
		}
		for _, m := range []string{"2026-10", "2026-11"} {
			data, err := os.ReadFile(filepath.Join("..", "..", "assets", "sample", "luong-"+m+".xlsx"))
			if err != nil {
				return err
			}
			in := ImportInput{Name: m + ".xlsx", Data: data, Month: demoBefore}
			if m == "2026-11" {
				in.Month = SampleMonth
			}
			if _, err := o.Import(ctx, in); err != nil {
				return err
			}
		}
		all, err := o.Dossiers(ctx)
		if err != nil {
			return err
		}
		var id string
		if len(all) > 0 {
			id = all[0].ID
		} else if id, err = draftOneRaise(ctx, o); err != nil {
			return err
		}
		if d, err := o.store.Dossier(ctx, id); err != nil || !d.State.Draft() {
			return err
		}
		if refused, err := o.EditCells(ctx, id, "D02-LT", "", []CellText{{Row: 0, Tag: "GhiChu", Text: "xem lại"}}); err != nil || refused[0] != "" {
			return errors.Join(err, errors.New(refused[0]))
		}
		key, err := o.PracticeKey(dv)
		if err != nil {
			return err
		}
		defer key.Close()
		_, err = o.Sign(ctx, id, key)
		return err
	})
}

func draftOneRaise(ctx context.Context, o *Office) (string, error) {
	res, err := o.Compare(ctx, SampleMonth)
	if err != nil {
		return "", err
	}
	for i, p := range res.Proposals {
		if p.PhuongAn == "DC" {
			made, err := o.Draft(ctx, "600", SampleMonth, res.Proposals[i:i+1])
			if err != nil {
				return "", err
			}
			return made[0].ID, nil
		}
	}
	return "", errors.New("no raise in the sample")
}

func stageSigned(ctx context.Context, dir string, _ *plainGateway) error {
	return playMonth(ctx, dir, "")
}

// theDossier is the one dossier of a scene.
func theDossier(ctx context.Context, o *Office) (storage.Submission, error) {
	all, err := o.Dossiers(ctx)
	if err != nil {
		return storage.Submission{}, err
	}
	if len(all) != 1 {
		return storage.Submission{}, fmt.Errorf("%d dossiers, want one", len(all))
	}
	return o.store.SubmissionOf(ctx, all[0].ID)
}

// playSend sends the dossier and follows it to its result, pressing again as
// often as a patient person would.
func playSend(ctx context.Context, dir, url string) error {
	return inOffice(ctx, dir, func(o *Office) error {
		sub, err := theDossier(ctx, o)
		if err != nil {
			return err
		}
		_, err = o.Send(ctx, sub.DossierID, url)
		for try := 0; err != nil && try < 8; try++ {
			_, err = o.Send(ctx, sub.DossierID, url)
		}
		if err != nil {
			return err
		}
		_, err = o.Refresh(ctx, sub.DossierID, url)
		return err
	})
}

// stageDoubt: a dossier was being handed to a folder when an earlier program
// ended.
func stageDoubt(ctx context.Context, dir string, _ *plainGateway) error {
	if err := playMonth(ctx, dir, ""); err != nil {
		return err
	}
	return inOffice(ctx, dir, func(o *Office) error {
		sub, err := theDossier(ctx, o)
		if err != nil {
			return err
		}
		if err := o.Queue(ctx, sub.DossierID); err != nil {
			return err
		}
		return o.store.MoveAll(ctx, []storage.Move{{SubmissionID: sub.ID, From: storage.ChoGui, To: storage.DangGui,
			Retry: &storage.Retry{Road: "file:" + exportFolder(dir)}}})
	})
}

func exportFolder(dir string) string {
	return filepath.Join(filepath.Dir(dir), "xuat")
}

// inDoubt runs the outbox, which leaves the dossier in doubt, and decides.
func inDoubt(ctx context.Context, dir string, decide func(o *Office, id string) error) error {
	return inOffice(ctx, dir, func(o *Office) error {
		sub, err := theDossier(ctx, o)
		if err != nil || sub.State == storage.DaGui {
			return err
		}
		road := "file:" + exportFolder(dir) // the folder is another one after a copy
		if _, err := o.RunOutbox(ctx, road); err != nil {
			return err
		}
		if sub, err = theDossier(ctx, o); err != nil || sub.State != storage.NghiVan {
			return err
		}
		return decide(o, sub.DossierID)
	})
}

func playReceived(ctx context.Context, dir, _ string) error {
	return inDoubt(ctx, dir, func(o *Office, id string) error {
		return o.Received(ctx, id, Proof{SoHoSo: "00009/2026/07906", Receipt: []byte("<BienNhan/>")})
	})
}

func playResend(ctx context.Context, dir, _ string) error {
	return inDoubt(ctx, dir, func(o *Office, id string) error {
		if err := o.Resend(ctx, id); err != nil {
			return err
		}
		_, err := o.Send(ctx, id, "file:"+exportFolder(dir))
		return err
	})
}

// everyState are the states of a life, in its order; dangGui twice: once the
// gateway has it, once it does not.
var everyState = []storage.State{
	storage.Nhap, storage.DaKiem, storage.DaKy, storage.ChoGui, storage.DangGui, storage.DangGui, storage.NghiVan, storage.DaGui,
	storage.TiepNhan, storage.DangGiaiQuyet, storage.CoKetQua, storage.TraLai, storage.Huy,
}

// stageEveryState makes a dossier for each.
func stageEveryState(ctx context.Context, dir string, g *plainGateway) error {
	if o, err := openFiling(ctx, dir, testNow); err != nil {
		return err
	} else if err := o.Close(); err != nil {
		return err
	}
	return inOffice(ctx, dir, func(o *Office) error {
		for i, at := range everyState {
			if at == storage.Nhap {
				if _, err := o.store.NewDossier(ctx, storage.Dossier{MaSoThue: killMST, Procedure: "600", Month: SampleMonth}); err != nil {
					return err
				}
				continue
			}
			if at == storage.DaKiem {
				d, err := o.store.NewDossier(ctx, storage.Dossier{MaSoThue: killMST, Procedure: "600", Month: SampleMonth})
				if err == nil {
					err = o.store.MoveDossier(ctx, d.ID, storage.Nhap, storage.DaKiem)
				}
				if err != nil {
					return err
				}
				continue
			}
			sub, err := filed(ctx, o, 500)
			if err != nil {
				return err
			}
			if err := walkTo(ctx, o, sub, at, g.url); err != nil {
				return err
			}
			if reached(at) || i == 4 {
				g.kept[sub.Key] = []string{sub.SHA256}
			}
		}
		return nil
	})
}

// walkTo moves a signed submission along to a state.
func walkTo(ctx context.Context, o *Office, sub storage.Submission, to storage.State, url string) error {
	at := storage.DaKy
	for _, next := range []storage.State{storage.ChoGui, storage.DangGui, storage.NghiVan, storage.DaGui, storage.TiepNhan, storage.DangGiaiQuyet, storage.CoKetQua} {
		switch {
		case at == to:
			return nil
		case (to == storage.TraLai || to == storage.Huy) && allowed(at, to):
			next = to
		case next == storage.NghiVan && to != storage.NghiVan:
			continue
		}
		m := storage.Move{SubmissionID: sub.ID, From: at, To: next}
		if next == storage.DangGui {
			m.Retry = &storage.Retry{Road: url}
		}
		if next == storage.DaGui {
			m.Receipt = plainReceipt(sub.Key, sub.SHA256)
		}
		if err := o.store.MoveAll(ctx, []storage.Move{m}); err != nil {
			return err
		}
		at = next
	}
	return nil
}

func backupOf(dir string) string { return filepath.Join(dir, "ban-sao.ankhai") }

func playBackup(ctx context.Context, dir, _ string) error {
	return inOffice(ctx, dir, func(o *Office) error {
		_, err := o.Backup(ctx, backupOf(dir))
		if errors.Is(err, storage.ErrExists) {
			err = nil // the one before the cut is whole
		}
		return err
	})
}

// stageBackedUp: a backup was made while a dossier was queued. Since then that
// one was sent and another signed, and the program was killed: its log waits.
func stageBackedUp(ctx context.Context, dir string, g *plainGateway) error {
	if err := stageEveryState(ctx, dir, g); err != nil {
		return err
	}
	if err := playBackup(ctx, dir, ""); err != nil {
		return err
	}
	o, err := quickOffice(ctx, dir)
	if err != nil {
		return err
	}
	defer o.Close()
	queued, err := o.store.Outbox(ctx)
	if err != nil {
		return err
	}
	for _, q := range queued {
		if q.State != storage.ChoGui {
			continue
		}
		if err := o.store.MoveAll(ctx, []storage.Move{{SubmissionID: q.ID, From: storage.ChoGui, To: storage.DangGui, Retry: &storage.Retry{Road: g.url}}}); err != nil {
			return err
		}
		g.kept[q.Key] = []string{q.SHA256}
	}
	for _, tail := range []string{"", "-wal"} { // as a killed program leaves them
		data, err := os.ReadFile(filepath.Join(dir, storeFile+tail))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "giu"+tail), data, 0o600); err != nil {
			return err
		}
	}
	if err := o.Close(); err != nil {
		return err
	}
	for _, tail := range []string{"", "-wal"} {
		if err := os.Rename(filepath.Join(dir, "giu"+tail), filepath.Join(dir, storeFile+tail)); err != nil {
			return err
		}
	}
	return nil
}

// stageFullShelf: a backup of each of nine days lies there, the last of today, so
// that the next one makes that one go.
func stageFullShelf(ctx context.Context, dir string, g *plainGateway) error {
	if err := stageSigned(ctx, dir, g); err != nil {
		return err
	}
	for day := range 9 {
		now := func() time.Time { return testDay.AddDate(0, 0, day-8) }
		o, err := Open(ctx, Config{Dir: dir, Now: now, Keys: testKeys(dir)})
		if err != nil {
			return err
		}
		_, _, err = o.BackUpNow(ctx)
		if err = errors.Join(err, o.Close()); err != nil {
			return err
		}
	}
	return nil
}

func playShelf(ctx context.Context, dir, _ string) error {
	return inOffice(ctx, dir, func(o *Office) error {
		_, _, err := o.BackUpNow(ctx)
		return err
	})
}

func endShelf(t *testing.T, dir string, g *plainGateway) {
	endSigned(t, dir, g)
	lookInto(t, dir, func(o *Office) {
		s, err := o.Backups(t.Context())
		if err != nil || len(s.All) < 8 || s.Trouble != "" {
			t.Errorf("%d backups, %q, %v", len(s.All), s.Trouble, err)
		}
		for _, b := range s.All {
			if _, err := storage.VerifyBackup(t.Context(), b.Path, o.options()); err != nil {
				t.Errorf("%s: %v", filepath.Base(b.Path), err)
			}
		}
	})
}

func playRestore(ctx context.Context, dir, _ string) error {
	_, err := Restore(ctx, Config{Dir: dir, Now: testNow, Keys: testKeys(dir)}, backupOf(dir))
	return err
}

// stageOldVersion: the data is as version 0.1.0 left it.
func stageOldVersion(ctx context.Context, dir string, _ *plainGateway) error {
	return unpackOld(filepath.Join("..", "..", "storage", "testdata", "v1.db.gz"), filepath.Join(dir, storeFile))
}

func playOpen(ctx context.Context, dir, _ string) error {
	return inOffice(ctx, dir, func(*Office) error { return nil })
}

func endSigned(t *testing.T, dir string, g *plainGateway) {
	lookInto(t, dir, func(o *Office) {
		sub, err := theDossier(t.Context(), o)
		if err != nil || sub.State != storage.DaKy || len(sub.Files) == 0 {
			t.Errorf("submission %s with %d files, %v", sub.State, len(sub.Files), err)
		}
		people, err := o.People(t.Context(), SampleMonth)
		if err != nil || len(people) < 100 {
			t.Errorf("%d people, %v", len(people), err)
		}
	})
}

func endSent(t *testing.T, dir string, g *plainGateway) {
	lookInto(t, dir, func(o *Office) {
		sub, err := theDossier(t.Context(), o)
		if err != nil || sub.State != storage.CoKetQua || sub.SoHoSo == "" || receiptID(sub.Receipt) != sub.Key {
			t.Errorf("submission %s, số hồ sơ %q, receipt %q, %v", sub.State, sub.SoHoSo, sub.Receipt, err)
		}
		if n := g.holds(sub.Key); n != 1 {
			t.Errorf("the gateway holds it %d times, want once", n)
		}
		f, err := o.followedOf(t.Context(), sub.DossierID)
		if err != nil || !f.Done || len(f.After) != 1 {
			t.Errorf("the roster has not followed: %v, %v", f.Done, err)
		}
	})
}

func endReceived(t *testing.T, dir string, _ *plainGateway) {
	lookInto(t, dir, func(o *Office) {
		sub, err := theDossier(t.Context(), o)
		if err != nil || sub.State != storage.DaGui || sub.SoHoSo != "00009/2026/07906" || string(sub.Receipt) != "<BienNhan/>" {
			t.Errorf("submission %s, số hồ sơ %q, receipt %q, %v", sub.State, sub.SoHoSo, sub.Receipt, err)
		}
	})
	if _, err := os.Stat(exportFolder(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was exported: %v", err)
	}
}

func endExported(t *testing.T, dir string, _ *plainGateway) {
	lookInto(t, dir, func(o *Office) {
		sub, err := theDossier(t.Context(), o)
		if err != nil || sub.State != storage.DaGui || len(sub.Receipt) == 0 {
			t.Errorf("submission %s, receipt %q, %v", sub.State, sub.Receipt, err)
		}
		data, err := os.ReadFile(filepath.Join(exportFolder(dir), sub.Key, "BHXHDienTu.xml"))
		if err != nil || string(data) != string(sub.Envelope) {
			t.Errorf("the exported file is not what was signed: %v", err)
		}
	})
}

func endUpdated(t *testing.T, dir string, _ *plainGateway) {
	lookInto(t, dir, func(o *Office) {
		sub, err := theDossier(t.Context(), o)
		if err != nil || sub.State != storage.CoKetQua || sub.SoHoSo == "" || len(sub.Receipt) == 0 {
			t.Errorf("submission %s, số hồ sơ %q, %v", sub.State, sub.SoHoSo, err)
		}
	})
}

// endEveryState runs the outbox to its end: every dossier that was on its way is
// at the gateway once, and all the others stand where they stood.
func endEveryState(t *testing.T, dir string, g *plainGateway) {
	lookInto(t, dir, func(o *Office) {
		ctx := t.Context()
		all, err := o.store.Dossiers(ctx, killMST)
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(all)
		for i, d := range all {
			was := everyState[i]
			asItWas := d.State == was || was == storage.ChoGui && d.State == storage.DangGui // restored, or sent since
			if !asItWas {
				t.Errorf("%s stands at %s, was %s", d.ID, d.State, was)
			}
		}
		if n := len(all); n != 0 && n != len(everyState) {
			t.Errorf("%d dossiers, want %d", n, len(everyState))
		}
		for try := 0; try < 4; try++ {
			if _, err := o.RunOutbox(ctx, g.url); err != nil {
				t.Fatal(err)
			}
		}
		left, err := o.Waiting(ctx)
		if err != nil || len(left) != min(1, len(all)) {
			t.Errorf("left in the outbox: %+v, %v; want the doubt alone", left, err)
		}
		for _, key := range slices.Sorted(maps.Keys(g.kept)) {
			if n := g.holds(key); n != 1 {
				t.Errorf("the gateway holds %s %d times", key, n)
			}
		}
	})
}

// lookInto opens the office, looks, and walks the chains.
func lookInto(t *testing.T, dir string, look func(o *Office)) {
	t.Helper()
	err := inOffice(t.Context(), dir, func(o *Office) error {
		look(o)
		if _, err := o.store.VerifyEvents(t.Context()); err != nil {
			return err
		}
		_, err := o.store.VerifyJournal(t.Context())
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// pass is one pass of a point.
type pass struct {
	point string
	n     int
}

// passes lists what a scene passes when nothing cuts it off.
func (s scene) passes(t *testing.T, dir string, g *plainGateway) (out []pass) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "passes")
	c := child(t, "scene", s.name, dir, g.url)
	c.Env = append(c.Env, "ANKHAI_CRASH_LOG="+log)
	if said, err := c.Output(); err != nil {
		t.Fatalf("%s: %v %s", s.name, err, said)
	}
	f, err := os.Open(log)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := map[string]int{}
	for in := bufio.NewScanner(f); in.Scan(); {
		seen[in.Text()]++
		out = append(out, pass{in.Text(), seen[in.Text()]})
	}
	return out
}

func TestEveryPointEndsWell(t *testing.T) {
	if testing.Short() {
		t.Skip("some hundred kills")
	}
	most := 2 // passes of a point in a scene that are tried
	if os.Getenv("ANKHAI_SOAK") != "" {
		most = 1 << 30
	}
	seen := map[string]bool{}
	count := make(chan map[string]int, len(scenes))
	t.Run("scenes", func(t *testing.T) {
		for _, s := range scenes {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				count <- s.killEverywhere(t, most)
			})
		}
	})
	close(count)
	kills := 0
	for points := range count {
		for name, n := range points {
			seen[name] = true
			kills += n
		}
	}
	for _, p := range failpoint.Points {
		if !seen[p.Name] {
			t.Errorf("no scene passes %s", p.Name)
		}
	}
	crashsim.Tell("%d điểm dừng có tên, %d lần dừng trong %d cảnh: mọi hồ sơ đến nơi đúng một lần", len(seen), kills, len(scenes))
}

// killEverywhere plays the scene once for each pass, killed there, and to its
// end. It counts the kills by point.
func (s scene) killEverywhere(t *testing.T, most int) map[string]int {
	base := filepath.Join(t.TempDir(), "canh", "kho")
	if err := os.MkdirAll(base, 0o700); err != nil {
		t.Fatal(err)
	}
	g := newPlainGateway(t, true, nil)
	if s.fault == nil {
		s.fault = func(int) string { return "" }
	}
	if s.stage != nil {
		if err := s.stage(t.Context(), base, g); err != nil {
			t.Fatalf("stage: %v", err)
		}
	}
	held := maps.Clone(g.kept)
	fresh := func(name string) string {
		dir := filepath.Join(t.TempDir(), name, "kho")
		if err := os.CopyFS(filepath.Dir(dir), os.DirFS(filepath.Dir(base))); err != nil { // the key that opens it lies beside it
			t.Fatal(err)
		}
		g.reset(held, s.mute, s.fault)
		return dir
	}
	whole := fresh("tron")
	all := s.passes(t, whole, g)
	s.end(t, whole, g)
	kills := map[string]int{}
	for _, p := range all {
		if p.n > most || t.Failed() {
			continue
		}
		kills[p.point]++
		name := fmt.Sprintf("%s.%d", p.point, p.n)
		dir := fresh(name)
		c := child(t, "scene", s.name, dir, g.url)
		c.Env = append(c.Env, fmt.Sprintf("ANKHAI_CRASH_AT=%s:%d", p.point, p.n))
		if said, err := c.Output(); err == nil || runtime.GOOS != "windows" && c.ProcessState.ExitCode() != -1 {
			t.Errorf("%s: not killed: %v %s", name, err, said)
			continue
		}
		s.checkState(t, dir, p)
		if !s.givenUp {
			if err := s.play(t.Context(), dir, g.url); err != nil {
				t.Errorf("%s: the scene does not go on: %v", name, err)
				continue
			}
		}
		s.end(t, dir, g)
		if t.Failed() {
			t.Errorf("%s: that was it", name)
		}
	}
	return kills
}

// checkState compares the state on the disk with the one that the point declares.
func (s scene) checkState(t *testing.T, dir string, at pass) {
	t.Helper()
	i := slices.IndexFunc(failpoint.Points, func(p failpoint.Point) bool { return p.Name == at.point })
	want := storage.State(failpoint.Points[i].State)
	if want == "" || strings.Contains(s.name, "every state") {
		return
	}
	lookInto(t, dir, func(o *Office) {
		all, err := o.Dossiers(t.Context())
		if err != nil || len(all) != 1 || all[0].State != want {
			t.Errorf("%s.%d: found %d dossiers, %v, want one at %s", at.point, at.n, len(all), err, want)
			for _, d := range all {
				t.Errorf("it is %s", d.State)
			}
		}
	})
}

// unpackOld writes a packed data file.
func unpackOld(packed, to string) error {
	f, err := os.Open(packed)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	data, err := io.ReadAll(z)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}
