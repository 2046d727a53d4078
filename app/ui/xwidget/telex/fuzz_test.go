package telex_test

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ankhai/app/ui/xwidget/telex"
)

// Whatever is typed, wherever: no panic, a text in NFC stays so, no more is cut
// than is there, and no more comes than was typed.
func FuzzType(f *testing.F) {
	for _, s := range []string{"Nguyeenx Thij Huwowng", "excel office tesst www", "Kroong Buks ddawks", "Nguye64n D9a8k1", "ạ\u0323o\u0302\u0301", "\xff\u0301", "ươươươươươươươ"} {
		f.Add(s, uint8(0), 3)
	}
	f.Fuzz(func(t *testing.T, typedKeys string, mode uint8, back int) {
		if len(typedKeys) > 200 {
			return
		}
		ty := telex.Typer{Mode: telex.Mode(mode % 3), New: mode&4 != 0}
		text, n := "", 0
		for _, k := range typedKeys {
			if k == utf8.RuneError {
				continue
			}
			left := text
			if back > 0 && n%(back%7+2) == 0 && left != "" { // the cursor went back by one
				_, size := utf8.DecodeLastRuneInString(left)
				left = left[:len(left)-size]
			}
			n++
			cut, put := ty.Type(left, k)
			rs := []rune(left)
			if cut < 0 || cut > len(rs) {
				t.Fatalf("cuts %d of %q", cut, left)
			}
			text = string(rs[:len(rs)-cut]) + put
			if utf8.RuneCountInString(text) > n+1 { // www, for ww that was undone
				t.Fatalf("%d keys made %q", n, text)
			}
		}
		if norm.NFC.IsNormalString(typedKeys) && !norm.NFC.IsNormalString(text) {
			t.Fatalf("%q became %q, which is not NFC", typedKeys, text)
		}
	})
}

func BenchmarkType(b *testing.B) {
	ty := telex.Typer{Mode: telex.Telex}
	keys := []rune("Nguyeenx Thij Huwowng ")
	b.ReportAllocs()
	for b.Loop() {
		text := ""
		for _, k := range keys {
			text = put(text)(ty.Type(text, k))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(keys)), "ns/key")
}
