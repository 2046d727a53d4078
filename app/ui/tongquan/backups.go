package tongquan

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// head is the screen's title with a quiet line about backups beside it: the light,
// the last good one, and the two things that can be done. Trouble stands below.
func (p *Page) head(s office.BackupState) fyne.CanvasObject {
	p.now = xwidget.NewButton("Sao lưu ngay", p.backUp).Tiny()
	buttons := xwidget.Row(8, p.now, xwidget.NewQuiet("Khôi phục…", p.host.Restore).Tiny())
	words := xwidget.Row(8, xwidget.NewDot(light(s.Level)), xwidget.NewCaption(s.Say))
	line := xwidget.Dock(nil, nil, xwidget.NewTitle("Việc cần làm"), buttons, xwidget.Inset(24, 2, 12, 0, words))
	if s.Trouble == "" {
		return line
	}
	return xwidget.Column(6, line, xwidget.NewPara(s.Trouble).In(look.Notice))
}

// backUp makes a backup and shows what came of it.
func (p *Page) backUp() {
	p.now.Disable()
	p.host.Run("Đang sao lưu", func(ctx context.Context, _ task.Report) error {
		_, _, err := p.source.BackUpNow(ctx)
		return err
	}, func(err error) {
		p.now.Enable()
		if err != nil {
			p.host.Fail(err)
		} else {
			p.host.Say("Đã sao lưu", false)
		}
		p.OnShow()
	})
}
