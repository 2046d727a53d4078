package office

import (
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// ofBenefits answers the questions about time paid and days used; ok is false where
// it is no such question. Where no period of the year is recorded, days used stay
// blank: that nobody wrote any down does not say that there were none.
func (r record) ofBenefits(h law.CauHoi) (known any, why string, ok bool) {
	short := slices.Contains([]string{"om-dau", "han-muc-om-dau", "sinh-con", "dieu-kien-thai-san"}, r.asked)
	switch h.Ten {
	case "ngay": // of leave that begins on the day for which it is asked; elsewhere it is a death, a birth
		if slices.Contains([]string{"han-muc-om-dau", "han-muc-con-om", "han-muc-duong-suc"}, r.asked) {
			return r.on.ISO(), "", true
		}
		return nil, "", false
	case "soNam", "thangDong", "tongThangDong":
		known, why = r.total(h, short)
		return known, why, true
	case "nangNhoc":
		switch {
		case !short: // a pension asks for fifteen years of it
			return nil, "", false
		case r.work.Heavy != nil:
			return *r.work.Heavy, "", true
		}
		return nil, "chưa ghi điều kiện làm việc", true
	case "ngayOm":
		if r.asked != "duong-suc-om-dau" && r.asked != "han-muc-duong-suc" { // of a month, elsewhere
			return nil, "", false
		}
		own, long := r.halves(facts.OmDau), r.halves(facts.DaiNgay)
		return r.days(h, own+long, own+long > 0)
	case "ngaySinhCon":
		if kids := r.kids(); len(kids) == 1 {
			return kids[0].ISO(), "", true
		}
		return nil, "trả lời theo hồ sơ", true
	case "lanKham":
		if n := len(r.used.of(0, facts.KhamThai)); n == 0 {
			return nil, "chưa ghi lần khám thai nào; chưa nghỉ lần nào thì ghi 0", true
		}
		return nil, "xem các lần đã ghi trong hồ sơ của người này", true
	case "daNghi":
		switch r.asked {
		case "om-dau", "han-muc-om-dau":
			own := r.halves(facts.OmDau)
			return r.days(h, own, own > 0)
		case "con-om", "han-muc-con-om":
			if kids := r.kids(); len(kids) == 1 {
				n, _ := r.used.inYear(r.on.Year(), kids[0], facts.ConOm)
				return r.days(h, n, n > 0)
			}
		case "duong-suc-om-dau":
			within, _ := law.Get("duong-suc-han", r.on)
			n := r.used.rested(r.on.Year(), within.Amount)
			return r.days(h, n, n > 0)
		case "duong-suc-thai-san":
			if last, had := r.used.lastBefore(r.on, facts.SinhCon, facts.SayThai, facts.MangThaiHo); had {
				n := restedAfter(r.used.of(0, facts.DuongSucThaiSan), last)
				return r.days(h, n, n > 0)
			}
		}
		return nil, "chưa ghi đợt nào; chưa nghỉ ngày nào thì ghi 0", true
	}
	return nil, "", false
}

// total answers how long compulsory contributions were paid, where it is known what
// was paid before the roster. Only benefits of short term ask for just that: pensions
// may count voluntary time, and accidents have a fund of their own.
func (r record) total(h law.CauHoi, short bool) (known any, why string) {
	months, whole := r.work.Total()
	if !whole || !short {
		return nil, "danh sách chỉ có từ tháng " + r.past[0].TuThang.String() + "; xem sổ BHXH"
	}
	if h.DonVi == "năm" {
		months /= 12
	}
	return fmt.Sprint(months), ""
}

// halves are the days of a kind in the year of the day.
func (r record) halves(kind facts.CheDo) int64 {
	n, _ := r.used.inYear(r.on.Year(), 0, kind)
	return n
}

// kids are the children that are young enough on the day.
func (r record) kids() (out []law.Day) {
	old, ok := law.Get("con-om-tuoi-toi-da", r.on)
	for _, born := range r.used.children() {
		if ok && born <= r.on && r.on.Year()-born.Year() <= int(old.Amount) {
			out = append(out, born)
		}
	}
	return out
}

// days answers a number of days, in halves where the question takes them and in whole
// days where it does not.
func (r record) days(h law.CauHoi, halves int64, recorded bool) (known any, why string, ok bool) {
	switch {
	case !recorded:
		return nil, fmt.Sprintf("chưa ghi đợt nào trong năm %d; chưa nghỉ ngày nào thì ghi 0", r.on.Year()), true
	case h.Loai == law.NuaNgay:
		return Days(halves).plain(), "", true
	}
	return fmt.Sprint(halves / 2), "", true
}
