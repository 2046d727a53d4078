package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// HanMucDuongSuc is how many days of convalescence a person still has, after
// sickness in a calendar year or after one maternity leave.
var HanMucDuongSuc = law.DangKy(law.MayTinh{
	Ten: "han-muc-duong-suc", TieuDe: "Số ngày dưỡng sức còn được hưởng", Nhom: law.NhomNganHan,
	CanCu: "Luật 41/2024/QH15 Điều 46, Điều 60",
	Hoi: []law.CauHoi{
		{Ten: "sau", Nhan: "Sau chế độ", Loai: law.Chon, Can: true, Chon: choices("omDau", "ốm đau", "thaiSan", "thai sản")},
		{Ten: "hetNghi", Nhan: "Ngày hết thời gian nghỉ ốm đau, thai sản", Loai: law.NgayHoi, Can: true},
		{Ten: "ngay", Nhan: "Ngày bắt đầu nghỉ dưỡng sức", Loai: law.NgayHoi, Can: true},
		{Ten: "ngayOm", Nhan: "Số ngày đã hưởng ốm đau trong năm", Loai: law.NuaNgay, DonVi: "ngày", Tu: 0, Den: 366, GiupDo: "Phải có khi dưỡng sức sau ốm đau"},
		{Ten: "loai", Nhan: "Lý do", Loai: law.Chon, Can: true, Chon: choices("daiNgay", "bệnh cần chữa trị dài ngày", "doi", "sinh một lần từ hai con", "phauThuat", "phải phẫu thuật", "khac", "trường hợp khác")},
		{Ten: "diLamSom", Nhan: "Đã trở lại làm việc trước khi hết thời gian nghỉ sinh", Loai: law.CoKhong},
		{Ten: "daNghi", Nhan: "Số ngày dưỡng sức đã hưởng trong năm, hoặc sau lần thai sản này", Loai: law.NuaNgay, DonVi: "ngày", Can: true, Tu: 0, Den: 30},
	},
	Tinh: tinhHanMucDuongSuc,
})

func tinhHanMucDuongSuc(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, end := law.LamBai(v.Sach), v.Ngay("ngay"), v.Ngay("hetNghi")
	sick := v.Ma("sau") == "omDau"
	switch {
	case on < end:
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "ngay", Say: "Ngày bắt đầu nghỉ dưỡng sức: không trước Ngày hết thời gian nghỉ"}}
	case sick && !v.Co("ngayOm"):
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "ngayOm", Say: "Số ngày đã hưởng ốm đau trong năm: phải có khi dưỡng sức sau ốm đau"}}
	case sick && v.Ma("loai") == "doi", !sick && v.Ma("loai") == "daiNgay":
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "loai", Say: "Lý do: không có lý do này sau chế độ đã chọn"}}
	}
	if limit := b.So("duong-suc-han", on); int64(on.Sub(end)) > limit.Amount {
		return khongDuNgay(b, limit, "Số ngày từ khi hết thời gian nghỉ", 2*int64(on.Sub(end)))
	}
	code := map[string]string{"daiNgay": "dai-ngay", "doi": "doi", "phauThuat": "phau-thuat", "khac": "khac"}[v.Ma("loai")]
	if !sick {
		if v.Dung("diLamSom") {
			b.Buoc(law.Buoc{Nhan: "Điều kiện", CongThuc: "đã đi làm trước khi hết thời gian nghỉ sinh thì không có dưỡng sức", CanCu: "Luật 41/2024/QH15 Điều 60 khoản 4"})
			b.LuuY("Không có dưỡng sức vì đã đi làm trước khi hết thời gian nghỉ sinh")
			return b.Xong(0, law.DonViNuaNgay)
		}
		return conLai(b, b.So("duong-suc-thai-san-"+code, on), v.So("daNghi"), "Số ngày dưỡng sức còn được hưởng")
	}
	need := b.So("duong-suc-om-dau-dieu-kien", end)
	if v.So("ngayOm") < 2*need.Amount {
		return khongDuNgay(b, need, "Số ngày đã hưởng ốm đau trong năm", v.So("ngayOm"))
	}
	b.Buoc(law.Buoc{Nhan: "Điều kiện: " + need.Title, DonVi: law.DonViNuaNgay, KetQua: v.So("ngayOm"), CanCu: need.Basis, LuatTu: need.From.ISO(),
		CongThuc: fmt.Sprintf("đã hưởng %s, cần từ đủ %d: đủ", law.VietNua(v.So("ngayOm")), need.Amount), Vao: []law.Vao{law.VaoTu(need)}})
	if on.Year() != end.Year() {
		b.LuuY("Đủ điều kiện trong năm %d nên tính cho năm %d, dù nghỉ trong năm %d (%s)", end.Year(), end.Year(), on.Year(), need.Basis)
	}
	return conLai(b, b.So("duong-suc-om-dau-"+code, on), v.So("daNghi"), fmt.Sprintf("Số ngày dưỡng sức còn được hưởng của năm %d", end.Year()))
}

// khongDuNgay ends a count of days whose condition does not hold.
func khongDuNgay(b *law.Bai, need law.Value, nhan string, halves int64) (law.KetQuaTinh, error) {
	b.Buoc(law.Buoc{Nhan: "Điều kiện: " + need.Title, DonVi: law.DonViNuaNgay, KetQua: halves, CanCu: need.Basis, LuatTu: need.From.ISO(),
		CongThuc: fmt.Sprintf("%s %s, mốc %d", nhan, law.VietNua(halves), need.Amount), Vao: []law.Vao{law.VaoTu(need)}})
	b.LuuY("Chưa đủ điều kiện: %s là %s ngày, mốc là %d", nhan, law.VietNua(halves), need.Amount)
	return b.Xong(0, law.DonViNuaNgay)
}
