package c12

import (
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/c12ts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/law/dong"
)

const thang law.Month = 202610

// muc is what a pay comes to in the month of the tests.
func muc(t testing.TB, pay int64, nuocNgoai bool) *Muc {
	t.Helper()
	if pay == 0 {
		return nil
	}
	m, err := TinhMuc(dong.Input{Luong: pay, Thang: thang, Vung: "01", NuocNgoai: nuocNgoai})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// lop invents n people who go on at pays that are not all alike.
func lop(t testing.TB, n int) []Nguoi {
	t.Helper()
	out := make([]Nguoi, n)
	for i := range out {
		m := muc(t, 5_400_000+int64(i%700)*37_100, false)
		out[i] = Nguoi{ID: fmt.Sprintf("NLD%06d", i+1), HoTen: fmt.Sprintf("Người Thứ %d", i+1), MaSo: fmt.Sprintf("79%08d", i+1), Nay: m, Truoc: m, Giu: m}
	}
	return out
}

// lap makes the statement that an agency would send which reckons as dt does.
func lap(dt *DuTinh) *ThongBao {
	t := &ThongBao{Mau: Mau366, Thang: dt.Thang, MaDonVi: "YN0001A"}
	for _, r := range c12ts.Moi(0) {
		ma := c12ts.Ma.Get(r)
		d := Dong{Ma: ma, Ten: c12ts.ChiTieu.Label(ma)}
		n, ours := dt.Co(ma)
		for _, c := range t.Cot() {
			so, has := c.chieu(n, laTien(ma))
			switch {
			case ours && has:
				d.O[c] = form.NumValue(so)
			case strings.Contains(ma, ".") && (has || c != CotCong):
				d.O[c] = form.BlankValue()
			}
		}
		t.Dong = append(t.Dong, d)
	}
	keo(t)
	return t
}

// keo carries the debt of the month on: what the statement brought forward and what
// it has of the month, less what it allocated.
func keo(t *ThongBao) {
	for _, c := range t.Cot() {
		no := t.soHoac("B.3", c) - t.soHoac("B.3.1.2.2", c) + t.soHoac("B.4", c) - t.soHoac("B.4.1.3", c)
		dat(t, "Đ.2.2", c, t.soHoac("A.2.2", c)+no-t.soHoac("D.1", c))
		dat(t, "Đ.3", c, t.soHoac("A.3", c)+t.soHoac("B.5", c)-t.soHoac("D.2", c))
	}
}

func dat(t *ThongBao, ma string, c Cot, n int64) { t.dong(ma).O[c] = form.NumValue(n) }

// themLai writes a surcharge on an amount into the statement, each fund alone.
func themLai(t *ThongBao, n Nam, days int64) {
	sum := int64(0)
	for q, x := range n {
		so := law.Tron(law.Nhan(law.Ti(x), law.TiLe(3), law.Ti(days)))
		sum += so
		dat(t, "B.5", cotQuy[q], so)
		dat(t, "B.5.1", cotQuy[q], so)
	}
	dat(t, "B.5", CotCong, sum)
	dat(t, "B.5.1", CotCong, sum)
	keo(t)
}

// cu writes a statement in the older layout.
func cu(t *ThongBao) *ThongBao {
	out := &ThongBao{Mau: MauCu, Thang: t.Thang}
	for _, d := range t.Dong {
		if len(d.Ma) > len("B.3.1") || d.Ma == "B.4.1.3" {
			continue
		}
		x := Dong{Ma: d.Ma, Ten: d.Ten, SoUNC: d.SoUNC, NgayUNC: d.NgayUNC}
		for _, c := range []Cot{CotBHYT, CotBHTN, CotTNLD, CotCong} {
			x.O[c] = d.O[c]
		}
		if a, b := d.O[CotOmDau], d.O[CotHuuTri]; b.A == form.Known {
			x.O[CotBHXH] = b
			if laTien(d.Ma) {
				x.O[CotBHXH] = form.NumValue(a.N + b.N)
			}
		} else {
			x.O[CotBHXH] = b
		}
		out.Dong = append(out.Dong, x)
	}
	return out
}
