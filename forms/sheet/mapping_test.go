package sheet

import (
	"encoding/json"
	"reflect"
	"testing"
)

// The mapping survives JSON, and reading with it changes nothing.
func TestMappingIsIdempotent(t *testing.T) {
	data := plainBook(3).bytes()
	first := mustRead(t, data, Options{})
	text, err := json.Marshal(first.Mapping)
	if err != nil {
		t.Fatal(err)
	}
	var kept Mapping
	if err := json.Unmarshal(text, &kept); err != nil {
		t.Fatal(err)
	}
	again := mustRead(t, data, Options{Mapping: &kept})
	if !reflect.DeepEqual(first, again) {
		t.Errorf("got %+v\nwant %+v", again, first)
	}
}

// A column the user chose stays chosen next month, under another month's heads.
func TestMappingRemembersACorrection(t *testing.T) {
	month := func(n string) []byte {
		return oneSheet("STT\tHọ và tên\tMã số BHXH\tLương tháng " + n + "\nn:1\tNguyễn Văn An\t7900000001\tn:6000000\n").bytes()
	}
	b := mustRead(t, month("10"), Options{})
	if b.Rows[0].Luong.Known {
		t.Fatal("a plain «Lương tháng» was taken for the pay of contributions")
	}
	l := b.Mapping.Layouts[0]
	l.Columns[3].Field, l.Columns[3].Confidence = "luong.mucLuong", 100
	b.Mapping.Set(l)
	next := mustRead(t, month("11"), Options{Mapping: &b.Mapping})
	if got := next.Rows[0].Luong; !got.Known || got.MucLuong != 6_000_000 {
		t.Errorf("got %+v, want 6 000 000", got)
	}
	if len(next.Problems) != 0 {
		t.Errorf("problems: %v", next.Problems)
	}
}

// A mapping that names fields or columns there are not does no harm.
func TestForeignMapping(t *testing.T) {
	b := mustRead(t, plainBook(1).bytes(), Options{})
	l := b.Mapping.Layouts[0]
	l.Columns = []ColumnMap{{"A", "", "../../etc", 100}, {"ZZZZ", "", "hoTen", 100}, {"XFD", "", "hoTen", 100}, {"B", "", "hoTen", 100}}
	b.Mapping.Set(l)
	got := mustRead(t, plainBook(1).bytes(), Options{Mapping: &b.Mapping})
	if len(got.Sheets) != 1 {
		t.Errorf("got %+v", got.Sheets)
	}
}

func TestFieldsAreAllKnown(t *testing.T) {
	for _, f := range Fields() {
		if f.Name == "" || f.Label == "" || !isField(f.Name) {
			t.Errorf("field %+v", f)
		}
	}
	for _, n := range near {
		if !isField(n.g.field) || n.phrase != headKey(n.phrase) {
			t.Errorf("phrase %q", n.phrase)
		}
	}
	for k := range exact {
		if k != headKey(k) {
			t.Errorf("head %q is not folded", k)
		}
	}
}
