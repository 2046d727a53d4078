package hoso

import (
	"ankhai/app/office"
	"ankhai/app/ui/nghivan"
)

// doubt decides about a dossier of which nobody can tell whether it arrived, and about
// what was handed on without a gateway.
func (d *dossier) doubt() *nghivan.Desk {
	return &nghivan.Desk{Source: d.p.source, Host: d.p.host, ID: d.id, Name: d.name(), Reload: d.reload}
}

// Heard brings the screen in step with what the outbox did by itself: the list,
// or the dossier that is open if it was among them.
func (p *Page) Heard(ended []office.Sent) {
	if p.open == nil {
		if len(ended) > 0 {
			p.list.reload()
		}
		return
	}
	for _, s := range ended {
		if s.DossierID == p.open.id && !p.open.view.State.Draft() && s.State != p.open.view.State {
			p.open.reload(nil)
			return
		}
	}
}
