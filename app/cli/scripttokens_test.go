package cli_test

import (
	"crypto/rand"
	"crypto/x509"
	"os"
	"strings"
	"sync"

	"ankhai/signing/signtest"
	"ankhai/signing/signtest/fakedriver"
	"ankhai/signing/signtest/softhsm"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptT lends a script to packages that make tokens for tests.
type scriptT struct {
	ts  *testscript.TestScript
	dir string
}

func (t scriptT) Helper()                   {}
func (t scriptT) Fatal(args ...any)         { t.ts.Fatalf("%v", args) }
func (t scriptT) Fatalf(f string, a ...any) { t.ts.Fatalf(f, a...) }
func (t scriptT) Skipf(f string, a ...any)  { t.ts.Fatalf(f, a...) } // stories need it, as they need xmlsec1

// TempDir is a new folder in the story's own.
func (t scriptT) TempDir() string {
	dir, err := os.MkdirTemp(t.dir, "token")
	t.ts.Check(err)
	return dir
}

// tokenDesk is the authority of all stories, and one key, since making them is slow.
var tokenDesk = sync.OnceValues(func() (*signtest.CA, error) { return signtest.NewCA(rand.Reader, clock.AddDate(-3, 0, 0)) })

// storyDrivers keeps the driver of each story for later orders.
var storyDrivers sync.Map // work folder → *fakedriver.Driver

// token LABEL TAXCODE[,TAXCODE…] makes a software token with a certificate for each
// tax code (an "-" has none, "expired", "later" and "encrypts" are of the employer).
// MODULE is a driver in front of it that takes orders; the PIN lies in pin.txt. The
// certificates have the IDs 01, 02 …; ca.pem is who issued them.
func makeToken(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: token LABEL TAXCODE[,TAXCODE…]")
	}
	t := scriptT{ts, ts.MkAbs(".")}
	ca, err := tokenDesk()
	ts.Check(err)
	store := softhsm.New(t, args[0])
	for i, code := range strings.Split(args[1], ",") {
		from, to := clock.AddDate(-1, 0, 0), clock.AddDate(1, 0, 0)
		var options []signtest.Option
		switch code {
		case "expired":
			from, to, code = clock.AddDate(-2, 0, 0), clock.AddDate(-1, 0, 0), "0100109106"
		case "later":
			from, to, code = clock.AddDate(0, 1, 0), clock.AddDate(1, 0, 0), "0100109106"
		case "encrypts":
			options, code = append(options, signtest.WithKeyUsage(x509.KeyUsageKeyEncipherment)), "0100109106"
		}
		key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY TRÊN TOKEN", TaxCode: strings.TrimPrefix(code, "-")}, from, to, options...)
		ts.Check(err)
		store.Put(t, args[0], "0"+string(rune('1'+i)), key)
	}
	driver := fakedriver.New(t, store)
	storyDrivers.Store(ts.MkAbs("."), driver)
	ts.Setenv("MODULE", driver.Path)
	ts.Setenv("SOFTHSM2_CONF", store.Conf)
	ts.Setenv("SOFTHSM", store.Module)
	ts.Check(os.WriteFile(ts.MkAbs("pin.txt"), []byte(softhsm.PIN+"\n"), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs("ca.pem"), ca.ChainPEM(), 0o600))
}

// order LINE… tells the driver of the story how to misbehave from now on.
func orderDriver(ts *testscript.TestScript, neg bool, args []string) {
	driver, ok := storyDrivers.Load(ts.MkAbs("."))
	if !ok {
		ts.Fatalf("order: no token yet")
	}
	driver.(*fakedriver.Driver).Order(scriptT{ts, ts.MkAbs(".")}, args...)
}
