package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/law"
)

// FigureValue is a value of a figure of the law, as it holds from one day to another.
type FigureValue struct {
	law.Value
	Say string // the amount as a person reads it: 17,5% and 5.310.000 đồng/tháng
	Now bool   // it holds today
}

// FigureHistory is a figure of the law through time.
type FigureHistory struct {
	Name, Title string
	Unit        string        // in which it is read and typed: %, lần, đồng/tháng
	All         []FigureValue // the latest first, those of the user's among them
}

// Now is the value that holds today; ok is false where none is known.
func (f FigureHistory) Now() (v FigureValue, ok bool) {
	i := slices.IndexFunc(f.All, func(v FigureValue) bool { return v.Now })
	if i < 0 {
		return FigureValue{}, false
	}
	return f.All[i], true
}

// Own reports whether the user has entered a value of it.
func (f FigureHistory) Own() bool {
	return slices.ContainsFunc(f.All, func(v FigureValue) bool { return v.CuaNguoiDung })
}

// usualFigures are the beginnings of the names of those that every month needs.
var usualFigures = []string{"muc-tham-chieu", "luong-toi-thieu-", "ty-le-", "tran-", "san-", "lai-"}

// LawFigures lists the figures of the law with all of their values: those that every
// month needs first, then by what they are.
func (o *Office) LawFigures(ctx context.Context) ([]FigureHistory, error) {
	book, err := o.LawBook(ctx)
	if err != nil {
		return nil, err
	}
	own := map[string][]law.Value{}
	for _, v := range book.Rows() {
		own[v.Name] = append(own[v.Name], v)
	}
	var out []FigureHistory
	for _, name := range law.Names() {
		out = append(out, figureHistory(law.History(name), own[name], o.Today()))
	}
	rank := func(f FigureHistory) int {
		if i := slices.IndexFunc(usualFigures, func(s string) bool { return strings.HasPrefix(f.Name, s) }); i >= 0 {
			return i
		}
		return len(usualFigures)
	}
	slices.SortStableFunc(out, func(a, b FigureHistory) int {
		return cmp.Or(rank(a)-rank(b), strings.Compare(a.Name, b.Name))
	})
	return out, nil
}

// figureHistory puts the values of the program and of the user's together; a row of the
// user's ends what the program knows.
func figureHistory(shipped, own []law.Value, today law.Day) FigureHistory {
	last := &shipped[len(shipped)-1]
	if len(own) > 0 && (last.Until == 0 || last.Until >= own[0].From) {
		last.Until = own[0].From.Add(-1)
	}
	f := FigureHistory{Name: last.Name, Title: last.Title, Unit: unitRead(last.Unit).say}
	for _, v := range slices.Backward(append(shipped, own...)) {
		f.All = append(f.All, FigureValue{v, figureSay(v.Amount, v.Unit), v.From <= today && (v.Until == 0 || today <= v.Until)})
	}
	return f
}

// DropFigure takes a figure of the user's away; there tells whether there was one.
func (o *Office) DropFigure(ctx context.Context, name string, from law.Day) (there bool, err error) {
	kept, err := o.ownFigures(ctx)
	if err != nil {
		return false, err
	}
	left := slices.DeleteFunc(slices.Clone(kept), func(k ownFigure) bool { return k.Name == name && k.From == from })
	if len(left) == len(kept) {
		return false, nil
	}
	if err := o.store.PutSetting(ctx, figuresSetting, left); err != nil {
		return false, fmt.Errorf("drop figure: %w", err)
	}
	return true, nil
}
