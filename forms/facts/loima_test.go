package facts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// mong is what a check must answer: nothing, a fault or a reminder, with part
// of the sentence and the suggestion.
type mong struct {
	say  string // part of the sentence; "" nothing wrong
	nhac bool
	goi  string
}

func soMong(t *testing.T, what string, got LoiMa, want mong) {
	t.Helper()
	if got.OK() != (want.say == "") || !strings.Contains(got.Say, want.say) || got.Nhac != want.nhac || got.Goi != want.goi {
		t.Errorf("%s: got %+v, want %+v", what, got, want)
	}
}

func TestCheckCCCD(t *testing.T) {
	const n95 NgaySinh = 19950815
	for _, c := range []struct {
		s    string
		g    GioiTinh
		n    NgaySinh
		want mong
	}{
		{"", Nam, n95, mong{}},
		{"001095012345", "", 0, mong{}},
		{"001095012345", Nam, n95, mong{}},
		{"001095012345", Nam, 19950000, mong{}},
		{"079301012345", Nu, 20010203, mong{}},
		{"001095012345", Nu, n95, mong{say: "số thứ tư là của nam, khác Giới tính", nhac: true}},
		{"001095012345", Nam, 19960815, mong{say: "sinh năm 1995, khác Ngày sinh", nhac: true}},
		{"099095012345", Nam, n95, mong{say: "ba số đầu 099 không phải mã tỉnh", nhac: true}},
		{"101095012345", Nam, n95, mong{say: "ba số đầu 101", nhac: true}},
		{"1095012345", Nam, n95, mong{say: "phải có 12 chữ số"}},
		{"1095012345 ", Nam, n95, mong{say: "phải có 12 chữ số"}},
		{"79301012345", Nu, 20010203, mong{say: "Số 0 ở đầu có thể đã mất", goi: "079301012345"}},
		{"79301012345", "", 0, mong{say: "Số 0 ở đầu", goi: "079301012345"}},
		{"79301012345", Nam, 20010203, mong{say: "phải có 12 chữ số"}},
		{"79301012345", Nu, 19990203, mong{say: "phải có 12 chữ số"}},
		{"03301012345", "", 0, mong{say: "phải có 12 chữ số"}},
		{"001 095 012 345", Nam, n95, mong{say: "bỏ dấu cách", goi: "001095012345"}},
		{"'001095012345", Nam, n95, mong{say: "bỏ dấu cách", goi: "001095012345"}},
		{"012345678", Nam, n95, mong{say: "CMND 9 chữ số không còn giá trị"}},
		{"00109501234O", Nam, n95, mong{say: "phải có 12 chữ số"}},
		{"0010950123456", Nam, n95, mong{say: "phải có 12 chữ số"}},
		{"٠٠١٠٩٥٠١٢٣٤٥", Nam, n95, mong{say: "phải có 12 chữ số"}},
	} {
		soMong(t, c.s+" "+string(c.g)+" "+c.n.String(), CheckCCCD(c.s, c.g, c.n), c.want)
	}
}

func TestDocCCCD(t *testing.T) {
	for _, c := range []struct {
		s    string
		nam  int
		g    GioiTinh
		tinh string
		ok   bool
	}{
		{"001095012345", 1995, Nam, "01", true}, {"079301012345", 2001, Nu, "79", true}, {"099195012345", 1995, Nu, "", true},
		{"079401012345", 2101, Nam, "79", true}, {"1", 0, "", "", false}, {"", 0, "", "", false},
	} {
		nam, g, tinh, ok := DocCCCD(c.s)
		if nam != c.nam || g != c.g || tinh != c.tinh || ok != c.ok {
			t.Errorf("DocCCCD(%q) = %d, %s, %s, %v", c.s, nam, g, tinh, ok)
		}
	}
}

func TestCheckSoGiayTo(t *testing.T) {
	for _, c := range []struct {
		s, quocTich string
		want        mong
	}{
		{"C1234567", "KR", mong{}}, {"m12345678", "KR", mong{say: "chữ in hoa", nhac: true, goi: "M12345678"}},
		{"AB12", "JP", mong{say: "phải có dạng C1234567", nhac: true}}, {"", "KR", mong{}},
		{"001095012345", "KR", mong{}},
		{"C1234567", "VN", mong{say: "phải có 12 chữ số"}}, {"C1234567", "", mong{say: "phải có 12 chữ số"}},
	} {
		soMong(t, c.s+" "+c.quocTich, CheckSoGiayTo(c.s, c.quocTich, "", 0), c.want)
	}
}

func TestCheckMaSoBHXH(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "7912345678": {}, "0112345678": {},
		"0012345678":   {say: "hai số đầu 00 không phải mã tỉnh", nhac: true},
		"9912345678":   {say: "hai số đầu 99", nhac: true},
		"112345678":    {say: "đang có 9", goi: "0112345678"},
		"712345678":    {say: "phải có 10 chữ số"},
		"79 1234 5678": {say: "bỏ dấu cách", goi: "7912345678"},
		"079301012345": {say: "số định danh 12 chữ số", nhac: true},
		"79123456789":  {say: "phải có 10 chữ số"}, "79A2345678": {say: "phải có 10 chữ số"}, "chưa có": {say: "phải có 10 chữ số"},
	} {
		soMong(t, s, CheckMaSoBHXH(s), want)
	}
}

func TestCheckMST(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "0100109106": {}, "0101243150": {}, "0100686209": {}, "0100109106-001": {}, "0100109106001": {}, "079301012345": {},
		"0100109107":      {say: "chữ số thứ mười không khớp"},
		"0100109107-001":  {say: "chữ số thứ mười không khớp"},
		"100109106":       {say: "Số 0 ở đầu", goi: "0100109106"},
		"100109106001":    {say: "Số 0 ở đầu", goi: "0100109106-001"},
		"100109107":       {say: "phải có dạng 0100109106"},
		"0100 109 106":    {say: "bỏ dấu cách", goi: "0100109106"},
		"0100109106 001":  {say: "bỏ dấu cách", goi: "0100109106-001"},
		"0100109106-01":   {say: "phải có dạng"},
		"01001-09106-001": {say: "bỏ dấu cách", goi: "0100109106-001"},
		"MST0100109106":   {say: "phải có dạng"},
	} {
		soMong(t, s, CheckMST(s), want)
	}
}

// One wrong digit, and most swaps of neighbours, are seen.
func TestMSTDungSeesOneDigit(t *testing.T) {
	for _, mst := range []string{"0100109106", "0101243150", "0100686209"} {
		for i := range mst {
			for d := byte('0'); d <= '9'; d++ {
				b := []byte(mst)
				if b[i] == d {
					continue
				}
				b[i] = d
				if mstDung(string(b)) {
					t.Errorf("%s passes for %s", b, mst)
				}
			}
		}
	}
}

func TestCheckMaDonVi(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "YN0001A": {}, "TZH490L": {},
		"yn0001a":  {say: "chữ in hoa", nhac: true, goi: "YN0001A"},
		"YN 0001A": {say: "chữ in hoa", nhac: true, goi: "YN0001A"},
		"YN0001":   {say: "thường có dạng YN0001A", nhac: true}, "1N0001A": {say: "thường có dạng", nhac: true},
		"YN00011": {say: "thường có dạng", nhac: true},
	} {
		soMong(t, s, CheckMaDonVi(s), want)
	}
}

func TestCheckCoQuan(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "07906": {}, "00100": {},
		"7906": {say: "phải có dạng 07906", goi: "07906"}, "17906": {say: "phải có dạng"}, "09906": {say: "phải có dạng"},
		"0790": {say: "phải có dạng"}, "079060": {say: "phải có dạng"},
	} {
		soMong(t, s, CheckCoQuan(s), want)
	}
}

func TestCheckMaSoBHYT(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "7912345678": {}, "GD4797912345678": {say: "10 chữ số cuối", goi: "7912345678"},
		"GD479791234567": {say: "phải có 10 chữ số"},
	} {
		soMong(t, s, CheckMaSoBHYT(s), want)
	}
}

func TestCheckTheBHYT(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "DN4797912345678": {}, "7912345678": {}, "TE1797912345678": {},
		"dn4797912345678":    {say: "chữ in hoa", goi: "DN4797912345678"},
		"DN 4 79 7912345678": {say: "chữ in hoa", goi: "DN4797912345678"},
		"79.1234.5678":       {say: "chữ in hoa", goi: "7912345678"},
		"DN2797912345678":    {say: "đối tượng DN thường có mức hưởng 4, đang là 2", nhac: true},
		"ZZ4797912345678":    {say: "không có mã đối tượng ZZ", nhac: true},
		"DN6797912345678":    {say: "phải có dạng"}, "DN479791234567": {say: "phải có dạng"}, "DN47979123456AB": {say: "phải có dạng"},
		"123": {say: "phải có dạng"},
	} {
		soMong(t, s, CheckTheBHYT(s), want)
	}
}

func TestCheckHoTen(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "Nguyễn Văn An": {}, "NGUYỄN THỊ ĐÀO": {}, "Y Wang Niê Kdăm": {}, "K'Brêo": {say: "chỉ có một chữ", nhac: true},
		"Kim, Min-su": {}, "Jean-Luc O’Neil Jr.": {}, "Le Van An": {}, "Smith John": {},
		"Nguyen Van An":                  {say: "không có dấu", nhac: true},
		"NGUYEN VAN AN":                  {say: "không có dấu", nhac: true},
		"An":                             {say: "chỉ có một chữ", nhac: true},
		" Nguyễn  Văn An ":               {say: "khoảng trắng thừa", nhac: true, goi: "Nguyễn Văn An"},
		"Ðặng Văn An":                    {say: "Unicode dựng sẵn", nhac: true, goi: "Đặng Văn An"},
		"Nguyễn Văn An 2":                {say: "không có chữ số"},
		"NguyÔn V¨n An":                  {say: "có ký tự ¨ không phải chữ"},
		"Nguyễn Văn An\x00":              {say: "không phải chữ"},
		"   ":                            {say: "chỉ có khoảng trắng"},
		norm.NFD.String("Nguyễn Văn An"): {say: "Unicode dựng sẵn", nhac: true, goi: "Nguyễn Văn An"},
		strings.Repeat("ă", 50) + " " + strings.Repeat("ê", 50): {say: "không quá 100 ký tự (đang có 101)"},
	} {
		soMong(t, s, CheckHoTen(s), want)
	}
}

func TestHoTenChuan(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "  ": "", "Nguyễn Văn An": "Nguyễn Văn An", "\ufeff Nguyễn\u00a0 Văn\tAn\n": "Nguyễn Văn An", "ÐINH ÐỨC ðạt": "ĐINH ĐỨC đạt",
		norm.NFD.String("Đỗ Thị Ửng"): "Đỗ Thị Ửng",
	} {
		if got := HoTenChuan(in); got != want {
			t.Errorf("HoTenChuan(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCheckDienThoai(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "0912345678": {}, "+84912345678": {},
		"0912 345 678":      {say: "bỏ dấu cách", nhac: true, goi: "0912345678"},
		"(+84) 912.345.678": {say: "phải có dạng", nhac: true, goi: "0912345678"},
		"84912345678":       {say: "phải có dạng", nhac: true, goi: "0912345678"},
		"912345678":         {say: "Số 0 ở đầu", nhac: true, goi: "0912345678"},
		"091234567":         {say: "phải có dạng", nhac: true}, "không có": {say: "phải có dạng", nhac: true},
	} {
		soMong(t, s, CheckDienThoai(s), want)
	}
}

func TestCheckEmail(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "ke.toan@congty.vn": {}, "a+b@x-y.com.vn": {},
		" a@congty.vn ": {say: "bỏ khoảng trắng", nhac: true, goi: "a@congty.vn"},
		"congty.vn":     {say: "phải có dạng ten@congty.vn", nhac: true}, "a@b": {say: "phải có dạng", nhac: true},
		"a@@congty.vn": {say: "phải có dạng", nhac: true}, "a b@congty.vn": {say: "phải có dạng", nhac: true},
		".a@congty.vn": {say: "phải có dạng", nhac: true}, "a@congty..vn": {say: "phải có dạng", nhac: true},
		"kế@congty.vn": {say: "phải có dạng", nhac: true}, "a@công.vn": {say: "phải có dạng", nhac: true},
		strings.Repeat("a", 65) + "@congty.vn": {say: "phải có dạng", nhac: true},
	} {
		soMong(t, s, CheckEmail(s), want)
	}
}

// Whatever is put in, a check does not panic, and what it suggests passes it.
func FuzzChecks(f *testing.F) {
	for _, s := range []string{"001095012345", "79301012345", "112345678", "100109106", "100109106001", "yn0001a", "7906", "dn4797912345678", "912345678", " Ðặng  An", "a@congty.vn ", "\xff\x00"} {
		f.Add(s)
	}
	checks := map[string]func(string) LoiMa{
		"CCCD":   func(s string) LoiMa { return CheckCCCD(s, "", 0) },
		"MaSo":   CheckMaSoBHXH,
		"MST":    CheckMST,
		"DonVi":  CheckMaDonVi,
		"CoQuan": CheckCoQuan,
		"The":    CheckTheBHYT,
		"BHYT":   CheckMaSoBHYT,
		"HoTen":  CheckHoTen,
		"DT":     CheckDienThoai,
		"Email":  CheckEmail,
		"HC":     CheckHoChieu,
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, check := range checks {
			l := check(s)
			if !utf8.ValidString(l.Say) {
				t.Errorf("%s(%q): the sentence is not UTF-8", name, s)
			}
			if l.Goi == "" {
				continue
			}
			if again := check(l.Goi); !again.OK() && !again.Nhac {
				t.Errorf("%s(%q) suggests %q, which is refused: %s", name, s, l.Goi, again.Say)
			}
		}
		if n, ok := ParseNgaySinh(s); ok {
			if again, ok := ParseNgaySinh(n.String()); !ok || again != n {
				t.Errorf("ParseNgaySinh(%q) = %v, which reads back as %v", s, n, again)
			}
		}
	})
}
