package c12

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"ankhai/forms/c12ts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// mau is a statement with every kind of cell: full rows, a surplus that stands in the
// last column alone, days, a payment.
func mau(t *testing.T) *ThongBao {
	t.Helper()
	p := lop(t, 30)
	p[3].Truoc, p[4].Nay = nil, nil
	tb := lap(Tinh(thang, p, nil))
	dat(tb, "A.2.1", CotCong, 1_000_000)
	for c := CotOmDau; c < CotCong; c++ {
		if c != CotBHXH {
			dat(tb, "A.4.1", c, 31)
		}
	}
	tb.TenDonVi = "Công ty TNHH May Mẫu"
	nop := Dong{Ma: "C.1", Ten: "+ UNC số 00123, ngày 05/10/2026", SoUNC: "00123", NgayUNC: 20261005}
	for c := range SoCot {
		nop.O[c] = form.BlankValue()
	}
	nop.O[CotBHXH] = form.Value{}
	nop.O[CotCong] = form.NumValue(147_522_500)
	for i, d := range tb.Dong {
		if d.Ma == "C" {
			tb.Dong = append(tb.Dong[:i+1:i+1], append([]Dong{nop}, tb.Dong[i+1:]...)...)
			break
		}
	}
	return tb
}

// stt is what the template prints in the first column.
func stt(ma string) string {
	if so, ok := strings.CutPrefix(ma, "B.2."); ok {
		return "1." + so // the template's slip
	}
	_, so, ok := strings.Cut(ma, ".")
	if !ok {
		return ma
	}
	return so
}

// giong compares what was read with what was written, cell by cell.
func giong(t *testing.T, got, want *ThongBao, blank bool) {
	t.Helper()
	if len(got.Dong) != len(want.Dong) {
		t.Fatalf("%d rows, want %d", len(got.Dong), len(want.Dong))
	}
	for i, w := range want.Dong {
		g := got.Dong[i]
		if g.Ma != w.Ma || g.SoUNC != w.SoUNC || g.NgayUNC != w.NgayUNC {
			t.Errorf("row %d: %s %s %v, want %s %s %v", i, g.Ma, g.SoUNC, g.NgayUNC, w.Ma, w.SoUNC, w.NgayUNC)
		}
		for _, c := range want.Cot() {
			a, b := g.O[c], w.O[c]
			if b.A != form.Known && !blank {
				b = a
			}
			if blank && b.A == form.Unknown {
				b = form.BlankValue() // struck through: empty on paper
			}
			if strings.Contains(w.Ma, ".") && (a.A != b.A || a.N != b.N) {
				t.Errorf("%s %s: %d/%d, want %d/%d", w.Ma, c.Ten(), a.A, a.N, b.A, b.N)
			}
		}
	}
	if got.Thang != want.Thang || got.MaDonVi != want.MaDonVi || got.Mau != want.Mau {
		t.Errorf("head %v %q %s", got.Thang, got.MaDonVi, got.Mau)
	}
}

func oCua(d Dong, c Cot, dots bool) string {
	switch {
	case d.O[c].A != form.Known:
		return ""
	case dots:
		return law.VietSo(d.O[c].N)
	}
	return fmt.Sprint(d.O[c].N)
}

// bangCua lays a statement out as the template's workbook does.
func bangCua(tb *ThongBao) Bang {
	b := Bang{Ten: "C12-TS"}
	row := func(n int, cells ...string) {
		var line []Chu
		for i, s := range cells {
			if s != "" {
				line = append(line, Chu{Cot: i, Noi: fmt.Sprintf("%c%d", 'A'+i, n), S: s})
			}
		}
		b.Dong = append(b.Dong, line)
	}
	row(7, "THÔNG BÁO KẾT QUẢ ĐÓNG BHXH, BHYT, BHTN, BHTNLĐ, BNN")
	row(8, "Tháng "+fmt.Sprint(tb.Thang.Num())+" năm "+fmt.Sprint(tb.Thang.Year()))
	row(9, "Kính gửi: Công ty TNHH May Mẫu")
	row(10, "Địa chỉ: Số 1, đường Mẫu Mã đơn vị YN0001A")
	if tb.Mau == Mau366 {
		row(16, "STT", "NỘI DUNG", "BHXH", "", "BHYT", "BHTN", "BHTNLĐ, BNN", "CỘNG")
		row(17, "", "", "ÔĐ, TS", "HTTT")
		row(18, "A", "B", "1", "2", "3", "4", "5", "6 = 1+2+3+4+5")
	} else {
		row(16, "STT", "Nội dung", "BHXH", "BHYT", "BHTN", "BHTNLĐ", "Cộng")
	}
	for i, d := range tb.Dong {
		cells := []string{stt(d.Ma), d.Ten}
		for _, c := range tb.Cot() {
			cells = append(cells, oCua(d, c, i%2 == 0))
		}
		row(19+i, cells...)
	}
	row(90, "e) Tổng số nộp thiếu là 299.567.280 đồng, đề nghị đơn vị nộp")
	row(91, "để kiểm tra điều chỉnh trước ngày 15/11/2026.")
	return b
}

func TestDocBang(t *testing.T) {
	for _, tb := range []*ThongBao{mau(t), cu(mau(t))} {
		tb.MaDonVi = "YN0001A"
		got, vd := DocBang([]Bang{{Ten: "khác", Dong: [][]Chu{{{Cot: 0, Noi: "A1", S: "ghi chú"}}}}, bangCua(tb)})
		if len(vd) != 0 {
			t.Errorf("problems %+v", vd)
		}
		giong(t, got, tb, true)
		if got.TongThieu == nil || *got.TongThieu != 299_567_280 || got.KiemTra != 20261115 || got.TenDonVi != "Công ty TNHH May Mẫu" {
			t.Errorf("around the table: %v %v %q", got.TongThieu, got.KiemTra, got.TenDonVi)
		}
	}
}

// A cell that is no number is named with its address and is not known; the other
// cells of the row are.
func TestDocBangFaults(t *testing.T) {
	tb := mau(t)
	b := bangCua(tb)
	for i, row := range b.Dong {
		if row[0].S == "3" && len(row) > 4 {
			b.Dong[i][2].S = "12o.000"
			break
		}
	}
	got, vd := DocBang([]Bang{b})
	if len(vd) != 1 || vd[0].Ma != maSo || vd[0].GiaTri != "12o.000" || vd[0].Noi == "" {
		t.Fatalf("problems %+v", vd)
	}
	d := got.dong("B.3")
	if d.O[CotOmDau].A != form.Unknown || d.O[CotHuuTri].A != form.Known {
		t.Errorf("row %+v", d)
	}
	_, vd = DocBang([]Bang{{Ten: "x", Dong: [][]Chu{{{Cot: 0, Noi: "A1", S: "Bảng lương"}}}}})
	if len(vd) != 1 || vd[0].Ma != maKhongBang || vd[0].Cap != form.Loi {
		t.Errorf("problems %+v", vd)
	}
}

// Text has lost the columns: full rows are read, others where the template leaves one
// choice, and what is not clear is named and not known.
func TestDocVanBan(t *testing.T) {
	for _, tb := range []*ThongBao{mau(t), cu(mau(t))} {
		tb.MaDonVi = "YN0001A"
		var b strings.Builder
		b.WriteString("Tháng 10 năm 2026\nMã đơn vị YN0001A\n")
		if tb.Mau == Mau366 {
			b.WriteString("ÔĐ, TS HTTT\n")
		}
		for _, d := range tb.Dong {
			b.WriteString(stt(d.Ma) + " " + d.Ten)
			for _, c := range tb.Cot() {
				b.WriteString(" " + oCua(d, c, true))
			}
			b.WriteString("\n")
		}
		got, vd := DocVanBan(b.String())
		if len(vd) != 0 {
			t.Errorf("problems %+v", vd)
		}
		giong(t, got, tb, false)
	}
	got, vd := DocVanBan("Tháng 10 năm 2026\nÔĐ, TS HTTT\nA Kỳ trước mang sang\n1 Số lao động 4 4 4 4 4\n2.2 Thiếu 1.000 2.000\n")
	if d := got.dong("A.2.2"); d == nil || d.O[CotHuuTri].A != form.Unknown {
		t.Errorf("an unclear row was read: %+v", d)
	}
	if len(vd) != 2 || vd[0].Ma != maKhongRoCot || vd[1].Ma != maThieuDong {
		t.Errorf("problems %+v", vd)
	}
	tabs := "STT\tNỘI DUNG\tÔĐ, TS\tHTTT\tBHYT\tBHTN\tBHTNLĐ, BNN\tCỘNG\nB\tPhát sinh\n3\tPhải đóng\t\t7\t\t\t\t7\n"
	if got, _ := DocVanBan(tabs); got.soHoac("B.3", CotHuuTri) != 7 {
		t.Errorf("tabs: %+v", got.Dong)
	}
}

// Words of a page are read by where they stand: a surplus that stands alone in the
// last column stays there.
func TestDocTrang(t *testing.T) {
	tb := mau(t)
	tb.MaDonVi = "YN0001A"
	var words []Tu
	y, page := 100_000, 1
	put := func(right int, s string) {
		w := 5_000 * len([]rune(s))
		words = append(words, Tu{page, right - w, y, right, y + 10_000, s})
	}
	edge := func(i int) int { return 300_000 + 60_000*i }
	head := func() {
		for i, s := range []string{"ÔĐ,", "HTTT", "BHYT", "BHTN", "BHTNLĐ,", "CỘNG"} {
			put(edge(i)-18_000, s)
		}
		y += 12_000
		for i, s := range []string{"A", "B", "1", "2", "3", "4", "5"} {
			put([]int{30_000, 120_000, edge(0) - 25_000, edge(1) - 25_000, edge(2) - 25_000, edge(3) - 25_000, edge(4) - 25_000}[i], s)
		}
		y += 12_000
	}
	for _, s := range []string{"Tháng 10 năm 2026", "Mã đơn vị YN0001A"} {
		x := 40_000
		for _, w := range strings.Fields(s) {
			x += 60_000
			put(x, w)
		}
		y += 12_000
	}
	head()
	for i, d := range tb.Dong {
		if i == 30 {
			y, page = 40_000, 2
			head()
		}
		put(30_000, stt(d.Ma))
		for k, w := range strings.Fields(d.Ten) {
			x := 60_000 + 14_000*k
			words = append(words, Tu{page, x, y, x + 13_000, y + 10_000, w})
		}
		for k, c := range tb.Cot() {
			if s := oCua(d, c, true); s != "" {
				put(edge(k), s)
			}
		}
		y += 12_000
	}
	got, vd := DocTrang(words)
	if len(vd) != 0 {
		t.Errorf("problems %+v", vd)
	}
	giong(t, got, tb, true)
}

func TestDocTu(t *testing.T) {
	const page = `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><doc><page width="595.28" height="841.89">
<word xMin="83.240000" yMin="28.5" xMax="102.743999" yMax="38">BẢO &amp;</word></page></doc></body></html>`
	got, err := DocTu(strings.NewReader(page))
	if want := []Tu{{1, 83240, 28500, 102743, 38000, "BẢO &"}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, bad := range []string{"", "%PDF-1.7", "<page><word>"} {
		if _, err := DocTu(strings.NewReader(bad)); !errors.Is(err, ErrTrang) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestDocJSON(t *testing.T) {
	const in = `{"c12s":[{"tenDonVi":"Công ty Mẫu","maDonVi":"YN0001A","stt":"A","noiDung":"Kỳ trước mang sang","bhxh":null},
{"stt":"A.1","noiDung":"Số lao động","bhxh":4,"bhyt":4,"bhtn":4,"bhtnld":4,"cong":null},
{"stt":"B.3","noiDung":"Phải đóng","bhxh":"27.000.000","bhyt":4500000,"bhtn":2000000,"bhtnld":500000,"cong":34000000},{"stt":"Đ.1","noiDung":"Số lao động","bhxh":4}]}`
	got, vd, err := DocJSON([]byte(in))
	if err != nil || got.Mau != MauCu || got.MaDonVi != "YN0001A" || got.soHoac("B.3", CotBHXH) != 27_000_000 || got.soHoac("B.3", CotCong) != 34_000_000 {
		t.Fatalf("got %+v, %v", got, err)
	}
	if len(vd) != 1 || vd[0].Ma != maThang {
		t.Errorf("problems %+v", vd)
	}
	if _, _, err := DocJSON([]byte(`{"rows":[]}`)); !errors.Is(err, ErrJSON) {
		t.Errorf("got %v", err)
	}
}

// A statement is kept as JSON and comes back the same, and as the mẫu it is.
func TestThongBaoJSON(t *testing.T) {
	tb := mau(t)
	for i, d := range tb.Dong[:5] {
		got := Dong{}
		data, err := d.MarshalJSON()
		if err == nil {
			err = got.UnmarshalJSON(data)
		}
		if err != nil || !reflect.DeepEqual(got, d) {
			t.Errorf("row %d: got %+v, want %+v, %v", i, got, d, err)
		}
	}
	d := tb.Doc()
	back := TuMau(d)
	giong(t, back, tb, false)
	if len(d.Check(20261115, thang)) == 0 && c12ts.D366 == nil {
		t.Error("no mẫu")
	}
	if cu(tb).Doc() != nil {
		t.Error("the older layout is made the mẫu")
	}
}
