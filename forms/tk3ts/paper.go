package tk3ts

import (
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper366 is the sheet as the official template prints it; the wording and the
// numbering of the template are kept.
func paper366() form.Paper {
	return form.Paper{
		Version: "366", Basis: qd366 + " ngày 29/4/2026", From: khung.Ngay("2026-05-01"), PerRow: true,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc366("TK3-TS", 90)},
			form.Lines{Lines: tieuDe()},
			form.Lines{Lines: chiTieu()},
			form.Sign{Right: []form.Line{
				form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
				form.L(form.Center, form.B("Đơn vị sử dụng lao động/Cơ quan quản lý người chỉ tham gia BHYT/Tổ chức hỗ trợ phát triển đối tượng").Sized(102)),
				form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)").Sized(102)),
			}},
			khung.ChanGhiChu(khung.GhiChu366, 100),
		},
	}
}

func tieuDe() []form.Line {
	ma := form.Field(MaDonVi, 29).Sized(130)
	ma.Style.Bold = true
	giua := func(before int, segs ...form.Seg) form.Line {
		return form.Line{Segs: segs, Align: form.Center, Before: before}
	}
	return append(khung.QuocHieu(140),
		giua(60, form.B("TỜ KHAI").Sized(130)),
		giua(0, form.B("ĐƠN VỊ ĐĂNG KÝ, ĐIỀU CHỈNH THÔNG TIN THAM GIA").Sized(120)),
		giua(0, form.B("BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ").Sized(120)),
		giua(20, form.B("Mã đơn vị: ").Sized(130), ma),
		form.Line{},
	)
}

func chiTieu() []form.Line {
	line := func(segs ...form.Seg) form.Line {
		return form.Line{Segs: segs, Align: form.Justify, Before: 16}
	}
	ky := func(words, ma string) form.Seg { return form.TickBox(words, khung.La(PhuongThuc, ma)) }
	return []form.Line{
		line(form.T("[01]. Tên đơn vị: "), form.Field(TenDonVi, 52), form.T("    [02]. Mã số thuế: "), form.Field(MaSoThue, 0)),
		line(form.T("[03]. Địa chỉ trụ sở chính: "), form.Field(DiaChiTruSo, 0)),
		line(form.T("[04]. Địa chỉ liên hệ: "), form.Field(DiaChi, 0)),
		line(form.T("[05]. Địa chỉ thư điện tử: "), form.Field(Email, 40), form.T("    [06]. Số điện thoại liên hệ: "), form.Field(DienThoai, 0)),
		line(form.T("[07]. Người đại diện: "), form.Field(NguoiDaiDien, 48), form.T("    [08]. Số định danh cá nhân: "), form.Field(SoDinhDanh, 0)),
		line(form.T("[09]. Loại hình đơn vị: "), form.Field(LoaiHinh, 0)),
		line(form.T("[10]. Ngành kinh tế: "), form.Field(NganhNghe, 0)),
		line(form.T("[11]. Đối tượng tham gia: "), form.Field(DoiTuong, 0)),
		line(form.T("[12]. Phương thức đóng:      - "), ky("Hằng tháng", hangThang), form.T("       - "), ky("03 tháng", baThang),
			form.T("             - "), ky("06 tháng", sauThang)),
		line(form.T("[13]. Đăng ký tham gia tại cơ quan BHXH: "), form.FieldOf(coQuan, 0)),
		line(form.T("[14]. Nội dung thay đổi, yêu cầu: "), form.FieldOf(yeuCau, 0)),
	}
}

// coQuan is item [13]: the agency's name with its code behind.
func coQuan(v form.View) string {
	ten, ma := TenCoQuan.Get(v.Row), CoQuanBHXH.Get(v.Row)
	if ten != "" && ma != "" {
		return ten + " (" + ma + ")"
	}
	return ten + ma
}

// yeuCau is item [14], with the sentence of the guide where a pause is asked for.
func yeuCau(v form.View) string {
	s := NoiDung.Get(v.Row)
	if tu, den := TamDungTu.Get(v.Row), TamDungDen.Get(v.Row); tu != 0 && den != 0 {
		if s != "" {
			s += "; "
		}
		s += fmt.Sprintf("đề nghị tạm dừng đóng vào quỹ hưu trí và tử tuất từ tháng %s đến tháng %s", tu, den)
	}
	return s
}
