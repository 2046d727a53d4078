package hoso

import (
	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
)

// typed lets the window keep what is typed into a form about this dossier.
func (d *dossier) typed(name, title string, fields ...unsaved.Field) *unsaved.Open {
	return d.p.host.Typed(unsaved.Form{Name: name + ":" + d.id, Title: title + " " + d.name(), Go: office.Place{Screen: "ho-so", ID: d.id}, Fields: fields})
}
