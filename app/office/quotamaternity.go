package office

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// maternity reckons what a woman or a father may have. Where the sex is not known,
// both are told.
func (k *reckoning) maternity() error {
	var parts []func() error
	if k.who.GioiTinh != facts.Nam {
		parts = append(parts, k.visits, k.birth, k.afterBirth)
	}
	if k.who.GioiTinh != facts.Nu {
		parts = append(parts, k.father)
	}
	from := len(k.items)
	for _, part := range parts {
		if err := part(); err != nil {
			return err
		}
	}
	for i := from; k.who.GioiTinh == "" && i < len(k.items); i++ {
		k.items[i].Unknown = append(k.items[i].Unknown, "giới tính")
	}
	return nil
}

// pregnancy is longer than any: visits further apart belong to two.
const pregnancy = 300 // days

// visits reckons visits to the doctor in a pregnancy.
func (k *reckoning) visits() error {
	e := k.item(facts.KhamThai, "Khám thai")
	e.Conditions = append(e.Conditions, k.joined("Luật 41/2024/QH15 Điều 50 khoản 1, Điều 51"))
	times, halves, since := 0, int64(0), k.on.Add(-pregnancy)
	for _, b := range k.used.of(0, facts.SayThai, facts.SinhCon, facts.MangThaiHo) {
		if b.TuNgay <= k.on {
			since = max(since, b.TuNgay)
		}
	}
	first := law.Day(0)
	for _, b := range k.used.of(0, facts.KhamThai) {
		if b.TuNgay > since && b.TuNgay <= k.on {
			if first == 0 {
				first = b.TuNgay
			}
			times, halves = times+1, halves+b.NuaNgay
		}
	}
	res, lack, err := k.ask("han-muc-thai-san", map[string]any{"cheDo": "khamThai", "ngay": k.on.ISO(), "lanKham": min(times, 20), "daNghi": law.VietNua(min(halves, 120))})
	if err != nil {
		return err
	}
	e.take(res, lack)
	if times > 0 {
		e.Warnings = append(e.Warnings, fmt.Sprintf("Coi %d lần khám từ %s là của một lần mang thai", times, first))
	}
	k.put(e)
	return nil
}

// birth reckons a mother's leave as if she gave birth in the month of the day.
func (k *reckoning) birth() error {
	e := k.item(facts.SinhCon, "Sinh con, nếu sinh trong tháng "+k.on.Month().String())
	answers := map[string]any{"truongHop": "sinhCon", "ngay": k.on.ISO(), "thangDong12": k.work.In12.Paid}
	res, lack, err := k.ask("dieu-kien-thai-san", answers)
	if err != nil {
		return err
	}
	if k.work.In12.Known == k.work.In12.Of { // otherwise it would tell a lack that nobody knows of
		e.Working = append(e.Working, res.Working...)
	}
	if lack != "" {
		e.Unknown = append(e.Unknown, lack)
		k.put(e)
		return nil
	}
	e.Conditions = append(e.Conditions, k.enoughMonths(), or(k.enoughWhenPrescribed()), or(k.enoughWhenTreated()))
	if k.work.In12.Known < k.work.In12.Of {
		e.Unknown = append(e.Unknown, fmt.Sprintf("%d tháng trong 12 tháng qua, trước tháng %s", k.work.In12.Of-k.work.In12.Known, k.work.Since))
	}
	months, lack, err := k.ask("thang-nghi-sinh", map[string]any{"ngaySinh": k.on.ISO(), "soCon": 1, "conThuHai": false})
	if err != nil {
		return err
	}
	e.take(months, lack)
	e.Months = months.Total
	if second, ok := k.book.Get("sinh-con-so-thang-con-thu-hai", k.on); ok {
		e.Warnings = append(e.Warnings, fmt.Sprintf("Sinh con thứ hai: %d tháng (%s). %s", second.Amount, second.Basis, second.Note))
	}
	e.Warnings = append(e.Warnings, "Sinh đôi trở lên: thêm "+k.figure("sinh-con-them-moi-con")+" tháng cho mỗi con từ con thứ hai")
	k.put(e)
	return nil
}

// or is a condition that may hold in place of the one before.
func or(c Condition) Condition {
	c.Or = true
	return c
}

// months tells a window of months against a number that is needed of them.
func (k *reckoning) months(w Window, name, say string) Condition {
	need, ok := k.book.Get(name, k.on)
	if !ok {
		return Condition{Met: MetUnknown, Say: say + ": chưa có số liệu của luật"}
	}
	c := Condition{Met: MetUnknown, Basis: need.Basis, Say: fmt.Sprintf("%s: cần từ đủ %d, danh sách có %d", say, need.Amount, w.Paid)}
	switch {
	case int64(w.Paid) >= need.Amount:
		c.Met = MetYes
	case int64(w.Most()) < need.Amount:
		c.Met = MetNo
	}
	return c
}

// enoughMonths is the plain condition. The law does not say whether the month of
// birth is one of the twelve; where that decides, nobody knows.
func (k *reckoning) enoughMonths() Condition {
	c := k.months(k.work.In12, "thai-san-dieu-kien-thang", "đóng trong 12 tháng liền kề trước khi sinh")
	if other := k.months(k.work.In12Now, "thai-san-dieu-kien-thang", ""); c.Met != other.Met && c.Met != MetUnknown {
		c.Met = MetUnknown
		c.Say += fmt.Sprintf("; kể cả tháng sinh là %d. Luật không nói tháng sinh có tính hay không: hỏi cơ quan BHXH", k.work.In12Now.Paid)
	}
	return c
}

// enoughWhenPrescribed is the condition of a pregnancy for which rest was prescribed.
func (k *reckoning) enoughWhenPrescribed() Condition {
	short := k.months(k.work.In12, "thai-san-dieu-kien-duong-thai", "hoặc khi phải nghỉ dưỡng thai: đóng trong 12 tháng liền kề trước khi sinh")
	need, ok := k.book.Get("thai-san-dieu-kien-tong-duong-thai", k.on)
	total, known := k.work.Total()
	if !ok {
		return short
	}
	short.Say += fmt.Sprintf(", và tổng từ đủ %d tháng, danh sách có %d", need.Amount, total)
	switch {
	case short.Met == MetNo, total >= need.Amount:
	case known:
		short.Met = MetNo
	default:
		short.Met = MetUnknown
	}
	return short
}

// enoughWhenTreated is the condition of who had to stop work to be treated for
// infertility.
func (k *reckoning) enoughWhenTreated() Condition {
	return k.months(k.work.In24, "thai-san-dieu-kien-vo-sinh", "hoặc khi phải nghỉ điều trị vô sinh: đóng trong 24 tháng liền kề trước khi sinh")
}

// afterBirth reckons the days of rest after a maternity leave.
func (k *reckoning) afterBirth() error {
	e := k.item(facts.DuongSucThaiSan, "Dưỡng sức sau thai sản")
	within, ok := k.book.Get("duong-suc-han", k.on)
	if !ok {
		e.Unknown = append(e.Unknown, fmt.Sprintf("số liệu của luật cho ngày %s", k.on))
		k.put(e)
		return nil
	}
	last, had := k.used.lastBefore(k.on, facts.SinhCon, facts.SayThai, facts.MangThaiHo)
	c := cond(MetNo, fmt.Sprintf("trong %d ngày kể từ ngày hết nghỉ thai sản", within.Amount), "Luật 41/2024/QH15 Điều 60 khoản 1")
	if had {
		c.Say += fmt.Sprintf(" (đợt cuối hết ngày %s)", last.DenNgay)
	}
	if had && int64(k.on.Sub(last.DenNgay)) <= within.Amount {
		c.Met = MetYes
	}
	e.Conditions = append(e.Conditions, c)
	if c.Met == MetYes {
		reason := last.TruongHop
		if reason == "" || reason == "daiNgay" {
			reason = "khac"
		}
		res, lack, err := k.ask("han-muc-duong-suc", map[string]any{"sau": "thaiSan", "hetNghi": last.DenNgay.ISO(), "ngay": k.on.ISO(), "loai": reason,
			"daNghi": law.VietNua(min(restedAfter(k.used.of(0, facts.DuongSucThaiSan), last), 60))})
		if err != nil {
			return err
		}
		e.take(res, lack)
		e.Conditions = append(e.Conditions, cond(MetUnknown, "không trở lại làm việc trước khi hết thời gian nghỉ sinh", "Luật 41/2024/QH15 Điều 60 khoản 4"))
		if last.TruongHop == "" {
			e.AtLeast = true
			e.Unknown = append(e.Unknown, fmt.Sprintf("lý do: sinh một lần từ hai con %s ngày, sinh phải phẫu thuật %s ngày, trường hợp khác %s ngày",
				k.figure("duong-suc-thai-san-doi"), k.figure("duong-suc-thai-san-phau-thuat"), k.figure("duong-suc-thai-san-khac")))
		}
	}
	k.put(e)
	return nil
}

// restedAfter adds up the rest that was taken after a leave.
func restedAfter(all []storage.Benefit, leave storage.Benefit) (halves int64) {
	for _, b := range all {
		if b.TuNgay >= leave.DenNgay {
			halves += b.NuaNgay
		}
	}
	return halves
}

// father reckons a father's leave: for a birth that a period tells of while it may
// still be begun, or as the law gives it.
func (k *reckoning) father() error {
	e := k.item(facts.ChaNghi, "Cha nghỉ khi vợ sinh con")
	e.Conditions = append(e.Conditions, k.joined("Luật 41/2024/QH15 Điều 53 khoản 2"))
	limit, _ := k.book.Get("cha-nghi-han", k.on)
	born := k.on
	for _, b := range k.used.of(0, facts.ChaNghi) {
		if b.NgaySinhCon != 0 && b.NgaySinhCon <= k.on && int64(k.on.Sub(b.NgaySinhCon)) < limit.Amount {
			born, e.Child = b.NgaySinhCon, b.NgaySinhCon
		}
	}
	used := int64(0)
	if e.Child != 0 {
		e.Label += " sinh " + e.Child.String()
		for _, b := range k.used.of(e.Child, facts.ChaNghi) {
			used += b.NuaNgay
		}
	}
	res, lack, err := k.ask("han-muc-thai-san", map[string]any{"cheDo": "chaNghi", "ngay": born.ISO(), "soCon": 1, "conThuHai": false, "daNghi": law.VietNua(min(used, 120))})
	if err != nil {
		return err
	}
	e.take(res, lack)
	if lack == "" {
		e.AtLeast = true
		e.Conditions = append(e.Conditions, cond(MetUnknown, fmt.Sprintf("bắt đầu nghỉ trong %d ngày kể từ ngày vợ sinh", limit.Amount), limit.Basis))
		e.Unknown = append(e.Unknown, fmt.Sprintf("cách sinh và số con: phẫu thuật hoặc dưới 32 tuần %s ngày, sinh đôi %s ngày", k.figure("cha-nghi-phau-thuat"), k.figure("cha-nghi-sinh-doi")))
		if second, ok := k.book.Get("cha-nghi-con-thu-hai", born); ok {
			e.Warnings = append(e.Warnings, fmt.Sprintf("Vợ sinh con thứ hai: %d ngày (%s). %s", second.Amount, second.Basis, second.Note))
		}
	}
	k.put(e)
	return nil
}
