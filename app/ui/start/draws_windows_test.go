package start

import (
	"testing"
	"unsafe"
)

func TestFormat(t *testing.T) {
	if n := unsafe.Sizeof(pixelFormat{}); n != 40 {
		t.Fatalf("a format has %d bytes", n)
	}
	const all = doubleBuffer | drawToWindow | supportsOpenGL
	for _, c := range []struct {
		p    pixelFormat
		want bool
	}{
		{pixelFormat{flags: all, colorBits: 32}, true},
		{pixelFormat{flags: all | genericFormat, colorBits: 32}, false}, // Windows' own
		{pixelFormat{flags: all | genericFormat | genericFast, colorBits: 32}, true},
		{pixelFormat{flags: all, colorBits: 8, kind: 1}, false},
		{pixelFormat{flags: all &^ doubleBuffer, colorBits: 32}, false},
	} {
		if c.p.usable() != c.want {
			t.Errorf("%+v: %v", c.p, !c.want)
		}
	}
}

// The test's machine draws: Mesa under Wine, a graphics card elsewhere.
func TestDraws(t *testing.T) {
	if err := (here{}).Draws(); err != nil {
		t.Error(err)
	}
	version, renderer, err := openGL()
	t.Logf("OpenGL %s, %s, %v", version, renderer, err)
}
