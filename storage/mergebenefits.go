package storage

import (
	"context"
	"regexp"
)

// signedBenefit is a period that a dossier signed here asks for, with the numbers of
// its person: whoever the roster is replaced by, what is signed asks for it still.
type signedBenefit struct {
	row        []any // columns of benefits but seq and person
	bhxh, cccd string
}

const benefitColumns = `che_do, tu_ngay, den_ngay, nua_ngay, sinh_con, truong_hop, state, nguon, dossier, form, dong, at`

// keepBenefits remembers those periods before the employer's roster is cleared.
func (g *merge) keepBenefits(ctx context.Context) (out []signedBenefit, err error) {
	err = rows(ctx, g.dst, func(scan func(...any) error) error {
		k := signedBenefit{row: make([]any, 12)}
		into := []any{&k.bhxh, &k.cccd}
		for i := range k.row {
			into = append(into, &k.row[i])
		}
		err := scan(into...)
		out = append(out, k)
		return err
	}, `SELECT p.ma_so_bhxh, p.so_cccd, `+benefitColumns+` FROM benefits b JOIN people p ON p.seq = b.person
		WHERE p.mst = ? AND b.dossier IN (SELECT d.id FROM dossiers d JOIN submissions s ON s.dossier = d.seq)`, g.mst)
	return out, err
}

// bringBenefits puts them back to whom the new roster knows by a number, and gives
// the periods that were brought the numbers that their dossiers have here. Where
// both tell of a period, the other file's word stands.
func (g *merge) bringBenefits(ctx context.Context, kept []signedBenefit) error {
	renamed := map[int64]string{}
	err := rows(ctx, g.dst, func(scan func(...any) error) error {
		var seq int64
		var there string
		err := scan(&seq, &there)
		if here, ok := g.ids[there]; ok && here != there {
			renamed[seq] = here
		}
		return err
	}, `SELECT b.seq, b.dossier FROM benefits b JOIN people p ON p.seq = b.person WHERE p.mst = ? AND b.dossier <> ''`, g.mst)
	if err != nil {
		return err
	}
	for seq, here := range renamed {
		if _, err := g.dst.ExecContext(ctx, `UPDATE benefits SET dossier = ? WHERE seq = ?`, here, seq); err != nil {
			return err
		}
	}
	for _, k := range kept {
		if _, err := g.dst.ExecContext(ctx, `INSERT OR IGNORE INTO benefits (person, `+benefitColumns+`)
			SELECT seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM people
			WHERE mst = ? AND ((? <> '' AND ma_so_bhxh = ?) OR (? <> '' AND so_cccd = ?)) ORDER BY seq LIMIT 1`,
			append(k.row, g.mst, k.bhxh, k.bhxh, k.cccd, k.cccd)...); err != nil {
			return err
		}
	}
	return nil
}

// aNameInWords is a name of a person, a dossier or a submission inside a text.
var aNameInWords = regexp.MustCompile(`\b(NLD|HS|GN)\d{6,}\b`)

// renameSources gives the dossiers that the roster says it knows something from the
// numbers that they have here.
func (g *merge) renameSources(ctx context.Context) error {
	for _, t := range []string{"history", "people_past", "households"} {
		mine := whose(g.tables, t, "employers", "mst = ?")
		renamed := map[string]string{}
		if err := rows(ctx, g.dst, func(scan func(...any) error) error {
			var there string
			err := scan(&there)
			if here := g.inWords(there); here != there {
				renamed[there] = here
			}
			return err
		}, "SELECT DISTINCT nguon FROM "+t+" WHERE "+mine, g.mst); err != nil {
			return err
		}
		for there, here := range renamed { // marked, so that none is renamed twice
			if _, err := g.dst.ExecContext(ctx, "UPDATE "+t+" SET nguon = char(1) || ? WHERE nguon = ? AND "+mine, here, there, g.mst); err != nil {
				return err
			}
		}
		if _, err := g.dst.ExecContext(ctx, "UPDATE "+t+" SET nguon = substr(nguon, 2) WHERE substr(nguon, 1, 1) = char(1) AND "+mine, g.mst); err != nil {
			return err
		}
	}
	return nil
}
