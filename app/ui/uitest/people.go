package uitest

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// People invents a roster of n people; every 40th lacks a number, every 25th is
// away, every 30th has gone.
func People(n int) []facts.NguoiLaoDong {
	ho := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"}
	dem := []string{"Thị Ánh", "Văn", "Ngọc", "Quốc", "Thị Mỹ", "Đức", "Thuỳ", "Hữu"}
	ten := []string{"Ẩn", "Dũng", "Hà", "Việt", "Ưởng", "Sơn", "Yến", "Quỳnh", "Thảo", "Lâm", "Ẵm"}
	viec := []string{"Công nhân may", "Tổ trưởng", "Kế toán viên", "Thủ kho"}
	out := make([]facts.NguoiLaoDong, n)
	for i := range out {
		p := facts.NguoiLaoDong{
			ID: fmt.Sprintf("N%05d", i), MaNV: fmt.Sprintf("BM%05d", i), HoTen: ho[i%10] + " " + dem[i/3%8] + " " + ten[i*7%11],
			MaSoBHXH: fmt.Sprintf("79%08d", 12345678+i*37), SoCCCD: fmt.Sprintf("0790%02d%06d", 80+i%20, 100000+i*13%899999),
			NgaySinh: facts.NgaySinh(law.DayOf(1970+i%35, 1+i%12, 1+i%28)), GioiTinh: facts.Nu, QuocTich: "VN",
			TrangThai: facts.DangDong, TuThang: 202601, ChucDanh: viec[i%4], PhongBan: "Phân xưởng 1", NoiLamViec: "Phân xưởng may 1",
			Luong: facts.Luong{Known: true, MucLuong: 5_310_000 + int64(i%90)*73_000},
		}
		switch {
		case i%40 == 7:
			p.MaSoBHXH = ""
		case i%40 == 23:
			p.Luong = facts.Luong{}
		case i%25 == 11:
			p.TrangThai = facts.ThaiSan
		case i%30 == 13:
			p.TrangThai = facts.DaNghi
		}
		out[i] = p
	}
	return out
}
