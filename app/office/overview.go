package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// Overview gathers the first screen for a month: what is to be done and why,
// heads and fund, what is due, what is missing.
func (o *Office) Overview(ctx context.Context, month law.Month) (Overview, error) {
	v := Overview{Month: month, HanDong: month.Add(1).Last()}
	dv, err := o.Company(ctx)
	if err != nil {
		return v, err
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, month)
	if err != nil {
		return v, err
	}
	book, err := o.LawBook(ctx)
	if err != nil {
		return v, err
	}
	v.ThamChieu, v.Tran = book.So("muc-tham-chieu", month.Last()), ceiling(book, month)
	v.count(dv, roster, month, book)
	all, err := o.Dossiers(ctx)
	if err != nil {
		return v, err
	}
	v.countStates(all, month)
	if v.Months, err = o.twelve(ctx, dv.MaSoThue, month, book); err != nil {
		return v, err
	}
	if v.ChuaDoc, err = o.Unread(ctx, dv.MaSoThue); err != nil {
		return v, err
	}
	certificates, err := o.todoOfCertificates(ctx, dv.MaSoThue)
	if err != nil {
		return v, err
	}
	v.Todo = append(append(o.todoOfKeys(dv), certificates...), todoOfDossiers(all)...)
	v.Todo = append(v.Todo, todoOfInbox(v.ChuaDoc)...)
	return v, o.todoOfMonth(ctx, &v, all)
}

func (v *Overview) count(dv facts.DonVi, roster []facts.NguoiLaoDong, month law.Month, book *law.Sach) {
	for _, p := range roster {
		if p.TrangThai == facts.DaNghi {
			continue
		}
		v.DangCo++
		v.missing(p)
		if p.TrangThai != facts.DangDong {
			continue
		}
		v.DangDong++
		in, ok := dueOf(dv, p, month, book)
		if !ok {
			continue
		}
		if v.Tran > 0 && in.Luong > v.Tran {
			v.VuotTran++
		}
		due, err := lawdong.MucDong(in)
		if err != nil {
			continue // what is not known is named under «thiếu dữ liệu»
		}
		v.QuyLuong += due.CanCu
		v.PhaiDong += due.Total
	}
}

// ceiling is the highest pay on which BHXH is paid in a month; 0 means not known.
func ceiling(book *law.Sach, m law.Month) int64 {
	return book.So("tran-bhxh-so-lan", m.First()) * book.So("muc-tham-chieu", m.First())
}

func (v *Overview) missing(p facts.NguoiLaoDong) {
	for _, m := range []struct {
		yes bool
		n   *int
	}{
		{p.MaSoBHXH == "", &v.ThieuMaSo}, {p.SoCCCD == "", &v.ThieuCCCD},
		{p.ChucDanh == "", &v.ThieuChucDanh}, {!p.Luong.Known, &v.ThieuLuong},
	} {
		if m.yes {
			*m.n++
		}
	}
	if len(Missing(p)) > 0 {
		v.Thieu++
	}
}

// shown are the states of the first screen's list, in order.
var shown = []storage.State{
	storage.Nhap, storage.DaKiem, storage.DaKy, storage.ChoGui, storage.DangGui, storage.NghiVan, storage.DaGui,
	storage.TiepNhan, storage.DangGiaiQuyet, storage.CoKetQua, storage.TraLai,
}

func (v *Overview) countStates(all []DossierView, month law.Month) {
	n := map[storage.State]int{}
	for _, d := range all {
		if d.Month == month {
			n[d.State]++
		}
	}
	for _, s := range shown {
		if n[s] > 0 {
			v.ByState = append(v.ByState, StateCount{State: s, Say: s.Say(), N: n[s]})
		}
	}
}

// twelve is the chart: the payrolls that were taken in, month by month.
func (o *Office) twelve(ctx context.Context, mst string, month law.Month, book *law.Sach) ([]MonthFigure, error) {
	have, err := o.store.Payrolls(ctx, mst)
	if err != nil {
		return nil, err
	}
	known := map[law.Month]bool{}
	for _, m := range have {
		known[m] = true
	}
	out := make([]MonthFigure, 12)
	for i := range out {
		m := month.Add(i - 11)
		out[i] = MonthFigure{Month: m, Known: known[m]}
		if !known[m] {
			continue
		}
		p, err := o.store.Payroll(ctx, mst, m)
		if err != nil {
			return nil, err
		}
		for _, r := range p.Rows {
			if n, ok := chartPay(r, m, book); ok {
				out[i].Heads++
				out[i].Fund += n
			}
		}
	}
	return out, nil
}

// todoOfDossiers is what the dossiers themselves wait for.
func todoOfDossiers(all []DossierView) []Todo {
	var out []Todo
	for _, d := range all {
		t := Todo{Title: d.Title, Go: Place{Screen: "ho-so", ID: d.ID}}
		switch d.State {
		case storage.TraLai:
			t.Level, t.Title, t.Why, t.Button = Red, "Trả lại: "+d.Title, "sửa rồi nộp lại", "Xem lý do"
		case storage.NghiVan:
			t.Level, t.Title, t.Why, t.Button = Red, "Chưa rõ đã đến nơi: "+d.Title, "hỏi cổng trước khi gửi lại", "Xem"
		case storage.DangGui:
			t.Level, t.Why, t.Button = Yellow, "đang gửi, chưa rõ kết quả", "Xem"
		case storage.ChoGui:
			t.Level, t.Why, t.Button = Yellow, "đã ký, đang chờ gửi", "Gửi"
		case storage.DaKy:
			t.Level, t.Why, t.Button = Yellow, "đã ký, chưa gửi", "Gửi"
		case storage.Nhap:
			t.Level, t.Why, t.Button = Yellow, "bản nháp, cần kiểm tra", "Mở"
		case storage.DaKiem:
			t.Level, t.Why, t.Button = Yellow, "đã kiểm, chờ ký", "Ký"
		default:
			continue
		}
		out = append(out, t)
	}
	return out
}

// todoOfMonth adds what the month itself asks for: its payroll, its proposals.
func (o *Office) todoOfMonth(ctx context.Context, v *Overview, all []DossierView) error {
	res, err := o.Compare(ctx, v.Month)
	if errors.Is(err, ErrNoPayroll) {
		v.Todo = append(v.Todo, Todo{
			Level: Yellow, Title: "Bảng lương tháng " + v.Month.String() + " chưa có",
			Why: "thả tệp Excel vào đây để lập đề xuất", Button: "Chọn tệp", Go: Place{Screen: "bang-luong"},
		})
		return nil
	}
	if err != nil {
		return err
	}
	up, down, change := tally(res.Proposals)
	v.Tang, v.Giam = up, down
	for _, d := range all {
		if d.Month == v.Month && d.State != storage.Huy && d.State != storage.TraLai {
			return nil // already drafted
		}
	}
	if n := len(res.Proposals); n > 0 {
		v.Todo = append(v.Todo, Todo{
			Level: Yellow, Title: fmt.Sprintf("600 tháng %d: %d tăng · %d giảm · %d điều chỉnh từ bảng lương", v.Month.Num(), up, down, change),
			Why: "lập hồ sơ từ đề xuất", Button: "Xem đề xuất", Go: Place{Screen: "bang-luong", ID: v.Month.ISO()},
		})
	}
	if n := len(res.Undecided); n > 0 {
		v.Todo = append(v.Todo, Todo{
			Level: Yellow, Title: fmt.Sprintf("%d người cần xem lại trước khi đề xuất", n),
			Why: "bảng lương và danh sách không khớp", Button: "Xem ai", Go: Place{Screen: "bang-luong", ID: v.Month.ISO()},
		})
	}
	return nil
}

// tally counts proposals by direction; temporary leave counts as a decrease.
func tally(ps []payroll.DeXuat) (up, down, change int) {
	for _, p := range ps {
		switch codes.Nhom(p.PhuongAn) {
		case codes.NhomTang:
			up++
		case codes.NhomGiam, codes.NhomGiamTam:
			down++
		default:
			change++
		}
	}
	return up, down, change
}
