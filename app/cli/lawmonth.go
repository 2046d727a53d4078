package cli

import (
	"fmt"
	"io"
	"strings"

	"ankhai/forms/form"
	lawdong "ankhai/forms/law/dong"
)

// contributions answers what one person and the employer pay for a month.
func (c *call) contributions(o lawOptions) error {
	n, ok := form.ParseMoney(strings.TrimPrefix(o.wage, "-"))
	if strings.HasPrefix(o.wage, "-") {
		n = -n // refused with the other faults
	}
	if !ok {
		return wrong("--wage phải là số đồng, ví dụ 60000000 (đang ghi %q)", o.wage)
	}
	m, err := month(o.month)
	if err != nil {
		return err
	}
	book, err := c.book(o)
	if err != nil {
		return err
	}
	res, err := lawdong.Contributions(lawdong.Input{Luong: n, Thang: m, Vung: o.region, NuocNgoai: o.foreigner, BHTN: o.bhtn, Sach: book})
	if err != nil {
		return c.blame(err)
	}
	return c.answer(res, func(w io.Writer) {
		rows := [][]string{}
		for _, b := range res.Working {
			rows = append(rows, []string{b.Nhan, b.CongThuc, form.Dots(b.KetQua), b.CanCu})
		}
		table(w, rows)
		for _, x := range res.Warnings {
			fmt.Fprintln(w, "Lưu ý:", x)
		}
		fmt.Fprintf(w, "Người lao động %s · đơn vị %s · cộng %s đồng\n", form.Dots(res.Parts.NguoiLaoDong.Tong), form.Dots(res.Parts.DonVi.Tong), form.Dots(res.Total))
	})
}
