package mau

import (
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// benhDon is an error in one cell of a claim: what stands there and what is read.
// Without a code reading takes it as written, and sau says who finds it.
type benhDon struct {
	ma, cach, head string
	hop            func(a *dat) bool
	gia            func(a *dat) Gia
	doc            func(a *dat) string // nil: nothing is read
	loi            string
	muc            form.Level
	sau            string
	rong           bool
}

var benhDons = []benhDon{
	{ma: "E01", cach: "số CCCD lưu dạng số nên mất số 0 ở đầu; đơn không có năm sinh để chứng minh số đủ: đọc đúng như ghi", head: "Số CMND", hop: zero,
		gia: func(a *dat) Gia { return So(a.n.SoCCCD[1:]) }, doc: func(a *dat) string { return a.n.SoCCCD[1:] }, sau: trongDon("01B-HSB-05", "cccd-9-so")},
	{ma: "E01", cach: "mã số BHXH lưu dạng số nên mất số 0 ở đầu: đọc đúng như ghi", head: "Số sổ BHXH", hop: func(a *dat) bool { return a.n.MaSoBHXH[0] == '0' },
		gia: func(a *dat) Gia { return So(a.n.MaSoBHXH[1:]) }, doc: func(a *dat) string { return a.n.MaSoBHXH[1:] }, sau: trongDon("01B-HSB-02", "ma-so-bhxh-mat-so-0")},
	{ma: "E02", cach: "mã số BHXH hiện 7.9E+09, các số cuối đã mất", head: "Số sổ BHXH", gia: luon(So("7.9E+09")), loi: "XL-16", muc: form.Loi},
	{ma: "E02", cach: "số CCCD hiện 7.9E+10, các số cuối đã mất", head: "Số CMND", gia: luon(So("7.9E+10")), loi: "XL-16", muc: form.Loi},
	{ma: "E03", cach: "ngày 31/11/2026 không có thật", head: "Từ ngày", gia: luon(Chu("31/11/2026")), loi: "XL-29", muc: form.Loi},
	{ma: "E03", cach: thangTruocNgay, head: "Đến ngày", gia: luon(Chu("11/25/2026")), loi: "XL-29", muc: form.Loi},
	{ma: "E04", cach: "họ tên gõ bằng TCVN3", head: "Họ và tên", hop: pure, gia: func(a *dat) Gia { return Gia{S: TCVN3(a.n.HoTen), Kieu: KieuTCVN3} },
		doc: func(a *dat) string { return a.n.HoTen }, loi: "XL-12", muc: form.Nhac},
	{ma: "E06", cach: "số ngày nghỉ là công thức chưa có kết quả lưu", head: "Tổng số ngày nghỉ", gia: luon(Gia{Rong: true}), loi: "XL-03", muc: form.Loi, rong: true},
	{ma: "E06", cach: "số ngày nghỉ báo lỗi #N/A", head: "Tổng số ngày nghỉ", gia: luon(Gia{S: "#N/A", Sai: true}), loi: "XL-04", muc: form.Loi},
	{ma: "E07", cach: "số ngày nghỉ ghi bằng lời", head: "Tổng số ngày nghỉ", gia: luon(Chu("hai")), loi: "XL-38", muc: form.Loi},
	{ma: "E13", cach: "CMND 9 chữ số: đọc đúng như ghi", head: "Số CMND", gia: luon(Chu("023456789")), doc: la("023456789"), sau: trongDon("01B-HSB-05", "cccd-9-so")},
	{ma: "E16", cach: "họ tên có chữ số: đọc đúng như ghi", head: "Họ và tên", hop: pure, gia: func(a *dat) Gia { return Chu(a.n.HoTen + " 2") },
		doc: func(a *dat) string { return a.n.HoTen + " 2" }, sau: trongDon("01B-HSB-03", "ho-ten-co-chu-so")},
	{ma: "E21", cach: "nhận qua tài khoản mà thiếu mã ngân hàng: đọc là chưa biết", head: "Mã ngân hàng", hop: quaTaiKhoan, gia: luon(Gia{}), sau: later("01B-HSB-107", "E21")},
	{ma: "E26", cach: "đến ngày trước từ ngày: đọc đúng như ghi", head: "Đến ngày", gia: luon(Chu("01/10/2026")), doc: la("01/10/2026"), sau: later("01B-HSB-18", "E26")},
	{ma: "E35", cach: "số ngày tính cả ngày nghỉ hằng tuần: đọc đúng như ghi", head: "Tổng số ngày nghỉ", gia: luon(So("7")), doc: la("7"), sau: later("01B-HSB-28", "E35")},
	{ma: "L7", cach: "hình thức nhận không có trong danh mục", head: "Hình thức nhận", hop: func(a *dat) bool { return !quaTaiKhoan(a) }, gia: luon(Chu("tiền mặt")), doc: la("tiền mặt"), loi: "XL-31", muc: form.Loi},
}

func luon(g Gia) func(*dat) Gia { return func(*dat) Gia { return g } }

func la(s string) func(*dat) string { return func(*dat) string { return s } }

// trongDon is the file of mẫu 01B-HSB that shows a rule speak of an error.
func trongDon(rule, name string) string { return rule + " forms/m01bhsb/testdata/" + name + ".txtar" }

// quaTaiKhoan is a claim paid to a bank account.
func quaTaiKhoan(a *dat) bool { return a.trang.Lay(headCol("Mã ngân hàng"), a.dong) != Gia{} }

func headCol(head string) int { return slices.Index(ClaimHeads, head) }

// gieoL7 sows errors among claims.
func (r *ruong) gieoL7() {
	for _, b := range benhDons {
		if b.rong && r.tinh {
			continue
		}
		a := r.ranh(func(a *dat) bool { return b.hop == nil || b.hop(a) })
		r.bo.gieo(b.ma, b.cach, b.sau, 1, a, func() {
			read := ""
			if b.doc != nil {
				read = b.doc(a)
			}
			r.datL7(a, b.head, b.gia(a), read)
			if b.loi != "" {
				r.bo.loi(a, a.cho, b.loi, b.muc)
			}
		})
	}
	a, b := r.ranh(anyone), r.ranh(anyone)
	r.bo.gieo("E14", "mã số BHXH của một người ở đơn của người khác: đọc đúng như ghi", trongDon("01B-HSB-06", "mot-ma-so-hai-nguoi"), 2, a, func() {
		r.datL7(a, "Số sổ BHXH", Chu(b.n.MaSoBHXH), b.n.MaSoBHXH)
	})
	a, b = r.ranh(anyone), r.ranh(anyone)
	r.bo.gieo("E33", "cùng người, cùng đợt nghỉ ghi hai đơn: đọc đúng như ghi", trongDon("01B-HSB-25", "trung-ngay-cung-nguoi"), 2, a, func() {
		for c, s := range r.bo.Bang[b.dong-claimRow] {
			r.bo.Bang[a.dong-claimRow][c] = s
			a.trang.Dat(c, a.dong, b.trang.Lay(c, b.dong))
		}
		a.cho = O(0, a.dong)
	})
	r.thangTruocL7()
}

// datL7 changes a cell of a claim and what must be read of it.
func (r *ruong) datL7(a *dat, head string, g Gia, read string) {
	c := headCol(head)
	a.trang.Dat(c, a.dong, g)
	a.cho = O(c, a.dong)
	r.bo.Bang[a.dong-claimRow][c] = read
}

// thangTruocL7 adds what the 25th with the month first says of days such as 05/11,
// which fit both ways: the first of them.
func (r *ruong) thangTruocL7() {
	c := headCol("Đến ngày")
	for i := range r.bo.Hat {
		h := &r.bo.Hat[i]
		if h.Cach != thangTruocNgay {
			continue
		}
		for _, a := range r.at {
			g := a.trang.Lay(c, a.dong)
			d, ok := law.ParseDay(g.S)
			if ok && !g.So && d.Dom() <= 12 && d.Dom() != d.Month().Num() && !strings.HasPrefix(g.S, "11/25") {
				l := Loi{h.Sheet, O(c, a.dong), "XL-35", form.Nhac}
				r.bo.Loi, h.Loi = append(r.bo.Loi, l), append(h.Loi, l)
				return
			}
		}
	}
}
