// Package gateway carries a signed dossier to whoever receives it and brings
// the answers back. It holds the Gateway interface, an HTTPS client of our own
// published protocol (docs/gateway/openapi.yaml) and an export to a folder.
//
// It refuses to know what is inside the envelope, where the ledger lies and
// when to try again: it sends bytes once, says exactly what became of them,
// and never repeats a submission by itself. The caller keeps the key, waits
// and decides.
//
// app/office may import it. It imports nothing else of this module.
//
// The protocol is ours. The one between an I-VAN and BHXH Việt Nam is not
// public and is not claimed here. Refusals follow RFC 9457 (problem details).
package gateway

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"time"
)

// Gateway is one road for a signed dossier.
//
// Submit sends the package at most once. Its error is one of five kinds, to be
// told apart with errors.Is:
//
//	ErrDown        nothing reached the other side; the same package may be sent again later
//	ErrUnclear     it may or may not have arrived; ask Lookup, wait, ask again, only then send the same bytes
//	ErrRefused     refused for good, nothing was kept; *RefusedError says why
//	ErrCredentials the account was refused, the dossier was not looked at; mend the account, send the same package
//	ErrKeyTaken    the key already stands for other bytes; never send under it again
//
// A package that is wrong in itself (no key, hash of other bytes) gives an
// error that wraps ErrPackage, and nothing was sent.
//
// Lookup asks what is known under a key. ErrUnknownKey means that the other
// side answered, in our protocol and about this key, that it holds nothing
// *now*: a request still on its way may yet arrive. Every other failure is
// ErrDown, ErrUnclear or ErrCredentials and says nothing about the key.
//
// Progress and Results are asked by the maGiaoDich of the receipt. They change
// nothing on the other side and may be repeated; ErrUnknownKey here means that
// no such transaction exists. Results is empty until there is a result. A road
// that cannot follow a dossier answers ErrNoTracking.
type Gateway interface {
	Submit(ctx context.Context, p Package) (Receipt, error)
	Lookup(ctx context.Context, key string) (Receipt, error)
	Progress(ctx context.Context, maGiaoDich string) (Progress, error)
	Results(ctx context.Context, maGiaoDich string) ([]File, error)
}

// The kinds of package: an ordinary dossier ("hồ sơ nghiệp vụ"), a registration,
// change or end of the use of an I-VAN, and the first registration of a unit that
// has no code yet.
const (
	HSNV       = "HSNV"
	HSDK       = "HSDK"
	HSDKLanDau = "HSDKLanDau"
)

// EnvelopeName is the file name of the signed envelope.
const EnvelopeName = "BHXHDienTu.xml"

// fileNames are the names that a package of each kind may bear.
var fileNames = map[string][]string{
	HSNV:       {EnvelopeName},
	HSDK:       {"04_DK-IVAN.xml", "05_SD-IVAN.xml", "06_NG-IVAN.xml"},
	HSDKLanDau: {"HSDK-LanDau.xml"},
}

// Package is what is sent: the signed envelope, byte for byte.
type Package struct {
	Key     string // idempotency key, from NewKey, stored before the first attempt
	MaIVAN  string // five digits
	LoaiGoi string // HSNV, HSDK or HSDKLanDau
	TenFile string // EnvelopeName, or the form's own name
	Bytes   []byte
	SHA256  string // lower-case hex of Bytes
}

// NewPackage fills the fixed fields and the hash of an ordinary dossier.
func NewPackage(key, maIVAN string, envelope []byte) Package {
	p, _ := PackageOf(key, maIVAN, EnvelopeName, envelope)
	return p
}

// Carries reports whether a package can be made of a signed file by its name.
func Carries(tenFile string) bool {
	for _, names := range fileNames {
		if slices.Contains(names, tenFile) {
			return true
		}
	}
	return false
}

// PackageOf makes the package of a signed file by the file's name, which tells
// its kind. Another name gives an error that wraps ErrPackage.
func PackageOf(key, maIVAN, tenFile string, signed []byte) (Package, error) {
	for kind, names := range fileNames {
		if slices.Contains(names, tenFile) {
			return Package{Key: key, MaIVAN: maIVAN, LoaiGoi: kind, TenFile: tenFile, Bytes: signed, SHA256: HashOf(signed)}, nil
		}
	}
	return Package{}, fmt.Errorf("%w: no kind of package has a file named so", ErrPackage)
}

// Kind tells how a receipt came about.
type Kind string

// The two kinds of receipt.
const (
	KindGateway Kind = "cổng"
	KindExport  Kind = "xuất tệp"
)

// Receipt is the proof that a package was taken. It always quotes the key and
// the hash of what was sent; a client drops any answer that does not.
type Receipt struct {
	Kind             Kind
	MaGiaoDich       string
	Key              string
	SHA256           string
	ThoiGianTiepNhan time.Time
	SoHoSo           string // empty until it is assigned
	NhacLai          bool   // the other side already held this package
	ThucHanh         bool   // practice gateway: no legal value
	CanhBao          []Finding
	TepXuat          string // path of the written file; only with KindExport
	Raw              []byte // the answer as it came, to be kept
}

// TrangThai is where a dossier stands with the agency.
type TrangThai int

// The states, with the numbers that clients of this trade use.
const (
	ChuaNop       TrangThai = 101
	ChoNhan       TrangThai = 200
	DangGiaiQuyet TrangThai = 201
	CoKetQua      TrangThai = 202
	TuChoi        TrangThai = 203
)

// String says the state in Vietnamese.
func (t TrangThai) String() string {
	switch t {
	case ChuaNop:
		return "Chưa nộp"
	case ChoNhan:
		return "Chờ tiếp nhận"
	case DangGiaiQuyet:
		return "Đang giải quyết"
	case CoKetQua:
		return "Đã có kết quả"
	case TuChoi:
		return "Bị trả lại"
	}
	return fmt.Sprintf("Trạng thái %d", int(t))
}

// Buoc is one of the four steps of processing. A step that has not been
// reached has an empty Ma and a zero ThoiGian.
type Buoc struct {
	N        int
	Ma       string // "00" is good; anything else is the code of a refusal
	MoTa     string
	ThoiGian time.Time
}

// Progress is the agency's side of the dossier.
type Progress struct {
	MaGiaoDich string
	SoHoSo     string
	TrangThai  TrangThai
	ChoXacNhan bool   // a first registration waits for the code that was mailed: see Client.Confirm
	NgayHenTra string // yyyy-MM-dd, or empty
	Buoc       []Buoc // always four
	LyDo       []Finding
	Raw        []byte
}

// File is one result document. TenFile is safe to use as a file name.
type File struct {
	Ma       string
	Ten      string
	TenFile  string
	LoaiFile string
	Bytes    []byte
	SHA256   string
}

var (
	keyShape    = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)
	ivanShape   = regexp.MustCompile(`^[0-9]{5}$`)
	soHoSoShape = regexp.MustCompile(`^[0-9]{5}/[0-9]{4}/[0-9]{5}$`)
	dayShape    = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
)

// maxPackage bounds what is sent, well above the 5 MB a dossier may have.
const maxPackage = 32 << 20

// NewKey makes an idempotency key: a random UUID (RFC 9562, version 4).
func NewKey() string {
	var b [16]byte
	rand.Read(b[:]) // never fails since Go 1.24
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// HashOf is the lower-case hex SHA-256 that packages and receipts quote.
func HashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func (p Package) check() error {
	switch {
	case !keyShape.MatchString(p.Key):
		return fmt.Errorf("%w: key is not a UUID", ErrPackage)
	case !ivanShape.MatchString(p.MaIVAN):
		return fmt.Errorf("%w: MaIVAN is not five digits", ErrPackage)
	case !slices.Contains(fileNames[p.LoaiGoi], p.TenFile):
		return fmt.Errorf("%w: TenFile is not one of LoaiGoi %q", ErrPackage, p.LoaiGoi)
	case len(p.Bytes) == 0:
		return fmt.Errorf("%w: no bytes", ErrPackage)
	case len(p.Bytes) > maxPackage:
		return fmt.Errorf("%w: %d bytes, at most %d", ErrPackage, len(p.Bytes), maxPackage)
	case HashOf(p.Bytes) != p.SHA256:
		return fmt.Errorf("%w: SHA-256 is not that of the bytes", ErrPackage)
	}
	return nil
}
