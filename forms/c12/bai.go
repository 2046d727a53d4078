package c12

import (
	"fmt"
	"strings"

	"ankhai/forms/law"
	"ankhai/forms/law/dong"
)

const (
	canCuMau  = "Quyết định 366/QĐ-BHXH, mẫu C12-TS"
	donViTien = "đồng"
	donViDem  = "người"
)

// Bai is the working behind a cell: what the statement says, what our figures are and
// of whom, and what makes the difference. The total is the difference; ok is false
// for a cell that is not compared.
func (k *KetQua) Bai(dt *DuTinh, ma string, c Cot) (r law.KetQuaTinh, ok bool) {
	for _, d := range k.Dong {
		if d.Ma != ma {
			continue
		}
		for _, o := range d.O {
			if o.Cot != c {
				continue
			}
			lech, compared := o.So()
			if !compared {
				return r, false
			}
			unit := donViTien
			if laNguoi(ma) {
				unit = donViDem
			} else if laNgay(ma) {
				unit = "ngày"
			}
			b := law.LamBai(dt.Sach)
			b.Buoc(law.Buoc{Nhan: "Thông báo", KetQua: o.CoQuan.N, DonVi: unit, CanCu: canCuMau, CongThuc: fmt.Sprintf("dòng %s (%s), cột %s: %s", ma, d.Ten, c.Ten(), law.VietSo(o.CoQuan.N))})
			b.Buoc(law.Buoc{Nhan: "Số của đơn vị", KetQua: o.Ta.N, DonVi: unit, CanCu: "danh sách người lao động và các hồ sơ đã gửi", CongThuc: dt.cachTinh(ma, c, o.Ta.N), Con: dt.aiTrong(ma, c)})
			for _, s := range k.buocLech(ma) {
				b.Buoc(s)
			}
			if d.Tin.Unsure() {
				b.LuuY("Hướng dẫn lập mẫu không nói cách tính dòng này: cách tính ở đây là suy ra từ lời của mẫu")
			}
			r, err := b.Xong(lech, unit, law.PhanKQ{Ten: "coQuan", Nhan: "Thông báo", GiaTri: o.CoQuan.N, DonVi: unit}, law.PhanKQ{Ten: "ta", Nhan: "Số của đơn vị", GiaTri: o.Ta.N, DonVi: unit})
			return r, err == nil
		}
	}
	return r, false
}

// Cua are the causes that a row's difference has, and what is left of it: those of the
// surcharge for its rows, of the debt for section A, the likeliest answer for the rest.
func (k *KetQua) Cua(ma string) (causes []NguyenNhan, left []Lech) {
	switch {
	case ma == "":
		return nil, nil
	case strings.HasPrefix(ma, "B.5") || ma == "Đ.3":
		causes = k.Lai
	case strings.HasPrefix(ma, "A.2"):
		causes = k.No
	case ma[0] == 'A':
	case len(k.LoiGiai) > 0:
		causes = k.LoiGiai[0].NguyenNhan
	}
	for _, l := range append(append([]Lech{}, k.KyTruoc...), k.Con...) {
		if l.Ma == ma {
			left = append(left, l)
		}
	}
	return causes, left
}

// buocLech are the causes of a row as steps.
func (k *KetQua) buocLech(ma string) (out []law.Buoc) {
	causes, left := k.Cua(ma)
	for _, x := range causes {
		out = append(out, law.Buoc{Nhan: "Nguyên nhân", KetQua: x.Tien, DonVi: donViTien, CongThuc: x.Say, CanCu: x.Sua.Say})
	}
	for _, l := range left {
		out = append(out, law.Buoc{Nhan: "Còn lại", KetQua: l.Lech, CongThuc: l.Say, CanCu: canCuMau})
	}
	return out
}

// cachTinh tells in words how our side of a row is reckoned.
func (d *DuTinh) cachTinh(ma string, c Cot, n int64) string {
	so := law.VietSo(n)
	switch {
	case ma == "B.3" || ma == "B.3.1" || ma == "B.3.1.1":
		people, _ := c.chieu(d.nguoi, false)
		if c == CotCong {
			people = int64(d.tongTN)
		}
		return fmt.Sprintf("mức đóng tháng %s của %d người = %s", d.Thang, people, so)
	case ma == "B.1.1" || ma == "B.2.1":
		return "tăng so với số cơ quan BHXH có thể biết đến cuối tháng " + d.Thang.Add(-1).String() + " = " + so
	case ma == "B.1.2" || ma == "B.2.2" || ma == "B.3.2":
		return "giảm so với số cơ quan BHXH có thể biết đến cuối tháng " + d.Thang.Add(-1).String() + " = " + so
	case ma[0] == 'A':
		return "mục Đ của thông báo tháng " + d.Thang.Add(-1).String() + " = " + so
	case ma == "B.4" || ma == "B.4.1" || ma == "B.4.2":
		return "các tháng trước, báo trong tháng " + d.Thang.String() + " = " + so
	case ma == "B.5":
		return "nợ quá hạn của đơn vị × tỷ lệ một ngày × số ngày của tháng chưa nộp = " + so
	case ma == "Đ.2.2":
		return "A.2.2 của thông báo + phải đóng và điều chỉnh theo số của đơn vị − D.1 của thông báo = " + so
	case ma == "Đ.3":
		return "A.3 của thông báo + số tiền xử lý theo số của đơn vị − D.2 của thông báo = " + so
	}
	return "= " + so
}

// toiDaAi bounds the people that are listed below a step.
const toiDaAi = 200

// aiTrong are the people whose changes a row counts.
func (d *DuTinh) aiTrong(ma string, c Cot) (out []law.Buoc) {
	more := 0
	for i := range d.Nguoi {
		n := &d.Nguoi[i]
		x, said := n.trongDong(ma)
		so, ok := c.chieu(x, laTien(ma))
		if !said || !ok || so == 0 {
			continue
		}
		if len(out) == toiDaAi {
			more++
			continue
		}
		out = append(out, law.Buoc{Nhan: n.ai().Ten(), KetQua: so, CongThuc: law.VietSo(so), CanCu: dong.DongThang.CanCu})
	}
	if more > 0 {
		out = append(out, law.Buoc{Nhan: fmt.Sprintf("và %d người khác", more)})
	}
	return out
}

// trongDong is a person's part in a row of changes; rows of the whole month list
// nobody.
func (n *Nguoi) trongDong(ma string) (Nam, bool) {
	nay, truoc := n.Nay.dong(), n.Truoc.dong()
	luong := n.Nay.canCu().tru(n.Truoc.canCu())
	switch ma {
	case "B.1.1":
		return nay.dem().tru(truoc.dem()).duong(), true
	case "B.1.2":
		return truoc.dem().tru(nay.dem()).duong(), true
	case "B.2.1":
		return luong.duong(), true
	case "B.2.2":
		return luong.doi().duong(), true
	case "B.2":
		return luong, true
	case "B.3.2":
		return nay.tru(truoc).doi().duong(), true
	case "B.4", "B.4.1", "B.4.2":
		return n.DieuChinh, true
	}
	return Nam{}, false
}
