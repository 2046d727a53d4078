package pkcs11

import "testing"

// The offsets are those that a C compiler gives with the vendors' headers: on
// Windows under #pragma pack(1), elsewhere naturally aligned.
func TestLayouts(t *testing.T) {
	for _, c := range []struct {
		name                            string
		layout                          layout
		attribute, firstFunction, flags int
		unavailable                     uint64
	}{
		{"linux, macos 64", layout{8, 8, false}, 24, 8, 96, 1<<64 - 1},
		{"linux 32", layout{4, 4, false}, 12, 4, 96, 1<<32 - 1},
		{"windows 64", layout{4, 8, true}, 16, 2, 96, 1<<32 - 1},
		{"windows 32", layout{4, 4, true}, 12, 2, 96, 1<<32 - 1},
	} {
		if got := c.layout.attributeSize(); got != c.attribute {
			t.Errorf("%s: CK_ATTRIBUTE has %d bytes, want %d", c.name, got, c.attribute)
		}
		if got := c.layout.functionAt(0); got != c.firstFunction {
			t.Errorf("%s: C_Initialize stands at %d, want %d", c.name, got, c.firstFunction)
		}
		if got := c.layout.unavailable(); got != c.unavailable {
			t.Errorf("%s: unavailable is %x, want %x", c.name, got, c.unavailable)
		}
		r := record{layout: c.layout, b: make([]byte, 256)}
		r.text(32 + 32 + 16 + 16)
		if r.long(); r.at-c.layout.ulong != c.flags {
			t.Errorf("%s: flags of CK_TOKEN_INFO stand at %d, want %d", c.name, r.at-c.layout.ulong, c.flags)
		}
	}
}

// The members of CK_ATTRIBUTE where Windows drivers look for them.
func TestPackedAttribute(t *testing.T) {
	r := record{layout: layout{4, 8, true}, b: make([]byte, 16)}
	r.putLong(attrID)
	r.putPointer(0x1122334455667788)
	r.putLong(256)
	want := []byte{0x02, 0x01, 0, 0, 0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11, 0, 1, 0, 0}
	if string(r.b) != string(want) {
		t.Errorf("got % x, want % x", r.b, want)
	}
}

// Text fields are blank padded; odd drivers pad with zeros or write bytes that are no UTF-8.
func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"VNPT-CA   \x00\x00": "VNPT-CA", "            ": "", "Chữ ký số": "Chữ ký số", "\xff\xfeA": "\uFFFDA",
	} {
		r := record{b: []byte(in)}
		if got := r.text(len(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
