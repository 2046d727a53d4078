package mau

import (
	"cmp"
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// dangs are the layouts of people; L7 holds claims.
func dangs() []dang {
	return []dang{dangL1(), dangL2(), dangL3(), dangL4(), dangL5(), dangL6(), dangCong()}
}

const congTy = "CÔNG TY CỔ PHẦN MAY BÌNH MINH"

// dangL1 is the wide table for D02-LT and TK1-TS: some 120 columns under a header
// of two rows.
func dangL1() dang {
	d := dang{ten: "L1", dau: 6, cao: 2, tren: []string{congTy, "Mã số thuế: 0100109106", "DANH SÁCH LAO ĐỘNG THAM GIA BHXH, BHYT, BHTN", "Tháng 11 năm 2026"}, trang: []string{"D02-TK1"}}
	d.cot = []cot{cotSTT("STT"), cotChu("", "Họ và tên", "hoTen", hoTen), cotChu("", "Mã số BHXH", "maSo", maSo), cotLa("", "Loại phương án", "Tăng lao động"), cotLa("", "Mã loại PA", "1"),
		cotLa("", "Loại ngày sinh", "0"), cotNgay("", "Ngày Sinh", "ngaySinh", ngaySinh), cotChu("", "Giới tính", "gioiTinh", gioiTinh), cotChu("", "Số CMND/ CCCD/Hộ chiếu", "cccd", cccd),
		cotChu("", "Cấp bậc, chức vụ, chức danh nghề", "chucDanh", chucDanh), cotChu("", "Phòng ban làm việc", "phongBan", phongBan), cotChu("", "Nơi Làm Việc", "noiLamViec", noiLamViec),
		cotTien("", "Mức lương", "muc", mucLuong), cotTien("", "Phụ cấp lương", "phuCap", phuCap), cotTrong("", "Các khoản bổ sung"), cotTrong("", "Hệ số lương"), cotTrong("", "Phụ cấp CV"),
		cotTrong("", "Phụ cấp TNVK (%)"), cotTrong("", "Phụ cấp TN nghề (%)"), cotLa("", "Phương án điều chỉnh", "Theo mã PA"), cotChu("", "Mã PA", "phuongAn", phuongAn),
		cotChu("", "Tháng/ năm bắt đầu", "tuThang", tuThang), cotViec("", "Tháng/ năm kết thúc", "denThang"), cotTrong("", "Nghỉ ốm đau/Thai sản/không lương"), cotTrong("", "Ghi chú"), cotTrong("", "Số sổ BHXH"),
		cotLa("", "Mức hưởng BHYT", "4"), cotLa("", "Tỷ lệ đóng (%)", "32"), cotTrong("", "Mã vùng sinh sống"), cotChu("", "Mã vùng lương tối thiểu", "vung", func(n *facts.DongLuong) string { return n.Vung }),
		cotTrong("", "Có giảm chết"), cotTrong("", "Ngày chết"), cotTrong("", "Tính lãi"), cotTrong("", "Nhóm vị trí việc làm"), cotTrong("", "Ngày bắt đầu giữ vị trí"), cotTrong("", "Ngày kết thúc giữ vị trí"),
		cotChu("Hợp đồng lao động", "Loại", "loaiHD", loaiHD), cotNgay("Hợp đồng lao động", "Hiệu lực từ", "tuHD", tuHD), cotNgay("Hợp đồng lao động", "Hiệu lực đến", "denHD", denHD),
		cotChu("Hợp đồng lao động", "Số", "soHD", soHD), cotNgay("Hợp đồng lao động", "Ngày ký", "ngayKy", ngayKy),
		cotTrong("Ngành nghề nặng nhọc, độc hại", "Từ ngày"), cotTrong("Ngành nghề nặng nhọc, độc hại", "Đến ngày"), cotLa("", "Quốc tịch", "Việt Nam"), cotChu("", "Mã QT", "", func(*facts.DongLuong) string { return "VN" }),
		cotLa("", "Dân tộc", "Kinh"), cotLa("", "Mã DT", "01"), cotChu("", "Điện thoại", "dienThoai", dienThoai), cotChu("", "Email", "email", email)}
	d.cot[43].viec, d.cot[45].viec = "quocTich", "danToc"
	for _, place := range []string{"Nơi cấp giấy khai sinh", "Địa chỉ nhận hồ sơ", "Địa chỉ nhận sổ thẻ", "Hộ khẩu", "Thường trú"} {
		for _, h := range []string{"Tỉnh", "Mã Tỉnh", "Phường/Xã", "Mã xã", "Địa chỉ"} {
			d.cot = append(d.cot, cotTrong(place, h))
		}
	}
	d.cot = append(d.cot, cotLa("", "Tỉnh nơi KCB", "Hà Nội"), cotTrong("", "Mã tỉnh nơi KCB"), cotLa("", "Nơi đăng ký KCB", "Bệnh viện Hữu Nghị"), cotChu("", "Mã BV", "kcb", func(n *facts.DongLuong) string { return n.MaKCB }))
	for _, h := range []string{"Đăng ký nhận sổ và thẻ", "Mức tiền đóng", "Phương thức đóng", "Nội dung thay đổi", "Hồ sơ kèm theo", "Họ tên người giám hộ", "Mã số hộ gia đình"} {
		d.cot = append(d.cot, cotTrong("", h))
	}
	for _, h := range []string{"Họ tên chủ hộ", "Số CMND chủ hộ", "Điện thoại chủ hộ", "Loại giấy tờ", "Số giấy tờ"} {
		d.cot = append(d.cot, cotTrong("Chủ hộ", h))
	}
	for _, h := range []string{"Mã hộ", "Họ và tên", "Mã số BHXH", "Ngày sinh", "Giới tính", "Quốc tịch", "Mã QT", "Dân tộc", "Mã DT", "Số CMND", "Mối quan hệ với chủ hộ", "Mã mối quan hệ",
		"Tỉnh khai sinh", "Mã tỉnh khai sinh", "Xã khai sinh", "Mã xã khai sinh", "Địa chỉ khai sinh", "Người tham gia", "Ghi chú"} {
		d.cot = append(d.cot, cotTrong("Phụ lục thành viên hộ gia đình", h))
	}
	d.xep = func(x *xep) {
		if x.ban {
			x.bo.gieo("E25", "tiêu đề ghi mẫu D02-TS, tên của tệp điện tử: bảng vẫn đọc như thường, không phải lỗi", "", 0, &dat{trang: x.t, cho: O(3, d.dau-1)}, func() { x.t.Dat(3, d.dau-1, Chu("Mẫu D02-TS")) })
		}
		first := 0
		for i, p := range x.people {
			x.nguoi(p, i)
			if !x.ban || i%200 != 50 {
				continue
			}
			first = cmp.Or(first, x.dong) // a member of the household in a row of its own
			x.t.Dat(len(d.cot)-18, x.dong, Chu("Nguyễn Thị Mẹ"))
			x.t.Dat(len(d.cot)-17, x.dong, Chu("7900000009"))
			x.t.Dat(len(d.cot)-8, x.dong, Chu("99"))
			x.dong++
		}
		if first != 0 {
			x.bo.gieo("E22", "thành viên hộ ở dòng riêng, mã quan hệ không có trong danh mục: dòng không thuộc bảng lương nên không đọc", later("TK1-TS-QuanHe", "E22"), 0, nil, func() {
				x.bo.Loi = append(x.bo.Loi, Loi{x.t.Ten, O(0, first), "XL-33", form.Nhac})
			})
		}
	}
	return d
}

// dangL4 is the slim list.
func dangL4() dang {
	return dang{them: hetDong, ten: "L4", dau: 1, cao: 1, cot: []cot{cotSTT("STT"), cotChu("", "HoVaTen", "hoTen", hoTen), cotChu("", "MaSoBHXH", "maSo", maSo), cotNgay("", "NgaySinh", "ngaySinh", ngaySinh),
		cotChu("", "GioiTinh", "gioiTinh", gioiTinh), cotChu("", "SoCCCD", "cccd", cccd), cotChu("", "ChucDanhNghe", "chucDanh", chucDanh), cotTien("", "LuongDongBHXH", "muc", mucLuong),
		cotTrong("", "PhuCapCV"), cotTrong("", "PhuCapTNVk"), cotTrong("", "PhuCapTNNghe"), cotTien("", "PhuCapLuong", "phuCap", phuCap), cotTrong("", "CacKhoanBoSung"),
		cotChu("", "TuThangNam", "tuThang", tuThang), cotViec("", "DenThangNam", "denThang"), cotChu("", "PhuongAn", "phuongAn", phuongAn), cotTrong("", "GhiChu")}}
}

// dangCong is the portal's list of 45 columns.
func dangCong() dang {
	d := dang{ten: "CONG-45", dau: 1, cao: 1}
	at := map[int]cot{1: cotChu("", "HoTen", "hoTen", hoTen), 2: cotChu("", "MaSoBHXH", "maSo", maSo), 4: cotChu("", "PA", "phuongAn", phuongAn), 5: cotChu("", "CMND", "cccd", cccd),
		7: cotNgay("", "NgaySinh", "ngaySinh", ngaySinh), 8: cotChu("", "GioiTinh", "gioiTinh", func(n *facts.DongLuong) string { return n.GioiTinh.Ma() }), 11: cotChu("", "ChucVu", "chucDanh", chucDanh),
		12: cotTien("", "TienLuong", "muc", mucLuong), 16: cotTien("", "PhuCapLuong", "phuCap", phuCap), 18: cotChu("", "TuThang", "tuThang", tuThang), 19: cotViec("", "DenThang", "denThang"), 26: cotChu("", "NoiLamViec", "noiLamViec", noiLamViec),
		28: cotChu("", "MaVungLuongToiThieu", "vung", func(n *facts.DongLuong) string { return n.Vung })}
	names := []string{"IDLaoDong", "", "", "Loai", "", "", "DinhDangNgaySinh", "", "", "CoGiamChet", "NgayChet", "", "", "PhuCapCV", "PhuCapTNVK", "PhuCapTNNghe", "", "PhuCapBoSung", "", "", "GhiChu",
		"TyLeDong", "TinhLai", "DaCoSo", "MucHuongBHYT", "MaPhongBan", "", "MaVungSinhSong", ""}
	for _, v := range []string{"VTVL_NQL", "VTVL_CMKTBC", "VTVL_CMKTBT", "VTVL_Khac", "NNDH"} {
		names = append(names, v+"_Tu", v+"_Den")
	}
	names = append(names, "HDLD_TuNgay", "HDLD_XDTH_Tu", "HDLD_XDTH_Den", "HDLD_Khac_Tu", "HDLD_Khac_Den", "ADD_TK1_TS")
	for i, name := range names {
		if c, ok := at[i]; ok {
			d.cot = append(d.cot, c)
			continue
		}
		d.cot = append(d.cot, cotTrong("", name))
	}
	d.cot[0].gia = func(_ *facts.DongLuong, i int) Gia { return Chu(fmt.Sprintf("LD%05d", i+1)) }
	return d
}
