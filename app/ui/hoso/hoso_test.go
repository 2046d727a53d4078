package hoso

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/signing"
	"ankhai/storage"
)

var (
	hoTen    = form.Text("HoTen", "Họ và tên", form.Must)
	maSo     = form.Text("MaSo", "Mã số BHXH", form.Max(10))
	phuongAn = form.Code("PA", "Phương án", codes.PhuongAn, form.Must)
	cccd     = form.Text("CCCD", "Số ĐDCN/CCCD", form.Max(12), form.Help("12 chữ số"))
	mucLuong = form.Money("MucLuong", "Mức lương")
	phuCap   = form.Money("PhuCap", "Phụ cấp", form.Sure(form.Inferred))
	tuThang  = form.Month("TuThang", "Từ tháng")
	mau      = form.Register(form.Form{
		ID: "MAU-THU", Version: "1", Title: "Danh sách thử", From: 20200101, Notes: []string{"Mẫu này không có thật."},
		Table: &form.Table{Tag: "Dong",
			Groups: []form.Group{form.Cols("", hoTen, maSo, phuongAn, cccd), form.Cols("Tiền lương", mucLuong, phuCap), form.Cols("", tuThang)},
			Totals: []form.Total{{Tag: "Tong", Head: "Tổng mức lương", If: phuongAn.Filled(), Of: mucLuong}}},
	})
)

// fake is a store of one dossier whose check wants twelve digits in CCCD.
type fake struct {
	view     office.DossierView
	undo     []*form.Doc
	edits    []string
	signed   string
	tokens   []office.KeyInfo
	files    []office.KeyInfo // remembered
	remotes  []office.KeyInfo
	agreed   office.Agreed
	pin      string
	proof    office.Proof
	fail     error
	calls    []string
	official []office.File
	filled   map[string]int
	found    []office.Finding

	origins map[string]string // by row and tag

	waiting   office.WaitingCosts
	noWaiting error
	waited    int

	whys      []office.CellRef
	undone    []*form.Doc
	histories []office.CellRef
	sums      []string

	may    []office.CaseChoice
	change office.CaseChange // what any change of the case changes

	back     *office.Rejection
	diff     office.Difference
	rules    []office.LocalRule
	incoming []office.Incoming
	taken    office.Taken
	received []office.ReceivedFile
	restored []string
}

func newFake() *fake {
	doc := form.New(mau)
	for i, name := range []string{"Nguyễn Thị Ẩn", "Trần Văn Dũng", "Lê Ngọc Hà", "Phạm Quốc Việt", "Huỳnh Thị Ưởng", "Võ Minh Sơn"} {
		var r form.Row
		hoTen.Set(&r, name)
		if i != 1 {
			maSo.Set(&r, "79123456"+string(rune('0'+i))+"8")
		}
		phuongAn.Set(&r, []string{"TM", "TM", "TS", "DC", "DC", "GH"}[i])
		cccd.Set(&r, "07908010020"+string(rune('0'+i)))
		mucLuong.Set(&r, 5_310_000+int64(i)*730_000)
		tuThang.Set(&r, 202611)
		doc.Rows = append(doc.Rows, r)
	}
	cccd.Set(&doc.Rows[4], "79084101484")
	at := time.Date(2026, 11, 20, 1, 30, 0, 0, time.UTC)
	return &fake{view: office.DossierView{
		Dossier: storage.Dossier{ID: "HS000007", Procedure: "600", Month: 202611, Dot: 2, State: storage.Nhap, CreatedAt: at, UpdatedAt: at},
		Title:   "600 · Báo tăng, giảm, điều chỉnh · tháng 11/2026 · đợt 2", StateSay: "nháp", Docs: []*form.Doc{doc},
	}}
}

func (f *fake) call(s string) error { f.calls = append(f.calls, s); return f.fail }

func (f *fake) Dossiers(context.Context) ([]office.DossierView, error) {
	var out []office.DossierView
	for i, s := range []storage.State{storage.Nhap, storage.DaKy, storage.DangGiaiQuyet, storage.CoKetQua, storage.TraLai, storage.CoKetQua} {
		v := f.view
		v.ID, v.State, v.StateSay, v.Dot = "HS00000"+string(rune('1'+i)), s, s.Say(), i+1
		if i > 1 {
			v.SoHoSo = "79/2026/00012" + string(rune('0'+i))
		}
		out = append(out, v)
	}
	return out, nil
}
func (f *fake) Dossier(context.Context, string) (office.DossierView, error) {
	v := f.view // what is changed in the window is changed here when it is kept
	v.Docs = office.CopyDocs(v.Docs)
	return v, nil
}
func (f *fake) SentBeforeRestore(context.Context, string) ([]string, error) { return f.restored, nil }
func (f *fake) ConfirmSentBefore(_ context.Context, _, reason string) error {
	f.restored = nil
	return f.call("compared " + reason)
}
func (f *fake) Check(context.Context, string) ([]form.Fault, error) {
	doc := f.view.Docs[0]
	var out []form.Fault
	if n := cccd.Get(doc.Rows[4]); len(n) != 12 {
		out = append(out, form.Fault{Code: "MAU-12", Level: form.Loi, Form: mau.ID, Say: "Số CCCD: phải có 12 chữ số (đang có 11)", Basis: "văn bản làm mẫu",
			Places: []form.Place{{Row: 5, Tag: "CCCD", Label: "Số CCCD", Fix: "079084101484"}}})
	}
	return append(out, form.Fault{Code: "MAU-16", Level: form.Nhac, Form: mau.ID, Say: "Mã số BHXH: xem lại", Places: []form.Place{{Row: 2, Tag: "MaSo", Label: "Mã số BHXH"}, {Row: 3, Tag: "MaSo", Label: "Mã số BHXH"}}}), f.fail
}
func (f *fake) edit(cells []office.CellText) ([]string, error) {
	if f.fail != nil {
		return nil, f.fail
	}
	old := *f.view.Docs[0]
	old.Rows = make([]form.Row, len(old.Rows))
	for i, r := range f.view.Docs[0].Rows {
		old.Rows[i] = append(form.Row(nil), r...)
	}
	refused := make([]string, len(cells))
	took := false
	for i, x := range cells {
		t := f.view.Docs[0].Form.Table
		c := t.Column(x.Tag)
		v, say, ok := c.Parse(x.Text)
		if !ok {
			refused[i] = c.Label + ": " + say
			continue
		}
		if c.Kind == form.KindCode && x.Text != "" {
			if v.S, _, refused[i] = office.Meant(t, c, f.view.Docs[0].Rows[x.Row], x.Text); refused[i] != "" {
				continue
			}
		}
		took = true
		c.Put(&f.view.Docs[0].Rows[x.Row], v)
		f.edits = append(f.edits, x.Tag+"="+x.Text)
	}
	if took {
		f.undo = append(f.undo, &old)
	}
	return refused, nil
}
func (f *fake) Origin(_ context.Context, _, _, _ string, row int, tag string) (string, error) {
	return f.origins[fmt.Sprintf("%d %s", row, tag)], f.fail
}
func (f *fake) PasteCells(_ context.Context, _, formID, table string, rows int, cells []office.CellText) ([]string, error) {
	doc := f.view.Docs[0]
	for _, x := range cells {
		for formID == doc.Form.ID && table == "" && x.Row >= max(rows, len(doc.Rows)) {
			doc.Rows = append(doc.Rows, nil)
		}
	}
	return f.edit(cells)
}
func (f *fake) RedoEdit(context.Context, string, string) (office.DocChange, error) {
	if len(f.undone) == 0 {
		return office.DocChange{}, storage.ErrNothingToUndo
	}
	was := f.view.Docs[0]
	f.undo = append(f.undo, was)
	f.view.Docs = []*form.Doc{f.undone[len(f.undone)-1]}
	f.undone = f.undone[:len(f.undone)-1]
	return changed(was, f.view.Docs[0]), nil
}

// changed is what makes one form of another, cell by cell, and rows at its end.
func changed(was, is *form.Doc) (c office.DocChange) {
	n := min(len(was.Rows), len(is.Rows))
	for i := range n {
		for _, col := range is.Form.Table.Columns() {
			if v := col.Get(is.Rows[i]); v != col.Get(was.Rows[i]) {
				c.Cells = append(c.Cells, storage.CellEdit{Row: i, Tag: col.Tag, New: v})
			}
		}
	}
	c.At, c.Deleted, c.Inserted = n, len(was.Rows)-n, is.Rows[n:]
	return c
}
func (f *fake) CellHistory(_ context.Context, at office.CellRef) (string, []office.CellChange, error) {
	f.histories = append(f.histories, at)
	when := time.Date(2026, 11, 20, 1, 30, 0, 0, time.UTC)
	return "Mức lương · Trần Văn Dũng · dòng 2 của " + at.Form, []office.CellChange{
		{Time: when.Add(3 * time.Hour), Who: "ketoan", Old: "6.040.000", New: "6.400.000", How: "nhập tay"},
		{Time: when, Who: "ketoan", New: "6.040.000", How: "từ danh sách người lao động"}}, f.fail
}
func (f *fake) Undo(context.Context, string, string) (office.DocChange, error) {
	if len(f.undo) == 0 {
		return office.DocChange{}, storage.ErrNothingToUndo
	}
	now := *f.view.Docs[0]
	f.undone = append(f.undone, &now)
	f.view.Docs = []*form.Doc{f.undo[len(f.undo)-1]}
	f.undo = f.undo[:len(f.undo)-1]
	return changed(&now, f.view.Docs[0]), nil
}
func (f *fake) DeleteRow(_ context.Context, _, _, table string, _ int) error {
	return f.call(strings.TrimSpace("delete " + table))
}
func (f *fake) AddRows(_ context.Context, _, formID, table string, people []string, n int) error {
	return f.call(fmt.Sprintf("rows %s/%s %v +%d", formID, table, people, n))
}
func (f *fake) AddForm(_ context.Context, _, formID string) error  { return f.call("form " + formID) }
func (f *fake) DropForm(_ context.Context, _, formID string) error { return f.call("drop " + formID) }
func (f *fake) MayAdd(context.Context, string) ([]*form.Form, error) {
	return []*form.Form{toKhai}, f.fail
}
func (f *fake) FillKnown(context.Context, string) (int, error) { return 12, f.call("fill") }
func (f *fake) People(context.Context, law.Month) ([]facts.NguoiLaoDong, error) {
	return uitest.People(40), f.fail
}
func (f *fake) AttachedFile(_ context.Context, _ string, n int64) (office.File, error) {
	return office.File{Name: fmt.Sprintf("giay-%d.pdf", n)}, nil
}

func (f *fake) AttachPaper(_ context.Context, _, paper, name string, _ []byte, _ storage.Mark) error {
	return f.call(strings.TrimSpace("attach " + name + " " + paper))
}
func (f *fake) SetPaper(_ context.Context, _ string, n int64, paper string) error {
	return f.call(fmt.Sprintf("paper %d %s", n, paper))
}
func (f *fake) AnswerPaper(_ context.Context, _ string, a storage.PaperAnswer) error {
	return f.call(fmt.Sprintf("answer %s %s %s", a.Paper, a.Answer, a.Note))
}
func (f *fake) DropAttachment(_ context.Context, _ string, n int64) error {
	return f.call(fmt.Sprintf("drop file %d", n))
}
func (f *fake) HandInPack(context.Context, string) (office.File, error) {
	return office.File{Name: "HS000007-ho-so.zip"}, f.call("pack")
}
func (f *fake) Cancel(context.Context, string) error { return f.call("cancel") }
func (f *fake) Again(context.Context, string) (storage.Dossier, error) {
	return storage.Dossier{ID: "HS000008"}, f.call("again")
}
func (f *fake) Print(context.Context, string) ([]office.File, error) {
	return []office.File{{Name: "mau.pdf", Bytes: []byte("%PDF-")}}, f.call("print")
}
func (f *fake) SigningKeys(context.Context, string) ([]office.KeyInfo, error) {
	all := append(slices.Clone(practiceKeys), f.files...)
	return append(append(all, f.remotes...), f.tokens...), nil
}

var practiceKeys = []office.KeyInfo{{Spec: "thuc-hanh", Name: "CÔNG TY MẪU (THỰC HÀNH)", TaxCode: "0100109106", Issuer: "CA thực hành", Until: time.Date(2028, 11, 22, 0, 0, 0, 0, time.UTC)}}

func (f *fake) OpenSigningKey(_ context.Context, spec string, use office.KeyUse) (signing.Key, error) {
	f.signed, f.pin, f.agreed = spec, string(use.Secret), use.Agreed
	return nil, f.fail
}
func (f *fake) ChooseDriver(_ context.Context, path string, trusted bool) error {
	if !trusted {
		return &signing.Error{Kind: signing.ErrOpenFolder}
	}
	f.tokens = append(f.tokens, tokenKey(path))
	return nil
}
func (f *fake) Sign(context.Context, string, signing.Key) (office.Signed, error) {
	f.view.State, f.view.StateSay, f.view.Signer = storage.DaKy, "đã ký", "CÔNG TY MẪU"
	return office.Signed{Signer: "CÔNG TY MẪU", Files: make([]office.File, 3)}, nil
}
func (f *fake) SignAll(_ context.Context, ids []string, _ signing.Key, _ func(int, int, office.BatchResult)) []office.BatchResult {
	panic("a batch of " + fmt.Sprint(ids) + " of the one dossier")
}
func (f *fake) Send(context.Context, string, string) (office.Sent, error) {
	f.view.State, f.view.StateSay = storage.DaGui, "đã gửi"
	return office.Sent{DossierID: f.view.ID, State: storage.DaGui}, f.call("send")
}
func (f *fake) Refresh(context.Context, string, string) (office.DossierView, error) {
	at := time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC)
	f.view.State, f.view.StateSay, f.view.SoHoSo, f.view.SignedAt = storage.DangGiaiQuyet, "đang giải quyết", "79/2026/000123", at
	f.view.Steps = []office.Step{{N: 1, Code: "0", Message: "Đã tiếp nhận", Time: at}, {N: 2, Code: "1", Message: "Đang thẩm định", Time: at.Add(time.Hour)}}
	f.view.Events = []office.Event{{Time: at, From: "đã ký", To: "chờ gửi", Say: "Đưa vào hộp gửi"}, {Time: at.Add(time.Minute), From: "đang gửi", To: "đã gửi", Say: "Cổng đã nhận", Raw: `{"maGiaoDich":"TH-0001"}`}}
	return f.view, f.call("refresh")
}
func (f *fake) Results(context.Context, string, string) ([]office.File, error) {
	return []office.File{{Name: "ket-qua.pdf"}}, f.call("results")
}
func (f *fake) Export(context.Context, string) (office.File, error) {
	return office.File{Name: "BHXHDienTu.xml"}, f.call("export")
}

func (f *fake) Workbook(context.Context, string) (office.File, error) {
	return office.File{Name: "HS000007.xlsx"}, f.call("workbook")
}
func (f *fake) OfficialBooks(context.Context, string) ([]office.File, error) {
	return f.official, f.call("official")
}
func (f *fake) FillBook(_ context.Context, _, name string, _ []byte) (map[string]int, []office.Finding, error) {
	return f.filled, f.found, f.call("fill " + name)
}

func (f *fake) Received(_ context.Context, _ string, p office.Proof) error {
	f.proof = p
	return f.call("received")
}
func (f *fake) Resend(context.Context, string) error { return f.call("resend") }
func (f *fake) Confirm(_ context.Context, _, code string) (office.DossierView, error) {
	f.view.AwaitsCode = false
	return f.view, f.call("confirm " + code)
}

func open(t *testing.T, f *fake) (*Page, *uitest.Host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	w := uitest.Window(t, 1170, 692, p.Content())
	p.OpenAt("HS000007")
	return p, h, w
}

func TestListPicture(t *testing.T) {
	uitest.App(t)
	p := New(newFake(), uitest.NewHost())
	w := uitest.Window(t, 1170, 692, p.Content())
	p.OnShow()
	uitest.Golden(t, "danh-sach", w.Canvas())
	uitest.Press(t, w.Content(), "Có kết quả 2")
	if n := p.list.Rows(); n != 2 {
		t.Errorf("%d dossiers with a result, want 2", n)
	}
	p.list.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p.open == nil || p.open.id != "HS000004" {
		t.Error("Enter does not open the dossier")
	}
	uitest.Press(t, w.Content(), "‹ Hồ sơ")
	if p.open != nil {
		t.Error("the way back does not lead back")
	}
}

// Kiểm tra lists what must be mended; a fault leads to its cell; its button mends it.
func TestCheckJumpMend(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Kiểm tra")
	if h.Last() != "! Đã kiểm tra: 1 lỗi, 2 nhắc" {
		t.Errorf("said %q", h.Last())
	}
	uitest.Golden(t, "kiem-tra", w.Canvas())
	uitest.Press(t, w.Content(), "Đến ô")
	g := p.open.grids[0]
	if row, col := g.Active(); row != 4 || g.Model().Columns()[col].Tag != "CCCD" {
		t.Errorf("jumped to %d,%d", row, col)
	}
	if g.Model().Mark(4, 4) != xwidget.MarkError || g.Model().Mark(1, 2) != xwidget.MarkNotice {
		t.Error("faults are not marked in the grid")
	}
	uitest.Press(t, w.Content(), "Dùng 079084101484")
	if got := strings.Join(f.edits, " "); got != "CCCD=079084101484" {
		t.Errorf("edits %q", got)
	}
	if h.Saves != 1 {
		t.Errorf("saved %d times", h.Saves)
	}
}

// F8 goes from one fault to the next while the grid has the keys.
func TestNextFaultKey(t *testing.T) {
	p, _, w := open(t, newFake())
	uitest.Press(t, w.Content(), "Kiểm tra")
	p.open.grids[0].Jump(0, 1)
	uitest.Keys(w.Canvas(), fyne.KeyF8, fyne.KeyF8)
	if row, col := p.open.grids[0].Active(); row != 1 || col != 2 {
		t.Errorf("F8 twice is at %d,%d, want the second fault at 1,2", row, col)
	}
}

func TestTypeIntoTheGrid(t *testing.T) {
	f := newFake()
	p, _, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(0, g.Column("MucLuong"))
	uitest.Type(w.Canvas(), "7.500.000")
	uitest.Keys(w.Canvas(), fyne.KeyTab)
	if got := g.Model().Text(0, g.Column("MucLuong")); got != "7.500.000" {
		t.Errorf("cell shows %q", got)
	}
	if total := p.open.leaves[0].(*docModel).Total(g.Column("MucLuong")); total != "45.000.000" {
		t.Errorf("total %q", total)
	}
	uitest.Type(w.Canvas(), "năm trăm")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if hint := p.open.hints[0].Words; !strings.HasPrefix(hint, "Dòng 1, Phụ cấp: ") {
		t.Errorf("a refused cell says %q", hint)
	}
	uitest.Keys(w.Canvas(), fyne.KeyEscape)
	g.TypedShortcut(&fyne.ShortcutUndo{})
	if got := g.Model().Text(0, g.Column("MucLuong")); got != "5.310.000" {
		t.Errorf("after undo the cell shows %q", got)
	}
	if row, col := g.Active(); row != 0 || col != g.Column("MucLuong") {
		t.Errorf("undo went to %d,%d", row, col)
	}
}

// A code is chosen by its words.
func TestPickCode(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(0, g.Column("PA"))
	if hint := p.open.hints[0].Words; !strings.Contains(hint, "TM – ") {
		t.Errorf("hint %q", hint)
	}
	uitest.Keys(w.Canvas(), fyne.KeyF4)
	list := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	search := uitest.Find[*xwidget.SearchEntry](h.Dialogs[0])[0]
	search.SetText("thai san")
	list.Jump(0, 0)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := g.Model().Text(0, g.Column("PA")); !strings.HasPrefix(got, "TS – ") {
		t.Errorf("the cell shows %q", got)
	}
}

// The practice key signs with one press; a .p12 file asks for its password.
func TestSign(t *testing.T) {
	f := newFake()
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký")
	uitest.Press(t, h.Dialogs[0], "Ký bằng khoá này")
	if f.signed != "thuc-hanh" || h.Last() != "Đã ký 3 tệp bằng chữ ký của CÔNG TY MẪU" {
		t.Errorf("signed with %q, said %q", f.signed, h.Last())
	}
	f = newFake()
	_, h, w = open(t, f)
	h.File.Name, h.File.Path = "khoa.p12", "/nha/khoa.p12"
	uitest.Press(t, w.Content(), "Ký")
	uitest.Press(t, h.Dialogs[0], "Chọn tệp .p12")
	entry := uitest.Find[fyne.CanvasObject](h.Dialogs[0])
	for _, o := range entry {
		if e, ok := o.(interface{ SetText(string) }); ok {
			e.SetText("bí mật")
		}
	}
	uitest.Press(t, h.Dialogs[0], "Ký bằng tệp này")
	if f.signed != "p12:/nha/khoa.p12" || f.pin != "bí mật" {
		t.Errorf("signed with %q, password %q", f.signed, f.pin)
	}
}

// A draft with faults is not signed; the faults come into the list.
func TestSignRefusedByFaults(t *testing.T) {
	f := newFake()
	faults, _ := f.Check(context.Background(), "")
	f.fail = &office.FaultsError{Faults: faults}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ký")
	uitest.Press(t, h.Dialogs[0], "Ký bằng khoá này")
	if len(h.Failed) != 0 || h.Last() != "! Chưa ký: còn 1 lỗi phải sửa trước" {
		t.Errorf("failures %v, said %q", h.Failed, h.Last())
	}
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "Số CCCD: phải có 12 chữ số") {
		t.Errorf("the fault is not listed: %s", words)
	}
}

// Sending asks first, then shows the road and the số hồ sơ large.
func TestSendAndFollow(t *testing.T) {
	f := newFake()
	f.view.State, f.view.StateSay = storage.DaKy, "đã ký"
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Gửi")
	if len(h.Asked) != 1 || strings.Join(f.calls, " ") != "send refresh" {
		t.Errorf("asked %v, called %v", h.Asked, f.calls)
	}
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "79/2026/000123") || !strings.Contains(words, "Đang thẩm định") {
		t.Errorf("the window says %s", words)
	}
	uitest.Golden(t, "da-gui", w.Canvas())
	p.open.tabs.Choose(2)
	uitest.Golden(t, "nhat-ky", w.Canvas())
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, `{"maGiaoDich":"TH-0001"}`) {
		t.Errorf("the gateway's own words are missing: %s", words)
	}
}

// Every state has its one strong button, and nothing sent can be typed into.
func TestButtonsByState(t *testing.T) {
	for state, want := range map[storage.State]string{
		storage.Nhap: "Kiểm tra", storage.DaKiem: "Ký", storage.DaKy: "Gửi", storage.ChoGui: "Gửi", storage.DangGui: "Hỏi cổng rồi gửi tiếp",
		storage.NghiVan: "Nhập biên nhận", storage.DaGui: "Hỏi tiến độ", storage.TiepNhan: "Hỏi tiến độ", storage.DangGiaiQuyet: "Hỏi tiến độ",
		storage.CoKetQua: "Xem kết quả", storage.TraLai: "Sửa và nộp lại", storage.Huy: "Sửa và nộp lại",
	} {
		f := newFake()
		f.view.State, f.view.StateSay = state, state.Say()
		p, _, w := open(t, f)
		var strong []string
		for _, b := range uitest.Find[*xwidget.Button](w.Content()) {
			if b.Weight == xwidget.Strong {
				strong = append(strong, b.Words)
			}
		}
		if strings.Join(strong, ",") != want {
			t.Errorf("%s: strong buttons %q, want %q", state, strong, want)
		}
		if got := p.open.leaves[0].Editable(0, 1); got != state.Draft() {
			t.Errorf("%s: editable %v", state, got)
		}
	}
}

func TestOtherButtons(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	h.File.Name = "giay.pdf"
	uitest.Press(t, w.Content(), "Xem bản in")
	p.open.tabs.Choose(1)
	uitest.Press(t, w.Content(), "Đính kèm tệp")
	uitest.Press(t, w.Content(), "Huỷ hồ sơ")
	f.view.State = storage.CoKetQua
	p.OpenAt("HS000007")
	uitest.Press(t, w.Content(), "Xem kết quả")
	uitest.Press(t, w.Content(), "Lưu tệp đã ký")
	f.view.State = storage.TraLai
	p.OpenAt("HS000007")
	uitest.Press(t, w.Content(), "Sửa và nộp lại")
	if got, want := strings.Join(f.calls, ", "), "print, attach giay.pdf, cancel, results, export, again"; got != want {
		t.Errorf("called %s, want %s", got, want)
	}
	if len(h.Shown) != 2 || len(h.Kept) != 1 {
		t.Errorf("shown %d, kept %d", len(h.Shown), len(h.Kept))
	}
}

// The head of a form and a table below it are leaves of their own; a fault in
// them leads there; a row that was taken out says how it comes back.
func TestHeadAndDroppedRow(t *testing.T) {
	f := newFake()
	soTo := form.Int("SoTo", "Số tờ", form.Help("đếm cả bìa"))
	co := form.Register(form.Form{ID: "MAU-CO-DAU", Version: "1", Title: "Có đầu", From: 20200101,
		Head: &form.Table{Tag: "Dau", Groups: []form.Group{form.Cols("", soTo)}}, Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", form.Text("Ten", "Tên"))}}})
	f.view.Docs = append(f.view.Docs, form.New(co))
	p, h, w := open(t, f)
	d := p.open
	d.faults, d.checked = []form.Fault{{Code: "X-01", Level: form.Loi, Form: co.ID, Say: "Số tờ: phải có", Places: []form.Place{{Table: "head", Tag: "SoTo", Label: "Số tờ"}}}}, true
	d.showFaults()
	uitest.Press(t, w.Content(), "Đến ô")
	if d.tabs.At() != 2 || d.leaves[2].Mark(0, 1) != xwidget.MarkError {
		t.Errorf("at leaf %d, mark %v", d.tabs.At(), d.leaves[2].Mark(0, 1))
	}
	uitest.Golden(t, "phan-dau", w.Canvas())
	d.tabs.Choose(0)
	d.grids[0].Jump(2, 1)
	uitest.Press(t, w.Content(), "Bỏ dòng này")
	if strings.Join(f.calls, " ") != "delete" || h.Last() != "Đã bỏ dòng 3. Ctrl+Z để lấy lại." {
		t.Errorf("called %v, said %q", f.calls, h.Last())
	}
}

// The timeline says who did what, where that is known.
func TestTimelineSaysWho(t *testing.T) {
	f := newFake()
	at := time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC)
	f.view.Events = []office.Event{{Time: at, From: "Đã kiểm", To: "Đã ký", Who: "Phạm Thị Ký"}, {Time: at, From: "Đã ký", To: "Đang gửi"}}
	p, _, _ := open(t, f)
	if words := strings.Join(uitest.Words(p.open.diary()), "|"); strings.Count(words, "Phạm Thị Ký") != 1 {
		t.Errorf("the timeline says %s", words)
	}
}

// An item of the head that was answered with no is not one that nobody has answered.
func TestNoIsNotBlank(t *testing.T) {
	f := newFake()
	giay := form.Flag("KemGiay", "Kèm hồ sơ giấy")
	co := form.Register(form.Form{ID: "MAU-CO-KHONG", Version: "1", Title: "Có, không", From: 20200101,
		Head: &form.Table{Tag: "Dau", Groups: []form.Group{form.Cols("", giay)}}, Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", form.Text("Ten", "Tên"))}}})
	f.view.Docs = append(f.view.Docs, form.New(co))
	p, _, _ := open(t, f)
	head, doc := p.open.leaves[2], p.open.view.Docs[len(p.open.view.Docs)-1]
	for _, tt := range []struct {
		v    form.Value
		want string
	}{{form.Value{}, ""}, {form.BlankValue(), ""}, {form.NumValue(0), "Không"}, {form.NumValue(1), "Có"}} {
		giay.Put(&doc.Head, tt.v)
		if got := head.Text(0, 1); got != tt.want {
			t.Errorf("%v shows %q, want %q", tt.v.A, got, tt.want)
		}
		if again, _, ok := giay.Parse(head.(*headModel).Raw(0, 1)); !ok || again.Known() != tt.v.Known() || again.N != tt.v.N {
			t.Errorf("%v is typed in again as %v", tt.v.A, again.A)
		}
	}
}

// The gateway lists its four steps from the start. One that has not come yet has
// a name of ours, and is not shown as the present one.
func TestStepsStillToCome(t *testing.T) {
	at := time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC)
	v := newFake().view
	v.State, v.SignedAt = storage.TiepNhan, at
	v.Steps = []office.Step{{N: 1, Message: "Đã nhận hồ sơ", Time: at}, {N: 2, Message: "Hồ sơ hợp lệ, cấp số hồ sơ", Time: at}, {N: 3}, {N: 4}}
	var got []string
	for _, it := range stations(v) {
		got = append(got, fmt.Sprintf("%s %v", it.Title, it.Tone))
	}
	want := []string{
		fmt.Sprintf("Đã ký %v", look.Good), fmt.Sprintf("Gửi %v", look.Good), fmt.Sprintf("Đã nhận hồ sơ %v", look.Good),
		fmt.Sprintf("Hồ sơ hợp lệ, cấp số hồ sơ %v", look.Info), fmt.Sprintf("Giải quyết %v", look.Plain), fmt.Sprintf("Có kết quả %v", look.Plain)}
	if !slices.Equal(got, want) {
		t.Errorf("stations\n%q, want\n%q", got, want)
	}
	v.State = storage.TraLai
	items := stations(v)
	if last := items[len(items)-1]; last.Title != "Bị trả lại" || len(items) != 5 {
		t.Errorf("a returned dossier ends with %q after %d stations", last.Title, len(items))
	}
}

// What has yet to be confirmed is marked in the head of its column and told below;
// the notes of the form are one press away.
func TestWhatIsNotSureIsMarked(t *testing.T) {
	p, h, w := open(t, newFake())
	g := p.open.grids[0]
	i := slices.IndexFunc(g.Model().Columns(), func(c xwidget.GridColumn) bool { return c.Tag == "PhuCap" })
	if got := g.Model().Columns()[i].Head; got != "Phụ cấp (?)" {
		t.Errorf("head %q", got)
	}
	if got := p.open.leaves[0].hint(0, i); !strings.Contains(got, "suy ra, chưa có văn bản xác nhận") {
		t.Errorf("hint %q", got)
	}
	uitest.Press(t, w.Content(), "Lưu ý (1)")
	if got := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(got, "Mẫu này không có thật") {
		t.Errorf("notes: %s", got)
	}
}
