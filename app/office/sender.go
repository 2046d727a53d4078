package office

import (
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/storage"
)

// Faults of what a dossier says of the employer.
const (
	phoneCode    = "HS-DIEN-THOAI" // no telephone
	noUnitCode   = "HS-MA-DON-VI"  // no mã đơn vị where the road asks for one
	otherTaxCode = "HS-MA-SO-THUE" // the head of a form is another employer's
	otherUnit    = "HS-DON-VI"     // the head of a form has another mã đơn vị or agency
)

// checkSender looks at what the envelope says of the employer, which no form holds,
// and at the heads of the forms, which must be the same employer's.
func checkSender(d storage.Dossier, dv facts.DonVi, docs []*form.Doc) []form.Fault {
	var g faultsByWords
	sent := roadOfProcedure(d.Procedure) == throughGateway
	if dv.MaDonVi == "" && sent {
		const label = "Mã đơn vị"
		g.add(noUnitCode, form.Loi, "Hồ sơ",
			label+": phải có khi nộp qua I-VAN. Đơn vị chưa được cấp mã thì đăng ký lần đầu bằng thủ tục IVAN-LD; có mã thì ghi vào thông tin đơn vị (bhxh init --tax-code "+dv.MaSoThue+" --unit-code …)",
			form.Place{Table: headPlace, Tag: "MaDonVi", Label: label})
	}
	if dv.DienThoai == "" && sent {
		const label = "Điện thoại của đơn vị"
		g.add(phoneCode, form.Nhac, "Hồ sơ",
			label+": nên có khi nộp hồ sơ, để cơ quan BHXH liên hệ. Ghi vào thông tin đơn vị (bhxh init --tax-code "+dv.MaSoThue+" --phone …)",
			form.Place{Table: headPlace, Tag: "DienThoai", Label: label})
	}
	for _, doc := range docs {
		for _, h := range []struct {
			code, tag, label, known string
			level                   form.Level
		}{
			{otherTaxCode, "MaSoThue", "Mã số thuế", dv.MaSoThue, form.Loi},
			{otherUnit, "MaDonVi", "Mã đơn vị", dv.MaDonVi, form.Nhac},
			{otherUnit, "CoQuanBHXH", "Đăng ký tham gia tại BHXH", dv.CoQuanBHXH, form.Nhac},
		} {
			c := doc.Form.Head.Column(h.tag)
			// the same tag is the agent's own code in lists that agents send
			if c == nil || !strings.HasPrefix(c.Label, h.label) || h.known == "" {
				continue
			}
			if has := c.Get(doc.Head).S; has != "" && !strings.EqualFold(has, h.known) {
				say := c.Label + ": " + has + " khác thông tin đơn vị đang lưu (" + h.known + "). Hồ sơ lập trước khi đổi thì điền lại phần đầu; đơn vị có nhiều mã thì giữ"
				if h.level == form.Loi {
					say = c.Label + ": " + has + " là của đơn vị khác, đang mở đơn vị " + h.known + ". Chuyển sang đúng đơn vị, hoặc điền lại phần đầu"
				}
				g.add(h.code, h.level, doc.Form.ID, say, form.Place{Table: headPlace, Tag: c.Tag, Label: c.Label})
			}
		}
	}
	return g.out
}
