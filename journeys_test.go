package main

import (
	"encoding/json"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
)

// The journeys of a month, each on a data folder of its own that the console has
// prepared; what the window did is asked of the console once the window is closed.
func TestJourneys(t *testing.T) {
	j := newJourney(t)
	j.onDisplay(t, image.Pt(1366, 768))
	for _, story := range []struct {
		name string
		walk func(*testing.T, *journey)
	}{
		{"khoi-dau", firstCompany},
		{"muoi-nghin", tenThousand},
		{"thai-san", maternity},
		{"token", signWithToken},
		{"bi-tra", returnedAndSentAgain},
		{"nhieu-don-vi", fortyClients},
	} {
		t.Run(story.name, func(t *testing.T) {
			own := j.aside(t, story.name)
			t.Cleanup(own.kill)
			story.walk(t, own)
		})
	}
}

// aside is the same display with a data folder of its own.
func (j *journey) aside(t *testing.T, name string) *journey {
	return &journey{
		window: j.window, console: j.console, shots: j.shots, display: j.display, frame: j.frame, size: j.size, scale: j.scale,
		data: filepath.Join(t.TempDir(), "kho"), story: name + "-",
	}
}

// crowd is n invented people in the slim layout, no two with the same numbers.
func crowd(n int, wage int64) []facts.DongLuong {
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"}
	given := []string{"An", "Bình", "Chi", "Dung", "Giang", "Hạnh", "Khánh", "Linh", "Mai", "Ngọc", "Phúc", "Quân", "Sơn", "Thảo", "Uyên", "Vân", "Yến"}
	rows := make([]facts.DongLuong, n)
	for i := range rows {
		rows[i] = facts.DongLuong{
			HoTen:    family[i%len(family)] + " " + given[i/10%len(given)] + " " + given[i/170%len(given)],
			MaSoBHXH: fmt.Sprintf("79%08d", i+1), SoCCCD: fmt.Sprintf("079090%06d", i+1),
			NgaySinh: facts.NgaySinh(law.DayOf(1990, 1+i/2890%12, 1+i%28)), GioiTinh: facts.Nam,
			ChucDanh: "Công nhân may", Luong: facts.Luong{Known: true, MucLuong: wage},
		}
	}
	return rows
}

// workbook writes a payroll into a folder of its own and returns its path.
func workbook(t *testing.T, name string, rows []facts.DongLuong) string {
	t.Helper()
	data, err := sheet.WriteSlim(rows)
	must(t, err)
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, data, 0o600))
	return path
}

// choosesIn lets the window's file dialog begin in a folder, as after an earlier choice.
func (j *journey) choosesIn(t *testing.T, dir string) {
	t.Helper()
	at := filepath.Join(j.data+"-cau-hinh", "fyne", "vn.ankhai.bhxh")
	must(t, os.MkdirAll(at, 0o700))
	prefs, err := json.Marshal(map[string]any{"thu-muc.mo.xlsx": dir, "cua-so.rong": j.size.X, "cua-so.cao": j.size.Y})
	must(t, err)
	must(t, os.WriteFile(filepath.Join(at, "preferences.json"), prefs, 0o600))
}

// choose takes the only workbook of the folder in the file dialog, which is open.
func (j *journey) choose(t *testing.T) {
	t.Helper()
	j.settle(t)
	j.shot(t, "chon-tep")
	j.click(t, 540, 261)
	j.click(t, 1031, 624) // Chọn
}

// employer enters an employer with the console.
func (j *journey) employer(t *testing.T, mst, name, unit string, more ...string) {
	t.Helper()
	j.run(t, append([]string{"init", "--tax-code", mst, "--name", name, "--unit-code", unit, "--agency", "07906", "--region", "01",
		"--phone", "0900000001", "--address", "12 Lê Lợi, Phường Tân Bình, Thành phố Hồ Chí Minh", "--representative", "Lê Văn Chủ", "--workplace", "Phường Tân Bình, Thành phố Hồ Chí Minh"}, more...)...)
}

// found opens what the search for everything finds first.
func (j *journey) found(t *testing.T, words string) {
	t.Helper()
	j.keys(t, "ctrl+k")
	j.write(t, words)
	j.settle(t)
	j.keys(t, "Return")
	j.settle(t)
}

// times presses a key n times.
func (j *journey) times(t *testing.T, key string, n int) {
	t.Helper()
	if n > 0 {
		j.xdo(t, "key", "--repeat", fmt.Sprint(n), "--delay", "15", key)
		j.settle(t)
	}
}
