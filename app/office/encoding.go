package office

import (
	"bytes"
	"errors"
	"unicode/utf8"
)

// ErrEncoding: a text file is not written in UTF-8.
var ErrEncoding = errors.New("text is not UTF-8")

// byteOrderMark may stand before a text in UTF-8; it is no part of it.
var byteOrderMark = []byte("\xef\xbb\xbf")

// plainUTF8 is a text without the mark that some programs put before it; ErrEncoding
// for UTF-16 and for the code pages of old programs.
func plainUTF8(data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(data, byteOrderMark)
	if !utf8.Valid(data) {
		return data, ErrEncoding
	}
	return data, nil
}

// isUTF16 reports whether a text begins with the mark of UTF-16.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}
