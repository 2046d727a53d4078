package cli

import (
	"fmt"
	"io"

	"ankhai/app/office"
	"ankhai/signing/trust"
)

func init() {
	register(&command{name: "trust", group: groupMachine, short: "kho chứng thư gốc tin cậy: xem, thêm, xoá",
		use: "trust list | trust add TỆP | trust remove MÃ",
		long: `Chương trình không kèm sẵn gốc tin cậy nào: bạn tải chứng thư gốc và trung gian từ nơi cấp (gốc quốc gia: rootca.gov.vn),
so dấu vân tay SHA-256 với số mà nơi cấp công bố, rồi thêm vào kho. Chứng thư tự ký là gốc; chứng thư trung gian chỉ giúp dựng chuỗi.
  trust list         các chứng thư trong kho, kèm mã và dấu vân tay
  trust add TỆP      thêm tệp .pem, .crt, .cer hoặc .p7b
  trust remove MÃ    xoá một chứng thư; mã là các chữ số đầu của dấu vân tay
Kho là thư mục ` + office.TrustDir + ` trong thư mục dữ liệu; có thể chép tệp vào đó bằng tay.`, run: runTrust})
}

func runTrust(c *call) error {
	if err := c.flags(0, 2, nil); err != nil {
		return err
	}
	dir, err := c.dir()
	if err != nil {
		return err
	}
	store := office.TrustStore(dir)
	switch {
	case len(c.args) == 0, len(c.args) == 1 && c.args[0] == "list":
		entries, problems, err := store.Load()
		if err != nil {
			return err
		}
		return c.trusted("", entries, problems)
	case len(c.args) == 2 && c.args[0] == "add":
		data, err := readFile(c.args[1])
		if err != nil {
			return err
		}
		entries, err := store.Add(data)
		if err != nil {
			return err
		}
		return c.trusted("Đã thêm. So dấu vân tay dưới đây với số mà nơi cấp công bố; khác thì xoá bằng bhxh trust remove.", entries, nil)
	case len(c.args) == 2 && c.args[0] == "remove":
		entry, err := store.Remove(c.args[1])
		if err != nil {
			return err
		}
		return c.trusted("Đã xoá khỏi kho:", []trust.Entry{entry}, nil)
	}
	return wrong("trust chỉ có: trust list, trust add TỆP, trust remove MÃ")
}

// trusted answers with certificates of the store.
func (c *call) trusted(head string, entries []trust.Entry, problems []string) error {
	all := office.Describe(entries)
	return c.answer(map[string]any{"certificates": all, "problems": list(problems)}, func(w io.Writer) {
		if head != "" {
			fmt.Fprintln(w, head)
		}
		for _, t := range all {
			kind := "trung gian"
			switch {
			case t.Practice:
				kind = "chỉ để thực hành"
			case t.Root:
				kind = "gốc tin cậy"
			}
			fmt.Fprintf(w, "%s  %s\n   %s\n   hiệu lực %s – %s, SHA-256 %s\n", t.ID, kind, t.Subject, stamp(t.From), stamp(t.Until), t.Fingerprint)
		}
		if len(all) == 0 {
			fmt.Fprintln(w, "Kho chưa có chứng thư nào, nên nơi cấp của chữ ký chưa được xét. Thêm bằng: bhxh trust add TỆP")
		}
		for _, p := range problems {
			fmt.Fprintln(w, p)
		}
	})
}
