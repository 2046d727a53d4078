package nguoilaodong

import (
	"context"
	"fmt"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// claimKinds are files of periods.
var claimKinds = []string{".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt"}

// ImportClaims says what a file of many people's periods must look like, gives one to be
// filled, and takes one in.
func (p *Page) ImportClaims() {
	var shut func()
	line := func(words string) *xwidget.Text { return xwidget.NewPara("• " + words) }
	shut = p.host.Dialog("Nhập chế độ đã hưởng từ tệp", xwidget.Column(8, xwidget.Sized(claimWide, 1, xwidget.Spacer()),
		xwidget.NewPara("Tệp Excel hoặc CSV, mỗi đợt một dòng, dòng đầu là tên cột:").In(look.Muted),
		line("Phải có: Người, Chế độ, Từ ngày, Đến ngày, Số ngày. Người là mã số BHXH, số CCCD hoặc mã nhân viên."),
		line("Thêm khi có: Ngày sinh của con, Trường hợp (cho dưỡng sức), Trạng thái. Không ghi Trạng thái là đã duyệt."),
		line("Đợt đã ghi rồi thì được ghi lại theo tệp, không thành hai đợt. Sai một dòng thì chưa ghi dòng nào và nêu mọi chỗ sai."),
		xwidget.Inset(0, 6, 0, 0, xwidget.Row(8, xwidget.NewButton("Lưu tệp mẫu để điền", func() {
			p.keep("tệp mẫu", func(context.Context) (office.File, error) { return office.ClaimTemplate() })
		}), xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Chọn tệp…", func() {
			shut()
			p.pickClaims()
		})))))
}

// pickClaims takes a file in.
func (p *Page) pickClaims() {
	p.host.PickFiles(claimKinds, func(files []office.File) {
		if len(files) > 0 {
			p.takeClaims(files[0])
		}
	})
}

// claimsTaken is what came of a file of periods.
type claimsTaken struct {
	kept, people  int
	faults        []office.ClaimFault
	before, after []office.Benefit
}

func (p *Page) takeClaims(file office.File) {
	var r claimsTaken
	p.host.Run("Đang ghi chế độ đã hưởng", func(ctx context.Context, _ task.Report) (err error) {
		if r.before, err = p.source.AllBenefits(ctx); err != nil {
			return err
		}
		if r.kept, r.people, r.faults, err = p.source.ImportClaims(ctx, file.Bytes); err != nil || len(r.faults) > 0 {
			return err
		}
		r.after, err = p.source.AllBenefits(ctx)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case len(r.faults) > 0:
			p.claimFaults(file.Name, r.faults)
		case r.kept == 0:
			p.host.Say("Tệp không có đợt nào.", true)
		default:
			p.back = nil
			p.again()
			p.claimsKept(r)
		}
	})
}

// claimsKept tells what was kept, with the way back.
func (p *Page) claimsKept(r claimsTaken) {
	var shut func()
	shut = p.host.Dialog(fmt.Sprintf("Đã ghi %s đợt của %s người", wording.So(r.kept), wording.So(r.people)), xwidget.Column(12, xwidget.Sized(420, 1, xwidget.Spacer()),
		xwidget.NewPara("Số ngày còn được hưởng đã tính theo các đợt này.").In(look.Muted),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Hoàn tác", func() {
			shut()
			p.back = &claimsBack{person: p.shownID, before: r.before, after: r.after}
			p.takeBack()
		}), xwidget.NewStrong("Đã rõ", func() { shut() }))))
}

// claimFaults lists everything that is wrong with a file; nothing of it was kept.
func (p *Page) claimFaults(name string, faults []office.ClaimFault) {
	grid := xwidget.NewList(claimFaultList(faults)).Named("loiDotHuong")
	whole := xwidget.NewText("").Wrapped(3).Sized(look.SmallSize)
	grid.OnSelect = func(row, _ int) {
		if row < len(faults) {
			whole.Set(faults[row].Say)
		}
	}
	grid.OnSelect(0, 0)
	var shut func()
	shut = p.host.Dialog("Chưa ghi đợt nào: "+wording.So(len(faults))+" chỗ cần sửa trong "+name, xwidget.Column(8,
		xwidget.NewPara("Sửa những dòng này trong tệp, lưu lại rồi chọn lại tệp. Dữ liệu đang có không thay đổi.").In(look.Muted),
		xwidget.Sized(700, 280, xwidget.NewCard(grid).Tight()), xwidget.Sized(700, 48, xwidget.Column(0, whole)),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Chọn lại tệp…", func() {
			shut()
			p.pickClaims()
		}))))
	p.host.Focus(grid)
}

// claimFaultList is what is wrong with a file, line by line.
type claimFaultList []office.ClaimFault

// Rows, Columns, Text and Mark make it the model of a list.
func (l claimFaultList) Rows() int { return len(l) }

// Columns are the line of the file, and what to mend there.
func (l claimFaultList) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "dong", Head: "Dòng", Width: 60, Kind: xwidget.KindNumber},
		{Tag: "noi", Head: "Cần sửa", Width: 560, Grow: 1, Words: true},
	}
}

// Text is a cell of the list.
func (l claimFaultList) Text(row, col int) string {
	return [...]string{wording.So(l[row].Line), l[row].Say}[col]
}

// Mark makes the line stand out.
func (l claimFaultList) Mark(_, col int) xwidget.Mark {
	if col == 0 {
		return xwidget.MarkBad
	}
	return xwidget.MarkNone
}
