package hopthu

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// AccountSource is what the account asks of the use cases.
type AccountSource interface {
	GatewayDesk(ctx context.Context, mst string) (office.GatewayDesk, error)
	SetGatewayDesk(ctx context.Context, mst, address string, v office.IVAN) error
	SetGatewayAccount(ctx context.Context, mst, user string, secret []byte) error
	RemoveGatewayAccount(ctx context.Context, mst string) error
	GatewayKeys(ctx context.Context, address string) ([]office.GatewayKey, error)
	PinGateway(ctx context.Context, address string, pins []string) error
	GatewayLists(ctx context.Context, mst, address string) ([]office.ListState, error)
	GatewayHealth(ctx context.Context, mst, address string) (office.GatewayState, error)
	GatewayUnit(ctx context.Context, mst, address string) (office.GatewayUnitState, error)
}

// AccountHost is what the account asks of the window.
type AccountHost interface {
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Quiet(work func(context.Context) error, done func(error))
	Ask(title, words, yes string, done func())
	Dialog(title string, content fyne.CanvasObject) (shut func())
	unsaved.Desk
	Focus(fyne.Focusable)
	Say(words string, bad bool)
	Fail(error)
	Now() time.Time
}

// Account is the employer's way to its gateway: the address, the I-VAN, the account,
// the gateway's key, and what the gateway answers when asked.
type Account struct {
	source AccountSource
	host   AccountHost

	desk    office.GatewayDesk
	shut    func()
	address *xwidget.Entry
	ivan    *xwidget.Entry
	name    *xwidget.Entry
	user    *xwidget.Entry
	secret  *xwidget.Entry
	kept    *xwidget.Text // where the secret lies
	forget  *xwidget.Button
	pinned  *xwidget.Text
	answer  *xwidget.Text // of the gateway
	keys    *fyne.Container
	tabs    *xwidget.Tabs
	toGate  *unsaved.Open // where dossiers go
	signIn  *unsaved.Open
}

// NewAccount makes the account of whichever employer is at hand when it is shown.
func NewAccount(source AccountSource, host AccountHost) *Account {
	return &Account{source: source, host: host, shut: func() {}}
}

// Show opens the account of the employer at hand.
func (a *Account) Show() {
	var desk office.GatewayDesk
	a.host.Quiet(func(ctx context.Context) (err error) {
		desk, err = a.source.GatewayDesk(ctx, "")
		return err
	}, func(err error) {
		if err != nil {
			a.host.Fail(err)
			return
		}
		a.desk = desk
		a.open()
	})
}

// The sizes of the dialog: it stays whole in a window of 900 × 480.
const (
	accountWidth = 660
	accountHigh  = 296
	labelWidth   = 150
)

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(labelWidth, 0, xwidget.Row(0, xwidget.NewText(label))), nil, o)
}

// The leaves of the dialog.
const (
	roadLeaf = iota
	accountLeaf
	keyLeaf
	askLeaf
)

func (a *Account) open() {
	a.address, a.ivan, a.name, a.user, a.secret = xwidget.NewCode(), xwidget.NewCode(), xwidget.NewEntry(), xwidget.NewCode(), xwidget.NewPassword()
	a.address.PlaceHolder, a.ivan.PlaceHolder, a.name.PlaceHolder = "https://…, hoặc file:THƯ_MỤC để tự nộp", "Năm chữ số", "Tên tổ chức I-VAN"
	a.user.PlaceHolder, a.secret.PlaceHolder = "Tên đăng nhập I-VAN cấp", "Mật khẩu I-VAN cấp"
	a.kept, a.pinned, a.answer = xwidget.NewPara("").In(look.Muted), xwidget.NewPara(""), xwidget.NewPara("")
	a.keys = xwidget.Column(8)
	a.fill()
	a.keepTyped()
	a.tabs = xwidget.NewTabs(
		xwidget.Tab{Title: "Cổng và I-VAN", Content: a.road()}, xwidget.Tab{Title: "Tài khoản", Content: a.account()},
		xwidget.Tab{Title: "Khoá của cổng", Content: a.pins()}, xwidget.Tab{Title: "Hỏi cổng", Content: a.asks()})
	col := xwidget.Column(12, xwidget.Sized(accountWidth, accountHigh, a.tabs),
		xwidget.Row(8, xwidget.NewCaption(a.desk.Employer+" · MST "+a.desk.MaSoThue), xwidget.Spacer(), xwidget.NewButton("Đóng", func() { a.shut() })))
	a.tell()
	a.shut = a.host.Dialog("Cổng của đơn vị", col)
	a.host.Focus(a.address)
}

// road is where the dossiers go and through whom.
func (a *Account) road() fyne.CanvasObject {
	save := xwidget.NewStrong("Lưu cổng", a.save)
	for _, e := range []*xwidget.Entry{a.address, a.ivan, a.name} {
		e.OnSubmitted = func(string) { save.Tapped(nil) }
	}
	return xwidget.Column(10, a.toGate.Top(), xwidget.NewPara("Hồ sơ của đơn vị đi tới đâu. Ghi thuc-hanh để dùng cổng thực hành của chương trình.").In(look.Muted),
		labelled("Địa chỉ cổng", a.address), labelled("Mã I-VAN", a.ivan), labelled("Tên I-VAN", a.name), xwidget.Row(8, save))
}

// account is with whose name the gateway is spoken to.
func (a *Account) account() fyne.CanvasObject {
	keep := xwidget.NewStrong("Lưu tài khoản", a.setAccount)
	a.forget = xwidget.NewButton("Xoá tài khoản", a.remove)
	a.secret.OnSubmitted = func(string) { keep.Tapped(nil) }
	return xwidget.Column(10, a.signIn.Top(), a.kept, labelled("Tên đăng nhập", a.user), labelled("Mật khẩu", a.secret), xwidget.Row(8, keep, a.forget))
}

// pins is by what the gateway is recognised.
func (a *Account) pins() fyne.CanvasObject {
	why := "Ghim khoá thì chương trình chỉ gửi cho đúng cổng ấy, kể cả khi một nơi cấp chứng thư bị lừa. Đọc mã qua điện thoại với I-VAN trước khi ghim."
	return xwidget.NewScroll(xwidget.Column(10, xwidget.NewPara(why).In(look.Muted), a.pinned,
		xwidget.Row(8, xwidget.NewButton("Xem khoá cổng xuất trình", a.lookAtKeys), xwidget.NewButton("Bỏ ghim", a.unpin)), a.keys))
}

// asks is what the gateway answers.
func (a *Account) asks() fyne.CanvasObject {
	return xwidget.Column(10, xwidget.NewPara("Hỏi mà không gửi gì. Chương trình hỏi bằng tài khoản đã lưu.").In(look.Muted),
		xwidget.Row(8, xwidget.NewButton("Cổng có chạy không", a.health), xwidget.NewButton("Đơn vị đã đăng ký chưa", a.unit), xwidget.NewButton("Danh mục của cổng", a.lists)), a.answer)
}

// fill writes what is remembered into the fields.
func (a *Account) fill() {
	d := a.desk
	a.address.SetText(d.Address)
	a.ivan.SetText(d.IVAN.Ma)
	a.name.SetText(d.IVAN.Ten)
}

// keepTyped lets the window keep what is typed until it is stored.
func (a *Account) keepTyped() {
	here := office.Place{Screen: "cai-dat", ID: "cong"}
	a.toGate = a.host.Typed(unsaved.Form{Name: "cong", Title: "Cổng và I-VAN", Go: here, Fields: []unsaved.Field{
		unsaved.Text("diaChi", "Địa chỉ cổng", a.address), unsaved.Text("maIVAN", "Mã I-VAN", a.ivan), unsaved.Text("tenIVAN", "Tên I-VAN", a.name)}})
	a.signIn = a.host.Typed(unsaved.Form{Name: "cong-tai-khoan", Title: "Tài khoản ở cổng", Go: here, Fields: []unsaved.Field{
		unsaved.Text("tenDangNhap", "Tên đăng nhập", a.user)}})
}

// tell writes what is remembered beside the fields.
func (a *Account) tell() {
	d := a.desk
	a.forget.Disable()
	switch {
	case d.Practice:
		a.kept.Set("Cổng thực hành không hỏi tài khoản.")
	case d.Account == nil:
		a.kept.Set("Chưa có tài khoản. Cổng nào đòi tài khoản thì từ chối hồ sơ cho tới khi có.")
	case d.Account.InKeyring:
		a.kept.Set("Đang dùng tài khoản " + d.Account.User + ". Mật khẩu chỉ mở được bằng kho khoá của máy này.")
	default:
		a.kept.Set("Đang dùng tài khoản " + d.Account.User + ". Mật khẩu nằm trong dữ liệu đã mã hoá của chương trình (máy này không có kho khoá).")
	}
	if d.Account != nil {
		a.forget.Enable()
	}
	switch {
	case !d.HTTPS():
		a.pinned.In(look.Muted).Set("Cổng này không dùng chứng thư qua mạng nên không có gì để ghim.")
	case len(d.Pins) == 0:
		a.pinned.In(look.Text).Set("Chưa ghim: chứng thư của cổng được kiểm theo các gốc tin cậy của máy.")
	default:
		a.pinned.In(look.Done).Set(fmt.Sprintf("Đang ghim %d khoá: %s", len(d.Pins), office.PinWords(d.Pins[0])))
	}
	a.keys.Objects = nil
	a.tabs.Refresh()
}

// again reads what is remembered and tells it, leaving the fields alone.
func (a *Account) again(say string) {
	a.host.Quiet(func(ctx context.Context) (err error) {
		a.desk, err = a.source.GatewayDesk(ctx, a.desk.MaSoThue)
		return err
	}, func(err error) {
		if err != nil {
			a.host.Fail(err)
			return
		}
		a.tell()
		a.host.Say(say, false)
	})
}

// do does something short and tells it.
func (a *Account) do(work func(context.Context) error, say string, stored ...*unsaved.Open) {
	a.host.Quiet(work, func(err error) {
		if err != nil {
			a.host.Fail(err)
			return
		}
		for _, o := range stored {
			o.Stored()
		}
		a.again(say)
	})
}

func (a *Account) save() {
	mst, address, v := a.desk.MaSoThue, a.address.Text, office.IVAN{Ma: a.ivan.Text, Ten: a.name.Text}
	a.do(func(ctx context.Context) error { return a.source.SetGatewayDesk(ctx, mst, address, v) }, "Đã lưu cổng của đơn vị", a.toGate)
}

// setAccount keeps the account; the secret lives for this call.
func (a *Account) setAccount() {
	mst, user, secret := a.desk.MaSoThue, a.user.Text, []byte(a.secret.Text)
	a.secret.SetText("")
	a.do(func(ctx context.Context) error {
		defer clear(secret)
		return a.source.SetGatewayAccount(ctx, mst, user, secret)
	}, "Đã lưu tài khoản ở cổng", a.signIn)
}

func (a *Account) remove() {
	mst := a.desk.MaSoThue
	a.host.Ask("Xoá tài khoản ở cổng", "Tên đăng nhập và mật khẩu bị xoá khỏi máy này. Tài khoản ở I-VAN vẫn còn.", "Xoá tài khoản", func() {
		a.do(func(ctx context.Context) error { return a.source.RemoveGatewayAccount(ctx, mst) }, "Đã xoá tài khoản ở cổng")
	})
}

// lookAtKeys asks the gateway which keys it shows, each to be pinned.
func (a *Account) lookAtKeys() {
	address := a.desk.Address
	if !a.desk.HTTPS() {
		a.host.Say("Cổng này không dùng chứng thư qua mạng", true)
		return
	}
	var keys []office.GatewayKey
	a.host.Run("Đang hỏi cổng", func(ctx context.Context, _ task.Report) (err error) {
		keys, err = a.source.GatewayKeys(ctx, address)
		return err
	}, func(err error) {
		if err != nil {
			a.host.Fail(err)
			return
		}
		a.keys.Objects = nil
		for i, k := range keys {
			a.keys.Add(a.key(i, k))
		}
		a.tabs.Refresh()
	})
}

// key is one key that the gateway shows; the one of whoever issued it outlives a
// renewal.
func (a *Account) key(i int, k office.GatewayKey) fyne.CanvasObject {
	whose := "của chính cổng: phải ghim lại khi cổng đổi chứng thư"
	if i > 0 {
		whose = "của nơi cấp chứng thư: còn đúng khi cổng gia hạn"
	}
	address := a.desk.Address
	pin := xwidget.NewButton("Ghim khoá này", func() {
		a.host.Ask("Ghim khoá của cổng", "Chỉ ghim khi mã này khớp với mã I-VAN đọc cho bạn:\n"+office.PinWords(k.Pin), "Khớp, ghim khoá", func() {
			a.do(func(ctx context.Context) error { return a.source.PinGateway(ctx, address, []string{k.Pin}) }, "Đã ghim khoá của cổng")
		})
	})
	return xwidget.Column(2, xwidget.NewPara(k.Subject).Strong(), xwidget.NewPara("Khoá "+whose+" · đến "+wording.Luc(k.Until)).In(look.Muted),
		xwidget.NewPara("Mã: "+office.PinWords(k.Pin)), xwidget.Row(0, pin.Tiny()))
}

func (a *Account) unpin() {
	address := a.desk.Address
	if len(a.desk.Pins) == 0 {
		a.host.Say("Cổng này chưa ghim khoá nào", false)
		return
	}
	a.host.Ask("Bỏ ghim khoá của cổng", "Chứng thư của cổng lại được kiểm theo các gốc tin cậy của máy.", "Bỏ ghim", func() {
		a.do(func(ctx context.Context) error { return a.source.PinGateway(ctx, address, nil) }, "Đã bỏ ghim")
	})
}

// health asks how the gateway is.
func (a *Account) health() {
	a.askGateway(func(ctx context.Context, mst string) (string, error) {
		h, err := a.source.GatewayHealth(ctx, mst, "")
		return h.Words(), err
	})
}

// unit asks whether the employer may send.
func (a *Account) unit() {
	a.askGateway(func(ctx context.Context, mst string) (string, error) {
		u, err := a.source.GatewayUnit(ctx, mst, "")
		return office.UnitWords(u), err
	})
}

// lists asks how old the gateway's code lists are, and says how old ours.
func (a *Account) lists() {
	a.askGateway(func(ctx context.Context, mst string) (string, error) {
		all, err := a.source.GatewayLists(ctx, mst, "")
		return office.ListsWords(all), err
	})
}

// askGateway asks something and writes the answer below, the trouble too: it is an
// answer to the question.
func (a *Account) askGateway(ask func(ctx context.Context, mst string) (string, error)) {
	mst, say := a.desk.MaSoThue, ""
	a.host.Run("Đang hỏi cổng", func(ctx context.Context, _ task.Report) (err error) {
		say, err = ask(ctx, mst)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
			return
		case err != nil:
			a.answer.In(look.Error).Set(office.Say(err))
		default:
			a.answer.In(look.Text).Set(say)
		}
		a.tabs.Refresh()
	})
}
