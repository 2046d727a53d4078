package mau

import (
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// The columns that several layouts share, under the head that each gives them.

func cotSTT(dau string) cot {
	return cot{dau: dau, viec: "stt", gia: func(_ *facts.DongLuong, i int) Gia { return SoNguyen(int64(i + 1)) }}
}

func cotChu(nhom, dau, viec string, of func(n *facts.DongLuong) string) cot {
	return cot{nhom: nhom, dau: dau, viec: viec, gia: func(n *facts.DongLuong, _ int) Gia { return Chu(of(n)) }}
}

func cotTien(nhom, dau, viec string, of func(n *facts.DongLuong) int64) cot {
	return cot{nhom: nhom, dau: dau, viec: viec, gia: func(n *facts.DongLuong, _ int) Gia { return SoNguyen(of(n)) }}
}

// cotNgay writes every other day as a text, the others in cells that show days.
func cotNgay(nhom, dau, viec string, of func(n *facts.DongLuong) law.Day) cot {
	return cot{nhom: nhom, dau: dau, viec: viec, gia: func(n *facts.DongLuong, i int) Gia {
		if d := of(n); i%2 == 0 {
			return Ngay(d)
		} else if d != 0 {
			return Chu(d.String())
		}
		return Gia{}
	}}
}

// cotViec is a column of a fact that only errors fill.
func cotViec(nhom, dau, viec string) cot { return cot{nhom: nhom, dau: dau, viec: viec} }

// cotTrong is a column that nobody fills, cotLa one that nobody reads.
func cotTrong(nhom, dau string) cot { return cot{nhom: nhom, dau: dau} }

func cotLa(nhom, dau, gia string) cot {
	return cot{nhom: nhom, dau: dau, gia: func(*facts.DongLuong, int) Gia { return Chu(gia) }}
}

func hoTen(n *facts.DongLuong) string      { return n.HoTen }
func maSo(n *facts.DongLuong) string       { return n.MaSoBHXH }
func cccd(n *facts.DongLuong) string       { return n.SoCCCD }
func gioiTinh(n *facts.DongLuong) string   { return n.GioiTinh.Ten() }
func chucDanh(n *facts.DongLuong) string   { return n.ChucDanh }
func phongBan(n *facts.DongLuong) string   { return n.PhongBan }
func noiLamViec(n *facts.DongLuong) string { return n.NoiLamViec }
func phuongAn(n *facts.DongLuong) string   { return n.PhuongAn }
func maNV(n *facts.DongLuong) string       { return n.MaNV }
func ngaySinh(n *facts.DongLuong) law.Day  { return n.NgaySinh.Day() }
func mucLuong(n *facts.DongLuong) int64    { return n.Luong.MucLuong }
func phuCap(n *facts.DongLuong) int64      { return n.Luong.PhuCap }
func tuHD(n *facts.DongLuong) law.Day      { return n.HopDong.Tu }
func denHD(n *facts.DongLuong) law.Day     { return n.HopDong.Den }
func ngayKy(n *facts.DongLuong) law.Day    { return n.HopDong.NgayKy }
func soHD(n *facts.DongLuong) string       { return n.HopDong.So }
func tuThang(n *facts.DongLuong) string    { return n.TuThang.String() }
func dienThoai(n *facts.DongLuong) string  { return n.DienThoai }
func email(n *facts.DongLuong) string      { return n.Email }

func loaiHD(n *facts.DongLuong) string {
	if n.HopDong.Loai == "1" {
		return "Xác định thời hạn"
	}
	return "Không xác định thời hạn"
}
