package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// DongDonVi is an employer's month: the sum over its people, each rounded alone.
var DongDonVi = law.DangKy(law.MayTinh{
	Ten: "dong-don-vi", TieuDe: "Mức đóng của đơn vị một tháng", Nhom: law.NhomDong,
	CanCu: DongThang.CanCu,
	Hoi: []law.CauHoi{
		{Ten: "thang", Nhan: "Tháng đóng", Loai: law.ThangHoi, Can: true},
		{Ten: "nguoi", Nhan: "Người lao động", Loai: law.DanhSach, Can: true, Cot: hoiNguoi()},
		hoiLamTron(),
	},
	Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
		m := v.Thang("thang")
		if say := kiemThang(m); say != "" {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thang", Say: say}}
		}
		b := law.LamBai(v.Sach)
		var faults law.LoiVaos
		var sum mucDong
		for i, r := range v.Dong("nguoi") {
			r.Sach = v.Sach
			one := law.LamBai(v.Sach)
			got, bad := tinhThang(one, r, m, v.ThietLap(diemLamTron))
			for _, f := range bad {
				faults = append(faults, law.LoiVao{Ten: fmt.Sprintf("nguoi[%d].%s", i+1, f.Ten), Say: fmt.Sprintf("Người lao động, dòng %d: %s", i+1, f.Say)})
			}
			res, err := one.Xong(got.tong(), dong)
			if err != nil {
				return law.KetQuaTinh{}, err
			}
			sum.them(got, 1)
			b.Buoc(law.Buoc{Nhan: fmt.Sprintf("Người thứ %d", i+1), KetQua: res.Total, CanCu: DongThang.CanCu, CongThuc: "cộng các quỹ = " + law.VietSo(res.Total), Con: res.Working})
			for _, w := range res.Warnings {
				b.LuuY("Người thứ %d: %s", i+1, w)
			}
		}
		if len(faults) > 0 {
			return law.KetQuaTinh{}, faults
		}
		return b.Xong(sum.tong(), dong, sum.parts()...)
	},
})

// LuongHeSo is pay by the State's coefficients.
var LuongHeSo = law.DangKy(law.MayTinh{
	Ten: "luong-he-so", TieuDe: "Tiền lương theo hệ số làm căn cứ đóng", Nhom: law.NhomDong, CanCu: "Luật 41/2024/QH15 Điều 31 khoản 1 điểm a",
	GhiChu: "Công thức phụ cấp thâm niên theo cách tính quen dùng (độ tin cậy trung bình).",
	Hoi: []law.CauHoi{
		{Ten: "thang", Nhan: "Tháng đóng", Loai: law.ThangHoi, Can: true},
		{Ten: "heSo", Nhan: "Hệ số lương, phần nghìn (4,98 = 4980)", Loai: law.So, Can: true, Tu: 1, Den: 20_000},
		{Ten: "baoLuu", Nhan: "Hệ số chênh lệch bảo lưu, phần nghìn", Loai: law.So, Tu: 0, Den: 20_000},
		{Ten: "chucVu", Nhan: "Hệ số phụ cấp chức vụ, phần nghìn", Loai: law.So, Tu: 0, Den: 20_000},
		{Ten: "vuotKhung", Nhan: "Phụ cấp thâm niên vượt khung", Loai: law.TyLe, DonVi: "%", Tu: 0, Den: 100},
		{Ten: "nghe", Nhan: "Phụ cấp thâm niên nghề", Loai: law.TyLe, DonVi: "%", Tu: 0, Den: 100},
	},
	Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
		b := law.LamBai(v.Sach)
		mtc := b.So("muc-tham-chieu", v.Thang("thang").First())
		step := law.BuocHeSo(law.HeSo{Luong: v.So("heSo"), BaoLuu: v.So("baoLuu"), ChucVu: v.So("chucVu"), VuotKhung: v.So("vuotKhung") / 100, Nghe: v.So("nghe") / 100}, mtc)
		got := step.KetQua
		b.Buoc(step)
		return b.Xong(got, dong, law.PhanKQ{Ten: "luong", Nhan: "Tiền lương làm căn cứ đóng", GiaTri: got, DonVi: dong})
	},
})
