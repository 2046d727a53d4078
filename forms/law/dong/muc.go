package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// nguoi is one person in one month, as the engine reckons with them.
type nguoi struct {
	nhom       *nhom
	thang      law.Month
	luong      int64 // pay that contributions rest on, đồng
	vung       int   // wage region 1 to 4; 0: not said
	bhtn       bool  // takes part in unemployment insurance, where the group may
	tnldThap   bool
	nghi       nghi
	sach       *law.Sach
	lamTron    law.Chot
	luongTruoc int64 // the base of the month before, for leave with an agreement
}

// mucDong is what came out for a person and a month: the two sides of each fund.
type mucDong struct {
	canCu, canCuTN int64
	nld, dv        [soQuy]int64
}

func cong(side [soQuy]int64) (n int64) {
	for _, x := range side {
		n += x
	}
	return n
}

func (m *mucDong) tong() int64 { return cong(m.nld) + cong(m.dv) }

// them adds what came out elsewhere, sign times.
func (m *mucDong) them(o mucDong, sign int64) {
	for i := range m.nld {
		m.nld[i] += sign * o.nld[i]
		m.dv[i] += sign * o.dv[i]
	}
}

func (m *mucDong) parts() (out []law.PhanKQ) {
	side := func(key, label string, amounts [soQuy]int64) {
		for i, n := range amounts {
			if n > 0 {
				out = append(out, law.PhanKQ{Ten: key + "." + cacQuy[i].ma, Nhan: label + ", " + cacQuy[i].ten, GiaTri: n, DonVi: dong})
			}
		}
	}
	side("nguoiLaoDong", "Người lao động", m.nld)
	side("donVi", "Đơn vị", m.dv)
	return append(out, law.PhanKQ{Ten: "nguoiLaoDong.tong", Nhan: "Người lao động, cộng", GiaTri: cong(m.nld), DonVi: dong},
		law.PhanKQ{Ten: "donVi.tong", Nhan: "Đơn vị, cộng", GiaTri: cong(m.dv), DonVi: dong})
}

// muc computes one person's month: the only place where contributions are reckoned.
// Steps go to b, which may keep none.
func muc(b *law.Bai, in *nguoi) (out mucDong, faults law.LoiVaos) {
	n := in.nhom
	withTN := n.bhtn && in.bhtn
	if withTN && in.vung == 0 {
		faults = append(faults, law.LoiVao{Ten: "vung", Say: "Vùng lương tối thiểu nơi làm việc: phải có khi đóng BHTN"})
	}
	free, bad := mienDong(b, in)
	faults = append(faults, bad...)
	luong := in.luong
	if free.thoaThuan {
		if luong = in.luongTruoc; luong == 0 {
			faults = append(faults, law.LoiVao{Ten: "luongThangTruoc", Say: "Căn cứ đóng của tháng gần nhất: phải có khi thoả thuận vẫn đóng"})
		}
	}
	if len(faults) > 0 {
		return out, faults
	}
	if faults = canCu(b, in, luong, withTN, &out); len(faults) > 0 {
		return out, faults
	}
	paid := false
	for i := range n.quy {
		q := &n.quy[i]
		if q.bhtn && !withTN || free.quy[q.so] {
			continue
		}
		mot(b, in, q, &out)
		paid = true
	}
	if paid {
		b.Ghi(func() law.Buoc {
			return buocThietLap("làm tròn", in.lamTron, "không có văn bản nói cách làm tròn")
		})
	}
	return out, nil
}

// canCu finds the pay that contributions rest on, within floor and ceiling.
func canCu(b *law.Bai, in *nguoi, luong int64, withTN bool, out *mucDong) law.LoiVaos {
	on := in.thang.First()
	mtc, lan := b.So("muc-tham-chieu", on), b.So("tran-bhxh-so-lan", on)
	top := lan.Amount * mtc.Amount
	san, hasFloor := in.sach.Get("san-bhxh-so-lan", on)
	floor := san.Amount * mtc.Amount
	if in.nhom.tuChon && hasFloor && top > 0 && (luong < floor || luong > top) {
		return law.LoiVaos{{Ten: "luong", Say: fmt.Sprintf("Tiền lương làm căn cứ đóng: đối tượng %s chọn từ %s đến %s đồng", in.nhom.ma, law.VietSo(floor), law.VietSo(top))}}
	}
	if hasFloor && luong < floor {
		low := luong
		b.Ghi(func() law.Buoc {
			return law.Buoc{Nhan: "Căn cứ đóng thấp nhất", KetQua: floor, CanCu: law.Noi(san.Basis, mtc.Basis), LuatTu: san.From.ISO(),
				CongThuc: fmt.Sprintf("%s thấp hơn %d × %s = %s: đóng theo mức thấp nhất", law.VietSo(low), san.Amount, law.VietSo(mtc.Amount), law.VietSo(floor)),
				Vao:      []law.Vao{law.VaoTien("Tiền lương", low), law.VaoTu(san), law.VaoTu(mtc)}}
		})
		if !b.Nham() {
			b.LuuY("Tiền lương thấp hơn mức tham chiếu: đóng theo %s đồng", law.VietSo(floor))
		}
		luong = floor
	}
	out.canCu = min(luong, top)
	b.Ghi(func() law.Buoc { return buocCat("Căn cứ đóng BHXH, BHYT", luong, lan, mtc) })
	if !withTN && !(in.nhom == nguoiNuocNgoai && in.vung > 0) {
		return nil
	}
	wage := b.So(luongToiThieu[in.vung], on)
	if !b.Nham() && in.nhom.ma != "l" && in.luong < wage.Amount {
		b.LuuY("Tiền lương thấp hơn lương tối thiểu vùng %s đồng: chỉ đúng với người làm không trọn thời gian", law.VietSo(wage.Amount))
	}
	if !withTN {
		return nil
	}
	times := b.So("tran-bhtn-so-lan", on)
	out.canCuTN = min(luong, times.Amount*wage.Amount)
	b.Ghi(func() law.Buoc { return buocCat("Căn cứ đóng BHTN", luong, times, wage) })
	if !b.Nham() && luong > top {
		b.LuuY("Tiền lương vượt trần BHXH: kê hai dòng, BHXH và BHYT theo %s, BHTN theo %s", law.VietSo(out.canCu), law.VietSo(out.canCuTN))
	}
	return nil
}

// luongToiThieu are the figures' names by region.
var luongToiThieu = [5]string{1: "luong-toi-thieu-vung-1", "luong-toi-thieu-vung-2", "luong-toi-thieu-vung-3", "luong-toi-thieu-vung-4"}

// buocCat tells that pay is cut to so many times a reference.
func buocCat(nhan string, luong int64, lan, moc law.Value) law.Buoc {
	top := lan.Amount * moc.Amount
	return law.Buoc{Nhan: nhan, KetQua: min(luong, top), CanCu: law.Noi(lan.Basis, moc.Basis), LuatTu: moc.From.ISO(),
		CongThuc: fmt.Sprintf("số nhỏ hơn của %s và %d × %s = %s", law.VietSo(luong), lan.Amount, law.VietSo(moc.Amount), law.VietSo(top)),
		Vao:      []law.Vao{law.VaoTien("Tiền lương", luong), law.VaoTu(lan), law.VaoTu(moc)}}
}

// mot computes one fund: the fund as a whole and the employee's part are rounded,
// the employer pays the rest (law.TachQuy), or each side is rounded alone where the
// company reads it so.
func mot(b *law.Bai, in *nguoi, q *quy, out *mucDong) {
	on, base := in.thang.First(), out.canCu
	if q.bhtn {
		base = out.canCuTN
	}
	var own, emp law.Value
	if q.nld != "" {
		own = b.So(q.nld, on)
	}
	if q.dv != "" {
		name := q.dv
		if q.so == quyTNLD && in.tnldThap {
			name = "ty-le-tnld-thap-don-vi"
		}
		if name == "don-vi-dong-om-dau-thai-san-k" {
			if _, ok := in.sach.Get(name, on); !ok {
				return // commune staff paid nothing into this fund before
			}
		}
		emp = b.So(name, on)
	}
	alone := in.lamTron.Ma == tronBen
	nld, dv := law.TachQuy(base, own.Amount, emp.Amount)
	if alone {
		nld, dv = law.TachBen(base, own.Amount, emp.Amount)
	}
	if q.nld != "" {
		out.nld[q.so] += nld
		ghiQuy(b, q, ": người lao động", base, &own, nld, func() string {
			return fmt.Sprintf("%s × %s", law.VietSo(base), law.VietTyLe(own.Amount))
		})
	}
	if q.dv != "" {
		out.dv[q.so] += dv
		ghiQuy(b, q, ": đơn vị", base, &emp, dv, func() string {
			if q.nld == "" || alone {
				return fmt.Sprintf("%s × %s", law.VietSo(base), law.VietTyLe(emp.Amount))
			}
			return fmt.Sprintf("%s × (%s + %s) − %s", law.VietSo(base), law.VietTyLe(own.Amount), law.VietTyLe(emp.Amount), law.VietSo(nld))
		})
	}
}

func ghiQuy(b *law.Bai, q *quy, side string, base int64, rate *law.Value, got int64, how func() string) {
	if b.Nham() {
		return
	}
	b.Buoc(law.Buoc{Nhan: q.ten + side, KetQua: got, CanCu: rate.Basis, LuatTu: rate.From.ISO(), CongThuc: how() + " = " + law.VietSo(got),
		Vao: []law.Vao{law.VaoTien("Căn cứ đóng", base), law.VaoTu(*rate)}})
	if rate.Note != "" && rate.Confidence != law.High {
		b.LuuY("%s: %s. %s", q.ten+side, law.VietTyLe(rate.Amount), rate.Note)
	}
}
