package tralai

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// LoiQuyTac says what is wrong with the text of a rule and how to mend it.
type LoiQuyTac struct{ Say string }

// Error is the same, for whoever reads it as an error.
func (e *LoiQuyTac) Error() string { return e.Say }

func wrong(words string, args ...any) error { return &LoiQuyTac{fmt.Sprintf(words, args...)} }

// CachGhi tells how a rule is written.
const CachGhi = "MẪU: CỘT không được để trống | phải để trống | không được là GIÁ_TRỊ | phải là GIÁ_TRỊ [khi CỘT là GIÁ_TRỊ [và CỘT là GIÁ_TRỊ …]]"

// DocQuyTac reads a rule: "D02-LT: Nơi làm việc không được để trống khi Phương án là
// TM". Columns go by tag or by their words, values may stand in «…». The error is a
// LoiQuyTac.
func DocQuyTac(text string) (QuyTac, error) {
	text = strings.Join(strings.Fields(norm.NFC.String(text)), " ")
	id, rest, ok := strings.Cut(text, ":")
	f := formNamed(strings.TrimSpace(id))
	if !ok || f == nil {
		return QuyTac{}, wrong("Quy tắc phải bắt đầu bằng mã một mẫu và dấu hai chấm, ví dụ D02-LT: … Cách ghi: %s", CachGhi)
	}
	q := QuyTac{Mau: f.ID}
	rest, scope, narrowed := strings.Cut(rest, " khi ")
	name, is, phai, ok := demand(rest)
	if !ok {
		return q, wrong("Quy tắc chưa nói ô phải thế nào. Cách ghi: %s", CachGhi)
	}
	var c *form.Column
	var err error
	if q.Bang, c, err = anyColumn(f, name); err != nil {
		return q, err
	}
	q.Tag, q.Phai = c.Tag, phai
	if q.Phai.valued() {
		if q.La, err = valueOf(c, is); err != nil {
			return q, err
		}
	} else if is != "" {
		return q, wrong("Sau «%s» không ghi gì thêm, trừ «khi …» (đang ghi %q)", phai.words(), is)
	}
	if !narrowed {
		return q, nil
	}
	for part := range strings.SplitSeq(scope, " và ") {
		by, is, ok := strings.Cut(part, " là ")
		if !ok {
			return q, wrong("Điều kiện phải có dạng «CỘT là GIÁ_TRỊ» (đang ghi %q)", part)
		}
		k, err := columnIn(f, q.Bang, by)
		if err != nil {
			return q, err
		}
		v, err := valueOf(k, is)
		if err != nil {
			return q, err
		}
		q.Khi = append(q.Khi, Khi{Tag: k.Tag, La: v})
	}
	return q, nil
}

// formNamed is the form with this ID, whatever its case.
func formNamed(id string) *form.Form {
	if f := form.Of(id); f != nil {
		return f
	}
	return form.Of(strings.ToUpper(id))
}

// demand cuts "CỘT không được là X" at the words of what is asked.
func demand(s string) (col, is string, p Phai, ok bool) {
	for _, d := range demands {
		if before, after, found := strings.Cut(s, " "+d.words); found {
			return strings.TrimSpace(before), strings.TrimSpace(after), d.phai, true
		}
	}
	return "", "", "", false
}

// anyColumn finds a column in the tables of a form, the rows first.
func anyColumn(f *form.Form, name string) (bang string, c *form.Column, err error) {
	bangs := []string{""}
	if f.Head != nil {
		bangs = append(bangs, Dau)
	}
	for _, t := range f.Subs {
		bangs = append(bangs, t.Tag)
	}
	for _, b := range bangs {
		if c, err = columnIn(f, b, name); err == nil {
			return b, c, nil
		}
	}
	return "", nil, wrong("Mẫu %s không có cột %q. Ghi tên cột như trên mẫu, hoặc mã cột: bhxh forms spec %s", f.ID, strings.TrimSpace(name), f.ID)
}

func columnIn(f *form.Form, bang, name string) (*form.Column, error) {
	name = strings.TrimSpace(name)
	var like []*form.Column
	for _, c := range tableOf(f, bang).Columns() {
		if strings.EqualFold(c.Tag, name) {
			return c, nil
		}
		if codes.Fold(c.Label) == codes.Fold(name) {
			like = append(like, c)
		}
	}
	switch len(like) {
	case 1:
		return like[0], nil
	case 0:
		return nil, wrong("Mẫu %s không có cột %q ở cùng bảng. Ghi tên cột như trên mẫu, hoặc mã cột: bhxh forms spec %s", f.ID, name, f.ID)
	}
	var tags []string
	for _, c := range like {
		tags = append(tags, c.Tag)
	}
	return nil, wrong("Nhiều cột của mẫu %s cùng tên %q. Ghi mã cột: %s", f.ID, name, strings.Join(tags, ", "))
}

// valueOf reads a value of a column, as a person types it. A person's own is refused.
func valueOf(c *form.Column, s string) (string, error) {
	s = strings.Trim(strings.TrimSpace(s), `«»"“”`)
	if c.Kind == form.KindCode {
		s, _, _ = strings.Cut(s, " – ")
	}
	v, say, ok := c.Parse(s)
	switch {
	case slices.Contains(persons, c.Tag):
		return "", wrong("Quy tắc không ghi tên, số hay ngày sinh của một người: %s chỉ dùng được với «không được để trống», «phải để trống»", c.Label)
	case !ok:
		return "", wrong("%s: giá trị %q %s", c.Label, s, say)
	case !v.Known():
		return "", wrong("%s: thiếu giá trị sau chữ «là»", c.Label)
	case c.Kind == form.KindCode && !c.Codes.Has(v.S):
		if up := strings.ToUpper(v.S); c.Codes.Has(up) {
			return up, nil
		}
		return "", wrong("%s: không có mã %q trong danh mục %s", c.Label, v.S, c.Codes.Name())
	}
	return c.Show(v), nil
}
