package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"ankhai/app/office"
	"ankhai/signing"
	"ankhai/signing/remote"
)

func init() {
	var services strings.Builder
	for _, s := range remote.Services() {
		fmt.Fprintf(&services, "  %-11s %s. Cần: %s\n", s.Kind, s.Say(), s.Needs)
	}
	register(&command{name: "remote", group: groupSign, short: "tài khoản ký từ xa (SmartCA, MySign, MISA eSign, chuẩn CSC)",
		use: "remote [list] | remote add TÊN --service LOẠI … | remote test TÊN | remote remove TÊN | remote practice",
		long: `Khai tài khoản của một dịch vụ ký từ xa, để ký bằng: bhxh sign MÃ --key remote:TÊN
Mã đối tác (client_id, sp_id …) do công ty tự đăng ký với nhà cung cấp; chương trình không kèm mã nào. Mật khẩu nằm trong dữ liệu của chương trình.
  remote list          các tài khoản đã khai (không in mật khẩu)
  remote add TÊN       khai mới, hoặc khai lại tài khoản cùng tên
  remote test TÊN      đăng nhập thử và liệt kê chứng thư số; không gửi yêu cầu ký nào
  remote remove TÊN    xoá tài khoản và mật khẩu
  remote practice      chạy một dịch vụ ký từ xa để tập, bằng khoá thực hành của công ty mẫu
Của add:
  --service LOẠI       một trong các loại dưới đây
  --url https://…      địa chỉ dịch vụ (không có: địa chỉ đã công bố của dịch vụ)
  --client-id MÃ, --user TÊN
  --secret-file TỆP | --secret-env BIẾN        mật khẩu của mã đối tác (không có cả hai thì hỏi)
  --password-file TỆP | --password-env BIẾN    mật khẩu của người dùng, với dịch vụ cần nó
  --ask-password       không giữ mật khẩu của người dùng: hỏi mỗi lần đăng nhập
  --credential SỐ_SÊ_RI    chọn chứng thư, khi tài khoản có nhiều
  --profile TÊN        profile_id của MySign, khi khác adss:ras:profile:001
  --ca TỆP.pem         chứng thư gốc riêng của máy chủ dịch vụ
Của practice:
  --addr 127.0.0.1:8444    nơi nghe; --decide confirm|decline|lapse|wait  người giữ chữ ký làm gì (mặc định: confirm)
Các loại dịch vụ:
` + services.String() + `Những dịch vụ này được viết theo tài liệu công khai và thử với máy chủ mô phỏng; chưa dịch vụ thật nào được thử.`,
		run: runRemote})
}

func runRemote(c *call) error {
	var a remoteFlags
	var k keyFlags
	if err := c.flags(0, 2, a.define); err != nil {
		return err
	}
	verb, name := "list", ""
	if len(c.args) > 0 {
		verb = c.args[0]
	}
	if len(c.args) > 1 {
		name = c.args[1]
	}
	plain := verb == "list" || verb == "practice"
	if !plain && name == "" {
		return wrong("remote %s thiếu TÊN của tài khoản", verb)
	}
	if plain && name != "" {
		return wrong("remote %s thừa đối số %q", verb, name)
	}
	switch verb {
	case "list":
		return c.listRemotes()
	case "add":
		return c.addRemote(name, a)
	case "test":
		k.remote.passwordFile, k.remote.passwordEnv = a.passwordFile, a.passwordEnv
		return c.testRemote(name, &k)
	case "remove":
		return c.removeRemote(name)
	case "practice":
		return c.practiseRemote(a.addr, a.decide)
	}
	return wrong("remote chỉ có: list, add, test, remove, practice")
}

// remoteFlags are what is told of an account. Secrets are never among them.
type remoteFlags struct {
	service, url, clientID, user, credential, profile, ca string
	secretFile, secretEnv, passwordFile, passwordEnv      string
	addr, decide                                          string
	askPassword                                           bool
}

func (a *remoteFlags) define(fs *flag.FlagSet) {
	for name, value := range map[string]*string{
		"service": &a.service, "url": &a.url, "client-id": &a.clientID, "user": &a.user, "credential": &a.credential, "profile": &a.profile, "ca": &a.ca,
		"secret-file": &a.secretFile, "secret-env": &a.secretEnv, "password-file": &a.passwordFile, "password-env": &a.passwordEnv,
	} {
		fs.StringVar(value, name, "", "")
	}
	fs.BoolVar(&a.askPassword, "ask-password", false, "")
	fs.StringVar(&a.addr, "addr", "127.0.0.1:8444", "")
	fs.StringVar(&a.decide, "decide", "confirm", "")
}

func (c *call) addRemote(name string, a remoteFlags) error {
	service, ok := remote.Find(remote.Kind(a.service))
	if !ok {
		return wrong("--service phải là một trong: %s", kinds())
	}
	account := office.RemoteAccount{Name: name, Account: remote.Account{
		Kind: service.Kind, URL: a.url, ClientID: a.clientID, User: a.user, Credential: a.credential, Profile: a.profile, AskPassword: a.askPassword,
	}}
	if a.ca != "" {
		pem, err := readFile(a.ca)
		if err != nil {
			return err
		}
		account.Account.CA = string(pem)
	}
	var s remote.Secrets
	defer s.Clear()
	var err error
	if a.clientID != "" {
		if s.Client, err = c.secret(a.secretFile, a.secretEnv, "--secret-env", "Mật khẩu của mã đối tác "+a.clientID+": "); err != nil {
			return err
		}
	}
	if a.askPassword && (a.passwordFile != "" || a.passwordEnv != "") {
		return wrong("--ask-password không giữ mật khẩu: bỏ --password-file, --password-env")
	}
	needs := office.RemoteNeedsPassword(service, a.clientID) && !a.askPassword
	if needs || a.passwordFile != "" || a.passwordEnv != "" {
		if s.User, err = c.secret(a.passwordFile, a.passwordEnv, "--password-env", "Mật khẩu của "+a.user+": "); err != nil {
			return err
		}
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if err := o.PutRemote(c.ctx, account, s); err != nil {
		return err
	}
	return c.answer(remoteJSON(account), func(w io.Writer) {
		fmt.Fprintf(w, "Đã khai %s: %s\nThử đăng nhập: bhxh remote test %s\nKý: bhxh sign MÃ --key %s\n", name, account.Service(), name, account.Key())
	})
}

func kinds() string {
	var names []string
	for _, s := range remote.Services() {
		names = append(names, string(s.Kind))
	}
	return strings.Join(names, ", ")
}

func remoteJSON(a office.RemoteAccount) map[string]any {
	return map[string]any{
		"name": a.Name, "key": a.Key(), "service": a.Account.Kind, "serviceName": a.Service(), "proven": false,
		"url": a.Account.URL, "clientId": a.Account.ClientID, "user": a.Account.User, "credential": a.Account.Credential,
		"askPassword": a.Account.AskPassword,
	}
}

func (c *call) listRemotes() error {
	o, err := c.office()
	if err != nil {
		return err
	}
	all, err := o.Remotes(c.ctx)
	if err != nil {
		return err
	}
	out := []map[string]any{}
	rows := [][]string{}
	for _, a := range all {
		out = append(out, remoteJSON(a))
		rows = append(rows, []string{a.Key(), a.Service(), a.Account.User, a.Account.URL})
	}
	return c.answer(map[string]any{"accounts": out}, func(w io.Writer) {
		if len(rows) == 0 {
			fmt.Fprintln(w, "Chưa khai tài khoản ký từ xa nào. Khai: bhxh remote add TÊN --service "+strings.ReplaceAll(kinds(), ", ", "|")+" …")
		}
		table(w, rows)
	})
}

func (c *call) testRemote(name string, k *keyFlags) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	seen, err := o.TestRemote(c.ctx, name, k.answers(c))
	if err != nil {
		return err
	}
	certificates := []map[string]any{}
	for _, k := range seen.Keys {
		certificates = append(certificates, map[string]any{
			"serial": k.Serial, "name": k.Name, "taxCode": k.TaxCode, "issuer": k.Issuer, "until": k.Until.UTC().Format("2006-01-02"), "message": k.Say,
		})
	}
	answer := remoteJSON(seen.RemoteAccount)
	answer["certificates"] = certificates
	return c.answer(answer, func(w io.Writer) {
		fmt.Fprintf(w, "Đăng nhập được: %s\n", seen.Service())
		for _, k := range seen.Keys {
			fmt.Fprintf(w, "%s  %s, mã số thuế %s, hạn %s %s\n", k.Serial, k.Name, k.TaxCode, stamp(k.Until), k.Say)
		}
		if len(seen.Keys) == 0 {
			fmt.Fprintln(w, "Tài khoản không có chứng thư số nào dùng được.")
		}
	})
}

func (c *call) removeRemote(name string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	if err := o.RemoveRemote(c.ctx, name); err != nil {
		return err
	}
	return c.answer(map[string]any{"removed": name}, func(w io.Writer) { fmt.Fprintf(w, "Đã xoá tài khoản %s và mật khẩu của nó.\n", name) })
}

// secret reads a secret from a file's first line, from the environment, or from a
// person.
func (c *call) secret(file, env, option, words string) ([]byte, error) {
	if file != "" || env != "" {
		return c.firstOf(file, env, option)
	}
	typed, err := c.ask(words)
	if errors.Is(err, errNothingTyped) {
		return nil, wrong("không có mật khẩu: dùng %s hoặc %s", strings.Replace(option, "-env", "-file", 1), option)
	}
	return typed, err
}

// remoteSignFlags are what only a remote key asks for.
type remoteSignFlags struct {
	otpFile, otpEnv, passwordFile, passwordEnv string
	wait                                       time.Duration
}

func (r *remoteSignFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&r.otpFile, "otp-file", "", "")
	fs.StringVar(&r.otpEnv, "otp-env", "", "")
	fs.StringVar(&r.passwordFile, "password-file", "", "")
	fs.StringVar(&r.passwordEnv, "password-env", "", "")
	fs.DurationVar(&r.wait, "wait", remoteWait, "")
}

// remoteWait is how long one confirmation is waited for unless a person says otherwise.
const remoteWait = 5 * time.Minute

const remoteKeyHelp = `  --key remote:TÊN     khoá của dịch vụ ký từ xa đã khai bằng bhxh remote add (` + remote.Unproven + `)
  --wait 5m            chờ xác nhận trên điện thoại bao lâu; hết thời gian, hoặc Ctrl+C, thì yêu cầu vẫn còn:
                       xác nhận rồi chạy lại đúng lệnh này để lấy chữ ký, không gửi yêu cầu mới
  --otp-file TỆP, --otp-env BIẾN    mã xác nhận một lần, với dịch vụ hỏi mã (không có thì hỏi)
  --password-file TỆP, --password-env BIẾN    mật khẩu của người dùng, với tài khoản khai bằng --ask-password (không có thì hỏi)`

// openRemote opens a remote key; it asks for codes only when the service does.
func (k *keyFlags) openRemote(c *call, o *office.Office) (signing.Key, error) {
	if k.remote.wait <= 0 {
		return nil, wrong("--wait phải là một khoảng thời gian dương, ví dụ 5m hoặc 30s")
	}
	return o.OpenRemoteKey(c.ctx, strings.TrimPrefix(k.key, "remote:"), office.RemoteUse{
		Wait: k.remote.wait,
		Ask:  k.answers(c),
		Tell: func(p remote.Pending) {
			fmt.Fprintf(c.Err, "%s. %s Yêu cầu gửi lúc %s, chờ thêm %s.\n", p.Service.Say(), strings.TrimSpace(p.Say()+" "+p.Then()), stamp(p.Since), p.Left.Round(time.Second))
		},
	})
}

// answers gives a service what it asks for: from a file, from the environment, or from a
// person, who is told what for.
func (k *keyFlags) answers(c *call) remote.Ask {
	return func(_ context.Context, q remote.Question) ([]byte, error) {
		file, env, option := k.remote.otpFile, k.remote.otpEnv, "--otp-env"
		switch q.What {
		case remote.AskPIN:
			file, env, option = k.pinFile, k.pinEnv, "--pin-env"
		case remote.AskPassword:
			file, env, option = k.remote.passwordFile, k.remote.passwordEnv, "--password-env"
		}
		if file == "" && env == "" {
			fmt.Fprintln(c.Err, strings.TrimSpace(q.Say()+" "+q.Then()))
		}
		return c.secret(file, env, option, "Nhập "+q.What.Name()+": ")
	}
}
