package main

import (
	"image"
	"path/filepath"
	"strings"
	"testing"
)

// firstCompany begins with an empty folder: the employer, the recovery key, the roster,
// then the sample company to practise with.
func firstCompany(t *testing.T, j *journey) {
	j.choosesIn(t, filepath.Dir(workbook(t, "luong-2026-11.xlsx", crowd(12, 7_000_000))))
	j.start(t)
	j.shot(t, "bat-dau-trong")
	j.clickStrong(t, 240, 220, 450) // Ghi đơn vị
	for i, text := range []string{"0300588569", "CONG TY CO KHI THANH DAT", "YN0002A", "07906"} {
		if i > 0 {
			j.keys(t, "Tab")
		}
		j.write(t, text)
	}
	j.shot(t, "ghi-don-vi")
	j.clickStrong(t, 855, 500, 720) // Lưu đơn vị; the key of the data is offered
	j.clickStrong(t, 410, 300, 560) // Tạo khoá khôi phục
	shown := j.shot(t, "khoa-khoi-phuc")
	j.click(t, 600, 396) // Sao chép
	groups := image.Rect(400, 320, 950, 365)
	for n := 0; same(shown, j.look(t), groups); n++ { // which group is asked for, a person reads
		if n == 7 {
			t.Fatalf("no group of the key is right: %s", j.last)
		}
		j.click(t, 750, 451)
		j.keys(t, "ctrl+a", "ctrl+v")
		j.times(t, "BackSpace", 6*(6-n))
		j.keys(t, "Home")
		j.times(t, "Delete", 6*n)
		j.keys(t, "Return")
	}
	j.shot(t, "da-cat-khoa")
	j.keys(t, "Escape", "ctrl+o")
	j.choose(t)
	j.settle(t)
	j.shot(t, "danh-sach")
	j.keys(t, "ctrl+1")
	j.shot(t, "con-mot-buoc")
	j.keys(t, "ctrl+k")
	j.write(t, "mo cong ty mau")
	j.keys(t, "Return") // practice, beside one's own company
	j.settle(t)
	j.shot(t, "cong-ty-mau")
	j.stop(t)
	var got struct {
		Steps []struct {
			Key  string
			Done bool
		}
	}
	j.ask(t, &got, "start")
	for i, want := range []bool{true, true, true, false} {
		if got.Steps[i].Done != want {
			t.Errorf("step %s is done: %v, want %v", got.Steps[i].Key, !want, want)
		}
	}
	if said := j.run(t, "board", "--month", "2026-11"); !strings.Contains(said, "CONG TY CO KHI THANH DAT") || !strings.Contains(said, "MAY BÌNH MINH") {
		t.Errorf("the employers are\n%s", said)
	}
}
