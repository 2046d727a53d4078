package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/tongquan"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// welcome is shown while there is no company: the first steps, and the two ways to
// begin.
func (s *Shell) welcome() {
	s.at = nil
	s.markRail()
	var steps []office.StartStep
	s.Quiet(func(ctx context.Context) (err error) {
		steps, err = s.office.Start(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.showWelcome(steps)
	})
}

func (s *Shell) showWelcome(steps []office.StartStep) {
	way := func(name, say *xwidget.Text, buttons ...fyne.CanvasObject) fyne.CanvasObject { // the buttons stand on one line
		return xwidget.NewCard(xwidget.Dock(nil, xwidget.Inset(0, 10, 0, 0, xwidget.Flow(8, buttons...)), nil, nil, xwidget.Column(10, name.Strong(), say)))
	}
	own := way(xwidget.NewPara("Đơn vị của tôi"),
		xwidget.NewPara("Ghi mã số thuế, mã đơn vị và mã cơ quan BHXH một lần. Dữ liệu nằm trên máy này, được mã hoá."),
		xwidget.NewStrong("Ghi đơn vị", func() { s.askCompany(office.DonVi{}) }))
	sample := way(xwidget.NewPara("Công ty mẫu"),
		xwidget.NewPara("Tập lập, ký và gửi hồ sơ với công ty mẫu và cổng thực hành chạy ngay trên máy này. Không gì được gửi ra ngoài."),
		xwidget.NewButton("Mở công ty mẫu", s.openSample))
	take := way(xwidget.NewPara("Đang dùng AnKhai ở máy khác"),
		xwidget.NewPara("Nhận một đơn vị từ tệp mà nơi khác giao, hoặc khôi phục mọi thứ từ bản sao lưu."),
		xwidget.NewButton("Nhận đơn vị", s.TakeEmployer), xwidget.NewButton("Khôi phục…", s.Restore))
	for i := range steps { // what needs a company comes after the first step
		if steps[i].Go.Screen != office.KeysScreen {
			steps[i].Button = ""
		}
	}
	page := xwidget.Column(16, xwidget.NewTitle("Bắt đầu với đơn vị nào"), tongquan.FirstSteps(steps, s.Go), xwidget.Shares(14, []float32{1}, own, sample, take))
	s.stack.Objects = []fyne.CanvasObject{xwidget.NewScroll(xwidget.Inset(look.PagePad, 16, look.PagePad, 16, page))}
	s.stack.Refresh()
}

// openSample sets the sample company up for practice.
func (s *Shell) openSample() {
	s.Run("Đang mở công ty mẫu", func(ctx context.Context, _ task.Report) error {
		return s.office.OpenSample(ctx)
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Start()
	})
}

// field is one line of the company's form.
type field struct {
	name  string // what it is kept by while it is not stored
	label string
	value *string
	code  bool // no words: keys stay what they are
	entry *xwidget.Entry
	pick  *xwidget.SelectSearch // of a short list of codes
	fault *xwidget.Text
}

// askCompany shows a company's record to be filled or mended.
func (s *Shell) askCompany(dv office.DonVi) {
	fields := []*field{
		{name: "maSoThue", label: "Mã số thuế", value: &dv.MaSoThue, code: true}, {name: "ten", label: "Tên đơn vị", value: &dv.Ten},
		{name: "maDonVi", label: "Mã đơn vị", value: &dv.MaDonVi, code: true}, {name: "coQuanBHXH", label: "Mã cơ quan BHXH", value: &dv.CoQuanBHXH, code: true},
		{name: "diaChi", label: "Địa chỉ", value: &dv.DiaChi}, {name: "nguoiDaiDien", label: "Người đại diện", value: &dv.NguoiDaiDien},
		{name: "email", label: "Địa chỉ thư điện tử", value: &dv.Email, code: true}, {name: "dienThoai", label: "Số điện thoại", value: &dv.DienThoai, code: true},
		{name: "vung", label: "Vùng lương tối thiểu (01–04)", value: &dv.Vung, pick: regions()},
	}
	col := xwidget.Column(6, xwidget.Sized(520, 1, xwidget.Spacer()))
	typed := unsaved.Form{Name: "don-vi", Title: "Đơn vị", Go: office.Place{Screen: settingsScreen, ID: "don-vi"}}
	if dv.MaSoThue == "" {
		typed = unsaved.Form{Name: "don-vi-moi", Title: "Đơn vị mới", Machine: true, Go: office.Place{Screen: office.NewEmployerScreen}}
	}
	for _, f := range fields {
		var answer fyne.CanvasObject
		if f.pick != nil {
			f.pick.SetCode(*f.value)
			answer = f.pick
			typed.Fields = append(typed.Fields, unsaved.Code(f.name, f.label, f.pick))
		} else {
			f.entry = xwidget.NewEntry()
			f.entry.Plain = f.code
			f.entry.SetText(*f.value)
			answer = f.entry
			typed.Fields = append(typed.Fields, unsaved.Text(f.name, f.label, f.entry))
		}
		f.fault = xwidget.NewText("").Sized(look.SmallSize).In(look.Error)
		label := xwidget.Sized(190, 0, xwidget.Row(0, xwidget.NewText(f.label)))
		col.Add(xwidget.Dock(nil, xwidget.Inset(190, 0, 0, 0, f.fault), label, nil, answer))
	}
	if dv.MaSoThue != "" {
		fields[0].entry.Disable()
	} else if s.have { // there is a gateway to ask
		said := xwidget.NewPara("Gõ mã số thuế rồi hỏi cổng để điền sẵn tên, mã đơn vị, cơ quan BHXH.").In(look.Muted).Sized(look.SmallSize)
		col.Add(xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, xwidget.Row(0, xwidget.NewButton("Hỏi cổng", func() { s.learn(fields, said) }))), said))
	}
	open := s.Typed(typed)
	col.Objects = slices.Insert(col.Objects, 1, open.Top())
	var shut func()
	save := xwidget.NewStrong("Lưu đơn vị", func() {
		for _, f := range fields {
			*f.value = f.text()
		}
		s.putCompany(dv, fields, func() {
			open.Stored()
			shut()
		})
	})
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), save))
	shut = s.Dialog("Đơn vị", col)
	s.window.Canvas().Focus(fields[0].entry)
}

// text is what is written or chosen.
func (f *field) text() string {
	if f.pick != nil {
		return f.pick.Code()
	}
	return strings.TrimSpace(f.entry.Text)
}

// regions are the regions of minimum wages, and none yet.
func regions() *xwidget.SelectSearch {
	all := []xwidget.Choice{{Words: "chưa biết"}}
	for _, it := range office.DanhMucVungLTT.All() {
		all = append(all, xwidget.Choice{Code: it.Ma, Words: it.Ten})
	}
	return xwidget.NewSelectSearch(all, nil)
}

// putCompany stores the record; what is wrong with it stands below its field.
func (s *Shell) putCompany(dv office.DonVi, fields []*field, stored func()) {
	var found []office.Finding
	s.Quiet(func(ctx context.Context) (err error) {
		found, err = s.office.PutCompany(ctx, dv)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		blocked := false
		for _, f := range fields {
			f.fault.Set("")
			for _, w := range found {
				if w.Field == f.label {
					f.fault.Set(w.Say)
				}
			}
		}
		for _, w := range found {
			blocked = blocked || w.Level == office.Loi
		}
		if !blocked {
			stored()
			s.Start()
			if !dv.ThucHanh {
				s.keys.Offer()
			}
		}
	})
}
