package xmlfile

import (
	"encoding/base64"
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"ankhai/forms/law"
)

// Hoso is the envelope of a dossier (BHXHDienTu.xml): who sends what to whom.
// The files are embedded as they are, signed already.
type Hoso struct {
	IVAN      IVAN
	DonVi     DonVi
	TenThuTuc string
	MaThuTuc  string
	KyKeKhai  law.Month
	NgayLap   law.Day
	QuyTrinh  string // QuyTrinhISO; empty in the files in use
	Files     []File
}

// IVAN is the organisation through which the dossier travels.
type IVAN struct{ Ma, Ten string }

// DonVi is the employer as the envelope names it.
type DonVi struct {
	Ten          string // TenDoiTuong
	MaDonVi      string // MaSoBHXH of the envelope: the unit's code
	LoaiDoiTuong string // "1" organisation; empty is written as 1
	MaSoThue     string
	NguoiKy      string
	DienThoai    string
	CoQuanBHXH   string // CoQuanQuanLy, 5 digits
}

// File is one file of the envelope. MaToKhai follows from the name.
type File struct {
	TenFile  string
	MoTa     string
	Content  []byte
	MaToKhai string // as read; BuildEnvelope finds its own
}

// EnvelopeName is the file name of the envelope, EnvelopeSign its signature node.
const (
	EnvelopeName = "BHXHDienTu.xml"
	EnvelopeSign = "CKy_Dvi"
	envelopeRoot = "Hoso"
	organisation = "1"
)

// MaToKhai returns the code by which the envelope names a file: CT-DK for a
// paper attached (.pdf, .docx, .xlsx), for a form its name without extension
// and without "-595". ok is false for any other kind of file.
func MaToKhai(tenFile string) (ma string, ok bool) {
	ext := path.Ext(tenFile)
	switch strings.ToLower(ext) {
	case ".pdf", ".docx", ".xlsx":
		return "CT-DK", true
	case ".xml":
		ma = strings.TrimSuffix(strings.TrimSuffix(tenFile, ext), "-595")
		return ma, ma != ""
	}
	return "", false
}

// MaThuTuc drops the tail that names an older decision (-595, _959 …), which
// does not travel.
func MaThuTuc(ma string) string {
	for _, tail := range []string{"-595", "_595", "-959", "_959", "-166", "_166"} {
		ma = strings.TrimSuffix(ma, tail)
	}
	return ma
}

// BuildEnvelope writes the envelope with an empty signature node.
func BuildEnvelope(h Hoso) ([]byte, error) {
	size := 1 << 12
	for _, f := range h.Files {
		size += base64.StdEncoding.EncodedLen(len(f.Content)) + 1<<9
	}
	if err := checkFiles(h.Files); err != nil {
		return nil, fmt.Errorf("build envelope: %w", err)
	}
	if size > MaxBytes {
		return nil, fmt.Errorf("build envelope: %w: %d bytes", ErrTooLarge, size)
	}
	if h.DonVi.LoaiDoiTuong == "" {
		h.DonVi.LoaiDoiTuong = organisation
	}
	e := encoder{b: make([]byte, 0, size)}
	e.b = append(append(e.b, Declaration...), '<')
	e.b = append(append(append(e.b, envelopeRoot...), RootSpaces...), '>')
	e.open("NoiDung")
	e.group("ThongTinIVAN", "MaIVAN", h.IVAN.Ma, "TenIVAN", h.IVAN.Ten)
	e.group("ThongTinDonVi", "TenDoiTuong", h.DonVi.Ten, "MaSoBHXH", h.DonVi.MaDonVi,
		"LoaiDoiTuong", h.DonVi.LoaiDoiTuong, "MaSoThue", h.DonVi.MaSoThue, "NguoiKy", h.DonVi.NguoiKy,
		"DienThoai", h.DonVi.DienThoai, "CoQuanQuanLy", h.DonVi.CoQuanBHXH)
	e.open("ThongTinHoSo")
	e.leaves("TenThuTuc", h.TenThuTuc, "MaThuTuc", MaThuTuc(h.MaThuTuc), "KyKeKhai", h.KyKeKhai.String(),
		"NgayLap", h.NgayLap.String(), "SoLuongFile", strconv.Itoa(len(h.Files)), "QuyTrinhISO", h.QuyTrinh)
	e.open("ToKhais")
	for _, f := range h.Files {
		ma, _ := MaToKhai(f.TenFile)
		e.open("FileToKhai")
		e.leaves("MaToKhai", ma, "MoTaToKhai", f.MoTa, "TenFile", f.TenFile, "LoaiFile", path.Ext(f.TenFile),
			"DoDaiFile", strconv.Itoa(base64.StdEncoding.EncodedLen(len(f.Content))))
		e.open("NoiDungFile")
		e.b = base64.StdEncoding.AppendEncode(e.b, f.Content)
		e.close("NoiDungFile")
		e.close("FileToKhai")
	}
	e.close("ToKhais")
	e.close("ThongTinHoSo")
	e.close("NoiDung")
	e.open(EnvelopeSign)
	e.close(EnvelopeSign)
	e.close(envelopeRoot)
	if e.err != nil {
		return nil, fmt.Errorf("build envelope: %w", e.err)
	}
	return e.b, nil
}

func (e *encoder) group(name string, pairs ...string) {
	e.open(name)
	e.leaves(pairs...)
	e.close(name)
}

func (e *encoder) leaves(pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		e.open(pairs[i])
		e.text(pairs[i+1], pairs[i], 0)
		e.close(pairs[i])
	}
}

func checkFiles(files []File) error {
	if len(files) > MaxFiles {
		return fmt.Errorf("%w: %d", ErrMany, len(files))
	}
	seen := map[string]bool{}
	for i, f := range files {
		if !SafeName(f.TenFile) {
			return fmt.Errorf("%w: file %d", ErrName, i+1)
		}
		if _, ok := MaToKhai(f.TenFile); !ok {
			return fmt.Errorf("%w: %s", ErrKind, path.Ext(f.TenFile))
		}
		key := strings.ToLower(f.TenFile)
		if seen[key] {
			return fmt.Errorf("%w: two files of one name", ErrName)
		}
		seen[key] = true
	}
	return nil
}

// reserved are the names that Windows keeps for devices.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true, "conin$": true, "conout$": true}

// SafeName reports whether a file of this name can be written into a folder on
// any system without leaving it: no path, no control character, no name of a
// device, at most 255 bytes.
func SafeName(name string) bool {
	if name == "" || len(name) > 255 || !utf8.ValidString(name) || strings.ContainsAny(name, `/\:*?"<>|`) {
		return false
	}
	for _, r := range name {
		if r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200B || r == 0xFEFF {
			return false
		}
	}
	if name[0] == '.' || name[0] == ' ' || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return false
	}
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	stem = strings.TrimRight(stem, " ")
	if len(stem) == 4 && (strings.HasPrefix(stem, "com") || strings.HasPrefix(stem, "lpt")) && stem[3] >= '0' && stem[3] <= '9' {
		return false
	}
	return !reserved[stem]
}
