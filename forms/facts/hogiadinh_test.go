package facts

import "testing"

func TestWhoIsOfAHousehold(t *testing.T) {
	h := HoGiaDinh{ThanhVien: []ThanhVien{{HoTen: "Trần Thị Thử", SoCCCD: "079195000012", NgaySinh: 19950815}, {HoTen: "Lê Văn Con", NgaySinh: 20200101}}}
	for _, c := range []struct {
		n    NguoiLaoDong
		want bool
	}{
		{NguoiLaoDong{HoTen: "Tên Khác", SoCCCD: "079195000012"}, true},
		{NguoiLaoDong{HoTen: "Trần Thị Thử", SoCCCD: "079195000099", NgaySinh: 19950815}, false}, // another number is another person
		{NguoiLaoDong{HoTen: "Trần Thị Thử", MaSoBHXH: "7912345678", NgaySinh: 19950815}, true},
		{NguoiLaoDong{HoTen: "Lê Văn Con", NgaySinh: 20200101}, true},
		{NguoiLaoDong{HoTen: "Lê Văn Con"}, false},
		{NguoiLaoDong{}, false},
	} {
		if got := h.Trong(c.n); got != c.want {
			t.Errorf("%+v: got %v", c.n, got)
		}
	}
}
