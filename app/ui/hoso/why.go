package hoso

import (
	"context"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/xwidget"
)

// askWhy lets a grid answer where its amounts come from: a cell, or a total below.
func (d *dossier) askWhy(m leaf, g *xwidget.Grid) {
	g.OnWhy = func(row, col int) {
		at, ok := m.amount(row, col)
		switch {
		case ok:
			bai.Ask(d.p.host, func(ctx context.Context) (office.Explained, error) { return d.p.source.WhyCell(ctx, at) })
		case len(m.totals()) > 0:
			d.whySums(m, "")
		default:
			d.p.host.Say(bai.NoAmount, true)
		}
	}
	if len(m.totals()) > 0 {
		g.OnWhySum = func(col int) { d.whySums(m, g.Model().Columns()[col].Tag) }
	}
}

// whySums opens the totals of a table, at one of them.
func (d *dossier) whySums(m leaf, tag string) {
	doc, ok := m.(*docModel)
	if !ok {
		return
	}
	sums := bai.Sums{
		Host: d.p.host, Totals: m.totals(), Paper: d.saveWorking, Cell: d.p.source.WhyCell,
		Why: func(ctx context.Context, tag string) (office.WhySum, error) {
			return d.p.source.WhyTotal(ctx, d.id, doc.doc.Form.ID, doc.tag, tag)
		},
	}
	sums.Open("Các tổng của "+doc.doc.Form.ID, tag)
}

// saveWorking puts the totals of the dossier and how they came about on paper.
func (d *dossier) saveWorking() {
	var f office.File
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		f, err = d.p.source.WorkingSheet(ctx, d.id)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.p.host.SaveFile(f)
	})
}
