package facts

import (
	"strings"
	"testing"
)

func TestCungHoTen(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA", true}, {"Trần  Văn Thuý", "Trần Văn Thúy", true}, {"Đặng Ái", "Ðặng Ái", true},
		{"Nguyễn Thị Hoà", "Nguyễn Thị Hoa", false}, {"Nguyễn Văn An", "Nguyễn Văn Ân", false}, {"Lê Thị Lan", "Lê Lan", false},
	} {
		if got := CungHoTen(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: got %v", c.a, c.b, got)
		}
	}
}

// Names that an old font has left behind are seen, real ones are left alone.
func TestPhongCu(t *testing.T) {
	for s, want := range map[string]string{
		"NguyÔn ThÞ Lan": "TCVN3", "Nguyeãn Vaên Bình": "VNI", "Traàn Vaên An": "VNI",
		"Nguyễn Thị Hoà": "", "NGUYỄN THỊ HUỆ": "", "Hoàng Thuý Oanh": "", "Y Bhơm Êban": "", "Lê Khoẻ": "", "Trần Quốc Toản": "",
	} {
		got := CheckHoTen(s).Say
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
