package office

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"time"

	"ankhai/forms/xmlfile"
	"ankhai/signing"
	"ankhai/signing/pdfsig"
	"ankhai/signing/timestamp"
	"ankhai/signing/xmlsig"
)

// ErrFileKind: the file is neither XML nor PDF.
var ErrFileKind = errors.New("file is neither XML nor PDF")

// ErrNoSignatureNode: the XML file has no place for a signature.
var ErrNoSignatureNode = errors.New("XML file has no signature node")

// ErrTrusted: the file of trusted certificates cannot be read as such.
var ErrTrusted = errors.New("trusted certificates are not PEM")

type fileKind int

const (
	kindOther fileKind = iota
	kindXML
	kindPDF
)

func kindOf(data []byte) fileKind {
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return kindPDF
	case bytes.HasPrefix(head, []byte("<")):
		return kindXML
	}
	return kindOther
}

// nodes are the children of the root in which documents of the field carry
// their signature.
var nodes = []string{"Cky", "CKy_Dvi", "CHUKYDONVI", "CKYDTU_DVI"}

// signatureNode finds the path of the signature node of an XML document.
func signatureNode(data []byte) (string, bool) {
	d := xml.NewDecoder(bytes.NewReader(data))
	root, depth, found := "", 0, ""
	for {
		t, err := d.RawToken()
		if err != nil {
			return found, found != ""
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				root = t.Name.Local
			} else if depth == 2 {
				for _, n := range nodes {
					if t.Name.Local == n {
						found = root + "/" + n
					}
				}
			}
		case xml.EndElement:
			depth--
		}
	}
}

// VerifyInput is a file whose signatures are to be judged.
type VerifyInput struct {
	Name string
	Data []byte
	// CA is a file of trusted roots (and intermediates) that stands in for the trust
	// store; nil: the store of the data folder Dir, with its practice CA, decides. A
	// store without a root leaves the chain unjudged.
	CA  []byte
	Dir string
	At  time.Time // zero: judge certificates at the stated time of signing
	// CRL are revocation lists to ask; Online lets OCSP and lists be fetched.
	CRL    [][]byte
	Online bool
	Now    func() time.Time // the clock; nil takes time.Now
}

// Verify judges every signature of an XML or PDF file, and for an envelope the
// signatures of the files inside it as well. It opens no store of data.
func Verify(ctx context.Context, in VerifyInput) (signing.Report, error) {
	examiner, err := in.examiner()
	if err != nil {
		return signing.Report{}, err
	}
	policy := signing.CertificatePolicy{At: in.At, Vouch: examiner.Voucher(ctx)}
	policy.Roots, policy.Intermediates = examiner.Anchors.Pools()
	return verify(ctx, in.Name, in.Data, policy)
}

// Verify judges a file by the trust store and the clock of this office.
func (o *Office) Verify(ctx context.Context, in VerifyInput) (signing.Report, error) {
	in.Dir, in.Now = o.dir, o.now
	return Verify(ctx, in)
}

func verify(ctx context.Context, name string, data []byte, policy signing.CertificatePolicy) (signing.Report, error) {
	switch kindOf(data) {
	case kindPDF:
		return pdfsig.Verify(data, pdfsig.Policy{CertificatePolicy: policy})
	case kindXML:
	default:
		return signing.Report{}, fmt.Errorf("verify file: %w", ErrFileKind)
	}
	report, err := xmlsig.Verify(data, xmlsig.Policy{CertificatePolicy: policy, Stamps: stamps(policy)})
	if err != nil || !isEnvelope(data) {
		return report, err
	}
	hoso, _, err := xmlfile.ReadEnvelope(data)
	if err != nil {
		return report, nil // not an envelope of ours; its own signature has been judged
	}
	for _, f := range hoso.Files {
		if kindOf(f.Content) == kindOther || ctx.Err() != nil {
			continue
		}
		inner, err := verify(ctx, f.TenFile, f.Content, policy)
		if err != nil {
			return report, err
		}
		if kindOf(f.Content) == kindPDF && len(inner.Signatures) == 0 && len(report.Signatures) > 0 {
			// a paper attached as it was; the envelope's signature covers its bytes
			report.Signatures[0].Notes = append(report.Signatures[0].Notes, f.TenFile+": không ký riêng, chữ ký của gói bao cả tệp này.")
			continue
		}
		if inner.Reason != "" && report.Reason == "" {
			report.Reason = f.TenFile + ": " + inner.Reason
		}
		for _, s := range inner.Signatures {
			s.Path = f.TenFile + ": " + s.Path
			report.Signatures = append(report.Signatures, s)
		}
	}
	return report, nil
}

// stamps judges the time stamps of XML signatures by the roots of a policy.
func stamps(policy signing.CertificatePolicy) xmlsig.StampJudge {
	judge := timestamp.Judge(policy.Roots, policy.Intermediates)
	return func(token, message []byte) (time.Time, error) {
		at, err := judge(token, message)
		if errors.Is(err, timestamp.ErrChain) {
			err = fmt.Errorf("%w: %w", xmlsig.ErrStampAuthority, err)
		}
		return at, err
	}
}
