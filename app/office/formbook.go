package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// Template is the workbook of a form to be filled: empty, with help, code lists
// and the hidden line by which it is read back.
func Template(f *form.Form, today law.Day) (File, error) {
	data, err := sheet.WriteForm(form.New(f), sheet.FormOptions{Today: today})
	if err != nil {
		return File{}, fmt.Errorf("template of %s: %w", f.ID, err)
	}
	return File{Name: strings.ReplaceAll(f.ID, "/", "-") + ".xlsx", Bytes: data}, nil
}

// Workbook writes the forms of a dossier, whatever its state, as a workbook that
// DraftBooks and FillBook read.
func (o *Office) Workbook(ctx context.Context, id string) (File, error) {
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return File{}, fmt.Errorf("workbook of %s: %w", storage.Ref(id), err)
	}
	if len(docs) == 0 {
		if _, err := o.store.Dossier(ctx, id); err != nil {
			return File{}, fmt.Errorf("workbook of %s: %w", storage.Ref(id), err)
		}
		return File{}, fmt.Errorf("workbook of %s: %w", storage.Ref(id), ErrNothingToDraft)
	}
	data, err := sheet.WriteForms(docs, sheet.FormOptions{Today: o.Today()})
	if err != nil {
		return File{}, fmt.Errorf("workbook of %s: %w", storage.Ref(id), err)
	}
	return File{Name: id + ".xlsx", Bytes: data}, o.deed(ctx, storage.Deed{What: "hoSo.xuatBang", Ref: id})
}

// DraftBooks makes a dossier of one or several workbooks of forms. A single
// workbook that names no form is read as DraftSheet does, and so is a list that
// only its heading calls D02-LT: its lines are people of a payroll. The agency's own
// workbook, filled, is read as the form that it is. Problems come
// back with their cells; with a Lỗi among them nothing is drafted.
func (o *Office) DraftBooks(ctx context.Context, procedure string, month law.Month, books []File) ([]storage.Dossier, []Finding, error) {
	var docs []*form.Doc
	var found []Finding
	from := map[*form.Form]string{}
	for _, file := range books {
		b, say, err := o.readForms(ctx, file)
		if err != nil {
			return nil, nil, fmt.Errorf("draft from workbook: %w", err)
		}
		if len(books) == 1 && !b.Marked && !b.Official && !slices.ContainsFunc(b.Docs, func(d *form.Doc) bool { return d.Form.ID != "D02-LT" }) {
			return o.DraftSheet(ctx, procedure, month, file.Name, file.Bytes)
		}
		where := ""
		if len(books) > 1 {
			where = file.Name + " "
		}
		if len(b.Docs) == 0 && len(b.Problems) == 0 {
			found = append(found, Finding{Field: file.Name, Level: form.Loi, Say: file.Name + ": không thấy mẫu nào trong tệp. Lấy mẫu Excel trống của mẫu ấy rồi điền; bảng lương thì đưa riêng một tệp"})
		}
		found = append(append(found, say...), cellFindings(where, b.Problems)...)
		for _, d := range b.Docs {
			if other, twice := from[d.Form]; twice {
				found = append(found, Finding{Field: file.Name, Level: form.Loi, Say: "Mẫu " + d.Form.ID + " có ở cả " + other + " và " + file.Name + ". Gộp vào một tệp"})
			}
			from[d.Form] = file.Name
			if empty(d) {
				found = append(found, Finding{Field: file.Name, Level: form.Nhac, Say: "Mẫu " + d.Form.ID + " chưa điền dòng nào nên không đưa vào hồ sơ"})
				continue
			}
			docs = append(docs, d)
		}
	}
	if blocking(found) {
		return nil, found, nil
	}
	if len(docs) == 0 {
		return nil, append(found, Finding{Field: books[0].Name, Level: form.Loi, Say: "Tệp không có dòng nào. Điền ít nhất một dòng của một mẫu"}), nil
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, found, err
	}
	o.headsFromCompany(docs, dv)
	d, err := o.DraftDocs(ctx, procedure, month, docs)
	if err != nil {
		return nil, found, err
	}
	return []storage.Dossier{d}, found, nil
}

// FillBook replaces the forms of a draft by those of a workbook, each as a whole;
// what was edited before cannot be undone any more. A form that the draft does not
// have is refused. With a Lỗi among the findings nothing is changed.
func (o *Office) FillBook(ctx context.Context, id, name string, data []byte) (rows map[string]int, found []Finding, err error) {
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return nil, nil, fmt.Errorf("fill %s: %w", storage.Ref(id), err)
	}
	b, say, err := o.readForms(ctx, File{Name: name, Bytes: data})
	if err != nil {
		return nil, nil, fmt.Errorf("fill %s: %w", storage.Ref(id), err)
	}
	found = append(say, cellFindings("", b.Problems)...)
	if len(b.Docs) == 0 && len(found) == 0 {
		found = append(found, Finding{Field: name, Level: form.Loi, Say: "Không thấy mẫu nào trong tệp. Xuất Excel hồ sơ này, sửa trong tệp ấy rồi nhập lại"})
	}
	for _, d := range b.Docs {
		switch old := docOf(docs, d.Form.ID); {
		case old == nil:
			found = append(found, Finding{Field: d.Form.ID, Level: form.Loi, Say: "Hồ sơ không có mẫu " + d.Form.ID + ". Xoá các trang của mẫu này trong tệp, hoặc lập hồ sơ mới từ tệp"})
		case empty(d) && !empty(old):
			found = append(found, Finding{Field: d.Form.ID, Level: form.Loi, Say: "Mẫu " + d.Form.ID + " trong tệp không có dòng nào, hồ sơ đang có. Xoá các trang của mẫu này trong tệp nếu không sửa nó"})
		}
	}
	if blocking(found) {
		return nil, found, nil
	}
	if b.Official {
		found = append(found, lostColumns(docs, b.Docs)...)
	}
	rows = map[string]int{}
	for _, d := range b.Docs {
		if err := o.store.PutDoc(ctx, id, d); err != nil {
			return rows, found, err
		}
		if err := o.store.PutSources(ctx, id, d.Form.ID, wholly(srcFile)); err != nil {
			return rows, found, err
		}
		rows[d.Form.ID] = len(d.Rows)
	}
	return rows, found, nil
}

// lostColumns names what a draft knew and the agency's paper has no column for.
func lostColumns(old, read []*form.Doc) (found []Finding) {
	known := func(d *form.Doc, c *form.Column) bool {
		return slices.ContainsFunc(d.Rows, func(r form.Row) bool { return c.Known(r) })
	}
	for _, d := range read {
		var lost []string
		for _, c := range d.Form.Table.Columns() {
			if was := docOf(old, d.Form.ID); was != nil && known(was, c) && !known(d, c) {
				lost = append(lost, c.Label)
			}
		}
		if len(lost) > 0 {
			found = append(found, Finding{Field: d.Form.ID, Level: form.Nhac, Say: "Mẫu " + d.Form.ID + ": tệp của cơ quan BHXH không có chỗ riêng cho " + strings.Join(lost, ", ") + " nên các cột này nay chưa biết. Điền lại trong hồ sơ"})
		}
	}
	return found
}

func cellFindings(file string, problems []sheet.Problem) (found []Finding) {
	for _, p := range problems {
		at := file + strings.TrimSuffix(p.Sheet+"!"+p.Cell, "!")
		say := p.Message
		if at != "" {
			say = at + ": " + say
		}
		found = append(found, Finding{Field: at, Code: p.Code, Level: p.Level, Say: say, Fix: p.Fix})
	}
	return found
}

// empty reports whether nothing at all was filled in a form.
func empty(d *form.Doc) bool {
	if len(d.Rows) > 0 {
		return false
	}
	for _, rows := range d.Subs {
		if len(rows) > 0 {
			return false
		}
	}
	return d.Form.Head == nil || !slices.ContainsFunc(d.Head, func(v form.Value) bool { return v.A == form.Known })
}
