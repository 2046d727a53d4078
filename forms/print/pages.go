package print

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// ErrPages: the pages that were asked for are not in the file, or not written so that
// they can be told.
var ErrPages = errors.New("print: no such pages")

// PageRange reads "3" or "2-5", the first page is 1. ErrPages for anything else.
func PageRange(pages string) (from, to int, err error) {
	first, last, more := strings.Cut(strings.TrimSpace(pages), "-")
	if !more {
		last = first
	}
	from, err1 := strconv.Atoi(strings.TrimSpace(first))
	to, err2 := strconv.Atoi(strings.TrimSpace(last))
	if err1 != nil || err2 != nil || from < 1 || to < from {
		return 0, 0, fmt.Errorf("%w: %q", ErrPages, pages)
	}
	return from, to, nil
}

// Only makes a PDF of some pages of another one. A signature in it holds no longer, as
// paper holds none.
func Only(pdf []byte, pages string) ([]byte, error) {
	from, to, err := PageRange(pages)
	if err != nil {
		return nil, err
	}
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	if n, err := api.PageCount(bytes.NewReader(pdf), c); err != nil {
		return nil, fmt.Errorf("count pages: %w", err)
	} else if to > n {
		return nil, fmt.Errorf("%w: %d of %d", ErrPages, to, n)
	}
	var out bytes.Buffer
	if err := api.Trim(bytes.NewReader(pdf), &out, []string{fmt.Sprintf("%d-%d", from, to)}, c); err != nil {
		return nil, fmt.Errorf("take some pages: %w", err)
	}
	return out.Bytes(), nil
}
