package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"ankhai/forms/facts"
)

// textLines is a payroll as its author keeps it, cells apart by tabs.
const textLines = `CÔNG TY CỔ PHẦN MAY BÌNH MINH

BẢNG THANH TOÁN TIỀN LƯƠNG THÁNG 11 NĂM 2026
STT	Họ và tên	Ngày sinh	Giới tính	Số CCCD	Mã số BHXH	Chức danh	Mức lương đóng BHXH	Ghi chú
	Phân xưởng may 1						12.700.000
1	Nguyễn Thị Hường	15/08/1995	Nữ	079195000001	7900000001	Công nhân may; bậc 3/7	6.000.000	nghỉ ốm, 2 ngày
2	Trần Văn Đặng	1990	Nam	079090000002	7900000002	Tổ trưởng "tổ 1"	6.700.000
	Cộng phân xưởng						12.700.000
3	Lê Hoàng Yến	02/03/1988	Nữ	079188000003	7900000003	Kế toán trưởng	12.500.000
	Tổng cộng						25.200.000

	Người lập biểu			Giám đốc
	Vũ Thị Ngọc Ánh			Đỗ Minh Quý
`

// table writes the lines with another separator, quoting where needed.
func table(sep, end string) string {
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSuffix(textLines, "\n"), "\n") {
		for i, s := range strings.Split(line, "\t") {
			if i > 0 {
				b.WriteString(sep)
			}
			if strings.Contains(s, sep) || strings.Contains(s, `"`) {
				s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
			}
			b.WriteString(s)
		}
		b.WriteString(end)
	}
	return b.String()
}

func utf16Bytes(s string, big bool) []byte {
	var b bytes.Buffer
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.Bytes()
}

// toTCVN3 writes a text as typists did with the ABC fonts: capitals with marks
// are small letters shown in a font of capitals.
func toTCVN3(s string) []byte {
	back := map[rune]rune{}
	for from, to := range tcvn3 {
		back[to] = from
	}
	var b []byte
	for _, r := range s {
		if x, ok := back[r]; ok {
			r = x
		} else if x, ok := back[unicode.ToLower(r)]; ok {
			r = x
		}
		b = append(b, byte(r))
	}
	return b
}

func toVNI(s string) []byte {
	alone, marks := map[rune]rune{}, map[string]rune{}
	for from, to := range vniAlone {
		alone[to] = from
	}
	for sign, m := range vniMark {
		marks[m] = sign
	}
	alone['ơ'], alone['ư'], alone['đ'], alone['Đ'], alone['Ơ'], alone['Ư'] = 'ô', 'ö', 'ñ', 'Ñ', 'Ô', 'Ö'
	var b []byte
	for _, r := range s {
		if x, ok := alone[r]; ok {
			b = append(b, byte(x))
			continue
		}
		d := []rune(norm.NFD.String(string(r)))
		base, rest := d[0], string(d[1:])
		if len(d) > 1 && d[1] == '\u031b' { // a horn makes a letter of its own
			base, rest = alone[[]rune(norm.NFC.String(string(d[:2])))[0]], string(d[2:])
		}
		if m := strings.ReplaceAll(rest, "\u0323\u0302", "\u0302\u0323"); m != rest { // NFD orders by class
			rest = m
		}
		rest = strings.ReplaceAll(rest, "\u0323\u0306", "\u0306\u0323")
		b = append(b, byte(base))
		if rest != "" {
			sign, ok := marks[rest]
			if !ok {
				panic(fmt.Sprintf("no VNI sign for %q", r))
			}
			if unicode.IsUpper(r) {
				sign = unicode.ToUpper(sign)
			}
			b = append(b, byte(sign))
		}
	}
	return b
}

func to1258(t *testing.T, s string) []byte {
	t.Helper()
	// Windows-1258 has the vowels â ă ê ô ơ ư whole and the tones apart.
	var b strings.Builder
	for _, r := range s {
		base, tones := string(r), ""
		if d := []rune(norm.NFD.String(string(r))); len(d) > 1 {
			kept := []rune{d[0]}
			for _, m := range d[1:] {
				if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", m) {
					tones += string(m)
				} else {
					kept = append(kept, m)
				}
			}
			base = norm.NFC.String(string(kept))
		}
		b.WriteString(base + tones)
	}
	out, err := charmap.Windows1258.NewEncoder().String(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

// A payroll written as text, whatever its encoding, separator and line ends, is
// the same people at the same rows as the workbook.
func TestTextTables(t *testing.T) {
	const name = "luong.csv"
	want := mustRead(t, testBook{sheets: []testSheet{{name: "luong", data: sheetXML(textLines)}}}.bytes(), Options{Month: 202611}).Rows
	if len(want) != 3 || want[0].HoTen != "Nguyễn Thị Hường" || want[0].ChucDanh != "Công nhân may; bậc 3/7" || want[2].PhongBan != "Phân xưởng may 1" {
		t.Fatalf("the workbook gives %+v", want)
	}
	comma, semi, tab := table(",", "\r\n"), table(";", "\n"), table("\t", "\r")
	noted := map[string]string{enc1258: enc1258, encTCVN3: encTCVN3, encVNI: encVNI}
	for _, tt := range []struct {
		what     string
		data     []byte
		encoding string
		sep      string
	}{
		{"UTF-8", []byte(comma), encUTF8, ","},
		{"UTF-8 with a mark, semicolons", []byte("\uFEFF" + semi), encUTF8, ";"},
		{"UTF-8, tabs, CR", []byte(tab), encUTF8, "tab"},
		{"UTF-8, bars", []byte(table("|", "\n")), encUTF8, "|"},
		{"UTF-8 decomposed", []byte(norm.NFD.String(comma)), encUTF8, ","},
		{"UTF-8 with Excel's hint", []byte("sep=;\r\n" + table(";", "\r\n")), encUTF8, ";"},
		{"UTF-16LE as Excel's Unicode text", append([]byte("\xFF\xFE"), utf16Bytes(tab, false)...), encUTF16LE, "tab"},
		{"UTF-16BE", append([]byte("\xFE\xFF"), utf16Bytes(comma, true)...), encUTF16BE, ","},
		{"UTF-16LE without a mark", utf16Bytes(semi, false), encUTF16LE, ";"},
		{"UTF-16BE without a mark", utf16Bytes(semi, true), encUTF16BE, ";"},
		{"Windows-1258", to1258(t, comma), enc1258, ","},
		{"TCVN3", toTCVN3(semi), encTCVN3, ";"},
		{"VNI", toVNI(tab), encVNI, "tab"},
	} {
		t.Run(tt.what, func(t *testing.T) {
			b := mustRead(t, tt.data, Options{Name: name, Month: 202611})
			if !reflect.DeepEqual(b.Rows, want) {
				t.Errorf("got\n%s\nwant\n%s", showRows(b.Rows), showRows(want))
			}
			s := b.Sheets[0]
			if s.Encoding != tt.encoding || s.Separator != tt.sep || s.Month != 202611 {
				t.Errorf("understood as %s with %q, month %d; want %s with %q", s.Encoding, s.Separator, s.Month, tt.encoding, tt.sep)
			}
			say := showProblems(b.Problems)
			if n := noted[tt.encoding]; n != "" && !strings.Contains(say, xlEncoding) || n == "" && len(b.Problems) > 0 {
				t.Errorf("problems: %s", say)
			} else if n != "" && !strings.Contains(say, n) {
				t.Errorf("the note does not name %s: %s", n, say)
			}
		})
	}
}

// What a spreadsheet does to identifiers, dates and amounts in a text table is
// found as in a workbook.
func TestTextTableTroubles(t *testing.T) {
	data := "STT;Họ và tên;Ngày sinh;Số CCCD;Mã số BHXH;Mức lương đóng BHXH\n" +
		"1;Nguyễn Văn An;15/08/1995;79095000001;7900000001;\"5,310,000\"\n" +
		"2;Trần Thị Bé;34926;079195000002;7,9E+09;5310\n" +
		"3;Lê Văn \"Tám\";8/31/1990;079090000003;7900000003;5.310.000 đ\n" +
		"4;\"Lê Văn Chín;01/02/1990;079090000004;7900000004;6000000\n"
	b := mustRead(t, []byte(data), Options{Name: "thang 11.csv", Month: 202611})
	var got []string
	for _, p := range b.Problems {
		got = append(got, p.Code+" "+p.Cell)
	}
	want := []string{xlLooseQuote + " B5", xlDigits + " D2", xlBirthUnsure + " C3", xlRounded + " E3", xlThousand + " F3", xlName + " B4", xlBirth + " C4", xlName + " B5", xlMonthFirst + " C5"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v\nwant %v\n%s", got, want, showProblems(b.Problems))
	}
	if len(b.Rows) != 4 || b.Rows[0].SoCCCD != "079095000001" || b.Rows[0].Luong.MucLuong != 5_310_000 || b.Rows[2].Luong.MucLuong != 5_310_000 || b.Rows[3].MaSoBHXH != "7900000004" {
		t.Errorf("got\n%s", showRows(b.Rows))
	}
	if b.Rows[1].NgaySinh != facts.NgaySinh(19950815) {
		t.Errorf("a day of Excel's calendar is read as %s", b.Rows[1].NgaySinh)
	}
}

// A text table named as a workbook of today is none, and one named .xls is read:
// many programs write text under that name.
func TestTextTableNames(t *testing.T) {
	for name, want := range map[string]error{"a.csv": nil, "a.txt": nil, "a.tsv": nil, "a.xls": nil, "": nil, "a.xlsx": ErrNotWorkbook, "a.XLSM": ErrNotWorkbook} {
		_, err := Read(context.Background(), []byte(table(",", "\n")), Options{Name: name})
		if !errors.Is(err, want) {
			t.Errorf("%q: got %v, want %v", name, err, want)
		}
	}
}

// A text table cut anywhere is refused, or gives the people that stand whole
// before the cut and nobody else.
func TestTextTableCut(t *testing.T) {
	for _, data := range [][]byte{[]byte(table(",", "\r\n")), append([]byte("\xFF\xFE"), utf16Bytes(table("\t", "\n"), false)...), toTCVN3(table(";", "\n"))} {
		for n := 0; n < len(data); n += 1 + n/40 {
			b, err := Read(context.Background(), data[:n], Options{Name: "a.csv"})
			if err != nil && Say(err) == "" {
				t.Fatalf("cut at %d: %v is no refusal", n, err)
			}
			if err == nil && len(b.Rows) > 3 {
				t.Fatalf("cut at %d: %d people", n, len(b.Rows))
			}
		}
	}
}

// A line that may be a person or a sum is asked about at its name, also where the
// family name has a column of its own and the given name is blank.
func TestAnUnsureLineWithAFamilyName(t *testing.T) {
	text := "STT;Họ đệm;Tên;Ngày sinh;Mã số BHXH;Mức lương đóng BHXH\n1;Nguyễn Văn;An;15/08/1990;7912345682;5000000\n;Trần Thị;;;;6000000\n"
	b, err := Read(t.Context(), []byte(text), Options{Name: "a.csv", Month: 202611})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Problems {
		if p.Code == xlUnsureLine {
			if p.Cell != "B3" || p.Value != "Trần Thị" {
				t.Errorf("got %s %q, want B3", p.Cell, p.Value)
			}
			return
		}
	}
	t.Errorf("not asked about: %+v", b.Problems)
}
