package services

import (
	"fmt"
	"strings"

	"ankhai/forms/law"
)

// chacWords marks what is not certain; what is needs no mark.
var chacWords = map[law.Confidence]string{law.Medium: "độ chắc trung bình", law.Low: "độ chắc thấp"}

// Trang is the page of the 30 services (Markdown): first who files what by which
// road, then each with its facts, how sure they are, and its cases.
func Trang() string {
	var b strings.Builder
	b.WriteString(`# Ba mươi dịch vụ công

Trang này lập từ ` + "`forms/services/data`" + `; phép thử so từng chữ. Dấu: không ghi gì là đã đọc văn bản hoặc có hai nguồn độc lập; *(tb)* là một nguồn tốt; *(thấp)* là một nguồn yếu hoặc suy ra, phải xem lại văn bản trước khi dựa vào.

Mã quốc gia theo Quyết định 838/QĐ-BHXH ngày 05/06/2024; sau đó có đánh số lại hay không thì chưa rõ. B5 trùng C12, D2 trùng E3. Nhóm E không có số 1.

| Mã | Dịch vụ | Ai nộp | Đơn vị nộp qua I-VAN | Mẫu | Thủ tục | Mã quốc gia |
|---|---|---|---|---|---|---|
`)
	for _, s := range data.services {
		own := "không"
		if s.CoTheNop {
			own = "được"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |\n", s.ID, s.Ten, s.NguoiNop, own,
			dash(GoiMaus(s.Mau, ", ")+s.dau("mau")), dash(strings.Join(s.ThuTuc, ", ")), dash(s.TTHC+s.dau("tthc")))
	}
	for _, s := range data.services {
		s.trang(&b)
	}
	return b.String()
}

func (s DichVu) trang(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s. %s\n\n", s.ID, s.Ten)
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "- %s: %s\n", name, value)
		}
	}
	line("Tên hiện nay", s.TenNay)
	line("Ai nộp", s.NguoiNop)
	line("Nộp thế nào", s.CoTheNopCau)
	line("Nộp qua", s.Kenh+s.dau("kenh"))
	line("Hạn nộp", s.Han+s.dau("han"))
	line("Giải quyết", s.GiaiQuyet+s.dau("giai-quyet"))
	line("Kết quả", s.KetQua)
	line("Cấp thực hiện trước 2025", s.CapTruoc+s.dau("cap"))
	line("Cấp thực hiện nay", s.CapSau+s.dau("cap"))
	line("Thay đổi từ 2023", s.ThayDoi+s.dau("thay-doi"))
	line("Căn cứ", s.CanCu)
	b.WriteString("\n| Trường hợp | Mẫu | Thủ tục | Giấy tờ |\n|---|---|---|---|\n")
	for _, c := range s.TruongHop {
		under := strings.Join(c.ThuTuc, ", ")
		if under == "" {
			under = s.ID + " (mã của AnKhai)"
		}
		fmt.Fprintf(b, "| %s %s%s | %s | %s | %s |\n", c.ID, c.Ten, dau(c.Confidence), dash(GoiMaus(c.Mau, ", ")), under, dash(c.GiayTo))
	}
}

// dau marks a fact that is not certain.
func (s DichVu) dau(fact string) string { return dau(s.DoChac[fact]) }

func dau(c law.Confidence) string {
	return map[law.Confidence]string{law.Medium: " *(tb)*", law.Low: " *(thấp)*"}[c]
}

func dash(s string) string {
	if strings.TrimSpace(s) == "" {
		return "–"
	}
	return s
}
