package office

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

// finder finds a person among many: by mã số BHXH, then by identity number,
// then by name and date of birth. Two people who share a key are not found by it.
type finder struct{ by map[string]int }

const several = -2

func newFinder(people []facts.NguoiLaoDong) finder {
	f := finder{by: make(map[string]int, 3*len(people))}
	for i, p := range people {
		for _, k := range keysOf(p) {
			if _, twice := f.by[k]; twice {
				f.by[k] = several
				continue
			}
			f.by[k] = i
		}
	}
	return f
}

// find returns the index, or a negative number.
func (f finder) find(p facts.NguoiLaoDong) int {
	for _, k := range keysOf(p) {
		if i, ok := f.by[k]; ok {
			return i
		}
	}
	return -1
}

func keysOf(p facts.NguoiLaoDong) []string {
	var out []string
	if p.MaSoBHXH != "" {
		out = append(out, "m:"+p.MaSoBHXH)
	}
	if p.SoCCCD != "" {
		out = append(out, "c:"+p.SoCCCD)
	}
	if p.HoTen != "" && p.NgaySinh != 0 {
		out = append(out, "n:"+codes.Fold(p.HoTen)+"|"+p.NgaySinh.String())
	}
	return out
}
