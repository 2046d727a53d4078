package tk3ts

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	daCoMa  = MaDonVi.Filled()
	tamDung = form.Any(TamDungTu.Filled(), TamDungDen.Filled()).Named("đề nghị tạm dừng đóng")
	caHai   = form.All(TamDungTu.Filled(), TamDungDen.Filled()).Named("có đủ hai tháng của thời gian tạm dừng")
	nhieuKy = PhuongThuc.In(baThang, sauThang).Named("phương thức đóng 03 tháng, 06 tháng")
	doiTin  = form.When("có nội dung thay đổi, yêu cầu không phải đăng ký lần đầu", func(r form.Row) bool {
		s := codes.Fold(NoiDung.Get(r))
		return s != "" && !strings.Contains(s, "lan dau")
	}, NoiDung)
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	diaDanh := func(code string, c form.TextColumn, muc string) form.Rule {
		return form.Judge(code, c, form.Always, "có xã, phường, đặc khu và tỉnh, thành phố, không còn cấp huyện", func(l *form.Look) form.Verdict {
			return diaChi(c.Get(l.Row))
		}, form.By(huongC+muc+"; Luật Tổ chức chính quyền địa phương 72/2025/QH15"), form.Warn)
	}
	return append([]form.Rule{
		nhanthan.MaDonVi("01", MaDonVi, qd366+", hướng dẫn lập mẫu TK3-TS"),
		form.Require("02", MaDonVi, form.Any(doiTin, tamDung), form.By(qd366+", hướng dẫn lập mẫu TK3-TS"), form.Trust(form.Medium), form.Warn),
		nhanthan.Text("03", MaSoThue, "10 hoặc 13 chữ số đúng số kiểm tra, 12 chữ số, hoặc mã quan hệ ngân sách 7 chữ số", huongC+"[02]", maSoThue),
		diaDanh("04", DiaChiTruSo, "[03]"),
		diaDanh("05", DiaChi, "[04]"),
		nhanthan.Email("06", Email, huongC+"[05]", form.Warn),
		nhanthan.DienThoai("07", DienThoai, huongC+"[06]", form.Warn),
		form.Require("08", NguoiDaiDien, form.Always, form.By(huongC+"[07]"), form.Warn),
		nhanthan.HoTen("09", NguoiDaiDien, huongC+"[07]"),
		form.Require("10", SoDinhDanh, NguoiDaiDien.Filled(), form.By(huongC+"[08]"), form.Warn),
		nhanthan.Text("11", SoDinhDanh, "12 chữ số", huongC+"[08]",
			func(s string) facts.LoiMa { return facts.CheckSoGiayTo(s, "", "", 0) }, form.Warn),
		form.Judge("12", NganhNghe, form.Always, "mã ngành cấp 3, 3 chữ số", nganhCap3, form.By(huongC+"[10]; Quyết định 36/2025/QĐ-TTg"), form.Warn),
		form.Require("13", DoiTuong, form.Always, form.By(huongC+"[11]"), form.Warn),
		form.Check("14", PhuongThuc, nhieuKy, "Phương thức đóng: 03 tháng, 06 tháng chỉ dành cho nông, lâm, ngư, diêm nghiệp trả lương theo sản phẩm, theo khoán. Chọn Hằng tháng, hoặc đánh dấu điều kiện đó",
			func(l *form.Look) bool { return KhoanSP.Get(l.Row) }, form.By(huongC+"[12]; Luật 41/2024/QH15 Điều 34")),
		form.Require("15", TenCoQuan, CoQuanBHXH.Empty().Named("không ghi Mã cơ quan BHXH"), form.By(huongC+"[13]")),
		form.Require("16", TenCoQuan, CoQuanBHXH.Filled().Named("có Mã cơ quan BHXH"), form.By(huongC+"[13]"), form.Warn),
		nhanthan.Text("17", CoQuanBHXH, "mã cơ quan BHXH, 5 chữ số", huongC+"[13]", facts.CheckCoQuan, form.Trust(form.Medium)),
		form.Require("18", NoiDung, form.All(daCoMa, form.Not(tamDung)).Named("đã có mã đơn vị"), form.By(huongC+"[14]")),
		form.Over("19", TenDonVi, "mỗi tờ khai một đơn vị", motDonVi, form.By(qd366+", hướng dẫn lập mẫu TK3-TS")),
	}, tamDungRules()...)
}

// tamDungRules are the rules of a request to pause the fund of pensions.
func tamDungRules() []form.Rule {
	canCu := huongC + "[14]; Luật Phục hồi, phá sản 142/2025/QH15; Luật 41/2024/QH15 Điều 37"
	return []form.Rule{
		form.Require("20", TamDungTu, TamDungDen.Filled(), form.By(canCu)),
		form.Require("21", TamDungDen, TamDungTu.Filled(), form.By(canCu)),
		form.Check("22", TamDungDen, caHai, "Tạm dừng đóng đến tháng: không trước Tạm dừng đóng từ tháng",
			func(l *form.Look) bool { return TamDungDen.Get(l.Row) >= TamDungTu.Get(l.Row) }, form.By(canCu)),
		form.Judge("23", TamDungDen, caHai, "không quá thời gian tạm dừng nhiều nhất", func(l *form.Look) form.Verdict {
			tu, den := TamDungTu.Get(l.Row), TamDungDen.Get(l.Row)
			v, ok := law.Get("tam-dung-dong-toi-da", tu.First())
			n := int64(den.Sub(tu)) + 1
			if !ok || n <= v.Amount {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("tạm dừng %d tháng, quá %d tháng. Rút ngắn thời gian tạm dừng", n, v.Amount)}
		}, form.By(canCu)),
		form.Require("24", HoSoKem, tamDung, form.By(canCu+": kèm văn bản của Tòa án"), form.Warn),
	}
}

// maSoThue lets the seven digits of a mã quan hệ ngân sách stand in place of a
// tax code.
func maSoThue(s string) facts.LoiMa {
	if len(s) == 7 && chuSo(s) == 7 {
		return facts.LoiMa{}
	}
	return facts.CheckMST(s)
}

func diaChi(s string) form.Verdict {
	switch {
	case facts.CoCapHuyen(s):
		return form.Verdict{Say: "từ 01/07/2025 không còn quận, huyện, thị xã, thị trấn. Ghi xã, phường, đặc khu mới và tỉnh, thành phố"}
	case !facts.CoDiaDanh(s):
		return form.Verdict{Say: "ghi thêm xã, phường, đặc khu và tỉnh, thành phố"}
	}
	return form.Verdict{}
}

// nganhCap3 looks at the digits with which the text begins: how many they are is
// the level.
func nganhCap3(l *form.Look) form.Verdict {
	switch n := chuSo(NganhNghe.Get(l.Row)); n {
	case 3:
		return form.Verdict{}
	case 0:
		return form.Verdict{Say: "ghi mã ngành cấp 3 (3 chữ số) trước tên ngành"}
	default:
		return form.Verdict{Say: fmt.Sprintf("mã ngành cấp 3 có 3 chữ số (đang có %d). Ghi mã của ngành cấp 3", n)}
	}
}

// chuSo counts the digits at the beginning of a text.
func chuSo(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}

func motDonVi(_ *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i := 1; i < len(rows); i++ {
		hits = append(hits, form.Hit{I: i, Say: "mỗi tờ khai một đơn vị. Lập tờ khai khác cho đơn vị này"})
	}
	return hits
}
