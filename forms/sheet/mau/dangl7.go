package mau

import (
	"fmt"
	"strings"

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
func lamL7(m *bia.Maker, n int, k kieu) *Bo {
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
		pay, account, owner, bank := "Chi trả qua đơn vị", "", "", ""
		if i%2 == 0 {
			pay, account, owner, bank = "Chi trả qua ATM", fmt.Sprintf("00710%08d", i), strings.ToUpper(khongDau(p.HoTen)), "203"
		}
		row := []string{p.MaSoBHXH, p.HoTen, from.String(), from.Add(1).String(), fmt.Sprintf("OM%06d", i), "O1", p.SoCCCD, "2", "", pay, account, owner, bank, p.MaNV, from.String(), "", "", "", "8", "", "", "", ""}
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
	if k != sach {
		bo.Ten = "L7-ban"
		(&ruong{bo: bo, at: at, m: m, tinh: k == banTinh}).gieoL7()
	}
	return bo
}
