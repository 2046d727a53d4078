package office

import (
	"strconv"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/tk1ts"
)

// Columns of all mẫu that ask for the same thing carry the same tag, so what is
// known of a person or an employer is given by tag, whatever the form. The texts
// are as somebody would type them; what is not known is not there.

// ofPerson is what the roster knows of a person.
func ofPerson(p facts.NguoiLaoDong) map[string]string {
	out := map[string]string{
		"HoTen": p.HoTen, "MaSoBHXH": p.MaSoBHXH, "SoCCCD": p.SoCCCD, "NgaySinh": p.NgaySinh.String(), "GioiTinh": p.GioiTinh.Ma(),
		"QuocTich": p.QuocTich, "DanToc": p.DanToc, "DienThoai": p.DienThoai, "Email": p.Email,
		"DiaChi": p.DiaChi, "MaXa": p.MaXa, "MaTinh": p.MaTinh, "DiaChiNhan": p.DiaChi, "MaXaNhan": p.MaXa, "MaTinhNhan": p.MaTinh,
		"NoiKCB": p.MaKCB, "PhongBan": p.PhongBan, "MaPhongBan": p.PhongBan, "ChucDanh": p.ChucDanh, "NoiLamViec": p.NoiLamViec,
		"HDSo": p.HopDong.So, "LoaiHD": p.HopDong.Loai, "HDNgayKy": dayText(p.HopDong.NgayKy), "HDTu": dayText(p.HopDong.Tu), "HDDen": dayText(p.HopDong.Den),
		"ID": p.Khoa(),
	}
	if p.Luong.Known && !p.Luong.LaHeSo() {
		out["MucLuong"] = strconv.FormatInt(p.Luong.MucLuong, 10)
	}
	return out
}

// ofEmployer is what is known of an employer on a day of drafting.
func ofEmployer(dv facts.DonVi, today law.Day) map[string]string {
	return map[string]string{
		"TenDonVi": dv.Ten, "MaDonVi": dv.MaDonVi, "MaSoThue": dv.MaSoThue, "CoQuanBHXH": dv.CoQuanBHXH, "DiaChi": dv.DiaChi,
		"Email": dv.Email, "DienThoai": dv.DienThoai, "NguoiDaiDien": dv.NguoiDaiDien, "SoDinhDanh": dv.SoDinhDanh,
		"LoaiHinh": dv.LoaiHinh, "NganhNghe": dv.NganhNghe, "PhuongThuc": dv.PhuongThuc, "DoiTuong": dv.DoiTuong,
		"NgayLap": today.String(),
	}
}

func dayText(d law.Day) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// fillKnown answers what the row leaves open and the texts know; it returns the
// tags that it answered. A text that is not of its column's kind stays out.
func fillKnown(t *form.Table, r *form.Row, known map[string]string) (filled []string) {
	for _, c := range t.Columns() {
		text := known[c.Tag]
		if text == "" || c.Get(*r).A != form.Unknown {
			continue
		}
		if v, _, ok := c.Parse(text); ok && v.Known() && c.Wrong(v) == "" {
			c.Put(r, v)
			filled = append(filled, c.Tag)
		}
	}
	return filled
}

// headOf makes the head of a form out of what is known of the employer.
func (o *Office) headOf(f *form.Form, dv facts.DonVi) form.Row {
	switch f {
	case form.Of("D02-LT"):
		return d02lt.Dau(dv, o.Today())
	case form.Of("TK1-TS"):
		return tk1ts.Dau(dv, "", o.Today())
	}
	var r form.Row
	if f.Head != nil {
		fillKnown(f.Head, &r, ofEmployer(dv, o.Today()))
	}
	return r
}

// rowOf makes a row of a form for a person. D02-LT gets the phương án where the
// case leaves no choice, TK1-TS the reason that the case gives.
func rowOf(f *form.Form, p facts.NguoiLaoDong, phuongAn string, month law.Month, why string) form.Row {
	switch f {
	case form.Of("D02-LT"):
		return d02lt.Dong(p, phuongAn, month, 0, "")
	case form.Of("TK1-TS"):
		if codes.Nhom(phuongAn) == codes.NhomTang && p.MaSoBHXH == "" {
			why = "Tăng mới"
		}
		return tk1ts.Dong(p, why)
	}
	var r form.Row
	fillKnown(f.Table, &r, ofPerson(p))
	return r
}
