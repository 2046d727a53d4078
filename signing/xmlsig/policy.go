package xmlsig

import (
	"strings"

	"ankhai/signing"
)

// Policy says what a kind of document must look like to be accepted. The zero
// value asks for exactly one signature, over the whole document, in a place
// where BHXH documents carry it: in the root's Cky, CKy_Dvi, CHUKYDONVI or CKYDTU_DVI, or in
// the root.
type Policy struct {
	signing.CertificatePolicy
	// Path is the one place for the signature, such as "D02-TS/Cky". In it and in
	// the paths below, "*" stands for the name of the root.
	Path string
	// Target is the path of the element that every signature must speak for,
	// such as "HoSo/NoiDung". It may occur once, and nothing may stand outside it
	// but the signatures and what Beside names. Empty: the whole document.
	Target string
	// Beside are the paths of elements that may stand outside Target, unsigned.
	Beside []string
	// AnyPlace accepts a signature wherever it stands (documents of others).
	AnyPlace bool
	// Several accepts more than one signature.
	Several bool
	// AllowPart accepts signatures over elements only; the caller must then read
	// nothing but what References says.
	AllowPart bool
	// Stamps judges time stamps; nil: they are mentioned and not judged.
	Stamps StampJudge
}

// defaultPlaces are where a signature may stand when no path is named.
var defaultPlaces = []string{"*", "*/Cky", "*/CKy_Dvi", "*/CHUKYDONVI", "*/CKYDTU_DVI"}

func (p Policy) places() []string {
	if p.Path != "" {
		return []string{p.Path}
	}
	return defaultPlaces
}

// paths are those that scan has to look for.
func (p Policy) paths() []string {
	paths := p.places()
	if p.Target != "" {
		paths = append(paths[:len(paths):len(paths)], p.Target)
	}
	return paths
}

// wellPlaced checks where the Signature stands: in the one element meant for it.
func (d *document) wellPlaced(p place, policy Policy) error {
	if p.nested() {
		_, err := d.countersigned(p)
		return err
	}
	if policy.AnyPlace && policy.Path == "" {
		return nil
	}
	meant := false // the document has a place meant for the signature
	for _, path := range policy.places() {
		meant = meant || path != "*" && len(d.slots[path]) > 0
	}
	for _, path := range policy.places() {
		if path == "*" && meant {
			continue
		}
		for _, slot := range d.slots[path] {
			inside := slot.contains(p.span) && strings.Count(p.parentPath, "/") == strings.Count(path, "/")
			if !inside {
				continue
			}
			if len(d.slots[path]) > 1 {
				return refuse(p.start, "Tệp có nhiều phần tử %s nên không rõ chữ ký nào được tính. Lấy lại tệp gốc.", p.parentPath)
			}
			return nil
		}
	}
	return refuse(p.start, "Chữ ký không nằm ở nơi dành cho nó mà ở %s. Lấy lại tệp gốc hoặc ký lại.", p.parentPath)
}

// target is the one element that the policy wants signed.
func (d *document) target(policy Policy) (span, error) {
	switch slots := d.slots[policy.Target]; len(slots) {
	case 0:
		return span{}, refuse(0, "Tệp không có phần tử %s là phần phải được ký. Lấy lại tệp gốc.", policy.Target)
	case 1:
		return slots[0].span, nil
	}
	return span{}, refuse(0, "Tệp có nhiều phần tử %s nên không rõ phần nào được ký. Lấy lại tệp gốc.", policy.Target)
}

// nothingOutside walks over what the signed target leaves out and refuses all
// that a reader might take for signed: elements, text, attributes, instructions.
func (d *document) nothingOutside(target span, policy Policy) error {
	t := newTokenizer(d.src)
	frames := d.frames(policy)
	var beside []string
	for _, path := range policy.Beside {
		beside = append(beside, d.rooted(path))
	}
	for {
		if err := t.next(); err != nil {
			return err
		}
		switch t.kind {
		case kindEOF:
			return nil
		case kindStart:
			here := path(t.open)
			if t.start == target.start {
				t.skip(target.end)
				continue
			}
			if p, is := d.signatureAt(t.start); is {
				t.skip(p.end)
				continue
			}
			if within(here, beside) {
				continue
			}
			if !frames[here] {
				return refuse(t.start, "Phần tử %s nằm ngoài phần được ký (%s). Lấy lại tệp gốc.", here, policy.Target)
			}
			for _, a := range t.attrs {
				if _, is := a.declares(); !is && !isID(a) && !namesSchema(a) {
					return refuse(t.start, "Thuộc tính %s của %s nằm ngoài phần được ký (%s). Lấy lại tệp gốc.", a.full, here, policy.Target)
				}
			}
		case kindText, kindCDATA:
			if len(t.open) > 0 && !blank(t.text) && !within(path(t.open), beside) {
				return refuse(t.start, "Chữ trong %s nằm ngoài phần được ký (%s). Lấy lại tệp gốc.", path(t.open), policy.Target)
			}
		case kindPI:
			return refuse(t.start, "Có chỉ thị xử lý nằm ngoài phần được ký (%s). Lấy lại tệp gốc.", policy.Target)
		}
	}
}

// namesSchema tells the attributes that say where a schema lies, which change
// nothing in what they stand on.
func namesSchema(a attribute) bool {
	return string(a.full) == "xsi:schemaLocation" || string(a.full) == "xsi:noNamespaceSchemaLocation"
}

// frames are the paths of the elements that only hold the target and the
// signatures.
func (d *document) frames(policy Policy) map[string]bool {
	frames := map[string]bool{}
	frame := func(path string) {
		for path = d.rooted(path); path != ""; path = path[:max(0, strings.LastIndexByte(path, '/'))] {
			frames[path] = true
		}
	}
	frame(policy.Target)
	for _, list := range [][]string{policy.Beside, policy.places()} {
		for _, path := range list {
			frame(path)
		}
	}
	for _, p := range d.signatures {
		if !p.nested() {
			frame(p.parentPath)
		}
	}
	delete(frames, d.rooted(policy.Target)) // it itself was met where it belongs
	return frames
}

// rooted puts the name of the root for the star at the start of a path.
func (d *document) rooted(path string) string {
	if rest, ok := strings.CutPrefix(path, "*"); ok {
		return d.rootName + rest
	}
	return path
}

// signatureAt is the Signature that starts at an offset.
func (d *document) signatureAt(start int) (place, bool) {
	for _, p := range d.signatures {
		if p.start == start {
			return p, true
		}
	}
	return place{}, false
}

// within tells a path that is one of the list or below one of them.
func within(path string, list []string) bool {
	for _, l := range list {
		if path == l || strings.HasPrefix(path, l+"/") {
			return true
		}
	}
	return false
}
