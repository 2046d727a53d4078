package cli

import (
	"flag"
	"fmt"
	"io"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "roles", group: groupMachine, short: "người lập, người ký trên máy này; trình duyệt, duyệt hồ sơ",
		use: "roles [list] | add TÊN --maker --signer [--pass-file TỆP|--pass-env BIẾN] | remove TÊN | two MST [on|off] | submit|examine|approve|refuse MÃ [--note …] | trail MÃ   [--as TÊN [--as-file TỆP|--as-env BIẾN]]",
		long: `add thêm người, hoặc đổi vai và mật khẩu của người đã có (mật khẩu không bắt buộc, ít nhất 8 ký tự):
  --maker              người lập: lập hồ sơ và trình duyệt
  --signer             người ký: duyệt và ký; một người có thể có cả hai vai
two MST on yêu cầu hai người cho một đơn vị: hồ sơ đã kiểm phải được người lập trình, rồi người ký khác duyệt, mới ký được.
Sửa hồ sơ sau khi duyệt thì phải trình lại. two MST cho biết đơn vị có yêu cầu hay không. trail cho thấy ai trình, ai kiểm, ai duyệt, lúc nào; nhật ký giữ dấu vết của từng dòng.
  --as TÊN             ai đang làm; người có mật khẩu thì kèm --as-file hoặc --as-env (không có cả hai thì hỏi)
Vai trò giúp hai người tin nhau kiểm việc của nhau. Nó không ngăn người có mật khẩu dữ liệu, hoặc người quản trị của máy: xem docs/bao-mat.md.
Ví dụ: bhxh roles add "Nguyễn Thị Lan" --maker
       bhxh roles approve HS000001 --as "Giám đốc"`, run: runRoles})
}

// rolesFlags are the options of bhxh roles.
type rolesFlags struct {
	maker, signer                        bool
	as, asFile, asEnv, passFile, passEnv string
	note                                 string
}

func runRoles(c *call) error {
	var f rolesFlags
	if err := c.flags(0, 3, func(fs *flag.FlagSet) {
		fs.BoolVar(&f.maker, "maker", false, "")
		fs.BoolVar(&f.signer, "signer", false, "")
		fs.StringVar(&f.as, "as", "", "")
		fs.StringVar(&f.asFile, "as-file", "", "")
		fs.StringVar(&f.asEnv, "as-env", "", "")
		fs.StringVar(&f.passFile, "pass-file", "", "")
		fs.StringVar(&f.passEnv, "pass-env", "", "")
		fs.StringVar(&f.note, "note", "", "")
	}); err != nil {
		return err
	}
	if len(c.args) == 0 {
		c.args = []string{"list"}
	}
	verb, args := c.args[0], c.args[1:]
	want, ok := map[string]int{"list": 0, "add": 1, "remove": 1, "two": 2, "submit": 1, "examine": 1, "approve": 1, "refuse": 1, "trail": 1}[verb]
	if !ok {
		return wrong("roles list, add, remove, two, submit, examine, approve, refuse hoặc trail")
	}
	if asks := verb == "two" && len(args) == 1; len(args) != want && !asks {
		return wrong("roles %s cần %d đối số", verb, want)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if err := c.become(o, f); err != nil {
		return err
	}
	switch verb {
	case "list":
		return c.listRoles(o)
	case "add":
		return c.addRole(o, args[0], f)
	case "remove":
		if err := o.DropRole(c.ctx, args[0]); err != nil {
			return err
		}
		return c.listRoles(o)
	case "two":
		if len(args) == 1 {
			two, err := o.NeedsTwo(c.ctx, args[0])
			if err != nil {
				return err
			}
			return c.sayTwo(args[0], two)
		}
		if args[1] != "on" && args[1] != "off" {
			return wrong("roles two MST on hoặc off")
		}
		if err := o.SetNeedsTwo(c.ctx, args[0], args[1] == "on"); err != nil {
			return err
		}
		return c.sayTwo(args[0], args[1] == "on")
	}
	return c.onTrail(o, verb, args[0], f.note)
}

// sayTwo tells whether an employer asks for two persons.
func (c *call) sayTwo(mst string, two bool) error {
	return c.answer(map[string]any{"taxCode": mst, "two": two}, func(w io.Writer) {
		say := "không yêu cầu hai người"
		if two {
			say = "yêu cầu hai người: hồ sơ phải được duyệt trước khi ký"
		}
		fmt.Fprintf(w, "Đơn vị %s %s\n", mst, say)
	})
}

// become says who works, for this command.
func (c *call) become(o *office.Office, f rolesFlags) error {
	if f.as == "" {
		return nil
	}
	typed, err := c.firstOf(f.asFile, f.asEnv, "--as-env")
	if err != nil {
		return err
	}
	if typed == nil {
		all, err := o.Roles(c.ctx)
		if err != nil {
			return err
		}
		for _, r := range all {
			if r.Protected && (r.Name == f.as || r.ID == f.as) {
				if typed, err = c.ask("Mật khẩu của " + r.Name + ": "); err != nil {
					return err
				}
			}
		}
	}
	_, err = o.Become(c.ctx, f.as, typed)
	return err
}

func (c *call) addRole(o *office.Office, name string, f rolesFlags) error {
	pass, err := c.firstOf(f.passFile, f.passEnv, "--pass-env")
	if err != nil {
		return err
	}
	r, err := o.PutRole(c.ctx, office.Role{Name: name, Maker: f.maker, Signer: f.signer}, pass)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"person": r}, func(w io.Writer) { fmt.Fprintln(w, roleSay(r)) })
}

func (c *call) listRoles(o *office.Office) error {
	all, err := o.Roles(c.ctx)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"people": list(all)}, func(w io.Writer) {
		for _, r := range all {
			fmt.Fprintln(w, roleSay(r))
		}
		if len(all) == 0 {
			fmt.Fprintln(w, "Chưa có ai: một người làm mọi việc. Thêm người: bhxh roles add TÊN --maker")
		}
	})
}

func roleSay(r office.Role) string { return r.Name + ": " + r.Say() }

func (c *call) onTrail(o *office.Office, verb, id, note string) error {
	do := map[string]func() (office.Approval, error){
		"submit":  func() (office.Approval, error) { return o.Submit(c.ctx, id, note) },
		"examine": func() (office.Approval, error) { return o.ExamineDraft(c.ctx, id, note) },
		"approve": func() (office.Approval, error) { return o.Approve(c.ctx, id, note) },
		"refuse":  func() (office.Approval, error) { return o.Refuse(c.ctx, id, note) },
		"trail":   func() (office.Approval, error) { return o.Approval(c.ctx, id) },
	}[verb]
	a, err := do()
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"id": id, "needed": a.Needed, "submitted": a.Submitted, "approved": a.Approved, "by": a.By, "trail": list(a.Trail)}, func(w io.Writer) {
		for _, s := range a.Trail {
			fmt.Fprintf(w, "%s  %s: %s%s\n", stamp(s.Time), s.Say, s.Name, s.Doubts())
			if s.Note != "" {
				fmt.Fprintln(w, "    "+s.Note)
			}
		}
		fmt.Fprintln(w, a.Say())
	})
}
