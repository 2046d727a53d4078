package codes

import (
	"strings"
	"testing"
)

func in(nhom string) func(Item) bool { return func(i Item) bool { return i.Nhom == nhom } }

func TestFindWhatWasMeant(t *testing.T) {
	for _, c := range []struct {
		list *List
		text string
		in   func(Item) bool
		want string // the code, "?" for several, "" for none
	}{
		{PhuongAn, "TM", nil, "TM"},
		{PhuongAn, "tm", nil, "TM"},
		{PhuongAn, "tang moi", nil, "TM"}, // not "Tăng mới hợp đồng"
		{PhuongAn, "giam", nil, "?"},
		{PhuongAn, "thai san", nil, "TS"},
		{PhuongAn, "G", nil, "?"}, // part of a code may be a slip
		{PhuongAn, "XX", nil, ""},
		{GioiTinh, "nu", nil, "0"},
		{GioiTinh, "Nam", nil, "1"},
		{QuanHe, "vo", nil, "01"},
		{QuanHe, "con", nil, "08"}, // whole, though "Con dâu" and "Con rể" begin so
		{DanToc, "tay", nil, "02"}, // its own name, before another name of Thái
		{QuocTich, "vnm", nil, "VN"},
		{QuocTich, "Áo", nil, "AT"},
		{QuocTich, "AO", nil, "AO"}, // Angola
		{QuocTich, "ao", nil, "?"},
		{Tinh, "ha noi", nil, "01"},
		{Tinh, "tinh tuyen quang", nil, "08"},
		{Tinh, "Hà Giang", nil, "08"}, // abolished, went into one
		{Tinh, "02", nil, "08"},
		{Xa, "phuc xa ba dinh", nil, "00097"},
		{Xa, "Phường Phúc Xá, Quận Ba Đình", nil, "00097"},
		{Xa, "00001", nil, "00097"},
		{Xa, "00007", nil, "?"},
		{Xa, "Cống Vị, Ba Đình", nil, "?"},
		{Xa, "cong vi", in("01"), "?"},
		{Xa, "p. hong ha", in("01"), "00097"},
		{Xa, "0009", nil, "?"},
		{Xa, "99999", nil, ""},
		{KCB, "0100", nil, "?"},
	} {
		got := c.list.Find(c.text, c.in)
		is := ""
		switch {
		case got.Sure != nil:
			is = got.Sure.Ma
		case len(got.Fits) > 0:
			is = "?"
		}
		if is != c.want {
			t.Errorf("%s of %s: got %q (%d fit), want %q", c.text, c.list.ID(), is, len(got.Fits), c.want)
		}
	}
}

// What a divided commune may be now is told with the commune that it was.
func TestFindTellsWhatWasDivided(t *testing.T) {
	for _, text := range []string{"00007", "Phường Cống Vị, Quận Ba Đình", "cong vi ba dinh"} {
		got := Xa.Find(text, nil)
		if got.Was == nil || got.Was.Ma != "00007" || len(got.Fits) < 2 {
			t.Errorf("%s: was %v, %d fit", text, got.Was, len(got.Fits))
		}
		for _, i := range got.Fits {
			if i.Nhom != "01" || !strings.Contains(i.Khac, "Cống Vị") {
				t.Errorf("%s: %s %s does not hold it", text, i.Ma, i.Ten)
			}
		}
	}
	if got := Xa.Find("00001", nil); got.Was == nil || got.Was.Ten != "Phường Phúc Xá, Quận Ba Đình" {
		t.Errorf("got %+v", got)
	}
}

// Every name of the list means its entry or entries that share it.
func TestFindByEveryName(t *testing.T) {
	for _, l := range []*List{PhuongAn, Tinh, QuanHe, DanToc, QuocTich, Xa} {
		for _, i := range l.All() {
			got := l.Find(strings.ToUpper(i.Ten), nil)
			fits := got.Fits
			if got.Sure != nil {
				fits = append(fits, *got.Sure)
			}
			found := false
			for _, f := range fits {
				found = found || f.Ma == i.Ma
			}
			if !found {
				t.Fatalf("%s: %q does not find %s", l.ID(), i.Ten, i.Ma)
			}
		}
	}
}

func TestFindAmongMadeEntries(t *testing.T) {
	l := Made("Hình thức", []Item{{Ma: "1", Ten: "Bản điện tử"}, {Ma: "2", Ten: "Bản giấy"}})
	if got := l.Find("giay", nil); got.Sure == nil || got.Sure.Ma != "2" {
		t.Errorf("got %+v", got)
	}
	if got := l.Find("ban", nil); got.Sure != nil || len(got.Fits) != 2 {
		t.Errorf("got %+v", got)
	}
	if l.Name() != "Hình thức" || !l.Has("1") || l.Label("2") != "Bản giấy" || l.Truoc("1") != nil {
		t.Error("a made list is no list")
	}
}

func TestWhatACommuneIsMadeOf(t *testing.T) {
	var divided, whole []string
	for _, i := range Xa.Truoc("00008") {
		if Chia(i) {
			divided = append(divided, i.Ten)
		} else {
			whole = append(whole, i.Ten)
		}
	}
	if !strings.Contains(strings.Join(divided, "|"), "Cống Vị") || !strings.Contains(strings.Join(whole, "|"), "Vĩnh Phúc") {
		t.Errorf("divided %v, whole %v", divided, whole)
	}
}

func BenchmarkFindWords(b *testing.B) {
	for b.Loop() {
		Xa.Find("phuc xa ba dinh", nil)
	}
}
