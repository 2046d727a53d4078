package office

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// The tags by which a form's rows are read as periods of benefits. A form that has
// not all of the first four asks for none.
const (
	tagCheDo   = "CheDo"
	tagTuNgay  = "TuNgay"
	tagDenNgay = "DenNgay"
	tagTongSo  = "TongSo"

	tagMaSo      = "MaSoBHXH"
	tagCCCD      = "SoCCCD"
	tagSinhCon   = "NgaySinhCon"
	tagTruongHop = "TruongHop"
)

// claimsByTag reads the rows of the main table, and of every sub-table, that have the
// tags. Days are the count of TongSo: a count of whole days, or thousandths of days,
// by the column's kind.
func claimsByTag(doc *form.Doc) (out []Period) {
	read := func(t *form.Table, rows []form.Row) {
		c := claimColumns(t)
		if c == nil {
			return
		}
		for i, r := range rows {
			out = append(out, c.period(doc.Form.ID, i+1, r))
		}
	}
	if doc.Form.Table != nil {
		read(doc.Form.Table, doc.Rows)
	}
	for _, t := range doc.Form.Subs {
		read(t, doc.Subs[t.Tag])
	}
	return out
}

// tagged are the columns of a table by tag; nil where it has none.
type tagged map[string]*form.Column

func claimColumns(t *form.Table) tagged {
	c := tagged{}
	for _, tag := range []string{tagCheDo, tagTuNgay, tagDenNgay, tagTongSo, tagMaSo, tagCCCD, tagSinhCon, tagTruongHop} {
		c[tag] = t.Column(tag)
	}
	for tag, kind := range map[string]form.Kind{tagTuNgay: form.KindDay, tagDenNgay: form.KindDay} {
		if c[tag] == nil || c[tag].Kind != kind {
			return nil
		}
	}
	if c[tagCheDo] == nil || c[tagTongSo] == nil || (c[tagMaSo] == nil && c[tagCCCD] == nil) {
		return nil
	}
	return c
}

func (c tagged) period(id string, n int, r form.Row) Period {
	get := func(tag string) form.Value {
		if c[tag] == nil {
			return form.Value{}
		}
		return c[tag].Get(r)
	}
	p := Period{Form: id, Row: n, MaSoBHXH: get(tagMaSo).S, SoCCCD: get(tagCCCD).S}
	p.TuNgay, p.DenNgay, p.NgaySinhCon = law.Day(get(tagTuNgay).N), law.Day(get(tagDenNgay).N), law.Day(get(tagSinhCon).N)
	p.NuaNgay = halves(c[tagTongSo].Kind, get(tagTongSo).N)
	p.TruongHop = get(tagTruongHop).S
	kind := get(tagCheDo).S
	if list := c[tagCheDo].Codes; list != nil {
		if _, ok := facts.DocCheDo(kind); !ok {
			kind = list.Label(kind)
		}
	}
	p.CheDo, _ = facts.DocCheDo(kind) // one that is not known stays empty, and is named
	return p
}

// halves are days in halves, 0 where they are none: of whole days, or of thousandths
// that are halves.
func halves(k form.Kind, n int64) int64 {
	const half = 500 // thousandths
	switch {
	case k == form.KindInt:
		return 2 * n
	case k == form.KindDecimal && n%half == 0:
		return n / half
	}
	return 0
}
