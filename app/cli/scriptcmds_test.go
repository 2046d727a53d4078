package cli_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"ankhai/app/office"
	"ankhai/forms/law"
	"ankhai/signing/signtest"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptCommands are the words that the stories use beside bhxh itself.
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){
	"code": exitCode, "pick": pick, "take": take, "waitfor": waitFor, "freeport": freePort, "tries": tries,
	"workbook": workbook, "payroll": payrollFile, "bigpayroll": bigPayroll, "grid": gridFile, "formbook": formBook, "setcells": setCells, "cells": showCells, "cfb": cfbFile,
	"p12": makeP12, "spoil": spoil, "cut": cut, "received": received, "replace": replace, "append": appendText, "write": writeText, "lap": lap, "wreck": wreck, "drafted": drafted, "signed": signed,
	"typed": typeInto, "token": makeToken, "order": orderDriver, "phone": phone, "confirmed": confirmed,
}

// code N COMMAND… runs a command, which must end with that exit code.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || neg {
		ts.Fatalf("usage: code N COMMAND…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// workbook MONTH FILE writes the sample company's payroll of a month.
func workbook(ts *testscript.TestScript, neg bool, args []string) {
	m, ok := law.ParseMonth(args[0])
	if !ok || len(args) != 2 {
		ts.Fatalf("usage: workbook 2026-11 FILE")
	}
	f, err := office.SampleWorkbook(m)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), f.Bytes, 0o600))
}

// p12 FILE PASSWORD TAXCODE [expired] writes a key of a company; TAXCODE "-" is
// a certificate without one. Beside it: FILE.ca.pem, both certificates that it
// hangs on, FILE.goc.pem, the root alone, FILE.cap.pem, the issuing one alone.
func makeP12(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: p12 FILE PASSWORD TAXCODE [expired]")
	}
	until := clock.AddDate(1, 0, 0)
	if len(args) == 4 {
		until = clock.AddDate(0, -1, 0)
	}
	k, err := keyFile(strings.TrimPrefix(args[2], "-"), args[1], until)
	ts.Check(err)
	for suffix, data := range map[string][]byte{"": k.p12, ".ca.pem": k.chain, ".goc.pem": k.root, ".cap.pem": k.issuing} {
		ts.Check(os.WriteFile(ts.MkAbs(args[0]+suffix), data, 0o600))
	}
}

// aKey is a company's key as a .p12, and the certificates that it hangs on.
type aKey struct{ p12, root, issuing, chain []byte }

// keyFile makes a key of a company; no tax code leaves it out of the certificate.
func keyFile(taxCode, password string, until time.Time) (aKey, error) {
	ca, err := signtest.NewCA(rand.Reader, clock.AddDate(-3, 0, 0))
	if err != nil {
		return aKey{}, err
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY THỬ", TaxCode: taxCode}, clock.AddDate(-1, 0, 0), until)
	if err != nil {
		return aKey{}, err
	}
	data, err := ca.P12(key, []byte(password))
	return aKey{data, ca.RootPEM(), ca.IssuingPEM(), ca.ChainPEM()}, err
}

// spoil FILE OLD NEW changes one text inside a file, keeping its length.
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	data := ts.ReadFile(args[0])
	if len(args) != 3 || len(args[1]) != len(args[2]) || !strings.Contains(data, args[1]) {
		ts.Fatalf("usage: spoil FILE OLD NEW, of one length and in the file")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(data, args[1], args[2], 1)), 0o600))
}

// cut FILE N keeps the first N bytes of a file.
func cut(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// wreck FILE FROM TO overwrites the pages of a closed data file from one hundredth
// of it to another.
func wreck(ts *testscript.TestScript, neg bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	var at [2]int
	for i := range at {
		percent, err := strconv.Atoi(args[i+1])
		ts.Check(err)
		at[i] = len(data) / 4096 * percent / 100 * 4096
	}
	for i := at[0]; i < at[1]; i++ {
		data[i] = 0x5a
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// replace FILE OLD NEW changes one text inside a file to another of any length.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	data := ts.ReadFile(args[0])
	if len(args) != 3 || !strings.Contains(data, args[1]) {
		ts.Fatalf("usage: replace FILE OLD NEW, with OLD in the file")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(data, args[1], args[2], 1)), 0o600))
}

// append FILE TEXT adds a text to the end of a file.
func appendText(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(ts.ReadFile(args[0])+args[1]), 0o600))
}

// write FILE TEXT writes a file of one line.
func writeText(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: write FILE TEXT")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(args[1]+"\n"), 0o600))
}

// at follows a path such as "proposals.0.phuongAn" into the JSON object that is
// all of the last stdout; "proposals.count" is a length.
func at(ts *testscript.TestScript, path string) any {
	var whole map[string]any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &whole))
	var v any = whole
	for _, k := range strings.Split(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[k]
		case []any:
			if k == "count" {
				v = float64(len(x))
				continue
			}
			i, err := strconv.Atoi(k)
			if err != nil || i >= len(x) {
				ts.Fatalf("%s: no element %s", path, k)
			}
			v = x[i]
		default:
			ts.Fatalf("%s: nothing at %s", path, k)
		}
	}
	return v
}

func words(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	b, _ := json.Marshal(v)
	return string(b)
}

// pick PATH WANT reads the JSON of the last stdout: what is at PATH must be
// WANT. With one argument it only must be there and not empty.
func pick(ts *testscript.TestScript, neg bool, args []string) {
	v := at(ts, args[0])
	if len(args) == 1 {
		if (v == nil || v == "") != neg {
			ts.Fatalf("%s is %s (negated: %v)", args[0], words(v), neg)
		}
		return
	}
	if (words(v) == args[1]) == neg {
		ts.Fatalf("%s is %s, want %s (negated: %v)", args[0], words(v), args[1], neg)
	}
}

// take NAME PATH keeps what is at PATH of the last stdout in the variable NAME.
func take(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: take NAME PATH")
	}
	ts.Setenv(args[0], words(at(ts, args[1])))
}

// freeport NAME keeps an address of this machine that nobody listens on.
func freePort(ts *testscript.TestScript, neg bool, args []string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Setenv(args[0], l.Addr().String())
	ts.Check(l.Close())
}

// waitfor FILE|HOST:PORT waits until a file is there, or somebody listens.
func waitFor(ts *testscript.TestScript, neg bool, args []string) {
	for range 400 {
		if _, port, ok := strings.Cut(args[0], ":"); ok && port != "" {
			if c, err := net.Dial("tcp", args[0]); err == nil {
				ts.Check(c.Close())
				return
			}
		} else if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	ts.Fatalf("%s did not appear", args[0])
}

// tries PATH WANT COMMAND… runs a command with a JSON answer again and again,
// for at most 20 seconds, until what is at PATH is WANT.
func tries(ts *testscript.TestScript, neg bool, args []string) {
	var last any
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		ts.Check(ts.Exec(args[2], args[3:]...))
		if last = at(ts, args[0]); words(last) == args[1] {
			return
		}
	}
	ts.Fatalf("%s stays %s, want %s", args[0], words(last), args[1])
}

// drafted NAME is a desk in the middle of its month: an employer, two payrolls of
// three people whose pay rises, a draft that only has to be signed. Its number
// goes into the variable NAME; khoa.p12 and pin.txt are the employer's key.
func drafted(ts *testscript.TestScript, neg bool, args []string) {
	writePayroll(ts, "truoc.xlsx", crowd(3, 6_000_000))
	writePayroll(ts, "sau.xlsx", crowd(3, 6_500_000))
	makeP12(ts, false, []string{"khoa.p12", "mat-khau", "0100109106"})
	ts.Check(os.WriteFile(ts.MkAbs("pin.txt"), []byte("mat-khau\n"), 0o600))
	for _, line := range [][]string{
		{"init", "--tax-code", "0100109106", "--name", "CÔNG TY TNHH THỬ NGHIỆM", "--unit-code", "YN0001A", "--agency", "07906", "--region", "01",
			"--phone", "0900000001", "--workplace", "Phường Tân Bình, Thành phố Hồ Chí Minh"},
		{"import", "truoc.xlsx", "--month", "2026-10"},
		{"import", "sau.xlsx", "--month", "2026-11"},
		{"draft", "--procedure", "600", "--month", "2026-11", "--json"},
	} {
		ts.Check(ts.Exec("bhxh", line...))
	}
	take(ts, false, []string{args[0], "id"})
}

// signed NAME is the desk of drafted with its dossier signed.
func signed(ts *testscript.TestScript, neg bool, args []string) {
	drafted(ts, neg, args)
	ts.Check(ts.Exec("bhxh", "sign", ts.Getenv(args[0]), "--out", "ky", "--key", "p12:khoa.p12", "--pin-file", "pin.txt"))
}

// typeInto leaves words half typed in a form of the window: typed MST|- FORM TITLE LABEL=WORDS…
func typeInto(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 4 {
		ts.Fatalf("usage: typed MST|- FORM TITLE LABEL=WORDS…")
	}
	u := office.Unsaved{Of: strings.TrimPrefix(args[0], "-"), Form: args[1], Title: args[2], At: clock}
	for _, a := range args[3:] {
		label, words, _ := strings.Cut(a, "=")
		u.Fields = append(u.Fields, office.UnsavedField{Name: label, Label: label, Value: words})
	}
	ctx := context.Background()
	o, err := office.Open(ctx, office.Config{Dir: ts.Getenv("ANKHAI_DATA"), Now: func() time.Time { return clock }, Keys: office.Sources{ConfigDir: func() (string, error) { return ts.Getenv("ANKHAI_TEST_CONFIG"), nil }}})
	ts.Check(err)
	ts.Check(errors.Join(o.KeepUnsaved(ctx, u), o.Close()))
}

// lap NAME reports the time since the last lap, or since the first call.
func lap(ts *testscript.TestScript, neg bool, args []string) {
	const mark = "LAP_AT"
	now := time.Now()
	if was, err := strconv.ParseInt(ts.Getenv(mark), 10, 64); err == nil {
		ts.Logf("LAP %s: %.2f s", strings.Join(args, " "), now.Sub(time.Unix(0, was)).Seconds())
	}
	ts.Setenv(mark, strconv.FormatInt(now.UnixNano(), 10))
}
