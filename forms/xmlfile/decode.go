package xmlfile

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strconv"

	"ankhai/forms/form"
)

// Decode reads a file of any registered form, found by its root. What is not
// as the layout says is reported and, where it has a meaning, still read; a
// missing element is as good as an empty one. What stands in the signature node
// is not looked at. The error is of the file as a whole.
func Decode(data []byte) (*form.Doc, *form.Wire, []Odd, error) {
	r := newReader(data)
	doc, w := r.document("", data)
	if r.err != nil {
		return nil, nil, r.odds, fmt.Errorf("read XML: %w", r.err)
	}
	return doc, w, r.odds, nil
}

// Validate checks the structure of a file against the wire layout in strict
// order, as the schema does: what Decode reports, and also required elements
// that are missing. name is the file's name ("D02-TS-595.xml"); when a layout
// of that name is known the root must be its own. A file of no known layout is
// one finding.
func Validate(name string, data []byte) []Finding {
	r := newReader(data)
	r.document(name, data)
	if r.err != nil {
		r.odd(OddBroken, "Tệp không đọc được: "+r.why())
	}
	return r.odds
}

// why puts the error of reading into words for a person.
func (r *reader) why() string {
	switch {
	case errors.Is(r.err, ErrTooLarge):
		return "lớn hơn " + strconv.Itoa(MaxBytes>>20) + " MB"
	case errors.Is(r.err, ErrTooDeep):
		return "các phần tử lồng nhau quá sâu"
	case errors.Is(r.err, ErrDoctype):
		return "có DOCTYPE hoặc thực thể. Xuất lại tệp XML không có hai thứ đó"
	case errors.Is(r.err, ErrUnknown):
		return "phần tử gốc không phải của mẫu nào đã biết"
	}
	return "XML không đúng cú pháp ở dòng " + strconv.Itoa(r.t.Line()) + ". Xuất lại tệp từ phần mềm đã lập"
}

// document reads the whole file. With a name it also asks that the file is what
// the name says and that the required elements stand.
func (r *reader) document(name string, data []byte) (*form.Doc, *form.Wire) {
	start, ok := r.root()
	if !ok {
		return nil, nil
	}
	f, w, err := layoutIn(start.Name.Local, data)
	if err != nil {
		r.fail(err)
		return nil, nil
	}
	if w == nil {
		r.fail(ErrUnknown)
		return nil, nil
	}
	if start.Name.Space != "" {
		r.odd(OddAttribute, "phần tử gốc có không gian tên")
	}
	switch _, named := LayoutOfFile(name); {
	case named == nil || named == w:
	case named.Root != w.Root:
		r.odd(OddUnknown, "phần tử gốc không phải "+named.Root)
	default:
		r.odd(OddUnknown, "nội dung không phải của tệp "+named.File)
	}
	d := decoder{reader: r, doc: form.New(f), sign: w.SignNode, counter: w.Counter, strict: name != ""}
	body := append(append(make([]form.Elem, 0, len(w.Body)+2), w.Body...), form.Elem{Name: w.SignNode})
	if w.Counter != "" {
		body = append(body, form.Elem{Name: w.Counter})
	}
	d.kids(body, nil, 0)
	r.end()
	return d.doc, w
}

type decoder struct {
	*reader
	doc     *form.Doc
	sign    string
	strict  bool
	counter string
	main    *form.Row // the row of the main table being read
}

// kids reads the children of the element being read against their layout.
func (d *decoder) kids(list []form.Elem, row *form.Row, n int) {
	at, count := 0, 0 // the element expected, and how often it came
	for {
		start, ok := d.kid()
		if !ok {
			break
		}
		k := find(list, start.Name.Local, at)
		if k > at && start.Name.Space == "" {
			d.missing(list, at, k, count)
			at, count = k, 0
		}
		label := short(start.Name.Local)
		if k >= 0 && list[k].Repeat != form.Once {
			c := 1
			if k == at {
				c = count + 1
			}
			label += "[" + strconv.Itoa(c) + "]"
		}
		d.path = append(d.path, label)
		switch {
		case k < 0 || start.Name.Space != "":
			d.odd(OddUnknown, "không có phần tử này trong bố cục")
			d.skip()
		case k < at:
			d.odd(OddOrder, "đứng sai thứ tự")
			d.elem(&list[k], start, row, n, 1)
		case k == at && count > 0 && list[k].Repeat == form.Once:
			d.odd(OddTwice, "lặp lại")
			d.skip()
		default:
			count++
			d.elem(&list[k], start, row, n, count)
		}
		d.path = d.path[:len(d.path)-1]
		if d.err != nil {
			return
		}
	}
	if d.err == nil {
		d.missing(list, at, len(list), count)
	}
}

// missing reports, when strict, elements passed over that must stand: groups
// and the signature node. Leaves may be left out.
func (d *decoder) missing(list []form.Elem, from, to, count int) {
	if !d.strict {
		return
	}
	for i := from; i < to; i++ {
		if i == from && count > 0 {
			continue
		}
		el := &list[i]
		if el.Repeat == form.Once && len(d.path) == 1 && (el.Name == d.sign || holdsRows(el.Kids)) {
			d.odd(OddMissing, "thiếu phần tử "+el.Name)
		}
	}
}

func holdsRows(kids []form.Elem) bool {
	for i := range kids {
		if kids[i].Repeat == form.EachRow {
			return true
		}
	}
	return false
}

// find looks for a name from at onwards, then before it.
func find(list []form.Elem, name string, at int) int {
	for i := at; i < len(list); i++ {
		if list[i].Name == name {
			return i
		}
	}
	for i := 0; i < at && i < len(list); i++ {
		if list[i].Name == name {
			return i
		}
	}
	return -1
}

// elem reads one element, its start already taken.
func (d *decoder) elem(el *form.Elem, start xml.StartElement, row *form.Row, n, count int) {
	if len(d.path) == 2 && (el.Name == d.sign || el.Name == d.counter) {
		d.skip()
		return
	}
	d.plain(start)
	switch {
	case el.Repeat == form.EachRow:
		var main form.Row
		if el.Mark != nil {
			el.Mark(&main)
		}
		d.main = &main
		d.kids(el.Kids, &main, count)
		d.main = nil
		d.doc.Rows = append(d.doc.Rows, main)
	case el.Repeat == form.EachSub:
		d.sub(el, count)
	case el.Kids != nil:
		d.kids(el.Kids, row, n)
	default:
		d.value(el, row, n)
	}
}

// sub reads a row of a sub-table and ties it to the main row around it.
func (d *decoder) sub(el *form.Elem, count int) {
	t := d.doc.Form.Sub(el.Sub)
	if d.main == nil || t == nil || t.Link == nil {
		d.odd(OddOrder, "đứng ngoài dòng của nó")
		d.skip()
		return
	}
	to := t.LinkTo.Col()
	if to.Get(*d.main).S == "" {
		d.odd(OddValue, "dòng chính không có "+to.Label)
		to.Put(d.main, form.TextValue("#"+strconv.Itoa(len(d.doc.Rows)+1)))
	}
	var sub form.Row
	d.kids(el.Kids, &sub, count)
	t.Link.Col().Put(&sub, to.Get(*d.main))
	d.doc.Subs[el.Sub] = append(d.doc.Subs[el.Sub], sub)
}

// value reads a leaf.
func (d *decoder) value(el *form.Elem, row *form.Row, n int) {
	text := d.leaf()
	if d.err != nil {
		return
	}
	switch {
	case el.Seq:
		if text != "" && text != strconv.Itoa(n) {
			d.odd(OddValue, "số thứ tự phải là "+strconv.Itoa(n))
		}
	case el.Read == nil && el.Write != nil:
		if text != "" && text != el.Write(form.WireRow{Doc: d.doc, Row: row}) {
			d.odd(OddValue, "giá trị không khớp với phần tử mà nó suy ra")
		}
	case el.Read != nil:
		if !el.Read(form.WireRow{Doc: d.doc, Row: row}, text) {
			d.odd(OddValue, "giá trị không đúng dạng của phần tử")
		}
	case el.Col != nil:
		v, ok := el.Col.FromWire(text)
		if !ok {
			d.odd(OddValue, el.Col.Label+": giá trị không đúng dạng")
			return
		}
		if k := el.Col.Kind; d.strict && (k == form.KindDay || k == form.KindMonth || k == form.KindFlag) && el.Col.Wire(v) != text {
			d.odd(OddValue, el.Col.Label+": giá trị không đúng dạng của tệp")
		}
		if !v.Known() {
			return
		}
		switch {
		case el.Head:
			el.Col.Put(&d.doc.Head, v)
		case row != nil:
			el.Col.Put(row, v)
		}
	}
}
