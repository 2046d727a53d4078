package mauso2

import (
	"testing"

	"ankhai/forms/facts"
)

var nguoi = facts.NguoiLaoDong{
	HoTen: "Trần Thị Thử", MaSoBHXH: "7911000012", SoCCCD: "079195000012", NgaySinh: 19950815, GioiTinh: facts.Nu, QuocTich: "VN", DanToc: "01",
	DienThoai: "0912345678", Email: "thu@congty.vn", DiaChi: "Số 1, đường Mẫu", MaXa: "26740", MaTinh: "79", MaKCB: "79024",
}

func TestDongAndBack(t *testing.T) {
	if got := Nguoi(Dong(nguoi, "Đổi nơi khám, chữa bệnh ban đầu")); got != nguoi {
		t.Errorf("got  %+v\nwant %+v", got, nguoi)
	}
}

// The form leaves the dân tộc of a foreigner blank, and nothing is guessed.
func TestDongOfAForeigner(t *testing.T) {
	got := string(N188.Table.AppendRow(nil, Dong(facts.NguoiLaoDong{HoTen: "Kim Min", QuocTich: "KR", DanToc: "99"}, "")))
	if want := `{"HoTen":"Kim Min","QuocTich":"KR"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
