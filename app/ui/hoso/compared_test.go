package hoso

import (
	"slices"
	"testing"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// What was sent before the data was restored can be declared again by somebody who has
// compared, with a reason; the question goes away with it.
func TestComparedMayFileAgain(t *testing.T) {
	f := newFake()
	f.restored = []string{"Phương án: người này, tháng 10/2026, TM đã có trong hồ sơ HS000003 (gửi ngày 12/10/2026, số hồ sơ 79/2026/000123; biết từ dữ liệu trước khi khôi phục). Bỏ dòng này, hoặc đổi phương án"}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Kiểm tra")
	uitest.Golden(t, "da-doi-chieu-nut", w.Canvas())
	uitest.Press(t, w.Content(), "Đã đối chiếu, vẫn nộp…")
	uitest.GoldenDialog(t, "da-doi-chieu", 560, 330, h.Dialogs[0])
	uitest.Press(t, h.Dialogs[0], "Đã đối chiếu, vẫn nộp")
	if len(f.calls) != 0 || h.Closed != 0 || h.Last() != "! Ghi lý do trước." {
		t.Fatalf("without a reason: called %v, closed %d times, said %q", f.calls, h.Closed, h.Last())
	}
	reason := uitest.Find[*xwidget.Entry](h.Dialogs[0])[0]
	reason.SetText("  công văn 12/BHXH yêu cầu nộp lại ")
	reason.OnSubmitted(reason.Text)
	if !slices.Equal(f.calls, []string{"compared công văn 12/BHXH yêu cầu nộp lại"}) || h.Closed != 1 {
		t.Errorf("called %q, closed %d times", f.calls, h.Closed)
	}
	if slices.Contains(uitest.Words(w.Content()), "Đã đối chiếu, vẫn nộp…") {
		t.Error("the question is still asked")
	}
}
