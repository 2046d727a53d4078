package law

import (
	"embed"
	"encoding/json"
	"slices"
)

// Confidence says how sure a figure or a code is.
type Confidence string

// The three degrees: the official text read or two independent sources; one
// good source; a single weak source.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// Value is one figure as it holds from one day to another.
type Value struct {
	Name       string
	Title      string // what it is, in Vietnamese
	Amount     int64
	Unit       string
	From       Day
	Until      Day // last day it holds; zero: still in force when checked
	Basis      string
	Note       string
	Confidence Confidence
	Checked    Day // the day somebody last looked it up

	CuaNguoiDung bool // entered by the user, not shipped with the program
}

// MarshalJSON writes the value as the console's "law get" does, days as
// yyyy-MM-dd.
func (v Value) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name       string     `json:"name"`
		Title      string     `json:"title"`
		Value      int64      `json:"value"`
		Unit       string     `json:"unit"`
		From       string     `json:"from"`
		Until      string     `json:"until"`
		Basis      string     `json:"basis"`
		Note       string     `json:"note"`
		Confidence Confidence `json:"confidence"`
		Checked    string     `json:"checked"`
		Own        bool       `json:"own,omitempty"`
	}{v.Name, v.Title, v.Amount, v.Unit, v.From.ISO(), v.Until.ISO(), v.Basis, v.Note, v.Confidence, v.Checked.ISO(), v.CuaNguoiDung})
}

// holds reports whether v is in force on the day.
func (v Value) holds(on Day) bool {
	return on >= v.From && (v.Until == 0 || on <= v.Until)
}

//go:embed data/*.toml
var dataFiles embed.FS

// figures is every file of data/ by name and alias. A fault in a file stops
// the program here, naming file, line and field.
var figures = mustLoad(dataFiles)

// Get returns the figure of that name as it holds on the day; ok is false when
// there is no such figure or none is known for the day.
func Get(name string, on Day) (v Value, ok bool) {
	f := figures[name]
	if f == nil || !on.Valid() {
		return Value{}, false
	}
	for i := len(f.values) - 1; i >= 0; i-- {
		if f.values[i].holds(on) {
			return f.values[i], true
		}
	}
	return Value{}, false
}

// History returns all the values of a figure, oldest first; nil when there is
// no such figure.
func History(name string) []Value {
	f := figures[name]
	if f == nil {
		return nil
	}
	return slices.Clone(f.values)
}

// Names returns the names of all figures in order, without aliases.
func Names() []string {
	var names []string
	for key, f := range figures {
		if key == f.name {
			names = append(names, key)
		}
	}
	slices.Sort(names)
	return names
}
