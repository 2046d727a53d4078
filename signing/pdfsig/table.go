package pdfsig

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// moveLastEntry adds to the offset of the last object in a cross-reference table
// or stream that the library wrote: the catalogue.
func moveLastEntry(section []byte, by int) ([]byte, error) {
	if by == 0 {
		return section, nil
	}
	if bytes.HasPrefix(section, []byte("xref\n")) {
		return moveInTable(section, by)
	}
	return moveInStream(section, by)
}

func moveInTable(section []byte, by int) ([]byte, error) {
	const entry = "0000000000 00000 n\r\n"
	end := bytes.LastIndex(section, []byte(" 00000 n\r\n"))
	if end < 10 {
		return nil, spoilt(errors.New("table has no entries"))
	}
	offset, stop := integer(section, end-10)
	if stop != end {
		return nil, spoilt(errors.New("table has no entries"))
	}
	out := bytes.Clone(section)
	copy(out[end-10:], fmt.Sprintf("%010d 00000 n\r\n", offset+by)[:len(entry)])
	return out, nil
}

// moveInStream unpacks the library's cross-reference stream, whose rows have one
// byte for the kind, four for the offset and one for the generation.
func moveInStream(section []byte, by int) ([]byte, error) {
	const mark, tail = ">>\nstream\n", "\nendstream"
	bad := func(what string) ([]byte, error) { return nil, spoilt(errors.New("table stream " + what)) }
	start, end := bytes.Index(section, []byte(mark)), bytes.LastIndex(section, []byte(tail))
	length := bytes.Index(section, []byte("/Length "))
	if start < 0 || length < 0 || length > start || end < start+len(mark) {
		return bad("is not there")
	}
	reader, err := zlib.NewReader(bytes.NewReader(section[start+len(mark) : end]))
	if err != nil {
		return bad("cannot be unpacked")
	}
	rows, err := io.ReadAll(io.LimitReader(reader, 1<<16))
	if err != nil || len(rows) < 6 || len(rows)%6 != 0 {
		return bad("has no rows")
	}
	offset := rows[len(rows)-5 : len(rows)-1]
	binary.BigEndian.PutUint32(offset, binary.BigEndian.Uint32(offset)+uint32(by))
	var packed bytes.Buffer
	writer := zlib.NewWriter(&packed)
	if _, err := writer.Write(rows); err != nil {
		return bad("cannot be packed")
	}
	if err := writer.Close(); err != nil {
		return bad("cannot be packed")
	}
	_, number := integer(section, length+len("/Length "))
	var out bytes.Buffer
	out.Write(section[:length])
	fmt.Fprintf(&out, "/Length %d", packed.Len())
	out.Write(section[number : start+len(mark)])
	out.Write(packed.Bytes())
	out.Write(section[end:])
	return out.Bytes(), nil
}
