package hoso

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/app/ui/laphoso"
	"ankhai/app/ui/task"
)

// ToExcel writes the forms of the dossier at hand as a workbook.
func (p *Page) ToExcel() {
	d := p.open
	if d == nil {
		p.host.Say("Mở một hồ sơ rồi chọn lại Xuất Excel", true)
		return
	}
	var f office.File
	p.host.Run("Đang ghi tệp Excel", func(ctx context.Context, _ task.Report) (err error) {
		f, err = p.source.Workbook(ctx, d.id)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.SaveFile(f)
	})
}

// ToOfficial fills the agency's own workbooks with the forms of the dossier at hand.
func (p *Page) ToOfficial() {
	d := p.open
	if d == nil {
		p.host.Say("Mở một hồ sơ rồi chọn lại Xuất mẫu Excel của cơ quan BHXH", true)
		return
	}
	var files []office.File
	p.host.Run("Đang điền mẫu Excel của cơ quan BHXH", func(ctx context.Context, _ task.Report) (err error) {
		files, err = p.source.OfficialBooks(ctx, d.id)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case len(files) == 1:
			p.host.SaveFile(files[0])
		default:
			p.host.Preview("Mẫu Excel của cơ quan BHXH", files)
		}
	})
}

// FromExcel replaces forms of the draft at hand by those of a workbook.
func (p *Page) FromExcel() {
	d := p.open
	switch {
	case d == nil:
		p.host.Say("Mở một bản nháp rồi chọn lại Nhập Excel", true)
		return
	case !d.view.State.Draft():
		p.host.Say("Hồ sơ đã ký hoặc đã huỷ nên không nhập được. Lập lại hồ sơ thành bản nháp mới trước", true)
		return
	}
	p.host.PickFile([]string{".xlsx", ".xlsm"}, func(name, _ string, data []byte) {
		p.host.Ask("Nhập "+name, "Mẫu nào có trong tệp thì thay cả mẫu ấy trong hồ sơ "+d.name()+". Những gì đã sửa trước đó không hoàn tác được nữa.",
			"Nhập", func() { d.fillBook(name, data) })
	})
}

func (d *dossier) fillBook(name string, data []byte) {
	var rows map[string]int
	var found []office.Finding
	d.begin()
	d.p.host.Run("Đang đọc tệp Excel", func(ctx context.Context, _ task.Report) (err error) {
		rows, found, err = d.p.source.FillBook(ctx, d.id, name, data)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			d.end()
			d.p.host.Fail(err)
			return
		case rows == nil:
			d.end()
			d.p.host.Say("Chưa nhập gì từ "+name+": sửa các ô nêu tên rồi nhập lại", true)
			laphoso.ShowFindings(d.p.host, "Chưa nhập "+name, "Hồ sơ giữ nguyên như trước. Sửa các chỗ này trong Excel, lưu tệp rồi nhập lại.", found)
			return
		}
		d.altered(func() {
			d.p.host.Saved()
			var words []string
			for _, id := range slices.Sorted(maps.Keys(rows)) {
				words = append(words, fmt.Sprintf("%s %d dòng", id, rows[id]))
			}
			d.p.host.Say("Đã nhập "+strings.Join(words, ", "), false)
			if len(found) > 0 {
				laphoso.ShowFindings(d.p.host, "Đã nhập "+name+", có chỗ nên xem", "Xem các chỗ dưới đây rồi sửa ngay trong hồ sơ nếu cần.", found)
			}
		})
	})
}
