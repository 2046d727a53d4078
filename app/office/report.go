package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// Report is a workbook that can be asked for.
type Report struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Say  string `json:"message"` // what is in it

	file string
	tabs func(*reporter) ([]sheet.ReportTab, error)
}

// reports are all of them, in the order in which people are told them.
var reports = []Report{
	{"roster", "Danh sách người lao động", "mỗi người một dòng, như cuối tháng: số, hợp đồng, lương, căn cứ đóng, điều còn thiếu", "danh-sach", (*reporter).roster},
	{"history", "Quá trình tham gia", "mỗi lần đổi lương, chức danh, trạng thái một dòng, với phương án đã khai và nguồn; của một người thì thêm từng tháng", "qua-trinh", (*reporter).history},
	{"months", "Lao động, quỹ lương, tiền đóng theo tháng", "đầu kỳ, tăng, giảm, cuối kỳ; quỹ lương và tiền đóng từng quỹ; ai tăng, ai giảm", "theo-thang", (*reporter).months},
	{"claims", "Chế độ: chờ giải quyết, đã duyệt", "các đợt ốm đau, thai sản, dưỡng sức và kết quả", "che-do", (*reporter).claims},
	{"lacking", "Ai còn thiếu gì", "người thiếu dữ liệu để kê khai, hồ sơ nháp thiếu giấy tờ", "con-thieu", (*reporter).lacking},
}

// Reports lists what can be asked for.
func Reports() []Report { return slices.Clone(reports) }

// ErrNoReport: there is no such report.
var ErrNoReport = errors.New("no such report")

// ReportOrder is which report, and of what.
type ReportOrder struct {
	ID     string    // of Reports
	Month  law.Month // as it was at its end; of months, the last one
	From   law.Month // of months, the first one; zero: twelve months
	Person string    // of history, whose; "" is everybody's
	CSV    bool      // the first sheet as a text table, in place of a workbook
	PDF    bool      // on paper, in place of a workbook
}

// Report writes a report of the employer at hand. ErrNoReport for an unknown one.
func (o *Office) Report(ctx context.Context, in ReportOrder) (File, error) {
	i := slices.IndexFunc(reports, func(r Report) bool { return r.ID == in.ID })
	if i < 0 {
		return File{}, fmt.Errorf("report: %w", ErrNoReport)
	}
	fail := func(err error) (File, error) { return File{}, fmt.Errorf("report %s: %w", in.ID, err) }
	r := &reporter{ctx: ctx, o: o, in: in, people: map[string]bool{}}
	var err error
	if r.dv, err = o.Company(ctx); err != nil {
		return fail(err)
	}
	if r.book, err = o.LawBook(ctx); err != nil {
		return fail(err)
	}
	tabs, err := reports[i].tabs(r)
	if err != nil {
		return fail(err)
	}
	out := File{Name: reports[i].file + "-" + in.Month.ISO()}
	if r.ref != "" {
		out.Name += "-" + r.ref
	}
	switch {
	case in.CSV:
		out.Name += ".csv"
		out.Bytes, err = sheet.WriteCSV(tabs[0])
	case in.PDF:
		out.Name += ".pdf"
		out.Bytes, err = r.reportPDF(tabs)
	default:
		out.Name += ".xlsx"
		out.Bytes, err = sheet.WriteReport(tabs)
	}
	if err != nil {
		return fail(err)
	}
	return out, o.deed(ctx, storage.Deed{What: "baoCao.xuat", Ref: r.ref, People: len(r.people)})
}

// reporter makes the sheets of one report.
type reporter struct {
	ctx    context.Context
	o      *Office
	in     ReportOrder
	dv     facts.DonVi
	book   *law.Sach
	people map[string]bool // who is in it
	ref    string          // the one person whom it is about; "" for several
}

// tab is a sheet with the title that all have.
func (r *reporter) tab(name, title string, notes ...string) sheet.ReportTab {
	who := strings.Trim(r.dv.Ten+", mã số thuế "+r.dv.MaSoThue+", mã đơn vị "+r.dv.MaDonVi, ", ")
	return sheet.ReportTab{Name: name, Title: title, Notes: append([]string{who, "Lập ngày " + r.o.Today().String()}, notes...)}
}

// whoIs are the cells by which a person is known, those of whoCols.
func whoIs(n int, p facts.NguoiLaoDong) []any {
	return []any{int64(n), p.HoTen, p.MaSoBHXH, p.SoCCCD}
}

var whoCols = []sheet.ReportCol{{Head: "STT", Wide: 6}, {Head: "Họ và tên", Wide: 26}, {Head: "Mã số BHXH"}, {Head: "Số ĐDCN/CCCD", Wide: 16}}

// born is a date of birth as a day, or as the text that a part of one is.
func born(n facts.NgaySinh) any {
	if n.Full() {
		return law.Day(n)
	}
	return n.String()
}

// pay are the parts of a pay, none where nobody has said it.
func pay(l facts.Luong) []any {
	if !l.Known {
		return []any{nil, nil, nil, nil}
	}
	var coeff any
	if l.LaHeSo() {
		coeff = sheet.Fixed{N: l.HeSo, Places: 3}
	}
	return []any{l.MucLuong, l.PhuCap, l.BoSung, coeff}
}

var payCols = []sheet.ReportCol{{Head: "Mức lương", Sum: true}, {Head: "Phụ cấp lương", Sum: true}, {Head: "Các khoản bổ sung", Sum: true}, {Head: "Hệ số lương", Wide: 9}}
