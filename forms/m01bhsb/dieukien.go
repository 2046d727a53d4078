package m01bhsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Conditions that more than one rule needs.
var (
	phatSinh  = Phan.In(PhatSinh).Named("đợt mới phát sinh")
	dieuChinh = Phan.In(DieuChinh).Named("điều chỉnh đợt đã giải quyết")

	omDau    = CheDo.In("omDau", "daiNgay", "conOm").Named("hưởng ốm đau")
	conOm    = CheDo.In("conOm").Named("nghỉ vì con ốm")
	sinh     = CheDo.In("sinhCon", "mangThaiHo").Named("sinh con")
	me       = form.All(CheDo.In("sinhCon"), form.Not(form.Any(ChaNghiChamCon.Yes(), NgayMeChet.Filled(), NgayKetLuan.Filled()))).Named("mẹ nghỉ sinh con")
	coCon    = CheDo.In("sinhCon", "nhanConNuoi", "mangThaiHo", "nhoMangThaiHo", "chaNghi", "chaMotLan").Named("chế độ khi có con")
	cuaCha   = CheDo.In("chaNghi", "chaMotLan").Named("chế độ của lao động nam")
	nhanCon  = CheDo.In("nhanConNuoi", "mangThaiHo", "nhoMangThaiHo").Named("nhận con nuôi hoặc mang thai hộ")
	thaiSan  = CheDo.In("khamThai", "sayThai", "sinhCon", "nhanConNuoi", "mangThaiHo", "nhoMangThaiHo", "chaNghi", "tranhThai").Named("nghỉ thai sản")
	duongSuc = CheDo.In("duongSucOmDau", "duongSucThaiSan", "duongSucTNLD").Named("dưỡng sức")
	tnld     = CheDo.In("duongSucTNLD").Named("dưỡng sức sau TNLĐ-BNN")
	motLan   = CheDo.In("chaMotLan").Named("hưởng trợ cấp một lần")
	coNghi   = form.Not(motLan).Named("có nghỉ việc")
	ngayLam  = form.When("số ngày tính theo ngày làm việc", func(r form.Row) bool { return nhom(r).NgayLam }, CheDo)
	quaNH    = HinhThucTroCap.In(TaiKhoan).Named("nhận qua tài khoản cá nhân")
	moi      = form.All(phatSinh, coNghi).Named("đợt nghỉ mới phát sinh")
	omMoi    = form.All(phatSinh, omDau).Named("nghỉ ốm đau mới phát sinh")
	conMoi   = form.All(phatSinh, coCon).Named("hưởng chế độ khi có con")
	sinhMoi  = form.All(phatSinh, sinh).Named("sinh con")
	nhanMoi  = form.All(phatSinh, nhanCon).Named("nhận con nuôi hoặc mang thai hộ")
	dsMoi    = form.All(phatSinh, duongSuc).Named("nghỉ dưỡng sức mới phát sinh")
)

// gioi is the sex that the number of identity says, "" where it says none.
func gioi(r form.Row) facts.GioiTinh {
	_, g, _, _ := facts.DocCCCD(SoCCCD.Get(r))
	return g
}

// khoa is what tells one person's rows from another's: the mã số BHXH, or the
// number of identity of somebody without one.
func khoa(r form.Row) string {
	if s := MaSoBHXH.Get(r); s != "" {
		return s
	}
	return SoCCCD.Get(r)
}

// nghin is how many thousandths a day has in column TongSo.
const nghin = 10 * 10 * 10
