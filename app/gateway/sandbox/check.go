package sandbox

import (
	"errors"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

var periodShape = regexp.MustCompile(`^(0[1-9]|1[0-2])/([0-9]{4})$`)

// examine runs every check of a package and returns it as far as it could be read
// with all that was found, in the order of the checks.
func (s *Sandbox) examine(in submitRequest, b []byte) (env *envelope, l faultList) {
	switch in.LoaiGoi {
	case HSDK:
		env = s.examineUse(in.TenFile, b, &l)
	case HSDKLanDau:
		env = s.examineFirst(b, in.MaIVAN, &l)
	default:
		env = s.examineDossier(b, in.MaIVAN, &l)
	}
	return env, l.inOrder()
}

func (s *Sandbox) examineDossier(b []byte, sender string, l *faultList) *envelope {
	env := readEnvelope(b, s.opt.Lenient, l)
	if env == nil {
		return nil
	}
	s.checkFiles(env, l)
	s.checkForms(env, l)
	s.checkSender(env, sender, l)
	s.checkUnit(env, l)
	s.checkDates(env, l)
	s.checkLimits(env, l)
	s.checkSignatures(env, b, "CKy_Dvi", l)
	s.checkDeclarations(env, l)
	return env
}

// checkFiles is E-ENV-01 to 03.
func (s *Sandbox) checkFiles(env *envelope, l *faultList) {
	if n, err := strconv.Atoi(env.values["SoLuongFile"]); err == nil && n != len(env.files) {
		l.add("E-ENV-01", env.name, "SoLuongFile", "SoLuongFile: ghi %d nhưng hồ sơ có %d tệp; ghi lại đúng số tệp", n, len(env.files))
	}
	if len(env.files) == 0 {
		l.add("E-ENV-01", env.name, "ToKhais", "Hồ sơ: phải có ít nhất một tệp tờ khai")
	}
	used := map[string]bool{}
	for i := range env.files {
		f := &env.files[i]
		name := cut(f.tenFile, 80)
		ok := f.decode()
		if !ok {
			l.add("E-ENV-02", name, "NoiDungFile", "NoiDungFile: phải là base64 liền một dòng")
		}
		switch n, err := strconv.Atoi(f.doDai); {
		case err != nil:
			l.add("E-ENV-02", name, "DoDaiFile", "DoDaiFile: phải có dạng 19740")
		case n == len(f.base64):
		case ok && n == len(f.content):
			l.add("E-ENV-02", name, "DoDaiFile", "DoDaiFile: đang ghi số byte của tệp (%d); phải là độ dài chuỗi base64 trong NoiDungFile (%d)", n, len(f.base64))
		default:
			l.add("E-ENV-02", name, "DoDaiFile", "DoDaiFile: ghi %d nhưng chuỗi base64 dài %d; ghi lại độ dài chuỗi base64", n, len(f.base64))
		}
		ext := path.Ext(f.tenFile)
		switch {
		case !plainName(f.tenFile):
			l.add("E-ENV-03", name, "TenFile", "TenFile: chỉ là tên tệp, không kèm đường dẫn hay ký tự điều khiển")
		case ext != f.loaiFile:
			l.add("E-ENV-03", name, "LoaiFile", "LoaiFile: phải là phần mở rộng của TenFile (%s), đang là %s", ext, cut(f.loaiFile, 12))
		case !slices.Contains(quyTac.DuoiTep, strings.ToLower(ext)):
			l.add("E-ENV-03", name, "LoaiFile", "LoaiFile: chỉ nhận %s", strings.Join(quyTac.DuoiTep, " "))
		}
		if low := strings.ToLower(f.tenFile); low != "" && used[low] {
			l.add("E-ENV-03", name, "TenFile", "TenFile: trùng với một tệp khác trong hồ sơ; đổi tên một tệp")
		} else {
			used[low] = true
		}
	}
}

// plainName refuses paths, streams, control and direction characters.
func plainName(s string) bool {
	if s == "" || strings.HasPrefix(s, ".") || strings.HasSuffix(s, ".") || strings.HasSuffix(s, " ") || strings.Contains(s, "..") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return strings.ContainsRune(`/\:*?"<>|`, r) || !unicode.IsPrint(r)
	})
}

// maToKhaiOf is the code a file must carry, by its name.
func maToKhaiOf(tenFile string) string {
	ext := path.Ext(tenFile)
	if strings.ToLower(ext) != ".xml" {
		return "CT-DK"
	}
	return strings.TrimSuffix(strings.TrimSuffix(tenFile, ext), "-595")
}

// checkForms is E-ENV-04.
func (s *Sandbox) checkForms(env *envelope, l *faultList) {
	thuTuc := env.values["MaThuTuc"]
	phaiCo, coTheCo, ruled, known := procedure(thuTuc)
	if thuTuc != "" && !known {
		l.add("E-ENV-04", env.name, "MaThuTuc", "MaThuTuc: không có mã %s trong danh mục thủ tục", cut(thuTuc, 12))
	}
	if known && !ruled {
		l.remind("E-ENV-04", env.name, "MaThuTuc", "Thủ tục %s: cổng thực hành chưa có quy định tờ khai kèm theo nên không kiểm thành phần hồ sơ", thuTuc)
	}
	has := map[string]bool{}
	for _, f := range env.files {
		has[f.maToKhai] = true
		name, ma := cut(f.tenFile, 80), f.maToKhai
		if m := asPDF(f.tenFile); m != "" && (slices.Contains(phaiCo, m) || slices.Contains(coTheCo, m)) {
			ma, has[m] = m, true
		}
		if want := maToKhaiOf(f.tenFile); f.tenFile != "" && f.maToKhai != want {
			l.add("E-ENV-04", name, "MaToKhai", "MaToKhai: phải là %s theo tên tệp, đang là %s", cut(want, 60), cut(f.maToKhai, 60))
		} else if ruled && !slices.Contains(phaiCo, ma) && !slices.Contains(coTheCo, ma) {
			l.add("E-ENV-04", name, "MaToKhai", "Thủ tục %s: không nhận tờ khai %s; bỏ tệp này hoặc chọn thủ tục khác", thuTuc, cut(ma, 60))
		}
	}
	for _, m := range phaiCo {
		if !has[m] {
			l.add("E-ENV-04", env.name, "ToKhais", "Thủ tục %s: phải có tờ khai %s", thuTuc, m)
		}
	}
}

// checkSender is E-ENV-05.
func (s *Sandbox) checkSender(env *envelope, sender string, l *faultList) {
	switch got := env.values["MaIVAN"]; {
	case got == "":
	case got != sender:
		l.add("E-ENV-05", env.name, "MaIVAN", "MaIVAN: trong hồ sơ là %s, bên gửi là %s; lập lại hồ sơ với mã I-VAN đang dùng", cut(got, 8), sender)
	case got != s.opt.MaIVAN:
		l.add("E-ENV-05", env.name, "MaIVAN", "MaIVAN: không có mã %s trong danh mục I-VAN của cổng thực hành", cut(got, 8))
	}
}

// checkUnit is E-ENV-05 of a unit that has a code.
func (s *Sandbox) checkUnit(env *envelope, l *faultList) {
	taken := false
	s.store.read(func(m *memory) { taken = m.reg.registered(env.values["MaSoBHXH"], env.values["MaSoThue"]) })
	if !taken {
		l.add("E-ENV-05", env.name, "ThongTinDonVi", "Đơn vị: mã đơn vị và mã số thuế chưa đăng ký sử dụng I-VAN này (mẫu 04/ĐK-IVAN); kiểm tra hai mã hoặc đăng ký trước")
	}
}

// checkDates is E-ENV-06.
func (s *Sandbox) checkDates(env *envelope, l *faultList) {
	today := s.now().In(ict)
	if v := env.values["KyKeKhai"]; v != "" {
		if m := periodShape.FindStringSubmatch(v); m == nil {
			l.add("E-ENV-06", env.name, "KyKeKhai", "KyKeKhai: phải có dạng 11/2026")
		} else if m[2]+m[1] > today.Format("200601") && !slices.Contains(quyTac.KyTuongLai, env.values["MaThuTuc"]) {
			l.add("E-ENV-06", env.name, "KyKeKhai", "KyKeKhai: không sau tháng hiện tại (%s), trừ thủ tục %s", today.Format("01/2006"), strings.Join(quyTac.KyTuongLai, ", "))
		}
	}
	if v := env.values["NgayLap"]; v != "" {
		if d, err := time.ParseInLocation("02/01/2006", v, ict); err != nil {
			l.add("E-ENV-06", env.name, "NgayLap", "NgayLap: phải có dạng 22/11/2026")
		} else if d.After(today) {
			l.remind("E-ENV-06", env.name, "NgayLap", "NgayLap: sau ngày nhận hồ sơ (%s); kiểm tra đồng hồ máy", today.Format("02/01/2006"))
		}
	}
}

// checkLimits is E-LIM-01 and 02.
func (s *Sandbox) checkLimits(env *envelope, l *faultList) {
	if n := len(env.files); n > quyTac.GioiHan.SoTep {
		l.add("E-LIM-01", env.name, "ToKhais", "Số tệp: không quá %d, kể cả tờ khai (đang có %d); gộp bớt tệp đính kèm", quyTac.GioiHan.SoTep, n)
	}
	var sum int64
	for _, f := range env.files {
		sum += int64(len(f.content))
	}
	if sum > quyTac.GioiHan.TongByte {
		l.add("E-LIM-02", env.name, "ToKhais", "Tổng dung lượng: không quá %d MB, kể cả tờ khai (đang có %d byte); nén ảnh trong tệp đính kèm", quyTac.GioiHan.TongByte>>20, sum)
	}
}

// checkSignatures is E-SIG-01 to 05; node is where the unit signs.
func (s *Sandbox) checkSignatures(env *envelope, raw []byte, node string, l *faultList) {
	c := s.opt.Checks
	if c.Signature != nil {
		if !env.signed {
			l.add("E-SIG-01", env.name, node, "Chữ ký đơn vị: phải có khi nộp hồ sơ; ký hồ sơ rồi gửi")
		} else {
			s.signature(env, env.name, raw, c.Signature, l)
		}
	}
	for _, f := range env.files {
		switch strings.ToLower(path.Ext(f.tenFile)) {
		case ".xml":
			if c.Signature != nil {
				s.signature(env, f.tenFile, f.content, c.Signature, l)
			}
		case ".pdf":
			if c.PDF != nil {
				s.signature(env, f.tenFile, f.content, c.PDF, l)
			}
		}
	}
}

// signature verifies one signature and compares the tax code of its certificate,
// which it returns, with the package's where that is known.
func (s *Sandbox) signature(env *envelope, name string, b []byte, check func(string, []byte) (string, error), l *faultList) string {
	tax, err := check(name, b)
	var f Finding
	switch want := env.values["MaSoThue"]; {
	case errors.As(err, &f):
		f.Tep = cut(name, 80)
		*l = append(*l, f)
	case err != nil:
		l.add("E-SIG-03", cut(name, 80), "", "Chữ ký số trong tệp %s không hợp lệ: %v", cut(name, 80), err)
	case tax == "":
		l.remind("E-SIG-05", cut(name, 80), "", "Chữ ký số trong tệp %s: chứng thư không ghi mã số thuế nên không so được với đơn vị", cut(name, 80))
	case plainTax(tax) != plainTax(want) && (want != "" || env.use == nil):
		l.add("E-SIG-05", cut(name, 80), "", "Chữ ký số trong tệp %s: chứng thư của mã số thuế %s, hồ sơ của mã số thuế %s; ký lại bằng chứng thư của đơn vị", cut(name, 80), cut(tax, 20), cut(want, 20))
	}
	return tax
}

// checkDeclarations reads each XML as E-XML-01 and hands the rest to the
// injected check.
func (s *Sandbox) checkDeclarations(env *envelope, l *faultList) {
	for _, f := range env.files {
		if strings.ToLower(path.Ext(f.tenFile)) == ".xml" && len(f.content) > 0 {
			if _, err := readXML(f.content, false); err != nil {
				l.add("E-XML-01", cut(f.tenFile, 80), "", "Tờ khai %s: %v", cut(f.tenFile, 80), err)
				continue
			}
		}
		if s.opt.Checks.Declaration != nil && f.maToKhai != "CT-DK" {
			for _, found := range s.opt.Checks.Declaration(f.maToKhai, f.tenFile, f.content) {
				if found.Tep == "" {
					found.Tep = cut(f.tenFile, 80)
				}
				*l = append(*l, found)
			}
		}
	}
}
