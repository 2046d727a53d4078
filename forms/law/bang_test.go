package law

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

func TestEachLine(t *testing.T) {
	files := fstest.MapFS{
		"a.tsv": {Data: []byte("ma\tten\n1\t một \n2\thai\n")},
		"b.tsv": {Data: []byte("ma\tten\n1\n")},
	}
	var got []string
	if err := EachLine(files, "a.tsv", func(r map[string]string) error { got = append(got, r["ma"]+r["ten"]); return nil }); err != nil {
		t.Fatal(err)
	}
	if s := strings.Join(got, " "); s != "1một 2hai" {
		t.Errorf("got %q", s)
	}
	bad := errors.New("sai")
	for file, want := range map[string]string{"a.tsv": "a.tsv:2: sai", "b.tsv": "b.tsv:2: 1 cells for 2 columns", "c.tsv": "read table"} {
		err := EachLine(files, file, func(map[string]string) error { return bad })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", file, err, want)
		}
	}
}
