package sheet

import (
	"context"
	"fmt"
)

// opened is a workbook whose common parts were read: what every reader of its
// sheets starts from, with the same limits and refusals.
type opened struct {
	pack  *pack
	ix    *index
	sr    *sheetReader
	total int64 // bytes of sheets, as far as they may inflate
}

// open recognises the file and reads the list of sheets, the styles and the
// shared strings. Its errors wrap a *Refusal.
func open(data []byte) (*opened, error) {
	p, err := openPack(data)
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
