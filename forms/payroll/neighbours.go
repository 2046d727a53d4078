package payroll

import "ankhai/forms/facts"

// neighbours finds people of the roster by what is nearly right. It is made when the
// first line is not matched by a number.
type neighbours struct {
	births  map[facts.NgaySinh][]int
	maNV    map[string][]int
	numbers map[uint64][]int         // see key
	taken   map[facts.NgaySinh][]int // births of people whom a line has by a number; made when it is asked for
	now     int                      // counts the lines that looked
	round   []int                    // by person, the last that did
}

// newNeighbours leaves out the people whom a line has by a number: it stands there as it
// should be.
func newNeighbours(roster []facts.NguoiLaoDong, claimed func(int) bool) *neighbours {
	n := &neighbours{births: map[facts.NgaySinh][]int{}, maNV: map[string][]int{}, numbers: map[uint64][]int{}, round: make([]int, len(roster))}
	for i := range roster {
		p := &roster[i]
		if claimed(i) {
			continue
		}
		if p.NgaySinh.Full() {
			n.births[p.NgaySinh] = append(n.births[p.NgaySinh], i)
		}
		if p.MaNV != "" {
			n.maNV[p.MaNV] = append(n.maNV[p.MaNV], i)
		}
		know := func(k uint64) { n.numbers[k] = append(n.numbers[k], i) }
		for _, s := range [...]string{p.MaSoBHXH, p.SoCCCD} {
			v, ok := digitsOf(s)
			if !ok {
				continue
			}
			know(key(whole, len(s), 0, v))
			blots(v, len(s), know)
			shorts(v, len(s), func(v uint64) { know(key(short, len(s)-1, 0, v)) })
		}
	}
	return n
}

// takenBirths are the births of those whom a line has by a number.
func (n *neighbours) takenBirths(roster []facts.NguoiLaoDong, claimed func(int) bool) map[facts.NgaySinh][]int {
	if n.taken == nil {
		n.taken = map[facts.NgaySinh][]int{}
		for i := range roster {
			if day := roster[i].NgaySinh; claimed(i) && day.Full() {
				n.taken[day] = append(n.taken[day], i)
			}
		}
	}
	return n.taken
}

// near gives the people whose number is a step from one: another digit, two
// neighbours in each other's place, a digit missing or too many.
func (n *neighbours) near(s string, each func(int)) {
	v, ok := digitsOf(s)
	if !ok {
		return
	}
	look := func(k uint64) {
		for _, i := range n.numbers[k] {
			each(i)
		}
	}
	blots(v, len(s), look)
	look(key(short, len(s), 0, v))
	shorts(v, len(s), func(v uint64) { look(key(whole, len(s)-1, 0, v)) })
	for pow, i := uint64(1), 1; i < len(s); pow, i = pow*10, i+1 {
		if a, b := v/pow%10, v/pow/10%10; a != b {
			look(key(whole, len(s), 0, v+(b-a)*pow+(a-b)*pow*10)) // wraps around and back
		}
	}
}

// What a key is of: the number itself, with one digit blotted out, without one digit.
const (
	whole = iota
	blot
	short
)

// key packs a number of at most 13 digits with its length and the digit that is
// blotted out, counted from the last.
func key(kind, size, place int, n uint64) uint64 {
	return uint64(kind)<<58 | uint64(size)<<54 | uint64(place)<<50 | n
}

func blots(n uint64, size int, each func(uint64)) {
	for i, pow := 0, uint64(1); i < size; i, pow = i+1, pow*10 {
		each(key(blot, size, i, n-n/pow%10*pow))
	}
}

func shorts(n uint64, size int, each func(uint64)) {
	for i, pow := 0, uint64(1); i < size; i, pow = i+1, pow*10 {
		each(n/(pow*10)*pow + n%pow)
	}
}

// digitsOf reads a number of a person, which may begin with zeros.
func digitsOf(s string) (n uint64, ok bool) {
	if len(s) < 9 || len(s) > 13 {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + uint64(s[i]-'0')
	}
	return n, true
}
