package services

import (
	"fmt"
	"strings"
)

// HuongDanCua is the guide of a service in words (Markdown): who goes where, by
// when, and for each case which papers to have. "" when there is no such service.
func HuongDanCua(id string) string {
	s, ok := Service(id)
	if !ok {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s. %s\n\n%s\n\n- Ai nộp: %s\n- Nơi nộp: %s\n- Khi nào: %s\n- Giải quyết: %s\n- Kết quả: %s\n- Cấp giải quyết: %s\n- Căn cứ: %s\n",
		s.ID, s.Ten, s.CoTheNopCau, s.NguoiNop, s.Kenh, s.Han, s.GiaiQuyet, s.KetQua, s.CapSau, s.CanCu)
	for _, c := range s.TruongHop {
		fmt.Fprintf(&b, "\n## %s. %s\n\n", c.ID, c.Ten)
		if len(c.Mau) > 0 {
			fmt.Fprintf(&b, "Mẫu: %s\n\n", GoiMaus(c.Mau, ", "))
		}
		if c.GhiChu != "" {
			fmt.Fprintf(&b, "%s.\n\n", strings.TrimSuffix(c.GhiChu, "."))
		}
		papers := s.GiayCua(c.ID)
		if len(papers) == 0 {
			b.WriteString("Không cần giấy tờ kèm theo.\n")
		}
		for _, g := range papers {
			b.WriteString(g.dong())
		}
	}
	return b.String()
}

// dong is a paper, or the choice of some, as lines of a list.
func (c ChonGiay) dong() string {
	var b strings.Builder
	if len(c) == 1 {
		b.WriteString("- " + c[0].cau() + "\n")
		return b.String()
	}
	fmt.Fprintf(&b, "- %s, một trong các giấy tờ sau:\n", must(c[0]))
	for _, g := range c {
		b.WriteString("  - " + g.loi() + "\n")
	}
	return b.String()
}

func (g GiayTo) cau() string { return must(g) + ": " + g.loi() }

// loi names the paper with what counts as given and how sure that is.
func (g GiayTo) loi() string {
	out := g.Ten
	if g.Khi != "" && !g.Tuy {
		out += " (" + g.Khi + ")"
	}
	if g.TheNao != "" {
		out += ": " + g.TheNao
	}
	if g.CanCu != "" {
		out += "; " + g.CanCu
	}
	if w := chacWords[g.Confidence]; w != "" {
		out += " [" + w + "]"
	}
	return out
}

func must(g GiayTo) string {
	switch {
	case g.BatBuoc:
		return "Phải có"
	case g.Tuy:
		return "Phải có nếu " + g.Khi
	}
	return "Nếu có"
}
