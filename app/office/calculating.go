package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/print"
)

// ErrNoCalculator: no calculator has this name.
var ErrNoCalculator = errors.New("no such calculator")

// Calculate answers a calculator from a JSON object of answers, with the user's
// figures on top. law.LoiVaos are faults of the answers, *law.ChuaBiet names a
// figure that is not known.
func (o *Office) Calculate(ctx context.Context, name string, answers []byte) (law.KetQuaTinh, error) {
	m, ok := law.TimMayTinh(name)
	if !ok {
		return law.KetQuaTinh{}, fmt.Errorf("calculate %s: %w", name, ErrNoCalculator)
	}
	book, err := o.LawBook(ctx)
	if err != nil {
		return law.KetQuaTinh{}, err
	}
	return m.TinhJSON(answers, book)
}

// CalculationSheet is a result with its answers and working on paper, as PDF.
func (o *Office) CalculationSheet(ctx context.Context, name string, answers []byte) (File, error) {
	res, err := o.Calculate(ctx, name, answers)
	if err != nil {
		return File{}, err
	}
	m, _ := law.TimMayTinh(name)
	made := o.now().In(vietnam)
	pdf, err := print.PDF(&form.Doc{}, sheetOf(m, answers, res, o.Today()), print.Options{Made: made, Title: m.TieuDe, Author: "AnKhai"})
	if err != nil {
		return File{}, fmt.Errorf("print calculation %s: %w", name, err)
	}
	return File{Name: name + ".pdf", Bytes: pdf}, nil
}

// sheetOf lays a result out on A4: what was asked, what came out, how.
func sheetOf(m law.MayTinh, answers []byte, r law.KetQuaTinh, today law.Day) *form.Paper {
	w := newA4(m.TieuDe, "Tính ngày "+today.String()+". Căn cứ: "+m.CanCu)
	w.head("Dữ liệu")
	for _, l := range toldAnswers(m.Hoi, answers) {
		w.line(50, form.T(l[0]+": "), form.B(l[1]))
	}
	w.head("Kết quả")
	for _, p := range r.Parts {
		w.line(50, form.T(p.Nhan+": "), form.B(Amount(p.GiaTri, p.DonVi)))
	}
	w.line(50, form.B("Cộng: "+Amount(r.Total, r.Unit)).Sized(130))
	w.head("Cách tính")
	w.steps(r.Working, 0)
	w.notes(r.Warnings)
	if m.GhiChu != "" {
		w.line(50, form.I(m.GhiChu))
	}
	return w.paper(m.Ten, today)
}

// toldAnswers tells the answers as a person reads them: label and value.
func toldAnswers(hoi []law.CauHoi, answers []byte) (out [][2]string) {
	var raw map[string]json.RawMessage
	if json.Unmarshal(answers, &raw) != nil {
		return nil
	}
	for _, h := range hoi {
		r, ok := raw[h.Ten]
		if !ok {
			continue
		}
		if h.Loai != law.DanhSach {
			out = append(out, [2]string{h.Nhan, toldAnswer(h, r)})
			continue
		}
		var rows []map[string]json.RawMessage
		if json.Unmarshal(r, &rows) != nil {
			continue
		}
		for i, row := range rows {
			var cells []string
			for _, c := range h.Cot {
				if v, ok := row[c.Ten]; ok {
					cells = append(cells, c.Nhan+" "+toldAnswer(c, v))
				}
			}
			out = append(out, [2]string{fmt.Sprintf("%s, dòng %d", h.Nhan, i+1), strings.Join(cells, "; ")})
		}
	}
	return out
}

func toldAnswer(h law.CauHoi, r json.RawMessage) string {
	s := strings.Trim(string(r), `"`)
	switch h.Loai {
	case law.Tien, law.So:
		if n, ok := form.ParseMoney(s); ok {
			return strings.TrimSpace(law.VietSo(n) + " " + h.DonVi)
		}
	case law.NgayHoi:
		if d, ok := law.ParseDay(s); ok {
			return d.String()
		}
	case law.ThangHoi:
		if m, ok := law.ParseMonth(s); ok {
			return m.String()
		}
	case law.CoKhong:
		return map[string]string{"true": "có", "false": "không"}[s]
	case law.Chon:
		for _, c := range h.Chon {
			if c.Ma == s {
				return c.Nhan
			}
		}
	}
	return strings.TrimSpace(strings.Replace(s, ".", ",", 1) + " " + h.DonVi)
}

// HalfDays is the unit of days that are counted in halves: 5 is 2,5 days.
const HalfDays = law.DonViNuaNgay

// Amount writes a number of a result with its unit as a person reads it.
func Amount(n int64, unit string) string {
	switch unit {
	case "yyyymm":
		return law.Month(n).String()
	case HalfDays:
		return law.VietNua(n) + " ngày"
	case "yyyymmdd":
		return law.Day(n).String()
	case unitRate:
		return law.VietTyLe(n)
	case unitCoeff:
		return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%s,%03d", law.VietSo(n/1000), n%1000), "0"), ",")
	case "":
		return law.VietSo(n)
	case "tháng tuổi":
		if n%12 == 0 {
			return fmt.Sprintf("%d tuổi", n/12)
		}
		return fmt.Sprintf("%d tuổi %d tháng", n/12, n%12)
	}
	return law.VietSo(n) + " " + unit
}
