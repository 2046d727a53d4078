package office

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/services"
)

// Phrases lists the sentences that the guide of a form gives for a text cell of a row,
// those for the row's phương án first. Each has services.ChoTrong where something must
// be filled in.
func Phrases(f *form.Form, table, tag string, row form.Row, on law.Day) []services.MauCau {
	if table != "" {
		return nil
	}
	pa := ""
	if c := f.Table.Column("PhuongAn"); c != nil {
		pa = c.Get(row).S
	}
	return services.CacMauCau(f.ID, tag, pa, on)
}

// HasPhrases reports whether the guide of a form gives sentences for a column.
func HasPhrases(f *form.Form, table, tag string, on law.Day) bool {
	return table == "" && len(services.CacMauCau(f.ID, tag, "", on)) > 0
}

// blankCode is the fault of a sentence whose blanks were not filled in.
const blankCode = "HS-CHO-TRONG"

// blanksLeft finds the sentences in which a blank was left.
func blanksLeft(docs []*form.Doc, on law.Day) (out []form.Fault) {
	for _, doc := range docs {
		for _, c := range doc.Form.Table.Columns() {
			if c.Kind != form.KindText || !HasPhrases(doc.Form, "", c.Tag, on) {
				continue
			}
			f := form.Fault{Code: blankCode, Level: form.Nhac, Form: doc.Form.ID,
				Say: fmt.Sprintf("%s: còn chỗ «%s» chưa điền. Điền vào, hoặc bỏ đi", c.Label, services.ChoTrong)}
			for i, r := range doc.Rows {
				if strings.Contains(c.Get(r).S, services.ChoTrong) {
					f.Places = append(f.Places, form.Place{Row: i + 1, Tag: c.Tag, Label: c.Label})
				}
			}
			if len(f.Places) > 0 {
				out = append(out, f)
			}
		}
	}
	return out
}
