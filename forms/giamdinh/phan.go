package giamdinh

import (
	"bytes"
	"strconv"
	"strings"

	"ankhai/forms/xmlfile"
)

// Limits of a table.
const (
	MaxDong   = 20_000
	maxTruong = 1 << 20 // bytes of one field
)

// Phan is a table that was read.
type Phan struct {
	Bang *Bang
	Dong []Dong
}

// Get is the cell of a field in a row from 0.
func (p *Phan) Get(dong int, truong string) string { return p.Bang.Get(p.Dong[dong], truong) }

// readPhan reads a file of one table. It is nil where the root is of no table, or
// where the file could not be read to its end; why is told then.
func readPhan(g *gom, n noi, data []byte) *Phan {
	x := &phanReader{phanTu: &phanTu{t: xmlfile.NewTokens(bytes.NewReader(data), MaxTep, MaxTep), g: g, noi: n}}
	root := x.root()
	if x.err == nil {
		x.noi.bang = BangCuaGoc(root)
		if x.noi.bang == nil {
			x.loi("02", ngan(root), "Phần tử gốc không phải của bảng nào từ XML0 đến XML15. Chọn đúng tệp")
			return nil
		}
		x.read()
		x.end()
	}
	return x.close()
}

type phanReader struct {
	*phanTu
	out   Phan
	size  int  // bytes of the texts kept
	sai   bool // an order that is wrong was told
	nhieu bool // more rows than are read
}

// close turns the error of reading into a fault.
func (x *phanReader) close() *Phan {
	if x.err != nil {
		x.dong = 0
		x.loi("01", "", x.why())
		return nil
	}
	return &x.out
}

// read reads the table whose root was taken.
func (x *phanReader) read() {
	b := x.noi.bang
	x.out.Bang = b
	if b.DS == "" {
		x.motDong()
		return
	}
	for x.err == nil {
		name, ok := x.kid()
		if !ok {
			break
		}
		x.vaoSau(name, func() {
			switch name {
			case b.DS:
				x.danhSach()
			case SignNode:
				x.skip()
			default:
				x.loi("31", ngan(name), "Phần tử lạ trong "+b.Goc+". Chỉ có "+b.DS+" ở đây")
				x.skip()
			}
		})
	}
	if x.err == nil && len(x.out.Dong) == 0 {
		x.loi("34", b.Dong, "Bảng không có dòng nào. Bỏ bảng này khỏi hồ sơ hoặc thêm dòng")
	}
}

func (x *phanReader) danhSach() {
	b := x.noi.bang
	for x.err == nil {
		name, ok := x.kid()
		if !ok {
			return
		}
		x.vaoSau(name, func() {
			switch {
			case name != b.Dong:
				x.loi("31", ngan(name), "Phần tử lạ trong "+b.DS+". Chỉ có "+b.Dong+" ở đây")
				x.skip()
			case len(x.out.Dong) >= MaxDong:
				if !x.nhieu {
					x.loi("35", b.Dong, "Bảng có hơn "+strconv.Itoa(MaxDong)+" dòng; phần sau không xét. Chia hồ sơ theo đợt điều trị")
				}
				x.nhieu = true
				x.skip()
			default:
				x.motDong()
			}
		})
	}
}

// motDong reads the fields of a row; its element was taken.
func (x *phanReader) motDong() {
	b := x.noi.bang
	x.dong = len(x.out.Dong) + 1
	var d Dong
	co := make(map[int]bool, len(b.Truong))
	last := -1
	for x.err == nil {
		name, ok := x.kid()
		if !ok {
			break
		}
		x.vaoSau(name, func() {
			i, known := b.at[name]
			switch {
			case name == SignNode && b.DS == "":
				x.skip()
			case !known:
				x.loi("30", ngan(name), "Bảng không có trường này theo các bảng chỉ tiêu đã biết. Xem lại tên trường, hoặc bỏ qua nếu văn bản mới đã thêm")
				x.skip()
			case co[i]:
				x.loi("32", name, "Trường lặp lại trong dòng; chỉ xét lần đầu. Bỏ lần sau")
				x.skip()
			default:
				if i < last && !x.sai {
					x.sai = true
					x.loi("33", name, "Trường đứng sai thứ tự của bảng. Xếp lại các trường theo bảng chỉ tiêu")
				}
				last, co[i] = max(last, i), true
				x.put(&d, i)
			}
		})
	}
	x.out.Dong = append(x.out.Dong, d)
	x.dong = 0
}

// put keeps the text of a field.
func (x *phanReader) put(d *Dong, i int) {
	s, long := x.leaf(maxTruong)
	if s = strings.TrimSpace(s); x.err != nil || s == "" && !long {
		return
	}
	if x.size += len(s); long || x.size > MaxTep {
		x.loi("18", x.noi.bang.Truong[i].Ten, "Chữ của trường hoặc của cả bảng quá dài. Rút gọn nội dung")
		x.fail(xmlfile.ErrTooLarge)
		return
	}
	if *d == nil {
		*d = make(Dong, len(x.noi.bang.Truong))
	}
	(*d)[i] = s
}
