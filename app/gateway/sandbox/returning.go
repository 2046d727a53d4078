package sandbox

import (
	"slices"
	"strings"
)

// returns is what the agency's software sends a dossier back for by itself
// (Quyết định 366/QĐ-BHXH, Điều 5): the unit's name is not that of its code (1.3.1
// a), somebody's name, birth or number is not that of the register (1.3.1 b), or an
// increase of somebody who takes part elsewhere (1.3.2 a).
func (r *registry) returns(sub *Submission, d *declared) []Finding {
	var l faultList
	if u := r.byCode[sub.MaDonVi]; u != nil && u.Nguon != TuHoSo && u.TenDonVi != "" && !sub.renames() && !sameName(u.TenDonVi, sub.TenDonVi) {
		l.add("E-BIZ-TRA-05", envelopeName, "TenDoiTuong", "Tên đơn vị: đơn vị mã %s trong cơ sở dữ liệu là %s; ghi đúng tên, hoặc nộp TK3-TS nếu đã đổi tên", sub.MaDonVi, u.TenDonVi)
	}
	for _, row := range d.d02 {
		p := r.person(row.MaSo, row.CCCD)
		if p == nil {
			continue
		}
		if !d.mends(row) {
			r.identity(&l, row, p)
		}
		if slices.Contains(quyTac.PhuongAn.Tang, row.PA) {
			elsewhere(&l, row, p, sub.MaDonVi)
		}
	}
	return capped(l)
}

// mends says that the package carries a TK1-TS for the person of a row, which says
// anew who he is.
func (d *declared) mends(row declaredRow) bool {
	return slices.ContainsFunc(d.tk1, func(t declaredRow) bool {
		return t.MaSo != "" && t.MaSo == row.MaSo || t.CCCD != "" && t.CCCD == row.CCCD
	})
}

// renames says that the package carries a TK3-TS, which says anew who the unit is.
func (s *Submission) renames() bool {
	return slices.ContainsFunc(s.Tep, func(f SubmittedFile) bool { return strings.HasPrefix(f.TenFile, "TK3-TS") })
}

// elsewhere looks at an increase of somebody the register knows.
func elsewhere(l *faultList, row declaredRow, p *RegisterPerson, maDonVi string) {
	switch p.TinhTrang {
	case DangDong:
		if p.MaDonVi != maDonVi && !p.ChiTNLD {
			l.add("E-BIZ-TRA-01", row.TenFile, row.where(), "Phương án %s, %s: người lao động đang đóng BHXH tại đơn vị %s; đề nghị đơn vị đó báo giảm trước, hoặc liên hệ cơ quan BHXH", row.PA, row.where(), p.MaDonVi)
		}
	case HuuTri:
		l.add("E-BIZ-TRA-02", row.TenFile, row.where(), "Phương án %s, %s: người lao động đang hưởng lương hưu; bỏ dòng này khỏi danh sách báo tăng", row.PA, row.where())
	case ThatNghiep:
		l.add("E-BIZ-TRA-03", row.TenFile, row.where(), "Phương án %s, %s: người lao động đang hưởng trợ cấp thất nghiệp; đề nghị người lao động khai báo có việc làm trước", row.PA, row.where())
	}
}

// identity compares what a row says of somebody with the register.
func (r *registry) identity(l *faultList, row declaredRow, p *RegisterPerson) {
	say := func(cho, what, have, want string) {
		l.add("E-BIZ-TRA-04", row.TenFile, row.where(), "%s, %s: ghi %s, cơ sở dữ liệu quốc gia ghi %s; đối chiếu căn cước, sửa dòng này hoặc nộp TK1-TS để điều chỉnh", what, row.where(), have, want)
		(*l)[len(*l)-1].Cho = row.where() + ", " + cho
	}
	if row.MaSo != "" && p.MaSoBHXH != "" && row.MaSo != p.MaSoBHXH {
		say("MasoBHXH", "Mã số BHXH", row.MaSo, p.MaSoBHXH)
	}
	if row.CCCD != "" && p.SoCCCD != "" && row.CCCD != p.SoCCCD {
		say("CMND", "Số CCCD", row.CCCD, p.SoCCCD)
	}
	if row.HoTen != "" && p.HoTen != "" && !sameName(row.HoTen, p.HoTen) {
		say("HoTen", "Họ và tên", cut(row.HoTen, 100), p.HoTen)
	}
	if row.NgaySinh != "" && p.NgaySinh != "" && !sameBirth(row.NgaySinh, p.NgaySinh) {
		say("NgaySinh", "Ngày sinh", cut(row.NgaySinh, 12), p.NgaySinh)
	}
}
