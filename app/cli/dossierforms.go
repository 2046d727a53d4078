package cli

import (
	"fmt"
	"io"
	"slices"

	"ankhai/forms/form"
)

// formsOf lists the forms of a dossier, and those that its procedure takes besides.
func (c *call) formsOf(id string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	v, err := o.Dossier(c.ctx, id)
	if err != nil {
		return err
	}
	more, err := o.MayAdd(c.ctx, id)
	if err != nil {
		return err
	}
	type line struct {
		ID    string `json:"id"`
		Title string `json:"title"`
		Rows  int    `json:"rows"`
	}
	has, may, rows := []line{}, []line{}, [][]string{}
	for _, d := range v.Docs {
		has = append(has, line{d.Form.ID, d.Form.Title, len(d.Rows)})
		rows = append(rows, []string{d.Form.ID, fmt.Sprintf("%d dòng", len(d.Rows)), d.Form.Title})
	}
	for _, f := range more {
		may = append(may, line{ID: f.ID, Title: f.Title})
		rows = append(rows, []string{f.ID, "thêm được", f.Title})
	}
	return c.answer(map[string]any{"id": id, "forms": has, "mayAdd": may}, func(w io.Writer) { table(w, rows) })
}

// addForm puts an empty form into a draft.
func (c *call) addForm(id, name string) error {
	f := findForm(name)
	if f == nil {
		return wrong("không có mẫu %q; xem: bhxh forms of %s", name, id)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if err := o.AddForm(c.ctx, id, f.ID); err != nil {
		return err
	}
	return c.answer(map[string]any{"id": id, "form": f.ID}, func(w io.Writer) { fmt.Fprintf(w, "Đã thêm mẫu %s vào hồ sơ %s\n", f.ID, id) })
}

// dropForm takes a form out of a draft with all its rows, which no undo brings back:
// without yes it says what would go.
func (c *call) dropForm(id, name string, yes bool) error {
	f := findForm(name)
	if f == nil {
		return wrong("không có mẫu %q; xem: bhxh forms of %s", name, id)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	v, err := o.Dossier(c.ctx, id)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(v.Docs, func(d *form.Doc) bool { return d.Form.ID == f.ID })
	if i < 0 {
		return refusal(fmt.Sprintf("Hồ sơ %s không có mẫu %s. Xem các mẫu của hồ sơ: bhxh forms of %s", id, f.ID, id))
	}
	rows := len(v.Docs[i].Rows)
	if yes {
		if err := o.DropForm(c.ctx, id, f.ID); err != nil {
			return err
		}
	}
	return c.answer(map[string]any{"id": id, "form": f.ID, "rows": rows, "dropped": yes}, func(w io.Writer) {
		if !yes {
			fmt.Fprintf(w, "Mẫu %s có %d dòng sẽ ra khỏi hồ sơ %s, không hoàn tác được. Chưa bỏ gì. Để bỏ: thêm --yes\n", f.ID, rows, id)
			return
		}
		fmt.Fprintf(w, "Đã bỏ mẫu %s khỏi hồ sơ %s\n", f.ID, id)
	})
}
