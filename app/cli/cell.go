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
	register(&command{name: "cell", group: groupFile, short: "một ô của hồ sơ: ghi; đã ghi những gì, ai sửa, lúc nào, ở đâu ra; hoàn tác, làm lại",
		use: "cell set MÃ MẪU DÒNG CỘT GIÁ_TRỊ [--table BẢNG] | history MÃ MẪU DÒNG CỘT [--table BẢNG] | undo MÃ MẪU | redo MÃ MẪU",
		long: `set ghi một ô của bản nháp, như gõ vào ô trên cửa sổ: ô mã nhận cả chữ ("tang moi"), GIÁ_TRỊ rỗng thì xoá ô. Không nhận được thì nói
vì sao và không đổi gì. Nhiều ô một lúc: bhxh fill.
history liệt kê các lần ô ấy đổi từ khi lập hồ sơ, mới nhất trước: lúc nào, ai, từ gì thành gì, nhập tay hay chương trình điền;
và nói câu trả lời đang có ở đâu ra. Bước đã hoàn tác không còn trong lịch sử.
DÒNG từ 1, như hồ sơ đang đứng; CỘT là tên hoặc nhãn cột (bhxh forms show MẪU).
  --table BẢNG   ô của phần đầu (head, DÒNG ghi 1) hoặc của một bảng phụ
undo lấy lại bước sửa cuối của một mẫu trong bản nháp; redo làm lại bước vừa hoàn tác.
Mã thoát 1 khi ô không nhận giá trị ấy, hoặc không còn gì để hoàn tác, làm lại.
Ví dụ: bhxh cell set HS000001 D02-LT 3 MucLuong 6700000
       bhxh cell history HS000001 D02-LT 3 MucLuong
       bhxh cell undo HS000001 D02-LT`, run: runCell})
}

func runCell(c *call) error {
	var table string
	if err := c.flags(3, 6, func(fs *flag.FlagSet) { fs.StringVar(&table, "table", "", "") }); err != nil {
		return err
	}
	verb := c.args[0]
	c.args = c.args[1:]
	switch {
	case verb == "set" && len(c.args) == 5:
		return c.setCell(table)
	case verb == "history" && len(c.args) == 4:
		return c.cellHistory(table)
	case (verb == "undo" || verb == "redo") && len(c.args) == 2:
		return c.stepBack(verb == "redo")
	}
	return wrong("cell set MÃ MẪU DÒNG CỘT GIÁ_TRỊ, history MÃ MẪU DÒNG CỘT, undo MÃ MẪU hoặc redo MÃ MẪU")
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
	origin, err := o.Origin(c.ctx, at.Dossier, at.Form, at.Table, at.Row, at.Tag)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"title": title, "origin": origin, "changes": list(changes)}, func(w io.Writer) {
		fmt.Fprintln(w, title)
		if origin != "" {
			fmt.Fprintln(w, "    đang có:", origin)
		}
		if len(changes) == 0 {
			fmt.Fprintln(w, "    chưa đổi từ khi lập hồ sơ")
		}
		for _, k := range changes {
			fmt.Fprintf(w, "    %s\n", office.CellChangeSay(k))
		}
	})
}

// setCell writes one cell, as somebody types it.
func (c *call) setCell(table string) error {
	at, err := c.cellRef(table)
	if err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	refused, err := o.EditCells(c.ctx, at.Dossier, at.Form, at.Table, []office.CellText{{Row: at.Row, Tag: at.Tag, Text: c.args[4]}})
	if err != nil {
		return err
	}
	why := refused[0]
	if err := c.answer(map[string]any{"id": at.Dossier, "form": at.Form, "row": at.Row + 1, "column": at.Tag, "done": why == "", "refused": why}, func(w io.Writer) {
		if why == "" {
			fmt.Fprintf(w, "Đã ghi %s ở dòng %d của %s, hồ sơ %s\n", c.args[3], at.Row+1, at.Form, at.Dossier)
		}
	}); err != nil {
		return err
	}
	if why != "" {
		fmt.Fprintln(c.Err, "Chưa ghi.", why)
		return errFaults
	}
	return nil
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
	_, err = step(c.ctx, id, formID)
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
