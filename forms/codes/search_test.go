package codes

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""}, {"   ", ""}, {"Nguyễn Văn Ân", "nguyen van an"}, {"ĐẶNG THỊ ĐÀO", "dang thi dao"}, {"Ðặng", "dang"},
		{"Hòa", "hoa"}, {"Hoà", "hoa"}, {"Thủy", "thuy"}, {"Thuỷ", "thuy"}, {"Ưng Hoà", "ung hoa"},
		{"  Bệnh   viện\t\nBạch\u00a0Mai ", "benh vien bach mai"}, {"Åland", "aland"}, {"Côte d'Ivoire", "cote d'ivoire"},
		{"Quy\u0301\u200b", "quy"}, {"\ufeffTM", "tm"}, {"TP.HCM – 2", "tp.hcm – 2"}, {"ẶẮẰẲẴẬỆỘỢỰỸỶ", "aaaaaaeoouyy"},
		{"Khơ-me", "kho-me"}, {"北京", "北京"}, {"Ελλάδα", "ελλαδα"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// Fold is its own fixed point and does not see how a text is composed.
func TestFoldOfLists(t *testing.T) {
	for _, l := range Lists() {
		for _, i := range l.All() {
			f := Fold(i.Ten)
			if Fold(f) != f {
				t.Fatalf("%q folds to %q and then to %q", i.Ten, f, Fold(f))
			}
			if g := Fold(norm.NFD.String(i.Ten)); g != f {
				t.Fatalf("%q folds to %q, decomposed to %q", i.Ten, f, g)
			}
			if g := Fold(strings.ToUpper(i.Ten)); g != f {
				t.Fatalf("%q folds to %q, in capitals to %q", i.Ten, f, g)
			}
		}
	}
}

// Folding a folded text changes nothing, whatever the letter.
func TestFoldTwiceIsFoldOnce(t *testing.T) {
	for r := rune(1); r <= unicode.MaxRune; r++ {
		once := Fold("a" + string(r) + "b")
		if again := Fold(once); again != once {
			t.Errorf("%U: %q, folded again %q", r, once, again)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Nguyễn", "Ð\u0301", "\xff\xfe", "a\u0300\u0323", "İ", "A\u1b3bA"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Fold(s)
		if !utf8.ValidString(got) {
			t.Errorf("Fold(%q) is not UTF-8", s)
		}
		if again := Fold(got); again != got {
			t.Errorf("Fold(%q) = %q, folded again %q", s, got, again)
		}
		KCB.Search(s, 5)
	})
}

func TestSearch(t *testing.T) {
	for _, c := range []struct {
		l     *List
		term  string
		first string // the code that must come first, "" for no hit
	}{
		{PhuongAn, "tm", "TM"}, {PhuongAn, "TM", "TM"}, {PhuongAn, "tang moi", "TM"}, {PhuongAn, "Tăng mới", "TM"},
		{PhuongAn, "nghỉ việc", "GH"}, {PhuongAn, "thai san", "TS"}, {PhuongAn, "di lam lai", "ON"}, {PhuongAn, "tang luong", "DC"},
		{PhuongAn, "lại đi", "ON"}, {PhuongAn, "khong co gi", ""},
		{Tinh, "ha noi", "01"}, {Tinh, "hcm", "79"}, {Tinh, "khánh hòa", "56"}, {Tinh, "Khánh Hoà", "56"}, {Tinh, "75", "75"},
		{Xa, "phuong ba dinh", "00004"}, {Xa, "06970", "06978"}, {Xa, norm.NFD.String("phường Ba Đình"), "00004"},
		{KCB, "01001", "01001"}, {KCB, "huu nghi", "01001"}, {KCB, "benh vien bach mai", "01929"}, {KCB, "cho ray", "79048"},
		{DanToc, "kinh", "01"}, {DanToc, "viet", "01"}, {DanToc, "ede", ""}, {DanToc, "e-de", "12"},
		{QuocTich, "han quoc", "KR"}, {QuocTich, "kor", "KR"}, {QuocTich, "japan", "JP"}, {QuocTich, "úc", "AU"},
		{QuanHe, "con", "08"}, {QuanHe, "re", "20"},
	} {
		got := c.l.Search(c.term, 5)
		switch {
		case c.first == "" && len(got) > 0:
			t.Errorf("%s %q: found %s", c.l.ID(), c.term, got[0].Ma)
		case c.first != "" && len(got) == 0:
			t.Errorf("%s %q: nothing, want %s", c.l.ID(), c.term, c.first)
		case c.first != "" && got[0].Ma != c.first:
			t.Errorf("%s %q: first is %s %s, want %s %s", c.l.ID(), c.term, got[0].Ma, got[0].Ten, c.first, c.l.Label(c.first))
		}
	}
}

func TestSearchLimit(t *testing.T) {
	for _, c := range []struct {
		term  string
		limit int
		want  int
	}{
		{"", 5, 5}, {"", 0, 11794}, {"benh vien", 7, 7}, {"01001", 10, 1}, {"benh vien", 1, 1}, {"", 20000, 11794},
	} {
		if got := len(KCB.Search(c.term, c.limit)); got != c.want {
			t.Errorf("Search(%q, %d) gives %d, want %d", c.term, c.limit, got, c.want)
		}
	}
	// Every entry is found first by its own code, and among the hits by its name.
	for i, it := range KCB.All() {
		if i%97 != 0 {
			continue
		}
		if got := KCB.Search(it.Ma, 1); len(got) != 1 || got[0] != it {
			t.Errorf("%s is not found by its code", it.Ma)
		}
		found := false
		for _, hit := range KCB.Search(it.Ten, 0) {
			found = found || hit.Ma == it.Ma
		}
		if !found {
			t.Errorf("%s %q is not found by its name", it.Ma, it.Ten)
		}
	}
}

func BenchmarkSearchKCB(b *testing.B) {
	for _, term := range []string{"b", "benh vien", "tram y te phuong", "mai bach", "01001", "khong co that"} {
		b.Run(term, func(b *testing.B) {
			KCB.Search(term, 1)
			for b.Loop() {
				KCB.Search(term, 20)
			}
		})
	}
}

func BenchmarkReadKCB(b *testing.B) {
	text := mustFile("data/kcb.tsv")
	for b.Loop() {
		c, err := readList(KCB, "kcb.tsv", text)
		if err != nil {
			b.Fatal(err)
		}
		indexOf(c.items)
	}
}
