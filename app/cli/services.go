package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/forms/services"
	"ankhai/forms/services/han"
)

func init() {
	register(&command{name: "services", group: groupLook, short: "30 dịch vụ công: danh sách, một dịch vụ, các trường hợp",
		use: "services [list|show MÃ|search TỪ|cases [MÃ]|guide MÃ|sample [MÃ] [--out TỆP.json]|procedures|rules]",
		long: `Mỗi dịch vụ: ai nộp, mẫu, giấy tờ theo trường hợp, thời hạn, căn cứ, độ chắc của từng điều. Tìm bằng lời thường, không cần dấu.
  list          30 dịch vụ
  show MÃ       một dịch vụ, đủ mọi điều (E5, C4 …)
  search TỪ     tìm; find cũng vậy
  cases [MÃ]    các trường hợp: mẫu, phương án, giấy tờ
  guide MÃ      hướng dẫn bằng lời, có giấy tờ phải mang theo
  sample        các bộ hồ sơ mẫu đã điền cho người tưởng tượng; có MÃ thì ghi bộ ấy ra tệp JSON để sửa rồi bhxh draft --from
  procedures    các thủ tục, kể cả đăng ký dùng I-VAN (IVAN-LD, IVAN-04 …) và dịch vụ chưa có mã chính thức
  rules         các quy tắc kiểm tra cả hồ sơ (HS-01 …)
Dịch vụ chưa có mã thủ tục chính thức vẫn lập hồ sơ được bằng mã của dịch vụ, ví dụ --procedure B3; nơi nộp ghi trong dịch vụ.
Ví dụ: bhxh services search nhan vien nghi viec; bhxh services cases C4`, run: runServices})
}

func runServices(c *call) error {
	var out string
	if err := c.flags(0, -1, func(fs *flag.FlagSet) { fs.StringVar(&out, "out", "", "") }); err != nil {
		return err
	}
	if len(c.args) == 0 {
		return c.services(services.Services())
	}
	switch what, rest := c.args[0], c.args[1:]; {
	case what == "list" && len(rest) == 0:
		return c.services(services.Services())
	case what == "show" && len(rest) == 1:
		return c.service(rest[0])
	case (what == "find" || what == "search") && len(rest) > 0:
		return c.services(services.Search(strings.Join(rest, " ")))
	case what == "cases" && len(rest) < 2:
		return c.cases(rest)
	case what == "guide" && len(rest) == 1:
		text := services.HuongDanCua(rest[0])
		if text == "" {
			return noService(rest[0])
		}
		return c.answer(map[string]any{"id": strings.ToUpper(rest[0]), "guide": text}, func(w io.Writer) { fmt.Fprint(w, text) })
	case what == "procedures" && len(rest) == 0:
		return c.procedures()
	case what == "sample" && len(rest) == 0:
		return c.samples()
	case what == "sample" && len(rest) == 1:
		return c.sample(rest[0], out)
	case what == "rules" && len(rest) == 0:
		return c.answer(map[string]any{"rules": services.Rules()}, func(w io.Writer) { fmt.Fprint(w, services.BangQuyTac()) })
	}
	return wrong("services list, show MÃ, search TỪ, cases [MÃ], guide MÃ, sample [MÃ], procedures hoặc rules")
}

func noService(id string) error {
	return wrong("không có dịch vụ %q; xem: bhxh services list", id)
}

func (c *call) services(all []services.DichVu) error {
	return c.answer(map[string]any{"services": list(all)}, func(w io.Writer) {
		for _, s := range all {
			fmt.Fprintf(w, "%-4s %s\n     Mẫu: %s · %s\n", s.ID, s.Ten, or(services.GoiMaus(s.Mau, ", "), "không có"), s.Kenh)
		}
	})
}

// service shows one service, with its clocks.
func (c *call) service(id string) error {
	s, ok := services.Service(id)
	if !ok {
		return noService(id)
	}
	type whole struct {
		services.DichVu
		Clocks []han.Han `json:"clocks"`
	}
	out := whole{s, list(han.Cua(s.ID))}
	return c.answer(out, func(w io.Writer) { printJSON(w, out) })
}

// cases lists the cases of a service, or of all.
func (c *call) cases(of []string) error {
	all := services.Services()
	if len(of) == 1 {
		s, ok := services.Service(of[0])
		if !ok {
			return noService(of[0])
		}
		all = []services.DichVu{s}
	}
	out := []services.TruongHop{}
	for _, s := range all {
		out = append(out, s.TruongHop...)
	}
	return c.answer(map[string]any{"cases": out}, func(w io.Writer) {
		for _, k := range out {
			s, _, _ := services.Case(k.ID)
			under := or(strings.Join(k.ThuTuc, ", "), s.ID+" (mã của AnKhai)")
			fmt.Fprintf(w, "%-6s %s\n       Thủ tục: %s · Mẫu: %s", k.ID, k.Ten, under, or(services.GoiMaus(k.Mau, ", "), "không có"))
			if len(k.PhuongAn) > 0 {
				fmt.Fprintf(w, " · Phương án: %s", strings.Join(k.PhuongAn, ", "))
			}
			fmt.Fprintf(w, "\n       Giấy tờ: %s\n", or(k.GiayTo, "không cần"))
		}
	})
}
