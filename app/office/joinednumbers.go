package office

import (
	"context"
	"slices"

	"ankhai/forms/facts"
	"ankhai/storage"
)

// joinedNumbers are the numbers of people in whom two records were joined.
type joinedNumbers struct {
	id    map[string]string   // a number of before: whose it is
	all   map[string][]string // any number of theirs: all that they have or had
	ofNow map[string]string   // any number of theirs: the one they are known by now
}

func (o *Office) joinedNumbers(ctx context.Context, mst string) (j joinedNumbers, err error) {
	if j.id, err = o.store.JoinedNumbers(ctx, mst); err != nil || len(j.id) == 0 {
		return j, err
	}
	of := map[string][]string{}
	for n, id := range j.id {
		of[id] = append(of[id], n)
	}
	j.all, j.ofNow = map[string][]string{}, map[string]string{}
	for id, numbers := range of {
		p, err := o.store.Person(ctx, id)
		if err != nil {
			return j, err
		}
		for _, n := range []string{p.MaSoBHXH, p.SoCCCD} {
			if n != "" {
				numbers = append(numbers, n)
			}
		}
		slices.Sort(numbers)
		for _, n := range numbers {
			j.all[n], j.ofNow[n] = numbers, p.Khoa()
		}
	}
	return j, nil
}

// also adds to what is said of people the same under the other numbers of theirs.
func (j joinedNumbers) also(all []said) []said {
	if len(j.id) == 0 {
		return all
	}
	out := slices.Clone(all)
	for _, s := range all {
		known := []string{}
		for _, n := range []string{s.MaSoBHXH, s.SoCCCD} {
			known = append(known, j.all[n]...)
		}
		slices.Sort(known)
		for _, n := range slices.Compact(known) {
			if n == s.MaSoBHXH || n == s.SoCCCD {
				continue
			}
			other := s
			other.MaSoBHXH, other.SoCCCD = n, n // whichever of the two it is
			out = append(out, other)
		}
	}
	return out
}

// now is a key under the number by which the person is known now.
func (j joinedNumbers) now(k storage.LedgerKey) storage.LedgerKey {
	if n := j.ofNow[k.MaSoBHXH]; n != "" {
		k.MaSoBHXH = n
	}
	return k
}

// in gives who is meant by a number of before the number that they have now in a roster;
// the rest of what was said stays.
func (j joinedNumbers) in(p facts.NguoiLaoDong, by map[string]facts.NguoiLaoDong) facts.NguoiLaoDong {
	for _, n := range []*string{&p.MaSoBHXH, &p.SoCCCD} {
		who, ok := by[j.id[*n]]
		if *n == "" || !ok {
			continue
		}
		if n == &p.MaSoBHXH {
			*n = who.MaSoBHXH
		} else {
			*n = who.SoCCCD
		}
	}
	return p
}
