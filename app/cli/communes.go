package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "communes", group: groupMonth, short: "đổi mã xã, mã tỉnh cũ của người lao động sang mã mới",
		use: "communes [--month 2026-11] [--choose NGƯỜI=MÃ_XÃ]… [--apply] | communes --undo",
		long: `Liệt kê người còn mã xã hoặc mã tỉnh trước 01/07/2025 và nơi mới (Quyết định 19/2025/QĐ-TTg). Xã đã chia thì nêu các nơi chọn được.
  --month THÁNG             tháng xem danh sách (mặc định: kỳ kê khai của hôm nay)
  --choose NLD000012=00025  chọn nơi mới cho người có xã đã chia; lặp lại được
  --apply                   đổi những người chỉ có một nơi mới và những người đã chọn, thành một bước
  --undo                    lấy lại bước đổi gần nhất, trừ người đã đổi nơi ở sau đó
Không có --apply thì chỉ liệt kê. Trước khi đổi, nơi cũ vẫn giữ trong lịch sử sửa của từng người (bhxh person show).`,
		run: runCommunes})
}

func runCommunes(c *call) error {
	var monthText string
	var apply, undo bool
	chosen := map[string]string{}
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.StringVar(&monthText, "month", "", "")
		fs.BoolVar(&apply, "apply", false, "")
		fs.BoolVar(&undo, "undo", false, "")
		fs.Func("choose", "", func(s string) error {
			id, maXa, ok := strings.Cut(s, "=")
			chosen[strings.TrimSpace(id)] = strings.TrimSpace(maXa)
			if !ok {
				return fmt.Errorf("%q", s)
			}
			return nil
		})
	}); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if undo {
		n, err := o.UndoCommunes(c.ctx)
		if err != nil {
			return err
		}
		return c.answer(map[string]any{"undone": n}, func(w io.Writer) { fmt.Fprintf(w, "Đã lấy lại nơi ở cũ của %d người\n", n) })
	}
	m := o.Period()
	if monthText != "" {
		if m, err = month(monthText); err != nil {
			return err
		}
	}
	moves, err := o.ConvertCommunes(c.ctx, m)
	if err != nil {
		return err
	}
	if !apply {
		return c.answer(map[string]any{"count": len(moves), "open": openMoves(moves, chosen), "people": communesJSON(moves)}, func(w io.Writer) {
			printCommunes(w, moves)
			if len(moves) > 0 {
				fmt.Fprintln(w, "Chưa đổi gì. Để đổi: thêm --apply")
			}
		})
	}
	for _, x := range moves {
		if x.Sure() {
			chosen[x.Who.ID] = x.Now[0].MaXa
		}
	}
	n, err := o.ApplyCommunes(c.ctx, m, chosen)
	if err != nil {
		return err
	}
	left := openMoves(moves, chosen)
	return c.answer(map[string]any{"changed": n, "left": left}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã đổi mã xã, mã tỉnh của %d người\n", n)
		if left > 0 {
			fmt.Fprintf(w, "Còn %d người có xã đã chia. Xem nơi chọn được: bhxh communes, rồi chọn bằng --choose\n", left)
		}
		if n > 0 {
			fmt.Fprintln(w, "Lấy lại: bhxh communes --undo")
		}
	})
}

// openMoves counts the people for whom a commune must still be chosen.
func openMoves(moves []office.CommuneMove, chosen map[string]string) (n int) {
	for _, m := range moves {
		if _, ok := chosen[m.Who.ID]; !ok && !m.Sure() {
			n++
		}
	}
	return n
}

// communesJSON keeps of each person what a script needs to choose.
func communesJSON(moves []office.CommuneMove) []map[string]any {
	out := []map[string]any{}
	for _, m := range moves {
		out = append(out, map[string]any{"id": m.Who.ID, "hoTen": m.Who.HoTen, "maXa": m.Who.MaXa, "maTinh": m.Who.MaTinh, "cu": m.Was, "moi": m.Now})
	}
	return out
}

func printCommunes(w io.Writer, moves []office.CommuneMove) {
	fmt.Fprintf(w, "%d người còn mã xã, mã tỉnh cũ\n", len(moves))
	var rows [][]string
	for _, m := range moves {
		var now []string
		for _, n := range m.Now {
			now = append(now, strings.TrimSpace(n.MaXa+" "+n.Words))
		}
		how := "→ " + now[0]
		if !m.Sure() {
			how = "đã chia, chọn: " + strings.Join(now, " hoặc ")
		}
		rows = append(rows, []string{m.Who.ID, m.Who.HoTen, m.Was, how})
	}
	table(w, rows)
}
