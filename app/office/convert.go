package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"ankhai/storage"
)

var (
	// ErrNoConverter: an office file, and no LibreOffice that could make a PDF of it.
	ErrNoConverter = errors.New("no LibreOffice to convert the file with")
	// ErrConvert: LibreOffice made no PDF of the file.
	ErrConvert = errors.New("LibreOffice did not convert the file")
)

// converters are the names LibreOffice goes by on the PATH.
var converters = []string{"soffice", "libreoffice"}

// convertTime is how long LibreOffice may work on one file; its first start
// takes some ten seconds.
const convertTime = 2 * time.Minute

// convertOffice has LibreOffice make a PDF of an office file. It works on a copy
// in a folder of its own with a fresh profile: no macro of the file is trusted
// there, nothing of the user's is touched, and a window of LibreOffice that is
// open does not matter.
func convertOffice(ctx context.Context, ext string, data []byte) ([]byte, error) {
	program := ""
	for _, name := range converters {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		return nil, ErrNoConverter
	}
	dir, err := os.MkdirTemp("", "ankhai-chuyen-")
	if err != nil {
		return nil, fmt.Errorf("convert office file: %w", err)
	}
	defer os.RemoveAll(dir)
	source := filepath.Join(dir, "tep"+ext) // never the user's name for it
	if err := os.WriteFile(source, data, 0o600); err != nil {
		return nil, fmt.Errorf("convert office file: %w", err)
	}
	ctx, stop := context.WithTimeout(ctx, convertTime)
	defer stop()
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "ho-so"))}
	command := exec.CommandContext(ctx, program, "-env:UserInstallation="+profile.String(),
		"--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "pdf", "--outdir", dir, source)
	command.Dir = dir
	command.WaitDelay = 5 * time.Second // children may hold the pipes open
	if said, err := command.CombinedOutput(); err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("convert office file: %w", errors.Join(ErrConvert, ctx.Err()))
		}
		return nil, fmt.Errorf("convert office file: %w: %w: %.300q", ErrConvert, err, said)
	}
	pdf, err := os.ReadFile(filepath.Join(dir, "tep.pdf"))
	switch {
	case err != nil:
		return nil, fmt.Errorf("convert office file: %w: %w", ErrConvert, err)
	case !bytes.HasPrefix(pdf, []byte("%PDF-")), len(pdf) > storage.MaxAttachment:
		return nil, fmt.Errorf("convert office file: %w", ErrConvert)
	}
	return pdf, nil
}
