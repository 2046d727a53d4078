package wordbook

import (
	"regexp"
	"strings"
)

// ways are where the window does what a command of the console does, by the command's
// first words: the words on the window that a person follows, each as the book has it.
// A command that is longer stands where its beginning does.
var ways = map[string][]string{
	"…":                 {"Ký duyệt", "Người làm trên máy này…"}, // any command with --as
	"about":             {"Cài đặt", "Giới thiệu"},
	"backup":            {"Cài đặt", "Sao lưu"},
	"backup list":       {"Cài đặt", "Sao lưu", "Khôi phục…"},
	"backup place":      {"Cài đặt", "Sao lưu", "Nơi sao lưu thứ hai"},
	"backup restore":    {"Cài đặt", "Sao lưu", "Khôi phục…"},
	"backup salvage":    {"Cứu dữ liệu"},
	"board":             {"Các đơn vị"},
	"c12":               {"Đối chiếu C12"},
	"check":             {"Hồ sơ", "Kiểm tra"},
	"codes":             {"F4"},
	"communes":          {"Người lao động"},
	"compare":           {"Bảng lương"},
	"deadlines":         {"Thủ tục", "Tính hạn"},
	"diff":              {"Hồ sơ", "So với bản trước"},
	"doctor":            {"Trợ giúp", "Khám máy…"},
	"drafts":            {"Tệp", "Nội dung nhập dở…"},
	"employer import":   {"Tệp", "Nhận đơn vị từ tệp…"},
	"export":            {"Hồ sơ", "Lưu tệp đã ký"},
	"export --xlsx":     {"Tệp", "Xuất Excel hồ sơ đang mở…"},
	"forms":             {"Thủ tục"},
	"forms of":          {"Hồ sơ"},
	"forms show":        {"Hồ sơ"},
	"forms spec":        {"Hồ sơ"},
	"forms template":    {"Thủ tục", "Lấy mẫu Excel trống"},
	"gateway":           {"Cài đặt", "Cổng và tài khoản"},
	"handover":          {"Ký duyệt", "Hồ sơ đang giao đi ký…"},
	"help":              {"Trợ giúp"},
	"import":            {"Bảng lương"},
	"inbox":             {"Hộp gửi–nhận"},
	"init":              {"Cài đặt", "Đơn vị"},
	"keys":              {"Tệp", "Khoá dữ liệu…"},
	"law benefit":       {"Công cụ tính"},
	"law get":           {"Cài đặt", "Số liệu luật"},
	"law list":          {"Cài đặt", "Số liệu luật"},
	"law settings":      {"Công cụ tính", "Điểm luật để ngỏ"},
	"law waiting":       {"Công cụ tính"},
	"list":              {"Hồ sơ"},
	"outbox":            {"Hộp gửi–nhận"},
	"outbox received":   {"Hồ sơ", "Nhập biên nhận"},
	"papers":            {"Hồ sơ"},
	"payroll":           {"Bảng lương"},
	"people":            {"Người lao động"},
	"people duplicates": {"Người lao động", "Tìm bản ghi trùng trong danh sách"},
	"people merge":      {"Người lao động", "Tìm bản ghi trùng trong danh sách"},
	"people merges":     {"Bảng lương"},
	"person due":        {"Cài đặt", "Dữ liệu cá nhân"},
	"person":            {"Người lao động"},
	"print":             {"Xem bản in"},
	"reasons":           {"Hồ sơ"},
	"redo":              {"Hồ sơ", "Sửa và nộp lại"},
	"remote":            {"Chữ ký số"},
	"retention":         {"Cài đặt", "Dữ liệu cá nhân"},
	"roles":             {"Ký duyệt", "Người làm trên máy này…"},
	"roles approve":     {"Ký duyệt", "Ký duyệt hồ sơ đang mở…"},
	"roles submit":      {"Ký duyệt", "Ký duyệt hồ sơ đang mở…"},
	"rules local":       {"Hồ sơ"},
	"services":          {"Thủ tục"},
	"show":              {"Hồ sơ"},
	"sign":              {"Hồ sơ", "Ký"},
	"start sample":      {"Tổng quan", "Mở công ty mẫu"},
	"status":            {"Hồ sơ", "Hỏi tiến độ"},
	"tokens":            {"Chữ ký số"},
	"trust":             {"Chữ ký số"},
}

// console is the program whose commands the office names as a remedy.
const console = "bhxh"

// asked are the questions of the window that an option of a command answers.
var asked = map[string]string{
	"client-id": "Mã đối tác", "secret-file": "Mật khẩu đối tác", "user": "Tên người dùng", "password-file": "Mật khẩu người dùng", "url": "Địa chỉ",
}

// here says a sentence of the office for whoever sits at the window. In words that speak
// of the command line itself commands stay. en is whether the sentence is English.
func here(s string, en bool) string {
	if strings.Contains(s, console+" ") {
		s = places(s, en)
	}
	if !strings.Contains(s, "--") {
		return s
	}
	s = aside.ReplaceAllString(s, "")
	return option.ReplaceAllStringFunc(s, func(o string) string {
		question, ok := asked[o[len("--"):]]
		switch {
		case !ok:
			return o
		case en:
			question = english(question)
		}
		return "«" + question + "»"
	})
}

var (
	option = regexp.MustCompile(`--[a-z]+(-[a-z]+)*`)
	aside  = regexp.MustCompile(` \((bỏ |without )?--[a-z]+(-[a-z]+)*([ ,][^()]*)?\)`)
)

// places puts for each command the place where the window does the same; one that is
// only another way to what was said before is left out.
func places(s string, en bool) string {
	var out strings.Builder
	before := "" // the place that was said last
	for {
		i := command(s)
		if i < 0 {
			out.WriteString(s)
			return out.String()
		}
		said, rest := s[:i], s[i:]
		name, after := span(rest)
		place := placeOf(name, en)
		if place == "" || onTheConsole.MatchString(said) {
			n := len(rest) - len(after)
			out.WriteString(said + rest[:n])
			s = after
			continue
		}
		if m := otherWay.FindStringIndex(said); m != nil {
			said, place = said[:m[0]], ""
		} else if m := nextStep.FindStringIndex(said); m != nil && place == before {
			said, place = said[:m[0]], ""
		}
		if place != "" {
			before, said = place, toWhere(said)
		}
		out.WriteString(said + place)
		s = after
	}
}

var (
	onTheConsole = regexp.MustCompile(`(?i)(dòng lệnh|console|command line): ?$`)
	otherWay     = regexp.MustCompile(`,? (hoặc( bằng:?)?|or( with:?)?) $`)
	nextStep     = regexp.MustCompile(`, (rồi|then) $`)
)

// A command is a means, a place is not: what led to the one is put into what leads to
// the other.
var leads = []struct {
	to    *regexp.Regexp
	there string
}{
	{regexp.MustCompile(`\bbằng:? $`), "ở "},
	{regexp.MustCompile(`\b(with|by):? $`), "at "},
	{regexp.MustCompile(`Chạy: $`), "Làm ở "},
	{regexp.MustCompile(`Run: $`), "Do it at "},
}

func toWhere(said string) string {
	for _, l := range leads {
		said = l.to.ReplaceAllString(said, l.there)
	}
	return said
}

// command is where the next command begins, -1 if there is none.
func command(s string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], console+" ")
		if i < 0 {
			return -1
		}
		if i += from; i == 0 || !word(s[i-1]) {
			return i
		}
		from = i + 1
	}
}

func word(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80 }

// span reads a command off the front of a sentence: its name, which an option that
// stands in ways is part of, and what comes after it with all its arguments.
func span(s string) (name []string, after string) {
	s = s[len(console):]
	value := false // of an option
	for strings.HasPrefix(s, " ") {
		tok, _, _ := strings.Cut(s[1:], " ")
		arg := strings.TrimRight(tok, ".,;:)")
		switch option := strings.HasPrefix(arg, "--"); {
		case option && ways[strings.Join(append(name[:len(name):len(name)], arg), " ")] != nil:
			name = append(name, arg)
		case option:
			value = true
		case value:
			value = false
		case plain.MatchString(arg) || arg == "…" && name == nil:
			name = append(name, arg)
		case !blank.MatchString(arg):
			return name, s
		}
		if s = s[1+len(arg):]; arg != tok {
			break // a comma or a stop ends the command
		}
	}
	return name, s
}

var (
	plain = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)                                      // a word of a command's name
	blank = regexp.MustCompile(`^(…|%s(\.[a-z]+)?|[\p{Lu}\d_-]+(\.[a-z]+)?|https?:.*)$`) // what a person fills in
)

// placeOf is the place of a command, "" if none is known.
func placeOf(name []string, en bool) string {
	for n := len(name); n > 0; n-- {
		steps := ways[strings.Join(name[:n], " ")]
		if steps == nil {
			continue
		}
		said := make([]string, len(steps))
		for i, step := range steps {
			if en {
				step = english(step)
			}
			said[i] = strings.TrimSuffix(step, "…")
		}
		return "«" + strings.Join(said, " → ") + "»"
	}
	return ""
}
