package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/storage"
)

func init() {
	register(&command{name: "cell", group: groupFile, short: "một ô của hồ sơ đã ghi những gì, ai sửa, lúc nào; hoàn tác, làm lại",
		use: "cell history MÃ MẪU DÒNG CỘT [--table BẢNG] | undo MÃ MẪU | redo MÃ MẪU",
		long: `history liệt kê các lần ô ấy đổi từ khi lập hồ sơ, mới nhất trước: lúc nào, ai, từ gì thành gì, nhập tay hay chương trình điền.
Bước đã hoàn tác không còn trong lịch sử. DÒNG từ 1, như hồ sơ đang đứng; CỘT là tên hoặc nhãn cột (bhxh forms show MẪU).
  --table BẢNG   ô của phần đầu (head, DÒNG ghi 1) hoặc của một bảng phụ
undo lấy lại bước sửa cuối của một mẫu trong bản nháp; redo làm lại bước vừa hoàn tác.
Mã thoát 1 khi không còn gì để hoàn tác hoặc làm lại.
Ví dụ: bhxh cell history HS000001 D02-LT 3 MucLuong
       bhxh cell undo HS000001 D02-LT`, run: runCell})
}

func runCell(c *call) error {
	var table string
	if err := c.flags(3, 5, func(fs *flag.FlagSet) { fs.StringVar(&table, "table", "", "") }); err != nil {
		return err
	}
	verb := c.args[0]
	c.args = c.args[1:]
	switch {
	case verb == "history" && len(c.args) == 4:
		return c.cellHistory(table)
	case (verb == "undo" || verb == "redo") && len(c.args) == 2:
		return c.stepBack(verb == "redo")
	}
	return wrong("cell history MÃ MẪU DÒNG CỘT, undo MÃ MẪU hoặc redo MÃ MẪU")
}

func (c *call) cellHistory(table string) error {
	at, err := c.cellRef(table)
	if err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	title, changes, err := o.CellHistory(c.ctx, at)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"title": title, "changes": list(changes)}, func(w io.Writer) {
		fmt.Fprintln(w, title)
		if len(changes) == 0 {
			fmt.Fprintln(w, "    chưa đổi từ khi lập hồ sơ")
		}
		for _, k := range changes {
			fmt.Fprintf(w, "    %s\n", office.CellChangeSay(k))
		}
	})
}

// stepBack takes the last change of a form back, or does it again.
func (c *call) stepBack(again bool) error {
	id, formID := c.args[0], strings.ToUpper(c.args[1])
	if form.Of(formID) == nil {
		return wrong("không có mẫu %q; xem: bhxh forms list", c.args[1])
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	step, done, none := o.Undo, "Đã hoàn tác", "Không còn gì để hoàn tác"
	if again {
		step, done, none = o.RedoEdit, "Đã làm lại", "Không còn gì để làm lại"
	}
	err = step(c.ctx, id, formID)
	nothing := errors.Is(err, storage.ErrNothingToUndo)
	if err != nil && !nothing {
		return err
	}
	words := done
	if nothing {
		words = none
	}
	if err := c.answer(map[string]any{"done": !nothing}, func(w io.Writer) { fmt.Fprintf(w, "%s ở mẫu %s của %s\n", words, formID, id) }); err != nil {
		return err
	}
	if nothing {
		return errFaults
	}
	return nil
}
