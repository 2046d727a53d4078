package m09hsb

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

func TestDongAndBack(t *testing.T) {
	n := facts.NguoiLaoDong{HoTen: "Nguyễn Văn Mẫu", MaSoBHXH: "7911000002", NgaySinh: 19660102}
	r := DongCuaDonVi(facts.DonVi{Ten: "Công ty TNHH May Mẫu"}, n, 20261015)
	if Nguoi(r) != n {
		t.Errorf("%s: another person comes back", D166.Table.AppendRow(nil, r))
	}
	got := string(D166.Table.AppendRow(nil, r))
	want := `{"HoTen":"Nguyễn Văn Mẫu","NgaySinh":"1966-01-02","MaSoBHXH":"7911000002","TinhTrang":"1","DonViCheDo":"Công ty TNHH May Mẫu","NgayChet":"2026-10-15","ID":"7911000002"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	d := form.New(D166)
	d.Head, d.Rows = Dau("Bảo hiểm xã hội Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", 20261122), []form.Row{r}
	if !form.Blocks(d.Check(20261122, 202611)) {
		t.Error("a declaration without who declares passes")
	}
}
