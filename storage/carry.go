package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
)

// known is what a data file knows of sending and of who was erased, and must not be
// forgotten when another takes its place.
type known struct {
	counters map[string]int64
	lines    []knownLine
	proofs   []knownProof
	erasures []knownErasure
}

// knownErasure is the proof of an erasure, column by column.
type knownErasure struct {
	at                                     int64
	who, kind, ref, reason, counts, report string
}

// knownLine is a line of the ledger with its submission's state.
type knownLine struct {
	key, submission, dossier, state string
	mst, bhxh, cccd                 string
	month                           int64
	phuongAn                        string
	sent, erased                    *int64
}

// knownProof is a submission that reached a gateway.
type knownProof struct {
	key, submission, dossier, mst, sha256, state string
	at                                           int64 // when it arrived, 0 if nothing tells
	soHoSo                                       string
	receipt                                      []byte
}

// knowledge reads what the file at path knows, over broken pages if
// there are any. A file that is not there, or that cannot be read at all, knows
// nothing: that is why a backup is restored.
func (d door) knowledge(ctx context.Context, path string) (k known, err error) {
	k.counters = map[string]int64{}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return k, nil
	}
	db, _, err := d.openDamaged(ctx, path)
	if err != nil {
		return k, ctx.Err()
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return k, err
	}
	defer conn.Close()
	if err := k.readCounters(ctx, conn); err != nil {
		return k, err
	}
	if err := k.readErasures(ctx, conn); err != nil {
		return k, err
	}
	return k, k.readSent(ctx, conn)
}

// over walks some columns of a table, the key first.
func over(ctx context.Context, q querier, name, key string, columns []string, each func(row []any) error) ([]Gap, error) {
	t := table{name: name, columns: columns, key: []string{key}}
	return t.walk(ctx, q, func(_, row []any) error { return each(row) })
}

func (k *known) readCounters(ctx context.Context, q querier) error {
	_, err := over(ctx, q, "counters", "name", []string{"name", "n"}, func(row []any) error {
		k.counters[word(row[0])] = number(row[1])
		return nil
	})
	return err
}

func (k *known) readErasures(ctx context.Context, q querier) error {
	has := false
	if err := q.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema WHERE name = 'erasures'`).Scan(&has); err != nil || !has {
		return err
	}
	_, err := over(ctx, q, "erasures", "seq", []string{"at", "who", "kind", "ref", "reason", "counts", "report"}, func(row []any) error {
		k.erasures = append(k.erasures, knownErasure{number(row[0]), word(row[1]), word(row[2]), word(row[3]), word(row[4]), word(row[5]), word(row[6])})
		return nil
	})
	return err
}

func (k *known) readSent(ctx context.Context, q querier) error {
	type dossier struct{ id, mst string }
	dossiers := map[int64]dossier{}
	if _, err := over(ctx, q, "dossiers", "seq", []string{"seq", "id", "mst"}, func(row []any) error {
		dossiers[number(row[0])] = dossier{word(row[1]), word(row[2])}
		return nil
	}); err != nil {
		return err
	}
	subs := map[int64]*knownProof{}
	var order []int64
	arrived := map[int64]int64{} // by submission: when it stood at DaGui first
	if _, err := over(ctx, q, "events", "seq", []string{"submission", "at", "den"}, func(row []any) error {
		sub, at := number(row[0]), number(row[1])
		if before, known := arrived[sub]; word(row[2]) == string(DaGui) && (!known || at < before) {
			arrived[sub] = at
		}
		return nil
	}); err != nil {
		return err
	}
	if _, err := over(ctx, q, "submissions", "seq", []string{"seq", "id", "dossier", "key", "sha256", "state", "receipt", "so_ho_so"}, func(row []any) error {
		of := dossiers[number(row[2])]
		p := &knownProof{key: word(row[3]), submission: word(row[1]), dossier: of.id, mst: of.mst, sha256: word(row[4]), state: word(row[5]), soHoSo: word(row[7])}
		p.receipt, _ = row[6].([]byte) // NULL is none
		p.receipt = slices.Clone(p.receipt)
		p.at = arrived[number(row[0])]
		subs[number(row[0])] = p
		order = append(order, number(row[0]))
		return nil
	}); err != nil {
		return err
	}
	carried := []string{"key", "submission", "dossier", "state", "mst", "ma_so_bhxh", "so_cccd", "month", "phuong_an", "sent_at"}
	erasing := false // a file from before erasing says nothing of it
	if err := q.QueryRowContext(ctx, `SELECT count(*) FROM pragma_table_info('ledger_carried') WHERE name = 'erased_at'`).Scan(&erasing); err != nil {
		return err
	}
	if erasing {
		carried = append(carried, "erased_at")
	}
	if _, err := over(ctx, q, "ledger_carried", "seq", carried, func(row []any) error {
		l := knownLine{word(row[0]), word(row[1]), word(row[2]), word(row[3]), word(row[4]), word(row[5]), word(row[6]),
			number(row[7]), word(row[8]), maybe(row[9]), nil}
		if erasing {
			l.erased = maybe(row[10])
		}
		k.lines = append(k.lines, l)
		return nil
	}); err != nil {
		return err
	}
	if _, err := over(ctx, q, "ledger", "seq", []string{"submission", "mst", "ma_so_bhxh", "so_cccd", "month", "phuong_an", "sent_at"}, func(row []any) error {
		l := knownLine{mst: word(row[1]), bhxh: word(row[2]), cccd: word(row[3]), month: number(row[4]), phuongAn: word(row[5]), sent: maybe(row[6])}
		if s := subs[number(row[0])]; s != nil {
			l.key, l.submission, l.dossier, l.state = s.key, s.submission, s.dossier, s.state
			if l.sent != nil && s.at == 0 {
				s.at = *l.sent
			}
		} else { // its submission cannot be read any more
			l.key, l.submission, l.dossier, l.state = fmt.Sprint("mat ", number(row[0])), "mất", "mất", string(NghiVan)
			if l.sent != nil {
				l.state = string(DaGui)
			}
		}
		k.lines = append(k.lines, l)
		return nil
	}); err != nil {
		return err
	}
	for _, seq := range order {
		if p := subs[seq]; proven(State(p.state), p.receipt, p.soHoSo) {
			k.proofs = append(k.proofs, *p)
		}
	}
	has, whole := false, false
	if err := q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM sqlite_schema WHERE name = 'sent_carried'),
		(SELECT count(*) FROM pragma_table_info('sent_carried') WHERE name = 'receipt')`).Scan(&has, &whole); err != nil || !has {
		return err // a file from before proofs were kept
	}
	columns := []string{"key", "at", "so_ho_so"}
	if whole {
		columns = append(columns, "submission", "dossier", "mst", "sha256", "state", "receipt")
	}
	_, err := over(ctx, q, "sent_carried", "key", columns, func(row []any) error {
		p := knownProof{key: word(row[0]), at: number(row[1]), soHoSo: word(row[2]), state: string(DaGui)}
		if whole {
			p.submission, p.dossier, p.mst, p.sha256, p.state = word(row[3]), word(row[4]), word(row[5]), word(row[6]), word(row[7])
			p.receipt, _ = row[8].([]byte) // NULL is none
			p.receipt = slices.Clone(p.receipt)
		}
		k.proofs = append(k.proofs, p)
		return nil
	})
	return err
}

// proven reports whether a submission in this state is known to have reached a
// gateway.
func proven(s State, receipt []byte, soHoSo string) bool {
	switch s {
	case DaGui, TiepNhan, DangGiaiQuyet, CoKetQua:
		return true
	}
	return len(receipt) > 0 || soHoSo != ""
}

// write brings the knowledge into the file that takes the place. What it knows
// itself, or was brought before, is not brought again.
func (k known) write(ctx context.Context, tx *sql.Tx) error {
	for _, l := range k.lines {
		if _, err := tx.ExecContext(ctx, `INSERT INTO ledger_carried
			(key, submission, dossier, state, mst, ma_so_bhxh, so_cccd, month, phuong_an, sent_at, erased_at)
			SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 WHERE NOT EXISTS (SELECT 1 FROM submissions WHERE key = ?1)
			AND NOT EXISTS (SELECT 1 FROM ledger_carried WHERE key = ?1 AND mst = ?5 AND ma_so_bhxh = ?6 AND so_cccd = ?7
				AND month = ?8 AND phuong_an = ?9)`,
			l.key, l.submission, l.dossier, l.state, l.mst, l.bhxh, l.cccd, l.month, l.phuongAn, l.sent, l.erased); err != nil {
			return err
		}
	}
	for _, p := range k.proofs {
		// What the file has at the same place itself needs no proof.
		if _, err := tx.ExecContext(ctx, `INSERT INTO sent_carried (key, at, so_ho_so, submission, dossier, mst, sha256, state, receipt)
			SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
			WHERE NOT EXISTS (SELECT 1 FROM submissions WHERE key = ?1 AND state = ?8 AND so_ho_so = ?3)
			ON CONFLICT (key) DO UPDATE SET so_ho_so = iif(so_ho_so = '', excluded.so_ho_so, so_ho_so),
				sha256 = iif(sha256 = '', excluded.sha256, sha256), submission = iif(submission = '', excluded.submission, submission),
				dossier = iif(dossier = '', excluded.dossier, dossier), mst = iif(mst = '', excluded.mst, mst),
				state = excluded.state, receipt = coalesce(receipt, excluded.receipt)`,
			p.key, p.at, p.soHoSo, p.submission, p.dossier, p.mst, p.sha256, p.state, p.receipt); err != nil {
			return err
		}
	}
	for _, e := range k.erasures {
		if _, err := tx.ExecContext(ctx, `INSERT INTO erasures (at, who, kind, ref, reason, counts, report) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
			WHERE NOT EXISTS (SELECT 1 FROM erasures WHERE at = ?1 AND kind = ?3 AND ref = ?4)`,
			e.at, e.who, e.kind, e.ref, e.reason, e.counts, e.report); err != nil {
			return err
		}
	}
	for name, n := range k.counters {
		if _, err := tx.ExecContext(ctx, `INSERT INTO counters (name, n) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET n = max(n, excluded.n)`, name, n); err != nil {
			return err
		}
	}
	return nil
}

// word, number and maybe read a value of a STRICT table, whose kind is known.
func word(v any) string  { s, _ := v.(string); return s }
func number(v any) int64 { n, _ := v.(int64); return n }
func maybe(v any) *int64 {
	if n, ok := v.(int64); ok {
		return &n
	}
	return nil
}
