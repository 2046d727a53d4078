package nhanthan

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// canCuTaiKhoan is behind the payment into an account, canCuXa behind communes.
const (
	canCuTaiKhoan = "Luật 41/2024/QH15 Điều 93 khoản 1"
	canCuXa       = "Quyết định 19/2025/QĐ-TTg"
)

// TaiKhoan asks for the usual shape of the number of a bank account.
func TaiKhoan(code string, so form.TextColumn, opts ...form.RuleOption) form.Rule {
	return Text(code, so, "6 đến 19 chữ số", canCuTaiKhoan, facts.CheckTaiKhoan, append([]form.RuleOption{form.Trust(form.Medium), form.Warn}, opts...)...)
}

// ChuTaiKhoan asks that the account is that of the person.
func ChuTaiKhoan(code string, chu, hoTen form.TextColumn, opts ...form.RuleOption) form.Rule {
	return form.Judge(code, chu, form.Always, "là người hưởng", func(l *form.Look) form.Verdict {
		return Verdict(facts.CheckChuTaiKhoan(chu.Get(l.Row), hoTen.Get(l.Row)))
	}, append([]form.RuleOption{form.By(canCuTaiKhoan), form.Warn}, opts...)...)
}

// XaThuocTinh asks that a commune belongs to the province beside it.
func XaThuocTinh(code string, xa, tinh form.CodeColumn, opts ...form.RuleOption) form.Rule {
	return form.Judge(code, xa, form.Always, "thuộc tỉnh, thành phố đã chọn", func(l *form.Look) form.Verdict {
		return Verdict(facts.CheckXaTinh(xa.Get(l.Row), tinh.Get(l.Row)))
	}, append([]form.RuleOption{form.By(canCuXa)}, opts...)...)
}
