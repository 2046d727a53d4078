package office

import (
	"time"

	"ankhai/signing"
)

// SignatureWords is one signature of a file as a person reads it.
type SignatureWords struct {
	Level   Level
	Where   string // the element or field that holds it
	Verdict string // holds or not, and why
	Who     string
	When    time.Time // as the signer's machine wrote it; zero where nobody did
	Stamped time.Time // as a time stamp authority attests; zero for none
	Covers  string
	Chain   []string // who vouches for the signer, from the certificate upwards
	Notes   []string // what a reader should know
	Checked []string // what was looked at and found in order
	Open    []string // what nobody looked at
}

// ReportWords is what a verifier found, as a person reads it: the conclusion of the
// whole file with its light, and each signature.
func ReportWords(r signing.Report) (conclusion string, level Level, all []SignatureWords) {
	for _, s := range r.Signatures {
		all = append(all, signatureWords(s))
	}
	switch say := r.Reservation(); {
	case len(r.Signatures) == 0 && r.Reason == "":
		return "Tệp không có chữ ký số nào", Red, all
	case !r.Valid():
		return "Không hợp lệ: " + r.Say(), Red, all
	case say != "":
		return "Hợp lệ, nhưng " + say, Yellow, all
	}
	return "Hợp lệ", Green, all
}

func signatureWords(s signing.Signature) SignatureWords {
	w := SignatureWords{
		Level: Green, Where: s.Path, Verdict: "Hợp lệ", Who: s.Signer, When: s.Time, Stamped: s.StampTime, Covers: "bao trọn tệp",
		Chain: s.Vouching.Chain, Notes: append(append([]string{}, s.Legacy...), s.Notes...), Checked: s.Vouching.Checked, Open: s.Vouching.Unchecked,
	}
	if s.TaxCode != "" {
		w.Who += " · mã số thuế " + s.TaxCode
	}
	if s.Covers == signing.CoversPart {
		w.Covers = "chỉ bao một phần tệp"
	}
	switch one := (signing.Report{Signatures: []signing.Signature{s}}).Reservation(); {
	case !s.Valid:
		w.Level, w.Verdict = Red, "Không hợp lệ: "+s.Reason
	case one != "":
		w.Level, w.Verdict = Yellow, "Hợp lệ, nhưng "+one
	}
	return w
}
