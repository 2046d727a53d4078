package han

import (
	"fmt"
	"strings"

	"ankhai/forms/law"
)

var loaiWords = map[Loai]string{HanNop: "luật định", Nen: "nên", SomNhat: "sớm nhất", HetHieu: "hết hiệu lực", KhongHan: "không định số ngày"}

// Say is the kind in Vietnamese.
func (l Loai) Say() string { return loaiWords[l] }

// Bang is the page of all clocks (Markdown), for a lawyer to read.
func Bang() string {
	var b strings.Builder
	b.WriteString(`# Các thời hạn

Mỗi dòng là một thời hạn: ai phải làm gì, tính từ đâu, bao lâu, căn cứ nào, quá hạn thì sao. «luật định» là thời hạn trong văn bản; «nên» là lời khuyên vì luật không định số ngày. Số trong [ ] lấy từ bảng số liệu có ngày áp dụng, người dùng thêm được dòng mới. Độ chắc ghi ở cột cuối.

Ngày đầu không tính, ngày cuối rơi vào ngày nghỉ thì lùi: Bộ luật Dân sự 91/2015/QH13 Điều 147, Điều 148; Luật Bảo hiểm xã hội không nói, nên chương trình luôn cho thêm «ngày nên xong trước» không phụ thuộc cách đếm.
`)
	for _, s := range data.suKien {
		fmt.Fprintf(&b, "\n## %s (%s)\n\nNgày của sự kiện: %s. Áp dụng cho sự kiện từ %s.", s.Ten, s.Ma, s.Ngay, s.Tu)
		if s.GiupDo != "" {
			fmt.Fprintf(&b, " %s.", s.GiupDo)
		}
		b.WriteString("\n\n| Mã | Khi | Việc | Ai | Loại | Cách tính | Hồ sơ | Quá hạn | Căn cứ | Độ chắc |\n|---|---|---|---|---|---|---|---|---|---|\n")
		for _, h := range data.han {
			if h.SuKien == s.Ma {
				fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", h.Ma, dash(h.Khi()), h.viecGhi(), h.Ai.Say(), h.Loai.Say(),
					h.Noi(), dash(strings.Join(h.TruongHop(), ", ")), dash(strings.Join(h.QuaHan, ", ")), h.CanCu, sureWords[h.Confidence])
			}
		}
	}
	b.WriteString("\n## Quá hạn\n\n| Mã | Hậu quả | Phải kèm | Căn cứ | Độ chắc |\n|---|---|---|---|---|\n")
	for _, q := range data.hauQua {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", q.Ma, q.Say, dash(q.CanNop), q.CanCu, sureWords[q.Confidence])
	}
	return b.String()
}

func (h Han) viecGhi() string {
	if h.GhiChu == "" {
		return h.Viec
	}
	return h.Viec + " (" + lower(h.GhiChu) + ")"
}

var sureWords = map[law.Confidence]string{law.High: "cao", law.Medium: "trung bình", law.Low: "thấp"}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// latest is the newest value of a figure that comes with the program.
func latest(name string) (int64, bool) {
	h := law.History(name)
	if len(h) == 0 {
		return 0, false
	}
	return h[len(h)-1].Amount, true
}
