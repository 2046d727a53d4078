package openpack

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// FileName makes of a name, as a person gave it, one that every system keeps: Latin
// letters without marks, digits, and the ending. The name itself stands in the row.
func FileName(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	stem, end := name, ""
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 8 {
		stem, end = name[:i], name[i+1:]
	}
	stem, end = latin(stem), latin(end)
	if len(stem) > 60 {
		stem = strings.Trim(stem[:60], "-")
	}
	if stem == "" {
		stem = "tep"
	}
	if end == "" {
		return stem
	}
	return stem + "." + strings.ToLower(end)
}

func latin(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ':
			b.WriteByte('d')
		case r == 'Đ':
			b.WriteByte('D')
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// Ending guesses the ending of bytes that have no name.
func Ending(data []byte) string {
	head := strings.TrimLeft(string(data[:min(len(data), 64)]), "\ufeff \r\n\t")
	switch {
	case strings.HasPrefix(head, "%PDF"):
		return ".pdf"
	case strings.HasPrefix(head, "PK\x03\x04"):
		return ".zip"
	case strings.HasPrefix(head, "<"):
		return ".xml"
	case strings.HasPrefix(head, "{"), strings.HasPrefix(head, "["):
		return ".json"
	}
	return ".bin"
}
