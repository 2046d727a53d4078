package sheet

import (
	"strings"

	"ankhai/forms/form"
)

// labels finds the columns of a table by what stands over them.
type labels struct {
	all    []*form.Column
	own    map[string][]*form.Column // by folded label
	label  map[*form.Column]string   // folded
	group  map[*form.Column]string   // folded head of the group
	byTag  map[string]*form.Column   // by tag in small letters
	length int                       // of the longest label
}

func labelsOf(t *form.Table) *labels {
	n := &labels{own: map[string][]*form.Column{}, label: map[*form.Column]string{}, group: map[*form.Column]string{}, byTag: map[string]*form.Column{}}
	if t == nil {
		return n
	}
	for _, g := range t.Groups {
		for _, c := range g.Cols {
			k := headKey(c.Label)
			n.all = append(n.all, c)
			n.own[k], n.label[c] = append(n.own[k], c), k
			n.group[c] = headKey(g.Head)
			n.byTag[strings.ToLower(c.Tag)] = c
			n.length = max(n.length, len(k))
		}
	}
	return n
}

// match finds the column of a head: its label without regard to diacritics,
// signs and a number in front, under its group where several columns have the
// label; its tag; what payrolls call the same fact; or its label with one slip of
// the keys. nil where none fits or
// several do.
func (n *labels) match(h head) *form.Column {
	k := unnumbered(h.own)
	if k == "" || len(k) > n.length+40 {
		return nil
	}
	for _, key := range []string{h.own, k} {
		if c := n.under(n.own[key], h.group); c != nil {
			return c
		}
	}
	if c := n.byTag[strings.ReplaceAll(h.own, " ", "")]; c != nil {
		return c
	}
	if c := n.byTag[strings.ToLower(tagOf[exact[k].field])]; c != nil {
		return c
	}
	if len(k) < 8 {
		return nil
	}
	var near []*form.Column
	for _, c := range n.all {
		if label := n.label[c]; len(label) >= 8 && len(label)-len(k) <= 1 && len(k)-len(label) <= 1 && distance(k, label, 1) <= 1 {
			near = append(near, c)
		}
	}
	return n.under(near, h.group)
}

// tagOf gives the tags under which forms keep the facts that payrolls have too.
var tagOf = map[string]string{fHoTen: "HoTen", fMaSo: "MaSoBHXH", fNgaySinh: tagNgaySinh, fGioiTinh: tagGioiTinh, fCCCD: tagCCCD, fDanToc: "DanToc",
	fQuocTich: tagQuocTich, fDienThoai: "DienThoai", fEmail: "Email", fChucDanh: "ChucDanh", fPhuongAn: "PhuongAn", fTuThang: "TuThang",
	fDenThang: "DenThang", fGhiChu: "GhiChu"}

// under chooses among columns of one label the one of the group.
func (n *labels) under(cs []*form.Column, group string) *form.Column {
	if len(cs) == 1 {
		return cs[0]
	}
	var fits *form.Column
	for _, c := range cs {
		if g := n.group[c]; g == group || g != "" && hasWords(group, g) {
			if fits != nil {
				return nil
			}
			fits = c
		}
	}
	return fits
}

// unnumbered takes the numbers of items and columns from a folded head:
// «[01] Họ và tên», «Họ và tên (2)».
func unnumbered(k string) string {
	w := strings.Fields(k)
	for len(w) > 1 && allDigits(w[0]) {
		w = w[1:]
	}
	for len(w) > 1 && allDigits(w[len(w)-1]) {
		w = w[:len(w)-1]
	}
	return strings.Join(w, " ")
}
