package pdfsig

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// permission is what a signature allows to happen to the file after it (ISO
// 32000-1, 12.8.2): level is the P of DocMDP, 1 to 3, or 0 where it says nothing;
// action and names are FieldMDP's.
type permission struct {
	level  int
	action string // All, Include, Exclude; "" locks no field
	names  []string
}

// permissionOf reads the references of a signature dictionary and the lock of
// its field.
func (b *book) permissionOf(f *field) permission {
	var p permission
	for _, o := range b.array(b.dict(f.dict["V"])["Reference"]) {
		reference := b.dict(o)
		params := b.dict(reference["TransformParams"])
		switch b.name(reference["TransformMethod"]) {
		case "DocMDP":
			p.level = b.level(params)
		case "FieldMDP":
			p.lock(b, params)
		}
	}
	if lock := b.dict(f.dict["Lock"]); lock != nil && p.action == "" {
		p.lock(b, lock)
		if b.get(lock["P"]) != nil && p.level == 0 {
			p.level = b.level(lock)
		}
	}
	return p
}

// level is the P of DocMDP's parameters; 2 where it is left out.
func (b *book) level(params types.Dict) int {
	if n, ok := b.get(params["P"]).(types.Integer); ok {
		return min(3, max(1, n.Value()))
	}
	return 2
}

func (p *permission) lock(b *book, d types.Dict) {
	p.action = b.name(d["Action"])
	for _, o := range b.array(d["Fields"]) {
		p.names = append(p.names, b.text(o))
	}
}

// locks says whether a field may not be filled in any more.
func (p permission) locks(name string) bool {
	listed := slices.ContainsFunc(p.names, func(locked string) bool {
		return name == locked || len(name) > len(locked) && name[:len(locked)] == locked && name[len(locked)] == '.'
	})
	switch p.action {
	case "All":
		return true
	case "Include":
		return listed
	case "Exclude":
		return !listed
	}
	return false
}

// certified is the DocMDP level of the file as a whole: of its certification
// signature or of the strictest lock; 0 where nothing is said.
func (b *book) certified() int {
	level := 0
	take := func(l int) {
		if l > 0 && (level == 0 || l < level) {
			level = l
		}
	}
	for _, f := range b.signed() {
		take(b.permissionOf(f).level)
	}
	for _, o := range b.array(b.dict(b.dict(b.root["Perms"])["DocMDP"])["Reference"]) {
		take(b.level(b.dict(b.dict(o)["TransformParams"])))
	}
	return level
}
