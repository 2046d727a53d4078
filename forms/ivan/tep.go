package ivan

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// TepCu is the file of a notice as its style sheet reads it. ten is the file's
// name without ending, mark the element that tells it from the other notices
// ("" = none), sure how sure the elements are that its style sheet does not
// show, and more what stands behind the name of the I-VAN.
//
// The node of the unit's own signature is assumed (CKYDTU_DVI); that of the I-VAN
// is known. Both would cover the whole file, so the second breaks the first: how
// the agency took them is not known.
func (c *Cot) TepCu(ten, moTa, mark string, sure form.Confidence, more ...form.Elem) form.Wire {
	donVi := append([]form.Elem{
		form.HeadEl("DIADIEM", c.NoiLap),
		form.HeadEl("NGAY_LAP", c.NgayLap),
		form.HeadEl("TEN_DVI", c.TenDonVi),
		form.HeadEl("MA_DVI", c.MaDonVi),
		form.HeadEl("DIACHI_LHE", c.DiaChi),
		form.HeadEl("EMAIL", c.Email).Of(sure),
		form.HeadEl("DIEN_THOAI", c.DienThoai).Of(sure),
		form.HeadEl("TEN_THUTUC", c.TenThuTuc).Of(sure),
		form.HeadEl("TEN_IVAN", c.TenIVAN),
	}, more...)
	return form.Wire{
		Version: "cũ", File: ten + ".xml", Root: "BHXH", SignNode: "CKYDTU_DVI", Counter: "CKYDTU_IVAN", Schema: ten, Mark: mark,
		MaToKhai: ten, MoTa: moTa,
		Basis: "Bố cục cũ, đọc từ tệp trình bày theo " + QD08 + "; bố cục đang dùng (gốc Hoso, từ 2024) chưa thấy",
		From:  khung.Ngay(NgayQD08), Conf: form.Low,
		Body: []form.Elem{form.Box("DKI_BHXH",
			form.Box("TTDVI", donVi...),
			form.Box("TTCKY_DVI", form.Each("TTCKY",
				form.El("SERIAL", c.Serial).Of(sure),
				form.El("SUBJECT", c.ChuThe).Of(form.Medium),
				form.El("BEGIN", c.Tu).Of(sure),
				form.El("END", c.Den).Of(sure),
			)),
		)},
	}
}
