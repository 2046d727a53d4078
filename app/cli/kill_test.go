package cli_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/app/office"
	"ankhai/forms/sheet"
)

// desk runs the console program on one data folder, as another process.
type desk struct {
	t    *testing.T
	exe  string
	dir  string
	rnd  *rand.Rand
	cut  int // runs that were killed before they ended
	kill int // runs that a kill was meant for
}

func (d *desk) command(args ...string) *exec.Cmd {
	cmd := exec.Command(d.exe, args...)
	cmd.Dir = d.dir
	cmd.Env = append(os.Environ(), "ANKHAI_DATA="+filepath.Join(d.dir, "kho"), "ANKHAI_TEST_NOW="+clock.Format(time.RFC3339))
	return cmd
}

// killed starts a command and kills it at a moment nobody can foresee.
func (d *desk) killed(within time.Duration, args ...string) {
	d.t.Helper()
	cmd := d.command(args...)
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	time.Sleep(time.Duration(d.rnd.Int64N(int64(within))))
	_ = cmd.Process.Kill() // it may have ended
	var exit *exec.ExitError
	if err := cmd.Wait(); errors.As(err, &exit) && exit.ExitCode() == -1 {
		d.cut++
	}
	d.kill++
}

// run runs a command to its end and reads its JSON answer.
func (d *desk) run(into any, args ...string) {
	d.t.Helper()
	var out, say bytes.Buffer
	cmd := d.command(append(args, "--json")...)
	cmd.Stdout, cmd.Stderr = &out, &say
	if err := cmd.Run(); err != nil {
		d.t.Fatalf("bhxh %v: %v\n%s", args, err, say.String())
	}
	if err := json.Unmarshal(out.Bytes(), into); err != nil {
		d.t.Fatalf("bhxh %v: %v\n%s", args, err, out.String())
	}
}

// TestKilledAtAnyMoment takes a dossier from two payrolls to the gateway while
// kill -9 strikes every step. Whatever was cut off is done again, as a person
// would; nothing may be lost and nothing may arrive twice.
func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("kills take their time")
	}
	exe, err := exec.LookPath("bhxh")
	if err != nil {
		t.Fatal(err)
	}
	box, err := sandbox.New(sandbox.Options{
		Dir: t.TempDir(), Now: time.Now, Checks: office.GatewayChecks(func() time.Time { return clock }), Faults: "delay:60ms",
	})
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	url, _, err := box.Start("")
	if err != nil {
		t.Fatal(err)
	}
	const rounds = 8
	seed := rand.Uint64()
	cut, kills, sent := 0, 0, map[string]bool{}
	for round := range uint64(rounds) {
		d := &desk{t: t, exe: exe, dir: t.TempDir(), rnd: rand.New(rand.NewPCG(seed, round))}
		sent[d.month(url)] = true
		cut, kills = cut+d.cut, kills+d.kill
	}
	t.Logf("%d kills, %d of them in the middle; seed %d", kills, cut, seed)
	if cut < kills/4 {
		t.Errorf("only %d of %d kills came before the end: the moments are badly chosen", cut, kills)
	}
	held := map[string]int{}
	for _, s := range box.Submissions() {
		held[s.Khoa]++
	}
	for key := range sent {
		if held[key] != 1 {
			t.Errorf("gateway holds dossier %s %d times, want once", key, held[key])
		}
	}
	if len(held) != rounds {
		t.Errorf("gateway holds %d dossiers, want %d", len(held), rounds)
	}
}

// month is the month's work on one desk, with kills; it returns the key under
// which the dossier went out.
func (d *desk) month(url string) string {
	t := d.t
	t.Helper()
	const people = 200
	for name, wage := range map[string]int64{"truoc.xlsx": 6_000_000, "sau.xlsx": 6_500_000} {
		data, err := sheet.WriteSlim(crowd(people, wage))
		if err != nil {
			t.Fatal(err)
		}
		d.put(name, data)
	}
	key, err := keyFile("0100109106", "mat-khau", clock.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	d.put("khoa.p12", key.p12)
	d.put("pin.txt", []byte("mat-khau"))
	employer := []string{"init", "--tax-code", "0100109106", "--name", "CÔNG TY TNHH THỬ NGHIỆM", "--unit-code", "YN0001A", "--agency", "07906",
		"--region", "01", "--phone", "0900000001", "--workplace", "Phường Tân Bình, Thành phố Hồ Chí Minh"}
	for range 3 { // the store's first moments
		d.killed(25*time.Millisecond, employer...)
	}
	var entered struct{ Findings []any }
	d.run(&entered, employer...)

	var taken struct{ Rows, People int }
	for _, p := range [][2]string{{"truoc.xlsx", "2026-10"}, {"sau.xlsx", "2026-11"}} {
		d.killed(45*time.Millisecond, "import", p[0], "--month", p[1])
		d.run(&taken, "import", p[0], "--month", p[1])
		if taken.Rows != people || taken.People != people {
			t.Fatalf("%s: %+v, want %d people", p[0], taken, people)
		}
	}
	d.killed(45*time.Millisecond, "draft", "--procedure", "600", "--month", "2026-11")
	var made struct {
		ID    string
		Forms map[string]int
	}
	d.run(&made, "draft", "--procedure", "600", "--month", "2026-11")
	if made.Forms["D02-LT"] != people {
		t.Fatalf("draft has %d rows, want %d", made.Forms["D02-LT"], people)
	}
	sign := []string{"sign", made.ID, "--key", "p12:khoa.p12", "--pin-file", "pin.txt"}
	d.killed(120*time.Millisecond, sign...)
	var signed struct{ Files []string }
	d.run(&signed, sign...)
	if len(signed.Files) != 3 {
		t.Fatalf("signed %v", signed.Files)
	}
	d.killed(110*time.Millisecond, "submit", made.ID, "--gateway", url)
	d.killed(900*time.Millisecond, "submit", made.ID, "--gateway", url)
	var sent struct{ SoHoSo, Receipt, Key string }
	d.run(&sent, "submit", made.ID, "--gateway", url)
	if sent.SoHoSo == "" || sent.Receipt == "" {
		t.Fatalf("submitted: %+v", sent)
	}
	d.whole(made.ID)
	return sent.Key
}

// whole looks whether anything of the desk got lost.
func (d *desk) whole(id string) {
	d.t.Helper()
	var all struct{ Dossiers []struct{ ID, State string } }
	d.run(&all, "list")
	for _, x := range all.Dossiers {
		if x.ID != id && x.State != "nhap" {
			d.t.Errorf("dossier %s is %s: only %s was signed", x.ID, x.State, id)
		}
	}
	if n := len(all.Dossiers); n < 1 || n > 2 {
		d.t.Errorf("%d dossiers of one draft and its repetition", n)
	}
	var exam struct {
		Checks []struct {
			Name, Message string
			OK            bool
		}
	}
	d.run(&exam, "doctor")
	if len(exam.Checks) == 0 || !exam.Checks[0].OK {
		d.t.Errorf("doctor: %+v", exam.Checks)
	}
	var info struct{ People, Dossiers, Submissions int }
	d.run(&info, "backup", "create", "ban-sao.db")
	if want := fmt.Sprint(200, len(all.Dossiers), 1); fmt.Sprint(info.People, info.Dossiers, info.Submissions) != want {
		d.t.Errorf("backup: %+v, want %s", info, want)
	}
}

func (d *desk) put(name string, data []byte) {
	d.t.Helper()
	if err := os.WriteFile(filepath.Join(d.dir, name), data, 0o600); err != nil {
		d.t.Fatal(err)
	}
}
