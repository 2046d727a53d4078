package pdfsig

import (
	"errors"
	"fmt"

	"ankhai/signing"
	"ankhai/signing/cms"
)

// Policy says how strictly signers' certificates are judged.
type Policy struct {
	signing.CertificatePolicy
}

// Verify judges every signature of a PDF. What is wrong with the file is in the
// report, in Vietnamese; the error is nil unless the machine itself failed.
func Verify(pdf []byte, policy Policy) (signing.Report, error) {
	var report signing.Report
	if report.Reason = unreadable(pdf); report.Reason != "" {
		return report, nil
	}
	list := locate(pdf)
	b, err := open(pdf)
	var fields map[string]*field
	if len(list) == 0 && (err != nil || len(b.signed()) == 0) {
		report.Reason = "Tệp PDF chưa được ký số. Ký tệp rồi kiểm tra lại."
		return report, nil
	}
	if err != nil {
		report.Reason = explainReading(err)
	} else if kept, own := attach(b, list); len(kept) > 0 {
		list, fields = kept, own
	} else {
		report.Reason = "Chữ ký trong tệp không thuộc về tài liệu mà người đọc nhìn thấy. Lấy lại tệp gốc."
	}
	var ends []int
	for _, f := range list {
		if f.wrong == "" {
			ends = append(ends, f.byteRange[2]+f.byteRange[3])
		}
	}
	var past history
	if b != nil && len(ends) > 0 {
		past = trace(pdf, ends, b)
	}
	levels := map[string]permission{}
	for object, own := range fields {
		levels[object] = b.permissionOf(own)
	}
	persons := 0
	for i, f := range list {
		j := judgement{pdf: pdf, found: f, policy: policy}
		s := j.judge()
		s.Path = fmt.Sprintf("Chữ ký %d (đối tượng %s)", i+1, f.object)
		if own := fields[f.object]; own != nil {
			s.Path = own.name
			judgeLater(&s, past, levels[f.object], levelBy(list, levels, int(s.End)))
		}
		if f.subFilter != filterTimeStamp {
			persons++
		}
		report.Signatures = append(report.Signatures, s)
	}
	if report.Reason == "" {
		report.Reason = verdict(report.Signatures, past, persons)
	}
	return report, nil
}

// verdict is what speaks against the file as a whole.
func verdict(list []signing.Signature, past history, persons int) string {
	end := int64(0)
	for _, s := range list {
		if s.Valid {
			end = max(end, s.End)
		}
		if !s.Valid && s.Covers == signing.CoversWhole {
			return "" // its own reason says it
		}
	}
	if persons == 0 {
		return "Tệp PDF chỉ có dấu thời gian, chưa có chữ ký của ai. Ký tệp rồi kiểm tra lại."
	}
	const mend = ", không chữ ký nào bao phần đó. Lấy lại bản đã ký."
	for _, s := range past.steps {
		switch {
		case s.until <= int(end) || s.far == changeEvidence:
		case s.far == changeNothing:
			return "Tệp PDF có dữ liệu lạ thêm vào sau khi ký" + mend
		default:
			return "Tệp PDF có " + s.far.say() + " thêm vào sau khi ký" + mend
		}
	}
	return ""
}

// judgeLater holds what later revisions did against what the signature allows,
// and those before it.
func judgeLater(s *signing.Signature, past history, own permission, level int) {
	later := past.after(int(s.End))
	if s.Covers == signing.CoversPart && later.far <= changeEvidence {
		s.Extended = true
	}
	if level > 0 {
		s.Notes = append(s.Notes, fmt.Sprintf("Người lập khoá tài liệu ở mức %d: %s.", level, levelSay[level]))
	}
	if later.far > allowed(level) {
		s.Fail(fmt.Sprintf("%s của tệp đã bị thay đổi sau chữ ký này. Lấy lại bản đã ký.", title(later.far)))
		return
	}
	for _, name := range later.filled {
		if own.locks(name) {
			s.Fail(fmt.Sprintf("Ô nhập liệu «%s» đã bị thay đổi sau khi chữ ký này khoá nó. Lấy lại bản đã ký.", name))
			return
		}
	}
	if later.far >= changeForm {
		s.Notes = append(s.Notes, fmt.Sprintf("Sau chữ ký này tệp có thêm %s, trong phạm vi người ký cho phép.", later.far.say()))
	}
	if later.shown {
		s.Notes = append(s.Notes, "Sau chữ ký này có chữ ký khác được vẽ thêm lên trang.")
	}
}

var levelSay = map[int]string{
	1: "không cho thay đổi gì",
	2: "cho điền ô nhập liệu và ký",
	3: "cho điền ô nhập liệu, ký và ghi chú",
}

func title(c change) string {
	switch c {
	case changeForm:
		return "Ô nhập liệu"
	case changeAnnotation:
		return "Ghi chú"
	case changeSignature:
		return "Số chữ ký"
	case changeEvidence:
		return "Dữ liệu đi kèm"
	}
	return "Nội dung"
}

// levelBy is the strictest level that signatures up to a place have set.
func levelBy(list []found, levels map[string]permission, end int) int {
	level := 0
	for _, f := range list {
		l := levels[f.object].level
		if l > 0 && f.byteRange[2]+f.byteRange[3] <= end && (level == 0 || l < level) {
			level = l
		}
	}
	return level
}

// attach ties each signature dictionary in the raw file to the field that holds
// it. A field whose signature is not there as bytes is a signature that is wrong;
// bytes that the file's table does not lead to are no part of the document.
func attach(b *book, list []found) ([]found, map[string]*field) {
	fields := map[string]*field{}
	var kept []found
	matched := map[*field]bool{}
	signed := b.signed()
	for _, f := range list {
		nr, _ := integer([]byte(f.object), 0)
		if b.objectAt(nr) != f.start {
			continue // a file inside the file, or what an earlier revision held
		}
		var holder *field
		for _, candidate := range signed {
			if number(candidate.dict["V"]) == nr || candidate.nr == nr && number(candidate.dict["V"]) == 0 {
				if holder != nil && f.wrong == "" {
					f.wrong = "Hai ô ký dùng chung một chữ ký. Lấy lại tệp gốc hoặc ký lại."
				}
				holder = candidate
				matched[candidate] = true
			}
		}
		if holder == nil && f.wrong == "" {
			f.wrong = "Chữ ký không gắn với ô ký nào của tệp. Lấy lại tệp gốc hoặc ký lại."
		}
		if holder != nil {
			fields[f.object] = holder
		}
		kept = append(kept, f)
	}
	for _, f := range signed {
		if !matched[f] {
			object := fmt.Sprintf("%d 0", f.nr)
			fields[object] = f
			kept = append(kept, found{object: object, wrong: "Ô ký có chữ ký thiếu phạm vi hoặc thiếu giá trị. Lấy lại tệp gốc hoặc ký lại."})
		}
	}
	return kept, fields
}

func explainReading(err error) string {
	switch {
	case errors.Is(err, errEncrypted):
		return "Tệp PDF có mật khẩu nên không xét được chữ ký. Lấy bản không đặt mật khẩu."
	case errors.Is(err, errTooLong):
		return "Tệp PDF quá phức tạp, đọc không xong trong thời gian cho phép. Lấy lại tệp gốc."
	}
	return "Tệp PDF hỏng hoặc viết sai cấu trúc nên không xét được chữ ký. Lấy lại tệp gốc."
}

// sayCMS is why a message was not accepted.
func sayCMS(err error) string {
	switch {
	case errors.Is(err, cms.ErrAlgorithm):
		return "Chữ ký dùng thuật toán chưa được hỗ trợ. Ký lại bằng RSA-SHA256."
	case errors.Is(err, cms.ErrCertificate):
		return "Chứng thư số trong chữ ký không phải của người ký. Lấy lại tệp gốc hoặc ký lại."
	case errors.Is(err, cms.ErrDigest):
		return "Nội dung đã bị thay đổi sau khi ký. Lấy lại tệp gốc hoặc ký lại."
	case errors.Is(err, cms.ErrValue):
		return "Giá trị chữ ký không khớp: phần chữ ký hoặc chứng thư số đã bị thay đổi. Lấy lại tệp gốc hoặc ký lại."
	}
	return "Không đọc được chữ ký trong PDF. Lấy lại tệp gốc hoặc ký lại."
}
