package pdfsig

import (
	"bytes"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// comparison holds two revisions of a file against each other as readers see
// them: from the catalogue down, whatever objects the parts now lie in.
type comparison struct {
	old, new *book
	step     *step
	// alike are pairs of object numbers found or taken to be equal.
	alike map[[2]int]bool
}

// compare says what the new revision did to the old one.
func compare(before, after *book) step {
	s := step{until: len(after.data)}
	c := comparison{old: before, new: after, step: &s, alike: map[[2]int]bool{}}
	c.catalogs()
	c.forms()
	if len(before.leafs) != len(after.leafs) || !maps.Equal(before.nodes, after.nodes) {
		s.reach(changeContent)
		return s
	}
	for i, leaf := range before.leafs {
		if s.far == changeContent {
			return s
		}
		c.page(leaf, after.leafs[i])
	}
	return s
}

// catalogs compares the catalogues but for what has rules of its own.
func (c *comparison) catalogs() {
	for _, key := range keysOf(c.old.root, c.new.root) {
		switch key {
		case "AcroForm", "Pages", "Type":
		case "DSS", "Extensions", "Metadata", "Version":
			if !c.equal(c.old.root[key], c.new.root[key], 0) {
				c.step.reach(changeEvidence)
			}
		case "Perms":
			if c.equal(c.old.root[key], c.new.root[key], 0) {
				continue
			}
			if c.old.get(c.old.root[key]) != nil || len(c.old.signed()) > 0 { // only the first signature certifies
				c.step.reach(changeContent)
			}
			c.step.reach(changeSignature)
		default:
			if !c.equal(c.old.root[key], c.new.root[key], 0) {
				c.step.reach(changeContent)
			}
		}
	}
	c.tree()
}

// tree compares the nodes above the pages: which page lies where, and what it
// inherits there.
func (c *comparison) tree() {
	same := number(c.old.root["Pages"]) == number(c.new.root["Pages"])
	for nr := range c.old.nodes {
		old, now := c.old.byNumber(nr), c.new.byNumber(nr)
		same = same && c.equalDicts(old, now, 0, "Parent", "Kids") && c.sameNumbers(old["Kids"], now["Kids"])
	}
	if !same {
		c.step.reach(changeContent)
	}
}

// sameNumbers says that two lists refer to the same objects in the same order.
func (c *comparison) sameNumbers(a, b types.Object) bool {
	return slices.EqualFunc(c.old.array(a), c.new.array(b), func(x, y types.Object) bool { return number(x) == number(y) })
}

func (b *book) byNumber(nr int) types.Dict {
	if entry := b.ctx.Table[nr]; entry != nil && !entry.Free {
		return b.dict(entry.Object)
	}
	return nil
}

func (c *comparison) page(old, now types.Dict) {
	if !c.equalDicts(old, now, 0, "Parent", "Annots") {
		c.step.reach(changeContent)
		return
	}
	before, after := c.old.array(old["Annots"]), c.new.array(now["Annots"])
	kept := map[int]bool{}
	var written []types.Object // annotations in place, without a number
	for _, o := range before {
		if nr := number(o); nr > 0 {
			kept[nr] = true
		} else {
			written = append(written, o)
		}
	}
	for _, o := range after {
		nr := number(o)
		switch {
		case kept[nr]:
			delete(kept, nr)
			if c.new.fields[nr] == nil && !c.equalDicts(c.old.dict(o), c.new.dict(o), 0, "P", "Parent") {
				c.step.reach(changeAnnotation)
			}
		case nr == 0 && len(written) > 0 && c.equal(written[0], o, 0):
			written = written[1:]
		case c.new.fields[nr] != nil && c.old.fields[nr] == nil && c.new.fields[nr].kind == "Sig":
			c.step.reach(changeSignature) // judged among the fields
		case c.new.fields[nr] != nil && c.old.fields[nr] != nil && c.new.fields[nr].kind == "Sig":
			c.step.reach(changeSignature) // a field that was there gets its place on the page
		default:
			c.step.reach(changeAnnotation)
		}
	}
	if len(kept)+len(written) > 0 {
		c.step.reach(changeAnnotation)
	}
}

// forms compares the fields one by one.
func (c *comparison) forms() {
	if c.old.form == nil && c.new.form == nil {
		return
	}
	for _, key := range keysOf(c.old.form, c.new.form) {
		switch key {
		case "Fields", "SigFlags":
		case "DR":
			if c.old.form != nil && c.old.form[key] != nil && !c.contains(c.old.form[key], c.new.form[key], 0) {
				c.step.reach(changeContent)
			}
		case "DA", "Q", "NeedAppearances", "CO":
			if !c.equal(c.old.form[key], c.new.form[key], 0) {
				c.step.reach(changeForm)
			}
		default: // XFA and what else nobody knows
			if !c.equal(c.old.form[key], c.new.form[key], 0) {
				c.step.reach(changeContent)
			}
		}
	}
	for nr, f := range c.old.fields {
		now := c.new.fields[nr]
		if now == nil {
			c.step.reach(changeContent)
			continue
		}
		c.field(f, now)
	}
	for nr, f := range c.new.fields {
		if c.old.fields[nr] != nil {
			continue
		}
		if f.kind != "Sig" {
			c.step.reach(changeContent)
			continue
		}
		c.added(f)
	}
	for i, f := range c.old.order { // fields without a number: by their order
		if f.nr == 0 && (i >= len(c.new.order) || !c.equalDicts(f.dict, c.new.order[i].dict, 0)) {
			c.step.reach(changeContent)
		}
	}
}

// added looks at a signature field that is new.
func (c *comparison) added(f *field) {
	value := c.new.dict(f.dict["V"])
	switch {
	case value != nil && c.new.name(value["Type"]) == "DocTimeStamp" && !draws(c.new, f.dict):
		c.step.reach(changeEvidence)
	default:
		c.step.reach(changeSignature)
		c.step.shown = c.step.shown || draws(c.new, f.dict)
	}
}

// draws says whether a widget covers any part of a page.
func draws(b *book, widget types.Dict) bool {
	rect := b.array(widget["Rect"])
	if len(rect) != 4 {
		return false
	}
	return !sameNumber(b.get(rect[0]), b.get(rect[2])) && !sameNumber(b.get(rect[1]), b.get(rect[3]))
}

func sameNumber(a, b types.Object) bool {
	return a != nil && b != nil && a.PDFString() == b.PDFString()
}

// field compares one that was there before.
func (c *comparison) field(old, now *field) {
	filled := false
	for _, key := range keysOf(old.dict, now.dict) {
		switch key {
		case "Parent", "P":
			if number(old.dict[key]) != number(now.dict[key]) && old.dict[key] != nil {
				c.step.reach(changeContent)
			}
			continue
		case "Kids":
			if !c.sameNumbers(old.dict[key], now.dict[key]) {
				c.step.reach(changeContent)
			}
			continue
		}
		if c.equal(old.dict[key], now.dict[key], 0) {
			continue
		}
		switch key {
		case "V", "AP", "AS", "M", "I", "MK":
			if old.kind != "Sig" {
				filled = true
				continue
			}
			if c.old.get(old.dict["V"]) != nil { // a signature is not changed once it is there
				c.step.reach(changeContent)
			}
			c.step.reach(changeSignature)
			c.step.shown = c.step.shown || draws(c.new, now.dict)
		default:
			c.step.reach(changeContent)
		}
	}
	if filled {
		c.step.reach(changeForm)
		c.step.filled = append(c.step.filled, now.name)
	}
}

// equal compares two values deeply. Pages, fields and their widgets are compared
// elsewhere: here it is enough that they are the same ones.
func (c *comparison) equal(a, b types.Object, depth int) bool {
	if depth > maxDepth {
		return false
	}
	n, m := number(a), number(b)
	if n > 0 && m > 0 {
		pair := [2]int{n, m}
		if c.alike[pair] {
			return true
		}
		p, isPage := c.old.pages[n]
		q, wasPage := c.new.pages[m]
		if isPage || wasPage {
			return isPage && wasPage && p == q
		}
		if c.old.nodes[n] || c.old.fields[n] != nil {
			return n == m && (c.new.nodes[m] || c.new.fields[m] != nil)
		}
		c.alike[pair] = true // for as long as nothing speaks against it
	}
	x, y := c.old.get(a), c.new.get(b)
	if x == nil || y == nil {
		// the library could not read it, or nobody can: the same bytes, then
		return x == nil && y == nil && (n == 0 && m == 0 || n > 0 && m > 0 && c.old.objectAt(n) == c.new.objectAt(m))
	}
	same := false
	switch x := x.(type) {
	case types.Dict:
		y, ok := y.(types.Dict)
		same = ok && c.equalDicts(x, y, depth+1)
	case types.StreamDict:
		y, ok := y.(types.StreamDict)
		same = ok && bytes.Equal(x.Raw, y.Raw) && c.equalDicts(x.Dict, y.Dict, depth+1)
	case types.Array:
		y, ok := y.(types.Array)
		same = ok && len(x) == len(y)
		for i := 0; same && i < len(x); i++ {
			same = c.equal(x[i], y[i], depth+1)
		}
	default:
		same = x.PDFString() == y.PDFString()
	}
	if !same && n > 0 && m > 0 {
		delete(c.alike, [2]int{n, m})
	}
	return same
}

func (c *comparison) equalDicts(a, b types.Dict, depth int, but ...string) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	for _, key := range keysOf(a, b) {
		if !slices.Contains(but, key) && !c.equal(a[key], b[key], depth+1) {
			return false
		}
	}
	return true
}

// contains says that what a resource dictionary had is still there.
func (c *comparison) contains(a, b types.Object, depth int) bool {
	x, y := c.old.dict(a), c.new.dict(b)
	if x == nil || y == nil || depth > 2 {
		return c.equal(a, b, 0)
	}
	for key := range x {
		if !c.contains(x[key], y[key], depth+1) {
			return false
		}
	}
	return true
}

func keysOf(a, b types.Dict) []string {
	keys := slices.Collect(maps.Keys(a))
	for key := range b {
		if _, ok := a[key]; !ok {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
