package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// SealedDir is the folder of sealed attachments, in a data folder and on a shelf.
const SealedDir = papersName

// keyFiles are the key file and its second copy.
var keyFiles = []string{"kho.khoa", "kho.khoa.2"}

// sealedName is how a sealed attachment is called below its folder. A name that
// is not like this is never opened: it comes from a file.
var sealedName = regexp.MustCompile(`^[0-9a-f]{2}/[0-9a-f]{32}$`)

// sealedOf lists the sealed attachments that a data file names, below their
// folder, with slashes. Files from before attachments were sealed name none.
func (d door) sealedOf(ctx context.Context, path string) ([]string, error) {
	d, err := d.fit(path)
	if err != nil {
		return nil, err
	}
	db, err := d.connect(path, 1, "mode=ro", "immutable=1")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return sealedNames(ctx, db)
}

// sealedNames is sealedOf for an open file.
func sealedNames(ctx context.Context, q querier) (out []string, err error) {
	has := false
	if err := q.QueryRowContext(ctx, `SELECT count(*) FROM pragma_table_info('attachments') WHERE name = 'tep'`).Scan(&has); err != nil || !has {
		return nil, err
	}
	// Bytes of version 1 that have not been moved out yet are in the file itself.
	found, err := q.QueryContext(ctx, `SELECT tep FROM attachments WHERE id NOT IN (SELECT attachment FROM attachment_bytes) ORDER BY tep`)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	for found.Next() {
		var id string
		if err := found.Scan(&id); err != nil {
			return nil, err
		}
		if len(id) != 32 || !sealedName.MatchString(id[:2]+"/"+id) {
			return nil, fmt.Errorf("%w: an attachment has no name of ours", ErrDamaged)
		}
		out = append(out, id[:2]+"/"+id)
	}
	return out, found.Err()
}

// addSealed brings the sealed attachments of a backup into the pool, each once.
// They never change, so a name that is there has the right bytes.
func (h *Shelf) addSealed(ctx context.Context, d door, backup, from string) error {
	names, err := d.sealedOf(ctx, backup)
	if err != nil {
		return err
	}
	for _, n := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		to := filepath.Join(h.Dir, SealedDir, filepath.FromSlash(n))
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		// A copy, never a second name: what happens to the one must not reach the other.
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		if err := replaceFile(filepath.Join(from, filepath.FromSlash(n)), to); err != nil {
			return err
		}
	}
	return nil
}

// replaceFile copies a file over another, or to a new name: whoever looks sees
// the old bytes or the new ones.
func replaceFile(from, to string) error {
	tmp, err := os.MkdirTemp(filepath.Dir(to), TempFiles)
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	file := filepath.Join(tmp, filepath.Base(to))
	if err := copyFile(from, file); err != nil {
		return err
	}
	if err := os.Rename(file, to); err != nil {
		return err
	}
	return syncDir(filepath.Dir(to))
}

// addKeys brings the key file beside the backups. A folder without one has plain
// pages.
func (h *Shelf) addKeys(from string) error {
	for _, name := range keyFiles {
		src := filepath.Join(from, name)
		if _, err := os.Stat(src); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		to := filepath.Join(h.Dir, name)
		if same, err := sameBytes(src, to); err != nil || same {
			if err != nil {
				return err
			}
			continue
		}
		if err := replaceFile(src, to); err != nil {
			return err
		}
	}
	return nil
}

// sweepSealed removes from the pool what no good backup names. If one of them
// cannot tell what it names, nothing is removed.
func (h *Shelf) sweepSealed(ctx context.Context, d door) error {
	pool := filepath.Join(h.Dir, SealedDir)
	if _, err := os.Stat(pool); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	all, err := h.List()
	if err != nil {
		return err
	}
	named := map[string]bool{}
	for _, b := range all {
		names, err := d.sealedOf(ctx, b.Path)
		if err != nil {
			return err
		}
		for _, n := range names {
			named[n] = true
		}
	}
	return fs.WalkDir(os.DirFS(pool), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !sealedName.MatchString(name) || named[name] {
			return err
		}
		return os.Remove(filepath.Join(pool, filepath.FromSlash(name)))
	})
}
