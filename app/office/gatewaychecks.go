package office

import (
	"context"
	"strconv"
	"strings"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
	"ankhai/signing"
	"ankhai/signing/pdfsig"
	"ankhai/signing/xmlsig"
)

// GatewayChecks is what the practice gateway is told of signatures and forms:
// the same verifier and the same rules as the program's own, so that practice
// refuses what the program would have refused. now is the gateway's clock.
//
// Whose root a certificate comes from is not judged, since practice keys come from
// everywhere; see GatewayChecksBy.
func GatewayChecks(now func() time.Time) sandbox.Checks {
	return gatewayChecks(now, signing.CertificatePolicy{})
}

// GatewayChecksBy is GatewayChecks with a file of trusted roots (and intermediates):
// a certificate that does not come from one of them is refused with E-SIG-04. It
// fails with ErrTrusted where the file holds no certificate.
func GatewayChecksBy(ctx context.Context, now func() time.Time, ca []byte) (sandbox.Checks, error) {
	e, err := VerifyInput{CA: ca, Now: now}.examiner()
	if err != nil {
		return sandbox.Checks{}, err
	}
	by := signing.CertificatePolicy{Vouch: e.Voucher(ctx)}
	by.Roots, by.Intermediates = e.Anchors.Pools()
	return gatewayChecks(now, by), nil
}

func gatewayChecks(now func() time.Time, by signing.CertificatePolicy) sandbox.Checks {
	policy := func() signing.CertificatePolicy {
		p := by
		p.At, p.StrictTime = now(), true
		return p
	}
	return sandbox.Checks{
		Signature: func(name string, doc []byte) (string, error) {
			r, err := xmlsig.Verify(doc, xmlsig.Policy{CertificatePolicy: policy(), Path: ownPlace(name)})
			return judged(r, name, err)
		},
		PDF: func(name string, doc []byte) (string, error) {
			r, err := pdfsig.Verify(doc, pdfsig.Policy{CertificatePolicy: policy()})
			return judged(r, name, err)
		},
		Declaration: func(_, file string, content []byte) []sandbox.Finding {
			return declared(file, content, now())
		},
	}
}

// ownPlace is where a file is signed that has a place of its own: one that the I-VAN
// countersigns. "" leaves it to the verifier.
func ownPlace(name string) string {
	if _, w := xmlfile.LayoutOfFile(name); w != nil && w.Counter != "" {
		return w.Root + "/" + w.SignNode
	}
	return ""
}

// judged puts a verifier's report into the gateway's codes.
func judged(r signing.Report, name string, err error) (string, error) {
	if err != nil {
		return "", err
	}
	if r.Valid() {
		return r.Signatures[0].TaxCode, nil
	}
	say := r.Say()
	code := "E-SIG-02"
	switch {
	case len(r.Signatures) == 0:
		code = "E-SIG-01"
	case strings.Contains(strings.ToLower(say), "chứng thư"):
		code = "E-SIG-04"
	}
	return "", sandbox.Finding{Ma: code, Tep: name, ThongBao: say, MucDo: sandbox.Loi}
}

// declared checks one declaration as the agency's software does: its layout, and
// then the rules of its form.
func declared(file string, content []byte, now time.Time) []sandbox.Finding {
	if _, w := xmlfile.LayoutOfFile(file); w == nil {
		return nil
	}
	faults, err := CheckFile(content, now)
	if err != nil {
		return []sandbox.Finding{{Ma: "E-XML-02", Tep: file, ThongBao: "Tệp không đọc được theo cách trình bày đã công bố. Lập lại tệp từ bản nháp.", MucDo: sandbox.Loi}}
	}
	var out []sandbox.Finding
	for _, f := range faults {
		for _, p := range f.Places {
			x := sandbox.Finding{Ma: "E-BIZ-" + f.Code, Tep: file, Cho: "dòng " + strconv.Itoa(p.Row), ThongBao: f.Say, MucDo: sandbox.Loi}
			if f.Level == form.Nhac {
				x.MucDo = sandbox.Nhac
			}
			if strings.HasPrefix(f.Code, "XML-") {
				x.Ma, x.Cho = "E-XML-02", p.Tag
			}
			out = append(out, x)
		}
	}
	return out
}
