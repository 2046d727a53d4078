package storage

import (
	"context"
	"encoding/json"
	"io"
	"strconv"

	"ankhai/storage/openpack"
)

// sheet writes a table for people with Excel.
func (o *opening) sheet(ctx context.Context, t openTable, with func(n int, row []any)) error {
	var heads []string
	width := make([]int, len(t.columns))
	for i, c := range t.columns {
		if c.column == "" {
			continue
		}
		own := []string{c.head}
		if c.kind.heads != nil {
			own = c.kind.heads(c.head)
		}
		heads, width[i] = append(heads, own...), len(own)
	}
	_, err := o.w.Add(ctx, openpack.SheetDir+"/"+t.name+".csv", func(to io.Writer) error {
		w, err := openpack.NewSheetWriter(to, heads)
		if err != nil {
			return err
		}
		return o.each(ctx, t, false, func(n int, row []any) error {
			with(n, row)
			for i, c := range t.columns {
				switch {
				case c.column == "":
				case row[i] == nil:
					for range width[i] {
						w.Blank()
					}
				default:
					c.kind.cells(&o.names, w, row[i])
				}
			}
			return w.End()
		})
	})
	return err
}

// docSheets writes the rows of forms: each table of each form a sheet of its own, with
// the tags that any row has as columns.
func (o *opening) docSheets(ctx context.Context) error {
	type sheet struct{ form, tab string }
	var sheets []sheet
	const from = ` FROM doc_rows r JOIN docs o ON o.id = r.doc JOIN dossiers d ON d.seq = o.dossier WHERE d.mst = ?`
	if err := rows(ctx, o.tx, func(scan func(...any) error) error {
		var s sheet
		err := scan(&s.form, &s.tab)
		sheets = append(sheets, s)
		return err
	}, `SELECT DISTINCT o.form, r.tab`+from+` ORDER BY 1, 2`, o.mst); err != nil {
		return err
	}
	for _, s := range sheets {
		each := func(f func(dossier string, n int64, r *openpack.Row) error) error {
			row := &openpack.Row{}
			return rows(ctx, o.tx, func(scan func(...any) error) error {
				var dossier string
				var n int64
				var data []byte
				if err := scan(&dossier, &n, &data); err != nil {
					return err
				}
				if !json.Valid(data) || !row.Split(data) {
					return ErrDamaged
				}
				return f(dossier, n, row)
			}, `SELECT d.id, row_number() OVER (PARTITION BY r.doc ORDER BY r.ord), r.data`+from+` AND o.form = ? AND r.tab = ? ORDER BY r.doc, r.ord`, o.mst, s.form, s.tab)
		}
		var tags []string
		at := map[string]int{}
		if err := each(func(_ string, _ int64, r *openpack.Row) error {
			for _, tag := range r.Names {
				if _, known := at[tag]; !known {
					at[tag] = len(tags)
					tags = append(tags, tag)
				}
			}
			return nil
		}); err != nil {
			return err
		}
		name := openpack.SheetDir + "/to-khai/" + openpack.FileName(s.form)
		heads := []string{"Hồ sơ", "Dòng"}
		if s.tab == headTab {
			name += "-phan-dau"
		} else if s.tab != "" {
			name += "-" + openpack.FileName(s.tab)
		}
		for _, tag := range tags {
			heads = append(heads, o.head(s.form, s.tab, tag))
		}
		if _, err := o.w.Add(ctx, name+".csv", func(to io.Writer) error {
			w, err := openpack.NewSheetWriter(to, heads)
			if err != nil {
				return err
			}
			cells := make([][]byte, len(tags))
			return each(func(dossier string, n int64, r *openpack.Row) error {
				clear(cells)
				for i, tag := range r.Names {
					cells[at[tag]] = r.Raw[i]
				}
				w.Text(dossier)
				w.Number(n)
				for _, c := range cells {
					docCell(w, c)
				}
				return w.End()
			})
		}); err != nil {
			return err
		}
	}
	return nil
}

func (o *opening) head(form, tab, tag string) string {
	if o.opt.Words != nil {
		if say := o.opt.Words(form, tab, tag); say != "" {
			return say + " (" + tag + ")"
		}
	}
	return tag
}

// docCell is a cell of a form: nothing where nobody knows, a dash where it is left
// blank on purpose.
func docCell(w *openpack.SheetWriter, raw []byte) {
	switch {
	case raw == nil:
		w.Blank()
		return
	case string(raw) == "null":
		w.Text("–")
		return
	case string(raw) == "true", string(raw) == "false":
		yesCell(w, raw[0] == 't')
		return
	}
	if n, err := strconv.ParseInt(string(raw), 10, 64); err == nil {
		w.Number(n)
		return
	}
	s, err := openpack.ReadText(raw)
	if err != nil {
		w.Text(string(raw))
		return
	}
	if n, ok := readDate(s, 3); ok && n != 0 {
		w.Moment(s)
		return
	}
	w.Text(s)
}
