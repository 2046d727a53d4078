package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Outcomes of joining two records of one person.
var (
	ErrSamePerson = errors.New("one record, not two")
	ErrJoinedLate = errors.New("the person was joined with somebody else since")
)

// Join asks for two records of the roster to become one.
type Join struct {
	Keep, Gone string             // the store's numbers: whose stays, and whose goes
	Identity   facts.NguoiLaoDong // as the person is known from now on; ID, months and pay are not read
	Theirs     []law.Month        // months that both have and in which the one's who goes stands
}

// Joined is a join that was made.
type Joined struct {
	ID         int64
	Keep, Gone string
	Who        string
	At         time.Time
}

// joinedData is what is needed to take a join back.
type joinedData struct {
	Keep      ofPerson `json:"keep"` // before
	Gone      ofPerson `json:"gone"`
	Now       []any    `json:"now"`       // personColumns, as the join left them
	Papers    []string `json:"papers"`    // SHA-256 of papers that were marked as of the one who went
	Decisions [][]any  `json:"decisions"` // month, line and whether it was theirs, of decisions about them
	Joined    []string `json:"joined"`    // who had been joined with them before
	Apart     []string `json:"apart"`     // from whom they were told apart
}

const joinSource = "gộp "

// sensitiveColumn is the place of dân tộc in personColumns.
var sensitiveColumn = slices.IndexFunc(strings.Split(personColumns, ","), func(c string) bool { return strings.TrimSpace(c) == "dan_toc" })

// JoinPeople makes two records of one person one, in one transaction: history united,
// periods of benefits, papers, decisions and earlier joins moved, both identities kept
// among the corrections, so that what was declared under either number is still found.
// Signed dossiers and the ledger stay as they are. ErrNotFound if one of the two is not
// the employer's, ErrSamePerson if they are one.
func (s *Store) JoinPeople(ctx context.Context, mst string, j Join) (id int64, err error) {
	err = s.write(ctx, "join people", func(tx *sql.Tx) error {
		if j.Keep == j.Gone {
			return ErrSamePerson
		}
		w := joiner{ctx: ctx, tx: tx, mst: mst, now: s.now(), who: s.opt.Who}
		if w.keep, err = w.find(j.Keep); err != nil {
			return err
		}
		if w.gone, err = w.find(j.Gone); err != nil {
			return err
		}
		if id, err = w.join(j); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "nguoiLaoDong.gop", Ref: j.Keep + " " + j.Gone, People: 1})
	})
	return id, err
}

// joiner joins two people, or parts them again, in one transaction.
type joiner struct {
	ctx        context.Context
	tx         *sql.Tx
	mst        string
	now        int64
	who        string
	keep, gone int64
	was        joinedData
}

func (w *joiner) find(id string) (seq int64, err error) {
	err = w.tx.QueryRowContext(w.ctx, `SELECT seq FROM people WHERE id = ? AND mst = ?`, id, w.mst).Scan(&seq)
	return seq, err
}

func (w *joiner) exec(query string, args ...any) error {
	_, err := w.tx.ExecContext(w.ctx, query, args...)
	return err
}

// texts reads a column of texts.
func (w *joiner) texts(query string, args ...any) (out []string, err error) {
	out = []string{}
	err = rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var s string
		err := scan(&s)
		out = append(out, s)
		return err
	}, query, args...)
	return out, err
}

func (w *joiner) join(j Join) (id int64, err error) {
	if err := w.remember(); err != nil {
		return 0, err
	}
	for _, step := range []func() error{
		func() error { return w.identity(j) },
		func() error { return w.history(j.Theirs) },
		w.benefits, w.career, w.house, w.links,
	} {
		if err := step(); err != nil {
			return 0, err
		}
	}
	data, err := json.Marshal(w.was)
	if err != nil {
		return 0, err
	}
	for _, table := range []string{"history", "people_past", "benefits", "careers", "households"} {
		if err := w.exec(`DELETE FROM `+table+` WHERE person = ?`, w.gone); err != nil {
			return 0, err
		}
	}
	if err := w.exec(`DELETE FROM people WHERE seq = ?`, w.gone); err != nil { // whatever else points at them stops it
		return 0, err
	}
	err = w.tx.QueryRowContext(w.ctx, `INSERT INTO people_merges (person, gone, data, who, at) VALUES (?, ?, ?, ?, ?) RETURNING seq`,
		w.keep, j.Gone, string(data), w.who, w.now).Scan(&id)
	return id, err
}

// remember keeps everything that the join changes.
func (w *joiner) remember() (err error) {
	if w.was.Keep, err = recordsOf(w.ctx, w.tx, w.keep); err != nil {
		return err
	}
	if w.was.Gone, err = recordsOf(w.ctx, w.tx, w.gone); err != nil {
		return err
	}
	if w.was.Papers, err = w.texts(`SELECT a.sha256 FROM attachment_marks k JOIN attachments a ON a.id = k.attachment WHERE k.person = ? ORDER BY a.id`, w.gone); err != nil {
		return err
	}
	if w.was.Decisions, err = values(w.ctx, w.tx, `a, b, c`, `SELECT d.month, d.dong, l.la FROM decision_people l JOIN decisions d ON d.seq = l.decision
		WHERE l.person = ? ORDER BY d.seq`, w.gone); err != nil {
		return err
	}
	if w.was.Joined, err = w.texts(`SELECT gone FROM people_merges WHERE person = ? ORDER BY seq`, w.gone); err != nil {
		return err
	}
	w.was.Apart, err = w.texts(`SELECT p.id FROM people_apart x JOIN people p ON p.seq = CASE x.a WHEN ?1 THEN x.b ELSE x.a END WHERE ?1 IN (x.a, x.b) ORDER BY p.seq`, w.gone)
	return err
}

// identity keeps both identities among the corrections and writes the one that stands.
func (w *joiner) identity(j Join) error {
	for _, id := range []string{j.Gone, j.Keep} {
		if err := w.exec(pastOf+`1`, w.now, w.who, joinSource+j.Gone, id, w.mst); err != nil {
			return err
		}
	}
	if err := w.exec(`UPDATE people_past SET person = ? WHERE person = ?`, w.keep, w.gone); err != nil {
		return err
	}
	n := j.Identity
	if err := w.exec(`UPDATE people SET (`+identityColumns+`, dan_toc) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE seq = ?`,
		n.MaNV, n.HoTen, n.MaSoBHXH, n.SoCCCD, int64(n.NgaySinh), string(n.GioiTinh), n.QuocTich, n.DienThoai, n.Email, n.DiaChi, n.MaXa, n.MaTinh, n.MaKCB, n.DanToc, w.keep); err != nil {
		return err
	}
	now, err := values(w.ctx, w.tx, personColumns, `SELECT `+personColumns+` FROM people WHERE seq = ?`, w.keep)
	if err != nil {
		return err
	}
	w.was.Now = now[0]
	for _, row := range [][]any{w.was.Now, w.was.Keep.Identity, w.was.Gone.Identity} {
		row[sensitiveColumn] = "" // dân tộc is kept with a person alone
	}
	return nil
}

// history gives who stays the months of who goes; where both have one, theirs tells
// whose stands.
func (w *joiner) history(theirs []law.Month) error {
	for _, row := range w.was.Gone.History {
		if m, _ := row[0].(int64); slices.Contains(theirs, law.Month(m)) {
			if err := w.exec(`DELETE FROM history WHERE person = ? AND tu_thang = ?`, w.keep, m); err != nil {
				return err
			}
		}
		if err := putRow(w.ctx, w.tx, "history", heldColumns, w.keep, row); err != nil {
			return err
		}
	}
	return nil
}

// benefits moves periods; where both have the same, one that was granted stands.
func (w *joiner) benefits() error {
	if err := w.exec(`DELETE FROM benefits AS k WHERE person = ?1 AND state <> 'daDuyet' AND EXISTS (SELECT 1 FROM benefits g WHERE g.person = ?2 AND g.state = 'daDuyet'
		AND (g.che_do, g.tu_ngay, g.den_ngay, g.sinh_con) = (k.che_do, k.tu_ngay, k.den_ngay, k.sinh_con))`, w.keep, w.gone); err != nil {
		return err
	}
	return w.exec(`UPDATE OR IGNORE benefits SET person = ? WHERE person = ?`, w.keep, w.gone)
}

// career takes over what nobody has said of who stays.
func (w *joiner) career() error {
	return w.exec(`INSERT INTO careers (person, `+careerColumns+`) SELECT ?1, thang_dong, nang_nhoc, ?3 FROM careers WHERE person = ?2
		ON CONFLICT (person) DO UPDATE SET thang_dong = coalesce(thang_dong, excluded.thang_dong), nang_nhoc = coalesce(nang_nhoc, excluded.nang_nhoc), at = excluded.at`,
		w.keep, w.gone, w.now)
}

// house takes over a household where who stays has none.
func (w *joiner) house() error {
	return w.exec(`UPDATE OR IGNORE households SET person = ? WHERE person = ?`, w.keep, w.gone)
}

// links moves what points at who goes.
func (w *joiner) links() error {
	for _, q := range []string{
		`UPDATE attachment_marks SET person = ?1 WHERE person = ?2`,
		`UPDATE decision_people SET la = 1 WHERE person = ?1 AND decision IN (SELECT decision FROM decision_people WHERE person = ?2 AND la = 1)`,
		`UPDATE OR IGNORE decision_people SET person = ?1 WHERE person = ?2`,
		`DELETE FROM decision_people WHERE person = ?2`,
		`UPDATE people_merges SET person = ?1 WHERE person = ?2`,
		`DELETE FROM people_apart WHERE (a, b) IN (VALUES (?1, ?2), (?2, ?1))`,
		`UPDATE OR IGNORE people_apart SET a = ?1 WHERE a = ?2`,
		`UPDATE OR IGNORE people_apart SET b = ?1 WHERE b = ?2`,
		`DELETE FROM people_apart WHERE ?2 IN (a, b)`,
	} {
		if err := w.exec(q, w.keep, w.gone); err != nil {
			return err
		}
	}
	return nil
}

// JoinedPeople lists the joins of an employer's people, earliest first.
func (s *Store) JoinedPeople(ctx context.Context, mst string) (out []Joined, err error) {
	err = s.read(ctx, "list joined people", func(tx *sql.Tx) error {
		out, err = joinedOf(ctx, tx, `p.mst = ?`, mst)
		return err
	})
	return out, err
}

func joinedOf(ctx context.Context, tx *sql.Tx, cond string, args ...any) (out []Joined, err error) {
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var j Joined
		var at int64
		err := scan(&j.ID, &j.Keep, &j.Gone, &j.Who, &at)
		j.At = when(at)
		out = append(out, j)
		return err
	}, `SELECT j.seq, p.id, j.gone, j.who, j.at FROM people_merges j JOIN people p ON p.seq = j.person WHERE `+cond+` ORDER BY j.seq`, args...)
	return out, err
}

// joined takes away what was kept to part the person from a record of theirs, and the
// same of others where it mentions them.
func (w *eraser) joined() error {
	cond, args := w.m.where("data")
	if err := w.count(&w.out.Counts.Joined, `SELECT count(*) FROM people_merges WHERE person = ?`, w.m.seq); err != nil {
		return err
	}
	if err := w.exec(`DELETE FROM people_merges WHERE person = ? OR `+cond, append([]any{w.m.seq}, args...)...); err != nil {
		return err
	}
	return w.exec(`DELETE FROM people_apart WHERE ? IN (a, b)`, w.m.seq)
}

// JoinedNumbers are the numbers under which joined people were known before, and that
// nobody has now: from mã số BHXH or số CCCD to the store's number of the person.
func (s *Store) JoinedNumbers(ctx context.Context, mst string) (out map[string]string, err error) {
	out = map[string]string{}
	err = s.read(ctx, "read numbers of joined people", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var number, id string
			err := scan(&number, &id)
			out[number] = id
			return err
		}, `WITH past (number, person) AS (SELECT data ->> 'maSoBHXH', person FROM people_past WHERE instr(nguon, ?2) = 1
				UNION SELECT data ->> 'soCCCD', person FROM people_past WHERE instr(nguon, ?2) = 1)
			SELECT past.number, p.id FROM past JOIN people p ON p.seq = past.person WHERE p.mst = ?1 AND past.number <> ''
				AND NOT EXISTS (SELECT 1 FROM people o WHERE o.mst = ?1 AND past.number IN (o.ma_so_bhxh, o.so_cccd))`, mst, joinSource)
	})
	return out, err
}
