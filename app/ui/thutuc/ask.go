package thutuc

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// ask is the question of the days of a case: which event, on which day, and what
// came out.
type ask struct {
	page   *Page
	root   *fyne.Container
	event  *xwidget.Select
	label  *xwidget.Text
	day    *xwidget.DateEntry
	answer *fyne.Container
	all    []office.HanCau
}

func newAsk(p *Page) *ask {
	a := &ask{page: p, root: xwidget.Column(6), label: xwidget.NewPara("").In(look.Muted), day: xwidget.NewDate(p.today()), answer: xwidget.Column(8)}
	a.day.OnSubmitted = func(string) { a.reckon() }
	a.event = xwidget.NewSelect(nil, func(string) { a.named() })
	return a
}

// set offers the questions of another case.
func (a *ask) set(all []office.HanCau) {
	a.all, a.answer.Objects = all, nil
	if len(all) == 0 {
		a.root.Objects = []fyne.CanvasObject{xwidget.NewPara("Không có thời hạn nào tính được cho trường hợp này.").In(look.Muted)}
		return
	}
	names := make([]string, len(all))
	for i, q := range all {
		s, _ := office.TimSuKien(q.SuKien)
		names[i] = s.Ten
	}
	a.event.SetOptions(names)
	a.event.ClearSelected()
	a.event.SetSelectedIndex(0)
	a.root.Objects = []fyne.CanvasObject{a.event, a.label, xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, xwidget.NewButton("Tính", a.reckon)), a.day), a.answer}
}

func (a *ask) named() {
	if i := a.event.SelectedIndex(); i >= 0 {
		s, _ := office.TimSuKien(a.all[i].SuKien)
		a.label.Set(s.Ngay)
		a.answer.Objects = nil
		a.page.scroll.Reflow()
	}
}

// reckon asks the office and shows the days.
func (a *ask) reckon() {
	i := a.event.SelectedIndex()
	if i < 0 {
		return
	}
	q := a.all[i]
	d, ok := office.ParseDay(a.day.Value())
	if !ok {
		a.show(xwidget.NewPara(a.label.Words + ": phải có dạng 03/11/2026").In(look.Error))
		return
	}
	q.Moc = map[string]office.Day{"ngay": d}
	var got office.HanKetQua
	var bad []office.HanLoi
	a.page.host.Quiet(func(ctx context.Context) (err error) {
		got, bad, err = a.page.source.Deadlines(ctx, q)
		return err
	}, func(err error) {
		if err != nil {
			a.page.host.Fail(err)
			return
		}
		a.tell(got, bad)
	})
}

func (a *ask) show(lines ...fyne.CanvasObject) {
	a.answer.Objects = lines
	a.page.scroll.Reflow()
}

func (a *ask) tell(r office.HanKetQua, bad []office.HanLoi) {
	var out []fyne.CanvasObject
	for _, b := range bad {
		out = append(out, xwidget.NewPara(b.Say).In(look.Error))
	}
	if s := supposed(r); s != "" {
		out = append(out, xwidget.NewPara(s).Sized(look.SmallSize).In(look.Muted))
	}
	for _, v := range r.Viec {
		out = append(out, task(v))
	}
	a.show(out...)
}

// supposed names the answers that nobody gave.
func supposed(r office.HanKetQua) string {
	var out []string
	for _, c := range r.Chon {
		if c.MacDinh {
			out = append(out, lowerFirst(c.Ten)+" là "+c.GiaTriN)
		}
	}
	if out == nil {
		return ""
	}
	return "Tính khi " + strings.Join(out, "; ") + "."
}

func lowerFirst(s string) string {
	r := []rune(s)
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// task is a day with what must be done by it, by whom, how it was reckoned and what
// follows if it is late.
func task(v office.HanViec) fyne.CanvasObject {
	head, ink := day(v)
	lines := []fyne.CanvasObject{
		xwidget.NewPara(head).Strong().In(ink),
		xwidget.NewPara(upperFirst(v.Han.Ai.Say()) + ": " + v.Han.Viec),
	}
	small := func(words string, ink fyne.ThemeColorName) {
		if words != "" {
			lines = append(lines, xwidget.NewPara(words).Sized(look.SmallSize).In(ink))
		}
	}
	if v.Doi != "" {
		small("Lùi từ "+v.Goc.String()+" vì là "+v.Doi, look.Muted)
	}
	if v.Xong != 0 && v.Xong != v.Ngay {
		small("Nên xong trước hết ngày "+v.Xong.String(), look.Muted)
	}
	small(v.Cach, look.Muted)
	if len(v.GiaSu) > 0 {
		small("Giả sử "+strings.Join(v.GiaSu, "; "), look.Notice)
	}
	for _, s := range v.ChuaR {
		small("Chưa rõ: "+s, look.Notice)
	}
	for _, h := range v.QuaH {
		small("Nếu muộn: "+h.Say, look.Muted)
	}
	sure := ""
	if w := sureWords[v.Han.Confidence]; w != "" {
		sure = " (" + w + ")"
	}
	small(v.Han.CanCu+sure, look.Muted)
	return xwidget.Column(2, lines...)
}

// day is when, and the colour that tells how near it is.
func day(v office.HanViec) (string, fyne.ThemeColorName) {
	if v.Ngay == 0 {
		if v.Thieu != "" {
			return upperFirst(v.Thieu), look.Muted
		}
		return "Luật không định số ngày", look.Muted
	}
	head := map[office.HanLoai]string{office.HanNop: "Trước hết ngày ", office.HanNen: "Nên trước hết ngày ", office.HanSomNhat: "Sớm nhất ngày ", office.HanHetHieu: "Hết hiệu lực sau ngày "}[v.Han.Loai]
	head += v.Ngay.String() + ", " + strings.ToLower(office.Weekday(v.Ngay))
	switch v.Trang {
	case office.HanQuaHan:
		return fmt.Sprintf("%s – đã qua %d ngày", head, -v.Con), look.Error
	case office.HanHomNay:
		return head + " – hôm nay", look.Error
	case office.HanSapHet:
		return fmt.Sprintf("%s – còn %d ngày", head, v.Con), look.Notice
	case office.HanDuocRoi:
		return head + " – đã được", look.Done
	case office.HanCon:
		return fmt.Sprintf("%s – còn %d ngày", head, v.Con), look.Text
	}
	return head, look.Text
}

func upperFirst(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
