package pdfsig

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/digitorus/pdf"
)

var (
	errEncrypted = errors.New("pdf is encrypted")
	errLocked    = errors.New("pdf is certified against changes")
	errForm      = errors.New("pdf has a dynamic form")
	errBroken    = errors.New("pdf structure is not sound")
)

// inspect reads a PDF as the signing library would, with bounds the library does
// not have.
func inspect(data []byte) error {
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.Contains(data[max(0, len(data)-4096):], []byte("%%EOF")) {
		return errBroken
	}
	if err := bounded(data); err != nil {
		return err
	}
	if at, ok := anchored(data); !ok || !exact(data, at) {
		return errBroken
	}
	lengths, err := sound(data)
	if err != nil {
		return err
	}
	_, err = guarded(func() (struct{}, error) { return struct{}{}, probe(data, lengths) })
	return err
}

// exact says that startxref leads to the very byte the table begins at.
func exact(data []byte, table int) bool {
	last := bytes.LastIndex(data, []byte("startxref"))
	at, _ := integer(data, skipWhite(data, last+len("startxref")))
	return at == table
}

// probe has the library read the file's table and looks for object streams that
// lie in others: the library would never come back from them. lengths are objects
// that hold the length of such a stream.
func probe(data []byte, lengths []int) error {
	reader, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if bytes.Contains(data, []byte("/Encrypt")) {
			return errEncrypted
		}
		return fmt.Errorf("%w: %w", errBroken, err)
	}
	if !reader.Trailer().Key("Encrypt").IsNull() {
		return errEncrypted
	}
	table := reader.Xref()
	for i := range table {
		container := table[i].Stream()
		if id := container.GetID(); id != 0 {
			lengths = append(lengths, int(id))
		}
	}
	for _, id := range lengths {
		if id >= len(table) {
			return errBroken
		}
		if outer := table[id].Stream(); outer.GetID() != 0 {
			return errBroken
		}
	}
	return nil
}

// bounded refuses what would send the library into endless work or memory.
func bounded(data []byte) error {
	const maxObjects = 8_388_607 // ISO 32000-1, annex C
	for _, key := range []string{"/Size", "/Index", "/N", "/First", "/Columns"} {
		for at := 0; ; {
			n := bytes.Index(data[at:], []byte(key))
			if n < 0 {
				break
			}
			at += n + len(key)
			for p := skipWhite(data, at); p < len(data) && p < at+256; {
				if data[p] == '[' {
					p = skipWhite(data, p+1)
				}
				number, end := integer(data, p)
				if end == p {
					break
				}
				if number > maxObjects {
					return errBroken
				}
				p = skipWhite(data, end)
			}
		}
	}
	for at := 0; ; {
		n := bytes.Index(data[at:], []byte("xref"))
		if n < 0 {
			break
		}
		at += n + len("xref")
		if bytes.HasSuffix(data[:at], []byte("startxref")) {
			continue // an offset follows
		}
		for p := at; p < len(data); {
			p = skipWhite(data, p)
			first, end := integer(data, p)
			q := skipWhite(data, end)
			count, end2 := integer(data, q)
			if end == p || end2 == q {
				break
			}
			if first > maxObjects || count > maxObjects {
				return errBroken
			}
			p = skipWhite(data, end2) + 20*count
		}
	}
	depth := 0
	for _, b := range data {
		switch b {
		case '[', '<':
			if depth++; depth > maxNesting {
				return errBroken
			}
		case ']', '>':
			depth = max(0, depth-1)
		}
	}
	return nil
}

func integer(data []byte, p int) (n, end int) {
	end = p
	for end < len(data) && end-p < 18 && data[end] >= '0' && data[end] <= '9' {
		end++
	}
	n, _ = strconv.Atoi(string(data[p:end])) // "" is 0
	return n, end
}

// explain turns what inspect found into an outcome with its sentence.
func explain(err error) error {
	say := "Chưa ký được: tệp PDF hỏng hoặc viết sai cấu trúc. Mở tệp, in lại thành PDF rồi ký."
	switch {
	case errors.Is(err, errEncrypted):
		say = "Chưa ký được: tệp PDF có mật khẩu hoặc bị hạn chế quyền. Lưu lại bản không đặt mật khẩu rồi ký."
	case errors.Is(err, errLocked):
		say = "Chưa ký được: người lập tệp PDF đã khoá, không cho ký thêm. Xin bản chưa khoá."
	case errors.Is(err, errForm):
		say = "Chưa ký được: tệp PDF chứa biểu mẫu động (XFA), ký sẽ làm hỏng biểu mẫu. In lại thành PDF rồi ký."
	case errors.Is(err, errTooLong):
		say = "Chưa ký được: tệp PDF quá phức tạp, đọc không xong trong thời gian cho phép. In lại thành PDF rồi ký."
	}
	return unsignable(err, say)
}
