package chukyso

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

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

// Takes reports whether a file of this name is one to be judged here.
func Takes(name string) bool {
	return slices.Contains(signedKinds, strings.ToLower(filepath.Ext(name)))
}

// chosen is a file that somebody wants to know about.
type chosen struct {
	name string
	path string // "" where that is not known
	data []byte
	note string // what became of it here
	leaf int    // which is open first, for a file that has both
}

// judged is the judgement of any file: whether it is well filled in, and well signed.
type judged struct {
	p      *Page
	root   fyne.CanvasObject
	zone   fyne.CanvasObject // while no file is shown
	online *xwidget.Check
	result *fyne.Container
	scroll *xwidget.Scroll

	file    chosen // judged last
	content office.FileCheck
	report  office.SignReport
	refused error // why the signatures could not be judged
	leaf    int   // of the two, for a file that has both
}

// The leaves of a file that has both.
const (
	contentLeaf = iota
	signatureLeaf
)

func newJudged(p *Page) *judged {
	j := &judged{p: p, result: container.NewStack()}
	j.zone = xwidget.Sized(0, 84, xwidget.NewDropZone("Thả tệp XML, PDF vào cửa sổ", "của phần mềm nào cũng được: điền đúng chưa, ký đúng chưa", j.choose))
	j.online = xwidget.NewCheck("Hỏi thu hồi qua mạng", func(bool) { j.again() })
	j.scroll = xwidget.NewScroll(j.result)
	top := xwidget.Column(10, xwidget.NewText("Kiểm tra, ký một tệp").Strong(), j.zone,
		xwidget.Flow(8, xwidget.NewButton("Chọn tệp…", j.choose), xwidget.NewButton("Ký một tệp…", p.ChooseToSign), j.online))
	j.root = xwidget.NewCard(xwidget.Dock(xwidget.Inset(0, 0, 0, 12, top), nil, nil, nil, j.scroll))
	j.put(xwidget.NewPara("Chưa có tệp nào được kiểm tra. Kết quả nêu từng chỗ điền sai và cách sửa, rồi từng chữ ký: còn nguyên vẹn không, ai ký, mã số thuế nào, bao trọn tệp không, ai cấp chứng thư.").In(look.Muted))
	return j
}

func (j *judged) put(o fyne.CanvasObject) {
	j.result.Objects = []fyne.CanvasObject{o}
	j.result.Refresh()
	j.scroll.Reflow()
	j.scroll.ToTop()
}

func (j *judged) choose() {
	j.p.host.PickFile(signedKinds, func(name, path string, data []byte) { j.take(chosen{name: name, path: path, data: data}) })
}

// take judges a file. It is not kept.
func (j *judged) take(f chosen) {
	j.file, j.leaf = f, f.leaf
	j.again()
}

func (j *judged) again() {
	if j.file.data == nil {
		return
	}
	in := office.VerifyInput{Name: j.file.name, Data: j.file.data, Online: j.online.Checked}
	var content office.FileCheck
	var r office.SignReport
	var refused error
	j.p.host.Run("Đang kiểm tra "+in.Name, func(ctx context.Context, _ task.Report) (err error) {
		if content, err = j.p.source.ExamineFile(ctx, in.Name, in.Data); err != nil {
			return err
		}
		r, refused = j.p.source.Verify(ctx, in)
		return ctx.Err()
	}, func(err error) {
		if err != nil {
			j.put(xwidget.Column(6, xwidget.NewPara(in.Name).Strong(), xwidget.NewPara(office.Say(err)).In(look.Error)))
			return
		}
		j.content, j.report, j.refused = content, r, refused
		j.zone.Hide()
		j.root.Refresh()
		j.show()
	})
}

// show draws what was found: both answers in a line each, then one of them at length.
func (j *judged) show() {
	col := xwidget.Column(10, xwidget.Column(2, xwidget.NewPara(j.file.name).Strong(), xwidget.NewPara(j.content.What).In(look.Muted)))
	if j.file.note != "" {
		col.Add(xwidget.NewPara(j.file.note).In(look.Done))
	}
	col.Add(j.deeds())
	col.Add(xwidget.Column(4, answer("Cách điền", j.contentAnswer()), answer("Chữ ký", j.signatureAnswer())))
	detail := xwidget.Column(10)
	if j.content.Known {
		tabs := xwidget.NewTabs(xwidget.Tab{Title: "Cách điền", Content: xwidget.Spacer()}, xwidget.Tab{Title: "Từng chữ ký", Content: xwidget.Spacer()})
		tabs.Choose(j.leaf)
		tabs.OnChosen = func(i int) {
			j.leaf = i
			j.fill(detail)
			j.scroll.Reflow()
		}
		col.Add(tabs)
	}
	j.fill(detail)
	col.Add(detail)
	j.put(col)
}

// fill puts the open leaf into its place.
func (j *judged) fill(detail *fyne.Container) {
	detail.Objects = nil
	if j.content.Known && j.leaf == contentLeaf {
		detail.Add(contentFound(j.content))
	} else if j.refused == nil {
		_, _, all := office.ReportWords(j.report)
		for _, s := range all {
			detail.Add(xwidget.NewCard(signature(s)))
		}
	}
	detail.Refresh()
}

// deeds are what can be done with the file.
func (j *judged) deeds() fyne.CanvasObject {
	f := j.file
	row := xwidget.Flow(8, xwidget.NewButton("Ký tệp này…", func() { j.p.sign(f) }).Tiny(),
		xwidget.NewButton("Xem", func() { j.p.host.Preview(f.name, []office.File{{Name: f.name, Bytes: f.data}}) }).Tiny())
	if f.path == "" {
		row.Add(xwidget.NewButton("Lưu…", func() { j.p.host.SaveFile(office.File{Name: f.name, Bytes: f.data}) }).Tiny())
	}
	if j.content.Table {
		row.Add(xwidget.NewButton("Đóng gói cùng các bảng khác…", j.p.ChooseToPack).Tiny())
	}
	return row
}

func (j *judged) contentAnswer() fyne.CanvasObject {
	if !j.content.Known {
		return xwidget.NewPara(j.content.Say).In(look.Muted)
	}
	return verdict(j.content.Say, j.content.Level)
}

func (j *judged) signatureAnswer() fyne.CanvasObject {
	if j.refused != nil {
		return xwidget.NewPara(office.Say(j.refused)).In(look.Error)
	}
	return conclusion(j.report)
}

// answer is one of the two answers.
func answer(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(76, 0, xwidget.NewText(label).In(look.Muted)), nil, o)
}

// conclusion is the judgement of the signatures of a whole file.
func conclusion(r office.SignReport) fyne.CanvasObject {
	say, level, _ := office.ReportWords(r)
	return verdict(say, level)
}

// verdict is a judgement with its light.
func verdict(say string, level office.Level) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 8, 0, xwidget.Column(0, kham.Mark(level))), nil, xwidget.NewPara(say).Strong().In(inkOf(level)))
}

// signature is one signature in words.
func signature(s office.SignatureWords) fyne.CanvasObject {
	col := xwidget.Column(4, verdict(s.Verdict, s.Level), fact("Người ký", s.Who), fact("Lúc ký", wording.Luc(s.When)))
	if !s.Stamped.IsZero() {
		col.Add(fact("Dấu thời gian", wording.Luc(s.Stamped)))
	}
	col.Add(fact("Phạm vi", s.Covers))
	col.Add(fact("Chỗ ký", s.Where))
	listed(col, "Chứng thư, từ người ký lên nơi cấp", s.Chain)
	listed(col, "Đã xét", s.Checked)
	listed(col, "Chưa xét", s.Open)
	listed(col, "Nên biết", s.Notes)
	return col
}

// listed adds lines with a title, where there are any.
func listed(col *fyne.Container, title string, all []string) {
	if len(all) == 0 {
		return
	}
	col.Add(xwidget.Inset(0, 6, 0, 0, xwidget.NewText(title).In(look.Muted)))
	for _, say := range all {
		col.Add(xwidget.NewPara("– " + say))
	}
}
