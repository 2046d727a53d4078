package mauso4

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// chuHo is the code of Quan hệ for the head of the household.
const chuHo = "00"

// rules are the rules of the household, checked in this order; a code is never
// given to another rule.
func rules() []form.Rule {
	chung := huong + ", phần thông tin chung"
	return []form.Rule{
		nhanthan.HoTen("01", ChuHo, chung),
		nhanthan.DienThoai("02", HoDT, chung, form.Warn),
		form.Check("03", HoXa, HoTinh.Filled(), "Xã, phường, đặc khu: phải thuộc Tỉnh, thành phố đã chọn", func(l *form.Look) bool {
			xa, ok := codes.Xa.Get(HoXa.Get(l.Row))
			return !ok || xa.Nhom == HoTinh.Get(l.Row)
		}, form.By("Quyết định 19/2025/QĐ-TTg")),
		form.Unique("04", ID, form.Always, form.By(huong)),
		form.Over("05", ChuHo, "có thành viên hộ gia đình", thieuThanhVien, form.By(huong)),
		form.Over("06", ChuHo, "có người đề nghị cấp thẻ", khongAiXinThe, form.By(huongC+"8, 9")),
		form.Over("07", ChuHo, "trùng tên với thành viên là chủ hộ", khacTenChuHo, form.By(huongC+"6"), form.Warn),
	}
}

func thieuThanhVien(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if len(d.Of(ThanhVien, r)) == 0 {
			hits = append(hits, form.Hit{I: i, Say: "kê các thành viên của hộ, cả chủ hộ"})
		}
	}
	return hits
}

func khongAiXinThe(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if tv := d.Of(ThanhVien, r); len(tv) > 0 && dem(tv, xinThe) == 0 {
			hits = append(hits, form.Hit{I: i, Say: "chưa có ai trong hộ đề nghị cấp thẻ. Chọn bản điện tử hoặc bản giấy cho người tham gia"})
		}
	}
	return hits
}

func khacTenChuHo(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		for _, tv := range d.Of(ThanhVien, r) {
			if QuanHe.Get(tv) == chuHo && ChuHo.Known(r) && codes.Fold(HoTen.Get(tv)) != codes.Fold(ChuHo.Get(r)) {
				hits = append(hits, form.Hit{I: i, Say: "thành viên có quan hệ Chủ hộ mang tên khác. Sửa một trong hai"})
			}
		}
	}
	return hits
}

func dem(rows []form.Row, c form.Cond) (n int) {
	for _, r := range rows {
		if c.Test(r) {
			n++
		}
	}
	return n
}
