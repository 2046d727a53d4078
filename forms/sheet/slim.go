package sheet

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// slimHeads are the heads of the slim layout (L4), in their order.
var slimHeads = []string{"STT", "HoVaTen", "MaSoBHXH", "NgaySinh", "GioiTinh", "SoCCCD", "ChucDanhNghe", "LuongDongBHXH",
	"PhuCapCV", "PhuCapTNVk", "PhuCapTNNghe", "PhuCapLuong", "CacKhoanBoSung", "HeSoLuong", "TuThangNam", "DenThangNam", "PhuongAn", "PhongBan", "GhiChu"}

// WriteSlim writes lines in the slim layout, to be filled in and read again.
// Texts are written as texts whatever they begin with, so that none can become
// a formula; identifiers and dates are texts too and keep their zeros.
func WriteSlim(rows []facts.DongLuong) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const name = "Danh sách"
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	// The stream writes the dimension first, so it is set before.
	if err := f.SetSheetDimension(name, fmt.Sprintf("A1:%s%d", colName(len(slimHeads)-1), len(rows)+1)); err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49})
	if err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	money, err := f.NewStyle(&excelize.Style{NumFmt: 3})
	if err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	head := make([]any, len(slimHeads))
	for i, h := range slimHeads {
		head[i] = excelize.Cell{StyleID: bold, Value: h}
	}
	if err := w.SetRow("A1", head); err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	for i := range rows {
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), slimRow(&rows[i], i+1, text, money)); err != nil {
			return nil, fmt.Errorf("write slim sheet: %w", err)
		}
	}
	if err := w.Flush(); err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("write slim sheet: %w", err)
	}
	return b.Bytes(), nil
}

// slimRow is one line; what is not known stays blank.
func slimRow(d *facts.DongLuong, n, text, money int) []any {
	str := func(s string) any {
		if s = plainText(s); s == "" {
			return nil
		}
		return excelize.Cell{StyleID: text, Value: s}
	}
	amount := func(v int64) any {
		if !d.Luong.Known || v == 0 {
			return nil
		}
		return excelize.Cell{StyleID: money, Value: v}
	}
	scaled := func(v int64, places int) any {
		if !d.Luong.Known || v == 0 {
			return nil
		}
		return str(fixed(v, places))
	}
	m := func(m law.Month) any { return str(m.String()) }
	l := &d.Luong
	return []any{n, str(d.HoTen), str(d.MaSoBHXH), str(d.NgaySinh.String()), str(d.GioiTinh.Ten()), str(d.SoCCCD), str(d.ChucDanh),
		amount(l.MucLuong), scaled(l.PhuCapCV, 3), scaled(l.TNVK, 2), scaled(l.TNNghe, 2), amount(l.PhuCap), amount(l.BoSung), scaled(l.HeSo, 3),
		m(d.TuThang), m(d.DenThang), str(d.PhuongAn), str(d.PhongBan), str(d.GhiChu)}
}

// fixed writes n/10^places with a decimal comma, without zeros at the end.
func fixed(n int64, places int) string {
	s := fmt.Sprintf("%0*d", places+1, n)
	whole, part := s[:len(s)-places], s[len(s)-places:]
	for len(part) > 0 && part[len(part)-1] == '0' {
		part = part[:len(part)-1]
	}
	if part == "" {
		return whole
	}
	return whole + "," + part
}
