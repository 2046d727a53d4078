package giamdinh

import (
	"strconv"
	"strings"

	"ankhai/forms/facts"
)

// trongBang checks what fields of one table say together.
func (k *kiem) trongBang(n noi, co map[string]*Phan) {
	for _, b := range bangs {
		p := co[b.Ma]
		if p == nil {
			continue
		}
		n.bang = b
		for i := range p.Dong {
			d := dong{k: k, n: n, p: p, i: i}
			d.vaoRa()
			switch b.Ma {
			case "XML0":
				d.canCuoc()
				d.hanThe()
			case "XML1":
				d.canCuoc()
				d.hanThe()
				d.benh()
				d.dieuTri()
				d.quyetToan()
				d.deNghi()
			case "XML2", "XML3":
				d.yLenh()
				d.tienDong()
			case "XML7":
				d.dinhChi()
				d.nghi("NGOAITRU_TUNGAY", "NGOAITRU_DENNGAY", "SO_NGAY_NGHI")
				d.ngayChungTu()
			case "XML10":
				d.nghi("TU_NGAY", "DEN_NGAY", "SO_NGAY")
			case "XML11":
				d.dinhChi()
				d.nghi("TU_NGAY", "DEN_NGAY", "SO_NGAY_NGHI")
				d.quaBaMuoi()
			}
		}
	}
}

// dong is a row being checked.
type dong struct {
	k *kiem
	n noi
	p *Phan
	i int
}

func (d dong) get(truong string) string { return d.p.Get(d.i, truong) }

func (d dong) loi(ma, truong, say string) {
	d.k.g.loi(ma, d.n, d.i+1, truong, d.n.bang.nhan(truong)+": "+say)
}

func (d dong) luc(truong string) (Luc, bool) { return DocLuc(d.get(truong)) }

// so reads a whole number.
func (d dong) so(truong string) (int, bool) {
	s := d.get(truong)
	n, err := strconv.Atoi(s)
	return n, err == nil && digits(s)
}

// tien reads an amount in hundredths of đồng.
func (d dong) tien(truong string) (int64, bool) { return decimal(d.get(truong), leTien) }

// canCuoc holds a number of twelve digits against sex and year of birth.
func (d dong) canCuoc() {
	so := d.get("SO_CCCD")
	if len(so) != 12 || !digits(so) {
		return // a passport, an old number, an account: nothing to compare
	}
	sinh, _ := docSinh(d.get("NGAY_SINH"))
	gioi := map[string]facts.GioiTinh{"1": facts.Nam, "2": facts.Nu}[d.get("GIOI_TINH")]
	if l := facts.CheckCCCD(so, gioi, facts.NgaySinh(sinh)); !l.OK() {
		d.loi("52", "SO_CCCD", l.KhongTen())
	}
}

// benh counts the codes of illness.
func (d dong) benh() {
	if strings.Contains(d.get("MA_BENH_CHINH"), ";") {
		d.loi("54", "MA_BENH_CHINH", "chỉ ghi một mã bệnh chính. Chuyển các mã còn lại sang mã bệnh kèm theo")
	}
	if n := strings.Count(d.get("MA_BENH_KT"), ";") + 1; n > 12 {
		d.loi("55", "MA_BENH_KT", "không quá 12 mã bệnh kèm theo (đang có "+strconv.Itoa(n)+")")
	}
}

func (d dong) quyetToan() {
	if t, ok := d.so("THANG_QT"); ok && (t < 1 || t > 12) {
		d.loi("72", "THANG_QT", "từ 1 đến 12")
	}
	if s := d.get("NAM_QT"); digits(s) && (len(s) != 4 || s[0] == '0') {
		d.loi("72", "NAM_QT", "phải có dạng 2026")
	}
}

// dinhChi asks for what must stand where a pregnancy was ended.
func (d dong) dinhChi() {
	if d.get("MA_DINH_CHI_THAI") != "1" {
		return
	}
	for _, f := range []string{"NGUYENNHAN_DINHCHI", "THOIGIAN_DINHCHI", "TUOI_THAI"} {
		if _, has := d.n.bang.at[f]; has && d.get(f) == "" {
			d.loi("58", f, "phải có khi đình chỉ thai nghén")
		}
	}
	if t, ok := d.so("TUOI_THAI"); ok && (t < 1 || t > 42) {
		d.loi("58", "TUOI_THAI", "từ 1 đến 42 tuần")
	}
}
