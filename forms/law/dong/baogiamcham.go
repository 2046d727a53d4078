package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// BHYTBaoGiamCham is what an employer still pays to the health fund for the months by
// which a decrease is reported late: from the month of the decrease to the one before
// the report.
var BHYTBaoGiamCham = law.DangKy(law.MayTinh{
	Ten: "bhyt-bao-giam-cham", TieuDe: "Tiền BHYT phải đóng khi báo giảm chậm", Nhom: law.NhomTruyDong,
	CanCu:  "Quyết định 595/QĐ-BHXH Điều 50 khoản 2 (quy trình cũ)",
	GhiChu: "Thẻ BHYT dùng được đến hết các tháng đó. Tháng nộp hồ sơ chưa tính ở đây: văn bản không nói rõ. Nghỉ ốm từ 14 ngày và nghỉ thai sản thì quỹ BHXH đóng BHYT, không tính ở đây.",
	Hoi: []law.CauHoi{
		{Ten: "luong", Nhan: "Tiền lương làm căn cứ đóng của tháng cuối cùng đã đóng", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		{Ten: "tuThang", Nhan: "Giảm từ tháng", Loai: law.ThangHoi, Can: true},
		{Ten: "ngayNop", Nhan: "Ngày nộp hồ sơ báo giảm", Loai: law.NgayHoi, Can: true},
		{Ten: "nuocNgoai", Nhan: "Người nước ngoài", Loai: law.CoKhong},
	},
	Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
		from, sent := v.Thang("tuThang"), v.Ngay("ngayNop").Month()
		if say := kiemThang(from); say != "" {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: "tuThang", Say: say}}
		}
		if sent.Sub(from) > 1200 {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: "ngayNop", Say: "Ngày nộp hồ sơ báo giảm: quá xa tháng giảm"}}
		}
		b, total := law.LamBai(v.Sach), int64(0)
		for m := from; m < sent; m = m.Add(1) {
			total += bhytThang(b, v.Sach, v.So("luong"), m, v.Dung("nuocNgoai"))
		}
		late := int64(max(sent.Sub(from), 0))
		b.Buoc(law.Buoc{Nhan: "Tiền BHYT của các tháng báo giảm chậm", KetQua: total, CanCu: "Quyết định 595/QĐ-BHXH Điều 50 khoản 2 điểm 2.1 tiết a",
			CongThuc: fmt.Sprintf("giảm từ %s, nộp hồ sơ trong %s: %d tháng, cộng %s", from, sent, late, law.VietSo(total))})
		if share, ok := v.Sach.Get("bhyt-bao-giam-cham", sent.First()); ok && late > 0 && share.Confidence != law.High {
			b.LuuY("%s. %s", share.Basis, share.Note)
		}
		return b.Xong(total, dong, law.PhanKQ{Ten: "soThang", Nhan: "Số tháng báo giảm chậm", GiaTri: late, DonVi: "tháng"})
	},
})

// bhytThang is what the health fund is owed for one month.
func bhytThang(b *law.Bai, book *law.Sach, pay int64, m law.Month, abroad bool) int64 {
	suffix := ""
	if abroad {
		suffix = "-nuoc-ngoai"
	}
	// The pay that BHYT is paid on hangs on neither nationality nor region.
	got, err := MucDong(Input{Luong: pay, Thang: m, NuocNgoai: true, Sach: book})
	if err != nil {
		b.Thieu("thang", err.Error())
		return 0
	}
	share := b.So("bhyt-bao-giam-cham", m.First())
	nld, dv := b.So("ty-le-bhyt-nguoi-lao-dong"+suffix, m.First()), b.So("ty-le-bhyt-don-vi"+suffix, m.First())
	own, employer := law.TachQuy(got.CanCu, nld.Amount, dv.Amount)
	due := law.Phan(own+employer, share.Amount)
	how := fmt.Sprintf("%s × (%s + %s) = %s", law.VietSo(got.CanCu), law.VietTyLe(nld.Amount), law.VietTyLe(dv.Amount), law.VietSo(own+employer))
	if due != own+employer {
		how += fmt.Sprintf("; × %s = %s", law.VietTyLe(share.Amount), law.VietSo(due))
	}
	b.Buoc(law.Buoc{Nhan: "BHYT tháng " + m.String(), KetQua: due, CanCu: law.Noi(share.Basis, nld.Basis), LuatTu: share.From.ISO(), CongThuc: how,
		Vao: []law.Vao{law.VaoTien("Căn cứ đóng", got.CanCu), law.VaoTu(nld), law.VaoTu(dv)}})
	return due
}
