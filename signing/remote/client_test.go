package remote

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/remote/standin"
)

// An answer that does not come in time has its own outcome; it is not the caller
// who gave up.
func TestNoAnswerInTime(t *testing.T) {
	box, err := standin.Start(standin.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	box.Strike("slow", "/v1/signatures/sign", 1)
	c, err := newClient(box.URL, string(box.CA))
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	_, err = c.do(t.Context(), call{path: "/sca/sp769/v1/signatures/sign", body: map[string]string{}, limit: 20 * time.Millisecond})
	if !errors.Is(err, ErrSlow) || !strings.Contains(signing.Say(err), "quá lâu không trả lời") {
		t.Errorf("%v, %s", err, signing.Say(err))
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"https://gwsca.vnpt.vn/sca/sp769": true, "https://may-chu:8443": true, "https://may-chu/": true,
		"http://may-chu": false, "may-chu": false, "https://": false, "https://ten:mat-khau@may-chu": false,
		"https://may-chu/?x=1": false, "https://may-chu/#x": false, "file:///etc/passwd": false, "https://may chu": false,
	} {
		if _, err := newClient(address, ""); (err == nil) != want || err != nil && !errors.Is(err, ErrAccount) {
			t.Errorf("%s: %v, want taken %v", address, err, want)
		}
	}
}

// Every service is complete, and those with an address of their own have one that is
// taken.
func TestServices(t *testing.T) {
	seen := map[Kind]bool{}
	for _, s := range Services() {
		if seen[s.Kind] || s.Name == "" || s.Needs == "" || s.open == nil || !strings.Contains(s.Say(), Unproven) {
			t.Errorf("service %+v", s)
		}
		seen[s.Kind] = true
		err := Account{Kind: s.Kind}.Check()
		if s.URL == "" != errors.Is(err, ErrAccount) {
			t.Errorf("%s without an address: %v", s.Kind, err)
		}
	}
}
