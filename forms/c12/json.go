package c12

import (
	"encoding/json"
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// dongJSON is a row in JSON: of the cells a number, "" for blank, absent for one
// that was not read.
type dongJSON struct {
	Ma      string         `json:"ma"`
	Ten     string         `json:"ten,omitempty"`
	O       map[string]any `json:"o"`
	SoUNC   string         `json:"soUNC,omitempty"`
	NgayUNC string         `json:"ngayUNC,omitempty"`
	Noi     string         `json:"noi,omitempty"`
}

// MarshalJSON writes a row with its cells by column.
func (d Dong) MarshalJSON() ([]byte, error) {
	j := dongJSON{Ma: d.Ma, Ten: d.Ten, O: map[string]any{}, SoUNC: d.SoUNC, NgayUNC: d.NgayUNC.ISO(), Noi: d.Noi}
	for c, v := range d.O {
		switch v.A {
		case form.Known:
			j.O[Cot(c).khoa()] = v.N
		case form.Blank:
			j.O[Cot(c).khoa()] = ""
		}
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Dong) UnmarshalJSON(b []byte) error {
	var j struct {
		dongJSON
		O map[string]json.RawMessage `json:"o"`
	}
	if err := json.Unmarshal(b, &j); err != nil {
		return fmt.Errorf("read row of a statement: %w", err)
	}
	*d = Dong{Ma: j.Ma, Ten: j.Ten, SoUNC: j.SoUNC, Noi: j.Noi}
	if j.NgayUNC != "" {
		day, ok := law.ParseDay(j.NgayUNC)
		if !ok {
			return fmt.Errorf("read row %s of a statement: day %q", j.Ma, j.NgayUNC)
		}
		d.NgayUNC = day
	}
	for c := range SoCot {
		raw, there := j.O[c.khoa()]
		switch {
		case !there:
		case string(raw) == `""`:
			d.O[c] = form.BlankValue()
		default:
			var n int64
			if err := json.Unmarshal(raw, &n); err != nil {
				return fmt.Errorf("read row %s of a statement: %w", j.Ma, err)
			}
			d.O[c] = form.NumValue(n)
		}
	}
	return nil
}
