package office

import (
	"cmp"
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
)

// FileFault is something wrong in a file of whatever program, in words.
type FileFault struct {
	Place  string // "Dòng 2, Trần Thị Mai, Ngày sinh"
	Say    string // what, and how to mend it
	Code   string
	Basis  string // the law or decision
	Bad    bool   // blocks sending
	Places int    // in how many places it stands
}

// wholeFile is the place of what is wrong with a file as a whole.
const wholeFile = "Cả tệp"

// mostPlaces is how many places of one fault are named.
const mostPlaces = 5

// faultsOf are the places of a file that are not as its layout says.
func faultsOf(odds []xmlfile.Odd, formID, basis string) []form.Fault {
	var out []form.Fault
	for _, x := range odds {
		out = append(out, form.Fault{
			Code: "XML-" + string(x.Kind), Level: form.Loi, Form: formID, Say: x.Path + ": " + x.Say, Basis: basis,
			Places: []form.Place{{Tag: x.Path, Label: x.Path}},
		})
	}
	return out
}

// faultInFile is a fault with its place; in is the name of the file in a package, and
// doc, nil where there is none, says whose a row is.
func faultInFile(in string, doc *form.Doc, f form.Fault) FileFault {
	out := FileFault{Place: placesInFile(doc, f), Say: f.Say, Code: f.Code, Basis: f.Basis, Bad: f.Level == form.Loi, Places: len(f.Places)}
	if len(f.Places) == 1 {
		p := f.Places[0]
		out.Say = strings.TrimPrefix(out.Say, p.Tag+": ") // an element's path, which is its place
		if p.Fix != "" {
			out.Say = fmt.Sprintf("%s. Có thể là %s", out.Say, p.Fix)
		}
	}
	if f.Unsure() {
		out.Basis += " (chưa có văn bản xác nhận)"
	}
	if in != "" {
		out.Place += " · " + in
	}
	return out
}

// placesInFile names where a fault stands: the one place, or the rows of a column, or
// the first few places.
func placesInFile(doc *form.Doc, f form.Fault) string {
	if len(f.Places) == 0 {
		return wholeFile
	}
	first, alike := f.Places[0], true
	var each, rows []string
	for i, p := range f.Places {
		alike = alike && p.Table == first.Table && p.Tag == first.Tag && p.Row > 0
		if i < mostPlaces {
			each = append(each, placeInFile(doc, p))
			rows = append(rows, fmt.Sprint(p.Row))
		}
	}
	more := len(f.Places) - mostPlaces
	switch {
	case len(f.Places) == 1:
		return each[0]
	case alike && more > 0:
		rows[mostPlaces-1] += "…"
		fallthrough
	case alike:
		return fmt.Sprintf("%s · %d dòng: %s", joined(tableInFile(doc, first.Table), first.Label), len(f.Places), strings.Join(rows, ", "))
	case more > 0:
		return fmt.Sprintf("%s, và %d chỗ nữa", strings.Join(each, "; "), more)
	}
	return strings.Join(each, "; ")
}

// placeInFile names one place: the table where there are several, the row, whose it is,
// the column.
func placeInFile(doc *form.Doc, p form.Place) string {
	table, rest := tableInFile(doc, p.Table), p.Label
	if p.Row == 0 {
		return cmp.Or(joined(table, rest), wholeFile)
	}
	rest = joined(whoseRow(doc, p), rest)
	switch {
	case table == "" && rest == "":
		return fmt.Sprintf("Dòng %d", p.Row)
	case table == "":
		return fmt.Sprintf("Dòng %d, %s", p.Row, rest)
	case rest == "":
		return fmt.Sprintf("%s, dòng %d", table, p.Row)
	}
	return fmt.Sprintf("%s, dòng %d, %s", table, p.Row, rest)
}

// tableInFile is how a table is called, "" for the only one.
func tableInFile(doc *form.Doc, table string) string {
	if doc == nil || table == "" {
		return table
	}
	if t := tableOf(doc.Form, table); t != nil {
		return t.Title
	}
	return ""
}

// whoseRow is the name that stands in a row.
func whoseRow(doc *form.Doc, p form.Place) string {
	if doc == nil {
		return ""
	}
	rows, c := rowsOf(doc, p.Table), columnOf(doc.Form, p.Table, "HoTen")
	if p.Row > len(rows) || c == nil {
		return ""
	}
	return c.Get(rows[p.Row-1]).S
}

// joined are the parts that there are.
func joined(parts ...string) string {
	var have []string
	for _, s := range parts {
		if s != "" {
			have = append(have, s)
		}
	}
	return strings.Join(have, ", ")
}
