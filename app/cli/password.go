package cli

import (
	"bytes"
	"flag"
	"fmt"
)

// passwordFlags say where the password of a workbook that is written comes from;
// without them it has none. It is never an argument.
type passwordFlags struct{ file, env string }

func (p *passwordFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&p.file, "password-file", "", "")
	fs.StringVar(&p.env, "password-env", "", "")
}

// read returns the password, nil if none was wanted. An empty one is refused: a
// workbook that looks locked and is not would be worse than an open one.
func (p *passwordFlags) read(c *call) ([]byte, error) {
	switch {
	case p.file != "":
		data, err := readFile(p.file)
		if err != nil {
			return nil, fmt.Errorf("read password file: %w", err)
		}
		line, _, _ := bytes.Cut(data, []byte("\n"))
		if line = bytes.TrimSuffix(line, []byte("\r")); len(line) == 0 {
			return nil, wrong("tệp mật khẩu trống: --password-file cần mật khẩu ở dòng đầu")
		}
		return line, nil
	case p.env != "":
		if v := c.Getenv(p.env); v != "" {
			return []byte(v), nil
		}
		return nil, wrong("biến môi trường %s trống: --password-env cần tên của biến chứa mật khẩu", p.env)
	}
	return nil, nil
}
