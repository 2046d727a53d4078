package print

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/form"
)

// letters are the 134 letters of Vietnamese beyond A–Z, upper and lower.
func letters() string {
	var b strings.Builder
	tones := []string{"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
	for _, base := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		for i, tone := range tones {
			if i == 0 && strings.ContainsRune("aeiouyAEIOUY", base) {
				continue
			}
			b.WriteString(norm.NFC.String(string(base) + tone))
		}
	}
	b.WriteString("đĐ")
	return b.String()
}

func TestEveryLetter(t *testing.T) {
	all := letters()
	if n := len([]rune(all)); n != 134 {
		t.Fatalf("got %d letters, want 134", n)
	}
	fs, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range fs {
		if _, r, ok := f.text(all + "₫…–«»“”"); !ok {
			t.Errorf("face %s lacks %U", faceFiles[i], r)
		}
	}
	spaced := strings.Join(strings.Split(all, ""), " ")
	for name, s := range map[string]string{"NFC": spaced, "NFD": norm.NFD.String(spaced)} {
		d := people(1)
		ghiChu.Set(&d.Rows[0], s)
		got := text(t, must(t, d, toKhai(), Options{}))
		for _, r := range all {
			if !strings.ContainsRune(got, r) {
				t.Errorf("%s: pdftotext does not find %c", name, r)
			}
		}
	}
}

func TestNoGlyph(t *testing.T) {
	cases := []struct {
		name  string
		set   func(*form.Doc)
		paper *form.Paper
		r     rune
		row   int
		label string
	}{
		{"cell", func(d *form.Doc) { hoTen.Set(&d.Rows[1], "Lê 😀") }, danhSach(), 0x1F600, 2, "Họ và tên"},
		{"field", func(d *form.Doc) { email.Set(&d.Rows[2], "漢@vidu.vn") }, toKhai(), '漢', 3, "[08]. Địa chỉ email:"},
		{"head", func(d *form.Doc) { tenDonVi.Set(&d.Head, "Công ty ไทย") }, danhSach(), 'ไ', 0, "Tên đơn vị:"},
		{"control", func(d *form.Doc) { ghiChu.Set(&d.Rows[0], "a\x01b") }, danhSach(), 1, 1, "Ghi chú"},
		{"not UTF-8", func(d *form.Doc) { ghiChu.Set(&d.Rows[0], "a\xffb") }, danhSach(), 0xFFFD, 1, "Ghi chú"},
		{"wrapped", func(d *form.Doc) { chucVu.Set(&d.Rows[0], strings.Repeat("dài ", 40)+"\n☃") }, danhSach(), '☃', 1, "Chức vụ, chức danh nghề, nghề nghiệp, nơi làm việc"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := people(3)
			c.set(d)
			_, err := PDF(d, c.paper, Options{Made: made})
			var e *ErrGlyph
			if !errors.As(err, &e) {
				t.Fatalf("got %v, want ErrGlyph", err)
			}
			if e.Rune != c.r || e.Place.Row != c.row || e.Place.Label != c.label {
				t.Errorf("got %U row %d %q, want %U row %d %q", e.Rune, e.Place.Row, e.Place.Label, c.r, c.row, c.label)
			}
		})
	}
	e := &ErrGlyph{Rune: '漢', Place: form.Place{Row: 2, Label: "Họ và tên"}}
	want := "Họ và tên: không in được ký tự «漢» (U+6F22) ở dòng 2. Thay ký tự này rồi in lại."
	if got := e.Say(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHiddenCharactersAreDropped(t *testing.T) {
	d := people(1)
	hoTen.Set(&d.Rows[0], "\uFEFFLê\u200B Thị\tÁnh\u00AD\r\nNgọc")
	got := text(t, must(t, d, toKhai(), Options{}))
	if !strings.Contains(got, "Lê Thị Ánh") || !strings.Contains(got, "Ngọc") {
		t.Errorf("got %s", got)
	}
}

// What lacks a glyph looks like every other that lacks one. So each letter is
// drawn at the same place of its own square, and no two squares may be alike.
func TestNoTwoLettersLookAlike(t *testing.T) {
	const cell, scale = 20, 3 // points, pixels a point
	fs, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	sh := sheetOf(&form.Paper{})
	draw := func(face int, letters []rune) (alike [][2]rune) {
		var p page
		place := func(i int) (x, y int) { return 2 + i%25*(cell+2), 10 + i/25*(cell+8) }
		for i, r := range letters {
			x, y := place(i)
			p = append(p, op{kind: opText, face: uint8(face), size: 140, x: length(x+2) * point, y: length(y+16) * point, text: string(r)})
		}
		pdf, err := ink([]page{p}, sh, fs, Options{Made: made})
		if err != nil {
			t.Fatal(err)
		}
		pgm := []byte(tool(t, pdf, "pdftoppm", "-r", fmt.Sprint(72*scale), "-gray", "IN"))
		var w, h, top int
		if _, err := fmt.Sscanf(string(pgm[:30]), "P5\n%d %d\n%d", &w, &h, &top); err != nil {
			t.Fatal(err)
		}
		px := pgm[len(pgm)-w*h:]
		seen := map[string]rune{strings.Repeat("\xff", (cell*scale)*(cell+4)*scale): ' '}
		for i, r := range letters {
			x, y := place(i)
			var b strings.Builder
			for row := range (cell + 4) * scale {
				at := ((y-4)*scale+row)*w + x*scale
				b.Write(px[at : at+cell*scale])
			}
			if o, twice := seen[b.String()]; twice {
				alike = append(alike, [2]rune{o, r})
			}
			seen[b.String()] = r
		}
		return alike
	}
	for i := range faceFiles {
		if a := draw(i, []rune(letters()+"₫")); len(a) > 0 {
			t.Errorf("face %s: alike: %q", faceFiles[i], a)
		}
	}
	if a := draw(0, []rune("漢字")); len(a) != 1 { // the test sees what it looks for
		t.Errorf("two letters without a glyph: alike %q", a)
	}
}
