package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

const formsVerbs = "forms list, show MẪU, spec MẪU, template MẪU --out TỆP.xlsx, of MÃ, add MÃ MẪU hoặc drop MÃ MẪU --yes"

func runForms(c *call) error {
	var out string
	var yes bool
	if err := c.flags(0, 3, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.BoolVar(&yes, "yes", false, "")
	}); err != nil {
		return err
	}
	if len(c.args) == 0 || c.args[0] == "list" {
		type line struct {
			ID      string `json:"id"`
			Version string `json:"version"`
			Title   string `json:"title"`
			Basis   string `json:"basis"`
			From    string `json:"from"`
		}
		out, rows := []line{}, [][]string{}
		for _, f := range form.Forms() {
			out = append(out, line{f.ID, f.Version, f.Title, f.Basis, f.From.ISO()})
			rows = append(rows, []string{f.ID, f.Title, "từ " + f.From.String(), f.Basis})
		}
		return c.answer(map[string]any{"forms": out}, func(w io.Writer) { table(w, rows) })
	}
	switch verb, n := c.args[0], len(c.args); {
	case verb == "of" && n == 2:
		return c.formsOf(c.args[1])
	case verb == "add" && n == 3:
		return c.addForm(c.args[1], c.args[2])
	case verb == "drop" && n == 3:
		return c.dropForm(c.args[1], c.args[2], yes)
	case n != 2:
		return wrong("%s", formsVerbs)
	}
	f := findForm(c.args[1])
	if f == nil {
		return wrong("không có mẫu %q; xem: bhxh forms list", c.args[1])
	}
	switch c.args[0] {
	case "show":
		return c.showForm(f)
	case "spec":
		spec := form.Spec(f)
		return c.answer(map[string]any{"id": f.ID, "spec": spec}, func(w io.Writer) { fmt.Fprint(w, spec) })
	case "template":
		return c.template(f, out)
	}
	return wrong("%s", formsVerbs)
}

// findForm finds a mẫu by its ID or by what its paper calls it, in whatever case,
// with or without diacritics: "d02-lt", "mau so 2", "01/bhyt".
func findForm(name string) *form.Form {
	name = codes.Fold(name)
	for _, f := range form.Forms() {
		if codes.Fold(f.ID) == name || codes.Fold(f.Called()) == name {
			return f
		}
	}
	return nil
}

// template writes the workbook of a form to be filled.
func (c *call) template(f *form.Form, out string) error {
	if out == "" {
		return wrong("thiếu --out, ví dụ --out %s.xlsx", strings.ToLower(strings.ReplaceAll(f.ID, "/", "-")))
	}
	now := c.Now()
	book, err := office.Template(f, law.DayOf(now.Year(), int(now.Month()), now.Day()))
	if err != nil {
		return err
	}
	if err := office.WriteFile(out, book.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"form": f.ID, "file": out}, func(w io.Writer) { fmt.Fprintln(w, "Đã ghi", out) })
}

// formColumn is a column as forms show lists it.
type formColumn struct {
	Tag      string          `json:"tag"`
	Label    string          `json:"label"`
	Required bool            `json:"required"`
	List     string          `json:"list,omitempty"`
	Conf     form.Confidence `json:"confidence"`
}

func formColumns(t *form.Table) (cols []formColumn, rows [][]string) {
	cols = []formColumn{}
	for _, k := range t.Columns() {
		x := formColumn{Tag: k.Tag, Label: k.Label, Required: k.Required, Conf: k.Conf}
		if k.Codes != nil {
			x.List = k.Codes.Name()
		}
		cols = append(cols, x)
		rows = append(rows, []string{k.Tag, k.Label, map[bool]string{true: "phải có"}[k.Required], x.List})
	}
	return cols, rows
}

// showForm lists the columns of a form's rows, head and sub-tables.
func (c *call) showForm(f *form.Form) error {
	cols, rows := formColumns(f.Table)
	head, headRows := formColumns(f.Head)
	subs := map[string][]formColumn{}
	for _, t := range f.Subs {
		subs[t.Tag], _ = formColumns(t)
	}
	return c.answer(map[string]any{"id": f.ID, "title": f.Title, "basis": f.Basis, "columns": cols, "head": head, "subs": subs}, func(w io.Writer) {
		fmt.Fprintf(w, "%s – %s\n%s\n", f.ID, f.Title, f.Basis)
		table(w, rows)
		if f.Head != nil {
			fmt.Fprintln(w, "\nPhần đầu (head)")
			table(w, headRows)
		}
		for _, t := range f.Subs {
			_, rows := formColumns(t)
			fmt.Fprintf(w, "\nBảng con %s – %s\n", t.Tag, t.Title)
			table(w, rows)
		}
	})
}
