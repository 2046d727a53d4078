package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"ankhai/app/office"
	"ankhai/signing/doctor"
)

func init() {
	register(&command{name: "tokens", group: groupMachine, short: "các khoá ký thấy được trên máy: khoá thực hành, USB token",
		use: "tokens [--doctor] [--add TỆP [--trust-folder]] [--add-p12 TỆP | --forget-p12 TỆP] [--try --key KHOÁ]",
		long: `Tìm trình điều khiển token đã biết trên máy, đầu đọc, token và chứng thư trong đó; không cần mã PIN.
Tên in ở đầu dòng của mỗi khoá dùng được ngay: bhxh sign MÃ --key 'TÊN'. Khoá trong tệp thì chỉ ra khi ký (--key p12:TỆP), hoặc nhớ chỗ của nó bằng --add-p12.
  --doctor         khám từng thứ: trình điều khiển, đầu đọc, token, mã PIN, chứng thư, đồng hồ; kèm cách chữa
  --add TỆP        dùng thêm thư viện PKCS #11 này, và nhớ cho những lần sau
  --trust-folder   nhận nó dù nó nằm ở thư mục mà ai cũng ghi được
  --add-p12 TỆP    mở tệp bằng mật khẩu để xem chứng thư bên trong, và nhớ chỗ của tệp; mật khẩu không được giữ
  --forget-p12 TỆP thôi nhớ; tệp vẫn còn đó
  --try            ký thử một đoạn văn bản bằng --key KHOÁ rồi kiểm tra chữ ký; mật khẩu như bhxh sign. Mã thoát 3 khi chữ ký không đạt`,
		run: runTokens})
}

func runTokens(c *call) error {
	var examine, try bool
	var add, addFile, forget string
	var k keyFlags
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.BoolVar(&examine, "doctor", false, "")
		fs.BoolVar(&try, "try", false, "")
		fs.StringVar(&add, "add", "", "")
		fs.StringVar(&addFile, "add-p12", "", "")
		fs.StringVar(&forget, "forget-p12", "", "")
		k.define(fs)
	}); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if add != "" {
		if err := o.ChooseDriver(c.ctx, add, k.agreed.Trusted); err != nil {
			return err
		}
	}
	switch {
	case examine:
		return c.tokenDoctor(o)
	case try:
		return c.tryKey(o, k)
	case addFile != "":
		if err := c.addKeyFile(o, addFile, k); err != nil {
			return err
		}
	case forget != "":
		if err := c.forgetKeyFile(o, forget); err != nil {
			return err
		}
	}
	keys, err := o.Keys(c.ctx)
	if err != nil && !errors.Is(err, office.ErrNoCompany) {
		return err
	}
	files, err := o.KeyFiles(c.ctx)
	if err != nil {
		return err
	}
	keys = append(keys, files...)
	drivers, err := o.Tokens(c.ctx)
	if err != nil {
		return err
	}
	onTokens, err := o.KeysOf(c.ctx, drivers)
	if err != nil {
		return err
	}
	keys = append(keys, onTokens...)
	out := []map[string]any{}
	for _, k := range keys {
		out = append(out, map[string]any{
			"key": k.Spec, "name": k.Name, "taxCode": k.TaxCode, "issuer": k.Issuer, "until": k.Until.UTC().Format("2006-01-02"),
			"token": k.Token, "usable": !k.Unfit && k.PIN != office.PINUnusable, "message": k.Say, "pin": k.PINSay,
		})
	}
	return c.answer(map[string]any{"keys": out, "drivers": drivers}, func(w io.Writer) { printTokens(w, keys, drivers) })
}

func printTokens(w io.Writer, keys []office.KeyInfo, drivers []office.Driver) {
	for _, d := range drivers {
		fmt.Fprintf(w, "Trình điều khiển %s (%s)\n", d.Path, orDash(d.Vendor))
		if d.Say != "" {
			fmt.Fprintln(w, "  ", d.Say)
		}
		for _, r := range d.Readers {
			switch {
			case r.Token != nil && r.Token.Label != "":
				fmt.Fprintf(w, "   Token %s, sê-ri %s, %s; mã PIN: %s\n", r.Token.Label, r.Token.Serial, orDash(r.Token.Model), r.Token.PIN)
			case r.Token != nil:
				fmt.Fprintln(w, "   Token trắng, chưa khởi tạo")
			default:
				fmt.Fprintf(w, "   Đầu đọc %s: trống\n", orDash(r.Name))
			}
			if r.Say != "" {
				fmt.Fprintln(w, "     ", r.Say)
			}
		}
	}
	for _, k := range keys {
		fmt.Fprintf(w, "%s\n   %s, mã số thuế %s, hạn %s\n", k.Spec, k.Name, orDash(k.TaxCode), stamp(k.Until))
		for _, say := range []string{k.Say, k.PINSay} {
			if say != "" {
				fmt.Fprintln(w, "  ", say)
			}
		}
	}
	if len(keys) == 0 {
		fmt.Fprintln(w, "Không thấy khoá nào. Cắm USB token rồi chạy lại, xem bhxh tokens --doctor, hoặc dùng khoá trong tệp bằng --key p12:TỆP.")
	}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// tokenDoctor ends with exit code 3 when something keeps every token from signing.
func (c *call) tokenDoctor(o *office.Office) error {
	found, err := o.TokenDoctor(c.ctx)
	if err != nil {
		return err
	}
	signs := false
	for _, f := range found {
		signs = signs || f.Code == doctor.Fine
	}
	err = c.answer(map[string]any{"findings": list(found), "signs": signs}, func(w io.Writer) {
		for _, f := range found {
			fmt.Fprintf(w, "%s %s %s: %s\n", marks[f.Level], f.Code, f.Where, f.Say)
			if f.Mend != "" {
				fmt.Fprintln(w, "   →", f.Mend)
			}
		}
	})
	if err == nil && !signs {
		return errRefused
	}
	return err
}

var marks = map[doctor.Level]string{doctor.Good: "✓", doctor.Mind: "•", doctor.Bad: "✗"}
