package office

import (
	"bytes"
	"errors"
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
