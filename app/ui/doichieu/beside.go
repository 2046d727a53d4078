package doichieu

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// beside is what stands beside the rows: who makes the difference of the chosen one.
type beside struct {
	causes *fyne.Container
	scroll *xwidget.Scroll
}

func newBeside() beside {
	b := beside{causes: xwidget.Column(8)}
	b.scroll = xwidget.NewScroll(b.causes)
	return b
}

// about tells of a row who makes its difference and what to do.
func (p *Page) about(row int) {
	if p.res == nil || row >= len(p.rows.all) {
		return
	}
	d := p.rows.all[row]
	out := []fyne.CanvasObject{xwidget.NewText(d.Ma + " · " + d.Ten).Wrapped(3).Strong()}
	if n, ok := p.rows.cell(row).So(); ok {
		out = append(out, xwidget.Row(8, xwidget.NewText("Chênh lệch "+office.VietSo(n)).Strong(), xwidget.Spacer(),
			xwidget.NewButton("Vì sao?", func() { p.why(row) }).Tiny()))
	}
	if !p.rows.anywhere(row) {
		say := "Dòng này không lệch ở cột nào."
		if p.res.Khop() {
			say = p.res.Words() + "."
		}
		p.tell(append(append(out, xwidget.NewPara(say).In(look.Muted)), p.notes()...))
		return
	}
	causes, left := p.res.Cua(d.Ma)
	for _, x := range causes {
		out = append(out, p.cause(x))
	}
	if n := len(p.res.LoiGiai) - 1; n > 0 && len(causes) > 0 {
		out = append(out, xwidget.NewQuiet(fmt.Sprintf("Còn %d cách giải thích khác", n), p.others))
	}
	for _, l := range left {
		out = append(out, xwidget.NewPara(l.Say+".").In(look.Error))
	}
	if len(causes)+len(left) == 0 {
		out = append(out, xwidget.NewPara("Lệch theo các dòng khác của thông báo.").In(look.Muted))
	}
	p.tell(append(out, p.notes()...))
}

func (p *Page) tell(out []fyne.CanvasObject) {
	p.causes.Objects = out
	p.scroll.Reflow()
	p.scroll.ToTop()
}

// cause lays one cause out with the buttons of what can be done.
func (p *Page) cause(x office.C12NguyenNhan) fyne.CanvasObject {
	lines := []fyne.CanvasObject{xwidget.NewPara(x.Say + ".")}
	if n := len(x.Khac) + x.Hon; n > 0 {
		say := "Cùng số tiền, chưa phân biệt được: "
		for i, a := range x.Khac[:min(len(x.Khac), 4)] {
			if i > 0 {
				say += ", "
			}
			say += a.Ten()
		}
		if more := n - min(len(x.Khac), 4); more > 0 {
			say += fmt.Sprintf(" và %d người khác", more)
		}
		lines = append(lines, xwidget.NewPara(say+".").In(look.Notice))
	}
	lines = append(lines, xwidget.NewPara("Nên làm: "+x.Sua.Say+".").In(look.Muted))
	if words := map[office.C12Viec]string{office.C12LapHoSo: "Lập hồ sơ", office.C12SuaTra: "Sửa hồ sơ bị trả lại", office.C12VanBan: "Lập văn bản"}[x.Sua.Viec]; words != "" {
		lines = append(lines, xwidget.Row(8, xwidget.NewButton(words, func() { p.mend(x.Sua) }).Tiny()))
	}
	panel := xwidget.NewPanel(look.NoticeBg, xwidget.Inset(12, 6, 10, 8, xwidget.Column(4, lines...)))
	panel.Stripe = look.Notice
	return panel
}

// mend drafts what mends a cause and goes there; a letter is kept as a file.
func (p *Page) mend(s office.C12Sua) {
	if s.Viec == office.C12VanBan {
		p.keep("Đang lập văn bản", p.source.C12Letter)
		return
	}
	month := p.host.Month()
	var made office.Dossier
	p.host.Run("Đang lập hồ sơ", func(ctx context.Context, _ task.Report) (err error) {
		made, err = p.source.MendC12(ctx, month, s)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Go(office.Place{Screen: "ho-so", ID: made.ID})
	})
}

// others opens the further answers.
func (p *Page) others() {
	body := xwidget.Column(8, xwidget.Sized(600, 1, xwidget.Spacer()))
	for i, l := range p.res.LoiGiai[1:] {
		say := fmt.Sprintf("Cách %d", i+2)
		if !l.KemPhu {
			say += " · số người hoặc quỹ lương không khớp theo"
		}
		body.Add(xwidget.NewText(say).Strong())
		for _, x := range l.NguyenNhan {
			body.Add(xwidget.NewPara("– " + x.Say + "."))
		}
	}
	var shut func()
	out := xwidget.Column(8, xwidget.Sized(620, 300, xwidget.NewScroll(body)), xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() })))
	shut = p.host.Dialog("Cách giải thích khác", out)
}

// why opens the working behind a row in the column shown.
func (p *Page) why(row int) {
	if p.res == nil || row >= len(p.rows.all) {
		return
	}
	ma, c := p.rows.all[row].Ma, p.rows.cols[p.rows.at]
	bai.Ask(p.host, func(context.Context) (office.Explained, error) { return p.res.WhyC12(ma, c) })
}

// notes are what a person has to know beside the table.
func (p *Page) notes() []fyne.CanvasObject {
	say := append([]string{}, p.res.LuuY...)
	if n := len(p.res.Faults); n > 0 {
		say = append(say, fmt.Sprintf("Thông báo có %d chỗ tự cộng không khớp: xem bảng Excel", n))
	}
	var out []fyne.CanvasObject
	for _, s := range say {
		out = append(out, xwidget.NewPara(s+".").Sized(look.SmallSize).In(look.Muted))
	}
	return out
}

// problems are what was not read of the file taken in here.
func (p *Page) problems() []fyne.CanvasObject {
	if len(p.found) == 0 {
		return nil
	}
	say := make([]string, len(p.found))
	for i, f := range p.found {
		say[i] = f.Say
	}
	return []fyne.CanvasObject{xwidget.Inset(0, 0, 0, 8, xwidget.Column(0, bai.Notes([]string{bai.Few(say, 2)})...))}
}
