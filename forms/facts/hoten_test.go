package facts

import "testing"

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
