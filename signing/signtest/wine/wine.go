// Package wine runs Windows tests on other systems, as far as Wine goes.
//
// Only tests import it. It builds the tests of a package for Windows and runs them
// in Windows folders of its own, kept in the user's cache because Wine takes half a
// minute and 700 MB to make them. So it waits to be asked: ANKHAI_WINE=1.
package wine

import (
	"bufio"
	"bytes"
	"debug/pe"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Asked skips a test that nobody has asked for.
func Asked(t *testing.T) {
	t.Helper()
	if os.Getenv("ANKHAI_WINE") != "1" {
		t.Skip("runs when asked: ANKHAI_WINE=1")
	}
}

// Path is a file of this machine as Windows programs name it.
func Path(path string) string { return "Z:" + strings.ReplaceAll(path, "/", `\`) }

// Run builds the Windows tests of the package in the current folder and runs those
// that match; more is added to their environment. A test that skips there is a
// failure here.
func Run(t *testing.T, match string, more ...string) {
	t.Helper()
	Asked(t)
	exe := filepath.Join(t.TempDir(), "thu.exe")
	build := exec.Command("go", "test", "-c", "-tags", "ci,test", "-o", exe, ".")
	build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	run := Command(t, exe, "-test.v", "-test.run", match)
	run.Env = append(run.Env, more...)
	out, err := run.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("--- PASS")) || bytes.Contains(out, []byte("--- SKIP")) {
		t.Errorf("under Wine: %v\n%s", err, out)
	}
	t.Logf("%s", out)
}

// Command is a program for Windows, to be run in an empty folder.
func Command(t *testing.T, exe string, args ...string) *exec.Cmd {
	t.Helper()
	wine := program(t)
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	prefix := filepath.Join(cache, "ankhai-wine")
	env := append(os.Environ(), "WINEPREFIX="+prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=", "WINEARCH=win64")
	system := filepath.Join(prefix, "drive_c", "windows", "system32")
	if _, err := os.Stat(system); err != nil {
		if err := os.MkdirAll(cache, 0o755); err != nil {
			t.Fatal(err)
		}
		boot := exec.Command(wine, "wineboot", "-i")
		boot.Env = env
		if out, err := boot.CombinedOutput(); err != nil {
			t.Fatalf("make the Windows folders: %v\n%s", err, out)
		}
	}
	if err := os.WriteFile(filepath.Join(system, "bcryptprimitives.dll"), forwarder("bcryptprimitives.dll", "ProcessPrng", "advapi32.SystemFunction036"), 0o644); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(wine, append([]string{exe}, args...)...)
	run.Env, run.Dir = env, t.TempDir()
	return run
}

// Display starts a screen that nobody sees, for the windows of Windows programs, and
// is its name in DISPLAY.
func Display(t *testing.T) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		t.Fatalf("start Xvfb (Debian: xvfb): %v", err)
	}
	w.Close()
	t.Cleanup(func() {
		_ = x.Process.Signal(os.Interrupt) // it is gone already, or goes now
		_ = x.Wait()
	})
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb gave no display: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// program is Wine's 64-bit loader, which Debian keeps off the path.
func program(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"wine64", "/usr/lib/wine/wine64", "wine"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("Wine is not installed (Debian: wine64)")
	return ""
}

// forwarder is a DLL whose one function is another library's: Wine 8 has no
// bcryptprimitives.dll, without which no Go program starts. It holds no code.
func forwarder(dll, function, target string) []byte {
	const section, fileAlign = 0x1000, 0x200
	var data bytes.Buffer
	text := dll + "\x00" + function + "\x00" + target + "\x00"
	const tables = 40 + 4 + 4 + 4 // directory, address, name, ordinal
	nameAt := uint32(section + tables)
	functionAt := nameAt + uint32(len(dll)) + 1
	targetAt := functionAt + uint32(len(function)) + 1
	put := func(order ...any) {
		for _, v := range order {
			_ = binary.Write(&data, binary.LittleEndian, v) // a buffer takes everything
		}
	}
	put(uint32(0), uint32(0), uint32(0), nameAt, uint32(1), uint32(1), uint32(1), uint32(section+40), uint32(section+44), uint32(section+48))
	put(targetAt, functionAt, uint16(0), uint16(0))
	data.WriteString(text)
	exports := data.Bytes()

	var out bytes.Buffer
	dos := make([]byte, 64)
	copy(dos, "MZ")
	binary.LittleEndian.PutUint32(dos[60:], 64)
	out.Write(dos)
	out.WriteString("PE\x00\x00")
	header := pe.OptionalHeader64{
		Magic: 0x20b, ImageBase: 0x180000000, SectionAlignment: section, FileAlignment: fileAlign,
		MajorOperatingSystemVersion: 6, MajorSubsystemVersion: 6, SizeOfImage: 2 * section, SizeOfHeaders: fileAlign,
		Subsystem: pe.IMAGE_SUBSYSTEM_WINDOWS_CUI, DllCharacteristics: pe.IMAGE_DLLCHARACTERISTICS_DYNAMIC_BASE | pe.IMAGE_DLLCHARACTERISTICS_NX_COMPAT,
		SizeOfStackReserve: 0x100000, SizeOfStackCommit: 0x1000, SizeOfHeapReserve: 0x100000, SizeOfHeapCommit: 0x1000, NumberOfRvaAndSizes: 16,
	}
	header.DataDirectory[pe.IMAGE_DIRECTORY_ENTRY_EXPORT] = pe.DataDirectory{VirtualAddress: section, Size: uint32(len(exports))}
	sectionHeader := pe.SectionHeader32{VirtualSize: uint32(len(exports)), VirtualAddress: section, SizeOfRawData: fileAlign, PointerToRawData: fileAlign, Characteristics: 0x40000040}
	copy(sectionHeader.Name[:], ".edata")
	for _, v := range []any{
		pe.FileHeader{Machine: pe.IMAGE_FILE_MACHINE_AMD64, NumberOfSections: 1, SizeOfOptionalHeader: uint16(binary.Size(header)), Characteristics: 0x2022},
		header, sectionHeader,
	} {
		_ = binary.Write(&out, binary.LittleEndian, v) // a buffer takes everything
	}
	out.Write(make([]byte, fileAlign-out.Len()))
	out.Write(exports)
	out.Write(make([]byte, 2*fileAlign-out.Len()))
	return out.Bytes()
}
