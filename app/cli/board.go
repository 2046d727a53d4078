package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ankhai/app/office"
	"ankhai/forms/law"
	"ankhai/signing"
)

func init() {
	register(&command{name: "board", group: groupMonth, short: "mọi đơn vị trong một tháng: còn việc gì; kiểm, ký, gửi hàng loạt",
		use: "board --month 2026-11 [--todo] | board check|sign|send --month 2026-11 [MST…] [--key KHOÁ --pin-file TỆP]…",
		long: `Mỗi đơn vị một dòng: bản nháp, người thiếu dữ liệu, hồ sơ lỗi, chờ duyệt, chờ ký, chờ gửi, đã nộp, trả lại, C12 lệch, hạn gần nhất.
Số lỗi là của lần kiểm gần nhất, số chỗ lệch là của lần đối chiếu gần nhất; «?» là chưa kiểm, chưa đối chiếu.
  --todo     chỉ những đơn vị còn việc
check, sign, send làm lần lượt cho mọi đơn vị, hoặc chỉ những MST nêu ra; từng hồ sơ có kết quả riêng. Dừng giữa chừng (Ctrl+C)
thì hồ sơ đang làm được làm xong, chạy lại thì làm tiếp.
sign: mỗi đơn vị ký bằng khoá có mã số thuế của đơn vị ấy; nhiều khoá thì lặp lại --key, mỗi khoá kèm --pin-file hoặc --pin-env ngay sau nó.
Khoá ký từ xa (remote:TÊN) cũng được: người giữ chữ ký được hỏi một lượt cho mọi hồ sơ của khoá ấy; --wait, --otp-file, --otp-env,
--password-file, --password-env đứng ngay sau --key như với bhxh sign. Mỗi khoá mở một lần. Đơn vị không có khoá thì bỏ qua, có nói.
Ví dụ: bhxh board --month 2026-11 --todo
       bhxh board sign --month 2026-11 --key p12:a.p12 --pin-file a.txt --key p12:b.p12 --pin-file b.txt`, run: runBoard})
}

// severalKeys are keys with where the PIN of each comes from.
type severalKeys []*keyFlags

func (s *severalKeys) define(fs *flag.FlagSet) {
	last := func(set func(*keyFlags, string)) func(string) error {
		return func(v string) error {
			if len(*s) == 0 {
				return fmt.Errorf("--key first")
			}
			set((*s)[len(*s)-1], v)
			return nil
		}
	}
	fs.Func("key", "", func(v string) error {
		*s = append(*s, &keyFlags{key: v, remote: remoteSignFlags{wait: remoteWait}})
		return nil
	})
	for name, set := range map[string]func(*keyFlags, string){
		"pin-file":      func(k *keyFlags, v string) { k.pinFile = v },
		"pin-env":       func(k *keyFlags, v string) { k.pinEnv = v },
		"otp-file":      func(k *keyFlags, v string) { k.remote.otpFile = v },
		"otp-env":       func(k *keyFlags, v string) { k.remote.otpEnv = v },
		"password-file": func(k *keyFlags, v string) { k.remote.passwordFile = v },
		"password-env":  func(k *keyFlags, v string) { k.remote.passwordEnv = v },
	} {
		fs.Func(name, "", last(set))
	}
	fs.Func("wait", "", func(v string) (err error) {
		var wait time.Duration
		if wait, err = time.ParseDuration(v); err == nil {
			err = last(func(k *keyFlags, _ string) { k.remote.wait = wait })(v)
		}
		return err
	})
}

func runBoard(c *call) error {
	var of string
	var todo bool
	var keys severalKeys
	if err := c.flags(0, -1, func(fs *flag.FlagSet) {
		fs.StringVar(&of, "month", "", "")
		fs.BoolVar(&todo, "todo", false, "")
		keys.define(fs)
	}); err != nil {
		return err
	}
	m, err := month(of)
	if err != nil {
		return err
	}
	if len(c.args) == 0 {
		return c.showBoard(m, todo)
	}
	verb, names := c.args[0], c.args[1:]
	if !slices.Contains([]string{"check", "sign", "send"}, verb) {
		return wrong("board chỉ có: check, sign, send")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	all, err := o.Companies(c.ctx)
	if err != nil {
		return err
	}
	var mst []string
	for _, dv := range all {
		if len(names) == 0 || slices.Contains(names, dv.MaSoThue) {
			mst = append(mst, dv.MaSoThue)
		}
	}
	for _, n := range names {
		if !slices.Contains(mst, n) {
			return refusal("Không có đơn vị nào mang mã số thuế " + n + ". Xem các đơn vị: bhxh board --month " + m.ISO())
		}
	}
	report := func(done, total int, r office.BoardDone) {
		fmt.Fprintf(c.Err, "%d/%d %s %s: %s\n", done, total, r.MST, r.ID, boardSay(verb, r))
	}
	var done []office.BoardDone
	switch verb {
	case "check":
		done, err = o.BoardCheck(c.ctx, m, mst, report)
	case "send":
		done, err = o.BoardSend(c.ctx, m, mst, report)
	case "sign":
		done, err = c.boardSign(o, m, mst, keys, report)
	}
	if err != nil {
		return err
	}
	return c.boardDone(verb, done)
}

// boardSign opens every key, learns whose it is, and signs. A key is open as long as
// the command runs, and its PIN was read once.
func (c *call) boardSign(o *office.Office, m law.Month, mst []string, keys severalKeys, report office.BoardReport) ([]office.BoardDone, error) {
	if len(keys) == 0 {
		return nil, wrong("thiếu --key")
	}
	var choices []office.KeyChoice
	for _, k := range keys {
		key, err := k.open(c, o)
		if err != nil {
			return nil, err
		}
		defer key.Close()
		of := signing.TaxCode(key.Certificate())
		if !slices.Contains(mst, of) {
			fmt.Fprintf(c.Err, "%s: mã số thuế %s không phải của đơn vị nào được ký ở đây\n", k.key, of)
			continue
		}
		choices = append(choices, office.KeyChoice{MST: []string{of}, Open: func(context.Context) (signing.Key, error) { return key, nil }})
	}
	return o.BoardSign(c.ctx, m, mst, choices, report)
}

func boardSay(verb string, r office.BoardDone) string {
	if say := r.Say(); say != "" {
		return say
	}
	return map[string]string{"check": "đã kiểm, không còn lỗi", "sign": "đã ký", "send": "đã gửi"}[verb]
}

func (c *call) boardDone(verb string, done []office.BoardDone) error {
	results := []map[string]any{}
	good, failed := 0, error(nil)
	for _, r := range done {
		m := map[string]any{"taxCode": r.MST, "id": r.ID, "state": r.State, "message": r.Say()}
		var faults *office.FaultsError
		switch {
		case r.Err == nil && r.Outcome() == office.BatchSigned:
			good++
		case r.Err == nil:
			m["faults"] = flat(r.Faults)
			if failed == nil {
				failed = errFaults
			}
		case errors.As(r.Err, &faults):
			m["faults"] = flat(faults.Faults)
			if failed == nil {
				failed = errFaults
			}
		default:
			failed = errRefused
		}
		results = append(results, m)
	}
	words := map[string]string{"check": "Đã kiểm, không còn lỗi: %d trên %d hồ sơ\n", "sign": "Đã ký %d trên %d hồ sơ\n", "send": "Đã gửi %d trên %d hồ sơ\n"}[verb]
	if err := c.answer(map[string]any{"results": results, "done": good}, func(w io.Writer) { fmt.Fprintf(w, words, good, len(done)) }); err != nil {
		return err
	}
	return failed
}

func (c *call) showBoard(m law.Month, todo bool) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	b, err := o.Board(c.ctx, m)
	if err != nil {
		return err
	}
	rows := []map[string]any{}
	lines := [][]string{{"MST", "Đơn vị", "Nháp", "Thiếu", "Lỗi", "Chờ duyệt", "Chờ ký", "Giao ký", "Chờ gửi", "Đã nộp", "Trả lại", "C12 lệch", "Hạn gần nhất"}}
	for _, r := range b.Rows {
		if todo && !r.Work() {
			continue
		}
		differs, faulty := any(nil), fmt.Sprint(r.Faulty)
		c12 := "chưa có"
		switch {
		case r.C12 != nil:
			differs, c12 = r.C12.Lech, fmt.Sprint(r.C12.Lech)
		case r.Statement:
			c12 = "?"
		}
		if r.Unchecked > 0 {
			faulty = strings.TrimPrefix(faulty, "0") + "?"
		}
		due := ""
		if r.Due != 0 {
			due = r.Due.String() + " " + r.DueSay
		}
		rows = append(rows, map[string]any{"taxCode": r.Employer.MaSoThue, "name": r.Employer.Ten, "drafts": r.Drafts, "lacking": r.Lacking, "faulty": r.Faulty,
			"unchecked": r.Unchecked, "waiting": r.Waiting, "toSign": r.ToSign, "out": r.Out, "toSend": r.ToSend, "doubt": r.Doubt, "sent": r.Sent,
			"returned": r.Returned, "statement": r.Statement, "differs": differs, "payroll": r.Payroll, "due": isoOrEmpty(r.Due), "dueTask": r.DueSay, "work": r.Work()})
		n := func(v int) string { return fmt.Sprint(v) }
		lines = append(lines, []string{r.Employer.MaSoThue, r.Employer.Ten, n(r.Drafts), n(r.Lacking), faulty, n(r.Waiting), n(r.ToSign), n(r.Out),
			n(r.ToSend + r.Doubt), n(r.Sent), n(r.Returned), c12, due})
	}
	return c.answer(map[string]any{"month": m.ISO(), "rows": rows}, func(w io.Writer) {
		table(w, lines)
		fmt.Fprintf(w, "%d trên %d đơn vị, tháng %s\n", len(rows), len(b.Rows), m)
	})
}

func isoOrEmpty(d law.Day) string {
	if d == 0 {
		return ""
	}
	return d.ISO()
}
