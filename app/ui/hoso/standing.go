package hoso

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// Standing puts where the person stands here into a spot: the dossier that is open, its
// leaf and the active cell.
func (p *Page) Standing(s *office.Spot) {
	d := p.open
	if d == nil {
		return
	}
	s.Dossier, s.Leaf = d.id, d.tabs.At()
	if g := d.gridOf(s.Leaf); g != nil {
		s.Row, s.Col = g.Active()
	}
}

// Return opens the dossier of a spot where the person stood.
func (p *Page) Return(s office.Spot) {
	d := newDossier(p, s.Dossier)
	p.open = d
	p.stack.Objects = []fyne.CanvasObject{d.root}
	p.stack.Refresh()
	d.reload(func() {
		d.tabs.Choose(s.Leaf)
		if g := d.gridOf(s.Leaf); g != nil && s.Row < g.Model().Rows() {
			g.Jump(s.Row, s.Col)
		}
	})
}

// gridOf is the grid on a leaf, nil where there is none. A doubt has a leaf of its own
// before the forms.
func (d *dossier) gridOf(leaf int) *xwidget.Grid {
	if d.view.State == office.NghiVan {
		leaf--
	}
	if leaf < 0 || leaf >= len(d.grids) {
		return nil
	}
	return d.grids[leaf]
}
