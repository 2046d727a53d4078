package d02lt

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// dienRules ask whether somebody who comes in is subject to compulsory BHXH at all
// ("thuộc diện"). The form has no cell for a trial contract or a pension, so that its
// words are read.
func dienRules() []form.Rule {
	return []form.Rule{
		form.Judge("75", ChucDanh, moi, "hợp đồng thử việc không thuộc diện tham gia BHXH bắt buộc", func(l *form.Look) form.Verdict {
			if !coTu(l.Row, "thu viec") {
				return form.Verdict{}
			}
			return form.Verdict{Say: "có ghi thử việc; hợp đồng thử việc không thuộc diện tham gia BHXH bắt buộc. Chỉ giữ khi thử việc ghi trong hợp đồng lao động"}
		}, form.By("Nghị định 158/2025/NĐ-CP Điều 3 khoản 5"), form.Trust(form.Medium), form.Warn),
		form.Judge("76", GhiChu, moi, "người đang hưởng lương hưu không thuộc diện tham gia BHXH bắt buộc", func(l *form.Look) form.Verdict {
			if !coTu(l.Row, "huong luong huu", "nguoi huu tri", "da nghi huu") {
				return form.Verdict{}
			}
			return form.Verdict{Say: "có ghi người hưởng lương hưu; người đang hưởng lương hưu không thuộc diện tham gia BHXH bắt buộc, cơ quan BHXH tự trả lại. Bỏ dòng này"}
		}, form.By("Luật 41/2024/QH15 Điều 2 khoản 7; Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3.2"), form.Warn),
		form.Check("77", HDTu, moi, "Hợp đồng từ ngày: người nước ngoài đã đủ tuổi nghỉ hưu khi giao kết hợp đồng thì không thuộc diện tham gia BHXH bắt buộc. Bỏ dòng này",
			conTuoiNuocNgoai, form.By("Luật 41/2024/QH15 Điều 2 khoản 2")),
	}
}

// coTu looks for words in what a row says of the work, the contract and in its note,
// however they are written.
func coTu(r form.Row, words ...string) bool {
	text := codes.Fold(ChucDanh.Get(r) + " " + HDSo.Get(r) + " " + GhiChu.Get(r))
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// conTuoiNuocNgoai is true of a foreigner who was below the age of retirement when
// the contract was made, and where it is not known.
func conTuoiNuocNgoai(l *form.Look) bool {
	nn, ok := NuocNgoai(l.Row)
	born, g := facts.NgaySinh(NgaySinh.Get(l.Row)), facts.GioiTinhCua(GioiTinh.Get(l.Row))
	if !nn || !ok || !born.Valid() || g == "" {
		return true
	}
	signed := HDNgayKy.Get(l.Row)
	if signed == 0 {
		signed = HDTu.Get(l.Row)
	}
	age, ok := law.ThangDuTuoi(born.Day().Month(), g == facts.Nu)
	return !ok || !signed.Valid() || signed.Month() <= age
}
