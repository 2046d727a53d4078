package mau

import (
	"fmt"
	"strings"

	"ankhai/forms/sheet/bia"
)

// StatementSheet is the name of the sheet of a statement C12-TS.
const StatementSheet = "C12-TS"

// MaDonVi is the unit that the statement is for.
const MaDonVi = "YN0001A"

// MucCu is a row of a statement that must be read: its code and the cells of columns 1
// to 6, digits, "" for a blank one and «?» for one that cannot be known.
type MucCu struct {
	Ma string    `json:"ma"`
	O  [6]string `json:"o"`
}

// The rows of a statement begin below three rows of heads.
const statementRow = 19

// permille are the rates of the funds, sickness first, in 1/1 000.
var permille = [5]int64{30, 220, 45, 20, 5}

// lamL8 writes the statement of a firm with n people: what lacked of the month before
// is paid, and two people more than then.
func lamL8(n int, k int) *Bo {
	t := &Trang{Ten: StatementSheet}
	bo := &Bo{Layout: "L8", Ten: "L8-sach", Trang: []*Trang{t}, MaDonVi: MaDonVi, Thang: Thang}
	t.Dat(0, 1, Chu("BẢO HIỂM XÃ HỘI THÀNH PHỐ HỒ CHÍ MINH"))
	t.Dat(6, 1, Chu("Mẫu C12-TS"))
	t.Dat(0, 7, Chu("THÔNG BÁO KẾT QUẢ ĐÓNG BHXH, BHYT, BHTN, BHTNLĐ, BNN"))
	t.Dat(0, 8, Chu(fmt.Sprintf("Tháng %d năm %d", Thang.Num(), Thang.Year())))
	t.Dat(0, 9, Chu("Kính gửi: "+congTy))
	t.Dat(0, 10, Chu("Địa chỉ: Số 1, đường Mẫu, Thành phố Hồ Chí Minh    Mã đơn vị: "+MaDonVi))
	t.Dat(6, 14, Chu("Đơn vị tính: Người, đồng"))
	heads := [3][]string{{"STT", "NỘI DUNG", "BHXH", "", "BHYT", "BHTN", "BHTNLĐ, BNN", "CỘNG"}, {"", "", "ÔĐ, TS", "HTTT"}, {"A", "B", "1", "2", "3", "4", "5", "6 = 1+2+3+4+5"}}
	for i, line := range heads {
		for c, s := range line {
			if s != "" {
				t.Dat(c, statementRow-len(heads)+i, Chu(s))
			}
		}
	}
	t.Gop = []string{"A7:H7", "A16:A17", "B16:B17", "C16:D16", "E16:E17", "F16:F17", "G16:G17", "H16:H17"}
	for i, d := range dongC12(int64(n)) {
		row := statementRow + i
		t.Dat(0, row, Chu(d.stt))
		t.Dat(1, row, Chu(d.ten))
		for c, s := range d.o {
			switch {
			case s == "":
			case c == 5 && d.tong: // the column of sums holds formulas
				t.Dat(2+c, row, Gia{S: s, So: true, Cong: true})
			default:
				t.Dat(2+c, row, So(s))
			}
		}
		if strings.Contains(d.ma, ".") || d.o[5] != "" {
			bo.Muc = append(bo.Muc, MucCu{d.ma, d.o})
		}
	}
	end := statementRow + len(bo.Muc) + 5
	t.Dat(0, end, Chu("e) Tổng số nộp thiếu là "+cham((base(int64(n))+22*trieu)*320/nghin, ".")+" đồng, đề nghị đơn vị nộp trước ngày 31/12/2026"))
	t.Dat(0, end+1, Chu("để kiểm tra điều chỉnh trước ngày 15/12/2026."))
	if k > 0 {
		b := benhC12[k-1]
		bo.Ten = fmt.Sprintf("L8-ban-%02d-%s", k, b.ma)
		r := &ruong{bo: bo, m: bia.New(uint64(k), 8)}
		a := &dat{trang: t}
		bo.gieo(b.ma, b.cach, b.sau, b.dong, a, func() { b.lam(r, a) })
	}
	return bo
}

const trieu = nghin * nghin

// base is the pay of n people in the month before.
func base(n int64) int64 { return 9 * trieu * n }

// dongMot is a row as it stands.
type dongMot struct {
	ma, stt, ten string
	o            [6]string
	tong         bool // the last column adds the others up
}
