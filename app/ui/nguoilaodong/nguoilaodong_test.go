package nguoilaodong

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

type fake struct {
	people  []facts.NguoiLaoDong
	due     []office.PastTerm
	copies  []string
	erased  []office.EraseOrder
	removed []string // "id reason"
	career  storage.Career
	claims  []storage.Benefit
	agency  office.AgencyPerson
	asking  error
	asked   []string
	whys    int
	err     error

	moves   []office.CommuneMove
	chosen  map[string]string
	undone  int
	moved   []office.MoveInInput
	movedIn []office.MovedFile
	edits   []map[string]string
	wrong   []office.Finding // what the next edit is told
}

func (f *fake) ConvertCommunes(context.Context, law.Month) ([]office.CommuneMove, error) {
	return f.moves, f.err
}

func (f *fake) ApplyCommunes(_ context.Context, _ law.Month, chosen map[string]string) (int, error) {
	f.chosen, f.moves = chosen, nil
	return len(chosen), f.err
}

func (f *fake) UndoCommunes(context.Context) (int, error) {
	f.undone++
	return len(f.chosen), f.err
}

func (f *fake) Report(_ context.Context, in office.ReportOrder) (office.File, error) {
	return office.File{Name: strings.TrimSpace(in.ID + " " + in.Month.String() + " " + in.Person)}, f.err
}

func (f *fake) PayrollTemplate(_ context.Context, in office.TemplateOrder) (office.File, error) {
	return office.File{Name: fmt.Sprint(in.Layout, " ", in.Month, " ", in.Blank)}, f.err
}

func (f *fake) Quota(_ context.Context, id string, year int) (office.Quota, error) {
	days := func(n office.Days) *office.Days { return &n }
	const thirty, forty = 60, 80
	q := office.Quota{Person: id, HoTen: "Trần Thị Lan", Year: year, On: law.DayOf(year, 11, 22), Worked: office.Worked{Since: 202401, Roster: 34, Before: f.career.MonthsBefore, Heavy: f.career.Heavy}}
	ill := office.Entitlement{Kind: facts.OmDau, Label: "Ốm đau", Allowed: days(thirty), Used: days(25), Left: days(thirty - 25), AtLeast: true,
		Conditions: []office.Condition{{Met: office.MetYes, Say: "đang tham gia BHXH bắt buộc: đang tham gia", Basis: "Luật 41/2024/QH15 Điều 42 khoản 1"}},
		Working:    []law.Buoc{{Nhan: "Số ngày ốm đau còn được hưởng năm 2026", CongThuc: "30 − 12,5 = 17,5", CanCu: "Luật 41/2024/QH15 Điều 43 khoản 1 điểm a"}}}
	if f.career.MonthsBefore == nil {
		ill.Unknown = []string{"thời gian đóng trước tháng 01/2024 (mốc 15 năm, 30 năm)"}
		q.Unknown = []string{"thời gian đóng BHXH bắt buộc trước tháng 01/2024: xem sổ BHXH rồi ghi số tháng"}
	} else {
		ill.Allowed, ill.Left, ill.AtLeast = days(forty), days(forty-25), false
	}
	rest := office.Entitlement{Kind: facts.DuongSucOmDau, Label: "Dưỡng sức sau ốm đau",
		Conditions: []office.Condition{{Met: office.MetNo, Say: "đã hưởng ốm đau từ đủ 30 ngày trong năm: đã ghi 12,5", Basis: "Luật 41/2024/QH15 Điều 46 khoản 1"}}}
	kid := office.Entitlement{Kind: facts.ConOm, Label: "Con ốm, con sinh 01/05/2024", Child: 20240501, Allowed: days(40), Used: days(4), Left: days(36)}
	birth := office.Entitlement{Kind: facts.SinhCon, Label: "Sinh con, nếu sinh trong tháng 11/2026", Months: 6, Warnings: []string{"Sinh con thứ hai: 7 tháng (Luật Dân số 113/2025/QH15; Nghị định 168/2026/NĐ-CP)"},
		Conditions: []office.Condition{{Met: office.MetUnknown, Say: "đóng trong 12 tháng liền kề trước khi sinh: cần từ đủ 6, danh sách có 5", Basis: "Luật 41/2024/QH15 Điều 50 khoản 2"}}}
	q.Items = []office.Entitlement{ill, kid, rest, birth}
	return q, f.err
}

func (f *fake) PutCareer(_ context.Context, _ string, c storage.Career) error {
	f.career = c
	return f.err
}

func (f *fake) PastTerms(context.Context) ([]office.PastTerm, error) { return f.due, f.err }

func (f *fake) ExportPerson(_ context.Context, id string, password []byte) ([]office.File, error) {
	return []office.File{{Name: "du-lieu-" + id + ".xlsx"}, {Name: "du-lieu-" + id + ".json"}}, f.err
}

func (f *fake) Slip(_ context.Context, month law.Month, id string) (office.File, error) {
	return office.File{Name: fmt.Sprint("phieu-", id, "-", month, ".pdf")}, f.err
}

func (f *fake) PlanErasure(_ context.Context, id string) (office.ErasePlan, error) {
	return office.ErasePlan{Copies: f.copies, Erasing: storage.Erasing{
		ID: id, Counts: storage.ErasingCounts{People: 1, History: 3, PayrollRows: 11, DraftRows: 1}, Drafts: []string{"HS000007"},
		Stays:     []storage.Stay{{DossierID: "HS000003", SoHoSo: "00012/2026/07906", State: storage.CoKetQua, Until: time.Date(2036, 11, 22, 0, 0, 0, 0, time.UTC)}},
		Unsettled: []storage.Paper{{DossierID: "HS000007", Name: "danh sách.pdf"}},
	}}, f.err
}

func (f *fake) ErasePerson(_ context.Context, in office.EraseOrder) (office.EraseReport, error) {
	f.erased = append(f.erased, in)
	f.people = slices.DeleteFunc(slices.Clone(f.people), func(p facts.NguoiLaoDong) bool { return p.ID == in.ID })
	return office.EraseReport{ErasePlan: office.ErasePlan{Copies: f.copies}, Path: "bien-ban-xoa/x.txt"}, f.err
}

func (f *fake) RemoveCopies(_ context.Context, id, reason string) ([]string, error) {
	f.removed = append(f.removed, id+" "+reason)
	return f.copies, f.err
}

func (f *fake) People(context.Context, law.Month) ([]facts.NguoiLaoDong, error) {
	return slices.Clone(f.people), f.err
}

func (f *fake) History(_ context.Context, id string) ([]facts.NguoiLaoDong, error) {
	for _, p := range f.people {
		if p.ID == id {
			was := p
			was.TuThang, was.Luong.MucLuong = 202401, 5_000_000
			return []facts.NguoiLaoDong{was, p}, nil
		}
	}
	return nil, nil
}

func (f *fake) WhyPay(_ context.Context, month law.Month, id string) (office.Explained, error) {
	for _, p := range f.people {
		if p.ID != id {
			continue
		}
		if !p.Luong.Known {
			return office.Explained{}, &law.ChuaBiet{Ten: "luong", Say: "Mức lương: chưa có"}
		}
		f.whys++
		e := office.Explained{Title: "Tiền lương và mức đóng tháng " + month.String() + " · " + p.HoTen}
		e.Total, e.Unit = p.Luong.Tong()*32/100, "đồng"
		e.Working = []law.Buoc{{Nhan: "Tiền lương", CongThuc: "theo danh sách người lao động từ tháng 01/2026", CanCu: "bảng lương 01/2026"}}
		return e, f.err
	}
	return office.Explained{}, storage.ErrNotFound
}

// A record tells what is paid for the month, and where pay and contribution come from.
func TestPayAnswersWhy(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	p, h, w := open(t, f)
	words := strings.Join(uitest.Words(w.Content()), "|")
	if !strings.Contains(words, "Đóng tháng 11|"+office.Amount(p.roster.at(0).Luong.Tong()*32/100, "đồng")) {
		t.Errorf("the record says %s", words)
	}
	p.grid.Jump(1, 0)
	uitest.Keys(w.Canvas(), fyne.KeyF9)
	if len(h.Dialogs) != 1 || !strings.HasSuffix(h.Titles[0], p.roster.at(1).HoTen) || !strings.Contains(strings.Join(uitest.Words(h.Dialogs[0]), "|"), "bảng lương 01/2026") {
		t.Errorf("dialogs %q, said %q", h.Titles, h.Last())
	}
	uitest.Press(t, w.Content(), "Vì sao?")
	if len(h.Dialogs) != 2 || h.Titles[1] != h.Titles[0] {
		t.Errorf("dialogs %q", h.Titles)
	}
}

// A pay that nobody has said is named, and no failure.
func TestPayThatIsNotKnown(t *testing.T) {
	f := &fake{people: uitest.People(1)}
	f.people[0].Luong = facts.Luong{}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Vì sao?")
	if len(h.Failed) != 0 || len(h.Dialogs) != 0 || h.Last() != "! Mức lương: chưa có" {
		t.Errorf("failed %v, dialogs %q, said %q", h.Failed, h.Titles, h.Last())
	}
}

func open(t *testing.T, f *fake) (*Page, *uitest.Host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	w := uitest.Window(t, 1170, 690, p.Content())
	h.Win = w
	p.OnShow()
	return p, h, w
}

// One types without diacritics, in any order, and sees the people at once.
func TestFindWhileTyping(t *testing.T) {
	p, _, w := open(t, &fake{people: uitest.People(400)})
	uitest.Type(w.Canvas(), "uong tran")
	if p.grid.Model().Rows() == 0 {
		t.Fatal("nobody found")
	}
	for row := range p.grid.Model().Rows() {
		if name := p.grid.Model().Text(row, 0); !strings.Contains(name, "Ưởng") || !strings.HasPrefix(name, "Trần") {
			t.Errorf("found %q", name)
		}
	}
	uitest.Keys(w.Canvas(), fyne.KeyDown, fyne.KeyDown)
	if row, _ := p.grid.Active(); row != 1 {
		t.Errorf("the keys went to row %d of the list, want 1", row)
	}
	p.Find("khong co ai nhu the")
	if p.grid.Model().Rows() != 0 || !strings.Contains(p.grid.Empty, "Không tìm thấy ai") {
		t.Errorf("%d rows, empty says %q", p.grid.Model().Rows(), p.grid.Empty)
	}
}

// The list and the overview count other people: the list says how many of its people
// the overview counts.
func TestListSaysHowManyContribute(t *testing.T) {
	people := uitest.People(10)
	for i := range people {
		people[i].TrangThai = facts.DangDong
	}
	people[1].TrangThai, people[2].TrangThai, people[3].TrangThai = facts.ThaiSan, facts.NghiOm, facts.DaNghi
	p, _, _ := open(t, &fake{people: people})
	if got := p.found.Words; got != "9 người, 7 đang tham gia" {
		t.Errorf("says %q", got)
	}
	p.Show(Gone)
	if got := p.found.Words; got != "1 người" {
		t.Errorf("of those who have left it says %q", got)
	}
	p.Show(All)
}

func TestFindByNumber(t *testing.T) {
	f := &fake{people: uitest.People(50)}
	p, _, _ := open(t, f)
	p.Find(f.people[21].SoCCCD)
	if p.grid.Model().Rows() != 1 || p.grid.Model().Text(0, 0) != f.people[21].HoTen {
		t.Errorf("found %d people", p.grid.Model().Rows())
	}
}

// What is missing is named, in the list and beside it.
func TestMissingIsNamed(t *testing.T) {
	p, _, w := open(t, &fake{people: uitest.People(120)})
	uitest.Press(t, w.Content(), p.parts[Lacking].Words)
	n := p.grid.Model().Rows()
	if n == 0 || n > 10 {
		t.Fatalf("%d people lack something", n)
	}
	p.grid.Jump(0, 0)
	words := strings.Join(uitest.Words(w.Content()), "|")
	if !strings.Contains(words, "Còn thiếu") {
		t.Errorf("the detail does not say what is missing: %s", words)
	}
	found := false
	for col := range p.grid.Model().Columns() {
		found = found || p.grid.Model().Mark(0, col) == xwidget.MarkNotice
	}
	if !found {
		t.Error("no cell of the row is marked")
	}
}

func TestHistoryIsTold(t *testing.T) {
	_, _, w := open(t, &fake{people: uitest.People(3)})
	words := strings.Join(uitest.Words(w.Content()), "|")
	if !strings.Contains(words, "Lương 5.000.000 → ") || !strings.Contains(words, "Vào danh sách") {
		t.Errorf("history says %s", words)
	}
}

func TestFailureIsTold(t *testing.T) {
	_, h, _ := open(t, &fake{err: errors.New("disk")})
	if len(h.Failed) != 1 {
		t.Errorf("told %d failures, want 1", len(h.Failed))
	}
}

func TestPicture(t *testing.T) {
	f := &fake{people: uitest.People(1248)}
	f.due = []office.PastTerm{{ID: f.people[13].ID}}
	_, _, w := open(t, f)
	uitest.Golden(t, "nguoi-lao-dong", w.Canvas())
}

// A key costs no more than its share of ten times as many people.
func TestFiftyThousand(t *testing.T) {
	key := func(n int) time.Duration {
		p, _, w := open(t, &fake{people: uitest.People(n)})
		took := time.Hour
		for range 3 { // the quickest: something else may have the processor meanwhile
			p.search.SetText("")
			start := time.Now()
			uitest.Type(w.Canvas(), "nguyen dung")
			took = min(took, time.Since(start)/11)
		}
		t.Logf("%v a key over %d people, %d found", took, n, p.grid.Model().Rows())
		return took
	}
	if few, many := key(5_000), key(50_000); many > 20*few {
		t.Errorf("%v a key over 50 000 people, %v over 5 000", many, few)
	}
}

// One person's slip is made from their record, as they stood at the end of the month.
func TestSlipOfAPerson(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Phiếu tháng 11/2026")
	if want := "phieu-" + p.roster.at(0).ID + "-11/2026.pdf"; len(h.Shown) != 1 || h.Shown[0][0].Name != want {
		t.Errorf("shown %v, want %q", h.Shown, want)
	}
	f.err = errors.New("no font")
	uitest.Press(t, w.Content(), "Phiếu tháng 11/2026")
	if len(h.Failed) != 1 || len(h.Shown) != 1 {
		t.Errorf("%d failures, shown %d times", len(h.Failed), len(h.Shown))
	}
}

// A person asks for their data: one button, two files to keep.
func TestExportOfAPerson(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Xuất dữ liệu của người này")
	if len(h.Shown) != 1 || len(h.Shown[0]) != 2 || h.Shown[0][0].Name != "du-lieu-"+p.shownID+".xlsx" {
		t.Errorf("shown %v", h.Shown)
	}
}

// Before anything is erased it is said what goes, what stays and why; then nothing
// of the person is shown any more.
func TestErasureIsExplainedFirst(t *testing.T) {
	f := &fake{people: uitest.People(3), copies: []string{"ankhai.db.v1"}}
	p, h, w := open(t, f)
	id := p.shownID
	uitest.Press(t, w.Content(), "Xoá dữ liệu…")
	if len(h.Dialogs) != 1 || len(f.erased) != 0 {
		t.Fatalf("%d dialogs, %d erased", len(h.Dialogs), len(f.erased))
	}
	words := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	for _, say := range []string{"11 dòng bảng lương", "HS000007", "số hồ sơ 00012/2026/07906", "đã ký nên là chứng cứ, giữ đến 22/11/2036", "danh sách.pdf", "1 bản sao"} {
		if !strings.Contains(words, say) {
			t.Errorf("the dialog does not say %q: %s", say, words)
		}
	}
	uitest.Press(t, h.Dialogs[0], "Xoá: người này yêu cầu")
	if len(f.erased) != 1 || f.erased[0] != (office.EraseOrder{ID: id, Reason: office.ForSubject}) {
		t.Errorf("erased %+v", f.erased)
	}
	if !slices.Equal(h.Asked, []string{"Xoá bản sao"}) || !slices.Equal(f.removed, []string{id + " " + office.ForSubject}) {
		t.Errorf("asked %q, removed %q", h.Asked, f.removed)
	}
	if p.shownID == id || p.grid.Model().Rows() != 2 {
		t.Errorf("still shown: %s, %d rows", p.shownID, p.grid.Model().Rows())
	}
}

func TestErasureLeftForLater(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Xoá dữ liệu…")
	uitest.Press(t, h.Dialogs[0], "Để sau")
	if h.Closed != 1 || len(f.erased) != 0 {
		t.Errorf("closed %d, erased %d", h.Closed, len(f.erased))
	}
}

// The people whose term is over are a part of the list.
func TestPastTermIsListed(t *testing.T) {
	f := &fake{people: uitest.People(120)}
	f.due = []office.PastTerm{{ID: f.people[13].ID}, {ID: f.people[43].ID}}
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Hết hạn lưu 2")
	if n := p.grid.Model().Rows(); n != 2 {
		t.Errorf("%d people past their term, want 2", n)
	}
	f.due = nil
	p.Show(Overdue)
	p.OnShow()
	if words := strings.Join(uitest.Words(p.Content()), "|"); p.grid.Model().Rows() != 0 || !strings.Contains(words, "Không ai quá hạn lưu") {
		t.Errorf("%d rows, and the screen says %s", p.grid.Model().Rows(), words)
	}
	uitest.Golden(t, "het-han-trong", w.Canvas())
	uitest.Press(t, w.Content(), "Đặt hạn lưu")
	if len(h.Went) != 1 || h.Went[0] != (office.Place{Screen: "cai-dat", ID: "ca-nhan"}) {
		t.Errorf("went to %v", h.Went)
	}
}

func TestPictureOfAnErasure(t *testing.T) {
	_, h, w := open(t, &fake{people: uitest.People(3), copies: []string{"ankhai.db.v1"}})
	uitest.Press(t, w.Content(), "Xoá dữ liệu…")
	v := uitest.Window(t, 620, 520, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "xoa-du-lieu", v.Canvas())
}

// What a person may still have stands beside the list: the numbers, what is missing,
// what nobody knows; behind it the conditions with their articles and the working.
func TestWhatIsLeftOfTheYear(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	_, h, w := open(t, f)
	words := strings.Join(uitest.Words(w.Content()), "|")
	for _, want := range []string{"Chế độ còn được hưởng trong năm 2026", "Còn ít nhất 17,5 trong ít nhất 30 ngày, đã ghi 12,5", "Thiếu: đã hưởng ốm đau từ đủ 30 ngày trong năm: đã ghi 12,5",
		"Chưa biết: thời gian đóng BHXH bắt buộc trước tháng 01/2024", "Nghỉ 6 tháng"} {
		if !strings.Contains(words, want) {
			t.Errorf("the record does not say %q: %s", want, words)
		}
	}
	for _, b := range uitest.Find[*xwidget.Button](w.Content()) {
		if b.Words == "Vì sao?" {
			h.Dialogs = nil
			b.Tapped(nil) // of the pay first, then of what is left
		}
	}
	words = strings.Join(uitest.Words(h.Dialogs[0]), "|")
	for _, want := range []string{"30 − 12,5 = 17,5", "Luật 41/2024/QH15 Điều 43 khoản 1 điểm a", "chưa rõ|Đóng trong 12 tháng liền kề", "thiếu|Đã hưởng ốm đau", "Sinh con thứ hai: 7 tháng"} {
		if !strings.Contains(words, want) {
			t.Errorf("the dialog does not say %q: %s", want, words)
		}
	}
	v := uitest.Window(t, 760, 560, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "con-duoc-huong", v.Canvas())
}

// What the roster cannot know is told in two answers, and the record says it at once.
func TestCareerIsTold(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ghi điều chưa biết…")
	months := uitest.Find[*xwidget.Entry](h.Dialogs[0])[0]
	months.SetText("mười")
	uitest.Press(t, h.Dialogs[0], "Ghi")
	if words := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(words, "Số tháng: từ 0 đến 720") || h.Closed != 0 {
		t.Errorf("a word for a number: %s", words)
	}
	months.SetText("180")
	uitest.Find[*xwidget.Select](h.Dialogs[0])[0].SetSelected("không")
	uitest.Press(t, h.Dialogs[0], "Ghi")
	if h.Closed != 1 || f.career.MonthsBefore == nil || *f.career.MonthsBefore != 180 || f.career.Heavy == nil || *f.career.Heavy {
		t.Fatalf("kept %+v", f.career)
	}
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "Còn 27,5 trong 40 ngày, đã ghi 12,5") || strings.Contains(words, "Chưa biết: thời gian đóng") {
		t.Errorf("afterwards it says %s", words)
	}
}

func TestWhoHasLeftHasNoYear(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	for i := range f.people {
		f.people[i].TrangThai = facts.DaNghi
	}
	p, _, w := open(t, f)
	p.Show(Gone)
	if words := strings.Join(uitest.Words(w.Content()), "|"); strings.Contains(words, "còn được hưởng") || !strings.Contains(words, "Quá trình") {
		t.Errorf("it says %s", words)
	}
}
