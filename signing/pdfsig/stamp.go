package pdfsig

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // stamps come as JPEG or PNG
	"image/png"
	"unicode/utf16"

	"github.com/digitorus/pdfsign/sign"
)

// maxStamp bounds the stamp's picture, in pixels a side.
const maxStamp = 4000

// Stamp makes a signature visible: a picture that the caller has drawn, on a
// page, in points from the lower left corner. There is no text stamp: the
// library writes Vietnamese letters wrongly.
type Stamp struct {
	Page           int // from 1
	X0, Y0, X1, Y1 float64
	Image          []byte // PNG or JPEG
}

func (s *Stamp) appearance(_ *book, _ Options) (sign.Appearance, error) {
	if s == nil {
		return sign.Appearance{}, nil
	}
	bad := func(cause error) error {
		return unsignable(cause, "Chưa ký được: không đọc được ảnh con dấu. Chọn ảnh PNG hoặc JPEG không quá 4000 điểm mỗi chiều.")
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(s.Image))
	if err != nil {
		return sign.Appearance{}, bad(err)
	}
	if config.Width > maxStamp || config.Height > maxStamp || s.X1-s.X0 < 1 || s.Y1-s.Y0 < 1 {
		return sign.Appearance{}, bad(errors.New("size"))
	}
	picture, _, err := image.Decode(bytes.NewReader(s.Image))
	if err != nil {
		return sign.Appearance{}, bad(err)
	}
	var out bytes.Buffer // always PNG: the library mistakes grey JPEGs for coloured ones
	if err := png.Encode(&out, picture); err != nil {
		return sign.Appearance{}, bad(err)
	}
	return sign.Appearance{
		Visible: true, Page: uint32(max(1, s.Page)),
		LowerLeftX: s.X0, LowerLeftY: s.Y0, UpperRightX: s.X1, UpperRightY: s.Y1,
		Image: out.Bytes(),
	}, nil
}

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
