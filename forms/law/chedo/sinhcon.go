package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// SinhCon is the maternity allowance of a mother at birth, with the lump sum for
// each child.
var SinhCon = law.DangKy(law.MayTinh{
	Ten: "sinh-con", TieuDe: "Thai sản khi sinh con", Nhom: law.NhomNganHan,
	CanCu: "Luật 41/2024/QH15 Điều 50, 53, 58, 59; Bộ luật Lao động 45/2019/QH14 Điều 139",
	Hoi: []law.CauHoi{
		{Ten: "ngaySinh", Nhan: "Ngày sinh con", Loai: law.NgayHoi, Can: true},
		{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ", Loai: law.NgayHoi, Can: true},
		{Ten: "soCon", Nhan: "Số con sinh lần này, kể cả thai chết lưu khi mang thai đôi trở lên", Loai: law.So, DonVi: "con", Can: true, Tu: 1, Den: 9},
		{Ten: "conThuHai", Nhan: "Lần sinh này là sinh con thứ hai", Loai: law.CoKhong, Can: true},
		{Ten: "thangDong12", Nhan: "Số tháng đóng BHXH bắt buộc trong 12 tháng trước khi sinh", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 12},
		{Ten: "duongThai", Nhan: "Phải nghỉ việc dưỡng thai theo chỉ định", Loai: law.CoKhong},
		{Ten: "tongThangDong", Nhan: "Tổng số tháng đã đóng (khi nghỉ dưỡng thai)", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 720},
		{Ten: "voSinh", Nhan: "Phải nghỉ việc điều trị vô sinh", Loai: law.CoKhong},
		{Ten: "thangDong24", Nhan: "Số tháng đóng trong 24 tháng trước khi sinh (khi điều trị vô sinh)", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 24},
		hoiLuongThang(),
		hoiConThuHaiSinhDoi(),
	},
	Tinh: tinhSinhCon,
})

// hoiConThuHaiSinhDoi asks what the law leaves open.
func hoiConThuHaiSinhDoi() law.CauHoi {
	return law.CauHoi{Ten: "conThuHaiSinhDoi", Nhan: "Sinh con thứ hai mà sinh đôi trở lên: tháng thêm cho mỗi con", Loai: law.Chon, ThietLap: true,
		Chon:   choices("cong", "cộng thêm vào 7 tháng", "khong", "không cộng vào 7 tháng"),
		GiupDo: "Luật chưa nói rõ: chọn một cách và ghi trong cách tính"}
}

func tinhSinhCon(v law.TraLoi) (law.KetQuaTinh, error) {
	b, born, from := law.LamBai(v.Sach), v.Ngay("ngaySinh"), v.Ngay("tuNgay")
	if from.Month().Sub(born.Month()) > 0 {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "tuNgay", Say: "Ngày bắt đầu nghỉ: không sau tháng sinh con"}}
	}
	if early := b.So("sinh-con-nghi-truoc-thang", born); from < themThang(born, -early.Amount) {
		b.LuuY("Nghỉ trước khi sinh không quá %d tháng (%s)", early.Amount, early.Basis)
	}
	ok, _ := duDieuKien(b, v, born)
	if !ok {
		return b.Xong(0, dong)
	}
	months, err := thangNghi(b, v, born)
	if err != nil {
		return law.KetQuaTinh{}, err
	}
	sum, n, err := binhQuan(b, v, from, from.Month())
	if err != nil {
		return law.KetQuaTinh{}, err
	}
	allowance := thangBinhQuan(b, sum, n, months, "Luật 41/2024/QH15 Điều 59 khoản 1, khoản 3", "Trợ cấp thai sản")
	lump := lanThamChieu(b, born, v.So("soCon"), b.So("sinh-con-tro-cap-mot-lan", born), "Trợ cấp một lần khi sinh con")
	return b.Xong(allowance+lump, dong, phan("troCap", "Trợ cấp thai sản", allowance), phan("motLan", "Trợ cấp một lần khi sinh con", lump),
		law.PhanKQ{Ten: "soThang", Nhan: "Số tháng nghỉ", GiaTri: months, DonVi: "tháng"})
}

// duDieuKien checks the months that must have been paid before birth.
func duDieuKien(b *law.Bai, v law.TraLoi, born law.Day) (ok bool, why string) {
	plain := b.So("thai-san-dieu-kien-thang", born)
	step := func(need law.Value, is int64, nhan string) bool {
		met := is >= need.Amount
		b.Buoc(law.Buoc{
			Nhan: "Điều kiện: " + need.Title, DonVi: "tháng", KetQua: is, CanCu: need.Basis, LuatTu: need.From.ISO(),
			CongThuc: fmt.Sprintf("%s %d, cần từ đủ %d: %s", nhan, is, need.Amount, map[bool]string{true: "đủ", false: "chưa đủ"}[met]),
			Vao:      []law.Vao{law.VaoTu(need)},
		})
		return met
	}
	if step(plain, v.So("thangDong12"), "đã đóng") {
		return true, ""
	}
	if v.Dung("duongThai") {
		total, short := b.So("thai-san-dieu-kien-tong-duong-thai", born), b.So("thai-san-dieu-kien-duong-thai", born)
		if a, c := step(total, v.So("tongThangDong"), "tổng đã đóng"), step(short, v.So("thangDong12"), "trong 12 tháng đã đóng"); a && c {
			return true, ""
		}
	}
	if v.Dung("voSinh") && step(b.So("thai-san-dieu-kien-vo-sinh", born), v.So("thangDong24"), "trong 24 tháng đã đóng") {
		return true, ""
	}
	b.LuuY("Chưa đủ số tháng đóng để hưởng thai sản khi sinh con. Người chồng đủ điều kiện thì hưởng trợ cấp một lần (Điều 58 khoản 1)")
	return false, "thangDong12"
}

// thangNghi is how many months of leave a birth gives.
func thangNghi(b *law.Bai, v law.TraLoi, born law.Day) (int64, error) {
	base, more := b.So("sinh-con-so-thang", born), b.So("sinh-con-them-moi-con", born)
	extra := (v.So("soCon") - 1) * more.Amount
	if v.Dung("conThuHai") {
		if second, ok := v.Sach.Get("sinh-con-so-thang-con-thu-hai", born); ok {
			base = second
			b.LuuY("Sinh con thứ hai được %d tháng: %s. %s", second.Amount, second.Basis, second.Note)
			if extra > 0 {
				how := v.ThietLap("conThuHaiSinhDoi")
				if how.Ma == "" {
					return 0, law.LoiVaos{{Ten: "conThuHaiSinhDoi", Say: "Sinh con thứ hai mà sinh đôi trở lên: phải chọn có cộng tháng thêm hay không, vì luật chưa nói rõ"}}
				}
				if how.Ma == "khong" {
					extra = 0
				}
				b.Buoc(law.Buoc{Nhan: "Thiết lập: tháng thêm khi sinh con thứ hai mà sinh đôi trở lên", DonVi: "tháng", KetQua: extra,
					CongThuc: how.Say(), CanCu: "luật chưa nói rõ"})
			}
		}
	}
	got := base.Amount + extra
	b.Buoc(law.Buoc{
		Nhan: "Số tháng nghỉ", DonVi: "tháng", KetQua: got, CanCu: law.Noi(base.Basis, more.Basis), LuatTu: base.From.ISO(),
		CongThuc: fmt.Sprintf("%d + %d = %d", base.Amount, extra, got), Vao: []law.Vao{law.VaoTu(base), law.VaoTu(more)},
	})
	return got, nil
}
