package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"ankhai/storage/sealed"
)

// namePaper keeps the name of a sealed attachment, or gives another where a row
// here has it.
func (g *merge) namePaper(ctx context.Context, row map[string]any) error {
	there := word(row["tep"])
	here := there
	var taken bool
	if err := g.dst.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM attachments WHERE tep = ?)`, there).Scan(&taken); err != nil {
		return err
	}
	if taken {
		here = sealed.NewID()
	}
	row["tep"], g.papers[there] = here, here
	return nil
}

// bringPapers seals the attachments that were brought under the key of this store,
// before the rows that name them are committed. One that was cut off before is
// sealed anew: it may be half of what it should be under another key.
func (g *merge) bringPapers(ctx context.Context) error {
	for there, here := range g.papers {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, _, err := g.store.papers.Verify(here); err == nil {
			continue
		}
		if err := resealed(g.from.papers, there, g.store.papers, here); err != nil {
			return err
		}
	}
	return nil
}

// resealed copies one sealed attachment from one folder to another, each under its
// own key. What lies there under the name is replaced.
func resealed(from *sealed.Folder, there string, to *sealed.Folder, here string) error {
	path, err := to.Path(here)
	if err != nil {
		return paper(err)
	}
	r, err := from.Open(there)
	if err != nil {
		return paper(err)
	}
	defer r.Close()
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := to.Put(here, r); err != nil {
		return fmt.Errorf("bring attachment: %w", paper(err))
	}
	return nil
}
