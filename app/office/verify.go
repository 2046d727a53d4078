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
var nodes = []string{"Cky", "CKy_Dvi", "CHUKYDONVI"}

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
	CA   []byte    // PEM of trusted roots (and intermediates); nil: the chain is not judged
	At   time.Time // zero: judge certificates at the stated time of signing
}

// Verify judges every signature of an XML or PDF file, and for an envelope the
// signatures of the files inside it as well.
func (o *Office) Verify(ctx context.Context, in VerifyInput) (signing.Report, error) {
	return Verify(ctx, in)
}

// Verify needs no data folder.
func Verify(ctx context.Context, in VerifyInput) (signing.Report, error) {
	policy := signing.CertificatePolicy{At: in.At}
	if in.CA != nil {
		roots, more, err := signing.Trust(in.CA)
		if err != nil {
			return signing.Report{}, fmt.Errorf("%w: %w", ErrTrusted, err)
		}
		policy.Roots, policy.Intermediates = roots, more
	}
	return verify(ctx, in.Name, in.Data, policy)
}

func verify(ctx context.Context, name string, data []byte, policy signing.CertificatePolicy) (signing.Report, error) {
	switch kindOf(data) {
	case kindPDF:
		return pdfsig.Verify(data, pdfsig.Policy{CertificatePolicy: policy})
	case kindXML:
	default:
		return signing.Report{}, fmt.Errorf("verify %s: %w", name, ErrFileKind)
	}
	report, err := xmlsig.Verify(data, xmlsig.Policy{CertificatePolicy: policy, Stamps: timestamp.Judge(policy.Roots, policy.Intermediates)})
	if err != nil || !bytes.Contains(data, []byte("<FileToKhai>")) {
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
