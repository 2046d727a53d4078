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
	// ErrNoConverter: an office file, and no LibreOffice that could convert it.
	ErrNoConverter = errors.New("no LibreOffice to convert the file with")
	// ErrConvert: LibreOffice made nothing of the file.
	ErrConvert = errors.New("LibreOffice did not convert the file")
)

// converters are the names LibreOffice goes by on the PATH.
var converters = []string{"soffice", "libreoffice"}

// convertTime is how long LibreOffice may work on one file; its first start
// takes some ten seconds.
const convertTime = 2 * time.Minute

// convertOffice has LibreOffice make a PDF of an office file.
func convertOffice(ctx context.Context, ext string, data []byte) ([]byte, error) {
	pdf, err := libreConvert(ctx, ext, data, "pdf")
	if err == nil && (!bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) > storage.MaxAttachment) {
		err = fmt.Errorf("convert office file: %w", ErrConvert)
	}
	if err != nil {
		return nil, err
	}
	return pdf, nil
}

// libreConvert has LibreOffice write a file in another format. It works on a copy
// in a folder of its own with a fresh profile: no macro of the file is trusted
// there, nothing of the user's is touched, and a window of LibreOffice that is
// open does not matter.
func libreConvert(ctx context.Context, ext string, data []byte, to string) ([]byte, error) {
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
	options := []string{"-env:UserInstallation=" + profile.String(), "--headless", "--norestore", "--nolockcheck", "--nodefault"}
	if ext == ".xls" { // or what is no workbook would be read as a text
		options = append(options, "--infilter=MS Excel 97")
	}
	command := exec.CommandContext(ctx, program, append(options, "--convert-to", to, "--outdir", dir, source)...)
	command.Dir = dir
	command.WaitDelay = 5 * time.Second // children may hold the pipes open
	if said, err := command.CombinedOutput(); err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("convert office file: %w", errors.Join(ErrConvert, ctx.Err()))
		}
		return nil, fmt.Errorf("convert office file: %w: %w: %.300q", ErrConvert, err, said)
	}
	out, err := os.ReadFile(filepath.Join(dir, "tep."+to))
	if err != nil {
		return nil, fmt.Errorf("convert office file: %w: %w", ErrConvert, err)
	}
	return out, nil
}
