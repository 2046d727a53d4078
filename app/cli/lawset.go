package cli

import (
	"fmt"
	"io"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// lawSet keeps a figure of the user's, where the law has moved on, or how an employer
// reads a point that the law leaves open.
func (c *call) lawSet(name string, o lawOptions) error {
	if h, ok := law.DiemMo(name); ok {
		return c.lawChoose(h, o)
	}
	day, _ := law.ParseDay(o.from)
	n, ok := form.ParseMoney(o.value)
	if !ok {
		return wrong("--value phải là số, ví dụ 2200000 (đang ghi %q)", o.value)
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	say, err := off.PutFigure(c.ctx, law.Value{Name: name, From: day, Amount: n, Basis: o.basis})
	if err != nil {
		return err
	}
	if say != "" {
		return wrong("%s", say)
	}
	return c.lawOwn()
}

func (c *call) lawOwn() error {
	off, err := c.office()
	if err != nil {
		return err
	}
	book, err := off.LawBook(c.ctx)
	if err != nil {
		return err
	}
	own := book.Rows()
	return c.answer(map[string]any{"figures": list(own)}, func(w io.Writer) {
		if len(own) == 0 {
			fmt.Fprintln(w, "Chưa thêm số liệu nào.")
		}
		for _, v := range own {
			fmt.Fprintf(w, "%s: %s %s, từ %s. Căn cứ: %s (tự thêm)\n", v.Title, form.Dots(v.Amount), v.Unit, v.From, v.Basis)
		}
	})
}

// lawDrop takes a figure of the user's away.
func (c *call) lawDrop(name string, o lawOptions) error {
	day, ok := law.ParseDay(o.from)
	if !ok {
		return wrong("--from phải có dạng 2027-01-01 (đang ghi %q)", o.from)
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	there, err := off.DropFigure(c.ctx, name, day)
	if err != nil {
		return err
	}
	if !there {
		return wrong("bạn chưa thêm số liệu %s từ ngày %s; xem: bhxh law own", name, day)
	}
	return c.lawOwn()
}

// unchosen is typed to go back to the program's default.
const unchosen = "mac-dinh"

// lawChoose keeps how an employer reads an open point.
func (c *call) lawChoose(h law.CauHoi, o lawOptions) error {
	if o.value == "" {
		return wrong("%s: thiếu --value. Chọn một trong: %s", h.Nhan, choicesOf(h))
	}
	choice := law.CachHieu{Ten: h.Ten, Ma: o.value, CanCu: o.basis}
	if o.value == unchosen {
		choice.Ma = ""
	}
	if o.from != "" {
		day, ok := law.ParseDay(o.from)
		if !ok {
			return wrong("--from phải có dạng 2027-01-01 (đang ghi %q)", o.from)
		}
		choice.Nam = day.Year()
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	mst, err := c.employer(o.employer)
	if err != nil {
		return err
	}
	say, err := off.PutLawSetting(c.ctx, mst, choice)
	if err != nil {
		return err
	}
	if say != "" {
		return wrong("%s", say)
	}
	return c.lawSettings(mst)
}

// employer is the tax code that was given, "" for the employer at hand; one that the
// store does not have is refused.
func (c *call) employer(mst string) (string, error) {
	if mst == "" {
		return "", nil
	}
	off, err := c.office()
	if err != nil {
		return "", err
	}
	all, err := off.Companies(c.ctx)
	if err != nil {
		return "", err
	}
	for _, dv := range all {
		if dv.MaSoThue == mst {
			return mst, nil
		}
	}
	return "", wrong("không có đơn vị nào có mã số thuế %s", mst)
}

// lawSettings lists the open points with how an employer reads them.
func (c *call) lawSettings(mst string) error {
	off, err := c.office()
	if err != nil {
		return err
	}
	if mst, err = c.employer(mst); err != nil {
		return err
	}
	all, err := off.LawSettings(c.ctx, mst)
	if err != nil {
		return err
	}
	type line struct {
		question
		Now    string         `json:"value"`
		Words  string         `json:"words"`
		Chosen string         `json:"chosenBy"`
		Own    []law.CachHieu `json:"own"`
	}
	var out []line
	for i, q := range questionsOf(pointsOf(all)) {
		out = append(out, line{q, all[i].Now.Ma, all[i].Now.Nhan, all[i].Now.Nguon, list(all[i].Own)})
	}
	return c.answer(map[string]any{"settings": out}, func(w io.Writer) {
		for _, s := range all {
			fmt.Fprintf(w, "%s: %s\n    %s\n", s.Ten, s.Nhan, office.SettingSay(s))
			if h := choicesOf(s.CauHoi); h != "" {
				fmt.Fprintln(w, "    chọn được:", h)
			}
		}
	})
}

func pointsOf(all []office.LawSetting) (out []law.CauHoi) {
	for _, s := range all {
		out = append(out, s.CauHoi)
	}
	return out
}
