package office

import (
	"testing"

	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Rows are held against the roster: what does not follow from it is reminded.
func TestCheckRoster(t *testing.T) {
	lan := facts.NguoiLaoDong{HoTen: "Nguyễn Thị Lan", MaSoBHXH: "7900000001", SoCCCD: "079190000001", NgaySinh: 19900305, ChucDanh: "Thợ may",
		TrangThai: facts.DangDong, Luong: facts.Luong{Known: true, MucLuong: 7_000_000}}
	mai := lan
	mai.HoTen, mai.MaSoBHXH, mai.SoCCCD, mai.NgaySinh, mai.TrangThai = "Phạm Thị Mai", "7900000002", "079195000002", 19950115, facts.ThaiSan
	tu := lan
	tu.HoTen, tu.MaSoBHXH, tu.SoCCCD, tu.NgaySinh, tu.TrangThai = "Hoàng Văn Tú", "7900000003", "079091000003", 19910505, facts.DaNghi
	moi := lan
	moi.HoTen, moi.MaSoBHXH, moi.SoCCCD, moi.NgaySinh = "Bùi Văn Mới", "7900000004", "079091000004", 19910606
	roster := []facts.NguoiLaoDong{lan, mai, tu}
	tests := []struct {
		name string
		who  facts.NguoiLaoDong
		pa   string
		edit func(*form.Row)
		want string
	}{
		{"a raise", lan, "DC", func(r *form.Row) { d02lt.MucLuong.Set(r, 8_000_000) }, ""},
		{"adjusted to the same pay", lan, "DC", nil, "HS-DS-NHU-CU"},
		{"adjusted to the same title", lan, "CD", nil, "HS-DS-NHU-CU"},
		{"another title", lan, "CD", func(r *form.Row) { d02lt.ChucDanh.Set(r, "Tổ trưởng") }, ""},
		{"increase of somebody active", lan, "TD", nil, "HS-DS-DANG-DONG"},
		{"leaves", lan, "GH", nil, ""},
		{"goes on maternity leave", lan, "TS", nil, ""},
		{"back without having been away", lan, "ON", nil, "HS-DS-DI-LAM"},
		{"back from maternity leave", mai, "ON", nil, ""},
		{"leaves twice", tu, "GH", nil, "HS-DS-DA-GIAM"},
		{"hired again", tu, "TD", nil, ""},
		{"hired", moi, "TD", nil, ""},
		{"decrease of somebody unknown", moi, "GH", nil, "HS-DS-KHONG-CO"},
		{"the number of another", moi, "TD", func(r *form.Row) { d02lt.MaSoBHXH.Set(r, lan.MaSoBHXH) }, "HS-DS-MA-SO"},
		{"numbers of two people", lan, "DC", func(r *form.Row) { d02lt.SoCCCD.Set(r, mai.SoCCCD) }, "HS-DS-HAI-NGUOI"},
		{"two numbers of one person", tu, "TD", func(r *form.Row) { d02lt.MaSoBHXH.Set(r, "7999999999") }, "HS-DS-HAI-MA-SO"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			row := d02lt.Dong(tt.who, tt.pa, law.MonthOf(2026, 11), 0, "")
			if tt.edit != nil {
				tt.edit(&row)
			}
			c := rosterCheck{before: knownPeople(roster), during: knownPeople(roster)}
			c.row(1, row)
			got := ""
			for _, f := range c.out {
				got += f.Code
				if f.Level != form.Nhac || len(f.Places) != 1 || f.Places[0].Row != 1 {
					t.Errorf("fault %+v", f)
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	// Hired and raised in the same month: the second dossier knows of the first.
	c := rosterCheck{before: knownPeople(roster), during: knownPeople(append(roster, moi))}
	row := d02lt.Dong(moi, "DC", law.MonthOf(2026, 11), 0, "")
	c.row(1, row)
	if len(c.out) != 0 {
		t.Errorf("hired this month: %+v", c.out)
	}
}
