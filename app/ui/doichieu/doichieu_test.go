package doichieu

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/c12"
	"ankhai/forms/c12ts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/law/dong"
	"ankhai/storage"
)

const month law.Month = 202611

type fake struct {
	has    bool
	agrees bool
	fail   error
	inputs []office.C12File
	mended []c12.Sua
	files  []string
	notice office.InboxNotice // in the inbox; its N is 0 where there is none
	comes  office.FetchedNotices
	taken  []int64
	months []law.Month // with a statement
}

func (f *fake) C12Months(context.Context) ([]law.Month, error) { return f.months, nil }

func (f *fake) C12Original(context.Context, law.Month) (office.File, error) {
	f.files = append(f.files, "gốc")
	return office.File{Name: "C12-TS_112026.pdf", Bytes: []byte("%PDF-")}, f.fail
}

func (f *fake) C12InInbox(context.Context, law.Month) (office.InboxNotice, bool, error) {
	return f.notice, f.notice.N != 0, nil
}

func (f *fake) FetchInbox(context.Context) (office.FetchedNotices, error) {
	if len(f.comes.New) > 0 {
		f.notice = f.comes.New[0]
	}
	return f.comes, f.fail
}

func (f *fake) NoticeC12(_ context.Context, n int64) (office.C12Read, error) {
	f.taken = append(f.taken, n)
	f.has = true
	return office.C12Read{Kept: true, Month: month}, nil
}

func (f *fake) ImportC12(_ context.Context, in office.C12File) (office.C12Read, error) {
	f.inputs = append(f.inputs, in)
	if f.fail != nil {
		return office.C12Read{}, f.fail
	}
	if strings.HasSuffix(in.Name, ".txt") {
		return office.C12Read{Found: []office.Finding{{Level: form.Loi, Say: "Không tìm thấy bảng của thông báo C12-TS"}}}, nil
	}
	f.has = true
	return office.C12Read{Kept: true, Month: in.Month}, nil
}

func (f *fake) Reconcile(context.Context, law.Month) (*office.C12, error) {
	if !f.has {
		return nil, fmt.Errorf("reconcile: %w", office.ErrNoStatement)
	}
	return sample(f.agrees), nil
}

func (f *fake) MendC12(_ context.Context, _ law.Month, s c12.Sua) (storage.Dossier, error) {
	f.mended = append(f.mended, s)
	return storage.Dossier{ID: "HS000009"}, f.fail
}

func (f *fake) C12Report(context.Context, law.Month) (office.File, error) {
	f.files = append(f.files, "bảng")
	return office.File{Name: "doi-chieu.xlsx", Bytes: []byte("PK")}, nil
}

func (f *fake) C12Letter(context.Context, law.Month) (office.File, error) {
	f.files = append(f.files, "văn bản")
	return office.File{Name: "de-nghi.pdf", Bytes: []byte("%PDF-")}, nil
}

// sample is a month of invented people in which one who left is still counted, and a
// hire of the last days is not; the surcharge on the former's debt is asked.
func sample(agrees bool) *office.C12 {
	muc := func(pay int64) *c12.Muc {
		m, err := c12.TinhMuc(dong.Input{Luong: pay, Thang: month, Vung: "01"})
		if err != nil {
			panic(err)
		}
		return m
	}
	var people []c12.Nguoi
	for i := range 120 {
		m := muc(5_400_000 + int64(i%17)*310_000)
		people = append(people, c12.Nguoi{ID: fmt.Sprintf("NLD%06d", i+1), HoTen: fmt.Sprintf("Người Thứ %d", i+1), MaSo: fmt.Sprintf("79%08d", i+1), Nay: m, Truoc: m, Giu: m})
	}
	gone, hired := &people[41], &people[77]
	gone.HoTen, gone.Nay = "Hồ Thị Ngọc Lan", nil
	gone.Truoc, gone.Giu = muc(7_830_000), muc(7_830_000)
	gone.SuKien = []c12.SuKien{{PhuongAn: "GH", TuThang: 202609, Bao: c12.ChuaBao}}
	hired.HoTen, hired.Nay, hired.Truoc, hired.Giu = "Y Bhơm Êban", muc(6_125_000), nil, nil
	hired.SuKien = []c12.SuKien{{PhuongAn: "TM", TuThang: month, Bao: c12.DaGui, Ngay: 20261128, HoSo: "HS000031", SoHoSo: "00031/2026/07906"}}
	ours := c12.Tinh(month, people, nil)
	theirs := append([]c12.Nguoi{}, people...)
	if !agrees {
		theirs[41].Nay, theirs[77].Nay = gone.Giu, nil
	}
	due := c12.Tinh(month, theirs, nil)
	d := form.New(c12ts.D366)
	d.Rows = c12ts.Moi(0)
	for _, r := range d.Rows {
		ma := c12ts.Ma.Get(r)
		n, ok := due.Co(ma)
		if ma == "B.5" && !agrees {
			for q, x := range gone.Giu.Dong {
				n[q] = law.Tron(law.Nhan(law.Ti(x), law.TiLe(3), law.Ti(30)))
			}
			ok = true
		}
		if !ok {
			continue
		}
		var cells []form.Value
		for _, x := range n {
			cells = append(cells, form.NumValue(x))
		}
		if !c12ts.Gach(ma, c12ts.Cong) {
			cells = append(cells, form.NumValue(n.Tong()))
		}
		c12ts.Dat(d.Rows, ma, cells...)
	}
	t := c12.TuMau(d)
	t.Thang, t.KiemTra = month, 20261215
	return office.HoldC12(t, nil, ours, "C12-TS_112026.pdf")
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
	f := &fake{}
	p, h, w := open(t, f)
	uitest.Golden(t, "doi-chieu-trong", w.Canvas())
	h.File.Name, h.File.Data = "c12.pdf", []byte("%PDF-")
	uitest.Find[*xwidget.DropZone](w.Content())[0].Tapped(nil)
	if len(f.inputs) != 1 || f.inputs[0].Month != month || p.res == nil {
		t.Errorf("taken in %+v", f.inputs)
	}
}

// The first row that differs is chosen; beside it stand the people, why, and the button
// that mends.
func TestDifferencePicture(t *testing.T) {
	f := &fake{has: true}
	p, h, w := open(t, f)
	p.grid.Jump(rowOf(t, p, "B.3"), 0)
	uitest.Golden(t, "doi-chieu", w.Canvas())
	words := strings.Join(uitest.Words(w.Content()), "|")
	for _, want := range []string{"Hồ Thị Ngọc Lan", "Y Bhơm Êban", "28/11/2026", "Nên làm: Lập D02-LT", "Nên làm: Chờ thông báo tháng 12/2026"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not told: %s", want, words)
		}
	}
	uitest.Press(t, w.Content(), "Lập hồ sơ")
	if len(f.mended) != 1 || f.mended[0].PhuongAn != "GH" || len(h.Went) != 1 || h.Went[0].ID != "HS000009" {
		t.Errorf("mended %+v, went to %v", f.mended, h.Went)
	}
	p.grid.Jump(rowOf(t, p, "B.5"), 0)
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "0,03%/ngày × 30 ngày") {
		t.Errorf("the surcharge is not explained: %s", words)
	}
}

func rowOf(t *testing.T, p *Page, ma string) int {
	t.Helper()
	for i, d := range p.rows.all {
		if d.Ma == ma {
			return i
		}
	}
	t.Fatalf("no row %s", ma)
	return 0
}

// Why opens the working of the cell that is seen, in the column that is chosen.
func TestWhyOfACell(t *testing.T) {
	p, h, w := open(t, &fake{has: true})
	p.grid.Jump(rowOf(t, p, "B.3"), 0)
	uitest.Keys(w.Canvas(), fyne.KeyF9)
	uitest.Press(t, w.Content(), "Vì sao?")
	if len(h.Dialogs) != 2 || h.Titles[0] != "Chênh lệch dòng B.3, cột Cộng, tháng 11/2026" {
		t.Fatalf("dialogs %q", h.Titles)
	}
	if words := strings.Join(uitest.Words(h.Dialogs[1]), "|"); !strings.Contains(words, "Số của đơn vị") || !strings.Contains(words, "Hồ Thị Ngọc Lan") {
		t.Errorf("the working: %s", words)
	}
	p.column(1)
	if got := p.rows.Text(rowOf(t, p, "B.3"), 4); got != "+375.100" {
		t.Errorf("in the column of HTTT the difference is %q", got)
	}
}

func TestAgreesPicture(t *testing.T) {
	f := &fake{has: true, agrees: true}
	_, h, w := open(t, f)
	uitest.Golden(t, "doi-chieu-khop", w.Canvas())
	uitest.Press(t, w.Content(), "Xuất Excel")
	uitest.Press(t, w.Content(), "Văn bản đề nghị")
	if len(h.Kept) != 2 || h.Kept[0].Name != "doi-chieu.xlsx" || len(f.files) != 2 {
		t.Errorf("kept %+v", h.Kept)
	}
}

// A file that is no statement, and one that cannot be read, are told.
func TestRefused(t *testing.T) {
	f := &fake{}
	p, h, w := open(t, f)
	p.Take("thu.txt", []byte("x"))
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "Không tìm thấy bảng") || !strings.HasPrefix(h.Last(), "! Chưa nhận") {
		t.Errorf("said %q: %s", h.Last(), words)
	}
	f.fail = errors.New("damaged")
	p.Take("c12.pdf", nil)
	if len(h.Failed) != 1 {
		t.Errorf("told %d failures", len(h.Failed))
	}
}

// The statement that the gateway has is asked for, offered, and taken in.
func TestStatementOfTheInbox(t *testing.T) {
	f := &fake{comes: office.FetchedNotices{New: []office.InboxNotice{{N: 7, Title: "C12-TS tháng 11/2026", Caution: "Cổng thực hành AnKhai: không phải cổng của BHXH Việt Nam, không có giá trị pháp lý."}}}}
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Hỏi cổng")
	if h.Last() != "Đã lấy 1 thông báo vào hộp thư" {
		t.Errorf("said %q", h.Last())
	}
	uitest.Golden(t, "doi-chieu-hop-thu", w.Canvas())
	uitest.Press(t, w.Content(), "Đưa vào đối chiếu")
	if len(f.taken) != 1 || f.taken[0] != 7 || p.res == nil {
		t.Errorf("taken %v", f.taken)
	}
}
