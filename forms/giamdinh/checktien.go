package giamdinh

import "strconv"

// tienDong checks the amounts of a line of XML2 or XML3 against each other. What
// is not known or not a number is not counted with.
func (d dong) tienDong() {
	gia := "DON_GIA"
	if d.n.bang.Ma == "XML3" {
		gia = "DON_GIA_BV"
		if d.get("MA_DICH_VU") == "" && d.get("MA_VAT_TU") == "" {
			d.loi("57", "MA_DICH_VU", "dòng không có mã dịch vụ và mã vật tư. Ghi một trong hai")
		}
	}
	luong, coLuong := decimal(d.get("SO_LUONG"), leLuong)
	donGia, coGia := decimal(d.get(gia), leLuong)
	bv, coBV := d.tien("THANH_TIEN_BV")
	if coLuong && coGia && coBV {
		if want := product(luong, donGia); lech(bv, want) {
			d.loi("85", "THANH_TIEN_BV", "số lượng nhân đơn giá là "+money(want)+". Xem lại một trong ba")
		}
	}
	d.thanhTienBH(luong, coLuong)
	d.nguonKhac()
	if tl, ok := d.so("TYLE_TT_BH"); ok && d.get("PHAM_VI") == "2" && tl != 0 {
		d.loi("88", "TYLE_TT_BH", "phải là 0 khi ngoài phạm vi hưởng BHYT")
	}
}

// thanhTienBH is quantity × price × rate; for some services of XML3 the rate of
// the service counts too, so that either result is right.
func (d dong) thanhTienBH(luong int64, coLuong bool) {
	gia := "DON_GIA"
	if d.n.bang.Ma == "XML3" {
		gia = "DON_GIA_BH"
	}
	donGia, coGia := decimal(d.get(gia), leLuong)
	tyLe, coTyLe := d.so("TYLE_TT_BH")
	bh, coBH := d.tien("THANH_TIEN_BH")
	if !coLuong || !coGia || !coTyLe || !coBH || tyLe > 100 {
		return
	}
	want := product(luong, donGia, int64(tyLe))
	if !lech(bh, want) {
		return
	}
	if dv, ok := d.so("TYLE_TT_DV"); ok && dv <= 100 && !lech(bh, product(luong, donGia, int64(tyLe), int64(dv))) {
		return
	}
	d.loi("86", "THANH_TIEN_BH", "số lượng nhân đơn giá nhân tỷ lệ là "+money(want)+". Xem lại một trong các số")
}

func (d dong) nguonKhac() {
	chung, ok := d.tien("T_NGUONKHAC")
	if !ok {
		return
	}
	var sum int64
	for _, f := range []string{"T_NGUONKHAC_NSNN", "T_NGUONKHAC_VTNN", "T_NGUONKHAC_VTTN", "T_NGUONKHAC_CL"} {
		n, ok := d.tien(f)
		if !ok {
			return
		}
		sum += n
	}
	if lech(chung, sum) {
		d.loi("87", "T_NGUONKHAC", "bốn nguồn cộng lại là "+money(sum)+". Xem lại khoản lệch")
	}
}

// lech reports a difference of a đồng or more: less comes from rounding.
func lech(a, b int64) bool { return a-b >= 100 || b-a >= 100 }

// deNghi is the formula of what XML1 asks the agency to pay.
func (d dong) deNghi() {
	chi, okChi := d.tien("T_TONGCHI_BH")
	cct, okCCT := d.tien("T_BNCCT")
	if bhtt, ok := d.tien("T_BHTT"); ok && okChi && okCCT && lech(bhtt, chi-cct) {
		d.loi("82", "T_BHTT", "tổng chi phí trong phạm vi BHYT trừ người bệnh cùng chi trả là "+money(chi-cct)+". Xem lại một trong ba")
	}
}

// tong is a sum over lines; ok is false while one of them is not known.
type tong struct {
	n  int64
	ok bool
}

// cong adds up a field of the lines that are in, of the tables that came.
func cong(truong string, in func(*Phan, int) bool, tables ...*Phan) tong {
	t := tong{ok: true}
	for _, p := range tables {
		if p == nil {
			continue
		}
		for i := range p.Dong {
			if in != nil && !in(p, i) {
				continue
			}
			n, ok := decimal(p.Get(i, truong), leTien)
			t.n, t.ok = t.n+n, t.ok && ok
		}
	}
	return t
}

// giuaBang holds the tables of a dossier against each other.
func (k *kiem) giuaBang(n noi, co map[string]*Phan) {
	x1 := co["XML1"]
	if x1 == nil || len(x1.Dong) == 0 {
		return
	}
	n.bang = x1.Bang
	d := dong{k: k, n: n, p: x1}
	if ma := d.get("MA_CSKCB"); k.goi != nil && ma != "" && k.goi.MaCSKCB != "" && ma != k.goi.MaCSKCB {
		d.loi("25", "MA_CSKCB", "khác mã cơ sở của gói. Mỗi gói chỉ có hồ sơ của một cơ sở")
	}
	d.tongTien(co["XML2"], co["XML3"])
	d.trongDot(co)
}

// tongTien holds the totals of XML1 against the lines.
func (d dong) tongTien(x2, x3 *Phan) {
	if chi, ok := d.tien("T_TONGCHI_BV"); ok && chi > 0 && x2 == nil && x3 == nil {
		d.loi("84", "T_TONGCHI_BV", "có chi phí mà hồ sơ không có XML2, XML3 để đối chiếu. Thêm bảng chi tiết")
		return
	}
	vatTu := func(p *Phan, i int) bool { return p.Get(i, "MA_VAT_TU") != "" }
	phi := func(p *Phan, i int) bool { return p.Get(i, "MA_PTTT") == "1" }
	d.bang("80", "T_THUOC", "THANH_TIEN_BV của XML2", cong("THANH_TIEN_BV", nil, x2))
	d.bang("80", "T_TONGCHI_BV", "THANH_TIEN_BV của XML2 và XML3", cong("THANH_TIEN_BV", nil, x2, x3))
	d.bang("80", "T_TONGCHI_BH", "THANH_TIEN_BH của XML2 và XML3", cong("THANH_TIEN_BH", nil, x2, x3))
	for _, f := range []string{"T_BNTT", "T_BNCCT", "T_NGUONKHAC"} {
		d.bang("80", f, f+" của XML2 và XML3", cong(f, nil, x2, x3))
	}
	d.bang("81", "T_VTYT", "THANH_TIEN_BV của các dòng vật tư trong XML3", cong("THANH_TIEN_BV", vatTu, x3))
	d.bang("83", "T_BHTT_GDV", "T_BHTT của các dòng có MA_PTTT là 1", cong("T_BHTT", phi, x2, x3))
}

// bang asks that a total of XML1 is the sum of lines.
func (d dong) bang(ma, truong, cua string, t tong) {
	n, ok := d.tien(truong)
	if ok && t.ok && lech(n, t.n) {
		d.loi(ma, truong, "đang ghi "+money(n)+", cộng "+cua+" được "+money(t.n)+". Xem lại tổng hoặc các dòng")
	}
}

// trongDot holds the moments of other tables against the stay.
func (d dong) trongDot(co map[string]*Phan) {
	vao, coVao := d.luc("NGAY_VAO")
	ra, coRa := d.luc("NGAY_RA")
	for _, ma := range []string{"XML2", "XML3"} {
		p := co[ma]
		if p == nil {
			continue
		}
		m := dong{k: d.k, n: noi{tep: d.n.tep, hoSo: d.n.hoSo, bang: p.Bang}, p: p}
		for m.i = range p.Dong {
			if yl, ok := m.luc("NGAY_YL"); ok && (coVao && yl < vao || coRa && yl > ra) {
				m.loi("62", "NGAY_YL", "phải từ lúc vào đến lúc ra của XML1. Xem lại thời điểm")
			}
		}
	}
	for _, ma := range []string{"XML7", "XML8"} {
		p := co[ma]
		if p == nil {
			continue
		}
		m := dong{k: d.k, n: noi{tep: d.n.tep, hoSo: d.n.hoSo, bang: p.Bang}, p: p}
		for m.i = range p.Dong {
			for _, f := range []string{"NGAY_VAO", "NGAY_RA"} {
				if a, b := m.get(f), d.get(f); a != "" && b != "" && a != b {
					m.loi("68", f, "khác thời điểm ghi ở XML1. Ghi giống nhau")
				}
			}
		}
	}
}

// hang is the number of a table, for their order in a dossier.
func (b *Bang) hang() int {
	n, _ := strconv.Atoi(b.Ma[len("XML"):]) // the data files name XML0 to XML15
	return n
}
