package payroll

import (
	"strings"
	"testing"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

// Each case is one thing that goes wrong with who a line means, and what is made of it.
func TestLikeness(t *testing.T) {
	type P = facts.NguoiLaoDong
	tests := []struct {
		name       string
		change     func(*P)
		from, till int
		say        string // one of the reasons
		twins      bool
	}{
		{"the same", func(p *P) {}, 100, 100, "cùng họ tên", false},
		{"name and birth alone", func(p *P) { *p = P{HoTen: p.HoTen, NgaySinh: p.NgaySinh} }, 75, 75, "cùng ngày sinh: 15/08/1995", false},
		{"name without its marks", func(p *P) { *p = P{HoTen: "NGUYEN VAN AN", NgaySinh: p.NgaySinh} }, 70, 70, "họ tên chỉ khác dấu: Nguyễn Văn An và NGUYEN VAN AN", false},
		{"name with another letter", func(p *P) { *p = P{HoTen: "Nguyễn Vân Anh", NgaySinh: p.NgaySinh} }, 55, 55, "họ tên khác một chữ cái hoặc thiếu chữ đệm", false},
		{"name without its middle", func(p *P) { *p = P{HoTen: "Nguyễn An", NgaySinh: p.NgaySinh} }, 55, 55, "thiếu chữ đệm", false},
		{"one digit of the CCCD", func(p *P) { p.SoCCCD, p.MaSoBHXH = "079095000007", "" }, 100, 100, "số CCCD chỉ khác một chữ số hoặc đảo hai chữ số: 079095000001 và 079095000007", false},
		{"two digits of the mã số turned", func(p *P) { p.MaSoBHXH, p.SoCCCD = "7900000010", "" }, 100, 100, "mã số BHXH chỉ khác một chữ số hoặc đảo hai chữ số", false},
		{"a digit of the mã số lost", func(p *P) { p.MaSoBHXH, p.SoCCCD = "790000001", "" }, 100, 100, "mã số BHXH chỉ khác", false},
		{"day and month turned", func(p *P) { p.SoCCCD, p.MaSoBHXH, p.MaNV, p.NgaySinh = "", "", "", 19950815 }, 0, 100, "cùng ngày sinh", false},
		{"the year of birth alone", func(p *P) { *p = P{HoTen: p.HoTen, NgaySinh: 19950000} }, 50, 50, "một bên không ghi đủ ngày: 15/08/1995 và 1995", false},
		{"another person of the name", func(p *P) {
			p.NgaySinh, p.SoCCCD, p.MaSoBHXH, p.MaNV = 19710203, "001071123456", "0123456789", "NV77"
		}, 0, atLeast - 1, "khác ngày sinh", false},
		{"another sex", func(p *P) { *p = P{HoTen: p.HoTen, NgaySinh: p.NgaySinh, GioiTinh: facts.Nu} }, 60, 60, "khác giới tính", false},
		{"CMND and CCCD", func(p *P) { *p = P{HoTen: p.HoTen, NgaySinh: p.NgaySinh, SoCCCD: "024123456"} }, 75, 75, "cùng họ tên", false},
		{"birth that the number contradicts", func(p *P) { *p = P{HoTen: p.HoTen, NgaySinh: 19960000} }, 0, 1, "năm sinh trong số CCCD khác ngày sinh: 079095000001 và 1996", false},
		{"twins", func(p *P) {
			p.HoTen, p.SoCCCD, p.MaSoBHXH, p.MaNV = "Nguyễn Văn Ân", "079095000002", "7900000002", "NV02"
		}, 0, 100, "chỉ khác dấu", false},
		{"twins of other names", func(p *P) { p.HoTen, p.SoCCCD, p.MaSoBHXH = "Nguyễn Thị Bình", "079195000002", "" }, 0, mostOfTwins, "sinh đôi", true},
		{"twins whose names are a letter apart", func(p *P) { p.HoTen, p.SoCCCD, p.MaSoBHXH = "Nguyễn Văn Am", "079095000002", "" }, 50, mostOfTwins, "sinh đôi", true},
	}
	a := an()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := an()
			tt.change(&b)
			x, y := traitsOf(&a, codes.Fold(a.HoTen)), traitsOf(&b, codes.Fold(b.HoTen))
			got, back := alike(&x, &y, true), alike(&y, &x, false)
			if got.diem < tt.from || got.diem > tt.till || got.doi != tt.twins {
				t.Errorf("got %d points, twins %v, want %d to %d: %v", got.diem, got.doi, tt.from, tt.till, got.lyDo)
			}
			if !strings.Contains(strings.Join(got.lyDo, "; "), tt.say) {
				t.Errorf("%q is not among %q", tt.say, got.lyDo)
			}
			if back.diem != got.diem || len(back.lyDo) != 0 {
				t.Errorf("the other way round %d points, %v", back.diem, back.lyDo)
			}
		})
	}
}

func TestOneStep(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"123456", "123456", false}, {"123456", "123457", true}, {"123456", "213456", true}, {"123456", "123465", true}, {"123456", "12346", true},
		{"12346", "123456", true}, {"123456", "0123456", true}, {"123456", "143256", false}, {"123456", "124466", false}, {"123", "12345", false}, {"", "1", true},
	} {
		if got := oneStep(tt.a, tt.b); got != tt.want {
			t.Errorf("oneStep(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}

// What is a step from a number is found among many, and nothing else is.
func TestNearNumbers(t *testing.T) {
	roster, _ := crowd(2000)
	roster = append(roster, facts.NguoiLaoDong{SoCCCD: "001234567890", MaSoBHXH: "0123456789"})
	n := newNeighbours(roster, func(i int) bool { return i == 0 })
	for _, s := range []string{"001234567891", "901234567890", "010234567890", "001234567809", "00123456789", "01234567890", "0012345678905", "0123456780", "1023456789", "123456789"} {
		var got []int
		n.near(s, func(i int) {
			if !oneStep(s, roster[i].SoCCCD) && !oneStep(s, roster[i].MaSoBHXH) {
				t.Errorf("%s: person %d is not a step away", s, i)
			}
			got = append(got, i)
		})
		if len(got) == 0 || got[len(got)-1] != len(roster)-1 {
			t.Errorf("%s: found %v", s, got)
		}
	}
	n.near("C1234567", func(int) { t.Error("a passport was taken for digits") })
	n.near(roster[0].SoCCCD[:11]+"x", func(int) { t.Error("letters were taken for digits") })
}
