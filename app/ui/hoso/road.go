package hoso

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/nghivan"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// roadOf shows how far the dossier is; a draft has no road yet, but what it costs
// to stay one.
func (d *dossier) roadOf() []fyne.CanvasObject {
	v := d.view
	if v.State.Draft() {
		return []fyne.CanvasObject{d.wait.line}
	}
	steps := stations(v)
	number := "chưa có"
	if v.SoHoSo != "" {
		number = v.SoHoSo
	}
	words := standing(steps)
	if !strings.Contains(words, number) {
		words = "Số hồ sơ " + number + " · " + words
	}
	said := xwidget.NewText(words)
	return []fyne.CanvasObject{xwidget.NewCard(xwidget.Column(10, d.number(), xwidget.Steps(steps))), said}
}

// placeRoad leaves no gap where there is nothing to show.
func (d *dossier) placeRoad() {
	d.road.Hidden = !slices.ContainsFunc(d.road.Objects, fyne.CanvasObject.Visible)
}

// standing is the part of the road where the dossier is.
func standing(steps []xwidget.StepItem) string {
	at := steps[0]
	for _, s := range steps {
		if s.Tone != look.Plain {
			at = s
		}
	}
	return strings.TrimSuffix(at.Title+" · "+at.Say, " · ")
}

// smallRoom shows the road as one line where the window is low, and no empty panel where
// it is narrow, so that rows of the forms are seen. Beside a panel in such a window the
// title has one line, and the keys are told by the help alone.
type smallRoom struct{ d *dossier }

// roadFrom is the height from which the whole road has its room.
const roadFrom = 500

func (l smallRoom) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if road := l.d.road.Objects; len(road) == 2 {
		low := size.Height < roadFrom
		if low {
			road[0].Hide()
			road[1].Show()
		} else {
			road[0].Show()
			road[1].Hide()
		}
	}
	l.d.placePanel(size.Width)
	tight := size.Height < roadFrom && !l.d.panel.Hidden && size.Width < panelFrom
	l.d.title.Wrapped(map[bool]int{true: 1, false: 2}[tight])
	for _, h := range l.d.hints {
		h.Hidden = tight && h.Words == keysHint
	}
	o[0].Resize(size)
}

func (l smallRoom) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// number shows the số hồ sơ large, when it has come.
func (d *dossier) number() fyne.CanvasObject {
	v := d.view
	value, ink := "chưa có", look.Muted
	if v.SoHoSo != "" {
		value, ink = v.SoHoSo, look.Done
	}
	left := xwidget.Column(0, xwidget.NewCaption("Số hồ sơ"), xwidget.NewText(value).Sized(look.FigureSize).Strong().In(ink))
	signer := "chưa ký"
	if v.Signer != "" {
		signer = v.Signer + ", " + wording.Luc(v.SignedAt)
	}
	right := xwidget.Column(0, xwidget.NewCaption("Người ký"), xwidget.NewText(signer))
	return xwidget.Shares(14, []float32{1, 1}, left, right)
}

// stations are the road's parts: signed, sent, then the agency's own steps.
func stations(v office.DossierView) []xwidget.StepItem {
	done := rank(v.State)
	at := func(n int, title, say string) xwidget.StepItem {
		it := xwidget.StepItem{Title: title, Say: say, Tone: look.Plain}
		switch {
		case n < done:
			it.Tone = look.Good
		case n == done && v.State == office.CoKetQua:
			it.Tone = look.Good
		case n == done:
			it.Tone = look.Info
		}
		return it
	}
	items := []xwidget.StepItem{
		at(1, "Đã ký", wording.Luc(v.SignedAt)),
		at(2, "Gửi", whenTo(v, office.DaGui)),
	}
	if len(v.Steps) == 0 {
		items = append(items, at(3, "Tiếp nhận", whenTo(v, office.TiepNhan)), at(4, "Giải quyết", whenTo(v, office.DangGiaiQuyet)))
	}
	stopped := v.State == office.TraLai || v.State == office.Huy
	for i, s := range v.Steps {
		next := i+1 < len(v.Steps) && reached(v.Steps[i+1])
		it := xwidget.StepItem{Title: s.Message, Say: wording.Luc(s.Time), Tone: look.Good}
		switch {
		case !reached(s) && stopped:
			continue
		case !reached(s):
			it = xwidget.StepItem{Title: stepName(s.N), Tone: look.Plain}
		case !next && !stopped && v.State != office.CoKetQua:
			it.Tone = look.Info
		}
		items = append(items, it)
	}
	if n := len(v.Steps); n > 0 && !stopped && (v.State == office.CoKetQua || v.Steps[n-1].N == lastStep) {
		return items // the agency's last step is the result
	}
	last := at(5, "Có kết quả", whenTo(v, office.CoKetQua))
	if v.State == office.TraLai {
		last = xwidget.StepItem{Title: "Bị trả lại", Say: whenTo(v, office.TraLai), Tone: look.Bad}
	}
	if v.State == office.Huy {
		last = xwidget.StepItem{Title: "Đã huỷ", Tone: look.Plain}
	}
	return append(items, last)
}

// lastStep is the number of the agency's step that is the result.
const lastStep = 4

// stepName is what a step of the agency is called while it is still to come; one
// that has come says itself what it was.
func stepName(n int) string {
	switch n {
	case 1:
		return "Tiếp nhận"
	case 2:
		return "Cấp số hồ sơ"
	case 3:
		return "Giải quyết"
	}
	return "Có kết quả"
}

// reached reports whether a step has come: the gateway lists all four from the
// start, with neither words nor time.
func reached(s office.Step) bool { return s.Message != "" || !s.Time.IsZero() }

func rank(s office.State) int {
	switch s {
	case office.DaKy, office.ChoGui:
		return 2
	case office.DangGui, office.NghiVan:
		return 2
	case office.DaGui:
		return 3
	case office.TiepNhan, office.DangGiaiQuyet:
		return 4
	case office.CoKetQua, office.TraLai:
		return 5
	}
	return 0
}

func whenTo(v office.DossierView, s office.State) string {
	for _, e := range v.Events {
		if e.To == s.Say() && e.From != e.To {
			return wording.Luc(e.Time)
		}
	}
	return ""
}

// diary is the timeline with the gateway's own words, newest first.
func (d *dossier) diary() fyne.CanvasObject {
	v := d.view
	var items []xwidget.EventItem
	for i := len(v.Events) - 1; i >= 0; i-- {
		e := v.Events[i]
		title := wording.Hoa(e.To)
		if e.From == e.To {
			title = "Ghi nhận"
		}
		items = append(items, xwidget.EventItem{When: wording.Luc(e.Time), Who: e.Who, Title: title, Say: e.Say, Raw: nghivan.Short(e.Raw), Tone: look.Info})
	}
	items = append(items, xwidget.EventItem{When: wording.Luc(v.CreatedAt), Title: "Lập hồ sơ", Say: parentSay(v), Tone: look.Plain})
	var bar fyne.CanvasObject
	if !v.State.Draft() && v.State != office.Huy {
		bar = xwidget.Inset(0, 8, 0, 0, xwidget.Row(8, xwidget.NewButton("Nhập tệp kết quả", d.pickReceived), xwidget.NewButton("Ghi lời đã báo", d.tell)))
	}
	line := xwidget.NewTimeline(items)
	scroll := xwidget.NewScroll(line)
	line.OnActive, line.OnResized = scroll.Reveal, scroll.Reflow
	return xwidget.NewCard(xwidget.Dock(nil, bar, nil, nil, scroll))
}

func parentSay(v office.DossierView) string {
	if v.Parent == "" {
		return ""
	}
	return "chép từ hồ sơ " + v.Parent
}
