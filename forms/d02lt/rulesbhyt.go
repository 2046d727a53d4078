package d02lt

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// caoNhat is the highest coefficient that one client takes; the portal takes more.
const caoNhat = 13

// bhytRules are the rules of what concerns the card (column 16, and what column 19
// says of a higher level), and a last look at the coefficient.
func bhytRules() []form.Rule {
	return []form.Rule{
		form.Require("78", GhiChu, MucHuong.Filled().Named("hưởng quyền lợi BHYT khác, ghi tên giấy tờ chứng minh"), form.By(huongC+"18, 19"), form.Warn),
		form.Check("79", HeSo, form.Always, "Hệ số lương: có phần mềm I-VAN chỉ nhận đến 13. Xem lại hệ số",
			func(l *form.Look) bool { return HeSo.Get(l.Row) <= caoNhat*nghin || HeSo.Get(l.Row) >= 20*nghin },
			form.By("Quy định của phần mềm I-VAN"), form.Trust(form.Medium), form.Warn),
		form.Judge("80", NoiKCB, NoiLamViec.Filled(), "cùng tỉnh với nơi làm việc", func(l *form.Look) form.Verdict {
			return nhanthan.Verdict(facts.CheckTinhKCB(NoiKCB.Get(l.Row), facts.TinhTrong(NoiLamViec.Get(l.Row)), "nơi làm việc"))
		}, form.By("Luật Bảo hiểm y tế 25/2008/QH12 Điều 26"), form.Trust(form.Medium), form.Warn),
	}
}
