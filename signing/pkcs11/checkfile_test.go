package pkcs11

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ankhai/signing"
	"ankhai/signing/signtest/fakedriver"
)

// elf32 is the bare header of a 32-bit library, as one vendor's Linux driver is.
func elf32() []byte {
	var b bytes.Buffer
	b.WriteString("\x7fELF\x01\x01\x01")
	b.Write(make([]byte, 9))
	for _, v := range []any{uint16(3), uint16(3), uint32(1), uint32(0), uint32(0), uint32(0), uint32(0), uint16(52), uint16(32), uint16(0), uint16(40), uint16(0), uint16(0)} {
		_ = binary.Write(&b, binary.LittleEndian, v) // a buffer takes everything
	}
	return b.Bytes()
}

// machO64 is the bare header of a macOS library for ARM.
func machO64() []byte {
	var b bytes.Buffer
	for _, v := range []uint32{0xfeedfacf, 0x0100000c, 0, 6, 0, 0, 0, 0} {
		_ = binary.Write(&b, binary.LittleEndian, v) // a buffer takes everything
	}
	return b.Bytes()
}

// pe32 is the bare header of a 32-bit DLL without exports.
func pe32() []byte {
	b := make([]byte, 512)
	copy(b, "MZ")
	binary.LittleEndian.PutUint32(b[0x3c:], 0x80)
	copy(b[0x80:], "PE\x00\x00")
	at := b[0x84:]
	binary.LittleEndian.PutUint16(at, 0x14c)
	binary.LittleEndian.PutUint16(at[16:], 224)
	binary.LittleEndian.PutUint16(at[18:], 0x2102)
	binary.LittleEndian.PutUint16(at[20:], 0x10b)
	binary.LittleEndian.PutUint32(at[20+92:], 16)
	return b
}

// Every file that is no driver is refused before anything is loaded, and the user
// is told which way it is wrong.
func TestCheckFile(t *testing.T) {
	good := fakedriver.Build(t)
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	arm := bytes.Clone(whole)
	binary.LittleEndian.PutUint16(arm[18:], 183)
	dir := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	if err := CheckFile(good, Consent{}); err != nil {
		t.Errorf("a good driver: %v", err)
	}
	for _, c := range []struct {
		name, path string
		kind       error
		words      string
	}{
		{"relative", "libthu.so", ErrNotAbsolute, "đường dẫn đầy đủ"},
		{"missing", filepath.Join(dir, "none.so"), ErrNoFile, "không có tệp này"},
		{"a folder", dir, ErrNoLibrary, "không phải thư viện"},
		{"empty", file("empty.so", nil), ErrNoLibrary, "không phải thư viện"},
		{"text", file("text.so", []byte("#!/bin/sh\n")), ErrNoLibrary, "không phải thư viện"},
		{"cut short", file("cut.so", whole[:2000]), ErrNoLibrary, "không phải thư viện"},
		{"32 bit", file("elf32.so", elf32()), ErrMachine, "32 bit (x86)"},
		{"ARM", file("arm.so", arm), ErrMachine, "64 bit (ARM)"},
		{"macOS", file("mac.dylib", machO64()), ErrSystem, "macOS"},
		{"Windows", file("win.dll", pe32()), ErrSystem, "Windows"},
		{"no entry", fakedriver.Build(t, "-DNO_ENTRY"), ErrNoEntry, "C_GetFunctionList"},
	} {
		err := CheckFile(c.path, Consent{})
		if !errors.Is(err, c.kind) || !errors.Is(err, signing.ErrDriver) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.kind)
		}
		if say := signing.Say(err); !bytes.Contains([]byte(say), []byte(c.words)) {
			t.Errorf("%s: says %q, want %q in it", c.name, say, c.words)
		}
	}
}

// A driver that anybody may replace needs consent; a shared folder that keeps
// others' files safe, such as /tmp, does not count against what lies below it.
func TestOpenFolder(t *testing.T) {
	good := fakedriver.Build(t)
	if err := os.Chmod(filepath.Dir(good), 0o777); err != nil {
		t.Fatal(err)
	}
	err := CheckFile(good, Consent{})
	if !errors.Is(err, signing.ErrOpenFolder) {
		t.Errorf("got %v, want ErrOpenFolder", err)
	}
	if err := CheckFile(good, Consent{OpenFolder: true}); err != nil {
		t.Errorf("with consent: %v", err)
	}
	if err := os.Chmod(filepath.Dir(good), 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.so")
	if err := os.Symlink(good, link); err != nil {
		t.Fatal(err)
	}
	if err := CheckFile(link, Consent{}); err != nil {
		t.Errorf("a link to a good driver: %v", err)
	}
	if err := os.Chmod(good, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := CheckFile(link, Consent{}); !errors.Is(err, signing.ErrOpenFolder) {
		t.Errorf("a link to a file that anybody may write: %v", err)
	}
}

// The readers of headers and exports answer any bytes.
func FuzzInspect(f *testing.F) {
	f.Add(elf32())
	f.Add(machO64())
	f.Add(pe32())
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(dir, "x")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := CheckFile(path, Consent{}); err != nil && !errors.Is(err, signing.ErrDriver) && !errors.Is(err, signing.ErrOpenFolder) {
			t.Errorf("%v is none of our outcomes", err)
		}
	})
}
