package cli_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"

	"ankhai/signing"
	"ankhai/signing/remote/standin"
	"ankhai/signing/signtest"

	"github.com/rogpeppe/go-internal/testscript"
)

// storyServices keeps the remote service of each story.
var storyServices sync.Map // work folder → *standin.Server

// phone TAXCODE [codes] [MOST] starts a remote signing service with a company's key, whose
// holder confirms at the second question, or is asked for codes; MOST is how many
// signatures one request may make. DICH_VU is its address; beside it lie may-chu.pem,
// khoa.txt, mat-khau.txt, ma-pin.txt and otp.txt.
func phone(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: phone TAXCODE [codes] [MOST]")
	}
	ca, err := tokenDesk()
	ts.Check(err)
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY THỬ", TaxCode: args[0]}, clock.AddDate(-1, 0, 0), clock.AddDate(1, 0, 0))
	ts.Check(err)
	o := standin.Options{Keys: []signing.Key{key}, After: 2, Then: standin.Confirm}
	for _, a := range args[1:] {
		if o.Codes = o.Codes || a == "codes"; a != "codes" {
			o.Multisign, err = strconv.Atoi(a)
			ts.Check(err)
		}
	}
	box, err := standin.Start(o)
	ts.Check(err)
	ts.Defer(func() { _ = box.Close() }) // the story is over
	storyServices.Store(ts.MkAbs("."), box)
	ts.Setenv("DICH_VU", box.URL)
	for name, text := range map[string]string{"may-chu.pem": string(box.CA), "khoa.txt": standin.Secret, "mat-khau.txt": standin.Password,
		"ma-pin.txt": standin.PIN, "otp.txt": standin.OTP, "ca.pem": strings.TrimSpace(string(ca.ChainPEM()))} {
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text+"\n"), 0o600))
	}
}

// confirmed SIGNATURES… are the requests that the service's holder was asked for so far,
// by how many signatures each made.
func confirmed(ts *testscript.TestScript, neg bool, args []string) {
	box, ok := storyServices.Load(ts.MkAbs("."))
	if !ok {
		ts.Fatalf("no phone")
	}
	var got []string
	for _, r := range box.(*standin.Server).Requests() {
		got = append(got, fmt.Sprint(r.Signed))
	}
	if want := strings.Join(args, " "); strings.Join(got, " ") != want {
		ts.Fatalf("requests of %q signatures, want %q", strings.Join(got, " "), want)
	}
}
