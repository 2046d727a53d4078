package law

import (
	"math"
	"testing"
)

func TestTienHeSo(t *testing.T) {
	for _, c := range []struct {
		what string
		h    HeSo
		muc  int64
		want int64
	}{
		{"4,98; vượt khung 5%; chức vụ 0,4; nghề 20%", HeSo{Luong: 4980, VuotKhung: 500, ChucVu: 400, Nghe: 2000}, 2_530_000, 17_089_644},
		{"2,34", HeSo{Luong: 2340}, 2_340_000, 5_475_600},
		{"2,34 có bảo lưu 0,1, không tính thâm niên trên bảo lưu", HeSo{Luong: 2340, BaoLuu: 100, Nghe: 1000}, 2_340_000, 6_257_160},
		{"nửa đồng lên", HeSo{Luong: 1}, 500, 1},
		{"quá lớn", HeSo{Luong: math.MaxInt64 / 2}, math.MaxInt64, 0},
	} {
		if got := TienHeSo(c.h, c.muc); got != c.want {
			t.Errorf("%s: %d, want %d", c.what, got, c.want)
		}
	}
}
