package office

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"ankhai/forms/c12"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// C12File is a statement of the agency to take in.
type C12File struct {
	Name  string
	Data  []byte
	Month law.Month // of the statement; zero takes what the statement says
}

// C12Read tells how a statement was understood.
type C12Read struct {
	Statement *c12.ThongBao
	Month     law.Month
	Found     []Finding // cells that were not read, and what else somebody should look at
	Kept      bool      // false when nothing was stored
}

// ErrNoMonth: neither the statement nor the caller says of which month it is.
var ErrNoMonth = errors.New("no month of the statement")

// ImportC12 takes in the agency's statement of a month: a workbook, a PDF, pasted
// text, or JSON, told by its first bytes. What could not be read is in the findings
// with its place; such cells are not known and are not compared. A statement of
// another month than the one asked for is not kept. Taking the same file in again
// changes nothing.
func (o *Office) ImportC12(ctx context.Context, in C12File) (C12Read, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return C12Read{}, err
	}
	t, found, err := readC12(ctx, in.Data)
	if err != nil {
		return C12Read{}, fmt.Errorf("import statement: %w", err)
	}
	res := C12Read{Statement: t, Month: in.Month, Found: found}
	if res.Month == 0 {
		res.Month = t.Thang
	}
	switch {
	case len(t.Dong) == 0:
		return res, nil
	case !res.Month.Valid():
		return res, fmt.Errorf("import statement: %w", ErrNoMonth)
	case t.Thang != 0 && t.Thang != res.Month:
		res.Found = append(res.Found, Finding{Field: in.Name, Level: form.Loi, Say: "Chưa nhập: thông báo ghi tháng " + t.Thang.String() + ", đang nhập vào tháng " + res.Month.String() + ". Chọn đúng tệp hoặc đúng tháng"})
		return res, nil
	}
	if t.MaDonVi != "" && dv.MaDonVi != "" && t.MaDonVi != dv.MaDonVi {
		res.Found = append(res.Found, Finding{Field: in.Name, Level: form.Nhac, Say: "Thông báo ghi mã đơn vị " + t.MaDonVi + ", đơn vị đang mở có mã " + dv.MaDonVi + ". Xem lại có đúng đơn vị không"})
	}
	rows, err := json.Marshal(t)
	if err != nil {
		return res, fmt.Errorf("import statement: %w", err)
	}
	if err := o.store.PutStatement(ctx, dv.MaSoThue, res.Month, storage.Statement{Mau: string(t.Mau), Data: rows, TenTep: in.Name, Tep: in.Data}); err != nil {
		return res, err
	}
	res.Kept = true
	return res, nil
}

// readC12 reads a statement, whatever kind of file it is.
func readC12(ctx context.Context, data []byte) (*c12.ThongBao, []Finding, error) {
	if len(data) > storage.MaxStatement {
		return nil, nil, storage.ErrTooBig
	}
	plain := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	switch start := bytes.TrimSpace(plain[:min(len(plain), 64)]); {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return pdfC12(ctx, data)
	case len(start) > 0 && (start[0] == '{' || start[0] == '['):
		t, vd, err := c12.DocJSON(plain)
		return t, c12Findings(vd), err
	case utf8.Valid(plain) && !bytes.Contains(plain, []byte{0}):
		t, vd := c12.DocVanBan(string(plain))
		return t, c12Findings(vd), nil
	}
	sheets, problems, err := sheet.ReadCells(ctx, data, nil)
	if err != nil {
		return nil, nil, err
	}
	var all []c12.Bang
	for _, s := range sheets {
		all = append(all, c12Table(s))
	}
	t, vd := c12.DocBang(all)
	return t, append(cellFindings("", problems), c12Findings(vd)...), nil
}

func c12Table(s sheet.CellSheet) c12.Bang {
	b := c12.Bang{Ten: s.Name}
	for _, r := range s.Rows {
		var line []c12.Chu
		for _, c := range r {
			line = append(line, c12.Chu{Cot: c.Col, Noi: s.Name + "!" + c.At, S: c.Text, Mat: c.Lost})
		}
		b.Dong = append(b.Dong, line)
	}
	return b
}

func pdfC12(ctx context.Context, pdf []byte) (*c12.ThongBao, []Finding, error) {
	list, err := pdfWords(ctx, pdf)
	if err != nil {
		return nil, nil, err
	}
	words, err := c12.DocTu(bytes.NewReader(list))
	if err != nil {
		return nil, nil, err
	}
	if len(words) == 0 {
		return &c12.ThongBao{}, []Finding{{Level: form.Loi, Say: "Tệp PDF không có chữ nào: có lẽ là ảnh quét. Xin cơ quan BHXH bản điện tử, hoặc tải bản Excel"}}, nil
	}
	t, vd := c12.DocTrang(words)
	return t, c12Findings(vd), nil
}

func c12Findings(vd []c12.VanDe) (found []Finding) {
	for _, v := range vd {
		say := v.Say
		if v.Noi != "" {
			say = v.Noi + ": " + say
		}
		found = append(found, Finding{Field: v.Noi, Code: v.Ma, Level: v.Cap, Say: say})
	}
	return found
}

// statement is the statement that is kept of a month; nil where there is none.
func (o *Office) statement(ctx context.Context, mst string, m law.Month) (*c12.ThongBao, storage.Statement, error) {
	kept, err := o.store.Statement(ctx, mst, m)
	if errors.Is(err, storage.ErrNotFound) {
		return nil, kept, nil
	}
	if err != nil {
		return nil, kept, err
	}
	t := &c12.ThongBao{}
	if err := json.Unmarshal(kept.Data, t); err != nil {
		return nil, kept, fmt.Errorf("read kept statement of %s: %w", m.ISO(), err)
	}
	return t, kept, nil
}

// C12Months lists the months whose statement is kept, latest first.
func (o *Office) C12Months(ctx context.Context) ([]law.Month, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	all, err := o.store.Statements(ctx, dv.MaSoThue)
	slices.Reverse(all)
	return all, err
}

// C12Original is the file of a month's statement as it came; ErrNoStatement.
func (o *Office) C12Original(ctx context.Context, m law.Month) (File, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return File{}, err
	}
	kept, err := o.store.Statement(ctx, dv.MaSoThue, m)
	if errors.Is(err, storage.ErrNotFound) {
		err = fmt.Errorf("statement of %s: %w", m.ISO(), ErrNoStatement)
	}
	return File{Name: kept.TenTep, Bytes: kept.Tep}, err
}
