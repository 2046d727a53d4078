package hoso

import (
	"errors"
	"testing"

	"ankhai/app/ui/uitest"
)

// The line below the grid tells where the answer of the active cell comes from,
// before the help of its column; nothing where that is not known.
func TestHintTellsTheOrigin(t *testing.T) {
	f := newFake()
	f.origins = map[string]string{"0 MucLuong": "từ bảng lương tháng 11/2026, dòng của ô Danh sách!A12", "1 CCCD": "nhập tay lúc 09:30 22/11/2026"}
	p, h, w := open(t, f)
	g, hint := p.open.grids[0], p.open.hints[0]
	for _, c := range []struct {
		row  int
		tag  string
		want string
	}{
		{0, "MucLuong", "Mức lương: 5.310.000 · từ bảng lương tháng 11/2026, dòng của ô Danh sách!A12"},
		{1, "CCCD", "Số ĐDCN/CCCD: 079080100201 · nhập tay lúc 09:30 22/11/2026. 12 chữ số"},
		{2, "CCCD", "Số ĐDCN/CCCD: 079080100202. 12 chữ số"},
		{0, "PhuCap", "Phụ cấp. Độ chắc: suy ra, chưa có văn bản xác nhận"},
	} {
		g.Jump(c.row, g.Column(c.tag))
		if hint.Words != c.want {
			t.Errorf("got %q, want %q", hint.Words, c.want)
		}
	}
	g.Jump(0, g.Column("MucLuong"))
	uitest.Golden(t, "nguon-goc", w.Canvas())
	f.fail = errors.New("down")
	g.Jump(1, g.Column("CCCD")) // where it cannot be read the line does without
	if len(h.Failed) != 0 || hint.Words != "Số ĐDCN/CCCD: 079080100201. 12 chữ số" {
		t.Errorf("failed %v, hint %q", h.Failed, hint.Words)
	}
}
