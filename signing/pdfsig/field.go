package pdfsig

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// field is a field of the form or one of its widgets.
type field struct {
	nr     int // object number, 0 for one that is written in place
	name   string
	kind   string // FT, inherited: Sig, Tx …
	dict   types.Dict
	widget bool // has no children of its own that are fields
}

// maxFields bounds the form; real ones have some thousand.
const maxFields = 50_000

// indexFields walks the form's tree. A field that is reached twice is a trap.
func (b *book) indexFields() error {
	b.fields = map[int]*field{}
	for _, o := range b.array(b.form["Fields"]) {
		if err := b.indexField(o, "", "", 0); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) indexField(o types.Object, above, kind string, depth int) error {
	d := b.dict(o)
	if d == nil {
		return nil // a dangling reference; readers pass over it
	}
	nr := number(o)
	if depth > 32 || len(b.order) > maxFields || b.fields[nr] != nil {
		return errBroken
	}
	f := &field{nr: nr, name: above, kind: kind, dict: d, widget: true}
	if t := b.text(d["T"]); t != "" {
		if above != "" {
			f.name += "."
		}
		f.name += t
	}
	if own := b.name(d["FT"]); own != "" {
		f.kind = own
	}
	if nr > 0 {
		b.fields[nr] = f
	}
	b.order = append(b.order, f)
	for _, kid := range b.array(d["Kids"]) {
		f.widget = false
		if err := b.indexField(kid, f.name, f.kind, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// signed gives the signature fields that hold a value.
func (b *book) signed() []*field {
	var list []*field
	for _, f := range b.order {
		if f.kind == "Sig" && b.get(f.dict["V"]) != nil {
			list = append(list, f)
		}
	}
	return list
}
