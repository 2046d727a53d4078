package congcu

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/law"
)

// answer types into the question of a name, or chooses what it says.
func answer(t *testing.T, p *Page, name, text string) {
	t.Helper()
	for _, f := range p.form.fields {
		if f.ask.Ten != name {
			continue
		}
		switch w := f.widget.(type) {
		case *xwidget.Select:
			w.SetSelected(text)
			if w.Selected != text {
				t.Fatalf("%s has no choice %q of %q", name, text, w.Options)
			}
		case *xwidget.MoneyEntry: // as if it were pasted: a key that is no digit does nothing
			w.SetText(text)
		case fyne.Focusable:
			test.Type(w, text)
		default:
			t.Fatalf("%s is no field to type into", name)
		}
		return
	}
	t.Fatalf("no question %s", name)
}

func late(t *testing.T, p *Page) {
	t.Helper()
	p.Open("cham-dong", nil)
	answer(t, p, "ngayDong", "31/10/2026")
	answer(t, p, "phuongThuc", "hằng tháng")
	for _, f := range p.form.fields {
		if f.rows != nil {
			f.rows.SetAll([]xwidget.CellText{{Row: 0, Col: 1, Text: "08/2026"}, {Row: 0, Col: 2, Text: "100.000.000"}})
		}
	}
}

// What the law leaves open is chosen once for the employer; every result says how it was
// read and who chose, and one calculation may still read it otherwise.
func TestOpenPointsAreKept(t *testing.T) {
	p, d, words := open(t)
	p.OnShow()
	late(t, p)
	uitest.Press(t, p.Content(), "Tính")
	if w := words(); !strings.Contains(w, "900.000 đồng") || !strings.Contains(w, "không tính ngày đóng (mặc định của chương trình)") {
		t.Fatal(w)
	}

	uitest.Press(t, p.Content(), "Điểm luật để ngỏ")
	picks, entries := uitest.Find[*xwidget.Select](d.dialog), uitest.Find[*xwidget.Entry](d.dialog)
	if len(picks) != 4 || len(entries) != 6 {
		t.Fatalf("%d choices, %d entries", len(picks), len(entries))
	}
	w := uitest.Window(t, 716, 560, xwidget.Inset(18, 14, 18, 16, d.dialog))
	uitest.Golden(t, "diem-de-ngo", w.Canvas())
	picks[3].SetSelected("tính cả ngày đóng")
	test.Type(entries[3], "C12-TS tháng 10")
	test.Type(entries[4], "0,31415")
	uitest.Press(t, d.dialog, "Lưu cho đơn vị này")
	if say := strings.Join(uitest.Words(d.dialog), "|"); !strings.Contains(say, "nhiều nhất 4 chữ số thập phân") {
		t.Errorf("the wrong rate is not named: %s", say)
	}
	entries[4].SetText("0,5")
	uitest.Press(t, d.dialog, "Lưu cho đơn vị này")
	if d.dialog != nil || d.said != "Đã lưu thiết lập của đơn vị" {
		t.Errorf("said %q, open %v", d.said, d.dialog != nil)
	}
	want := []law.CachHieu{{Ten: "ngayDongTinh", Ma: "co", CanCu: "C12-TS tháng 10"}, {Ten: "ngayDongTinh", Ma: "co", CanCu: "C12-TS tháng 10"}, {Ten: "r", Ma: "0,5", Nam: 2026}}
	if len(d.kept) != len(want) || d.kept[0] != want[0] || d.kept[2] != want[2] {
		t.Errorf("kept %+v", d.kept)
	}

	uitest.Press(t, p.Content(), "Tính")
	if w := words(); !strings.Contains(w, "930.000 đồng") || !strings.Contains(w, "đơn vị đã chọn theo C12-TS tháng 10") {
		t.Error(w)
	}
	answer(t, p, "ngayDongTinh", "không tính ngày đóng")
	uitest.Press(t, p.Content(), "Tính")
	if w := words(); !strings.Contains(w, "900.000 đồng") || !strings.Contains(w, "(chọn cho lần tính này)") {
		t.Error(w)
	}
}

// What cannot be is refused below its question, in words; nothing is computed.
func TestWrongAnswersAreRefused(t *testing.T) {
	for _, c := range []struct {
		what, name string
		answers    [][2]string
		cells      []xwidget.CellText
		say        string
	}{
		{"a negative wage", "dong-thang", [][2]string{{"thang", "11/2026"}, {"nhom", "hợp đồng lao động từ đủ 01 tháng"}, {"luong", "-9000000"}, {"vung", "vùng I"}}, nil, "phải từ 1 đồng"},
		{"a month before 1995", "dong-thang", [][2]string{{"thang", "12/1994"}, {"nhom", "hợp đồng lao động từ đủ 01 tháng"}, {"luong", "9000000"}, {"vung", "vùng I"}}, nil, "Tháng đóng: từ 01/1995"},
		{"no region", "dong-thang", [][2]string{{"thang", "11/2026"}, {"nhom", "hợp đồng lao động từ đủ 01 tháng"}, {"luong", "9000000"}}, nil, "Vùng lương tối thiểu nơi làm việc: phải có khi đóng BHTN"},
		{"a foreigner on BHTN", "dong-thang", [][2]string{{"thang", "11/2026"}, {"nhom", "người lao động nước ngoài"}, {"luong", "9000000"}, {"bhtn", "có"}}, nil, "người lao động nước ngoài không tham gia bảo hiểm thất nghiệp"},
		{"reversed months", "truy-dong", [][2]string{{"nhom", "hợp đồng lao động từ đủ 01 tháng"}, {"vung", "vùng I"}},
			[]xwidget.CellText{{Row: 0, Col: 1, Text: "10/2026"}, {Row: 0, Col: 2, Text: "08/2026"}, {Row: 0, Col: 4, Text: "12.000.000"}}, "Đến tháng: không trước Từ tháng"},
		{"a region that is none, in a list", "dong-don-vi", [][2]string{{"thang", "11/2026"}},
			[]xwidget.CellText{{Row: 0, Col: 1, Text: "a"}, {Row: 0, Col: 2, Text: "9000000"}, {Row: 0, Col: 3, Text: "09"}}, "không có mã 09"},
		{"reversed days", "con-om", [][2]string{{"tuNgay", "01/11/2026"}, {"ngaySinhCon", "05/11/2026"}}, nil, "không trước Ngày sinh của con"},
	} {
		p, d, words := open(t)
		p.Open(c.name, nil)
		if c.name == "con-om" { // its other questions have to be answered as well
			for _, f := range p.form.fields {
				if e, ok := f.widget.(interface{ SetText(string) }); ok && f.ask.Can && f.ask.Loai != law.NgayHoi {
					e.SetText("5")
				}
			}
		}
		for _, a := range c.answers {
			answer(t, p, a[0], a[1])
		}
		for _, f := range p.form.fields {
			if f.rows != nil && c.cells != nil {
				f.rows.SetAll(c.cells)
			}
		}
		uitest.Press(t, p.Content(), "Tính")
		if w := words(); d.failed != nil || !strings.Contains(w, c.say) || !strings.Contains(w, "Chưa tính được") {
			t.Errorf("%s: %v, the screen says %s", c.what, d.failed, w)
		}
	}
}
