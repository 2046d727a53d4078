package tralai

import (
	"slices"
	"strings"
	"unicode"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// called are words by which officers call a column otherwise than the form does,
// folded, and the tags that forms share.
var called = []struct {
	words []string
	tags  []string
}{
	{[]string{"cccd", "can cuoc", "dinh danh", "ddcn", "cmnd", "cmt", "ho chieu"}, []string{cccdTag}},
	{[]string{"ma so bhxh", "so so bhxh", "so so", "ma bhxh", "ma so bao hiem xa hoi"}, []string{maSoTag}},
	{[]string{"ngay sinh", "nam sinh", "ngay thang nam sinh"}, []string{birthTag}},
	{[]string{"ho ten", "ho va ten"}, []string{nameTag}},
	{[]string{"gioi tinh"}, []string{"GioiTinh"}},
	{[]string{"muc luong", "tien luong"}, []string{"MucLuong", "TienLuong"}},
	{[]string{"phuong an", "loai tang giam"}, []string{"PhuongAn", "LoaiTangGiam"}},
	{[]string{"tu thang"}, []string{"TuThang"}},
	{[]string{"den thang"}, []string{"DenThang"}},
	{[]string{"chuc danh", "chuc vu"}, []string{"ChucDanh"}},
	{[]string{"noi lam viec"}, []string{"NoiLamViec"}},
	{[]string{"kcb", "kham chua benh"}, []string{"NoiKCB"}},
	{[]string{"tai khoan"}, []string{"SoTaiKhoan"}},
}

// mostColumns is how many columns words may name and still be about cells.
const mostColumns = 3

// columnsNamed are the columns of a table that words mean, in its order; none where
// they mean so many that they are about the row. One whose number tells who is meant
// is passed over where words name others.
func columnsNamed(t *form.Table, words string, who *form.Column) (out []*form.Column) {
	folded := spaced(words)
	for _, c := range t.Columns() {
		if slices.ContainsFunc(wordsFor(c), func(w string) bool { return strings.Contains(folded, " "+w+" ") }) {
			out = append(out, c)
		}
	}
	if who != nil && len(out) > 1 {
		out = slices.DeleteFunc(out, func(c *form.Column) bool { return c == who })
	}
	if out = meant(words, out); len(out) > mostColumns {
		return nil
	}
	return out
}

// wordsFor are the folded words that name a column: those that officers use, and
// its label where that is more than one word.
func wordsFor(c *form.Column) (out []string) {
	for _, n := range called {
		if slices.Contains(n.tags, c.Tag) {
			out = append(out, n.words...)
		}
	}
	label, _, _ := strings.Cut(c.Label, "(")
	if l := strings.TrimSpace(spaced(label)); strings.Contains(l, " ") {
		out = append(out, l)
	}
	return out
}

// spaced folds words and puts a blank around each.
func spaced(s string) string {
	w := strings.FieldsFunc(codes.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(w, " ") + " "
}

// ofRule is the column of the rule that a gateway's code stands for: "E-BIZ-D02-LT-04".
func ofRule(f *form.Form, ma string) *form.Column {
	code, ok := strings.CutPrefix(strings.TrimPrefix(ma, "E-BIZ-"), f.ID+"-")
	if !ok {
		return nil
	}
	for _, t := range append([]*form.Table{f.Table}, f.Subs...) {
		for _, r := range t.Rules {
			if r.Code == code {
				return r.Col
			}
		}
	}
	return nil
}
