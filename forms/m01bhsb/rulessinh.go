package m01bhsb

import (
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/law/lich"
)

// sinhRules are the rules of birth, for the mother and for the father.
func sinhRules() []form.Rule {
	return []form.Rule{
		form.Require("52", NgaySinhCon, conMoi, form.By(canh("34")+"; "+luoi)),
		form.Check("53", NgaySinhCon, form.Always, "Ngày sinh của con: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || NgaySinhCon.Get(l.Row) <= l.Today }, form.By(canh("15"))),
		form.Require("54", SoCon, conMoi, form.By(luoi)),
		form.Check("55", SoCon, form.Always, "Số con: từ 1 đến 9",
			func(l *form.Look) bool { n := SoCon.Get(l.Row); return n >= 1 && n <= 9 }, form.By(luoi)),
		form.Require("56", DieuKienSinhCon, sinhMoi, form.By(luoi+", cột điều kiện sinh con")),
		form.Check("57", DieuKienSinhCon, SoCon.Filled(), "Điều kiện sinh con: phải hợp với Số con (SC1 một con, SC2 hai con, SC3 từ ba con)",
			func(l *form.Look) bool {
				return DieuKienSinhCon.Get(l.Row) == fmt.Sprintf("SC%d", min(max(SoCon.Get(l.Row), 1), 3))
			}, form.By(luoi+", cột điều kiện sinh con")),
		form.Check("58", TuNgay, form.All(me, NgaySinhCon.Filled()), "Từ ngày: không sau Ngày sinh của con, mẹ nghỉ chậm nhất từ ngày sinh",
			func(l *form.Look) bool { return TuNgay.Get(l.Row) <= NgaySinhCon.Get(l.Row) }, form.By(canh("14")), form.Warn),
		form.Judge("59", TuNgay, form.All(sinh, NgaySinhCon.Filled()), "không sớm hơn số tháng được nghỉ trước khi sinh", nghiQuaSom, form.By(canh("74")+"; "+luat+"53 khoản 1")),
		form.Judge("60", DenNgay, form.All(me, TuNgay.Filled(), SoCon.Filled()), "đúng số tháng nghỉ khi sinh con", hetNghiSinh, form.By(luat+"53 khoản 1; Bộ luật Lao động 45/2019/QH14 Điều 139 khoản 1")),
		form.Check("61", NgayDiLam, form.All(TuNgay.Filled(), form.Not(duongSuc)), "Ngày đi làm thực tế: không trước Từ ngày",
			func(l *form.Look) bool { return NgayDiLam.Get(l.Row) >= TuNgay.Get(l.Row) }, form.By(canh("23"))),
		form.Judge("62", NgayDiLam, me, "đã nghỉ đủ số tháng ít nhất và chưa hết thời gian nghỉ", diLamSom, form.By(luat+"53 khoản 1; Bộ luật Lao động 45/2019/QH14 Điều 139 khoản 4"), form.Trust(form.Medium), form.Warn),
		form.Judge("63", TuNgay, form.All(CheDo.In("chaNghi"), NgaySinhCon.Filled()), "trong số ngày kể từ ngày vợ sinh con", chaQuaHan, form.By(canh("28")+"; "+luat+"53 khoản 3")),
		form.Over("64", TongSo, "các lần nghỉ khi vợ sinh không quá số ngày của luật", hanMucCha, form.By(luat+"53 khoản 2")),
		form.Over("65", MaSoBHXHMe, "có mã số BHXH hoặc số CCCD của mẹ khi lao động nam hưởng chế độ", thieuMe, form.By(luoi+", cột mẹ")),
		form.Over("66", CheDo, "trợ cấp một lần chỉ cho một người mỗi lần sinh", haiNguoiMotLan, form.By(luat+"58 khoản 1, khoản 2")),
		form.Check("67", GhiChu, form.All(phatSinh, SinhConThuHai.Yes()), "Ghi chú: ghi rõ sinh con thứ hai, vì mẫu và tệp điện tử chưa có ô riêng",
			func(l *form.Look) bool { return coChu(GhiChu.Get(l.Row), "thu hai", "con thu 2") }, form.By("Luật Dân số 113/2025/QH15; Nghị định 168/2026/NĐ-CP"), form.Trust(form.Medium), form.Warn),
		form.Require("68", GhiChu, form.All(phatSinh, SinhConThuHai.Yes()).Named("sinh con thứ hai: mẫu và tệp điện tử chưa có ô riêng"), form.By("Luật Dân số 113/2025/QH15; Nghị định 168/2026/NĐ-CP"), form.Trust(form.Medium), form.Warn),
	}
}

func nghiQuaSom(l *form.Look) form.Verdict {
	early, ok := so("sinh-con-nghi-truoc-thang", NgaySinhCon.Get(l.Row))
	if !ok || TuNgay.Get(l.Row) >= lich.ThemThang(NgaySinhCon.Get(l.Row), -int(early.Amount)) {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("nghỉ trước khi sinh không quá %d tháng, sớm nhất từ %s", early.Amount, lich.ThemThang(NgaySinhCon.Get(l.Row), -int(early.Amount)))}
}

// thangSinh is how many months a birth gives: the least and the most that the law
// can be read to give. ok is false before the law has a figure. Whether the months
// for further children are added to the seven of a second child is not settled.
func thangSinh(r form.Row) (least, most int, ok bool) {
	on := NgaySinhCon.Get(r)
	base, known := so("sinh-con-so-thang", on)
	if !known {
		return 0, 0, false
	}
	extra := (SoCon.Get(r) - 1) * soLuong("sinh-con-them-moi-con", on)
	n := base.Amount + extra
	second, has := so("sinh-con-so-thang-con-thu-hai", on)
	if !SinhConThuHai.Get(r) || !has {
		return int(n), int(n), true
	}
	return int(second.Amount), int(second.Amount + extra), true
}

// hetNghiSinh holds the last day against the months of leave. After a child's death
// the leave is another, which the row cannot tell.
func hetNghiSinh(l *form.Look) form.Verdict {
	r := l.Row
	least, most, ok := thangSinh(r)
	if !ok || NgayConChet.Known(r) || SoCon.Get(r) < 1 {
		return form.Verdict{}
	}
	first, last := lich.HetThang(TuNgay.Get(r), least), lich.HetThang(TuNgay.Get(r), most)
	switch d := DenNgay.Get(r); {
	case d > last:
		return form.Verdict{Say: fmt.Sprintf("nghỉ %d tháng từ %s thì hết ngày %s. Sửa ngày, hoặc xem lại số con và sinh con thứ hai", most, TuNgay.Get(r), last), Fix: last.String()}
	case d < first:
		return form.Verdict{Say: fmt.Sprintf("nghỉ %d tháng từ %s thì hết ngày %s. Đi làm sớm thì vẫn ghi đủ và ghi Ngày đi làm thực tế", least, TuNgay.Get(r), first), Warn: true}
	}
	return form.Verdict{}
}

func diLamSom(l *form.Look) form.Verdict {
	r := l.Row
	d, sinh := NgayDiLam.Get(r), TuNgay.Get(r)
	need, ok := so("sinh-con-di-lam-som-thang", NgaySinhCon.Get(r))
	switch {
	case ok && sinh.Valid() && d < lich.ThemThang(sinh, int(need.Amount)):
		return form.Verdict{Say: fmt.Sprintf("đi làm sớm khi đã nghỉ ít nhất %d tháng, tức từ %s", need.Amount, lich.ThemThang(sinh, int(need.Amount)))}
	case DenNgay.Known(r) && d > DenNgay.Get(r):
		return form.Verdict{Say: "để trống khi đi làm sau lúc hết thời gian nghỉ"}
	}
	return form.Verdict{}
}

func chaQuaHan(l *form.Look) form.Verdict {
	tu, sinh := TuNgay.Get(l.Row), NgaySinhCon.Get(l.Row)
	limit, ok := so("cha-nghi-han", sinh)
	switch {
	case tu < sinh:
		return form.Verdict{Say: "không trước ngày vợ sinh con " + sinh.String()}
	case ok && !trong(tu, sinh, limit.Amount):
		return form.Verdict{Say: fmt.Sprintf("bắt đầu nghỉ trong %d ngày kể từ ngày vợ sinh, chậm nhất %s", limit.Amount, sinh.Add(int(limit.Amount)-1))}
	}
	return form.Verdict{}
}

// ngayCha is how many working days the father of a birth may take: the greatest
// that the case gives.
func ngayCha(r form.Row) int64 {
	on, n := NgaySinhCon.Get(r), SoCon.Get(r)
	name := "thuong"
	switch {
	case n >= 2 && PhauThuat32.Get(r):
		name = "sinh-doi-phau-thuat"
	case n >= 2:
		name = "sinh-doi"
	case PhauThuat32.Get(r):
		name = "phau-thuat"
	}
	quota := soLuong("cha-nghi-"+name, on)
	if n >= 3 {
		quota += (n - 2) * soLuong("cha-nghi-them-moi-con", on)
	}
	if SinhConThuHai.Get(r) {
		quota = max(quota, soLuong("cha-nghi-con-thu-hai", on))
	}
	return quota
}

func hanMucCha(_ *form.Doc, rows []form.Row) []form.Hit {
	return congDon(rows, func(r form.Row) (string, int64) {
		if CheDo.Get(r) != "chaNghi" || khoa(r) == "" || !NgaySinhCon.Known(r) || !SoCon.Known(r) {
			return "", 0
		}
		return khoa(r) + NgaySinhCon.Get(r).ISO(), ngayCha(r)
	}, func(sum, limit int64) string {
		return fmt.Sprintf("lần vợ sinh này được nghỉ nhiều nhất %d ngày làm việc, đang ghi %s. Bớt số ngày, hoặc ghi số con, phẫu thuật, sinh con thứ hai", limit, viet(sum))
	})
}

func thieuMe(_ *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if Phan.Get(r) == PhatSinh && cuaCha.Test(r) && !MaSoBHXHMe.Known(r) && !SoCCCDMe.Known(r) {
			hits = append(hits, form.Hit{I: i, Say: "ghi mã số BHXH hoặc số CCCD của mẹ khi lao động nam hưởng chế độ"})
		}
	}
	return hits
}

// haiNguoiMotLan finds a father's lump sum beside the mother's own claim of the
// birth, or two of one birth.
func haiNguoiMotLan(_ *form.Doc, rows []form.Row) []form.Hit {
	type lan struct {
		me   string
		sinh law.Day
	}
	first := map[lan]int{}
	mark := func(me string, sinh law.Day, i int) {
		if k := (lan{me, sinh}); me != "" && sinh != 0 {
			if _, seen := first[k]; !seen {
				first[k] = i
			}
		}
	}
	for i, r := range rows {
		if Phan.Get(r) != PhatSinh {
			continue
		}
		if CheDo.Get(r) == "sinhCon" && me.Test(r) {
			mark(MaSoBHXH.Get(r), NgaySinhCon.Get(r), i)
			mark(SoCCCD.Get(r), NgaySinhCon.Get(r), i)
		}
		if CheDo.Get(r) == "chaMotLan" {
			mark(MaSoBHXHMe.Get(r), NgaySinhCon.Get(r), i)
			mark(SoCCCDMe.Get(r), NgaySinhCon.Get(r), i)
		}
	}
	var hits []form.Hit
	for i, r := range rows {
		if Phan.Get(r) != PhatSinh || CheDo.Get(r) != "chaMotLan" {
			continue
		}
		for _, m := range []string{MaSoBHXHMe.Get(r), SoCCCDMe.Get(r)} {
			if j, seen := first[lan{m, NgaySinhCon.Get(r)}]; m != "" && seen && j != i {
				hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("dòng %d đã đề nghị cho lần sinh này. Trợ cấp một lần của cha chỉ có khi mẹ không đủ điều kiện, và chỉ một người hưởng", j+1)})
				break
			}
		}
	}
	return hits
}
