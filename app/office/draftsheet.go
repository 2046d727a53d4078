package office

import (
	"context"
	"fmt"
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

// DraftSheet makes a dossier of a workbook whose rows name their own phương án
// (the slim or the wide template). Problems of the workbook come back with
// their cells; with a Lỗi among them nothing is drafted.
func (o *Office) DraftSheet(ctx context.Context, procedure string, month law.Month, name string, data []byte) ([]storage.Dossier, []Finding, error) {
	book, _, err := readSheet(ctx, data, sheet.Options{Name: name, Month: month})
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
	const remedy = "Phương án: phải có. Ghi mã phương án vào cột này, hoặc nhập tệp như bảng lương của tháng rồi lập hồ sơ từ đề xuất"
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
		if err := o.keepSources(ctx, d.ID, docs, func(d *form.Doc) storage.Sources {
			return storage.Sources{"": sheetSources(d.Form), headPlace: headSources()}
		}); err != nil {
			return out, err
		}
	}
	return out, nil
}
