package office

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/storage"
)

// The notices about the use of an I-VAN go through its gateway as the files they
// are, once each.
func TestNoticesToAnIVANAreSent(t *testing.T) {
	o := sampleDesk(t)
	for _, id := range []string{"IVAN-dang-ky", "IVAN-sua-doi", "IVAN-ngung"} {
		d := sampleDraft(t, o, id)
		signed := sampleSigned(t, o, d.ID)
		if id == "IVAN-sua-doi" { // nobody has published its layout
			if _, err := o.Send(t.Context(), d.ID, ""); !errors.Is(err, ErrNoLayout) {
				t.Errorf("%s: %v", id, err)
			}
			continue
		}
		if id == "IVAN-dang-ky" { // not before 04/ĐK-IVAN is through
			defer func() {
				if _, err := o.Send(t.Context(), d.ID, ""); err != nil {
					t.Errorf("sent again: %v", err)
				}
				if n := sentWith(o, signed.Files[0].Bytes); n != 1 {
					t.Errorf("the gateway holds it %d times", n)
				}
			}()
		}
		sent, err := o.Send(t.Context(), d.ID, "")
		if err != nil || sent.State == storage.TraLai {
			t.Fatalf("%s: %+v %v", id, sent, err)
		}
		o.practice.box.PutAhead(72 * 60 * 60 * 1e9)
		v, err := o.Refresh(t.Context(), d.ID, "")
		if err != nil || v.State != storage.CoKetQua || v.AwaitsCode {
			t.Fatalf("%s: %s %v %+v", id, v.State, err, v.Steps)
		}
		if files, err := o.Results(t.Context(), d.ID, ""); err != nil || len(files) == 0 {
			t.Errorf("%s: %d results %v", id, len(files), err)
		}
	}
}

func sentWith(o *Office, file []byte) (n int) {
	for _, s := range o.practice.box.Submissions() {
		held, err := o.practice.box.Envelope(s.Khoa)
		if err == nil && bytes.Equal(held, file) {
			n++
		}
	}
	return n
}

// A unit that registers for the first time gives the code that was mailed to it;
// until then the dossier stands still.
func TestAFirstRegistrationIsConfirmed(t *testing.T) {
	o := sampleDesk(t)
	d := sampleDraft(t, o, "IVAN-dang-ky-lan-dau")
	if _, err := o.Confirm(t.Context(), d.ID, "123456"); !errors.Is(err, ErrNotSigned) {
		t.Errorf("before it is signed: %v", err)
	}
	sampleSigned(t, o, d.ID)
	if _, err := o.Confirm(t.Context(), d.ID, "123456"); !errors.Is(err, ErrNoCode) {
		t.Errorf("before it is sent: %v", err)
	}
	if _, err := o.Send(t.Context(), d.ID, ""); err != nil {
		t.Fatal(err)
	}
	v, err := o.Refresh(t.Context(), d.ID, "")
	if err != nil || !v.AwaitsCode || len(v.SampleCode) != 6 || v.State != storage.DaGui {
		t.Fatalf("%s awaits %v %q: %v", v.State, v.AwaitsCode, v.SampleCode, err)
	}
	wrong := "000000"
	if v.SampleCode == wrong {
		wrong = "111111"
	}
	var no *gateway.RefusedError
	if _, err := o.Confirm(t.Context(), d.ID, wrong); !errors.As(err, &no) || !strings.Contains(Say(err), "Mã xác nhận không đúng") || strings.Contains(Say(err), "ký lại") {
		t.Errorf("a wrong code: %v: %s", err, Say(err))
	}
	if v, err = o.Confirm(t.Context(), d.ID, " "+v.SampleCode+" "); err != nil || v.AwaitsCode || v.SampleCode != "" {
		t.Fatalf("the code: awaits %v %v", v.AwaitsCode, err)
	}
	o.practice.box.PutAhead(72 * 60 * 60 * 1e9)
	if v, err = o.Refresh(t.Context(), d.ID, ""); err != nil || v.State != storage.CoKetQua {
		t.Fatalf("%s %v", v.State, err)
	}
}

// Where no gateway is chosen, the file is handed over by hand and its receipt
// recorded.
func TestWithoutAGatewayTheFileIsHandedOver(t *testing.T) {
	o := sampleDesk(t)
	d := sampleDraft(t, o, "IVAN-dang-ky")
	sampleSigned(t, o, d.ID)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dv.ThucHanh = false
	if err := o.store.PutDonVi(t.Context(), dv); err != nil {
		t.Fatal(err)
	}
	if err := o.Queue(t.Context(), d.ID); !errors.Is(err, ErrOwnFile) {
		t.Errorf("queued: %v", err)
	}
	if err := o.Received(t.Context(), d.ID, Proof{SoHoSo: "00012/2026/07906"}); err != nil {
		t.Fatal(err)
	}
	if v, err := o.Refresh(t.Context(), d.ID, ""); err != nil || v.State != storage.DaGui && v.State != storage.TiepNhan {
		t.Errorf("%s %v", v.State, err)
	}
}
