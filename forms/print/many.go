package print

import (
	"fmt"

	"ankhai/forms/form"
)

// Sheet is one of many papers of the same size: a document and how it looks.
type Sheet struct {
	Doc   *form.Doc
	Paper *form.Paper
}

// Many draws papers one after the other, each with page numbers of its own. Letters
// are cut out of the fonts once for all of them, which is nearly all the work that a
// page costs.
func Many(sheets []Sheet, o Options) ([]byte, error) {
	out, _, err := many(sheets, o)
	return out, err
}

// Each draws papers as Many does and gives each as a file of its own. A file holds the
// letters of all of them, and no word of another.
func Each(sheets []Sheet, o Options) ([][]byte, error) {
	whole, pages, err := many(sheets, o)
	if err != nil || len(pages) == 0 {
		return nil, err
	}
	out, err := apart(whole, pages)
	if err != nil {
		return nil, fmt.Errorf("take printed papers apart: %w", err)
	}
	return out, nil
}

func many(sheets []Sheet, o Options) (out []byte, pages []int, err error) {
	if o.Made.IsZero() {
		return nil, nil, ErrNoTime
	}
	if len(sheets) == 0 {
		return nil, nil, nil
	}
	fs, err := loadFaces()
	if err != nil {
		return nil, nil, err
	}
	var all []page
	for _, s := range sheets {
		own, err := set(fs, s.Doc, s.Paper)
		if err != nil {
			return nil, nil, err
		}
		all, pages = append(all, own...), append(pages, len(own))
	}
	out, err = ink(all, sheetOf(sheets[0].Paper), fs, o.clean())
	if err != nil {
		return nil, nil, fmt.Errorf("print %d papers: %w", len(sheets), err)
	}
	return out, pages, nil
}
