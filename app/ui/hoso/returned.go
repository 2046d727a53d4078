package hoso

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
)

// returned is what is known of why a dossier, or the one it was copied from, came
// back.
type returned struct {
	why  *office.Rejection // nil: it did not
	diff office.Difference // of a copy: what it has otherwise
}

// readReturned asks why the dossier came back; nothing for one that did not.
func (d *dossier) readReturned(ctx context.Context, v office.DossierView) (r returned, err error) {
	if v.State != office.TraLai && (v.Parent == "" || !v.State.Draft()) {
		return r, nil
	}
	why, err := d.p.source.Rejection(ctx, v.ID)
	if errors.Is(err, office.ErrNotReturned) {
		return r, nil
	}
	if err != nil {
		return r, err
	}
	r.why = &why
	if why.Copy != "" {
		r.diff, err = d.p.source.Difference(ctx, v.ID, "")
	}
	return r, err
}

// was is what stood in a cell of a copy before it was changed; row counts from 0.
func (r returned) was(formID, table string, row int, tag string) (string, bool) {
	for _, k := range r.diff.Cells {
		if k.Kieu == office.TraLaiSua && k.Mau == formID && k.Bang == table && k.Tag == tag && (table == headTable || k.Moi == row+1) {
			return k.Truoc, true
		}
	}
	return "", false
}

// askReturned reads the reasons again, after an edit that may have answered one.
func (d *dossier) askReturned() {
	if d.returned.why == nil {
		return
	}
	var r returned
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		r, err = d.readReturned(ctx, d.view)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.returned = r
		d.showFaults()
	})
}

// marked are the faults to mark in the grids: the reasons, then what a check found.
func (d *dossier) marked() []office.Fault {
	if d.returned.why == nil {
		return d.faults
	}
	return append(d.returned.why.AsFaults(), d.faults...)
}

// reasonItems tells the reasons, each at its places.
func (d *dossier) reasonItems() (out []xwidget.FaultItem) {
	if d.returned.why == nil {
		return nil
	}
	for _, r := range d.returned.why.Reasons {
		if len(r.Places) == 0 {
			say := r.Say
			for _, l := range r.Lacks {
				say += ". " + wordsOf(l)
			}
			out = append(out, xwidget.FaultItem{Place: "Cả hồ sơ", Say: say, Code: r.Code(), Bad: true})
		}
		for _, p := range r.Places {
			at := office.FaultPlace{Table: p.Bang, Row: p.Dong, Tag: p.Tag, Label: p.Nhan}
			it := d.faultItem(office.Fault{Code: r.Code(), Level: office.Loi, Form: p.Mau, Say: r.Say}, at)
			it.Place = p.Where()
			switch {
			case p.Gone:
				it.Place, it.Say, it.Bad, it.Jump = "Đã bỏ dòng · "+p.Where(), r.Say, false, nil
			case p.Changed:
				it.Place, it.Say, it.Bad = "Đã sửa · "+p.Where(), fmt.Sprintf("%s\n%s → %s", r.Say, quoted(p.Was), quoted(p.Now)), false
			case !p.Chac:
				it.Place, it.Say, it.Bad = "Có thể là "+p.Where(), r.Say+" ("+p.ViSao+")", false
			}
			out = append(out, it)
		}
	}
	return out
}

func wordsOf(s string) string { return "Lý do nêu điều " + s }

func quoted(s string) string {
	if s == "" {
		return "(trống)"
	}
	return "«" + s + "»"
}

// panelDoors are the buttons below the panel of what must be mended.
func (d *dossier) panelDoors() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if d.returned.why != nil {
		if d.returned.why.Copy != "" {
			out = append(out, xwidget.NewButton("So với bản trước", d.compare).Tiny())
		}
		out = append(out, xwidget.NewButton("Giữ thành quy tắc", d.rules).Tiny())
	}
	if len(d.restored) > 0 && d.view.State.Draft() {
		out = append(out, xwidget.NewButton("Đã đối chiếu, vẫn nộp…", d.askCompared).Tiny())
	}
	return out
}

// returnedButtons are what can be done about a returned dossier.
func (d *dossier) returnedButtons(paper fyne.CanvasObject) []fyne.CanvasObject {
	out := []fyne.CanvasObject{paper}
	if w := d.returned.why; w != nil {
		if len(w.Copies) > 0 {
			out = append(out, xwidget.NewButton("So với bản lập lại", d.compare))
		}
		if len(namedRows(w)) > 0 {
			out = append(out, xwidget.NewButton("Tách dòng bị trả", d.split))
		}
	}
	return append(out, xwidget.NewStrong("Sửa và nộp lại", d.again))
}

// namedRow is a row that the reasons name.
type namedRow struct {
	at   office.TraLaiNoi
	say  string
	sure bool
}

// namedRows are the rows that the reasons name, each once.
func namedRows(w *office.Rejection) (out []namedRow) {
	seen := map[string]int{}
	for _, r := range w.Reasons {
		for _, p := range r.Places {
			if p.Bang == headTable {
				continue
			}
			key := fmt.Sprint(p.Mau, p.Bang, p.Dong)
			if i, ok := seen[key]; ok {
				out[i].sure = out[i].sure || p.Chac
				continue
			}
			seen[key] = len(out)
			row := p
			row.Nhan = ""
			out = append(out, namedRow{p.Noi, row.Where(), p.Chac})
		}
	}
	return out
}

// split parts the named rows from the good ones, after the person has looked at them.
func (d *dossier) split() {
	rows := namedRows(d.returned.why)
	on := make([]bool, len(rows))
	var ticks []unsaved.Field
	list := xwidget.Column(4)
	for i, r := range rows {
		words := r.say
		if !r.sure {
			words += " (có thể)"
		}
		on[i] = r.sure
		c := xwidget.NewCheck(words, func(v bool) { on[i] = v })
		c.Checked = r.sure
		list.Add(c)
		ticks = append(ticks, unsaved.Tick(fmt.Sprintf("%s/%s/%d", r.at.Mau, r.at.Bang, r.at.Dong), words, c))
	}
	typed := d.typed("tach", "Tách dòng bị trả", ticks...)
	var shut func()
	part := xwidget.NewStrong("Tách thành hai bản nháp", func() {
		var named []office.TraLaiNoi
		for i, r := range rows {
			if on[i] {
				named = append(named, r.at)
			}
		}
		if len(named) == 0 {
			d.p.host.Say("Chọn ít nhất một dòng để tách", true)
			return
		}
		var made []office.Dossier
		d.p.host.Quiet(func(ctx context.Context) (err error) {
			made, err = d.p.source.Redo(ctx, d.id, office.BothParts, named)
			return err
		}, func(err error) {
			if err != nil {
				d.p.host.Fail(err)
				return
			}
			typed.Stored()
			shut()
			d.p.OpenAt(made[0].ID)
			d.p.host.Say(fmt.Sprintf("Dòng bị trả ở %s (đang mở), dòng còn lại ở %s: ký và nộp trước được", made[0].ID, made[1].ID), false)
		})
	})
	shut = d.p.host.Dialog("Tách dòng bị trả "+d.name(), xwidget.Column(10,
		xwidget.NewPara("Những người được chọn sang một bản nháp riêng, mọi người khác sang bản nháp thứ hai; giấy tờ chép sang cả hai. Hồ sơ bị trả không đổi."), typed.Top(),
		xwidget.Sized(520, min(260, float32(34*len(rows)+8)), xwidget.NewScroll(list)),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), part)))
}

// diffList shows the differences of two dossiers, a cell a row.
type diffList []office.TraLaiKhac

var _ xwidget.Model = diffList(nil)

func (l diffList) Rows() int { return len(l) }

func (l diffList) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "cho", Head: "Chỗ", Width: 240, Words: true},
		{Tag: "cot", Head: "Cột", Width: 160},
		{Tag: "truoc", Head: "Bản trước", Width: 170},
		{Tag: "nay", Head: "Bản này", Width: 170, Grow: 1},
	}
}

func (l diffList) Text(row, col int) string {
	k := l[row]
	switch col {
	case 0:
		n := k.Moi
		if k.Kieu == office.TraLaiBo {
			n = k.Cu
		}
		say := k.Mau
		if n > 0 {
			say += fmt.Sprintf(" dòng %d", n)
		}
		if k.Ai != "" {
			say += " · " + k.Ai
		}
		return say
	case 1:
		return k.Nhan
	case 2:
		switch k.Kieu {
		case office.TraLaiThem, office.TraLaiThemMau:
			return "(chưa có)"
		}
		return k.Truoc
	}
	switch k.Kieu {
	case office.TraLaiBo, office.TraLaiBoMau:
		return "(đã bỏ)"
	case office.TraLaiThem, office.TraLaiThemMau:
		return "(thêm)"
	}
	return k.BayGio
}

func (l diffList) Mark(row, col int) xwidget.Mark {
	switch {
	case col == 2:
		return xwidget.MarkMuted
	case col == 3 && l[row].Kieu == office.TraLaiSua:
		return xwidget.MarkChanged
	}
	return xwidget.MarkNone
}

// compare shows what the copy has otherwise, cell by cell.
func (d *dossier) compare() {
	var diff office.Difference
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		diff, err = d.p.source.Difference(ctx, d.id, "")
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		grid := xwidget.NewList(diffList(diff.Cells)).Named("soSanh")
		grid.Empty = "Hai bản giống nhau ở mọi ô."
		var shut func()
		grid.OnOpen = func(row int) {
			k := diff.Cells[row]
			shut()
			if diff.To == d.id {
				d.jump(k.Mau, office.FaultPlace{Table: k.Bang, Row: max(k.Moi, 1), Tag: k.Tag})
			} else {
				d.p.OpenAt(diff.To)
			}
		}
		shut = d.p.host.Dialog(fmt.Sprintf("%s so với %s", diff.To, diff.From), xwidget.Column(8,
			xwidget.NewCaption(fmt.Sprintf("%d chỗ khác. Dòng chỉ dời chỗ thì không kể. Enter hoặc bấm đúp để đến ô.", len(diff.Cells))),
			xwidget.Sized(760, 360, xwidget.NewCard(grid).Tight()),
			xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
	})
}

// jump goes to a place of the forms.
func (d *dossier) jump(formID string, p office.FaultPlace) {
	for i, m := range d.leaves {
		if row, col, here := m.at(formID, p); here {
			d.tabs.Choose(i)
			d.grids[i].Jump(row, col)
			return
		}
	}
}
