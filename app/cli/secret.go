package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"ankhai/app/office"

	"golang.org/x/term"
)

// secretFlags say where the secrets of the data key come from; any command takes
// them.
type secretFlags struct{ passphraseFile, passphraseEnv, recoveryFile string }

// withKeys opens something that needs the data key: with what the machine and the
// options give, then, where that is not enough and a person sits at a terminal,
// with what they type.
func (c *call) withKeys(open func(office.Sources) error) error {
	src, err := c.sources()
	defer func() {
		clear(src.Passphrase)
		clear(src.Recovery)
	}()
	if err != nil {
		return err
	}
	err = open(src)
	if len(src.Passphrase)+len(src.Recovery) > 0 || !c.attended() {
		return err
	}
	switch passphrase, recovery := office.AsksFor(err); {
	case passphrase:
		src.Passphrase, err = c.ask("Mật khẩu dữ liệu: ")
	case recovery:
		src.Recovery, err = c.ask("Khoá khôi phục: ")
	default:
		return err
	}
	if err != nil {
		return err
	}
	return open(src)
}

// sources are what the machine and the options give.
func (c *call) sources() (src office.Sources, err error) {
	src = office.Sources{Keyring: c.Keyring, ConfigDir: c.ConfigDir}
	if src.Passphrase, err = c.firstOf(c.secrets.passphraseFile, c.secrets.passphraseEnv, "--passphrase-env"); err != nil {
		return src, err
	}
	if src.Recovery, err = c.firstOf(c.secrets.recoveryFile, "", ""); err != nil {
		return src, err
	}
	if c.secrets.passphraseFile != "" && len(src.Passphrase) == 0 || c.secrets.recoveryFile != "" && len(src.Recovery) == 0 {
		return src, refusal("Tệp mật khẩu hoặc tệp khoá khôi phục trống ở dòng đầu. Ghi mật khẩu hoặc khoá vào dòng đầu của tệp.")
	}
	return src, nil
}

// firstOf is the first line of a file, or what an environment variable holds; nil
// if neither is named.
func (c *call) firstOf(file, env, option string) ([]byte, error) {
	switch {
	case file != "":
		data, err := readFile(file)
		if err != nil {
			return nil, fmt.Errorf("read secret: %w", err)
		}
		line, _, _ := bytes.Cut(data, []byte("\n"))
		return bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("\ufeff")), []byte("\r")), nil // Notepad's mark
	case env != "":
		v := c.Getenv(env)
		if v == "" {
			return nil, wrong("biến môi trường %s trống: %s cần tên của biến chứa mật khẩu", env, option)
		}
		return []byte(v), nil
	}
	return nil, nil
}

// attended reports whether a person sits at a terminal.
func (c *call) attended() bool {
	f, ok := c.In.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// errNothingTyped ends a prompt that nobody answers.
var errNothingTyped = errors.New("nothing was typed")

// ask reads a secret from a person, unseen, or from the first line of what is
// piped in.
func (c *call) ask(words string) ([]byte, error) {
	fmt.Fprint(c.Err, words)
	if f, ok := c.In.(*os.File); ok && c.attended() {
		typed, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(c.Err)
		if err != nil {
			return nil, fmt.Errorf("read secret: %w", err)
		}
		return typed, nil
	}
	line := make([]byte, 0, maxSecret) // never grows, so that no copy of it stays behind
	one := make([]byte, 1)
	for len(line) < maxSecret {
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
		return nil, errNothingTyped
	}
	return bytes.TrimSuffix(line, []byte("\r")), nil
}

const maxSecret = 1024
