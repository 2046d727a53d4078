package sandbox

import (
	"slices"
	"time"
)

// apply brings a package's result into the register.
func (t *tx) apply(sub *Submission, at time.Time) {
	switch sub.kind() {
	case HSDKLanDau:
		t.applyFirst(sub, at)
	case HSDK:
		t.applyUse(sub, at)
	default:
		t.applyRows(sub, at)
	}
}

// undo takes back what the acceptance of a registration had noted.
func (t *tx) undo(sub *Submission) {
	if sub.kind() != HSDKLanDau {
		return
	}
	if u := t.mem.reg.unit("", sub.MaSoThue); u != nil && u.TrangThai == ChoXacNhan {
		u.TrangThai = ChuaDangKy
		t.putUnit(u)
	}
}

// applyFirst gives a unit its code.
func (t *tx) applyFirst(sub *Submission, at time.Time) {
	u := t.mem.reg.unit("", sub.MaSoThue)
	if u == nil {
		u = &RegisterUnit{MaSoThue: sub.MaSoThue, Nguon: TuCong}
	}
	u.TenDonVi, u.CoQuan, u.Email = sub.TenDonVi, sub.CoQuan, sub.Email
	u.TrangThai, u.TuNgay, u.DenNgay = DangDung, at.In(ict).Format(time.DateOnly), ""
	if u.MaDonVi == "" {
		u.MaDonVi = t.mem.reg.freshCode()
	}
	sub.Cap = []Granted{{Ma: u.MaDonVi, HoTen: u.TenDonVi}}
	t.putUnit(u)
}

// applyUse changes a unit's use of the I-VAN: 04, 05, 06-IVAN.
func (t *tx) applyUse(sub *Submission, at time.Time) {
	u := t.mem.reg.unit(sub.MaDonVi, sub.MaSoThue)
	if u == nil {
		u = &RegisterUnit{MaDonVi: sub.MaDonVi, MaSoThue: sub.MaSoThue, CoQuan: sub.CoQuan, Nguon: TuCong}
	}
	day := at.In(ict).Format(time.DateOnly)
	if n := sub.DangKy; n != nil {
		u.TenDonVi, u.DiaChi, u.Email, u.DienThoai = n.TenDonVi, n.DiaChi, n.Email, n.DienThoai
		if len(n.ChungThu) > 0 {
			u.ChungThu = n.ChungThu
		}
		if n.NgayNgung != "" {
			day = n.NgayNgung
		}
	}
	if u.MaSoThue == "" {
		u.MaSoThue = sub.MaSoThue
	}
	switch sub.TenFile {
	case fileNG:
		u.TrangThai, u.DenNgay = DaNgung, day
	case fileDK:
		u.TrangThai, u.TuNgay, u.DenNgay = DangDung, day, ""
	}
	t.putUnit(u)
}

// applyRows brings the rows of D02-TS and TK1-TS into the register of people.
func (t *tx) applyRows(sub *Submission, at time.Time) {
	rows, err := t.rowsOf(sub)
	if err != nil {
		t.fail(err)
		return
	}
	switch u := t.mem.reg.unit(sub.MaDonVi, sub.MaSoThue); {
	case u == nil:
		t.putUnit(&RegisterUnit{MaDonVi: sub.MaDonVi, MaSoThue: sub.MaSoThue, TenDonVi: sub.TenDonVi, CoQuan: sub.CoQuan, TrangThai: DangDung, Nguon: TuHoSo})
	case sub.renames() && u.TenDonVi != sub.TenDonVi:
		u.TenDonVi = sub.TenDonVi
		t.putUnit(u)
	}
	for _, row := range rows.tk1 {
		t.applyIdentity(sub, row)
	}
	month := at.In(ict).Format("2006-01")
	for _, row := range rows.d02 {
		t.applyMove(sub, row, month)
	}
}

// applyIdentity is a row of TK1-TS: who somebody is. It mends what the register
// says, and gives a number to one who has none.
func (t *tx) applyIdentity(sub *Submission, row declaredRow) {
	if row.MaSo == "" && row.CCCD == "" {
		return
	}
	p := t.mem.reg.person(row.MaSo, row.CCCD)
	if p == nil {
		p = &RegisterPerson{TinhTrang: ChuaThamGia}
	}
	t.mem.reg.forget(p)
	for _, x := range []struct {
		to *string
		v  string
	}{{&p.MaSoBHXH, row.MaSo}, {&p.SoCCCD, row.CCCD}, {&p.HoTen, row.HoTen}, {&p.NgaySinh, row.NgaySinh}, {&p.GioiTinh, row.Gioi}} {
		if x.v != "" {
			*x.to = x.v
		}
	}
	t.grant(sub, p, row)
	t.putPerson(p)
}

// mostMoves is how many of somebody's movements are kept.
const mostMoves = 120

// applyMove is a row of D02-TS: where somebody takes part, and with what pay.
func (t *tx) applyMove(sub *Submission, row declaredRow, month string) {
	if row.MaSo == "" && row.CCCD == "" {
		return
	}
	in := slices.Contains(quyTac.PhuongAn.Tang, row.PA) || slices.Contains(quyTac.PhuongAn.TroLai, row.PA)
	p := t.mem.reg.person(row.MaSo, row.CCCD)
	switch {
	case p == nil:
		p = &RegisterPerson{MaSoBHXH: row.MaSo, SoCCCD: row.CCCD, HoTen: row.HoTen, NgaySinh: row.NgaySinh, GioiTinh: row.Gioi, TinhTrang: DangDong, MaDonVi: sub.MaDonVi, TuThang: row.TuThang}
	case p.TinhTrang != DangDong && in:
		p.TinhTrang, p.MaDonVi, p.TuThang, p.DenThang, p.ChiTNLD = DangDong, sub.MaDonVi, row.TuThang, "", false
	case p.MaDonVi != sub.MaDonVi && !(in && p.ChiTNLD):
		return // somebody else's, as an accident fund or a decrease: not this unit's to say
	case in && p.ChiTNLD:
		p.MaDonVi, p.TuThang, p.ChiTNLD = sub.MaDonVi, row.TuThang, false
	}
	if slices.Contains(quyTac.PhuongAn.ChiTNLD, row.PA) && len(p.BienDong) == 0 && p.id == 0 {
		p.ChiTNLD = true
	}
	if slices.Contains(quyTac.PhuongAn.Giam, row.PA) {
		p.TinhTrang, p.DenThang = DaNghi, row.TuThang
	}
	t.mem.reg.forget(p)
	if p.MaSoBHXH == "" {
		p.MaSoBHXH = row.MaSo
	}
	if p.SoCCCD == "" {
		p.SoCCCD = row.CCCD
	}
	t.grant(sub, p, row)
	kept := p.BienDong[max(0, len(p.BienDong)-mostMoves+1):]
	p.BienDong = append(kept[:len(kept):len(kept)], Movement{Khoa: sub.Khoa, Thang: month, MaDonVi: sub.MaDonVi, PA: row.PA, TuThang: row.TuThang, DenThang: row.DenThang, O: row.O})
	t.putPerson(p)
}

// grant gives a mã số BHXH to one who has none, and says so in the result.
func (t *tx) grant(sub *Submission, p *RegisterPerson, row declaredRow) {
	if p.MaSoBHXH != "" {
		return
	}
	p.MaSoBHXH = t.mem.reg.freshNumber()
	sub.Cap = append(sub.Cap, Granted{Ma: p.MaSoBHXH, HoTen: p.HoTen, Dong: row.STT})
}
