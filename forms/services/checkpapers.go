package services

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// papers asks for the papers of the case. What is only shown, only named in a form
// or already with the agency is not asked for.
func (c *checker) papers() {
	var maybe []form.Place
	for _, g := range c.dv.GiayCua(c.th.ID) {
		if c.given(g) || !g.inDossier() || c.asked(g) {
			continue
		}
		at := form.Place{Table: "giay", Tag: g[0].ID, Label: g.Ten()}
		switch {
		case g.BatBuoc():
			say := g.Ten() + ": phải có trong trường hợp «" + c.th.Ten + "»"
			if w := g[0].TheNao; w != "" && len(g) == 1 {
				say += " (" + w + ")"
			}
			c.add("10", level(g[0].Confidence), hoSo, say, or(g[0].CanCu, c.dv.CanCu), at)
		case g[0].Tuy:
			at.Label = g.Ten() + " (khi " + g[0].Khi + ")"
			maybe = append(maybe, at)
		}
	}
	if maybe != nil {
		words := make([]string, len(maybe))
		for i, p := range maybe {
			words[i] = p.Label
		}
		c.add("11", form.Nhac, hoSo, "Giấy tờ chỉ cần trong một số trường hợp, thuộc trường hợp đó thì kèm theo: "+strings.Join(words, "; "), c.dv.CanCu, maybe...)
	}
}

// inDossier reports whether one of the papers is a file or a form of the dossier.
func (g ChonGiay) inDossier() bool {
	for _, one := range g {
		if one.Cach == Tep || one.Cach == LaMau {
			return true
		}
	}
	return false
}

// asked reports whether the paper is a form that HS-01 or HS-17 asks for.
func (c *checker) asked(g ChonGiay) bool {
	for _, one := range g {
		for _, m := range one.Mau {
			if slices.Contains(c.th.Mau, m) {
				return true
			}
		}
	}
	return false
}

// given reports whether one of the papers is in the dossier.
func (c *checker) given(g ChonGiay) bool {
	for _, one := range g {
		if c.has(one.Mau) || slices.Contains(c.KhongTep, one.ID) {
			return true
		}
		for _, p := range c.Giay {
			if strings.EqualFold(p.ID, one.ID) {
				return true
			}
		}
	}
	return false
}

// files looks at the files themselves: how many, how big, of which kind, and
// whether one stands twice. The limits are those of an I-VAN's program, so they
// say nothing of a dossier that does not go through one.
func (c *checker) files() {
	if len(c.Giay) == 0 {
		return
	}
	limit := data.dinhKem
	var bytes int64
	var kind, twice []form.Place
	seen := map[string]string{}
	for _, g := range c.Giay {
		bytes += g.Byte
		at := form.Place{Table: "giay", Tag: g.ID, Label: g.Ten}
		if !limit.nhan(g.Ten) {
			kind = append(kind, at)
		}
		for _, key := range []string{"hash " + g.Hash, "ten " + strings.ToLower(g.Ten)} {
			if strings.HasSuffix(key, " ") {
				continue
			}
			if first, ok := seen[key]; ok {
				at.Label = g.Ten + " trùng với " + first
				twice = append(twice, at)
				break
			}
			seen[key] = g.Ten
		}
	}
	if n := len(c.Giay) + len(c.Docs); n > limit.soTep && !c.p.KhongQuaIVAN {
		c.add("12", form.Nhac, hoSo, fmt.Sprintf("Giấy tờ kèm theo: %d tệp kể cả tờ khai, có phần mềm I-VAN chỉ nhận %d. Gộp các giấy tờ vào một tệp PDF", n, limit.soTep), limit.canCu)
	}
	if bytes > limit.tongByte && !c.p.KhongQuaIVAN {
		c.add("13", form.Nhac, hoSo, fmt.Sprintf("Giấy tờ kèm theo: tổng %s byte chưa kể tờ khai, có phần mềm I-VAN chỉ nhận %s kể cả tờ khai. Giảm cỡ ảnh, hoặc tách hồ sơ",
			law.VietSo(bytes), law.VietSo(limit.tongByte)), limit.canCu)
	}
	if kind != nil && !c.p.KhongQuaIVAN {
		c.add("14", form.Nhac, hoSo, "Giấy tờ kèm theo: có phần mềm I-VAN chỉ nhận tệp "+strings.Join(limit.loai, ", ")+". Đổi sang PDF: "+labels(kind), limit.canCu, kind...)
	}
	if twice != nil {
		c.add("15", form.Nhac, hoSo, "Giấy tờ kèm theo: một giấy tờ kèm hai lần. Bỏ bớt một: "+labels(twice), canCuMau, twice...)
	}
}

func labels(at []form.Place) string {
	words := make([]string, len(at))
	for i, p := range at {
		words[i] = p.Label
	}
	return strings.Join(words, ", ")
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
