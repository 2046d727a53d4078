package hoso

import (
	"context"
	"errors"
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/law"
	"ankhai/storage"
)

func (f *fake) WaitingCosts(context.Context, string) (office.WaitingCosts, error) {
	f.waited++
	return f.waiting, f.noWaiting
}

// late is a draft with two people of whom one month has passed on the first of
// December.
func late() *fake {
	f := newFake()
	month := func(n int64, more ...law.Buoc) law.Buoc {
		return law.Buoc{Nhan: "Tháng 11/2026", KetQua: n, CongThuc: "cộng các quỹ = " + law.VietSo(n) + " đồng",
			CanCu: "Luật 41/2024/QH15 Điều 31 đến 34", Con: append([]law.Buoc{{Nhan: "Hưu trí, tử tuất: người lao động", KetQua: 424_800,
				CongThuc: "5.310.000 × 8% = 424.800", CanCu: "Luật 41/2024/QH15 Điều 33 khoản 1"}}, more...)}
	}
	person := func(name string, n int64) law.Buoc {
		return law.Buoc{Nhan: name, KetQua: n, CongThuc: "1 tháng đã qua: tiền đóng " + law.VietSo(n) + " + nộp thêm 0 = " + law.VietSo(n) + " đồng", Con: []law.Buoc{month(n)}}
	}
	both := []law.Buoc{person("Nguyễn Thị Ẩn", 1_699_200), person("Trần Văn Dũng", 1_932_800)}
	both = append(both, law.Buoc{Nhan: "BHYT các tháng báo giảm chậm", KetQua: 450_000, CongThuc: "1 người: cộng = 450.000 đồng"})
	notes := []string{"BHYT báo giảm chậm: Quyết định 595/QĐ-BHXH Điều 50 khoản 2 điểm 2.1 tiết a (hết hiệu lực từ 01/05/2026; Quyết định 366/QĐ-BHXH không nhắc lại). Văn bản không kèm điều kiện thẻ đã dùng hay đã trả. Đối chiếu C12-TS"}
	f.waiting = office.WaitingCosts{Say: "Nộp sau 30/11/2026: thêm 4.082.000 đồng, trong đó BHYT vì báo giảm chậm 450.000", Costs: []office.Cost{
		{SendOn: 20261122, People: 2, Leaving: 1, Current: 3_632_000},
		{SendOn: 20261201, People: 2, Leaving: 1, Current: 3_632_000, Arrears: 3_632_000, BHYT: 450_000, LateGone: make([]office.CostLine, 1), Notes: notes, Working: both},
		{SendOn: 20261231, People: 2, Leaving: 1, Current: 3_632_000, Arrears: 3_632_000, BHYT: 450_000, LateGone: make([]office.CostLine, 1), Notes: notes, Working: both, Late: make([]office.CostLine, 1)},
	}}
	return f
}

// The line stands beside the draft; behind it the days, and the working of one.
func TestWaitingBesideADraft(t *testing.T) {
	f := late()
	_, h, w := open(t, f)
	uitest.Golden(t, "nop-muon", w.Canvas())
	uitest.Press(t, w.Content(), "Vì sao?")
	if len(h.Dialogs) != 1 || !strings.HasPrefix(h.Titles[0], "Nộp muộn tốn bao nhiêu: 600 · tháng 11/2026") {
		t.Fatalf("dialogs %q", h.Titles)
	}
	words := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	for _, want := range []string{"22/11/2026|01/12/2026|31/12/2026", "3.632.000|3.632.000|3.632.000", "0|3.632.000|3.632.000", "0|450.000|450.000", "3.632.000|7.714.000|7.714.000", "0|0|1", "hết hiệu lực từ 01/05/2026", "cộng các quỹ = 1.699.200 đồng", "Điều 33 khoản 1"} {
		if !strings.Contains(words, want) {
			t.Errorf("the dialog does not say %q: %s", want, words)
		}
	}
	body := uitest.Window(t, 836, 420, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "nop-muon-vi-sao", body.Canvas())
	uitest.Find[*xwidget.Select](h.Dialogs[0])[0].SetSelectedIndex(0)
	if words := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(words, "Không có gì để cộng.") {
		t.Errorf("sent today nothing is owed, the working says %s", words)
	}
	uitest.Press(t, h.Dialogs[0], "Đóng")
	if h.Closed != 1 {
		t.Errorf("closed %d times", h.Closed)
	}
}

// What cannot be told is told in words, with no sum behind it; nothing is in the
// way of the dossier.
func TestWaitingThatCannotBeTold(t *testing.T) {
	f := late()
	f.noWaiting = errors.New("disk")
	_, h, w := open(t, f)
	words := strings.Join(uitest.Words(w.Content()), "|")
	if !strings.Contains(words, "Nộp muộn tốn bao nhiêu, chưa tính được: ") || strings.Contains(strings.Join(uitest.Buttons(w.Content()), "|"), "Vì sao?") {
		t.Errorf("the window says %s", words)
	}
	if len(h.Failed) != 0 || !strings.Contains(words, "600 · Báo tăng, giảm, điều chỉnh") {
		t.Errorf("the dossier did not open: %v", h.Failed)
	}

	f = late()
	f.waiting.Costs[2].Unknown = []string{"Lê Ngọc Hà: chưa có Từ tháng", "Võ Minh Sơn: chưa có Từ tháng", "Phạm Quốc Việt: chưa có Từ tháng"}
	_, h, w = open(t, f)
	uitest.Press(t, w.Content(), "Vì sao?")
	words = strings.Join(uitest.Words(h.Dialogs[0]), "|")
	if !strings.Contains(words, "Chưa tính được: Lê Ngọc Hà: chưa có Từ tháng; Võ Minh Sơn") || !strings.Contains(words, "1 chỗ khác") {
		t.Errorf("the dialog says %s", words)
	}
	uitest.Golden(t, "nop-muon-thieu", uitest.Window(t, 700, 560, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0])).Canvas())
	uitest.Press(t, h.Dialogs[0], "Xem hết")
	if words = strings.Join(uitest.Words(h.Dialogs[1]), "|"); !strings.Contains(words, "• Phạm Quốc Việt: chưa có Từ tháng") {
		t.Errorf("not everybody is listed: %s", words)
	}
}

// A dossier that is no draft any more is not asked about; an edit asks again.
func TestWaitingFollowsTheDraft(t *testing.T) {
	f := late()
	p, _, _ := open(t, f)
	before := f.waited
	p.open.edited()
	if f.waited != before+1 {
		t.Errorf("asked %d times after an edit, want once", f.waited-before)
	}
	f = late()
	f.view.State, f.view.StateSay = storage.DaKy, "đã ký"
	_, _, w := open(t, f)
	if f.waited != 0 || strings.Contains(strings.Join(uitest.Words(w.Content()), "|"), "Nộp sau") {
		t.Errorf("asked %d times about a signed dossier", f.waited)
	}
}
