package law

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"
)

// The day before and the day of each change; -1 stands for "not known".
func TestChanges(t *testing.T) {
	var file struct {
		Case []struct {
			Name, Basis string
			Days        map[string]int64
		}
	}
	if _, err := toml.DecodeFile("testdata/thay-doi.toml", &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Case) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range file.Case {
		for on, want := range c.Days {
			day, ok := ParseDay(on)
			if !ok {
				t.Fatalf("%s: no day %q", c.Name, on)
			}
			got, ok := Get(c.Name, day)
			if ok != (want >= 0) || ok && got.Amount != want {
				t.Errorf("%s on %s = %d, %v, want %d (%s)", c.Name, on, got.Amount, ok, want, c.Basis)
			}
		}
	}
}

// What every figure must have, and that it is constant between two changes.
func TestFiguresHold(t *testing.T) {
	names := Names()
	if len(names) < 30 {
		t.Fatalf("only %d figures", len(names))
	}
	for _, name := range names {
		all := History(name)
		for i, v := range all {
			if v.Name != name || v.Title == "" || v.Unit == "" || v.Basis == "" || !v.Checked.Valid() || !v.Confidence.known() {
				t.Errorf("%s from %v: a field is empty: %+v", name, v.From, v)
			}
			for _, s := range []string{v.Title, v.Unit, v.Basis, v.Note} {
				if !norm.NFC.IsNormalString(s) {
					t.Errorf("%s: %q is not NFC", name, s)
				}
			}
			if v.Unit == "1/10 000" && v.Amount > 10_000 {
				t.Errorf("%s: a rate of %d", name, v.Amount)
			}
			last := v.Until
			if last == 0 {
				if i != len(all)-1 {
					t.Errorf("%s from %v: no end before the next value", name, v.From)
				}
				last = v.From.Add(1000)
			}
			for _, on := range []Day{v.From, v.From.Add(1), last.Add(-1), last} {
				if on < v.From || on > last {
					continue
				}
				if got, ok := Get(name, on); !ok || got != v {
					t.Errorf("%s on %v = %+v, want the value from %v", name, on, got, v.From)
				}
			}
		}
		if _, ok := Get(name, all[0].From.Add(-1)); ok {
			t.Errorf("%s is known before its first day", name)
		}
	}
}

func TestGetUnknown(t *testing.T) {
	for _, c := range []struct {
		name string
		on   Day
	}{{"khong-co", 20260701}, {"muc-tham-chieu", 0}, {"muc-tham-chieu", 20260231}, {"", 20260701}} {
		if v, ok := Get(c.name, c.on); ok {
			t.Errorf("Get(%q, %d) = %+v, want unknown", c.name, c.on, v)
		}
	}
	if slices.Contains(Names(), "luong-co-so") {
		t.Error("Names has an alias")
	}
	if v, ok := Get("luong-co-so", 20240701); !ok || v.Name != "muc-tham-chieu" || v.Amount != 2_340_000 {
		t.Errorf("luong-co-so = %+v, %v", v, ok)
	}
}

func TestValueJSON(t *testing.T) {
	v, _ := Get("muc-tham-chieu", 20260701)
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"name":"muc-tham-chieu"`, `"value":2530000`, `"from":"2026-07-01"`, `"until":""`, `Nghị định 161/2026/NĐ-CP`} {
		if !strings.Contains(string(b), part) {
			t.Errorf("no %s in %s", part, b)
		}
	}
}

func TestAccessors(t *testing.T) {
	for _, c := range []struct {
		what string
		got  int64
		want int64
	}{
		{"MucThamChieu 30/06/2026", MucThamChieu(20260630), 2_340_000},
		{"MucThamChieu 01/07/2026", MucThamChieu(20260701), 2_530_000},
		{"LuongToiThieu 01", LuongToiThieu("01", 20261101), 5_310_000},
		{"LuongToiThieu IV", LuongToiThieu("IV", 20261101), 3_700_000},
		{"LuongToiThieu 05", LuongToiThieu("05", 20261101), 0},
		{"TranBHXH 06/2026", TranBHXH(202606), 46_800_000},
		{"TranBHXH 07/2026", TranBHXH(202607), 50_600_000},
		{"TranBHXH 12/2017", TranBHXH(201712), 0},
		{"SanBHXH 06/2025", SanBHXH(202506), 0},
		{"SanBHXH 07/2025", SanBHXH(202507), 2_340_000},
		{"SanBHXH 11/2026", SanBHXH(202611), 2_530_000},
		{"TranBHTN vùng I 12/2025", TranBHTN("01", 202512), 99_200_000},
		{"TranBHTN vùng I 01/2026", TranBHTN("01", 202601), 106_200_000},
		{"TranBHTN vùng II", TranBHTN("2", 202611), 94_600_000},
		{"TranBHTN vùng III", TranBHTN("3", 202611), 82_800_000},
		{"TranBHTN vùng IV", TranBHTN("04", 202611), 74_000_000},
		{"NgayCongMienDong", NgayCongMienDong(202611), 14},
		{"HanBaoTang", HanBaoTang(20261101), 30},
		{"TuoiNghiHuu nam", TuoiNghiHuu(false, 20261101), 61*12 + 6},
		{"TuoiNghiHuu nữ", TuoiNghiHuu(true, 20261101), 57 * 12},
	} {
		if c.got != c.want {
			t.Errorf("%s = %d, want %d", c.what, c.got, c.want)
		}
	}
}

// A wrong file is refused with its name, its line and the field.
func TestWrongFiles(t *testing.T) {
	const head = "name=\"a\"\ntitle=\"A\"\nunit=\"đồng\"\nchecked=2026-11-22\nconfidence=\"high\"\n"
	const one = "[[value]]\nfrom=2026-07-01\nvalue=1\nbasis=\"b\"\n"
	for _, c := range []struct{ what, text, want string }{
		{"not toml", head + "x = = 1\n", "data/a.toml:6:"},
		{"no name", one, "data/a.toml: name:"},
		{"other name", "name=\"b\"\n" + one, "data/a.toml: name:"},
		{"no unit", "name=\"a\"\ntitle=\"A\"\n" + one, "data/a.toml: unit: missing"},
		{"no checked", "name=\"a\"\ntitle=\"A\"\nunit=\"đ\"\n" + one, "data/a.toml: checked: missing"},
		{"confidence", strings.Replace(head, "high", "sure", 1) + one, `confidence: "sure"`},
		{"no value", head, "data/a.toml: value: there is none"},
		{"unknown field", head + one + "vaule=2\n", "data/a.toml: no field value.vaule"},
		{"no basis", head + "[[value]]\nfrom=2026-07-01\nvalue=1\n", "data/a.toml:6: basis: missing"},
		{"no amount", head + "[[value]]\nfrom=2026-07-01\nbasis=\"b\"\n", "data/a.toml:6: value: missing"},
		{"negative", head + "[[value]]\nfrom=2026-07-01\nvalue=-1\nbasis=\"b\"\n", "data/a.toml:6: value: negative"},
		{"a float", head + "[[value]]\nfrom=2026-07-01\nvalue=1.5\nbasis=\"b\"\n", "value"},
		{"no from", head + "[[value]]\nvalue=1\nbasis=\"b\"\n", "data/a.toml:6: from: missing"},
		{"from is text", head + "[[value]]\nfrom=\"2026-07-01\"\nvalue=1\nbasis=\"b\"\n", "want a date"},
		{"from has a time", head + "[[value]]\nfrom=2026-07-01T10:00:00\nvalue=1\nbasis=\"b\"\n", "want a date"},
		{"order", head + one + one, "data/a.toml:10: from: not after the value before it"},
		{"until before from", head + "[[value]]\nfrom=2026-07-01\nuntil=2026-06-30\nvalue=1\nbasis=\"b\"\n", "data/a.toml:6: until: before from"},
		{"overlap", head + "[[value]]\nfrom=2026-01-01\nuntil=2026-07-01\nvalue=1\nbasis=\"b\"\n" + one, "data/a.toml:11: from: the value before it still holds"},
	} {
		_, err := loadAll(fstest.MapFS{"data/a.toml": {Data: []byte(c.text)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want …%s…", c.what, err, c.want)
		}
	}
	twice := fstest.MapFS{
		"data/a.toml": {Data: []byte(head + one)},
		"data/b.toml": {Data: []byte(strings.Replace(head, `name="a"`, "name=\"b\"\naliases=[\"a\"]", 1) + one)},
	}
	if _, err := loadAll(twice); err == nil || !strings.Contains(err.Error(), `"a" is taken`) {
		t.Errorf("name twice: got %v", err)
	}
}

// Every file of data/ is there because something names it.
func TestDataFilesAreAll(t *testing.T) {
	files, err := os.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(Names()) {
		t.Errorf("%d files, %d figures", len(files), len(Names()))
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := loadAll(dataFiles); err != nil {
			b.Fatal(err)
		}
	}
}
