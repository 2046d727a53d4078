package cli_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/forms/sheet"
	"ankhai/signing"
	"ankhai/signing/remote/standin"
	"ankhai/signing/signtest"
)

// remoteDesk is a desk with a checked draft of three people, beside a remote service.
type remoteDesk struct {
	*desk
	box *standin.Server
	id  string // of the draft
}

func newRemoteDesk(t *testing.T, o standin.Options, taxCodes ...string) *remoteDesk {
	t.Helper()
	exe, err := exec.LookPath("bhxh")
	if err != nil {
		t.Fatal(err)
	}
	ca, err := signtest.NewCA(rand.Reader, clock.AddDate(-3, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range taxCodes {
		key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY THỬ", TaxCode: code}, clock.AddDate(-1, 0, 0), clock.AddDate(1, 0, 0))
		if err != nil {
			t.Fatal(err)
		}
		o.Keys = append(o.Keys, key)
	}
	box, err := standin.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	d := &remoteDesk{desk: &desk{t: t, exe: exe, dir: t.TempDir()}, box: box}
	var ignored map[string]any
	d.run(&ignored, "init", "--tax-code", "0100109106", "--name", "CÔNG TY TNHH THỬ NGHIỆM", "--unit-code", "YN0001A", "--agency", "07906",
		"--region", "01", "--phone", "0900000001", "--workplace", "Phường Tân Bình, Thành phố Hồ Chí Minh")
	for _, p := range []struct {
		name, month string
		wage        int64
	}{{"truoc.xlsx", "2026-10", 6_000_000}, {"sau.xlsx", "2026-11", 6_500_000}} {
		data, err := sheet.WriteSlim(crowd(3, p.wage))
		if err != nil {
			t.Fatal(err)
		}
		d.put(p.name, data)
		d.run(&ignored, "import", p.name, "--month", p.month)
	}
	var made struct{ ID string }
	d.run(&made, "draft", "--procedure", "600", "--month", "2026-11")
	d.id = made.ID
	d.put("may-chu.pem", box.CA)
	d.put("khoa.txt", []byte(standin.Secret+"\n"))
	d.put("mat-khau.txt", []byte(standin.Password+"\n"))
	return d
}

// add enters the stand-in as an account.
func (d *remoteDesk) add(name, kind, path string, more ...string) {
	d.t.Helper()
	var ignored map[string]any
	d.run(&ignored, append([]string{"remote", "add", name, "--service", kind, "--url", d.box.URL + path, "--client-id", standin.ClientID,
		"--user", standin.User, "--secret-file", "khoa.txt", "--ca", "may-chu.pem"}, more...)...)
}

// refused runs a command that must end with an exit code and gives what it said.
func (d *remoteDesk) refused(code int, args ...string) string {
	d.t.Helper()
	var say bytes.Buffer
	cmd := d.command(args...)
	cmd.Stdout, cmd.Stderr = &say, &say
	err := cmd.Run()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != code {
		d.t.Fatalf("bhxh %v: %v, want exit code %d\n%s", args, err, code, say.String())
	}
	return say.String()
}

// waits runs a signing in the background until the holder has been asked for n
// requests in all, then kills it.
func (d *remoteDesk) waits(n int, args ...string) {
	d.t.Helper()
	cmd := d.command(args...)
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	for tries := 0; ; tries++ {
		if all := d.box.Requests(); len(all) >= n && all[n-1].Asked > 0 {
			break
		}
		if tries == 3000 {
			d.t.Fatalf("%d requests, want %d", len(d.box.Requests()), n)
		}
		time.Sleep(10 * time.Millisecond)
	}
	if err := cmd.Process.Kill(); err != nil {
		d.t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != -1 {
		d.t.Fatalf("ended by itself: %v", err)
	}
}

// A dossier is signed while the program is killed in the middle of both
// confirmations: two requests in all, one signature for each file.
func TestRemoteSigningSurvivesKill(t *testing.T) {
	d := newRemoteDesk(t, standin.Options{After: 1 << 30}, "0100109106")
	d.add("smartca", "smartca", "/sca/sp769")
	sign := []string{"sign", d.id, "--key", "remote:smartca", "--out", "ky"}
	d.waits(1, sign...)
	d.waits(1, sign...)
	if say := d.refused(3, append(sign, "--wait", "10ms")...); !strings.Contains(say, "chưa đối chiếu với dịch vụ thật") || !strings.Contains(say, "đang chờ người giữ chữ ký xác nhận") {
		t.Errorf("left waiting, it says: %s", say)
	}
	d.box.DecideOpen(standin.Confirm) // the first request; the envelope's waits again
	d.waits(2, sign...)
	d.waits(2, sign...)
	d.box.Decide(standin.Confirm)
	var out struct {
		Files           []string
		Signer, TaxCode string
	}
	d.run(&out, sign...)
	if len(out.Files) != 3 || out.TaxCode != "0100109106" {
		t.Fatalf("signed %+v", out)
	}
	for _, f := range out.Files {
		var seen struct{ Valid bool }
		d.run(&seen, "verify", f)
		if !seen.Valid {
			t.Errorf("%s is not valid", f)
		}
	}
	requests := d.box.Requests()
	if len(requests) != 2 || requests[0].Signed != 2 || requests[1].Signed != 1 {
		t.Errorf("requests %+v, want one for declaration and paper, one for the envelope", requests)
	}
	d.run(&out, sign...)
	if len(d.box.Requests()) != 2 {
		t.Error("signing what is signed asked the holder again")
	}
}

// A single file waits for the telephone as a dossier does.
func TestRemoteSigningOfSingleFile(t *testing.T) {
	d := newRemoteDesk(t, standin.Options{After: 1, Then: standin.Confirm}, "0100109106")
	d.add("misa", "misa", "", "--password-file", "mat-khau.txt")
	var printed map[string]any
	d.run(&printed, "print", d.id, "--out", "in")
	files, err := filepath.Glob(filepath.Join(d.dir, "in", "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("printed %v, %v", files, err)
	}
	d.box.Decide(standin.Pending)
	d.refused(3, "sign", files[0], "--out", "ky.pdf", "--key", "remote:misa", "--wait", "10ms")
	d.box.Decide(standin.Confirm)
	var out struct{ Files []string }
	d.run(&out, "sign", files[0], "--out", "ky.pdf", "--key", "remote:misa")
	var seen struct{ Valid bool }
	d.run(&seen, "verify", "ky.pdf")
	if !seen.Valid || len(d.box.Requests()) != 1 {
		t.Errorf("valid %v, %d requests", seen.Valid, len(d.box.Requests()))
	}
}

// The codes of a service come from files, the environment or the keyboard.
func TestRemoteCodes(t *testing.T) {
	d := newRemoteDesk(t, standin.Options{Codes: true}, "0100109106")
	d.add("csc", "csc2", "/csc/v2")
	d.put("pin.txt", []byte(standin.PIN))
	d.put("otp.txt", []byte(standin.OTP))
	d.put("otp-sai.txt", []byte("000000"))
	sign := []string{"sign", d.id, "--key", "remote:csc", "--pin-file", "pin.txt", "--otp-file"}
	if say := d.refused(3, append(sign, "otp-sai.txt")...); !strings.Contains(say, "mã xác nhận một lần không đúng") {
		t.Errorf("wrong code: %s", say)
	}
	var out struct{ Files []string }
	d.run(&out, append(sign, "otp.txt")...)
	if len(out.Files) != 3 {
		t.Errorf("signed %v", out.Files)
	}
}

// What can be wrong with an account, said from the console.
func TestRemoteAccounts(t *testing.T) {
	d := newRemoteDesk(t, standin.Options{Then: standin.Confirm}, "0100109106", "0100109106-001")
	d.add("nhieu", "smartca", "/sca/sp769")
	d.add("chi-nhanh", "smartca", "/sca/sp769", "--credential", signing.Serial(d.box.Certificates()[1]))
	d.add("sai-dia-chi", "misa", "", "--password-file", "khoa.txt")
	d.add("trang-web", "smartca", "/webdev")

	var list struct {
		Accounts []struct {
			Key, ServiceName string
			Proven           bool
		}
	}
	d.run(&list, "remote")
	if len(list.Accounts) != 4 || list.Accounts[1].Key != "remote:nhieu" || list.Accounts[1].Proven ||
		list.Accounts[1].ServiceName != "VNPT SmartCA (chưa đối chiếu với dịch vụ thật)" {
		t.Errorf("list %+v", list)
	}
	var seen struct {
		Certificates []struct{ Serial, TaxCode, Message string }
	}
	d.run(&seen, "remote", "test", "nhieu")
	if len(seen.Certificates) != 2 || seen.Certificates[0].Message != "" || !strings.Contains(seen.Certificates[1].Message, "0100109106-001") {
		t.Errorf("test %+v", seen)
	}
	for key, want := range map[string]string{
		"remote:nhieu":       "có 2 chứng thư số",
		"remote:chi-nhanh":   "chứng thư số thuộc mã số thuế 0100109106-001",
		"remote:sai-dia-chi": "không nhận tài khoản hoặc mật khẩu",
		"remote:trang-web":   "trả về một trang web",
		"remote:khong-co":    "Không có tài khoản ký từ xa mang tên này",
	} {
		if say := d.refused(3, "sign", d.id, "--key", key); !strings.Contains(say, want) {
			t.Errorf("%s says %s, want %q", key, say, want)
		}
	}
	if n := len(d.box.Requests()); n != 0 {
		t.Errorf("the holder was asked %d times", n)
	}
	var removed map[string]any
	d.run(&removed, "remote", "remove", "nhieu")
	if say := d.refused(3, "remote", "remove", "nhieu"); !strings.Contains(say, "Không có tài khoản") {
		t.Error(say)
	}
	for _, args := range [][]string{
		{"remote", "add"}, {"remote", "add", "x", "--service", "la"}, {"remote", "la", "x"}, {"remote", "list", "x"},
		{"remote", "add", "x", "--service", "smartca", "--secret", "k"}, {"remote", "practice", "--addr", "0.0.0.0:1"}, {"remote", "practice", "--decide", "la"},
		{"sign", d.id, "--key", "remote:chi-nhanh", "--wait", "-1s"},
	} {
		d.refused(2, args...)
	}
	if say := d.refused(3, "remote", "add", "../x", "--service", "smartca", "--client-id", "a", "--secret-file", "khoa.txt"); !strings.Contains(say, "chữ không dấu") {
		t.Error(say)
	}
	if say := d.refused(3, "remote", "add", "x", "--service", "smartca", "--url", "http://la", "--client-id", "a", "--secret-file", "khoa.txt"); !strings.Contains(say, "https://") {
		t.Error(say)
	}
}
