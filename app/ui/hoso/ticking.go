package hoso

import (
	"fmt"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// ticking keeps which dossiers of the list are to be signed together. Where fewer
// than two can be signed there is nothing to choose, and the list has no boxes.
type ticking struct {
	on   map[string]bool
	able int
}

// signable reports whether a dossier can still be signed; signing checks it first.
func signable(d office.DossierView) bool { return d.State.Draft() }

// follow forgets the ticks of dossiers that can no longer be signed.
func (t *ticking) follow(all []office.DossierView) {
	before := t.on
	t.on, t.able = map[string]bool{}, 0
	for _, d := range all {
		if signable(d) {
			t.able++
			t.on[d.ID] = before[d.ID]
		}
	}
}

// offered reports whether the list has boxes.
func (t *ticking) offered() bool { return t.able > 1 }

func (t *ticking) word(d office.DossierView) string {
	switch {
	case !signable(d):
		return xwidget.NoBox
	case t.on[d.ID]:
		return xwidget.Ticked
	}
	return ""
}

// ticked are the dossiers to sign, in the order of the list.
func (l *list) ticked() []office.DossierView {
	var out []office.DossierView
	if !l.ticks.offered() {
		return nil
	}
	for _, d := range l.all {
		if l.ticks.on[d.ID] {
			out = append(out, d)
		}
	}
	return out
}

// Toggle ticks a dossier that can be signed, or takes the tick away.
func (l *list) Toggle(row, _ int) {
	if d := l.at(row); signable(d) {
		l.ticks.on[d.ID] = !l.ticks.on[d.ID]
	}
}

// tickAll ticks what is listed and can be signed, or takes every tick away.
func (l *list) tickAll(on bool) {
	if on {
		for row := range l.view {
			if d := l.at(row); signable(d) {
				l.ticks.on[d.ID] = true
			}
		}
	} else {
		clear(l.ticks.on)
	}
	l.grid.Refresh()
	l.countTicks()
}

// countTicks shows how many are ticked.
func (l *list) countTicks() {
	n := len(l.ticked())
	l.signing.Words = "Ký các hồ sơ đã chọn"
	if n > 0 {
		l.signing.Words += fmt.Sprintf(" (%d)", n)
	}
	if n > 0 && !l.p.batching {
		l.signing.Enable()
	} else {
		l.signing.Disable()
	}
	l.signing.Hidden = !l.ticks.offered()
	l.choose.Hidden = !l.ticks.offered()
	l.keys.Words = "Enter hoặc bấm đúp để mở"
	if l.ticks.offered() {
		l.keys.Words += " · Phím cách để chọn hoặc bỏ chọn hồ sơ chưa ký"
	}
	l.root.Refresh()
}
