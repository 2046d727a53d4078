package cli

import (
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
)

// personEdit corrects who somebody is, «dienThoai=0912345678»; without anything to correct
// it tells what can be.
func (c *call) personEdit(o *office.Office, id string, args []string) error {
	texts, err := textsOf(args)
	if err != nil {
		return err
	}
	was, found, err := o.EditPerson(c.ctx, id, texts)
	if err != nil {
		return err
	}
	if len(texts) == 0 {
		return c.answer(map[string]any{"id": id, "fields": was}, func(w io.Writer) {
			var rows [][]string
			for _, f := range was {
				rows = append(rows, []string{f.Key, f.Label, f.Text})
			}
			table(w, rows)
		})
	}
	if err := c.answer(map[string]any{"id": id, "before": was, "findings": list(found)}, func(w io.Writer) {
		for _, f := range found {
			fmt.Fprintf(w, "%s %s\n", f.Level, f.Say)
		}
		if !office.Blocked(found) {
			fmt.Fprintf(w, "Đã sửa %s. Cơ quan BHXH chưa biết: điều họ đang giữ mà sai thì lập hồ sơ điều chỉnh.\n", id)
		}
	}); err != nil {
		return err
	}
	if office.Blocked(found) {
		return errFaults
	}
	return nil
}

// personAdd puts somebody into the list.
func (c *call) personAdd(o *office.Office, args []string) error {
	texts, err := textsOf(args)
	if err != nil {
		return err
	}
	id, found, err := o.AddPerson(c.ctx, texts)
	if err != nil {
		return err
	}
	if err := c.answer(map[string]any{"id": id, "findings": list(found)}, func(w io.Writer) {
		for _, f := range found {
			fmt.Fprintf(w, "%s %s\n", f.Level, f.Say)
		}
		if id != "" {
			fmt.Fprintf(w, "Đã thêm %s\n", id)
		}
	}); err != nil {
		return err
	}
	if id == "" {
		return errFaults
	}
	return nil
}

// textsOf reads what is written as MỤC=CHỮ.
func textsOf(args []string) (map[string]string, error) {
	texts := map[string]string{}
	for _, a := range args {
		key, text, ok := strings.Cut(a, "=")
		if !ok {
			return nil, wrong("%q không có dạng MỤC=CHỮ, ví dụ dienThoai=0912345678", a)
		}
		if _, twice := texts[key]; twice {
			return nil, wrong("mục %s được ghi hai lần", key)
		}
		texts[key] = text
	}
	return texts, nil
}
