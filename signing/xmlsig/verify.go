package xmlsig

import (
	"bytes"
	_ "crypto/sha1" // legacy signatures are read, never made
	_ "crypto/sha256"
	_ "crypto/sha512"
	"errors"
	"strings"
	"time"

	"ankhai/signing"
)

// Verify judges every signature of a document. What is wrong with the document
// is in the report, in Vietnamese; the error is nil unless the machine itself
// failed.
func Verify(doc []byte, policy Policy) (signing.Report, error) {
	var report signing.Report
	d, err := scan(doc, policy.paths()...)
	if err == nil && policy.Target != "" {
		var target span
		if target, err = d.target(policy); err == nil {
			err = d.nothingOutside(target, policy)
		}
	}
	if err != nil {
		if report.Reason = saying(err); report.Reason == "" {
			return report, err
		}
		return report, nil
	}
	misplaced := ""
	for _, p := range d.signatures {
		if p.nested() && misplaced == "" {
			misplaced = saying(d.wellPlaced(p, policy))
		}
	}
	switch n := len(d.signatures); {
	case misplaced != "":
		report.Reason = misplaced
	case n == 0:
		report.Reason = "Tệp chưa được ký số. Ký tệp rồi kiểm tra lại."
	case n > 1 && !policy.Several:
		report.Reason = "Tệp có nhiều chữ ký trong khi chỉ được có một. Lấy lại tệp gốc."
	}
	for i := range d.signatures {
		signature, err := d.judge(i, policy)
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
func (d *document) judge(i int, policy Policy) (signing.Signature, error) {
	p, s, err := d.parts(i)
	out := signing.Signature{Valid: true, Covers: signing.CoversPart, Path: p.parentPath, GapStart: int64(p.start), GapEnd: int64(p.end)}
	if err := d.wellPlaced(p, policy); err != nil {
		out.Fail(saying(err))
	}
	if s != nil && s.cert != nil {
		out.Time, out.TimeSigned = s.signingTime(d)
	}
	if err == nil {
		err = d.checkReferences(p, s, policy, &out)
		out.Legacy = s.legacy
	}
	if err == nil {
		var digest []byte
		if digest, err = d.signedInfoDigest(p, s); err == nil && s.check(digest) != nil {
			err = refuse(s.value.start, "Giá trị chữ ký không khớp: phần chữ ký hoặc chứng thư số đã bị thay đổi. Lấy lại tệp gốc hoặc ký lại.")
		}
	}
	if err == nil {
		err = d.judgeStamps(p, s, policy, &out)
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
	if d.comments {
		out.Notes = append(out.Notes, "Tệp có chú thích XML; chữ ký không bảo vệ chú thích.")
	}
	certificates := policy.CertificatePolicy
	if certificates.At.IsZero() && !out.StampTime.IsZero() {
		certificates.At = out.StampTime
	}
	if out.Judge(s.cert, s.others, certificates); !out.Valid {
		out.References, out.Target = nil, false // nobody may take them for signed
	}
	return out, nil
}

// timeForms are how signing times have been seen written; those without a zone
// are Vietnamese time.
var timeForms = []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "02/01/2006 15:04:05"}

// signingTime reads SigningTime and tells whether a Reference covers it. One
// that is covered goes before one that anybody could have added.
func (s *structure) signingTime(d *document) (at time.Time, signed bool) {
	var candidates []*node
	if s.qualifying != nil && s.qualifying.time != nil {
		candidates = append(candidates, s.qualifying.time)
	} else {
		for _, object := range s.objects {
			object.walk(func(n *node) {
				if n.local == "SigningTime" {
					candidates = append(candidates, n)
				}
			})
		}
	}
	for _, n := range candidates {
		read, ok := readTime(n.text)
		if !ok {
			continue
		}
		for _, ref := range s.references {
			covered, known := d.ids[strings.TrimPrefix(ref.uri, "#")]
			if known && ref.uri != "" && covered.contains(n.span) {
				return read, true
			}
		}
		if at.IsZero() {
			at = read
		}
	}
	return at, false
}

func readTime(text []byte) (time.Time, bool) {
	vietnam := time.FixedZone("ICT", 7*60*60)
	for _, form := range timeForms {
		if at, err := time.ParseInLocation(form, string(bytes.TrimSpace(text)), vietnam); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}
