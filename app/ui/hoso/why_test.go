package hoso

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/law"
)

func (f *fake) WhyCell(_ context.Context, at office.CellRef) (office.Explained, error) {
	f.whys = append(f.whys, at)
	v := mau.Table.Column(at.Tag).Get(f.view.Docs[0].Rows[at.Row])
	if !v.Known() {
		return office.Explained{}, &law.ChuaBiet{Ten: at.Tag, Say: "Phụ cấp: ô này chưa có số"}
	}
	e := office.Explained{Title: "Mức lương · " + hoTen.Get(f.view.Docs[0].Rows[at.Row]) + " · dòng 2 của MAU-THU"}
	e.Total, e.Unit = v.N, "đồng"
	e.Parts = []law.PhanKQ{{Nhan: "Người lao động đóng", GiaTri: 634_200, DonVi: "đồng"}, {Nhan: "Đơn vị đóng", GiaTri: 1_298_600, DonVi: "đồng"}}
	e.Working = []law.Buoc{
		{Nhan: "Mức lương", CongThuc: law.VietSo(v.N) + " đồng: theo bảng lương tháng 11/2026", CanCu: "luong-2026-11.xlsx, dòng của ô Danh sách!A12"},
		{Nhan: "Căn cứ đóng thấp nhất", CongThuc: law.VietSo(v.N) + " không thấp hơn 2.530.000", CanCu: "Luật 41/2024/QH15 Điều 31 khoản 1 điểm đ; Nghị định 161/2026/NĐ-CP"},
		{Nhan: "Lương tối thiểu vùng", CongThuc: law.VietSo(v.N) + " không thấp hơn 5.310.000", CanCu: "Nghị định 293/2025/NĐ-CP"},
		{Nhan: "Mức đóng BHXH, BHYT cao nhất", CongThuc: law.VietSo(v.N) + " không vượt 20 × 2.530.000 = 50.600.000: đóng đủ", CanCu: "Luật 41/2024/QH15 Điều 31 khoản 1 điểm đ"},
		{Nhan: "Mức đóng tháng 11/2026", CongThuc: "người lao động 634.200 + đơn vị 1.298.600 = 1.932.800", CanCu: "Luật 41/2024/QH15 Điều 31 đến 34", Con: []law.Buoc{
			{Nhan: "Hưu trí, tử tuất: người lao động", CongThuc: "6.040.000 × 8% = 483.200", CanCu: "Luật 41/2024/QH15 Điều 33 khoản 1"}}},
	}
	return e, nil
}

func (f *fake) WhyTotal(_ context.Context, id, formID, table, tag string) (office.WhySum, error) {
	f.sums = append(f.sums, tag)
	var w office.WhySum
	w.Unit = "đồng"
	for i, r := range f.view.Docs[0].Rows {
		n := mucLuong.Get(r)
		w.Total += n
		w.Working = append(w.Working, law.Buoc{Nhan: hoTen.Get(r), KetQua: n, DonVi: "đồng", CongThuc: law.VietSo(n) + " đồng, phương án " + phuongAn.Get(r), CanCu: "MAU-THU, dòng 1, cột Mức lương"})
		w.Cells = append(w.Cells, office.CellRef{Dossier: id, Form: formID, Table: table, Row: i, Tag: "MucLuong"})
	}
	w.Parts = []law.PhanKQ{{Nhan: "Số dòng cộng", GiaTri: int64(len(w.Cells)), DonVi: "dòng"}}
	w.Warnings = []string{"1 dòng chưa có số, chưa cộng: Võ Minh Sơn (dòng 6)"}
	return w, nil
}

func (f *fake) WorkingSheet(context.Context, string) (office.File, error) {
	return office.File{Name: "bang-giai-trinh.pdf"}, f.fail
}

// An amount of the grid tells where it comes from and what the law says, by the key,
// by the button and by the pointer.
func TestWhyOfACell(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(1, g.Column("MucLuong"))
	uitest.Keys(w.Canvas(), fyne.KeyF9)
	if len(h.Dialogs) != 1 || h.Titles[0] != "Mức lương · Trần Văn Dũng · dòng 2 của MAU-THU" {
		t.Fatalf("dialogs %q", h.Titles)
	}
	words := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	for _, want := range []string{"6.040.000 đồng", "luong-2026-11.xlsx", "không thấp hơn 5.310.000", "Điều 33 khoản 1"} {
		if !strings.Contains(words, want) {
			t.Errorf("the dialog does not say %q: %s", want, words)
		}
	}
	body := uitest.Window(t, 676, 450, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "vi-sao-o", body.Canvas())
	uitest.Press(t, w.Content(), "Vì sao có số này?")
	if len(h.Dialogs) != 2 || f.whys[1] != (office.CellRef{Dossier: "HS000007", Form: mau.ID, Row: 1, Tag: "MucLuong"}) {
		t.Errorf("%d dialogs, asked %+v", len(h.Dialogs), f.whys)
	}
}

// The secondary button offers what may be asked of the cell below it.
func TestWhyFromTheMenu(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(600, 100)}, Button: desktop.MouseButtonSecondary})
	if words := strings.Join(uitest.Menu(w.Canvas()), "|"); !strings.Contains(words, "Vì sao? (F9)|Vì sao có tổng này? (Shift+F9)") {
		t.Errorf("the menu offers %q", words)
	}
	uitest.Choose(t, w.Canvas(), "Vì sao? (F9)")
	if len(h.Dialogs) != 1 || f.whys[0].Tag != "MucLuong" || f.whys[0].Row != 1 {
		t.Errorf("%d dialogs, asked %+v", len(h.Dialogs), f.whys)
	}
}

// An empty amount is named, not explained as nothing; a text leads to the totals.
func TestWhyOfOtherCells(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(0, g.Column("PhuCap"))
	uitest.Keys(w.Canvas(), fyne.KeyF9)
	if len(h.Dialogs) != 0 || h.Last() != "! Phụ cấp: ô này chưa có số" {
		t.Errorf("%d dialogs, said %q", len(h.Dialogs), h.Last())
	}
	g.Jump(0, g.Column("HoTen"))
	uitest.Keys(w.Canvas(), fyne.KeyF9)
	if len(h.Dialogs) != 1 || h.Titles[0] != "Các tổng của MAU-THU" || f.sums[0] != "Tong" {
		t.Errorf("dialogs %q, asked %q", h.Titles, f.sums)
	}
}

// A total tells its rows, and of the chosen one where it comes from; the whole goes on
// paper.
func TestWhyOfATotal(t *testing.T) {
	f := newFake()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	g.Jump(0, g.Column("PhuCap"))
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	uitest.Keys(w.Canvas(), fyne.KeyF9)
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if len(h.Dialogs) != 1 || f.sums[len(f.sums)-1] != "PhuCap" {
		t.Fatalf("dialogs %q, asked %q", h.Titles, f.sums)
	}
	choice := uitest.Find[*xwidget.Select](h.Dialogs[0])[0]
	g.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(600, 6*26+52+8)}) // the row of totals below six rows
	if len(h.Dialogs) != 2 || f.sums[len(f.sums)-1] != "MucLuong" {
		t.Errorf("dialogs %q, asked %q", h.Titles, f.sums)
	}
	if strings.Join(choice.Options, "|") != "Tổng mức lương|Cộng Mức lương|Cộng Phụ cấp" {
		t.Errorf("totals %q", choice.Options)
	}
	choice.SetSelectedIndex(0)
	words := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	for _, want := range []string{"42.810.000 đồng", "Số dòng cộng: 6 dòng", "chưa cộng: Võ Minh Sơn", "luong-2026-11.xlsx, dòng của ô Danh sách!A12"} {
		if !strings.Contains(words, want) {
			t.Errorf("the dialog does not say %q: %s", want, words)
		}
	}
	body := uitest.Window(t, 836, 420, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "vi-sao-tong", body.Canvas())
	uitest.Press(t, h.Dialogs[0], "Lưu bảng giải trình (PDF)")
	if len(h.Kept) != 1 || h.Kept[0].Name != "bang-giai-trinh.pdf" {
		t.Errorf("kept %+v", h.Kept)
	}
}
