package caidat

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// keys is «Khoá dữ liệu»: what opens the data, and the door to the rest.
func (p *Page) keys() []fyne.CanvasObject {
	s := p.source.Protection()
	lines := xwidget.Column(6)
	for _, k := range s.Slots {
		lines.Add(dotted(look.Done, xwidget.NewText("Mở được bằng "+k.Name)))
	}
	for _, l := range s.Lacks {
		lines.Add(dotted(look.Notice, xwidget.Column(1, xwidget.NewText(l.Title).Strong(), xwidget.NewPara(l.Say).In(look.Muted))))
	}
	lines.Add(xwidget.Inset(0, 6, 0, 0, xwidget.Row(0, xwidget.NewStrong("Mở khoá dữ liệu", p.door(office.KeysScreen)))))
	return []fyne.CanvasObject{
		xwidget.NewPara("Dữ liệu trên máy này luôn được mã hoá. Mất hết các cách mở là mất dữ liệu."),
		xwidget.NewCard(lines),
	}
}

// dotted puts a disc of a colour before the first line of words.
func dotted(ink fyne.ThemeColorName, words fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(20, 0, xwidget.Column(0, xwidget.Sized(0, 18, xwidget.NewDot(ink)))), nil, words)
}

func (p *Page) door(screen string) func() {
	return func() { p.host.Go(office.Place{Screen: screen}) }
}

// backups is «Sao lưu»: how things stand, now and back, and a second place.
func (p *Page) backups() []fyne.CanvasObject {
	var s office.BackupState
	p.later(func(ctx context.Context) (err error) {
		s, err = p.source.Backups(ctx)
		return err
	}, func() []fyne.CanvasObject {
		state := xwidget.Column(8, dotted(inks[s.Level], xwidget.NewPara(s.Say)))
		if s.Trouble != "" {
			state.Add(xwidget.NewPara(s.Trouble).In(look.Notice))
		}
		state.Add(xwidget.NewPara("Các bản sao nằm ở " + s.Dir).In(look.Muted))
		state.Add(xwidget.Row(8, xwidget.NewStrong("Sao lưu ngay", p.backUp), xwidget.NewButton("Khôi phục…", p.host.Restore)))
		entry := xwidget.NewCode()
		entry.SetText(s.Other)
		entry.SetPlaceHolder("ví dụ: E:\\SaoLuu; để trống: không có")
		typed := p.host.Typed(unsaved.Form{Name: "noi-sao-luu", Title: "Nơi sao lưu thứ hai", Machine: true, Go: office.Place{Screen: "cai-dat", ID: "sao-luu"}, Fields: []unsaved.Field{unsaved.Text("noi", "Thư mục", entry)}})
		store := func(dir string) { p.keepPlace(dir, typed) }
		keep := xwidget.NewButton("Lưu nơi thứ hai", func() { store(entry.Text) })
		entry.OnSubmitted = store
		return []fyne.CanvasObject{
			xwidget.NewCard(state),
			group("Bản sao trong một tệp", "Mọi đơn vị trong một tệp mã hoá, để cất nơi khác hoặc chuyển sang máy khác. Kiểm: đọc bản sao từ đầu đến cuối. Lấy lại: một đơn vị trở về như trong bản sao, các đơn vị khác không đổi.",
				xwidget.Flow(8, xwidget.NewButton("Sao lưu vào một tệp…", p.doors.BackUpToFile), xwidget.NewButton("Kiểm một bản sao…", p.doors.VerifyBackup),
					xwidget.NewButton("Lấy lại một đơn vị…", p.doors.TakeBack))),
			group("Nơi sao lưu thứ hai", "Một thư mục ở ổ đĩa khác: USB, ổ mạng. Mỗi bản sao được chép thêm sang đó khi nơi ấy có mặt.", xwidget.Column(6, typed.Top(), xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, keep), entry))),
		}
	})
	return nil
}

var inks = map[office.Level]fyne.ThemeColorName{office.Red: look.Error, office.Yellow: look.Notice, office.Green: look.Done}

func (p *Page) backUp() {
	p.host.Run("Đang sao lưu", func(ctx context.Context, _ task.Report) error {
		_, _, err := p.source.BackUpNow(ctx)
		return err
	}, p.after("Đã sao lưu"))
}

func (p *Page) keepPlace(dir string, typed *unsaved.Open) {
	told := p.after("Đã lưu nơi sao lưu thứ hai")
	p.host.Quiet(func(ctx context.Context) error { return p.source.SetBackupPlace(ctx, strings.TrimSpace(dir)) }, func(err error) {
		if err == nil {
			typed.Stored()
		}
		told(err)
	})
}

// after tells what came of something and shows the section anew.
func (p *Page) after(words string) func(error) {
	return func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Say(words, false)
		p.OnShow()
	}
}

// law is «Cách hiểu pháp luật».
func (p *Page) law() []fyne.CanvasObject {
	return []fyne.CanvasObject{group("Điểm luật để ngỏ", "Có những điểm các văn bản không nói rõ. Đơn vị chọn một lần, có căn cứ; mọi cách tính ghi rõ đã hiểu theo cách nào và ai chọn.",
		xwidget.Row(0, xwidget.NewStrong("Xem và chọn", p.doors.Law)))}
}

// checkup is «Khám máy».
func (p *Page) checkup() []fyne.CanvasObject {
	return []fyne.CanvasObject{group("Khám mọi thứ một tháng cần đến", "Dữ liệu, ổ đĩa, sao lưu, đồng hồ, khoá, USB token, hộp gửi, cổng: từng dòng một, kèm cách sửa.",
		xwidget.Row(0, xwidget.NewStrong("Khám máy", p.door(office.CheckupScreen))))}
}

// about is «Giới thiệu»: the version, the data folder, whose work is in the program.
func (p *Page) about() []fyne.CanvasObject {
	a := p.source.About()
	head := xwidget.Column(4, xwidget.NewText("AnKhai "+a.Version).Strong())
	for _, l := range [][2]string{{"Thư mục dữ liệu", a.Dir}, {"Mã nguồn", a.Revision}, {"Trình biên dịch", a.Go}} {
		if l[1] != "" {
			head.Add(xwidget.Dock(nil, nil, xwidget.Sized(180, 0, xwidget.Row(0, xwidget.NewText(l[0]).In(look.Muted))), nil, xwidget.NewPara(l[1])))
		}
	}
	libs := xwidget.Column(2)
	for _, l := range a.Libraries {
		name := l.Licence
		if name == "" {
			name = "xem trong mã nguồn của thư viện"
		}
		libs.Add(xwidget.Dock(nil, nil, nil, xwidget.NewCaption(name), xwidget.NewText(l.Path+" "+l.Version).Sized(look.SmallSize)))
	}
	return []fyne.CanvasObject{
		xwidget.NewCard(head),
		xwidget.NewPara("AnKhai chạy trên máy này; chỉ những gì bạn bảo gửi mới đi ra ngoài. Chữ trên cửa sổ là Noto Sans, trên bản in là Tinos, theo giấy phép OFL."),
		group("Thư viện trong chương trình", "", libs),
	}
}
