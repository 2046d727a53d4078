package payroll

import (
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Open makes the roster from the first payroll: everybody on it takes part, in
// the state their line tells. A person in two lines is taken once, the first.
func Open(rows []facts.DongLuong, m law.Month) []facts.NguoiLaoDong {
	out := make([]facts.NguoiLaoDong, 0, len(rows))
	maSo, cccd := map[string]bool{}, map[string]bool{}
	limit := unpaidLimit(m)
	for i := range rows {
		r := &rows[i]
		if r.MaSoBHXH != "" && maSo[r.MaSoBHXH] || r.SoCCCD != "" && cccd[r.SoCCCD] {
			continue
		}
		maSo[r.MaSoBHXH], cccd[r.SoCCCD] = true, true
		p := newPerson(r, m)
		if n := readNote(r, m, limit); n.unsure == "" {
			if st, ok := stateOf[n.pa]; ok {
				p.TrangThai = st
			}
		}
		out = append(out, p)
	}
	return out
}

// unpaidLimit is the number of unpaid days from which nothing is due, in tenths.
func unpaidLimit(m law.Month) int32 { return int32(law.NgayCongMienDong(m)) * 10 }

// stateOf is the state a phương án leaves a person in.
var stateOf = map[string]facts.TrangThai{
	"TS": facts.ThaiSan, "OF": facts.NghiOm, "KL": facts.KhongLuong,
	"GH": facts.DaNghi, "GD": facts.DaNghi, "GC": facts.DaNghi,
	"TM": facts.DangDong, "TD": facts.DangDong, "TC": facts.DangDong, "TH": facts.DangDong, "ON": facts.DangDong,
}

// newPerson is the person a line speaks of.
func newPerson(r *facts.DongLuong, m law.Month) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		MaNV: r.MaNV, HoTen: r.HoTen, MaSoBHXH: r.MaSoBHXH, SoCCCD: r.SoCCCD, NgaySinh: r.NgaySinh, GioiTinh: r.GioiTinh,
		QuocTich: r.QuocTich, DanToc: r.DanToc, DienThoai: r.DienThoai, Email: r.Email, DiaChi: r.DiaChi,
		MaXa: r.MaXa, MaTinh: r.MaTinh, MaKCB: r.MaKCB, TrangThai: facts.DangDong, TuThang: m,
		PhongBan: r.PhongBan, ChucDanh: r.ChucDanh, NoiLamViec: r.NoiLamViec, HopDong: r.HopDong, Luong: r.Luong, Vung: r.Vung,
	}
}

// follow is the person after the line: what it says of work and pay is taken,
// what it says of identity only where nothing was known.
func follow(p facts.NguoiLaoDong, r *facts.DongLuong) facts.NguoiLaoDong {
	blank := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	take := func(to *string, from string) {
		if from != "" {
			*to = from
		}
	}
	blank(&p.MaNV, r.MaNV)
	blank(&p.HoTen, r.HoTen)
	if len(r.MaSoBHXH) == 10 {
		blank(&p.MaSoBHXH, r.MaSoBHXH)
	}
	blank(&p.SoCCCD, r.SoCCCD)
	blank(&p.QuocTich, r.QuocTich)
	blank(&p.DanToc, r.DanToc)
	if p.NgaySinh == 0 {
		p.NgaySinh = r.NgaySinh
	}
	if p.GioiTinh == "" {
		p.GioiTinh = r.GioiTinh
	}
	take(&p.DienThoai, r.DienThoai)
	take(&p.Email, r.Email)
	take(&p.DiaChi, r.DiaChi)
	take(&p.MaXa, r.MaXa)
	take(&p.MaTinh, r.MaTinh)
	blank(&p.MaKCB, r.MaKCB)
	take(&p.PhongBan, r.PhongBan)
	take(&p.ChucDanh, r.ChucDanh)
	take(&p.NoiLamViec, r.NoiLamViec)
	take(&p.Vung, r.Vung)
	if r.HopDong != (facts.HopDong{}) {
		p.HopDong = r.HopDong
	}
	if r.Luong.Known {
		p.Luong = r.Luong
	}
	return p
}
