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

	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
	"ankhai/forms/m01bhsb"
	"ankhai/forms/services"
)

// ourRule is a rule of the program: its level, basis and how sure that is, and the
// first file in which it speaks.
type ourRule struct {
	level, basis, conf, file string
}

// ruleBook is every rule of the program by its public code.
type ruleBook map[string]*ourRule

// TestRuleTable writes docs/quy-tac.md: every rule that the domain asks for with the
// rules of the program that do it. It fails where one has none, where a code does not
// exist, and where no case makes it speak.
func TestRuleTable(t *testing.T) {
	book := allRules()
	book.findCases(t)
	wanted := wantedRules(t)
	for _, w := range wanted {
		if len(w.codes) == 0 {
			t.Errorf("%s has no rule", w.id)
		}
		for _, code := range w.codes {
			switch r := book[code]; {
			case r == nil:
				t.Errorf("%s names %s, which does not exist", w.id, code)
			case r.file == "":
				t.Errorf("%s names %s, which no case makes speak", w.id, code)
			}
		}
	}
	for n := 1; n <= 30; n++ {
		if id := fmt.Sprintf("V%02d", n); !slices.ContainsFunc(wanted, func(w wantedRule) bool { return w.id == id }) {
			t.Errorf("%s is not in the table", id)
		}
	}
	for _, q := range append(services.Rules(), Rules()...) {
		if book[q.Ma].file == "" {
			t.Errorf("no case makes %s speak", q.Ma)
		}
	}
	if t.Failed() {
		return
	}
	golden(t, "../../docs/quy-tac.md", rulePage(t, book, wanted))
	t.Logf("%d rules are asked for, by %d rules of the program of %d", len(wanted), countCodes(wanted), len(book))
}

func countCodes(wanted []wantedRule) int {
	seen := map[string]bool{}
	for _, w := range wanted {
		for _, c := range w.codes {
			seen[c] = true
		}
	}
	return len(seen)
}

// wantedRule is a rule that the domain asks for.
type wantedRule struct {
	id, say, conf, source string
	codes                 []string
}

func wantedRules(t *testing.T) (out []wantedRule) {
	data, err := os.ReadFile("testdata/quy-tac.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			t.Fatalf("%d cells: %s", len(f), line)
		}
		out = append(out, wantedRule{f[0], f[1], f[2], f[3], strings.Fields(f[4])})
	}
	return out
}

func allRules() ruleBook {
	book := ruleBook{}
	for _, f := range form.Forms() {
		for _, tab := range append([]*form.Table{f.Table, f.Head}, f.Subs...) {
			if tab == nil {
				continue
			}
			for _, c := range tab.Columns() {
				book[f.ID+"-"+c.Tag] = &ourRule{level: string(form.Loi), basis: f.Basis, conf: string(c.Conf)}
			}
			for _, r := range tab.Rules {
				book[f.ID+"-"+r.Code] = &ourRule{level: string(r.Level), basis: r.Basis, conf: string(r.Conf)}
			}
		}
	}
	for _, c := range m01bhsb.CanhBao() {
		if c.Xem != nil {
			book[m01bhsb.B166.ID+"-W"+strings.ReplaceAll(c.Ma, "/", "-")] = &ourRule{level: string(form.Nhac), basis: "Mã cảnh báo " + c.Ma + " của phần mềm xét duyệt", conf: "cao"}
		}
	}
	for _, q := range append(services.Rules(), Rules()...) {
		book[q.Ma] = &ourRule{level: q.Muc, basis: q.CanCu, conf: "theo nguồn"}
	}
	return book
}

var (
	saidLine  = regexp.MustCompile(`(?m)^(\S+-\S+) (Lỗi|Nhắc) `)
	caseFiles = []string{"../../forms/*/testdata/*.txtar", "testdata/loi/*.txtar", "../../forms/sheet/testdata/*.txt", "../../forms/sheet/testdata/form/*.txt"}
)

// findCases reads what the cases say, which the tests of their packages hold against
// the program.
func (b ruleBook) findCases(t *testing.T) {
	for _, pattern := range caseFiles {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no cases in %s: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range saidLine.FindAllStringSubmatch(string(data), -1) {
				if strings.HasPrefix(m[1], "XL-") && b[m[1]] == nil {
					b[m[1]] = &ourRule{level: m[2], basis: "Cách đọc sổ tính của AnKhai", conf: "thiết kế"}
				}
				if r := b[m[1]]; r != nil && r.file == "" {
					r.file = strings.TrimPrefix(filepath.ToSlash(filepath.Join("app/office", file)), "../../")
				}
			}
		}
	}
}

func rulePage(t *testing.T, book ruleBook, wanted []wantedRule) string {
	var b strings.Builder
	b.WriteString(`# Quy tắc kiểm tra

Trang này do bài kiểm tra TestRuleTable (app/office) viết ra và so lại. Mỗi quy tắc mà tài liệu nghiệp vụ đòi hỏi đứng cạnh các quy tắc
của AnKhai làm việc ấy: mã công khai (không đổi nghĩa), mức (Lỗi chặn gửi, Nhắc thì không), căn cứ, độ tin, và một tệp ví dụ làm cho quy
tắc lên tiếng. Quy tắc đầy đủ của từng mẫu ở forms/MẪU/testdata/spec.md, của hồ sơ ở forms/services/testdata/quy-tac.md.
`)
	for _, part := range []struct{ prefix, title string }{
		{"V", "V01–V30: quy tắc nghiệp vụ"}, {"C", "C01–C11: quy tắc phía phần mềm khai (định dạng tệp điện tử, mục 6)"},
	} {
		b.WriteString("\n## " + part.title + "\n")
		for _, w := range wanted {
			if !strings.HasPrefix(w.id, part.prefix) {
				continue
			}
			fmt.Fprintf(&b, "\n### %s. %s\n\nNguồn: %s. Độ tin của nguồn: %s.\n\n| Mã | Mức | Căn cứ | Độ tin | Tệp ví dụ |\n|---|---|---|---|---|\n", w.id, w.say, w.source, w.conf)
			for _, code := range w.codes {
				r := book[code]
				fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", code, r.level, r.basis, r.conf, r.file)
			}
		}
	}
	b.WriteString("\n## Quy tắc cần dữ liệu đang lưu (hồ sơ đã gửi, danh sách lao động, đơn vị)\n\n| Mã | Mức | Quy tắc | Căn cứ | Tệp ví dụ |\n|---|---|---|---|---|\n")
	for _, q := range Rules() {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", q.Ma, q.Muc, q.Say, q.CanCu, book[q.Ma].file)
	}
	b.WriteString("\n## E01–E50: lỗi thường gặp\n\n| Mã | Điều sai | Quy tắc lên tiếng | Tệp |\n|---|---|---|---|\n")
	for n := 1; n <= 50; n++ {
		errorLines(t, &b, fmt.Sprintf("E%02d", n))
	}
	return b.String()
}

// errorLines are the lines of one seeded error: its fixtures, or why it has none.
func errorLines(t *testing.T, b *strings.Builder, e string) {
	if reason := notData[e]; reason.in != nil {
		fmt.Fprintf(b, "| %s | %s | không có mẫu dữ liệu | %s |\n", e, reason.what, strings.Join(reason.in, ", "))
		return
	}
	files, err := filepath.Glob("testdata/loi/" + e + "*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		a, err := formtest.ReadArchive(file)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, m := range saidLine.FindAllStringSubmatch(a.Parts[len(a.Parts)-1].Text, -1) {
			if !slices.Contains(codes, m[1]) {
				codes = append(codes, m[1])
			}
		}
		if codes == nil {
			codes = []string{"lời báo không có mã"}
		}
		fmt.Fprintf(b, "| %s | %s | %s | app/office/%s |\n", e, strings.TrimSpace(a.Comment), strings.Join(codes, ", "), file)
	}
}

// golden compares with a file that a person reads, and rewrites it with -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	want, err := os.ReadFile(file)
	if err == nil && string(want) == got {
		return
	}
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s is not what the tables say (%v), see -update", file, err)
}
