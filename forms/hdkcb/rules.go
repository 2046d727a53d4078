package hdkcb

import (
	"strconv"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// giaHan is how many days before its end a contract was to be renewed under
// Nghị định 146/2018/NĐ-CP; not held against its successor.
const giaHan = 10

// namKyTu says that the code of the facility has its length.
var namKyTu = form.When("mã có 5 ký tự", func(r form.Row) bool { return len(MaCSKCB.Get(r)) == 5 }, MaCSKCB)

// dauRules are the rules of the head. What a contract must say only reminds: the
// template was not read, and either side may still have to write its part.
func dauRules() []form.Rule {
	theo := func(conf form.Confidence, more ...form.RuleOption) []form.RuleOption {
		return append([]form.RuleOption{form.By(moTa), form.Trust(conf)}, more...)
	}
	out := []form.Rule{
		form.Check("01", DenNgay, TuNgay.Filled(), "Hợp đồng đến ngày: không trước Hợp đồng từ ngày",
			func(l *form.Look) bool { return DenNgay.Get(l.Row) >= TuNgay.Get(l.Row) }, theo(form.Low)...),
		form.Check("02", NgayKy, TuNgay.Filled(), "Ngày ký: không sau Hợp đồng từ ngày. Xem lại một trong hai",
			func(l *form.Look) bool { return NgayKy.Get(l.Row) <= TuNgay.Get(l.Row) }, theo(form.Inferred, form.Warn)...),
		form.Check("03", MaCSKCB, form.Always, "Mã cơ sở KCB: phải có 5 ký tự, ví dụ 79024",
			func(l *form.Look) bool { return namKyTu.Test(l.Row) }, theo(form.Low)...),
		form.Check("04", MaCSKCB, namKyTu, "Mã cơ sở KCB: không có trong danh mục cơ sở KCB đang dùng. Xem lại mã, trừ cơ sở mới được cấp",
			func(l *form.Look) bool { return codes.KCB.Has(MaCSKCB.Get(l.Row)) }, form.By("Danh mục cơ sở khám, chữa bệnh của Cổng BHXH"), form.Trust(form.Medium), form.Warn),
		nhanthan.Text("05", DaiDienA, "chữ có dấu, không có chữ số", moTa, facts.CheckHoTen, form.Trust(form.Inferred), form.Warn),
		nhanthan.Text("06", NguoiDaiDien, "chữ có dấu, không có chữ số", moTa, facts.CheckHoTen, form.Trust(form.Inferred), form.Warn),
		form.Check("07", TaiKhoanA, form.Always, "Tài khoản bên A: phải có số tài khoản", func(l *form.Look) bool { return coSo(TaiKhoanA.Get(l.Row)) }, theo(form.Inferred, form.Warn)...),
		form.Check("08", TaiKhoanB, form.Always, "Tài khoản bên B: phải có số tài khoản", func(l *form.Look) bool { return coSo(TaiKhoanB.Get(l.Row)) }, theo(form.Inferred, form.Warn)...),
		form.Judge("09", DenNgay, form.Always, "còn hạn, và gia hạn trước 10 ngày", conHan,
			form.By("Nghị định 146/2018/NĐ-CP (chưa đối chiếu với "+nd188+")"), form.Trust(form.Low), form.Warn),
	}
	for i, c := range []form.Handle{SoHopDong, NgayKy, NoiKy, TenBenA, DaiDienA, DiaChiA, TaiKhoanA, TenDonVi, MaCSKCB, SoGiayPhep, NguoiDaiDien, TaiKhoanB,
		DoiTuongPhucVu, PhamViChuyenMon, PhuongThucTT, TamUng, QuyetToan, QuyenTrachNhiem, TuNgay, DenNgay} {
		out = append(out, form.Require(strconv.Itoa(31+i), c, form.Always, theo(form.Low, form.Warn)...))
	}
	return out
}

func coSo(s string) bool { return strings.ContainsAny(s, "0123456789") }

// conHan reminds of a contract that has ended, or ends within the days of
// renewal.
func conHan(l *form.Look) form.Verdict {
	den := DenNgay.Get(l.Row)
	switch {
	case l.Today == 0 || !den.Valid():
		return form.Verdict{}
	case den < l.Today:
		return form.Verdict{Say: "hợp đồng đã hết hạn ngày " + den.String() + ". Ghi thời hạn mới hoặc ký hợp đồng khác"}
	case den < l.Today.Add(giaHan):
		return form.Verdict{Say: "hợp đồng hết hạn ngày " + den.String() + ". Làm thủ tục gia hạn bằng phụ lục"}
	}
	return form.Verdict{}
}

func rules() []form.Rule {
	return []form.Rule{
		form.Require("21", TenPhuLuc, LoaiPhuLuc.Filled(), form.By(moTa), form.Trust(form.Inferred)),
		form.Require("22", LoaiPhuLuc, TenPhuLuc.Filled(), form.By(moTa), form.Trust(form.Inferred), form.Warn),
		form.Unique("23", TenPhuLuc, form.Always, form.By(moTa), form.Trust(form.Inferred), form.Warn),
	}
}
