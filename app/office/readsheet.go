package office

import (
	"context"
	"errors"

	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

// readSheet reads a workbook of people. An old .xls is made a workbook by
// LibreOffice first, where it is there; where it is not, or makes nothing of the
// file, the refusal stays as it was. A web page that goes by that name is left
// refused: opening one may call other machines. read are the bytes that the book
// was read from.
func readSheet(ctx context.Context, data []byte, opt sheet.Options) (book *sheet.Book, read []byte, err error) {
	book, err = sheet.Read(ctx, data, opt)
	made := asWorkbook(ctx, data, err)
	if made == nil {
		return book, data, err
	}
	opt.Converted = true
	book, err = sheet.Read(ctx, made, opt)
	return book, made, err
}

// readForms reads the forms of a file in the same way.
func (o *Office) readForms(ctx context.Context, file File) (*sheet.FormBook, []Finding, error) {
	opt := sheet.FormOptions{Name: file.Name, Today: o.Today(), Others: otherBooks()}
	b, err := sheet.ReadForms(ctx, file.Bytes, opt)
	var say []Finding
	if made := asWorkbook(ctx, file.Bytes, err); made != nil {
		b, err = sheet.ReadForms(ctx, made, opt)
		say = []Finding{{Field: file.Name, Level: form.Nhac, Say: file.Name + ": tệp kiểu cũ đã được LibreOffice chuyển sang .xlsx rồi mới đọc. Xem lại các dòng"}}
	}
	if err != nil {
		return nil, nil, err
	}
	if !b.Marked {
		for _, d := range b.Docs {
			settleClaims(d)
		}
	}
	return b, say, nil
}

// asWorkbook is the workbook that LibreOffice makes of a file refused as an old
// one; nil where the file was refused for something else, or not at all.
func asWorkbook(ctx context.Context, data []byte, refused error) []byte {
	if !errors.Is(refused, sheet.ErrOldXLS) {
		return nil
	}
	made, err := libreConvert(ctx, ".xls", data, "xlsx")
	if err != nil {
		return nil // the refusal says the remedy
	}
	return made
}
