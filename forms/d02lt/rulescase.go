package d02lt

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// keKhaiRules are the rules of the case itself (columns 14 to 19).
func keKhaiRules() []form.Rule {
	return []form.Rule{
		form.Check("35", DenThang, form.Always, "Đến tháng: không trước Từ tháng",
			func(l *form.Look) bool { return DenThang.Get(l.Row) >= TuThang.Get(l.Row) }, form.By(huongC+"15")),
		form.Judge("36", TuThang, form.Always, "từ 01/1995, không quá 12 tháng sau kỳ kê khai", func(l *form.Look) form.Verdict {
			switch tu := TuThang.Get(l.Row); {
			case tu < khung.Ngay("1995-01-01").Month():
				return form.Verdict{Say: "từ 01/1995. Thời gian trước 1995 khai bằng tờ khai TK1-TS"}
			case l.Period != 0 && tu > l.Period.Add(12):
				return form.Verdict{Say: fmt.Sprintf("không quá 12 tháng sau kỳ kê khai %s", l.Period)}
			}
			return form.Verdict{}
		}, form.By(huongC+"14"), form.Trust(form.Medium)),
		form.Require("37", DenThang, truy, form.By(huongC+"15"), form.Trust(form.Medium)),
		form.Check("38", TuThang, form.All(moi, HDTu.Filled()), "Từ tháng: không trước tháng của Hợp đồng từ ngày",
			func(l *form.Look) bool { return TuThang.Get(l.Row) >= HDTu.Get(l.Row).Month() }, form.By(huongC+"14"), form.Warn),
		form.Require("39", GhiChu, form.Any(giam, tam).Named("báo giảm, nghỉ ốm, thai sản, không lương"), form.By(huongC+"19")),
		form.Check("40", GhiChu, giam, "Ghi chú: ghi ngày chấm dứt hợp đồng, ví dụ Nghỉ việc từ ngày 15/11/2026",
			func(l *form.Look) bool { return soNgay(GhiChu.Get(l.Row)) >= 1 }, form.By(huongC+"19")),
		form.Check("41", GhiChu, tam, "Ghi chú: ghi từ ngày đến ngày nghỉ, ví dụ Nghỉ từ 05/11/2026 đến 04/05/2027",
			func(l *form.Look) bool { return soNgay(GhiChu.Get(l.Row)) >= 2 }, form.By(huongC+"19")),
		form.Check("70", GhiChu, tam, "Ghi chú: ngày bắt đầu nghỉ không sau ngày kết thúc",
			func(l *form.Look) bool {
				d := cacNgay(GhiChu.Get(l.Row))
				return len(d) < 2 || d[0] <= d[1]
			}, form.By(huongC+"19")),
		form.Judge("71", GhiChu, PhuongAn.In("OF", "KL").Named("báo nghỉ ốm, không lương"), "nghỉ đủ số ngày làm việc để không đóng trong tháng", nghiNgan,
			form.By("Luật 41/2024/QH15 Điều 33 khoản 5"), form.Warn),
		form.Require("42", NgayChet, CoGiamChet.Yes(), form.By(tepDT)),
		form.Forbid("43", NgayChet, form.Not(CoGiamChet.Yes()).Named("Giảm do chết không đánh dấu"), form.By(tepDT)),
		form.Check("44", CoGiamChet, form.Not(PhuongAn.In("GH")).Named("phương án không phải GH"), "Giảm do chết: chỉ đánh dấu khi Phương án là GH",
			func(l *form.Look) bool { return !CoGiamChet.Get(l.Row) }, form.By(tepDT)),
		form.Check("45", NgayChet, form.Always, "Ngày chết: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || NgayChet.Get(l.Row) <= l.Today }, form.By(tepDT)),
		form.Require("46", TyLeDong, form.Always, form.By(tepDT)),
		form.Check("72", TyLeDong, form.Always, "Tỷ lệ đóng (%): từ 0 đến 100",
			func(l *form.Look) bool { return TyLeDong.Get(l.Row) >= 0 && TyLeDong.Get(l.Row) <= 100*100 }, form.By(tepDT)),
		form.Judge("47", TyLeDong, form.Any(tang, giam, dieuChin), "theo tỷ lệ đóng của tháng", tyLeKhac,
			form.By("Luật 41/2024/QH15 Điều 32 đến Điều 34; Luật Việc làm 74/2025/QH15; Nghị định 188/2025/NĐ-CP"), form.Warn),
		form.Require("48", TinhLai, form.Always, form.By(congDVC), form.Trust(form.Medium)),
		form.Require("49", DaCoSo, form.Always, form.By(congDVC), form.Trust(form.Medium)),
		form.Require("50", Loai, form.Always, form.By(tepDT), form.Trust(form.Medium), form.Warn),
		form.Require("51", NoiKCB, PhuongAn.In("TM"), form.By(huongC+"16"), form.Warn),
		form.Require("52", HinhThucNhan, giam, form.By(huongC+"18"), form.Warn),
	}
}

// tyLeKhac compares with the rates of the law; those of pensioners, of second
// contracts and of enterprises with the lower rate for accidents may differ.
func tyLeKhac(l *form.Look) form.Verdict {
	thang := TuThang.Get(l.Row)
	nn, ok := NuocNgoai(l.Row)
	dung := TyLe(nn, thang)
	if !ok || dung == 0 {
		return form.Verdict{}
	}
	co := TyLeDong.Get(l.Row)
	thap, biet := law.Get("ty-le-tnld-thap-don-vi", thang.First())
	thuong, _ := law.Get("ty-le-tnld-don-vi", thang.First())
	if co == dung || biet && !nn && co == dung-thuong.Amount+thap.Amount {
		return form.Verdict{}
	}
	ai := "người lao động"
	if nn {
		ai = "người nước ngoài"
	}
	return form.Verdict{Say: fmt.Sprintf("tháng %s của %s thường là %s. Chỉ giữ khi không tham gia đủ các quỹ", thang, ai, TyLeDong.Show(form.NumValue(dung)))}
}

// nghiNgan counts the days of a leave, Sundays left out; weeks of fewer working
// days only make the leave shorter.
func nghiNgan(l *form.Look) form.Verdict {
	d := cacNgay(GhiChu.Get(l.Row))
	han := law.NgayCongMienDong(TuThang.Get(l.Row))
	if han == 0 || len(d) < 2 || d[1] < d[0] || d[1].Sub(d[0]) > 31 {
		return form.Verdict{}
	}
	n := int64(0)
	for day := d[0]; day <= d[1]; day = day.Add(1) {
		if day.Weekday() != 0 {
			n++
		}
	}
	if n >= han {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("nghỉ nhiều nhất %d ngày làm việc, chưa đến %d ngày thì tháng này vẫn đóng. Xem lại ngày nghỉ, hoặc bỏ dòng này", n, han)}
}

// soNgay counts the dates written dd/MM/yyyy in a text.
func soNgay(s string) int { return len(cacNgay(s)) }

// cacNgay finds the dates written dd/MM/yyyy in a text.
func cacNgay(s string) (out []law.Day) {
	for i := 0; i+8 <= len(s); {
		found := 0
		for size := 10; size >= 8 && found == 0; size-- {
			if i+size <= len(s) && s[i] >= '0' && s[i] <= '9' && (i == 0 || s[i-1] < '0' || s[i-1] > '9') {
				if d, ok := law.ParseDay(s[i : i+size]); ok {
					found = size
					out = append(out, d)
				}
			}
		}
		i += max(found, 1)
	}
	return out
}

// loai is the loại kê khai of a phương án where the list leaves no choice.
func loai(pa string) string {
	out := ""
	for _, it := range codes.LoaiKeKhai.All() {
		if slices.Contains(strings.Fields(it.Khac), pa) {
			if out != "" {
				return ""
			}
			out = it.Ma
		}
	}
	return out
}
