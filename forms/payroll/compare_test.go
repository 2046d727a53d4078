package payroll

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

const thang law.Month = 202611

var donVi = facts.DonVi{CoQuanBHXH: "07906"}

// an is somebody of the roster; row is their line of November, unchanged.
func an() facts.NguoiLaoDong {
	return facts.NguoiLaoDong{ID: "1", MaNV: "NV01", HoTen: "Nguyễn Văn An", MaSoBHXH: "7900000001", SoCCCD: "079095000001", NgaySinh: 19950815, GioiTinh: facts.Nam,
		TrangThai: facts.DangDong, TuThang: 202601, ChucDanh: "Công nhân may", PhongBan: "May 1", Luong: facts.Luong{Known: true, MucLuong: 6_000_000}}
}

func row(change ...func(*facts.DongLuong)) facts.DongLuong {
	p := an()
	r := facts.DongLuong{Noi: facts.Noi{Sheet: "T11", O: "A9"}, MaNV: p.MaNV, HoTen: p.HoTen, MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD, NgaySinh: p.NgaySinh, GioiTinh: p.GioiTinh,
		ChucDanh: p.ChucDanh, PhongBan: p.PhongBan, Luong: p.Luong, NgayCong: 260, NgayCongBiet: true}
	for _, f := range change {
		f(&r)
	}
	return r
}

// brief writes a result in one line a proposal, for comparing and reading.
func brief(r Result) string {
	var out []string
	for _, d := range r.Proposals {
		old, _ := json.Marshal(d.Old.some())
		now, _ := json.Marshal(d.New.some())
		out = append(out, fmt.Sprintf("%s %s %s→%s ?%s", d.PhuongAn, d.HoTen, old, now, strings.Join(d.Unknown, ",")))
	}
	for _, u := range r.Undecided {
		old, _ := json.Marshal(u.Old.some())
		now, _ := json.Marshal(u.New.some())
		out = append(out, fmt.Sprintf("? %s %s %s→%s", u.Loai, u.HoTen, old, now))
	}
	return strings.Join(out, "\n")
}

func TestCompare(t *testing.T) {
	type L = facts.DongLuong
	pay := func(n int64) func(*L) { return func(r *L) { r.Luong = facts.Luong{Known: n != 0, MucLuong: n} } }
	note := func(s string, days int32) func(*L) { return func(r *L) { r.GhiChu, r.NgayCong = s, days } }
	times := func(days string) func(*L) { // one letter a day from the 1st, blanks for reading
		return func(r *L) {
			r.ChamCong = facts.ChamCong{Noi: r.Noi, Tu: 20261101, Nua: halves(days)}
			r.NgayCong, _ = r.ChamCong.HuongLuong()
		}
	}
	anonymous := func(r *L) { r.MaSoBHXH, r.SoCCCD = "", "" }
	is := func(s facts.TrangThai) func(*facts.NguoiLaoDong) {
		return func(p *facts.NguoiLaoDong) { p.TrangThai = s }
	}
	newcomer := func(maSo string) L {
		return row(func(r *L) {
			r.HoTen, r.MaSoBHXH, r.SoCCCD, r.MaNV, r.NgaySinh = "Trần Thị Bé", maSo, "079190000002", "NV02", 19900102
		})
	}
	tests := []struct {
		name   string
		person func(*facts.NguoiLaoDong)
		rows   []L
		want   string
	}{
		{"nothing changed", nil, []L{row()}, ""},
		{"pay raised", nil, []L{row(pay(6_500_000))}, `DC Nguyễn Văn An {"mucLuong":6000000}→{"mucLuong":6500000} ?`},
		{"pay and title", nil, []L{row(pay(6_500_000), func(r *L) { r.ChucDanh = "Chuyền trưởng" })},
			`DC Nguyễn Văn An {"chucDanh":"Công nhân may","mucLuong":6000000}→{"chucDanh":"Chuyền trưởng","mucLuong":6500000} ?`},
		{"allowance gone", func(p *facts.NguoiLaoDong) { p.Luong.PhuCap = 500_000 }, []L{row()}, `DC Nguyễn Văn An {"phuCap":500000}→{"phuCap":0} ?`},
		{"title only", nil, []L{row(func(r *L) { r.ChucDanh = "Chuyền trưởng" })}, `CD Nguyễn Văn An {"chucDanh":"Công nhân may"}→{"chucDanh":"Chuyền trưởng"} ?`},
		{"title in capitals is the same", nil, []L{row(func(r *L) { r.ChucDanh = "CÔNG NHÂN MAY" })}, ""},
		{"title not said", nil, []L{row(func(r *L) { r.ChucDanh = "" })}, ""},
		{"another department is no reason", nil, []L{row(func(r *L) { r.PhongBan = "May 2" })}, ""},
		{"pay not known is no pay of nought", nil, []L{row(pay(0))}, `? luong Nguyễn Văn An {}→{}`},
		{"pay before not known", func(p *facts.NguoiLaoDong) { p.Luong = facts.Luong{} }, []L{row()}, `? luong Nguyễn Văn An {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"}`},
		{"absent", nil, nil, `GH Nguyễn Văn An {"trangThai":"dangDong"}→{"trangThai":"daNghi"} ?ngayChamDut,lyDoGiam`},
		{"absent on maternity leave", is(facts.ThaiSan), nil, ""},
		{"absent and gone long ago", is(facts.DaNghi), nil, ""},
		{"new without number", nil, []L{row(), newcomer("")},
			`TM Trần Thị Bé {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?maSoBHXH,hopDong`},
		{"new, pay and title not known", nil, []L{row(), row(func(r *L) {
			*r = L{HoTen: "Trần Thị Bé", SoCCCD: "079190000002"}
		})}, `TM Trần Thị Bé {}→{} ?maSoBHXH,ngaySinh,gioiTinh,chucDanh,mucLuong,hopDong`},
		{"new from this province", nil, []L{row(), newcomer("7911111111")},
			`TD Trần Thị Bé {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?noiDongTruoc,hopDong`},
		{"new from another province", nil, []L{row(), newcomer("0111111111")},
			`TC Trần Thị Bé {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?noiDongTruoc,hopDong`},
		{"new with the 12 digits in place of the mã số", nil, []L{row(), newcomer("079190000002")},
			` Trần Thị Bé {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?phuongAn,noiDongTruoc,hopDong`},
		{"maternity by note", nil, []L{row(note("Nghỉ thai sản từ 03/11/2026 đến 02/05/2027", 10))},
			`TS Nguyễn Văn An {"trangThai":"dangDong"}→{"denNgay":"02/05/2027","trangThai":"thaiSan","tuNgay":"03/11/2026"} ?`},
		{"maternity by symbol, whatever the pay", nil, []L{row(note("TS", 0), pay(0))}, `TS Nguyễn Văn An {"trangThai":"dangDong"}→{"trangThai":"thaiSan"} ?tuNgay,denNgay`},
		{"check-up in pregnancy", nil, []L{row(note("Khám thai 1 ngày", 250))}, ""},
		{"wife gave birth", nil, []L{row(note("Nghỉ vợ sinh con", 210))}, ""},
		{"sick three days", nil, []L{row(note("Nghỉ ốm 3 ngày", 230))}, ""},
		{"sick twenty days", nil, []L{row(note("Nghỉ ốm 20 ngày", 60))}, `OF Nguyễn Văn An {"trangThai":"dangDong"}→{"trangThai":"nghiOm"} ?tuNgay,denNgay`},
		{"sick, with full work", nil, []L{row(note("Nghỉ ốm", 240))}, `? trang-thai Nguyễn Văn An {}→{}`},
		{"child sick", nil, []L{row(note("con ốm", 240))}, ""},
		{"13 days unpaid", nil, []L{row(func(r *L) { r.KhongLuong, r.NgayCong = 130, 130 })}, ""},
		{"13.5 days unpaid", nil, []L{row(func(r *L) { r.KhongLuong, r.NgayCong = 135, 125 })}, ""},
		{"14 days unpaid", nil, []L{row(func(r *L) { r.KhongLuong, r.NgayCong = 140, 120 })}, `KL Nguyễn Văn An {"trangThai":"dangDong"}→{"trangThai":"khongLuong"} ?tuNgay,denNgay`},
		{"timesheet: 14 days sick, then back", nil, []L{row(times("xxxxx nn oooooo n oooooo n oo xxxxxx n"))},
			`OF Nguyễn Văn An {"trangThai":"dangDong"}→{"denNgay":"23/11/2026","trangThai":"nghiOm","tuNgay":"08/11/2026"} ?`},
		{"timesheet: 13 days sick", nil, []L{row(times("xxxxx nn oooooo n oooooo n o xxxxxxx n"))}, ""},
		{"timesheet: own and the child's sickness", nil, []L{row(times("oooooo n cccccc n oo xxxx n xxxxxx nxx"))},
			`OF Nguyễn Văn An {"trangThai":"dangDong"}→{"denNgay":"16/11/2026","trangThai":"nghiOm"} ?tuNgay`},
		{"timesheet: maternity to the end", nil, []L{row(times("xxxxx nn xx tttt n tttttt n tttttt ntt"))},
			`TS Nguyễn Văn An {"trangThai":"dangDong"}→{"trangThai":"thaiSan","tuNgay":"10/11/2026"} ?denNgay`},
		{"timesheet: maternity began late in the month", nil, []L{row(times("xxxxxx n xxxxxx n xxxxxx n xx tttt ntt"))}, `? trang-thai Nguyễn Văn An {}→{}`},
		{"timesheet: a check-up in pregnancy", nil, []L{row(times("xxxxxx n xxtxxx n xxxxxx n xxxxxx nxx"))}, ""},
		{"timesheet: unpaid and sick, 14 days together alone", nil, []L{row(times("kkkkkk n kkoooo n oo xxxx n xxxxxx nxx"))}, `? trang-thai Nguyễn Văn An {}→{}`},
		{"timesheet: unpaid", nil, []L{row(times("kkkkkk n kkkkkk n kk xxxx n xxxxxx nxx"))},
			`KL Nguyễn Văn An {"trangThai":"dangDong"}→{"denNgay":"16/11/2026","trangThai":"khongLuong"} ?tuNgay`},
		{"timesheet that runs from the 21st", nil, []L{row(times("oooooo n oooooo n oo xxxx n xxxxxx nxx"), func(r *L) { r.ChamCong.Tu = 20261021 })}, `? trang-thai Nguyễn Văn An {}→{}`},
		{"timesheet and a remark: the remark counts", nil, []L{row(times("kkkkkk n kkkkkk n kk xxxx n xxxxxx nxx"), func(r *L) { r.GhiChu = "Thôi việc 15/11/2026" })},
			`GH Nguyễn Văn An {"trangThai":"dangDong"}→{"ngayChamDut":"15/11/2026","trangThai":"daNghi"} ?`},
		{"left by note", nil, []L{row(note("Thôi việc 15/11/2026", 120))}, `GH Nguyễn Văn An {"trangThai":"dangDong"}→{"ngayChamDut":"15/11/2026","trangThai":"daNghi"} ?`},
		{"leaves next month", nil, []L{row(note("Nghỉ việc từ 15/12/2026", 260))}, `? trang-thai Nguyễn Văn An {}→{}`},
		{"a leave that is over", nil, []L{row(note("Nghỉ không lương từ 01/10/2026 đến 31/10/2026", 260))}, ""},
		{"died", nil, []L{row(note("Chết ngày 10/11/2026", 50))}, `GH Nguyễn Văn An {"trangThai":"dangDong"}→{"lyDoGiam":"chết","ngayChamDut":"10/11/2026","trangThai":"daNghi"} ?`},
		{"back from maternity leave", is(facts.ThaiSan), []L{row(pay(6_500_000))},
			`ON Nguyễn Văn An {"mucLuong":6000000,"trangThai":"thaiSan"}→{"mucLuong":6500000,"trangThai":"dangDong"} ?`},
		{"says that she is back", is(facts.ThaiSan), []L{row(note("Đi làm lại sau thai sản", 150))}, `ON Nguyễn Văn An {"trangThai":"thaiSan"}→{"trangThai":"dangDong"} ?`},
		{"still away", is(facts.ThaiSan), []L{row(note("Nghỉ thai sản", 0))}, ""},
		{"still away, no note", is(facts.NghiOm), []L{row(note("", 0))}, ""},
		{"unpaid leave after maternity leave", is(facts.ThaiSan), []L{row(note("Nghỉ không lương", 0))}, `KL Nguyễn Văn An {"trangThai":"thaiSan"}→{"trangThai":"khongLuong"} ?tuNgay,denNgay`},
		{"came back to the company", is(facts.DaNghi), []L{row()}, `TD Nguyễn Văn An {"trangThai":"daNghi"}→{"trangThai":"dangDong"} ?noiDongTruoc,hopDong`},
		{"by name and birth", nil, []L{row(anonymous, pay(6_500_000))}, `DC Nguyễn Văn An {"mucLuong":6000000}→{"mucLuong":6500000} ?`},
		{"by the company's number", nil, []L{row(anonymous, func(r *L) { r.NgaySinh = 0 })}, ""},
		{"by name alone", nil, []L{row(anonymous, func(r *L) { r.NgaySinh, r.MaNV = 0, "" })}, `? chi-co-ten Nguyễn Văn An {}→{}`},
		{"same name and birth, another number", nil, []L{row(func(r *L) { r.MaSoBHXH, r.SoCCCD = "7999999999", "" })},
			`? khac-ma-so Nguyễn Văn An {"maSoBHXH":"7900000001"}→{"maSoBHXH":"7999999999"}`},
		{"another CCCD", nil, []L{row(func(r *L) { r.SoCCCD = "079095999999" })}, `? nhan-than Nguyễn Văn An {"soCCCD":"079095000001"}→{"soCCCD":"079095999999"}`},
		{"name spelled otherwise, and a raise", nil, []L{row(pay(6_500_000), func(r *L) { r.HoTen = "Nguyễn Văn Ân" })},
			"DC Nguyễn Văn An {\"mucLuong\":6000000}→{\"mucLuong\":6500000} ?\n? nhan-than Nguyễn Văn Ân {\"hoTen\":\"Nguyễn Văn An\"}→{\"hoTen\":\"Nguyễn Văn Ân\"}"},
		{"capitals and the place of the tone mark", func(p *facts.NguoiLaoDong) { p.HoTen = "Nguyễn Văn Hoà" }, []L{row(func(r *L) { r.HoTen = "NGUYỄN VĂN HÒA" })}, ""},
		{"birth known in part", func(p *facts.NguoiLaoDong) { p.NgaySinh = 19950000 }, []L{row()}, ""},
		{"the number of somebody else", nil, []L{row(func(r *L) { r.HoTen, r.NgaySinh, r.SoCCCD = "Lê Thị Ca", 20000101, "" })},
			`? khac-nguoi Lê Thị Ca {"hoTen":"Nguyễn Văn An","ngaySinh":"15/08/1995"}→{"hoTen":"Lê Thị Ca","ngaySinh":"01/01/2000"}`},
		{"twice in the payroll", nil, []L{row(), row(func(r *L) { r.Noi.O = "A20" })}, `? hai-dong Nguyễn Văn An {}→{}`},
		{"a newcomer twice", nil, []L{row(), newcomer(""), newcomer("")}, `? hai-dong Trần Thị Bé {}→{}`},
		{"newcomer on leave", nil, []L{row(), func() L { r := newcomer(""); r.GhiChu = "Nghỉ thai sản"; return r }()}, `? trang-thai Trần Thị Bé {}→{}`},
		{"the workbook says DC", nil, []L{row(pay(6_500_000), func(r *L) { r.PhuongAn = "DC" })}, `DC Nguyễn Văn An {"mucLuong":6000000}→{"mucLuong":6500000} ?`},
		{"the workbook says GH and no more", nil, []L{row(func(r *L) { r.PhuongAn = "GH" })}, `GH Nguyễn Văn An {"trangThai":"dangDong"}→{"trangThai":"daNghi"} ?ngayChamDut,lyDoGiam`},
		{"a list of changes: others have not left", nil, []L{func() L { r := newcomer(""); r.PhuongAn = "TM"; return r }()},
			`TM Trần Thị Bé {}→{"chucDanh":"Công nhân may","mucLuong":6000000,"phongBan":"May 1"} ?maSoBHXH,hopDong`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := an()
			if tt.person != nil {
				tt.person(&p)
			}
			before := p
			roster := []facts.NguoiLaoDong{p}
			r := Compare(Input{DonVi: donVi, Roster: roster, Rows: tt.rows, Month: thang})
			if got := brief(r); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if roster[0] != before {
				t.Error("the roster was changed")
			}
			for _, d := range r.Proposals {
				if d.LyDo == "" || d.Confidence < 30 || d.Confidence > 100 || d.TuThang != thang {
					t.Errorf("reason %q, confidence %d, month %v", d.LyDo, d.Confidence, d.TuThang)
				}
				for _, k := range d.Unknown {
					if _, ok := d.New[k]; ok {
						t.Errorf("%s is both new and unknown", k)
					}
				}
			}
			// What has been declared is not proposed again.
			if len(r.Undecided) == 0 && !listOfChanges(tt.rows) && len(r.Proposals) > 0 {
				after := apply(roster, r.Proposals)
				again := Compare(Input{DonVi: donVi, Roster: after, Rows: tt.rows, Month: thang})
				if got := brief(again); got != "" && !strings.Contains(tt.name, "left by note") && !strings.Contains(tt.name, "not known") {
					t.Errorf("after applying, still proposed:\n%s", got)
				}
			}
		})
	}
}

// Numbers that belong to two people are never settled in silence.
func TestContradictingNumbers(t *testing.T) {
	a, b := an(), an()
	b.ID, b.HoTen, b.MaSoBHXH, b.SoCCCD, b.NgaySinh = "2", "Lê Thị Ca", "7900000002", "079195000009", 19951010
	r := Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{a, b}, Rows: []facts.DongLuong{row(func(r *facts.DongLuong) { r.SoCCCD = b.SoCCCD })}, Month: thang})
	if len(r.Proposals) != 0 || len(r.Undecided) != 1 || r.Undecided[0].Loai != HaiNguoi {
		t.Fatalf("got %s", brief(r))
	}
	if say := r.Undecided[0].LyDo; !strings.Contains(say, a.HoTen) || !strings.Contains(say, b.HoTen) {
		t.Errorf("%q does not name both", say)
	}
	// Two people swapped by a sort of one column (E09).
	swapped := []facts.DongLuong{row(func(r *facts.DongLuong) { r.HoTen, r.NgaySinh, r.SoCCCD = b.HoTen, b.NgaySinh, "" }),
		row(func(r *facts.DongLuong) { r.MaSoBHXH, r.SoCCCD = b.MaSoBHXH, "" })}
	r = Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{a, b}, Rows: swapped, Month: thang})
	if len(r.Proposals) != 0 || len(r.Undecided) != 2 || r.Undecided[0].Loai != KhacNguoi {
		t.Errorf("swapped: got %s", brief(r))
	}
	// … and with both numbers moved together: the pay of one is not a raise of the other.
	for i, n := range []string{a.SoCCCD, b.SoCCCD} {
		swapped[i].SoCCCD, swapped[i].Luong.MucLuong = n, int64(6+i)*1_000_000
	}
	r = Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{a, b}, Rows: swapped, Month: thang})
	if len(r.Proposals) != 0 || len(r.Undecided) != 2 || r.Undecided[0].Loai != KhacNguoi || !strings.Contains(r.Undecided[0].LyDo, "lệch dòng") {
		t.Errorf("swapped with both numbers: got %s", brief(r))
	}
	// A roster that has a number twice.
	b.MaSoBHXH = a.MaSoBHXH
	r = Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{a, b}, Rows: []facts.DongLuong{row(func(r *facts.DongLuong) { r.SoCCCD = "" })}, Month: thang})
	if len(r.Undecided) != 1 || r.Undecided[0].Loai != TrungSo {
		t.Errorf("twice in the roster: got %s", brief(r))
	}
}

func TestAgencyNotKnown(t *testing.T) {
	r := Compare(Input{Rows: []facts.DongLuong{row()}, Month: thang})
	if len(r.Proposals) != 1 || r.Proposals[0].PhuongAn != "" || r.Proposals[0].Unknown[0] != PhuongAn || len(r.Undecided) != 0 {
		t.Errorf("got %s", brief(r))
	}
}

func TestOpen(t *testing.T) {
	rows := []facts.DongLuong{row(), row(), row(func(r *facts.DongLuong) { r.MaSoBHXH, r.SoCCCD, r.GhiChu, r.NgayCong = "7900000002", "", "TS", 0 })}
	got := Open(rows, thang)
	if len(got) != 2 || got[0].TrangThai != facts.DangDong || got[1].TrangThai != facts.ThaiSan || got[0].TuThang != thang || got[0].Luong.MucLuong != 6_000_000 {
		t.Errorf("got %+v", got)
	}
}

func TestApplyAddsAndReplaces(t *testing.T) {
	roster := []facts.NguoiLaoDong{an()}
	rows := []facts.DongLuong{row(func(r *facts.DongLuong) { r.Luong.MucLuong = 7_000_000 }), row(func(r *facts.DongLuong) {
		r.HoTen, r.MaSoBHXH, r.SoCCCD, r.NgaySinh, r.MaNV = "Trần Thị Bé", "", "079190000002", 19900102, "NV02"
	})}
	r := Compare(Input{DonVi: donVi, Roster: roster, Rows: rows, Month: thang})
	got := apply(roster, r.Proposals)
	if len(got) != 2 || got[0].ID != "1" || got[0].Luong.MucLuong != 7_000_000 || got[0].TuThang != thang || got[1].HoTen != "Trần Thị Bé" {
		t.Errorf("got %+v", got)
	}
	if roster[0].Luong.MucLuong != 6_000_000 {
		t.Error("the roster given was changed")
	}
	if again := apply(got, r.Proposals); !reflect.DeepEqual(again, got) {
		t.Errorf("applied twice: %+v", again)
	}
}

func TestJSON(t *testing.T) {
	rows := []facts.DongLuong{row(func(r *facts.DongLuong) { r.Luong.MucLuong, r.HoTen = 7_000_000, "Nguyễn Văn Ân" })}
	r := Compare(Input{DonVi: donVi, Roster: []facts.NguoiLaoDong{an()}, Rows: rows, Month: thang})
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"phuongAn":"DC"`, `"tuThang":"2026-11"`, `"source":"T11!A9"`, `"old":{"mucLuong":6000000}`, `"unknown":[]`, `"loai":"nhan-than"`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s is not in %s", want, b)
		}
	}
	var back Result
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, r) {
		t.Errorf("got %+v\nwant %+v", back, r)
	}
	if err := json.Unmarshal([]byte(`{"proposals":[{"tuThang":"2026-13"}]}`), &back); err == nil {
		t.Error("a month that does not exist was read")
	}
}

// crowd makes n people and their lines, with some of each change.
func crowd(n int) (roster []facts.NguoiLaoDong, rows []facts.DongLuong) {
	for i := range n {
		p := an()
		p.ID, p.MaNV, p.HoTen = fmt.Sprint(i), fmt.Sprintf("NV%05d", i), fmt.Sprintf("Nguyễn Văn %c%c%c", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		year := 1970 + i%30 // people who are unlike: numbers far from each other, births all over
		p.NgaySinh = facts.NgaySinh(law.DayOf(year, 1+i/7%12, 1+i/5%28))
		p.MaSoBHXH, p.SoCCCD = fmt.Sprintf("79%08d", i*77_003%100_000_000), fmt.Sprintf("0790%02d%06d", year%100, i*40_503%1_000_000)
		r := row(func(r *facts.DongLuong) {
			r.MaNV, r.HoTen, r.MaSoBHXH, r.SoCCCD, r.NgaySinh, r.Noi.O = p.MaNV, p.HoTen, p.MaSoBHXH, p.SoCCCD, p.NgaySinh, fmt.Sprintf("A%d", i+8)
		})
		switch i % 100 {
		case 3:
			rows = append(rows, r) // new
			continue
		case 5:
			roster = append(roster, p) // gone
			continue
		case 7:
			r.Luong.MucLuong += 500_000
		case 9:
			r.GhiChu, r.NgayCong = "TS", 0
		case 11:
			r.MaSoBHXH, r.SoCCCD = "", ""
		}
		roster, rows = append(roster, p), append(rows, r)
	}
	return roster, rows
}

// The order of the lines does not change what is proposed.
func TestOrderDoesNotMatter(t *testing.T) {
	roster, rows := crowd(600)
	sorted := func() string {
		l := strings.Split(brief(Compare(Input{DonVi: donVi, Roster: roster, Rows: rows, Month: thang})), "\n")
		slices.Sort(l)
		return strings.Join(l, "\n")
	}
	want := sorted()
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		if got := sorted(); got != want {
			t.Fatal("another order gave other proposals")
		}
	}
}

func TestTwelveThousandAreCompared(t *testing.T) {
	roster, rows := crowd(12_000)
	start := time.Now()
	r := Compare(Input{DonVi: donVi, Roster: roster, Rows: rows, Month: thang})
	d := time.Since(start)
	t.Logf("12 000 compared in %v: %d proposals, %d undecided", d, len(r.Proposals), len(r.Undecided))
	if len(r.Proposals) != 480 || len(r.Undecided) != 0 {
		t.Errorf("got %d proposals and %d undecided, want 480 and 0", len(r.Proposals), len(r.Undecided))
	}
}

func BenchmarkCompare12000(b *testing.B) {
	roster, rows := crowd(12_000)
	b.ReportAllocs()
	for b.Loop() {
		Compare(Input{DonVi: donVi, Roster: roster, Rows: rows, Month: thang})
	}
}

// apply returns the roster after the proposals have been sent. The roster given
// is not changed. Proposals for people it does not have are added at the end.
func apply(roster []facts.NguoiLaoDong, proposals []DeXuat) []facts.NguoiLaoDong {
	out := append(make([]facts.NguoiLaoDong, 0, len(roster)+len(proposals)), roster...)
	byID, maSo, cccd := map[string]int{}, map[string]int{}, map[string]int{}
	know := func(i int) {
		p := &out[i]
		for k, m := range map[string]map[string]int{p.ID: byID, p.MaSoBHXH: maSo, p.SoCCCD: cccd} {
			if k != "" {
				m[k] = i
			}
		}
	}
	for i := range out {
		know(i)
	}
	ix := newIndex(out)
	for _, d := range proposals {
		n := d.Nguoi
		i, ok := byID[n.ID]
		if !ok || n.ID == "" {
			if i, ok = maSo[n.MaSoBHXH]; !ok || n.MaSoBHXH == "" {
				if i, ok = cccd[n.SoCCCD]; !ok || n.SoCCCD == "" {
					i, ok = ix.byName(n.HoTen, n.NgaySinh, n.MaNV)
				}
			}
		}
		if !ok {
			out = append(out, n)
			know(len(out) - 1)
			continue
		}
		if n.ID == "" {
			n.ID = out[i].ID
		}
		out[i] = n
	}
	return out
}
