package xmlfile

import "errors"

// Errors of reading that a caller may tell apart.
var (
	ErrTooLarge = errors.New("XML file too large")
	ErrTooDeep  = errors.New("XML nested too deep")
	ErrDoctype  = errors.New("XML with a DOCTYPE or entities")
	ErrUnknown  = errors.New("XML root of no known form")
	ErrName     = errors.New("unsafe file name")
	ErrMany     = errors.New("too many files")
	ErrKind     = errors.New("kind of file not accepted")
)

// Limits of reading. A list of 10 000 people is about 25 MB.
const (
	MaxBytes = 64 << 20 // of a file or an envelope
	MaxDepth = 40       // of nesting, signatures included
	MaxFiles = 64       // in an envelope
	maxOdds  = 200      // reported; a file with more is not looked at further
)

// OddKind is what is not as the layout says.
type OddKind string

// The kinds of Odd.
const (
	OddUnknown   OddKind = "unknown"   // an element that the layout does not have
	OddOrder     OddKind = "order"     // an element after one that should follow it
	OddTwice     OddKind = "twice"     // an element that should stand once
	OddMissing   OddKind = "missing"   // an element that must stand
	OddValue     OddKind = "value"     // a text that is not of the element's kind
	OddText      OddKind = "text"      // text between elements
	OddAttribute OddKind = "attribute" // an attribute where none stands
	OddBroken    OddKind = "broken"    // the file cannot be read further
	OddCount     OddKind = "count"     // SoLuongFile is not the number of files
	OddLength    OddKind = "length"    // DoDaiFile is not the length of the text
	OddBase64    OddKind = "base64"    // NoiDungFile cannot be decoded
	OddExtension OddKind = "extension" // LoaiFile is not the extension of TenFile
	OddCode      OddKind = "code"      // MaToKhai does not follow from TenFile
	OddName      OddKind = "name"      // two files of one name
)

// Odd is a place of a file that is not as the layout says. Path names the
// elements, rows counted from 1: "D02-TS/NoiDung/LaoDong[2]/TuThang".
type Odd struct {
	Path string
	Line int
	Kind OddKind
	Say  string // in Vietnamese
}

// Finding is what Validate reports.
type Finding = Odd
