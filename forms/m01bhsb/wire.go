package m01bhsb

import (
	"fmt"
	"strconv"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// wireM01B is M01B-HSB.xml: six containers, present even when empty, of which the
// rows of the main table stand in their own. The rows of new claims are inferred.
func wireM01B() form.Wire {
	return form.Wire{
		Version: "166", File: "M01B-HSB.xml", Root: "M01B-HSB", SignNode: "Cky",
		MaToKhai: "M01B-HSB", MoTa: "Danh sách đề nghị giải quyết hưởng chế độ ốm đau, thai sản, DSPHSK",
		Basis: "Tệp của phần mềm I-VAN đang dùng (2023, 2024): phần đầu và các dòng điều chỉnh; tên phần tử của dòng mới phát sinh suy ra từ khoá của phần mềm đó",
		From:  khung.Ngay("2019-01-31"), Conf: form.Inferred,
		Body: []form.Elem{
			form.Box("ThongTinKhac",
				form.HeadEl("MaDonVi", MaDonVi),
				form.HeadEl("SoDienThoai", DienThoai),
				form.HeadEl("SoTaiKhoan", TaiKhoanDonVi),
				form.HeadEl("MoTai", MoTai),
				form.HeadEl("ChiNhanh", ChiNhanh),
				form.Fn("DotXetDuyet", ghiDotXet, docDotXet),
				form.HeadEl("ThuTruongDonVi", ThuTruong),
				form.HeadEl("KemHoSoGiay", KemHoSoGiay),
				form.HeadEl("LyDoGiaiTrinh", LyDoGiaiTrinh),
			),
			form.Box("NoiDung",
				form.Box("PhatSinh", muc("CheDoOmDau", PhatSinh, "A", moiOmDau()), muc("CheDoThaiSan", PhatSinh, "B", moiThaiSan()), muc("CheDoDuongSuc", PhatSinh, "C", moiDuongSuc())),
				form.Box("DieuChinh", muc("CheDoOmDau", DieuChinh, "A", sua("A")), muc("CheDoThaiSan", DieuChinh, "B", sua("B")), muc("CheDoDuongSuc", DieuChinh, "C", sua("C"))),
			),
		},
	}
}

// muc is one of the containers.
func muc(name, phan, ma string, kids []form.Elem) form.Elem {
	return form.Box(name, form.EachWhere("LaoDong",
		func(r form.Row) bool { return Phan.Get(r) == phan && nhom(r).Muc == ma },
		func(r *form.Row) {
			Phan.Set(r, phan)
			CheDo.Set(r, chuaRo(ma))
		}, kids...))
}

// maNhom writes the agency's code of the group: what the user said, else what the
// table of groups has. A code that the table does not have is kept as it stands.
func maNhom(ma string) form.Elem {
	return form.Fn("MaNhomHuong", func(r form.WireRow) string {
		if s := MaNhomHuong.Get(*r.Row); s != "" {
			return s
		}
		return nhom(*r.Row).MaCoQuan
	}, func(r form.WireRow, s string) bool {
		if n, ok := nhomCoQuan(ma, strings.TrimSpace(s)); ok {
			CheDo.Set(r.Row, n.Ma)
		} else {
			MaNhomHuong.Set(r.Row, s)
		}
		return true
	})
}

// dau are the elements with which every row begins.
func dau(ma string, conf form.Confidence) []form.Elem {
	code := form.Low
	if conf == form.High {
		code = form.Medium // the element was seen, most of its codes were not
	}
	return []form.Elem{
		form.Seq("STT").Of(conf),
		maNhom(ma).Of(code),
		form.El("SoBHXH", MaSoBHXH).Of(conf),
		form.El("SoCMND", SoCCCD).Of(conf),
		form.El("HoTen", HoTen).Of(conf),
		form.El("TuNgay", TuNgay).Of(conf),
		form.El("DenNgay", DenNgay).Of(conf),
		form.El("TongSoNgay", TongSo).Of(conf),
	}
}

// tra are the elements of payment.
func tra(conf form.Confidence) []form.Elem {
	return []form.Elem{
		form.El("HinhThucNhan", HinhThucTroCap).Of(conf),
		form.El("SoTaiKhoan", SoTaiKhoan).Of(conf),
		form.El("TenChuTaiKhoan", ChuTaiKhoan).Of(conf),
		form.El("MaNganHang", MaNganHang).Of(conf),
		form.El("MaNhanVien", MaNV).Of(conf),
		form.El("GhiChu", GhiChu).Of(conf),
	}
}

// sua is a row of an adjustment.
func sua(ma string) []form.Elem {
	out := append(dau(ma, form.High), dot("DotDaGiaiQuyet", DotDaGQ, ThangDaGQ))
	out = append(out, tra(form.High)...)
	return append(out, form.El("LyDoDieuChinh", LyDoDieuChinh), form.El("TuNgayDuyetTruoc", TuNgayDaDuyet))
}

// dot is a batch: year, month and five digits, "20230900001".
func dot(name string, n form.IntColumn, thang form.MonthColumn) form.Elem {
	return form.Fn(name, func(r form.WireRow) string {
		return ghiDot(thang.Get(*r.Row), n.Get(*r.Row), n.Known(*r.Row), 5)
	}, func(r form.WireRow, s string) bool {
		m, k, ok := docDot(s, 5)
		if ok && m != 0 {
			thang.Set(r.Row, m)
			n.Set(r.Row, k)
		}
		return ok
	})
}

func ghiDotXet(r form.WireRow) string {
	return ghiDot(Thang.Get(r.Doc.Head), Dot.Get(r.Doc.Head), Dot.Known(r.Doc.Head), 2)
}

func docDotXet(r form.WireRow, s string) bool {
	m, n, ok := docDot(s, 2)
	if ok && m != 0 {
		Thang.Set(&r.Doc.Head, m)
		Dot.Set(&r.Doc.Head, n)
	}
	return ok
}

// ghiDot writes month and number of a batch, "" unless both are known.
func ghiDot(m law.Month, n int64, known bool, places int) string {
	if m == 0 || !known {
		return ""
	}
	return fmt.Sprintf("%04d%02d%0*d", m.Year(), m.Num(), places, n)
}

// docDot reads what ghiDot wrote; the zero month for "".
func docDot(s string, places int) (law.Month, int64, bool) {
	if s = strings.TrimSpace(s); s == "" {
		return 0, 0, true
	}
	if len(s) != 6+places || !chuSo(s) {
		return 0, 0, false
	}
	m, _ := strconv.Atoi(s[:6])
	n, _ := strconv.ParseInt(s[6:], 10, 64)
	return law.Month(m), n, law.Month(m).Valid()
}
