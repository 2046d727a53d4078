package office

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/services"
	"ankhai/storage"
)

// Origin says in a few words where the answer of a cell came from: «từ danh sách người
// lao động», «theo luật: …», «nhập tay lúc …». "" for a cell without an answer, and
// where it is not certain. Row counts from 0; table is "" for the rows, "head", or a
// sub-table's tag.
func (o *Office) Origin(ctx context.Context, id, formID, table string, row int, tag string) (string, error) {
	fail := func(err error) (string, error) {
		return "", fmt.Errorf("origin of %s in row %d of %s: %w", tag, row+1, formID, err)
	}
	doc, err := o.store.Doc(ctx, id, formID)
	if err != nil {
		return fail(err)
	}
	c, rows := columnOf(doc.Form, table, tag), rowsOf(doc, table)
	if c == nil || row < 0 || row >= len(rows) || c.Get(rows[row]).A != form.Known {
		return "", nil
	}
	touch, touched, err := o.store.LastTouch(ctx, id, formID, table, row, tag)
	if err != nil {
		return fail(err)
	}
	switch {
	case touched && touch.From == "" && touch.Row: // a row of before sources were kept
		return "", nil
	case touched && (touch.From == "" || touch.From == srcTyped):
		return "nhập tay lúc " + touch.At.In(vietnam).Format("15:04 02/01/2006"), nil
	case !touched:
		from, err := o.store.Sources(ctx, id, formID)
		if err != nil {
			return fail(err)
		}
		touch.From = from.Of(table, tag)
	}
	if touch.From != srcRecords {
		return sayOrigin(touch.From), nil
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	said, err := o.recorded(ctx, d, tableOf(doc.Form, table), rows[row], c)
	if err != nil {
		return fail(err)
	}
	return said, nil
}

// sayOrigin puts a source into words, "" for one that nobody knows.
func sayOrigin(source string) string {
	kind, what, _ := strings.Cut(source, ":")
	switch kind + ":" {
	case srcCase:
		if c, ok := caseNamed(what); ok {
			return "theo trường hợp " + what + " " + c.Ten
		}
		return "theo trường hợp " + what
	case srcLaw:
		return "theo luật: " + what
	case srcHouse:
		return "từ hộ gia đình đã khai ở hồ sơ " + what
	case srcCopy:
		return "chép từ hồ sơ " + what
	}
	return map[string]string{
		srcRoster: "từ danh sách người lao động", srcEmployer: "từ thông tin đơn vị", srcProposal: "từ đề xuất so bảng lương với danh sách",
		srcTimes: "từ bảng chấm công của tháng", srcPeriod: "theo kỳ kê khai của hồ sơ", srcToday: "ngày lập hồ sơ", srcFile: "từ tệp đã nhập",
	}[source]
}

func caseNamed(id string) (services.TruongHop, bool) {
	service, _, _ := strings.Cut(id, ".")
	_, c, err := serviceAndCase(service, id)
	return c, err == nil
}

// recorded looks for the record that has what stands in a cell: the payroll of the
// dossier's month, then the roster, then what the employer said of all its people.
func (o *Office) recorded(ctx context.Context, d storage.Dossier, t *form.Table, row form.Row, c *form.Column) (string, error) {
	who, v := personIn(t, row), c.Get(row)
	line, err := o.payrollLine(ctx, d.MaSoThue, d.Month, who)
	if err != nil {
		return "", err
	}
	if line != nil && says(payroll.Open([]facts.DongLuong{*line}, d.Month)[0], c, v) {
		return fmt.Sprintf("từ bảng lương tháng %s, dòng của ô %s", d.Month, line.Noi), nil
	}
	roster, err := o.store.Roster(ctx, d.MaSoThue, d.Month)
	if err != nil {
		return "", err
	}
	i := newFinder(roster).find(who)
	if i < 0 {
		return "", nil
	}
	if says(roster[i], c, v) {
		return sayOrigin(srcRoster), nil
	}
	dv, err := o.store.DonVi(ctx, d.MaSoThue)
	if err != nil {
		return "", err
	}
	if says(atWork(dv, roster[i]), c, v) {
		return sayOrigin(srcEmployer), nil
	}
	return "", nil
}

// payrollLine is a person's line of a month's payroll, nil if there is none, or more
// than one person may be meant.
func (o *Office) payrollLine(ctx context.Context, mst string, m law.Month, who facts.NguoiLaoDong) (*facts.DongLuong, error) {
	p, err := o.store.Payroll(ctx, mst, m)
	if errors.Is(err, storage.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	people := make([]facts.NguoiLaoDong, len(p.Rows))
	for i, r := range p.Rows {
		people[i] = facts.NguoiLaoDong{HoTen: r.HoTen, MaSoBHXH: r.MaSoBHXH, SoCCCD: r.SoCCCD, NgaySinh: r.NgaySinh}
	}
	if i := newFinder(people).find(who); i >= 0 {
		return &p.Rows[i], nil
	}
	return nil, nil
}

// says reports whether a record of a person has what stands in a cell.
func says(p facts.NguoiLaoDong, c *form.Column, v form.Value) bool {
	if text := ofPerson(p)[c.Tag]; text != "" {
		known, _, ok := c.Parse(text)
		return ok && known == v
	}
	line := d02lt.Dong(p, "", 0, 0, "")
	k := d02lt.D366.Table.Column(c.Tag)
	return k == c && paidIn(k) && k.Get(line) == v
}

// paidIn reports whether a column of D02-LT holds pay, or the region of its minimum.
func paidIn(c *form.Column) bool {
	switch c.Kind {
	case form.KindMoney, form.KindDecimal, form.KindRate:
		return true
	}
	return c == d02lt.VungLTT.Col()
}
