package storage

import (
	"context"
	"database/sql"
	"io"
	"slices"
	"strings"

	"ankhai/storage/openpack"
)

// settingName parts the key of a setting into what it says and of whom: "cong:" and a
// tax code, or a setting of everybody. ok is false for one that stays inside.
func (o OpenOptions) settingName(key string) (what, of string, ok bool) {
	if slices.Contains(o.Common, key) {
		return key, "", true
	}
	i := strings.IndexByte(key, ':') + 1
	return key[:max(i-1, 0)], key[i:], slices.Contains(o.Settings, key[:i])
}

// settingKey is the key of a setting that settingName parted; ok is false for one that
// is not taken in.
func (o OpenOptions) settingKey(what, of string) (key string, ok bool) {
	if of == "" {
		return what, slices.Contains(o.Common, what)
	}
	return what + ":" + of, slices.Contains(o.Settings, what+":")
}

// settings writes what the program remembers for the employer. What opens a gateway
// stays.
func (o *opening) settings(ctx context.Context) error {
	mine := map[string]bool{"": true, o.mst: true}
	for _, table := range []string{"dossiers", "submissions"} {
		for _, id := range o.names.names[table] {
			mine[id] = true
		}
	}
	each := func(f func(row []any) error) error {
		return rows(ctx, o.tx, func(scan func(...any) error) error {
			var key, value string
			if err := scan(&key, &value); err != nil {
				return err
			}
			what, of, ok := o.opt.settingName(key)
			if !ok || !mine[of] {
				return nil
			}
			return f([]any{what, of, login.ReplaceAllString(value, "://")})
		}, `SELECT key, value FROM settings ORDER BY key`)
	}
	if _, err := o.w.Add(ctx, openpack.DataDir+"/"+openSettings.name+".json", func(to io.Writer) error {
		w, err := openpack.NewRowWriter(to, openSettings.name, OpenVersion)
		if err != nil {
			return err
		}
		line := openLine{t: openSettings, names: &o.names}
		if err := each(func(row []any) error {
			b, err := line.of(row)
			if err != nil {
				return err
			}
			return w.Put(b)
		}); err != nil {
			return err
		}
		o.rows[openSettings.name], err = w.Close()
		return err
	}); err != nil {
		return err
	}
	_, err := o.w.Add(ctx, openpack.SheetDir+"/"+openSettings.name+".csv", func(to io.Writer) error {
		var heads []string
		for _, c := range openSettings.columns {
			heads = append(heads, c.head)
		}
		w, err := openpack.NewSheetWriter(to, heads)
		if err != nil {
			return err
		}
		return each(func(row []any) error {
			for i, c := range openSettings.columns {
				c.kind.cells(&o.names, w, row[i])
			}
			return w.End()
		})
	})
	return err
}

// bringCommon puts in the settings of everybody that are not here yet.
func bringCommon(ctx context.Context, tx *sql.Tx, common map[string]string) error {
	for _, key := range sortedKeys(common) {
		if _, err := tx.ExecContext(ctx, `INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING`, key, common[key]); err != nil {
			return err
		}
	}
	return nil
}
