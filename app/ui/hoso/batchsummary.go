package hoso

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// newBatchSummary tells what became of a batch: how many are signed, what to mend in
// those left out, and the way on for those whose turn did not come.
func newBatchSummary(p *Page, all []office.DossierView, results []office.BatchResult) {
	var rest []office.DossierView
	var shut func()
	var lines []fyne.CanvasObject // a column lays itself out at each object that is added
	signed, leftOut := 0, 0
	for n, i := range signedLast(results) {
		r, row := results[i], newBatchRow(all[i])
		row.ended(r)
		switch r.Outcome() {
		case office.BatchSigned:
			signed++
		case office.BatchLeftOut:
			leftOut++
			row.toMend(r, func() {
				shut()
				p.mend(r)
			})
		default:
			rest = append(rest, all[i])
		}
		lines = append(lines, batchLine(n, row.root))
	}
	said := fmt.Sprintf("Đã ký %d trong %d hồ sơ", signed, len(results))
	next := xwidget.Column(2, xwidget.Sized(batchWidth, 1, xwidget.Spacer()))
	for _, words := range wayOn(leftOut, len(rest)) {
		next.Add(xwidget.NewPara(words).In(look.Muted))
	}
	_, list := batchList(xwidget.Column(0, lines...), 0, batchTallest)
	buttons := xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() }))
	if len(rest) > 0 {
		buttons.Add(xwidget.NewStrong(fmt.Sprintf("Ký tiếp (%d)", len(rest)), func() {
			shut()
			p.signMany(rest)
		}))
	}
	p.host.Say(said, signed < len(results))
	shut = p.host.Dialog(said, xwidget.Column(12, next, list, buttons))
}

// signedLast orders the results: what asks for something stands first.
func signedLast(results []office.BatchResult) []int {
	order := make([]int, len(results))
	for i := range order {
		order[i] = i
	}
	done := func(i int) int {
		if results[i].Outcome() == office.BatchSigned {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(i, j int) int { return done(i) - done(j) })
	return order
}

// wayOn says what to do about the dossiers that are not signed.
func wayOn(leftOut, rest int) (out []string) {
	if leftOut > 0 {
		out = append(out, fmt.Sprintf("%d hồ sơ bị bỏ qua: sửa theo lý do bên dưới rồi chọn lại để ký.", leftOut))
	}
	if rest > 0 {
		out = append(out, fmt.Sprintf("%d hồ sơ chưa tới lượt hoặc chưa ký được: bấm Ký tiếp. Hồ sơ đã ký không phải ký lại.", rest))
	}
	return out
}
