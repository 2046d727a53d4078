package m01bhsb

import (
	"fmt"

	"ankhai/forms/form"
)

// duongSucRules are the rules of convalescence.
func duongSucRules() []form.Rule {
	return []form.Rule{
		form.Require("90", NgayTroLai, dsMoi, form.By(luoi+", cột ngày trở lại làm việc")),
		tuongLai("91", NgayTroLai),
		form.Judge("92", TuNgay, form.All(duongSuc, NgayTroLai.Filled()), "sau khi trở lại làm việc và trong 30 ngày kể từ ngày hết thời gian nghỉ", quaHanDuongSuc,
			form.By(canh("30/38")+"; "+luat+"46 khoản 1, Điều 60 khoản 1; Luật 84/2015/QH13 Điều 54")),
		form.Judge("93", TongSo, duongSuc, "không quá số ngày theo trường hợp", quaMucDuongSuc,
			form.By(luat+"46 khoản 2, Điều 60 khoản 2; Luật 84/2015/QH13 Điều 54 khoản 2")),
		form.Over("94", TongSo, "dưỡng sức sau ốm đau trong một năm không quá số ngày của luật", hanMucDuongSuc, form.By(luat+"46 khoản 1")),
		form.Check("95", TruongHop, CheDo.In("duongSucOmDau"), "Trường hợp dưỡng sức: sau ốm đau không có trường hợp sinh từ hai con",
			func(l *form.Look) bool { return TruongHop.Get(l.Row) != "doi" }, form.By(luat+"46 khoản 2")),
		form.Check("96", TruongHop, CheDo.In("duongSucThaiSan"), "Trường hợp dưỡng sức: sau thai sản không có trường hợp bệnh dài ngày",
			func(l *form.Look) bool { return TruongHop.Get(l.Row) != "daiNgay" }, form.By(luat+"60 khoản 2")),
		form.Require("97", TyLeSuyGiam, form.All(phatSinh, tnld).Named("dưỡng sức sau TNLĐ-BNN mới phát sinh"), form.By(luoi+", cột 8.1")),
		form.Judge("98", TyLeSuyGiam, form.Always, "từ 0 đến 100; dưỡng sức cần từ đủ 15%", tyLeCoThat, form.By("Luật 84/2015/QH13 Điều 54 khoản 2"), form.Trust(form.Medium)),
		form.Require("99", NgayGiamDinh, form.All(phatSinh, tnld).Named("dưỡng sức sau TNLĐ-BNN mới phát sinh"), form.By(luoi+", cột 8.2")),
		tuongLai("100", NgayGiamDinh),
		form.Judge("101", NgayDiLam, CheDo.In("duongSucThaiSan"), "đi làm trước khi hết thời gian nghỉ sinh thì không có dưỡng sức", func(l *form.Look) form.Verdict {
			return form.Verdict{Say: "đã đi làm trước khi hết thời gian nghỉ sinh thì không được dưỡng sức. Bỏ dòng này hoặc để trống ô"}
		}, form.By(luat+"60 khoản 4")),
	}
}

// quaHanDuongSuc counts from the day before the return to work, the latest day on
// which the leave before can have ended.
func quaHanDuongSuc(l *form.Look) form.Verdict {
	tu, lai := TuNgay.Get(l.Row), NgayTroLai.Get(l.Row)
	limit, ok := so("duong-suc-han", tu)
	switch {
	case tu < lai:
		return form.Verdict{Say: "trước ngày trở lại làm việc " + lai.String() + ". Dưỡng sức là nghỉ sau khi đã trở lại làm việc mà sức khoẻ chưa phục hồi", Warn: true}
	case ok && int64(tu.Sub(lai.Add(-1))) > limit.Amount:
		return form.Verdict{Say: fmt.Sprintf("đã %d ngày kể từ khi hết thời gian nghỉ, dưỡng sức phải trong %d ngày, chậm nhất %s", tu.Sub(lai.Add(-1)), limit.Amount, lai.Add(int(limit.Amount)-1))}
	}
	return form.Verdict{}
}

// quaMucDuongSuc takes the greatest figure while nobody has said which case it is.
func quaMucDuongSuc(l *form.Look) form.Verdict {
	r := l.Row
	on, n := TuNgay.Get(r), TongSo.Get(r)
	if tnld.Test(r) {
		limit := mucTNLD(r)
		if !TyLeSuyGiam.Known(r) || limit == 0 || n <= limit*nghin {
			return form.Verdict{}
		}
		return form.Verdict{Say: fmt.Sprintf("mức suy giảm %s%% được dưỡng sức nhiều nhất %d ngày", TyLeSuyGiam.Show(TyLeSuyGiam.Column.Get(r)), limit)}
	}
	prefix := map[string]string{"duongSucOmDau": "duong-suc-om-dau-", "duongSucThaiSan": "duong-suc-thai-san-"}[CheDo.Get(r)]
	muc := map[string]string{"daiNgay": "dai-ngay", "doi": "doi", "phauThuat": "phau-thuat", "khac": "khac"}[TruongHop.Get(r)]
	most := max(soLuong(prefix+"dai-ngay", on), soLuong(prefix+"doi", on))
	limit := soLuong(prefix+muc, on)
	switch {
	case most == 0:
		return form.Verdict{}
	case n > most*nghin:
		return form.Verdict{Say: fmt.Sprintf("dưỡng sức nhiều nhất %d ngày", most)}
	case muc != "" && limit != 0 && n > limit*nghin:
		return form.Verdict{Say: fmt.Sprintf("trường hợp này được dưỡng sức nhiều nhất %d ngày", limit)}
	case muc == "" && n > soLuong(prefix+"khac", on)*nghin:
		return form.Verdict{Say: fmt.Sprintf("trên %d ngày thì chọn Trường hợp dưỡng sức và ghi rõ ở Ghi chú", soLuong(prefix+"khac", on)), Warn: true}
	}
	return form.Verdict{}
}

// mucTNLD is the figure of days by the loss of ability to work, 0 below the least.
func mucTNLD(r form.Row) int64 {
	on, rate := TuNgay.Get(r), TyLeSuyGiam.Get(r)
	for _, muc := range []string{"51", "31", "15"} {
		if from, ok := so("duong-suc-tnld-moc-"+muc, on); ok && rate >= from.Amount*100 {
			return soLuong("duong-suc-tnld-"+muc, on)
		}
	}
	return 0
}

func tyLeCoThat(l *form.Look) form.Verdict {
	rate := TyLeSuyGiam.Get(l.Row)
	least, ok := so("duong-suc-tnld-moc-15", TuNgay.Get(l.Row))
	switch {
	case rate < 0 || rate > 100*100:
		return form.Verdict{Say: "từ 0 đến 100"}
	case tnld.Test(l.Row) && ok && rate < least.Amount*100:
		return form.Verdict{Say: fmt.Sprintf("dưới %d%% thì luật không nêu số ngày dưỡng sức. Xem lại biên bản giám định", least.Amount)}
	}
	return form.Verdict{}
}

func hanMucDuongSuc(_ *form.Doc, rows []form.Row) []form.Hit {
	return congDon(rows, func(r form.Row) (string, int64) {
		if CheDo.Get(r) != "duongSucOmDau" {
			return "", 0
		}
		return nam(r), soLuong("duong-suc-om-dau-nam", TuNgay.Get(r))
	}, func(sum, limit int64) string {
		return fmt.Sprintf("cộng các dòng của người này trong năm được %s ngày, luật cho nhiều nhất %d ngày một năm", viet(sum), limit)
	})
}
