package hoso

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/tk1ts"
)

// A form with a list of its own, and a commune with its province.
var (
	noiTen  = form.Text("HoTen", "Họ và tên", form.Must)
	noiCach = form.Code("Cach", "Hình thức nhận", form.Choice("Hình thức nhận", "1", "Bản điện tử", "2", "Bản giấy"))
	noiXa   = form.Code("MaXa", "Xã, phường, đặc khu", codes.Xa)
	noiTinh = form.Code("MaTinh", "Tỉnh, thành phố", codes.Tinh)
	noiNhan = form.Register(form.Form{
		ID: "NOI-NHAN-THU", Version: "1", Title: "Nơi nhận thử", From: 20200101,
		Table: &form.Table{Tag: "Nguoi", Groups: []form.Group{form.Cols("", noiTen, noiCach), form.Cols("Nơi ở", noiXa, noiTinh)}},
	})
)

func newPlaceFake() *fake {
	f := newFake()
	doc := form.New(noiNhan)
	for _, name := range []string{"Nguyễn Thị Ẩn", "Trần Văn Dũng"} {
		var r form.Row
		noiTen.Set(&r, name)
		noiTinh.Set(&r, "01")
		doc.Rows = append(doc.Rows, r)
	}
	f.view.Docs = []*form.Doc{doc}
	return f
}

// typeIn types a text into the active cell and takes it with Enter.
func typeIn(g *xwidget.Grid, w fyne.Window, text string) {
	for _, r := range text {
		if f := w.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		}
	}
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
}

// Words that mean one code are taken for it; the grid shows the code.
func TestWordsBecomeACode(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(0, g.Column("PA"))
	typeIn(g, w, "thai san")
	if got := g.Model().Text(0, g.Column("PA")); !strings.HasPrefix(got, "TS – ") {
		t.Errorf("the cell shows %q", got)
	}
	if len(h.Dialogs) != 0 {
		t.Errorf("dialogs %q", h.Titles)
	}
}

// Words that may mean several open a list of those alone; choosing one fills the cell.
func TestWordsOpenTheListOfThose(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(0, g.Column("PA"))
	typeIn(g, w, "tang")
	if len(h.Dialogs) != 1 || h.Titles[0] != "Phương án" {
		t.Fatalf("dialogs %q", h.Titles)
	}
	list := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	if n := list.Model().Rows(); n < 5 || n > 12 {
		t.Errorf("%d choices", n)
	}
	if _, editing := g.Editing(); editing {
		t.Error("the editor is still open below the list")
	}
	list.Jump(0, 0)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := g.Model().Text(0, g.Column("PA")); !strings.HasPrefix(got, list.Model().Text(0, 0)+" – ") {
		t.Errorf("the cell shows %q", got)
	}
	if got := f.edits; len(got) != 1 {
		t.Errorf("edits %q", got)
	}
}

// A list that the form gives itself is chosen from like any other.
func TestPickFromTheFormsOwnList(t *testing.T) {
	f := newPlaceFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(1, g.Column("Cach"))
	uitest.Keys(w.Canvas(), fyne.KeyF4)
	list := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	if n := list.Model().Rows(); n != 2 {
		t.Fatalf("%d choices", n)
	}
	list.Jump(1, 0)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := g.Model().Text(1, g.Column("Cach")); got != "2 – Bản giấy" {
		t.Errorf("the cell shows %q", got)
	}
}

// Communes are those of the province of the row; a former one finds what it became.
func TestPickACommune(t *testing.T) {
	f := newPlaceFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(0, g.Column("MaXa"))
	uitest.Keys(w.Canvas(), fyne.KeyF4)
	list := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	if n := list.Model().Rows(); n < 100 || n > 200 {
		t.Errorf("%d communes of Hà Nội", n)
	}
	uitest.Find[*xwidget.SearchEntry](h.Dialogs[0])[0].SetText("cong vi")
	if n := list.Model().Rows(); n != 2 {
		t.Errorf("%d communes came of Cống Vị", n)
	}
	body := uitest.Window(t, 560, 460, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "chon-xa", body.Canvas())
}

// A divided commune opens the list of what it became, with the reason.
func TestADividedCommuneIsChosen(t *testing.T) {
	f := newPlaceFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(0, g.Column("MaXa"))
	typeIn(g, w, "00007")
	if len(h.Dialogs) != 1 {
		t.Fatalf("dialogs %q", h.Titles)
	}
	words := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	if !strings.Contains(words, "Phường Cống Vị, Quận Ba Đình đã chia vào") {
		t.Errorf("the dialog says %s", words)
	}
	body := uitest.Window(t, 560, 500, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "xa-da-chia", body.Canvas())
}

// The guide's sentences are offered for a text; the chosen one is filled in before it is
// taken.
func TestPickAPhrase(t *testing.T) {
	f := newFake()
	doc := form.New(tk1ts.D366)
	var r form.Row
	tk1ts.HoTen.Set(&r, "Nguyễn Thị Ẩn")
	doc.Rows = []form.Row{r, r}
	f.view.Docs = []*form.Doc{doc}
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(1, g.Column("NoiDung"))
	if hint := p.open.hints[0].Words; !strings.Contains(hint, "F4 chọn mẫu câu") {
		t.Errorf("hint %q", hint)
	}
	uitest.Keys(w.Canvas(), fyne.KeyF4)
	if len(h.Dialogs) != 1 {
		t.Fatalf("dialogs %q, said %q", h.Titles, h.Last())
	}
	uitest.Find[*xwidget.SearchEntry](h.Dialogs[0])[0].SetText("ho ten")
	list := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	list.Jump(0, 0)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if text, editing := g.Editing(); !editing || text != "Điều chỉnh họ tên: …" {
		t.Fatalf("the editor has %q, %v", text, editing)
	}
	if len(f.edits) != 0 {
		t.Errorf("taken before it was filled in: %q", f.edits)
	}
	for _, e := range uitest.Find[fyne.CanvasObject](w.Content()) {
		if _, grid := e.(*xwidget.Grid); grid { // the editor: a dialog of a test is a window that takes the keys
			continue
		}
		if _, ok := e.(fyne.Tabbable); ok {
			e.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	}
	if got := f.edits; len(got) != 1 || got[0] != "NoiDung=Điều chỉnh họ tên: …" {
		t.Errorf("edits %q", got)
	}
	g.Jump(0, g.Column("NoiDung"))
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
	body := uitest.Window(t, 660, 500, xwidget.Inset(18, 14, 18, 16, h.Dialogs[1]))
	uitest.Golden(t, "mau-cau", body.Canvas())
}
