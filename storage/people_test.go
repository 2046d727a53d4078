package storage

import (
	"fmt"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// invented makes people who do not exist.
func invented(n int, m law.Month) []facts.NguoiLaoDong {
	out := make([]facts.NguoiLaoDong, n)
	for i := range out {
		out[i] = facts.NguoiLaoDong{
			MaNV: fmt.Sprintf("NV%05d", i), HoTen: fmt.Sprintf("Nguyễn Thị Thử %d", i), MaSoBHXH: fmt.Sprintf("79%08d", i),
			SoCCCD: fmt.Sprintf("0790%08d", i), NgaySinh: facts.NgaySinh(law.DayOf(1990, 1+i%12, 1+i%28)), GioiTinh: facts.Nu,
			QuocTich: "VN", DanToc: "01", DienThoai: fmt.Sprintf("0900%06d", i), Email: fmt.Sprintf("nv%d@example.com", i),
			DiaChi: "Số 1 đường Thử Nghiệm", MaXa: "26734", MaTinh: "79", MaKCB: "79024",
			TrangThai: facts.DangDong, TuThang: m, PhongBan: "Xưởng may", ChucDanh: "Công nhân may", NoiLamViec: "Nhà máy 1", Vung: "01",
			HopDong: facts.HopDong{So: fmt.Sprintf("HĐ-%d/2026", i), Loai: "0", NgayKy: 20260101, Tu: 20260101},
			Luong:   facts.Luong{Known: true, MucLuong: 5_310_000 + int64(i), PhuCap: 500_000},
		}
	}
	return out
}

func TestRosterAsOfAMonth(t *testing.T) {
	s := start(t)
	p := invented(3, 202601)
	p[1].TuThang = 202606 // starts later
	p[2].Luong = facts.Luong{Known: true, HeSo: 2340, PhuCapCV: 300, TNVK: 500, TNNghe: 700, BaoLuu: 1}
	p[2].HopDong = facts.HopDong{}
	must(t, s.PutPeople(ctx, mst, p, "thử"))
	want(t, "minted", []string{p[0].ID, p[1].ID, p[2].ID}, []string{"NLD000001", "NLD000002", "NLD000003"})

	raise := p[0]
	raise.TuThang, raise.Luong.MucLuong, raise.HoTen = 202604, 9_000_000, "Nguyễn Thị Đổi Tên"
	left := p[2]
	left.TuThang, left.TrangThai = 202605, facts.DaNghi
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{raise, left}, "hồ sơ"))

	for _, c := range []struct {
		m      law.Month
		people int
		luong  int64
		state  facts.TrangThai
	}{
		{202512, 0, 0, ""},
		{202601, 2, 5_310_000, facts.DangDong},
		{202603, 2, 5_310_000, facts.DangDong},
		{202604, 2, 9_000_000, facts.DangDong},
		{202605, 2, 9_000_000, facts.DaNghi},
		{202606, 3, 9_000_000, facts.DaNghi},
		{203001, 3, 9_000_000, facts.DaNghi},
	} {
		r, err := s.Roster(ctx, mst, c.m)
		must(t, err)
		want(t, c.m.ISO()+" people", len(r), c.people)
		n, err := s.CountPeople(ctx, mst, c.m)
		must(t, err)
		sum := 0
		for _, k := range n {
			sum += k
		}
		want(t, c.m.ISO()+" counted", sum, c.people)
		if len(r) == 0 {
			continue
		}
		want(t, c.m.ISO()+" pay", r[0].Luong.MucLuong, c.luong)
		want(t, c.m.ISO()+" name is the current one", r[0].HoTen, "Nguyễn Thị Đổi Tên")
		want(t, c.m.ISO()+" state", r[len(r)-1].TrangThai, c.state)
		if c.people == 3 {
			want(t, "the whole person", r[2], left)
			want(t, "who starts later", r[1], p[1])
			want(t, "states", n, map[facts.TrangThai]int{facts.DangDong: 2, facts.DaNghi: 1})
		}
	}

	same := raise
	same.Luong.MucLuong = 9_500_000 // the same month again replaces
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{same}, "sửa"))
	h, err := s.History(ctx, raise.ID)
	must(t, err)
	want(t, "months", []law.Month{h[0].TuThang, h[1].TuThang}, []law.Month{202601, 202604})
	want(t, "pay", []int64{h[0].Luong.MucLuong, h[1].Luong.MucLuong}, []int64{5_310_000, 9_500_000})
	now, err := s.Person(ctx, raise.ID)
	must(t, err)
	want(t, "person", now, same)
}

func TestPeopleStayWithTheirEmployer(t *testing.T) {
	s := start(t)
	p := invented(2, 202601)
	must(t, s.PutPeople(ctx, mst, p, "thử"))
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: "0300588569"}))
	wantErr(t, "another employer's person", s.PutPeople(ctx, "0300588569", p[:1], "thử"), ErrNotFound)
	wantErr(t, "unknown employer", s.PutPeople(ctx, "9", invented(1, 202601), "thử"), ErrNotFound)
	_, err := s.Person(ctx, "NLD999999")
	wantErr(t, "unknown person", err, ErrNotFound)

	bad := invented(2, 202601)
	bad[1].TuThang = 0
	if err := s.PutPeople(ctx, mst, bad, "thử"); err == nil {
		t.Error("a person without a month was kept")
	}
	want(t, "no ID is given when nothing was kept", bad[0].ID, "")
	r, err := s.Roster(ctx, mst, 202601)
	must(t, err)
	want(t, "people", len(r), 2)
}

func TestPayrollOfAMonthIsReplaced(t *testing.T) {
	s := start(t)
	rows := []facts.DongLuong{
		{Noi: facts.Noi{Sheet: "T11", O: "A5"}, HoTen: "Trần Văn Thử", Luong: facts.Luong{Known: true, MucLuong: 7_000_000}, NgayCong: 225, NgayCongBiet: true},
		{Noi: facts.Noi{Sheet: "T11", O: "A6"}, HoTen: "Lê Thị Thử <&>"},
	}
	p := Payroll{TenTep: "luong.xlsx", SHA256: "ab", Layout: "L1", Rows: rows, Problems: []byte(`[{"cell":"E5"}]`)}
	must(t, s.PutPayroll(ctx, mst, 202610, Payroll{TenTep: "cu.xlsx"}))
	must(t, s.PutPayroll(ctx, mst, 202611, Payroll{TenTep: "sai.xlsx", Rows: rows[:1]}))
	must(t, s.PutPayroll(ctx, mst, 202611, p))
	got, err := s.Payroll(ctx, mst, 202611)
	must(t, err)
	p.At = thisDay
	want(t, "payroll", got, p)
	fixed := rows[1]
	fixed.Goc = &facts.DongGoc{O: []facts.OGoc{{O: "E6", La: "ngaySinh", Ghi: "31/02/1990", Sua: &facts.SuaO{Ghi: "28/02/1990", Ai: "Lan", Luc: thisDay.UTC()}}}}
	must(t, s.PutLines(ctx, mst, 202611, map[int]facts.DongLuong{1: fixed}, []byte(`[]`), LinesFixed))
	got, err = s.Payroll(ctx, mst, 202611)
	must(t, err)
	want(t, "line before it", got.Rows[0], rows[0])
	want(t, "corrected line", got.Rows[1], fixed)
	want(t, "problems", string(got.Problems), `[]`)
	wantErr(t, "no such line", s.PutLines(ctx, mst, 202611, map[int]facts.DongLuong{2: fixed}, []byte(`[]`), LinesFixed), ErrNotFound)
	months, err := s.Payrolls(ctx, mst)
	must(t, err)
	want(t, "months", months, []law.Month{202610, 202611})
	_, err = s.Payroll(ctx, mst, 202501)
	wantErr(t, "no payroll", err, ErrNotFound)

	must(t, s.PutMapping(ctx, mst, "k", []byte(`{"A":"hoTen"}`)))
	must(t, s.PutMapping(ctx, mst, "k", []byte(`{"B":"hoTen"}`)))
	m, err := s.Mapping(ctx, mst, "k")
	must(t, err)
	want(t, "mapping", string(m), `{"B":"hoTen"}`)
	if err := s.PutMapping(ctx, mst, "k", []byte(`{`)); err == nil {
		t.Error("broken JSON was kept")
	}
}
