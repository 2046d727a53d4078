package nguoilaodong

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// fewClaims is how many periods have room beside the list.
const fewClaims = 3

// had tells the periods of benefits that a person had or waits for, the latest first:
// by them the program knows what is left of the year.
func (p *Page) had(r record) fyne.CanvasObject {
	col := xwidget.Column(6, xwidget.NewText("Chế độ đã hưởng, đang chờ").Strong())
	if len(r.claims) == 0 {
		col.Add(xwidget.NewPara("Chưa ghi đợt nào. Đợt trong hồ sơ ký ở đây được ghi tự động; đợt đã hưởng trước đó thì ghi tay hoặc nhập từ tệp.").In(look.Muted))
	}
	for i := len(r.claims) - 1; i >= max(0, len(r.claims)-fewClaims); i-- {
		b := r.claims[i]
		col.Add(xwidget.Column(0, xwidget.NewPara(wording.Hoa(b.CheDo.Say())+" · "+claimDays(b)).Sized(look.SmallSize).In(look.Muted),
			xwidget.NewPara(office.Days(b.NuaNgay).String()+" ngày, "+claimState(b)+" · "+claimTeller(b))))
	}
	if n := len(r.claims) - fewClaims; n > 0 {
		col.Add(xwidget.NewPara("và " + wording.So(n) + " đợt trước đó").Sized(look.SmallSize).In(look.Muted))
	}
	if p.back != nil {
		col.Add(p.back.line(p))
	}
	col.Add(xwidget.Row(8, xwidget.NewButton("Ghi một đợt…", func() { p.addClaim(r) }), xwidget.NewButton("Xem, sửa các đợt…", func() { p.openRegister(r) })))
	col.Add(xwidget.Row(8, xwidget.NewQuiet("Nhập từ tệp cho nhiều người…", p.ImportClaims)))
	return col
}

// claimDays are the days of a period, from and until.
func claimDays(b office.Benefit) string {
	if b.TuNgay == b.DenNgay {
		return b.TuNgay.String()
	}
	return b.TuNgay.String() + "–" + b.DenNgay.String()
}

// claimState says how far a period has come, and whether its days count.
func claimState(b office.Benefit) string {
	switch {
	case b.Counts():
		return b.State.Say()
	case b.State == office.DeNghi:
		return b.State.Say() + ", hồ sơ " + strings.ToLower(b.Dossier.Say()) + ", không tính"
	}
	return b.State.Say() + ", không tính"
}

// claimTeller says who told of a period.
func claimTeller(b office.Benefit) string {
	if b.Source == office.FromDossier {
		return "hồ sơ " + b.DossierID
	}
	return b.Source.Say()
}

// claimsBack is the way back from what was done last to the periods of a person.
type claimsBack struct {
	person        string
	say           string // what was done
	before, after []office.Benefit
}

// line says what was done, with the door back.
func (b *claimsBack) line(p *Page) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, xwidget.Row(0, xwidget.NewButton("Hoàn tác", p.takeBack).Tiny())),
		xwidget.NewPara(b.say).Sized(look.SmallSize).In(look.Done))
}

// changeClaims does something to the periods of a person; what stands beside the list
// and in the dialog follows, and it can be taken back. done is told what is wrong with
// what was typed, nothing if all went well.
func (p *Page) changeClaims(person, say string, work func(context.Context) ([]string, error), done func(faults []string)) {
	back := &claimsBack{person: person, say: say}
	var faults []string
	p.host.Quiet(func(ctx context.Context) (err error) {
		if back.before, err = p.source.Benefits(ctx, person); err != nil {
			return err
		}
		if faults, err = work(ctx); err != nil || len(faults) > 0 {
			return err
		}
		back.after, err = p.source.Benefits(ctx, person)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if len(faults) == 0 {
			p.back = back
			p.host.Say(say, false)
			p.again()
		}
		done(faults)
	})
}

// takeBack takes back what was done last.
func (p *Page) takeBack() {
	back, n := p.back, 0
	if back == nil {
		return
	}
	p.host.Quiet(func(ctx context.Context) (err error) {
		n, err = p.source.TakeBackClaims(ctx, back.before, back.after)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.back = nil
		if n == 0 {
			p.host.Say("Không hoàn tác: đợt này đã đổi tiếp sau đó.", true)
		} else {
			p.host.Say("Đã hoàn tác, các đợt như trước.", false)
		}
		p.again()
	})
}

// about finds how much is left of a benefit, on one line; "" where nothing is reckoned.
func (r record) about(kind office.CheDo) string {
	if r.quota == nil {
		return ""
	}
	i := slices.IndexFunc(r.quota.Items, func(e office.Entitlement) bool { return e.Kind == kind })
	if i < 0 {
		return ""
	}
	return r.quota.Items[i].Label + ": " + r.quota.Items[i].Words()
}
