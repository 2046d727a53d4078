package chukyso

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// addFile remembers where a key's file lies, after its password proved right.
func (p *Page) addFile() {
	p.host.PickFile([]string{".p12", ".pfx"}, func(name, path string, _ []byte) {
		p.askSecret("Thêm tệp chữ ký số", name+". Chương trình nhớ chỗ của tệp và chứng thư bên trong; mật khẩu không được giữ, mỗi lần ký sẽ hỏi lại.",
			"Mật khẩu của tệp", "Thêm tệp", func(secret []byte) { p.addWith(path, secret) })
	})
}

func (p *Page) addWith(path string, secret []byte) {
	var k office.KeyInfo
	p.host.Run("Đang mở tệp chữ ký số", func(ctx context.Context, _ task.Report) (err error) {
		defer clear(secret)
		k, err = p.source.AddKeyFile(ctx, path, secret)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Say("Đã thêm chữ ký số của "+k.Name, false)
		p.read(false)
	})
}

// forget takes a file out of the list; the file stays.
func (p *Page) forget(path string) {
	p.host.Quiet(func(ctx context.Context) error { return p.source.ForgetKeyFile(ctx, path) }, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Say("Đã bỏ tệp khỏi danh sách; tệp vẫn còn trên máy", false)
		p.read(false)
	})
}

// login asks a remote service which certificates an account has; nothing is signed.
func (p *Page) login(a office.RemoteAccount) {
	var got office.RemoteTest
	title := "Đang đăng nhập dịch vụ ký từ xa"
	done := func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.seen[a.Name] = got.Keys
		p.host.Say("Đăng nhập được "+a.Name, false)
		p.show()
	}
	if a.Account.AskPassword {
		chonkhoa.Talking(p.host, title, a.Name, func(ctx context.Context, use office.RemoteUse) (err error) {
			got, err = p.source.TestRemote(ctx, a.Name, use.Ask)
			return err
		}, done)
		return
	}
	p.host.Run(title, func(ctx context.Context, _ task.Report) (err error) {
		got, err = p.source.TestRemote(ctx, a.Name, nil)
		return err
	}, done)
}

func (p *Page) removeRemote(name string) {
	p.host.Ask("Xoá tài khoản ký từ xa", "Tài khoản "+name+" và mật khẩu của nó bị xoá khỏi máy này. Tài khoản ở nhà cung cấp vẫn còn.", "Xoá tài khoản", func() {
		p.host.Quiet(func(ctx context.Context) error { return p.source.RemoveRemote(ctx, name) }, func(err error) {
			if err != nil {
				p.host.Fail(err)
				return
			}
			delete(p.seen, name)
			p.read(false)
		})
	})
}

// remoteForm are the fields of an account of a remote service.
type remoteForm struct {
	p                                   *Page
	services                            []office.RemoteService
	kind                                *xwidget.Select
	needs                               *xwidget.Text
	name, url, client, user, credential *xwidget.Entry
	clientSecret, userSecret            *xwidget.Entry
	password                            *xwidget.Select // where the user's password is
	shut                                func()
	typed                               *unsaved.Open
}

// Where the user's password is.
const (
	unused = iota
	askedFor
	keptHere
)

var passwordPlaces = []string{"Dịch vụ không hỏi", "Hỏi mỗi lần đăng nhập, không giữ", "Giữ trong dữ liệu trên máy này"}

// addRemote asks for an account of a remote service.
func (p *Page) addRemote() {
	f := &remoteForm{p: p, services: office.RemoteServices(), needs: xwidget.NewPara("").In(look.Muted)}
	words := make([]string, len(f.services))
	for i, s := range f.services {
		words[i] = s.Name
	}
	f.kind = xwidget.NewSelect(words, func(string) { f.chosen() })
	f.kind.PlaceHolder = "Chọn dịch vụ"
	field := func(hint string) *xwidget.Entry {
		e := xwidget.NewCode()
		e.PlaceHolder = hint
		return e
	}
	f.name, f.url, f.client = field("ví dụ: smartca"), field("để trống: địa chỉ đã công bố của dịch vụ"), field("client_id, sp_id do nhà cung cấp cấp")
	f.user, f.credential = field("theo lời nhà cung cấp"), field("chỉ khi tài khoản có nhiều chứng thư")
	f.clientSecret, f.userSecret = xwidget.NewPassword(), xwidget.NewPassword()
	f.password = xwidget.NewSelect(passwordPlaces, func(chosen string) {
		if f.userSecret.Disable(); chosen == passwordPlaces[keptHere] {
			f.userSecret.Enable()
		}
	})
	f.password.SetSelectedIndex(unused)
	f.typed = p.host.Typed(unsaved.Form{Name: "ky-tu-xa", Title: "Tài khoản ký từ xa", Machine: true, Go: office.Place{Screen: office.SignScreen}, Fields: []unsaved.Field{
		unsaved.Option("dichVu", "Dịch vụ", f.kind), unsaved.Text("ten", "Tên để nhớ", f.name), unsaved.Text("diaChi", "Địa chỉ", f.url), unsaved.Text("maDoiTac", "Mã đối tác", f.client),
		unsaved.Text("nguoiDung", "Tên người dùng", f.user), unsaved.Text("soSeri", "Số sê-ri chứng thư", f.credential)}})
	line := func(label string, o fyne.CanvasObject) fyne.CanvasObject {
		return xwidget.Dock(nil, nil, xwidget.Sized(170, 0, xwidget.Row(0, xwidget.NewText(label))), nil, o)
	}
	f.shut = p.host.Dialog("Thêm tài khoản ký từ xa", xwidget.Column(6, xwidget.Sized(600, 1, xwidget.Spacer()), f.typed.Top(),
		line("Dịch vụ", f.kind), f.needs, line("Tên để nhớ", f.name), line("Địa chỉ", f.url), line("Mã đối tác", f.client), line("Mật khẩu đối tác", f.clientSecret),
		line("Tên người dùng", f.user), line("Mật khẩu người dùng", f.password), line("", f.userSecret), line("Số sê-ri chứng thư", f.credential),
		xwidget.Inset(0, 6, 0, 0, xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { f.shut() }), xwidget.NewStrong("Lưu tài khoản", f.save)))))
	p.host.Focus(f.kind)
}

// chosen tells of the service what it is, and that nobody has tried it for real.
func (f *remoteForm) chosen() {
	s := f.services[f.kind.SelectedIndex()]
	f.needs.Set(s.Say())
	f.password.SetSelectedIndex(unused)
	if office.RemoteNeedsPassword(s, "") {
		f.password.SetSelectedIndex(askedFor)
	}
	if f.name.Text == "" {
		f.name.SetText(string(s.Kind))
	}
}

// save keeps the account. The secrets live for this call.
func (f *remoteForm) save() {
	i := f.kind.SelectedIndex()
	if i < 0 {
		f.p.host.Say("Chọn dịch vụ trước", true)
		return
	}
	a := office.RemoteAccount{Name: f.name.Text, Account: office.RemoteLogin{Kind: f.services[i].Kind, URL: f.url.Text, ClientID: f.client.Text, User: f.user.Text, Credential: f.credential.Text}}
	a.Account.AskPassword = f.password.SelectedIndex() == askedFor
	s := office.RemoteSecrets{Client: []byte(f.clientSecret.Text), User: []byte(f.userSecret.Text)}
	f.clientSecret.SetText("")
	f.userSecret.SetText("")
	f.p.host.Quiet(func(ctx context.Context) error { return f.p.source.PutRemote(ctx, a, s) }, func(err error) {
		s.Clear()
		if err != nil {
			f.p.host.Fail(err)
			return
		}
		f.typed.Stored()
		f.shut()
		f.p.host.Say("Đã thêm tài khoản "+a.Name+". Bấm «Đăng nhập thử» để xem chứng thư", false)
		f.p.read(false)
	})
}
