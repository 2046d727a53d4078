package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// prefilled adds what a person's record knows to the answers that were given; what
// was given wins. What the record cannot say goes to standard error.
func (c *call) prefilled(m law.MayTinh, o lawOptions, given []byte) ([]byte, error) {
	off, err := c.office()
	if err != nil {
		return nil, err
	}
	day := office.DayOf(c.Now())
	if o.on != "" {
		var ok bool
		if day, ok = law.ParseDay(o.on); !ok {
			return nil, wrong("--on phải có dạng 2026-07-01 (đang ghi %q)", o.on)
		}
	}
	id, err := off.FindPerson(c.ctx, o.person)
	if err != nil {
		return nil, err
	}
	known, err := off.Prefill(c.ctx, m.Ten, id, day)
	if err != nil {
		return nil, err
	}
	all := known.Known
	if given != nil {
		var mine map[string]any
		if err := json.Unmarshal(given, &mine); err != nil {
			return nil, wrong("--json phải là một đối tượng JSON")
		}
		for k, v := range mine {
			all[k] = v
		}
	}
	for _, s := range known.Missing {
		fmt.Fprintln(c.Err, s)
	}
	return json.Marshal(all)
}

// lawChanges lists whom a change of figures touches.
func (c *call) lawChanges(o lawOptions) error {
	from, err := month(o.from)
	if err != nil {
		return err
	}
	to, err := month(o.to)
	if err != nil {
		return err
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	effects, err := off.WhatChanges(c.ctx, from, to)
	if err != nil {
		return err
	}
	if o.person != "" {
		return c.whyEffect(off, effects, o.person, from, to)
	}
	var ids []string
	if proposals := office.DraftChanges(effects, to); o.draft && len(proposals) > 0 {
		ds, err := off.Draft(c.ctx, "600", to, proposals)
		if err != nil {
			return err
		}
		for _, d := range ds {
			ids = append(ids, d.ID)
		}
	}
	return c.answer(map[string]any{"from": from.ISO(), "to": to.ISO(), "people": list(effects), "ids": list(ids)}, func(w io.Writer) {
		for _, e := range effects {
			fmt.Fprintf(w, "%-28s %s\n    đóng %s → %s, phần người lao động %s → %s\n", e.Person.HoTen, e.Say,
				form.Dots(e.OldTotal), form.Dots(e.NewTotal), form.Dots(e.OldOwn), form.Dots(e.NewOwn))
		}
		fmt.Fprintf(w, "Từ %s sang %s: %d người bị ảnh hưởng\n", from, to, len(effects))
		for _, id := range ids {
			fmt.Fprintln(w, "Đã lập", id)
		}
	})
}

// whyEffect explains what the change does to one person.
func (c *call) whyEffect(off *office.Office, effects []office.Effect, who string, from, to law.Month) error {
	id, err := off.FindPerson(c.ctx, who)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(effects, func(e office.Effect) bool { return e.Person.ID == id })
	if i < 0 {
		return refusal(fmt.Sprintf("Số liệu luật từ tháng %s không đổi gì với người này. Xem ai bị ảnh hưởng: bhxh law changes --from %s --to %s", to, from.ISO(), to.ISO()))
	}
	e, err := off.WhyEffect(c.ctx, effects[i], from, to)
	if err != nil {
		return err
	}
	return c.explained(e)
}

// lawWaiting tells what it costs to send a draft later.
func (c *call) lawWaiting(id string) error {
	off, err := c.office()
	if err != nil {
		return err
	}
	today := office.DayOf(c.Now())
	cost, err := off.CostOfWaiting(c.ctx, id, today, today.Month().Last(), today.Month().Add(1).Last(), today.Month().Add(2).Last())
	if err != nil {
		return err
	}
	type line struct {
		SendOn string `json:"sendOn"`
		office.Cost
	}
	var out []line
	for _, x := range cost {
		out = append(out, line{x.SendOn.ISO(), x})
	}
	return c.answer(map[string]any{"id": id, "days": out}, func(w io.Writer) {
		rows := [][]string{}
		for _, x := range cost {
			rows = append(rows, []string{"gửi " + x.SendOn.String(), "tháng nộp " + form.Dots(x.Current), "truy đóng " + form.Dots(x.Arrears), "nộp thêm " + form.Dots(x.Surcharge),
				"BHYT báo giảm chậm " + form.Dots(x.BHYT), "cộng " + form.Dots(x.Total()), fmt.Sprintf("%d người quá hạn báo tăng", len(x.Late))})
		}
		table(w, rows)
		last := cost[len(cost)-1]
		for _, l := range append(append([]office.CostLine{}, last.Late...), last.LateGone...) {
			fmt.Fprintf(w, "%s, nếu gửi %s: %s\n", l.HoTen, last.SendOn, l.Say)
		}
		for _, s := range last.Notes {
			fmt.Fprintln(w, "Lưu ý:", s)
		}
		for _, s := range cost[len(cost)-1].Unknown {
			fmt.Fprintln(w, "Chưa tính được:", s)
		}
	})
}

// lawLint lists the figures that need somebody to look at them.
func (c *call) lawLint() error {
	type line struct {
		law.Canh
		From string `json:"from"`
	}
	var out []line
	for _, x := range law.KiemSoLieu(office.DayOf(c.Now())) {
		out = append(out, line{x, x.Tu.ISO()})
	}
	return c.answer(map[string]any{"figures": list(out)}, func(w io.Writer) {
		for _, x := range out {
			fmt.Fprintf(w, "%s, giá trị từ %s: %s\n", x.Ten, x.Tu, x.Say)
		}
		if len(out) == 0 {
			fmt.Fprintln(w, "Mọi số liệu còn hiệu lực và đã được xem lại trong một năm.")
		}
	})
}
