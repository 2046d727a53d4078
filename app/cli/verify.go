package cli

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"ankhai/app/office"
	"ankhai/signing"
)

func init() {
	register(&command{name: "verify", group: groupSign, short: "kiểm tra chữ ký của tệp XML, PDF",
		use: "verify TỆP.xml|TỆP.pdf [--ca TỆP.pem] [--at 2026-11-22T10:00:00Z] [--crl TỆP.crl] [--online]",
		long: `Xét từng chữ ký: còn nguyên vẹn không, bao trọn tệp không, ai ký, mã số thuế nào, ai cấp chứng thư. Gói hồ sơ thì xét cả các tệp bên trong.
Gốc tin cậy lấy ở kho của bạn (bhxh trust); kho trống thì không xét nơi cấp, và câu trả lời nói rõ điều đó.
  --ca TỆP.pem     chứng thư gốc tin cậy, thay cho kho trong lần này
  --at THỜI_ĐIỂM   xét chứng thư vào lúc này (mặc định: dấu thời gian, không có thì lúc ký ghi trong chữ ký)
  --crl TỆP.crl    danh sách thu hồi của nơi cấp; ghi được nhiều lần
  --online         cho hỏi thu hồi qua mạng (OCSP, CRL) ở địa chỉ ghi trong chứng thư
Mã thoát 3 khi không có chữ ký, hoặc có chữ ký không hợp lệ.`, run: runVerify})
}

// several is an option that may be given more than once.
type several []string

func (s *several) String() string     { return strings.Join(*s, ", ") }
func (s *several) Set(v string) error { *s = append(*s, v); return nil }

func runVerify(c *call) error {
	var ca, at string
	var lists several
	var online bool
	if err := c.flags(1, 1, func(fs *flag.FlagSet) {
		fs.StringVar(&ca, "ca", "", "")
		fs.StringVar(&at, "at", "", "")
		fs.Var(&lists, "crl", "")
		fs.BoolVar(&online, "online", false, "")
	}); err != nil {
		return err
	}
	dir, err := c.dir()
	if err != nil {
		return err
	}
	in := office.VerifyInput{Name: filepath.Base(c.args[0]), Dir: dir, Online: online, Now: c.Now}
	if at != "" {
		if in.At, err = time.Parse(time.RFC3339, at); err != nil {
			return wrong("--at phải có dạng 2026-11-22T10:00:00Z (đang ghi %q)", at)
		}
	}
	if in.Data, err = readFile(c.args[0]); err != nil {
		return err
	}
	if ca != "" {
		if in.CA, err = readFile(ca); err != nil {
			return err
		}
	}
	for _, path := range lists {
		data, err := readFile(path)
		if err != nil {
			return err
		}
		in.CRL = append(in.CRL, data)
	}
	r, err := office.Verify(c.ctx, in)
	if err != nil {
		return err
	}
	sigs := []map[string]any{}
	for _, s := range r.Signatures {
		sigs = append(sigs, signatureJSON(s))
	}
	answer := map[string]any{"valid": r.Valid(), "reason": r.Say(), "reservation": "", "signatures": sigs}
	if r.Valid() {
		answer["reservation"] = r.Reservation()
	}
	err = c.answer(answer, func(w io.Writer) { printReport(w, r) })
	if err == nil && !r.Valid() {
		return errRefused
	}
	return err
}

func signatureJSON(s signing.Signature) map[string]any {
	v := s.Vouching
	m := map[string]any{
		"valid": s.Valid, "reason": s.Reason, "covers": s.Covers, "path": s.Path, "signer": s.Signer, "taxCode": s.TaxCode,
		"serial": s.Serial, "legacy": list(s.Legacy), "notes": list(s.Notes), "chain": "chưa xét", "time": "",
		"issuers": list(v.Chain), "trustedBy": v.By, "revocation": v.Revocation, "checked": list(v.Checked), "unchecked": list(v.Unchecked),
		"judgedAt": "", "judgedBy": v.Moment.Clock,
	}
	if !s.Time.IsZero() {
		m["time"] = s.Time.UTC().Format(time.RFC3339)
	}
	if !s.StampTime.IsZero() {
		m["timeStamp"], m["timeStampBy"] = s.StampTime.UTC().Format(time.RFC3339), s.StampSigner
	}
	if !v.Moment.At.IsZero() {
		m["judgedAt"] = v.Moment.At.UTC().Format(time.RFC3339)
	}
	if s.ChainJudged {
		m["chain"] = v.Standing
	}
	return m
}

func printReport(w io.Writer, r signing.Report) {
	for _, s := range r.Signatures {
		verdict := "hợp lệ"
		switch one := (signing.Report{Signatures: []signing.Signature{s}}).Reservation(); {
		case !s.Valid:
			verdict = "KHÔNG hợp lệ: " + s.Reason
		case one != "":
			verdict += ", nhưng " + one
		}
		who := s.Signer
		if s.TaxCode != "" {
			who += ", mã số thuế " + s.TaxCode
		}
		fmt.Fprintf(w, "%s: %s\n  ký bởi %s, lúc %s, bao %s\n", s.Path, verdict, who, stamp(s.Time),
			map[string]string{signing.CoversWhole: "trọn tệp", signing.CoversPart: "một phần tệp"}[s.Covers])
		for i, name := range s.Vouching.Chain {
			fmt.Fprintf(w, "  %s %s\n", [2]string{"chứng thư", "do"}[min(i, 1)], name)
		}
		for _, n := range append(s.Legacy, s.Notes...) {
			fmt.Fprintln(w, "  -", n)
		}
		for _, n := range s.Vouching.Checked {
			fmt.Fprintln(w, "  đã xét:", n)
		}
		for _, n := range s.Vouching.Unchecked {
			fmt.Fprintln(w, "  chưa xét:", n)
		}
	}
	switch say := r.Reservation(); {
	case !r.Valid():
		fmt.Fprintln(w, "Kết luận: không hợp lệ.", r.Say())
	case say != "":
		fmt.Fprintln(w, "Kết luận: hợp lệ, nhưng", say)
	default:
		fmt.Fprintln(w, "Kết luận: hợp lệ")
	}
}
