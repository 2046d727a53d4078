package cli

import (
	"errors"
	"flag"

	"ankhai/app/office"
	"ankhai/signing"
)

// keyFlags are the options that name a key and where its PIN comes from.
type keyFlags struct{ key, pinFile, pinEnv string }

func (k *keyFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&k.key, "key", "", "")
	fs.StringVar(&k.pinFile, "pin-file", "", "")
	fs.StringVar(&k.pinEnv, "pin-env", "", "")
}

const keyHelp = `  --key p12:TỆP        khoá trong tệp .p12/.pfx; thuc-hanh = khoá của công ty mẫu
  --pin-file TỆP       mật khẩu ở dòng đầu của tệp
  --pin-env BIẾN       mật khẩu trong biến môi trường
                       (không có cả hai thì hỏi; mật khẩu không bao giờ là đối số)`

// open opens the key. The PIN lives for this call.
func (k *keyFlags) open(c *call, o *office.Office) (signing.Key, error) {
	var pin []byte
	if k.key != "" && k.key != office.Practice {
		var err error
		if pin, err = k.pin(c); err != nil {
			return nil, err
		}
	}
	return o.OpenKey(c.ctx, k.key, pin)
}

func (k *keyFlags) pin(c *call) ([]byte, error) {
	if k.pinFile != "" || k.pinEnv != "" {
		return c.firstOf(k.pinFile, k.pinEnv, "--pin-env")
	}
	pin, err := c.ask("Mật khẩu của khoá: ")
	if errors.Is(err, errNothingTyped) {
		return nil, wrong("không có mật khẩu: dùng --pin-file hoặc --pin-env")
	}
	return pin, err
}
