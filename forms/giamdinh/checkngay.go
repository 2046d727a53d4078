package giamdinh

import (
	"strconv"
	"strings"
)

// vaoRa checks arrival and leaving, in whatever table they stand.
func (d dong) vaoRa() {
	vao, coVao := d.luc("NGAY_VAO")
	ra, coRa := d.luc("NGAY_RA")
	if coVao && coRa && ra < vao {
		d.loi("60", "NGAY_RA", "không trước Thời điểm vào ("+vao.String()+")")
	}
	if coVao && d.k.today != 0 && vao.Ngay() > d.k.today {
		d.loi("70", "NGAY_VAO", "không sau ngày "+d.k.today.String()+". Xem lại ngày giờ")
	}
	if noi, ok := d.luc("NGAY_VAO_NOI_TRU"); ok && (coVao && noi < vao || coRa && noi > ra) {
		d.loi("61", "NGAY_VAO_NOI_TRU", "phải từ lúc vào đến lúc ra. Xem lại một trong ba thời điểm")
	}
}

// hanThe checks the days of the card. Of several cards the last is the one that
// holds; what did not change with the card is written once.
func (d dong) hanThe() {
	the := d.get("MA_THE_BHYT")
	if the == "" {
		return
	}
	soThe := strings.Count(the, ";") + 1
	for _, f := range []string{"MA_DKBD", "GT_THE_TU", "GT_THE_DEN"} {
		if n := strings.Count(d.get(f), ";") + 1; n > 1 && soThe > 1 && n != soThe {
			d.loi("53", f, "có "+strconv.Itoa(n)+" giá trị mà có "+strconv.Itoa(soThe)+" mã thẻ. Ghi một giá trị chung, hoặc đủ cho từng thẻ")
		}
	}
	tus, dens := strings.Split(d.get("GT_THE_TU"), ";"), strings.Split(d.get("GT_THE_DEN"), ";")
	for i := range tus {
		if len(tus) != len(dens) {
			break // which belongs to which is not known
		}
		a, okA := docNgay(tus[i])
		b, okB := docNgay(dens[i])
		if okA && okB && b < a {
			d.loi("64", "GT_THE_DEN", "không trước ngày thẻ bắt đầu ("+a.String()+")")
		}
	}
	vao, ok := d.luc("NGAY_VAO")
	if cuoi, okCuoi := docNgay(dens[len(dens)-1]); ok && okCuoi && cuoi < vao.Ngay() {
		d.loi("65", "GT_THE_DEN", "thẻ hết hạn trước lúc vào. Tra lại thẻ trên Cổng giám định BHYT")
	}
}

// yLenh checks the moments of an order by itself; giuaBang holds it against the
// stay.
func (d dong) yLenh() {
	yl, ok := d.luc("NGAY_YL")
	if !ok {
		return
	}
	for _, f := range []string{"NGAY_TH_YL", "NGAY_KQ"} {
		if t, ok := d.luc(f); ok && t < yl {
			d.loi("63", f, "không trước lúc ra y lệnh ("+yl.String()+")")
		}
	}
}

// nghi checks a stretch of leave and the number of its days.
func (d dong) nghi(tu, den, so string) {
	a, okA := docNgay(d.get(tu))
	b, okB := docNgay(d.get(den))
	if !okA || !okB {
		return
	}
	if b < a {
		d.loi("66", den, "không trước "+d.n.bang.nhan(tu))
		return
	}
	if n, ok := d.so(so); ok && n != b.Sub(a)+1 {
		d.loi("67", so, "từ ngày đầu đến ngày cuối là "+strconv.Itoa(b.Sub(a)+1)+" ngày. Xem lại số ngày hoặc hai ngày")
	}
}

// A certificate of sick leave is for at most baMuoi days; treatment of
// tuberculosis and the end of a pregnancy have limits of their own.
const baMuoi = 30

func (d dong) quaBaMuoi() {
	if n, ok := d.so("SO_NGAY_NGHI"); ok && n > baMuoi && d.get("MA_DINH_CHI_THAI") != "1" {
		d.loi("73", "SO_NGAY_NGHI", "quá 30 ngày một giấy chỉ khi điều trị lao (đến 180 ngày). Xem lại số ngày hoặc cấp giấy khác")
	}
}

func (d dong) ngayChungTu() {
	ra, okRa := d.luc("NGAY_RA")
	ct, okCT := docNgay(d.get("NGAY_CT"))
	if okRa && okCT && ra.Ngay() != ct {
		d.loi("69", "NGAY_CT", "phải trùng ngày ra viện ("+ra.Ngay().String()+")")
	}
}

// dieuTri holds the days of treatment against the kind of visit.
func (d dong) dieuTri() {
	n, ok := d.so("SO_NGAY_DTRI")
	if !ok {
		return
	}
	vao, coVao := d.luc("NGAY_VAO")
	ra, coRa := d.luc("NGAY_RA")
	switch d.get("MA_LOAI_KCB") {
	case "01", "07", "09":
		if n != 0 {
			d.loi("71", "SO_NGAY_DTRI", "phải là 0 với hình thức này")
		}
	case "02", "03", "04", "06":
		if coVao && coRa && ra >= vao {
			if want := ra.Ngay().Sub(vao.Ngay()) + 1; n != want {
				d.loi("71", "SO_NGAY_DTRI", "ngày ra trừ ngày vào cộng 1 là "+strconv.Itoa(want)+". Xem lại số ngày hoặc hai thời điểm")
			}
		}
	}
}
