package ui

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget/wordbook"
	"ankhai/assets"
	"ankhai/forms/services"
)

// unspoken are the window's Vietnamese words that no letter tells from English.
var unspoken = []string{"Ai", "Ghi", "Xem", "cao", "qua I-VAN"}

// unseen are literals of the window that no person reads, and why.
var unseen = map[string]string{
	"Ậg":                   "the highest and the lowest letter, to measure a line",
	"đ":                    "taken out of an amount that a person types",
	" Điều ":               "cut out of the name of a law",
	"Điều %s %s":           "the name of a law stays Vietnamese",
	"lịch sử chuyển vào: ": "cut off what storage says",
	"không quá":            "stands for a sign that the font lacks",
	"từ":                   "stands for a sign that the font lacks",
	" · tháng ":            "cut out of a dossier's title",
	" đồng":                "cut off an amount, to sort by it",
	" .\u00a0đ":            "what may stand in an amount that a person types",
	"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz": "the letters in the order of the dictionary",
}

// sought are the words that settings and commands are found by, besides their titles:
// nobody reads them.
var sought = []string{
	"%s cài đặt", "backup chuyển máy usb", "backup khôi phục sao lưu", "backup khôi phục ổ đĩa tệp kiểm lấy lại", "backup sao lưu đọc thử", "bàn giao chuyển vào zip bản xuất mở", "bàn giao chuyển đi tệp mã hoá mật khẩu", "công ty màu sửa xuất nhận giao", "công ty mới",
	"gateway ivan địa chỉ gửi hồ sơ", "giao diện màu theme dark light", "json csv zip chuyển đi", "kỳ kê khai",
	"ốm đau thai sản dưỡng sức đợt nghỉ excel csv",
	"màu nền sáng tối tương phản cỡ chữ phóng to mật độ dòng bảng ngôn ngữ tiếng anh english language", "mật khẩu khoá khôi phục", "mật khẩu khoá khôi phục mã hoá",
	"nhập excel tháng", "phiên bản giấy phép thư viện thư mục", "telex vni bàn phím dấu", "language english tiếng anh", "thông tin công ty địa chỉ",
	"token trình điều khiển đồng hồ", "token trình điều khiển đồng hồ ổ đĩa", "tập thực hành nộp thử", "xuất", "điểm luật để ngỏ tỷ lệ",
	"hạn lưu quá hạn nhật ký xử lý quyền riêng tư xoá người đã nghỉ", "lịch nghỉ tết quốc khánh làm bù hoán đổi hạn nộp", "nhập tay danh sách lao động nhân viên", "mẫu đã điền thủ tục json",
	"bảng tính điền template", "%s lấy bảng tính điền", "giấy tờ dịch vụ công", "tệp như khi nhận đối chiếu",
	"lương cơ sở mức tham chiếu lương tối thiểu vùng tỷ lệ đóng trần sàn hệ số nghị định mới", "ví dụ học cách điền bộ mẫu",
	"giamdinhhs xml1 khám chữa bệnh", "ký số xml pdf con dấu", "tờ khai xml pdf phần mềm khác chữ ký", "so sánh hai tháng tăng giảm không lưu",
}

// silent are the packages under the window that say nothing on it, and why.
var silent = map[string]string{
	"uitest":           "serves tests",
	"xwidget/telex":    "tables of letters and syllables",
	"xwidget/wordbook": "the book itself; what it says stands elsewhere on the window",
	"start":            "speaks where there is no window, before any language is known",
}

// below are the sources under the window whose words a person reads on it: whole
// files, or the named declarations of a file. What is not here, the law's, the
// forms' and the agency's words above all, stays Vietnamese on the window, but for
// namesOfTheAgency.
var below = []string{
	"app/gateway/errors.go", "app/gateway/person.go String", "app/office/agencyasking.go Say NotAsked besides", "app/office/backupstate.go",
	"app/office/changewords.go", "app/office/claimfile.go benefit", "app/office/claimlines.go readClaims claimCells claimColumnsIn claimText",
	"app/office/claimquota.go", "app/office/clock.go", "app/office/deciding.go", "app/office/doubt.go", "app/office/examining.go",
	"app/office/explained.go", "app/office/filecheck.go", "app/office/filefaults.go", "app/office/findingplace.go Words",
	"app/office/findthings.go lasting", "app/office/fixing.go Say quotedOrBlank", "app/office/folder.go", "app/office/inbox.go", "app/office/journal.go",
	"app/office/keys.go", "app/office/origin.go", "app/office/overview.go", "app/office/people.go", "app/office/processinglog.go",
	"app/office/proof.go", "app/office/protection.go Line Remedy Say Protection examineKeys todoOfKeys", "app/office/quota.go",
	"app/office/quotamaternity.go", "app/office/quotasick.go", "app/office/receivedmove.go",
	"app/office/reconciling.go", "app/office/redo.go",
	"app/office/rejection.go", "app/office/report.go", "app/office/rescue.go", "app/office/say.go", "app/office/sender.go",
	"app/office/signingkeys.go", "app/office/terms.go", "app/office/tokens.go", "app/office/verdict.go", "app/office/waiting.go", "app/office/waitinggone.go",
	"app/office/waitingsay.go", "app/office/why.go", "app/office/whycell.go", "app/office/whypay.go", "app/office/whyproposal.go",
	"app/office/whytotal.go",
	"forms/c12/loi.go", "forms/c12/sua.go", "forms/facts/chedo.go", "forms/facts/gioitinh.go", "forms/facts/trangthai.go", "forms/law/lich/lich.go LoiCuaNgay thu", "forms/law/lich/le.go chuaRo", "app/office/holidays.go", "app/office/figureunits.go ReadFigure", "forms/law/sach.go FaultOfRow", "forms/law/thietlap.go ThietLap nguon",
	"forms/payroll/compare.go", "forms/payroll/identity.go", "forms/payroll/known.go", "forms/payroll/late.go",
	"forms/payroll/likeness.go", "forms/payroll/match.go", "forms/payroll/newcomer.go", "forms/payroll/quyetdinh.go",
	"forms/services/giayto.go", "forms/services/han/bang.go loaiWords", "forms/services/vaitro.go",
	"forms/sheet/date.go numberWhen textWhen digitsWhen", "forms/sheet/field.go", "forms/sheet/ident.go", "forms/sheet/line.go take kind finish",
	"forms/sheet/pay.go", "forms/sheet/person.go", "forms/sheet/refusal.go", "forms/sheet/twice.go", "forms/tralai/giay.go Say",
	"signing/certificate.go", "signing/outcome.go", "signing/remote/client.go", "signing/remote/holder.go", "signing/remote/open.go",
	"signing/remote/outcome.go", "signing/report.go",
	"storage/benefit.go", "storage/errors.go", "storage/keys/errors.go", "storage/keys/recoverykey.go", "storage/keys/slot.go",
	"storage/state.go",
}

// book maps the keys that sources need to where they stand.
type book struct {
	at  map[string]string
	set *token.FileSet
}

// file gathers the keys of a file, of the named declarations alone if there are any.
func (k book) file(t *testing.T, path string, only ...string) {
	f, err := parser.ParseFile(k.set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		if len(only) == 0 || slices.ContainsFunc(only, func(name string) bool { return declares(d, name) }) {
			k.gather(d)
		}
	}
}

func declares(d ast.Decl, name string) bool {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return d.Name.Name == name
	case *ast.GenDecl:
		return slices.ContainsFunc(d.Specs, func(s ast.Spec) bool {
			v, ok := s.(*ast.ValueSpec)
			return ok && v.Names[0].Name == name
		})
	}
	return false
}

// gather adds what is said below a node: a literal and a format as they stand, a sum
// of strings with %s for what is no literal.
func (k book) gather(root ast.Node) {
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BinaryExpr:
			if n.Op == token.ADD && spoken(n) {
				k.add(n, k.joined(n))
				return false
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				k.add(n, moment.ReplaceAllString(value(n), "%s"))
			}
		}
		return true
	})
}

// moment is what a layout of package time fills in.
var moment = regexp.MustCompile(`15:04(:05)?|02/01/2006`)

func (k book) add(n ast.Node, key string) {
	if _, ok := k.at[key]; ok || unseen[key] != "" || slices.Contains(sought, key) || !wordbook.Letters(key) && !slices.Contains(unspoken, key) {
		return
	}
	at := k.set.Position(n.Pos())
	k.at[key] = filepath.ToSlash(at.Filename) + ":" + strconv.Itoa(at.Line)
}

// spoken reports whether a sum has a literal among its terms.
func spoken(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return e.Op == token.ADD && (spoken(e.X) || spoken(e.Y))
	case *ast.ParenExpr:
		return spoken(e.X)
	case *ast.BasicLit:
		return e.Kind == token.STRING
	}
	return false
}

// joined is the key of a sum. What its other terms say is gathered by itself.
func (k book) joined(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return k.joined(e.X) + k.joined(e.Y)
		}
	case *ast.ParenExpr:
		return k.joined(e.X)
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			return strings.ReplaceAll(value(e), "%", "%%")
		}
	}
	k.gather(e)
	return "%s"
}

func value(n *ast.BasicLit) string {
	s, err := strconv.Unquote(n.Value)
	if err != nil {
		panic(err)
	}
	return s
}

// said gathers everything that a person can read on the window.
func said(t *testing.T) map[string]string {
	k := book{map[string]string{}, token.NewFileSet()}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && silent[filepath.ToSlash(path)] != "" {
			return filepath.SkipDir
		}
		if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			k.file(t, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range below {
		f := strings.Fields(line)
		k.file(t, filepath.Join("..", "..", f[0]), f[1:]...)
	}
	for _, name := range namesOfTheAgency() {
		k.at[name] = named
	}
	return k.at
}

// named is where the words of namesOfTheAgency stand.
const named = "a name of the agency or of a calculator"

// namesOfTheAgency are the names of services, their cases, procedures and calculators:
// they are chosen by, and have English beside the official name, which stays on paper.
// With them go who files a service, the events whose days a case asks for, and all
// that a calculator asks.
func namesOfTheAgency() (out []string) {
	for _, s := range office.SearchServices("") {
		out = append(out, s.Ten, office.NhomDichVu(s.Nhom), s.CoTheNopCau)
		for _, c := range s.TruongHop {
			out = append(out, c.Ten)
			for _, q := range office.HanCuaTruongHop(c.ID, s.ID) {
				e, _ := office.TimSuKien(q.SuKien)
				out = append(out, e.Ten, e.Ngay)
			}
		}
	}
	for _, p := range services.Procedures() {
		out = append(out, p.Ten)
	}
	for _, m := range office.MayTinhs() {
		out = append(append(out, m.TieuDe, m.GhiChu), questions(m.Hoi)...)
	}
	out = append(out, questions(office.DiemMos())...)
	return slices.DeleteFunc(out, func(name string) bool { return name == "" || name == "%" })
}

// questions are the words that are asked with: labels, units, hints and choices.
func questions(hoi []office.CauHoi) (out []string) {
	for _, h := range hoi {
		out = append(out, h.Nhan, h.DonVi, h.GiupDo)
		for _, c := range h.Chon {
			out = append(out, c.Nhan)
		}
		out = append(out, questions(h.Cot)...)
	}
	return out
}

// Whoever writes a word for the window writes its English too, and takes it away
// with the word.
func TestTheWindowSpeaksEnglish(t *testing.T) {
	var book map[string]string
	if err := json.Unmarshal(assets.EnglishJSON, &book); err != nil {
		t.Fatal(err)
	}
	at := said(t)
	for _, key := range slices.Sorted(maps.Keys(at)) {
		if _, ok := book[key]; !ok {
			t.Errorf("assets/translations/en.json lacks %q (%s)", key, at[key])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(book)) {
		if _, ok := at[key]; !ok {
			t.Errorf("assets/translations/en.json has %q, which nothing on the window says", key)
		}
	}
}

// strange are verbs of fmt that the book does not know.
var strange = regexp.MustCompile(`%[^%sdvq\[ ]`)

func TestTheWindowSaysWhatTheBookCanRead(t *testing.T) {
	for key, at := range said(t) {
		if at != named && strange.MatchString(strings.ReplaceAll(key, "%%", "")) {
			t.Errorf("%s: %q", at, key)
		}
	}
}

// Names and questions are said whole, as they stand in the book, with what a screen
// puts around them: «Tháng đóng» is no month that closes.
func TestNamesAreSaidWhole(t *testing.T) {
	var book map[string]string
	if err := json.Unmarshal(assets.EnglishJSON, &book); err != nil {
		t.Fatal(err)
	}
	speak(t, wordbook.English)
	say := func(vi, want string) {
		if got := wordbook.Line(vi, 0); got != want {
			t.Errorf("%q is said %q, want %q", vi, got, want)
		}
	}
	for _, s := range office.SearchServices("") {
		say(s.Ten, book[s.Ten])
		say(s.CoTheNopCau, book[s.CoTheNopCau])
		for _, c := range s.TruongHop {
			say(c.ID+" · "+c.Ten, c.ID+" · "+book[c.Ten])
		}
	}
	for _, m := range office.MayTinhs() {
		for _, h := range m.Hoi {
			say(h.Nhan+" *", book[h.Nhan]+" *")
			for _, c := range h.Chon {
				say(c.Nhan, book[c.Nhan])
			}
			for _, c := range h.Cot {
				say(c.Nhan, book[c.Nhan])
			}
		}
	}
}

// The first screens in English, and in both languages for whoever signs what he
// cannot read.
func TestPicturesInEnglish(t *testing.T) {
	for name, l := range map[string]wordbook.Language{"en": wordbook.English, "ca-hai": wordbook.Both} {
		speak(t, l)
		s, w := open(t, newFake(), 1)
		s.Saved()
		for _, key := range []string{"tong-quan", "nguoi-lao-dong", "ho-so", "thu-tuc", "cong-cu"} {
			s.Go(office.Place{Screen: key})
			uitest.Golden(t, key+"-"+name, w.Canvas())
		}
	}
}

// speak chooses a language for one test.
func speak(t *testing.T, l wordbook.Language) {
	wordbook.Choose(l)
	t.Cleanup(func() { wordbook.Choose(wordbook.Vietnamese) })
}
