package d03ts

import (
	"fmt"
	"slices"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

const luatYT = "Luật Bảo hiểm y tế Điều 13; Nghị định 188/2025/NĐ-CP"

// dongRules are the rules of what is paid, for how long, and of what is paid back.
func dongRules() []form.Rule {
	phanTram := func(code string, c form.RateColumn) form.Rule {
		return form.Check(code, c, form.Always, c.Label+": từ 0 đến 100",
			func(l *form.Look) bool { return c.Get(l.Row) >= 0 && c.Get(l.Row) <= motTram }, form.By(tepDT))
	}
	return []form.Rule{
		form.Require("31", TuNgay, form.Always, form.By(tepDT)),
		form.Require("32", SoThang, conDong, form.By(tepDT)),
		form.Check("33", SoThang, form.Always, "Số tháng tham gia: từ 1 tháng trở lên",
			func(l *form.Look) bool { return SoThang.Get(l.Row) >= 1 }, form.By(tepDT)),
		form.Check("34", SoThang, theoHo, "Số tháng tham gia: hộ gia đình đóng 3, 6 hoặc 12 tháng",
			func(l *form.Look) bool { return slices.Contains([]int64{3, 6, 12}, SoThang.Get(l.Row)) },
			form.By(luatYT), form.Trust(form.Medium), form.Warn),
		form.Require("35", TienDong, conDong, form.By(tepDT)),
		form.Check("36", TienDong, conDong, "Tổng số tiền đóng: từ 0 đồng trở lên",
			func(l *form.Look) bool { return TienDong.Get(l.Row) >= 0 }, form.By(tepDT)),
		form.Judge("37", MucDong, form.All(theoHo, conDong), "theo thứ tự người trong hộ", mucHo, form.By(luatYT), form.Warn),
		form.Judge("38", TienDong, form.All(theoHo, conDong), "theo thứ tự người trong hộ và số tháng", tienHo, form.By(luatYT), form.Warn),
		form.Check("39", ThuTu, form.Always, "Người thứ mấy trong hộ: từ 1 trở lên",
			func(l *form.Look) bool { return ThuTu.Get(l.Row) >= 1 }, form.By(luatYT)),
		form.Over("40", ThuTu, "mỗi hộ có một người thứ 1, một người thứ 2 …, không bỏ cách", thuTuHo, form.By(luatYT), form.Trust(form.Medium), form.Warn),
		phanTram("41", TyLeNSDP), phanTram("42", HoTroKhac),
		form.Check("43", TyLeNSDP, form.Always, "Ngân sách địa phương hỗ trợ (%): các tỷ lệ hỗ trợ cộng lại không quá 100",
			func(l *form.Look) bool { return hoTro(l) <= motTram }, form.By(tepDT), form.Trust(form.Medium)),
		form.Check("44", NgayBienLai, form.Always, "Ngày biên lai: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || NgayBienLai.Get(l.Row) <= l.Today }, form.By(manHinh)),
		form.Require("45", NgayBienLai, SoBienLai.Filled(), form.By(manHinh)),
		form.Require("46", SoBienLai, NgayBienLai.Filled(), form.By(manHinh)),
		form.Require("47", SoBienLai, form.All(theoHo, conDong), form.By(manHinh), form.Trust(form.Medium), form.Warn),
		form.Check("51", HoanTien, form.Always, "Hoàn trả số tiền: chỉ ghi khi Phương án là GH",
			func(l *form.Look) bool { return giam.Test(l.Row) }, form.By(manHinh), form.Trust(form.Medium)),
		form.Require("52", HoanTu, hoanTra, form.By(manHinh)),
		form.Require("53", HoanSoThang, hoanTra, form.By(manHinh)),
		form.Require("54", HoanTien, hoanTra, form.By(manHinh)),
		form.Require("55", HoanLyDo, hoanTra, form.By(manHinh)),
		form.Check("56", HoanSoThang, SoThang.Filled(), "Hoàn trả số tháng: không quá Số tháng tham gia",
			func(l *form.Look) bool {
				return HoanSoThang.Get(l.Row) >= 1 && HoanSoThang.Get(l.Row) <= SoThang.Get(l.Row)
			},
			form.By("Quyết định 595/QĐ-BHXH Điều 20"), form.Trust(form.Medium)),
		form.Judge("57", HoanTien, form.All(theoHo, HoanSoThang.Filled()), "số tháng chưa dùng nhân mức đóng một tháng", tienHoan,
			form.By("Quyết định 595/QĐ-BHXH Điều 20"), form.Trust(form.Medium), form.Warn),
		form.Check("58", HoanTu, BaoGiamTu.Filled(), "Hoàn trả từ tháng: không trước Báo giảm từ tháng",
			func(l *form.Look) bool { return HoanTu.Get(l.Row) >= BaoGiamTu.Get(l.Row) }, form.By(manHinh), form.Trust(form.Inferred), form.Warn),
	}
}

func mucHo(l *form.Look) form.Verdict {
	on := ngayDong(l)
	muc, _, ok := MucHo(ThuTu.Get(l.Row), on)
	if !ok || MucDong.Get(l.Row) == muc {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("người thứ %d đóng trên %s đồng (mức tham chiếu ngày %s là %s đồng)",
		ThuTu.Get(l.Row), form.Dots(muc), on, form.Dots(law.MucThamChieu(on))), Fix: form.Dots(muc)}
}

// tienHo takes the whole amount and the amount less what others pay for right:
// how the file wants a supported amount is not known.
func tienHo(l *form.Look) form.Verdict {
	on, n := ngayDong(l), SoThang.Get(l.Row)
	_, thang, ok := MucHo(ThuTu.Get(l.Row), on)
	if !ok || n < 1 {
		return form.Verdict{}
	}
	du, phan := n*thang, hoTro(l)
	con := du - law.Phan(du, phan)
	if co := TienDong.Get(l.Row); co == du || co == con {
		return form.Verdict{}
	}
	v := form.Verdict{Say: fmt.Sprintf("người thứ %d đóng %d tháng là %s đồng", ThuTu.Get(l.Row), n, form.Dots(du))}
	if phan == 0 {
		v.Fix = form.Dots(du)
	} else {
		v.Say += fmt.Sprintf(", trừ phần hỗ trợ còn %s đồng", form.Dots(con))
	}
	return v
}

func tienHoan(l *form.Look) form.Verdict {
	_, thang, ok := MucHo(ThuTu.Get(l.Row), ngayDong(l))
	n := HoanSoThang.Get(l.Row)
	if !ok || n < 1 || HoanTien.Get(l.Row) <= n*thang {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("%d tháng của người thứ %d là %s đồng, không hoàn trả hơn số đã đóng", n, ThuTu.Get(l.Row), form.Dots(n*thang))}
}

// thuTuHo looks at the places of the members who pay: a place below the last
// stands once in a household, and none is left out before it.
func thuTuHo(_ *form.Doc, rows []form.Row) []form.Hit {
	type place struct {
		ho string
		n  int64
	}
	first := map[place]int{}
	var hits []form.Hit
	for i, r := range rows {
		p := place{MaHo.Get(r), ThuTu.Get(r)}
		if p.ho == "" || p.n < 1 || giam.Test(r) {
			continue
		}
		k, twice := first[p]
		if !twice {
			first[p] = i
		} else if p.n < NguoiCuoi {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("hộ này đã có người thứ %d ở dòng %d", p.n, k+1)})
		}
	}
	for i, r := range rows {
		p := place{MaHo.Get(r), ThuTu.Get(r)}
		if p.ho == "" || p.n < 2 || p.n > NguoiCuoi || giam.Test(r) || first[p] != i {
			continue
		}
		if _, has := first[place{p.ho, p.n - 1}]; !has {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("hộ này chưa có người thứ %d. Chỉ đóng giảm khi các thành viên cùng tham gia trong năm tài chính", p.n-1)})
		}
	}
	return hits
}
