package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"ankhai/forms/form"
)

// markAuthor is who the comments are by; those of an earlier marking are taken
// away by it.
const markAuthor = "AnKhai"

// maxMarks bounds the comments on one sheet: a program that shows more of them is
// of no use to anybody. Faults beyond it are told on the sheet's first cell.
const maxMarks = 2 * 10 * 10 * 10

// ErrMark: the workbook with comments does not hold the same cells, so it is not
// handed out.
var ErrMark = errors.New("marked workbook differs from the user's")

// Mark writes a workbook again with a comment on each cell of a problem: what is
// wrong, what stands there, how to mend. Everything else of the file stays as it is
// to the byte, formulas, styles, macros and pictures included; comments of an
// earlier marking are taken away. A table of texts, which has no room for comments,
// becomes a workbook of the same texts. Whether the result holds the same cells is
// checked before it is answered (ErrMark). Refusals are those of Read.
func Mark(ctx context.Context, data []byte, name string, problems []Problem) (out []byte, marked int, err error) {
	w, err := open(data, name)
	texts := err == nil && w.text != nil
	if texts {
		if data, err = w.asWorkbook(ctx); err == nil {
			w, err = open(data, "")
		}
	}
	if err != nil {
		return nil, 0, fmt.Errorf("mark workbook: %w", err)
	}
	m := &marking{w: w, sole: texts, changed: map[string][]byte{}}
	if err := w.sheets(ctx, nil, func(s sheetPart, g *grid) { m.before = append(m.before, g) }); err != nil {
		return nil, 0, fmt.Errorf("mark workbook: %w", err)
	}
	for i, notes := range m.notes(problems) {
		if err := m.sheet(i, notes); err != nil {
			return nil, 0, fmt.Errorf("mark workbook: sheet %d: %w", i+1, err)
		}
		marked += len(notes)
	}
	if out, err = m.pack(data); err != nil {
		return nil, 0, fmt.Errorf("mark workbook: %w", err)
	}
	if err := m.verify(ctx, out); err != nil {
		return nil, 0, fmt.Errorf("mark workbook: %w", err)
	}
	return out, marked, nil
}

// marking is a workbook being marked.
type marking struct {
	w       *opened
	sole    bool // the one sheet has a name of ours: every problem is about it
	before  []*grid
	changed map[string][]byte // parts by name as in the package
	types   []string          // elements for [Content_Types].xml
}

// note is the comment on one cell.
type note struct {
	ref      string
	col, row int // col from 0, row from 1
	text     string
}

// notes are the comments of each sheet, in the order of cells. What concerns a
// sheet goes to its first cell, what concerns the file to the first sheet.
func (m *marking) notes(problems []Problem) [][]note {
	out := make([][]note, len(m.w.ix.sheets))
	at := map[string]int{}
	for i, s := range slices.Backward(m.w.ix.sheets) {
		at[clean(s.name)] = i
	}
	texts := make([]map[string][]string, len(out))
	left := make([]int, len(out))
	for _, p := range problems {
		i, ok := at[p.Sheet]
		if !ok && p.Sheet != "" && !m.sole || len(out) == 0 {
			continue
		}
		if texts[i] == nil {
			texts[i] = map[string][]string{}
		}
		ref := p.Cell
		if _, _, ok := parseCell([]byte(ref)); !ok {
			ref = "A1"
		}
		if texts[i][ref] == nil && len(texts[i]) >= maxMarks {
			left[i]++
			continue
		}
		texts[i][ref] = append(texts[i][ref], noteText(p))
	}
	for i, refs := range texts {
		if left[i] > 0 {
			refs["A1"] = append(refs["A1"], fmt.Sprintf("Còn %d chỗ nữa trên trang này chưa ghi chú vì quá nhiều. Sửa những chỗ đã ghi chú rồi nhập lại", left[i]))
		}
		for ref, lines := range refs {
			col, row, _ := parseCell([]byte(ref))
			out[i] = append(out[i], note{cellName(col, row), col, row, strings.Join(lines, "\n")})
		}
		slices.SortFunc(out[i], func(a, b note) int {
			if a.row != b.row {
				return a.row - b.row
			}
			return a.col - b.col
		})
	}
	return out
}

func noteText(p Problem) string {
	level := "Nhắc"
	if p.Level == form.Loi {
		level = "Lỗi"
	}
	s := level + " " + p.Code + ": " + p.Message
	if p.Value != "" {
		s += ". Đang ghi: " + p.Value
	}
	if p.Fix != "" {
		s += ". Nên ghi: " + p.Fix
	}
	return s
}

// part reads a whole part, checked to its last byte.
func (m *marking) part(name string) ([]byte, bool, error) {
	if b, ok := m.changed[m.name(name)]; ok {
		return b, true, nil
	}
	r, ok, err := m.w.pack.open(name)
	if err != nil || !ok {
		return nil, ok, err
	}
	b, err := io.ReadAll(r)
	return b, true, err
}

// name is a part's name as the package writes it.
func (m *marking) name(part string) string {
	if f := m.w.pack.parts[partName(part)]; f != nil {
		return f.Name
	}
	return part
}

const markRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// sheet puts the comments on one sheet.
func (m *marking) sheet(i int, notes []note) error {
	part := m.w.ix.sheets[i].part
	relsName := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	rels, _, err := readRels(m.w.pack, relsName, path.Dir(part))
	if err != nil {
		return err
	}
	comments, drawing := "", ""
	for _, r := range rels {
		if r.kind == "comments" {
			comments = r.target
		}
	}
	body, _, err := m.part(part)
	if err != nil {
		return err
	}
	place, err := findLegacy(body)
	if err != nil {
		return err
	}
	for _, r := range rels {
		if r.kind == "vmlDrawing" && r.id == place.id {
			drawing = r.target
		}
	}
	if comments == "" && len(notes) == 0 {
		return nil
	}
	var gone []note
	var old []byte
	if comments != "" {
		if old, _, err = m.part(comments); err != nil {
			return err
		}
	}
	text, gone, err := comment(old, notes)
	if err != nil {
		return err
	}
	if len(gone) == 0 && len(notes) == 0 {
		return nil // other people's comments alone
	}
	var add []string
	if comments == "" {
		comments = m.free(path.Dir(path.Dir(part))+"/comments", ".xml")
		add = append(add, relOf("comments", comments))
		m.types = append(m.types, `<Override PartName="/`+comments+`" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`)
	}
	m.changed[m.name(comments)] = text
	var shapes []byte
	if drawing != "" {
		if shapes, _, err = m.part(drawing); err != nil {
			return err
		}
	} else {
		drawing = m.free(path.Dir(path.Dir(part))+"/drawings/vmlDrawing", ".vml")
		add = append(add, relOf("vmlDrawing", drawing))
		if m.changed[m.name(part)], err = place.insert(body, relID("vmlDrawing")); err != nil {
			return err
		}
	}
	m.changed[m.name(drawing)] = draw(shapes, gone, notes, i)
	if len(add) == 0 {
		return nil
	}
	return m.relate(relsName, add)
}

// free is a name that no part has.
func (m *marking) free(stem, ext string) string {
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s%s%d%s", stem, markAuthor, n, ext)
		if _, ok := m.changed[name]; !ok && m.w.pack.parts[partName(name)] == nil {
			return name
		}
	}
}

func relID(kind string) string { return "rId" + markAuthor + kind }

func relOf(kind, target string) string {
	return `<Relationship Id="` + relID(kind) + `" Type="` + markRels + "/" + kind + `" Target="/` + target + `"/>`
}

// verify reads what was written and compares every cell with what the user's file
// holds.
func (m *marking) verify(ctx context.Context, out []byte) error {
	w, err := open(out, "")
	if err != nil {
		return fmt.Errorf("%w: %w", ErrMark, err)
	}
	i := 0
	err = w.sheets(ctx, nil, func(_ sheetPart, g *grid) {
		if i >= len(m.before) || !sameCells(m.before[i], g) {
			i = len(m.before) + 1
			return
		}
		i++
	})
	if err != nil || i != len(m.before) {
		return fmt.Errorf("sheet %d: %w", i, ErrMark)
	}
	return nil
}

func sameCells(a, b *grid) bool {
	return slices.Equal(a.rows, b.rows) && slices.Equal(a.cells, b.cells) && slices.Equal(a.merges, b.merges) && a.hiddenCol == b.hiddenCol
}

// legacy is where a sheet says, or would say, which part draws its comments.
type legacy struct {
	at     int    // where to say it
	id     string // what it says now, "" for nothing
	prefix string // of the sheet's names, with the colon
}

// afterLegacy are the elements that follow legacyDrawing in a sheet (ECMA-376 part
// 1, 18.3.1.99).
var afterLegacy = words("legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst AlternateContent")

func findLegacy(body []byte) (legacy, error) {
	s := newXMLScan(bytes.NewReader(body))
	out := legacy{at: -1}
	for before := 0; ; before = s.offset() {
		k, err := s.next()
		if err != nil {
			return out, err
		}
		switch {
		case k == xmlEOF:
			return out, nil
		case k == xmlStart && s.depth() == 1 && string(s.name) == "worksheet":
			tag := body[bytes.LastIndexByte(body[:s.offset()], '<')+1:]
			if i := bytes.IndexByte(tag, ':'); i >= 0 && bytes.IndexAny(tag, " \t\r\n/>") > i {
				out.prefix = string(tag[:i+1])
			}
		case k == xmlStart && s.depth() == 1+boolInt(!s.empty):
			if string(s.name) == "legacyDrawing" {
				out.id = string(s.attr("id"))
			}
			if afterLegacy[string(s.name)] && out.at < 0 {
				out.at = before
			}
		case k == xmlEnd && s.depth() == 0 && out.at < 0:
			out.at = before
		}
	}
}

func (l legacy) insert(body []byte, id string) ([]byte, error) {
	if l.at < 0 {
		return nil, ErrDamaged
	}
	tag := "<" + l.prefix + `legacyDrawing xmlns:r="` + markRels + `" r:id="` + id + `"/>`
	return slices.Concat(body[:l.at], []byte(tag), body[l.at:]), nil
}
