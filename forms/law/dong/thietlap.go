package dong

import "ankhai/forms/law"

// The points that the sources of contributions leave open.
const (
	diemLamTron  = "lamTron"
	diemNgayDong = "ngayDongTinh"
	diemBHYT     = "bhytKhongLuong"
	diemR        = "r"
)

// tronBen is the reading of diemLamTron that rounds each side alone.
const tronBen = "ben"

// hoiLamTron asks how a fund is rounded: no text says it.
func hoiLamTron() law.CauHoi {
	return law.CauHoi{Ten: diemLamTron, Nhan: "Cách làm tròn mức đóng", Loai: law.Chon, ThietLap: true, MacDinh: "quy",
		Chon:   choices("quy", "tròn đến đồng cho cả quỹ của từng người, đơn vị đóng phần còn lại", tronBen, "tròn đến đồng riêng từng bên"),
		GiupDo: "Không có văn bản nói cách làm tròn: đối chiếu với C12-TS rồi chọn"}
}

// hoiNgayCuoi asks whether the day of payment counts as late: the law says from
// when, not up to when.
func hoiNgayCuoi() law.CauHoi {
	return law.CauHoi{Ten: diemNgayDong, Nhan: "Ngày đóng tiền có tính là ngày chậm", Loai: law.Chon, ThietLap: true, MacDinh: "khong",
		Chon:   choices("khong", "không tính ngày đóng", "co", "tính cả ngày đóng"),
		GiupDo: "Nghị định hướng dẫn chưa đọc được: đối chiếu với số ngày ở dòng A.4, Đ.4 của C12-TS rồi chọn"}
}

// hoiBHYT asks about health insurance in a month of unpaid leave.
func hoiBHYT() law.CauHoi {
	return law.CauHoi{Ten: diemBHYT, Nhan: "BHYT của tháng nghỉ không lương từ 14 ngày", Loai: law.Chon, ThietLap: true,
		Chon:   choices("dong", "vẫn đóng", "khongDong", "không đóng, thẻ ngừng từ đầu tháng"),
		GiupDo: "Các nguồn nói khác nhau: chọn theo hướng dẫn của cơ quan BHXH nơi đóng"}
}

// hoiR asks for r where the user knows another one than the program.
func hoiR() law.CauHoi {
	return law.CauHoi{Ten: diemR, Nhan: "Lãi suất đầu tư quỹ BHXH bình quân tháng năm trước (r)", Loai: law.TyLe, DonVi: "%", Tu: 0, Den: 100, ThietLap: true,
		GiupDo: "Để trống: lấy số đơn vị đã ghi cho năm đó, nếu không thì số liệu của chương trình, kèm độ tin cậy"}
}

// buocThietLap shows in a working how an open point is read, who chose so and why
// it is open.
func buocThietLap(nhan string, c law.Chot, why string) law.Buoc {
	return law.Buoc{Nhan: "Thiết lập: " + nhan, CongThuc: c.Say(), CanCu: why}
}

// NgayCham is how many days a payment is late: from the day after the deadline, the
// day of payment itself as the company reads it.
func NgayCham(s *law.Sach, due, paid law.Day) int64 {
	return ngayCham(s.ThietLap(diemNgayDong), due, paid)
}

// CachTinhNgay is the step that shows how NgayCham reads the day of payment.
func CachTinhNgay(s *law.Sach) law.Buoc { return buocNgayDong(s.ThietLap(diemNgayDong)) }

func ngayCham(c law.Chot, due, paid law.Day) int64 {
	days := int64(paid.Sub(due))
	if c.Ma == "khong" {
		days--
	}
	return max(days, 0)
}

func buocNgayDong(c law.Chot) law.Buoc {
	return buocThietLap("ngày đóng tiền", c, "luật chưa nói rõ; đối chiếu C12-TS")
}
