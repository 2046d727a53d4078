package han

import (
	"maps"
	"slices"
)

// CuaTruongHop lists the questions whose clocks a case is of: for each event the
// answers under which they run, without any day. None where no clock is of the
// case. What a person files first comes first; a question of a service alone
// («đã nộp đủ hồ sơ») is added for its cases.
func CuaTruongHop(id, dichVu string) []Cau {
	var out []Cau
	at := func(event string) *Cau {
		for i := range out {
			if out[i].SuKien == event {
				return &out[i]
			}
		}
		out = append(out, Cau{SuKien: event, Chon: map[string]string{}})
		return &out[len(out)-1]
	}
	for _, h := range data.han {
		for _, t := range h.truongHop {
			if t.id != id && t.id != dichVu {
				continue
			}
			q := at(h.SuKien)
			for _, k := range []dieuKien{h.khi, t.khi} {
				for _, key := range slices.Sorted(maps.Keys(k)) {
					if q.Chon[key] == "" {
						q.Chon[key] = k[key][0]
					}
				}
			}
		}
	}
	return out
}
