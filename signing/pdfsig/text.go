package pdfsig

import "unicode/utf16"

// pdfText prepares text for the library, which writes other than ASCII as UTF-16
// but leaves bytes unescaped that end a string: the low byte of "ĩ" is a closing
// bracket. Such a character is replaced by four others whose bytes are the octal
// escapes of its two: \001\051 for "ĩ".
func pdfText(text string) string {
	ascii := true
	for _, r := range text {
		ascii = ascii && r < 0x80
	}
	if ascii {
		return text
	}
	special := func(b uint16) bool { return b == '(' || b == ')' || b == '\\' || b == '\r' }
	var out []uint16
	for _, unit := range utf16.Encode([]rune(text)) {
		high, low := unit>>8, unit&0xff
		if !special(high) && !special(low) {
			out = append(out, unit)
			continue
		}
		for _, b := range []uint16{high, low} {
			out = append(out, '\\'<<8|('0'+b>>6), ('0'+b>>3&7)<<8|('0'+b&7))
		}
	}
	return string(utf16.Decode(out))
}
