package office

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/sheet"
)

// claimHeads are the columns of a file of periods, each by the words that may head
// it, compared without diacritics. The first four stand in every file.
var claimHeads = []struct {
	name  string
	must  bool
	words []string
}{
	{"nguoi", true, []string{"người", "mã số BHXH", "số CCCD", "số ĐDCN/CCCD", "mã nhân viên", "nguoi"}},
	{"cheDo", true, []string{"chế độ", "loại chế độ", "cheDo"}},
	{"tuNgay", true, []string{"từ ngày", "tuNgay"}},
	{"denNgay", true, []string{"đến ngày", "denNgay"}},
	{"soNgay", true, []string{"số ngày", "tổng số ngày", "soNgay"}},
	{"sinhCon", false, []string{"ngày sinh của con", "ngày sinh con", "ngaySinhCon"}},
	{"truongHop", false, []string{"trường hợp", "truongHop"}},
	{"trangThai", false, []string{"trạng thái", "trangThai"}},
}

// maxClaimFile bounds a file of periods.
const maxClaimFile = 16 << 20

// claimLine is a line of the file, cells by the name of their column.
type claimLine struct {
	n     int
	cells map[string]string
}

// readClaims reads the lines of a file of periods, whatever kind it is. What is wrong
// with a workbook as a whole is an error.
func readClaims(ctx context.Context, data []byte) ([]claimLine, []ClaimFault, error) {
	if len(data) > maxClaimFile {
		return nil, []ClaimFault{{1, "Tệp: không quá 16 MB"}}, nil
	}
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) && !bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		lines, faults := claimText(data)
		return lines, faults, nil
	}
	tabs, problems, err := sheet.ReadCells(ctx, data, nil)
	if made := asWorkbook(ctx, data, err); made != nil {
		tabs, problems, err = sheet.ReadCells(ctx, made, nil)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("import periods: %w", err)
	}
	lines, faults := claimCells(tabs, problems)
	return lines, faults, nil
}

// headWithin is within how many lines of a sheet the heads are looked for.
const headWithin = 20

// claimCells reads the first sheet that has anything.
func claimCells(tabs []sheet.CellSheet, problems []sheet.Problem) (out []claimLine, faults []ClaimFault) {
	i := slices.IndexFunc(tabs, func(t sheet.CellSheet) bool { return len(t.Rows) > 0 })
	if i < 0 {
		return nil, []ClaimFault{{1, "Tệp: không có dòng tiêu đề"}}
	}
	for _, p := range problems {
		if p.Sheet == tabs[i].Name {
			faults = append(faults, ClaimFault{rowOfCell(p.Cell), p.Message})
		}
	}
	rows := tabs[i].Rows
	at, missing := claimColumnsIn(rows[0])
	for n := 1; n < min(len(rows), headWithin) && len(missing) > 0; n++ { // a title stands over it
		if there, none := claimColumnsIn(rows[n]); len(none) == 0 {
			at, missing, rows = there, nil, rows[n:]
		}
	}
	if faults = append(faults, missing...); len(faults) > 0 {
		return nil, faults
	}
	for _, row := range rows[1:] {
		l := claimLine{rowOfCell(row[0].At), map[string]string{}}
		for _, c := range row {
			if name := at[c.Col]; name != "" {
				l.cells[name] = c.Text
			}
		}
		if len(l.cells) > 0 {
			out = append(out, l)
		}
	}
	return out, nil
}

// rowOfCell is the row of a cell named as in "E17".
func rowOfCell(at string) int {
	n, _ := strconv.Atoi(strings.TrimLeft(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	return max(n, 1)
}

// claimColumnsIn finds the columns by the line of heads; what has to stand there and
// does not is named.
func claimColumnsIn(heads []sheet.Cell) (at map[int]string, faults []ClaimFault) {
	at = map[int]string{}
	for _, h := range claimHeads {
		i := slices.IndexFunc(heads, func(c sheet.Cell) bool {
			return slices.ContainsFunc(h.words, func(w string) bool { return codes.Fold(w) == codes.Fold(c.Text) })
		})
		if i >= 0 {
			at[heads[i].Col] = h.name
		} else if h.must {
			faults = append(faults, ClaimFault{1, fmt.Sprintf("Cột %s: phải có trong dòng tiêu đề", h.words[0])})
		}
	}
	return at, faults
}

// claimText reads lines of text.
func claimText(data []byte) (out []claimLine, faults []ClaimFault) {
	data, err := plainUTF8(data)
	if err != nil {
		return nil, []ClaimFault{{1, "Tệp: chữ Việt không ở dạng UTF-8. Mở bằng Excel, lưu thành Excel Workbook (.xlsx) rồi nhập"}}
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	for _, sep := range []rune{'\t', ';'} {
		if bytes.ContainsRune(first, sep) {
			r.Comma = sep
			break
		}
	}
	line, err := r.Read()
	if err != nil {
		return nil, []ClaimFault{{1, "Tệp: không có dòng tiêu đề"}}
	}
	heads := make([]sheet.Cell, len(line))
	for i, s := range line {
		heads[i] = sheet.Cell{Col: i, Text: s}
	}
	at, faults := claimColumnsIn(heads)
	for len(faults) == 0 {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, []ClaimFault{{bad.Line, "Dòng này không đọc được: kiểm tra dấu ngoặc kép"}}
		}
		n, _ := r.FieldPos(0)
		l := claimLine{n, map[string]string{}}
		for i, s := range cells {
			if name := at[i]; name != "" {
				l.cells[name] = strings.TrimSpace(s)
			}
		}
		if slices.ContainsFunc(cells, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			out = append(out, l)
		}
	}
	return out, faults
}
