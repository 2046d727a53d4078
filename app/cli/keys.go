package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "keys", group: groupMachine, short: "khoá dữ liệu: mật khẩu, kho khoá của máy, khoá khôi phục",
		use: "keys list | passphrase set|remove | recovery new [--out TỆP] | recovery try | keyring on|off",
		long: `Dữ liệu luôn được mã hoá. Khoá dữ liệu nằm trong kho.khoa cạnh ankhai.db, bọc bằng một hay nhiều cách mở; một cách là đủ để mở.
  list                     các cách mở đang có và những gì còn thiếu
  passphrase set           đặt mật khẩu dữ liệu, hoặc thay mật khẩu cũ; hỏi hai lần, hoặc lấy từ
                           --new-passphrase-file TỆP, --new-passphrase-env BIẾN
  passphrase remove        bỏ mật khẩu; cách mở cuối cùng không bỏ được
  recovery new             tạo khoá khôi phục và in ra một lần; --out ghi vào TỆP mới thay vì in ra. Khoá cũ còn dùng được tới khi thử khoá mới
  recovery try             gõ lại khoá từ tờ in để chắc rằng nó mở được (hoặc --recovery-file TỆP)
  keyring on, keyring off  giữ khoá trong kho khoá của hệ điều hành để khỏi gõ mật khẩu, hoặc thôi không giữ
Chưa có kho khoá và mật khẩu thì khoá nằm trong hồ sơ người dùng trên máy này (khoá theo máy), đặt mật khẩu xong thì bỏ.
Ví dụ: bhxh keys recovery new --out khoa-khoi-phuc.txt`,
		run: runKeys})
}

func runKeys(c *call) error {
	var out string
	var fresh secretFlags
	if err := c.flags(1, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&fresh.passphraseFile, "new-passphrase-file", "", "")
		fs.StringVar(&fresh.passphraseEnv, "new-passphrase-env", "", "")
	}); err != nil {
		return err
	}
	verb := ""
	if len(c.args) == 2 {
		verb = " " + c.args[1]
	}
	do := map[string]func(*office.Office) error{
		"list":              c.keysList,
		"passphrase set":    func(o *office.Office) error { return c.passphraseSet(o, fresh) },
		"passphrase remove": c.keysThen((*office.Office).RemovePassphrase, "Đã bỏ mật khẩu dữ liệu."),
		"recovery new":      func(o *office.Office) error { return c.recoveryNew(o, out) },
		"recovery try":      c.recoveryTry,
		"keyring on":        c.keysThen((*office.Office).KeyringOn, "Khoá dữ liệu nằm trong kho khoá của hệ điều hành: mở không phải gõ mật khẩu."),
		"keyring off":       c.keysThen((*office.Office).KeyringOff, "Khoá dữ liệu không còn trong kho khoá của hệ điều hành."),
	}[c.args[0]+verb]
	if do == nil {
		return wrong("keys không có việc %q", c.args[0]+verb)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	return do(o)
}

// protectionJSON is the answer of every keys command.
func protectionJSON(p office.Protection, more map[string]any) map[string]any {
	out := map[string]any{"openedBy": p.OpenedBy, "slots": p.Slots, "missing": p.Lacks}
	for k, v := range more {
		out[k] = v
	}
	return out
}

func printLacks(w io.Writer, p office.Protection) {
	for _, l := range p.Lacks {
		fmt.Fprintln(w, "✗", l.Line())
	}
}

func (c *call) keysList(o *office.Office) error {
	p := o.Protection()
	return c.answer(protectionJSON(p, nil), func(w io.Writer) {
		var rows [][]string
		for _, s := range p.Slots {
			state := "tạo " + stamp(s.Made)
			if !s.Tried.IsZero() {
				state += ", đã in và thử lại " + stamp(s.Tried)
			}
			rows = append(rows, []string{s.Kind, s.Name, state})
		}
		table(w, rows)
		printLacks(w, p)
	})
}

// keysThen does one thing and says what stands afterwards.
func (c *call) keysThen(do func(*office.Office, context.Context) error, done string) func(*office.Office) error {
	return func(o *office.Office) error {
		if err := do(o, c.ctx); err != nil {
			return err
		}
		return c.keysDone(o, done, nil)
	}
}

func (c *call) keysDone(o *office.Office, done string, more map[string]any) error {
	p := o.Protection()
	return c.answer(protectionJSON(p, more), func(w io.Writer) {
		fmt.Fprintln(w, done)
		printLacks(w, p)
	})
}

func (c *call) passphraseSet(o *office.Office, fresh secretFlags) error {
	typed, err := c.firstOf(fresh.passphraseFile, fresh.passphraseEnv, "--new-passphrase-env")
	if err == nil && typed == nil {
		typed, err = c.askTwice()
	}
	defer clear(typed)
	if err != nil {
		return err
	}
	if err := o.SetPassphrase(c.ctx, typed); err != nil {
		return err
	}
	return c.keysDone(o, "Đã đặt mật khẩu dữ liệu. Quên mật khẩu thì chỉ còn khoá khôi phục mở được.", nil)
}

// askTwice asks for a new passphrase, a second time where a person types it unseen.
func (c *call) askTwice() ([]byte, error) {
	first, err := c.ask(fmt.Sprintf("Mật khẩu dữ liệu mới (ít nhất %d ký tự): ", office.MinPassphrase))
	if errors.Is(err, errNothingTyped) {
		return nil, wrong("không có mật khẩu mới: gõ vào, hoặc dùng --new-passphrase-file, --new-passphrase-env")
	}
	if err != nil || !c.attended() {
		return first, err
	}
	again, err := c.ask("Gõ lại lần nữa: ")
	defer clear(again)
	if err == nil && !bytes.Equal(first, again) {
		err = refusal("Hai lần gõ khác nhau. Mật khẩu chưa đổi; làm lại.")
	}
	return first, err
}

func (c *call) recoveryNew(o *office.Office, out string) error {
	if out != "" {
		if _, err := os.Lstat(out); err == nil {
			return refusal("Chưa tạo khoá khôi phục: đã có tệp " + out + ". Chọn tên khác.")
		}
	}
	key, err := o.NewRecovery(c.ctx)
	if err != nil {
		return err
	}
	defer key.Wipe()
	text := key.Text()
	defer clear(text)
	const next = "Khoá được tính sau khi gõ thử lại từ tờ in: bhxh keys recovery try"
	if out == "" {
		return c.keysDone(o, fmt.Sprintf("Khoá khôi phục, chỉ hiện lần này:\n\n    %s\n\nChép hoặc in ra giấy, cất xa máy. Ai có khoá này và tệp dữ liệu thì mở được dữ liệu.\n%s", text, next),
			map[string]any{"recovery": string(text)})
	}
	file := o.RecoveryFile(key)
	defer clear(file.Bytes)
	if err := writeNew(out, file.Bytes); err != nil {
		return fmt.Errorf("save recovery key: %w", err)
	}
	return c.keysDone(o, "Đã ghi khoá khôi phục vào "+out+". In ra, cất xa máy, rồi xoá tệp.\n"+next, map[string]any{"file": out})
}

// writeNew writes a file that only the user reads and that was not there.
func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

func (c *call) recoveryTry(o *office.Office) error {
	typed, err := c.firstOf(c.secrets.recoveryFile, "", "")
	if err == nil && typed == nil {
		typed, err = c.ask("Gõ khoá khôi phục từ tờ in: ")
	}
	if errors.Is(err, errNothingTyped) {
		return wrong("không có khoá khôi phục: gõ vào, hoặc dùng --recovery-file")
	}
	if err != nil {
		return err
	}
	if err := o.TryRecovery(c.ctx, typed); err != nil {
		return err
	}
	return c.keysDone(o, "Khoá khôi phục mở được dữ liệu. Đã ghi nhận: đã in và thử lại.", nil)
}
