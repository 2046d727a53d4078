package hoso

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/laphoso"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// A form that is a sheet of paper for each person.
var (
	tkHoTen = form.Text("HoTen", "Họ và tên", form.Must)
	tkGT    = form.Code("GioiTinh", "Giới tính", codes.GioiTinh, form.Must)
	tkNoi   = form.Text("NoiDung", "Nội dung đề nghị", form.Help("Ghi như trên mẫu"))
	tkTien  = form.Money("MucDong", "Mức tiền đóng")
	tvCua   = form.Text("Cua", "Của ai")
	tvTen   = form.Text("Ten", "Tên")
	toKhai  = form.Register(form.Form{
		ID: "TO-KHAI-THU", Version: "1", Title: "Tờ khai thử", From: 20200101,
		Table:  &form.Table{Tag: "Nguoi", Groups: []form.Group{form.Cols("Thông tin chung", tkHoTen, tkGT), form.Cols("Đề nghị", tkNoi, tkTien)}},
		Subs:   []*form.Table{{Tag: "TV", Title: "Thành viên hộ", Groups: []form.Group{form.Cols("", tvCua, tvTen)}, Link: tvCua, LinkTo: tkHoTen}},
		Papers: []form.Paper{{Version: "1", From: 20200101, PerRow: true}},
	})
)

func newSheetFake() *fake {
	f := newFake()
	doc := form.New(toKhai)
	var r form.Row
	tkHoTen.Set(&r, "Nguyễn Thị Ẩn")
	tkGT.Set(&r, "0")
	doc.Rows = []form.Row{r}
	f.view.Docs = []*form.Doc{doc}
	f.view.Title = "B3 · Uỷ quyền lĩnh thay · tháng 11/2026 · đợt 1"
	return f
}

// A sheet of paper is filled from top to bottom, not along a row.
func TestSheetPicture(t *testing.T) {
	p, _, w := open(t, newSheetFake())
	uitest.Golden(t, "to-khai", w.Canvas())
	g := p.open.grids[0]
	if g.Model().Rows() != 4 {
		t.Fatalf("%d items", g.Model().Rows())
	}
}

func TestSheetIsEdited(t *testing.T) {
	f := newSheetFake()
	p, h, _ := open(t, f)
	m := p.open.grids[0].Model().(xwidget.Editor)
	if m.Editable(0, 1) || !m.Editable(0, answer) {
		t.Error("the answers alone can be edited")
	}
	if say := m.Set(3, answer, "mười"); !strings.Contains(say, "Mức tiền đóng") {
		t.Errorf("a wrong amount: %q", say)
	}
	if say := m.Set(3, answer, "5310000"); say != "" {
		t.Errorf("refused: %q", say)
	}
	if got := m.Text(3, answer); got != "5.310.000" {
		t.Errorf("got %q", got)
	}
	m.Undo(func(row, col int, ok bool) {
		if !ok || row != 3 || col != answer {
			t.Errorf("undo at %d,%d %v", row, col, ok)
		}
	})
	if row, col, ok := p.open.leaves[0].at(toKhai.ID, form.Place{Row: 1, Tag: "NoiDung"}); !ok || row != 2 || col != answer {
		t.Errorf("a fault leads to %d,%d %v", row, col, ok)
	}
	if got := p.open.leaves[0].hint(2, answer); !strings.Contains(got, "Ghi như trên mẫu") {
		t.Errorf("hint %q", got)
	}
	if len(h.Failed) > 0 {
		t.Error(h.Failed)
	}
}

// The menu adds rows, people, forms and what is known.
func TestAddMenu(t *testing.T) {
	f := newSheetFake()
	p, h, w := open(t, f)
	d := p.open
	menu := d.addMenu(newDocModel(d, f.view.Docs[0], toKhai.Table, ""))
	item := func(label string) {
		t.Helper()
		i := slices.IndexFunc(menu.Items, func(m *fyne.MenuItem) bool { return m.Label == label })
		if i < 0 {
			t.Fatalf("no item %q", label)
		}
		menu.Items[i].Action()
	}
	item("Thêm dòng trống")
	item("Thêm dòng: Thành viên hộ")
	item("Điền ô trống từ danh sách người lao động")
	if h.Last() != "Đã điền 12 ô từ danh sách người lao động và thông tin đơn vị." {
		t.Errorf("said %q", h.Last())
	}
	item("Thêm người từ danh sách…")
	_ = w
	want := []string{"rows TO-KHAI-THU/ [] +1", "rows TO-KHAI-THU/TV [] +1", "fill"}
	if !slices.Equal(f.calls, want) {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
}

func TestPeopleAreFoundAndTicked(t *testing.T) {
	uitest.App(t)
	all := uitest.People(40)
	people := laphoso.NewPeople(all)
	w := uitest.Window(t, 640, 420, people.Content())
	w.Canvas().Focus(uitest.Find[*xwidget.SearchEntry](w.Content())[0])
	uitest.Type(w.Canvas(), xwidget.Fold(all[7].HoTen))
	if people.Rows() == 0 || people.Rows() == 40 {
		t.Fatalf("%d people found", people.Rows())
	}
	people.Toggle(0, 0)
	if got := people.Ticked(); len(got) != 1 {
		t.Errorf("ticked %q", got)
	}
	uitest.Golden(t, "chon-nguoi", w.Canvas())
	people.Toggle(0, 0)
	if got := people.Ticked(); len(got) != 0 {
		t.Errorf("ticked %q", got)
	}
}
