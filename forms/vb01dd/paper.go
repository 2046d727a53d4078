package vb01dd

import (
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper366 is the letter in the words of the official template.
func paper366() form.Paper {
	return form.Paper{
		Version: "366", Basis: qd366 + " ngày 29/4/2026", From: khung.Ngay("2026-05-01"), Size: 125,
		Parts: []form.Part{
			form.Corner{Right: []form.Line{form.L(form.Right, form.B("Mẫu 01-ĐĐ").Sized(110))}},
			form.Corner{
				Left: []form.Line{
					form.L(form.Center, form.T("BẢO HIỂM XÃ "), form.HeadField(BHXHTren, 10)),
					form.L(form.Center, form.B("BẢO HIỂM XÃ HỘI "), dam(form.HeadField(BHXHCoSo, 10))),
					form.L(form.Center, form.T("Số "), form.HeadField(So, 6), form.T(" BHXH/QLT")),
					form.L(form.Center, form.T("V/v đôn đốc đóng BHXH, BHTN, BHYT").Sized(110)),
				},
				Right: append(khung.QuocHieu(115), form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...)),
			},
			form.Lines{Lines: thu()},
			form.Sign{
				Left: []form.Line{
					form.L(form.Left, form.BI("Nơi nhận:").Sized(110)),
					form.L(form.Left, form.T("- Như trên;").Sized(100)),
					form.L(form.Left, form.T("- Lưu: VT, QLT.").Sized(100)),
				},
				Right: []form.Line{
					form.L(form.Center, form.B("GIÁM ĐỐC")),
					{}, {}, {},
					form.L(form.Center, dam(form.FieldOf(tenGiamDoc, 1))),
				},
			},
		},
	}
}

func tenGiamDoc(v form.View) string {
	if s := GiamDoc.Get(v.Doc.Head); s != "" {
		return s
	}
	return " "
}

func dam(s form.Seg) form.Seg { s.Style.Bold = true; return s }

func thu() []form.Line {
	giua := func(segs ...form.Seg) form.Line { return form.Line{Segs: segs, Align: form.Center, Before: 10} }
	doan := func(segs ...form.Seg) form.Line {
		return form.Line{Segs: segs, Align: form.Justify, Indent: 120, Before: 25}
	}
	hai := func(dau string, c form.Handle, donVi string) []form.Line {
		return []form.Line{
			doan(form.T("- "+dau+" chậm đóng: "), cua(ChamDong, c, 22), form.T(" "+donVi+";")),
			doan(form.T("- "+dau+" trốn đóng: "), cua(TronDong, c, 22), form.T(" "+donVi+".")),
		}
	}
	out := []form.Line{
		{Segs: []form.Seg{form.T("Kính gửi: "), form.HeadField(TenDonVi, 40)}, Align: form.Center, Before: 80},
		giua(form.T("Mã số: "), form.HeadField(MaDonVi, 20)),
		giua(form.T("Địa chỉ: "), form.HeadField(DiaChi, 44)),
		giua(form.T("Số điện thoại: "), form.HeadField(DienThoai, 20)),
		{},
		doan(form.T("Căn cứ Điều 35, 38, 39, 40, 41 Luật Bảo hiểm xã hội 2024;")),
		doan(form.T("Căn cứ Luật Bảo hiểm y tế;")),
		doan(form.T("Căn cứ quy định của Nghị định số 274/2025/NĐ-CP ngày 16/10/2025 quy định chi tiết một số điều của Luật Bảo hiểm xã hội về chậm đóng, trốn đóng bảo hiểm xã hội bắt buộc, bảo hiểm thất nghiệp; khiếu nại, tố cáo về bảo hiểm xã hội.")),
		doan(form.T("Căn cứ Thông báo kết quả đóng Mẫu C12-TS tháng "), form.FieldOf(thang, 6), form.T(" năm "), form.FieldOf(nam, 6),
			form.T(", đơn vị phát sinh số tiền chậm đóng, trốn đóng BHXH, BHTN, BHYT cụ thể như sau:")),
		doan(form.T("1. Số tiền chậm đóng, trốn đóng:")),
	}
	out = append(out, hai("Số tiền", SoTien, "đồng")...)
	out = append(out, doan(form.T("2. Số ngày chậm đóng, trốn đóng:")))
	out = append(out, hai("Số ngày", SoNgay, "ngày")...)
	out = append(out, doan(form.T("3. Số tiền xử lý hành vi chậm đóng, trốn đóng (0,03%/ngày):")))
	out = append(out, hai("Số tiền xử lý hành vi", TienXuLy, "đồng")...)
	return append(out,
		doan(form.T("4. Quy định của pháp luật về các biện pháp xử lý hành vi chậm đóng, trốn đóng: Điều 40, 41 Luật Bảo hiểm xã hội 2024; Điều 49 Luật Bảo hiểm y tế.")),
		doan(form.T("5. Thời hạn chuyển từ hành vi chậm đóng sang hành vi trốn đóng: Điều 39 Luật Bảo hiểm xã hội 2024; Điều 48b Luật Bảo hiểm y tế.")),
		doan(form.T("6. Đề nghị "), form.HeadField(TenDonVi, 12), form.T(" báo cáo nguyên nhân chậm đóng, trốn đóng.")),
		doan(form.T("Cơ quan BHXH tỉnh, thành phố/cơ sở "), form.HeadField(CoQuan, 12), form.T(" thông báo để Quý đơn vị thực hiện trách nhiệm đóng BHXH, BHTN, BHYT nhằm đảm bảo quyền và lợi ích hợp pháp của người lao động./.")),
	)
}

// cua prints what the letter says of one behaviour.
func cua(hanhVi string, c form.Handle, dots int) form.Seg {
	col := c.Col()
	return form.FieldOf(func(v form.View) string {
		for _, r := range v.Doc.Rows {
			if HanhVi.Get(r) == hanhVi {
				return col.Show(col.Get(r))
			}
		}
		return ""
	}, dots)
}

func thang(v form.View) string {
	m := Thang.Get(v.Doc.Head)
	if !m.Valid() {
		return ""
	}
	return m.String()[:2]
}

func nam(v form.View) string {
	m := Thang.Get(v.Doc.Head)
	if !m.Valid() {
		return ""
	}
	return strconv.Itoa(m.Year())
}
