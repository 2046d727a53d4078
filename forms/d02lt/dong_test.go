package d02lt

import (
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

var nguoi = facts.NguoiLaoDong{
	HoTen: "Trần Thị Thử", SoCCCD: "079195000012", NgaySinh: 19950815, GioiTinh: facts.Nu, QuocTich: "VN",
	ChucDanh: "Nhân viên kế toán", NoiLamViec: "Phường Bến Thành, Thành phố Hồ Chí Minh", Vung: "1", MaKCB: "79024",
	HopDong: facts.HopDong{Loai: "1", So: "12/2026", NgayKy: 20261028, Tu: 20261101, Den: 20271031},
	Luong:   facts.Luong{Known: true, MucLuong: 9_500_000, PhuCap: 500_000},
}

// A person of whom everything is known gives a row without faults.
func TestDongOfAKnownPerson(t *testing.T) {
	d := form.New(D366)
	d.Head = Dau(facts.DonVi{MaDonVi: "YN0001A", Ten: "Công ty TNHH May Mẫu", CoQuanBHXH: "07906", PhuongThuc: "1"}, 20261122)
	d.Rows = []form.Row{Dong(nguoi, "TM", 202611, 0, "")}
	if got := d.Check(20261122, 202611); len(got) > 0 {
		t.Errorf("got %+v", got)
	}
	r := d.Rows[0]
	if TyLeDong.Get(r) != 3200 || Loai.Get(r) != "1" || DaCoSo.Get(r) || !DaCoSo.Known(r) || VungLTT.Get(r) != "01" || ID.Get(r) != nguoi.SoCCCD {
		t.Errorf("got %s", D366.Table.AppendRow(nil, r))
	}
	if got := PhuongThuc.Get(d.Head); got != "Hằng tháng" {
		t.Errorf("got %q", got)
	}
}

// What nobody said stays unknown: no zero, no false, no code.
func TestDongLeavesTheUnknown(t *testing.T) {
	r := Dong(facts.NguoiLaoDong{HoTen: "Lê Văn A"}, "DC", 202611, 0, "")
	got := string(D366.Table.AppendRow(nil, r))
	want := `{"HoTen":"Lê Văn A","PhuongAn":"DC","TuThang":"2026-11","TinhLai":false,"CoGiamChet":false}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestDongOfAForeigner(t *testing.T) {
	n := nguoi
	n.QuocTich, n.SoCCCD = "KR", "M12345678"
	if r := Dong(n, "TM", 202611, 0, ""); TyLeDong.Get(r) != 3000 {
		t.Errorf("got %d", TyLeDong.Get(r))
	}
	n.QuocTich = "" // a passport alone does not say whose
	if r := Dong(n, "TM", 202611, 0, ""); TyLeDong.Known(r) {
		t.Error("the rate is guessed")
	}
}

// Whoever is new and has a number may have a book or only a health card.
func TestDongDoesNotGuessTheBook(t *testing.T) {
	n := nguoi
	for pa, want := range map[string]string{"TM": "unknown", "TH": "unknown", "TD": "yes", "DC": "yes", "GH": "yes"} {
		n.MaSoBHXH = "7912345678"
		r := Dong(n, pa, 202611, 0, "")
		got := "unknown"
		if DaCoSo.Known(r) {
			got = map[bool]string{true: "yes", false: "no"}[DaCoSo.Get(r)]
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", pa, got, want)
		}
	}
}

// Every column that is answered without anybody having said so names its article, and
// there is no other one.
func TestWhatIsFilledNamesItsArticle(t *testing.T) {
	named := map[string]bool{}
	for _, x := range TuDien {
		if x.CanCu == "" || x.Lam == "" {
			t.Errorf("%s names nothing", x.Cot.Col().Tag)
		}
		named[x.Cot.Col().Tag] = true
	}
	for _, pa := range []string{"TM", "TD", "GH", "TS", "DC", "AD", "SB", "TT"} {
		empty := Dong(facts.NguoiLaoDong{SoCCCD: nguoi.SoCCCD}, pa, 202611, 0, "")
		for _, c := range D366.Table.Columns() {
			given := c.Tag == PhuongAn.Tag || c.Tag == TuThang.Tag || c.Tag == SoCCCD.Tag || c.Tag == ID.Tag
			if c.Get(empty).A == form.Known && !given && !named[c.Tag] {
				t.Errorf("%s: %s is filled and names no article", pa, c.Tag)
			}
		}
	}
}

func TestDongInCoefficients(t *testing.T) {
	n := nguoi
	n.Luong = facts.Luong{Known: true, HeSo: 2340, PhuCapCV: 400, TNVK: 500}
	r := Dong(n, "TD", 202611, 0, "")
	if HeSo.Get(r) != 2340 || MucLuong.Known(r) || TNVK.Get(r) != 500 {
		t.Errorf("got %s", D366.Table.AppendRow(nil, r))
	}
}

func TestLoaiOnlyWhereCertain(t *testing.T) {
	for pa, want := range map[string]string{"TM": "1", "GH": "3", "TS": "3", "AD": "2", "SB": "4", "CD": "", "DC": "", "AT": "", "TH": ""} {
		if got := loai(pa); got != want {
			t.Errorf("%s: got %q, want %q", pa, got, want)
		}
	}
}

func TestTyLe(t *testing.T) {
	for _, c := range []struct {
		nn    bool
		thang law.Month
		want  int64
	}{{false, 202611, 3200}, {true, 202611, 3000}, {false, 190001, 0}} {
		if got := TyLe(c.nn, c.thang); got != c.want {
			t.Errorf("%v %s: got %d, want %d", c.nn, c.thang, got, c.want)
		}
	}
}

func TestSoNgay(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "Nghỉ việc": 0, "từ 15/11/2026": 1, "15/11/2026-20/12/2026": 2, "từ ngày 1/2/2026 đến 3/4/2026.": 2,
		"31/02/2026": 0, "số 123/2026": 0, "QĐ 5/2026/QĐ ngày 01/11/2026": 1, "015/11/2026": 0,
	} {
		if got := soNgay(s); got != want {
			t.Errorf("%q: got %d, want %d", s, got, want)
		}
	}
}

// The printed table has the 21 columns of the official form, numbered as there.
func TestPaperHasTheColumnsOfTheForm(t *testing.T) {
	d := form.New(D366)
	r := Dong(nguoi, "TM", 202611, 0, "ghi chú")
	HinhThucNhan.Set(&r, "1")
	d.Rows = []form.Row{r}
	var no, cells []string
	var walk func([]form.GridCol)
	walk = func(cols []form.GridCol) {
		for _, c := range cols {
			if c.Sub != nil {
				walk(c.Sub)
				continue
			}
			no = append(no, c.No)
			cells = append(cells, c.Value(form.View{Doc: d, Row: r, N: 1, K: 1}))
		}
	}
	for _, p := range D366.Papers[0].Parts {
		if g, ok := p.(form.Grid); ok {
			walk(g.Cols)
		}
	}
	if got, want := strings.Join(no, " "), "A B 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	want := "1|Trần Thị Thử||15/08/1995|Nhân viên kế toán, Phường Bến Thành, Thành phố Hồ Chí Minh|9.500.000|||||500.000||x||01/11/2026|11/2026||79024 Bệnh viện Nhân Dân 115|Bản điện tử|Tăng mới|ghi chú"
	if got := strings.Join(cells, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// BenchmarkCheck10000 is what a pause between two keys may cost.
func BenchmarkCheck10000(b *testing.B) {
	d := form.New(D366)
	for i := range 10_000 {
		r := Dong(nguoi, "TM", 202611, 0, "")
		SoCCCD.Set(&r, "0791950"+string([]byte{byte('0' + i/10000%10), byte('0' + i/1000%10), byte('0' + i/100%10), byte('0' + i/10%10), byte('0' + i%10)}))
		d.Rows = append(d.Rows, r)
	}
	b.ResetTimer()
	for b.Loop() {
		if n := len(d.Check(20261122, 202611)); n > 3 {
			b.Fatal(n)
		}
	}
}
