package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

var calledBy = []string{"An", "Bình", "Chi", "Dung", "Giang", "Hạnh", "Khánh", "Linh", "Mai", "Ngọc"}

// staff is n people, at most a thousand, of whom a layout knows all that it can hold.
func staff(n int, layout string) []facts.DongLuong {
	kcb, xa, dan, pa := codes.KCB.All(), codes.Xa.All(), codes.DanToc.All(), codes.PhuongAn.All()
	rows := make([]facts.DongLuong, n)
	for i := range rows {
		d := &rows[i]
		*d = facts.DongLuong{
			HoTen: []string{"Nguyễn", "Trần", "Lê"}[i%3] + " " + calledBy[i/100] + " " + calledBy[i/10%10] + " " + calledBy[i%10], MaSoBHXH: fmt.Sprintf("01%08d", i+1), SoCCCD: fmt.Sprintf("001%d%02d%06d", i%2, []int{90, 88, 95}[i%3], i+1),
			NgaySinh: []facts.NgaySinh{19900815, 19880000, 19950500}[i%3], GioiTinh: []facts.GioiTinh{facts.Nam, facts.Nu}[i%2],
			ChucDanh: []string{"Công nhân may", "Kế toán, thủ quỹ", "Lái xe"}[i%3], PhongBan: []string{"May 1", "Văn phòng"}[i%2],
			Luong: facts.Luong{Known: true, MucLuong: int64(6_000_000 + 1000*i), PhuCap: int64(i%2) * 500_000, BoSung: int64(i%3) * 100_000},
		}
		switch i % 7 {
		case 3:
			d.Luong = facts.Luong{Known: true, HeSo: 2340 + int64(i%9)*330, PhuCapCV: 400, TNVK: 500, TNNghe: 1250, BaoLuu: 100}
		case 4:
			d.GhiChu = "Nghỉ thai sản"
		case 5:
			d.PhuongAn, d.TuThang, d.DenThang = pa[i%len(pa)].Ma, 202611, 202704
		}
		if layout != "L1" {
			continue
		}
		d.MaNV, d.NoiLamViec, d.Vung = fmt.Sprintf("00%04d", i), "Phường Ba Đình, Hà Nội", []string{"01", "02", "03", "04"}[i%4]
		d.HopDong = facts.HopDong{So: fmt.Sprintf("%03d/HĐ", i), NgayKy: 20260101, Loai: []string{"0", "1", "2"}[i%3], Tu: 20260102, Den: 20281231}
		d.QuocTich, d.DanToc, d.DienThoai, d.Email = "VN", dan[i%len(dan)].Ma, fmt.Sprintf("091%07d", i), fmt.Sprintf("nv%d@vidu.vn", i)
		d.DiaChi, d.MaXa, d.MaKCB = "Số 5, ngõ 10", xa[i%len(xa)].Ma, kcb[i*11%len(kcb)].Ma
		d.MaTinh = xa[i%len(xa)].Nhom
	}
	return rows
}

// Read takes what WritePayroll wrote as it is: the layout, every fact of every line, and
// not a word to say.
func TestPayrollThereAndBack(t *testing.T) {
	for _, layout := range PayrollLayouts {
		rows := staff(1000, layout)
		data, err := WritePayroll(rows, PayrollOptions{Layout: layout, Today: 20261122, Titles: []string{"Lái xe", "=cmd"}, Departments: []string{"May 1"}})
		if err != nil {
			t.Fatal(err)
		}
		b := mustRead(t, data, Options{Month: 202611})
		for i, p := range b.Problems {
			if i < 5 {
				t.Errorf("%s: %s!%s %q %s %s", layout, p.Sheet, p.Cell, p.Value, p.Code, p.Message)
			}
		}
		if b.Sheets[0].Layout != layout || len(b.Rows) != len(rows) {
			t.Fatalf("%s: read as %q, %d lines", layout, b.Sheets[0].Layout, len(b.Rows))
		}
		for i := range b.Rows {
			b.Rows[i].Noi = facts.Noi{}
			if !reflect.DeepEqual(b.Rows[i], rows[i]) {
				t.Fatalf("%s, line %d:\ngot  %+v\nwant %+v", layout, i+2, b.Rows[i], rows[i])
			}
		}
		if again, err := WritePayroll(rows, PayrollOptions{Layout: layout, Today: 20261122, Titles: []string{"Lái xe", "=cmd"}, Departments: []string{"May 1"}}); err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: the same lines give other bytes, %v", layout, err)
		}
	}
}

// A blank payroll offers what there is to choose from, for any number of lines.
func TestPayrollOffersCodes(t *testing.T) {
	data, err := WritePayroll(nil, PayrollOptions{Layout: "L1", Today: 20261122, Titles: []string{"Lái xe"}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const name = "D02-LT TK1"
	heads, err := f.GetRows(name)
	if err != nil || len(heads) != 1 {
		t.Fatalf("%d lines, %v", len(heads), err)
	}
	lists := map[string]string{}
	all, err := f.GetDataValidations(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range all {
		if v.Type == "list" {
			col, _, _ := strings.Cut(v.Sqref, "2:")
			c, _, _ := parseCell([]byte(col + "1"))
			lists[heads[0][c]] = v.Formula1
			if v.Sqref != fmt.Sprintf("%s2:%s%d", col, col, maxRows) || v.ShowErrorMessage {
				t.Errorf("%s: cells %s, refuses %v", heads[0][c], v.Sqref, v.ShowErrorMessage)
			}
		}
	}
	ranges := map[string]string{}
	for _, d := range f.GetDefinedName() {
		ranges[d.Name] = d.RefersTo
	}
	for head, want := range map[string]struct {
		n     int
		first string
	}{
		"Mã PA": {codes.PhuongAn.Len(), "AD - Bổ sung tăng nguyên lương"}, "Mã BV": {0, ""}, "Giới tính": {2, "Nam"}, "Cấp bậc, chức vụ, chức danh nghề": {1, "Lái xe"},
		"Mã vùng lương tối thiểu": {4, "01 - Vùng I"}, "Loại hợp đồng lao động": {3, "0 - Hợp đồng lao động không xác định thời hạn"}, "Mã QT": {0, ""}, "Mã DT": {0, ""}, "Mã xã": {0, ""}, "Mã Tỉnh": {34, ""},
	} {
		at := ranges[lists[head]]
		sheet, cells, ok := strings.Cut(at, "!")
		from, to, ok2 := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
		if !ok || !ok2 {
			t.Errorf("%s: list %q is %q", head, lists[head], at)
			continue
		}
		_, a, _ := parseCell([]byte(from))
		_, z, _ := parseCell([]byte(to))
		if n := z - a + 1; want.n != 0 && n != want.n {
			t.Errorf("%s: %d to choose from, want %d", head, n, want.n)
		}
		if got, _ := f.GetCellValue(strings.Trim(sheet, "'"), from); want.first != "" && got != want.first {
			t.Errorf("%s: begins with %q, want %q", head, got, want.first)
		}
	}
	b := mustRead(t, data, Options{Month: law.Month(202611)})
	if len(b.Rows) != 0 {
		t.Errorf("a blank payroll has %d people", len(b.Rows))
	}
	for _, p := range b.Problems {
		t.Errorf("blank: %s!%s %s %s", p.Sheet, p.Cell, p.Code, p.Message)
	}
	if _, err := WritePayroll(nil, PayrollOptions{Layout: "L9"}); !errors.Is(err, ErrLayout) {
		t.Errorf("an unknown layout: %v", err)
	}
}
