package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"ankhai/forms/print"
	"ankhai/storage"
)

// ErrAttachment: the file is not of a kind that goes with a dossier, or is not
// what its name says.
var ErrAttachment = errors.New("attachment is not of an accepted kind")

// ErrLocked: the PDF is protected by a password, so that it can be neither signed nor
// read by the agency.
var ErrLocked = errors.New("attachment is protected by a password")

// encrypted finds the entry of a protected PDF's trailer: a reference or a dictionary.
var encrypted = regexp.MustCompile(`/Encrypt\s*(\d+\s+\d+\s+R|<<)`)

// ErrNoPaper: the service of the dossier asks for no such paper.
var ErrNoPaper = errors.New("service asks for no such paper")

// mimePDF is what every attachment is by the time it is kept.
const mimePDF = "application/pdf"

// pictureNames and officeNames are the endings of what is turned into PDF.
var (
	pictureNames = []string{".jpg", ".jpeg", ".png"}
	officeNames  = []string{".docx", ".xlsx", ".doc", ".xls", ".odt", ".ods", ".rtf"}
)

// Attach keeps a paper with a draft. Everything becomes a PDF, which can be
// signed: a scan or photograph on a page of its own, an office file through
// LibreOffice where it is there (ErrNoConverter where it is not).
func (o *Office) Attach(ctx context.Context, id, name string, data []byte) error {
	return o.AttachMarked(ctx, id, name, data, storage.Mark{})
}

// AttachMarked is Attach for a paper of which somebody said whom alone it concerns,
// or that it is sensitive: a copy of a căn cước, a paper about health.
func (o *Office) AttachMarked(ctx context.Context, id, name string, data []byte, mark storage.Mark) error {
	_, err := o.attach(ctx, id, name, data, mark)
	return err
}

// attach keeps a paper and returns its number.
func (o *Office) attach(ctx context.Context, id, name string, data []byte, mark storage.Mark) (int64, error) {
	name, data, err := o.asPDF(ctx, name, data)
	if err != nil {
		return 0, fmt.Errorf("attach to %s: %w", storage.Ref(id), err)
	}
	a, err := o.store.PutAttachment(ctx, id, storage.Attachment{Name: name, Mime: mimePDF, Bytes: data})
	if err != nil || mark == (storage.Mark{}) {
		return a.ID, err
	}
	return a.ID, o.store.MarkAttachment(ctx, id, a.ID, mark)
}

// asPDF tells the kind of a file by its first bytes, which must agree with its
// name, and turns it into a PDF of the same name.
func (o *Office) asPDF(ctx context.Context, name string, data []byte) (string, []byte, error) {
	ext := strings.ToLower(filepath.Ext(name))
	stem := name[:len(name)-len(ext)]
	switch {
	case ext == ".pdf" && bytes.HasPrefix(data, []byte("%PDF-")) && encrypted.Match(data):
		return "", nil, ErrLocked
	case ext == ".pdf" && bytes.HasPrefix(data, []byte("%PDF-")):
		return name, data, nil
	case slices.Contains(pictureNames, ext):
		pdf, err := print.Picture(data, print.Options{Made: o.now(), Title: stem})
		return stem + ".pdf", pdf, err
	case slices.Contains(officeNames, ext) && officeStart(ext, data):
		pdf, err := convertOffice(ctx, ext, data)
		return stem + ".pdf", pdf, err
	}
	return "", nil, ErrAttachment
}

// officeStart says that a file begins as its ending promises: a ZIP, a compound
// file of the old Office, or RTF.
func officeStart(ext string, data []byte) bool {
	start := "PK\x03\x04"
	switch ext {
	case ".doc", ".xls":
		start = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	case ".rtf":
		start = `{\rtf`
	}
	return bytes.HasPrefix(data, []byte(start))
}

// examinePapers reads every attachment through.
func (o *Office) examinePapers(ctx context.Context) Exam {
	const name = "Giấy tờ kèm theo"
	n, err := o.store.VerifyPapers(ctx)
	if err = errors.Join(err, o.unswept); err != nil {
		return ill(name, Say(err), "Lấy lại giấy tờ từ bản sao gần nhất: bhxh backup list.")
	}
	return well(name, fmt.Sprintf("%d tệp đã niêm phong, nguyên vẹn", n))
}
