package laphoso

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// BookSource is what a draft of files asks of the use cases.
type BookSource interface {
	DraftFiles(ctx context.Context, what office.Opening, files []office.File) (made []office.Dossier, found []office.Finding, err error)
}

// BookHost is what it asks of the window.
type BookHost interface {
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	PickFiles(kinds []string, done func([]office.File))
	Dialog(title string, content fyne.CanvasObject) (close func())
	Say(words string, bad bool)
	Fail(error)
	Go(to office.Place)
	Month() office.Month
	TakePayroll(name string, data []byte)
}

// Books makes a dossier of a case of what files say.
type Books struct {
	source BookSource
	host   BookHost
	what   office.Opening
	name   string // of the case, for a person
}

// NewBooks is the way from files to the case of a service.
func NewBooks(source BookSource, host BookHost, s office.DichVu, c office.TruongHop) *Books {
	return &Books{source, host, office.Opening{Service: s.ID, Case: c.ID}, c.ID + " · " + c.Ten}
}

// Choose lets files be chosen and drafts of them.
func (b *Books) Choose() { b.host.PickFiles(office.DraftKinds(), b.draft) }

// Ask says what will be made of files that were dropped, and makes it: a file may have
// been meant as the month's payroll.
func (b *Books) Ask(files []office.File) {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	var shut func()
	then := func(do func()) func() {
		return func() {
			shut()
			do()
		}
	}
	buttons := xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }))
	if len(files) == 1 && !strings.HasSuffix(strings.ToLower(names[0]), ".json") {
		buttons.Add(xwidget.NewButton("Đọc như bảng lương", then(func() { b.host.TakePayroll(files[0].Name, files[0].Bytes) })))
	}
	yes := xwidget.NewStrong("Lập hồ sơ", then(func() { b.draft(files) }))
	buttons.Add(yes)
	fact := func(name, value string) fyne.CanvasObject {
		return xwidget.Shares(8, []float32{1, 3}, xwidget.NewPara(name).In(look.Muted), xwidget.NewPara(value))
	}
	shut = b.host.Dialog("Lập hồ sơ từ tệp này?", xwidget.Column(10, xwidget.Sized(520, 1, xwidget.Spacer()),
		fact("Tệp", strings.Join(names, ", ")), fact("Trường hợp", b.name), fact("Kỳ kê khai", b.host.Month().String()),
		xwidget.NewPara("Tệp của bạn giữ nguyên. Có chỗ sai thì chương trình nêu đủ để sửa, chưa lập gì.").In(look.Muted), buttons))
	xwidget.TakeKeys(yes)
}

// draft makes the dossier and leads into it, or tells everything that is wrong with the
// files.
func (b *Books) draft(files []office.File) {
	what := b.what
	what.Month = b.host.Month()
	var made []office.Dossier
	var found []office.Finding
	b.host.Run("Đang lập hồ sơ từ tệp", func(ctx context.Context, _ task.Report) (err error) {
		made, found, err = b.source.DraftFiles(ctx, what, files)
		return err
	}, func(err error) {
		if len(made) > 0 {
			b.host.Go(office.Place{Screen: "ho-so", ID: made[0].ID})
		}
		switch {
		case err != nil:
			b.host.Fail(err)
		case len(made) == 0:
			b.refused(found)
		default:
			b.host.Say(draftedSay(made), false)
			if len(found) > 0 {
				ShowFindings(b.host, "Đã lập hồ sơ, có chỗ nên xem", "Hồ sơ đã mở sau hộp này. Xem các chỗ dưới đây rồi sửa ngay trong hồ sơ nếu cần.", found)
			}
		}
	})
}

// draftedSay tells what was made.
func draftedSay(made []office.Dossier) string {
	if n := len(made); n > 1 {
		return "Đã lập " + wording.So(n) + " hồ sơ từ tệp, đang mở hồ sơ đầu"
	}
	return "Đã lập hồ sơ " + made[0].ID + " từ tệp"
}

// refused lists what must be mended before anything is drafted.
func (b *Books) refused(found []office.Finding) {
	bad := 0
	for _, f := range found {
		if f.Level == office.Loi {
			bad++
		}
	}
	var shut func()
	again := xwidget.NewStrong("Chọn lại tệp", func() {
		shut()
		b.Choose()
	})
	shut = ShowFindings(b.host, fmt.Sprintf("Chưa lập hồ sơ: %d chỗ phải sửa", bad),
		"Tệp của bạn giữ nguyên. Sửa các chỗ này trong Excel, lưu tệp, rồi chọn lại tệp.", found, again)
}
