package mau

import (
	"slices"
	"strings"

	"ankhai/forms/form"
)

// benhTB is an error of a statement. A statement has some sixty rows, so each error
// gets a workbook of its own: more than one would be beyond what is met with.
type benhTB struct {
	ma, cach, sau string
	dong          int // lines that it touches
	lam           func(r *ruong, a *dat)
}

var benhC12 = []benhTB{
	oHong("E02", "số tiền chép thành chữ 2,8E+07", Chu("2,8E+07"), "B.3", 1, "?", "C12-DOC-02", form.Loi),
	oHong("E06", "ô cộng là công thức chưa có kết quả lưu", Gia{Rong: true}, "Đ.2.2", 5, "?", "XL-03", form.Loi),
	oHong("E06", "ô báo lỗi #REF!", Gia{S: "#REF!", Sai: true}, "B.3", 2, "?", "XL-04", form.Loi),
	oHong("E07", "số tiền ghi bằng lời", Chu("hai triệu"), "B.4", 1, "?", "C12-DOC-02", form.Loi),
	oHong("E07", "số tiền dạng chữ 5.000.000: không phải lỗi", Chu("5.000.000"), "A.2.2.2", 1, "5000000", "", ""),
	oHong("E07", "số tiền dạng chữ có «đồng»", Chu("5.000.000 đồng"), "A.2.2.2", 1, "?", "C12-DOC-02", form.Loi),
	oHong("E07", "số âm trong ngoặc: không phải lỗi", Chu("(5.000)"), "A.2.2.2", 1, "-5000", "", ""),
	oHong("E07", "gạch ngang thay cho số không: ô trống", Chu("-"), "B.5", 1, "", "", ""),
	{ma: "E03", cach: "tiêu đề ghi tháng 13: không rõ tháng nào", lam: func(r *ruong, a *dat) {
		a.trang.Dat(0, 8, Chu("Tháng 13 năm 2026"))
		r.bo.Thang = 0
		r.bo.Loi = append(r.bo.Loi, Loi{"", "", "C12-DOC-06", form.Nhac})
	}},
	{ma: "E03", cach: "ngày uỷ nhiệm chi 31/11/2026 không có thật: để trống", dong: 1, lam: func(r *ruong, a *dat) {
		at := r.dongTB("C.2")
		a.trang.Dat(1, at, Chu("+ UNC số 002, ngày 31/11/2026"))
		r.bo.Loi = append(r.bo.Loi, Loi{a.trang.Ten, O(0, at), "C12-DOC-09", form.Nhac})
	}},
	{ma: "E04", cach: "tên chỉ tiêu theo Unicode tổ hợp, dấu cách thừa: không phải lỗi", dong: 1, lam: func(r *ruong, a *dat) {
		at := r.dongTB("B.3")
		a.trang.Dat(1, at, Chu("  Pha\u0309i  đo\u0301ng "))
		a.cho = O(1, at)
	}},
	{ma: "E05", cach: "dòng ẩn: vẫn đọc", dong: 1, lam: func(r *ruong, a *dat) {
		at := r.dongTB("B.3.2")
		a.trang.AnDong[at] = true
		a.cho = O(0, at)
	}},
	{ma: "E05", cach: "một chỉ tiêu có hai dòng: chỉ dùng dòng đầu", dong: 1, lam: func(r *ruong, a *dat) {
		at := r.dongTB("Đ.4.2") + 1
		for c := range 8 {
			a.trang.Dat(c, at, a.trang.Lay(c, r.dongTB("Đ.3")))
		}
		r.bo.Loi = append(r.bo.Loi, Loi{a.trang.Ten, O(0, at), "C12-DOC-05", form.Nhac})
	}},
	{ma: "E05", cach: "dòng cộng không có số thứ tự: không đọc", dong: 1, lam: func(r *ruong, a *dat) {
		at := r.dongTB("Đ.4.2") + 1
		a.trang.Dat(1, at, Chu("Tổng cộng"))
		a.trang.Dat(7, at, Cong(9*trieu))
		r.bo.Loi = append(r.bo.Loi, Loi{a.trang.Ten, O(1, at), "C12-DOC-08", form.Nhac})
	}},
	{ma: "L8", cach: "dòng mà mẫu không có", dong: 1, lam: func(r *ruong, a *dat) {
		at := r.dongTB("Đ.4.2") + 1
		a.trang.Dat(0, at, Chu("9"))
		a.trang.Dat(1, at, Chu("Khoản khác"))
		a.trang.Dat(7, at, So("1000"))
		r.bo.Loi = append(r.bo.Loi, Loi{a.trang.Ten, O(0, at), "C12-DOC-04", form.Nhac})
	}},
	{ma: "L8", cach: "mất dòng số lao động chuyển kỳ sau", dong: 1, lam: func(r *ruong, a *dat) {
		at := r.dongTB("Đ.1")
		for c := range 8 {
			a.trang.Dat(c, at, Gia{})
		}
		r.bo.Muc = slices.DeleteFunc(r.bo.Muc, func(m MucCu) bool { return m.Ma == "Đ.1" })
		r.bo.Loi = append(r.bo.Loi, Loi{"", "", "C12-DOC-07", form.Nhac})
	}},
	{ma: "E38", cach: "thông báo ghi mã đơn vị cũ: đọc đúng như ghi, lúc nhập thì nhắc", sau: "Thông báo ghi mã đơn vị app/office/c12fixture_test.go", lam: func(r *ruong, a *dat) {
		r.bo.MaDonVi = "YN0009Z"
		a.cho = O(0, 10)
		a.trang.Dat(0, 10, Chu(strings.Replace(a.trang.Lay(0, 10).S, MaDonVi, r.bo.MaDonVi, 1)))
	}},
}

// oHong is an error in one cell: column 1 to 5 is a fund, 6 what they add up to.
func oHong(ma, cach string, g Gia, dong string, cot int, doc, code string, level form.Level) benhTB {
	return benhTB{ma: ma, cach: cach, dong: 1, lam: func(r *ruong, a *dat) {
		at := r.dongTB(dong)
		a.cho = O(1+cot, at)
		a.trang.Dat(1+cot, at, g)
		i := slices.IndexFunc(r.bo.Muc, func(m MucCu) bool { return m.Ma == dong })
		r.bo.Muc[i].O[cot-1] = doc
		if code != "" {
			noi := a.cho
			if strings.HasPrefix(code, "C12-") {
				noi = O(0, at) // the reader names the row by its first cell
			}
			r.bo.Loi = append(r.bo.Loi, Loi{a.trang.Ten, noi, code, level})
		}
	}}
}

// dongTB is the row of a code.
func (r *ruong) dongTB(ma string) int {
	for i, d := range dongC12(1) {
		if d.ma == ma {
			return statementRow + i
		}
	}
	panic("mau: no row " + ma)
}
