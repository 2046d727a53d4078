package xmlsig

import (
	"bytes"
	"crypto"
	_ "crypto/sha1" // legacy signatures are read, never made
	_ "crypto/sha256"
	_ "crypto/sha512"
	"errors"
	"strings"
	"time"

	"ankhai/signing"
)

// Policy says what a document must look like to be accepted. The zero value asks
// for exactly one signature, over the whole document, in a place where BHXH
// documents carry it: in the root's Cky, CKy_Dvi or CHUKYDONVI, or in the root.
type Policy struct {
	signing.CertificatePolicy
	// Path is the one place for the signature, such as "D02-TS/Cky".
	Path string
	// AnyPlace accepts a signature wherever it stands (documents of others).
	AnyPlace bool
	// Several accepts more than one signature.
	Several bool
	// AllowPart accepts a signature over one element only; the caller must then
	// read nothing outside Start and End.
	AllowPart bool
}

// defaultPlaces are where a signature may stand when no path is named.
var defaultPlaces = []string{"*", "*/Cky", "*/CKy_Dvi", "*/CHUKYDONVI"}

func (p Policy) places() []string {
	if p.Path != "" {
		return []string{p.Path}
	}
	return defaultPlaces
}

// Verify judges every signature of a document. What is wrong with the document
// is in the report, in Vietnamese; the error is nil unless the machine itself
// failed.
func Verify(doc []byte, policy Policy) (signing.Report, error) {
	var report signing.Report
	d, err := scan(doc, policy.places()...)
	if err != nil {
		if report.Reason = saying(err); report.Reason == "" {
			return report, err
		}
		return report, nil
	}
	switch n := len(d.signatures); {
	case n == 0:
		report.Reason = "Tệp chưa được ký số. Ký tệp rồi kiểm tra lại."
	case n > 1 && !policy.Several:
		report.Reason = "Tệp có nhiều chữ ký trong khi chỉ được có một. Lấy lại tệp gốc."
	}
	for _, p := range d.signatures {
		signature, err := d.judge(p, policy)
		if err != nil {
			return report, err
		}
		report.Signatures = append(report.Signatures, signature)
	}
	return report, nil
}

// saying is the sentence of a fault, "" if err is none.
func saying(err error) string {
	var f *fault
	if errors.As(err, &f) {
		return f.say
	}
	return ""
}

// judge looks at one signature: structure, place, references, value, signer.
func (d *document) judge(p place, policy Policy) (signing.Signature, error) {
	out := signing.Signature{Valid: true, Covers: signing.CoversPart, Path: p.parentPath, GapStart: int64(p.start), GapEnd: int64(p.end)}
	if err := d.wellPlaced(p, policy); err != nil {
		out.Fail(saying(err))
	}
	element, err := parseSignature(d.src, p)
	var s *structure
	if err == nil {
		s, err = takeApart(element)
	}
	if s != nil && s.cert != nil {
		out.Time, out.TimeSigned = s.signingTime(d)
	}
	if err == nil {
		out.Legacy = s.legacy
		err = d.checkReferences(p, s, policy, &out)
	}
	if err == nil {
		var digest []byte
		if digest, err = d.signedInfoDigest(p, s); err == nil && s.check(digest) != nil {
			err = refuse(s.value.start, "Giá trị chữ ký không khớp: phần chữ ký hoặc chứng thư số đã bị thay đổi. Lấy lại tệp gốc hoặc ký lại.")
		}
	}
	if err != nil {
		say := saying(err)
		if say == "" {
			return out, err
		}
		out.Fail(say)
	}
	if s == nil || s.cert == nil {
		return out, nil
	}
	if !out.Time.IsZero() && !out.TimeSigned {
		out.Notes = append(out.Notes, "Thời điểm ký do máy người ký ghi, chữ ký không bảo vệ.")
	}
	out.Judge(s.cert, s.others, policy.CertificatePolicy)
	return out, nil
}

// wellPlaced checks where the Signature stands: in the one element meant for it.
func (d *document) wellPlaced(p place, policy Policy) error {
	if p.nested {
		return refuse(p.start, "Có chữ ký lồng trong chữ ký. Lấy lại tệp gốc.")
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

// checkReferences recomputes every digest and tells what the signature covers.
func (d *document) checkReferences(p place, s *structure, policy Policy, out *signing.Signature) error {
	covered := false
	for i, ref := range s.references {
		target, err := d.resolve(p, s, ref)
		if err != nil {
			return err
		}
		own := !target.whole && p.contains(target.span)
		if !own {
			if covered {
				return refuse(p.start, "Chữ ký nói về nhiều phần của tệp. Ký lại theo mẫu ký trọn tài liệu.")
			}
			covered = true
			out.Start, out.End = int64(target.start), int64(target.end)
			if target.whole || target.span == d.root {
				out.Covers = signing.CoversWhole
			}
		}
		if ref.implicit && !ref.enveloped && !own || ref.implicit && ref.uri != "" && !own {
			out.Legacy = append(out.Legacy, "không ghi phép chuẩn hoá của phần được ký")
		}
		if own {
			out.Legacy = append(out.Legacy, "có thêm Reference tới phần phụ của chữ ký")
		} else if ref.uri != "" {
			out.Legacy = append(out.Legacy, "Reference theo Id thay vì trọn tài liệu")
		}
		got, err := d.digest(target, ref.hash)
		if err != nil {
			return err
		}
		want, err := decodeBase64(s.references[i].digest.text)
		if err != nil || !bytes.Equal(got, want) {
			return refuse(target.start, "Nội dung đã bị thay đổi sau khi ký. Lấy lại tệp gốc hoặc ký lại.")
		}
	}
	if !covered {
		return refuse(p.start, "Chữ ký không nói về nội dung của tệp. Ký lại theo mẫu ký trọn tài liệu.")
	}
	if out.Covers == signing.CoversPart && !policy.AllowPart {
		return refuse(p.start, "Chữ ký chỉ bao một phần của tệp. Ký lại theo mẫu ký trọn tài liệu.")
	}
	return nil
}

// resolve finds what a Reference means, as a region to canonicalise.
func (d *document) resolve(p place, s *structure, ref referenceTo) (region, error) {
	var target region
	switch {
	case ref.uri == "":
		target = region{span: span{0, len(d.src)}, whole: true}
	case strings.HasPrefix(ref.uri, "#") && !strings.ContainsAny(ref.uri, "()"):
		found, ok := d.ids[ref.uri[1:]]
		if !ok {
			return target, refuse(p.start, "Chữ ký nói về phần tử không có trong tệp. Lấy lại tệp gốc.")
		}
		target.span = found
		if p.contains(found) {
			own := false
			for _, o := range s.objects {
				own = own || o.contains(found)
			}
			if !own || ref.enveloped {
				return target, refuse(p.start, sayBroken)
			}
		}
		context, err := contextAt(d.src, region{span: d.root}, found.start)
		if err != nil {
			return target, err
		}
		target.context = context
	default:
		return target, refuse(p.start, "Chữ ký nói về tài liệu bên ngoài tệp. Ký lại theo mẫu ký trọn tài liệu.")
	}
	if ref.enveloped {
		if !target.contains(p.span) {
			return target, refuse(p.start, sayBroken)
		}
		target.without = p.span
	}
	return target, nil
}

// digest hashes the canonical form of a region. Comments are never part of it:
// a reference inside the document selects none.
func (d *document) digest(r region, hash crypto.Hash) ([]byte, error) {
	h := hash.New()
	if err := canonicalize(h, d.src, r, method{}); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
}

// signedInfo is the canonical SignedInfo, in the context of the document.
func (d *document) signedInfo(p place, s *structure) ([]byte, error) {
	context, err := contextAt(d.src, region{span: p.span, context: p.context}, s.signedInfo.start)
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
	h := s.hash.New()
	h.Write(canonical)
	return h.Sum(nil), nil
}

// timeForms are how signing times have been seen written; those without a zone
// are Vietnamese time.
var timeForms = []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "02/01/2006 15:04:05"}

// signingTime reads SigningTime from an Object and tells whether a Reference
// covers it.
func (s *structure) signingTime(d *document) (time.Time, bool) {
	vietnam := time.FixedZone("ICT", 7*60*60)
	for _, object := range s.objects {
		n := object.find("SigningTime")
		if n == nil {
			continue
		}
		for _, form := range timeForms {
			at, err := time.ParseInLocation(form, string(bytes.TrimSpace(n.text)), vietnam)
			if err != nil {
				continue
			}
			for _, ref := range s.references {
				if covered, ok := d.ids[strings.TrimPrefix(ref.uri, "#")]; ok && ref.uri != "" && covered.contains(n.span) {
					return at, true
				}
			}
			return at, false
		}
	}
	return time.Time{}, false
}
