package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// HoGiaDinh is the health insurance of a household, member by member.
var HoGiaDinh = law.DangKy(law.MayTinh{
	Ten: "bhyt-ho-gia-dinh", TieuDe: "BHYT hộ gia đình", Nhom: law.NhomTuNguyen, CanCu: "Luật Bảo hiểm y tế Điều 13; Nghị định 188/2025/NĐ-CP",
	GhiChu: "Giảm dần chỉ khi các thành viên cùng tham gia trong năm tài chính (độ tin cậy trung bình). Không tính lại khi mức tham chiếu tăng giữa kỳ.",
	Hoi: []law.CauHoi{
		{Ten: "ngayDong", Nhan: "Ngày đóng", Loai: law.NgayHoi, Can: true},
		{Ten: "soNguoi", Nhan: "Số người cùng tham gia", Loai: law.So, DonVi: "người", Can: true, Tu: 1, Den: 30},
		{Ten: "soThang", Nhan: "Số tháng đóng", Loai: law.Chon, Can: true, Chon: choices("3", "03 tháng", "6", "06 tháng", "12", "12 tháng", "1", "một tháng, để xem mức tháng")},
	},
	Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
		b, on, months := law.LamBai(v.Sach), v.Ngay("ngayDong"), soThang(v.Ma("soThang"))
		mtc, rate := b.So("muc-tham-chieu", on), b.So("bhyt-ho-gia-dinh-ty-le", on)
		total := int64(0)
		var parts []law.PhanKQ
		for i := int64(1); i <= v.So("soNguoi"); i++ {
			share := b.So(fmt.Sprintf("bhyt-ho-gia-dinh-nguoi-%d", min(i, 5)), on)
			base := law.Phan(mtc.Amount, share.Amount)
			one := law.Phan(base, rate.Amount)
			b.Buoc(law.Buoc{Nhan: fmt.Sprintf("Người thứ %d", i), KetQua: months * one, CanCu: law.Noi(share.Basis, rate.Basis, mtc.Basis), LuatTu: mtc.From.ISO(),
				CongThuc: fmt.Sprintf("%s × %s = %s (cột tiền lương, Mẫu số 3); × %s × %d tháng = %s", law.VietSo(mtc.Amount), law.VietTyLe(share.Amount), law.VietSo(base),
					law.VietTyLe(rate.Amount), months, law.VietSo(months*one)),
				Vao: []law.Vao{law.VaoTu(mtc), law.VaoTu(rate), law.VaoTu(share)}})
			parts = append(parts, law.PhanKQ{Ten: fmt.Sprintf("nguoi%d", i), Nhan: fmt.Sprintf("Người thứ %d", i), GiaTri: months * one, DonVi: dong})
			total += months * one
		}
		return b.Xong(total, dong, parts...)
	},
})
