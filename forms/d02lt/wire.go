package d02lt

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// wire595 is D02-TS-595.xml, element by element in its order.
func wire595() form.Wire {
	return form.Wire{
		Version: "595", File: "D02-TS-595.xml", Root: "D02-TS", SignNode: "Cky",
		MaToKhai: "D02-TS", MoTa: "Danh sách lao động tham gia BHXH, BHYT, BHTN, BHTNLĐ-BNN",
		Basis: "Tệp của phần mềm I-VAN đang dùng (05/2023), theo Quyết định 595/QĐ-BHXH; không có lược đồ chính thức công khai",
		From:  khung.Ngay("2017-07-01"), Conf: form.High,
		Body: []form.Elem{
			form.Box("ThongTinKhac",
				form.HeadElOr("SoToBiaSoBHXH", SoToBia, "0"),
				form.HeadElOr("SoToRoiSoBHXH", SoToRoi, "0"),
				form.HeadElOr("SoTheBHYT", SoTheBHYT, "0"),
			),
			form.Box("NoiDung", form.Each("LaoDong", laoDong595()...)),
		},
	}
}

func laoDong595() []form.Elem {
	out := []form.Elem{
		form.Seq("STT"),
		form.El("HoTen", HoTen),
		form.El("MasoBHXH", MaSoBHXH),
		form.El("ChucVu", ChucDanh),
		form.El("NoiLamViec", NoiLamViec),
		form.Fn("TienLuong", ghiTienLuong, docTienLuong),
		form.ElOr("PhuCapCV", PhuCapCV, "0"),
		form.Percent("PhuCapTNVK", TNVK, "0"), // only TyleDong was seen with a place
		form.Percent("PhuCapTNNghe", TNNghe, "0"),
		form.ElOr("PhuCapLuong", PhuCapLuong, "0"),
		form.ElOr("PhuCapBosung", BoSung, "0"),
		form.El("TuThang", TuThang),
		form.El("DenThang", DenThang),
		form.El("Ghichu", GhiChu),
		form.El("PA", PhuongAn),
		form.El("TyleDong", TyLeDong),
		form.El("TinhLai", TinhLai),
		form.El("DaCoSo", DaCoSo),
		form.El("MucHuong", MucHuong),
		form.El("MaPhongBan", MaPhongBan),
		form.El("MavungSS", VungSS).Of(form.Medium),
		form.El("MavungLTT", VungLTT),
		form.El("ID", ID),
		form.El("Loai", Loai).Of(form.Medium),
		form.El("CoGiamChet", CoGiamChet),
		form.El("NgayChet", NgayChet),
		form.El("NgaySinh", NgaySinh),
		form.El("GioiTinh", GioiTinh),
		form.El("CMND", SoCCCD),
	}
	for _, p := range []struct{ ten, ma string }{
		{"Vtvl_nql", "WP_NNQL"}, {"Vtvl_cmktbc", "WP_CMKTC"}, {"Vtvl_cmktbt", "WP_CMKTBT"}, {"Vtvl_khac", "WP_CMKTK"},
	} {
		out = append(out, ngayCua(p.ten+"_tungay", ViTri, p.ma, ViTriTu), ngayCua(p.ten+"_denngay", ViTri, p.ma, ViTriDen))
	}
	return append(out,
		form.El("Nndh_tungay", NndhTu),
		form.El("Nndh_denngay", NndhDen),
		ngayCua("Hdld_tungay", LoaiHD, "0", HDTu),
		ngayCua("Hdld_xdth_tungay", LoaiHD, "1", HDTu),
		ngayCua("Hdld_xdth_denngay", LoaiHD, "1", HDDen),
		ngayCua("Hdld_khac_tungay", LoaiHD, "2", HDTu),
		ngayCua("Hdld_khac_denngay", LoaiHD, "2", HDDen),
	)
}

// ngayCua is a date element that also says a code by its name: one pair of
// dates for each vị trí việc làm and each loại hợp đồng.
func ngayCua(name string, code form.CodeColumn, ma string, c form.DayColumn) form.Elem {
	return form.Fn(name, func(r form.WireRow) string {
		if code.Get(*r.Row) != ma {
			return ""
		}
		return vietNgay(c.Get(*r.Row))
	}, func(r form.WireRow, s string) bool {
		if s = strings.TrimSpace(s); s == "" {
			return true
		}
		d, ok := law.ParseDay(s)
		if has := code.Get(*r.Row); !ok || vietNgay(d) != s || has != "" && has != ma {
			return false // the row already has the dates of another kind
		}
		code.Set(r.Row, ma)
		c.Set(r.Row, d)
		return true
	})
}

// vietNgay writes a day as law.Day does, without fmt: it stands in every row.
func vietNgay(d law.Day) string {
	if !d.Valid() {
		return ""
	}
	n, t, y := d.Dom(), d.Month().Num(), d.Year()
	chu := func(n int) byte { return byte('0' + n%10) }
	return string([]byte{chu(n / 10), chu(n), '/', chu(t / 10), chu(t), '/', chu(y / 100 / 10), chu(y / 100), chu(y / 10), chu(y)})
}

// ghiTienLuong writes the coefficient where there is one, else the đồng.
func ghiTienLuong(r form.WireRow) string {
	if HeSo.Known(*r.Row) {
		return HeSo.Wire(HeSo.Column.Get(*r.Row))
	}
	return MucLuong.Wire(MucLuong.Column.Get(*r.Row))
}

// docTienLuong takes what is below 100 for a coefficient, as the portal does.
func docTienLuong(r form.WireRow, s string) bool {
	if s = strings.TrimSpace(s); s == "" {
		return true
	}
	if v, _, ok := HeSo.Parse(s); ok && v.N < 100*nghin {
		if v.N == 0 {
			return true // "0" is how other programs write that there is none
		}
		HeSo.Put(r.Row, v)
		return true
	}
	v, ok := MucLuong.FromWire(s)
	if ok {
		MucLuong.Put(r.Row, v)
	}
	return ok
}
