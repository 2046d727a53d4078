package storage

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

// aDossier is what the merge needs to know of a dossier.
type aDossier struct {
	seq, made  int64
	id, key    string // key of its submission, "" if it has none
	state      State
	procedure  string
	month      int64
	submission string // its submission's name
}

// is reports whether two dossiers are the same one, in two files.
func (d aDossier) is(e aDossier) bool {
	return d.id == e.id && d.made == e.made && d.procedure == e.procedure && d.month == e.month
}

func dossiersOf(ctx context.Context, tx *sql.Tx, mst string) (out []aDossier, err error) {
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var d aDossier
		err := scan(&d.seq, &d.id, &d.made, (*string)(&d.state), &d.procedure, &d.month, &d.key, &d.submission)
		out = append(out, d)
		return err
	}, `SELECT d.seq, d.id, d.created_at, d.state, d.procedure, d.month, coalesce(s.key, ''), coalesce(s.id, '')
		FROM dossiers d LEFT JOIN submissions s ON s.dossier = d.seq WHERE d.mst = ? ORDER BY d.seq`, mst)
	return out, err
}

// settleDossiers decides for each dossier of the other file what happens to it,
// and makes room here:
//
//	the same submission is here           it stays as it is here
//	the same draft was signed here since  it stays as it is here
//	a draft on both sides                 the one here takes the contents of the other
//	else                                  it is brought, under a new number if its own is taken
//
// A draft here that none of these takes up is cancelled.
func (g *merge) settleDossiers(ctx context.Context) error {
	theirs, err := dossiersOf(ctx, g.src, g.mst)
	if err != nil {
		return err
	}
	ours, err := dossiersOf(ctx, g.dst, g.mst)
	if err != nil {
		return err
	}
	used := map[int64]bool{}
	for _, d := range theirs {
		i := slices.IndexFunc(ours, func(e aDossier) bool { return d.key != "" && d.key == e.key })
		same := slices.IndexFunc(ours, func(e aDossier) bool { return d.is(e) })
		switch {
		case i >= 0:
			g.stays(d, ours[i])
			used[ours[i].seq] = true
			err = g.followAnew(ctx, ours[i])
		case same >= 0 && d.key == "" && !ours[same].state.Draft():
			g.stays(d, ours[same])
			used[ours[same].seq] = true
			err = g.followAnew(ctx, ours[same])
		case same >= 0 && d.state.Draft():
			g.stays(d, ours[same])
			used[ours[same].seq] = true
			err = g.refill(ctx, d, ours[same])
		}
		if err != nil {
			return err
		}
	}
	for _, e := range ours {
		if used[e.seq] {
			continue
		}
		if e.state.Draft() {
			if _, err := g.dst.ExecContext(ctx, `UPDATE dossiers SET state = 'huy', note = trim(note || ' ' || ?), updated_at = ? WHERE seq = ?`,
				"Huỷ vì dữ liệu đơn vị được thay bằng bản khác.", g.store.now(), e.seq); err != nil {
				return err
			}
			if err := g.store.record(ctx, g.dst, "hoSo.huy", e.id); err != nil {
				return err
			}
			continue
		}
		if err := g.followAnew(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

// stays settles a dossier of the other file: what points at it points at ours.
func (g *merge) stays(d, ours aDossier) {
	g.settled[d.seq] = true
	g.ids[d.id] = ours.id
	g.kept[d.id] = true
	if d.key != "" {
		g.ids[d.submission] = ours.submission
		g.kept[d.submission] = true
		g.out.Kept++
	}
}

// followAnew forgets how far the roster here had followed a dossier: the roster is
// another one now. If the other file knows, it tells when settings are brought.
func (g *merge) followAnew(ctx context.Context, ours aDossier) error {
	for _, prefix := range g.opt.Roster {
		if _, err := g.dst.ExecContext(ctx, `DELETE FROM settings WHERE key = ?`, prefix+ours.id); err != nil {
			return err
		}
	}
	return nil
}

// refill gives a draft here the contents that it has in the other file.
func (g *merge) refill(ctx context.Context, d, ours aDossier) error {
	for _, t := range slices.Backward(g.tables) {
		if !t.dossier {
			continue
		}
		if _, err := g.dst.ExecContext(ctx, "DELETE FROM "+t.name+" WHERE "+whose(g.tables, t.name, "dossiers", "seq = ?"), ours.seq); err != nil {
			return err
		}
	}
	var state, note string
	if err := g.src.QueryRowContext(ctx, `SELECT state, note FROM dossiers WHERE seq = ?`, d.seq).Scan(&state, &note); err != nil {
		return err
	}
	if _, err := g.dst.ExecContext(ctx, `UPDATE dossiers SET state = ?, note = ?, updated_at = ? WHERE seq = ?`,
		state, strings.TrimSpace(note), g.store.now(), ours.seq); err != nil {
		return err
	}
	g.numbered("dossiers", d.seq, ours.seq) // its contents follow
	delete(g.kept, d.id)
	g.out.Dossiers++
	return nil
}
