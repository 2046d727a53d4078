package storage

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ankhai/storage/openpack"
)

// repacked writes the list of an export anew, as somebody would who wants what they
// changed to be taken in.
func repacked(t testing.TB, dir string) {
	t.Helper()
	at := filepath.Join(dir, "danh-sach-tep.json")
	data, err := os.ReadFile(at)
	must(t, err)
	var c openpack.Contents
	must(t, json.Unmarshal(data, &c))
	c.Files = nil
	for name, text := range openFiles(t, dir) {
		if name != "danh-sach-tep.json" {
			c.Files = append(c.Files, openpack.File{Name: name, Size: int64(len(text)), SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(text)))})
		}
		if table, ok := strings.CutPrefix(name, "du-lieu/"); ok {
			c.Rows[strings.TrimSuffix(table, ".json")] = strings.Count(text, "\n{")
		}
	}
	slices.SortFunc(c.Files, func(a, b openpack.File) int { return strings.Compare(a.Name, b.Name) })
	data, err = json.Marshal(c)
	must(t, err)
	must(t, os.WriteFile(at, data, 0o600))
}

// edit changes the first place of a text in a file of an export.
func edit(t testing.TB, dir, name, old, new string) {
	t.Helper()
	at := filepath.Join(dir, filepath.FromSlash(name))
	data, err := os.ReadFile(at)
	must(t, err)
	if !strings.Contains(string(data), old) {
		t.Fatalf("no %q in %s", old, name)
	}
	must(t, os.WriteFile(at, []byte(strings.Replace(string(data), old, new, 1)), 0o600))
}

// copied copies an export.
func copied(t testing.TB, from string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "mo")
	must(t, os.CopyFS(to, os.DirFS(from)))
	return to
}

// Whatever is wrong is told with its place, and nothing is written.
func TestOpenExportThatWasChangedIsRefused(t *testing.T) {
	whole := opened(t, settled(t))
	const people, sent, rows = "du-lieu/nguoi-lao-dong.json", "du-lieu/goi-nop.json", "du-lieu/dong-to-khai.json"
	for _, c := range []struct {
		what            string
		file, old, new  string
		say             string
		onlyOne, listed bool // nothing else is told; the list was left as it was
	}{
		{"a changed byte", people, `"quocTich":"VN"`, `"quocTich":"XN"`, people + ": đã bị sửa hoặc hỏng", true, true},
		{"an unknown column", people, `{"ma":"NLD000002"`, `{"maLa":1,"ma":"NLD000002"`, people + `, dòng 2: có mục lạ "maLa"`, true, false},
		{"a column twice", people, `{"ma":"NLD000002"`, `{"ma":"NLD000002","ma":"NLD000002"`, people + `, dòng 2: mục «ma» có hai lần`, true, false},
		{"a column that is missing", people, `"maNV":"NV00000",`, ``, people + `, dòng 1: thiếu mục «maNV» (Mã nhân viên)`, true, false},
		{"a name that is none", people, `"ma":"NLD000003"`, `"ma":"../../x"`, people + `, dòng 3: Mã: phải là mã do chương trình cấp`, false, false},
		{"a number that would use all up", people, `"ma":"NLD000003"`, `"ma":"NLD9223372036854775807"`, people + `, dòng 3: Mã: phải là mã do chương trình cấp`, false, false},
		{"one name twice", people, `"ma":"NLD000003"`, `"ma":"NLD000001"`, people + `, dòng 3: trùng với một dòng trước`, false, false},
		{"a day that is none", people, `"ngaySinh":"19`, `"ngaySinh":"x9`, `Ngày sinh: phải là ngày dạng 1995-08-15, 1995-08 hoặc 1995, hoặc rỗng`, true, false},
		{"a broken reference", "du-lieu/qua-trinh.json", `"nguoi":"NLD000001"`, `"nguoi":"NLD000999"`, `du-lieu/qua-trinh.json, dòng 1: Người lao động: không có dòng nào mang mã này`, true, false},
		{"a parent that is not there", "du-lieu/ho-so.json", `"hoSoGoc":null`, `"hoSoGoc":"HS000999"`, `du-lieu/ho-so.json, dòng 1: Lập từ hồ sơ: không có hồ sơ HS000999`, true, false},
		{"a row of no payroll", "du-lieu/dong-bang-luong.json", `"thang":"2026-11"`, `"thang":"2026-10"`, `dòng 1: Tháng: không có bảng lương của tháng này`, true, false},
		{"no JSON", rows, `"thuTu":`, `thuTu:`, rows + `, dòng 1: không đọc được: không phải các dòng JSON`, false, false},
		{"rows that the program cannot read", rows, `"dong":{"HoTen"`, `"dong":[],"dongLa":{"HoTen"`, `dòng 1: có mục lạ "dongLa"`, true, false},
		{"cells of a wrong kind", rows, `"NgaySinh":"1990-05"`, `"NgaySinh":{"a":[]}`, rows + `: tờ khai của hồ sơ HS000001: có dòng mà chương trình không đọc được`, true, false},
		{"an answer in no list", "du-lieu/giay-to-tra-loi.json", `"luu"`, `"quenMat"`, `du-lieu/giay-to-tra-loi.json, dòng 1: có giá trị ngoài mức cho phép`, true, false},
		{"a state that is none", sent, `"trangThai":"daGui"`, `"trangThai":"xong"`, sent + `, dòng 1: Trạng thái: phải là một trong: nhap`, true, false},
		{"sent made a draft", sent, `"trangThai":"daGui"`, `"trangThai":"nhap"`, sent + `, dòng 1: Trạng thái: gói đã ký không thể là nháp`, true, false},
		{"sent made signed only", sent, `"trangThai":"daGui"`, `"trangThai":"daKy"`, sent + `: gói nộp GN000001 là «Đã ký» nhưng hồ sơ HS000002 là «Đã gửi»`, true, false},
		{"a file less", sent, `"soTep":2`, `"soTep":3`, sent + `: gói nộp GN000001 ghi 3 tệp đã ký, tep-da-ky.json có 2`, true, false},
		{"signed bytes", "tep/goi-nop/GN000001/goi-da-ky.xml", `Hoso`, `Hosơ`, `du-lieu/goi-da-ky.json, dòng 1: Tệp: cỡ hoặc SHA-256 của tep/goi-nop/GN000001/goi-da-ky.xml khác với danh sách tệp`, true, false},
		{"a history told otherwise", "du-lieu/su-kien.json", `"den":"choGui"`, `"den":"dangGui"`, `du-lieu/su-kien.json, dòng 2: Chuỗi kiểm tra`, true, false},
		{"a file of somebody else", "du-lieu/goi-da-ky.json", `"tep":"tep/goi-nop/GN000001/goi-da-ky.xml"`, `"tep":"/etc/passwd"`, `Tệp: không có tệp "/etc/passwd" trong danh sách`, false, false},
		{"another employer", "du-lieu/don-vi.json", `"maSoThue":"0100109106"`, `"maSoThue":"0300588569"`, `du-lieu/don-vi.json, dòng 1: mã số thuế khác với danh sách tệp`, true, false},
		{"a setting of the program", "du-lieu/thiet-lap.json", `"khoa":"cong"`, `"khoa":"remote-accounts"`, `Thiết lập: không nhận mục "remote-accounts"`, true, false},
		{"an account of a gateway", "du-lieu/thiet-lap.json", `"khoa":"cong"`, `"khoa":"cong-tk"`, `Thiết lập: không nhận mục "cong-tk"`, true, false},
		{"a join with a column less", "du-lieu/gop-nguoi.json", `"now":["NLD000002",`, `"now":[`, `du-lieu/gop-nguoi.json, dòng 1: Trước khi gộp: không phải hai bản ghi trước khi gộp`, true, false},
		{"a person kept apart from themselves", "du-lieu/khac-nguoi.json", `"nguoiKhac":"NLD000004"`, `"nguoiKhac":"NLD000003"`, `du-lieu/khac-nguoi.json, dòng 1: Người lao động kia: phải đứng sau`, true, false},
		{"a decision of no number", "du-lieu/quyet-dinh-cua-ai.json", `"quyetDinh":1`, `"quyetDinh":7`, `du-lieu/quyet-dinh-cua-ai.json, dòng 1: Quyết định số: không có dòng nào mang mã này`, true, false},
		{"a file that came back about a draft", "du-lieu/tep-tra-ve.json", `"hoSo":"HS000007"`, `"hoSo":"HS000001"`, `du-lieu/tep-tra-ve.json, dòng 1: Hồ sơ: chưa ký`, true, false},
		{"another file that came back", "du-lieu/tep-tra-ve.json", `"cach":"tep","sha256":"`, `"cach":"tep","sha256":"00`, `SHA-256: phải là`, true, false},
		{"a setting of a stranger", "du-lieu/thiet-lap.json", `"cua":"0100109106"`, `"cua":"0300588569"`, `Của: không có "0300588569" trong bản xuất`, true, false},
	} {
		t.Run(c.what, func(t *testing.T) {
			dir := copied(t, whole)
			edit(t, dir, c.file, c.old, c.new)
			if !c.listed {
				repacked(t, dir)
			}
			refusedAs(t, dir, c.say, c.onlyOne)
		})
	}
}

// refusedAs takes an export in, which must be refused with these words.
func refusedAs(t *testing.T, path, say string, onlyOne bool) {
	t.Helper()
	b := start(t)
	_, err := b.w.Exec(`UPDATE employers SET mst = ?`, mst2)
	must(t, err)
	before := rowsEverywhere(t, b)
	_, err = take(t, b, path, OpenTake{})
	said := Say(err)
	if !strings.Contains(said, say) {
		t.Errorf("got %v\n%s\nwant %s", err, said, say)
	}
	if lines := strings.Count(said, "\n"); onlyOne && lines != 1 {
		t.Errorf("one thing is wrong, %d are told:\n%s", lines, said)
	}
	want(t, "nothing is written", rowsEverywhere(t, b), before)
	want(t, "no paper is left", len(glob(t, filepath.Join(filepath.Dir(b.Path()), SealedDir, "??", "*"))), 0)
	want(t, "left over", len(glob(t, filepath.Join(filepath.Dir(b.Path()), TempFiles))), 0)
}

// All faults are told at once.
func TestOpenExportTellsAllFaultsAtOnce(t *testing.T) {
	dir := opened(t, settled(t))
	edit(t, dir, "du-lieu/nguoi-lao-dong.json", `"ma":"NLD000002"`, `"ma":"NLD"`)
	edit(t, dir, "du-lieu/qua-trinh.json", `"mucLuong":`, `"mucLuong":1e9,"x":`)
	edit(t, dir, "du-lieu/c12.json", `"mau":"366"`, `"mau":""`)
	must(t, os.Remove(filepath.Join(dir, "tep", "c12", "2026-10-c12.pdf")))
	must(t, os.WriteFile(filepath.Join(dir, "tep", "la.pdf"), nil, 0o600))
	repacked(t, dir)
	must(t, os.Remove(filepath.Join(dir, "du-lieu", "su-kien.json")))
	edit(t, dir, "bang/don-vi.csv", "Công ty", "Cty")
	_, err := take(t, empty(t), dir, OpenTake{})
	said := Say(err)
	for _, part := range []string{"du-lieu/su-kien.json: bị thiếu", "du-lieu/nguoi-lao-dong.json, dòng 2: Mã", "du-lieu/qua-trinh.json, dòng 1: Mức lương: phải là số nguyên",
		`du-lieu/qua-trinh.json, dòng 1: có mục lạ "x"`, `du-lieu/c12.json, dòng 1: Tệp gốc: không có tệp "tep/c12/2026-10-c12.pdf"`} {
		if !strings.Contains(said, part) {
			t.Errorf("not told: %s", part)
		}
	}
	if strings.Contains(said, "bang/don-vi.csv") {
		t.Error("what is not read back was told as wrong")
	}
	if t.Failed() {
		t.Log(said)
	}
}

// What a person saved from Excel is told, and the rest is taken in.
func TestOpenExportWithASheetThatWasSaved(t *testing.T) {
	dir := opened(t, settled(t))
	edit(t, dir, "bang/don-vi.csv", "Công ty", "Cty")
	must(t, os.Remove(filepath.Join(dir, "README.txt")))
	got, err := take(t, empty(t), dir, OpenTake{})
	must(t, err)
	want(t, "notes", len(got.Notes), 2)
	if !strings.Contains(got.Notes[1].String(), "bang/don-vi.csv: đã bị sửa. Chỉ các tệp") {
		t.Errorf("notes: %v", got.Notes)
	}
}

func TestOpenExportOfALaterVersionIsRefused(t *testing.T) {
	dir := opened(t, settled(t))
	edit(t, dir, "danh-sach-tep.json", `"phienBan": 1`, `"phienBan": 99`)
	refusedAs(t, dir, "danh-sach-tep.json: là phiên bản 99, chương trình này đọc đến phiên bản 1. Cập nhật AnKhai", true)
	must(t, os.Remove(filepath.Join(dir, "danh-sach-tep.json")))
	refusedAs(t, dir, "đây không phải bản xuất mở của AnKhai", false)
}

// A key of another employer's dossier may not come in under a new name.
func TestOpenExportWithAKeyOfAnotherEmployerIsRefused(t *testing.T) {
	s := settled(t)
	dir := opened(t, s)
	b := empty(t)
	_, err := take(t, b, dir, OpenTake{})
	must(t, err)
	other := copied(t, dir)
	for _, f := range []string{"danh-sach-tep.json", "du-lieu/don-vi.json", "du-lieu/thiet-lap.json"} {
		at := filepath.Join(other, filepath.FromSlash(f))
		data, err := os.ReadFile(at)
		must(t, err)
		must(t, os.WriteFile(at, []byte(strings.ReplaceAll(string(data), mst, mst2)), 0o600))
	}
	repacked(t, other)
	before := rowsEverywhere(t, b)
	_, err = take(t, b, other, OpenTake{})
	if !strings.Contains(Say(err), "mã gửi của GN000001 là của một hồ sơ thuộc đơn vị khác ở đây") {
		t.Errorf("got %v %s", err, Say(err))
	}
	want(t, "nothing is written", rowsEverywhere(t, b), before)
}
