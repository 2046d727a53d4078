package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// PhanBo allocates money that was paid to what is owed, in the agency's order.
var PhanBo = law.DangKy(law.MayTinh{
	Ten: "phan-bo", TieuDe: "Thứ tự phân bổ số tiền đơn vị đã nộp", Nhom: law.NhomTruyDong,
	CanCu:  "Quyết định 595/QĐ-BHXH Điều 43 khoản 2",
	GhiChu: "Quyết định 595/QĐ-BHXH hết hiệu lực từ 01/05/2026; thứ tự hiện nay có lẽ như cũ, chưa thấy văn bản (độ tin cậy trung bình).",
	Hoi: []law.CauHoi{
		{Ten: "soTien", Nhan: "Số tiền đã nộp", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		{Ten: "caNhan", Nhan: "Phải đóng cho người cần giải quyết chế độ, chốt sổ", Loai: law.Tien, DonVi: dong},
		{Ten: "bhyt", Nhan: "Nợ BHYT", Loai: law.Tien, DonVi: dong}, {Ten: "laiBHYT", Nhan: "Lãi BHYT", Loai: law.Tien, DonVi: dong},
		{Ten: "bhtn", Nhan: "Nợ BHTN", Loai: law.Tien, DonVi: dong}, {Ten: "laiBHTN", Nhan: "Lãi BHTN", Loai: law.Tien, DonVi: dong},
		{Ten: "tnld", Nhan: "Nợ TNLĐ, BNN", Loai: law.Tien, DonVi: dong}, {Ten: "laiTNLD", Nhan: "Lãi TNLĐ, BNN", Loai: law.Tien, DonVi: dong},
		{Ten: "bhxh", Nhan: "Nợ BHXH", Loai: law.Tien, DonVi: dong, GiupDo: "Gồm cả phần đã tách cho người cần giải quyết"},
		{Ten: "laiBHXH", Nhan: "Lãi BHXH", Loai: law.Tien, DonVi: dong},
	},
	Tinh: tinhPhanBo,
})

func tinhPhanBo(v law.TraLoi) (law.KetQuaTinh, error) {
	b, left := law.LamBai(v.Sach), v.So("soTien")
	const basis = "Quyết định 595/QĐ-BHXH Điều 43 khoản 2"
	var parts []law.PhanKQ
	debt := int64(0)
	for _, q := range []string{"bhyt", "laiBHYT", "bhtn", "laiBHTN", "tnld", "laiTNLD", "bhxh", "laiBHXH"} {
		debt += v.So(q)
	}
	short := int64(0)
	take := func(ten, nhan string, owed int64) {
		got := min(left, owed)
		left -= got
		short += owed - got
		if owed == 0 {
			return
		}
		b.Buoc(law.Buoc{Nhan: nhan, KetQua: got, CanCu: basis, CongThuc: fmt.Sprintf("phải đóng %s, phân bổ %s, còn thiếu %s, tiền còn %s",
			law.VietSo(owed), law.VietSo(got), law.VietSo(owed-got), law.VietSo(left))})
		parts = append(parts, law.PhanKQ{Ten: ten, Nhan: nhan + ", còn thiếu", GiaTri: owed - got, DonVi: dong})
	}
	own := min(v.So("caNhan"), left)
	if own > 0 {
		left -= own
		b.Buoc(law.Buoc{Nhan: "Người cần giải quyết chế độ", KetQua: own, CanCu: basis, CongThuc: fmt.Sprintf("đóng trước %s, tiền còn %s", law.VietSo(own), law.VietSo(left))})
	}
	take("bhyt", "BHYT", v.So("bhyt"))
	take("laiBHYT", "Lãi BHYT", v.So("laiBHYT"))
	take("bhtn", "BHTN", v.So("bhtn"))
	take("laiBHTN", "Lãi BHTN", v.So("laiBHTN"))
	take("tnld", "TNLĐ, BNN", v.So("tnld"))
	take("laiTNLD", "Lãi TNLĐ, BNN", v.So("laiTNLD"))
	take("bhxh", "BHXH", max(v.So("bhxh")-own, 0))
	take("laiBHXH", "Lãi BHXH", v.So("laiBHXH"))
	return b.Xong(short, dong, append([]law.PhanKQ{{Ten: "tongNo", Nhan: "Tổng phải đóng", GiaTri: debt, DonVi: dong}, {Ten: "con", Nhan: "Tiền còn lại chưa phân bổ", GiaTri: left, DonVi: dong}}, parts...)...)
}
