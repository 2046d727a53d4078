package sandbox

// examineFirst checks a first registration: as an ordinary dossier, but for what
// needs a unit's code or a procedure.
func (s *Sandbox) examineFirst(b []byte, sender string, l *faultList) *envelope {
	env := readFirst(b, s.opt.Lenient, l)
	if env == nil {
		return nil
	}
	s.checkFiles(env, l)
	for _, f := range env.files {
		if want := maToKhaiOf(f.tenFile); f.tenFile != "" && f.maToKhai != want {
			l.add("E-ENV-04", cut(f.tenFile, 80), "MaToKhai", "MaToKhai: phải là %s theo tên tệp, đang là %s", cut(want, 60), cut(f.maToKhai, 60))
		}
	}
	if sender != DefaultIVAN { // practice stands in for whichever I-VAN of the list the unit chose
		s.checkSender(env, sender, l)
	}
	s.checkNewcomer(env, l)
	s.checkDates(env, l)
	s.checkLimits(env, l)
	s.checkSignatures(env, b, "CKy_Dvi", l)
	s.checkDeclarations(env, l)
	s.declaration(fileFirst, b, l)
	return env
}

// checkNewcomer is E-ENV-05 of a first registration.
func (s *Sandbox) checkNewcomer(env *envelope, l *faultList) {
	s.store.read(func(m *memory) {
		u := m.reg.byTax[plainTax(env.values["MaSoThue"])]
		switch {
		case u == nil || env.values["MaSoThue"] == "":
		case u.MaDonVi != "":
			l.add("E-ENV-05", env.name, "MaSoThue", "Đơn vị: mã số thuế này đã có mã đơn vị %s; không đăng ký lần đầu nữa, nộp 04/ĐK-IVAN nếu chưa dùng I-VAN này", u.MaDonVi)
		case u.TrangThai == ChoXacNhan:
			l.add("E-ENV-05", env.name, "MaSoThue", "Đơn vị: một lần đăng ký của mã số thuế này đang chờ giải quyết; chờ kết quả của lần đó")
		}
	})
}

// examineUse checks a 04, 05 or 06-IVAN, which is signed by itself.
func (s *Sandbox) examineUse(name string, b []byte, l *faultList) *envelope {
	env := readUse(name, b, s.opt.Lenient, l)
	if env == nil {
		return nil
	}
	s.checkUse(env, l)
	s.checkDates(env, l)
	if c := s.opt.Checks.Signature; c != nil {
		switch {
		case !env.signed:
			l.add("E-SIG-01", name, "CKYDTU_DVI", "Chữ ký đơn vị: phải có khi nộp tờ khai; ký tờ khai rồi gửi")
		default:
			if tax := s.signature(env, name, b, c, l); env.values["MaSoThue"] == "" {
				env.values["MaSoThue"] = tax
			}
		}
	}
	s.declaration(name, b, l)
	return env
}

// checkUse is E-ENV-05 of a notice about the use of an I-VAN. What the register
// knows of the unit's tax code goes before what the notice's words say.
func (s *Sandbox) checkUse(env *envelope, l *faultList) {
	s.store.read(func(m *memory) {
		u := m.reg.byCode[env.values["MaSoBHXH"]]
		if u != nil && u.MaSoThue != "" {
			env.values["MaSoThue"] = u.MaSoThue
		}
		if u != nil && u.CoQuan != "" {
			env.values["CoQuanQuanLy"] = u.CoQuan
		}
		switch {
		case env.name == fileDK && u != nil && u.Nguon == TuCong && u.serves():
			l.add("E-ENV-05", env.name, "MA_DVI", "Đơn vị: đã đăng ký sử dụng I-VAN này từ ngày %s; đổi thông tin thì nộp 05/SĐ-IVAN", u.TuNgay)
		case env.name != fileDK && (u == nil || !u.serves()):
			l.add("E-ENV-05", env.name, "MA_DVI", "Đơn vị: chưa đăng ký, hoặc đã ngừng, sử dụng I-VAN này; kiểm tra mã đơn vị hoặc nộp 04/ĐK-IVAN")
		}
	})
}

// declaration hands a package that is itself a declaration to the injected check.
func (s *Sandbox) declaration(name string, b []byte, l *faultList) {
	if s.opt.Checks.Declaration == nil {
		return
	}
	for _, f := range s.opt.Checks.Declaration(maToKhaiOf(name), name, b) {
		if f.Tep == "" {
			f.Tep = name
		}
		*l = append(*l, f)
	}
}
