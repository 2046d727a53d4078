package pdfsig

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"
)

// maxInflated bounds what all object streams of a file may hold together.
const maxInflated = 256 << 20

// sound parses every object of a file on its own, wherever it lies, before the
// signing library may: the library never returns from an array that is not
// closed, nor from object streams that refer to themselves. lengths are the
// objects that hold the length of an object stream; those must not be inside one.
func sound(data []byte) (lengths []int, err error) {
	inflated := 0
	for at := 0; ; {
		n := bytes.Index(data[at:], []byte("obj"))
		if n < 0 {
			break
		}
		at += n + len("obj")
		if !numbered(data[:at-len("obj")]) {
			continue
		}
		start := skipWhite(data, at)
		if bytes.HasPrefix(data[start:], []byte("endobj")) {
			continue
		}
		if !bytes.HasPrefix(data[start:], []byte("<<")) {
			if _, err := value(data, start); err != nil {
				return nil, errBroken
			}
			continue
		}
		entries, end, err := dictionary(data, start)
		if err != nil {
			return nil, errBroken
		}
		if !ended(data, entries, end) {
			return nil, errBroken
		}
		switch kind := entries["Type"]; nameOf(data[kind.start:kind.end]) {
		case "/ObjStm":
			size, err := soundContainer(data, entries, end, maxInflated-inflated)
			if err != nil {
				return nil, err
			}
			inflated += size
			if length := entries["Length"]; refers(data, length) {
				id, _ := integer(data, length.start)
				lengths = append(lengths, id)
			}
		case "/XRef":
			if err := soundTable(data, entries); err != nil {
				return nil, err
			}
		}
	}
	for at := 0; ; {
		n := bytes.Index(data[at:], []byte("trailer"))
		if n < 0 {
			return lengths, nil
		}
		at += n + len("trailer")
		entries, _, err := dictionary(data, skipWhite(data, at))
		if err != nil {
			return nil, errBroken
		}
		if entries["Encrypt"].end > 0 {
			return nil, errEncrypted
		}
	}
}

// ended says that a stream, if it is one and has its length written down, ends
// where it says.
func ended(data []byte, entries map[string]span, end int) bool {
	p := skipWhite(data, end)
	length := entries["Length"]
	if !bytes.HasPrefix(data[p:], []byte("stream")) || length.end == 0 || refers(data, length) {
		return true
	}
	size, _ := integer(data, length.start)
	p = streamStart(data, p)
	if size > len(data)-p {
		return false
	}
	p += size
	for p < len(data) && white(data[p]) {
		p++
	}
	return bytes.HasPrefix(data[p:], []byte("endstream"))
}

// streamStart is the first byte of the content after the keyword at p.
func streamStart(data []byte, p int) int {
	p += len("stream")
	if p < len(data) && data[p] == '\r' {
		p++
	}
	if p < len(data) && data[p] == '\n' {
		p++
	}
	return min(p, len(data))
}

// numbered tells that "12 0 " stands at the end.
func numbered(before []byte) bool {
	p := len(before)
	for range 2 {
		from := p
		for p > 0 && white(before[p-1]) {
			p--
		}
		if p == from && p < len(before) {
			return false
		}
		from = p
		for p > 0 && before[p-1] >= '0' && before[p-1] <= '9' {
			p--
		}
		if p == from {
			return false
		}
	}
	return true
}

// soundTable looks at the dictionary of a cross-reference stream.
func soundTable(data []byte, entries map[string]span) error {
	if entries["Encrypt"].end > 0 {
		return errEncrypted
	}
	widths := entries["W"]
	for _, field := range bytes.Fields(bytes.Trim(data[widths.start:widths.end], "[]")) {
		if n, err := strconv.Atoi(string(field)); err != nil || n < 0 || n > 8 {
			return errBroken
		}
	}
	return direct(data, entries, "Length", "Filter", "DecodeParms", "Index", "Size", "W", "Prev")
}

// direct refuses references where the library would have to read the very stream
// to follow them.
func direct(data []byte, entries map[string]span, keys ...string) error {
	for _, key := range keys {
		if refers(data, entries[key]) {
			return errBroken
		}
	}
	return nil
}

func refers(data []byte, e span) bool {
	return e.end > 0 && data[e.end-1] == 'R' && data[e.start] != '/'
}

// soundContainer inflates an object stream and parses each object in it.
func soundContainer(data []byte, entries map[string]span, end, room int) (int, error) {
	if entries["Extends"].end > 0 || entries["DecodeParms"].end > 0 {
		return 0, errBroken
	}
	if err := direct(data, entries, "Filter", "N", "First"); err != nil {
		return 0, err
	}
	p := skipWhite(data, end)
	if !bytes.HasPrefix(data[p:], []byte("stream")) {
		return 0, errBroken
	}
	p = streamStart(data, p)
	length, _ := integer(data, entries["Length"].start)
	content := data[min(p, len(data)):min(p+length, len(data))]
	if refers(data, entries["Length"]) {
		content = data[min(p, len(data)):] // the compressed stream knows its end
	}
	filter := entries["Filter"]
	switch string(bytes.Trim(data[filter.start:filter.end], "[] ")) {
	case "":
	case "/FlateDecode":
		reader, err := zlib.NewReader(bytes.NewReader(content))
		if err != nil {
			return 0, errBroken
		}
		if content, err = io.ReadAll(io.LimitReader(reader, int64(room)+1)); err != nil || len(content) > room {
			return 0, errBroken
		}
	default:
		return 0, errBroken
	}
	count, _ := integer(data, entries["N"].start)
	first, _ := integer(data, entries["First"].start)
	for p := 0; count > 0; count-- {
		p = skipWhite(content, p)
		_, idEnd := integer(content, p)
		q := skipWhite(content, idEnd)
		offset, offsetEnd := integer(content, q)
		if idEnd == p || offsetEnd == q || first+offset > len(content) {
			return 0, errBroken
		}
		if _, err := value(content, first+offset); err != nil {
			return 0, errBroken
		}
		p = offsetEnd
	}
	return len(content), nil
}
