package lichsu

import (
	"slices"

	"ankhai/forms/facts"
)

// mot is one person so far, with the numbers that were seen of them.
type mot struct {
	goc        int
	maSo, cccd []string
	dau        int // their first line, -1 for none
}

// theoTen joins people who have the same name and the same full birth where their
// numbers do not speak against it and nobody else has that name and birth; the others
// are named.
func (g *ghep) theoTen() {
	by, order := g.trungTen()
	for _, t := range order {
		all := by[t]
		if len(all) < 2 {
			continue
		}
		for i := 1; i < len(all); i++ {
			var fits []int
			for k := range i {
				if all[k].goc >= 0 && hop(all[k], all[i]) {
					fits = append(fits, k)
				}
			}
			none := len(all[i].maSo)+len(all[i].cccd) == 0
			switch {
			case len(fits) == 1 && g.noi(all[fits[0]].goc, all[i].goc):
				f := &all[fits[0]]
				f.maSo, f.cccd = append(f.maSo, all[i].maSo...), append(f.cccd, all[i].cccd...)
				f.goc, all[i].goc = g.goc(f.goc), -1
			case none && all[i].dau >= 0:
				g.loai[all[i].dau] = true
				g.hoi(KhongRoAi, &g.Dong[all[i].dau].Tu, "Có nhiều người cùng họ tên và ngày sinh này, dòng không có số. Chưa lấy dòng này: ghi thêm mã số BHXH hoặc số CCCD", all[i].dau)
			case all[i].dau >= 0:
				at := []int{all[i].dau}
				for k := range i {
					if all[k].goc >= 0 && all[k].dau >= 0 {
						at = append(at, all[k].dau)
					}
				}
				g.hoi(TrungTen, nil, "Cùng họ tên và ngày sinh nhưng khác số: để là hai người. Nếu là một người thì xem số nào đúng, sửa trong tệp rồi chuyển vào lại", at...)
			}
		}
	}
}

// trungTen lists who has each name with a full birth, those whom the program has and
// those with numbers first.
func (g *ghep) trungTen() (by map[ten][]mot, order []ten) {
	by = map[ten][]mot{}
	seen := map[ten]map[int]int{}
	add := func(n *facts.NguoiLaoDong, root, line int) {
		t := tenCua(n)
		if t.ten == "" || !t.sinh.Full() {
			return
		}
		if seen[t] == nil {
			seen[t] = map[int]int{}
			order = append(order, t)
		}
		at, ok := seen[t][root]
		if !ok {
			at = len(by[t])
			seen[t][root] = at
			by[t] = append(by[t], mot{goc: root, dau: -1})
		}
		m := &by[t][at]
		maSo, cccd := so(n)
		m.maSo, m.cccd = them(m.maSo, maSo), them(m.cccd, cccd)
		if m.dau < 0 {
			m.dau = line
		}
	}
	for k := range g.Biet {
		add(&g.Biet[k].Nguoi, len(g.Dong)+k, -1)
	}
	for pass := range 2 {
		for i := range g.Dong {
			if g.bo[i] || g.loai[i] || (len(khoaCua(&g.Dong[i].Nguoi)) == 0) != (pass == 1) {
				continue
			}
			add(&g.Dong[i].Nguoi, g.goc(i), i)
		}
	}
	return by, order
}

func them(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// hop reports whether the numbers of two do not speak against their being one. A number
// of 9 digits says nothing against one of 12, which took its place.
func hop(a, b mot) bool {
	fits := func(x, y []string) bool {
		against := false
		for _, s := range x {
			for _, t := range y {
				if s == t {
					return true
				}
				against = against || len(s) == len(t)
			}
		}
		return !against
	}
	return fits(a.maSo, b.maSo) && fits(a.cccd, b.cccd)
}
