package khung

import (
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

var (
	ten  = form.Text("Ten", "Tên")
	sinh = form.Birth("Sinh", "Ngày sinh")
	tien = form.Money("Tien", "Tiền")
	loai = form.Code("Loai", "Loại", form.Choice("Loại", "1", "Một", "2", "Hai"))
	dc   = form.Text("DiaChi", "Địa chỉ")
	xa   = form.Code("MaXa", "Xã", form.Choice("Xã", "00004", "Phường Ba Đình"))
	tinh = form.Code("MaTinh", "Tỉnh", form.Choice("Tỉnh", "01", "Thành phố Hà Nội"))
	noi  = form.Text("Noi", "Nơi lập")
	ngay = form.Date("Ngay", "Ngày lập")

	_ = form.Register(form.Form{
		ID: "THU-KHUNG", Version: "1", Title: "Mẫu thử", From: 1,
		Head:  &form.Table{Tag: "Dau", Groups: []form.Group{form.Cols("", noi, ngay)}},
		Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", ten, sinh, tien, loai, dc, xa, tinh)}},
	})
)

// say writes a line as it is printed, with "_" for leaders.
func say(segs []form.Seg, v form.View) string {
	var b strings.Builder
	for _, s := range segs {
		b.WriteString(s.Text)
		if s.Value == nil {
			continue
		}
		if x := s.Value(v); x != "" {
			b.WriteString(x)
		} else {
			b.WriteByte('_')
		}
	}
	return b.String()
}

func TestDateLine(t *testing.T) {
	doc := &form.Doc{}
	v := form.View{Doc: doc}
	if got, want := say(NoiNgay(noi, ngay), v), "_, ngày _ tháng _ năm _"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	noi.Set(&doc.Head, "Huế")
	ngay.Set(&doc.Head, 20261102)
	if got, want := say(NoiNgay(noi, ngay), v), "Huế, ngày 02 tháng 11 năm 2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumberLine(t *testing.T) {
	doc := &form.Doc{}
	v := form.View{Doc: doc}
	if got, want := say(DongSo(noi, ngay), v), "Số: _/_; ngày _ tháng _ năm _"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	noi.Set(&doc.Head, "12/2026")
	ngay.Set(&doc.Head, 20261102)
	if got, want := say(DongSo(noi, ngay), v), "Số: 12/2026; ngày 02 tháng 11 năm 2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPartialBirth(t *testing.T) {
	for s, want := range map[string]string{"1990": "....../....../1990", "05/1990": "....../05/1990", "01/05/1990": "01/05/1990"} {
		var r form.Row
		d, _ := form.ParseBirth(s)
		sinh.Set(&r, d)
		if got := NgaySinh(sinh)(form.View{Row: r}); got != want {
			t.Errorf("%s: got %s, want %s", s, got, want)
		}
	}
}

func TestCodesAndMoney(t *testing.T) {
	var r form.Row
	v := form.View{Row: r}
	if LoiCua(loai)(v) != "" || Tien(tien)(v) != "" || La(loai, "1")(v) {
		t.Error("an empty row says something")
	}
	loai.Set(&r, "2")
	tien.Set(&r, 0)
	v.Row = r
	if got := LoiCua(loai)(v); got != "Hai" {
		t.Errorf("got %q", got)
	}
	if got := Tien(tien)(v); got != "0 đồng" { // zero is an answer
		t.Errorf("got %q", got)
	}
	if got := KhacKhong(tien)(v); got != "" {
		t.Errorf("got %q", got)
	}
	loai.Set(&r, "9")
	if got := LoiCua(loai)(form.View{Row: r}); got != "9" {
		t.Errorf("a code outside the list: got %q", got)
	}
}

func TestAddressInOneLine(t *testing.T) {
	var r form.Row
	if got := NoiO(dc, xa, tinh)(form.View{Row: r}); got != "" {
		t.Errorf("got %q from nothing", got)
	}
	dc.Set(&r, "Số 1")
	xa.Set(&r, "00004")
	tinh.Set(&r, "01")
	if got, want := NoiO(dc, xa, tinh)(form.View{Row: r}), "Số 1, Phường Ba Đình, Thành phố Hà Nội"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeadOfALetter(t *testing.T) {
	doc := &form.Doc{}
	noi.Set(&doc.Head, "Bảo hiểm xã hội Thành phố Huế")
	if got, want := say(KinhGui(noi).Segs, form.View{Doc: doc}), "Kính gửi: Bảo hiểm xã hội Thành phố Huế"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if l := TieuDe("ĐƠN ĐỀ NGHỊ"); l.Align != form.Center || !l.Segs[0].Style.Bold {
		t.Errorf("got %+v", l)
	}
	if got := len(NguoiKy("NGƯỜI ĐỀ NGHỊ", "(Ký, ghi rõ họ, tên)")); got != 2 {
		t.Errorf("%d lines", got)
	}
}

// A facility's code travels in two parts, or whole in the second.
func TestFacilityInTwoParts(t *testing.T) {
	noi := form.CodeColumn{Column: loai.Column}
	tinh, ma := NoiKCB(noi)
	for _, in := range [][2]string{{"79", "024"}, {"", "79024"}} {
		var r form.Row
		w := form.WireRow{Row: &r}
		if !tinh.Read(w, in[0]) || !ma.Read(w, in[1]) || noi.Get(r) != "79024" {
			t.Errorf("%v: got %q", in, noi.Get(r))
		}
		if tinh.Write(w) != "79" || ma.Write(w) != "024" {
			t.Errorf("%v: writes %q, %q", in, tinh.Write(w), ma.Write(w))
		}
	}
	var r form.Row
	if w := (form.WireRow{Row: &r}); tinh.Write(w) != "" || ma.Write(w) != "" || ma.Read(w, "24") {
		t.Error("half a code is taken for one")
	}
}

func TestCCNSFollowsTheDate(t *testing.T) {
	e := CCNS(sinh)
	for d, want := range map[law.Day]string{0: "", 19900000: "2", 19900500: "1", 19900501: "0"} {
		var r form.Row
		sinh.Set(&r, d)
		if got := e.Write(form.WireRow{Row: &r}); got != want {
			t.Errorf("%v: got %q, want %q", d, got, want)
		}
	}
}
