package office

import "ankhai/forms/facts"

// keepIdentity takes over what is known of who somebody is: where p says nothing, or, if
// known wins, wherever known says something. Where they live goes together.
func keepIdentity(p *facts.NguoiLaoDong, known facts.NguoiLaoDong, wins bool) {
	mine, theirs := identityTexts(p), identityTexts(&known)
	for i, text := range theirs {
		if *text != "" && (wins || *mine[i] == "") {
			*mine[i] = *text
		}
	}
	if known.NgaySinh != 0 && (wins || p.NgaySinh == 0) {
		p.NgaySinh = known.NgaySinh
	}
	if known.GioiTinh != "" && (wins || p.GioiTinh == "") {
		p.GioiTinh = known.GioiTinh
	}
	if known.DiaChi+known.MaXa+known.MaTinh != "" && (wins || p.DiaChi+p.MaXa+p.MaTinh == "") {
		p.DiaChi, p.MaXa, p.MaTinh = known.DiaChi, known.MaXa, known.MaTinh
	}
}

// identityTexts are the texts of who somebody is, but for where they live.
func identityTexts(p *facts.NguoiLaoDong) []*string {
	return []*string{&p.MaNV, &p.HoTen, &p.MaSoBHXH, &p.SoCCCD, &p.QuocTich, &p.DanToc, &p.DienThoai, &p.Email, &p.MaKCB}
}
