package cli

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/storage"
)

func init() {
	register(&command{name: "employer", group: groupMachine, short: "các đơn vị, đổi đơn vị đang mở; giao một đơn vị cho nơi khác, hoặc nhận vào",
		use: "employer list | use MST | export MST --out TỆP | import TỆP [--employer MST]   [--seal-file TỆP|--seal-env BIẾN]\n" +
			"                     employer open MST|--all --out THƯ_MỤC|TỆP.zip [--zip] | take THƯ_MỤC|TỆP.zip [--dry-run] [--replace]",
		long: `list liệt kê các đơn vị trong thư mục dữ liệu, * là đơn vị đang mở; use MST mở một đơn vị khác: các lệnh sau làm cho đơn vị ấy.
export ghi một đơn vị vào một tệp: người lao động và quá trình, bảng lương, hồ sơ nháp, hồ sơ đã ký và đã gửi, sổ đã gửi.
import nhận đơn vị ấy vào thư mục dữ liệu này. Đơn vị đã có ở đây thì phần chưa ký được thay, phần đã ký, đã gửi được gộp lại;
toàn bộ dữ liệu được sao lưu trước khi nhận. Số hồ sơ trùng với hồ sơ khác thì được đổi sang số mới, có ghi trong nhật ký. Hồ sơ đang chờ gửi trong tệp có thể đã được gửi
từ nơi ghi tệp, nên ở đây là nghi vấn: cổng được hỏi trước, người dùng quyết định. Tài khoản cổng không đi theo: nơi nhận nhập
tài khoản của mình; nhận lại từ bản sao lưu thì tài khoản ở đây giữ nguyên.
Tệp được mã hoá bằng mật khẩu riêng của nó, báo cho người nhận bằng đường khác:
  --seal-file TỆP      mật khẩu ở dòng đầu của tệp
  --seal-env BIẾN      mật khẩu trong biến môi trường (không có cả hai thì hỏi)
open ghi mọi thứ của một đơn vị (--all: của mọi đơn vị, mỗi đơn vị một thư mục, --zip: một tệp ZIP) ra dạng ai cũng đọc được,
không cần AnKhai: JSON, CSV mở bằng Excel, giấy tờ, tờ khai và gói đã ký, kèm DOC-TRUOC.txt nói từng tệp, từng cột là gì.
Bản xuất mở không mã hoá; việc xuất được ghi vào nhật ký xử lý.
take nhận lại bản xuất ấy: kiểm từng tệp, từng dòng, có lỗi thì liệt kê hết và không ghi gì.
  --dry-run            chỉ xem, không ghi
  --replace            đơn vị đã có ở đây: phần chưa ký thay bằng bản xuất, phần đã ký ở cả hai bên được giữ;
                       không có --replace thì không nhận
Cái gì đã gửi thì vẫn là đã gửi. Cái gì đang chờ gửi thì không tự gửi: chờ người dùng quyết định, như hồ sơ nghi vấn.
Ví dụ: bhxh employer export 0100109106 --out khach-hang.ankhai
       bhxh employer open 0100109106 --out khach-hang.zip`, run: runEmployer})
}

func runEmployer(c *call) error {
	var out, employer string
	var all, packed, look, replace bool
	var seal sealFlags
	if err := c.flags(1, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&seal.file, "seal-file", "", "")
		fs.StringVar(&seal.env, "seal-env", "", "")
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&employer, "employer", "", "")
		fs.BoolVar(&all, "all", false, "")
		fs.BoolVar(&packed, "zip", false, "")
		fs.BoolVar(&look, "dry-run", false, "")
		fs.BoolVar(&replace, "replace", false, "")
	}); err != nil {
		return err
	}
	if c.args[0] == "list" && len(c.args) == 1 {
		return c.listEmployers()
	}
	if len(c.args) < 2 && c.args[0] != "open" {
		return wrong("lệnh %s thiếu đối số", c.cmd.name)
	}
	switch c.args[0] {
	case "use":
		return c.useEmployer(c.args[1])
	case "open":
		return c.openEmployer(out, all, packed)
	case "take":
		return c.takeOpen(c.args[1], look, replace)
	case "export":
		if out == "" {
			return wrong("thiếu --out")
		}
		o, err := c.office()
		if err != nil {
			return err
		}
		passphrase, err := seal.read(c)
		if err != nil {
			return err
		}
		m, err := o.ExportEmployer(c.ctx, c.args[1], out, passphrase)
		if err != nil {
			return err
		}
		return c.merged("Đã ghi vào "+out, out, m)
	case "import":
		return c.takeEmployer(c.args[1], employer, seal)
	}
	return wrong("employer list, use, export, import, open hoặc take")
}

// sealFlags say where the passphrase of a file of one employer comes from.
type sealFlags struct{ file, env string }

// read reads it; where neither is named it is asked for.
func (s sealFlags) read(c *call) ([]byte, error) {
	if s == (sealFlags{}) {
		return c.ask("Mật khẩu của tệp: ")
	}
	return c.firstOf(s.file, s.env, "--seal-env")
}

// takeEmployer takes one employer in from a file.
func (c *call) takeEmployer(file, mst string, seal sealFlags) error {
	if storage.IsOpen(file) {
		return refusal("Đây là bản xuất mở, không mã hoá. Nhận bằng: bhxh employer take " + file)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	var m storage.Merged
	take := func(src office.Sources) (err error) {
		m, err = o.RestoreEmployer(c.ctx, file, mst, src)
		return err
	}
	if seal == (sealFlags{}) {
		err = c.withKeys(take)
	} else {
		var src office.Sources
		if src.Passphrase, err = seal.read(c); err == nil {
			err = take(src)
		}
		clear(src.Passphrase)
	}
	if err != nil {
		return err
	}
	return c.merged("Đã lấy từ "+file, file, m)
}

func (c *call) merged(done, file string, m storage.Merged) error {
	return c.answer(map[string]any{"file": file, "taxCode": m.MST, "people": m.People, "payrolls": m.Payrolls, "dossiers": m.Dossiers,
		"submissions": m.Submissions, "kept": m.Kept, "renumbered": m.Renumbered, "held": slices.Concat([]string{}, m.Held)}, func(w io.Writer) {
		fmt.Fprintf(w, "%s: đơn vị %s, %d người, %d tháng lương, %d hồ sơ, %d lần gửi\n", done, m.MST, m.People, m.Payrolls, m.Dossiers, m.Submissions)
		if m.Kept > 0 {
			fmt.Fprintf(w, "Giữ nguyên %d hồ sơ đã ký ở đây\n", m.Kept)
		}
		for _, k := range sortedNames(m.Renumbered) {
			fmt.Fprintf(w, "  %s ở đây mang số mới %s\n", k, m.Renumbered[k])
		}
		if len(m.Held) > 0 {
			fmt.Fprintf(w, "Đang chờ gửi trong tệp, ở đây không tự gửi: %s. Hỏi nơi ghi tệp xem đã gửi chưa, rồi trả lời bằng bhxh outbox\n", strings.Join(m.Held, ", "))
		}
	})
}

func sortedNames(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
