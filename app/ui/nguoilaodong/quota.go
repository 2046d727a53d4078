package nguoilaodong

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// fewUnknown is how many unknowns have room beside the list.
const fewUnknown = 2

// entitled tells what a person may still have in the year: a line for each benefit,
// what is missing for it, and what nobody knows.
func (p *Page) entitled(q office.Quota) fyne.CanvasObject {
	col := xwidget.Column(6, xwidget.NewText(fmt.Sprintf("Chế độ còn được hưởng trong năm %d", q.Year)).Strong())
	for _, e := range q.Items {
		lines := xwidget.Column(0, xwidget.NewPara(e.Label).Sized(look.SmallSize).In(look.Muted), xwidget.NewPara(wording.Hoa(e.Words())))
		for _, c := range e.Missing() {
			lines.Add(xwidget.NewPara("Thiếu: " + c.Say).Sized(look.SmallSize).In(look.Notice))
		}
		col.Add(lines)
	}
	if len(q.Unknown) > 0 {
		col.Add(xwidget.NewPara("Chưa biết: " + bai.Few(q.Unknown, fewUnknown)).Sized(look.SmallSize).In(look.Muted))
	}
	col.Add(xwidget.Row(8, xwidget.NewQuiet("Vì sao?", func() { p.explain(q) }), xwidget.NewButton("Ghi điều chưa biết…", func() { p.askCareer(q) })))
	return col
}

// quotaWidth and quotaHeight fit the dialog into the smallest window.
const quotaWidth, quotaHeight = 720, 380

// met are the answers to a condition, with their colours.
var met = map[office.Met]struct {
	say string
	in  fyne.ThemeColorName
}{office.MetYes: {"đủ", look.Done}, office.MetNo: {"thiếu", look.Error}, office.MetUnknown: {"chưa rõ", look.Notice}}

// explain opens every benefit with its conditions, its articles and its working.
func (p *Page) explain(q office.Quota) {
	col := xwidget.Column(4)
	for i, e := range q.Items {
		if i > 0 {
			col.Add(xwidget.NewRule())
		}
		col.Add(xwidget.Row(8, xwidget.NewText(e.Label).Sized(14).Strong(), xwidget.NewText(wording.Hoa(e.Words()))))
		for _, c := range e.Conditions {
			say := xwidget.Column(0, xwidget.NewPara(wording.Hoa(c.Say)), xwidget.NewPara(c.Basis).Sized(look.SmallSize).In(look.Muted))
			col.Add(xwidget.Shares(8, []float32{1, 8}, xwidget.NewPara(met[c.Met].say).Strong().In(met[c.Met].in), say))
		}
		for _, s := range e.Unknown {
			col.Add(xwidget.Shares(8, []float32{1, 8}, xwidget.NewPara("chưa biết").In(look.Notice), xwidget.NewPara(wording.Hoa(s))))
		}
		for _, o := range bai.Notes(e.Warnings) {
			col.Add(o)
		}
		for _, o := range bai.Steps(e.Working) {
			col.Add(o)
		}
	}
	scroll := xwidget.NewScroll(col)
	body := xwidget.Column(8, xwidget.Sized(quotaWidth, 1, xwidget.Spacer()),
		xwidget.NewPara(fmt.Sprintf("Tính đến %s, từ những đợt đã ghi và danh sách từ tháng %s. Số ngày đã hưởng là số đã ghi ở đây.", q.On, q.Worked.Since)).Sized(look.SmallSize).In(look.Muted))
	if len(q.Unknown) > 0 {
		body.Add(xwidget.Column(0, bai.Notes([]string{"Chưa biết: " + strings.Join(q.Unknown, "; ")})...))
	}
	var shut func()
	body.Add(xwidget.Sized(quotaWidth, quotaHeight, scroll))
	body.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() })))
	shut = p.host.Dialog("Chế độ còn được hưởng của "+q.HoTen, body)
}

// unsaid is the choice of saying nothing.
const unsaid = "chưa ghi"

// askCareer asks for what the roster cannot know of a working life.
func (p *Page) askCareer(q office.Quota) {
	months := xwidget.NewCode()
	months.SetPlaceHolder("số tháng, xem sổ BHXH")
	if n := q.Worked.Before; n != nil {
		months.SetText(strconv.FormatInt(*n, 10))
	}
	heavy := xwidget.NewSelect([]string{unsaid, "không", "có"}, nil)
	heavy.SetSelected(unsaid)
	if h := q.Worked.Heavy; h != nil {
		heavy.SetSelected(map[bool]string{true: "có", false: "không"}[*h])
	}
	fault := xwidget.NewPara("").Sized(look.SmallSize).In(look.Error)
	typed := p.host.Typed(unsaved.Form{Name: "qua-trinh:" + q.Person, Title: "Điều danh sách không biết về " + q.HoTen, Go: office.Place{Screen: "nguoi-lao-dong", ID: q.Person},
		Fields: []unsaved.Field{unsaved.Text("soThang", "Số tháng đã đóng trước đó", months), unsaved.Option("nangNhoc", "Nghề nặng nhọc", heavy)}})
	var shut func()
	body := xwidget.Column(8, xwidget.Sized(460, 1, xwidget.Spacer()), typed.Top(),
		xwidget.NewPara("Số tháng đã đóng BHXH bắt buộc trước tháng "+q.Worked.Since.String()+", tháng đầu tiên có trong danh sách"), months, fault,
		xwidget.NewPara("Nghề nặng nhọc, độc hại, nguy hiểm, hoặc làm việc ở vùng đặc biệt khó khăn"), heavy,
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Bỏ qua", func() { shut() }), xwidget.NewStrong("Ghi", func() {
			c, say := readCareer(months.Text, heavy.Selected)
			if say != "" {
				fault.Set(say)
				return
			}
			shut()
			p.keepCareer(q.Person, c, typed)
		})))
	shut = p.host.Dialog("Điều danh sách không biết về "+q.HoTen, body)
}

// readCareer reads the two answers; say is what is wrong with them.
func readCareer(months, heavy string) (c office.Career, say string) {
	if months = strings.TrimSpace(months); months != "" {
		n, err := strconv.ParseInt(months, 10, 64)
		if err != nil || n < 0 || n > 720 {
			return c, "Số tháng: từ 0 đến 720"
		}
		c.MonthsBefore = &n
	}
	if heavy != unsaid {
		yes := heavy == "có"
		c.Heavy = &yes
	}
	return c, ""
}

func (p *Page) keepCareer(id string, c office.Career, typed *unsaved.Open) {
	p.host.Quiet(func(ctx context.Context) error { return p.source.PutCareer(ctx, id, c) }, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		typed.Stored()
		p.again()
	})
}
