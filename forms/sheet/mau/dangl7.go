package mau

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/sheet/bia"
)

// ClaimHeads are the heads of the workbook with which claims of procedure 630 are
// exchanged, in order; its data begin at row 7.
var ClaimHeads = []string{"Số sổ BHXH", "Họ và tên", "Từ ngày", "Đến ngày", "Số serial của chứng từ", "Loại nhóm hưởng", "Số CMND", "Tổng số ngày nghỉ", "Đợt bổ sung", "Hình thức nhận", "Số tài khoản",
	"Tên chủ tài khoản", "Mã ngân hàng", "Mã nhân viên", "Từ ngày đơn vị đề nghị", "Nghỉ dưỡng thai", "Ngày sinh con", "Mã thẻ BHYT của con", "Ngày nghỉ trong tuần", "Số con", "Điều kiện làm việc",
	"Mã tuyến bệnh viện", "Mã bệnh dài ngày"}

// ClaimSheet is the name of its sheet.
const ClaimSheet = "M01B-HSB-PhatSinh"

const claimRow = 7

// lamL7 writes n claims: a sickness of two days each, paid by account or through
// the employer.
func lamL7(m *bia.Maker, n int, ban bool) *Bo {
	t := &Trang{Ten: ClaimSheet}
	bo := &Bo{Layout: "L7", Ten: "L7-sach", Trang: []*Trang{t}}
	t.Dat(0, 1, Chu(congTy))
	t.Dat(0, 3, Chu("DANH SÁCH ĐỀ NGHỊ GIẢI QUYẾT HƯỞNG CHẾ ĐỘ ỐM ĐAU, THAI SẢN, DƯỠNG SỨC"))
	t.Dat(0, 4, Chu("Đợt 1 tháng 11 năm 2026"))
	for c, h := range ClaimHeads {
		t.Dat(c, claimRow-1, Chu(h))
	}
	var at []*dat
	for i := range n {
		p := moi(m, i)
		from := Thang.Last().Add(-3 - i%20)
		pay, account, owner := "Chi trả qua đơn vị", "", ""
		if i%2 == 0 {
			pay, account, owner = "Chi trả qua ATM", fmt.Sprintf("00710%08d", i), p.HoTen
		}
		row := []string{p.MaSoBHXH, p.HoTen, from.String(), from.Add(1).String(), fmt.Sprintf("OM%06d", i), "O1", p.SoCCCD, "2", "", pay, account, owner, "", p.MaNV, from.String(), "", "", "", "8", "", "", "", ""}
		for c, s := range row {
			switch {
			case s == "":
			case c == 7:
				t.Dat(c, claimRow+i, So(s))
			case c == 2 || c == 14:
				t.Dat(c, claimRow+i, Ngay(from))
			default:
				t.Dat(c, claimRow+i, Chu(s))
			}
		}
		at = append(at, &dat{trang: t, dong: claimRow + i, n: p})
		bo.Bang = append(bo.Bang, row)
	}
	if ban {
		bo.Ten = "L7-ban"
		benhL7(bo, at, m)
	}
	return bo
}

// benhL7 sows faults among claims.
func benhL7(bo *Bo, at []*dat, m *bia.Maker) {
	put := func(head string, g Gia, read, ma string, muc form.Level, gieo string) {
		a := ranh(at, m, func(*dat) bool { return true })
		c := slices.Index(ClaimHeads, head)
		a.trang.Dat(c, a.dong, g)
		bo.Bang[a.dong-claimRow][c] = read
		if ma != "" {
			bo.loi(a, O(c, a.dong), ma, muc, gieo)
		}
	}
	put("Số sổ BHXH", So("7.9E+09"), "", "XL-16", form.Loi, "E02")
	put("Số CMND", So("7.9E+10"), "", "XL-16", form.Loi, "E02")
	put("Từ ngày", Chu("31/11/2026"), "", "XL-29", form.Loi, "E03")
	put("Đến ngày", Chu("11/25/2026"), "", "XL-29", form.Loi, "E03")
	put("Tổng số ngày nghỉ", Gia{Rong: true}, "", "XL-03", form.Loi, "E06")
	put("Tổng số ngày nghỉ", Chu("hai"), "", "XL-38", form.Loi, "E07")
	put("Hình thức nhận", Chu("tiền mặt"), "tiền mặt", "XL-31", form.Loi, "E22")
	a := ranh(at, m, pure)
	c := slices.Index(ClaimHeads, "Họ và tên")
	a.trang.Dat(c, a.dong, Gia{S: TCVN3(a.n.HoTen), Kieu: KieuTCVN3})
	bo.loi(a, O(c, a.dong), "XL-12", form.Nhac, "E04")
	// the 25th with the month first puts days such as 05/11 in doubt
	for _, x := range at {
		g := x.trang.Lay(3, x.dong)
		if day, _, ok := strings.Cut(g.S, "/"); ok && !g.So && day <= "12" && g.S != "11/25/2026" && day != "11" {
			bo.Loi = append(bo.Loi, Loi{ClaimSheet, O(3, x.dong), "XL-35", form.Nhac, "E03"})
			break
		}
	}
}
