package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// ErrAttachment: the file is not of a kind that the gateway takes, or is not
// what its name says.
var ErrAttachment = errors.New("attachment is not of an accepted kind")

// attachmentKind tells the kind of a file by its first bytes, which must agree
// with its name. Images are turned into PDF by the person who scans them.
func attachmentKind(name string, data []byte) (string, error) {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".pdf" && bytes.HasPrefix(data, []byte("%PDF-")):
		return "application/pdf", nil
	case (ext == ".docx" || ext == ".xlsx") && bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return "application/zip", nil
	}
	return "", ErrAttachment
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
