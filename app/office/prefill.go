package office

import (
	"context"
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Prefilled is what a person's record answers of a calculator's questions, and what
// it cannot answer, each with the reason.
type Prefilled struct {
	Person  facts.NguoiLaoDong
	Known   map[string]any // by the question's name, as Calculate reads it
	Missing []string       // "Số tháng đóng …: danh sách chỉ có từ tháng 10/2026"
}

// Prefill answers what it can of a calculator's questions from a person's dated
// history, as it stood before a day. What the history does not hold is named, not
// guessed: it begins with the first payroll that was taken in.
func (o *Office) Prefill(ctx context.Context, name, person string, on law.Day) (Prefilled, error) {
	m, ok := law.TimMayTinh(name)
	if !ok {
		return Prefilled{}, fmt.Errorf("prefill %s: %w", name, ErrNoCalculator)
	}
	past, err := o.store.History(ctx, person)
	if err != nil {
		return Prefilled{}, err
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return Prefilled{}, err
	}
	told, err := o.store.Benefits(ctx, person)
	if err != nil {
		return Prefilled{}, err
	}
	career, err := o.store.Career(ctx, person)
	if err != nil {
		return Prefilled{}, err
	}
	r := record{past: past, dv: dv, on: on, muc: law.MucThamChieu(on), asked: m.Ten, used: usageOf(told)}
	r.work = r.worked(career)
	out := Prefilled{Known: map[string]any{}}
	if len(past) > 0 {
		out.Person = past[len(past)-1]
	}
	for _, h := range m.Hoi {
		known, why := r.answer(h)
		switch {
		case known != nil:
			out.Known[h.Ten] = known
		case why != "" && h.Can:
			out.Missing = append(out.Missing, h.Nhan+": "+why)
		}
	}
	return out, nil
}

// record is a person's history before a day.
type record struct {
	past []facts.NguoiLaoDong // oldest first
	dv   facts.DonVi
	on   law.Day
	muc  int64 // mức tham chiếu of the day, for pay by coefficients

	asked string // the calculator
	used  usage
	work  Worked
}

// at is the line that holds in a month; ok is false before the first, and in a gap.
func (r record) at(m law.Month) (p facts.NguoiLaoDong, ok bool) {
	for _, line := range r.past {
		if line.TuThang <= m {
			p, ok = line, line.TrangThai != facts.ChuaRo
		}
	}
	return p, ok
}

// paid is the pay of a month in which contributions were due, 0 if there were none
// or the pay is not known.
func (r record) paid(m law.Month) int64 {
	p, ok := r.at(m)
	if !ok || p.TrangThai != facts.DangDong || !p.Luong.Known {
		return 0
	}
	return p.Luong.ThanhTien(r.muc)
}

// answer answers one question; why is the reason where the record should know and
// does not.
func (r record) answer(h law.CauHoi) (known any, why string) {
	if len(r.past) == 0 {
		return nil, "chưa có quá trình của người này"
	}
	last := r.past[len(r.past)-1]
	before := r.on.Month().Add(-1)
	switch h.Ten {
	case "luong":
		if n := r.paid(before); n > 0 {
			return fmt.Sprint(n), ""
		}
		if n := r.paid(r.on.Month()); n > 0 && before < r.past[0].TuThang {
			return fmt.Sprint(n), ""
		}
		return nil, "chưa biết tiền lương tháng " + before.String()
	case "luongThang":
		if rows := r.months(before); len(rows) > 0 {
			return rows, ""
		}
		return nil, "chưa biết tiền lương các tháng trước " + r.on.Month().String()
	case "thangDong12":
		return r.count(12)
	case "thangDong24":
		return r.count(24)
	case "vung":
		vung := last.Vung
		if vung == "" {
			vung = r.dv.Vung
		}
		if vung != "" {
			return vung, ""
		}
		return nil, "chưa ghi vùng lương tối thiểu"
	case "gioiTinh":
		if s := map[facts.GioiTinh]string{facts.Nam: "nam", facts.Nu: "nu"}[last.GioiTinh]; s != "" {
			return s, ""
		}
		return nil, "chưa ghi giới tính"
	case "thangSinh":
		if m := last.NgaySinh.Day().Month(); m != 0 {
			return m.ISO(), ""
		}
		return nil, "chưa ghi ngày sinh"
	case "nuocNgoai":
		if last.QuocTich != "" && last.QuocTich != "VN" {
			return true, ""
		}
		return nil, ""
	case "nhom":
		if last.QuocTich != "" && last.QuocTich != "VN" {
			return "nn", ""
		}
		return nil, "danh sách không ghi đối tượng; người làm theo hợp đồng lao động là a"
	}
	if known, why, ok := r.ofBenefits(h); ok {
		return known, why
	}
	if h.Can {
		return nil, "trả lời theo hồ sơ"
	}
	return nil, ""
}

// months are the nearest six months with contributions up to one.
func (r record) months(to law.Month) (out []map[string]any) {
	for m := to; m >= r.past[0].TuThang && len(out) < 6; m = m.Add(-1) {
		if n := r.paid(m); n > 0 {
			out = append([]map[string]any{{"thang": m.ISO(), "luong": fmt.Sprint(n)}}, out...)
		}
	}
	return out
}

// count is how many of the last n months had contributions; only where the history
// reaches back so far.
func (r record) count(n int) (known any, why string) {
	first := r.on.Month().Add(-n)
	if r.past[0].TuThang > first {
		return nil, "danh sách chỉ có từ tháng " + r.past[0].TuThang.String() + "; xem sổ BHXH"
	}
	paid := 0
	for m := first; m < r.on.Month(); m = m.Add(1) {
		if r.paid(m) > 0 {
			paid++
		}
	}
	return fmt.Sprint(paid), ""
}
