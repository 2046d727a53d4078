package payroll

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
)

// ca is somebody else of the roster, who is absent in the tests below unless a line is
// theirs.
func ca() facts.NguoiLaoDong {
	b := an()
	b.ID, b.MaNV, b.HoTen, b.MaSoBHXH, b.SoCCCD, b.NgaySinh, b.GioiTinh = "2", "NV09", "Lê Thị Ca", "7900000919", "079195000009", 19951010, facts.Nu
	return b
}

// rowOf is a line of somebody, changed.
func rowOf(p facts.NguoiLaoDong, change ...func(*facts.DongLuong)) facts.DongLuong {
	return row(append([]func(*facts.DongLuong){func(r *facts.DongLuong) {
		r.MaNV, r.HoTen, r.MaSoBHXH, r.SoCCCD, r.NgaySinh, r.GioiTinh = p.MaNV, p.HoTen, p.MaSoBHXH, p.SoCCCD, p.NgaySinh, p.GioiTinh
	}}, change...)...)
}

// The question about a line, the answer to it, and what is proposed then: this month and,
// with the same line, in the next.
func TestDecisions(t *testing.T) {
	type L = facts.DongLuong
	raise := func(r *L) { r.Luong.MucLuong = 6_500_000 }
	typo := func(r *L) { r.MaSoBHXH, r.SoCCCD, r.MaNV, r.HoTen = "", "079195000008", "", "Lê Thị Cha" }
	const (
		gone   = `GH Lê Thị Ca {"trangThai":"dangDong"}→{"trangThai":"daNghi"} ?ngayChamDut,lyDoGiam`
		raised = `DC Lê Thị Ca {"mucLuong":6000000}→{"mucLuong":6500000} ?`
	)
	twin := func(r *L) {
		r.HoTen, r.MaSoBHXH, r.SoCCCD, r.MaNV = "Lê Thị Cam", "", "079195000008", "NV10"
	}
	tests := []struct {
		name   string
		rows   []L
		asked  string // kind of question and the first candidate's key
		answer Answer
		want   string
		next   string // in December; "=" the same as in November
	}{
		{"a CCCD with a wrong digit: it is her", []L{row(), rowOf(ca(), typo, raise)}, "giong-nguoi 2", Answer{Viec: LaNguoi, Nguoi: "2"}, raised, "="},
		{"… and what the line says is right", []L{row(), rowOf(ca(), typo, raise)}, "giong-nguoi 2", Answer{Viec: LaNguoi, Nguoi: "2", Nhan: true},
			`nhan-than Lê Thị Cha {"hoTen":"Lê Thị Ca","soCCCD":"079195000009"}→{"hoTen":"Lê Thị Cha","soCCCD":"079195000008"} ?` + "\n" +
				`DC Lê Thị Cha {"mucLuong":6000000}→{"mucLuong":6500000} ?`, "="},
		{"… it is somebody new", []L{row(), rowOf(ca(), typo)}, "giong-nguoi 2", Answer{Viec: LaMoi},
			`TM Lê Thị Cha {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?maSoBHXH,hopDong` + "\n" + gone, "="},
		{"… leave the line out this month", []L{row(), rowOf(ca(), typo)}, "giong-nguoi 2", Answer{Viec: BoDong}, "", "ask"},
		{"a twin who is new", []L{row(), rowOf(ca(), twin)}, "giong-nguoi 2", Answer{Viec: HaiNguoiKhac, Nguoi: "2"},
			`TM Lê Thị Cam {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?maSoBHXH,hopDong` + "\n" + gone, "="},
		{"another number: it is her, the roster's stays", []L{row(), rowOf(ca(), raise, func(r *L) { r.MaSoBHXH, r.SoCCCD = "7999999999", "" })}, "khac-ma-so 2",
			Answer{Viec: LaNguoi, Nguoi: "2", Nhan: true}, raised, "="},
		{"the number of another: it is who is named", []L{row(), rowOf(ca(), raise, func(r *L) { r.MaSoBHXH, r.SoCCCD = "", "079095000001" })}, "hai-dong 1",
			Answer{Viec: HaiNguoiKhac}, raised, "="},
		{"numbers of two: the name tells", []L{rowOf(an(), func(r *L) { r.SoCCCD, r.Luong.MucLuong = ca().SoCCCD, 6_500_000 })}, "hai-nguoi 1",
			Answer{Viec: LaNguoi, Nguoi: "1"}, `DC Nguyễn Văn An {"mucLuong":6000000}→{"mucLuong":6500000} ?` + "\n" + gone, "="},
		{"a name alone", []L{row(), rowOf(ca(), raise, func(r *L) { r.MaSoBHXH, r.SoCCCD, r.NgaySinh, r.MaNV = "", "", 0, "" })}, "chi-co-ten 2",
			Answer{Viec: LaNguoi, Nguoi: "2"}, raised, "="},
		{"two lines: the second counts", []L{rowOf(ca()), row(), rowOf(ca(), raise)}, "hai-dong 2", Answer{Viec: BoDong, Dau: true}, raised, "ask"},
		{"two lines: the first counts", []L{rowOf(ca()), row(), rowOf(ca(), raise)}, "hai-dong 2", Answer{Viec: BoDong}, "", "ask"},
		{"two new lines with one CCCD are two people", []L{row(), rowOf(ca()), rowOf(an(), func(r *L) {
			r.HoTen, r.MaNV, r.MaSoBHXH, r.SoCCCD, r.NgaySinh = "Vũ Hai", "", "", "001099000123", 19990101
		}),
			rowOf(an(), func(r *L) {
				r.HoTen, r.MaNV, r.MaSoBHXH, r.SoCCCD, r.NgaySinh = "Đỗ Ba", "", "", "001099000123", 19980304
			})}, "hai-dong ", Answer{Viec: HaiNguoiKhac},
			`TM Vũ Hai {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?maSoBHXH,hopDong` + "\n" +
				`TM Đỗ Ba {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?maSoBHXH,soCCCD,hopDong`, "="},
		{"another name: the roster stays as it is", []L{row(), rowOf(ca(), raise, func(r *L) { r.HoTen = "Lê Thị Cà" })}, "nhan-than 2", Answer{Viec: LaNguoi, Nguoi: "2"}, raised, "="},
		{"another name: TK1-TS", []L{row(), rowOf(ca(), func(r *L) { r.HoTen = "Lê Thị Cà" })}, "nhan-than 2", Answer{Viec: LaNguoi, Nguoi: "2", Nhan: true},
			`nhan-than Lê Thị Cà {"hoTen":"Lê Thị Ca"}→{"hoTen":"Lê Thị Cà"} ?`, "="},
		{"the number is hers, the line is somebody new", []L{row(), rowOf(ca(), func(r *L) { r.HoTen, r.NgaySinh = "Vũ Văn Mới", 19790303 })}, "khac-nguoi 2", Answer{Viec: LaMoi},
			` Vũ Văn Mới {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?phuongAn,maSoBHXH,soCCCD,hopDong` + "\n" + gone, "="},
		{"pay not known: leave it", []L{rowOf(ca()), row(func(r *L) { r.Luong = facts.Luong{} })}, "luong ", Answer{Viec: BoDong}, "", "ask"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{an(), ca()}, Rows: tt.rows, Month: thang}
			before := slices.Clone(tt.rows)
			r := Compare(in)
			if len(r.Undecided) != 1 {
				t.Fatalf("asked\n%s", brief(r))
			}
			u := r.Undecided[0]
			first := ""
			if len(u.UngVien) > 0 {
				first = u.UngVien[0].Nguoi.ID
			}
			if got := u.Loai + " " + first; got != tt.asked {
				t.Errorf("asked %q, want %q: %s", got, tt.asked, u.LyDo)
			}
			q, err := u.Decide(tt.answer)
			if err != nil {
				t.Fatal(err)
			}
			q.ID = 7
			in.QuyetDinh = []QuyetDinh{q}
			r = Compare(in)
			if got := kinds(r); got != tt.want {
				t.Errorf("then\n%s\nwant\n%s", got, tt.want)
			}
			for _, d := range r.Proposals {
				if byWord := d.QuyetDinh == 7 && strings.Contains(d.LyDo, "theo quyết định của bạn"); byWord != (d.Source.O != "" && d.QuyetDinh != 0) || d.CanCu == "" {
					t.Errorf("decision %d, reason %q, article %q", d.QuyetDinh, d.LyDo, d.CanCu)
				}
			}
			if !reflect.DeepEqual(before, tt.rows) {
				t.Error("the lines were changed")
			}
			in.Month = thang.Add(1)
			want := tt.want
			r = Compare(in)
			if tt.next == "ask" {
				if len(r.Undecided) != 1 || r.Undecided[0].Loai != u.Loai {
					t.Errorf("next month\n%s", brief(r))
				}
			} else if got := kinds(r); got != want {
				t.Errorf("next month\n%s\nwant\n%s", got, want)
			}
			in.Month = thang.Add(-1)
			if r = Compare(in); len(r.Undecided) != 1 {
				t.Errorf("a decision of a later month counts:\n%s", brief(r))
			}
		})
	}
}

// kinds is brief with the kind of sheets TK1-TS before them.
func kinds(r Result) string {
	for i := range r.Proposals {
		if d := &r.Proposals[i]; d.Loai != "" {
			d.PhuongAn = d.Loai
		}
	}
	return brief(r)
}

// Twins whose lines both stand in the payroll are nobody's question; a new one of whom
// the other is there is new.
func TestTwinsAreNotMerged(t *testing.T) {
	a, b := ca(), ca()
	b.ID, b.MaNV, b.HoTen, b.MaSoBHXH, b.SoCCCD = "3", "NV10", "Lê Thị Cam", "7900000918", "079195000008"
	if r := Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{a, b}, Rows: []facts.DongLuong{rowOf(a), rowOf(b)}, Month: thang}); brief(r) != "" {
		t.Errorf("both in the roster: %s", brief(r))
	}
	r := Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{a}, Rows: []facts.DongLuong{rowOf(a), rowOf(b)}, Month: thang})
	if len(r.Undecided) != 0 || len(r.Proposals) != 1 || r.Proposals[0].PhuongAn != "TD" {
		t.Errorf("one new: %s", brief(r))
	}
	// The number of the one, the name and the birth of the other.
	r = Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{a, b}, Rows: []facts.DongLuong{rowOf(a, func(r *facts.DongLuong) { r.HoTen, r.Luong.MucLuong = b.HoTen, 9_000_000 })}, Month: thang})
	if len(r.Undecided) != 1 || r.Undecided[0].Loai != KhacNguoi || slices.ContainsFunc(r.Proposals, func(d DeXuat) bool { return d.PhuongAn == "DC" }) {
		t.Errorf("mixed: %s", brief(r))
	}
	var ids []string
	for _, u := range r.Undecided[0].UngVien {
		ids = append(ids, u.Nguoi.ID)
	}
	if slices.Sort(ids); !slices.Equal(ids, []string{"2", "3"}) {
		t.Errorf("candidates %v, want both", ids)
	}
}

func TestDecideRefuses(t *testing.T) {
	r := Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{an()}, Rows: []facts.DongLuong{row(), row()}, Month: thang})
	u := r.Undecided[0]
	if _, err := u.Decide(Answer{Viec: LaNguoi, Nguoi: "1"}); !errors.Is(err, ErrViec) {
		t.Errorf("two lines are one person already: %v", err)
	}
	if _, err := u.Decide(Answer{Viec: HaiNguoiKhac, Nguoi: "9"}); !errors.Is(err, ErrUngVien) {
		t.Errorf("nobody of that key: %v", err)
	}
	u.Duoc = []Viec{LaNguoi}
	if _, err := u.Decide(Answer{Viec: LaNguoi}); !errors.Is(err, ErrUngVien) {
		t.Errorf("nobody named: %v", err)
	}
	// A decision about somebody who is in the roster no more is asked again.
	q := QuyetDinh{Thang: thang, Viec: LaNguoi, Nguoi: "88", Dong: u.Dong}
	if r := Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{an()}, Rows: []facts.DongLuong{row(), row()}, Month: thang, QuyetDinh: []QuyetDinh{q}}); len(r.Undecided) != 1 {
		t.Errorf("got %s", brief(r))
	}
}

// The code of a question does not change when another is answered, and its JSON comes
// back as it was.
func TestQuestionsKeepTheirCode(t *testing.T) {
	rows := []facts.DongLuong{row(), row(), rowOf(ca(), func(r *facts.DongLuong) { r.HoTen = "Lê Thị Cà" })}
	in := Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{an(), ca()}, Rows: rows, Month: thang}
	r := Compare(in)
	q, err := r.Undecided[0].Decide(Answer{Viec: BoDong})
	if err != nil {
		t.Fatal(err)
	}
	in.QuyetDinh = []QuyetDinh{q}
	after := Compare(in)
	if len(r.Undecided) != 2 || len(after.Undecided) != 1 || after.Undecided[0].Ma() != r.Undecided[1].Ma() || r.Undecided[0].Ma() == r.Undecided[1].Ma() {
		t.Errorf("before %v, after %v", r.Undecided, after.Undecided)
	}
	b, err := json.Marshal(after.Undecided[0])
	if err != nil {
		t.Fatal(err)
	}
	var back ChuaRo
	if err := json.Unmarshal(b, &back); err != nil || back.Ma() != after.Undecided[0].Ma() || back.UngVien[0].Diem != after.Undecided[0].UngVien[0].Diem {
		t.Errorf("%v: %s", err, b)
	}
}
