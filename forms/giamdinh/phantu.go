package giamdinh

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"ankhai/forms/xmlfile"
)

// phanTu reads the elements of one file. The first error stays in err.
type phanTu struct {
	t    *xmlfile.Tokens
	g    *gom
	noi  noi
	path []string
	dong int // the row being read, 0 outside
	err  error
}

func (r *phanTu) loi(ma, truong, say string) { r.g.loi(ma, r.noi, r.dong, truong, say) }

func (r *phanTu) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// next is the next token, nil at the end of the file or after an error.
func (r *phanTu) next() xml.Token {
	if r.err != nil {
		return nil
	}
	t, err := r.t.Next()
	if err != nil && err != io.EOF {
		r.fail(err)
		return nil
	}
	return t
}

// root reads up to the first element; "" if there is none.
func (r *phanTu) root() string {
	for {
		switch t := r.next().(type) {
		case nil:
			r.fail(io.ErrUnexpectedEOF)
			return ""
		case xml.StartElement:
			r.path = append(r.path, ngan(t.Name.Local))
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					r.loi("07", ngan(t.Name.Local), "Phần tử gốc có thuộc tính "+ngan(a.Name.Local)+". Bỏ thuộc tính này")
				}
			}
			if t.Name.Space != "" {
				return ""
			}
			return t.Name.Local
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				r.fail(errTrailing)
			}
		}
	}
}

// xsi is the space of xsi:nil, with which some programs write an empty field.
const xsi = "http://www.w3.org/2001/XMLSchema-instance"

var errTrailing = errors.New("text or elements outside of the root")

// end reads what follows the root, which must be nothing.
func (r *phanTu) end() {
	for r.err == nil {
		switch t := r.next().(type) {
		case nil:
			return
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				r.fail(errTrailing)
			}
		default:
			r.fail(errTrailing)
		}
	}
}

// kid is the name of the next element inside the one being read; ok is false at
// its end.
func (r *phanTu) kid() (name string, ok bool) {
	for {
		switch t := r.next().(type) {
		case nil:
			r.fail(io.ErrUnexpectedEOF)
			return "", false
		case xml.StartElement:
			name = t.Name.Local
			if t.Name.Space != "" {
				name = t.Name.Space + ":" + name
			}
			for _, a := range t.Attr {
				if a.Name.Space != xsi && a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					r.loi("07", ngan(name), "Có thuộc tính "+ngan(a.Name.Local)+". Bỏ thuộc tính này")
				}
			}
			return name, true
		case xml.EndElement:
			return "", false
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				r.loi("07", r.o(), "Có chữ đứng giữa các phần tử. Bỏ chữ này hoặc đưa vào trường của nó")
			}
		}
	}
}

// leaf is the text of an element up to its end, at most max bytes of it; long says
// that there was more. Elements inside are faults.
func (r *phanTu) leaf(max int) (text string, long bool) {
	var b []byte
	for {
		switch t := r.next().(type) {
		case nil:
			r.fail(io.ErrUnexpectedEOF)
			return "", long
		case xml.StartElement:
			r.loi("31", r.o(), "Có phần tử "+ngan(t.Name.Local)+" bên trong trường này. Trường chỉ có chữ")
			r.skip()
		case xml.EndElement:
			return string(b), long
		case xml.CharData:
			if len(b)+len(t) > max {
				long = true
				continue
			}
			b = append(b, t...)
		}
	}
}

// skip reads to the end of the element being read; some is whether it held
// anything.
func (r *phanTu) skip() (some bool) {
	for open := 1; open > 0; {
		switch t := r.next().(type) {
		case nil:
			r.fail(io.ErrUnexpectedEOF)
			return some
		case xml.StartElement:
			some = true
			open++
		case xml.EndElement:
			open--
		case xml.CharData:
			some = some || len(bytes.TrimSpace(t)) > 0
		}
	}
	return some
}

// o is the element being read.
func (r *phanTu) o() string {
	if len(r.path) == 0 {
		return ""
	}
	return r.path[len(r.path)-1]
}

// vaoSau puts an element onto the path while f reads it.
func (r *phanTu) vaoSau(name string, f func()) {
	r.path = append(r.path, ngan(name))
	f()
	r.path = r.path[:len(r.path)-1]
}

// why puts the error of reading into words for a person.
func (r *phanTu) why() string {
	switch {
	case errors.Is(r.err, xmlfile.ErrTooLarge):
		return "Tệp quá lớn, hoặc có một phần tử quá lớn. Chia gói thành nhiều tệp"
	case errors.Is(r.err, xmlfile.ErrTooDeep):
		return "Các phần tử lồng nhau quá sâu. Xuất lại tệp từ phần mềm đã lập"
	case errors.Is(r.err, xmlfile.ErrDoctype):
		return "Tệp có DOCTYPE hoặc thực thể. Xuất lại tệp XML không có hai thứ đó"
	case errors.Is(r.err, io.ErrUnexpectedEOF):
		return "Tệp hết giữa chừng hoặc không có gì. Xuất lại tệp từ phần mềm đã lập"
	}
	return "XML không đúng cú pháp ở dòng " + strconv.Itoa(r.t.Line()) + ". Xuất lại tệp từ phần mềm đã lập"
}

// ngan cuts a name that a hostile file made long.
func ngan(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return strings.ToValidUTF8(s, "?")
}
