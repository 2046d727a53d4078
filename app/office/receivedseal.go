package office

import (
	"bytes"
	"context"
	"time"
)

// Seal is how the signatures of a file were judged.
type Seal struct {
	State string        `json:"state"` // SealValid, SealBroken, SealNone
	Say   string        `json:"message,omitempty"`
	Marks []SealOfParty `json:"signatures,omitempty"`
}

// The states of a file's signatures.
const (
	SealValid  = "hopLe"    // signed, and all signatures hold
	SealBroken = "khongDat" // signed, and one does not hold
	SealNone   = "khongKy"  // not signed, or of a kind that is not
)

// SealOfParty is one signature.
type SealOfParty struct {
	Signer  string `json:"signer"`
	TaxCode string `json:"taxCode,omitempty"`
	Time    string `json:"time,omitempty"`
	Valid   bool   `json:"valid"`
	Reason  string `json:"reason,omitempty"`
}

// Words are the state for a person.
func (s Seal) Words() string {
	switch s.State {
	case SealValid:
		who := ""
		for i, m := range s.Marks {
			if i > 0 {
				who += ", "
			}
			who += m.Signer
		}
		return "chữ ký hợp lệ: " + who
	case SealBroken:
		return "chữ ký không đạt: " + s.Say
	}
	return "không có chữ ký số"
}

// seal judges the signatures of a file by the trust store of this office.
func (o *Office) seal(ctx context.Context, name string, data []byte) (Seal, error) {
	if kindOf(data) == kindOther {
		return Seal{State: SealNone}, nil
	}
	r, err := o.Verify(ctx, VerifyInput{Name: name, Data: data})
	if err != nil {
		return Seal{State: SealBroken, Say: Say(err)}, nil // a file that nobody can judge is kept with these words
	}
	if len(r.Signatures) == 0 {
		if bytes.Contains(data, []byte("SignatureValue")) { // signed once, and changed so that it is no document any more
			return Seal{State: SealBroken, Say: r.Reason}, nil
		}
		return Seal{State: SealNone}, nil
	}
	s := Seal{State: SealValid}
	for _, x := range r.Signatures {
		m := SealOfParty{Signer: x.Signer, TaxCode: x.TaxCode, Valid: x.Valid, Reason: x.Reason}
		if !x.Time.IsZero() {
			m.Time = x.Time.In(vietnam).Format(time.RFC3339)
		}
		s.Marks = append(s.Marks, m)
	}
	if !r.Valid() {
		s.State, s.Say = SealBroken, r.Say()
	}
	return s, nil
}
