package dong

import (
	"fmt"

	"ankhai/forms/law"
)

const dong = "đồng"

// hoiNguoi are the questions about one person in one month.
func hoiNguoi() []law.CauHoi {
	return []law.CauHoi{
		{Ten: "nhom", Nhan: "Đối tượng (Điều 2 Luật BHXH)", Loai: law.Chon, Can: true, Chon: chonNhom()},
		{Ten: "luong", Nhan: "Tiền lương, phụ cấp, khoản bổ sung làm căn cứ đóng", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		{Ten: "vung", Nhan: "Vùng lương tối thiểu nơi làm việc", Loai: law.Chon, Chon: chonVung(), GiupDo: "Cần khi đóng BHTN"},
		{Ten: "bhtn", Nhan: "Thuộc diện BHTN", Loai: law.CoKhong, GiupDo: "Cần trả lời với đối tượng b, c, i"},
		{Ten: "tnldThap", Nhan: "Đơn vị được chấp thuận mức đóng TNLĐ thấp hơn", Loai: law.CoKhong},
		{Ten: "khongLuong", Nhan: "Số ngày làm việc không hưởng lương trong tháng", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 31},
		{Ten: "thoaThuan", Nhan: "Có thoả thuận vẫn đóng cho tháng nghỉ không lương", Loai: law.CoKhong},
		{Ten: "luongThangTruoc", Nhan: "Căn cứ đóng của tháng gần nhất (khi thoả thuận vẫn đóng)", Loai: law.Tien, DonVi: dong, Tu: 1},
		{Ten: "ngayOm", Nhan: "Số ngày làm việc nghỉ hưởng ốm đau trong tháng", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 31},
		{Ten: "thangDau", Nhan: "Là tháng đầu làm việc hoặc tháng đầu trở lại", Loai: law.CoKhong},
		{Ten: "thaiSan", Nhan: "Nghỉ thai sản trong tháng", Loai: law.Chon, Chon: choices("khong", "không", "sinh", "sinh con, nhận con nuôi, mang thai hộ", "khac", "khám thai, sảy thai, cha nghỉ, tránh thai")},
		{Ten: "ngayThaiSan", Nhan: "Số ngày làm việc nghỉ thai sản khác trong tháng", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 31},
		{Ten: "bhytKhongLuong", Nhan: "BHYT của tháng nghỉ không lương từ 14 ngày", Loai: law.Chon, ThietLap: true,
			Chon:   choices("dong", "vẫn đóng", "khongDong", "không đóng, thẻ ngừng từ đầu tháng"),
			GiupDo: "Các nguồn nói khác nhau: chọn theo hướng dẫn của cơ quan BHXH nơi đóng"},
	}
}

// DongThang is the contribution of one person in one month, of every kind.
var DongThang = law.DangKy(law.MayTinh{
	Ten: "dong-thang", TieuDe: "Mức đóng một người một tháng", Nhom: law.NhomDong,
	CanCu: "Luật 41/2024/QH15 Điều 31 đến 34, Điều 53 khoản 8; Nghị định 158/2025/NĐ-CP Điều 7, 9",
	Hoi:   append([]law.CauHoi{{Ten: "thang", Nhan: "Tháng đóng", Loai: law.ThangHoi, Can: true}}, hoiNguoi()...),
	Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
		if say := kiemThang(v.Thang("thang")); say != "" {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thang", Say: say}}
		}
		b := law.LamBai(v.Sach)
		m, faults := tinhThang(b, v, v.Thang("thang"))
		if len(faults) > 0 {
			return law.KetQuaTinh{}, faults
		}
		return b.Xong(m.tong(), dong, m.parts()...)
	},
})

// kiemThang refuses months before social insurance was paid to a fund.
func kiemThang(m law.Month) string {
	if m < 199501 {
		return "Tháng đóng: từ 01/1995, khi quỹ BHXH bắt đầu thu"
	}
	return ""
}

// mucDong is what came out for a person and a month: the two sides of each fund.
type mucDong struct {
	canCu, canCuTN int64
	nld, dv        map[string]int64
}

func (m mucDong) tong() (n int64) {
	for _, x := range m.nld {
		n += x
	}
	for _, x := range m.dv {
		n += x
	}
	return n
}

// cacQuy is the order of funds in a result.
var cacQuy = []struct{ ma, ten string }{
	{maHuuTri, "hưu trí, tử tuất"}, {maOmDau, "ốm đau, thai sản"}, {maTNLD, "TNLĐ, BNN"}, {maBHYT, "BHYT"}, {maBHTN, "BHTN"},
}

func (m mucDong) parts() (out []law.PhanKQ) {
	nld, dv := int64(0), int64(0)
	for _, q := range cacQuy {
		if n := m.nld[q.ma]; n > 0 {
			out, nld = append(out, law.PhanKQ{Ten: "nguoiLaoDong." + q.ma, Nhan: "Người lao động, " + q.ten, GiaTri: n, DonVi: dong}), nld+n
		}
	}
	for _, q := range cacQuy {
		if n := m.dv[q.ma]; n > 0 {
			out, dv = append(out, law.PhanKQ{Ten: "donVi." + q.ma, Nhan: "Đơn vị, " + q.ten, GiaTri: n, DonVi: dong}), dv+n
		}
	}
	return append(out, law.PhanKQ{Ten: "nguoiLaoDong.tong", Nhan: "Người lao động, cộng", GiaTri: nld, DonVi: dong},
		law.PhanKQ{Ten: "donVi.tong", Nhan: "Đơn vị, cộng", GiaTri: dv, DonVi: dong})
}

// tinhThang computes one person's month, in steps of b.
func tinhThang(b *law.Bai, v law.TraLoi, thang law.Month) (mucDong, law.LoiVaos) {
	out := mucDong{nld: map[string]int64{}, dv: map[string]int64{}}
	n, _ := timNhom(v.Ma("nhom"))
	var faults law.LoiVaos
	withTN := false
	for _, q := range n.quy {
		withTN = withTN || q.bhtn
	}
	if withTN && n.hoiBHTN {
		if !v.Co("bhtn") {
			faults = append(faults, law.LoiVao{Ten: "bhtn", Say: "Thuộc diện BHTN: phải trả lời với đối tượng " + n.ma})
		}
		withTN = v.Dung("bhtn")
	}
	if withTN && v.Ma("vung") == "" {
		faults = append(faults, law.LoiVao{Ten: "vung", Say: "Vùng lương tối thiểu nơi làm việc: phải có khi đóng BHTN"})
	}
	free, bad := mienDong(b, v, n, thang)
	faults = append(faults, bad...)
	luong := v.So("luong")
	if free.thoaThuan {
		if luong = v.So("luongThangTruoc"); luong == 0 {
			faults = append(faults, law.LoiVao{Ten: "luongThangTruoc", Say: "Căn cứ đóng của tháng gần nhất: phải có khi thoả thuận vẫn đóng"})
		}
	}
	if len(faults) > 0 {
		return out, faults
	}
	if faults = canCu(b, v, n, thang, luong, &out, withTN); len(faults) > 0 {
		return out, faults
	}
	for _, q := range n.quy {
		if q.bhtn && !withTN || free.quy[q.ma] {
			continue
		}
		mot(b, v, q, thang, &out)
	}
	return out, nil
}

// canCu finds the pay that contributions rest on, within floor and ceiling.
func canCu(b *law.Bai, v law.TraLoi, n nhom, thang law.Month, luong int64, out *mucDong, withTN bool) law.LoiVaos {
	on := thang.First()
	mtc, lan := b.So("muc-tham-chieu", on), b.So("tran-bhxh-so-lan", on)
	top := lan.Amount * mtc.Amount
	san, hasFloor := v.Sach.Get("san-bhxh-so-lan", on)
	floor := san.Amount * mtc.Amount
	if n.tuChon && hasFloor && top > 0 && (luong < floor || luong > top) {
		return law.LoiVaos{{Ten: "luong", Say: fmt.Sprintf("Tiền lương làm căn cứ đóng: đối tượng %s chọn từ %s đến %s đồng", n.ma, law.VietSo(floor), law.VietSo(top))}}
	}
	if hasFloor && luong < floor {
		b.Buoc(law.Buoc{Nhan: "Căn cứ đóng thấp nhất", KetQua: floor, CanCu: law.Noi(san.Basis, mtc.Basis), LuatTu: san.From.ISO(),
			CongThuc: fmt.Sprintf("%s thấp hơn %d × %s = %s: đóng theo mức thấp nhất", law.VietSo(luong), san.Amount, law.VietSo(mtc.Amount), law.VietSo(floor)),
			Vao:      []law.Vao{law.VaoTu(san), law.VaoTu(mtc)}})
		b.LuuY("Tiền lương thấp hơn mức tham chiếu: đóng theo %s đồng", law.VietSo(floor))
		luong = floor
	}
	out.canCu = min(luong, top)
	b.Buoc(law.Buoc{Nhan: "Căn cứ đóng BHXH, BHYT", KetQua: out.canCu, CanCu: law.Noi(lan.Basis, mtc.Basis), LuatTu: mtc.From.ISO(),
		CongThuc: fmt.Sprintf("số nhỏ hơn của %s và %d × %s = %s", law.VietSo(luong), lan.Amount, law.VietSo(mtc.Amount), law.VietSo(top)),
		Vao:      []law.Vao{law.VaoTu(lan), law.VaoTu(mtc)}})
	if !withTN {
		return nil
	}
	region, _ := law.SoVung(v.Ma("vung"))
	wage, times := b.So(fmt.Sprintf("luong-toi-thieu-vung-%d", region), on), b.So("tran-bhtn-so-lan", on)
	out.canCuTN = min(luong, times.Amount*wage.Amount)
	b.Buoc(law.Buoc{Nhan: "Căn cứ đóng BHTN", KetQua: out.canCuTN, CanCu: law.Noi(times.Basis, wage.Basis), LuatTu: wage.From.ISO(),
		CongThuc: fmt.Sprintf("số nhỏ hơn của %s và %d × %s = %s", law.VietSo(luong), times.Amount, law.VietSo(wage.Amount), law.VietSo(times.Amount*wage.Amount)),
		Vao:      []law.Vao{law.VaoTu(times), law.VaoTu(wage)}})
	if luong > top {
		b.LuuY("Tiền lương vượt trần BHXH: kê hai dòng, BHXH và BHYT theo %s, BHTN theo %s", law.VietSo(out.canCu), law.VietSo(out.canCuTN))
	}
	if n.ma != "l" && v.So("luong") < wage.Amount {
		b.LuuY("Tiền lương thấp hơn lương tối thiểu vùng %s đồng: chỉ đúng với người làm không trọn thời gian", law.VietSo(wage.Amount))
	}
	return nil
}

// mot computes one fund: the fund as a whole and the employee's part are rounded,
// the employer pays the rest (law.TachQuy).
func mot(b *law.Bai, v law.TraLoi, q quy, thang law.Month, out *mucDong) {
	on, base := thang.First(), out.canCu
	if q.bhtn {
		base = out.canCuTN
	}
	var own, emp law.Value
	if q.nld != "" {
		own = b.So(q.nld, on)
	}
	if q.dv != "" {
		name := q.dv
		if q.ma == maTNLD && v.Dung("tnldThap") {
			name = "ty-le-tnld-thap-don-vi"
		}
		if name == "don-vi-dong-om-dau-thai-san-k" {
			if _, ok := v.Sach.Get(name, on); !ok {
				return // commune staff paid nothing into this fund before
			}
		}
		emp = b.So(name, on)
	}
	nld, dv := law.TachQuy(base, own.Amount, emp.Amount)
	if q.nld != "" {
		out.nld[q.ma] += nld
		ghiQuy(b, q.ten+": người lao động", base, own, fmt.Sprintf("%s × %s", law.VietSo(base), law.VietTyLe(own.Amount)), nld)
	}
	if q.dv != "" {
		out.dv[q.ma] += dv
		how := fmt.Sprintf("%s × %s", law.VietSo(base), law.VietTyLe(emp.Amount))
		if q.nld != "" {
			how = fmt.Sprintf("%s × (%s + %s) − %s", law.VietSo(base), law.VietTyLe(own.Amount), law.VietTyLe(emp.Amount), law.VietSo(nld))
		}
		ghiQuy(b, q.ten+": đơn vị", base, emp, how, dv)
	}
}

func ghiQuy(b *law.Bai, nhan string, base int64, rate law.Value, how string, got int64) {
	b.Buoc(law.Buoc{Nhan: nhan, KetQua: got, CanCu: rate.Basis, LuatTu: rate.From.ISO(), CongThuc: how + " = " + law.VietSo(got),
		Vao: []law.Vao{law.VaoTien("Căn cứ đóng", base), law.VaoTu(rate)}})
	if rate.Note != "" && rate.Confidence != law.High {
		b.LuuY("%s: %s. %s", nhan, law.VietTyLe(rate.Amount), rate.Note)
	}
}
