package m09hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// hangThang is true of a relative who asks for the monthly allowance.
var hangThang = TNLoai.In(HangThang).Named("đề nghị tuất hằng tháng")

// thanNhanRules are those of part B. A rule that needs the day of death looks at
// the declaration that the relative belongs to.
func thanNhanRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("51", TNHoTen, mauSo+"B"),
		nhanthan.NgaySinh("52", TNNgaySinh, mauSo+"B"),
		form.Check("53", TNSuyGiam, form.Always, "Mức suy giảm khả năng lao động: từ 0 đến 100%", func(l *form.Look) bool {
			n := TNSuyGiam.Get(l.Row)
			return n >= 0 && n <= motTramPct
		}, form.By(luat+"86 khoản 2")),
		form.Over("54", TNLoai, "con đủ 18 tuổi thì suy giảm từ 81% mới hưởng hằng tháng", tungNguoi(conDuTuoi), form.By(luat+"86 khoản 2 điểm a, b")),
		form.Over("55", TNLoai, "người lớn đủ tuổi nghỉ hưu hoặc suy giảm từ 81% mới hưởng hằng tháng", tungNguoi(chuaDuTuoi), form.By(luat+"86 khoản 2 điểm c, d, đ; Bộ luật Lao động 45/2019/QH14 Điều 169 khoản 2")),
		form.Over("56", TNNuoiDuong, "cha, mẹ, thành viên khác phải là người đang được nuôi dưỡng", tungNguoi(khongNuoiDuong), form.By(luat+"86 khoản 2 điểm d, đ")),
		form.Over("57", TNNguonThu, "có ghi khi người lớn đề nghị hằng tháng", tungNguoi(khongNguonThu), form.By(luat+"86 khoản 3")),
		form.Over("58", TNThuNhap, "lương có đóng BHXH, hoặc lương hưu, trợ cấp từ mức tham chiếu thì không hưởng hằng tháng", tungNguoi(duSong), form.By(luat+"86 khoản 3")),
		form.Require("59", TNThuNhap, TNNguonThu.In(LuongBHXH, HuuTroCap).Named("có lương, lương hưu hoặc trợ cấp"), form.By(mauSo+"B")),
		form.Over("60", TNLoai, "không quá 4 người hưởng hằng tháng", quaSoNguoi, form.By(luat+"87 khoản 2")),
		form.Over("61", TNNgayGD, "chậm nhất 6 tháng kể từ ngày chết", tungNguoi(giamDinhMuon), form.By(luat+"86 khoản 4")),
		form.Require("62", TNNgayGD, form.All(hangThang, TNSuyGiam.Filled()).Named("đề nghị hằng tháng theo mức suy giảm"), form.By(luat+"86 khoản 4, Điều 90 khoản 1 điểm đ"), form.Warn),
		nhanthan.KhongSauHomNay("63", TNNgayGD, luat+"86 khoản 4"),
		form.Over("64", TNNguoiNhan, "có ghi khi thân nhân chưa đủ 18 tuổi", tungNguoi(thieuNguoiNhan), form.By(mauSo+"B"), form.Trust(form.Medium), form.Warn),
		nhanthan.TaiKhoan("65", TNTaiKhoan),
		form.Require("66", TNNganHang, TNTaiKhoan.Filled(), form.By(mauSo+"B")),
		form.Over("67", TNLoai, "các thân nhân cùng hưởng hằng tháng hoặc cùng hưởng một lần", lanLon, form.By(luat+"88 khoản 2"), form.Warn),
		form.Over("68", TNLoai, "người chết đủ điều kiện để thân nhân hưởng hằng tháng", tungNguoi(chuaDuNam), form.By(luat+"86 khoản 1; Nghị định 158/2025/NĐ-CP Điều 21 khoản 3")),
		form.Over("69", TNLoai, "còn thiếu ít tháng thì được đóng tiếp một lần", tungNguoi(thieuItThang), form.By("Nghị định 158/2025/NĐ-CP Điều 21 khoản 3 điểm a"), form.Warn),
		form.Over("70", TNNgaySinh, "chỉ con mới sinh sau ngày người tham gia chết", tungNguoi(sinhSau), form.By(luat+"86 khoản 2 điểm a, Điều 87 khoản 3")),
		form.Over("71", TNCua, "là khoá của một tờ khai", coChu, form.By(mauSo+"B")),
	}
}

// tungNguoi makes a rule over the table of what can be said of a relative and of
// the declaration they belong to; relatives of no declaration are for rule 71.
func tungNguoi(say func(chet, r form.Row) string) func(*form.Doc, []form.Row) []form.Hit {
	return func(d *form.Doc, rows []form.Row) []form.Hit {
		of := toKhai(d)
		var hits []form.Hit
		for i, r := range rows {
			if chet, ok := of[TNCua.Get(r)]; ok {
				if s := say(chet, r); s != "" {
					hits = append(hits, form.Hit{I: i, Say: s})
				}
			}
		}
		return hits
	}
}

// toKhai are the declarations by their key.
func toKhai(d *form.Doc) map[string]form.Row {
	of := make(map[string]form.Row, len(d.Rows))
	for _, r := range d.Rows {
		if k := ID.Get(r); k != "" {
			of[k] = r
		}
	}
	return of
}

// treEm says whether the relative is a child under the age at which the allowance
// ends, on the day of death; ok is false where that cannot be said.
func treEm(chet, r form.Row) (tre, ok bool) {
	n, on := facts.NgaySinh(TNNgaySinh.Get(r)), NgayChet.Get(chet)
	tuoi, biet := law.Get("tuat-thang-tuoi-con", on)
	if !biet || !n.Valid() || TNQuanHe.Get(r) == "" {
		return false, false
	}
	return TNQuanHe.Get(r) == Con && int64(n.Tuoi(on)) < tuoi.Amount, true
}

// matSuc says whether the relative lost as much of the ability to work as the
// allowance asks for.
func matSuc(chet, r form.Row) bool {
	muc, ok := law.Get("tuat-thang-suy-giam", NgayChet.Get(chet))
	return ok && TNSuyGiam.Known(r) && TNSuyGiam.Get(r) >= muc.Amount
}

// tuoiCon and mucSuyGiam are the two figures in words, as of the day of death.
func tuoiCon(chet form.Row) string {
	v, _ := law.Get("tuat-thang-tuoi-con", NgayChet.Get(chet))
	return form.Dots(v.Amount)
}

func mucSuyGiam(chet form.Row) string {
	v, _ := law.Get("tuat-thang-suy-giam", NgayChet.Get(chet))
	return TNSuyGiam.Show(form.NumValue(v.Amount)) + "%"
}

func conDuTuoi(chet, r form.Row) string {
	tre, ok := treEm(chet, r)
	if !ok || tre || !hangThang.Test(r) || TNQuanHe.Get(r) != Con || matSuc(chet, r) {
		return ""
	}
	return "con đã đủ " + tuoiCon(chet) + " tuổi vào ngày chết: ghi mức suy giảm khả năng lao động từ " + mucSuyGiam(chet) + ", hoặc chọn hưởng một lần"
}

func chuaDuTuoi(chet, r form.Row) string {
	on, n, gt := NgayChet.Get(chet), facts.NgaySinh(TNNgaySinh.Get(r)), facts.GioiTinhCua(TNGioiTinh.Get(r))
	if _, ok := treEm(chet, r); !ok || !hangThang.Test(r) || TNQuanHe.Get(r) == Con || matSuc(chet, r) || gt != facts.Nam && gt != facts.Nu {
		return ""
	}
	du, ok := law.ThangDuTuoi(n.Day().Month(), gt == facts.Nu)
	if !ok || on.Month() >= du {
		return ""
	}
	return "đủ tuổi nghỉ hưu trong tháng " + du.String() + ", sau ngày chết: ghi mức suy giảm khả năng lao động từ " + mucSuyGiam(chet) + ", hoặc chọn hưởng một lần"
}

func khongNuoiDuong(chet, r form.Row) string {
	if _, ok := treEm(chet, r); !ok || !hangThang.Test(r) || TNNuoiDuong.Get(r) {
		return ""
	}
	switch TNQuanHe.Get(r) {
	case ChaMe, ChaMeVC, NguoiKhac:
		return "đánh dấu khi người chết đang có nghĩa vụ nuôi dưỡng người này; không có thì chọn hưởng một lần"
	}
	return ""
}

func khongNguonThu(chet, r form.Row) string {
	if tre, ok := treEm(chet, r); !ok || tre || !hangThang.Test(r) || TNNguonThu.Known(r) {
		return ""
	}
	return "phải có khi người từ đủ " + tuoiCon(chet) + " tuổi đề nghị tuất hằng tháng; không có thu nhập thì chọn Không có"
}

func duSong(chet, r form.Row) string {
	if tre, ok := treEm(chet, r); !ok || tre || !hangThang.Test(r) {
		return ""
	}
	muc := law.MucThamChieu(NgayChet.Get(chet))
	switch TNNguonThu.Get(r) {
	case LuongBHXH:
		return "người đang hưởng tiền lương và tham gia BHXH bắt buộc không hưởng tuất hằng tháng. Chọn hưởng một lần"
	case HuuTroCap:
		if muc != 0 && TNThuNhap.Known(r) && TNThuNhap.Get(r) >= muc {
			return "từ mức tham chiếu " + form.Dots(muc) + " đồng trở lên thì không hưởng tuất hằng tháng. Chọn hưởng một lần"
		}
	}
	return ""
}

func giamDinhMuon(chet, r form.Row) string {
	han, ok := law.Get("tuat-han-giam-dinh", NgayChet.Get(chet))
	cuoi := NgayChet.Get(chet).SauThang(int(han.Amount))
	if !ok || !hangThang.Test(r) || !TNSuyGiam.Known(r) || TNQuanHe.Get(r) == Con || TNNgayGD.Get(r) <= cuoi {
		return ""
	}
	return "kết quả giám định chậm nhất ngày " + cuoi.String()
}

func thieuNguoiNhan(chet, r form.Row) string {
	if tre, ok := treEm(chet, r); !ok || !tre || TNNguoiNhan.Known(r) {
		return ""
	}
	return "ghi người nhận thay cho con chưa đủ " + tuoiCon(chet) + " tuổi"
}

func sinhSau(chet, r form.Row) string {
	n, on := facts.NgaySinh(TNNgaySinh.Get(r)), NgayChet.Get(chet)
	if !n.Valid() || on == 0 || n.Day() <= on || TNQuanHe.Get(r) == Con || TNQuanHe.Get(r) == "" {
		return ""
	}
	return "không sau ngày chết " + on.String() + " với người không phải là con"
}
