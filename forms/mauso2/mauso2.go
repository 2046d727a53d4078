package mauso2

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	nd188  = "Nghị định 188/2025/NĐ-CP"
	huong  = nd188 + ", hướng dẫn lập Mẫu số 2"
	huongC = huong + ", mục "
)

// N188 is the mẫu of Nghị định 188/2025/NĐ-CP.
var N188 = form.Register(form.Form{
	ID: "MAU-SO-2", Name: "Mẫu số 2",
	Version: "188",
	Title:   "Tờ khai tham gia, điều chỉnh thông tin bảo hiểm y tế",
	Basis:   nd188 + "; tệp mẫu kèm Quyết định 366/QĐ-BHXH ngày 29/4/2026",
	From:    khung.Ngay("2025-08-15"),
	Head:    &form.Table{Tag: "Ky", Title: "Nơi và ngày ký", Groups: []form.Group{form.Cols("", NoiLap, NgayLap)}},
	Table: &form.Table{
		Tag:   "NguoiThamGia",
		Title: "Người kê khai",
		Groups: []form.Group{
			form.Cols("Đăng ký tham gia lần đầu", MaSoBHXH, HoTen, GioiTinh, NgaySinh, DanToc, QuocTich, SoCCCD, DienThoai, Email, NoiKCB),
			form.Cols("Nhận kết quả", HinhThucNhan, KenhNhan, DiaChiNhan, MaXaNhan, MaTinhNhan),
			form.Cols("Điều chỉnh thông tin", NoiDung, HoSoKem),
			form.Cols("", ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongLanDau", Head: "Số người tham gia lần đầu", If: lanDau},
			{Tag: "TongDieuChinh", Head: "Số người điều chỉnh thông tin", If: dieuChinh},
		},
	},
	Papers: []form.Paper{paper188()},
	Notes: []string{
		"Chưa thấy tệp điện tử của mẫu này; hồ sơ kèm tờ khai dưới dạng PDF đã ký.",
		"Ngày bắt đầu áp dụng là ngày nghị định có hiệu lực thay Nghị định 146/2018/NĐ-CP; toàn văn nghị định chưa đối chiếu (độ tin trung bình).",
		"Mã số bảo hiểm y tế là mã số BHXH: hướng dẫn tra cứu bằng mã số BHXH.",
		"Địa chỉ nhận [10.2] điền sẵn bằng địa chỉ của người trong danh sách: hướng dẫn lập Mẫu số 2 mục [10] ghi địa chỉ nơi đang sinh sống.",
		"Dân tộc của người mang quốc tịch nước ngoài để trống trên mẫu này, khác với tờ khai TK1-TS.",
	},
})
