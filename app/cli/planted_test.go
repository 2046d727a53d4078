package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/app/cli"
	"ankhai/app/cli/planted"
	"ankhai/app/office"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"

	"github.com/xuri/excelize/v2"
)

// plantedPeople invents people whose every value is their own: none of the texts
// can stand anywhere by chance.
func plantedPeople(n int) []facts.DongLuong {
	r := rand.New(rand.NewPCG(3, 26))
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"}
	middle := []string{"Thị Ẩn", "Văn Khuê", "Ngọc Quyên", "Quốc Trãi", "Đức Ưởng", "Thuỳ Diễm", "Hữu Nghĩa", "Bảo Toàn", "Lệ Quỳnh", "Công Uẩn"}
	given := []string{"Nhã", "Khoáng"}
	rows := make([]facts.DongLuong, n)
	for i := range rows {
		year, sex := 1970+i%30, i%2 // 0 nam, 1 nữ in the twentieth century
		rows[i] = facts.DongLuong{
			HoTen:    family[i%10] + " " + middle[i/10%10] + " " + given[i/100%2],
			MaSoBHXH: fmt.Sprintf("79%04d%04d", 1000+r.IntN(9000), 1000+i), SoCCCD: fmt.Sprintf("079%d%02d%06d", sex, year%100, 100_000+r.IntN(800_000)/200*200+i),
			NgaySinh: facts.NgaySinh(law.DayOf(year, 1+i%12, 1+i%28)), GioiTinh: []facts.GioiTinh{facts.Nam, facts.Nu}[sex],
			DienThoai: fmt.Sprintf("09%08d", 10_000_000+i*399_989), Email: fmt.Sprintf("hop-thu-%d@planted.example", 70_000+i),
			DiaChi: fmt.Sprintf("Số %d ngõ Kim Quy hẻm %d", 4000+i, 17+i), ChucDanh: "Công nhân may",
			Luong: facts.Luong{Known: true, MucLuong: 12_000_017 + int64(i)*40_003},
		}
	}
	return rows
}

// rise gives every person more pay, each their own.
func rise(rows []facts.DongLuong) []facts.DongLuong {
	out := append([]facts.DongLuong{}, rows...)
	for i := range out {
		out[i].Luong.MucLuong += 511_231 + int64(i)
	}
	return out
}

// plantedValues is everything that identifies the people, or says what they earn.
func plantedValues(months ...[]facts.DongLuong) []planted.Value {
	var out []planted.Value
	seen := map[string]bool{}
	add := func(kind, text string) {
		if !seen[text] {
			seen[text] = true
			out = append(out, planted.Value{Kind: kind, Text: text})
		}
	}
	for _, rows := range months {
		for _, d := range rows {
			add("họ tên", d.HoTen)
			add("mã số BHXH", d.MaSoBHXH)
			add("CCCD", d.SoCCCD)
			add("điện thoại", d.DienThoai)
			add("email", d.Email)
			add("địa chỉ", d.DiaChi)
			add("lương", fmt.Sprint(d.Luong.MucLuong))
			add("lương", form.Dots(d.Luong.MucLuong))
			add("lương", strings.ReplaceAll(form.Dots(d.Luong.MucLuong), ".", ","))
		}
	}
	return out
}

// plantedBook is a payroll as a company keeps it, with more about people than the
// slim layout has.
func plantedBook(t *testing.T, rows []facts.DongLuong) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	set := func(row int, cells ...any) {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", row), &cells); err != nil {
			t.Fatal(err)
		}
	}
	set(1, "STT", "Họ và tên", "Mã số BHXH", "Số CCCD", "Ngày sinh", "Giới tính", "Điện thoại", "Email", "Địa chỉ", "Chức danh", "Mức lương đóng BHXH")
	for i, d := range rows {
		set(i+2, i+1, d.HoTen, d.MaSoBHXH, d.SoCCCD, d.NgaySinh.String(), d.GioiTinh.Ten(), d.DienThoai, d.Email, d.DiaChi, d.ChucDanh, d.Luong.MucLuong)
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// plantedPaper is a PDF of one page that says a text.
func plantedPaper(text string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	content := "% " + text + "\nBT /F1 12 Tf 72 720 Td (" + text + ") Tj ET\n"
	var at []int
	for i, obj := range []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%sendstream", len(content), content), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, obj)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

// session is a person at the console whose computer is one folder: data, home and
// temporary files below it, what they asked to have elsewhere beside it.
type session struct {
	t                  *testing.T
	machine, elsewhere string
	now                func() time.Time
	said               strings.Builder // all of stderr
	last               string          // stdout of the last command
}

func newSession(t *testing.T) *session {
	s := &session{t: t, machine: t.TempDir(), elsewhere: t.TempDir()}
	for name, dir := range map[string]string{
		"TMPDIR": "tam", "TEMP": "tam", "TMP": "tam", "HOME": "nha", "USERPROFILE": "nha", "XDG_CONFIG_HOME": "nha/cau-hinh", "XDG_CACHE_HOME": "nha/dem",
		"AppData": "nha/cau-hinh", "LocalAppData": "nha/dem", "XDG_DATA_HOME": "nha/du-lieu",
	} {
		path := filepath.Join(s.machine, filepath.FromSlash(dir))
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv(name, path)
	}
	started := time.Now()
	s.now = func() time.Time { return clock.Add(time.Since(started)) }
	return s
}

// config is the user's own folder, where the machine's key lies.
func (s *session) config() (string, error) { return filepath.Join(s.elsewhere, "cau-hinh"), nil }

func (s *session) data() string { return filepath.Join(s.machine, "kho") }

// put writes a file of the person's own, outside of what the program keeps.
func (s *session) put(name string, data []byte) string {
	path := filepath.Join(s.elsewhere, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// bhxh runs a command, which must end with the code.
func (s *session) bhxh(code int, args ...string) {
	s.t.Helper()
	var out, errs bytes.Buffer
	got := cli.Main(context.Background(), cli.World{
		Args: append([]string{"--data", s.data()}, args...), In: strings.NewReader(""), Out: &out, Err: &errs,
		Getenv: func(string) string { return "" }, Now: s.now, Quarantine: 700 * time.Millisecond,
		ConfigDir: s.config,
	})
	fmt.Fprintf(&s.said, "bhxh %s\n%s", args[0], errs.String())
	s.last = out.String()
	if got != code {
		s.t.Fatalf("bhxh %s: exit %d, want %d\n%s%s", strings.Join(args, " "), got, code, errs.String(), out.String())
	}
}

// field reads the last answer.
func (s *session) field(name string) string {
	var v map[string]any
	if err := json.Unmarshal([]byte(s.last), &v); err != nil {
		s.t.Fatalf("%v in %s", err, s.last)
	}
	return fmt.Sprint(v[name])
}

// clean searches the whole machine.
func (s *session) clean(when string, look *planted.Scanner) {
	s.t.Helper()
	hits, files, err := look.Folder(s.machine, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	for i, h := range hits {
		if i == 20 {
			s.t.Errorf("%s: … %d hits in all", when, len(hits))
			break
		}
		s.t.Errorf("%s: %v", when, h)
	}
	s.t.Logf("%s: %d files, %d hits", when, files, len(hits))
}

// TestNothingReadable is a full session of a company of 200 at the console, with
// what goes wrong in one; afterwards no file of the machine holds any of the
// people's names, numbers or wages.
func TestNothingReadable(t *testing.T) {
	s := newSession(t)
	people := plantedPeople(200)
	later := rise(people)
	values := plantedValues(people, later)
	look := planted.New(values)

	key, err := keyFile("0100109106", "mat-khau", clock.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	p12, pin, badPin := s.put("khoa.p12", key.p12), s.put("pin.txt", []byte("mat-khau\n")), s.put("sai.txt", []byte("khong-phai\n"))
	before, after := s.put("luong-10.xlsx", plantedBook(t, people)), s.put("luong-11.xlsx", plantedBook(t, later))
	out := func(name string) string { return filepath.Join(s.elsewhere, name) }

	s.bhxh(0, "init", "--tax-code", "0100109106", "--name", "CÔNG TY TNHH THỬ NGHIỆM", "--unit-code", "YN0001A", "--agency", "07906", "--region", "01",
		"--phone", "0900000001", "--workplace", "Phường Tân Bình, Thành phố Hồ Chí Minh", "--gateway", "thuc-hanh")
	s.bhxh(0, "import", before, "--month", "2026-10", "--json")
	if got := s.field("people"); got != "200" {
		t.Fatalf("%s people in the roster, want 200", got)
	}
	s.bhxh(0, "import", after, "--month", "2026-11")
	s.bhxh(0, "compare", "--month", "2026-11", "--json")
	s.bhxh(0, "draft", "--procedure", "600", "--month", "2026-11", "--json")
	id := s.field("id")
	s.bhxh(0, "fill", id, s.put("dien.json", fmt.Appendf(nil, `[{"form":"D02-LT","where":{"SoCCCD":%q},"set":{"GhiChu":%q}}]`,
		people[7].SoCCCD, "Thay cho "+people[8].HoTen)))
	s.bhxh(0, "check", id, "--json")
	s.bhxh(0, "show", id, "--json")
	s.bhxh(0, "print", id, "--out", out("in"))
	s.bhxh(0, "attach", id, s.put("don.pdf", plantedPaper(people[9].HoTen+" "+people[9].SoCCCD)))

	// what goes wrong
	s.bhxh(3, "import", s.put("hong.xlsx", plantedBook(t, people)[:9000]), "--month", "2026-12")
	s.bhxh(3, "sign", id, "--key", "p12:"+p12, "--pin-file", badPin)
	s.bhxh(3, "fill", id, s.put("la.json", []byte(people[3].HoTen)))
	s.bhxh(3, "show", people[4].SoCCCD)

	calm, panicked := s.now, 0
	s.now = func() time.Time {
		if panicked++; panicked > 3 {
			panic("lỗi khi đọc " + people[5].HoTen + " " + people[5].SoCCCD)
		}
		return calm()
	}
	s.bhxh(3, "import", after, "--month", "2026-11")
	if panicked <= 3 {
		t.Error("the panic path was not taken")
	}
	s.now = calm

	s.bhxh(0, "sign", id, "--key", "p12:"+p12, "--pin-file", pin, "--out", out("ky"))
	s.bhxh(3, "submit", id, "--gateway", "https://127.0.0.1:9")
	s.bhxh(0, "submit", id, "--gateway", "thuc-hanh", "--json")
	for range 60 {
		s.bhxh(0, "status", id, "--json")
		if s.field("state") == "coKetQua" {
			break
		}
		time.Sleep(200 * time.Millisecond)
	}
	s.bhxh(0, "results", id, "--out", out("ket-qua"))
	s.bhxh(0, "backup", "create", filepath.Join(s.machine, "kho", "ankhai.db.ban-sao"))
	s.bhxh(0, "doctor")
	s.bhxh(0, "outbox")
	s.bhxh(0, "person", "show", people[11].SoCCCD)
	s.bhxh(0, "person", "export", people[11].MaSoBHXH, "--out", out("xuat"), "--password-file", pin)
	s.bhxh(0, "retention", "--person-months", "12")
	s.bhxh(0, "person", "due")
	s.bhxh(0, "person", "erase", people[12].SoCCCD, "--yes", "--reason", "yeu-cau")
	s.bhxh(3, "person", "show", people[12].SoCCCD)
	s.bhxh(0, "employer", "open", "0100109106", "--out", out("mo"))
	s.bhxh(3, "employer", "take", out("mo"))
	s.bhxh(0, "employer", "take", out("mo"), "--replace")
	roster := filepath.Join(out("mo"), "du-lieu", "nguoi-lao-dong.json")
	if data, err := os.ReadFile(roster); err != nil || os.WriteFile(roster, bytes.ReplaceAll(data, []byte(people[6].HoTen), []byte("X")), 0o600) != nil {
		t.Fatal(err)
	}
	s.bhxh(3, "employer", "take", out("mo"), "--replace")
	s.bhxh(0, "journal", "--json")
	for _, h := range look.Bytes("journal", []byte(s.last)) {
		t.Errorf("in the processing journal: %v", h)
	}
	s.clean("after the session", look)
	if hits, _, err := look.Folder(s.elsewhere, nil); err != nil || len(hits) < len(people) {
		t.Errorf("only %d hits in what was asked to be written elsewhere, %v: the search is blind", len(hits), err)
	}

	// a program that still runs has a write-ahead log beside its data
	o, err := office.Open(t.Context(), office.Config{Dir: s.data(), Now: s.now, Keys: office.Sources{ConfigDir: s.config}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Import(t.Context(), office.ImportInput{Name: "luong-12.xlsx", Data: plantedBook(t, later), Month: 202612}); err != nil {
		t.Fatal(err)
	}
	s.clean("while it runs", look)
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	for _, h := range look.Bytes("stderr", []byte(s.said.String())) {
		t.Errorf("said to the console: %v", h)
	}
	t.Logf("%d planted values searched for", len(values))
}
