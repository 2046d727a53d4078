package chukyso

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/kham"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// signedKinds are the files whose signatures can be judged.
var signedKinds = []string{".xml", ".pdf"}

// judged is the judgement of any signed file.
type judged struct {
	p      *Page
	root   fyne.CanvasObject
	online *xwidget.Check
	result *fyne.Container
	scroll *xwidget.Scroll

	name string // of the file judged last
	data []byte
}

func newJudged(p *Page) *judged {
	j := &judged{p: p, result: container.NewStack()}
	zone := xwidget.NewDropZone("Thả tệp XML, PDF đã ký vào cửa sổ", "gói hồ sơ thì xét cả các tệp bên trong", j.choose)
	j.online = xwidget.NewCheck("Hỏi thu hồi qua mạng", func(bool) { j.again() })
	j.scroll = xwidget.NewScroll(j.result)
	top := xwidget.Column(10, xwidget.NewText("Kiểm tra chữ ký của một tệp").Strong(), xwidget.Sized(0, 84, zone),
		xwidget.Row(8, xwidget.NewButton("Chọn tệp…", j.choose), j.online))
	j.root = xwidget.NewCard(xwidget.Dock(xwidget.Inset(0, 0, 0, 12, top), nil, nil, nil, j.scroll))
	j.show(xwidget.NewPara("Chưa có tệp nào được kiểm tra. Kết quả nêu từng chữ ký: còn nguyên vẹn không, ai ký, mã số thuế nào, bao trọn tệp không, ai cấp chứng thư.").In(look.Muted))
	return j
}

func (j *judged) show(o fyne.CanvasObject) {
	j.result.Objects = []fyne.CanvasObject{o}
	j.result.Refresh()
	j.scroll.Reflow()
	j.scroll.ToTop()
}

func (j *judged) choose() {
	j.p.host.PickFile(signedKinds, func(name, _ string, data []byte) { j.take(name, data) })
}

// take judges a file. It is not kept.
func (j *judged) take(name string, data []byte) {
	j.name, j.data = name, data
	j.again()
}

func (j *judged) again() {
	if j.data == nil {
		return
	}
	in := office.VerifyInput{Name: j.name, Data: j.data, Online: j.online.Checked}
	var r office.SignReport
	j.p.host.Run("Đang kiểm tra "+in.Name, func(ctx context.Context, _ task.Report) (err error) {
		r, err = j.p.source.Verify(ctx, in)
		return err
	}, func(err error) {
		if err != nil {
			j.show(xwidget.Column(6, xwidget.NewPara(in.Name).Strong(), xwidget.NewPara(office.Say(err)).In(look.Error)))
			return
		}
		j.show(report(in.Name, r))
	})
}

// conclusion is the judgement of a whole file.
func conclusion(r office.SignReport) fyne.CanvasObject {
	say, level, _ := office.ReportWords(r)
	return xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 8, 0, xwidget.Column(0, kham.Mark(level))), nil, xwidget.NewPara(say).Strong().In(inkOf(level)))
}

// report is the judgement with each signature.
func report(name string, r office.SignReport) fyne.CanvasObject {
	col := xwidget.Column(10, xwidget.NewPara(name).Strong(), conclusion(r))
	_, _, all := office.ReportWords(r)
	for _, s := range all {
		col.Add(xwidget.NewCard(signature(s)))
	}
	return col
}

// signature is one signature in words.
func signature(s office.SignatureWords) fyne.CanvasObject {
	col := xwidget.Column(4,
		xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 8, 0, xwidget.Column(0, kham.Mark(s.Level))), nil, xwidget.NewPara(s.Verdict).Strong().In(inkOf(s.Level))),
		fact("Người ký", s.Who), fact("Lúc ký", wording.Luc(s.When)))
	if !s.Stamped.IsZero() {
		col.Add(fact("Dấu thời gian", wording.Luc(s.Stamped)))
	}
	col.Add(fact("Phạm vi", s.Covers))
	col.Add(fact("Chỗ ký", s.Where))
	list := func(title string, all []string) {
		if len(all) == 0 {
			return
		}
		col.Add(xwidget.Inset(0, 6, 0, 0, xwidget.NewText(title).In(look.Muted)))
		for _, say := range all {
			col.Add(xwidget.NewPara("– " + say))
		}
	}
	list("Chứng thư, từ người ký lên nơi cấp", s.Chain)
	list("Đã xét", s.Checked)
	list("Chưa xét", s.Open)
	list("Nên biết", s.Notes)
	return col
}
