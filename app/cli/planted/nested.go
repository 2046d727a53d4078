package planted

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"io"
)

// stream is what lies inside other bytes.
type stream struct {
	how   string
	bytes []byte
}

// maxStream bounds what one stream may inflate to; a test plants less.
const maxStream = 64 << 20

// nested finds ZIP entries, gzip and zlib streams and runs of base64.
func nested(b []byte) []stream {
	var out []stream
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("PK\x03\x04"))
		if i < 0 {
			break
		}
		at += i
		if entry := zipEntry(b[at:]); len(entry) > 0 {
			out = append(out, stream{"zip", entry})
		}
		at += 4
	}
	for i := 0; i+2 < len(b); i++ {
		switch {
		case b[i] == 0x1f && b[i+1] == 0x8b && b[i+2] == 8:
			if r, err := gzip.NewReader(bytes.NewReader(b[i:])); err == nil {
				out = inflated(out, "gzip", r)
			}
		case b[i] == 0x78 && binary.BigEndian.Uint16(b[i:])%31 == 0 && b[i+1]&0x20 == 0:
			if r, err := zlib.NewReader(bytes.NewReader(b[i:])); err == nil {
				out = inflated(out, "zlib", r)
			}
		}
	}
	return base64Runs(out, b)
}

// inflated keeps what could be read, even of a stream that was cut.
func inflated(out []stream, how string, r io.Reader) []stream {
	data, _ := io.ReadAll(io.LimitReader(r, maxStream)) // what came before an error is searched all the same
	if len(data) < headLen {
		return out
	}
	return append(out, stream{how, data})
}

// zipEntry is the content that follows a local header.
func zipEntry(b []byte) []byte {
	if len(b) < 30 {
		return nil
	}
	from := 30 + int(binary.LittleEndian.Uint16(b[26:])) + int(binary.LittleEndian.Uint16(b[28:]))
	if from > len(b) || binary.LittleEndian.Uint16(b[8:]) != 8 {
		return nil // stored entries are searched as they lie
	}
	data, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b[from:])), maxStream))
	return data
}

// shortRun is the shortest run of base64 that is decoded; shorter ones are
// covered by the spellings in base64 of the values themselves.
const shortRun = 96

// base64Runs decodes long runs of base64, which hide what is compressed.
func base64Runs(out []stream, b []byte) []stream {
	for i := 0; i < len(b); {
		from := i
		var run []byte
		for ; i < len(b); i++ {
			if isBase64[b[i]] {
				run = append(run, b[i])
			} else if b[i] != '\n' && b[i] != '\r' {
				break
			}
		}
		if len(run) >= shortRun {
			for shift := range 4 { // what stands before may end in letters too
				whole := run[shift:]
				whole = whole[:len(whole)/4*4]
				data := make([]byte, base64.RawStdEncoding.DecodedLen(len(whole)))
				n, _ := base64.RawStdEncoding.Decode(data, whole)
				out = append(out, stream{"base64", data[:n]})
			}
		}
		if i == from {
			i++
		}
	}
	return out
}

var isBase64 = func() (t [256]bool) {
	for _, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/" {
		t[c] = true
	}
	return t
}()
