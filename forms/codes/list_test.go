package codes

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/law"
)

// Every list can be read, says where it comes from, and is written in NFC.
func TestListsAreWhole(t *testing.T) {
	files, err := os.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	if got := len(Lists()) + 1; got != len(files) { // and danh-muc.tsv itself
		t.Errorf("%d lists are named, %d files are there", got-1, len(files)-1)
	}
	for _, l := range Lists() {
		if ByName(l.ID()) != l {
			t.Errorf("%s: ByName does not find it", l.ID())
		}
		if l.Name() == "" || l.Basis() == "" || !l.Checked().Valid() || !known(l.Confidence()) {
			t.Errorf("%s: name, basis, day or confidence is missing", l.ID())
		}
		if l.Len() == 0 {
			t.Errorf("%s: empty", l.ID())
		}
		for _, i := range l.All() {
			for _, s := range []string{i.Ma, i.Ten, i.Nhom, i.Khac, i.CanCu} {
				if !norm.NFC.IsNormalString(s) || s != strings.Join(strings.Fields(s), " ") {
					t.Errorf("%s %s: %q is not NFC or has spaces too many", l.ID(), i.Ma, s)
				}
			}
			if got, ok := l.Get(i.Ma); !ok || got != i {
				t.Errorf("%s %s: Get gives %+v", l.ID(), i.Ma, got)
			}
			if i.CanCu == "" || !known(i.Confidence) {
				t.Errorf("%s %s: no basis or confidence", l.ID(), i.Ma)
			}
		}
	}
	if ByName("khong-co") != nil {
		t.Error("ByName finds a list that is not there")
	}
}

func TestListSizes(t *testing.T) {
	for _, c := range []struct {
		l    *List
		want int
	}{
		{PhuongAn, 26}, {PhuongAnTN, 11}, {PhuongAnYT, 4}, {LoaiKeKhai, 5}, {LyDoGiam, 4}, {LoaiHD, 3}, {ViTri, 4},
		{GioiTinh, 2}, {CCNS, 3}, {Tinh, 34}, {TinhCu, 63}, {Xa, 3321}, {VungLuong, 3321}, {VungLTT, 4}, {KCB, 11794},
		{DanToc, 56}, {QuocTich, 240}, {QuanHe, 23}, {MucHuong, 5}, {DoiTuong, 43}, {VungSS, 3}, {PhuongThuc, 6}, {NganHang, 60}, {IVAN, 15},
	} {
		if got := c.l.Len(); got != c.want {
			t.Errorf("%s: %d entries, want %d", c.l.ID(), got, c.want)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		l         *List
		code, ten string
	}{
		{PhuongAn, "TM", "Tăng mới"}, {PhuongAn, "GH", "Giảm hẳn"}, {PhuongAn, "OF", "Nghỉ do ốm đau/Nghỉ không lương"},
		{PhuongAn, "XX", ""}, {PhuongAn, "", ""}, {PhuongAn, "tm", ""},
		{LoaiHD, "1", "Hợp đồng lao động xác định thời hạn"}, {ViTri, "WP_NNQL", "Nhà quản lý"},
		{GioiTinh, "0", "Nữ"}, {GioiTinh, "1", "Nam"}, {CCNS, "2", "Chỉ có năm"},
		{Tinh, "01", "Thành phố Hà Nội"}, {Tinh, "75", "Thành phố Đồng Nai"}, {Tinh, "02", ""}, {TinhCu, "02", "Tỉnh Hà Giang"},
		{Xa, "00004", "Phường Ba Đình"}, {VungLTT, "01", "Vùng I"}, {KCB, "01001", "Bệnh viện Hữu Nghị"},
		{DanToc, "01", "Kinh"}, {DanToc, "99", "Người nước ngoài"}, {QuocTich, "VN", "Việt Nam"}, {QuocTich, "KR", "Hàn Quốc"},
		{QuanHe, "00", "Chủ hộ"}, {QuanHe, "20", "Con rể"}, {VungSS, "K3", "Người đang sinh sống tại xã đảo, huyện đảo"},
		{PhuongThuc, "1", "Hằng tháng"}, {LyDoGiam, "GH4", "Chết"}, {NganHang, "VCB", "Ngân hàng TMCP Ngoại Thương Việt Nam"}, {NganHang, "MOMO", ""},
	} {
		if got := c.l.Label(c.code); got != c.ten {
			t.Errorf("%s %s = %q, want %q", c.l.ID(), c.code, got, c.ten)
		}
		if c.l.Has(c.code) != (c.ten != "") {
			t.Errorf("%s: Has(%q) is wrong", c.l.ID(), c.code)
		}
	}
	if i, _ := LoaiHD.Get("2"); i.Confidence != law.Low {
		t.Errorf("loại hợp đồng 2 is marked %s", i.Confidence)
	}
	if i, _ := LoaiHD.Get("0"); i.Confidence != law.Medium {
		t.Errorf("loại hợp đồng 0 is marked %s", i.Confidence)
	}
}

// What belongs to something belongs to something that is there.
func TestGroups(t *testing.T) {
	for _, i := range Xa.All() {
		if !Tinh.Has(i.Nhom) {
			t.Errorf("xã %s is in province %q", i.Ma, i.Nhom)
		}
		vung, ok := VungCuaXa(i.Ma)
		if !ok || !VungLTT.Has(vung) {
			t.Errorf("xã %s is in wage region %q", i.Ma, vung)
		}
		if VungLuong.Label(i.Ma) != i.Ten {
			t.Errorf("xã %s has two names", i.Ma)
		}
	}
	for _, i := range TinhCu.All() {
		if !Tinh.Has(i.Nhom) {
			t.Errorf("old province %s went to %q", i.Ma, i.Nhom)
		}
	}
	central := 0 // 97 and 98 are the army's and the police's own
	for _, i := range KCB.All() {
		if len(i.Ma) != 5 || i.Ma[:2] != i.Nhom {
			t.Errorf("facility %s is in %q", i.Ma, i.Nhom)
		}
		if !TinhCu.Has(i.Nhom) {
			central++
		}
	}
	if central != 14 {
		t.Errorf("%d facilities are in no province, want 14", central)
	}
	for _, i := range DoiTuong.All() {
		if !MucHuong.Has(i.Nhom) {
			t.Errorf("đối tượng %s has benefit level %q", i.Ma, i.Nhom)
		}
	}
	count := map[string]int{}
	for _, i := range VungLuong.All() {
		count[i.Nhom]++
	}
	for vung, want := range map[string]int{"01": 439, "02": 435, "03": 800, "04": 1647} {
		if count[vung] != want {
			t.Errorf("wage region %s: %d communes, want %d", vung, count[vung], want)
		}
	}
	if n := len(Xa.Of("01")); n != 126 {
		t.Errorf("Hà Nội has %d communes, want 126", n)
	}
}

func TestNhom(t *testing.T) {
	for pa, want := range map[string]string{
		"TM": NhomTang, "ON": NhomTang, "TC": NhomTang, "GH": NhomGiam, "GD": NhomGiam, "TS": NhomGiamTam, "OF": NhomGiamTam,
		"KL": NhomGiamTam, "DC": NhomDieuChinh, "CD": NhomDieuChinh, "AD": NhomTruyDong, "SB": NhomThoaiThu,
		"TT": NhomTangQuy, "TU": NhomGiamQuy, "XX": "", "": "",
	} {
		if got := Nhom(pa); got != want {
			t.Errorf("Nhom(%q) = %q, want %q", pa, got, want)
		}
	}
	groups := map[string]bool{
		NhomTang: true, NhomGiam: true, NhomGiamTam: true, NhomDieuChinh: true,
		NhomTruyDong: true, NhomThoaiThu: true, NhomTangQuy: true, NhomGiamQuy: true,
	}
	for _, i := range PhuongAn.All() {
		if !groups[i.Nhom] {
			t.Errorf("phương án %s is in group %q", i.Ma, i.Nhom)
		}
	}
}

func TestInForce(t *testing.T) {
	old, _ := TinhCu.Get("02")
	now, _ := Tinh.Get("08")
	for _, c := range []struct {
		i    Item
		on   law.Day
		want bool
	}{
		{old, 20250630, true}, {old, 20250701, false}, {now, 20250630, false}, {now, 20250701, true}, {now, 20261122, true},
	} {
		if got := c.i.InForce(c.on); got != c.want {
			t.Errorf("%s %s on %v: %v", c.i.Ma, c.i.Ten, c.on, got)
		}
	}
}

func TestItemJSON(t *testing.T) {
	i, _ := Tinh.Get("01")
	b, err := json.Marshal(i)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"ma":"01","ten":"Thành phố Hà Nội","khac":"Hà Nội","tu":"2025-07-01","canCu":"Nghị quyết 202/2025/QH15; Quyết định 19/2025/QĐ-TTg","confidence":"high"}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
}

// A wrong list is refused with file, line and column.
func TestWrongLists(t *testing.T) {
	l := &List{file: "a", basis: "b", confidence: law.High}
	for _, c := range []struct{ what, text, want string }{
		{"empty", "", "a.tsv: no lines"},
		{"only names", "ma\tten\n", "a.tsv: no lines"},
		{"unknown column", "ma\ttenn\n1\tA\n", `a.tsv:1: no column "tenn"`},
		{"a cell too many", "ma\tten\n1\tA\t\n", "a.tsv:2: 3 cells under 2 columns"},
		{"a cell too few", "ma\tten\n1\tA\n2\n", "a.tsv:3: 1 cells under 2 columns"},
		{"no code", "ma\tten\n\tA\n", "a.tsv:2: ma, ten: must be filled"},
		{"no name", "ma\tten\n1\t\n", "a.tsv:2: ma, ten: must be filled"},
		{"code twice", "ma\tten\n1\tA\n1\tB\n", "a.tsv:3: ma: 1 is twice"},
		{"no such day", "ma\tten\ttu\n1\tA\t2026-02-30\n", "a.tsv:2: tu: "},
		{"no such day", "ma\tten\tden\n1\tA\tx\n", "a.tsv:2: den: "},
		{"confidence", "ma\tten\tconfidence\n1\tA\tsure\n", `a.tsv:2: confidence: "sure"`},
	} {
		_, err := readList(l, "a.tsv", c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want …%s…", c.what, err, c.want)
		}
	}
	c, err := readList(l, "a.tsv", "ma\tten\ttu\tconfidence\r\n1\tA\t2026-07-01\tlow\r\n2\tB\t\t\r\n")
	if err != nil || len(c.items) != 2 || c.items[0].Tu != 20260701 || c.items[0].Confidence != law.Low || c.items[1].Confidence != law.High {
		t.Errorf("got %+v, %v", c, err)
	}
}
