package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/sheet/bia"
)

// column of the register, with the head of its group where it has one.
type column struct {
	group, head string
	width       float64
	hidden      bool
}

var columns = []column{
	{"", "STT", 5, false}, {"", "Mã NV", 10, false}, {"", "Họ và tên", 26, false}, {"", "Ngày sinh", 12, false}, {"", "Giới tính", 8, false},
	{"", "Số CCCD", 15, false}, {"", "Mã số BHXH", 13, false}, {"", "Chức danh", 24, false}, {"", "Số tài khoản", 16, true},
	{"", "Ngày công", 8, false}, {"", "Nghỉ không lương (ngày)", 9, false},
	{"Thu nhập", "Lương thời gian, sản phẩm", 14, false}, {"Thu nhập", "Phụ cấp ăn ca", 11, false}, {"Thu nhập", "Tổng thu nhập", 14, false},
	{"Mức lương đóng BHXH", "Mức lương", 13, false}, {"Mức lương đóng BHXH", "Phụ cấp lương", 12, false},
	{"NLĐ đóng (10,5%)", "BHXH 8%", 11, false}, {"NLĐ đóng (10,5%)", "BHYT 1,5%", 10, false}, {"NLĐ đóng (10,5%)", "BHTN 1%", 10, false},
	{"DN đóng (21,5%)", "BHXH 17,5%", 12, false}, {"DN đóng (21,5%)", "BHYT 3%", 11, false}, {"DN đóng (21,5%)", "BHTN 1%", 10, false},
	{"", "Thuế TNCN", 11, false}, {"", "Thực lĩnh", 14, false}, {"", "Ghi chú", 30, false}, {"", "Ký nhận", 10, false},
}

const (
	colNgayCong, colKhongLuong, colLuong, colAn, colTong, colMuc, colPhuCap, colNLD, colDN, colThue, colLinh, colGhiChu = 9, 10, 11, 12, 13, 14, 15, 16, 19, 22, 23, 24
	headRow                                                                                                             = 6
)

// sums of the money columns, for subtotals.
type sums [26]int64

// register writes a payroll register and answers the row of each mã NV.
type register struct {
	f       *excelize.File
	w       *excelize.StreamWriter
	sheet   string
	row     int
	money   int
	bold    int
	head    int
	title   int
	boldSum int
	at      map[string]int
	err     error
}

func writeRegister(sheet, month, day string, people []worker, spoil bool) ([]byte, map[string]int, error) {
	f := excelize.NewFile()
	defer f.Close()
	g := &register{f: f, sheet: sheet, at: map[string]int{}}
	g.try(f.SetSheetName("Sheet1", sheet))
	border := []excelize.Border{{Type: "left", Color: "888888", Style: 1}, {Type: "right", Color: "888888", Style: 1}, {Type: "top", Color: "888888", Style: 1}, {Type: "bottom", Color: "888888", Style: 1}}
	g.money = g.style(&excelize.Style{NumFmt: 3, Border: border})
	g.bold = g.style(&excelize.Style{Font: &excelize.Font{Bold: true}})
	g.boldSum = g.style(&excelize.Style{NumFmt: 3, Font: &excelize.Font{Bold: true}, Border: border})
	g.title = g.style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}, Alignment: &excelize.Alignment{Horizontal: "center"}})
	g.head = g.style(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: border, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	lastRow := headRow + 1 + 2*len(bia.PhongBan) + len(people) + 1 + 9 // with the signatures
	g.try(f.SetSheetDimension(sheet, "A1:"+cell(len(columns)-1, lastRow)))
	var err error
	g.w, err = f.NewStreamWriter(sheet)
	g.try(err)
	for i, c := range slices.Backward(columns) { // the stream puts each before the last
		g.try(g.w.SetColWidth(i+1, i+1, c.width))
		if c.hidden {
			g.try(g.w.SetColVisible(i+1, i+1, false))
		}
	}
	g.top(month)
	g.body(people, spoil)
	g.bottom(day)
	g.try(g.w.Flush())
	if g.err != nil {
		return nil, nil, fmt.Errorf("write register: %w", g.err)
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		return nil, nil, fmt.Errorf("write register: %w", err)
	}
	out, err := settled(b.Bytes())
	return out, g.at, err
}

func (g *register) try(err error) {
	if g.err == nil {
		g.err = err
	}
}

func (g *register) style(s *excelize.Style) int {
	id, err := g.f.NewStyle(s)
	g.try(err)
	return id
}

func cell(col, row int) string {
	s, _ := excelize.CoordinatesToCellName(col+1, row)
	return s
}

func (g *register) set(row int, v []any) {
	g.row = row
	g.try(g.w.SetRow(cell(0, row), v))
}

func (g *register) merge(a, b string) { g.try(g.w.MergeCell(a, b)) }

func (g *register) top(month string) {
	g.set(1, []any{excelize.Cell{StyleID: g.bold, Value: "CÔNG TY CỔ PHẦN MAY BÌNH MINH"}})
	g.set(2, []any{"Mã số thuế: 0100109106 - Mã đơn vị BHXH: YN0001A"})
	g.set(3, []any{excelize.Cell{StyleID: g.title, Value: "BẢNG THANH TOÁN TIỀN LƯƠNG THÁNG " + month + " NĂM 2026"}})
	g.set(4, []any{nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "Đơn vị tính: đồng"})
	last := len(columns) - 1
	g.merge("A1", "H1")
	g.merge("A2", "H2")
	g.merge("A3", cell(last, 3))
	upper, lower := make([]any, len(columns)), make([]any, len(columns))
	for i, c := range columns {
		upper[i], lower[i] = excelize.Cell{StyleID: g.head, Value: c.head}, excelize.Cell{StyleID: g.head}
		if c.group != "" {
			upper[i], lower[i] = excelize.Cell{StyleID: g.head}, excelize.Cell{StyleID: g.head, Value: c.head}
			if columns[i-1].group != c.group {
				upper[i] = excelize.Cell{StyleID: g.head, Value: c.group}
				end := i
				for end < last && columns[end+1].group == c.group {
					end++
				}
				g.merge(cell(i, headRow), cell(end, headRow))
			}
		} else {
			g.merge(cell(i, headRow), cell(i, headRow+1))
		}
	}
	g.set(headRow, upper)
	g.set(headRow+1, lower)
}

func (g *register) body(people []worker, spoil bool) {
	row, stt := headRow+2, 0
	var grand sums
	var subtotals []int
	for d, name := range bia.PhongBan {
		line := make([]any, len(columns))
		line[0] = excelize.Cell{StyleID: g.bold, Value: []string{"I", "II", "III", "IV", "V"}[d]}
		line[2] = excelize.Cell{StyleID: g.bold, Value: name}
		g.set(row, line)
		row++
		from := row
		var sum sums
		for _, w := range people {
			if w.To != d {
				continue
			}
			stt++
			g.at[w.MaNV] = row
			g.set(row, g.line(w, stt, row, &sum, spoil && w.PhuongAn == "" && stt == 31))
			row++
		}
		g.set(row, g.sum("Cộng "+name, row, fmt.Sprintf("SUM(%%[1]s%d:%%[1]s%d)", from, row-1), &sum))
		subtotals = append(subtotals, row)
		for i := range grand {
			grand[i] += sum[i]
		}
		row++
	}
	var add []string
	for _, r := range subtotals {
		add = append(add, fmt.Sprintf("%%[1]s%d", r))
	}
	g.set(row, g.sum("TỔNG CỘNG", row, strings.Join(add, "+"), &grand))
}

// line is one person's row, with formulas and the values Excel would have saved.
func (g *register) line(w worker, stt, row int, sum *sums, lostZero bool) []any {
	v := make([]any, len(columns))
	v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7] = stt, w.MaNV, w.HoTen, w.NgaySinh.String(), w.GioiTinh.Ten(), w.SoCCCD, w.MaSoBHXH, w.ChucDanh
	if lostZero {
		v[5] = number(w.SoCCCD)
	}
	v[8] = fmt.Sprintf("0%012d", row*737)
	v[colNgayCong] = float64(w.NgayCong) / 10
	if w.KhongLuong > 0 {
		v[colKhongLuong] = float64(w.KhongLuong) / 10
	}
	put := func(c int, n int64, formula string) {
		v[c] = excelize.Cell{StyleID: g.money, Value: n, Formula: formula}
		sum[c] += n
	}
	days := int64(w.NgayCong)
	earned := (w.Luong.MucLuong + w.Luong.PhuCap) / 260 * days / nghin * nghin
	meals := 25 * nghin * days / 10
	put(colLuong, earned, "")
	put(colAn, meals, "")
	put(colTong, earned+meals, fmt.Sprintf("L%d+M%d", row, row))
	if w.Luong.Known {
		put(colMuc, w.Luong.MucLuong, "")
	}
	if w.Luong.PhuCap > 0 {
		put(colPhuCap, w.Luong.PhuCap, "")
	}
	paid := w.Luong.MucLuong + w.Luong.PhuCap
	if days == 0 {
		paid = 0
	}
	own := int64(0)
	for i, rate := range []int64{80, 15, 10, 175, 30, 10} { // per mille, as the heads say
		n := (paid*rate + 500) / nghin
		if i < 3 {
			own += n
		}
		put(colNLD+i, n, fmt.Sprintf("IF(J%d>0,ROUND((O%d+P%d)*%d/1000,0),0)", row, row, row, rate))
	}
	put(colThue, 0, "")
	put(colLinh, max(earned+meals-own, 0), fmt.Sprintf("MAX(N%d-Q%d-R%d-S%d-W%d,0)", row, row, row, row, row))
	if w.GhiChu != "" {
		v[colGhiChu] = w.GhiChu
	}
	return v
}

func number(s string) int64 {
	n := int64(0)
	for _, c := range s {
		n = n*10 + int64(c-'0')
	}
	return n
}

func (g *register) sum(label string, row int, formula string, s *sums) []any {
	v := make([]any, len(columns))
	v[2] = excelize.Cell{StyleID: g.boldSum, Value: label}
	for c := colLuong; c <= colLinh; c++ {
		name, _ := excelize.ColumnNumberToName(c + 1)
		v[c] = excelize.Cell{StyleID: g.boldSum, Value: s[c], Formula: fmt.Sprintf(formula, name)}
	}
	return v
}

func (g *register) bottom(day string) {
	row := g.row + 2
	line := func(c1 int, a string, c2 int, b string, c3 int, c string) {
		v := make([]any, len(columns))
		v[c1], v[c2], v[c3] = a, b, c
		g.set(row, v)
		row++
	}
	v := make([]any, len(columns))
	v[20] = day
	g.set(row, v)
	row++
	line(2, "Người lập biểu", 11, "Kế toán trưởng", 20, "Giám đốc")
	line(2, "(Ký, họ tên)", 11, "(Ký, họ tên)", 20, "(Ký, họ tên, đóng dấu)")
	row += 4
	line(2, "Nguyễn Thị Thanh Trúc", 11, "Trần Thị Bạch Tuyết", 20, "Lê Hoàng Minh Khải")
}

// settled packs the workbook again in a fixed order without times, so that the
// same people give the same bytes.
func settled(data []byte) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("pack workbook again: %w", err)
	}
	files := slices.Clone(r.File)
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		rc, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("pack workbook again: %w", err)
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err == nil {
			_, err = io.Copy(w, rc)
		}
		rc.Close()
		if err != nil {
			return nil, fmt.Errorf("pack workbook again: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("pack workbook again: %w", err)
	}
	return b.Bytes(), nil
}
