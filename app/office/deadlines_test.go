package office

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/law/lich"
	"ankhai/forms/services/han"
)

// dueLine is a due as one line, and what cannot be dated as another.
func dueLines(d Dues) []string {
	var out []string
	for _, v := range d.Viec {
		out = append(out, fmt.Sprintf("%s %s %s %s", v.Viec.Ngay, v.SuKien, v.Viec.Han.Ma, v.Ai))
	}
	for _, u := range d.Thieu {
		out = append(out, fmt.Sprintf("chưa rõ %s %s: %s", u.SuKien, u.Ai, u.Thieu))
	}
	return out
}

func lists(lines []string, want string) bool {
	for _, l := range lines {
		if strings.HasPrefix(l, want) {
			return true
		}
	}
	return false
}

// The sample company on 22/11/2026: two payments, the changes of its payroll, those
// who reach the age, and what lacks a day.
func TestDeadlinesOfTheSample(t *testing.T) {
	o := sampleDesk(t)
	d, err := o.DeadlinesFromStore(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	lines := dueLines(d)
	for _, want := range []string{
		"30/11/2026 ky-dong KD-1 đơn vị", "31/12/2026 ky-dong KD-1 đơn vị",
		"30/11/2026 nghi-viec NV-1 Đỗ Thị Hồng Trang", "30/11/2026 doi-luong DL-1 Nguyễn Đức Nam",
		"30/11/2026 doi-luong DL-2 Nguyễn Bích Hoa", "30/11/2026 di-lam-lai DL-LAI-1 Phan Thị Thu Lan", "30/11/2026 nghi-khong-luong KL-1 Nguyễn Bích Hạnh",
		"11/11/2026 nghi-huu NH-1 Nguyễn Thị Kim Anh",
		"chưa rõ tuyen-dung Trần Thị Thu Mai: chưa có ngày hợp đồng có hiệu lực", "chưa rõ sinh-con Trần Thị Kim Oanh: chưa có ngày sinh con",
	} {
		if !lists(lines, want) {
			t.Errorf("lacks %q in\n%s", want, strings.Join(lines, "\n"))
		}
	}
	if len(d.Viec) != 24 || len(d.Thieu) != 10 {
		t.Errorf("%d dues and %d without a day, want 24 and 10", len(d.Viec), len(d.Thieu))
	}
	for i := 1; i < len(d.Viec); i++ {
		if d.Viec[i].Viec.Ngay < d.Viec[i-1].Viec.Ngay {
			t.Errorf("%s after %s", d.Viec[i].Viec.Ngay, d.Viec[i-1].Viec.Ngay)
		}
	}
	b, err := json.Marshal(d)
	if err != nil || !strings.Contains(string(b), `"today":"2026-11-22"`) || !strings.Contains(string(b), `"due":"2026-11-30"`) {
		t.Errorf("%v %.200s", err, b)
	}
}

// What the roster says of a person is an event: a contract that ends, a leave that
// will; a way of paying that no law has is not guessed.
func TestDeadlinesOfTheRoster(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	person := func(name string, state facts.TrangThai, since law.Month, end law.Day) facts.NguoiLaoDong {
		return facts.NguoiLaoDong{HoTen: name, SoCCCD: "0791950" + fmt.Sprint(10000+len(name)), TrangThai: state, TuThang: since, HopDong: facts.HopDong{Loai: "1", Den: end}}
	}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, []facts.NguoiLaoDong{
		person("Hết Hạn Gần", facts.DangDong, 202601, 20261215), person("Hết Hạn Còn Xa Lắm", facts.DangDong, 202601, 20270630),
		person("Đã Hết Hạn", facts.DangDong, 202601, 20261031), person("Nghỉ Thai Sản Lâu", facts.ThaiSan, 202605, 0), person("Mới Nghỉ Thai Sản", facts.ThaiSan, 202610, 0),
	}, "thử"); err != nil {
		t.Fatal(err)
	}
	dv.PhuongThuc = "12"
	if _, err := o.PutCompany(t.Context(), dv); err != nil {
		t.Fatal(err)
	}
	d, err := o.DeadlinesFromStore(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	lines := dueLines(d)
	for want, there := range map[string]bool{
		"31/12/2026 het-hop-dong HH-1 Hết Hạn Gần": true, "31/12/2026 het-hop-dong HH-2 Hết Hạn Gần": true,
		"31/10/2026 het-hop-dong HH-1 Đã Hết Hạn":                                                true,
		"30/06/2027 het-hop-dong HH-1 Hết Hạn Còn Xa Lắm":                                        false,
		"chưa rõ di-lam-lai Nghỉ Thai Sản Lâu: nghỉ 6 tháng thì đi làm lại khoảng tháng 11/2026": true,
		"chưa rõ di-lam-lai Mới Nghỉ Thai Sản":                                                   false,
		"chưa rõ ky-dong đơn vị: phương thức đóng «12» không phải":                               true, "30/11/2026 ky-dong": false,
	} {
		if got := lists(lines, want); got != there {
			t.Errorf("%q: got %v, want %v", want, got, there)
		}
	}
	dv.PhuongThuc = "3"
	if _, err := o.PutCompany(t.Context(), dv); err != nil {
		t.Fatal(err)
	}
	if d, err = o.DeadlinesFromStore(t.Context(), SampleMonth); err != nil || !lists(dueLines(d), "31/01/2027 ky-dong KD-2 đơn vị") || lists(dueLines(d), "31/12/2026 ky-dong") {
		t.Errorf("paying by the quarter: %v\n%s", err, strings.Join(dueLines(d), "\n"))
	}
}

// A dossier that the agency has shows by when it must answer.
func TestDeadlinesOfADossierSent(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	if _, err := o.Send(t.Context(), id, Practice); err != nil {
		t.Fatal(err)
	}
	d, err := o.DeadlinesFromStore(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range d.Viec {
		if v.Dossier == id {
			if v.Viec.Han.Ma != "GQ-E5" || v.Viec.Ngay != 20261127 { // 22/11/2026 is a Sunday
				t.Errorf("got %s %s, want GQ-E5 27/11/2026", v.Viec.Han.Ma, v.Viec.Ngay)
			}
			return
		}
	}
	t.Errorf("the dossier sent is not among\n%s", strings.Join(dueLines(d), "\n"))
}

// The user's calendar moves the days; a row that lacks something is refused.
func TestTheUsersCalendar(t *testing.T) {
	o := openDesk(t, t.TempDir())
	ask := func() string {
		t.Helper()
		got, bad, err := o.Deadlines(t.Context(), han.Cau{SuKien: "nop-ho-so", Moc: map[string]law.Day{"ngay": 20270826}, Chon: map[string]string{"dich-vu": "C5"}})
		if err != nil || len(bad) > 0 {
			t.Fatal(err, bad)
		}
		return got.Viec[1].Ngay.String()
	}
	if got := ask(); got != "07/09/2027" {
		t.Errorf("without rows: got %s", got)
	}
	if say, err := o.PutHoliday(t.Context(), lich.Ngay{Ngay: 20270901, Ten: "Nghỉ Quốc khánh"}); err != nil || !strings.HasPrefix(say, "Căn cứ") {
		t.Errorf("a row without a basis: %q %v", say, err)
	}
	if say, err := o.PutHoliday(t.Context(), lich.Ngay{Ngay: 20270901, Ten: "Nghỉ Quốc khánh", CanCu: "Thông báo"}); err != nil || say != "" {
		t.Fatal(say, err)
	}
	if got := ask(); got != "08/09/2027" {
		t.Errorf("with 01/9 off: got %s", got)
	}
	if there, err := o.DropHoliday(t.Context(), 20270901); err != nil || !there {
		t.Fatal(there, err)
	}
	if there, _ := o.DropHoliday(t.Context(), 20270901); there {
		t.Error("dropped twice")
	}
	if err := o.WorkSaturdays(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if got := ask(); got != "04/09/2027" {
		t.Errorf("a week of six days: got %s", got)
	}
}
