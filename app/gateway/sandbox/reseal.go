package sandbox

import (
	"database/sql"
	"errors"
	"fmt"
)

// sealedColumn is a column whose values are sealed, and how the label of a value
// is made of what names its row.
type sealedColumn struct {
	table, column string
	by            []string // the columns that name a row
	label         func(by []any) string
}

var sealedColumns = []sealedColumn{
	{"dossier", "facts", []string{"key"}, byText(dossierLabel)},
	{"dossier", "state", []string{"key"}, byText(stateLabel)},
	{"content", "bytes", []string{"sha"}, byText(contentLabel)},
	{"refusal", "facts", []string{"seq"}, byNumber(refusalLabel)},
	{"upload", "facts", []string{"key"}, byText(uploadLabel)},
	{"part", "bytes", []string{"key", "at"}, func(by []any) string { return partLabel(by[0].(string), by[1].(int64)) }},
	{"unit", "facts", []string{"id"}, byNumber(unitLabel)},
	{"person", "facts", []string{"id"}, byNumber(personLabel)},
	{"notice", "facts", []string{"id"}, byText(noticeLabel)},
	{"notice", "task", []string{"id"}, byText(taskLabel)},
	{"notice_file", "facts", []string{"id", "n"}, byFile("muc")},
	{"notice_file", "bytes", []string{"id", "n"}, byFile("tep")},
	{"setting", "facts", []string{"name"}, byText(settingLabel)},
}

func byText(label func(string) string) func([]any) string {
	return func(by []any) string { return label(by[0].(string)) }
}

func byNumber(label func(int64) string) func([]any) string {
	return func(by []any) string { return label(by[0].(int64)) }
}

func byFile(what string) func([]any) string {
	return func(by []any) string { return noticeFileLabel(by[0].(string), int(by[1].(int64)), what) }
}

// reseal seals anew what was sealed with the folder's own key before another was
// given: all of it in one transaction.
func (s *store) reseal() error {
	errs := make([]error, 1)
	err := s.commit([]job{{change: func(t *tx) error {
		for _, c := range sealedColumns {
			t.fail(t.resealColumn(c))
		}
		return t.err
	}}}, errs)
	return errors.Join(err, errs[0])
}

func (t *tx) resealColumn(c sealedColumn) error {
	names, where := c.by[0], c.by[0]+" = ?"
	if len(c.by) > 1 {
		names, where = names+", "+c.by[1], where+" AND "+c.by[1]+" = ?"
	}
	rows, err := t.q.Query(fmt.Sprintf(`SELECT %s FROM %s`, names, c.table))
	if err != nil {
		return err
	}
	keys, err := scanKeys(rows, len(c.by))
	if err != nil {
		return err
	}
	for _, key := range keys {
		var sealed []byte
		if err := t.q.QueryRow(fmt.Sprintf(`SELECT %s FROM %s WHERE %s`, c.column, c.table, where), key...).Scan(&sealed); err != nil {
			return err
		}
		label := c.label(key)
		plain, stale, err := t.store.seals.open(label, sealed)
		if err != nil {
			return err
		}
		if stale {
			t.exec(fmt.Sprintf(`UPDATE %s SET %s = ? WHERE %s`, c.table, c.column, where), append([]any{t.store.seals.now.seal(label, plain)}, key...)...)
		}
	}
	return t.err
}

func scanKeys(rows *sql.Rows, n int) (keys [][]any, err error) {
	defer rows.Close()
	for rows.Next() {
		key, into := make([]any, n), make([]any, n)
		for i := range key {
			into[i] = &key[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, rows.Err()
}
