package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"ankhai/app/office"
	"ankhai/forms/form"
)

func init() {
	register(&command{name: "handover", group: groupSign, short: "giao hồ sơ cho người khác ký bằng tệp mã hoá, rồi nhận về",
		use: "handover [list] | give MÃ… --out TỆP [--for TÊN] | open TỆP [--out THƯ_MỤC] | sign TỆP --out TỆP_VỀ --key KHOÁ [--only MÃ,MÃ] | take TỆP_VỀ | recall MÃ   [--seal-file TỆP|--seal-env BIẾN]",
		long: `give ghi các hồ sơ đã kiểm của một đơn vị vào một tệp mã hoá; từ đó hồ sơ ở đây được khoá, không sửa, không ký được.
open mở tệp ở máy người ký để xem: lỗi và lời nhắc, ai đã trình và duyệt, bản in và giấy tờ (--out: ghi ra thư mục). Không lưu gì.
sign ký ở máy người ký và ghi tệp trả về; tệp ấy chỉ có chữ ký và chứng thư, không có nội dung hồ sơ.
take nhận tệp trả về: mỗi chữ ký được ghép vào đúng các byte mà dữ liệu ở đây lập ra rồi kiểm lại, nên không thể là chữ ký cho nội dung khác.
Hồ sơ thành đã ký, gửi như mọi hồ sơ. recall gọi lại hồ sơ đang giao; chữ ký về sau đó không được nhận nữa.
Hai máy phải dùng cùng một bản AnKhai. Mật khẩu của tệp báo cho nhau bằng đường khác:
  --seal-file TỆP      mật khẩu ở dòng đầu của tệp
  --seal-env BIẾN      mật khẩu trong biến môi trường (không có cả hai thì hỏi)
` + keyHelp, run: runHandover})
}

func runHandover(c *call) error {
	var k keyFlags
	var seal sealFlags
	var out, to, only string
	if err := c.flags(0, -1, func(fs *flag.FlagSet) {
		k.define(fs)
		fs.StringVar(&seal.file, "seal-file", "", "")
		fs.StringVar(&seal.env, "seal-env", "", "")
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&to, "for", "", "")
		fs.StringVar(&only, "only", "", "")
	}); err != nil {
		return err
	}
	if len(c.args) == 0 {
		c.args = []string{"list"}
	}
	verb, args := c.args[0], c.args[1:]
	if want := map[string]int{"list": 0, "open": 1, "sign": 1, "take": 1, "recall": 1}; verb != "give" {
		n, ok := want[verb]
		if !ok {
			return wrong("handover list, give, open, sign, take hoặc recall")
		}
		if len(args) != n {
			return wrong("handover %s cần %d đối số", verb, n)
		}
	} else if len(args) == 0 {
		return wrong("handover give cần mã hồ sơ")
	}
	if out == "" && (verb == "give" || verb == "sign") {
		return wrong("thiếu --out")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	switch verb {
	case "list":
		return c.listHandovers(o)
	case "recall":
		if err := o.Recall(c.ctx, args[0]); err != nil {
			return err
		}
		return c.answer(map[string]any{"id": args[0]}, func(w io.Writer) {
			fmt.Fprintf(w, "Đã gọi lại %s: sửa, ký ở đây hoặc giao lại được\n", args[0])
		})
	}
	var data []byte
	if verb != "give" {
		if data, err = readFile(args[0]); err != nil {
			return err
		}
	}
	passphrase, err := seal.read(c)
	if err != nil {
		return err
	}
	switch verb {
	case "give":
		return c.giveOut(o, args, to, out, passphrase)
	case "open":
		return c.openHandover(o, data, passphrase, out)
	case "sign":
		return c.signHandover(o, data, passphrase, named(only), out, &k)
	}
	return c.takeBack(o, data, passphrase)
}

// named are the ids of a list with commas.
func named(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

func (c *call) listHandovers(o *office.Office) error {
	all, err := o.Handovers(c.ctx, true)
	if err != nil {
		return err
	}
	items := []map[string]any{}
	for _, h := range all {
		m := map[string]any{"id": h.DossierID, "file": h.Ma, "for": h.For, "time": h.At.Format(time.RFC3339), "out": h.EndedAt.IsZero(), "signed": h.Signed}
		items = append(items, m)
	}
	return c.answer(map[string]any{"handovers": items}, func(w io.Writer) {
		for _, h := range all {
			say := "đang giao"
			if h.Signed {
				say = "đã nhận về, đã ký"
			} else if !h.EndedAt.IsZero() {
				say = "đã gọi lại"
			}
			fmt.Fprintf(w, "%s  %s  %s  %s\n", h.DossierID, stamp(h.At), h.For, say)
		}
		if len(all) == 0 {
			fmt.Fprintln(w, "Đơn vị đang mở chưa giao hồ sơ nào đi ký.")
		}
	})
}

func (c *call) giveOut(o *office.Office, ids []string, to, out string, passphrase []byte) error {
	ma, err := o.HandOut(c.ctx, ids, to, out, passphrase)
	var faults *office.FaultsError
	if errors.As(err, &faults) {
		if err := c.answer(map[string]any{"faults": flat(faults.Faults)}, func(w io.Writer) { printFaults(w, faults.Faults) }); err != nil {
			return err
		}
		fmt.Fprintln(c.Err, "Chưa giao: hồ sơ còn lỗi.")
		return errFaults
	}
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"file": out, "handover": ma, "ids": ids}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã ghi %d hồ sơ vào %s. Báo mật khẩu cho người ký bằng đường khác; hồ sơ được khoá cho đến khi nhận về (handover take) hoặc gọi lại (handover recall)\n", len(ids), out)
	})
}

func (c *call) openHandover(o *office.Office, data, passphrase []byte, out string) error {
	h, err := o.OpenHandover(c.ctx, data, passphrase)
	if err != nil {
		return err
	}
	items := []map[string]any{}
	for _, d := range h.Dossiers {
		names := []string{}
		for _, f := range append(d.Prints, d.Papers...) {
			name := f.Name
			if out != "" {
				name = filepath.Join(out, d.ID, filepath.Base(f.Name))
				if err := office.WriteFile(name, f.Bytes); err != nil {
					return err
				}
			}
			names = append(names, name)
		}
		items = append(items, map[string]any{"id": d.ID, "title": d.Title, "faults": flat(d.Faults), "reminders": flat(d.Reminders), "trail": list(d.Trail), "files": names})
	}
	return c.answer(map[string]any{"handover": h.Ma, "by": h.By, "for": h.For, "time": h.Made.Format(time.RFC3339), "taxCode": h.Employer.MaSoThue, "name": h.Employer.Ten, "dossiers": items}, func(w io.Writer) {
		fmt.Fprintf(w, "%s · MST %s\nGiao bởi %s lúc %s", h.Employer.Ten, h.Employer.MaSoThue, h.By, stamp(h.Made))
		if h.For != "" {
			fmt.Fprintf(w, ", cho %s", h.For)
		}
		fmt.Fprintln(w)
		for i, d := range h.Dossiers {
			loi, _ := form.Count(d.Faults)
			_, nhac := form.Count(d.Reminders)
			fmt.Fprintf(w, "%s  %s: %d lỗi, %d lời nhắc\n", d.ID, d.Title, loi, nhac)
			for _, s := range d.Trail {
				fmt.Fprintf(w, "    %s: %s, %s\n", s.Say, s.Name, stamp(s.Time))
			}
			for _, n := range items[i]["files"].([]string) {
				fmt.Fprintln(w, "   ", n)
			}
		}
	})
}

func (c *call) signHandover(o *office.Office, data, passphrase []byte, ids []string, out string, k *keyFlags) error {
	key, err := k.open(c, o)
	if err != nil {
		return err
	}
	defer key.Close()
	back, results, err := o.SignHandover(c.ctx, data, passphrase, ids, key)
	if err != nil {
		return err
	}
	if back != nil {
		if err := office.WriteNew(out, back); err != nil {
			return err
		}
	}
	return c.handed(results, "Đã ký %d trên %d hồ sơ", "đã ký", map[string]any{"file": out})
}

func (c *call) takeBack(o *office.Office, data, passphrase []byte) error {
	results, err := o.TakeBack(c.ctx, data, passphrase)
	if err != nil {
		return err
	}
	return c.handed(results, "Đã nhận về %d trên %d hồ sơ đã ký", "đã nhận về, đã ký", map[string]any{})
}

// handed tells what became of each dossier; the exit code is that of the worst.
func (c *call) handed(results []office.BatchResult, words, each string, more map[string]any) error {
	good := 0
	var failed error
	items := []map[string]any{}
	for _, r := range results {
		m := map[string]any{"id": r.ID, "signer": r.Signed.Signer, "message": ""}
		say := each
		var faults *office.FaultsError
		switch {
		case errors.As(r.Err, &faults):
			say, m["faults"] = office.Say(r.Err), flat(faults.Faults)
			if failed == nil {
				failed = errFaults
			}
		case r.Err != nil:
			say, failed = office.Say(r.Err), errRefused
		default:
			good++
		}
		if r.Err != nil {
			m["message"] = say
		}
		fmt.Fprintf(c.Err, "%s: %s\n", r.ID, say)
		items = append(items, m)
	}
	more["results"], more["done"] = items, good
	if err := c.answer(more, func(w io.Writer) { fmt.Fprintf(w, words+"\n", good, len(results)) }); err != nil {
		return err
	}
	return failed
}
