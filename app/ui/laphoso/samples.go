package laphoso

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// SampleSource is what the samples ask of the use cases.
type SampleSource interface {
	SamplePapers(id string) ([]office.File, error)
	SampleBook(id string) (office.File, error)
}

// SampleHost is what they ask of the window.
type SampleHost interface {
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Dialog(title string, content fyne.CanvasObject) (close func())
	SaveFile(f office.File)
	Preview(title string, files []office.File)
	Say(words string, bad bool)
	Fail(error)
}

// Samples shows the dossiers that are filled to learn from.
type Samples struct {
	source SampleSource
	host   SampleHost
}

// NewSamples makes the way to them.
func NewSamples(source SampleSource, host SampleHost) *Samples { return &Samples{source, host} }

// Of offers the samples of a service, those of the case first.
func (s *Samples) Of(d office.DichVu, c office.TruongHop) {
	all, err := office.SamplesOf(d.ID, c.ID)
	switch {
	case err != nil:
		s.host.Fail(err)
	case len(all) == 0:
		s.host.Say("Dịch vụ này không có hồ sơ mẫu.", false)
	default:
		s.offer(all)
	}
}

// Any lets one of all samples be chosen.
func (s *Samples) Any() {
	all, err := office.SampleCases()
	if err != nil {
		s.host.Fail(err)
		return
	}
	choices := make([]xwidget.Choice, len(all))
	for i, x := range all {
		choices[i] = xwidget.Choice{Code: x.ID, Words: x.Name, Also: strings.TrimSpace(x.Case + " " + x.Procedure)}
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(id string) {
		shut()
		for _, x := range all {
			if x.ID == id {
				s.offer([]office.SampleCase{x})
			}
		}
	})
	pick.Headed("Mã", "Nội dung", 150)
	shut = s.host.Dialog("Hồ sơ mẫu nào?", xwidget.Column(8, xwidget.NewPara(sampleSay).In(look.Muted),
		xwidget.Sized(width, height, pick), xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }))))
	pick.Start()
}

const sampleSay = "Để học cách điền. Người, số căn cước, mã số, tài khoản trong đó đều đặt ra; đơn vị là công ty mẫu. Không nộp các tệp này."

// offer lists samples, each to be looked at or kept.
func (s *Samples) offer(all []office.SampleCase) {
	warn := xwidget.NewPanel(look.NoticeBg, xwidget.Inset(12, 8, 12, 8, xwidget.Column(2, xwidget.NewText("Hồ sơ mẫu, không có thật").Strong(), xwidget.NewPara(sampleSay))))
	warn.Stripe = look.Notice
	list := xwidget.Column(0)
	for i, x := range all {
		if i > 0 {
			list.Add(xwidget.NewRule())
		}
		list.Add(s.line(x))
	}
	inner := xwidget.Inset(12, 2, 14, 2, list)
	var shut func()
	shut = s.host.Dialog("Hồ sơ mẫu điền sẵn", xwidget.Column(12, warn,
		xwidget.Sized(width, min(xwidget.HeightFor(inner, width-2)+2, height), xwidget.NewCard(xwidget.NewScroll(inner)).Tight()),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
}

// line is one sample: what it tells, its case, and the ways to it.
func (s *Samples) line(x office.SampleCase) fyne.CanvasObject {
	about := office.CaseName(x.Case)
	if about == "" {
		about = "Thủ tục " + x.Procedure
	}
	buttons := xwidget.Row(6,
		xwidget.NewButton("Xem", func() { s.show(x) }).Tiny(),
		xwidget.NewButton("Lưu Excel", func() { s.saveBook(x) }).Tiny(),
		xwidget.NewQuiet("Lưu JSON", func() { s.saveJSON(x) }).Tiny())
	words := xwidget.Column(1, xwidget.NewText(x.Name).Wrapped(2).Strong(), xwidget.NewPara(about).Sized(look.SmallSize).In(look.Muted))
	return xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, nil, xwidget.Inset(10, 0, 0, 0, buttons), words))
}

// show shows the papers of a sample.
func (s *Samples) show(x office.SampleCase) {
	var files []office.File
	s.host.Run("Đang tạo bản in", func(context.Context, task.Report) (err error) {
		files, err = s.source.SamplePapers(x.ID)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.host.Fail(err)
		case len(files) == 0:
			s.host.Say("Mẫu của hồ sơ này chưa có bản in. Lưu Excel để xem.", true)
		default:
			s.host.Preview("HỒ SƠ MẪU · "+x.Name, files)
		}
	})
}

func (s *Samples) saveBook(x office.SampleCase) {
	var f office.File
	s.host.Run("Đang ghi tệp Excel", func(context.Context, task.Report) (err error) {
		f, err = s.source.SampleBook(x.ID)
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.host.SaveFile(f)
	})
}

// saveJSON keeps a sample as it is drafted from by programs.
func (s *Samples) saveJSON(x office.SampleCase) {
	_, f, err := office.SampleCaseFile(x.ID)
	if err != nil {
		s.host.Fail(err)
		return
	}
	f.Name = "HO-SO-MAU-" + f.Name
	s.host.SaveFile(f)
}
