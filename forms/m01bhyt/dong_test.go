package m01bhyt

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

func TestDongAndBack(t *testing.T) {
	n := facts.NguoiLaoDong{HoTen: "Trần Thị Bé", MaSoBHXH: "7911000002", NgaySinh: 20200815, MaKCB: "79024"}
	me := facts.NguoiLaoDong{HoTen: "Trần Thị Thử", SoCCCD: "079195000012", DienThoai: "0912345678", MaXa: "26740", MaTinh: "79"}
	r := Dong(n, me, "Mẹ")
	if Nguoi(r) != n {
		t.Errorf("%s: another person comes back", D188.Table.AppendRow(nil, r))
	}
	if DNHoTen.Get(r) != me.HoTen || DNQuanHe.Get(r) != "Mẹ" || TongChi.Known(r) || LyDo.Known(r) {
		t.Errorf("got %s", D188.Table.AppendRow(nil, r))
	}
	TheBHYT.Set(&r, "TE1797911000002")
	if got, want := Nguoi(r).MaSoBHXH, "7911000002"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d := form.New(D188)
	d.Head, d.Rows = Dau("Bảo hiểm xã hội Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", 20261122), []form.Row{r}
	if !form.Blocks(d.Check(20261122, 202611)) {
		t.Error("a request without a treatment passes")
	}
}
