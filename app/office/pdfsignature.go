package office

import (
	"fmt"

	"ankhai/assets"
	"ankhai/signing/pdfsig"
	"ankhai/signing/timestamp"
)

// StampCorner is where on a page a stamp stands.
type StampCorner = pdfsig.Corner

// The corners of a page.
const (
	StampBottomRight = pdfsig.BottomRight
	StampBottomLeft  = pdfsig.BottomLeft
	StampTopRight    = pdfsig.TopRight
	StampTopLeft     = pdfsig.TopLeft
)

// PDFSignature says how a PDF is signed; the zero value is an invisible approval
// without a time stamp.
type PDFSignature struct {
	TimeStamp     string // address of a time stamping authority (RFC 3161); "" for none
	Certify       int    // 1 to 3 certifies and says what may still happen; 0 approves
	StampPage     int    // a stamp on this page, from 1, -1 is the last; 0 for none
	StampCorner   StampCorner
	Place, Reason string
	Logo          []byte // on the stamp, PNG or JPEG
}

// pdfAs signs a PDF in that way.
func (w signer) pdfAs(doc []byte, how PDFSignature) ([]byte, error) {
	opts := pdfsig.Options{Time: w.at, TaxCode: w.taxCode, Reason: how.Reason, Location: how.Place, Certify: how.Certify}
	if how.TimeStamp != "" {
		opts.TimeStamp = &timestamp.Client{URL: how.TimeStamp}
	}
	if how.StampPage != 0 {
		seal, err := newSeal(how.Logo)
		if err != nil {
			return nil, err
		}
		opts.Stamp = &pdfsig.Stamp{Page: how.StampPage, Corner: how.StampCorner, Seal: seal}
	}
	return pdfsig.Sign(w.ctx, doc, w.key, opts)
}

// newSeal draws with the fonts of the paper forms.
func newSeal(logo []byte) (*pdfsig.Seal, error) {
	seal := &pdfsig.Seal{Logo: logo}
	for name, into := range map[string]*[]byte{"fonts/Tinos-Regular.ttf": &seal.Regular, "fonts/Tinos-Bold.ttf": &seal.Bold} {
		font, err := assets.Fonts.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("draw stamp: %w", err)
		}
		*into = font
	}
	return seal, nil
}
