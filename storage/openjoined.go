package storage

import (
	"encoding/json"
	"errors"
	"strings"
)

// openJoined is what is kept to take a join back. It is put back into rows column by
// column, so what comes in must have as many.
var openJoined = func() *openKind {
	k := *openJSON
	k.take = func(_ *openNames, raw []byte) (any, error) {
		var d joinedData
		if err := json.Unmarshal(raw, &d); err != nil || !d.whole() {
			return nil, errors.New("không phải hai bản ghi trước khi gộp")
		}
		return string(raw), nil
	}
	return &k
}()

// whole reports whether the rows that were kept have the columns of their tables.
func (d *joinedData) whole() bool {
	fit := func(columns string, all ...[]any) bool {
		for _, row := range all {
			if len(row) != 1+strings.Count(columns, ",") {
				return false
			}
			for _, v := range row {
				switch v.(type) {
				case nil, string, int64:
				default:
					return false
				}
			}
		}
		return true
	}
	for _, p := range []ofPerson{d.Keep, d.Gone} {
		if !fit(personColumns, p.Identity) || p.Identity[0] != p.ID || p.ID == "" || !fit(heldColumns, p.History...) || !fit(pastColumns, p.Past...) ||
			!fit(benefitColumns, p.Benefits...) || !fit(careerColumns, p.Career...) || !fit(houseColumns, p.House...) {
			return false
		}
	}
	return fit(personColumns, d.Now) && fit("month, dong, la", d.Decisions...)
}
