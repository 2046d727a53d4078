package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
)

// command is one word after bhxh.
type command struct {
	name  string
	use   string // "import TỆP.xlsx --month 2026-11 [--employer MST]"
	short string // one line for the overview
	long  string // what it does, what it needs, an example
	group string
	run   func(*call) error
}

// The groups of the overview, in order.
const (
	groupMonth   = "Việc của tháng"
	groupFile    = "Hồ sơ"
	groupSign    = "Ký số và gửi"
	groupLook    = "Tra cứu"
	groupMachine = "Máy và dữ liệu"
)

var groups = []string{groupMonth, groupFile, groupSign, groupLook, groupMachine}

// commands lists them in the order of a month's work. It is filled by init so
// that a command's help may name the others.
var commands []*command

func register(cs ...*command) { commands = append(commands, cs...) }

func find(name string) *command {
	for _, c := range commands {
		if c.name == name {
			return c
		}
	}
	return nil
}

func (c *call) overview(w io.Writer) {
	fmt.Fprint(w, `bhxh – kê khai bảo hiểm xã hội điện tử trên dòng lệnh (AnKhai)

Cách dùng: bhxh [--data THƯ_MỤC] [--json] LỆNH [đối số]
`)
	for _, g := range groups {
		fmt.Fprintf(w, "\n%s\n", g)
		for _, k := range commands {
			if k.group == g {
				fmt.Fprintf(w, "  %-10s %s\n", k.name, k.short)
			}
		}
	}
	fmt.Fprint(w, `
Tuỳ chọn chung, đứng trước hoặc sau tên lệnh
  --data THƯ_MỤC   nơi để dữ liệu (mặc định: thư mục dữ liệu của người dùng, chung với cửa sổ)
  --passphrase-file TỆP, --passphrase-env BIẾN   mật khẩu dữ liệu, khi kho khoá của máy không mở được
  --recovery-file TỆP   khoá khôi phục gõ vào dòng đầu của tệp, khi quên mật khẩu
  --json           in một đối tượng JSON ra đầu ra chuẩn
  --help           cách dùng của lệnh, ví dụ: bhxh import --help

Mã thoát: 0 xong · 1 dữ liệu có lỗi, đã liệt kê · 2 gọi sai cách · 3 bị khoá, cổng hoặc tệp từ chối, có nói lý do
Bắt đầu nhanh: bhxh demo
`)
}

func (c *call) help(w io.Writer) {
	fmt.Fprintf(w, "bhxh %s – %s\n\nCách dùng: bhxh %s\n", c.cmd.name, c.cmd.short, c.cmd.use)
	if c.cmd.long != "" {
		fmt.Fprintf(w, "\n%s\n", strings.TrimSpace(c.cmd.long))
	}
}

// flags parses the options of a command, wherever they stand among its
// arguments, and leaves the arguments in c.args. min and max bound their number.
func (c *call) flags(min, max int, define func(*flag.FlagSet)) error {
	fs := flag.NewFlagSet(c.cmd.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	if define != nil {
		define(fs)
	}
	var plain []string
	for rest := c.args; ; {
		if err := fs.Parse(rest); err != nil {
			return wrong("%s", sayFlag(err))
		}
		rest = fs.Args()
		if len(rest) == 0 {
			break
		}
		plain, rest = append(plain, rest[0]), rest[1:]
	}
	if len(plain) < min {
		return wrong("lệnh %s thiếu đối số", c.cmd.name)
	}
	if max >= 0 && len(plain) > max {
		return wrong("lệnh %s thừa đối số %q", c.cmd.name, plain[max])
	}
	c.args = plain
	return nil
}

// sayFlag puts the flag package's English into words of ours.
func sayFlag(err error) string {
	s := err.Error()
	if name, ok := strings.CutPrefix(s, "flag provided but not defined: "); ok {
		return "không có tuỳ chọn -" + name
	}
	if name, ok := strings.CutPrefix(s, "flag needs an argument: "); ok {
		return "tuỳ chọn -" + name + " cần một giá trị"
	}
	if strings.HasPrefix(s, "invalid value") {
		value, rest, _ := strings.Cut(strings.TrimPrefix(s, "invalid value "), " for flag ")
		name, _, _ := strings.Cut(rest, ":")
		return "tuỳ chọn -" + name + " không nhận giá trị " + value
	}
	return "cách viết tuỳ chọn không đúng: --tên giá-trị, hoặc --tên=giá-trị"
}

// on parses n plain arguments and opens the office.
func (c *call) on(n int) (*office.Office, error) {
	if err := c.flags(n, n, nil); err != nil {
		return nil, err
	}
	return c.office()
}
