package hoso

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// batchRow is one dossier of a batch: what it is, how far it is, and what stopped it.
type batchRow struct {
	root  *fyne.Container
	badge *xwidget.Badge
	state *fyne.Container // around the badge
	words *fyne.Container
}

func newBatchRow(d office.DossierView) *batchRow {
	name, when, _ := strings.Cut(d.Title, " · tháng ")
	r := &batchRow{badge: xwidget.NewBadge("Chờ ký", look.Plain)}
	r.words = xwidget.Column(1, xwidget.NewText(name).Wrapped(1).Strong(), xwidget.NewCaption(d.ID+" · tháng "+when))
	r.state = xwidget.Row(0, xwidget.Spacer(), r.badge)
	r.root = xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, nil, xwidget.Sized(104, 0, xwidget.Column(0, r.state)), r.words))
	return r
}

// signing marks the dossier at hand.
func (r *batchRow) signing() { r.mark("Đang ký", look.Info) }

// mark changes the badge, which keeps its place on the right.
func (r *batchRow) mark(words string, tone look.Tone) {
	r.badge.Set(words, tone)
	r.state.Refresh()
}

// ended tells what became of the dossier, and in a line what stopped it; grown says that
// the row is higher now.
func (r *batchRow) ended(b office.BatchResult) (grown bool) {
	switch b.Outcome() {
	case office.BatchSigned:
		r.mark("Đã ký", look.Good)
	case office.BatchLeftOut:
		r.mark("Bỏ qua", look.Warn)
	case office.BatchBroken:
		r.mark("Chưa ký được", look.Bad)
	case office.BatchNotReached:
		r.mark("Chưa tới lượt", look.Plain)
	}
	why := batchWhy(b)
	if why == "" {
		return false
	}
	r.words.Add(xwidget.Inset(0, 4, 0, 0, xwidget.NewPara(why)))
	return true
}

// toMend adds what has to be mended, and the door to it.
func (r *batchRow) toMend(b office.BatchResult, open func()) {
	var faults *office.FaultsError
	if asFaults(b.Err, &faults) {
		r.words.Add(xwidget.NewPara(faultLines(faults.Faults)))
	}
	r.words.Add(xwidget.Inset(0, 4, 0, 0, xwidget.Row(0, xwidget.NewButton("Mở hồ sơ "+b.ID, open).Tiny())))
}

// batchWhy says what stopped a dossier; the badge alone tells of one whose turn did
// not come.
func batchWhy(b office.BatchResult) string {
	var faults *office.FaultsError
	switch {
	case b.Outcome() == office.BatchNotReached:
		return ""
	case asFaults(b.Err, &faults):
		loi, _ := office.CountFaults(faults.Faults)
		return fmt.Sprintf("Còn %d lỗi phải sửa trước khi ký.", loi)
	}
	return office.Say(b.Err)
}

// fewFaults is how many faults a batch names; the dossier lists them all.
const fewFaults = 3

// faultLines is a line for each of the first faults that block signing.
func faultLines(all []office.Fault) string {
	var lines []string
	for _, f := range all {
		if f.Level == office.Loi && len(lines) < fewFaults {
			lines = append(lines, faultPlace(f)+": "+f.Say)
		}
	}
	if loi, _ := office.CountFaults(all); loi > len(lines) {
		lines = append(lines, fmt.Sprintf("và %d lỗi nữa", loi-len(lines)))
	}
	return strings.Join(lines, "\n")
}

func faultPlace(f office.Fault) string {
	switch {
	case f.Form == "":
		return "Cả hồ sơ"
	case len(f.Places) == 0 || f.Places[0].Row == 0:
		return f.Form
	case len(f.Places) > 1:
		return fmt.Sprintf("%s dòng %d và %d chỗ khác", f.Form, f.Places[0].Row, len(f.Places)-1)
	}
	return fmt.Sprintf("%s dòng %d", f.Form, f.Places[0].Row)
}
