package bangluong

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

type fake struct {
	roster
	has     bool
	fail    error
	inputs  []office.ImportInput
	drafted []payroll.DeXuat
	book    *sheet.Book
	whys    []payroll.DeXuat
	leaves  []office.LeaveClaim
	claimed []office.LeaveClaim
	decided []office.Decided
	answers []string
	twice   bool // somebody stands in two lines
	kept    *storage.Payroll
	two     office.TwoFiles
	changed payroll.Result
	odd     []office.FileProblem
}

func (f *fake) Decide(_ context.Context, _ law.Month, code string, a payroll.Answer) (payroll.QuyetDinh, error) {
	f.answers = append(f.answers, fmt.Sprint(code, " ", a.Viec, " ", a.Nguoi, " ", a.Nhan, " ", a.Dau))
	q := payroll.QuyetDinh{ID: int64(len(f.answers)), Thang: 202611, Viec: a.Viec, Dong: payroll.VetDong{HoTen: "Lê Thị Cha"}, Nguoi: a.Nguoi}
	name := map[string]string{"NLD000012": "Lê Thị Ca", "NLD000031": "Lê Thị Chi"}[a.Nguoi]
	f.decided = append(f.decided, office.Decided{QuyetDinh: q, Ten: name, O: "Lương T11!A12", Ai: "ketoan", Luc: time.Date(2026, 11, 22, 2, 30, 0, 0, time.UTC)})
	return q, f.fail
}

func (f *fake) CompareTwo(_ context.Context, in office.TwoFiles) (payroll.Result, []office.FileProblem, error) {
	f.two = in
	return f.changed, f.odd, f.fail
}

func (f *fake) Decisions(context.Context) ([]office.Decided, error) { return f.decided, nil }

func (f *fake) Undecide(_ context.Context, id int64) error {
	f.answers = append(f.answers, fmt.Sprint("undo ", id))
	f.decided = nil
	return f.fail
}

func (f *fake) LeaveClaims(context.Context, law.Month) ([]office.LeaveClaim, error) {
	if f.leaves == nil {
		return nil, fmt.Errorf("leaves: %w", office.ErrNoTimes)
	}
	return f.leaves, nil
}

func (f *fake) DraftLeaves(_ context.Context, procedure string, _ law.Month, leaves []office.LeaveClaim) (storage.Dossier, error) {
	f.claimed = leaves
	return storage.Dossier{ID: "HS000008", Procedure: procedure}, f.fail
}

func (f *fake) Import(_ context.Context, in office.ImportInput) (office.ImportResult, error) {
	f.inputs = append(f.inputs, in)
	if f.fail != nil {
		return office.ImportResult{}, f.fail
	}
	f.has = len(f.book.Rows) > 0
	return office.ImportResult{Book: f.book, Month: in.Month, Rows: len(f.book.Rows), People: len(f.book.Rows), Kept: f.has}, nil
}

func (f *fake) Marked(_ context.Context, name string, data []byte, ps []sheet.Problem) (office.File, int, error) {
	return office.File{Name: name, Bytes: data}, len(ps), f.fail
}

func (f *fake) Declared(_ context.Context, _ law.Month, ps []payroll.DeXuat) ([]string, error) {
	return make([]string, len(ps)), nil
}

func (f *fake) Compare(context.Context, law.Month) (payroll.Result, error) {
	if !f.has {
		return payroll.Result{}, fmt.Errorf("compare: %w", office.ErrNoPayroll)
	}
	r := result()
	if f.twice {
		r.Undecided = []payroll.ChuaRo{twoLines()}
	}
	return r, nil
}

func (f *fake) Payroll(context.Context, law.Month) (storage.Payroll, error) {
	if f.kept != nil {
		return *f.kept, nil
	}
	return storage.Payroll{TenTep: "luong-2026-11.xlsx", Rows: make([]facts.DongLuong, 124)}, nil
}

func (f *fake) Draft(_ context.Context, _ string, _ law.Month, ps []payroll.DeXuat) ([]storage.Dossier, error) {
	f.drafted = ps
	return []storage.Dossier{{ID: "HS000007"}}, nil
}

func result() payroll.Result {
	at := func(n int) facts.Noi { return facts.Noi{Sheet: "Lương T11", O: fmt.Sprintf("A%d", n)} }
	return payroll.Result{
		Proposals: []payroll.DeXuat{
			{PhuongAn: "TM", HoTen: "Y Bhơm Êban", TuThang: 202611, Unknown: []string{payroll.MaSoBHXH, payroll.HopDong}, LyDo: "Mới có trong bảng lương, chưa có mã số BHXH", CanCu: "Luật 41/2024/QH15 Điều 28 khoản 1", Source: at(17), New: payroll.Thay{payroll.MucLuong: int64(5_800_000)}},
			{PhuongAn: "DC", HoTen: "Nguyễn Đức Nam", MaSoBHXH: "7915410769", TuThang: 202611, LyDo: "Mức lương đóng BHXH khác danh sách", CanCu: "Luật 41/2024/QH15 Điều 31 khoản 1", Source: at(18), Old: payroll.Thay{payroll.MucLuong: int64(7_800_000)}, New: payroll.Thay{payroll.MucLuong: int64(8_300_000)}},
			{PhuongAn: "GH", HoTen: "Đỗ Thị Hồng Trang", MaSoBHXH: "7924163092", TuThang: 202611, Unknown: []string{payroll.NgayChamDut}, LyDo: "Không có trong bảng lương tháng này", CanCu: "Luật 41/2024/QH15 Điều 29 khoản 1", Old: payroll.Thay{payroll.TrangThai: "dangDong"}, New: payroll.Thay{payroll.TrangThai: "daNghi"}},
		},
		Undecided: []payroll.ChuaRo{doubtful(at(12))},
	}
}

// twoLines is one woman in two lines.
func twoLines() payroll.ChuaRo {
	at := func(cell string) facts.Noi { return facts.Noi{Sheet: "Lương T11", O: cell} }
	return payroll.ChuaRo{Loai: payroll.HaiDong, HoTen: "Lê Ý", SoCCCD: "079080100200", LyDo: "Một người có ở hai dòng của bảng lương. Bỏ một dòng, hoặc nói là hai người; cũng có thể sửa trong bảng lương",
		Source: at("A5"), Other: at("A9"), DongDau: &payroll.VetDong{HoTen: "Lê Ý"}, Dong: payroll.VetDong{HoTen: "Lê Ý", Thu: 1}, Duoc: []payroll.Viec{payroll.BoDong, payroll.HaiNguoiKhac}}
}

// doubtful is a line that may be either of two sisters.
func doubtful(at facts.Noi) payroll.ChuaRo {
	one := func(id, name, cccd string, points int, twins bool, why ...string) payroll.UngVien {
		return payroll.UngVien{Nguoi: facts.NguoiLaoDong{ID: id, HoTen: name, SoCCCD: cccd, MaSoBHXH: "79" + cccd[4:], NgaySinh: 19951010, PhongBan: "May 1"}, Diem: points, LyDo: why, SinhDoi: twins}
	}
	return payroll.ChuaRo{Loai: payroll.GiongNguoi, HoTen: "Lê Thị Cha", SoCCCD: "079195000008", TuThang: 202611, Source: at,
		LyDo: "Không khớp số với ai trong danh sách, nhưng giống Lê Thị Ca (88 trên 100 điểm). Nói là người này, người mới, hoặc sửa số trong bảng lương",
		New:  payroll.Thay{payroll.HoTen: "Lê Thị Cha"}, Dong: payroll.VetDong{HoTen: "Lê Thị Cha"},
		UngVien: []payroll.UngVien{
			one("NLD000012", "Lê Thị Ca", "079195000009", 88, false, "họ tên khác một chữ cái hoặc thiếu chữ đệm: Lê Thị Cha và Lê Thị Ca", "cùng ngày sinh: 10/10/1995", "số CCCD chỉ khác một chữ số"),
			one("NLD000031", "Lê Thị Chi", "079195000018", 55, true, "cùng ngày sinh: 10/10/1995", "có thể là anh chị em sinh đôi: cùng họ, cùng ngày sinh, số gần nhau, tên khác")},
		Duoc: []payroll.Viec{payroll.LaNguoi, payroll.LaMoi, payroll.HaiNguoiKhac, payroll.BoDong}}
}

func book() *sheet.Book {
	return &sheet.Book{
		Rows: make([]facts.DongLuong, 124),
		Sheets: []sheet.SheetInfo{
			{Name: "Lương T11", Used: true, Key: "k1", HeadFrom: 4, HeadTo: 5, Month: 202611, Rows: 124, Columns: []sheet.ColumnMap{
				{Col: "B", Head: "Họ tên", Field: "hoTen", Confidence: 100}, {Col: "E", Head: "Mức lương đóng BHXH › Mức lương", Field: sheet.Fields()[8].Name, Confidence: 95},
				{Col: "F", Head: "Tiền ăn ca", Field: ignored, Confidence: 90}, {Col: "G", Head: "Ghi chú khác", Field: ""}}},
			{Name: "Hướng dẫn", Reason: "không thấy cột họ tên"},
		},
		Problems: []sheet.Problem{{Sheet: "Lương T11", Cell: "E17", Value: "5,3tr", Code: "so-tien", Level: form.Loi, Message: "Mức lương: phải là số tiền, ví dụ 5.310.000", Fix: "5300000"}},
	}
}

func (f *fake) WhyProposal(_ context.Context, _ law.Month, d payroll.DeXuat) (office.Explained, error) {
	f.whys = append(f.whys, d)
	e := office.Explained{Title: d.HoTen + ": " + d.PhuongAn}
	e.Total, e.Unit = 160_000, "đồng"
	e.Parts = []law.PhanKQ{{Nhan: "Đang đóng một tháng", GiaTri: 1_920_000, DonVi: "đồng"}, {Nhan: "Đóng một tháng sau đó", GiaTri: 2_080_000, DonVi: "đồng"}}
	e.Working = []law.Buoc{{Nhan: "Vì sao đề xuất", CongThuc: d.LyDo, CanCu: "Quyết định 366/QĐ-BHXH"},
		{Nhan: "Đang đóng: tiền lương", CongThuc: "6.000.000 đồng: theo danh sách người lao động từ tháng 10/2026", CanCu: "bảng lương 10/2026"},
		{Nhan: "Từ tháng 11/2026: tiền lương", CongThuc: "6.500.000 đồng: theo bảng lương tháng 11/2026", CanCu: "luong-11.xlsx, dòng của ô " + d.Source.String()}}
	return e, f.fail
}

// A proposal tells where its old and its new pay come from, by the key and the door.
func TestProposalAnswersWhy(t *testing.T) {
	f := &fake{has: true}
	p, h, w := open(t, f)
	p.grid.Jump(1, 0)
	uitest.Keys(w.Canvas(), fyne.KeyF9)
	if len(h.Dialogs) != 1 || f.whys[0].HoTen != p.props.all[1].HoTen {
		t.Fatalf("dialogs %q", h.Titles)
	}
	words := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	for _, want := range []string{"160.000 đồng", "Đang đóng một tháng: 1.920.000 đồng", "bảng lương 10/2026", p.props.all[1].Source.String()} {
		if !strings.Contains(words, want) {
			t.Errorf("the dialog does not say %q: %s", want, words)
		}
	}
	uitest.Press(t, w.Content(), "Vì sao?")
	if len(h.Dialogs) != 2 {
		t.Errorf("%d dialogs", len(h.Dialogs))
	}
}

func open(t *testing.T, f *fake) (*Page, *uitest.Host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	w := uitest.Window(t, 1170, 692, p.Content())
	p.OnShow()
	return p, h, w
}

func TestEmptyPicture(t *testing.T) {
	_, h, w := open(t, &fake{})
	uitest.Golden(t, "bang-luong-trong", w.Canvas())
	uitest.Find[*xwidget.DropZone](w.Content())[0].Tapped(nil)
	if h.Chosen != 1 {
		t.Errorf("the field asked for a file %d times", h.Chosen)
	}
}

// Proposals are ticked with the space bar and drafted; what is not ticked stays out.
func TestTickAndDraft(t *testing.T) {
	f := &fake{has: true}
	p, h, w := open(t, f)
	uitest.Golden(t, "bang-luong", w.Canvas())
	p.grid.Jump(1, 0)
	uitest.Type(w.Canvas(), " ")
	if got := p.tick.Words; got != "đã chọn 2 trên 3" {
		t.Errorf("says %q", got)
	}
	uitest.Press(t, w.Content(), "Lập hồ sơ")
	if len(f.drafted) != 2 || f.drafted[0].PhuongAn != "TM" || f.drafted[1].PhuongAn != "GH" {
		t.Errorf("drafted %v", f.drafted)
	}
	if len(h.Went) != 1 || h.Went[0].ID != "HS000007" {
		t.Errorf("went to %v", h.Went)
	}
	uitest.Press(t, w.Content(), "Bỏ chọn hết")
	if !p.draft.Disabled() {
		t.Error("nothing is ticked and Lập hồ sơ can still be pressed")
	}
	uitest.Press(t, w.Content(), "Chọn hết")
	if p.draft.Disabled() || p.tick.Words != "đã chọn 3 trên 3" {
		t.Errorf("says %q", p.tick.Words)
	}
}

// Codes come with their words, unknown facts are named.
func TestProposalsInWords(t *testing.T) {
	p, _, _ := open(t, &fake{has: true})
	m := p.grid.Model()
	if got := m.Text(0, 1); got != "TM – Tăng mới" {
		t.Errorf("phương án %q", got)
	}
	if got := m.Text(0, unknownColumn); got != "mã số BHXH, hợp đồng" {
		t.Errorf("unknown %q", got)
	}
	for col, want := range map[int]string{5: "mức lương 7.800.000", 6: "8.300.000", sourceColumn: "A18", ruleColumn: "Điều 31 Luật 41/2024"} {
		if got := m.Text(1, col); got != want {
			t.Errorf("column %d says %q, want %q", col, got, want)
		}
	}
	if m.Mark(0, unknownColumn) != xwidget.MarkNotice {
		t.Error("unknown facts are not marked")
	}
}

// A dropped workbook shows its cells that could not be read, and how it was read.
func TestTakeShowsProblemsAndMapping(t *testing.T) {
	f := &fake{book: book()}
	p, h, w := open(t, f)
	p.Take("luong-2026-11.xlsx", []byte("PK"))
	if !strings.Contains(h.Last(), "1 ô lỗi") {
		t.Errorf("said %q", h.Last())
	}
	p.tabs.Choose(2)
	uitest.Golden(t, "o-chua-doc", w.Canvas())
	words := strings.Join(uitest.Words(w.Content()), "|")
	if !strings.Contains(words, "Lương T11!E17: Mức lương: phải là số tiền") {
		t.Errorf("the problem is not told: %s", words)
	}
	p.tabs.Choose(3)
	uitest.Golden(t, "cach-doc", w.Canvas())
	uitest.Press(t, w.Content(), "Đổi cách hiểu cột này")
	pick := uitest.Find[*xwidget.PickList](h.Dialogs[0])[0]
	g := uitest.Find[*xwidget.Grid](pick)[0]
	g.Jump(1, 0)
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(f.inputs) != 2 || f.inputs[1].Mapping == nil {
		t.Fatalf("the workbook was read %d times", len(f.inputs))
	}
	got := f.inputs[1].Mapping.Layouts[0].Columns[0]
	if want := sheet.Fields()[0].Name; got.Field != want || got.Confidence != 100 {
		t.Errorf("column B is now %+v, want %s", got, want)
	}
}

func TestRefusedWorkbookIsTold(t *testing.T) {
	f := &fake{fail: errors.New("damaged")}
	p, h, _ := open(t, f)
	p.Take("x.xlsx", nil)
	if len(h.Failed) != 1 {
		t.Errorf("told %d failures", len(h.Failed))
	}
	f.fail = context.Canceled
	p.Take("x.xlsx", nil)
	if len(h.Failed) != 1 || h.Last() != "Đã thôi đọc x.xlsx" {
		t.Errorf("a cancelled import told %d failures and %q", len(h.Failed), h.Last())
	}
}

// A workbook in which nobody was found says why, on the leaf of the reading.
func TestNobodyFound(t *testing.T) {
	b := book()
	b.Rows, b.Sheets = nil, b.Sheets[1:]
	f := &fake{book: b}
	p, h, w := open(t, f)
	p.Take("trong.xlsx", []byte("PK"))
	if p.tabs.At() != 3 || !strings.HasPrefix(h.Last(), "! Không tìm thấy người lao động nào") {
		t.Errorf("leaf %d, said %q", p.tabs.At(), h.Last())
	}
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "không thấy cột họ tên") {
		t.Errorf("the reason is not told: %s", words)
	}
}

// A sign of a timesheet that nobody has explained is told once, and remembered.
func TestSymbolIsTold(t *testing.T) {
	b := book()
	b.Symbols = []sheet.Symbol{{Symbol: "L", Count: 3, Sheet: "Công", Cell: "F7"}, {Symbol: "X", Meaning: "lamViec", Count: 90}}
	f := &fake{book: b}
	p, h, w := open(t, f)
	p.Take("cong.xlsx", []byte("PK"))
	p.tabs.Choose(3)
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "chưa biết ký hiệu L, có ở 3 ô") || strings.Contains(words, "ký hiệu X") {
		t.Errorf("shown: %s", words)
	}
	uitest.Press(t, w.Content(), "Chỉ ra nghĩa")
	g := uitest.Find[*xwidget.Grid](uitest.Find[*xwidget.PickList](h.Dialogs[0])[0])[0]
	g.Jump(2, 0)
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(f.inputs) != 2 || f.inputs[1].Mapping == nil || f.inputs[1].Mapping.Symbols["L"] != sheet.Meanings()[2].Name {
		t.Fatalf("the workbook was read with %+v", f.inputs)
	}
}

// The file comes back with comments on its faulty cells.
func TestMarkedFileIsSaved(t *testing.T) {
	f := &fake{book: book()}
	p, h, w := open(t, f)
	p.Take("luong-2026-11.xlsx", []byte("PK"))
	p.tabs.Choose(2)
	uitest.Press(t, w.Content(), "Lấy tệp có ghi chú")
	if len(h.Kept) != 1 || h.Kept[0].Name != "luong-2026-11.xlsx" || !strings.Contains(h.Last(), "ghi chú ở") {
		t.Fatalf("kept %v, said %q", h.Kept, h.Last())
	}
	f.fail = errors.New("full")
	uitest.Press(t, w.Content(), "Lấy tệp có ghi chú")
	if len(h.Failed) != 1 || len(h.Kept) != 1 {
		t.Errorf("a failure told %d times, %d files kept", len(h.Failed), len(h.Kept))
	}
}
