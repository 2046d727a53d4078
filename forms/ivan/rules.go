package ivan

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// QD08 is the decision of the three mẫu, NgayQD08 its day.
const (
	QD08     = "Quyết định 08/2015/QĐ-TTg"
	NgayQD08 = "2015-03-09"
)

// DauRules are the rules of the head that the notices share, codes 01 to 14.
func (c *Cot) DauRules() []form.Rule {
	return []form.Rule{
		form.Require("01", c.TenDonVi, form.Always, form.By(QD08)),
		form.Require("02", c.MaDonVi, form.Always, form.By(QD08)),
		nhanthan.MaDonVi("03", c.MaDonVi, QD08),
		form.Require("04", c.DiaChi, form.Always, form.By(QD08)),
		form.Require("05", c.TenIVAN, form.Always, form.By(QD08)),
		form.Judge("06", c.TenIVAN, form.Always, "có trong danh sách tổ chức I-VAN", func(l *form.Look) form.Verdict {
			if trongDanhSach(c.TenIVAN.Get(l.Row)) {
				return form.Verdict{}
			}
			return form.Verdict{Say: "không giống tên nào trong danh sách tổ chức I-VAN (01/2026). Xem lại tên, hoặc danh sách mới trên Cổng"}
		}, form.By("Danh sách tổ chức I-VAN của Cổng dịch vụ công BHXH Việt Nam"), form.Warn),
		form.Require("07", c.NgayLap, form.Always, form.By(QD08)),
		form.Check("08", c.NgayLap, form.Always, "Ngày lập: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || c.NgayLap.Get(l.Row) <= l.Today }, form.By(QD08), form.Trust(form.Inferred), form.Warn),
		form.Require("09", c.NoiLap, form.Always, form.By(QD08), form.Warn),
		nhanthan.Email("10", c.Email, QD08),
		nhanthan.DienThoai("11", c.DienThoai, QD08),
	}
}

// trongDanhSach compares by words without diacritics: one name may be the long
// form of the other.
func trongDanhSach(ten string) bool {
	a := " " + codes.Fold(ten) + " "
	for _, i := range codes.IVAN.All() {
		b := " " + codes.Fold(i.Ten) + " "
		if strings.Contains(a, b) || len(strings.TrimSpace(a)) > 3 && strings.Contains(b, a) {
			return true
		}
	}
	return false
}

// ChungThuRules are the rules of the certificates, codes 31 to 36.
func (c *Cot) ChungThuRules() []form.Rule {
	return []form.Rule{
		form.Check("31", c.Serial, form.Always, "Số chứng thư số: chỉ có chữ số và chữ A đến F",
			func(l *form.Look) bool {
				return strings.Trim(c.Serial.Get(l.Row), "0123456789abcdefABCDEF: ") == ""
			}, form.By(QD08), form.Trust(form.Inferred)),
		form.Unique("32", c.Serial, form.Always, form.By(QD08), form.Trust(form.Inferred)),
		form.Check("33", c.Den, c.Tu.Filled(), "Chứng thư số có hiệu lực đến: không trước ngày bắt đầu",
			func(l *form.Look) bool { return c.Den.Get(l.Row) >= c.Tu.Get(l.Row) }, form.By(QD08)),
		form.Judge("34", c.Den, form.Always, "chưa hết hạn", func(l *form.Look) form.Verdict {
			if l.Today == 0 || c.Den.Get(l.Row) >= l.Today {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("chứng thư số hết hạn ngày %s. Gia hạn hoặc chọn chứng thư số khác", c.Den.Get(l.Row))}
		}, form.By(QD08), form.Trust(form.Inferred)),
		form.Judge("35", c.Tu, form.Always, "đã có hiệu lực", func(l *form.Look) form.Verdict {
			if l.Today == 0 || c.Tu.Get(l.Row) <= l.Today {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("chứng thư số chỉ có hiệu lực từ ngày %s", c.Tu.Get(l.Row))}
		}, form.By(QD08), form.Trust(form.Inferred), form.Warn),
		form.Require("36", c.ToChuc, form.Always, form.By(QD08), form.Warn),
	}
}

// CoChungThu asks for at least one certificate.
func (c *Cot) CoChungThu(code string) form.Rule {
	return form.Over(code, c.Serial, "có ít nhất một chứng thư số", func(_ *form.Doc, rows []form.Row) []form.Hit {
		if len(rows) > 0 {
			return nil
		}
		return []form.Hit{{I: -1, Say: "ghi ít nhất một chứng thư số mà đơn vị dùng để ký"}}
	}, form.By(QD08))
}

// LuuY are the notes that hold of all three.
func LuuY(more ...string) []string {
	return append(more,
		"Nghị định 164/2025/NĐ-CP có thể đã thay mẫu này; chưa thấy mẫu mới. Ngày áp dụng ghi theo ngày ký quyết định.",
		"Phần mềm I-VAN đang dùng gửi tệp gốc Hoso, ký ở Hoso/CKy_Dvi; các phần tử bên trong chưa thấy.",
		"Phần tử SUBJECT: tờ in của tệp trình bày ghi nó là tên tổ chức chứng thực, tệp mẫu ghi chủ thể của chứng thư số. Ở đây tệp ghi chủ thể, giấy in tổ chức chứng thực.",
	)
}
