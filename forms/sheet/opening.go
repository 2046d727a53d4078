package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
)

// opened is a workbook whose common parts were read: what every reader of its
// sheets starts from, with the same limits and refusals.
type opened struct {
	pack  *pack
	ix    *index
	sr    *sheetReader
	total int64 // bytes of sheets, as far as they may inflate

	text  *textTable   // in place of a package: a text table
	loose []looseQuote // of the text table
}

// open recognises the file and reads the list of sheets, the styles and the
// shared strings. What is no package may be a text table, which is one sheet with
// the file's name. Its errors wrap a *Refusal.
func open(data []byte, name string) (*opened, error) {
	p, err := openPack(data)
	if errors.Is(err, ErrNotWorkbook) && !bytes.HasPrefix(data, []byte("PK")) && !bytes.HasPrefix(data, cfbMagic) {
		t, err := openText(data, name)
		if err != nil {
			return nil, err
		}
		tab := strings.TrimSuffix(path.Base(strings.ReplaceAll(name, `\`, "/")), path.Ext(name))
		if name == "" {
			tab = "Bảng"
		}
		return &opened{text: t, ix: &index{sheets: []sheetPart{{name: tab}}}, sr: &sheetReader{}, total: int64(len(t.raw))}, nil
	}
	if err != nil {
		return nil, err
	}
	w := &opened{pack: p, sr: &sheetReader{}}
	if w.ix, err = readIndex(p); err != nil {
		return nil, err
	}
	if w.sr.looks, err = readStyles(p, w.ix.styles); err != nil {
		return nil, err
	}
	if w.sr.shared, err = readStrings(p, w.ix.strings); err != nil {
		return nil, err
	}
	for _, s := range w.ix.sheets {
		if f := p.parts[partName(s.part)]; f != nil {
			w.total += int64(min(f.UncompressedSize64, maxInflate))
		}
	}
	return w, nil
}

// sheets reads the sheets one after the other, in the order of their tabs, and
// hands each on. A sheet is handed on only when its part is whole.
func (w *opened) sheets(ctx context.Context, progress func(done, total int), take func(sheetPart, *grid)) error {
	if w.text != nil {
		g, loose, err := w.text.grid(ctx, func(done int64) {
			if progress != nil {
				progress(int(done), int(w.total))
			}
		})
		if err != nil {
			return err
		}
		w.loose = loose
		take(w.ix.sheets[0], g)
		return nil
	}
	done := int64(0)
	for _, s := range w.ix.sheets {
		r, ok, err := w.pack.open(s.part)
		if err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("worksheet part missing: %w", ErrDamaged)
		}
		w.sr.tick = func(int64) {
			if progress != nil {
				progress(int(min(done+r.n, w.total)), int(w.total))
			}
		}
		g, err := w.sr.read(ctx, r)
		if err != nil {
			return err
		}
		done += r.n
		g.date1904 = w.ix.date1904
		take(s, g)
	}
	return nil
}

// done tells that everything was read.
func (w *opened) done(progress func(done, total int)) {
	if progress != nil {
		progress(int(w.total), int(w.total))
	}
}
