package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/print"
	"ankhai/storage"
)

// workingName is the file of a dossier's bảng giải trình.
const workingName = "bang-giai-trinh.pdf"

// WorkingSheet is the bảng giải trình of a dossier, as PDF: every total of its forms and
// how it came about, what is due on the pay that it declares, what sending it later
// costs, and the figures and settings that were used. It is no form of the agency's and
// is not signed or sent.
func (o *Office) WorkingSheet(ctx context.Context, id string) (File, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return File{}, fmt.Errorf("print working of %s: %w", storage.Ref(id), err)
	}
	dv, err := o.store.DonVi(ctx, d.MaSoThue)
	if err != nil {
		return File{}, err
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return File{}, err
	}
	book, err := o.LawBookOf(ctx, d.MaSoThue)
	if err != nil {
		return File{}, err
	}
	w := newA4("Bảng giải trình", fmt.Sprintf("Hồ sơ %s, thủ tục %s, tháng %s, đợt %d. %s (%s). Lập ngày %s; không thuộc mẫu của cơ quan BHXH", id, d.Procedure, d.Month, d.Dot, dv.Ten, dv.MaSoThue, o.Today()))
	for _, doc := range docs {
		w.totals(doc)
		w.due(doc, dv, book)
	}
	if err := o.sources(ctx, w, d); err != nil {
		return File{}, err
	}
	if err := o.chosen(ctx, w, d.MaSoThue); err != nil {
		return File{}, err
	}
	pdf, err := print.PDF(&form.Doc{}, w.paper("giai-trinh", o.Today()), print.Options{Made: o.now().In(vietnam), Title: "Bảng giải trình " + id, Author: "AnKhai", Draft: d.State.Draft()})
	if err != nil {
		return File{}, fmt.Errorf("print working of %s: %w", storage.Ref(id), err)
	}
	return File{Name: workingName, Bytes: pdf}, o.deed(ctx, storage.Deed{What: "hoSo.in", Ref: id})
}

// totals writes the totals of a form with the rows that make them.
func (s *a4) totals(doc *form.Doc) {
	s.head(fmt.Sprintf("%s: %d dòng", doc.Form.ID, len(doc.Rows)))
	listed := map[*form.Column]bool{}
	for _, t := range doc.Form.Table.Totals {
		if t.Of != nil {
			listed[t.Of.Col()] = true
		}
		s.total(doc, t)
	}
	for _, c := range doc.Form.Table.Columns() {
		if c.Kind == form.KindMoney && !listed[c] {
			s.total(doc, form.Total{Tag: c.Tag, Head: "Cộng " + c.Label, If: form.Always, Of: c})
		}
	}
}

// total writes one total, by phương án where the form has that column. One that is
// nothing, or of which nobody has said anything, takes no line.
func (s *a4) total(doc *form.Doc, t form.Total) {
	one := *doc.Form.Table
	one.Totals = []form.Total{t}
	f := *doc.Form
	f.Table = &one
	sum := (&form.Doc{Form: &f, Rows: doc.Rows}).Sums()[0]
	known := !sum.Money || slices.ContainsFunc(doc.Rows, func(r form.Row) bool { return t.If.Test(r) && t.Of.Col().Known(r) })
	if sum.N == 0 && (sum.Unknown == 0 || !known) {
		return
	}
	unit := unitRows
	if sum.Money {
		unit = unitMoney
	}
	how := madeOf(doc, t, unit)
	if sum.Unknown > 0 {
		how += fmt.Sprintf("; chưa kể %d dòng chưa có số", sum.Unknown)
	}
	s.line(50, form.T(t.Head+": "), form.B(Amount(sum.N, unit)), form.T(how))
}

// madeOf tells a total as a sum over the phương án of its rows, "" for a form that has
// none.
func madeOf(doc *form.Doc, t form.Total, unit string) string {
	if doc.Form.Table.Column(d02lt.PhuongAn.Tag) != d02lt.PhuongAn.Col() {
		return ""
	}
	type part struct {
		pa   string
		rows int
		sum  int64
	}
	var parts []part
	for _, r := range doc.Rows {
		if !t.If.Test(r) || (t.Of != nil && !t.Of.Col().Known(r)) {
			continue
		}
		pa := d02lt.PhuongAn.Get(r)
		i := slices.IndexFunc(parts, func(p part) bool { return p.pa == pa })
		if i < 0 {
			i, parts = len(parts), append(parts, part{pa: pa})
		}
		parts[i].rows++
		if t.Of != nil {
			parts[i].sum += t.Of.Col().Get(r).N
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.pa, b.pa) })
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = fmt.Sprintf("%s (%s) %d dòng", cmp.Or(p.pa, "chưa rõ"), codes.PhuongAn.Label(p.pa), p.rows)
		if unit == unitMoney {
			out[i] += " " + law.VietSo(p.sum)
		}
	}
	return " = " + strings.Join(out, " + ")
}

// due writes what is due in the first month of each row on the pay that it declares,
// added up by fund, with the figures behind it.
func (s *a4) due(doc *form.Doc, dv facts.DonVi, book *law.Sach) {
	var sum lawdong.Parts
	var base int64
	rows, lacking := 0, 0
	figures := map[string]law.Value{}
	for i, r := range doc.Rows {
		c := aCell{dv: dv, doc: doc, row: r, col: d02lt.MucLuong.Col(), book: book, at: CellRef{Row: i}}
		if doc.Form.Table.Column(d02lt.MucLuong.Tag) != c.col || !c.pays() {
			continue
		}
		in, ok := c.due()
		if !ok {
			lacking++
			continue
		}
		res, err := lawdong.MucDong(in)
		if err != nil {
			lacking++
			continue
		}
		rows++
		base += res.CanCu
		add(&sum, res.Parts)
		for _, name := range []string{"muc-tham-chieu", "tran-bhxh-so-lan", "ty-le-huu-tri-don-vi", "ty-le-bhyt-don-vi", "ty-le-bhtn-don-vi"} {
			if v, ok := book.Get(name, in.Thang.First()); ok {
				figures[v.Name+v.From.ISO()] = v
			}
		}
	}
	if rows == 0 {
		return
	}
	s.head("Mức đóng một tháng trên tiền lương kê khai")
	s.line(50, form.T(fmt.Sprintf("%d dòng, căn cứ đóng %s đồng", rows, law.VietSo(base))))
	n, e := sum.NguoiLaoDong, sum.DonVi
	s.line(50, form.T("Người lao động: "), form.B(Amount(n.Tong, unitMoney)), form.T(fmt.Sprintf(" = hưu trí %s + BHYT %s + BHTN %s", law.VietSo(n.HuuTri), law.VietSo(n.BHYT), law.VietSo(n.BHTN))))
	s.line(50, form.T("Đơn vị: "), form.B(Amount(e.Tong, unitMoney)), form.T(fmt.Sprintf(" = hưu trí %s + ốm đau, thai sản %s + TNLĐ %s + BHYT %s + BHTN %s",
		law.VietSo(e.HuuTri), law.VietSo(e.OmDauThaiSan), law.VietSo(e.TNLD), law.VietSo(e.BHYT), law.VietSo(e.BHTN))))
	s.line(50, form.B("Cộng: "+Amount(n.Tong+e.Tong, unitMoney)))
	if lacking > 0 {
		s.line(50, form.T(fmt.Sprintf("– %d dòng chưa đủ dữ liệu, chưa tính", lacking)))
	}
	keys := make([]string, 0, len(figures))
	for k := range figures {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		v := figures[k]
		s.line(50, form.I(fmt.Sprintf("%s: %s, từ %s ", v.Title, Amount(v.Amount, v.Unit), v.From)).Sized(95), form.I("["+v.Basis+"]").Sized(95))
	}
}

func add(sum *lawdong.Parts, p lawdong.Parts) {
	n, d := &sum.NguoiLaoDong, &sum.DonVi
	n.HuuTri, n.BHYT, n.BHTN, n.Tong = n.HuuTri+p.NguoiLaoDong.HuuTri, n.BHYT+p.NguoiLaoDong.BHYT, n.BHTN+p.NguoiLaoDong.BHTN, n.Tong+p.NguoiLaoDong.Tong
	d.HuuTri, d.OmDauThaiSan, d.TNLD = d.HuuTri+p.DonVi.HuuTri, d.OmDauThaiSan+p.DonVi.OmDauThaiSan, d.TNLD+p.DonVi.TNLD
	d.BHYT, d.BHTN, d.Tong = d.BHYT+p.DonVi.BHYT, d.BHTN+p.DonVi.BHTN, d.Tong+p.DonVi.Tong
}

// sources writes which payroll stands behind the month, and what waiting costs.
func (o *Office) sources(ctx context.Context, s *a4, d storage.Dossier) error {
	p, err := o.store.Payroll(ctx, d.MaSoThue, d.Month)
	s.head("Nguồn và thời hạn")
	switch {
	case errors.Is(err, storage.ErrNotFound):
		s.line(50, form.T("Chưa nhập bảng lương tháng "+d.Month.String()+": số trong hồ sơ do người lập ghi"))
	case err != nil:
		return err
	default:
		s.line(50, form.T(fmt.Sprintf("Bảng lương tháng %s: %s, %d dòng, nhập %s", d.Month, p.TenTep, len(p.Rows), dayIn(p.At))))
	}
	if !d.State.Draft() {
		return nil
	}
	wait, err := o.WaitingCosts(ctx, d.ID)
	if err == nil && wait.Say != "" {
		s.line(50, form.T(wait.Say))
	}
	return err
}

// chosen writes how the employer reads what the law leaves open.
func (o *Office) chosen(ctx context.Context, s *a4, mst string) error {
	all, err := o.LawSettings(ctx, mst)
	if err != nil {
		return err
	}
	s.head("Điểm luật để ngỏ")
	for _, x := range all {
		s.line(50, form.T(x.Nhan+": "), form.I(SettingSay(x)))
	}
	return nil
}
