package chukyso

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/kham"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// show draws the keys, and below them what was found about tokens.
func (p *Page) show() {
	now := p.host.Now()
	p.list.Objects = nil
	keys := append(append([]office.KeyInfo(nil), p.ready...), p.tokens.Keys...)
	slices.SortStableFunc(keys, func(a, b office.KeyInfo) int { return unfit(a) - unfit(b) }) // whoever has the keys of forty employers wants this one's
	for _, k := range keys {
		p.list.Add(xwidget.NewCard(p.key(k, now)))
	}
	for _, a := range p.remotes {
		p.list.Add(xwidget.NewCard(p.remote(a, now)))
	}
	if len(p.list.Objects) == 0 && !p.looking {
		p.list.Add(xwidget.NewCard(xwidget.Column(8, xwidget.NewText("Chưa thấy chữ ký số nào").Strong(),
			xwidget.NewPara("Cắm USB token rồi bấm «Tìm lại», thêm tệp .p12, hoặc thêm tài khoản ký từ xa (SmartCA, MySign, MISA eSign).").In(look.Muted))))
	}
	p.list.Add(xwidget.NewCard(p.doctor()))
	p.list.Refresh()
	p.scroll.Reflow()
}

// unfit is 1 for a key that cannot sign for the employer at hand.
func unfit(k office.KeyInfo) int {
	if k.Unfit {
		return 1
	}
	return 0
}

// key is one certificate in words, with its light.
func (p *Page) key(k office.KeyInfo, now time.Time) fyne.CanvasObject {
	light := k.Light(now)
	days := inkOf(light)
	if k.Unfit && now.After(k.From) && now.Before(k.Until) { // something else is wrong, and said below
		days = look.Muted
	}
	head := xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 8, 0, kham.Mark(light)), xwidget.Inset(8, 0, 0, 0, xwidget.NewText(k.DaysLeft(now)).Strong().In(days)), xwidget.NewPara(k.Name).Strong())
	col := xwidget.Column(4, head, fact("Ở đâu", k.Where()), fact("Của ai", k.Whose(p.mst)), fact("Nơi cấp", k.Issuer),
		fact("Dùng được", "từ "+day(k.From)+" đến "+day(k.Until)))
	for _, say := range []string{k.Say, k.PINSay} {
		if say != "" {
			col.Add(xwidget.NewPara(say).In(inkOf(light)))
		}
	}
	row := xwidget.Row(8)
	if k.PIN != office.PINUnusable {
		row.Add(xwidget.NewButton("Ký thử", func() { p.try(k) }).Tiny())
	}
	if path := k.File(); path != "" {
		row.Add(xwidget.NewButton("Bỏ khỏi danh sách", func() { p.forget(path) }).Tiny())
	}
	if len(row.Objects) > 0 {
		col.Add(xwidget.Inset(0, 4, 0, 0, row))
	}
	return col
}

// remote is an account of a remote service; its certificates are known once it was
// logged in to.
func (p *Page) remote(a office.RemoteAccount, now time.Time) fyne.CanvasObject {
	col := xwidget.Column(4, xwidget.NewPara(a.Name).Strong(), fact("Ở đâu", a.Service()), fact("Tên dùng", a.Account.User))
	keys, asked := p.seen[a.Name]
	for _, k := range keys {
		col.Add(xwidget.NewRule())
		col.Add(xwidget.Row(8, kham.Mark(k.Light(now)), xwidget.NewText(k.Name).Strong(), xwidget.NewText(k.DaysLeft(now)).In(inkOf(k.Light(now)))))
		col.Add(fact("Của ai", k.Whose(p.mst)))
		col.Add(fact("Nơi cấp", k.Issuer))
		if k.Say != "" {
			col.Add(xwidget.NewPara(k.Say).In(inkOf(k.Light(now))))
		}
	}
	switch {
	case !asked:
		col.Add(xwidget.NewPara("Chưa đăng nhập lần nào nên chưa biết chứng thư của ai.").In(look.Muted))
	case len(keys) == 0:
		col.Add(xwidget.NewPara("Đăng nhập được, nhưng tài khoản không có chứng thư nào.").In(look.Notice))
	}
	col.Add(xwidget.Inset(0, 4, 0, 0, xwidget.Row(8, xwidget.NewButton("Đăng nhập thử", func() { p.login(a) }).Tiny(),
		xwidget.NewButton("Ký thử", func() { p.tryWith(office.KeyInfo{Spec: a.Key(), Account: a.Name, Service: a.Service()}, nil) }).Tiny(),
		xwidget.NewButton("Xoá tài khoản", func() { p.removeRemote(a.Name) }).Tiny())))
	return col
}

// doctor tells what keeps tokens from signing: driver, reader, PIN, clock.
func (p *Page) doctor() fyne.CanvasObject {
	col := xwidget.Column(10, xwidget.NewText("Trình điều khiển, đầu đọc, mã PIN, đồng hồ").Strong())
	switch {
	case p.looking:
		col.Add(xwidget.NewPara("Đang tìm token. Trình điều khiển bị treo thì mất 15 giây.").In(look.Muted))
	case p.trouble != "":
		col.Add(xwidget.NewPara(p.trouble).In(look.Error))
	default:
		col.Add(kham.Lines(p.tokens.Found))
	}
	col.Add(xwidget.Row(8, xwidget.NewButton("Chọn tệp trình điều khiển…", func() { kham.PickDriver(p.source, p.host, p.again) }).Tiny(),
		xwidget.NewButton("Khám cả máy", func() { p.host.Go(office.Place{Screen: office.CheckupScreen}) }).Tiny()))
	return col
}

// fact is a short line with its label; nothing where there is nothing to say.
func fact(label, value string) fyne.CanvasObject {
	if value == "" {
		value = "chưa rõ"
	}
	return xwidget.Dock(nil, nil, xwidget.Sized(96, 0, xwidget.NewText(label).In(look.Muted)), nil, xwidget.NewPara(value))
}

// inkOf is the colour of a light.
func inkOf(l office.Level) fyne.ThemeColorName {
	switch l {
	case office.Red:
		return look.Error
	case office.Yellow:
		return look.Notice
	}
	return look.Done
}

// day is the day of a moment in Vietnam.
func day(t time.Time) string {
	at, _, _ := strings.Cut(wording.Luc(t), " ")
	return at
}
