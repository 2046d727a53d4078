package storage

import (
	"encoding/json"
	"testing"

	"ankhai/storage/openpack"
)

// kindsOf are the kinds of all columns, with the names that links need.
func kindsOf() (kinds []*openKind, x *openNames) {
	x = &openNames{names: map[string]map[int64]string{}, numbers: map[string]map[string]int64{}}
	for _, b := range shown() {
		for _, c := range b.columns {
			kinds = append(kinds, c.kind)
			if c.kind.link != "" {
				x.names[c.kind.link], x.numbers[c.kind.link] = map[int64]string{7: "NLD000007"}, map[string]int64{"NLD000007": 7}
			}
		}
	}
	return kinds, x
}

// A value of an open export is read or refused, never anything else; what is read is
// written again, and read alike.
func FuzzOpenValue(f *testing.F) {
	for _, s := range []string{`"2026-11-22"`, `"2026-11"`, `"1995"`, `""`, `null`, `true`, `5`, `-9223372036854775808`, `"2026-11-22T03:00:00.000Z"`, `"NLD000007"`, `"HS000001"`,
		`{"so":"1","loai":"0","ngayKy":"2026-01-01","tu":"","den":""}`, `{"heSo":1,"phuCapCV":2,"tnvk":3,"tnNghe":4,"baoLuu":5}`,
		`{"tep":"tep/a","co":5,"sha256":"00"}`, `{"maSoThue":"1","thucHanh":true}`, `{"base64":"/w=="}`} {
		f.Add([]byte(s))
	}
	kinds, x := kindsOf()
	f.Fuzz(func(t *testing.T, raw []byte) {
		row := &openpack.Row{}
		whole := append(append([]byte(`{"a":`), raw...), '}')
		if !json.Valid(whole) || !row.Split(whole) || len(row.Raw) != 1 {
			return
		}
		for _, k := range kinds {
			v, err := k.take(x, row.Raw[0])
			if err != nil {
				continue
			}
			again, err := k.put(x, nil, v)
			if err != nil {
				t.Fatalf("%s %s: %v is not written: %v", k.word, raw, v, err)
			}
			back, err := k.take(x, again)
			if k == openRoad { // what opens a gateway goes out no more
				continue
			}
			if err != nil || back != v {
				t.Fatalf("%s %s: read as %v, written as %s, read as %v, %v", k.word, raw, v, again, back, err)
			}
		}
	})
}
