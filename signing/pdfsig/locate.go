package pdfsig

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// found is a signature dictionary as it lies in the file.
type found struct {
	object    string // "12 0"
	start     int    // where that object begins
	byteRange [4]int
	gap       span // of the Contents string, brackets included
	subFilter string
	at        time.Time // entry M
	wrong     string    // Vietnamese: why it is no sound signature dictionary
}

// locate finds every signature dictionary in the raw file, in file order. It
// looks at bytes, not at what some cross-reference table leads to, so that none
// can be hidden.
func locate(pdf []byte) []found {
	var list []found
	for at := 0; len(list) < maxSignatures; {
		n := bytes.Index(pdf[at:], []byte("/ByteRange"))
		if n < 0 {
			break
		}
		at += n
		if p := skipWhite(pdf, at+len("/ByteRange")); p < len(pdf) && pdf[p] == '[' {
			list = append(list, read(pdf, at))
		}
		at += len("/ByteRange")
	}
	return list
}

// read takes the dictionary apart that has its /ByteRange at at.
func read(pdf []byte, at int) found {
	const broken = "Chữ ký trong PDF viết sai cấu trúc. Lấy lại tệp gốc hoặc ký lại."
	f := found{wrong: broken}
	head := bytes.LastIndex(pdf[:at], []byte(" obj"))
	if head < 0 {
		return f
	}
	f.object, f.start = objectNumber(pdf[:head]), headStart(pdf[:head+1])
	entries, end, err := dictionary(pdf, skipWhite(pdf, head+len(" obj")))
	if err != nil || end < at {
		return f
	}
	if v := entries["V"]; v.start < at && at < v.end { // written into its field
		if entries, _, err = dictionary(pdf, v.start); err != nil {
			return f
		}
	}
	numbers, contents := entries["ByteRange"], entries["Contents"]
	if numbers.end == 0 || contents.end == 0 || skipWhite(pdf, at+len("/ByteRange")) != numbers.start {
		return f
	}
	fields := strings.Fields(strings.Trim(string(pdf[numbers.start:numbers.end]), "[]"))
	if len(fields) != 4 {
		return f
	}
	for i, text := range fields {
		n, err := strconv.ParseUint(text, 10, 31)
		if err != nil {
			return f
		}
		f.byteRange[i] = int(n)
	}
	f.subFilter = strings.TrimPrefix(string(pdf[entries["SubFilter"].start:entries["SubFilter"].end]), "/")
	f.at = date(pdf[entries["M"].start:entries["M"].end])
	f.gap = contents
	r := f.byteRange
	switch {
	case r[0] != 0 || r[1] != contents.start || r[2] != contents.end || r[3] == 0:
		f.wrong = "Phạm vi ký trong PDF không khớp với chỗ đặt chữ ký. Lấy lại tệp gốc hoặc ký lại."
	case r[2]+r[3] > len(pdf):
		f.wrong = "Tệp PDF bị cắt ngang sau khi ký. Lấy lại tệp đầy đủ."
	case !hexOnly(pdf[contents.start:contents.end]):
		f.wrong = broken
	case !bytes.HasSuffix(bytes.TrimRight(pdf[:r[2]+r[3]], "\r\n \t"), []byte("%%EOF")):
		f.wrong = "Phạm vi ký trong PDF không dừng ở cuối một bản. Lấy lại tệp gốc hoặc ký lại."
	default:
		f.wrong = ""
	}
	return f
}

// objectNumber is the "n g" that ends before " obj".
func objectNumber(before []byte) string {
	p := len(before)
	for p > 0 && (before[p-1] >= '0' && before[p-1] <= '9' || before[p-1] == ' ') && len(before)-p < 20 {
		p--
	}
	return strings.TrimSpace(string(before[p:]))
}

// hexOnly says that a written value is a hexadecimal string and nothing else: no
// white space or comment in which something might hide.
func hexOnly(written []byte) bool {
	if len(written) < 2 || written[0] != '<' || written[len(written)-1] != '>' {
		return false
	}
	for _, c := range written[1 : len(written)-1] {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') && (c < 'A' || c > 'F') {
			return false
		}
	}
	return true
}

// contents decodes the CMS of the Contents string: DER, then nothing but zeros.
func (f found) contents(pdf []byte) ([]byte, error) {
	text := pdf[f.gap.start+1 : f.gap.end-1]
	out := make([]byte, hex.DecodedLen(len(text)))
	if _, err := hex.Decode(out, text); err != nil {
		return nil, err
	}
	return out, nil
}

// date reads a PDF date, (D:20261122091530+07'00'); zero where it is none.
func date(text []byte) time.Time {
	s := strings.NewReplacer("'", "", "(", "", ")", "", "D:", "", "Z0000", "Z").Replace(string(text))
	for _, form := range []string{"20060102150405-0700", "20060102150405Z", "20060102150405"} {
		if at, err := time.ParseInLocation(form, s, time.FixedZone("ICT", 7*60*60)); err == nil {
			if strings.HasSuffix(s, "Z") {
				at = time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), at.Second(), 0, time.UTC)
			}
			return at
		}
	}
	return time.Time{}
}
