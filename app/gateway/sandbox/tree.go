package sandbox

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Bounds of any XML that is read.
const (
	maxDepth = 64
	maxNodes = 2_000_000 // of a declaration: ten thousand rows of sixty cells, and more
	maxKept  = 20_000    // of an envelope, whose tree is kept
)

// elem is one element of the envelope. Signatures are not kept, only counted.
type elem struct {
	name string
	text string
	kids []*elem
	line int
	sign int // ds:Signature children
}

const dsNamespace = "http://www.w3.org/2000/09/xmldsig#"

// readXML walks a whole document: UTF-8, no DOCTYPE, no entities of its own,
// one root, no processing instruction after the declaration. If keep is true
// it returns the tree. The error is in Vietnamese, for a Finding.
func readXML(b []byte, keep bool) (*elem, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if !utf8.Valid(b) {
		return nil, errors.New("tệp không phải UTF-8; lưu lại bằng UTF-8")
	}
	if bytes.Contains(b, []byte("<!DOCTYPE")) || bytes.Contains(b, []byte("<!ENTITY")) {
		return nil, errors.New("có khai báo DOCTYPE hoặc ENTITY; bỏ khai báo này")
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	var root *elem
	var stack []*elem
	var text []*strings.Builder
	nodes := 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			line, col := d.InputPos()
			return nil, fmt.Errorf("không đọc được XML tại dòng %d, cột %d; xuất lại tệp", line, col)
		}
		switch t := t.(type) {
		case xml.Directive:
			return nil, errors.New("có khai báo DOCTYPE hoặc ENTITY; bỏ khai báo này")
		case xml.ProcInst:
			if t.Target != "xml" || root != nil || len(stack) > 0 {
				return nil, fmt.Errorf("có chỉ thị xử lý %q; bỏ chỉ thị này", cut(t.Target, 20))
			}
		case xml.StartElement:
			if nodes++; nodes > maxNodes || keep && nodes > maxKept || len(stack) >= maxDepth {
				return nil, errors.New("quá nhiều phần tử hoặc lồng quá sâu")
			}
			if len(stack) == 0 && root != nil {
				return nil, errors.New("có hơn một phần tử gốc")
			}
			line, _ := d.InputPos()
			e := &elem{name: t.Name.Local, line: line}
			if t.Name.Space != "" {
				e.name = "{" + t.Name.Space + "}" + t.Name.Local
			}
			if len(stack) == 0 {
				root = e
			} else if up := stack[len(stack)-1]; keep {
				if t.Name.Space == dsNamespace && t.Name.Local == "Signature" {
					up.sign++
					if err := d.Skip(); err != nil {
						return nil, errors.New("không đọc hết được chữ ký; xuất lại tệp")
					}
					continue
				}
				up.kids = append(up.kids, e)
			}
			stack, text = append(stack, e), append(text, &strings.Builder{})
		case xml.CharData:
			if len(stack) > 0 {
				if keep {
					text[len(text)-1].Write(t)
				}
			} else if len(bytes.TrimSpace(t)) > 0 {
				return nil, errors.New("có chữ nằm ngoài phần tử gốc")
			}
		case xml.EndElement:
			top := len(stack) - 1
			stack[top].text = text[top].String()
			stack, text = stack[:top], text[:top]
		}
	}
	if root == nil || len(stack) > 0 {
		return nil, errors.New("tệp rỗng hoặc bị cắt giữa chừng")
	}
	return root, nil
}

func cut(s string, n int) string {
	r := []rune(s)
	if len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
