package m01bhsb

import (
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Ky is a stretch of time of one person ("kỳ"): a leave for which a benefit is
// claimed or was granted, or how the person stood in the roster. A ledger of leave
// keeps the first kind; Soat is given both.
type Ky struct {
	Nguoi       string // mã số BHXH, or the number of identity of somebody without one
	Loai        string // a benefit as Nhom.CheDo names it ("omDau"), or a state of the roster (facts.TrangThai, "dangDong")
	TuNgay      law.Day
	DenNgay     law.Day // zero: still so
	NuaNgay     int64   // days of a benefit, in halves
	NgaySinhCon law.Day // of the child that a benefit is for
	TruongHop   string  // of convalescence, see column TruongHop; of contraception, see column BienPhap
	DonVi       string  // mã số thuế of another employer; "" = this one

	MoDau  bool    // of a state of the roster: how the person stood before TuNgay is not known
	ThayTu law.Day // of an adjustment: the first day of the period that it takes the place of
	Dong   int     // row of the document from 1; 0 = not out of a document
}

// KyCua reads the periods of a document, in the order of its rows. A row without
// person, group, days or leave (a lump sum) gives none; a group of adjustments that
// does not say which leave it is, neither.
func KyCua(d *form.Doc) []Ky {
	var out []Ky
	for i, r := range d.Rows {
		if k, ok := kyCuaDong(r); ok {
			k.Dong = i + 1
			out = append(out, k)
		}
	}
	return out
}

func kyCuaDong(r form.Row) (Ky, bool) {
	tu, den, ok := khoang(r)
	k := Ky{Nguoi: khoa(r), Loai: nhom(r).CheDo, TuNgay: tu, DenNgay: den, NuaNgay: TongSo.Get(r) * 2 / nghin,
		NgaySinhCon: NgaySinhCon.Get(r), TruongHop: TruongHop.Get(r)}
	if k.Loai == "tranhThai" {
		k.TruongHop = BienPhap.Get(r)
	}
	if Phan.Get(r) == DieuChinh {
		k.ThayTu = TuNgayDaDuyet.Get(r)
	}
	return k, ok && k.Nguoi != "" && k.Loai != "" && k.NuaNgay > 0
}

// giao reports whether two stretches share a day.
func (k Ky) giao(tu, den law.Day) bool {
	return k.TuNgay <= den && (k.DenNgay == 0 || tu <= k.DenNgay)
}

// trongNam is whether a benefit began in a year.
func (k Ky) trongNam(nam int) bool { return k.TuNgay.Year() == nam }
