package xmlsig

import (
	"bytes"
	"crypto"
	"strings"

	"ankhai/signing"
)

// checkReferences recomputes every digest and tells what the signature covers.
func (d *document) checkReferences(p place, s *structure, policy Policy, out *signing.Signature) error {
	wanted, named, err := d.wanted(p, policy)
	if err != nil {
		return err
	}
	covered := false
	for _, ref := range s.references {
		target, where, err := d.resolve(p, s, ref)
		if err != nil {
			return err
		}
		whole := target.whole || target.span == d.root
		own := !target.whole && p.contains(target.span)
		s.noteHabits(ref, target.span, own, whole)
		switch {
		case own:
		case named != "" && target.span != wanted && (!target.whole || p.nested()):
			return refuse(target.start, "Chữ ký nói về %s chứ không phải %s. Lấy lại tệp gốc hoặc ký lại.", or(where, "trọn tài liệu"), named)
		case covered && !policy.AllowPart:
			return refuse(p.start, "Chữ ký nói về nhiều phần của tệp. Ký lại theo mẫu ký trọn tài liệu.")
		default:
			if !covered || whole {
				out.Start, out.End = int64(target.start), int64(target.end)
			}
			if covered = true; whole {
				out.Covers = signing.CoversWhole
			}
		}
		if err := d.checkDigest(target, ref); err != nil {
			return err
		}
		out.References = append(out.References, signing.Reference{URI: ref.uri, Path: where, Start: int64(target.start), End: int64(target.end), Own: own})
	}
	if !covered {
		return refuse(p.start, "Chữ ký không nói về nội dung của tệp. Ký lại theo mẫu ký trọn tài liệu.")
	}
	if out.Covers == signing.CoversPart && !policy.AllowPart && named == "" {
		return refuse(p.start, "Chữ ký chỉ bao một phần của tệp. Ký lại theo mẫu ký trọn tài liệu.")
	}
	out.Target = policy.Target != "" && out.Covers == signing.CoversPart && !p.nested()
	return nil
}

// noteHabits names what a Reference does as older writers do it.
func (s *structure) noteHabits(ref referenceTo, target span, own, whole bool) {
	switch {
	case own && !isSignedProperties(ref.kind) && !s.keyInfo.contains(target):
		s.old("có thêm Reference tới phần phụ của chữ ký")
	case own:
	default:
		if ref.implicit && (ref.uri != "" || !ref.enveloped) {
			s.old("không ghi phép chuẩn hoá của phần được ký")
		}
		if ref.uri != "" && whole {
			s.old("Reference theo Id thay vì trọn tài liệu")
		}
	}
}

// checkDigest compares the DigestValue of a Reference with what it refers to.
func (d *document) checkDigest(target region, ref referenceTo) error {
	got, err := d.digest(target, ref.c14n, ref.hash)
	if err != nil {
		return err
	}
	want, err := decodeBase64(ref.digest.text)
	if err != nil || !bytes.Equal(got, want) {
		return refuse(target.start, "Nội dung đã bị thay đổi sau khi ký. Lấy lại tệp gốc hoặc ký lại.")
	}
	return nil
}

// wanted is the one element that a signature has to speak for, and its name;
// there is no name where the policy asks for none. A countersignature speaks for
// the value of the signature it lies in.
func (d *document) wanted(p place, policy Policy) (span, string, error) {
	if p.nested() {
		outer, err := d.countersigned(p)
		if err != nil {
			return span{}, "", err
		}
		return outer.value.span, "giá trị của chữ ký bên ngoài nó", nil
	}
	if policy.Target == "" {
		return span{}, "", nil
	}
	target, err := d.target(policy)
	return target, policy.Target, err
}

// or is text, or instead where there is none.
func or(text, instead string) string {
	if text == "" {
		return instead
	}
	return text
}

// resolve finds what a Reference means: a region to canonicalise, and the path
// of its element ("" for the whole document).
func (d *document) resolve(p place, s *structure, ref referenceTo) (region, string, error) {
	var target region
	var where string
	switch {
	case ref.uri == "":
		target = region{span: span{0, len(d.src)}, whole: true}
	case strings.HasPrefix(ref.uri, "#") && !strings.ContainsAny(ref.uri, "()"):
		found, ok := d.ids[ref.uri[1:]]
		if !ok {
			return target, "", refuse(p.start, "Chữ ký nói về phần tử không có trong tệp. Lấy lại tệp gốc.")
		}
		target.span = found
		from := region{span: d.root}
		if p.contains(found) {
			if !s.mayCover(found) || ref.enveloped {
				return target, "", refuse(p.start, sayBroken)
			}
			from = region{span: p.span, context: p.context}
		}
		if err := d.spend(span{from.start, found.start}); err != nil {
			return target, "", err
		}
		context, below, err := contextAt(d.src, from, found.start)
		if err != nil {
			return target, "", err
		}
		if where = below; p.contains(found) {
			where = p.parentPath + "/" + below
		}
		target.context = context
	default:
		return target, "", refuse(p.start, "Chữ ký nói về tài liệu bên ngoài tệp. Ký lại theo mẫu ký trọn tài liệu.")
	}
	if ref.enveloped {
		if !target.contains(p.span) {
			return target, "", refuse(p.start, sayBroken)
		}
		target.without = p.span
	}
	return target, where, nil
}

// mayCover tells the parts of itself that a signature may speak for: what its
// Objects hold, and KeyInfo. SignedInfo and SignatureValue cannot be among them.
func (s *structure) mayCover(target span) bool {
	if s.keyInfo.contains(target) {
		return true
	}
	for _, object := range s.objects {
		if object.contains(target) {
			return s.qualifying == nil || s.qualifying.unsigned == nil || !s.qualifying.unsigned.contains(target)
		}
	}
	return false
}

// spend counts bytes that are read again for a reference: what all references of
// a document together may ask for is bounded.
func (d *document) spend(r span) error {
	if d.work += r.end - r.start; d.work > maxWork*len(d.src) {
		return refuse(r.start, "Các chữ ký bắt đọc lại tệp quá nhiều lần. Lấy lại tệp gốc.")
	}
	return nil
}

// digest hashes the canonical form of a region.
func (d *document) digest(r region, m method, hash crypto.Hash) ([]byte, error) {
	if err := d.spend(r.span); err != nil {
		return nil, err
	}
	h := hash.New()
	if err := canonicalize(h, d.src, r, m); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
}

// signedInfo is the canonical SignedInfo, in the context of the document.
func (d *document) signedInfo(p place, s *structure) ([]byte, error) {
	context, _, err := contextAt(d.src, region{span: p.span, context: p.context}, s.signedInfo.start)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = canonicalize(&out, d.src, region{span: s.signedInfo.span, context: context}, s.c14n)
	return out.Bytes(), err
}

func (d *document) signedInfoDigest(p place, s *structure) ([]byte, error) {
	canonical, err := d.signedInfo(p, s)
	if err != nil {
		return nil, err
	}
	h := s.method.hash.New()
	h.Write(canonical)
	return h.Sum(nil), nil
}
