package nguoilaodong

import (
	"context"
	"fmt"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// settleClaim asks for what the agency decided of a period: granted, with how many
// days, or refused.
func (p *Page) settleClaim(r record, b office.Benefit) {
	state, days := xwidget.NewSelect(stateWords(), nil), xwidget.NewCode()
	state.SetSelectedIndex(0)
	days.SetText(office.Days(b.NuaNgay).String())
	fault := xwidget.NewText("").Wrapped(2).Sized(look.SmallSize).In(look.Error)
	typed := p.host.Typed(unsaved.Form{Name: fmt.Sprint("ket-qua-dot:", b.Person, ":", b.Seq), Title: "Kết quả một đợt hưởng của " + r.who.HoTen, Go: office.Place{Screen: "nguoi-lao-dong", ID: b.Person},
		Fields: []unsaved.Field{unsaved.Option("ketQua", "Kết quả", state), unsaved.Text("soNgay", "Số ngày được duyệt", days)}})
	var shut func()
	save := func() {
		to, halves := claimStates[max(0, state.SelectedIndex())], int64(0)
		if to == office.DaDuyet {
			var say string
			if halves, say = office.GrantedDays(b, days.Text); say != "" {
				fault.Set(say)
				return
			}
		}
		p.changeClaims(b.Person, "Đã ghi kết quả đợt "+b.CheDo.Say()+": "+claimDays(b)+", "+to.Say()+".", func(ctx context.Context) ([]string, error) {
			return nil, p.source.SettleClaim(ctx, b.Person, b.Seq, to, halves)
		}, func([]string) {
			typed.Stored()
			shut()
		})
	}
	days.OnSubmitted = func(string) { save() }
	state.OnChanged = func(string) {
		if days.Disable(); claimStates[max(0, state.SelectedIndex())] == office.DaDuyet {
			days.Enable()
		}
	}
	shut = p.host.Dialog("Kết quả của cơ quan BHXH", xwidget.Column(6, xwidget.Sized(claimWide, 1, xwidget.Spacer()), typed.Top(),
		xwidget.NewPara(wording.Hoa(b.CheDo.Say())+" · "+claimDays(b)+" · "+office.Days(b.NuaNgay).String()+" ngày, "+claimState(b)),
		claimLine("Kết quả", state), claimLine("Số ngày được duyệt", days), xwidget.Sized(claimWide, 32, xwidget.Column(0, fault)),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Ghi kết quả", save))))
	p.host.Focus(state)
}
