package office

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/sheet"
	"ankhai/forms/tk1ts"
	"ankhai/storage"
)

// DraftJSON makes a dossier of forms written as JSON by tag: one form, or a list
// of forms.
func (o *Office) DraftJSON(ctx context.Context, procedure string, month law.Month, data []byte) ([]storage.Dossier, []Finding, error) {
	data = typedJSON(data)
	var raw []json.RawMessage
	if json.Unmarshal(data, &raw) != nil {
		raw = []json.RawMessage{data}
	}
	var docs []*form.Doc
	var found []Finding
	for i, r := range raw {
		doc := new(form.Doc)
		if err := json.Unmarshal(r, doc); err != nil {
			for _, say := range unreadable(r) {
				found = append(found, Finding{Field: "JSON", Level: form.Loi, Say: fmt.Sprintf("Mẫu thứ %d: %s", i+1, say)})
			}
			continue
		}
		docs = append(docs, doc)
	}
	if len(found) > 0 || len(docs) == 0 {
		return nil, found, nil
	}
	d, err := o.DraftDocs(ctx, procedure, month, docs)
	if err != nil {
		return nil, nil, err
	}
	return []storage.Dossier{d}, nil, nil
}

// typedJSON is a JSON text whose strings are as a person would have typed them.
// What is no JSON stays as it is: the reader behind it says so.
func typedJSON(data []byte) []byte {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil || d.More() {
		return data
	}
	out, err := json.Marshal(typedAll(v))
	if err != nil {
		return data
	}
	return out
}

func typedAll(v any) any {
	switch v := v.(type) {
	case string:
		return typed(v)
	case []any:
		for i := range v {
			v[i] = typedAll(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = typedAll(v[k])
		}
	}
	return v
}

// unreadable says why a form written as JSON was not taken: every cell of it.
func unreadable(data []byte) (say []string) {
	var raw struct {
		Form string                       `json:"form"`
		Rows []map[string]json.RawMessage `json:"rows"`
	}
	if json.Unmarshal(data, &raw) != nil {
		return []string{`phải có dạng {"form":"D02-LT","rows":[{"HoTen":"…"}]}`}
	}
	f := form.Of(raw.Form)
	if f == nil {
		return []string{fmt.Sprintf("không có mẫu %q. Xem tên các mẫu: bhxh forms list", raw.Form)}
	}
	for i, row := range raw.Rows {
		for _, tag := range slices.Sorted(maps.Keys(row)) {
			c := f.Table.Column(tag)
			if c == nil {
				say = append(say, fmt.Sprintf("dòng %d: mẫu %s không có cột %q. Xem tên các cột: bhxh forms show %s", i+1, f.ID, tag, f.ID))
				continue
			}
			one, err := json.Marshal(map[string]any{"form": f.ID, "rows": []any{map[string]any{tag: row[tag]}}})
			if err == nil && json.Unmarshal(one, new(form.Doc)) != nil {
				say = append(say, fmt.Sprintf("dòng %d: %s không nhận %s. %s", i+1, c.Label, row[tag], wanted))
			}
		}
	}
	if len(say) == 0 {
		say = []string{"phần đầu hoặc bảng phụ có giá trị không đúng kiểu của cột. " + wanted}
	}
	return say
}

const wanted = "Số tiền ghi bằng số nguyên, ngày ghi 2026-11-01, tháng ghi 2026-11"

// DraftSheet makes a dossier of a workbook whose rows name their own phương án
// (the slim or the wide template). Problems of the workbook come back with
// their cells; with a Lỗi among them nothing is drafted.
func (o *Office) DraftSheet(ctx context.Context, procedure string, month law.Month, name string, data []byte) ([]storage.Dossier, []Finding, error) {
	book, err := sheet.Read(ctx, data, sheet.Options{Name: name, Month: month})
	if err != nil {
		return nil, nil, fmt.Errorf("draft from workbook: %w", err)
	}
	var found []Finding
	for _, p := range book.Problems {
		found = append(found, Finding{Field: p.Sheet + "!" + p.Cell, Level: p.Level, Say: p.Sheet + "!" + p.Cell + ": " + p.Message, Fix: p.Fix})
	}
	found = append(found, withoutPhuongAn(name, book)...)
	if blocking(found) || len(book.Rows) == 0 {
		if len(book.Rows) == 0 {
			found = append(found, Finding{Field: name, Level: form.Loi, Say: "Tệp không có dòng nào. Kiểm tra lại tiêu đề cột và các dòng"})
		}
		return nil, found, nil
	}
	made, err := o.draftRows(ctx, procedure, month, book.Rows)
	return made, found, err
}

// withoutPhuongAn finds the lines that do not name their phương án; a workbook
// that names none at all is a payroll, and one sentence says so.
func withoutPhuongAn(name string, book *sheet.Book) (found []Finding) {
	const remedy = "Phương án: phải có. Ghi mã phương án vào cột này, hoặc nhập tệp như bảng lương rồi dùng --from compare"
	wrong := map[string]bool{} // lines whose phương án is spoken of already
	for _, p := range book.Problems {
		if p.Code == sheet.UnknownPhuongAn {
			wrong[p.Sheet+"!"+strings.TrimLeft(p.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] = true
		}
	}
	named := len(wrong) > 0
	for _, r := range book.Rows {
		switch line := r.Noi.Sheet + "!" + strings.TrimLeft(r.Noi.O, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"); {
		case r.PhuongAn != "":
			named = true
		case !wrong[line]:
			found = append(found, Finding{Field: r.Noi.String(), Level: form.Loi, Say: r.Noi.String() + ": " + remedy})
		}
	}
	if !named && len(found) > 1 {
		return []Finding{{Field: name, Level: form.Loi, Say: fmt.Sprintf("Không dòng nào trong %d dòng có phương án. %s", len(book.Rows), remedy)}}
	}
	return found
}

// draftRows makes dossiers of lines that name their phương án themselves.
func (o *Office) draftRows(ctx context.Context, procedure string, month law.Month, rows []facts.DongLuong) ([]storage.Dossier, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	var out []storage.Dossier
	for at := 0; at < len(rows); at += rowsPerDossier {
		list, personal := form.New(form.Of("D02-LT")), form.New(form.Of("TK1-TS"))
		list.Head, personal.Head = d02lt.Dau(dv, o.Today()), tk1ts.Dau(dv, "", o.Today())
		for i := at; i < min(at+rowsPerDossier, len(rows)); i++ {
			r, from := rows[i], rows[i].TuThang
			if from == 0 {
				from = month
			}
			person := atWork(dv, payroll.Open(rows[i:i+1], month)[0])
			list.Rows = append(list.Rows, d02lt.Dong(person, r.PhuongAn, from, r.DenThang, r.GhiChu))
			if r.PhuongAn == "TM" && r.MaSoBHXH == "" {
				personal.Rows = append(personal.Rows, tk1ts.Dong(person, "Tăng mới"))
			}
		}
		docs := []*form.Doc{list}
		if len(personal.Rows) > 0 {
			docs = append(docs, personal)
		}
		d, err := o.newDossier(ctx, dv.MaSoThue, procedure, month, docs)
		if err != nil {
			return out, err
		}
		out = append(out, d)
	}
	return out, nil
}
