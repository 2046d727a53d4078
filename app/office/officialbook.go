package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// OfficialBooks fills the agency's own workbooks with the forms of a dossier, whatever
// its state: one file for each form that the agency publishes as a workbook. The
// others are left out; sheet.ErrNoOfficial where there is none.
func (o *Office) OfficialBooks(ctx context.Context, id string) ([]File, error) {
	fail := func(err error) ([]File, error) {
		return nil, fmt.Errorf("official workbooks of %s: %w", storage.Ref(id), err)
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return fail(err)
	}
	if len(docs) == 0 {
		if _, err := o.store.Dossier(ctx, id); err != nil {
			return fail(err)
		}
	}
	var out []File
	for _, doc := range docs {
		paper := doc.Form.Paper(o.Today())
		if paper == nil || paper.Book == nil {
			continue
		}
		data, err := sheet.WriteOfficial(doc, paper)
		if err != nil {
			return fail(err)
		}
		out = append(out, File{Name: id + "-" + doc.Form.FileName() + ".xlsx", Bytes: data})
	}
	if len(out) == 0 {
		return fail(sheet.ErrNoOfficial)
	}
	return out, o.deed(ctx, storage.Deed{What: "hoSo.xuatBang", Ref: id})
}

// OfficialForms names the mẫu that the agency publishes as workbooks, in the order of
// their IDs.
func OfficialForms() []string {
	var out []string
	for _, f := range form.Forms() {
		if slices.ContainsFunc(f.Papers, func(p form.Paper) bool { return p.Book != nil }) {
			out = append(out, f.ID)
		}
	}
	return out
}

// noOfficial says that no form of a dossier has a workbook of the agency's.
func noOfficial() string {
	return "Hồ sơ không có mẫu nào mà cơ quan BHXH ban hành bằng tệp Excel (" + strings.Join(OfficialForms(), ", ") + "). Lấy sổ Excel của chương trình: bhxh export MÃ --xlsx TỆP.xlsx"
}
