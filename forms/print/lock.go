package print

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

func init() {
	model.ConfigPath = "disable" // the library would keep a settings file in the user's home
}

// ErrNoPassword says that there is nothing to lock with.
var ErrNoPassword = errors.New("print: no password to lock the file with")

// Lock locks a PDF with a password that is asked for before it is read: AES with 256
// bits (ISO 32000-2, 7.6). The owner's password is random and nobody's. As a lock is
// no stronger than its password, whoever hands the file out has to say what it is.
func Lock(pdf []byte, password string) ([]byte, error) {
	if password == "" {
		return nil, ErrNoPassword
	}
	c := model.NewAESConfiguration(password, rand.Text(), 256)
	var out bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(pdf), &out, c); err != nil {
		return nil, fmt.Errorf("lock PDF: %w", err)
	}
	return out.Bytes(), nil
}
