package facts

import "testing"

func TestDiaChi(t *testing.T) {
	for s, want := range map[string]struct{ diaDanh, capHuyen bool }{
		"": {}, "Số 1, đường Mẫu": {},
		"Phường Bến Thành, Thành phố Hồ Chí Minh":           {diaDanh: true},
		"phuong ben thanh, tp. ho chi minh":                 {diaDanh: true},
		"Xã Ba Chẽ, tỉnh Quảng Ninh":                        {diaDanh: true},
		"Phường 4, Quận 3, Thành phố Hồ Chí Minh":           {diaDanh: true, capHuyen: true},
		"Thị trấn Củ Chi, huyện Củ Chi, TP. Hồ Chí Minh":    {capHuyen: true},
		"Số 5 phố Huyện Thanh Quan, phường Ba Đình, Hà Nội": {diaDanh: true},
	} {
		if got := CoDiaDanh(s); got != want.diaDanh {
			t.Errorf("CoDiaDanh(%q): got %v", s, got)
		}
		if got := CoCapHuyen(s); got != want.capHuyen {
			t.Errorf("CoCapHuyen(%q): got %v", s, got)
		}
	}
}

func TestTinhTrong(t *testing.T) {
	for s, want := range map[string]string{
		"Phường Bến Thành, Thành phố Hồ Chí Minh": "79", "phuong ben thanh, TP. HCM": "", "Phường Hoà Bình, tỉnh Phú Thọ": "25",
		"Hà Nội": "01", "KCN Sóng Thần, Bình Dương": "79", "": "", "Xưởng 2": "",
	} {
		if got := TinhTrong(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
