package office

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// lines are the cells of a report's sheet below its heads, by the heads.
func lines(t *testing.T, f File, tab string) []map[string]string {
	t.Helper()
	tabs, problems, err := sheet.ReadCells(t.Context(), f.Bytes, nil)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%s: %v %v", f.Name, problems, err)
	}
	for _, s := range tabs {
		if s.Name != tab {
			continue
		}
		var heads map[int]string
		var out []map[string]string
		for _, row := range s.Rows {
			if heads == nil && len(row) > 1 {
				heads = map[int]string{}
				for _, c := range row {
					heads[c.Col] = c.Text
				}
				continue
			}
			line := map[string]string{}
			for _, c := range row {
				line[heads[c.Col]] = c.Text
			}
			if heads != nil {
				out = append(out, line)
			}
		}
		return out
	}
	t.Fatalf("%s has no sheet %q", f.Name, tab)
	return nil
}

func report(t *testing.T, o *Office, in ReportOrder) File {
	t.Helper()
	f, err := o.Report(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// changed is the sample's desk after one person left, one went on maternity leave, one
// came back and one began in November.
func changed(t *testing.T) (o *Office, all []facts.NguoiLaoDong) {
	t.Helper()
	o = sampleDesk(t)
	all, err := o.People(t.Context(), demoBefore)
	if err != nil {
		t.Fatal(err)
	}
	next := func(p facts.NguoiLaoDong, s facts.TrangThai) facts.NguoiLaoDong {
		p.TrangThai, p.TuThang = s, SampleMonth
		return p
	}
	var working, away []facts.NguoiLaoDong
	for _, p := range all {
		if p.TrangThai == facts.DangDong {
			working = append(working, p)
		} else {
			away = append(away, p)
		}
	}
	new := facts.NguoiLaoDong{HoTen: "Ngô Thị Mới", SoCCCD: "079190123457", TuThang: SampleMonth, TrangThai: facts.DangDong}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, []facts.NguoiLaoDong{next(working[0], facts.DaNghi), next(working[1], facts.ThaiSan), next(away[0], facts.DangDong), new}, "thử"); err != nil {
		t.Fatal(err)
	}
	return o, []facts.NguoiLaoDong{working[0], working[1], away[0], new}
}

// Heads by month add up from one month to the next, and agree with the first screen;
// before the roster begins nothing is said.
func TestReportOfMonths(t *testing.T) {
	o, who := changed(t)
	f := report(t, o, ReportOrder{ID: "months", Month: SampleMonth, From: demoBefore.Add(-1)})
	heads := lines(t, f, "Lao động")
	if got := heads[0]; len(got) != 1 || got["Tháng"] == "" {
		t.Errorf("before the roster begins: %v", got)
	}
	if got := heads[1]; got["Cuối kỳ"] != "119" || got["Đầu kỳ"] != "" {
		t.Errorf("the month with which it begins: %v", got)
	}
	for head, want := range map[string]string{"Đầu kỳ": "119", "Tăng mới, chuyển đến": "1", "Đi làm lại": "1", "Giảm hẳn, chuyển đi": "1", "Giảm tạm thời": "1", "Cuối kỳ": "119"} {
		if got := heads[2][head]; got != want {
			t.Errorf("%s: got %s, want %s", head, got, want)
		}
	}
	v, err := o.Overview(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	fund := lines(t, f, "Quỹ lương, tiền đóng")[2]
	for head, want := range map[string]int64{"Số người đóng": int64(v.DangDong), "Chưa tính được (người)": 1, "Quỹ lương (căn cứ đóng BHXH)": v.QuyLuong, "Tổng cộng": v.PhaiDong} {
		if got := fund[head]; got != strconv.FormatInt(want, 10) {
			t.Errorf("%s: got %s, the first screen says %d", head, got, want)
		}
	}
	moves := lines(t, f, "Ai tăng, ai giảm")
	names := map[string]string{}
	for _, m := range moves {
		names[m["Họ và tên"]] = m["Trước đó"] + " → " + m["Từ tháng này"]
	}
	for i, want := range []string{"đang tham gia → đã nghỉ", "đang tham gia → nghỉ thai sản", "", "chưa có trong danh sách → đang tham gia"} {
		if got := names[who[i].HoTen]; want != "" && got != want {
			t.Errorf("%s: got %q, want %q", who[i].HoTen, got, want)
		}
	}
	if len(moves) != 4 || !strings.HasSuffix(names[who[2].HoTen], "→ đang tham gia") {
		t.Errorf("moves %v", names)
	}
	if _, err := o.Report(t.Context(), ReportOrder{ID: "months", Month: demoBefore, From: SampleMonth}); !errors.Is(err, ErrMonthOrder) {
		t.Errorf("a first month after the last: %v", err)
	}
}

// The roster has everybody once, who has left apart; sums are those of the lines.
func TestReportOfTheRoster(t *testing.T) {
	o, who := changed(t)
	f := report(t, o, ReportOrder{ID: "roster", Month: SampleMonth})
	here, gone := lines(t, f, "Đang tham gia"), lines(t, f, "Đã nghỉ")
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	if len(gone) != 2 || gone[0]["Họ và tên"] != who[0].HoTen || len(here)-1+len(gone)-1 != len(people) {
		t.Fatalf("%d here, %d gone, %d people", len(here)-1, len(gone)-1, len(people))
	}
	byName := map[string]map[string]string{}
	sum, base := int64(0), int64(0)
	for _, l := range here[:len(here)-1] {
		byName[l["Họ và tên"]+l["Số ĐDCN/CCCD"]] = l
		n, _ := strconv.ParseInt(l["Mức lương"], 10, 64)
		b, _ := strconv.ParseInt(l["Căn cứ đóng BHXH"], 10, 64)
		sum, base = sum+n, base+b
	}
	for _, p := range people {
		l := byName[p.HoTen+p.SoCCCD]
		if p.TrangThai == facts.DaNghi {
			continue
		}
		if l["Mã số BHXH"] != p.MaSoBHXH || l["Ngày sinh"] != p.NgaySinh.String() || l["Chức danh"] != p.ChucDanh || l["Còn thiếu"] != strings.Join(Missing(p), ", ") {
			t.Errorf("%s: %v", p.ID, l)
		}
	}
	v, err := o.Overview(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	if total := here[len(here)-1]; total["Mức lương"] != strconv.FormatInt(sum, 10) || base != v.QuyLuong {
		t.Errorf("total %v of %d, base %d of %d", total, sum, base, v.QuyLuong)
	}
	if f := report(t, o, ReportOrder{ID: "roster", Month: SampleMonth, CSV: true}); f.Name != "danh-sach-2026-11.csv" || strings.Count(string(f.Bytes), "\r\n") != len(here) {
		t.Errorf("%s has %d lines", f.Name, strings.Count(string(f.Bytes), "\r\n"))
	}
}

// The history of one person tells each change with what was declared, then every month.
func TestReportOfAHistory(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	docs, err := o.store.Docs(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	who := personIn(docs[0].Form.Table, docs[0].Rows[0])
	f := report(t, o, ReportOrder{ID: "history", Month: SampleMonth, Person: who.SoCCCD})
	past, each := lines(t, f, "Quá trình"), lines(t, f, "Từng tháng")
	if len(past) != 1 || past[0]["Họ và tên"] != who.HoTen || past[0]["Từ tháng"] != "01/10/2026" || past[0]["Nguồn"] != "bảng lương 10/2026" {
		t.Errorf("history %v", past)
	}
	if len(each) != 3 || each[1]["Phương án"] != "DC – Điều chỉnh lương" || each[0]["Phương án"] != "" || each[2]["Tháng"] != "Cộng" {
		t.Errorf("months %v", each)
	}
	own, _ := strconv.ParseInt(each[0]["Người lao động đóng"], 10, 64)
	pay, _ := strconv.ParseInt(each[0]["Căn cứ đóng BHXH"], 10, 64)
	if own*1000 != pay*105 {
		t.Errorf("%d is paid on %d, want 10,5 %%", own, pay)
	}
	if _, err := o.Report(t.Context(), ReportOrder{ID: "history", Month: SampleMonth, Person: "nobody"}); !errors.Is(err, ErrNoPerson) {
		t.Errorf("a history of nobody: %v", err)
	}
}

// Claims stand by what became of them; what they come to is counted by kind.
func TestReportOfClaims(t *testing.T) {
	o := sampleDesk(t)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range []storage.BenefitState{storage.DeNghi, storage.DaDuyet, storage.DaDuyet, storage.BiTuChoi} {
		day := law.DayOf(2026, 11, 2+i)
		if say, err := o.AddClaim(t.Context(), people[i].ID, dot(facts.OmDau, day, day, int64(2-i%2)), s); err != nil || len(say) > 0 {
			t.Fatal(say, err)
		}
	}
	f := report(t, o, ReportOrder{ID: "claims", Month: SampleMonth})
	for tab, want := range map[string]int{"Chờ giải quyết": 1, "Đã duyệt": 2, "Không được": 1} {
		if got := lines(t, f, tab); len(got) != want {
			t.Errorf("%s: %v", tab, got)
		}
	}
	sum := lines(t, f, "Tổng hợp")
	if len(sum) != 2 || sum[0]["Đã duyệt (đợt)"] != "2" || sum[0]["Đã duyệt (ngày)"] != "1.5" || sum[0]["Chờ giải quyết (ngày)"] != "1" {
		t.Errorf("summary %v", sum)
	}
	if waiting := lines(t, f, "Chờ giải quyết")[0]; waiting["Họ và tên"] != people[0].HoTen || waiting["Từ ngày"] != "02/11/2026" || waiting["Số ngày"] != "1" {
		t.Errorf("waiting %v", waiting)
	}
}

// Who lacks what for a declaration is named, and the papers that a draft still lacks.
func TestReportOfWhatIsLacking(t *testing.T) {
	o, who := changed(t)
	d, err := o.Open(t.Context(), Opening{Service: "C4", Case: "C4.01", Month: SampleMonth, People: []string{who[1].ID}})
	if err != nil {
		t.Fatal(err)
	}
	f := report(t, o, ReportOrder{ID: "lacking", Month: SampleMonth})
	found := ""
	for _, l := range lines(t, f, "Thiếu dữ liệu") {
		if l["Họ và tên"] == who[3].HoTen {
			found = l["Còn thiếu"]
		}
	}
	if found != strings.Join(Missing(who[3]), ", ") || found == "" {
		t.Errorf("%s lacks %q", who[3].HoTen, found)
	}
	papers := lines(t, f, "Thiếu giấy tờ")
	if len(papers) == 0 || papers[0]["Hồ sơ"] != d.ID || papers[0]["Người"] != who[1].HoTen || papers[0]["Giấy tờ"] == "" {
		t.Errorf("papers %v", papers)
	}
	if _, err := o.Report(t.Context(), ReportOrder{ID: "x", Month: SampleMonth}); !errors.Is(err, ErrNoReport) {
		t.Errorf("an unknown report: %v", err)
	}
}
