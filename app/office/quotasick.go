package office

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// maxMonths is more than anybody has paid (the calculators' bound).
const maxMonths = 720

// sickness reckons the year's days of sickness, and says where a listed disease goes
// on after them.
func (k *reckoning) sickness() error {
	e := k.item(facts.OmDau, "Ốm đau")
	e.Conditions = append(e.Conditions, k.joined("Luật 41/2024/QH15 Điều 42 khoản 1"))
	months, known := k.work.Total()
	heavy := k.work.Heavy != nil && *k.work.Heavy
	ask := func(months int64, heavy bool, used int64) (law.KetQuaTinh, string, error) {
		return k.ask("han-muc-om-dau", map[string]any{"ngay": k.on.ISO(), "thangDong": min(months, maxMonths), "nangNhoc": heavy, "daNghi": law.VietNua(min(used, 2*366))})
	}
	own, unclear := k.used.inYear(k.year, 0, facts.OmDau)
	long, more := k.used.inYear(k.year, 0, facts.DaiNgay)
	unclear = append(unclear, more...)
	whole, lack, err := ask(months, heavy, own)
	if err != nil {
		return err
	}
	if lack == "" {
		// A listed disease uses up the year's days first (Điều 43 khoản 2).
		allowed := whole.Parts[0].GiaTri
		if whole, _, err = ask(months, heavy, max(own, min(own+long, allowed))); err != nil {
			return err
		}
		most, _, err := ask(maxMonths, heavy || k.work.Heavy == nil, 0)
		if err != nil {
			return err
		}
		least := months
		if known {
			most, _, err = ask(least, heavy || k.work.Heavy == nil, 0)
			if err != nil {
				return err
			}
		}
		e.AtLeast = most.Total > allowed
	}
	e.take(whole, lack)
	if !known {
		e.Unknown = append(e.Unknown, "thời gian đóng trước tháng "+k.work.Since.String()+" (mốc 15 năm, 30 năm)")
	}
	if k.work.Heavy == nil {
		e.Unknown = append(e.Unknown, "có làm nghề nặng nhọc, độc hại, nguy hiểm hoặc ở vùng đặc biệt khó khăn không (được nhiều ngày hơn)")
	}
	e.unclear(unclear)
	k.put(e)
	if long > 0 {
		d := k.item(facts.DaiNgay, "Ốm dài ngày")
		used := Days(long)
		d.Used = &used
		d.Conditions = append(d.Conditions, cond(MetUnknown, "bệnh thuộc danh mục cần chữa trị dài ngày, hết số ngày của năm mà vẫn điều trị: hưởng tiếp với mức thấp hơn, không giới hạn số ngày", "Luật 41/2024/QH15 Điều 43 khoản 2, Điều 45 khoản 3"))
		k.put(d)
	}
	return nil
}

// unclear names days that cannot be placed: then nobody knows what is left.
func (e *Entitlement) unclear(say []string) {
	if len(say) > 0 {
		e.Unknown = append(e.Unknown, say...)
		e.Left = nil
	}
}

const ofChildren = "Luật 41/2024/QH15 Điều 42 khoản 1 điểm e, Điều 44"

// child reckons the days for one sick child, born on a day that is not later.
func (k *reckoning) child(born law.Day) (Entitlement, error) {
	e := k.item(facts.ConOm, "Con ốm, con sinh "+born.String())
	e.Child = born
	used, unclear := k.used.inYear(k.year, born, facts.ConOm)
	res, lack, err := k.ask("han-muc-con-om", map[string]any{"ngay": k.on.ISO(), "ngaySinhCon": born.ISO(), "daNghi": law.VietNua(min(used, 2*366))})
	if err != nil {
		return e, err
	}
	e.Conditions = append(e.Conditions, k.joined(ofChildren))
	e.take(res, lack)
	e.unclear(unclear)
	return e, nil
}

// children reckons the days for each sick child that a period tells of.
func (k *reckoning) children() error {
	told := false
	for _, born := range k.used.children() {
		if born > k.on {
			continue
		}
		e, err := k.child(born)
		if err != nil {
			return err
		}
		if e.Allowed != nil && *e.Allowed == 0 && *e.Used == 0 {
			continue // grown out of it
		}
		told = true
		k.put(e)
	}
	if !told {
		e := k.item(facts.ConOm, "Con ốm")
		e.Conditions = append(e.Conditions, k.joined(ofChildren), cond(MetUnknown, fmt.Sprintf("có con dưới %[1]s tuổi: %[3]s ngày một năm cho mỗi con dưới %[2]s tuổi, %[4]s ngày cho mỗi con từ đủ %[2]s tuổi",
			k.figure("con-om-tuoi-toi-da"), k.figure("con-om-tuoi-nho"), k.figure("con-om-so-ngay-duoi-3-tuoi"), k.figure("con-om-so-ngay-duoi-7-tuoi")), ofChildren))
		e.Unknown = append(e.Unknown, "ngày sinh của con")
		k.put(e)
	}
	return nil
}

// convalescence reckons the days of rest after sickness.
func (k *reckoning) convalescence() error {
	e := k.item(facts.DuongSucOmDau, "Dưỡng sức sau ốm đau")
	within, ok := k.book.Get("duong-suc-han", k.on)
	need, okNeed := k.book.Get("duong-suc-om-dau-dieu-kien", k.on)
	if !ok || !okNeed {
		e.Unknown = append(e.Unknown, fmt.Sprintf("số liệu của luật cho ngày %s", k.on))
		k.put(e)
		return nil
	}
	last, had := k.used.lastBefore(k.on, facts.OmDau, facts.DaiNgay)
	soonEnough := had && int64(k.on.Sub(last.DenNgay)) <= within.Amount
	year := k.year
	if soonEnough && last.DenNgay.Year() < year { // the right of last year, taken in January
		year = last.DenNgay.Year()
		e.Label += fmt.Sprintf(" (của năm %d)", year)
	}
	own, unclear := k.used.inYear(year, 0, facts.OmDau)
	long, more := k.used.inYear(year, 0, facts.DaiNgay)
	unclear = append(unclear, more...)
	ill := own + long
	enough := cond(MetNo, fmt.Sprintf("đã hưởng ốm đau từ đủ %d ngày trong năm: đã ghi %s", need.Amount, law.VietNua(ill)), need.Basis)
	switch {
	case ill >= 2*need.Amount:
		enough.Met = MetYes
	case len(unclear) > 0:
		enough.Met = MetUnknown
	default:
		if kids, _ := k.used.inYear(year, 0, facts.ConOm); kids > 0 && ill+kids >= 2*need.Amount {
			enough.Met, enough.Say = MetUnknown, enough.Say+fmt.Sprintf(", cộng %s ngày chăm con ốm mới đủ; luật không nói rõ có cộng hay không", law.VietNua(kids))
		}
	}
	e.Conditions = append(e.Conditions, enough)
	soon := cond(MetNo, fmt.Sprintf("trong %d ngày kể từ ngày hết nghỉ ốm", within.Amount), within.Basis)
	if had {
		soon.Say += fmt.Sprintf(" (đợt cuối hết ngày %s)", last.DenNgay)
	}
	if soonEnough {
		soon.Met = MetYes
	}
	e.Conditions = append(e.Conditions, soon)
	reason := last.TruongHop
	if reason == "" || reason == "doi" {
		reason = "khac"
	}
	if enough.Met == MetYes && soon.Met == MetYes {
		rested := k.used.rested(year, within.Amount)
		res, lack, err := k.ask("han-muc-duong-suc", map[string]any{"sau": "omDau", "hetNghi": last.DenNgay.ISO(), "ngay": k.on.ISO(),
			"ngayOm": law.VietNua(min(ill, 2*366)), "loai": reason, "daNghi": law.VietNua(min(rested, 60))})
		if err != nil {
			return err
		}
		e.take(res, lack)
		if last.TruongHop == "" {
			e.AtLeast = true
			e.Unknown = append(e.Unknown, fmt.Sprintf("lý do: bệnh dài ngày %s ngày, phẫu thuật %s ngày, trường hợp khác %s ngày",
				k.figure("duong-suc-om-dau-dai-ngay"), k.figure("duong-suc-om-dau-phau-thuat"), k.figure("duong-suc-om-dau-khac")))
		}
	}
	e.unclear(unclear)
	k.put(e)
	return nil
}
