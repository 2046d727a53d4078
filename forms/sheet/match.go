package sheet

import "strings"

// head is what stands over a column: its own words and those of the groups it
// belongs to, as written and folded.
type head struct {
	text       string // for people
	own, group string
}

// contributions are words of groups and heads over what is paid to the funds
// rather than over the pay it is computed on.
var contributions = []string{"nld", "nguoi lao dong", "dn", "doanh nghiep", "cong ty", "nsdld", "nguoi su dung lao dong", "don vi dong",
	"trich", "khau tru", "trich nop", "trich theo luong", "dong bhxh 8", "tru vao luong", "bao hiem bat buoc", "cac khoan giam tru", "thue", "thue tncn", "phai nop"}

// earnings are words of groups over what a person earned that month.
var earnings = []string{"thu nhap", "luong thuc te", "luong san pham", "luong thoi gian", "cac khoan phu cap", "phu cap", "tro cap", "thuong", "tang ca", "lam them", "thuc linh", "thanh toan"}

// others are words of groups over people who are not the worker.
var others = []string{"phu luc", "thanh vien", "ho gia dinh", "chu ho", "giam ho", "nguoi than", "nguoi phu thuoc", "khai sinh"}

// money are words of heads over amounts; what they stand beside is then what
// the amount is for. aboutPay are the facts such heads may still mean.
var (
	money    = []string{"luong", "tien", "thuong", "phu cap", "pc", "tro cap", "ho tro"}
	aboutPay = map[string]bool{fMucLuong: true, fPhuCap: true, fBoSung: true, fHeSo: true, fPhuCapCV: true, fTNVK: true, fTNNghe: true,
		fNgayCong: true, fKhongLuong: true, fVung: true, fMaNV: true, "": true}
)

func anyWords(s string, list []string) bool {
	for _, w := range list {
		if hasWords(s, w) {
			return true
		}
	}
	return false
}

// matcher guesses facts from heads. The search for typing slips takes longer
// and is done at most slips times more, so that a hostile file costs little.
type matcher struct {
	slips *int
	memo  map[string]guess
}

const maxSlips = 1 << 11

func (m *matcher) guess(h head) guess {
	if h.own == "" {
		return guess{}
	}
	key := h.own + "\x00" + h.group
	if g, ok := m.memo[key]; ok {
		return g
	}
	g := m.look(h)
	m.memo[key] = g
	return g
}

func (m *matcher) look(h head) guess {
	bhxhGroup := strings.Contains(h.group, "bhxh") || strings.Contains(h.group, "bao hiem")
	payGroup := bhxhGroup && exact[h.group].field == fMucLuong || bhxhGroup && (hasWords(h.group, "luong dong") || hasWords(h.group, "luong tham gia") || hasWords(h.group, "can cu dong"))
	switch {
	case anyWords(h.group, others):
		return guess{fBoQua, 70}
	case anyWords(h.group, contributions):
		return guess{fBoQua, 90}
	case payGroup:
		return payPart(h.own)
	case anyWords(h.group, earnings):
		if g := m.own(h.own); g.field == fNgayCong || g.field == fKhongLuong || g.field == fMucLuong {
			return g
		}
		return guess{fBoQua, 85}
	}
	if h.group != "" {
		if g, ok := exact[h.group+" "+h.own]; ok {
			return guess{g.field, g.conf - 2}
		}
	}
	g := m.own(h.own)
	if g.field == fDiaChi || g.field == fMaXa || g.field == fMaTinh {
		for i, words := range addresses {
			if anyWords(h.group, words) {
				g.conf -= 5 * i
			}
		}
	}
	return g
}

// addresses are words of groups over the several addresses of a person, that which
// is meant when one is asked for first.
var addresses = [][]string{{"thuong tru", "cu tru", "noi o"}, {"ho khau"}, {"nhan ho so", "lien he", "tam tru"}, {"nhan so", "nhan the"}}

func (m *matcher) own(own string) guess {
	if g, ok := exact[own]; ok {
		return g
	}
	if g, ok := exact[strings.ReplaceAll(own, " ", "")]; ok {
		return g
	}
	if len(own) > 80 { // a sentence, not a head
		return guess{}
	}
	best := guess{}
	for _, n := range near {
		if n.g.conf > best.conf && hasWords(own, n.phrase) {
			best = n.g
		}
	}
	if best.field == fMucLuong && (hasWords(own, "nld") || hasWords(own, "so tien") || hasWords(own, "ty le") || hasWords(own, "chenh lech")) {
		best = guess{fBoQua, 70}
	}
	if strings.HasPrefix(own, "bhxh") || strings.HasPrefix(own, "bhyt") || strings.HasPrefix(own, "bhtn") {
		best = guess{fBoQua, 80}
	}
	if best.field == "" && m.slips != nil && *m.slips > 0 {
		*m.slips--
		best = typo(own)
	}
	if anyWords(own, money) && !aboutPay[best.field] {
		best = guess{fBoQua, 70} // «Lương chức danh», «Tiền điện thoại»
	}
	return best
}

// payPart reads the heads under a group «Mức lương đóng BHXH».
func payPart(own string) guess {
	switch {
	case own == "cong" || own == "tong" || own == "tong cong" || hasWords(own, "tong"):
		return guess{fBoQua, 75} // unless it stands alone, see soleTotal
	case hasWords(own, "phu cap") || own == "pc" || own == "pc luong":
		return guess{fPhuCap, 92}
	case hasWords(own, "bo sung"):
		return guess{fBoSung, 92}
	case hasWords(own, "he so"):
		return guess{fHeSo, 85}
	case hasWords(own, "luong"):
		return guess{fMucLuong, 95}
	}
	return guess{}
}
