package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// TaiNan is the allowance for an accident at work or an occupational disease: once
// below the degree from which it is monthly, and by death.
var (
	TaiNan = law.DangKy(law.MayTinh{
		Ten: "tnld", TieuDe: "Trợ cấp tai nạn lao động, bệnh nghề nghiệp", Nhom: law.NhomTaiNan,
		CanCu:  "Luật An toàn, vệ sinh lao động 84/2015/QH13 Điều 48, 49, 52",
		GhiChu: "Không tính khoản bồi thường, trợ cấp của người sử dụng lao động (Điều 38, 39).",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày giám định xong (tính theo lương cơ sở của ngày này)", Loai: law.NgayHoi, Can: true},
			{Ten: "suyGiam", Nhan: "Mức suy giảm khả năng lao động", Loai: law.So, DonVi: "%", Can: true, Tu: 1, Den: 100},
			{Ten: "luong", Nhan: "Tiền lương làm căn cứ đóng của tháng liền trước tháng bị tai nạn", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
			{Ten: "soNam", Nhan: "Số năm đã đóng vào quỹ tai nạn lao động", Loai: law.So, DonVi: "năm", Can: true, Tu: 0, Den: 60},
			{Ten: "phucVu", Nhan: "Liệt cột sống, mù hai mắt, cụt, liệt hai chi hoặc bệnh tâm thần", Loai: law.CoKhong},
		},
		Tinh: tinhTaiNan,
	})
	TaiNanChet = law.DangKy(law.MayTinh{
		Ten: "tnld-chet", TieuDe: "Trợ cấp một lần khi chết do tai nạn lao động, bệnh nghề nghiệp", Nhom: law.NhomTaiNan,
		CanCu: "Luật An toàn, vệ sinh lao động 84/2015/QH13 Điều 53",
		Hoi:   []law.CauHoi{{Ten: "ngay", Nhan: "Ngày chết", Loai: law.NgayHoi, Can: true}},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("ngay")
			total := lanThamChieu(b, on, 1, b.So("tnld-chet-so-lan", on), "Trợ cấp một lần")
			b.LuuY("Thân nhân còn hưởng chế độ tử tuất: dùng các máy tính mai-tang, tuat-hang-thang, tuat-mot-lan")
			return b.Xong(total, dong, phan("troCap", "Trợ cấp một lần", total))
		},
	})
)

func tinhTaiNan(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, m := law.LamBai(v.Sach), v.Ngay("ngay"), v.So("suyGiam")
	first, monthly := b.So("tnld-mot-lan-suy-giam-dau", on), b.So("tnld-hang-thang-suy-giam-dau", on)
	if m < first.Amount {
		return khongDu(b, first, "Mức suy giảm", m, "%")
	}
	kind, start, unit := "mot-lan", first, "một lần"
	if m >= monthly.Amount {
		kind, start, unit = "hang-thang", monthly, "hằng tháng"
	}
	mtc := b.So("muc-tham-chieu", on)
	base, more := b.So("tnld-"+kind+"-goc", on), b.So("tnld-"+kind+"-them", on)
	rate := base.Amount + (m-start.Amount)*more.Amount
	one := law.Tron(law.Nhan(law.Ti(mtc.Amount), law.TiLe(rate)))
	b.Buoc(law.Buoc{
		Nhan: "Phần theo mức suy giảm", KetQua: one, CanCu: law.Noi(base.Basis, mtc.Basis), LuatTu: base.From.ISO(),
		CongThuc: fmt.Sprintf("%s × (%s + (%d − %d) × %s) = %s × %s = %s", law.VietSo(mtc.Amount), law.VietTyLe(base.Amount), m, start.Amount,
			law.VietTyLe(more.Amount), law.VietSo(mtc.Amount), law.VietTyLe(rate), law.VietSo(one)),
		Vao: []law.Vao{law.VaoTu(mtc), law.VaoTu(base), law.VaoTu(more)},
	})
	year, each := b.So("tnld-"+kind+"-nam-dau", on), b.So("tnld-"+kind+"-nam-them", on)
	years := max(v.So("soNam")-1, 0)
	rate = year.Amount + years*each.Amount
	two := law.Tron(law.Nhan(law.Ti(v.So("luong")), law.TiLe(rate)))
	b.Buoc(law.Buoc{
		Nhan: "Phần theo số năm đóng", KetQua: two, CanCu: year.Basis, LuatTu: year.From.ISO(),
		CongThuc: fmt.Sprintf("%s × (%s + %d năm × %s) = %s × %s = %s", law.VietSo(v.So("luong")), law.VietTyLe(year.Amount), years,
			law.VietTyLe(each.Amount), law.VietSo(v.So("luong")), law.VietTyLe(rate), law.VietSo(two)),
		Vao: []law.Vao{law.VaoTien("Tiền lương", v.So("luong")), law.VaoTu(year), law.VaoTu(each)},
	})
	parts := []law.PhanKQ{phan("suyGiam", "Phần theo mức suy giảm, "+unit, one), phan("soNam", "Phần theo số năm đóng, "+unit, two)}
	total := one + two
	if care := b.So("tnld-phuc-vu-suy-giam", on); v.Dung("phucVu") && m >= care.Amount {
		more := lanThamChieu(b, on, 1, b.So("tnld-phuc-vu-so-lan", on), "Trợ cấp phục vụ hằng tháng")
		parts, total = append(parts, phan("phucVu", "Trợ cấp phục vụ hằng tháng", more)), total+more
	}
	b.LuuY("Kết quả là trợ cấp %s", unit)
	return b.Xong(total, dong, parts...)
}
