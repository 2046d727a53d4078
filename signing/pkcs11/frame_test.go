package pkcs11

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// One frame is read and not a byte more: what follows may be a PIN.
func TestFrames(t *testing.T) {
	var b bytes.Buffer
	for _, payload := range []string{`{"op":"slots"}`, "482915", ""} {
		if err := writeFrame(&b, []byte(payload)); err != nil {
			t.Fatal(err)
		}
	}
	b.WriteString("rest")
	for _, want := range []string{`{"op":"slots"}`, "482915", ""} {
		if got, err := readFrame(&b, 100); err != nil || string(got) != want {
			t.Errorf("got %q, %v, want %q", got, err, want)
		}
	}
	if b.String() != "rest" {
		t.Errorf("left %q", b.String())
	}
}

// Lengths that cannot be are refused before anything is set aside for them.
func TestFrameLimits(t *testing.T) {
	if _, err := readFrame(strings.NewReader("\xff\xff\xff\xff"), maxFrame); err == nil {
		t.Error("4 GiB taken")
	}
	if _, err := readFrame(strings.NewReader("\x00\x00\x00\x05abc"), maxFrame); err != io.ErrUnexpectedEOF {
		t.Errorf("cut short: %v", err)
	}
	var r request
	if err := readMessage(strings.NewReader("\x00\x00\x00\x03abc"), maxFrame, &r); err == nil {
		t.Error("nonsense taken")
	}
}
