package payroll

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
)

// people makes a roster of a few hundred who are strangers to each other, each with
// numbers that are not near another's.
func people(n int) []facts.NguoiLaoDong {
	ho, dem, ten := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi"}, []string{"Văn", "Thị", "Đức", "Ngọc", "Minh"}, []string{"Bình", "Dung", "Giang", "Hạnh", "Khoa", "Lan", "Phúc", "Quỳnh", "Sơn", "Tuấn", "Xuân"}
	out := make([]facts.NguoiLaoDong, n)
	for i := range out {
		out[i] = facts.NguoiLaoDong{ID: fmt.Sprintf("NLD%06d", i+1), HoTen: ho[i%7] + " " + dem[i%5] + " " + ten[i%11],
			NgaySinh: facts.NgaySinh((1970+i%30)*10000 + (1+i%12)*100 + 1 + i*7%28), MaSoBHXH: fmt.Sprintf("79%08d", (i+1)*1237), SoCCCD: fmt.Sprintf("0791%08d", (i+1)*4651)}
	}
	return out
}

// Each planted pair is found, for its reason, and nobody else is.
func TestDuplicatesAgainstOracle(t *testing.T) {
	roster := people(385)
	plant := func(of int, change func(*facts.NguoiLaoDong)) string {
		p := roster[of]
		p.ID = fmt.Sprintf("NLD%06d", len(roster)+1)
		change(&p)
		roster = append(roster, p)
		return roster[of].ID + " " + p.ID
	}
	type N = *facts.NguoiLaoDong
	want := []string{
		plant(3, func(n N) { n.MaSoBHXH = "0123456789" }),                                              // two numbers for one person
		plant(20, func(n N) { n.SoCCCD = n.SoCCCD[:11] + "9"; n.MaSoBHXH = "" }),                       // a CCCD with a wrong digit
		plant(41, func(n N) { n.MaSoBHXH, n.SoCCCD = "", "" }),                                         // no numbers at all
		plant(77, func(n N) { n.HoTen = "Hồ Thị Tên Khác"; n.NgaySinh = 19600101 }),                    // the same numbers, somebody else by name
		plant(101, func(n N) { n.HoTen = strings.Replace(n.HoTen, " ", " Thu ", 1); n.MaSoBHXH = "" }), // another name
		plant(200, func(n N) { n.MaSoBHXH, n.SoCCCD = "0111111111", "001170000001" }),                  // name and birth alone
	}
	twin := plant(300, func(n N) {
		ho, _, _ := strings.Cut(n.HoTen, " ")
		n.HoTen, n.MaSoBHXH = ho+" Thị Sinh Đôi", ""
		n.SoCCCD = n.SoCCCD[:10] + "00"
	})
	apart := plant(350, func(n N) { n.MaSoBHXH, n.SoCCCD = "", "" })
	a, b, _ := strings.Cut(apart, " ")
	var got []string
	for _, d := range Duplicates(roster, [][2]string{{b, a}}) {
		got = append(got, d.A.ID+" "+d.B.ID)
		if len(d.LyDo) == 0 {
			t.Errorf("%s: no reason", got[len(got)-1])
		}
		if d.Diem < 0 || d.Diem > 100 {
			t.Errorf("%d points", d.Diem)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("found %v, want %v (twins, by name unlike: %s)", got, want, twin)
	}
}

// Records that a number makes one come before those that are only alike; whoever may be
// a twin is marked so.
func TestDuplicatesInOrder(t *testing.T) {
	a, b, c := ca(), ca(), ca()
	b.ID, b.MaNV, b.MaSoBHXH = "3", "", "7900000999"
	c.ID, c.MaNV, c.HoTen, c.MaSoBHXH, c.SoCCCD = "4", "", "Lê Thị Cam", "", "079195000008"
	got := Duplicates([]facts.NguoiLaoDong{a, b, c}, nil)
	say := ""
	for _, d := range got {
		say += fmt.Sprintln(d.A.ID, d.B.ID, d.TrungSo, d.SinhDoi)
	}
	if want := "2 3 true false\n2 4 false true\n3 4 false true\n"; say != want {
		t.Errorf("got\n%swant\n%s", say, want)
	}
}

func BenchmarkDuplicates(b *testing.B) {
	roster := people(20_000)
	for b.Loop() {
		Duplicates(roster, nil)
	}
}
