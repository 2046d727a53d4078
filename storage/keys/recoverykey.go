package keys

import (
	"errors"
	"fmt"
	"strings"
)

// A recovery key is 140 random bits as 28 letters and digits of Crockford's
// base32 (no I, L, O, U), in seven groups of four; each group ends with a fifth
// that checks it. So it is 35 characters long:
//
//	7K3M2-Q9XAB-…
//
// The check is a sum over GF(32) with a different weight for every place in the
// group and a constant for the group: every single wrong character, every two
// that changed places and every two groups that changed places are noticed, and
// the group is named.
const (
	recoveryGroups = 7
	groupData      = 4
	groupSize      = groupData + 1
	recoverySize   = recoveryGroups * groupData // bytes, 5 bits each
)

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// RecoveryKey is a recovery key in clear, for the one moment in which it is shown
// and tried. It prints as «khoá khôi phục»; only Groups gives it away.
type RecoveryKey struct{ b *[recoverySize]byte }

func newRecoveryKey() RecoveryKey {
	var k RecoveryKey
	k.b = (*[recoverySize]byte)(random(recoverySize))
	for i := range k.b {
		k.b[i] &= 31
	}
	return k
}

// Format prints «khoá khôi phục» for every verb.
func (RecoveryKey) Format(f fmt.State, _ rune) { fmt.Fprint(f, "khoá khôi phục") }

// MarshalText refuses.
func (RecoveryKey) MarshalText() ([]byte, error) { return nil, errNoMarshal }

// MarshalJSON refuses.
func (RecoveryKey) MarshalJSON() ([]byte, error) { return nil, errNoMarshal }

// Groups are the seven groups of five characters, as they are printed.
func (k RecoveryKey) Groups() [][]byte {
	out := make([][]byte, recoveryGroups)
	for g := range out {
		part := k.b[g*groupData : (g+1)*groupData]
		for _, c := range part {
			out[g] = append(out[g], crockford[c])
		}
		out[g] = append(out[g], crockford[groupCheck(g, part)])
	}
	return out
}

// Text is the key as one line, with hyphens. The caller wipes it.
func (k RecoveryKey) Text() []byte {
	out := make([]byte, 0, recoveryGroups*(groupSize+1))
	for i, g := range k.Groups() {
		if i > 0 {
			out = append(out, '-')
		}
		out = append(out, g...)
	}
	return out
}

// HasGroup reports whether typed is group n of the key, from 1, however it is
// written.
func (k RecoveryKey) HasGroup(n int, typed []byte) bool {
	if n < 1 || n > recoveryGroups {
		return false
	}
	want := k.Groups()[n-1]
	for _, r := range string(typed) {
		v, err := symbol(r)
		if errors.Is(err, errSeparator) {
			continue
		}
		if err != nil || len(want) == 0 || crockford[v] != want[0] {
			return false
		}
		want = want[1:]
	}
	return len(want) == 0
}

// Wipe overwrites the key.
func (k RecoveryKey) Wipe() {
	if k.b != nil {
		clear(k.b[:])
	}
}

// groupCheck is Σ weight·value over GF(32), and the group's own constant.
func groupCheck(group int, part []byte) byte {
	sum, weight := byte(group+1), byte(2)
	for _, v := range part {
		sum ^= mul32(weight, v)
		weight = mul32(weight, 2)
	}
	return sum
}

// mul32 multiplies in GF(32) with x⁵ + x² + 1.
func mul32(a, b byte) (p byte) {
	for ; b > 0; b >>= 1 {
		if b&1 == 1 {
			p ^= a
		}
		if a <<= 1; a&32 != 0 {
			a ^= 0b100101
		}
	}
	return p
}

// Typo says where a recovery key is mistyped. It is ErrTypo.
type Typo struct {
	Groups []int // from 1; the groups that do not fit
	Count  int   // how many letters and digits were typed
	Char   rune  // a character that no key has; 0 for none
}

func (e *Typo) Error() string {
	return fmt.Sprintf("%v: groups %v, %d characters", ErrTypo, e.Groups, e.Count)
}

// Unwrap makes it ErrTypo.
func (e *Typo) Unwrap() error { return ErrTypo }

// Say names the group that is mistyped.
func (e *Typo) Say() string {
	switch {
	case e.Char != 0 && len(e.Groups) == 0:
		return fmt.Sprintf("Khoá khôi phục: không có ký tự %q. Khoá chỉ gồm chữ số và chữ cái A–Z không dấu, trừ U. Tắt bộ gõ tiếng Việt rồi gõ lại.", e.Char)
	case e.Char != 0:
		return fmt.Sprintf("Khoá khôi phục: nhóm %s có ký tự %q không dùng trong khoá. Tắt bộ gõ tiếng Việt rồi gõ lại nhóm đó.", numbers(e.Groups), e.Char)
	case len(e.Groups) > 0:
		return fmt.Sprintf("Khoá khôi phục: nhóm %s gõ sai. So lại với tờ in rồi gõ lại nhóm đó.", numbers(e.Groups))
	}
	return fmt.Sprintf("Khoá khôi phục: phải đủ %d ký tự, %d nhóm mỗi nhóm %d (đang có %d). Gõ lại cả khoá, cách nhóm bằng dấu gạch.",
		recoveryGroups*groupSize, recoveryGroups, groupSize, e.Count)
}

func numbers(n []int) string {
	return strings.ReplaceAll(strings.Trim(fmt.Sprint(n), "[]"), " ", ", ")
}

var errSeparator = errors.New("separator")

// symbol is the value of a typed character: small letters, O for 0, I and L for 1
// are taken; spaces, hyphens and dots are errSeparator.
func symbol(r rune) (byte, error) {
	switch r {
	case ' ', '-', '.', '_', '\t', '\n', '\r', '\u00a0', '‐', '‑', '–', '—':
		return 0, errSeparator
	case 'o', 'O':
		return 0, nil
	case 'i', 'I', 'l', 'L':
		return 1, nil
	}
	if r >= 'a' && r <= 'z' {
		r -= 'a' - 'A'
	}
	if i := strings.IndexRune(crockford, r); i >= 0 && r < 128 {
		return byte(i), nil
	}
	return 0, ErrTypo
}

// ParseRecoveryKey reads what a person typed. A *Typo names what is wrong.
func ParseRecoveryKey(typed []byte) (RecoveryKey, error) {
	var groups [][]byte // as the person parted them
	const full = recoveryGroups * groupSize
	all := make([]byte, 0, full)
	defer func() {
		clear(all)
		for _, g := range groups {
			clear(g)
		}
	}()
	fresh := true
	for _, r := range string(typed) {
		v, err := symbol(r)
		if errors.Is(err, errSeparator) {
			fresh = true
			continue
		}
		if err != nil {
			e := &Typo{Char: r, Count: len(all)}
			if len(groups) > 1 || fresh {
				if e.Groups = []int{len(groups)}; fresh {
					e.Groups[0]++
				}
			}
			return RecoveryKey{}, e
		}
		if len(all) == full {
			return RecoveryKey{}, &Typo{Count: len(all) + 1}
		}
		if fresh {
			groups = append(groups, nil)
		}
		fresh = false
		groups[len(groups)-1] = append(groups[len(groups)-1], v)
		all = append(all, v)
	}
	if len(all) < full {
		e := &Typo{Count: len(all)}
		for i, g := range groups {
			if len(groups) == recoveryGroups && len(g) != groupSize {
				e.Groups = append(e.Groups, i+1)
			}
		}
		return RecoveryKey{}, e
	}
	k := RecoveryKey{new([recoverySize]byte)}
	var wrong []int
	for g := range recoveryGroups {
		part := all[g*groupSize : (g+1)*groupSize]
		copy(k.b[g*groupData:], part[:groupData])
		if groupCheck(g, part[:groupData]) != part[groupData] {
			wrong = append(wrong, g+1)
		}
	}
	if len(wrong) > 0 {
		k.Wipe()
		return RecoveryKey{}, &Typo{Groups: wrong, Count: len(all)}
	}
	return k, nil
}
