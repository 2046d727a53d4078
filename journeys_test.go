package main

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/signing/signtest"
	"ankhai/signing/signtest/softhsm"
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
func (j *journey) employer(t *testing.T, mst, name, unit string) {
	t.Helper()
	j.run(t, "init", "--tax-code", mst, "--name", name, "--unit-code", unit, "--agency", "07906", "--region", "01",
		"--phone", "0900000001", "--address", "12 Lê Lợi, Phường Tân Bình, Thành phố Hồ Chí Minh", "--representative", "Lê Văn Chủ", "--workplace", "Phường Tân Bình, Thành phố Hồ Chí Minh")
}

// firstCompany begins with an empty folder: the employer, the recovery key, the roster,
// then the sample company to practise with.
func firstCompany(t *testing.T, j *journey) {
	j.flags = nil
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

// tenThousand takes a payroll of 10,000 people in, one of whose cells cannot be read,
// mends it in the grid and drafts the month.
func tenThousand(t *testing.T, j *journey) {
	j.flags = nil
	j.employer(t, "0300588569", "CÔNG TY ĐÔNG NGƯỜI", "YN0002A")
	before := crowd(10_000, 6_000_000)
	j.run(t, "import", workbook(t, "luong-2026-10.xlsx", before), "--month", "2026-10")
	after := crowd(10_000, 6_000_000)[:9_999] // the last one has left
	for i := range 40 {
		after[i].Luong.MucLuong = 6_500_000
	}
	after[2].SoCCCD = "07909000000x"
	j.choosesIn(t, filepath.Dir(workbook(t, "luong-2026-11.xlsx", after)))
	j.start(t)
	j.keys(t, "ctrl+o")
	j.choose(t)
	j.wait(t, "muoi-nghin-da-nhap", func() bool { return j.strongAt(t, 1266, 92) }) // Lập hồ sơ
	j.click(t, 490, 162)                                                            // Ô chưa đọc được
	j.shot(t, "o-chua-doc")
	j.click(t, 266, 162)
	j.click(t, 1300, 104) // Lập hồ sơ
	j.settle(t)
	j.shot(t, "ho-so")
	was := j.look(t)
	j.click(t, check.x, check.y)
	j.wait(t, "kiem-tra", func() bool { return !same(was, j.look(t), faultList) })
	j.click(t, 480, 375)
	j.keys(t, "F8") // to the cell of the first fault
	j.shot(t, "den-o-loi")
	j.write(t, "Nghi viec tu ngay 01/11/2026")
	j.keys(t, "Return")
	j.click(t, check.x, check.y)
	j.wait(t, "da-sua", func() bool { return j.strongAt(t, 1324, 98) }) // Ký is the next thing to do
	j.stop(t)
	got := j.dossier(t)
	if len(got.Docs) == 0 || len(got.Docs[0].Rows) != 41 {
		t.Fatalf("the draft is %+v", got)
	}
	if out, err := j.tool(j.console, "--data", j.data, "check", dossierID); err != nil {
		t.Errorf("after mending the check still says %v\n%s", err, out)
	}
}

// maternity makes a claim out of plain words: the service, the person, and then the cell
// of each fault, until nothing but the paper is missing.
func maternity(t *testing.T, j *journey) {
	j.run(t, "start", "sample")
	j.start(t)
	j.keys(t, "ctrl+5") // Thủ tục
	j.click(t, 600, 138)
	j.write(t, "sinh con")
	j.keys(t, "Down")
	j.shot(t, "thu-tuc")
	j.clickStrong(t, 930, 330, 480) // Lập hồ sơ
	j.write(t, "kim oanh")          // the search has the keys
	j.keys(t, "Down", "space")
	j.shot(t, "cua-ai")
	j.clickStrong(t, 910, 560, 680) // Lập hồ sơ
	j.shot(t, "to-khai")
	j.click(t, check.x, check.y)
	j.shot(t, "con-thieu")
	j.click(t, 400, 191) // phần đầu
	j.click(t, 700, 388) // Đợt; Enter goes down
	for _, text := range []string{"1", "11/2026", "0"} {
		j.write(t, text)
		j.keys(t, "Return")
	}
	j.keys(t, "Down", "Down", "Down", "Down") // Thủ trưởng đơn vị
	j.write(t, "LE VAN CHU")
	j.keys(t, "Return")
	j.shot(t, "phan-dau")
	j.click(t, 260, 191)
	j.click(t, 660, 297) // Phần; Tab goes right
	j.write(t, "1")
	j.keys(t, "Tab", "F4")
	j.write(t, "sinh con")
	j.shot(t, "chon-nhom-huong")
	j.keys(t, "Return", "Right")
	for _, text := range []string{"01/10/2026", "31/03/2027", "182", "01/10/2026"} {
		j.write(t, text)
		j.keys(t, "Tab")
	}
	j.shot(t, "dot-nghi")
	for _, text := range []string{"ATM", "05/10/2026", "1", "SC1", "0123456789", "TRAN THI KIM OANH", "203"} {
		j.keys(t, "F8") // to what is asked next
		j.write(t, text)
		j.keys(t, "Return")
	}
	j.shot(t, "da-dien")
	j.click(t, check.x, check.y)
	j.shot(t, "kiem-tra")
	j.stop(t)
	row := j.dossier(t).Docs[0].Rows[0]
	for tag, want := range map[string]string{"HoTen": "Trần Thị Kim Oanh", "CheDo": "sinhCon", "TuNgay": "2026-10-01", "NgaySinhCon": "2026-10-05", "DieuKienSinhCon": "SC1", "MaNganHang": "203"} {
		if got := fmt.Sprint(row[tag]); got != want {
			t.Errorf("%s is %q, want %q", tag, got, want)
		}
	}
	out, _ := j.tool(j.console, "--data", j.data, "check", dossierID, "--json")
	var left struct {
		Faults []struct{ Code, Level string }
	}
	must(t, json.Unmarshal([]byte(out), &left))
	for _, f := range left.Faults {
		if f.Level == "Lỗi" && f.Code != "HS-10" { // the certificate of birth comes as a file
			t.Errorf("%s is left", f.Code)
		}
	}
}

// plugIn makes a token with a certificate for each tax code, which the window sees.
func (j *journey) plugIn(t *testing.T, taxCodes ...string) {
	t.Helper()
	now := time.Now()
	ca, err := signtest.NewCA(rand.Reader, now.AddDate(-2, 0, 0))
	must(t, err)
	store := softhsm.New(t, "Token A")
	for i, code := range taxCodes {
		key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY CÓ TOKEN", TaxCode: code}, now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0))
		must(t, err)
		store.Put(t, "Token A", fmt.Sprintf("%02d", i+1), key)
	}
	j.more = append(j.more, "SOFTHSM2_CONF="+store.Conf)
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

// signWithToken signs with a token: a wrong PIN is told, the right one signs.
func signWithToken(t *testing.T, j *journey) {
	j.plugIn(t, "0100109106")
	j.run(t, "start", "sample")
	j.returnable(t, "Trần Văn Hai")
	j.run(t, "check", dossierID)
	j.start(t)
	j.found(t, dossierID)
	for _, pin := range []string{"111111", softhsm.PIN} {
		j.click(t, 1324, 108) // Ký
		j.wait(t, "chon-token", func() bool { return j.strongest(t, tokenDialog).Y > 0 })
		at := j.strongest(t, tokenDialog)
		j.click(t, 600, at.Y-40) // the PIN stands above the last of the buttons
		j.write(t, pin)
		j.shot(t, "go-pin")
		j.keys(t, "Return")
		if pin != softhsm.PIN {
			j.wait(t, "sai-pin", func() bool { return j.strongest(t, tokenDialog).Y > 0 })
			j.keys(t, "Escape")
		}
	}
	j.wait(t, "da-ky", func() bool { return j.strongAt(t, 1300, 98) }) // Gửi
	j.stop(t)
	if got := j.dossier(t); got.State != "daKy" || got.Signer != "CÔNG TY CÓ TOKEN" {
		t.Errorf("the dossier is %s, signed by %q", got.State, got.Signer)
	}
}

// tokenDialog is where a dialog's buttons stand; the strong ones of the page are outside.
var tokenDialog = image.Rect(440, 180, 930, 640)

// returnable drafts one increase with a name.
func (j *journey) returnable(t *testing.T, name string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "dong.json")
	must(t, os.WriteFile(path, []byte(strings.Replace(increase, "HỌ TÊN", name, 1)), 0o600))
	j.run(t, "draft", "--procedure", "600", "--month", "2026-11", "--from", path)
}

const increase = `{"form": "D02-LT", "rows": [{"HoTen": "HỌ TÊN", "MaSoBHXH": "7900000902", "NgaySinh": "1991-03-06", "GioiTinh": "1",
"SoCCCD": "079091000902", "QuocTich": "VN", "ChucDanh": "Công nhân may", "NoiLamViec": "Phường Tân Bình, Thành phố Hồ Chí Minh", "VungLTT": "01",
"MucLuong": 6500000, "LoaiHD": "0", "HDSo": "HD-1", "HDNgayKy": "2026-11-01", "HDTu": "2026-11-01", "PhuongAn": "TD", "TuThang": "2026-11",
"TyLeDong": 32, "TinhLai": false, "DaCoSo": true, "Loai": "1"}]}`

// returnedAndSentAgain sends a dossier with a name that the agency knows otherwise: it is
// returned, mended where the reason points, and sent again.
func returnedAndSentAgain(t *testing.T, j *journey) {
	j.run(t, "start", "sample")
	j.returnable(t, "Trần Văn Ba")
	j.run(t, "check", dossierID)
	box := filepath.Join(j.data, "cong-thuc-hanh")
	must(t, os.MkdirAll(box, 0o700))
	must(t, os.WriteFile(filepath.Join(box, "dang-ky.json"), []byte(`{"nguoi":[{"maSoBHXH":"7900000902","hoTen":"Trần Văn Hai","tinhTrang":"dang-dong","maDonVi":"YN0001A"}]}`), 0o600))
	j.start(t)
	j.found(t, dossierID)
	j.signSendAsk(t)
	j.shot(t, "bi-tra")
	j.click(t, 1286, 108) // Sửa và nộp lại
	j.settle(t)
	j.click(t, 480, 375)
	j.keys(t, "F8") // to the cell of the reason
	j.shot(t, "ban-lap-lai")
	j.write(t, "Trần Văn Hai")
	j.keys(t, "Return")
	j.click(t, check.x, check.y)
	j.shot(t, "da-sua-ten")
	j.signSendAsk(t)
	j.shot(t, "co-ket-qua")
	j.stop(t)
	var got struct {
		Dossiers []struct{ ID, State string }
	}
	j.ask(t, &got, "list")
	states := map[string]string{}
	for _, d := range got.Dossiers {
		states[d.ID] = d.State
	}
	if states[dossierID] != "traLai" || states["HS000002"] != "coKetQua" {
		t.Errorf("the dossiers are %v", states)
	}
}

// signSendAsk signs the dossier that is open with the practice key, sends it and asks how
// far it is until something else is to be done.
func (j *journey) signSendAsk(t *testing.T) {
	t.Helper()
	j.click(t, 1324, 108)                                              // Ký
	j.clickStrong(t, 464, 200, 500)                                    // Ký bằng khoá này
	j.wait(t, "da-ky", func() bool { return j.strongAt(t, 1300, 98) }) // Gửi
	j.click(t, 1318, 108)
	j.keys(t, "Return")
	j.wait(t, "da-gui", func() bool { return j.strongAt(t, 1256, 98) })
	button := image.Rect(1226, 92, 1346, 124)
	look := func() image.Image {
		j.xdo(t, "mousemove", "700", "600") // a button that is pointed at is lighter
		j.settle(t)
		return j.look(t)
	}
	asks := look()
	for range 12 {
		j.click(t, 1300, 108) // Hỏi tiến độ
		if !same(asks, look(), button) {
			return
		}
		time.Sleep(time.Second)
	}
	t.Errorf("the gateway comes to no end: %s", j.last)
}

// fortyClients is an accountant's month: one board, everything checked at once, two
// clients signed with their certificates on one token, and sent.
func fortyClients(t *testing.T, j *journey) {
	codes := taxCodes(40)
	sent := t.TempDir()
	for i, code := range codes {
		j.employer(t, code, fmt.Sprintf("CÔNG TY KHÁCH HÀNG %02d", i+1), fmt.Sprintf("YN%04dA", i+100))
		j.run(t, "init", "--tax-code", code, "--gateway", "file:"+sent)
		j.returnable(t, "Trần Văn Hai")
	}
	j.plugIn(t, codes[0], codes[1])
	j.start(t)
	j.keys(t, "ctrl+shift+1")
	j.shot(t, "bang")
	j.click(t, 1042, 104) // Kiểm tra 40 đơn vị
	j.settle(t)
	j.shot(t, "da-kiem")
	j.click(t, 234, 229)
	j.click(t, 234, 255)
	j.shot(t, "chon-hai")
	j.click(t, 1290, 104) // Ký 2 đơn vị
	j.wait(t, "ky-hai", func() bool { return j.strongest(t, boardDialog).Y > 0 })
	j.keys(t, "Tab")
	j.write(t, softhsm.PIN)
	j.keys(t, "Tab")
	j.write(t, softhsm.PIN)
	j.shot(t, "ky-hai-pin")
	at := j.strongest(t, boardDialog)
	j.click(t, at.X, at.Y)
	j.settle(t)
	j.shot(t, "da-ky-hai")
	j.click(t, 1180, 104) // Gửi 2 đơn vị
	j.settle(t)
	j.shot(t, "hoi-gui")
	at = j.strongest(t, boardDialog)
	j.click(t, at.X, at.Y)
	j.settle(t)
	j.shot(t, "da-gui")
	j.stop(t)
	var got struct {
		Rows []struct {
			TaxCode              string
			Drafts, ToSign, Sent int
		}
	}
	j.ask(t, &got, "board", "--month", "2026-11")
	for _, r := range got.Rows {
		if want := b2i(r.TaxCode == codes[0] || r.TaxCode == codes[1]); r.Sent != want || r.ToSign != 1-want {
			t.Errorf("%s: %d sent, %d to sign", r.TaxCode, r.Sent, r.ToSign)
		}
	}
	if len(got.Rows) != 40 {
		t.Errorf("%d rows", len(got.Rows))
	}
}

var boardDialog = image.Rect(380, 180, 990, 660)

func b2i(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// taxCodes are n tax codes whose check digit is right.
func taxCodes(n int) (out []string) {
	weights := []int{31, 29, 23, 19, 17, 13, 7, 5, 3}
	for i := 1000; len(out) < n; i += 7 {
		code, sum := fmt.Sprintf("03%07d", i), 0
		for k, w := range weights {
			sum += w * int(code[k]-'0')
		}
		if last := 10 - sum%11; last < 10 {
			out = append(out, fmt.Sprint(code, last))
		}
	}
	return out
}

// strongest is within the lowest strong button of a part of the screen; zero where there
// is none.
func (j *journey) strongest(t *testing.T, in image.Rectangle) image.Point {
	t.Helper()
	m := j.look(t)
	for y := in.Max.Y - 1; y > in.Min.Y+8; y-- {
		for x := in.Min.X; x < in.Max.X; x += 6 {
			p := image.Pt(x, y)
			if near(m, p, 1, strong) && near(m, p.Add(image.Pt(12, 0)), 1, strong) && near(m, p.Add(image.Pt(0, -4)), 1, strong) && near(m, p.Add(image.Pt(12, -4)), 1, strong) {
				return p.Add(image.Pt(6, -3))
			}
		}
	}
	return image.Point{}
}

// times presses a key n times.
func (j *journey) times(t *testing.T, key string, n int) {
	t.Helper()
	if n > 0 {
		j.xdo(t, "key", "--repeat", fmt.Sprint(n), "--delay", "15", key)
		j.settle(t)
	}
}
