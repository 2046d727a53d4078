package cli

import (
	"fmt"
	"io"
)

func init() {
	register(&command{name: "about", group: groupMachine, short: "phiên bản, thư mục dữ liệu, các thư viện và giấy phép của chúng",
		use: "about", long: "Phiên bản của chương trình, thư mục dữ liệu đang dùng, các thư viện trong chương trình với phiên bản và giấy phép.", run: runAbout})
}

func runAbout(c *call) error {
	if err := c.flags(0, 0, nil); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	a := o.About()
	return c.answer(a, func(w io.Writer) {
		fmt.Fprintf(w, "AnKhai %s %s\nThư mục dữ liệu: %s\n%s\n", a.Version, a.Revision, a.Dir, a.Go)
		rows := [][]string{}
		for _, l := range a.Libraries {
			rows = append(rows, []string{l.Path, l.Version, l.Licence})
		}
		table(w, rows)
	})
}
