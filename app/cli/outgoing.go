package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"ankhai/app/office"
)

// outgoing lists what every employer has sent, or is to send.
func (c *call) outgoing() error {
	o, err := c.office()
	if err != nil {
		return err
	}
	all, err := o.Outgoing(c.ctx)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"outgoing": list(all)}, func(w io.Writer) {
		if len(all) == 0 {
			fmt.Fprintln(w, "Chưa gửi hồ sơ nào, và không có hồ sơ nào chờ.")
			return
		}
		rows := [][]string{{"Mã", "Đơn vị", "Hồ sơ", "Trạng thái", "Đã gửi", "Số hồ sơ", "Lúc"}}
		for _, g := range all {
			state := g.StateName
			if g.Held {
				state += ", đang giữ lại"
			}
			rows = append(rows, []string{g.ID, g.MaSoThue, g.Title, state, fmt.Sprintf("%d lần", g.Attempts), orDash(g.SoHoSo), stamp(g.SaidAt)})
		}
		table(w, rows)
	})
}

// askOutgoing asks about every dossier that is under way.
func (c *call) askOutgoing() error {
	o, err := c.office()
	if err != nil {
		return err
	}
	got, err := o.AskAll(c.ctx, nil)
	if err != nil {
		return err
	}
	err = c.answer(map[string]any{"asked": got.N, "moved": list(got.Moved), "failed": list(got.Failed)}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã hỏi về %d hồ sơ.\n", got.N)
		for _, g := range got.Moved {
			fmt.Fprintf(w, "%s: %s %s\n", g.ID, g.StateName, g.SoHoSo)
		}
		for _, f := range got.Failed {
			fmt.Fprintf(w, "%s: %s\n", f.ID, f.Say)
		}
	})
	if err == nil && len(got.Failed) > 0 {
		return errRefused
	}
	return err
}

// attempts shows every time that a dossier was handed to the wire; with a folder,
// each answer goes into a file of its own, as it came.
func (c *call) attempts(o *office.Office, id, out string) error {
	all, err := o.Attempts(c.ctx, id)
	if err != nil {
		return err
	}
	files := []string{}
	if out != "" {
		if err := os.MkdirAll(out, 0o700); err != nil {
			return err
		}
		for _, f := range office.RawAnswers(id, all) {
			path := filepath.Join(out, f.Name)
			if err := office.WriteFile(path, f.Bytes); err != nil {
				return err
			}
			files = append(files, path)
		}
	}
	return c.answer(map[string]any{"id": id, "attempts": list(all), "files": files}, func(w io.Writer) {
		if len(all) == 0 {
			fmt.Fprintln(w, "Chưa gửi lần nào.")
		}
		printAttempts(w, all)
		for _, path := range files {
			fmt.Fprintln(w, "Đã ghi", path)
		}
	})
}
