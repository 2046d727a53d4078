package ui

import (
	"ankhai/app/office"
	"ankhai/app/ui/caidat"
	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/hopthu"
	"ankhai/app/ui/laphoso"
	"ankhai/app/ui/lenh"
)

// Find opens the search for everything.
func (s *Shell) Find() { s.search.Show() }

// deeds are what the window can do now, for the search: its places, its commands, its
// settings.
func (s *Shell) deeds() []lenh.Deed {
	var out []lenh.Deed
	for _, p := range s.places {
		_, key := s.keyOf(p)
		out = append(out, lenh.Deed{Kind: office.FindPlace, Icon: p.key, Title: p.page.Title(), Say: key, Do: func() { s.Go(office.Place{Screen: p.key}) }})
	}
	act := func(title, say, words string, do func()) {
		out = append(out, lenh.Deed{Kind: office.FindAction, Title: title, Say: say, Words: words, Do: do})
	}
	act("Chọn bảng lương", "Ctrl+O", "nhập excel tháng", s.ChoosePayroll)
	act("Lập hồ sơ từ tệp Excel", "", "mẫu đã điền thủ tục json", func() {
		s.Go(office.Place{Screen: serviceScreen})
		s.Say("Chọn thủ tục và trường hợp, rồi bấm Lập từ Excel hoặc thả tệp vào cửa sổ", false)
	})
	act("Lấy mẫu Excel trống", "", "bảng tính điền template", func() { laphoso.AskBlank(s.office, s) })
	act("Đổi trường hợp của hồ sơ đang mở", "", "giấy tờ dịch vụ công", s.dossier.ChangeCase)
	act("Lưu thông báo C12 gốc", "", "tệp như khi nhận đối chiếu", func() {
		s.Go(office.Place{Screen: c12Screen})
		s.c12.SaveOriginal()
	})
	act("Xem hồ sơ mẫu điền sẵn", "", "ví dụ học cách điền bộ mẫu", laphoso.NewSamples(s.office, s).Any)
	act("So hai bảng lương", "", "so sánh hai tháng tăng giảm không lưu", s.payroll.CompareFiles)
	act("Tháng trước", "Ctrl+PageUp", "kỳ kê khai", func() { s.step(-1) })
	act("Tháng sau", "Ctrl+PageDown", "kỳ kê khai", func() { s.step(1) })
	act("Thêm đơn vị", "", "công ty mới", func() { s.askCompany(office.DonVi{}) })
	act("Sửa đơn vị này", "", "thông tin công ty địa chỉ", func() { s.askCompany(s.company) })
	act("Mở công ty mẫu", "", "tập thực hành nộp thử", s.openSample)
	act("Danh sách, báo cáo, bảng lương ra Excel", "", "xuất", s.people.Reports)
	act("Thêm người đang tham gia", "", "nhập tay danh sách lao động nhân viên", func() {
		s.Go(office.Place{Screen: "nguoi-lao-dong"})
		s.people.Add()
	})
	act("Nhập chế độ đã hưởng từ tệp", "", "ốm đau thai sản dưỡng sức đợt nghỉ excel csv", s.people.ImportClaims)
	act("Xuất dữ liệu mở của đơn vị", "", "json csv zip chuyển đi", s.OpenExport)
	act("Giao đơn vị cho nơi khác", "", "bàn giao chuyển đi tệp mã hoá mật khẩu", s.GiveEmployer)
	act("Nhận đơn vị từ tệp", "", "bàn giao chuyển vào zip bản xuất mở", s.TakeEmployer)
	act("Khôi phục từ bản sao lưu", "", "backup", s.Restore)
	act("Sao lưu vào một tệp", "", "backup chuyển máy usb", s.files.BackUp)
	act("Kiểm một bản sao", "", "backup sao lưu đọc thử", s.VerifyBackup)
	act("Lấy lại một đơn vị từ bản sao", "", "backup khôi phục sao lưu", s.TakeBack)
	act("Khoá dữ liệu", "", "mật khẩu khoá khôi phục", s.keys.Show)
	act("Kiểm tra một tệp", "", "tờ khai xml pdf phần mềm khác chữ ký", s.onSigns(s.signs.ChooseToCheck))
	act("Ký một tệp", "", "ký số xml pdf con dấu", s.onSigns(s.signs.ChooseToSign))
	act("Đóng gói giám định BHYT", "", "giamdinhhs xml1 khám chữa bệnh", s.onSigns(s.signs.ChooseToPack))
	act("Khám máy", "", "token trình điều khiển đồng hồ ổ đĩa", s.checkup.Show)
	for _, c := range s.setting.Sections() {
		out = append(out, lenh.Deed{Kind: office.FindSetting, Title: c.Title, Words: c.Words + " cài đặt", Do: func() { s.Go(office.Place{Screen: settingsScreen, ID: c.Key}) }})
	}
	for _, l := range giaodien.Ngu.Values() {
		out = append(out, lenh.Deed{Kind: office.FindSetting, Title: "Ngôn ngữ: " + giaodien.Title(l), Words: "language english tiếng anh", Do: func() { s.speak(l) }})
	}
	for _, v := range giaodien.Nen.Values() {
		out = append(out, lenh.Deed{Kind: office.FindSetting, Title: "Nền: " + giaodien.Title(v), Words: "giao diện màu theme dark light", Do: func() { s.paint(v) }})
	}
	for i := range out {
		out[i].Command = inConsole[out[i].Title]
	}
	return out
}

// onSigns is a deed of the screen of signatures, done there.
func (s *Shell) onSigns(do func()) func() {
	return func() {
		s.Go(office.Place{Screen: office.SignScreen})
		do()
	}
}

// aside follows the doors that open over the place at hand, or that do something; it
// reports whether it was one.
func (s *Shell) aside(to office.Place) bool {
	switch to.Screen {
	case office.KeysScreen:
		s.keys.Show()
	case office.CheckupScreen:
		s.checkup.Show()
	case office.EmployerScreen:
		s.switchTo(to.ID)
	case office.NewEmployerScreen:
		s.askCompany(office.DonVi{})
	case office.PayrollScreen:
		if !s.have {
			return false
		}
		s.ChoosePayroll()
	case office.PracticeScreen:
		s.openSample()
	case office.RuleScreen:
		s.help.Code(to.ID)
	case office.BlankScreen:
		laphoso.SaveBlank(s.office, s, to.ID)
	default:
		return false
	}
	return true
}

// doors are what the settings lead to.
func (s *Shell) doors() caidat.Doors {
	return caidat.Doors{
		EditCompany: func() { s.askCompany(s.company) }, AddCompany: func() { s.askCompany(office.DonVi{}) },
		GiveEmployer: s.GiveEmployer, TakeEmployer: s.TakeEmployer, OpenExport: s.OpenExport,
		BackUpToFile: s.files.BackUp, VerifyBackup: s.VerifyBackup, TakeBack: s.TakeBack, Law: func() { s.tools.ChooseSettings() }, Account: hopthu.NewAccount(s.office, s).Show,
		Typing: s.typing.asSetting(),
	}
}

// Reload reads the company at hand again and stays where one is.
func (s *Shell) Reload() { s.reread(func() {}) }
