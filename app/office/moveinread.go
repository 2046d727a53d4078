package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/lichsu"
	"ankhai/forms/sheet"

	"golang.org/x/text/unicode/norm"
)

// readMoved reads one file. What is wrong with it is in its Say and in the problems;
// the error is that of the store, or the end of ctx.
func (o *Office) readMoved(ctx context.Context, mst string, f MoveInFile, m *moved, keep []string) (movedFile, []FileProblem, error) {
	sum := sha256.Sum256(f.Data)
	out := movedFile{SHA256: hex.EncodeToString(sum[:])}
	out.Name, out.Months = f.Name, []string{}
	if out.Hint, _ = monthOfName(f.Name); !out.Hint.Valid() {
		out.Hint = f.Month
	}
	if m.has(out) {
		out.State, out.Say = MovedBefore, "tệp này đã chuyển vào trước đây"
		return out, nil, nil
	}
	out.Name = m.nameFor(f.Name, out)
	r := movedReader{office: o, mst: mst, keep: keep, in: f, out: &out}
	read := r.workbook
	if kindOf(f.Data) == kindXML {
		read = r.xml
	}
	if err := read(ctx); err != nil {
		if ctx.Err() != nil {
			return out, nil, ctx.Err()
		}
		out.Say = Say(err)
	}
	if out.Say == "" && len(out.Dong) == 0 {
		out.Say = "Không dòng nào của tệp nói về người lao động."
	}
	if out.Say != "" {
		out.State, out.Dong, out.Of = MovedNot, nil, nil
		r.problems = slices.DeleteFunc(r.problems, func(p FileProblem) bool { return p.Level != form.Loi })
		return out, r.problems, nil
	}
	out.State, out.Lines = MovedNew, len(out.Dong)
	slices.SortFunc(out.Of, func(a, b movedOf) int { return int(a.Thang - b.Thang) })
	for _, of := range out.Of {
		out.Months = append(out.Months, of.Thang.ISO())
	}
	people := make([]facts.NguoiLaoDong, len(out.Dong))
	for i := range out.Dong {
		people[i] = out.Dong[i].NguoiLaoDong
	}
	err := o.dropSensitive(ctx, mst, people)
	for i := range people {
		out.Dong[i].NguoiLaoDong = people[i]
	}
	return out, r.problems, err
}

// movedReader is the reading of one file.
type movedReader struct {
	office   *Office
	mst      string
	keep     []string
	in       MoveInFile
	out      *movedFile
	problems []FileProblem
}

// of notes a month that the file is of.
func (r *movedReader) of(m law.Month, payroll bool) {
	if !m.Valid() {
		return
	}
	for i := range r.out.Of {
		if x := &r.out.Of[i]; x.Thang == m {
			x.Bang = x.Bang || payroll
			return
		}
	}
	r.out.Of = append(r.out.Of, movedOf{m, payroll})
}

// workbook reads lists of changes and payrolls, of one month or several.
func (r *movedReader) workbook(ctx context.Context) error {
	all, data, err := readSheet(ctx, r.in.Data, sheet.Options{Name: r.in.Name})
	if err != nil {
		return err
	}
	months := map[law.Month]bool{}
	for _, s := range all.Sheets {
		if m := r.monthOf(s); s.Used && s.Rows > 0 && (s.Month.Valid() || s.Num != 0) && m.Valid() {
			months[m] = true
		}
	}
	if len(months) < 2 {
		r.book(all, func(sheet.SheetInfo) bool { return true })
		return nil
	}
	// Each month is a payroll of its own: who stands in two of them does not stand twice.
	for m := range months {
		one, err := sheet.Read(ctx, data, sheet.Options{Name: r.in.Name, Month: m})
		if err != nil {
			return err
		}
		r.book(one, func(s sheet.SheetInfo) bool { return r.monthOf(s) == m })
	}
	slices.SortStableFunc(r.out.Dong, func(a, b movedLine) int { return int(a.Tu - b.Tu) })
	r.book(all, func(s sheet.SheetInfo) bool { return !months[r.monthOf(s)] })
	return nil
}

// book takes the lines of the sheets that are meant.
func (r *movedReader) book(b *sheet.Book, mean func(sheet.SheetInfo) bool) {
	type told struct {
		month   law.Month
		changes bool // a list of changes, not a payroll
	}
	of := map[string]told{}
	for _, s := range b.Sheets {
		if !s.Used || !mean(s) {
			continue
		}
		if r.out.Kind == "" {
			r.out.Kind = s.Layout
		}
		t := told{month: r.monthOf(s), changes: s.Layout == "L1" || s.Layout == "L2" || s.Layout == "L3" || s.Layout == "CONG-45"}
		for _, d := range b.Rows {
			t.changes = t.changes || d.Noi.Sheet == s.Name && d.PhuongAn != ""
		}
		of[s.Name] = t
		if s.Rows > 0 {
			r.of(t.month, !t.changes)
		}
	}
	for _, d := range b.Rows {
		t, ok := of[d.Noi.Sheet]
		if !ok {
			continue
		}
		l := movedLine{Noi: d.Noi.String(), Loai: lichsu.TrongBang, Tu: t.month, NguoiLaoDong: fromPayrollLine(d)}
		if d.TuThang.Valid() {
			l.Tu, l.Den = d.TuThang, d.DenThang
		}
		switch {
		case d.PhuongAn != "":
			l.Loai, l.PhuongAn = lichsu.KhaiPhuongAn, d.PhuongAn
		case t.changes:
			l.Loai, l.Tu, l.Den = lichsu.NhanThan, 0, 0
		}
		r.out.Dong = append(r.out.Dong, l)
	}
	for _, p := range b.Problems {
		if _, ok := of[p.Sheet]; ok || len(b.Rows) == 0 {
			r.problems = append(r.problems, FileProblem{r.out.Name, p})
		}
	}
}

// monthOf is the month of a sheet: its own title's, completed by the file's name where
// that alone names a year, else the file's, else what the person said.
func (r *movedReader) monthOf(s sheet.SheetInfo) law.Month {
	byName, year := monthOfName(r.in.Name)
	switch {
	case s.Month.Valid():
		return s.Month
	case s.Num != 0 && year != 0:
		return law.MonthOf(year, s.Num)
	case s.Num != 0 && r.in.Month.Valid() && r.in.Month.Num() != s.Num:
		return 0
	case byName.Valid():
		return byName
	}
	return r.in.Month
}

var (
	nameYearMonth = regexp.MustCompile(`(?:^|\D)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?:\D|$)`)
	nameMonthYear = regexp.MustCompile(`(?:^|[^\pL\d]|(?:^|\PL)[tT]|(?i:thang|tháng))(0?[1-9]|1[0-2])[-_. ]?(20\d\d)(?:\D|$)`) // the 02 of D02 is no month
	nameYear      = regexp.MustCompile(`(?:^|\D)(20\d\d)(?:\D|$)`)
)

// monthOfName reads the month, or the year alone, that the name of a file ends to:
// "tang-2024-05.xlsx", "luong T05.2024.xlsx", "luong 2024.xlsx".
func monthOfName(name string) (m law.Month, year int) {
	name = norm.NFC.String(name)
	number := func(s string) int { n, _ := strconv.Atoi(s); return n } // digits only
	if x := nameYearMonth.FindStringSubmatch(name); x != nil {
		return law.MonthOf(number(x[1]), number(x[2])), number(x[1])
	}
	if x := nameMonthYear.FindStringSubmatch(name); x != nil {
		return law.MonthOf(number(x[2]), number(x[1])), number(x[2])
	}
	if x := nameYear.FindStringSubmatch(name); x != nil {
		year = number(x[1])
	}
	return 0, year
}

// fromPayrollLine is the person of a line.
func fromPayrollLine(d facts.DongLuong) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		MaNV: d.MaNV, HoTen: d.HoTen, MaSoBHXH: d.MaSoBHXH, SoCCCD: d.SoCCCD, NgaySinh: d.NgaySinh, GioiTinh: d.GioiTinh, QuocTich: d.QuocTich,
		DanToc: d.DanToc, DienThoai: d.DienThoai, Email: d.Email, DiaChi: d.DiaChi, MaXa: d.MaXa, MaTinh: d.MaTinh, MaKCB: d.MaKCB,
		PhongBan: d.PhongBan, ChucDanh: d.ChucDanh, NoiLamViec: d.NoiLamViec, HopDong: d.HopDong, Luong: d.Luong, Vung: d.Vung,
	}
}

// knownPhuongAn reports whether a phương án is in the list.
func knownPhuongAn(pa string) bool { return codes.PhuongAn.Has(pa) }
