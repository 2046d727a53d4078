package ivan04dk

import (
	"testing"

	"ankhai/forms/facts"
)

func TestDau(t *testing.T) {
	dv := facts.DonVi{Ten: "Công ty TNHH May Mẫu", MaDonVi: "YN0001A", Email: "a@b.vn", DienThoai: "0912345678"}
	got := string(QD08.Head.AppendRow(nil, Dau(dv, "Viettel", "Thu BHXH", "Huế", 20261122)))
	want := `{"TenDonVi":"Công ty TNHH May Mẫu","MaDonVi":"YN0001A","Email":"a@b.vn","DienThoai":"0912345678","TenThuTuc":"Thu BHXH","TenIVAN":"Viettel","NoiLap":"Huế","NgayLap":"2026-11-22"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestChungThu(t *testing.T) {
	got := string(QD08.Table.AppendRow(nil, Cot.DienChungThu("00AA", "VNPT-CA", "CN=MẪU", 20260101, 20290101)))
	want := `{"Serial":"00AA","ToChuc":"VNPT-CA","ChuThe":"CN=MẪU","Tu":"2026-01-01","Den":"2029-01-01"}`
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
