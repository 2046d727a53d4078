package office

import (
	"context"
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/storage"
)

// WhyPay explains a person of the roster in a month: where their pay comes from, what
// the law says of it, and what is paid for the month. Its total is the contribution of
// both sides, 0 for a person who takes no part in the month; the first step is the pay.
// A pay that nobody has said is a *law.ChuaBiet.
func (o *Office) WhyPay(ctx context.Context, month law.Month, id string) (Explained, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return Explained{}, err
	}
	held, err := o.heldAt(ctx, id, month)
	if err != nil {
		return Explained{}, err
	}
	if held == nil {
		return Explained{}, fmt.Errorf("explain pay of %s in %s: %w", id, month.ISO(), storage.ErrNotFound)
	}
	book, err := o.LawBookOf(ctx, dv.MaSoThue)
	if err != nil {
		return Explained{}, err
	}
	p := held.Who
	in, ok := dueOf(dv, p, month, book)
	if !ok {
		return Explained{}, &law.ChuaBiet{Ten: "luong", Say: "Mức lương của " + p.HoTen + ": chưa có, nên chưa tính được mức đóng. Ghi vào bảng lương rồi nhập lại"}
	}
	out := Explained{Title: fmt.Sprintf("Tiền lương và mức đóng tháng %s · %s", month, p.HoTen)}
	out.Unit, out.Warnings, out.Parts = unitMoney, []string{}, []law.PhanKQ{}
	out.Working = append([]law.Buoc{fromRoster(p.TuThang, held.Source).step("Tiền lương", in.Luong, unitMoney)}, paySteps(p, in)...)
	if p.TrangThai != facts.DangDong {
		out.Working = append(out.Working, law.Buoc{Nhan: "Mức đóng tháng " + month.String(), CongThuc: p.TrangThai.Say() + ": tháng này không tính mức đóng",
			CanCu: "danh sách người lao động, từ tháng " + p.TuThang.String()})
		return out, nil
	}
	step, res, err := dueStep(in)
	if err != nil {
		return Explained{}, err
	}
	out.Total, out.Parts, out.Working = res.Total, payParts(res), append(out.Working, step)
	out.Warnings = append(out.Warnings, res.Warnings...)
	return out, nil
}

// paySteps tell how pay comes to an amount, and what the law says of it.
func paySteps(p facts.NguoiLaoDong, in lawdong.Input) (out []law.Buoc) {
	l := p.Luong
	if l.LaHeSo() {
		mtc, _ := in.Sach.Get("muc-tham-chieu", in.Thang.Last())
		out = append(out, law.BuocHeSo(law.HeSo{Luong: l.HeSo, BaoLuu: l.BaoLuu, ChucVu: l.PhuCapCV, VuotKhung: l.TNVK, Nghe: l.TNNghe}, mtc))
	}
	if l.PhuCap != 0 || l.BoSung != 0 {
		out = append(out, law.Buoc{Nhan: "Gồm phụ cấp và bổ sung", KetQua: in.Luong, CanCu: "Luật 41/2024/QH15 Điều 31 khoản 1 điểm b",
			CongThuc: fmt.Sprintf("%s + phụ cấp lương %s + các khoản bổ sung %s = %s", law.VietSo(in.Luong-l.PhuCap-l.BoSung), law.VietSo(l.PhuCap), law.VietSo(l.BoSung), law.VietSo(in.Luong))})
	}
	return append(out, law.XetLuong(in.Sach, law.LuongXet{Luong: in.Luong, Thang: in.Thang, Vung: in.Vung, NuocNgoai: in.NuocNgoai})...)
}

// WhyFigure explains a figure of the law on a day: its value, the text it rests on, how
// sure it is, and what held before. A figure that is not known is a *law.ChuaBiet.
func (o *Office) WhyFigure(ctx context.Context, name string, on law.Day) (Explained, error) {
	book, err := o.LawBook(ctx)
	if err != nil {
		return Explained{}, err
	}
	v, ok := book.Get(name, on)
	if !ok {
		return Explained{}, &law.ChuaBiet{Ten: name, Say: "Chưa có số liệu cho ngày " + on.String()}
	}
	out := Explained{Title: v.Title + ", ngày " + on.String()}
	out.Total, out.Unit, out.Parts, out.Warnings = v.Amount, v.Unit, []law.PhanKQ{}, []string{}
	if v.CuaNguoiDung {
		out.Warnings = append(out.Warnings, "Số liệu bạn tự thêm, chưa có trong chương trình")
	}
	if v.Note != "" {
		out.Warnings = append(out.Warnings, v.Note)
	}
	out.Working = append(out.Working, figureStep("Đang áp dụng", v))
	past := law.History(name)
	for i := len(past) - 1; i >= 0; i-- {
		if past[i].From < v.From {
			out.Working = append(out.Working, figureStep("Trước đó", past[i]))
		}
	}
	return out, nil
}

func figureStep(label string, v law.Value) law.Buoc {
	how := fmt.Sprintf("%s từ %s", Amount(v.Amount, v.Unit), v.From)
	if v.Until != 0 {
		how += " đến " + v.Until.String()
	}
	return law.Buoc{Nhan: label, KetQua: v.Amount, DonVi: v.Unit, CongThuc: how, CanCu: v.Basis, LuatTu: v.From.ISO()}
}
