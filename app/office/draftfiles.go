package office

import (
	"context"
	"path/filepath"
	"strings"

	"ankhai/forms/form"
	"ankhai/storage"
)

// DraftFiles makes dossiers of a case of what files say: workbooks of forms or a list of
// people as DraftBooks takes them, or one file of JSON as DraftJSON does. Without a
// service the dossiers are of the procedure alone. What is wrong with the files comes
// back with its places; with a Lỗi among it nothing is drafted.
func (o *Office) DraftFiles(ctx context.Context, what Opening, files []File) (made []storage.Dossier, found []Finding, err error) {
	procedure := what.Procedure
	if what.Service != "" {
		if procedure, err = ProcedureOf(what.Service, what.Case, procedure); err != nil {
			return nil, nil, err
		}
	}
	switch {
	case len(files) == 0:
		return nil, []Finding{{Level: form.Loi, Say: "Chưa chọn tệp nào"}}, nil
	case len(files) > 1 && len(jsonOf(files)) > 0:
		name := jsonOf(files)[0].Name
		return nil, []Finding{{Field: name, Level: form.Loi, Say: name + ": tệp JSON phải đưa riêng một tệp. Bỏ các tệp khác ra, hoặc chỉ chọn các tệp Excel"}}, nil
	case len(jsonOf(files)) == 1:
		made, found, err = o.DraftJSON(ctx, procedure, what.Month, files[0].Bytes)
		for i := range found {
			found[i].Field = files[0].Name
		}
	default:
		made, found, err = o.DraftBooks(ctx, procedure, what.Month, files)
	}
	if err != nil || what.Service == "" {
		return made, found, err
	}
	for _, d := range made {
		if err := o.SetCase(ctx, d.ID, what.Service, what.Case); err != nil {
			return made, found, err
		}
	}
	return made, found, nil
}

// jsonOf are the files that are JSON by their names.
func jsonOf(files []File) (out []File) {
	for _, f := range files {
		if strings.EqualFold(filepath.Ext(f.Name), ".json") {
			out = append(out, f)
		}
	}
	return out
}

// DraftKinds are the files that DraftFiles reads, by the ends of their names.
func DraftKinds() []string {
	return []string{".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt", ".json"}
}
