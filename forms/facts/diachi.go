package facts

import (
	"strings"
	"sync"

	"ankhai/forms/codes"
)

// CoDiaDanh looks for a commune and a province among the words of an address,
// however the diacritics are written.
func CoDiaDanh(s string) bool {
	f := " " + codes.Fold(s) + " "
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(f, w) {
				return true
			}
		}
		return false
	}
	return has(" xa ", " phuong ", " dac khu ", " p.", " p ", " x.") &&
		has(" tinh ", " thanh pho ", " tp.", " tp ", " ha noi", " hue", " da nang", " hai phong", " can tho", " ho chi minh", " dong nai")
}

// CoCapHuyen finds a district, or a town below it, among the parts of an
// address: units that are no more since 01/07/2025.
func CoCapHuyen(s string) bool {
	for _, part := range strings.Split(strings.ToLower(s), ",") {
		part = strings.TrimSpace(part)
		for _, w := range []string{"quận ", "huyện ", "thị xã ", "thị trấn "} {
			if strings.HasPrefix(part, w) {
				return true
			}
		}
	}
	return false
}

// TinhTrong finds the province of an address by its last part, today's or one from
// before 01/07/2025, and returns today's code; "" where none is written.
func TinhTrong(s string) string {
	part := s[strings.LastIndexByte(s, ',')+1:]
	f := codes.Fold(part)
	for _, w := range []string{"tinh ", "thanh pho ", "tp. ", "tp.", "tp "} {
		f = strings.TrimSpace(strings.TrimPrefix(f, w))
	}
	return tinhTheoTen()[f]
}

// tinhTheoTen are today's provinces by the folded short names of theirs and of those
// that they took the place of.
var tinhTheoTen = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, t := range codes.TinhCu.All() {
		out[codes.Fold(t.Khac)] = t.Nhom
	}
	for _, t := range codes.Tinh.All() {
		out[codes.Fold(t.Khac)] = t.Ma
	}
	delete(out, "")
	return out
})
