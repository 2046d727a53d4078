package hsdklandau

import (
	"encoding/base64"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// toChuc is the one kind of sender that was seen.
const toChuc = "1"

// Tep makes the row of a file that is signed already.
func Tep(ten, moTa string, content []byte) form.Row {
	var r form.Row
	TenFile.Set(&r, ten)
	MoTa.Set(&r, moTa)
	ma, _ := MaToKhaiCua(ten)
	MaToKhai.Set(&r, ma)
	text := base64.StdEncoding.EncodeToString(content)
	NoiDungFile.Set(&r, text)
	DoDaiFile.Set(&r, int64(len(text)))
	return r
}

// dongGoi makes a row of each file of the dossier.
func dongGoi(files []form.Packed) []form.Row {
	var out []form.Row
	for _, f := range files {
		out = append(out, Tep(f.Name, f.MoTa, f.Content))
	}
	return out
}

// Dau makes the head out of what is known of the unit and of the I-VAN whose
// five digits are given. What is not known stays unknown; the representative is not
// taken for who is to be asked.
func Dau(dv facts.DonVi, tenCoQuan, maIVAN string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaSoThue.Set(&r, dv.MaSoThue)
	DiaChi.Set(&r, dv.DiaChi)
	DienThoai.Set(&r, dv.DienThoai)
	Email.Set(&r, dv.Email)
	LoaiDoiTuong.Set(&r, toChuc)
	CoQuanBHXH.Set(&r, dv.CoQuanBHXH)
	TenCoQuan.Set(&r, tenCoQuan)
	MaIVAN.Set(&r, maIVAN)
	TenIVAN.Set(&r, codes.IVAN.Label(maIVAN))
	NgayLap.Set(&r, ngayLap)
	NgayDangKy.Set(&r, ngayLap)
	return r
}
