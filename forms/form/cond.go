package form

import "strings"

// Cond pairs a test of a row with the words that say it, so that a message
// never says anything else than what was tested.
type Cond struct {
	Say  string
	Test func(Row) bool
	cols []*Column
}

// Always is true of every row.
var Always = Cond{Say: "mọi dòng", Test: func(Row) bool { return true }}

// When makes a condition of its own from words and a test over the columns named.
func When(say string, test func(Row) bool, cols ...Handle) Cond {
	c := Cond{Say: say, Test: test}
	for _, h := range cols {
		c.cols = append(c.cols, h.Col())
	}
	return c
}

// Any is true where one of the conditions is, All where all are.
func Any(cs ...Cond) Cond {
	return join(" hoặc ", cs, func(r Row) bool {
		for i := range cs {
			if cs[i].Test(r) {
				return true
			}
		}
		return false
	})
}

// All is true where all of the conditions are.
func All(cs ...Cond) Cond {
	return join(" và ", cs, func(r Row) bool {
		for i := range cs {
			if !cs[i].Test(r) {
				return false
			}
		}
		return true
	})
}

// Not is true where c is not.
func Not(c Cond) Cond {
	return Cond{Say: "không (" + c.Say + ")", Test: func(r Row) bool { return !c.Test(r) }, cols: c.cols}
}

// Named gives a condition shorter words of its own: "báo tăng" for a list of codes.
func (c Cond) Named(say string) Cond { c.Say = say; return c }

func join(word string, cs []Cond, test func(Row) bool) Cond {
	out := Cond{Test: test}
	says := make([]string, len(cs))
	for i, c := range cs {
		says[i] = c.Say
		out.cols = append(out.cols, c.cols...)
	}
	out.Say = strings.Join(says, word)
	return out
}
