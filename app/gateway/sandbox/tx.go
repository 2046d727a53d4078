package sandbox

import (
	"database/sql"
	"encoding/json"
	"fmt"
)

// tx is one transaction of the book. Its methods change book and memory together;
// the first failure undoes the whole transaction.
type tx struct {
	store *store
	mem   *memory
	q     *sql.Tx
	fresh map[string]*declared // rows of packages that were just read, by key
	err   error
}

func (t *tx) run(change func(*tx) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			t.fail(fmt.Errorf("a change broke: %v", p))
			err = t.err
		}
	}()
	return change(t)
}

func (t *tx) fail(err error) {
	if t.err == nil {
		t.err = err
	}
}

func (t *tx) exec(query string, args ...any) {
	if t.err == nil {
		_, err := t.q.Exec(query, args...)
		t.fail(err)
	}
}

// sealed is v as JSON, sealed under the label.
func (t *tx) sealed(label string, v any) []byte {
	b, err := json.Marshal(v)
	t.fail(err)
	return t.store.seals.now.seal(label, b)
}

func (t *tx) addDossier(sub *Submission) {
	t.exec(`INSERT INTO dossier (seq, key, deal, repeats, facts, state) VALUES (?, ?, ?, ?, ?, ?)`,
		len(t.mem.order)+1, sub.Khoa, sub.MaGiaoDich, sub.SoLanLap, t.sealed(dossierLabel(sub.Khoa), sub), t.sealed(stateLabel(sub.Khoa), sub.State))
	t.fail(t.mem.addDossier(sub))
}

func (t *tx) putState(sub *Submission) {
	t.exec(`UPDATE dossier SET state = ? WHERE key = ?`, t.sealed(stateLabel(sub.Khoa), sub.State), sub.Khoa)
	t.mem.due.put(sub)
}

func (t *tx) repeat(sub *Submission) {
	t.exec(`UPDATE dossier SET repeats = repeats + 1 WHERE key = ?`, sub.Khoa)
	sub.SoLanLap++
}

// putContent keeps an accepted package, which the caller has sealed under contentLabel.
func (t *tx) putContent(sha string, sealed []byte) {
	t.exec(`INSERT INTO content (sha, bytes) VALUES (?, ?) ON CONFLICT (sha) DO NOTHING`, sha, sealed)
}

func (t *tx) addRefusal(r Refusal) {
	var seq int64
	if t.err == nil {
		t.fail(t.q.QueryRow(`SELECT coalesce(max(seq), 0) + 1 FROM refusal`).Scan(&seq))
	}
	t.exec(`INSERT INTO refusal (seq, facts) VALUES (?, ?)`, seq, t.sealed(refusalLabel(seq), r))
	t.exec(`DELETE FROM refusal WHERE seq <= ?`, seq-keptRefusals)
	t.mem.addRefusal(r)
}

// putUnit keeps a unit, new or changed.
func (t *tx) putUnit(u *RegisterUnit) {
	if u.id == 0 {
		u.id = t.mem.reg.last + 1
		t.mem.reg.addUnit(u)
	} else {
		t.mem.reg.knowUnit(u)
	}
	t.exec(`INSERT INTO unit (id, facts) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET facts = excluded.facts`, u.id, t.sealed(unitLabel(u.id), u))
}

// putPerson keeps somebody, new or changed; registry.forget comes before a change of
// his numbers.
func (t *tx) putPerson(p *RegisterPerson) {
	if p.id == 0 {
		p.id = t.mem.reg.last + 1
		t.mem.reg.addPerson(p)
	} else {
		t.mem.reg.knowPerson(p)
	}
	t.exec(`INSERT INTO person (id, facts) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET facts = excluded.facts`, p.id, t.sealed(personLabel(p.id), p))
}

func (t *tx) set(name string, v any) {
	t.exec(`INSERT INTO setting (name, facts) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET facts = excluded.facts`, name, t.sealed(settingLabel(name), v))
}

// Every sealed value is bound to its place.
func dossierLabel(key string) string  { return "ho-so " + key }
func stateLabel(key string) string    { return "tinh-trang " + key }
func refusalLabel(seq int64) string   { return fmt.Sprint("tu-choi ", seq) }
func unitLabel(id int64) string       { return fmt.Sprint("don-vi ", id) }
func personLabel(id int64) string     { return fmt.Sprint("nguoi ", id) }
func settingLabel(name string) string { return "thiet-lap " + name }
func uploadLabel(key string) string   { return "tai-len " + key }
func noticeLabel(id string) string    { return "thong-bao " + id }
func taskLabel(id string) string      { return "viec " + id }

func partLabel(key string, at int64) string { return fmt.Sprint("phan ", key, " ", at) }

func noticeFileLabel(id string, n int, what string) string {
	return fmt.Sprint("tep-thong-bao ", id, " ", n, " ", what)
}
