package d01ts

import (
	"testing"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

var (
	nguoi = facts.NguoiLaoDong{
		HoTen: "Trần Thị Thử", MaSoBHXH: "7911000001", SoCCCD: "079195000012",
		HopDong: facts.HopDong{So: "01/2026/HĐLĐ", NgayKy: 20260701, Loai: "1", Tu: 20260705},
	}
	donVi = facts.DonVi{Ten: "Công ty TNHH May Mẫu", MaDonVi: "YN0001A"}
)

func TestCacCarriesWhatIsKnown(t *testing.T) {
	rows := Cac(nguoi, donVi, "TM", 202607)
	if len(rows) != 2 {
		t.Fatalf("got %d papers, want contract and payroll", len(rows))
	}
	for i, want := range []string{
		`{"HoTen":"Trần Thị Thử","MaSoBHXH":"7911000001","TenLoaiVanBan":"Hợp đồng lao động","SoVanBan":"01/2026/HĐLĐ",` +
			`"NgayBanHanh":"2026-07-01","NgayHieuLuc":"2026-07-05","CoQuanBanHanh":"Công ty TNHH May Mẫu",` +
			`"NoiDungThamDinh":"Truy tăng Trần Thị Thử từ 07/2026"}`,
		`{"HoTen":"Trần Thị Thử","MaSoBHXH":"7911000001","TenLoaiVanBan":"Bảng lương","CoQuanBanHanh":"Công ty TNHH May Mẫu",` +
			`"NoiDungThamDinh":"Truy tăng Trần Thị Thử từ 07/2026"}`,
	} {
		if got := string(D595.Table.AppendRow(nil, rows[i])); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	if got := Nguoi(rows[0]); got.HoTen != nguoi.HoTen || got.MaSoBHXH != nguoi.MaSoBHXH {
		t.Errorf("got %+v", got)
	}
}

// A birth certificate is not the employer's paper: its issuer stays unknown.
func TestIssuerOfOthersStaysUnknown(t *testing.T) {
	r := Dong(nguoi, donVi, "Giấy chứng sinh", "TS", 202607)
	if CoQuanBanHanh.Known(r) || SoVanBan.Known(r) {
		t.Errorf("got %s", D595.Table.AppendRow(nil, r))
	}
	if got, want := NoiDungThamDinh.Get(r), "Truy giảm Trần Thị Thử từ 07/2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPapersAreOfPhuongAn(t *testing.T) {
	for pa := range giayTo {
		if !codes.PhuongAn.Has(pa) {
			t.Errorf("no phương án %s in the list", pa)
		}
	}
	if VanBan("TT") != nil {
		t.Error("papers for a phương án of which none are known")
	}
}

func TestTrichLuocSaysNothingItDoesNotKnow(t *testing.T) {
	for _, got := range []string{TrichLuoc("", "TM", 202607), TrichLuoc("A", "TM", 0), TrichLuoc("A", "??", 202607)} {
		if got != "" {
			t.Errorf("got %q", got)
		}
	}
	if got, want := TrichLuoc("A", "DC", 202607), "Thay đổi lương, chức danh A từ 07/2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDau(t *testing.T) {
	got := string(D595.Head.AppendRow(nil, Dau(donVi, "Truy thu", "D02-LT", "Huế", 20261122)))
	want := `{"TenDonVi":"Công ty TNHH May Mẫu","MaDonVi":"YN0001A","TenBangKe":"Truy thu","KemTheo":"D02-LT","NoiLap":"Huế","NgayLap":"2026-11-22"}`
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A day written for people is read too.
func TestReadsBothDates(t *testing.T) {
	e := ngayGio("NgayBanHanh", NgayBanHanh)
	for _, s := range []string{"2026-07-01T00:00:00", "2026-07-01", "01/07/2026"} {
		var r form.Row
		if !e.Read(form.WireRow{Row: &r}, s) || NgayBanHanh.Get(r) != 20260701 {
			t.Errorf("%s: got %v", s, NgayBanHanh.Get(r))
		}
	}
	var r form.Row
	if e.Read(form.WireRow{Row: &r}, "hôm nay") {
		t.Error("words are taken for a day")
	}
}
