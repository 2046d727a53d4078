package m14hsb

import (
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// can is a paper that a request needs: one of the kinds, where the condition holds.
type can struct {
	code  string
	khi   form.Cond
	loai  []string
	basis string
	opts  []form.RuleOption
}

// canGiay is the table of papers by request: those that a law names block, those
// known from the procedures only remind.
func canGiay() []can {
	nhac := []form.RuleOption{form.Warn, form.Trust(form.Medium)}
	const thuTuc = "; danh mục giấy tờ của thủ tục"
	return []can{
		{"70", nguoiChet, []string{GChungTu}, luat + "75 khoản 5" + thuTuc, nhac},
		{"71", nguoiKhac, []string{GUyQuyen}, luat + "10 khoản 2 điểm d", []form.RuleOption{form.Warn}},
		{"72", la(KhongNhan, TamDungIn), []string{GCanCuoc}, luat + "11 khoản 2 điểm c, Điều 75 khoản 3 điểm c", nhac},
		{"73", la(MotLanCu), []string{GQuyetDinh}, qd166 + thuTuc, nhac},
		{"74", NoiDung.In(MotLan, LuongHuu, CanBoXa, TaiNanDau).Named("đề nghị BHXH một lần, lương hưu hoặc chế độ tai nạn lao động, bệnh nghề nghiệp lần đầu"), []string{GSo}, luat + "77, Điều 78, Điều 105, Điều 106", []form.RuleOption{form.Warn}},
		{"75", dinhCu, []string{GDinhCu}, luat + "76 khoản 4, Điều 78 khoản 2, Điều 106 khoản 2", nil},
		{"76", lyDo("mắc bệnh được hưởng một lần", MLBenh), []string{GBenhAn}, luat + "78 khoản 3, Điều 106 khoản 3", nil},
		{"77", lyDo("suy giảm khả năng lao động, khuyết tật", MLSuyGiam), []string{GGiamDinh}, luat + "78 khoản 4, Điều 106 khoản 4", nil},
		{"78", taiNan, []string{GGiamDinh}, "Luật 84/2015/QH13 Điều 57, Điều 58" + thuTuc, nhac},
		{"79", taiNanMoi, []string{GDieuTra, GBenhAn}, "Luật 84/2015/QH13 Điều 57, Điều 58" + thuTuc, nhac},
		{"80", thaiSan, []string{GKhaiSinh, GBenhAn, GChungTu}, luat + "61, Điều 96", nil},
		{"81", la(NhanThan), []string{GHoTich, GCanCuoc}, qd166 + thuTuc, nhac},
		{"82", la(ChamDut), []string{GTuChoi}, luat + "75 khoản 2 điểm b", nhac},
		{"83", la(TroVe), []string{GTroVe}, luat + "80 khoản 1", nil},
		{"84", la(ToaHuy), []string{GToaAn}, luat + "80 khoản 2", nil},
		{"85", la(HetHanTu), []string{GHetTu}, luat + "75" + thuTuc, nhac},
		{"86", la(MatSucLaoDong), []string{GMatSuc}, "Quyết định 91/2000/QĐ-TTg, Quyết định 613/QĐ-TTg" + thuTuc, nhac},
	}
}

// giayToCan makes a rule of each line of the table.
func giayToCan() []form.Rule {
	var out []form.Rule
	for _, c := range canGiay() {
		ten := LoaiGiayTo.Label(c.loai[0])
		for _, l := range c.loai[1:] {
			ten += "; hoặc " + LoaiGiayTo.Label(l)
		}
		say := "kèm " + ten + " khi " + c.khi.Say
		out = append(out, form.Over(c.code, NoiDung, say, func(d *form.Doc, rows []form.Row) []form.Hit {
			var hits []form.Hit
			for i, r := range rows {
				if c.khi.Test(r) && !coGiay(d, r, c.loai) {
					hits = append(hits, form.Hit{I: i, Say: say + ". Ghi vào Giấy tờ kèm theo"})
				}
			}
			return hits
		}, append([]form.RuleOption{form.By(c.basis)}, c.opts...)...))
	}
	return out
}

func coGiay(d *form.Doc, r form.Row, loai []string) bool {
	for _, g := range d.Of(GiayTo, r) {
		for _, l := range loai {
			if GTLoai.Get(g) == l {
				return true
			}
		}
	}
	return false
}

// giayToRules are the rules of the papers themselves.
func giayToRules() []form.Rule {
	return []form.Rule{
		form.Require("97", GTTen, GTLoai.In(GKhac).Named("là giấy tờ khác"), form.By(mauSo+"5")),
		nhanthan.KhongSauHomNay("98", GTNgay, mauSo+"5"),
		form.Over("99", GTCua, "là khoá của một đơn", coChu, form.By(mauSo+"5")),
	}
}

func coChu(d *form.Doc, rows []form.Row) []form.Hit {
	known := make(map[string]bool, len(d.Rows))
	for _, r := range d.Rows {
		known[ID.Get(r)] = true
	}
	var hits []form.Hit
	for i, r := range rows {
		if k := GTCua.Get(r); k != "" && !known[k] {
			hits = append(hits, form.Hit{I: i, Say: "không có đơn nào mang khoá này"})
		}
	}
	return hits
}
