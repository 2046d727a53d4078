package office

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/xmlfile"
	"ankhai/storage"
)

// DraftJSON makes a dossier of forms written as JSON by tag: one form, or a list
// of forms.
func (o *Office) DraftJSON(ctx context.Context, procedure string, month law.Month, data []byte) ([]storage.Dossier, []Finding, error) {
	data, err := plainUTF8(data)
	if err != nil {
		return nil, nil, fmt.Errorf("draft from JSON: %w", err)
	}
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

// unreadable says why a form written as JSON was not taken: every cell of it, in
// the head, in the rows and in the sub-tables.
func unreadable(data []byte) (say []string) {
	type row = map[string]json.RawMessage
	var raw struct {
		Form string           `json:"form"`
		Head row              `json:"head"`
		Rows []row            `json:"rows"`
		Subs map[string][]row `json:"subs"`
	}
	if json.Unmarshal(data, &raw) != nil {
		return []string{`phải có dạng {"form":"D02-LT","rows":[{"HoTen":"…"}]}`}
	}
	f := form.Of(raw.Form)
	if f == nil {
		if known, _ := xmlfile.LayoutOf(raw.Form); known != nil {
			return []string{fmt.Sprintf("không có mẫu %q; đó là tên trong tệp điện tử, mẫu là %s. Ghi \"form\":%q", raw.Form, known.Called(), known.ID)}
		}
		return []string{fmt.Sprintf("không có mẫu %q. Ghi mã mẫu như trên tờ giấy, ví dụ D02-LT", raw.Form)}
	}
	table := func(t *form.Table, where string, cells row) {
		for _, tag := range slices.Sorted(maps.Keys(cells)) {
			c := t.Column(tag)
			if c == nil {
				say = append(say, fmt.Sprintf("%s: mẫu %s không có cột %q. Xem tên các cột ở bộ hồ sơ mẫu điền sẵn", where, f.ID, tag))
				continue
			}
			if one, err := json.Marshal(row{tag: cells[tag]}); err == nil {
				if _, err = t.ReadRow(one); err != nil {
					say = append(say, fmt.Sprintf("%s: %s (%s) không nhận %s. %s", where, c.Label, tag, cells[tag], wanted))
				}
			}
		}
	}
	if f.Head != nil {
		table(f.Head, "phần đầu", raw.Head)
	}
	for i, r := range raw.Rows {
		table(f.Table, fmt.Sprintf("dòng %d", i+1), r)
	}
	for _, tag := range slices.Sorted(maps.Keys(raw.Subs)) {
		t := f.Sub(tag)
		if t == nil {
			say = append(say, fmt.Sprintf("mẫu %s không có bảng %q. Xem tên các bảng ở bộ hồ sơ mẫu điền sẵn", f.ID, tag))
			continue
		}
		for i, r := range raw.Subs[tag] {
			table(t, fmt.Sprintf("bảng %s, dòng %d", tag, i+1), r)
		}
	}
	if len(say) == 0 { // nothing of what is looked at above: the form cannot be read as a whole
		say = []string{"không đọc được mẫu " + f.ID + ". Mẫu phải có dạng {\"form\":\"" + f.ID + "\",\"head\":{…},\"rows\":[{…}],\"subs\":{\"BẢNG\":[{…}]}}"}
	}
	return say
}

const wanted = "Số tiền ghi bằng số nguyên, ngày ghi 2026-11-01, tháng ghi 2026-11"
