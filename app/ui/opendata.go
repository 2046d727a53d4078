package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
)

// OpenExport writes everything of the company at hand, or of every company, where the
// person says, in files that anybody can read, after a warning.
func (s *Shell) OpenExport() {
	if !s.have {
		s.Say("Chưa có đơn vị nào để xuất", true)
		return
	}
	several := false
	s.Quiet(func(ctx context.Context) (err error) {
		several, err = s.countEmployers(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.warnOpen(several)
	})
}

// warnOpen says what an open export is, and asks whose it is to be where there are several
// companies.
func (s *Shell) warnOpen(several bool) {
	var shut func()
	after := func(do func()) func() {
		return func() {
			shut()
			do()
		}
	}
	words := office.OpenWarning + " Việc xuất được ghi vào nhật ký xử lý."
	one := xwidget.NewStrong("Chọn nơi ghi…", after(s.openOne))
	buttons := xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }))
	if several {
		words += " Mọi đơn vị: mỗi đơn vị một tệp, trong một thư mục."
		buttons.Add(xwidget.NewButton("Mọi đơn vị…", after(s.openAll)))
		one.Set("Chỉ đơn vị này…")
	}
	buttons.Add(one)
	shut = s.Dialog("Xuất dữ liệu mở của "+s.company.Ten, xwidget.Column(14, xwidget.Sized(460, 1, xwidget.Spacer()), xwidget.NewPara(words), buttons))
	s.Focus(one)
}

func (s *Shell) openOne() { s.pickNew("du-lieu-"+s.company.MaSoThue+".zip", s.writeOpen) }

// openAll asks for the folder that the open exports of every company go below.
func (s *Shell) openAll() { s.pickFolder(s.writeOpenAll) }

// writeOpenAll writes an open export of every company into a folder of its own below dir.
func (s *Shell) writeOpenAll(dir string) {
	into := filepath.Join(dir, "du-lieu-mo-"+s.office.Today().ISO())
	var all []office.OpenInfo
	s.Run("Đang xuất dữ liệu mở", func(ctx context.Context, _ task.Report) (err error) {
		all, err = s.office.OpenExportAll(ctx, into, true)
		return err
	}, func(err error) {
		if errors.Is(err, office.ErrExists) && len(all) == 0 {
			s.Ask("Đã có tệp cùng tên", "Ở đó đã có bản xuất trong "+filepath.Base(into)+", và bản ấy được giữ nguyên.", "Chọn nơi khác…", s.openAll)
			return
		}
		people, dossiers := 0, 0
		for _, i := range all {
			people, dossiers = people+i.People, dossiers+i.Dossiers
		}
		s.Fail(err)
		if err == nil || len(all) > 0 { // what was written before an error stays
			s.Say(fmt.Sprintf("Đã xuất %d đơn vị, %d người, %d hồ sơ vào %s", len(all), people, dossiers, into), err != nil)
		}
	})
}

// pickNew lets a person say where a new file is to be.
func (s *Shell) pickNew(name string, take func(path string)) { s.savePath(name, take) }

func (s *Shell) writeOpen(path string) {
	if !strings.EqualFold(filepath.Ext(path), ".zip") {
		path += ".zip"
	}
	mst := s.company.MaSoThue
	var info office.OpenInfo
	s.Run("Đang xuất dữ liệu mở", func(ctx context.Context, _ task.Report) (err error) {
		info, err = s.office.OpenExport(ctx, mst, path)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Say(fmt.Sprintf("Đã xuất %d người, %d hồ sơ vào %s", info.People, info.Dossiers, filepath.Base(path)), false)
	})
}

// lookAtOpen takes a company in from an open export: looked at first, and only then taken.
func (s *Shell) lookAtOpen(path string) {
	var seen office.TakenOpen
	s.Run("Đang đọc bản xuất mở", func(ctx context.Context, _ task.Report) (err error) {
		seen, err = s.office.TakeOpen(ctx, path, true, true)
		return err
	}, func(err error) {
		switch faults := office.OpenFaults(err); {
		case len(faults) > 0:
			s.showFaults(faults)
		case err != nil:
			s.Fail(err)
		default:
			s.agreeToTake(path, seen)
		}
	})
}

// showFaults lists what is wrong with an open export.
func (s *Shell) showFaults(faults office.OpenPackFaults) {
	var shut func()
	col := xwidget.Column(6)
	for _, f := range faults[:min(len(faults), 200)] {
		col.Add(xwidget.NewPara("• " + f.String()))
	}
	body := xwidget.Column(12, xwidget.NewPara(fmt.Sprintf("Bản xuất này không nguyên vẹn hoặc không đúng ở %d chỗ. Chưa có gì được ghi vào dữ liệu ở đây.", len(faults))),
		xwidget.Sized(600, 300, xwidget.NewScroll(col)),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() })))
	shut = s.Dialog("Chưa nhận được", body)
}

func (s *Shell) agreeToTake(path string, seen office.TakenOpen) {
	i := seen.Info
	words := fmt.Sprintf("%s, mã số thuế %s: %d người, %d tháng lương, %d hồ sơ, %d gói đã ký.", i.Name, i.MST, i.People, i.Payrolls, i.Dossiers, i.Submissions)
	yes := "Nhận đơn vị"
	if seen.Here {
		words += " Đơn vị này đã có ở đây: phần chưa ký sẽ được thay bằng bản xuất, phần đã ký ở cả hai bên được giữ."
		yes = "Thay phần chưa ký"
	}
	if len(seen.Held) > 0 {
		words += " Đang chờ gửi ở nơi xuất nên ở đây không tự gửi: " + strings.Join(seen.Held, ", ") + "."
	}
	if len(seen.Notes) > 0 {
		words += fmt.Sprintf(" %d tệp để đọc đã bị sửa; chỗ sửa ở đó không được nhận.", len(seen.Notes))
	}
	s.Ask("Nhận đơn vị từ bản xuất mở", words+" Dữ liệu ở đây được sao lưu trước.", yes, func() { s.takeOpen(path, seen.Here) })
}

func (s *Shell) takeOpen(path string, replace bool) {
	var took office.TakenOpen
	s.Run("Đang nhận đơn vị", func(ctx context.Context, _ task.Report) (err error) {
		if took, err = s.office.TakeOpen(ctx, path, false, replace); err == nil {
			err = s.office.SetCompany(ctx, took.Info.MST)
		}
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Start()
		words := fmt.Sprintf("Đã nhận %s, %d người", took.Info.Name, took.Info.People)
		if n := len(took.Merged.Renumbered); n > 0 {
			words += fmt.Sprintf("; %d hồ sơ, gói mang số mới", n)
		}
		if took.Gateway != "" {
			words += "; gửi tới " + took.Gateway + " theo bản xuất, xem lại trước khi gửi"
		}
		s.Say(words, false)
	})
}
