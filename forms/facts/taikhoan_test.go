package facts

import "testing"

func TestCheckTaiKhoan(t *testing.T) {
	for s, want := range map[string]mong{
		"": {}, "0011002233445": {}, "123456": {},
		"0011 0022 33445": {say: "dấu cách", nhac: true, goi: "0011002233445"},
		"TRANTHITHU":      {say: "có chữ cái", nhac: true},
		"12345":           {say: "6 đến 19", nhac: true},
		"số của tôi":      {say: "6 đến 19", nhac: true},
	} {
		soMong(t, s, CheckTaiKhoan(s), want)
	}
}

func TestCheckChuTaiKhoan(t *testing.T) {
	for _, c := range []struct {
		chu, ten string
		ok       bool
	}{
		{"TRAN THI THU", "Trần Thị Thử", true}, {"", "Trần Thị Thử", true}, {"TRAN VAN CON", "Trần Thị Thử", false},
	} {
		if got := CheckChuTaiKhoan(c.chu, c.ten); got.OK() != c.ok {
			t.Errorf("%s: got %+v", c.chu, got)
		}
	}
}

func TestNoiO(t *testing.T) {
	if got, want := NoiO("Số 1, đường Mẫu", "00004", "01"), "Số 1, đường Mẫu, Phường Ba Đình, Thành phố Hà Nội"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := NoiO("", "00004", ""), "Phường Ba Đình"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := CheckXaTinh("00004", "79"); got.OK() {
		t.Error("a commune of another province passes")
	}
	if got := CheckXaTinh("00004", "01"); !got.OK() || !CheckXaTinh("99999", "01").OK() || !CheckXaTinh("00004", "").OK() {
		t.Errorf("got %+v", got)
	}
}
