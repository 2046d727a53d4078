package thutuc

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/laphoso"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// chosen is the case of a service that a person looks at: its papers with ticks,
// and the question whose days are asked.
type chosen struct {
	page    *Page
	service office.DichVu
	pick    *xwidget.Select
	about   *fyne.Container // the case's forms and papers
	left    *xwidget.Text   // how many papers are not ticked yet
	papers  []*widget.Check
	must    []bool // which of them the case requires
	ask     *ask
}

func newChosen(p *Page, s office.DichVu) *chosen {
	c := &chosen{page: p, service: s, about: xwidget.Column(6), left: xwidget.NewPara("").Sized(look.SmallSize), ask: newAsk(p)}
	names := make([]string, len(s.TruongHop))
	for i, t := range s.TruongHop {
		names[i] = t.ID + " · " + t.Ten
	}
	c.pick = xwidget.NewSelect(names, func(string) {
		c.show(s.TruongHop[c.pick.SelectedIndex()])
		p.scroll.Reflow()
	})
	c.pick.SetSelectedIndex(0)
	return c
}

func (c *chosen) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		xwidget.NewText("Trường hợp").Strong(), c.pick, c.draft(), c.about,
		xwidget.NewRule(), xwidget.NewText("Tính hạn").Strong(), c.ask.root,
	}
}

// draft are the ways from the case to a dossier; a guide has none.
func (c *chosen) draft() fyne.CanvasObject {
	if c.service.HuongDan {
		return xwidget.Spacer()
	}
	return xwidget.Column(6,
		xwidget.Row(8, xwidget.NewStrong("Lập hồ sơ", func() {
			laphoso.Start(c.page.source, c.page.host, c.service, c.at().ID)
		}), xwidget.NewButton("Lập từ Excel…", func() { c.books().Choose() })),
		xwidget.Row(4, xwidget.NewQuiet("Lấy mẫu Excel trống", func() {
			laphoso.BlankOf(c.page.source, c.page.host, c.service, c.at())
		}).Tiny(), xwidget.NewQuiet("Xem hồ sơ mẫu", func() {
			laphoso.NewSamples(c.page.source, c.page.host).Of(c.service, c.at())
		}).Tiny()))
}

// at is the case that is looked at.
func (c *chosen) at() office.TruongHop { return c.service.TruongHop[c.pick.SelectedIndex()] }

// books is the way from files to the case.
func (c *chosen) books() *laphoso.Books {
	return laphoso.NewBooks(c.page.source, c.page.host, c.service, c.at())
}

// show tells what a case takes.
func (c *chosen) show(t office.TruongHop) {
	c.about.Objects, c.papers, c.must = nil, nil, nil
	add := func(name, value string) {
		if value != "" {
			c.about.Add(pair(name, xwidget.NewPara(value)))
		}
	}
	under := strings.Join(t.ThuTuc, ", ")
	if under == "" && !c.service.HuongDan {
		under = c.service.ID + " (mã của AnKhai, chưa có mã chính thức)"
	}
	add("Thủ tục", under)
	add("Mẫu", office.GoiMaus(t.Mau, ", "))
	add("Có thể kèm", office.GoiMaus(t.MauKem, ", "))
	add("Phương án", strings.Join(t.PhuongAn, ", "))
	add("Lưu ý", t.GhiChu)
	if w := sureWords[t.Confidence]; w != "" {
		c.about.Add(xwidget.NewPara("Trường hợp này: " + w + ".").Sized(look.SmallSize).In(look.Notice))
	}
	papers := c.service.GiayCua(t.ID)
	if len(papers) == 0 {
		c.about.Add(xwidget.NewPara("Không cần giấy tờ kèm theo.").In(look.Muted))
	}
	for _, g := range papers {
		c.about.Add(c.paper(g))
	}
	if len(papers) > 0 {
		c.about.Add(c.left)
	}
	c.count()
	c.ask.set(office.HanCuaTruongHop(t.ID, c.service.ID))
}

// paper is a line of the checklist: one paper, or the choice of some.
func (c *chosen) paper(g office.ChonGiay) fyne.CanvasObject {
	tick := widget.NewCheck("", func(bool) { c.count() })
	c.papers, c.must = append(c.papers, tick), append(c.must, g.BatBuoc())
	words := []fyne.CanvasObject{xwidget.NewPara(g.Ten())}
	if g.BatBuoc() {
		words[0] = xwidget.NewPara(g.Ten()).Strong()
	}
	if n := note(g); n != "" {
		words = append(words, xwidget.NewPara(n).Sized(look.SmallSize).In(look.Muted))
	}
	return xwidget.Shares(6, []float32{1, 11}, tick, xwidget.Column(1, words...))
}

// note is when a paper is asked for, how it is given, and how sure that is.
func note(g office.ChonGiay) string {
	one := g[0]
	var out []string
	switch {
	case one.BatBuoc && len(g) > 1:
		out = append(out, "một trong các giấy tờ này")
	case one.Tuy:
		out = append(out, "chỉ khi "+one.Khi)
	case !one.BatBuoc:
		out = append(out, "nếu có")
	}
	if one.Cach != office.GiayTep {
		out = append(out, one.Cach.Say())
	}
	if one.TheNao != "" {
		out = append(out, one.TheNao)
	}
	if w := sureWords[one.Confidence]; w != "" {
		out = append(out, w)
	}
	return strings.Join(out, "; ")
}

// count tells how many papers that must be there are not ticked.
func (c *chosen) count() {
	missing, must := 0, 0
	for i, tick := range c.papers {
		if c.must[i] {
			must++
			if !tick.Checked {
				missing++
			}
		}
	}
	switch {
	case must == 0:
		c.left.In(look.Muted).Set("Không có giấy tờ bắt buộc.")
	case missing == 0:
		c.left.In(look.Done).Set("Đã đủ giấy tờ bắt buộc.")
	default:
		c.left.In(look.Notice).Set(fmt.Sprintf("Còn thiếu %d trong %d giấy tờ bắt buộc.", missing, must))
	}
}
