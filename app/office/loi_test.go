package office

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/form/formtest"
)

// Each error that people were seen to make (E01 to E50) has a file in testdata/loi,
// or several, named after its number: what is wrong in words, what is put in, and
// in the part «thay» everything that the program says of it, word for word.
//
//	-- don-vi --                a fact of the employer's record: tag, tab, value
//	-- danh-ba.tsv --           people of the roster: columns of D02-LT; Từ tháng, and phương án for the state
//	-- da-gui 600 10/2026 --    a dossier sent before, with the parts of its forms below
//	-- ho-so 600 11/2026 --     the dossier at hand; a case may stand after the month
//	-- dau D02-LT --            cells of a head that are not the employer's: tag, tab, value
//	-- D02-LT.tsv --            rows of a form
//	-- TK1-TS/ThanhVien.tsv --  rows of a sub-table
//	-- giay --                  papers put to the dossier: name, kind, size
//	-- so luong.xlsx --         a workbook of a payroll, see bookOf
//	-- json --                  a form written as JSON
//	-- tep D02-TS-595.xml --    a declaration as a file; an encoding may stand after the name
//	-- thay --                  what the program says
//
// With -update the last part is written anew, for a person to read the difference.

// elsewhere is why an error has no fixture of data, and which tests and files try it.
type elsewhere struct {
	what string
	in   []string // a test «package TestName», or files
}

// notData are the errors that no fixture of data can show.
var notData = map[string]elsewhere{
	"E11": {"tệp .xls, tệp có mật khẩu, bảng 1.048.576 dòng trống: cả tệp bị từ chối hoặc bỏ qua", []string{"forms/sheet TestRefusals", "forms/sheet TestMillionBlankRows", "app/cli/testdata/bang-luong-bi-tu-choi.txtar"}},
	"E39": {"không thể xảy ra: ngày và tháng là số nguyên, không qua múi giờ; ô ngày có kèm giờ vẫn là ngày ấy", []string{"forms/law TestDayCalendar", "forms/law TestMonthArithmetic", "forms/sheet TestSerialDay", "forms/sheet/mau TestCatalogue"}},
	"E40": {"token, PIN, chứng thư, đồng hồ", []string{"signing/doctor TestEveryFinding", "app/cli/testdata/token-*.txtar", "app/office TestClockThatCannotBeRight"}},
	"E42": {"mất câu trả lời sau khi gửi", []string{"app/office TestTroublesAtEveryStep", "app/cli/testdata/gui-mat-cau-tra-loi.txtar"}},
	"E43": {"cổng lỗi 500, bảo trì", []string{"app/office TestTroublesAtEveryStep", "app/cli/testdata/cong-tra-loi-la.txtar"}},
	"E44": {"biên nhận không đến", []string{"app/cli/testdata/ho-so-nghi-van.txtar"}},
	"E45": {"khôi phục bản sao cũ rồi gửi lại", []string{"app/office TestRestoredAfterSendingIsRefusedWithProof", "app/cli/testdata/khoi-phuc-ban-sao-cu.txtar"}},
	"E47": {"mở nhầm đơn vị: khoá ký của mã số thuế khác bị từ chối; phần đầu của đơn vị khác thì chặn, xem E38", []string{"app/cli/testdata/khoa-khong-dung.txtar"}},
	"E48": {"giám đốc vắng, token ở người khác: ký sau, ký loạt, ký từ xa", []string{"app/cli/testdata/token-ky-loat.txtar", "app/office TestRemoteBatch"}},
	"E49": {"dồn ngày cuối: hộp gửi tự thử lại và ngắt mạch", []string{"app/office TestBreaker", "app/office TestPausesDoubleUpToTenMinutes"}},
	"E50": {"đổi phần mềm giữa năm: nhập bảng lương mọi mẫu, đọc tệp XML của phần mềm khác", []string{"forms/sheet TestCases", "forms/xmlfile TestFilesInUse"}},
}

// check asks that every test and file that is named is there.
func (e elsewhere) check(t *testing.T, number string) {
	t.Helper()
	for _, where := range e.in {
		dir, test, isTest := strings.Cut(where, " ")
		if files, _ := filepath.Glob("../../" + where); !isTest && len(files) == 0 {
			t.Errorf("%s: no file %s", number, where)
		}
		if isTest && !hasTest(dir, test) {
			t.Errorf("%s: no test %s", number, where)
		}
	}
}

func hasTest(dir, test string) bool {
	files, _ := filepath.Glob("../../" + dir + "/*_test.go")
	return slices.ContainsFunc(files, func(f string) bool {
		b, err := os.ReadFile(f)
		return err == nil && strings.Contains(string(b), "\nfunc "+test+"(")
	})
}

var errorNumber = regexp.MustCompile(`^E\d\d`)

func TestSeededErrors(t *testing.T) {
	files, err := filepath.Glob("testdata/loi/E*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	shown := map[string]bool{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		shown[errorNumber.FindString(name)] = true
		t.Run(name, func(t *testing.T) { runError(t, file) })
	}
	reasons := 0
	for n := 1; n <= 50; n++ {
		e := fmt.Sprintf("E%02d", n)
		switch reason := notData[e]; {
		case shown[e] && reason.in != nil:
			t.Errorf("%s has a fixture and a reason why it has none", e)
		case !shown[e] && reason.in == nil:
			t.Errorf("%s has neither a fixture nor a reason", e)
		case reason.in != nil:
			reason.check(t, e)
			reasons++
		}
	}
	t.Logf("%d errors of 50 have fixtures (%d files), %d are not of data", len(shown), len(files), reasons)
}

func runError(t *testing.T, file string) {
	a, err := formtest.ReadArchive(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(a.Comment) == "" {
		t.Error("the file does not say what is wrong")
	}
	d := newErrorDesk(t)
	for _, p := range a.Parts {
		d.part(p.Name, p.Text)
	}
	got := d.end()
	i := slices.IndexFunc(a.Parts, func(p formtest.Part) bool { return p.Name == "thay" })
	if i < 0 {
		a.Parts = append(a.Parts, formtest.Part{Name: "thay"})
		i = len(a.Parts) - 1
	}
	if a.Parts[i].Text == got {
		return
	}
	if f := flag.Lookup("update"); f == nil || f.Value.String() != "true" {
		t.Fatalf("got\n%s\nwant\n%s", got, a.Parts[i].Text)
	}
	a.Parts[i].Text = got
	if err := os.WriteFile(file, a.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
