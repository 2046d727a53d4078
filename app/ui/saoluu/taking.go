package saoluu

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Take takes an employer in from a file, or back from a backup: what the file holds and
// what would happen is shown first.
func (d *Desk) Take(path string) { d.open(path, d.chooseEmployer) }

// chooseEmployer asks which employer, where there are several.
func (d *Desk) chooseEmployer(f file) {
	all := f.seen.Employers
	switch len(all) {
	case 0:
		f.wipe()
		d.host.Say("Trong tệp không có đơn vị nào", true)
		return
	case 1:
		d.agreeToTake(f, all[0])
		return
	}
	choices := make([]xwidget.Choice, len(all))
	for i, h := range all {
		choices[i] = xwidget.Choice{Code: h.DonVi.MaSoThue, Words: h.DonVi.Ten}
	}
	var shut func()
	list := xwidget.NewPickList(choices, func(mst string) {
		shut()
		d.agreeToTake(f, all[slices.IndexFunc(all, func(h office.Holding) bool { return h.DonVi.MaSoThue == mst })])
	})
	list.Headed("Mã số thuế", "Đơn vị", 120)
	shut = d.host.Dialog("Lấy lại đơn vị nào", xwidget.Sized(wide, listHigh, list))
	list.Start()
}

// listHigh is the room for the employers to choose among.
const listHigh = 320

// verbs are what taking in is called: in from a file of one employer, back from a backup
// of everything.
type verbs struct{ title, yes, work, done string }

var (
	takeIn   = verbs{"Nhận đơn vị từ tệp", "Nhận đơn vị", "Đang nhận đơn vị", "Đã nhận"}
	takeBack = verbs{"Lấy lại đơn vị từ bản sao", "Lấy lại đơn vị", "Đang lấy lại đơn vị", "Đã lấy lại"}
)

func verbsOf(f file) verbs {
	if f.seen.One {
		return takeIn
	}
	return takeBack
}

func (d *Desk) agreeToTake(f file, h office.Holding) {
	v := verbsOf(f)
	written := ""
	if !f.seen.Made.IsZero() {
		written = " · ghi lúc " + wording.Luc(f.seen.Made)
	}
	col := sheet(whose(h.DonVi, written), xwidget.NewPara("Trong tệp: "+holds(h)+"."))
	yes, before := v.yes, "Dữ liệu ở đây được sao lưu trước. Tài khoản ở cổng không đi theo tệp: nhập tài khoản của nơi này sau khi nhận."
	if here, ok := f.seen.Here[h.DonVi.MaSoThue]; ok {
		col.Add(note(fmt.Sprintf("Đơn vị này đã có ở đây, với %s người, %s tháng bảng lương, %s hồ sơ nháp. Những thứ ấy được thay bằng của tệp; hồ sơ nháp chỉ có ở đây chuyển sang đã huỷ, vẫn xem lại được.",
			wording.So(here.People), wording.So(here.Payrolls), wording.So(here.Drafts))))
		col.Add(xwidget.NewPara("Hồ sơ đã ký, đã gửi ở cả hai bên được giữ. Điều đã gửi không gửi lại."))
		yes, before = "Thay phần chưa ký", "Dữ liệu ở đây được sao lưu trước. Tài khoản ở cổng giữ nguyên, các đơn vị khác không đổi."
	} else {
		col.Add(xwidget.NewPara("Đơn vị này chưa có ở đây nên được thêm vào; các đơn vị khác không đổi. Điều đã gửi không gửi lại."))
	}
	if len(h.Waiting) > 0 {
		col.Add(note("Đang chờ gửi trong tệp: " + named(h.Waiting) + ". Ở đây không tự gửi: hỏi nơi ghi tệp xem đã gửi chưa, rồi quyết định ở Hộp gửi–nhận."))
	}
	col.Add(xwidget.NewPara(before).In(look.Muted))
	var shut func()
	agree := xwidget.NewStrong(yes, func() {
		shut()
		d.take(f, h, v)
	})
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() {
		f.wipe()
		shut()
	}), agree))
	shut = d.host.Dialog(v.title, col)
	d.host.Focus(agree)
}

func (d *Desk) take(f file, h office.Holding, v verbs) {
	var m office.Merged
	d.host.Run(v.work, func(ctx context.Context, _ task.Report) (err error) {
		if m, err = d.source.RestoreEmployer(ctx, f.path, h.DonVi.MaSoThue, f.src); err == nil {
			err = d.source.SetCompany(ctx, h.DonVi.MaSoThue)
		}
		return err
	}, func(err error) {
		f.wipe()
		if err != nil {
			d.host.Fail(err)
			return
		}
		d.host.Start()
		d.host.Say(v.done+" "+h.DonVi.Ten, false)
		d.taken(v, h, m)
	})
}

// taken says what came of it.
func (d *Desk) taken(v verbs, h office.Holding, m office.Merged) {
	col := sheet(whose(h.DonVi, ""), xwidget.NewPara(fmt.Sprintf("Nay có %s người, %s tháng bảng lương. Từ tệp: %s hồ sơ, trong đó %s hồ sơ đã ký.",
		wording.So(m.People), wording.So(m.Payrolls), wording.So(m.Dossiers), wording.So(m.Submissions))))
	if m.Kept > 0 {
		col.Add(xwidget.NewPara(fmt.Sprintf("%s hồ sơ đã ký ở đây được giữ nguyên.", wording.So(m.Kept))))
	}
	if len(m.Renumbered) > 0 {
		var pairs []string
		for _, old := range slices.Sorted(maps.Keys(m.Renumbered)) {
			pairs = append(pairs, old+" → "+m.Renumbered[old])
		}
		col.Add(xwidget.NewPara("Số đã có ở đây nên mang số mới: " + named(pairs) + "."))
	}
	var shut func()
	buttons := xwidget.Row(8, xwidget.Spacer())
	if len(m.Held) > 0 {
		col.Add(note("Chờ bạn quyết định ở Hộp gửi–nhận: " + named(m.Held) + ". Nơi ghi tệp có thể đã gửi những hồ sơ này."))
		buttons.Add(xwidget.NewButton("Mở Hộp gửi–nhận", func() {
			shut()
			d.host.Go(office.Place{Screen: office.PostScreen})
		}))
	}
	buttons.Add(xwidget.NewStrong("Đã rõ", func() { shut() }))
	col.Add(buttons)
	shut = d.host.Dialog(v.done+" đơn vị", col)
}
