package storage

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/storage/openpack"
)

// OpenDeed is how the journal calls an open export.
const OpenDeed = "donVi.xuatMo"

// WriteOpen writes everything of one employer into a folder, or a ZIP if path ends so,
// that any program and any person can read: see openpack. Nothing in it is encrypted;
// what opens keys, gateways and the data itself is not in it. Of a row at a time it
// keeps one in memory. That it was done is written down before it is there.
//
// The same data gives the same files, whenever it is written. ErrNotFound if there is
// no such employer; ErrExists if path is taken.
func (s *Store) WriteOpen(ctx context.Context, path, mst string, o OpenOptions) (info OpenInfo, err error) {
	err = func() error {
		w, err := openpack.New(path, s.opt.Now())
		if err != nil {
			return err
		}
		defer w.Close() // after Commit nothing is left to take away
		var c openpack.Contents
		var name string
		if err := s.read(ctx, "read employer", func(tx *sql.Tx) error {
			out := &opening{store: s, tx: tx, w: w, mst: mst, opt: o, rows: map[string]int{}}
			if err := out.run(ctx); err != nil {
				return err
			}
			name = out.employer.Ten
			v, err := version(ctx, tx)
			c = openpack.Contents{Version: OpenVersion, Schema: v, MST: mst, Rows: out.rows}
			return err
		}); err != nil {
			return err
		}
		return w.Commit(ctx, c, func(c openpack.Contents) error {
			info = openInfo(c, name)
			return s.RecordDeed(ctx, Deed{What: OpenDeed, Ref: EmployerRef(mst), People: info.People})
		})
	}()
	if err != nil {
		return info, fmt.Errorf("open export: %w", outcome(err))
	}
	return info, nil
}

// opening is one WriteOpen at work, over one snapshot of the data.
type opening struct {
	store    *Store
	tx       *sql.Tx
	w        *openpack.Writer
	mst      string
	opt      OpenOptions
	employer facts.DonVi
	names    openNames
	all      []belonging
	keys     map[string]string // by table: the order of its key
	rows     map[string]int
}

func (o *opening) run(ctx context.Context) (err error) {
	var data []byte
	if err := o.tx.QueryRowContext(ctx, `SELECT data FROM employers WHERE mst = ?`, o.mst).Scan(&data); err != nil {
		return err
	}
	if err := json.Unmarshal(data, &o.employer); err != nil {
		return err
	}
	// The chain of the whole file is proved before one of the export's own takes its place.
	if _, _, err := chainEvents(ctx, o.tx); err != nil {
		return err
	}
	if o.all, err = belongings(ctx, o.tx); err != nil {
		return err
	}
	shapes, err := shapesOf(ctx, o.tx)
	if err != nil {
		return err
	}
	o.keys = map[string]string{}
	for _, t := range shapes {
		o.keys[t.name] = strings.Join(t.key, ", ")
	}
	if err := o.readNames(ctx); err != nil {
		return err
	}
	for _, t := range openTables {
		if err := o.table(ctx, t); err != nil {
			return err
		}
	}
	if err := o.settings(ctx); err != nil {
		return err
	}
	return o.explain(ctx)
}

// readNames learns what rows of other tables are called outside.
func (o *opening) readNames(ctx context.Context) error {
	o.names.names = map[string]map[int64]string{}
	for table, query := range map[string]string{
		"people":      `SELECT seq, id FROM people WHERE mst = ? ORDER BY seq`,
		"dossiers":    `SELECT seq, id FROM dossiers WHERE mst = ? ORDER BY seq`,
		"submissions": `SELECT s.seq, s.id FROM submissions s JOIN dossiers d ON d.seq = s.dossier WHERE d.mst = ? ORDER BY s.seq`,
		"docs":        `SELECT o.id, d.id || '/' || o.form FROM docs o JOIN dossiers d ON d.seq = o.dossier WHERE d.mst = ? ORDER BY o.id`,
		"local_rules": `SELECT seq, '' FROM local_rules WHERE mst = ? ORDER BY seq`,
		"decisions":   `SELECT seq, '' FROM decisions WHERE mst = ? ORDER BY seq`,
		"notices":     `SELECT seq, ma FROM notices WHERE mst = ? ORDER BY seq`,
		"attachments": `SELECT a.id, '' FROM attachments a JOIN dossiers d ON d.seq = a.dossier WHERE d.mst = ? ORDER BY a.id`,
	} {
		names := map[int64]string{}
		if err := rows(ctx, o.tx, func(scan func(...any) error) error {
			var n int64
			var name string
			err := scan(&n, &name)
			if name == "" { // it has none but its place
				name = fmt.Sprint(len(names) + 1)
			}
			names[n] = name
			return err
		}, query, o.mst); err != nil {
			return err
		}
		o.names.names[table] = names
	}
	o.names.people = map[int64]string{}
	return rows(ctx, o.tx, func(scan func(...any) error) error {
		var n int64
		var name string
		err := scan(&n, &name)
		o.names.people[n] = name
		return err
	}, `SELECT seq, ho_ten FROM people WHERE mst = ?`, o.mst)
}

// each gives the employer's rows of a table; bytes only if they are asked for.
func (o *opening) each(ctx context.Context, t openTable, bytes bool, f func(n int, row []any) error) error {
	var columns []string
	for _, c := range t.columns {
		if c.column == "" || c.kind.file != nil && c.kind != openPaperFile && !bytes {
			columns = append(columns, "NULL")
		} else {
			columns = append(columns, c.column)
		}
	}
	mine := "mst = ?"
	if slices.ContainsFunc(o.all, func(b belonging) bool { return b.name == t.table }) {
		mine = whose(o.all, t.table, "employers", mine)
	}
	order := t.order
	if order == "" {
		order = o.keys[t.table]
	}
	found, err := o.tx.QueryContext(ctx, "SELECT "+strings.Join(columns, ", ")+" FROM "+t.table+" WHERE "+mine+" ORDER BY "+order, o.mst)
	if err != nil {
		return err
	}
	defer found.Close()
	s := newScanner(len(columns))
	for n := 1; found.Next(); n++ {
		if err := found.Scan(s.into...); err != nil {
			return err
		}
		if err := f(n, s.row); err != nil {
			return fmt.Errorf("table %s, row %d: %w", t.table, n, err)
		}
	}
	return found.Err()
}

// table writes a table: its files, its rows, and the sheet for people.
func (o *opening) table(ctx context.Context, t openTable) error {
	files, err := o.files(ctx, t)
	if err != nil {
		return err
	}
	// with puts in what was not read again.
	with := func(n int, row []any) {
		for i, c := range t.columns {
			if c.kind.file != nil {
				if row[i] = nil; files[n-1] != nil {
					row[i] = *files[n-1]
				}
			}
		}
	}
	if _, err = o.w.Add(ctx, openpack.DataDir+"/"+t.name+".json", func(to io.Writer) error {
		w, err := openpack.NewRowWriter(to, t.name, OpenVersion)
		if err != nil {
			return err
		}
		line := openLine{t: t, names: &o.names}
		if err := o.each(ctx, t, false, func(n int, row []any) error {
			with(n, row)
			b, err := line.of(row)
			if err != nil {
				return err
			}
			return w.Put(b)
		}); err != nil {
			return err
		}
		o.rows[t.name], err = w.Close()
		return err
	}); err != nil {
		return err
	}
	if t.table == "doc_rows" {
		return o.docSheets(ctx)
	}
	return o.sheet(ctx, t, with)
}

// files writes the files of a table and says for each row which is its, nil for none.
// Every one that cannot be read is in the error.
func (o *opening) files(ctx context.Context, t openTable) (out []*openpack.File, err error) {
	at := slices.IndexFunc(t.columns, func(c openColumn) bool { return c.kind.file != nil })
	if at < 0 {
		return nil, nil
	}
	var lost []error
	err = o.each(ctx, t, true, func(n int, row []any) error {
		if row[at] == nil {
			out = append(out, nil)
			return nil
		}
		r := openRow{values: slices.Clone(row), n: n}
		for i, c := range t.columns {
			if c.kind.link != "" && row[i] != nil {
				r.values[i] = o.names.names[c.kind.link][number(row[i])]
			}
		}
		from := func(w io.Writer) error { return o.paper(w, row) }
		if data, ok := row[at].([]byte); ok {
			r.head = data
			from = func(w io.Writer) error { _, err := io.Copy(w, bytes.NewReader(data)); return err }
		}
		f, err := o.w.Add(ctx, openpack.FileDir+"/"+t.columns[at].kind.file(r), from)
		if t.columns[at].kind == openPaperFile && err == nil && f.SHA256 != word(row[4]) {
			err = fmt.Errorf("%w: it is another one", ErrDamaged)
		}
		if errors.Is(err, ErrDamaged) {
			lost = append(lost, fmt.Errorf("paper %d of %s: %w", n, Ref(word(r.values[1])), err))
			err = nil
		}
		out = append(out, &f)
		return err
	})
	return out, errors.Join(append(lost, err)...)
}

// paper copies the bytes of an attachment.
func (o *opening) paper(w io.Writer, row []any) error {
	r, err := o.store.papers.Open(word(row[7]))
	if err != nil {
		return paper(err)
	}
	_, err = io.Copy(w, r)
	return paper(errors.Join(err, r.Close()))
}

// openLine writes rows of a table as JSON.
type openLine struct {
	t     openTable
	names *openNames
	b     []byte
	chain []byte // of the events before
}

// of is a row as JSON; it is good until the next.
func (l *openLine) of(row []any) (_ []byte, err error) {
	b := append(l.b[:0], '{')
	for i, c := range l.t.columns {
		if c.column == "" {
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), c.name...), `":`...)
		if row[i] == nil && c.may {
			b = append(b, "null"...)
			continue
		}
		if b, err = c.kind.put(l.names, b, row[i]); err != nil {
			return nil, fmt.Errorf("column %s: %w", c.column, err)
		}
	}
	b = append(b, '}')
	if l.t.table == "events" {
		l.chain = openChain(l.chain, b)
		b = fmt.Appendf(b[:len(b)-1], `,"chuoi":"%x"}`, l.chain)
	}
	l.b = b
	return b, nil
}
