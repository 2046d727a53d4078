package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "slips", group: groupLook, short: "phiếu người lao động: đã khai gì, từ khi nào, lương bao nhiêu",
		use: "slips --month 2026-11 --out THƯ_MỤC|TỆP.zip|TỆP.pdf [--person NGƯỜI] [--lock cccd]",
		long: `Mỗi người một phiếu một trang, để so với ứng dụng VssID trước khi khiếu nại. Tháng mặc định là tháng này.
  --out      thư mục hoặc TỆP.zip: mỗi người một tệp PDF; TỆP.pdf: một tệp chung để in
  --person   chỉ một người: mã, mã số BHXH, số CCCD hoặc mã nhân viên; mặc định: mọi người chưa nghỉ trước tháng ấy
  --lock     cccd: mỗi tệp mở bằng số ĐDCN/CCCD của chính người ấy (AES-256). Ai chưa có số thì không có phiếu và được nêu tên.
             Khoá này ngăn mở nhầm, không ngăn được người biết số ấy.
Ví dụ: bhxh slips --month 2026-11 --out phieu.zip
       bhxh slips --person NV00012 --out mot.pdf`, run: runSlips})
}

func runSlips(c *call) error {
	var out, monthText, person, lock string
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&monthText, "month", "", "")
		fs.StringVar(&person, "person", "", "")
		fs.StringVar(&lock, "lock", "", "")
	}); err != nil {
		return err
	}
	if out == "" {
		return wrong("thiếu --out: thư mục, TỆP.zip hoặc TỆP.pdf")
	}
	if lock != "" && lock != "cccd" {
		return wrong("--lock chỉ nhận cccd (đang ghi %q)", lock)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	in := office.SlipOrder{Locked: lock != ""}
	if in.Month, err = monthOr(monthText, o.Period()); err != nil {
		return err
	}
	if person != "" {
		id, err := o.FindPerson(c.ctx, person)
		if err != nil {
			return err
		}
		in.People = []string{id}
	}
	made, err := o.Slips(c.ctx, in, out, func(int, int) {})
	switch {
	case errors.Is(err, office.ErrLockJoined):
		return wrong("--lock cần mỗi người một tệp: ghi --out là thư mục hoặc TỆP.zip")
	case err != nil:
		return err
	}
	return c.answer(made, func(w io.Writer) {
		fmt.Fprintf(w, "Đã ghi %d phiếu vào %s\n", made.People, made.Path)
		if len(made.Without) > 0 {
			fmt.Fprintf(w, "Chưa có phiếu vì thiếu số ĐDCN/CCCD để khoá: %s\n", strings.Join(made.Without, ", "))
		}
	})
}
