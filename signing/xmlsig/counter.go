package xmlsig

import (
	"bytes"
	"slices"

	"ankhai/signing"
)

const sayNested = "Có chữ ký lồng trong chữ ký. Lấy lại tệp gốc."

// countersigned is the signature that a nested one confirms. XAdES has one place
// for it, CounterSignature among the unsigned properties; anywhere else inside a
// signature another one is a trick.
func (d *document) countersigned(p place) (*structure, error) {
	_, s, err := d.parts(p.outer)
	if err != nil {
		return nil, err
	}
	if s.qualifying == nil || s.qualifying.unsigned == nil {
		return nil, refuse(p.start, sayNested)
	}
	about := s.qualifying.unsigned.single(nsXAdES, "UnsignedSignatureProperties")
	if about == nil {
		return nil, refuse(p.start, sayNested)
	}
	for _, c := range about.children {
		if c.xades("CounterSignature") && len(c.children) == 1 && c.children[0].span == p.span {
			return s, nil
		}
	}
	return nil, refuse(p.start, sayNested)
}

// spliceCounter copies the document with a countersignature in the signature
// that it confirms.
func (d *document) spliceCounter(opts Options) ([]byte, error) {
	index := slices.IndexFunc(d.signatures, func(p place) bool { return p.span == d.ids[opts.Counter] })
	if index < 0 {
		return nil, signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: tệp không có chữ ký mang Id “%s” cần xác nhận. Chọn lại chữ ký.", opts.Counter)
	}
	_, s, err := d.parts(index)
	if err != nil {
		return nil, unsignable(err)
	}
	id, _ := s.value.attr("Id")
	if s.qualifying == nil || id == "" || s.pending() {
		return nil, signing.Refuse(signing.ErrDocument, nil, "Chưa ký được: chữ ký “%s” không có chỗ cho chữ ký xác nhận. Chỉ ký xác nhận được chữ ký XAdES đã ký xong.", opts.Counter)
	}
	at, before, after := s.qualifying.counterPlace(d.src)
	if at < 0 {
		return nil, unsignable(refuse(s.qualifying.unsigned.start, sayProperties))
	}
	if err := d.checkOthers(at); err != nil {
		return nil, err
	}
	o := order{cert: opts.Cert, chain: opts.Chain, at: opts.Time, uri: "#" + id, kind: typeCountersigned}
	if o.profile, err = d.freeIDs(opts); err != nil {
		return nil, err
	}
	return slices.Concat(d.src[:at], []byte(before), o.template(), []byte(after), d.src[at:]), nil
}

// counterPlace is where a countersignature goes among the unsigned properties,
// and what has to stand around it; at is -1 where they are an empty tag.
func (q *qualifying) counterPlace(src []byte) (at int, before, after string) {
	prefix := q.signed.prefix()
	wrap := func(local string) {
		before = "<" + prefix + local + ">" + before
		after += "</" + prefix + local + ">"
	}
	wrap("CounterSignature")
	holder := q.whole
	if q.unsigned == nil {
		wrap("UnsignedSignatureProperties")
		wrap("UnsignedProperties")
	} else if about := q.unsigned.single(nsXAdES, "UnsignedSignatureProperties"); about != nil {
		holder = about
	} else {
		wrap("UnsignedSignatureProperties")
		holder = q.unsigned
	}
	if bytes.HasSuffix(src[:holder.end], []byte("/>")) {
		return -1, "", ""
	}
	return bytes.LastIndex(src[:holder.end], []byte("</")), before, after
}
