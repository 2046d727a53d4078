package mau

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of what is sown anew")

// khongGieo is why an error of the catalogue is sown in no workbook, and the tests and
// files that try it instead.
var khongGieo = map[string]string{
	"E40": "ký số: token, PIN, chứng thư, đồng hồ; không nằm trong bảng tính. signing/doctor/*_test.go",
	"E41": "mã hoá chữ của tệp chữ và tệp XML; một bảng tính .xlsx luôn là UTF-8. forms/sheet/texttable_test.go app/office/testdata/loi/E41.txtar",
	"E42": "gửi: mất câu trả lời. app/cli/testdata/gui-mat-cau-tra-loi.txtar",
	"E43": "gửi: cổng lỗi 500, bảo trì. app/cli/testdata/cong-tra-loi-la.txtar",
	"E44": "gửi: biên nhận không đến. app/cli/testdata/ho-so-nghi-van.txtar",
	"E45": "khôi phục bản sao cũ rồi gửi lại. app/cli/testdata/khoi-phuc-ban-sao-cu.txtar",
	"E46": "giấy tờ kèm theo hồ sơ. app/office/testdata/loi/E46.txtar",
	"E47": "mở nhầm đơn vị là việc ở cửa sổ, không ở tệp; tệp của mã đơn vị khác là E38. app/cli/testdata/khoa-khong-dung.txtar",
	"E48": "giám đốc vắng, token ở người khác. app/cli/testdata/token-ky-loat.txtar",
	"E49": "dồn ngày cuối: hộp gửi. app/office/*_test.go",
	"E50": "đổi phần mềm giữa năm: bảng của từng phần mềm là L1, L2, L3, L4 và CONG-45 ở đây. forms/sheet/mau/dangts24.go",
}

// Every error of the catalogue is sown in the workbook of at least one layout, or has
// the reason why no workbook shows it. What is sown stays within what is met with, 0.5
// to 3 % of the rows, and what reading cannot find names who does, where the rule
// speaks of it.
func TestCatalogue(t *testing.T) {
	count := map[string]map[string]int{}
	var lines []string
	for _, layout := range Cac {
		if n := len(Sach(layout, people).Hat); n != 0 {
			t.Errorf("%s: %d errors in the clean workbook", layout, n)
		}
		for _, bo := range CacBan(layout, people) {
			touched, faults := 0, 0
			for _, h := range bo.Hat {
				if count[h.Ma] == nil {
					count[h.Ma] = map[string]int{}
				}
				count[h.Ma][layout]++
				touched += h.Nguoi
				faults += len(h.Loi)
				checkLater(t, h)
				lines = append(lines, hatLine(bo, h))
			}
			if faults != len(bo.Loi) {
				t.Errorf("%s: %d faults, %d of them sown", bo.Ten, len(bo.Loi), faults)
			}
			if rows := max(len(bo.Nguoi), len(bo.Bang), len(bo.Muc)); touched*1000 > 30*rows || touched*1000 < 5*rows && len(bo.Muc) == 0 {
				t.Errorf("%s: errors in %d of %d rows", bo.Ten, touched, rows)
			}
		}
	}
	golden(t, "testdata/gieo.txt", bangGieo(t, count)+"\n"+strings.Join(lines, "\n")+"\n")
}

func hatLine(bo *Bo, h Hat) string {
	s := fmt.Sprintf("%s\t%s\t%s!%s\t%s", bo.Ten, h.Ma, h.Sheet, h.O, h.Cach)
	var codes []string
	for _, l := range h.Loi {
		codes = append(codes, l.Ma)
	}
	slices.Sort(codes)
	if codes = slices.Compact(codes); len(codes) > 0 {
		s += "\t→ " + strings.Join(codes, ", ")
	}
	if h.Sau != "" {
		s += "\t⇢ " + h.Sau
	}
	return s
}

// bangGieo is the table of errors by layouts.
func bangGieo(t *testing.T, count map[string]map[string]int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-4s", "")
	for _, l := range Cac {
		fmt.Fprintf(&b, "%8s", l)
	}
	b.WriteString("\n")
	for n := 1; n <= 50; n++ {
		e := fmt.Sprintf("E%02d", n)
		reason, none := khongGieo[e]
		switch sown := count[e]; {
		case none && sown != nil:
			t.Errorf("%s is sown and has a reason why it is not", e)
		case !none && sown == nil:
			t.Errorf("%s is neither sown nor has a reason", e)
		case none:
			words := strings.Fields(reason)
			for _, w := range words {
				if files, _ := filepath.Glob("../../../" + w); strings.Contains(w, "/") && len(files) == 0 {
					t.Errorf("%s: no file %s", e, w)
				}
			}
			fmt.Fprintf(&b, "%-4s    %s\n", e, reason)
			continue
		}
		fmt.Fprintf(&b, "%-4s", e)
		for _, l := range Cac {
			if k := count[e][l]; k > 0 {
				fmt.Fprintf(&b, "%8d", k)
			} else {
				fmt.Fprintf(&b, "%8s", "·")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// checkLater asks that the file says what an error is said to be found by later.
func checkLater(t *testing.T, h Hat) {
	t.Helper()
	if h.Sau == "" {
		return
	}
	i := strings.LastIndex(h.Sau, " ")
	data, err := os.ReadFile("../../../" + h.Sau[i+1:])
	if err != nil || !strings.Contains(string(data), h.Sau[:i]) {
		t.Errorf("%s %s: %q is not in %s (%v)", h.Ma, h.Cach, h.Sau[:i], h.Sau[i+1:], err)
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what is sown now; look at the difference and run with -update", path)
	}
	t.Log("\n" + got[:strings.Index(got, "\n\n")])
}
