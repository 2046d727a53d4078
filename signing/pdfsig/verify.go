package pdfsig

import (
	"bytes"
	"crypto/rsa"
	"errors"
	"fmt"

	"ankhai/signing"
)

// Policy says how strictly signers' certificates are judged.
type Policy struct {
	signing.CertificatePolicy
}

// Verify judges every signature of a PDF. What is wrong with the file is in the
// report, in Vietnamese; the error is nil unless the machine itself failed.
func Verify(pdf []byte, policy Policy) (signing.Report, error) {
	var report signing.Report
	switch {
	case len(pdf) > maxFile:
		report.Reason = fmt.Sprintf("Tệp PDF lớn hơn %d MB. Chia thành nhiều tệp.", maxFile>>20)
		return report, nil
	case !bytes.HasPrefix(pdf, []byte("%PDF-")):
		report.Reason = "Tệp không phải PDF. Chọn đúng tệp PDF."
		return report, nil
	}
	list := locate(pdf)
	if len(list) == 0 {
		report.Reason = "Tệp PDF chưa được ký số. Ký tệp rồi kiểm tra lại."
		return report, nil
	}
	whole := false
	for i, f := range list {
		s := judge(pdf, f, policy)
		s.Path = fmt.Sprintf("Chữ ký %d (đối tượng %s)", i+1, f.object)
		whole = whole || s.Covers == signing.CoversWhole
		report.Signatures = append(report.Signatures, s)
	}
	if !whole {
		report.Reason = "Tệp PDF có nội dung thêm vào sau khi ký, không chữ ký nào bao phần đó. Lấy lại bản đã ký."
	}
	return report, nil
}

// judge looks at one signature: byte range, digest, value, certificate.
func judge(pdf []byte, f found, policy Policy) signing.Signature {
	s := signing.Signature{Valid: true, Covers: signing.CoversPart, GapStart: int64(f.gap.start), GapEnd: int64(f.gap.end)}
	if f.wrong != "" {
		s.Fail(f.wrong)
		return s
	}
	end := f.byteRange[2] + f.byteRange[3]
	s.End = int64(end)
	if end == len(pdf) {
		s.Covers = signing.CoversWhole
	} else {
		s.Notes = append(s.Notes, "Chữ ký chỉ bao một bản trước của tệp; phần thêm vào sau đó chưa được soi.")
	}
	if f.subFilter != filterDetached && f.subFilter != filterCAdES {
		s.Fail("Kiểu chữ ký PDF này chưa được hỗ trợ. Ký lại theo kiểu CMS tách rời.")
		return s
	}
	der, err := f.contents(pdf)
	if err != nil {
		s.Fail("Chữ ký trong PDF viết sai cấu trúc. Lấy lại tệp gốc hoặc ký lại.")
		return s
	}
	c, err := parseCMS(der)
	switch {
	case errors.Is(err, errAlgorithm):
		s.Fail("Chữ ký dùng thuật toán chưa được hỗ trợ. Ký lại bằng RSA-SHA256.")
		return s
	case errors.Is(err, errNoCert):
		s.Fail("Chứng thư số trong chữ ký không phải của người ký. Lấy lại tệp gốc hoặc ký lại.")
		return s
	case err != nil:
		s.Fail("Không đọc được chữ ký trong PDF. Lấy lại tệp gốc hoặc ký lại.")
		return s
	}
	h := c.hash.New()
	h.Write(pdf[:f.byteRange[1]])
	h.Write(pdf[f.byteRange[2]:end])
	content := h.Sum(nil)
	if c.signedBy != nil && !bytes.Equal(content, c.messageDigest()) {
		s.Fail("Nội dung đã bị thay đổi sau khi ký. Lấy lại tệp gốc hoặc ký lại.")
	}
	if c.check(content) != nil {
		s.Fail("Giá trị chữ ký không khớp: phần chữ ký hoặc chứng thư số đã bị thay đổi. Lấy lại tệp gốc hoặc ký lại.")
	}
	s.Time, s.TimeSigned = c.time, true
	if s.Time.IsZero() {
		s.Time = f.at
	}
	if c.hash.Size() < 32 {
		s.Legacy = append(s.Legacy, "tóm lược SHA-1")
	}
	if public, ok := c.cert.PublicKey.(*rsa.PublicKey); ok && public.N.BitLen() < 2048 {
		s.Legacy = append(s.Legacy, "khoá RSA ngắn hơn 2048 bit")
	}
	if c.signedBy == nil {
		s.Legacy = append(s.Legacy, "không có thuộc tính được ký")
	}
	if c.stamped {
		s.Notes = append(s.Notes, "Chữ ký kèm dấu thời gian, dấu này chưa được kiểm.")
	}
	s.Judge(c.cert, c.others, policy.CertificatePolicy)
	return s
}
