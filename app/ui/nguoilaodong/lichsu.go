package nguoilaodong

import (
	"context"
	"fmt"
	"strings"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// historyKinds are files of other programs.
var historyKinds = []string{".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt", ".xml"}

// history is what files of other programs would change, as a list: what has to be
// decided or mended first, then each month of each person.
type history struct{ lines []historyLine }

type historyLine struct {
	kind, who, month, say, at string
	level                     office.FaultLevel // "" for what is neither a fault nor a reminder
	places                    []string          // one of which may be said to be right
}

func newHistory(res office.MoveInResult) *history {
	h := &history{}
	var reminders []historyLine
	add := func(l historyLine) {
		if l.kind = string(l.level); l.level == office.Nhac {
			reminders = append(reminders, l)
			return
		}
		h.lines = append(h.lines, l)
	}
	for _, f := range res.Files {
		if f.State == office.MovedNot {
			l := historyLine{level: office.Loi, say: f.Say, at: f.Name}
			if f.Signature != "" {
				l.places = []string{f.Name}
			}
			add(l)
		}
	}
	for _, p := range res.Problems {
		add(historyLine{level: p.Level, say: p.Message, at: p.File + "!" + strings.Trim(p.Sheet+"!"+p.Cell, "!")})
	}
	for _, v := range res.Findings {
		l := historyLine{level: v.Muc, who: v.HoTen, say: v.Say, at: strings.Join(v.Cho, ", ")}
		if v.Thang.Valid() {
			l.month = v.Thang.String()
		}
		if v.Muc == office.Loi {
			l.places = v.Cho
		}
		add(l)
	}
	for _, p := range res.People {
		kind := "Đổi"
		if p.New {
			kind = "Mới"
		}
		for _, m := range p.Months {
			say := m.To
			switch {
			case m.To == "":
				say = "bỏ: " + m.From
			case m.From != "":
				say = m.From + " → " + m.To
			}
			month := m.Month
			if x, ok := office.ParseMonth(month); ok {
				month = x.String()
			}
			h.lines = append(h.lines, historyLine{kind: kind, who: p.HoTen, month: month, say: say, at: strings.TrimPrefix(m.Source, "lịch sử chuyển vào: ")})
		}
		if len(p.Months) == 0 {
			h.lines = append(h.lines, historyLine{kind: kind, who: p.HoTen, say: "thêm nhân thân còn thiếu"})
		}
	}
	for _, f := range res.Files {
		if f.State != office.MovedNot {
			say := fmt.Sprintf("%d dòng", f.Lines)
			if f.State == office.MovedBefore {
				say = f.Say
			}
			if f.Signature != "" {
				say += "; chữ ký: " + f.Signature
			}
			reminders = append(reminders, historyLine{kind: "Tệp", say: say, at: f.Name})
		}
	}
	h.lines = append(h.lines, reminders...)
	return h
}

// Rows, Columns, Text and Mark make it the model of a list.
func (h *history) Rows() int { return len(h.lines) }

// Columns are what kind of line it is, the person, the month, what is said, and where.
func (h *history) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "loai", Head: "", Width: 78, Words: true},
		{Tag: "hoTen", Head: "Họ và tên", Width: 140, Kind: xwidget.KindName},
		{Tag: "thang", Head: "Từ tháng", Width: 70, Kind: xwidget.KindMonth},
		{Tag: "noi", Head: "Nội dung", Width: 300, Grow: 2, Words: true},
		{Tag: "nguon", Head: "Ở đâu", Width: 190, Grow: 1},
	}
}

// Text is a cell of the list.
func (h *history) Text(row, col int) string {
	l := h.lines[row]
	return [...]string{l.kind, l.who, l.month, l.say, l.at}[col]
}

// Mark makes what is to be decided stand out.
func (h *history) Mark(row, col int) xwidget.Mark {
	switch l := h.lines[row]; {
	case col == 0 && l.level == office.Loi:
		return xwidget.MarkBad
	case col == 0 && l.level == office.Nhac:
		return xwidget.MarkNotice
	case col == 4:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}

// pickMoveIn lets files of another program be chosen, and shows what they would change.
func (p *Page) pickMoveIn() {
	p.host.PickFiles(historyKinds, func(files []office.File) {
		in := office.MoveInInput{}
		for _, f := range files {
			in.Files = append(in.Files, office.MoveInFile{Name: f.Name, Data: f.Bytes})
		}
		p.lookAt(in)
	})
}

// runMoveIn reads the files; nothing is written where in is a look.
func (p *Page) runMoveIn(title string, in office.MoveInInput, done func(office.MoveInResult)) {
	var res office.MoveInResult
	p.host.Run(title, func(ctx context.Context, report task.Report) (err error) {
		in.Progress = report
		res, err = p.source.MoveIn(ctx, in)
		return err
	}, func(err error) {
		switch {
		case task.Cancelled(err):
			p.host.Say("Đã thôi, chưa ghi gì.", false)
		case err != nil:
			p.host.Fail(err)
		default:
			done(res)
		}
	})
}

// lookAt shows what the files would change.
func (p *Page) lookAt(in office.MoveInInput) {
	in.DryRun = true
	p.runMoveIn("Đang đọc tệp của phần mềm khác", in, func(res office.MoveInResult) { p.showMoveIn(in, res) })
}

func (p *Page) showMoveIn(in office.MoveInInput, res office.MoveInResult) {
	list := newHistory(res)
	grid := xwidget.NewList(list).Named("lichSu")
	grid.Empty = "Không có gì thay đổi."
	whole := xwidget.NewText("").Wrapped(3)
	grid.OnSelect = func(row, _ int) {
		if row < list.Rows() {
			whole.Set(strings.Trim(list.lines[row].say+" · "+list.lines[row].at, " ·"))
			whole.Refresh()
		}
	}
	loi, nhac := res.Faults()
	fresh := 0
	for _, x := range res.People {
		if x.New {
			fresh++
		}
	}
	count := xwidget.NewCaption(fmt.Sprintf("%s tệp: %s người mới, %s người thay đổi, %s chỗ cần sửa hoặc quyết định, %s nhắc",
		wording.So(len(in.Files)), wording.So(fresh), wording.So(len(res.People)-fresh), wording.So(loi), wording.So(nhac)))
	var shut func()
	more := xwidget.NewButton("Thêm tệp…", func() {
		shut()
		p.host.PickFiles(historyKinds, func(files []office.File) {
			for _, f := range files {
				in.Files = append(in.Files, office.MoveInFile{Name: f.Name, Data: f.Bytes})
			}
			p.lookAt(in)
		})
	})
	grid.OnOpen = func(row int) {
		if places := list.lines[row].places; len(places) > 0 {
			p.decide(list.lines[row], func(place string) {
				shut()
				in.Keep = append(in.Keep, place)
				p.lookAt(in)
			})
		}
	}
	write := xwidget.NewStrong("Ghi vào lịch sử", func() {
		shut()
		p.writeMoveIn(in)
	})
	shut = p.host.Dialog("Nhập lịch sử từ phần mềm khác", xwidget.Column(8,
		xwidget.NewPara("Chưa ghi gì. Tháng mà chương trình đã có thì giữ nguyên; tệp nói trái nhau thì để chưa rõ cho đến khi chọn dòng đúng (Enter ở dòng Lỗi).").In(look.Muted),
		xwidget.Sized(820, 340, xwidget.NewCard(grid).Tight()), xwidget.Sized(820, 58, whole), count,
		xwidget.Row(8, more, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), write)))
}

// decide lets a person say which line is right.
func (p *Page) decide(l historyLine, done func(place string)) {
	choices := make([]xwidget.Choice, len(l.places))
	for i, at := range l.places {
		choices[i] = xwidget.Choice{Code: at, Words: at}
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(place string) {
		shut()
		done(place)
	})
	shut = p.host.Dialog("Dòng nào đúng?", xwidget.Column(8, xwidget.NewPara(strings.TrimPrefix(l.who+": "+l.say, ": ")).In(look.Muted),
		xwidget.Sized(560, 200, pick), xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }))))
	pick.Start()
}

// writeMoveIn writes, and offers the way back.
func (p *Page) writeMoveIn(in office.MoveInInput) {
	in.DryRun = false
	p.runMoveIn("Đang ghi lịch sử", in, func(res office.MoveInResult) {
		p.OnShow()
		if !res.Kept {
			p.host.Say("Không có gì thay đổi.", false)
			return
		}
		var shut func()
		shut = p.host.Dialog("Đã ghi lịch sử của "+wording.So(len(res.People))+" người", xwidget.Column(12, xwidget.Sized(420, 1, xwidget.Spacer()),
			xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Hoàn tác", func() {
				shut()
				p.undoMoveIn()
			}), xwidget.NewStrong("Đã rõ", func() { shut() }))))
	})
}

func (p *Page) undoMoveIn() {
	p.host.Quiet(func(ctx context.Context) error {
		_, err := p.source.UndoMoveIn(ctx, "", false)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.OnShow()
		p.host.Say("Đã bỏ lần nhập lịch sử sau cùng.", false)
	})
}
