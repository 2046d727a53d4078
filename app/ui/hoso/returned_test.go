package hoso

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

func (f *fake) Rejection(context.Context, string) (office.Rejection, error) {
	if f.back == nil {
		return office.Rejection{}, office.ErrNotReturned
	}
	return *f.back, nil
}
func (f *fake) Redo(_ context.Context, _ string, part office.Part, rows []tralai.Noi) ([]storage.Dossier, error) {
	say := "redo " + string(part)
	for _, r := range rows {
		say += " " + r.Mau + ":" + string(rune('0'+r.Dong))
	}
	return []storage.Dossier{{ID: "HS000008"}, {ID: "HS000009"}}, f.call(say)
}
func (f *fake) Difference(context.Context, string, string) (office.Difference, error) {
	return f.diff, nil
}
func (f *fake) LocalRules(context.Context) ([]office.LocalRule, error) { return f.rules, nil }
func (f *fake) KeepRule(_ context.Context, text, from string) (office.LocalRule, error) {
	r := office.LocalRule{ID: "QT1", Rule: tralai.QuyTac{Mau: mau.ID}, Say: "Phương án không được là TM – Tăng mới", Dossier: from, On: true}
	f.rules = append(f.rules, r)
	return r, f.call("keep " + from + " " + text)
}
func (f *fake) SwitchRule(_ context.Context, id string, on bool) error {
	f.rules[0].On = on
	return f.call("switch " + id)
}
func (f *fake) RemoveRule(_ context.Context, id string) error {
	f.rules = nil
	return f.call("remove " + id)
}
func (f *fake) Receive(_ context.Context, in office.Incoming) (office.Taken, error) {
	f.incoming = append(f.incoming, in)
	t := f.taken
	if in.Dossier != "" && len(t.Matches) > 0 {
		t.Dossier = in.Dossier
	}
	if in.As != "" {
		t.Moved = storage.TraLai
	}
	return t, f.call("receive " + in.Name)
}
func (f *fake) Told(_ context.Context, id string, as tralai.KetLuan, soHoSo, words string) (office.Taken, error) {
	return office.Taken{Name: "nhap-tay.txt", Dossier: id, Moved: storage.TraLai}, f.call(strings.Join([]string{"told", string(as), soHoSo, words}, " "))
}
func (f *fake) ReceivedFiles(context.Context, string) ([]office.ReceivedFile, error) {
	return f.received, nil
}
func (f *fake) ReceivedFile(_ context.Context, _ string, n int64) (office.ReceivedFile, error) {
	r := f.received[n-1]
	r.Now = office.Seal{State: office.SealBroken, Say: "Chứng thư đã bị thu hồi."}
	return r, f.call("view")
}

// cameBack has the dossier returned for three reasons: a cell, a likely row, and
// one that is about the whole.
func cameBack() *fake {
	f := newFake()
	f.view.State, f.view.StateSay, f.view.SoHoSo = storage.TraLai, "bị trả lại", "00012/2026/07906"
	f.view.SignedAt = time.Date(2026, 11, 20, 2, 0, 0, 0, time.UTC)
	noi := func(row int, tag, label string, sure bool, why string) tralai.Noi {
		return tralai.Noi{Mau: mau.ID, Dong: row, Tag: tag, Nhan: label, Chac: sure, ViSao: why}
	}
	f.back = &office.Rejection{ID: "HS000007", Docs: f.view.Docs, Reasons: []office.Reason{
		{N: 1, Ma: "E-BIZ-TRA-01", Say: "Phương án TM, dòng 2: người lao động đang đóng BHXH tại đơn vị YN0002B; đề nghị đơn vị đó báo giảm trước",
			Places: []office.ReasonPlace{{Noi: noi(2, "PA", "Phương án", true, "nêu dòng 2"), Who: "Trần Văn Dũng", Was: "TM – Tăng mới", Now: "TM – Tăng mới"}},
			Rules:  []tralai.QuyTac{{Mau: mau.ID, Tag: "PA", Phai: tralai.KhongLa, La: "TM"}}},
		{N: 2, Say: "Huynh Thi Uong chưa khớp số CCCD", Places: []office.ReasonPlace{{Noi: noi(5, "CCCD", "Số ĐDCN/CCCD", false, "tên trong lý do viết là «Huynh Thi Uong»"), Who: "Huỳnh Thị Ưởng", Was: "79084101484", Now: "79084101484"}}},
		{N: 3, Say: "Hồ sơ chưa đúng thành phần"},
	}}
	return f
}

// A returned dossier shows each reason at its cells, and what can be done about it.
func TestReturnedPicture(t *testing.T) {
	f := cameBack()
	p, h, w := open(t, f)
	g := p.open.grids[0]
	if g.Model().Mark(1, g.Column("PA")) != xwidget.MarkError || g.Model().Mark(4, g.Column("CCCD")) != xwidget.MarkNotice {
		t.Error("the reasons are not marked at their cells")
	}
	uitest.Golden(t, "tra-lai", w.Canvas())
	uitest.Press(t, w.Content(), "Đến ô")
	if row, col := g.Active(); row != 1 || col != g.Column("PA") {
		t.Errorf("jumped to %d,%d", row, col)
	}
	uitest.Press(t, w.Content(), "Tách dòng bị trả")
	checks := uitest.Find[*xwidget.Check](h.Dialogs[0])
	if len(checks) != 2 || !checks[0].Checked || checks[1].Checked {
		t.Fatalf("rows offered: %v", checks)
	}
	uitest.Golden(t, "tach-dong", uitest.Window(t, 560, 230, h.Dialogs[0]).Canvas())
	checks[1].SetChecked(true)
	uitest.Press(t, h.Dialogs[0], "Tách thành hai bản nháp")
	if f.calls[0] != "redo split MAU-THU:2 MAU-THU:5" {
		t.Errorf("called %v", f.calls)
	}
}

// The copy marks what was changed, tells what stood there, and shows both sides.
func TestCopyShowsItsDifference(t *testing.T) {
	f := cameBack()
	f.view.State, f.view.StateSay, f.view.Parent, f.view.SoHoSo = storage.Nhap, "nháp", "HS000007", ""
	f.view.ID = "HS000008"
	phuongAn.Set(&f.view.Docs[0].Rows[1], "TC")
	f.back.Copy = "HS000008"
	f.back.Reasons[0].Places[0].Now, f.back.Reasons[0].Places[0].Changed = "TC – Tăng do chuyển tỉnh", true
	f.diff = office.Difference{From: "HS000007", To: "HS000008", Cells: []tralai.Khac{
		{Kieu: tralai.Sua, Mau: mau.ID, Cu: 2, Moi: 2, Tag: "PA", Nhan: "Phương án", Truoc: "TM – Tăng mới", BayGio: "TC – Tăng do chuyển tỉnh", Ai: "Trần Văn Dũng"},
		{Kieu: tralai.Bo, Mau: mau.ID, Cu: 7, Ai: "Đỗ Thị Bỏ"},
	}}
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	w := uitest.Window(t, 1170, 692, p.Content())
	p.OpenAt("HS000008")
	g := p.open.grids[0]
	if g.Model().Mark(1, g.Column("PA")) != xwidget.MarkChanged || g.Model().Mark(4, g.Column("CCCD")) != xwidget.MarkNotice {
		t.Errorf("marks %v %v", g.Model().Mark(1, g.Column("PA")), g.Model().Mark(4, g.Column("CCCD")))
	}
	if hint := p.open.leaves[0].hint(1, g.Column("PA")); !strings.Contains(hint, "Bản bị trả ghi «TM – Tăng mới»") {
		t.Errorf("hint %q", hint)
	}
	uitest.Golden(t, "ban-lap-lai", w.Canvas())
	uitest.Press(t, w.Content(), "So với bản trước")
	uitest.Golden(t, "so-voi-ban-truoc", uitest.Window(t, 820, 520, h.Dialogs[0]).Canvas())
	list := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	list.Jump(0, 0)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if row, col := g.Active(); row != 1 || col != g.Column("PA") {
		t.Errorf("the difference leads to %d,%d", row, col)
	}
}

// A dossier that was copied already asks before it is copied again.
func TestCopiedTwiceAsks(t *testing.T) {
	f := cameBack()
	f.back.Copies = []office.DossierView{{Dossier: storage.Dossier{ID: "HS000008"}, StateSay: "nháp"}}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Sửa và nộp lại")
	if len(h.Asked) != 1 || strings.Join(f.calls, " ") != "again" {
		t.Errorf("asked %v, called %v", h.Asked, f.calls)
	}
}

func TestReasonIsKeptAsARule(t *testing.T) {
	f := cameBack()
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Giữ thành quy tắc")
	uitest.Press(t, h.Dialogs[0], "Giữ")
	uitest.Golden(t, "quy-tac-rieng", uitest.Window(t, 760, 470, h.Dialogs[0]).Canvas())
	uitest.Press(t, h.Dialogs[0], "Tắt")
	uitest.Press(t, h.Dialogs[0], "Bật")
	uitest.Press(t, h.Dialogs[0], "Bỏ")
	if got := strings.Join(f.calls, ", "); got != "keep HS000007 MAU-THU: PA không được là «TM», switch QT1, switch QT1, remove QT1" {
		t.Errorf("called %s", got)
	}
}

// A rule of one's own goes on to warn while the draft is edited.
func TestOwnRuleWarnsWhileEditing(t *testing.T) {
	f := newFake()
	f.rules = []office.LocalRule{{ID: "QT1", Rule: tralai.QuyTac{Mau: mau.ID, Tag: "PhuCap", Phai: tralai.CoGhi, Khi: []tralai.Khi{{Tag: "PA", La: "TS"}}}, Say: "Phụ cấp không được để trống", On: true}}
	p, _, w := open(t, f)
	uitest.Press(t, w.Content(), "Kiểm tra")
	g := p.open.grids[0]
	g.Jump(0, g.Column("MucLuong"))
	uitest.Type(w.Canvas(), "7.500.000")
	uitest.Keys(w.Canvas(), fyne.KeyTab)
	if g.Model().Mark(2, g.Column("PhuCap")) != xwidget.MarkNotice {
		t.Error("the rule is silent after an edit")
	}
}

// Files that came back are listed with the state of their signatures; one of which
// nobody can tell whose it is is asked about, and a hint moves nothing by itself.
func TestReceivedFiles(t *testing.T) {
	f := newFake()
	f.view.State, f.view.StateSay = storage.DaGui, "đã gửi"
	at := time.Date(2026, 11, 21, 3, 0, 0, 0, time.UTC)
	f.received = []office.ReceivedFile{
		{N: 1, Name: "giay-hen.pdf", At: at, How: "nhập từ tệp", Said: tralai.Giay{KetLuan: tralai.DaNhan}, Seal: office.Seal{State: office.SealValid, Marks: []office.SealOfParty{{Signer: "BẢO HIỂM XÃ HỘI CƠ SỞ THỬ", Valid: true}}}},
		{N: 2, Name: "thong-bao.xml", At: at.Add(time.Hour), How: "nhập từ tệp", Said: tralai.Giay{KetLuan: tralai.BiTraLai}, Seal: office.Seal{State: office.SealBroken, Say: "Nội dung đã bị sửa sau khi ký."}},
		{N: 3, Name: "nhap-tay.txt", At: at.Add(2 * time.Hour), How: "nhập tay", Seal: office.Seal{State: office.SealNone}},
	}
	p, h, w := open(t, f)
	p.open.tabs.Choose(3)
	uitest.Golden(t, "tep-nhan-ve", w.Canvas())
	uitest.Press(t, w.Content(), "Xem")
	if len(h.Shown) != 1 || !strings.HasPrefix(h.Last(), "! Lúc nhận: chữ ký hợp lệ") {
		t.Errorf("shown %d, said %q", len(h.Shown), h.Last())
	}
	p.back()
	f.taken = office.Taken{Name: "tb.txt", Matches: []office.Match{{ID: "HS000007", Title: "600 · tháng 11/2026", Why: "cùng đơn vị, thủ tục và kỳ"}}, Said: tralai.Giay{KetLuan: tralai.BiTraLai}}
	p.Take("tb.txt", []byte("x"))
	list := uitest.Find[*xwidget.Grid](h.Dialogs[len(h.Dialogs)-1])[0]
	list.Jump(0, 0)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n := len(f.incoming); n != 3 || f.incoming[1].Dossier != "HS000007" || f.incoming[2].As != tralai.BiTraLai {
		t.Fatalf("taken %+v", f.incoming)
	}
	if p.open == nil || p.open.id != "HS000007" {
		t.Error("the dossier of the file is not opened")
	}
	p.open.tabs.Choose(2)
	uitest.Press(t, w.Content(), "Ghi lời đã báo")
	uitest.Press(t, h.Dialogs[len(h.Dialogs)-1], "Bị trả lại")
	if got := f.calls[len(f.calls)-1]; !strings.HasPrefix(got, "told biTraLai") {
		t.Errorf("called %v", f.calls)
	}
	if !Takes("A.PDF") || Takes("luong.xlsx") {
		t.Error("the wrong files are taken")
	}
}
