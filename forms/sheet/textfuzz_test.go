package sheet

import (
	"context"
	"strings"
	"testing"
)

// Whatever the bytes of a text table, the answer is a book or a refusal.
func FuzzText(f *testing.F) {
	f.Add([]byte(table(",", "\r\n")))
	f.Add(utf16Bytes(table("\t", "\n"), false))
	f.Add(toTCVN3(table(";", "\n")))
	f.Add(toVNI(table(";", "\n")))
	days := ";1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22\n"
	f.Add([]byte("STT;Họ và tên" + days + "1;Nguyễn Văn An;X;P;L;X/P;0.5;KL\nKý hiệu: L: nghỉ lễ; V = không lương\n"))
	f.Add([]byte("sep=;\na;b;c\n\"x\"\"y;1;2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Read(context.Background(), data, Options{Name: "a.csv", Month: 202611})
		if err != nil && Say(err) == "" {
			t.Fatalf("%v is no refusal", err)
		}
		if (b == nil) == (err == nil) {
			t.Fatal("neither book nor error")
		}
	})
}

// Records taken apart, written again with every cell quoted and taken apart once
// more are the same cells; nothing is lost between a mark and the next.
func FuzzSplit(f *testing.F) {
	f.Add("a;\"b;\nc\";d\r\n\"e\"\"f\";;", byte(';'))
	f.Add("\"a,b\n\"c\",d\n \"e\" ,f", byte(','))
	f.Fuzz(func(t *testing.T, s string, sep byte) {
		if strings.ContainsRune("\"\r\n ", rune(sep)) || sep >= 0x80 || len(s) > maxQuoted/4 {
			return
		}
		read := func(s string) (out [][]string) {
			p := splitter{s: s, sep: sep}
			for {
				r, ok := p.next(nil)
				if !ok {
					return out
				}
				var line []string
				for _, x := range r {
					line = append(line, x.s)
				}
				out = append(out, line)
			}
		}
		first := read(s)
		var b strings.Builder
		for _, line := range first {
			for i, x := range line {
				if i > 0 {
					b.WriteByte(sep)
				}
				b.WriteString(`"` + strings.ReplaceAll(x, `"`, `""`) + `"`)
			}
			b.WriteByte('\n')
		}
		again := read(b.String())
		if len(again) != len(first) {
			t.Fatalf("%q: %d records, then %d", s, len(first), len(again))
		}
		for i := range first {
			if strings.Join(first[i], "\x00") != strings.Join(again[i], "\x00") || len(first[i]) != len(again[i]) {
				t.Fatalf("%q: record %d is %q, then %q", s, i, first[i], again[i])
			}
		}
	})
}

// Whatever a cell holds, the readers of its kind of fact say yes or no, and what
// they say yes to is a fact.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"15/08/1995", "34926", "8/31/1990", "1990", "11/2026", "T11-2026", "7.9E+10", "5.310.000 đ", "(1.000)", "2,34", "1e308", "079095000001", "99999999999999999999"} {
		for k := range uint8(3) {
			f.Add(s, k, uint8(0))
			f.Add(s, k, uint8(lookTyped|lookDate))
		}
	}
	f.Fuzz(func(t *testing.T, s string, kind, l uint8) {
		if strings.TrimSpace(s) == "" {
			return // a blank cell is no cell
		}
		c := cell{s: s, kind: cellKind(kind % 6), look: look(l)}
		if w := readWhen(&c, l&1 != 0); w.ok && w.day.Year() == 0 {
			t.Fatalf("%q is a date without a year", s)
		}
		if m, ok := readMonth(&c, false); ok && !m.Valid() {
			t.Fatalf("%q is the month %d", s, m)
		}
		if id, rounded := number(&c); !rounded && c.kind == cellNumber && id == "" {
			t.Fatalf("%q is a number without digits", s)
		}
		if to, old := oldEncoding(s, c.look); !old && to != "" {
			t.Fatalf("%q is in Unicode and was converted to %q", s, to)
		}
		l2 := &lines{book: &reading{ix: &index{}}, at: make([]*cell, len(fields)), usDate: map[string][]string{}, ambig: map[string]string{}}
		l2.at[fieldAt[fMucLuong]], l2.at[fieldAt[fHeSo]], l2.at[fieldAt[fTNVK]], l2.at[fieldAt[fNgayCong]] = &c, &c, &c, &c
		if n, known, ok := l2.amount(fMucLuong, leastPay); ok && known && n != 0 && n < leastPay {
			t.Fatalf("%q is an amount of %d", s, n)
		}
		if n, ok := l2.coefficient(fHeSo); ok && (n < 0 || n >= mostHeSo*nghin) {
			t.Fatalf("%q is a coefficient of %d", s, n)
		}
		if n, ok := l2.percent(fTNVK); ok && (n < 0 || n > mostHeSo*100) {
			t.Fatalf("%q is %d of 10 000", s, n)
		}
		if n, ok := l2.dayCount(fNgayCong); ok && (n < 0 || n > 310) {
			t.Fatalf("%q is %d tenths of a day", s, n)
		}
	})
}
