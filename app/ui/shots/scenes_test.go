package shots

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"ankhai/app/office"
	"ankhai/app/pdfview"
	"ankhai/app/ui"
	"ankhai/app/ui/giaoky"
	"ankhai/app/ui/hopthu"
	"ankhai/app/ui/laphoso"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/vaitro"
	"ankhai/app/ui/xem"
	"ankhai/app/ui/xwidget"
)

// scene is a sight of the window and the way to it; leaves says that the other leaves of
// the tabs there are sights too.
type scene struct {
	name   string
	to     func(v *visit)
	leaves bool
}

// visit is one window on one office.
type visit struct {
	t     *testing.T
	room  fyne.Size
	scale float32
	drawn bool // pictures are made
	o     *office.Office
	s     *ui.Shell
	w     fyne.Window
	made  made
	other fyne.Window // a window beside it that is looked at instead
	gone  []func()    // what ends the sight at hand
}

// made are the dossiers of the sample.
type made struct{ draft, claim, sent, signed string }

// canvas is what is looked at.
func (v *visit) canvas() fyne.Canvas {
	if v.other != nil {
		return v.other.Canvas()
	}
	return v.w.Canvas()
}

// clear takes dialogs and menus away.
func (v *visit) clear() {
	over := v.w.Canvas().Overlays()
	for top := over.Top(); top != nil; top = over.Top() {
		over.Remove(top)
	}
}

// leave ends what a sight has begun.
func (v *visit) leave() {
	for _, f := range v.gone {
		f()
	}
	v.gone, v.other = nil, nil
}

// at goes to a place of the rail, in to a part of one.
func at(screen string) func(*visit) {
	return func(v *visit) { v.s.Go(office.Place{Screen: screen}) }
}

func in(screen, id string) func(*visit) {
	return func(v *visit) { v.s.Go(office.Place{Screen: screen, ID: id}) }
}

// pressing presses buttons after another, each in what is on top then.
func pressing(to func(*visit), words ...string) func(*visit) {
	return func(v *visit) {
		to(v)
		for _, w := range words {
			v.press(w)
		}
	}
}

// top is the dialog over the window, or what the window shows.
func (v *visit) top() fyne.CanvasObject {
	if top := v.w.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return v.w.Content()
}

// leaf opens a leaf of the last tabs that are seen, where there is one of that number.
func (v *visit) leaf(i int) bool {
	all := uitest.Find[*xwidget.Tabs](v.top())
	if len(all) == 0 {
		return false
	}
	last := all[len(all)-1]
	last.Choose(i)
	return last.At() == i
}

func (v *visit) press(words string) { uitest.Press(v.t, v.top(), words) }

// dossier opens a dossier at its first leaf.
func dossier(which func(made) string) func(*visit) {
	return func(v *visit) {
		v.s.Go(office.Place{Screen: "ho-so", ID: which(v.made)})
		v.leaf(0)
	}
}

func draftOf(m made) string  { return m.draft }
func claimOf(m made) string  { return m.claim }
func sentOf(m made) string   { return m.sent }
func signedOf(m made) string { return m.signed }

// places are the places of the rail and their parts.
func places() []scene {
	out := []scene{
		{name: "tong-quan", to: at("tong-quan")},
		{name: "cac-don-vi", to: at("cac-don-vi")},
		{name: "nguoi-lao-dong", to: at("nguoi-lao-dong")},
		{name: "nguoi-lao-dong-thieu", to: in("nguoi-lao-dong", "thieu")},
		{name: "nguoi-them", to: pressing(at("nguoi-lao-dong"), "Thêm người…")},
		{name: "nguoi-lao-dong-sua", to: pressing(at("nguoi-lao-dong"), "Sửa thông tin…")},
		{name: "bang-luong", to: at("bang-luong"), leaves: true},
		{name: "ho-so", to: in("ho-so", "")},
		{name: "thu-tuc", to: at("thu-tuc")},
		{name: "thu-tuc-chon", to: in("thu-tuc", "E5")},
		{name: "doi-chieu", to: at("doi-chieu")},
		{name: "cong-cu", to: at("cong-cu")},
		{name: "cong-cu-tinh", to: pressing(in("cong-cu", "om-dau"), "Tính")},
		{name: "chu-ky-so", to: at(office.SignScreen)},
		{name: "hop-thu-gui", to: in(office.PostScreen, "")},
		{name: "hop-thu-nhan", to: in(office.PostScreen, office.InboxLeaf)},
		{name: "bao-cao", to: at("bao-cao")},
	}
	for _, key := range []string{"giao-dien", "go", "don-vi", "cong", "khoa", "sao-luu", "ca-nhan", "ngay-nghi", "so-lieu", "luat", "kham", "gioi-thieu"} {
		out = append(out, scene{name: "cai-dat-" + key, to: in("cai-dat", key)})
	}
	return append(out, scene{name: "cai-dat-so-lieu-ghi", to: pressing(in("cai-dat", "so-lieu"), "Ghi số mới…")})
}

// dossiers are a draft, a claim, a signed and a sent one, and what is asked about them.
func dossiers() []scene {
	return []scene{
		{name: "nhap", to: dossier(draftOf), leaves: true},
		{name: "che-do", to: dossier(claimOf), leaves: true},
		{name: "da-gui", to: dossier(sentOf), leaves: true},
		{name: "da-ky", to: dossier(signedOf)},
		{name: "nhap-kiem-tra", to: pressing(dossier(draftOf), "Kiểm tra")},
		{name: "nhap-ky", to: pressing(dossier(draftOf), "Ký")},
		{name: "nhap-huy", to: pressing(dossier(draftOf), "Huỷ hồ sơ")},
		{name: "nhap-luu-y", to: pressing(dossier(draftOf), "Lưu ý (10)")},
		{name: "nhap-them", to: pressing(dossier(draftOf), "Thêm…")},
		{name: "nhap-vi-sao", to: pressing(dossier(draftOf), "Vì sao có số này?")},
		{name: "nhap-muon", to: pressing(dossier(draftOf), "Vì sao?")},
		{name: "da-ky-gui", to: pressing(dossier(signedOf), "Gửi")},
		{name: "ban-in", to: preview},
	}
}

// dialogs are the other things that the window asks or tells.
func dialogs() []scene {
	return []scene{
		{name: "don-vi-them", to: in(office.NewEmployerScreen, "")},
		{name: "don-vi-chon", to: func(v *visit) {
			at("tong-quan")(v)
			for _, p := range uitest.Find[*xwidget.Panel](v.w.Content()) {
				if p.OnTapped != nil && slices.Contains(uitest.Words(p), "CÔNG TY CỔ PHẦN MAY BÌNH MINH") {
					p.Tapped(nil)
					return
				}
			}
		}},
		{name: "khoa-du-lieu", to: in(office.KeysScreen, "")},
		{name: "khoa-mat-khau", to: pressing(in(office.KeysScreen, ""), "Đặt mật khẩu")},
		{name: "kham-may", to: in(office.CheckupScreen, "")},
		{name: "tro-giup", to: func(v *visit) { at("bang-luong")(v); v.s.Help() }, leaves: true},
		{name: "tro-giup-ma", to: in(office.RuleScreen, "D02-LT-04")},
		{name: "tim", to: func(v *visit) { v.s.Find() }},
		{name: "tim-co-chu", to: func(v *visit) {
			v.s.Find()
			uitest.Type(v.w.Canvas(), "nguyen")
		}},
		{name: "loi", to: func(v *visit) { v.s.Fail(office.ErrNoCompany) }},
		{name: "tien-trinh", to: progress},
		{name: "khoi-phuc", to: func(v *visit) { v.s.Restore() }},
		{name: "khoi-phuc-hoi", to: func(v *visit) { v.s.Restore(); v.press("Chọn") }},
		{name: "giao-don-vi", to: func(v *visit) { v.s.GiveEmployer() }},
		{name: "lay-lai-don-vi", to: func(v *visit) { v.s.TakeBack() }},
		{name: "xuat-mo", to: func(v *visit) { v.s.OpenExport() }},
		{name: "nguoi-lam", to: func(v *visit) { vaitro.New(v.o, v.s).Show() }},
		{name: "ky-duyet", to: func(v *visit) { vaitro.New(v.o, v.s).Trail(v.made.draft, "600 · tháng 11/2026") }},
		{name: "giao-ky", to: func(v *visit) { giaoky.New(v.o, v.s).Give([]string{v.made.draft}) }},
		{name: "giao-ky-dang", to: func(v *visit) { giaoky.New(v.o, v.s).List() }},
		{name: "tai-khoan-cong", to: func(v *visit) { hopthu.NewAccount(v.o, v.s).Show() }, leaves: true},
		{name: "viec-co-han", to: pressing(at("tong-quan"), "Xem cả 21 việc có hạn")},
		{name: "truong-hop", to: pressing(in("thu-tuc", "E5"), "Lập hồ sơ")},
		{name: "mau-excel", to: pressing(in("thu-tuc", "E5"), "Lấy mẫu Excel trống")},
		{name: "mau-excel-nao", to: func(v *visit) { laphoso.AskBlank(v.o, v.s) }},
		{name: "ho-so-mau", to: pressing(in("thu-tuc", "E5"), "Xem hồ sơ mẫu")},
		{name: "ho-so-mau-nao", to: func(v *visit) { laphoso.NewSamples(v.o, v.s).Any() }},
		{name: "tep-tha-vao", to: func(v *visit) { books(v).Ask([]office.File{{Name: "bao-tang-thang-11-da-dien.xlsx"}}) }},
		{name: "cho-phai-sua", to: wrongBook},
		{name: "doi-truong-hop", to: pressing(papersOfDraft, "Chọn trường hợp…")},
		{name: "diem-luat", to: pressing(at("cong-cu"), "Điểm luật để ngỏ")},
		{name: "luat-doi", to: pressing(at("cong-cu"), "Luật đổi: ai bị ảnh hưởng")},
		{name: "lay-tu-nguoi", to: pressing(at("cong-cu"), "Lấy từ người lao động")},
		{name: "ky-thu", to: pressing(at(office.SignScreen), "Ký thử")},
		{name: "ky-tu-xa", to: pressing(at(office.SignScreen), "Thêm ký từ xa…")},
		{name: "xuat-excel", to: pressing(at("nguoi-lao-dong"), "Xuất Excel…")},
		{name: "bao-cao-khac", to: pressing(at("bao-cao"), "Báo cáo khác…")},
		{name: "bao-cao-phieu", to: pressing(at("bao-cao"), "Phiếu người lao động…")},
		{name: "xoa-du-lieu", to: pressing(at("nguoi-lao-dong"), "Xoá dữ liệu…")},
	}
}

var scenes = append(append(places(), dossiers()...), dialogs()...)

// books is the way from files to a case.
func books(v *visit) *laphoso.Books {
	s := office.SearchServices("E5")[0]
	return laphoso.NewBooks(v.o, v.s, s, s.TruongHop[0])
}

// wrongBook drops a list of people without a phương án.
func wrongBook(v *visit) {
	books(v).Ask([]office.File{{Name: "bao-tang.csv", Bytes: []byte("Mã NV;Họ và tên;Mã số BHXH;Ngày sinh;Giới tính;Số CCCD;Mức lương đóng BHXH;Phương án\n" +
		"NV01;Nguyễn Thị Huế;7900000001;31/02/1990;Nữ;079190000001;6.000.000;ZZ\n")}})
	v.press("Lập hồ sơ")
}

// papersOfDraft opens the leaf of the papers of the draft.
func papersOfDraft(v *visit) {
	dossier(draftOf)(v)
	for i := 1; v.leaf(i) && !slices.Contains(uitest.Buttons(v.top()), "Chọn trường hợp…"); i++ {
	}
}

// preview shows a printed form in its own window. The pages are drawn for pictures alone:
// the drawing program takes seconds to start.
func preview(v *visit) {
	files, err := v.o.Print(context.Background(), v.made.draft)
	if err != nil {
		v.t.Fatal(err)
	}
	desk := xem.New(v.o, v.s, drawer(v.drawn))
	before := fyne.CurrentApp().Driver().AllWindows()
	desk.Open("Bản in · 600", files)
	v.gone = append(v.gone, desk.Close)
	for _, w := range fyne.CurrentApp().Driver().AllWindows()[len(before):] {
		v.other = w
	}
	if c, ok := v.other.Canvas().(software.WindowlessCanvas); ok && v.drawn {
		c.SetScale(v.scale)
	}
	v.other.Resize(v.room)
}

// progress shows a work that is half done.
func progress(v *visit) {
	todo := make(chan func(), 8)
	reported, end := make(chan bool), make(chan bool)
	r := &task.Runner{Window: v.w, Async: true, Do: func(f func()) { todo <- f }}
	r.Run("Đang ký 45 hồ sơ", func(_ context.Context, report task.Report) error {
		<-reported // the dialog is there
		report(12, 45)
		reported <- true
		<-end
		return nil
	}, func(error) {})
	(<-todo)()
	reported <- true
	<-reported
	(<-todo)()
	v.gone = append(v.gone, func() {
		close(end)
		(<-todo)()
	})
}

// undrawn is a drawing program that this machine cannot run.
type undrawn struct{}

func (undrawn) Open(context.Context, []byte) (*pdfview.Document, error) {
	return nil, pdfview.ErrNoEngine
}

var drawing = sync.OnceValue(func() *pdfview.Viewer {
	dir, err := os.UserCacheDir() // kept from run to run, as for a user
	if err != nil {
		dir = os.TempDir()
	}
	return pdfview.New(filepath.Join(dir, "ankhai-thu"))
})

func drawer(drawn bool) xem.Drawer {
	if drawn {
		return drawing()
	}
	return undrawn{}
}
