package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// The allowances after a death.
var (
	MaiTang = law.DangKy(law.MayTinh{
		Ten: "mai-tang", TieuDe: "Trợ cấp mai táng", Nhom: law.NhomDaiHan, CanCu: "Luật 41/2024/QH15 Điều 85, 109; Nghị định 158/2025/NĐ-CP Điều 21",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày chết", Loai: law.NgayHoi, Can: true},
			{Ten: "batBuoc", Nhan: "Số tháng đã đóng BHXH bắt buộc", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720},
			{Ten: "tuNguyen", Nhan: "Số tháng đã đóng BHXH tự nguyện", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 720},
			{Ten: "khac", Nhan: "Chết do tai nạn lao động, bệnh nghề nghiệp, hoặc đang hưởng lương hưu, trợ cấp TNLĐ hằng tháng đã nghỉ việc", Loai: law.CoKhong},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("ngay")
			need, all := b.So("mai-tang-thang-bat-buoc", on), b.So("mai-tang-thang-tu-nguyen", on)
			if sum := v.So("batBuoc") + v.So("tuNguyen"); !v.Dung("khac") && v.So("batBuoc") < need.Amount && sum < all.Amount {
				b.LuuY("Đóng bắt buộc %d tháng, mốc %d tháng; tổng bắt buộc và tự nguyện %d tháng, mốc %d tháng", v.So("batBuoc"), need.Amount, sum, all.Amount)
				return khongDu(b, all, "Tổng số tháng đã đóng", sum, "tháng")
			}
			total := lanThamChieu(b, on.Month().First(), 1, b.So("mai-tang-so-lan", on), "Trợ cấp mai táng")
			return b.Xong(total, dong, phan("troCap", "Trợ cấp mai táng", total))
		},
	})
	TuatHangThang = law.DangKy(law.MayTinh{
		Ten: "tuat-hang-thang", TieuDe: "Trợ cấp tuất hằng tháng", Nhom: law.NhomDaiHan, CanCu: "Luật 41/2024/QH15 Điều 86, 87",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày chết", Loai: law.NgayHoi, Can: true},
			{Ten: "coNuoiDuong", Nhan: "Số thân nhân đủ điều kiện, có người trực tiếp nuôi dưỡng", Loai: law.So, DonVi: "người", Can: true, Tu: 0, Den: 20},
			{Ten: "khongNuoiDuong", Nhan: "Số thân nhân đủ điều kiện, không có người trực tiếp nuôi dưỡng", Loai: law.So, DonVi: "người", Tu: 0, Den: 20},
			{Ten: "haiNguoiChet", Nhan: "Thân nhân có từ hai người tham gia chết trở lên", Loai: law.CoKhong},
		},
		Tinh: tinhTuatThang,
	})
	TuatMotLan = law.DangKy(law.MayTinh{
		Ten: "tuat-mot-lan", TieuDe: "Trợ cấp tuất một lần", Nhom: law.NhomDaiHan, CanCu: "Luật 41/2024/QH15 Điều 88, 89; Nghị định 158/2025/NĐ-CP Điều 21 khoản 5",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày chết", Loai: law.NgayHoi, Can: true},
			{Ten: "dangHuong", Nhan: "Người chết đang hoặc tạm dừng hưởng lương hưu", Loai: law.CoKhong, Can: true},
			{Ten: "truoc2014", Nhan: "Số tháng đóng trước năm 2014", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 720},
			{Ten: "tu2014", Nhan: "Số tháng đóng từ năm 2014", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 720},
			{Ten: "binhQuan", Nhan: "Mức bình quân tiền lương làm căn cứ đóng (đã điều chỉnh)", Loai: law.Tien, DonVi: dong, GiupDo: "Tính bằng máy tính binh-quan"},
			{Ten: "luongHuu", Nhan: "Lương hưu của tháng đang hưởng", Loai: law.Tien, DonVi: dong},
			{Ten: "thangHuong", Nhan: "Số tháng đã hưởng lương hưu", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 720},
		},
		Tinh: tinhTuatMotLan,
	})
)

func tinhTuatThang(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on := law.LamBai(v.Sach), v.Ngay("ngay")
	// Paid from the first day of the next month, by the mức tham chiếu of then.
	start := on.Month().Add(1).First()
	most, times := b.So("tuat-thang-so-nguoi", on), int64(1)
	alone := min(v.So("khongNuoiDuong"), most.Amount)
	cared := min(v.So("coNuoiDuong"), most.Amount-alone)
	if over := v.So("khongNuoiDuong") + v.So("coNuoiDuong") - alone - cared; over > 0 {
		b.LuuY("%d thân nhân ngoài số tối đa %d người; tính trước cho người không có người nuôi dưỡng, gia đình chọn người hưởng", over, most.Amount)
	}
	if v.Dung("haiNguoiChet") {
		times = b.So("tuat-thang-nhieu-nguoi-chet", on).Amount
	}
	total := tyLeThamChieu(b, start, cared*times, b.So("tuat-thang-ty-le", on), "suất", "Có người nuôi dưỡng")
	more := tyLeThamChieu(b, start, alone*times, b.So("tuat-thang-ty-le-khong-nuoi-duong", on), "suất", "Không có người nuôi dưỡng")
	b.LuuY("Hưởng từ %s", start)
	return b.Xong(total+more, "đồng/tháng", law.PhanKQ{Ten: "coNuoiDuong", Nhan: "Có người nuôi dưỡng", GiaTri: total, DonVi: "đồng/tháng"},
		law.PhanKQ{Ten: "khongNuoiDuong", Nhan: "Không có người nuôi dưỡng", GiaTri: more, DonVi: "đồng/tháng"})
}

func tinhTuatMotLan(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on := law.LamBai(v.Sach), v.Ngay("ngay")
	least := b.So("tuat-mot-lan-toi-thieu", on)
	if !v.Dung("dangHuong") {
		if !v.Co("binhQuan") || v.So("truoc2014")+v.So("tu2014") == 0 {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: "binhQuan", Say: "Mức bình quân và số tháng đóng: phải có khi người chết chưa hưởng lương hưu"}}
		}
		total := theoNam(b, v, on, v.So("binhQuan"), "bình quân")
		if floor := least.Amount * v.So("binhQuan"); total < floor {
			b.Buoc(law.Buoc{Nhan: "Mức thấp nhất", KetQua: floor, CanCu: least.Basis, LuatTu: least.From.ISO(),
				CongThuc: fmt.Sprintf("%d × %s = %s, cao hơn %s", least.Amount, law.VietSo(v.So("binhQuan")), law.VietSo(floor), law.VietSo(total)), Vao: []law.Vao{law.VaoTu(least)}})
			total = floor
		}
		return b.Xong(total, dong, phan("troCap", "Trợ cấp tuất một lần", total))
	}
	if v.So("luongHuu") == 0 {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "luongHuu", Say: "Lương hưu của tháng đang hưởng: phải có khi người chết đang hưởng lương hưu"}}
	}
	full, free, less := b.So("tuat-huu-tri-thang", on), b.So("tuat-huu-tri-thang-dau", on), b.So("tuat-huu-tri-giam", on)
	later := max(v.So("thangHuong")-free.Amount, 0)
	months := law.Ti(full.Amount)
	months.Sub(months, law.Nhan(law.Ti(later), law.TiLe(less.Amount)))
	if months.Cmp(law.Ti(least.Amount)) < 0 {
		months = law.Ti(least.Amount)
	}
	total := law.Tron(law.Nhan(months, law.Ti(v.So("luongHuu"))))
	b.Buoc(law.Buoc{
		Nhan: "Trợ cấp tuất một lần", KetQua: total, CanCu: law.Noi(full.Basis, less.Basis), LuatTu: full.From.ISO(),
		CongThuc: fmt.Sprintf("(%d − %d tháng × 0,5, không dưới %d) × %s = %s", full.Amount, later, least.Amount, law.VietSo(v.So("luongHuu")), law.VietSo(total)),
		Vao:      []law.Vao{law.VaoTu(full), law.VaoTu(free), law.VaoTu(less), law.VaoTu(least)},
	})
	return b.Xong(total, dong, phan("troCap", "Trợ cấp tuất một lần", total))
}
