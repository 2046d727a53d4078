package form

// Level says whether a fault blocks sending.
type Level string

// The two levels: a Lỗi blocks sending, a Nhắc does not.
const (
	Loi  Level = "Lỗi"
	Nhac Level = "Nhắc"
)

// Place is where a fault stands. Row counts from 1; 0 is the head of the form
// or the form as a whole. Table is "" for the main table.
type Place struct {
	Table string
	Row   int
	Tag   string // column tag, "" for the row as a whole
	Label string // the column's words
	Fix   string // a value that would mend the cell, where one is certain
}

// Fault is something wrong with the user's data: a value, never an error. The
// same fault in many rows is one Fault with many places.
type Fault struct {
	Code   string // public and stable: "D02-LT-04"
	Level  Level
	Form   string     // the mẫu
	Say    string     // what, when, how to mend
	Basis  string     // the law or decision
	Conf   Confidence // how sure the source of the rule is; "" as High
	Places []Place
}

// Unsure reports whether the source of the rule has yet to be confirmed: what an
// expert, and whoever is told of the fault, must see.
func (f Fault) Unsure() bool { return f.Conf.Unsure() }

// Blocks reports whether any of the faults stops the form from being sent.
func Blocks(fs []Fault) bool {
	for _, f := range fs {
		if f.Level == Loi {
			return true
		}
	}
	return false
}

// Count returns the number of places with a Lỗi and with a Nhắc.
func Count(fs []Fault) (loi, nhac int) {
	for _, f := range fs {
		if f.Level == Loi {
			loi += len(f.Places)
		} else {
			nhac += len(f.Places)
		}
	}
	return loi, nhac
}
