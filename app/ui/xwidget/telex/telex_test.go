package telex_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ankhai/app/ui/xwidget/telex"
)

// typed is what comes out when keys are typed one after the other.
func typed(t telex.Typer, keys string) string {
	var text string
	for _, k := range keys {
		text = put(text)(t.Type(text, k))
	}
	return put(text)(t.Finish(text))
}

func put(text string) func(cut int, put string) string {
	return func(cut int, put string) string {
		rs := []rune(text)
		return string(rs[:len(rs)-cut]) + put
	}
}

// keys are the keys of a text, its tones at the end of each syllable or right
// behind their vowels.
// twice types a letter twice that would have become a mark.
func keys(text string, mode telex.Mode, late, twice bool) string {
	var out strings.Builder
	tone := ""
	end := func() { out.WriteString(tone); tone = "" }
	for _, r := range text {
		low := unicode.ToLower(r)
		if !unicode.IsLetter(r) {
			end()
			out.WriteRune(r)
			continue
		}
		d := []rune(norm.NFD.String(string(low)))
		base, mark, mine := d[0], "", ""
		for _, m := range d[1:] {
			i := strings.IndexRune("\u0301\u0300\u0309\u0303\u0323", m)
			switch {
			case i >= 0 && mode == telex.Telex:
				mine = "sfrxj"[i/2 : i/2+1]
			case i >= 0:
				mine = "12345"[i/2 : i/2+1]
			case mode == telex.Telex:
				mark = map[rune]string{0x302: string(base), 0x306: "w", 0x31B: "w"}[m]
			default:
				mark = map[rune]string{0x302: "6", 0x306: "8", 0x31B: "7"}[m]
			}
		}
		if low == 'đ' {
			base, mark = 'd', map[telex.Mode]string{telex.Telex: "d", telex.VNI: "9"}[mode]
		}
		if unicode.IsUpper(r) {
			base = unicode.ToUpper(base)
		}
		out.WriteRune(base)
		if twice && mark == "" && mode == telex.Telex && doubles(out.String(), unicode.ToLower(base)) {
			out.WriteRune(base)
		}
		out.WriteString(mark)
		if late {
			tone += mine
		} else {
			out.WriteString(mine)
		}
	}
	end()
	return out.String()
}

// doubles reports whether the last letter of what was typed is a key of Telex
// there.
func doubles(typed string, low rune) bool {
	before := strings.ToLower(typed[:len(typed)-1])
	voiced := strings.ContainsAny(before, "aeiouyw")
	switch low {
	case 'w':
		return true
	case 'r', 's', 'x', 'f', 'j':
		return voiced
	case 'a', 'e', 'o':
		return strings.ContainsRune(before, low)
	}
	return false
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		mode       telex.Mode
		new        bool
		keys, want string
	}{
		{telex.Telex, false, "Nguyeenx Thij Huwowng", "Nguyễn Thị Hương"},
		{telex.Telex, false, "nguwowif", "người"},
		{telex.Telex, false, "nguowif", "người"},
		{telex.Telex, false, "dduwong", "đương"},
		{telex.Telex, false, "dduongwf", "đường"},
		{telex.Telex, false, "tiengse", "tiếng"},
		{telex.Telex, false, "khuyur", "khuỷu"},
		{telex.Telex, false, "khuyar", "khuỷa"},
		{telex.Telex, false, "thuowr", "thuở"},
		{telex.Telex, false, "hoaf thuys khoer", "hòa thúy khỏe"},
		{telex.Telex, true, "hoaf thuys khoer hoafn", "hoà thuý khoẻ hoàn"},
		{telex.Telex, false, "quys giaf gif gieengs quoocs quyeenr", "quý già gì giếng quốc quyển"},
		{telex.Telex, false, "Ddawks Lawks Ddawk", "Đắk Lắk Đăk"},
		{telex.Telex, false, "booong", "boong"},
		{telex.Telex, false, "UYR BAN NHAAN DAAN", "ỦY BAN NHÂN DÂN"},
		{telex.Telex, false, "HDD NLDD BHTNLDD ATLDD DDKKD", "HĐ NLĐ BHTNLĐ ATLĐ ĐKKD"},
		{telex.Telex, false, "luuw huouw muaw nhw tw", "lưu hươu mưa như tư"},
		{telex.Telex, false, "as ass asz aaa aww ddd www tesst", "á as a aa aw dd www test"},
		{telex.Telex, false, "D02-LT s1 m2", "D02-LT s1 m2"},
		{telex.VNI, false, "Nguye64n Thi5 Hu7o7ng", "Nguyễn Thị Hương"},
		{telex.VNI, false, "nguo7i2 d9u7o7ng2 Tra62n D9a8k1", "người đường Trần Đắk"},
		{telex.VNI, false, "tie6ng1 a11 a66 d99", "tiếng a1 a6 d9"},
		{telex.VNI, false, "HD9 D02-LT 2026 Q12", "HĐ D02-LT 2026 Q12"},
		{telex.Off, false, "tieengs", "tieengs"},
	} {
		if got := typed(telex.Typer{Mode: c.mode, New: c.new}, c.keys); got != c.want {
			t.Errorf("%q gives %q, want %q", c.keys, got, c.want)
		}
	}
}

// hard are syllables with the rarer rhymes.
const hard = `quẻ khuếch ngoáy huýt quýt loẹt quạu quều ngoằn ngoèo khuỵu quơ thuở rượu ỉa giặt giũa giường giếng gìn giữ huơ xoẹt toòng boóc
moóc ếch uỷ ỳ yểm yết yếu khuya nguẩy quấy oẳn quăng quặp quắt quạch quých quynh quỵt quyết luýnh duệ thuế huênh tuềnh xuề nguệch ngoạc hoạch
ngoao cuộn hươu bướu hừm bựt nghiêng kẻng kênh hếch huỳnh thuyền xuyến nguyệt tuýp tuyn loằng ngoém khuâng khuất ngoáp ngoạm hoặc nhuộm gửi gấc
quí già giã gỗ ghế nghề ngã ký kỹ lý mỹ sỹ đặng đệ đủ ưỡn ướt ừ ô ơ ê ý ẩn ỡm đoẹp uể oải quần quốc quyền giêng gì giệm nghĩa nghỉ`

func TestRareRhymes(t *testing.T) {
	for _, mode := range []telex.Mode{telex.Telex, telex.VNI} {
		for _, late := range []bool{true, false} {
			for _, w := range strings.Fields(hard) {
				k := keys(w, mode, late, strings.Contains(w, "oó") || strings.Contains(w, "oò"))
				if got := typed(telex.Typer{Mode: mode, New: newStyle(w)}, k); got != w {
					t.Errorf("mode %d, late %v: %s typed %s gives %s", mode, late, w, k, got)
				}
			}
		}
	}
}

// surnames of the Kinh and of other peoples, each typed in both ways.
const surnames = `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Âu Bạch Bành Bế Ca Cao
Cấn Châu Chu Chử Chung Cù Diệp Doãn Đàm Đào Đậu Điền Đinh Đoàn Đồng Đổng Đới Đường Giang Giáp Hà Hạ Hàn Hầu Hình Hoa
Hứa Hướng Kha Khổng Khuất Khúc Kiều Kim Lã Lạc Lại Lâm Liễu Lò Lộc Lương Lưu Ma Mã Mạc Mai Mạch Mẫn Nghiêm Ngụy Nhan
Nhâm Nhữ Ninh Nông Ong Ôn Phí Phó Phùng Phương Quách Quan Quản Quàng Sa Sái Sầm Sử Tạ Tăng Tất Thạch Thái Thân Thẩm
Thang Thập Thi Thiều Tiêu Tô Tôn Tống Trà Triệu Trịnh Trương Từ Tưởng Ty Ung Ứng Uông Văn Vi Viên Vĩnh Vừ Vương Xa
Xiêm Yên Giàng Sùng Thào Vàng Hạng Lầu Mùa Cứ Bàn Triệu Phàn Lục Chìu Kpă Rcom Siu Nay Ksor Niê Êban Mlô Byă Kbuôr Ayun H'Mok`

func TestSurnames(t *testing.T) {
	for _, mode := range []telex.Mode{telex.Telex, telex.VNI} {
		n := 0
		for _, w := range strings.Fields(surnames) {
			n++
			if got := typed(telex.Typer{Mode: mode}, keys(w, mode, true, false)); got != w {
				t.Errorf("mode %d: %s typed %s gives %s", mode, w, keys(w, mode, true, false), got)
			}
		}
		t.Logf("%d surnames", n)
	}
}
