package pkcs11

import (
	"bytes"
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"ankhai/signing"
)

// The ways in which a driver fails, beside the outcomes of package signing that
// wrap them. The doctor tells them apart.
var (
	ErrNotAbsolute = errors.New("driver path is not absolute")
	ErrNoFile      = errors.New("driver file is not there")
	ErrNoLibrary   = errors.New("file is no library")
	ErrSystem      = errors.New("library of another system")
	ErrMachine     = errors.New("library of another architecture")
	ErrNoEntry     = errors.New("library has no C_GetFunctionList")
	ErrLoad        = errors.New("library does not load")
	ErrCrashed     = errors.New("driver ended the helper")
	ErrNotStarted  = errors.New("driver does not start")
)

// maxLibrary bounds what is read of a file to see what it is.
const maxLibrary = 256 << 20

// CheckFile looks at a driver's file before anything is loaded: an absolute path, a
// library of this system and architecture that exports C_GetFunctionList, in a
// folder that not just anybody may write to (unless consented).
func CheckFile(path string, consent Consent) (err error) {
	defer func() {
		if r := recover(); r != nil { // the readers of the standard library on a hostile file
			err = refuseFile(path, ErrNoLibrary, "không phải thư viện, hoặc bị hỏng")
		}
	}()
	if !filepath.IsAbs(path) {
		return refuseFile(path, ErrNotAbsolute, "phải ghi đường dẫn đầy đủ")
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return refuseFile(path, errors.Join(ErrNoFile, err), "không có tệp này")
	}
	f, err := os.Open(real)
	if err != nil {
		return refuseFile(path, errors.Join(ErrNoFile, err), "không mở được tệp")
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > maxLibrary {
		return refuseFile(path, ErrNoLibrary, "không phải thư viện, hoặc bị hỏng")
	}
	if err := inspect(path, f); err != nil {
		return err
	}
	if !consent.OpenFolder {
		if open, err := openToAll(real); err != nil || open {
			return &signing.Error{Kind: signing.ErrOpenFolder, Cause: fmt.Errorf("%s: %w", filepath.Base(path), errors.Join(errors.New("anybody may write"), err)),
				Sentence: fmt.Sprintf("Chưa dùng trình điều khiển %s: nó nằm ở thư mục mà ai cũng ghi được, nên có thể đã bị thay. Chuyển nó về nơi cài đặt của nhà cung cấp, hoặc xác nhận là tin nơi này.", path)}
		}
	}
	return nil
}

func refuseFile(path string, why error, say string) error {
	return signing.Refuse(signing.ErrDriver, why, "Chưa dùng được trình điều khiển %s: %s. Chọn lại tệp thư viện PKCS #11 mà nhà cung cấp chữ ký số đã cài.", path, say)
}

// inspect reads the header and the exports.
func inspect(path string, f *os.File) error {
	var head [4]byte
	if _, err := f.ReadAt(head[:], 0); err != nil {
		return refuseFile(path, ErrNoLibrary, "không phải thư viện, hoặc bị hỏng")
	}
	var lib library
	var err error
	switch {
	case string(head[:]) == elf.ELFMAG:
		lib, err = readELF(f)
	case string(head[:2]) == "MZ":
		lib, err = readPE(f)
	case isMachO(head):
		lib, err = readMachO(f)
	default:
		err = errors.New("unknown header")
	}
	switch {
	case err != nil:
		return refuseFile(path, errors.Join(ErrNoLibrary, err), "không phải thư viện, hoặc bị hỏng")
	case lib.system != systemOf(runtime.GOOS):
		return refuseFile(path, ErrSystem, fmt.Sprintf("là thư viện của %s, máy này chạy %s", systemNames[lib.system], systemNames[systemOf(runtime.GOOS)]))
	case !lib.runsOn(runtime.GOARCH):
		return refuseFile(path, ErrMachine, fmt.Sprintf("là thư viện %s, chương trình này chạy %s. Cài bản %s của trình điều khiển",
			machineNames[lib.machines[0]], machineNames[runtime.GOARCH], machineNames[runtime.GOARCH]))
	case !lib.entry:
		return refuseFile(path, ErrNoEntry, "không phải trình điều khiển PKCS #11 (thiếu C_GetFunctionList)")
	}
	return nil
}

// library is what a header tells.
type library struct {
	system   string
	machines []string // as GOARCH; "" for one that no Go program runs on
	entry    bool     // exports C_GetFunctionList
}

func (l library) runsOn(arch string) bool {
	for _, m := range l.machines {
		if m == arch {
			return true
		}
	}
	return false
}

const entryName = "C_GetFunctionList"

var systemNames = map[string]string{"elf": "Linux", "windows": "Windows", "macho": "macOS"}

func systemOf(goos string) string {
	switch goos {
	case "windows":
		return "windows"
	case "darwin":
		return "macho"
	}
	return "elf"
}

var machineNames = map[string]string{
	"386": "32 bit (x86)", "amd64": "64 bit (x86-64)", "arm64": "64 bit (ARM)", "arm": "32 bit (ARM)", "": "của bộ xử lý khác",
	"loong64": "64 bit (LoongArch)", "riscv64": "64 bit (RISC-V)", "ppc64le": "64 bit (POWER)", "s390x": "64 bit (s390x)",
}

func readELF(r io.ReaderAt) (library, error) {
	f, err := elf.NewFile(r)
	if err != nil {
		return library{}, err
	}
	if f.Type != elf.ET_DYN {
		return library{}, errors.New("not a shared object")
	}
	lib := library{system: "elf", machines: []string{elfMachines[f.Machine]}}
	symbols, err := f.DynamicSymbols()
	if err != nil && !errors.Is(err, elf.ErrNoSymbols) {
		return lib, err
	}
	for _, s := range symbols {
		lib.entry = lib.entry || s.Name == entryName && s.Section != elf.SHN_UNDEF
	}
	return lib, nil
}

var elfMachines = map[elf.Machine]string{
	elf.EM_386: "386", elf.EM_X86_64: "amd64", elf.EM_AARCH64: "arm64", elf.EM_ARM: "arm", elf.EM_LOONGARCH: "loong64",
	elf.EM_RISCV: "riscv64", elf.EM_PPC64: "ppc64le", elf.EM_S390: "s390x",
}

func isMachO(head [4]byte) bool {
	for _, magic := range [][]byte{{0xcf, 0xfa, 0xed, 0xfe}, {0xce, 0xfa, 0xed, 0xfe}, {0xca, 0xfe, 0xba, 0xbe}} {
		if bytes.Equal(head[:], magic) {
			return true
		}
	}
	return false
}

func readMachO(r io.ReaderAt) (library, error) {
	lib := library{system: "macho"}
	add := func(f *macho.File) {
		lib.machines = append(lib.machines, machoMachines[f.Cpu])
		if f.Symtab == nil {
			return
		}
		for _, s := range f.Symtab.Syms {
			lib.entry = lib.entry || s.Name == "_"+entryName && s.Sect != 0
		}
	}
	if fat, err := macho.NewFatFile(r); err == nil {
		for _, a := range fat.Arches {
			add(a.File)
		}
		return lib, nil
	}
	f, err := macho.NewFile(r)
	if err != nil {
		return lib, err
	}
	add(f)
	return lib, nil
}

var machoMachines = map[macho.Cpu]string{macho.Cpu386: "386", macho.CpuAmd64: "amd64", macho.CpuArm: "arm", macho.CpuArm64: "arm64"}

var peMachines = map[uint16]string{
	pe.IMAGE_FILE_MACHINE_I386: "386", pe.IMAGE_FILE_MACHINE_AMD64: "amd64", pe.IMAGE_FILE_MACHINE_ARM64: "arm64", pe.IMAGE_FILE_MACHINE_ARMNT: "arm",
}
