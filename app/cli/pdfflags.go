package cli

import (
	"flag"
	"path/filepath"
	"strings"

	"ankhai/app/office"
	"ankhai/signing/pdfsig"
)

// pdfFlags say how a PDF is signed.
type pdfFlags struct {
	office.PDFSignature
	corner, logo string
}

// corners are the words for the corners of a page.
var corners = map[string]pdfsig.Corner{
	"": pdfsig.BottomRight, "duoi-phai": pdfsig.BottomRight, "duoi-trai": pdfsig.BottomLeft,
	"tren-phai": pdfsig.TopRight, "tren-trai": pdfsig.TopLeft,
}

func (p *pdfFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&p.TimeStamp, "tsa", "", "")
	fs.IntVar(&p.StampPage, "stamp", 0, "")
	fs.StringVar(&p.corner, "corner", "", "")
	fs.StringVar(&p.Place, "place", "", "")
	fs.StringVar(&p.Reason, "reason", "", "")
	fs.StringVar(&p.logo, "logo", "", "")
	fs.IntVar(&p.Certify, "certify", 0, "")
}

// read takes the options together; they are for signing a PDF alone.
func (p *pdfFlags) read(target string) (office.PDFSignature, error) {
	how := p.PDFSignature
	asked := how.TimeStamp+how.Place+how.Reason+p.corner+p.logo != "" || how.StampPage != 0 || how.Certify != 0
	if asked && !strings.EqualFold(filepath.Ext(target), ".pdf") {
		return how, wrong("--tsa, --stamp, --corner, --place, --reason, --logo và --certify chỉ dùng khi ký một tệp PDF")
	}
	corner, ok := corners[p.corner]
	if !ok {
		return how, wrong("--corner phải là duoi-phai, duoi-trai, tren-phai hoặc tren-trai (đang ghi %q)", p.corner)
	}
	how.StampCorner = corner
	if p.logo != "" {
		logo, err := readFile(p.logo)
		if err != nil {
			return how, err
		}
		how.Logo = logo
	}
	return how, nil
}
