package office

import (
	"regexp"
	"strings"
)

// FindingPlace is a cell of a workbook that a finding is of.
type FindingPlace struct {
	Sheet    string // with the file before it, where several were read
	Row, Col string // "6", "C"; "" for the sheet or the file as a whole
}

// cellPlace is the field of a finding that is of a cell: the sheet, the column, the row.
var cellPlace = regexp.MustCompile(`^(.*)!([A-Z]+)([0-9]+)$`)

// Place is where in a workbook the finding is.
func (f Finding) Place() FindingPlace {
	m := cellPlace.FindStringSubmatch(f.Field)
	if m == nil {
		return FindingPlace{Sheet: f.Field}
	}
	return FindingPlace{Sheet: m[1], Row: m[3], Col: m[2]}
}

// Words are what is wrong and how to mend it, without the place.
func (f Finding) Words() string {
	say := strings.TrimPrefix(f.Say, f.Field+": ")
	if f.Fix != "" {
		say += ". Nên ghi " + f.Fix
	}
	return say
}
