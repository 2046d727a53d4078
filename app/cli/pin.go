package cli

import (
	"errors"
	"flag"
	"fmt"

	"ankhai/app/office"
	"ankhai/signing"
)

// keyFlags are the options that name a key, where its PIN comes from, and what a
// person agrees to.
type keyFlags struct {
	key, pinFile, pinEnv string
	agreed               office.Agreed
	remote               remoteSignFlags
}

func (k *keyFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&k.key, "key", "", "")
	fs.StringVar(&k.pinFile, "pin-file", "", "")
	fs.StringVar(&k.pinEnv, "pin-env", "", "")
	fs.BoolVar(&k.agreed.LastTry, "last-try", false, "")
	fs.BoolVar(&k.agreed.Trusted, "trust-folder", false, "")
	k.remote.define(fs)
}

const keyHelp = `  --key p12:TỆP        khoá trong tệp .p12/.pfx; thuc-hanh = khoá của công ty mẫu
  --key pkcs11:TRÌNH_ĐIỀU_KHIỂN[?token=TÊN][&cert=MÃ]
                       khoá trên USB token; bhxh tokens in sẵn tên của từng khoá
  --key windows:DẤU_VÂN_TAY
                       khoá trong kho chứng thư của Windows; hộp thoại của nhà cung cấp hỏi mã PIN
  --pin-file TỆP       mật khẩu, mã PIN ở dòng đầu của tệp
  --pin-env BIẾN       mật khẩu, mã PIN trong biến môi trường
                       (không có cả hai thì hỏi; mật khẩu không bao giờ là đối số)
  --last-try           dùng cả lần nhập mã PIN cuối cùng trước khi token bị khoá
  --trust-folder       nạp trình điều khiển dù nó nằm ở thư mục ai cũng ghi được
` + remoteKeyHelp

// open opens the key. The PIN lives for this call.
func (k *keyFlags) open(c *call, o *office.Office) (signing.Key, error) {
	if office.IsTokenKey(k.key) {
		return k.openToken(c, o)
	}
	if office.IsRemoteKey(k.key) {
		return k.openRemote(c, o)
	}
	var pin []byte
	if office.NeedsSecret(k.key) {
		var err error
		if pin, err = k.pin(c); err != nil {
			return nil, err
		}
	}
	return o.OpenKey(c.ctx, k.key, pin)
}

// openToken tells what the PIN has left before it asks for it. A token with a PIN
// pad asks by itself.
func (k *keyFlags) openToken(c *call, o *office.Office) (signing.Key, error) {
	info, err := o.TokenKey(c.ctx, k.key, k.agreed)
	if err != nil {
		return nil, err
	}
	if info.PINSay != "" {
		fmt.Fprintln(c.Err, info.PINSay)
	}
	var pin []byte
	switch {
	case info.PIN == office.PINUnusable, info.PIN == office.LastPIN && !k.agreed.LastTry:
	case info.PINPad:
		fmt.Fprintln(c.Err, "Nhập mã PIN trên đầu đọc của token.")
	default:
		if pin, err = k.pin(c); err != nil {
			return nil, err
		}
	}
	return o.OpenTokenKey(c.ctx, k.key, pin, k.agreed)
}

func (k *keyFlags) pin(c *call) ([]byte, error) {
	if k.pinFile != "" || k.pinEnv != "" {
		return c.firstOf(k.pinFile, k.pinEnv, "--pin-env")
	}
	prompt := "Mật khẩu của khoá: "
	if office.IsTokenKey(k.key) {
		prompt = "Mã PIN của token: "
	}
	pin, err := c.ask(prompt)
	if errors.Is(err, errNothingTyped) {
		return nil, wrong("không có mật khẩu: dùng --pin-file hoặc --pin-env")
	}
	return pin, err
}
