package office

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/storage"
)

// ErrNotAnAmount: a cell or total that was asked about is no number of its form.
var ErrNotAnAmount = errors.New("not an amount of the form")

// CellRef names a cell of a dossier: Table is "" for the rows, "head", or a sub-table's
// tag; Row counts from 0.
type CellRef struct {
	Dossier, Form, Table string
	Row                  int
	Tag                  string
}

// WhyCell explains an amount of a dossier's form: who gave it, what the law says of it,
// and which rules of the form speak of it. An amount that nobody has given is a
// *law.ChuaBiet.
func (o *Office) WhyCell(ctx context.Context, at CellRef) (Explained, error) {
	c, err := o.openCell(ctx, at)
	if err != nil {
		return Explained{}, err
	}
	value := c.col.Get(c.row)
	if !value.Known() {
		return Explained{}, &law.ChuaBiet{Ten: at.Tag, Say: c.col.Label + ": ô này chưa có số, nên chưa có gì để giải thích"}
	}
	from, err := c.origin(ctx, o, value.N)
	if err != nil {
		return Explained{}, err
	}
	unit := unitOf(c.col)
	out := Explained{Title: c.title(), KetQuaTinh: law.KetQuaTinh{Total: value.N, Unit: unit, Parts: []law.PhanKQ{}, Warnings: []string{}}}
	out.Working = append([]law.Buoc{from.step(c.col.Label, value.N, unit)}, c.doc.Why(at.Table, at.Row, c.col, c.book, o.Today(), c.dossier.Month)...)
	if in, ok := c.due(); ok {
		step, res, err := dueStep(in)
		if err != nil {
			out.Warnings = append(out.Warnings, "Mức đóng trên tiền lương này: "+err.Error())
			return out, nil
		}
		out.Working, out.Parts = append(out.Working, step), payParts(res)
		out.Warnings = append(out.Warnings, res.Warnings...)
	}
	return out, nil
}

// aCell is a cell with what surrounds it.
type aCell struct {
	at      CellRef
	dossier storage.Dossier
	dv      facts.DonVi
	doc     *form.Doc
	row     form.Row
	col     *form.Column
	book    *law.Sach
}

func (o *Office) openCell(ctx context.Context, at CellRef) (c aCell, err error) {
	c.at = at
	if c.dossier, err = o.store.Dossier(ctx, at.Dossier); err != nil {
		return c, err
	}
	if c.dv, err = o.store.DonVi(ctx, c.dossier.MaSoThue); err != nil {
		return c, err
	}
	if c.doc, err = o.store.Doc(ctx, at.Dossier, at.Form); err != nil {
		return c, err
	}
	rows := rowsOf(c.doc, at.Table)
	c.col = columnOf(c.doc.Form, at.Table, at.Tag)
	if at.Row < 0 || at.Row >= len(rows) || c.col == nil || !c.col.Amount() {
		return c, fmt.Errorf("explain %s of row %d of %s: %w", at.Tag, at.Row+1, at.Form, ErrNotAnAmount)
	}
	c.row = rows[at.Row]
	c.book, err = o.LawBookOf(ctx, c.dossier.MaSoThue)
	return c, err
}

// unitOf is the unit in which a column keeps its numbers.
func unitOf(c *form.Column) string {
	switch c.Kind {
	case form.KindMoney:
		return unitMoney
	case form.KindRate:
		return unitRate
	case form.KindDecimal:
		return unitCoeff
	}
	return ""
}

func (c *aCell) title() string {
	out := c.col.Label
	if name := rowName(c.doc.Form, c.at.Table, c.row); name != "" {
		out += " · " + name
	}
	if c.at.Table == "head" {
		return out + " · phần đầu của " + c.at.Form
	}
	return fmt.Sprintf("%s · dòng %d của %s", out, c.at.Row+1, c.at.Form)
}

// rowName is what a person calls a row by: its first text.
func rowName(f *form.Form, table string, r form.Row) string {
	t := f.Table
	if table != "" {
		t = f.Sub(table)
	}
	for _, c := range t.Columns() {
		if c.Kind == form.KindText && table != "head" {
			return c.Show(c.Get(r))
		}
	}
	return ""
}

// origin finds who gave the cell its value: a person in this draft, the law, the
// payroll of the month, the roster, or the dossier that this one was copied from.
func (c *aCell) origin(ctx context.Context, o *Office, n int64) (origin, error) {
	touch, typed, err := o.store.LastTouch(ctx, c.at.Dossier, c.at.Form, c.at.Table, c.at.Row, c.at.Tag)
	if err != nil {
		return origin{}, err
	}
	if typed && touch.From == "" {
		how := "nhập tay"
		if touch.Row {
			how = "nhập tay cùng cả dòng"
		}
		return origin{how, fmt.Sprintf("ghi vào hồ sơ %s lúc %s", c.at.Dossier, touch.At.In(vietnam).Format("15:04 02/01/2006"))}, nil
	}
	if c.col == d02lt.TyLeDong.Col() {
		return origin{"chương trình điền theo tỷ lệ của luật", "khi lập hồ sơ " + c.at.Dossier}, nil
	}
	if got, ok, err := c.fromRecords(ctx, o, n); ok || err != nil {
		return got, err
	}
	if c.dossier.Parent != "" {
		return origin{"chép từ hồ sơ " + c.dossier.Parent, "khi lập lại thành " + c.at.Dossier}, nil
	}
	said, err := o.Origin(ctx, c.at.Dossier, c.at.Form, c.at.Table, c.at.Row, c.at.Tag)
	if err != nil {
		return origin{}, err
	}
	if said == "" {
		said = "nhập tay khi lập hồ sơ"
	}
	return origin{said, "không có trong bảng lương tháng " + c.dossier.Month.String() + " và danh sách người lao động"}, nil
}

// payFacts are the columns of pay with the fact of a person that each holds.
var payFacts = map[*form.Column]func(facts.Luong) int64{
	d02lt.MucLuong.Col(): func(l facts.Luong) int64 { return l.MucLuong }, d02lt.PhuCapLuong.Col(): func(l facts.Luong) int64 { return l.PhuCap },
	d02lt.BoSung.Col(): func(l facts.Luong) int64 { return l.BoSung }, d02lt.HeSo.Col(): func(l facts.Luong) int64 { return l.HeSo },
	d02lt.BaoLuu.Col(): func(l facts.Luong) int64 { return l.BaoLuu }, d02lt.PhuCapCV.Col(): func(l facts.Luong) int64 { return l.PhuCapCV },
	d02lt.TNVK.Col(): func(l facts.Luong) int64 { return l.TNVK }, d02lt.TNNghe.Col(): func(l facts.Luong) int64 { return l.TNNghe },
}

// fromRecords looks the amount up where it may have been drafted from: the payroll of
// the dossier's month, then the roster.
func (c *aCell) fromRecords(ctx context.Context, o *Office, n int64) (from origin, ok bool, err error) {
	fact := payFacts[c.col]
	if fact == nil {
		return from, false, nil
	}
	who := facts.NguoiLaoDong{HoTen: d02lt.HoTen.Get(c.row), MaSoBHXH: d02lt.MaSoBHXH.Get(c.row), SoCCCD: d02lt.SoCCCD.Get(c.row), NgaySinh: facts.NgaySinh(d02lt.NgaySinh.Get(c.row))}
	p, err := o.store.Payroll(ctx, c.dossier.MaSoThue, c.dossier.Month)
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return from, false, err
	}
	if line := lineOf(p.Rows, who); line != nil && line.Luong.Known && fact(line.Luong) == n {
		return fromPayroll(c.dossier.Month, p.TenTep, line.Noi), true, nil
	}
	held, err := o.heldOf(ctx, c.dossier.MaSoThue, c.dossier.Month, who)
	if err != nil || held == nil || !held.Who.Luong.Known || fact(held.Who.Luong) != n {
		return from, false, err
	}
	return fromRoster(held.Who.TuThang, held.Source), true, nil
}

// lineOf is a person's line of a payroll, nil if it has none or they cannot be told
// apart.
func lineOf(rows []facts.DongLuong, who facts.NguoiLaoDong) *facts.DongLuong {
	people := make([]facts.NguoiLaoDong, len(rows))
	for i, r := range rows {
		people[i] = facts.NguoiLaoDong{HoTen: r.HoTen, MaSoBHXH: r.MaSoBHXH, SoCCCD: r.SoCCCD, NgaySinh: r.NgaySinh}
	}
	if i := newFinder(people).find(who); i >= 0 {
		return &rows[i]
	}
	return nil
}

// heldOf is how the roster holds a person at the end of a month, with its source; nil
// if it does not know them.
func (o *Office) heldOf(ctx context.Context, mst string, m law.Month, who facts.NguoiLaoDong) (*storage.Held, error) {
	roster, err := o.store.Roster(ctx, mst, m)
	if err != nil {
		return nil, err
	}
	i := newFinder(roster).find(who)
	if i < 0 {
		return nil, nil
	}
	return o.heldAt(ctx, roster[i].ID, m)
}

// heldAt is the last line of a person's history up to a month; nil if it begins later.
func (o *Office) heldAt(ctx context.Context, id string, m law.Month) (*storage.Held, error) {
	all, err := o.store.Held(ctx, id)
	if err != nil {
		return nil, err
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Who.TuThang <= m {
			return &all[i], nil
		}
	}
	return nil, nil
}

// due is what the month's contribution on a cell of pay depends on; ok is false for
// other cells, for a row from whose month on nothing is paid, and while month or pay are
// not known.
func (c *aCell) due() (in lawdong.Input, ok bool) {
	if !c.pays() || !d02lt.TuThang.Get(c.row).Valid() {
		return in, false
	}
	pay, ok := d02lt.Luong(c.row, c.book)
	abroad, _ := d02lt.NuocNgoai(c.row)
	in = lawdong.Input{Sach: c.book, Luong: pay, Thang: d02lt.TuThang.Get(c.row), Vung: d02lt.VungLTT.Get(c.row), NuocNgoai: abroad}
	if in.Vung == "" {
		in.Vung = c.dv.Vung
	}
	return in, ok
}

// pays reports whether the cell is pay of a row on which contributions are paid.
func (c *aCell) pays() bool {
	switch codes.Nhom(d02lt.PhuongAn.Get(c.row)) {
	case codes.NhomGiam, codes.NhomGiamTam:
		return false
	}
	return payFacts[c.col] != nil
}

// FindColumn finds a column of a form by its tag or its words, however the letters are
// written; "" if there is none.
func FindColumn(f *form.Form, table, name string) string {
	t := f.Table
	if table == "head" {
		t = f.Head
	} else if table != "" {
		t = f.Sub(table)
	}
	for _, c := range t.Columns() {
		if strings.EqualFold(c.Tag, name) || strings.EqualFold(c.Label, typed(name)) {
			return c.Tag
		}
	}
	return ""
}
