package office

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/d01ts"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/tk1ts"
)

const payHead = "Mã NV;Họ và tên;Mã số BHXH;Ngày sinh;Giới tính;Số CCCD;Chức danh;Mức lương đóng BHXH;Ghi chú\n"

// csvDesk has taken in payrolls from lines, by month.
func csvDesk(t *testing.T, months map[string]string) *Office {
	t.Helper()
	o := openDesk(t, t.TempDir())
	if _, err := o.PutCompany(t.Context(), facts.DonVi{MaSoThue: "0100109106", Ten: "CÔNG TY TNHH THỬ NGHIỆM", MaDonVi: "YN0001A", CoQuanBHXH: "07906", Vung: "01", NoiLamViec: "Phường Tân Bình"}); err != nil {
		t.Fatal(err)
	}
	for _, m := range []string{"2026-10", "2026-11"} {
		importLines(t, o, m, months[m])
	}
	return o
}

func importLines(t *testing.T, o *Office, month, lines string) {
	t.Helper()
	if _, err := o.Import(t.Context(), ImportInput{Name: "luong.csv", Data: []byte(lines), Month: monthOfISO(t, month)}); err != nil {
		t.Fatal(err)
	}
}

func docsOf(t *testing.T, o *Office, id string) map[string]*form.Doc {
	t.Helper()
	v, err := o.Dossier(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*form.Doc{}
	for _, d := range v.Docs {
		out[d.Form.ID] = d
	}
	return out
}

// Whoever is declared late brings the list of proofs with them: a row for each paper,
// with from when and what; who is in time does not.
func TestLateOnesBringTheirProofs(t *testing.T) {
	o := csvDesk(t, map[string]string{
		"2026-10": payHead + "NV1;Nguyễn Thị Huế;7900000001;01/02/1990;Nữ;079190000001;Kế toán;6.000.000;\nNV2;Trần Văn Hai;7900000002;03/04/1991;Nam;079091000002;Kho;6.000.000;\n",
		"2026-11": "Họ và tên;Mã số BHXH;Ngày sinh;Giới tính;Số CCCD;Chức danh;Mức lương;Phương án;Từ tháng;Ghi chú\n" +
			"Nguyễn Thị Huế;7900000001;01/02/1990;Nữ;079190000001;Kế toán;6.500.000;DC;09/2026;\n" +
			"Vũ Văn Mới;;01/01/1999;Nam;001099000123;Kho;6.000.000;TM;11/2026;\n" +
			"Đỗ Văn Muộn;;01/01/1998;Nam;001098000124;Kho;6.000.000;TM;09/2026;\n",
	})
	res, err := o.Compare(t.Context(), 202611)
	if err != nil {
		t.Fatal(err)
	}
	made, err := o.Draft(t.Context(), "600", 202611, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	docs := docsOf(t, o, made[0].ID)
	if docs["D01-TS"] == nil || len(docs["D02-LT"].Rows) != 3 {
		t.Fatalf("forms %v of proposals %+v", docs, res.Proposals)
	}
	var got []string
	for _, r := range docs["D01-TS"].Rows {
		got = append(got, d01ts.HoTen.Get(r)+"|"+d01ts.TenLoaiVanBan.Get(r)+"|"+d01ts.NoiDungThamDinh.Get(r)+"|"+d01ts.CoQuanBanHanh.Get(r))
	}
	want := []string{
		"Đỗ Văn Muộn|Hợp đồng lao động|Truy tăng Đỗ Văn Muộn từ 09/2026|CÔNG TY TNHH THỬ NGHIỆM",
		"Đỗ Văn Muộn|Bảng lương|Truy tăng Đỗ Văn Muộn từ 09/2026|CÔNG TY TNHH THỬ NGHIỆM",
		"Nguyễn Thị Huế|Quyết định điều chỉnh lương, chức danh|Thay đổi lương, chức danh Nguyễn Thị Huế từ 09/2026|CÔNG TY TNHH THỬ NGHIỆM",
		"Nguyễn Thị Huế|Bảng lương|Thay đổi lương, chức danh Nguyễn Thị Huế từ 09/2026|CÔNG TY TNHH THỬ NGHIỆM",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if d01ts.KemTheo.Get(docs["D01-TS"].Head) == "" {
		t.Error("the list does not say with what it goes")
	}
	faults, err := o.Check(t.Context(), made[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		if f.Code == "HS-18" {
			t.Errorf("the list is there and is asked for: %s", f.Say)
		}
	}
}

// Who left two months ago: the month is asked, and the proofs are there with the
// sentence left open.
func TestLateMonthStaysOpen(t *testing.T) {
	o := csvDesk(t, map[string]string{
		"2026-10": payHead + "NV1;Nguyễn Thị Huế;7900000001;01/02/1990;Nữ;079190000001;Kế toán;6.000.000;\nNV2;Trần Văn Hai;7900000002;03/04/1991;Nam;079091000002;Kho;6.000.000;\n",
		"2026-11": payHead + "NV1;Nguyễn Thị Huế;7900000001;01/02/1990;Nữ;079190000001;Kế toán;6.000.000;nghỉ việc từ 15/09/2026\nNV2;Trần Văn Hai;7900000002;03/04/1991;Nam;079091000002;Kho;6.000.000;\n",
	})
	res, err := o.Compare(t.Context(), 202611)
	if err != nil || len(res.Proposals) != 1 {
		t.Fatalf("%+v %v", res, err)
	}
	made, err := o.Draft(t.Context(), "600", 202611, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	docs := docsOf(t, o, made[0].ID)
	row := docs["D02-LT"].Rows[0]
	if d02lt.TuThang.Known(row) || docs["D01-TS"] == nil || d01ts.NoiDungThamDinh.Get(docs["D01-TS"].Rows[0]) != "" {
		t.Errorf("month %v, proofs %v", d02lt.TuThang.Get(row), docs["D01-TS"])
	}
}

// A corrected identity goes out as TK1-TS alone, not as a row of D02-LT; once it is sent
// the roster has it and the next month asks nothing.
func TestCorrectedIdentityIsDraftedAndFollowed(t *testing.T) {
	o := csvDesk(t, map[string]string{
		"2026-10": payHead + "NV1;Nguyễn Thị Huế;7900000001;01/02/1990;Nữ;079190000001;Kế toán;6.000.000;\n",
		"2026-11": payHead + "NV1;Nguyễn Thị Huệ;7900000001;01/02/1990;Nữ;079190000001;Kế toán;6.000.000;\n",
	})
	res, err := o.Compare(t.Context(), 202611)
	if err != nil || len(res.Undecided) != 1 {
		t.Fatalf("%+v %v", res, err)
	}
	u := res.Undecided[0]
	q, err := o.Decide(t.Context(), 202611, u.Ma(), payroll.Answer{Viec: payroll.LaNguoi, Nguoi: u.UngVien[0].Nguoi.ID, Nhan: true})
	if err != nil {
		t.Fatal(err)
	}
	if res, err = o.Compare(t.Context(), 202611); err != nil || len(res.Undecided) != 0 || len(res.Proposals) != 1 || res.Proposals[0].QuyetDinh != q.ID {
		t.Fatalf("%+v %v", res, err)
	}
	made, err := o.Draft(t.Context(), "600", 202611, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	docs := docsOf(t, o, made[0].ID)
	if len(docs) != 1 || len(docs["TK1-TS"].Rows) != 1 {
		t.Fatalf("forms %v", docs)
	}
	if got, want := tk1ts.NoiDung.Get(docs["TK1-TS"].Rows[0]), "Điều chỉnh họ và tên Nguyễn Thị Huế thành Nguyễn Thị Huệ"; got != want {
		t.Errorf("asks %q, want %q", got, want)
	}
	before, err := o.History(t.Context(), u.UngVien[0].Nguoi.ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.follow(t.Context(), made[0].ID); err != nil {
		t.Fatal(err)
	}
	after, err := o.History(t.Context(), u.UngVien[0].Nguoi.ID)
	if err != nil || after[0].HoTen != "Nguyễn Thị Huệ" || after[0].Luong != before[0].Luong || len(after) != 2 || after[1].TuThang != 202611 {
		t.Errorf("roster %v %v", after, err)
	}
	if err := o.unfollow(t.Context(), made[0].ID); err != nil {
		t.Fatal(err)
	}
	back, err := o.History(t.Context(), u.UngVien[0].Nguoi.ID)
	if err != nil || back[0].HoTen != "Nguyễn Thị Huế" {
		t.Errorf("returned: %v %v", back, err)
	}
}

// A dossier that was signed under the number of the record that went still finds who is
// meant, and brings no third record in.
func TestJoinedPersonIsFollowedUnderTheOldNumber(t *testing.T) {
	o := csvDesk(t, map[string]string{
		"2026-10": payHead + ";Lê Thị Ca;7900000020;10/10/1995;Nữ;079195000009;May;6.000.000;\nNV4;Lê Thị Cà;7900000021;10/10/1995;Nữ;079195000008;May;6.000.000;\n",
		"2026-11": payHead + ";Lê Thị Ca;7900000020;10/10/1995;Nữ;079195000009;May;6.000.000;\nNV4;Lê Thị Cà;7900000021;10/10/1995;Nữ;079195000008;May;7.000.000;\n",
	})
	res, err := o.Compare(t.Context(), 202611)
	if err != nil || len(res.Proposals) != 1 {
		t.Fatalf("%+v %v", res, err)
	}
	made, err := o.Draft(t.Context(), "600", 202611, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	found, err := o.Duplicates(t.Context())
	if err != nil || len(found) != 1 {
		t.Fatalf("%v %v", found, err)
	}
	keep, gone := found[0].A.ID, found[0].B.ID
	if _, _, err := o.JoinPeople(t.Context(), keep, gone, nil); err != nil {
		t.Fatal(err)
	}
	in, err := o.Declared(t.Context(), 202611, []payroll.DeXuat{{MaSoBHXH: "7900000020", TuThang: 202611, PhuongAn: "DC"}})
	if err != nil || in[0] != made[0].ID {
		t.Errorf("declared in %v %v", in, err)
	}
	if err := o.follow(t.Context(), made[0].ID); err != nil {
		t.Fatal(err)
	}
	all, err := o.People(t.Context(), 202611)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintln(len(all), all[0].ID == keep, all[0].MaSoBHXH, all[0].SoCCCD, all[0].Luong.MucLuong); got != "1 true 7900000020 079195000009 7000000\n" {
		t.Errorf("roster %s", got)
	}
}

func monthOfISO(t *testing.T, s string) law.Month {
	t.Helper()
	m, ok := law.ParseMonth(s)
	if !ok {
		t.Fatalf("month %q", s)
	}
	return m
}
