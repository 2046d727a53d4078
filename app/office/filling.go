package office

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"ankhai/forms/form"
	"ankhai/storage"
)

// Answer is what somebody adds to a row of a draft: the row is found by its
// number, or by texts in it (a person's number or name); Set gives cells by tag
// as a person types them. A text "-" leaves a cell blank on purpose.
type Answer struct {
	Form  string            `json:"form"`
	Table string            `json:"table,omitempty"` // "" = the rows, "head", or a sub-table's tag
	Row   int               `json:"row,omitempty"`   // from 1
	Where map[string]string `json:"where,omitempty"`
	Set   map[string]string `json:"set"`
}

// blankMark is typed to leave a cell blank on purpose.
const blankMark = "-"

// Fill adds answers to a draft. What cannot be taken is in the findings, named
// by form, row and column; the rest is stored, all of a form's cells at once.
func (o *Office) Fill(ctx context.Context, id string, answers []Answer) (cells int, found []Finding, err error) {
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return 0, nil, fmt.Errorf("fill %s: %w", storage.Ref(id), err)
	}
	edits := map[string][]storage.CellEdit{}
	for _, a := range answers {
		doc := docOf(docs, a.Form)
		if doc == nil {
			found = append(found, Finding{Field: a.Form, Level: form.Loi, Say: "Hồ sơ không có mẫu " + a.Form})
			continue
		}
		es, fs := a.edits(doc)
		edits[a.Form] = append(edits[a.Form], es...)
		found = append(found, fs...)
	}
	for _, doc := range docs {
		if es := edits[doc.Form.ID]; len(es) > 0 {
			if err := o.store.EditCells(ctx, id, doc.Form.ID, es); err != nil {
				return cells, found, err
			}
			cells += len(es)
		}
	}
	return cells, found, nil
}

func docOf(docs []*form.Doc, id string) *form.Doc {
	for _, d := range docs {
		if d.Form.ID == id {
			return d
		}
	}
	return nil
}

// edits turns an answer into changes of cells.
func (a Answer) edits(doc *form.Doc) (out []storage.CellEdit, found []Finding) {
	fault := func(field, say string) {
		found = append(found, Finding{Field: a.Form + " " + field, Level: form.Loi, Say: say})
	}
	row := a.Row - 1
	if a.Table == "head" {
		row = 0
	} else if len(a.Where) > 0 {
		var n int
		if row, n = a.find(doc); n != 1 {
			fault("dòng", fmt.Sprintf("Tìm thấy %d dòng có %s. Ghi thêm điều kiện hoặc số dòng", n, a.whereWords()))
			return nil, found
		}
	}
	if a.Row == 0 && len(a.Where) == 0 && a.Table != "head" {
		fault("dòng", "Chưa chỉ dòng nào: ghi row (từ 1) hoặc where")
		return nil, found
	}
	if rows := rowsOf(doc, a.Table); row < 0 || row >= len(rows) {
		fault("dòng", fmt.Sprintf("Mẫu có %d dòng, không có dòng %d", len(rows), a.Row))
		return nil, found
	}
	tags := slices.Sorted(maps.Keys(a.Set))
	cols := make([]*form.Column, len(tags))
	for i, tag := range tags {
		if cols[i] = columnOf(doc.Form, a.Table, tag); cols[i] == nil {
			fault(tag, "Mẫu "+a.Form+" không có cột "+tag)
		}
	}
	read := newCellReader(tableOf(doc.Form, a.Table), func(row int) (form.Row, error) { return rowsOf(doc, a.Table)[row], nil })
	for _, i := range provincesFirst(cols) {
		c, text := cols[i], a.Set[tags[i]]
		if c == nil {
			continue
		}
		v, say := form.BlankValue(), ""
		if text != blankMark {
			v, say, _ = read.read(row, c, typed(text)) // the row is at hand
		}
		if say != "" {
			fault(c.Label, say)
			continue
		}
		out = append(out, storage.CellEdit{Table: a.Table, Row: row, Tag: c.Tag, New: v})
	}
	return out, found
}

// whereWords says Where as "SoCCCD 079…, HoTen …".
func (a Answer) whereWords() string {
	var out []string
	for tag, want := range a.Where {
		out = append(out, tag+" "+want)
	}
	sort.Strings(out)
	return strings.Join(out, ", ")
}

func rowsOf(doc *form.Doc, table string) []form.Row {
	switch table {
	case "":
		return doc.Rows
	case "head":
		return []form.Row{doc.Head}
	}
	return doc.Subs[table]
}

// find looks for the row whose cells show the texts of Where.
func (a Answer) find(doc *form.Doc) (row, n int) {
	row = -1
	for i, r := range rowsOf(doc, a.Table) {
		all := true
		for tag, want := range a.Where {
			c := columnOf(doc.Form, a.Table, tag)
			if c == nil || c.Show(c.Get(r)) != typed(want) {
				all = false
				break
			}
		}
		if all {
			row, n = i, n+1
		}
	}
	return row, n
}
