package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"

	"ankhai/app/office"
	"ankhai/signing"

	"golang.org/x/term"
)

// keyFlags are the options that name a key and where its PIN comes from.
type keyFlags struct {
	key, pinFile, pinEnv string
	remote               remoteSignFlags
}

func (k *keyFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&k.key, "key", "", "")
	fs.StringVar(&k.pinFile, "pin-file", "", "")
	fs.StringVar(&k.pinEnv, "pin-env", "", "")
	k.remote.define(fs)
}

const keyHelp = `  --key p12:TỆP        khoá trong tệp .p12/.pfx; thuc-hanh = khoá của công ty mẫu
  --pin-file TỆP       mật khẩu ở dòng đầu của tệp
  --pin-env BIẾN       mật khẩu trong biến môi trường
                       (không có cả hai thì hỏi; mật khẩu không bao giờ là đối số)
` + remoteKeyHelp

// open opens the key. The PIN lives for this call.
func (k *keyFlags) open(c *call, o *office.Office) (signing.Key, error) {
	if office.IsRemoteKey(k.key) {
		return k.openRemote(c, o)
	}
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
	switch {
	case k.pinFile != "":
		data, err := readFile(k.pinFile)
		if err != nil {
			return nil, fmt.Errorf("read PIN file: %w", err)
		}
		line, _, _ := bytes.Cut(data, []byte("\n"))
		return bytes.TrimSuffix(line, []byte("\r")), nil
	case k.pinEnv != "":
		pin := c.Getenv(k.pinEnv)
		if pin == "" {
			return nil, wrong("biến môi trường %s trống: --pin-env cần tên của biến chứa mật khẩu", k.pinEnv)
		}
		return []byte(pin), nil
	}
	return c.askPIN("Mật khẩu của khoá: ")
}

// askPIN reads the PIN from a person, unseen, or from the first line of what is
// piped in.
func (c *call) askPIN(prompt string) ([]byte, error) {
	fmt.Fprint(c.Err, prompt)
	if f, ok := c.In.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		pin, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(c.Err)
		if err != nil {
			return nil, fmt.Errorf("read PIN: %w", err)
		}
		return pin, nil
	}
	line := make([]byte, 0, maxPIN) // never grows, so that no copy of it stays behind
	one := make([]byte, 1)
	for len(line) < maxPIN {
		n, err := c.In.Read(one)
		if n == 1 && one[0] == '\n' {
			break
		}
		if n == 1 {
			line = append(line, one[0])
		}
		if err != nil {
			break
		}
	}
	if len(line) == 0 {
		return nil, wrong("không có mật khẩu: dùng --pin-file hoặc --pin-env")
	}
	return bytes.TrimSuffix(line, []byte("\r")), nil
}

const maxPIN = 1024
