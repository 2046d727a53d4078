package ui

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/app/cli"
)

// menuInConsole is how the console does what only the menu offers.
var menuInConsole = map[string]string{
	"Xuất Excel hồ sơ đang mở":        "export --xlsx",
	"Xuất mẫu Excel của cơ quan BHXH": "export --official",
	"Nhập Excel vào hồ sơ đang mở":    "fill",
	"Tìm mọi thứ":                     "find",
	"Ký duyệt hồ sơ đang mở":          "roles trail",
	"Giao hồ sơ đi ký":                "handover give",
	"Hồ sơ đang giao đi ký":           "handover list",
	"Mở tệp giao ký":                  "handover open",
	"Người làm trên máy này":          "roles",
	"Về màn hình này  F1":             "help",
	"Tra mã, lời báo":                 "help",
	"Một tháng làm BHXH":              "guide month",
	"Tập nộp hồ sơ đầu tiên":          "guide practice",
}

// withoutConsole is what has no meaning there, by how its title begins, and why.
var withoutConsole = map[string]string{
	"Cài đặt":                   "the settings as a whole; each of them has its command",
	"Tháng trước":               "every command of a month takes --month",
	"Tháng sau":                 "every command of a month takes --month",
	"Giao diện":                 "how the window looks",
	"Gõ tiếng Việt":             "fields of the window",
	"Đổi kiểu gõ tiếng Việt":    "fields of the window",
	"Ngôn ngữ: ":                "the window's language",
	"Tiếng Việt":                "the window's language",
	"English":                   "the window's language",
	"Cả hai thứ tiếng":          "the window's language",
	"Nền":                       "the window's colours",
	"Tương phản cao":            "the window's colours",
	"Theo hệ thống":             "the window's colours",
	"Khoá màn hình":             "a command leaves nothing open",
	"Tự khoá khi không ai dùng": "a command leaves nothing open",
	"Phím tắt":                  "keys of the window",
	"Thoát":                     "a command ends by itself",
}

// Whatever the search and the menu offer is a command as well, or has its reason above;
// a line that nothing offers any more fails too.
func TestEveryActionIsACommand(t *testing.T) {
	s, _ := open(t, newFake(), 1)
	offered := map[string]bool{}
	for _, d := range s.deeds() {
		offered[d.Title] = true
		if d.Command != inConsole[d.Title] {
			t.Errorf("«%s» is said to be bhxh %s, want %s", d.Title, d.Command, inConsole[d.Title])
		}
	}
	for _, m := range s.menu().Items {
		for _, it := range m.Items {
			if !it.IsSeparator {
				offered[strings.TrimSuffix(it.Label, "…")] = true
			}
		}
	}
	var used []string
	for title := range offered {
		line, command := title, inConsole[title]
		if command == "" {
			command = menuInConsole[title]
		}
		if command == "" {
			line = startOf(title)
		}
		used = append(used, line)
		switch {
		case line == "":
			t.Errorf("«%s» names no command: say in inConsole how the console does it, in withoutConsole why it has no meaning there", title)
		case command != "":
			checkCommand(t, title, command)
		}
	}
	for _, lines := range []map[string]string{inConsole, menuInConsole, withoutConsole} {
		for line := range lines {
			if !slices.Contains(used, line) {
				t.Errorf("«%s» is offered no more, or has its command elsewhere: drop the line", line)
			}
		}
	}
}

// startOf is the line of withoutConsole with which a title begins.
func startOf(title string) string {
	for start := range withoutConsole {
		if strings.HasPrefix(title, start) {
			return start
		}
	}
	return ""
}

// checkCommand asks the console for the help of a command, whose usage must have every
// word of it.
func checkCommand(t *testing.T, title, command string) {
	t.Helper()
	words := strings.Fields(command)
	var out bytes.Buffer
	exit := cli.Main(context.Background(), cli.World{Args: []string{words[0], "--help"}, In: strings.NewReader(""), Out: &out, Err: &out,
		Getenv: func(string) string { return "" }, Now: time.Now})
	_, use, _ := strings.Cut(out.String(), "Cách dùng: bhxh ")
	use, _, _ = strings.Cut(use, "\n\n")
	for _, w := range words[1:] {
		if exit != cli.Done || !slices.Contains(strings.FieldsFunc(use, func(r rune) bool { return strings.ContainsRune(" |[]()…", r) }), w) {
			t.Errorf("«%s» is said to be bhxh %s, which is no command: %s", title, command, out.String())
		}
	}
	if exit != cli.Done {
		t.Errorf("«%s» is said to be bhxh %s, which is no command", title, command)
	}
}
