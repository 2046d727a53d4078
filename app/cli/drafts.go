package cli

import (
	"flag"
	"fmt"
	"io"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "drafts", group: groupMachine, short: "chữ gõ dở trong hộp thoại của cửa sổ mà chưa lưu: xem, bỏ",
		use: "drafts [list] | show TÊN | discard TÊN | discard --all",
		long: `Cửa sổ giữ chữ đang gõ trong hộp thoại (đơn vị, cổng, lời cơ quan BHXH, ghi chú…) ngay trong dữ liệu đã mã hoá, theo từng đơn vị, để mất điện
hay đóng cửa sổ cũng còn; mở lại hộp thoại thì được mời nhập tiếp. Mã PIN và mật khẩu không bao giờ được giữ. Bản nháp hồ sơ thì xem: bhxh list
  list          đang nhập dở gì, lúc nào, mở lại ở đâu; không in nội dung
  show TÊN      nội dung từng ô
  discard TÊN   bỏ; --all bỏ hết của đơn vị đang mở và của máy
Ví dụ: bhxh drafts discard don-vi`, run: runDrafts})
}

func runDrafts(c *call) error {
	var everything bool
	if err := c.flags(0, 2, func(fs *flag.FlagSet) { fs.BoolVar(&everything, "all", false, "") }); err != nil {
		return err
	}
	verb, name := "list", ""
	if len(c.args) > 0 {
		verb = c.args[0]
	}
	if len(c.args) > 1 {
		name = c.args[1]
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	switch {
	case verb == "list" && name == "" && !everything:
		return c.listDrafts(o)
	case verb == "show" && name != "" && !everything:
		return c.showDraft(o, name)
	case verb == "discard" && (name != "") != everything:
		return c.discardDrafts(o, name)
	}
	return wrong("drafts list, show TÊN, discard TÊN hoặc discard --all")
}

func (c *call) listDrafts(o *office.Office) error {
	all, err := o.Unsaved(c.ctx)
	if err != nil {
		return err
	}
	out := []map[string]any{}
	for _, u := range all {
		out = append(out, map[string]any{"name": u.Form, "title": u.Title, "employer": u.Of, "time": u.At, "fields": len(u.Fields)})
	}
	return c.answer(map[string]any{"drafts": out}, func(w io.Writer) {
		if len(all) == 0 {
			fmt.Fprintln(w, "Không có gì nhập dở.")
		}
		for _, u := range all {
			fmt.Fprintf(w, "%s: %s, %d ô, gõ lần cuối %s\n", u.Form, u.Title, len(u.Fields), stamp(u.At))
		}
	})
}

func (c *call) showDraft(o *office.Office, name string) error {
	all, err := o.Unsaved(c.ctx)
	if err != nil {
		return err
	}
	for _, u := range all {
		if u.Form == name {
			return c.answer(u, func(w io.Writer) {
				fmt.Fprintf(w, "%s, gõ lần cuối %s, chưa lưu\n", u.Title, stamp(u.At))
				for _, f := range u.Fields {
					fmt.Fprintf(w, "  %s: %s\n", f.Label, f.Value)
				}
			})
		}
	}
	return fmt.Errorf("show what was typed: %w", office.ErrNoUnsaved)
}

// discardDrafts forgets one, or all where no name is given.
func (c *call) discardDrafts(o *office.Office, name string) error {
	names := []string{name}
	if name == "" {
		all, err := o.Unsaved(c.ctx)
		if err != nil {
			return err
		}
		names = names[:0]
		for _, u := range all {
			names = append(names, u.Form)
		}
	}
	for _, n := range names {
		if err := o.DropUnsaved(c.ctx, n); err != nil {
			return err
		}
	}
	return c.answer(map[string]any{"discarded": names}, func(w io.Writer) { fmt.Fprintf(w, "Đã bỏ %d nội dung nhập dở.\n", len(names)) })
}
