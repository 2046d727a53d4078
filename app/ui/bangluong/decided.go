package bangluong

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// deed is something that was decided, and the way back.
type deed struct {
	month office.Month // of the payroll; 0 for what is about the roster
	say   string
	cell  string
	who   string
	at    time.Time
	about string // in the words that tell that it was taken back
	undo  func(context.Context) error
}

// deeds are the decisions, the joins and who was kept apart, the newest of each first.
func (p *Page) deeds() (out []deed) {
	for i := len(p.decided) - 1; i >= 0; i-- {
		d := p.decided[i]
		out = append(out, deed{d.Thang, d.Say(), d.O, d.Ai, d.Luc, "quyết định về dòng của " + d.Dong.HoTen,
			func(ctx context.Context) error { return p.source.Undecide(ctx, d.ID) }})
	}
	for i := len(p.joined) - 1; i >= 0; i-- {
		j := p.joined[i]
		out = append(out, deed{0, "gộp bản ghi " + j.Gone + " vào " + j.Keep, "", j.Who, j.At, "lần gộp " + j.Gone + " vào " + j.Keep,
			func(ctx context.Context) error {
				_, err := p.source.PartPeople(ctx, j.ID)
				return err
			}})
	}
	for i := len(p.apart) - 1; i >= 0; i-- {
		x := p.apart[i]
		who := x.A.HoTen + " (" + x.A.ID + ") và " + x.B.HoTen + " (" + x.B.ID + ")"
		out = append(out, deed{0, "là hai người: " + who, "", x.Who, x.At, "ghi nhớ là hai người: " + who,
			func(ctx context.Context) error { return p.source.AskAgain(ctx, x.A.ID, x.B.ID) }})
	}
	return out
}

// decidedView lists what was decided, and takes it back.
func (p *Page) decidedView() fyne.CanvasObject {
	all := p.deeds()
	t := &table{cols: []xwidget.GridColumn{
		{Tag: "thang", Head: "Bảng lương", Width: 96, Kind: xwidget.KindMonth},
		{Tag: "viec", Head: "Quyết định", Width: 420, Grow: 1, Words: true},
		{Tag: "o", Head: "Ô trong tệp", Width: 150},
		{Tag: "ai", Head: "Ai", Width: 110},
		{Tag: "luc", Head: "Lúc", Width: 120},
	}}
	for _, d := range all {
		month := ""
		if d.month != 0 {
			month = d.month.String()
		}
		t.rows = append(t.rows, []string{month, d.say, d.cell, d.who, wording.Luc(d.at)})
	}
	g := xwidget.NewList(t).Named("daQuyetDinh")
	drop := xwidget.NewButton("Bỏ quyết định", func() {
		if row, _ := g.Active(); row < len(all) {
			p.undo(all[row])
		}
	})
	foot := xwidget.Row(8, drop, xwidget.NewCaption("dòng, cặp bản ghi ấy được hỏi lại, bản ghi đã gộp được tách lại; trừ bỏ qua dòng, quyết định dùng cho cả những tháng sau"))
	return xwidget.Dock(nil, xwidget.Inset(0, 8, 0, 0, foot), nil, nil, xwidget.NewCard(g).Tight())
}

func (p *Page) undo(d deed) {
	p.host.Quiet(d.undo, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.asked = false // who was parted may be a pair again
		p.compare(false)
		p.host.Say("Đã bỏ "+d.about, false)
	})
}
