package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

var (
	// ErrNoPDFText: a PDF, and no pdftotext that could read its words.
	ErrNoPDFText = errors.New("no pdftotext to read the PDF with")
	// ErrPDFText: pdftotext read no words from the file.
	ErrPDFText = errors.New("pdftotext did not read the file")
)

// Bounds of reading a PDF: the words of a statement are some hundred kilobytes.
const (
	pdfTextTime = 30 * time.Second
	pdfTextMost = 32 << 20
)

// pdfWords has pdftotext (poppler) list the words of a PDF with their places. It works
// on a copy in a folder of its own, with bounds on time and size.
func pdfWords(ctx context.Context, pdf []byte) ([]byte, error) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, ErrNoPDFText
	}
	dir, err := os.MkdirTemp("", "ankhai-doc-")
	if err != nil {
		return nil, fmt.Errorf("read PDF: %w", err)
	}
	defer os.RemoveAll(dir)
	source, out := filepath.Join(dir, "tep.pdf"), filepath.Join(dir, "tep.html") // never the user's name for it
	if err := os.WriteFile(source, pdf, 0o600); err != nil {
		return nil, fmt.Errorf("read PDF: %w", err)
	}
	ctx, stop := context.WithTimeout(ctx, pdfTextTime)
	defer stop()
	command := exec.CommandContext(ctx, program, "-bbox", "-enc", "UTF-8", source, out)
	command.Dir = dir
	command.WaitDelay = 5 * time.Second
	if said, err := command.CombinedOutput(); err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("read PDF: %w", errors.Join(ErrPDFText, ctx.Err()))
		}
		return nil, fmt.Errorf("read PDF: %w: %w: %.300q", ErrPDFText, err, said)
	}
	info, err := os.Stat(out)
	if err != nil || info.Size() > pdfTextMost {
		return nil, fmt.Errorf("read PDF: %w", errors.Join(ErrPDFText, err))
	}
	words, err := os.ReadFile(out)
	if err != nil {
		return nil, fmt.Errorf("read PDF: %w", err)
	}
	// Characters that XML does not have stand in the words of some PDFs.
	return bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, words), nil
}
