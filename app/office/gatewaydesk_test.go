package office

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// How an employer's dossiers travel is gathered without its secret, and set with care.
func TestGatewayDesk(t *testing.T) {
	o := sampleDesk(t)
	d, err := o.GatewayDesk(t.Context(), "")
	if err != nil || !d.Practice || d.HTTPS() || d.Account != nil || d.Pins == nil {
		t.Fatalf("%+v, %v", d, err)
	}
	if d.IVAN != practiceIVAN {
		t.Errorf("practice goes through %+v", d.IVAN)
	}
	mst := d.MaSoThue
	if err := o.SetGatewayDesk(t.Context(), mst, "https://khac.example", IVAN{}); err != nil {
		t.Fatal(err)
	}
	if d, err = o.GatewayDesk(t.Context(), mst); err != nil || d.IVAN != (IVAN{}) {
		t.Errorf("nobody has named an I-VAN, and it is %+v, %v", d.IVAN, err)
	}
	for address, want := range map[string]error{"http://x": ErrBadAddress, "https://": ErrBadAddress} {
		if err := o.SetGatewayDesk(t.Context(), mst, address, IVAN{Ma: "00123"}); !errors.Is(err, want) {
			t.Errorf("%s: %v", address, err)
		}
	}
	if err := o.SetGatewayDesk(t.Context(), mst, "https://cong.example", IVAN{Ma: "123"}); !errors.Is(err, ErrIVANCode) {
		t.Errorf("a code of three digits: %v", err)
	}
	if err := o.SetGatewayDesk(t.Context(), mst, " https://cong.example ", IVAN{Ma: "00123", Ten: " I-VAN "}); err != nil {
		t.Fatal(err)
	}
	if err := o.SetGatewayAccount(t.Context(), mst, "vnd01", []byte("bi-mat")); err != nil {
		t.Fatal(err)
	}
	if d, err = o.GatewayDesk(t.Context(), mst); err != nil || d.Address != "https://cong.example" || d.IVAN != (IVAN{"00123", "I-VAN"}) || d.Account.User != "vnd01" || !d.HTTPS() {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestGatewayInWords(t *testing.T) {
	for off, want := range map[time.Duration]string{0: "khớp", 40 * time.Second: "nhanh 40 giây", -5 * time.Minute: "chậm 5 phút", 3 * time.Hour: "nhanh 3 giờ", -72 * time.Hour: "chậm 3 ngày"} {
		s := GatewayState{Off: off}
		if got := s.Words(); !strings.Contains(got, want) {
			t.Errorf("%v: %s", off, got)
		}
	}
	if got := PinWords("47DEQpj8HB"); got != "47DE Qpj8 HB" {
		t.Error(got)
	}
}
