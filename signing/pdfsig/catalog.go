package pdfsig

import (
	"bytes"
	"crypto/x509"
	"errors"
	"fmt"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ankhai/signing"
)

// catalog is the file's catalogue with the new field in its form. What else
// stood there stays: the library would drop other fields and garble strings.
func (b *book) catalog(own ownNumbers, certify bool) string {
	root := maps.Clone(b.root)
	form := maps.Clone(b.form)
	if form == nil {
		form = types.Dict{}
	}
	fields := append(types.Array{}, b.array(form["Fields"])...)
	form["Fields"] = append(fields, *types.NewIndirectRef(own.widget, 0))
	form["SigFlags"] = types.Integer(3) // signatures exist; append only
	root["AcroForm"] = form
	if b.ctx.HeaderVersion != nil && *b.ctx.HeaderVersion < model.V15 && b.get(root["Version"]) == nil {
		root["Version"] = types.Name("1.5")
	}
	if certify {
		root["Perms"] = types.Dict{"DocMDP": *types.NewIndirectRef(own.value, 0)}
	}
	return root.PDFString()
}

// restorePage writes the page that carries a stamp as it was, with the new widget
// among its annotations; the library resolves references and garbles strings. It
// says by how much what follows has moved.
func (b *book) restorePage(out []byte, widget int) ([]byte, int, error) {
	from := len(b.data)
	at := bytes.Index(out[from:], []byte("  /AP << /N "))
	if at < 0 {
		return out, 0, nil // invisible: the page is not touched
	}
	at += from
	place := bytes.Index(out[at:], []byte("  /P "))
	if place < 0 {
		return nil, 0, spoilt(errors.New("stamp has no page"))
	}
	nr, _ := integer(out, at+place+len("  /P "))
	index, ok := b.pages[nr]
	if !ok {
		return nil, 0, spoilt(errors.New("stamp has no page"))
	}
	page := maps.Clone(b.leafs[index])
	annotations := append(types.Array{}, b.array(page["Annots"])...)
	page["Annots"] = append(annotations, *types.NewIndirectRef(widget, 0))
	text := page.PDFString()
	mark := fmt.Appendf(nil, "\n%d 0 obj\n", nr)
	start := bytes.Index(out[at:], mark)
	if start < 0 {
		return nil, 0, spoilt(errors.New("page was not written"))
	}
	start += at + len(mark)
	end := bytes.Index(out[start:], []byte("\nendobj\n"))
	if end < 0 {
		return nil, 0, spoilt(errors.New("page was not written"))
	}
	whole := append(append(append([]byte{}, out[:start]...), text...), out[start+end:]...)
	return whole, len(text) - end, nil
}

// chains is the certificate with those above it, as far as each has signed the
// one before.
func chains(opts Options) [][]*x509.Certificate {
	chain := []*x509.Certificate{opts.Cert}
	for _, above := range opts.Chain {
		if chain[len(chain)-1].CheckSignatureFrom(above) != nil {
			break
		}
		chain = append(chain, above)
	}
	return [][]*x509.Certificate{chain}
}

// spoilt is the outcome when the library did more to the file than sign it.
func spoilt(cause error) error {
	return &signing.Error{Kind: signing.ErrSelfCheck, Cause: cause, Sentence: "Chưa ký được: tệp PDF có cấu trúc không giữ nguyên được khi ký. In lại thành PDF rồi ký."}
}
