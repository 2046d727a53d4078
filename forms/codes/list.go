package codes

import (
	"encoding/json"
	"sync"

	"ankhai/forms/law"
)

// Item is one entry of a list.
type Item struct {
	Ma         string
	Ten        string
	Nhom       string  // what it belongs to: the province of a xã, the group of a phương án
	Khac       string  // other names, for searching
	Tu         law.Day // in force from; zero: not known
	Den        law.Day // in force until; zero: still in force
	CanCu      string
	Confidence law.Confidence
}

// MarshalJSON writes the entry for the console, days as yyyy-MM-dd.
func (i Item) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Ma         string         `json:"ma"`
		Ten        string         `json:"ten"`
		Nhom       string         `json:"nhom,omitempty"`
		Khac       string         `json:"khac,omitempty"`
		Tu         string         `json:"tu,omitempty"`
		Den        string         `json:"den,omitempty"`
		CanCu      string         `json:"canCu"`
		Confidence law.Confidence `json:"confidence"`
	}{i.Ma, i.Ten, i.Nhom, i.Khac, i.Tu.ISO(), i.Den.ISO(), i.CanCu, i.Confidence})
}

// InForce reports whether the entry holds on the day.
func (i Item) InForce(on law.Day) bool {
	return on >= i.Tu && (i.Den == 0 || on <= i.Den)
}

// List is one code list. It reads its file at the first use; it may be used
// from several goroutines.
type List struct {
	file       string // the stem of its file, also the name on the console
	ten        string
	basis      string
	note       string
	checked    law.Day
	confidence law.Confidence
	tu, den    law.Day // for entries that do not say their own

	load  func() *content
	index func() []entry
	names func() [2]names
}

// content is what a file holds.
type content struct {
	items []Item
	byMa  map[string]int32
}

// ID returns the list's short name, as in ByName: "phuong-an".
func (l *List) ID() string { return l.file }

// Name returns the list's Vietnamese name, for messages.
func (l *List) Name() string { return l.ten }

// Basis names the text or public list it was taken from.
func (l *List) Basis() string { return l.basis }

// Note returns what one should know about the list; often empty.
func (l *List) Note() string { return l.note }

// Checked returns the day the list was last looked up.
func (l *List) Checked() law.Day { return l.checked }

// Confidence says how sure the list as a whole is.
func (l *List) Confidence() law.Confidence { return l.confidence }

// Len returns the number of entries.
func (l *List) Len() int { return len(l.load().items) }

// Has reports whether the list has the code, on whatever day.
func (l *List) Has(code string) bool {
	_, ok := l.load().byMa[code]
	return ok
}

// Get returns the entry of a code.
func (l *List) Get(code string) (Item, bool) {
	c := l.load()
	i, ok := c.byMa[code]
	if !ok {
		return Item{}, false
	}
	return c.items[i], true
}

// Label returns the name of a code, "" when the list does not have it.
func (l *List) Label(code string) string {
	i, _ := l.Get(code)
	return i.Ten
}

// All returns the entries in the list's own order. The caller must not change
// the slice.
func (l *List) All() []Item { return l.load().items }

// Of returns the entries of one group: the xã of a province, the facilities of
// an old province.
func (l *List) Of(nhom string) []Item {
	var out []Item
	for _, i := range l.load().items {
		if i.Nhom == nhom {
			out = append(out, i)
		}
	}
	return out
}

// Lists returns every list, in the order of data/danh-muc.tsv.
func Lists() []*List { return lists.all }

// ByName returns the list of a short name such as "phuong-an", nil when there
// is none.
func ByName(name string) *List { return lists.byName[name] }

// Made makes a list of entries that come from elsewhere, such as the answers that a
// form itself prints, so that they are found as those of any list are.
func Made(ten string, items []Item) *List {
	l := &List{ten: ten}
	l.load = sync.OnceValue(func() *content { return made(items) })
	l.lazyIndex()
	return l
}

func made(items []Item) *content {
	c := &content{items: items, byMa: make(map[string]int32, len(items))}
	for i, it := range items {
		c.byMa[it.Ma] = int32(i)
	}
	return c
}

// lazy makes the readings of a list happen once, when first asked for.
func (l *List) lazy() {
	l.load = sync.OnceValue(func() *content { return mustRead(l) })
	l.lazyIndex()
}

func (l *List) lazyIndex() {
	l.index = sync.OnceValue(func() []entry { return indexOf(l.load().items) })
	l.names = sync.OnceValue(func() [2]names { return namesOf(l.index()) })
}
