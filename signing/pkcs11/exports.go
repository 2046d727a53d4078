package pkcs11

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
	"errors"
	"io"
)

// readPE reads a Windows library. The standard library knows imports only, so the
// export directory is read here (PE format, ".edata section").
func readPE(r io.ReaderAt) (library, error) {
	f, err := pe.NewFile(r)
	if err != nil {
		return library{}, err
	}
	if f.Characteristics&pe.IMAGE_FILE_DLL == 0 {
		return library{}, errors.New("not a DLL")
	}
	lib := library{system: "windows", machines: []string{peMachines[f.Machine]}}
	names, err := exports(f)
	for _, n := range names {
		lib.entry = lib.entry || n == entryName
	}
	return lib, err
}

const (
	maxExports    = 10_000
	maxExportName = 512
)

func exports(f *pe.File) ([]string, error) {
	var at uint32
	switch h := f.OptionalHeader.(type) {
	case *pe.OptionalHeader32:
		at = h.DataDirectory[pe.IMAGE_DIRECTORY_ENTRY_EXPORT].VirtualAddress
	case *pe.OptionalHeader64:
		at = h.DataDirectory[pe.IMAGE_DIRECTORY_ENTRY_EXPORT].VirtualAddress
	}
	if at == 0 {
		return nil, nil
	}
	directory, err := atAddress(f, at, 40)
	if err != nil {
		return nil, err
	}
	count := min(binary.LittleEndian.Uint32(directory[24:]), maxExports)
	table, err := atAddress(f, binary.LittleEndian.Uint32(directory[32:]), int(count)*4)
	if err != nil {
		return nil, err
	}
	var names []string
	for i := range int(count) {
		name, err := atAddress(f, binary.LittleEndian.Uint32(table[4*i:]), 0)
		if err != nil {
			return nil, err
		}
		word, _, _ := bytes.Cut(name, []byte{0})
		names = append(names, string(word))
	}
	return names, nil
}

// atAddress gives n bytes at an address of the loaded image; with 0, what there is
// of a name.
func atAddress(f *pe.File, address uint32, n int) ([]byte, error) {
	for _, s := range f.Sections {
		if address < s.VirtualAddress || address-s.VirtualAddress >= s.Size {
			continue
		}
		offset := address - s.VirtualAddress
		size := n
		if n == 0 {
			size = min(maxExportName, int(s.Size-offset))
		}
		buf := make([]byte, size)
		got, err := s.ReadAt(buf, int64(offset))
		if n == 0 && errors.Is(err, io.EOF) {
			return buf[:got], nil
		}
		return buf, err
	}
	return nil, errors.New("address outside the file")
}
