package office

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/storage"
)

// Figure is a number of the overview that answers «vì sao?».
type Figure string

// The figures that can be explained.
const (
	PhaiDong Figure = "phaiDong" // contributions due for the month
	QuyLuong Figure = "quyLuong" // pay on which they are due
	VuotTran Figure = "vuotTran" // people whose pay is above the ceiling

	QuyBangLuong Figure = "quyBangLuong" // the fund of a month's payroll, as the chart shows it
)

// ErrNoFigure: no figure of the overview has this name.
var ErrNoFigure = errors.New("no such figure")

// Why is the working behind a figure: one step for each person, whose own steps
// WhyPerson tells. A person who could not be counted is among the warnings.
type Why struct {
	law.KetQuaTinh
	People []string // IDs, in the order of the steps
}

// Why explains a figure of a month's overview. Its total is the figure: both are
// reckoned from the same people by the same dong.Contributions.
func (o *Office) Why(ctx context.Context, month law.Month, f Figure) (Why, error) {
	if !slices.Contains([]Figure{PhaiDong, QuyLuong, VuotTran, QuyBangLuong}, f) {
		return Why{}, fmt.Errorf("explain %s: %w", f, ErrNoFigure)
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return Why{}, err
	}
	book, err := o.LawBookOf(ctx, dv.MaSoThue)
	if err != nil {
		return Why{}, err
	}
	if f == QuyBangLuong {
		return o.whyPayroll(ctx, dv.MaSoThue, month, book)
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, month)
	if err != nil {
		return Why{}, err
	}
	w := whyTally{month: month, figure: f, top: ceiling(book, month)}
	for _, p := range roster {
		if p.TrangThai == facts.DangDong {
			w.add(dv, p, book)
		}
	}
	return w.told(), nil
}

// WhyPerson is one person's part of the month's contributions, step by step.
func (o *Office) WhyPerson(ctx context.Context, month law.Month, id string) ([]law.Buoc, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, month)
	if err != nil {
		return nil, err
	}
	book, err := o.LawBook(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range roster {
		if p.ID != id {
			continue
		}
		in, ok := dueOf(dv, p, month, book)
		if !ok {
			break
		}
		res, err := lawdong.Contributions(in)
		return res.Working, err
	}
	return nil, fmt.Errorf("explain contributions of %s: %w", id, storage.ErrNotFound)
}

// dueOf is what a person's contribution of a month depends on; ok is false while
// the pay is not known.
func dueOf(dv facts.DonVi, p facts.NguoiLaoDong, month law.Month, book *law.Sach) (in lawdong.Input, ok bool) {
	if !p.Luong.Known {
		return lawdong.Input{}, false
	}
	vung := p.Vung
	if vung == "" {
		vung = dv.Vung
	}
	return lawdong.Input{
		Sach: book, Luong: p.Luong.ThanhTien(book.So("muc-tham-chieu", month.Last())), Thang: month, Vung: vung,
		NuocNgoai: p.QuocTich != "" && p.QuocTich != "VN",
	}, true
}

// whyTally adds a figure up, person by person.
type whyTally struct {
	month  law.Month
	figure Figure
	top    int64 // the ceiling
	out    Why
	noPay  int
	over   int
	fund   int64
	due    lawdong.Parts
}

func (w *whyTally) add(dv facts.DonVi, p facts.NguoiLaoDong, book *law.Sach) {
	in, ok := dueOf(dv, p, w.month, book)
	if !ok {
		w.noPay++
		return
	}
	above := w.top > 0 && in.Luong > w.top
	if above {
		w.over++
	}
	if w.figure == VuotTran {
		if above {
			w.step(p, in.Luong, fmt.Sprintf("tiền lương %s cao hơn trần %s", law.VietSo(in.Luong), law.VietSo(w.top)))
		}
		return
	}
	res, err := lawdong.MucDong(in)
	if err != nil {
		w.out.Warnings = append(w.out.Warnings, fmt.Sprintf("%s: %v, chưa tính vào số này", p.HoTen, err))
		return
	}
	w.fund += res.CanCu
	w.due.NguoiLaoDong.Tong += res.Parts.NguoiLaoDong.Tong
	w.due.DonVi.Tong += res.Parts.DonVi.Tong
	if w.figure == QuyLuong {
		w.step(p, res.CanCu, fmt.Sprintf("tiền lương %s, căn cứ đóng %s", law.VietSo(in.Luong), law.VietSo(res.CanCu)))
		return
	}
	w.step(p, res.Total, fmt.Sprintf("căn cứ đóng %s: người lao động %s + đơn vị %s = %s", law.VietSo(res.CanCu),
		law.VietSo(res.Parts.NguoiLaoDong.Tong), law.VietSo(res.Parts.DonVi.Tong), law.VietSo(res.Total)))
}

func (w *whyTally) step(p facts.NguoiLaoDong, n int64, how string) {
	w.out.People = append(w.out.People, p.ID)
	w.out.Working = append(w.out.Working, law.Buoc{Nhan: p.HoTen, KetQua: n, CongThuc: how, CanCu: lawdong.DongThang.CanCu})
}

// told gives the total with its parts, and who was left out.
func (w *whyTally) told() Why {
	part := func(key, label string, n int64, unit string) law.PhanKQ {
		return law.PhanKQ{Ten: key, Nhan: label, GiaTri: n, DonVi: unit}
	}
	const dong, nguoi = unitMoney, unitPeople
	w.out.Unit = dong
	switch w.figure {
	case PhaiDong:
		w.out.Total = w.due.NguoiLaoDong.Tong + w.due.DonVi.Tong
		w.out.Parts = []law.PhanKQ{part("nguoiLaoDong", "Người lao động đóng", w.due.NguoiLaoDong.Tong, dong), part("donVi", "Đơn vị đóng", w.due.DonVi.Tong, dong),
			part("hanDong", "Hạn đóng hằng tháng", int64(w.month.Add(1).Last()), "yyyymmdd")}
	case QuyLuong:
		w.out.Total = w.fund
		w.out.Parts = []law.PhanKQ{part("tran", "Trần một người", w.top, dong), part(string(VuotTran), "Người vượt trần", int64(w.over), nguoi)}
	case VuotTran:
		w.out.Total, w.out.Unit = int64(w.over), nguoi
		w.out.Parts = []law.PhanKQ{part("tran", "Trần một người", w.top, dong)}
	}
	if w.noPay > 0 {
		w.out.Warnings = append(w.out.Warnings, fmt.Sprintf("%d người chưa có mức lương, chưa tính vào số này", w.noPay))
	}
	return w.out
}

// whyPayroll adds up the fund of a payroll that was taken in: each line's pay, cut to
// the ceiling, as the chart of twelve months has it.
func (o *Office) whyPayroll(ctx context.Context, mst string, month law.Month, book *law.Sach) (Why, error) {
	p, err := o.store.Payroll(ctx, mst, month)
	if err != nil {
		return Why{}, err
	}
	var w Why
	w.Unit, w.Parts, w.Warnings = unitMoney, []law.PhanKQ{{Ten: "tran", Nhan: "Trần một người", GiaTri: ceiling(book, month), DonVi: unitMoney}}, []string{}
	unknown := 0
	for _, r := range p.Rows {
		n, ok := chartPay(r, month, book)
		if !ok {
			unknown++
			continue
		}
		how := "tiền lương " + law.VietSo(r.Luong.Tong())
		if n < r.Luong.Tong() {
			how += fmt.Sprintf(" vượt trần, lấy %s", law.VietSo(n))
		}
		w.Total += n
		w.Working = append(w.Working, law.Buoc{Nhan: r.HoTen, KetQua: n, CongThuc: how, CanCu: fromPayroll(month, p.TenTep, r.Noi).where})
	}
	if unknown > 0 {
		w.Warnings = append(w.Warnings, fmt.Sprintf("%d dòng chưa có mức lương bằng đồng, chưa tính vào số này", unknown))
	}
	return w, nil
}

// chartPay is what a line of a payroll adds to the fund of the chart; ok is false where
// it does not say a pay in đồng.
func chartPay(r facts.DongLuong, m law.Month, book *law.Sach) (n int64, ok bool) {
	if !r.Luong.Known || r.Luong.Tong() <= 0 {
		return 0, false
	}
	return min(r.Luong.Tong(), ceiling(book, m)), true
}
