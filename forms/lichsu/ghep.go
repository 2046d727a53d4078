package lichsu

import (
	"cmp"
	"slices"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

// nhom is lines, and perhaps somebody whom the program has, that are one person.
type nhom struct {
	biet int   // of Vao.Biet, -1 for nobody
	dong []int // in order
}

// ten is a name with a birth, as far as a line says them.
type ten struct {
	ten  string // folded
	sinh facts.NgaySinh
}

func tenCua(n *facts.NguoiLaoDong) ten { return ten{codes.Fold(n.HoTen), n.NgaySinh} }

// nguoiKhac reports whether name and birth are both another's.
func nguoiKhac(a, b ten) bool {
	return a.ten != "" && b.ten != "" && a.ten != b.ten && a.sinh.Full() && b.sinh.Full() && a.sinh != b.sinh
}

// ghep joins lines to people: by number where name and birth do not say that the number
// is somebody else's, then by name and birth.
type ghep struct {
	*dung
	cha  []int // union of nodes: lines, then the people whom the program has
	chu  map[string]ten
	hoa  map[string]bool // numbers that as many lines give to one as to another
	loai map[int]bool    // lines left out
	khoa map[string]int  // by number: a node
}

func (b *dung) ghep() []nhom {
	g := &ghep{dung: b, cha: make([]int, len(b.Dong)+len(b.Biet)), chu: map[string]ten{}, hoa: map[string]bool{}, loai: map[int]bool{}, khoa: map[string]int{}}
	for i := range g.cha {
		g.cha[i] = i
	}
	g.chuSo()
	for k := range b.Biet {
		for _, key := range khoaCua(&b.Biet[k].Nguoi) {
			if _, twice := g.khoa[key]; !twice {
				g.khoa[key] = len(b.Dong) + k
			}
		}
	}
	for i := range b.Dong {
		if !b.bo[i] {
			g.dong(i)
		}
	}
	g.theoTen()
	return g.nhom()
}

// khoaCua are the numbers by which somebody is known.
func khoaCua(n *facts.NguoiLaoDong) (out []string) {
	maSo, cccd := so(n)
	if maSo != "" {
		out = append(out, "m:"+maSo)
	}
	if cccd != "" {
		out = append(out, "c:"+cccd)
	}
	return out
}

// chuSo finds whose each number is: the program's own word first, then that of most lines.
func (g *ghep) chuSo() {
	dem := map[string]map[ten]int{}
	for i := range g.Dong {
		t := tenCua(&g.Dong[i].Nguoi)
		if g.bo[i] || t.ten == "" {
			continue
		}
		for _, key := range khoaCua(&g.Dong[i].Nguoi) {
			if dem[key] == nil {
				dem[key] = map[ten]int{}
			}
			dem[key][t]++
			if g.giuRieng(i) {
				dem[key][t] += len(g.Dong)
			}
		}
	}
	for key, all := range dem {
		list := make([]ten, 0, len(all))
		for t := range all {
			list = append(list, t)
		}
		slices.SortFunc(list, func(a, b ten) int {
			return cmp.Or(cmp.Compare(all[b], all[a]), cmp.Compare(a.ten, b.ten), cmp.Compare(a.sinh, b.sinh))
		})
		g.chu[key] = list[0]
		for _, t := range list[1:] {
			if all[t] == all[list[0]] && nguoiKhac(t, list[0]) {
				g.hoa[key] = true
			}
		}
	}
	for k := range g.Biet {
		n := &g.Biet[k].Nguoi
		for _, key := range khoaCua(n) {
			if t := tenCua(n); t.ten != "" {
				g.chu[key] = t
				delete(g.hoa, key)
			}
		}
	}
}

// dong joins a line to the people of its numbers.
func (g *ghep) dong(i int) {
	n := &g.Dong[i].Nguoi
	for _, key := range khoaCua(n) {
		if owner := g.chu[key]; nguoiKhac(tenCua(n), owner) || g.hoa[key] {
			g.loai[i] = true
			g.hoi(SoNguoiKhac, &g.Dong[i].Tu, "Số "+key[2:]+" ở dòng này mang họ tên, ngày sinh khác với các dòng khác có cùng số"+g.chuCua(key, i)+
				". Chưa lấy dòng này: xem lại số, hoặc cho biết dòng nào đúng", append([]int{i}, g.cung(key, i)...)...)
			return
		}
	}
	for _, key := range khoaCua(n) {
		at, ok := g.khoa[key]
		if !ok {
			g.khoa[key] = i
			continue
		}
		if !g.noi(i, at) {
			g.loai[i] = true
			maSo, cccd := so(n)
			g.hoi(SoNguoiKhac, &g.Dong[i].Tu, "Mã số BHXH "+maSo+" và số CCCD "+cccd+" là của hai người khác nhau trong danh sách. Chưa lấy dòng này: sửa một trong hai số", i)
			return
		}
	}
}

func (g *ghep) chuCua(key string, i int) string {
	if t := g.chu[key]; !g.hoa[key] && nguoiKhac(t, tenCua(&g.Dong[i].Nguoi)) {
		for _, b := range g.Biet {
			if tenCua(&b.Nguoi) == t {
				return " (trong danh sách là " + b.Nguoi.HoTen + ")"
			}
		}
		for k := range g.Dong {
			if tenCua(&g.Dong[k].Nguoi) == t {
				return " (" + g.Dong[k].Nguoi.HoTen + ")"
			}
		}
	}
	return ""
}

// cung finds a line that gives a number to another than line i does.
func (g *ghep) cung(key string, i int) []int {
	for k := range g.Dong {
		if k != i && slices.Contains(khoaCua(&g.Dong[k].Nguoi), key) && nguoiKhac(tenCua(&g.Dong[k].Nguoi), tenCua(&g.Dong[i].Nguoi)) {
			return []int{k}
		}
	}
	return nil
}

func (g *ghep) goc(i int) int {
	for g.cha[i] != i {
		g.cha[i] = g.cha[g.cha[i]]
		i = g.cha[i]
	}
	return i
}

// noi joins two nodes; false where both are already people whom the program has.
func (g *ghep) noi(a, b int) bool {
	a, b = g.goc(a), g.goc(b)
	switch known := len(g.Dong); {
	case a == b:
	case a >= known && b >= known:
		return false
	case a >= known: // people of the program are roots
		g.cha[b] = a
	case b >= known:
		g.cha[a] = b
	default:
		g.cha[max(a, b)] = min(a, b)
	}
	return true
}

// nhom gathers what was joined: the program's people in their order, then the others.
func (g *ghep) nhom() []nhom {
	by := map[int]int{}
	var out []nhom
	for k := range g.Biet {
		by[len(g.Dong)+k] = len(out)
		out = append(out, nhom{biet: k})
	}
	for i := range g.Dong {
		if g.bo[i] || g.loai[i] {
			g.ra.Bo = append(g.ra.Bo, i)
			continue
		}
		r := g.goc(i)
		at, ok := by[r]
		if !ok {
			at = len(out)
			by[r] = at
			out = append(out, nhom{biet: -1})
		}
		out[at].dong = append(out[at].dong, i)
	}
	return slices.DeleteFunc(out, func(n nhom) bool { return len(n.dong) == 0 })
}
