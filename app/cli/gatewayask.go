package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"ankhai/app/office"
)

// gatewayVerbs are what gateway does besides serve, each with the number of words
// that follow it.
var gatewayVerbs = map[string]struct {
	min, max int
	run      func(*call, *office.Office, gatewayFlags) error
}{
	"show":    {0, 0, (*call).gatewayShow},
	"set":     {1, 1, (*call).gatewaySet},
	"account": {1, 2, (*call).gatewayAccount},
	"confirm": {2, 2, (*call).gatewayConfirm},
	"pin":     {1, 1, (*call).gatewayPin},
	"health":  {0, 0, (*call).gatewayHealth},
	"unit":    {0, 0, (*call).gatewayUnit},
	"lists":   {0, 0, (*call).gatewayLists},
	"person":  {1, 1, (*call).gatewayPerson},
}

type gatewayFlags struct {
	addr, fault, ca                                string // of serve
	employer, address, secretFile, secretEnv, pins string
	ivanCode, ivanName                             string
	now, none                                      bool
}

func (f *gatewayFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&f.addr, "addr", "127.0.0.1:8443", "")
	fs.StringVar(&f.fault, "fault", "", "")
	fs.StringVar(&f.ca, "ca", "", "")
	fs.StringVar(&f.employer, "employer", "", "")
	fs.StringVar(&f.address, "gateway", "", "")
	fs.StringVar(&f.secretFile, "secret-file", "", "")
	fs.StringVar(&f.secretEnv, "secret-env", "", "")
	fs.StringVar(&f.pins, "pin", "", "")
	fs.StringVar(&f.ivanCode, "ivan-code", "", "")
	fs.StringVar(&f.ivanName, "ivan-name", "", "")
	fs.BoolVar(&f.now, "now", false, "")
	fs.BoolVar(&f.none, "none", false, "")
}

func (c *call) askGateway(verb string, f gatewayFlags) error {
	v, ok := gatewayVerbs[verb]
	if !ok {
		return wrong("gateway chỉ có: serve, show, set, account, confirm, pin, health, unit, lists, person")
	}
	if n := len(c.args) - 1; n < v.min || n > v.max {
		return wrong("gateway %s thiếu hoặc thừa đối số: bhxh help gateway", verb)
	}
	if err := office.CheckAddress(f.address); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if verb != "pin" {
		if f.employer, err = c.employer(f.employer); err != nil {
			return err
		}
		if f.employer == "" {
			dv, err := o.Company(c.ctx)
			if err != nil {
				return err
			}
			f.employer = dv.MaSoThue
		}
	}
	return v.run(c, o, f)
}

func (c *call) gatewayAccount(o *office.Office, f gatewayFlags) error {
	verb, words := c.args[1], c.args[2:]
	switch {
	case verb == "set" && len(words) == 1:
		secret, err := c.secret(f.secretFile, f.secretEnv, "--secret-env", "Mật khẩu của "+words[0]+" ở cổng: ")
		if err != nil {
			return err
		}
		if err := o.SetGatewayAccount(c.ctx, f.employer, words[0], secret); err != nil {
			return err
		}
	case verb == "remove" && len(words) == 0:
		if err := o.RemoveGatewayAccount(c.ctx, f.employer); err != nil {
			return err
		}
		return c.answer(map[string]any{"employer": f.employer, "user": ""}, func(w io.Writer) {
			fmt.Fprintln(w, "Đã xoá tài khoản cổng của đơn vị", f.employer)
		})
	case verb != "show" || len(words) > 0:
		return wrong("gateway account chỉ có: set TÊN, show, remove")
	}
	a, err := o.GatewayAccountOf(c.ctx, f.employer)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"employer": f.employer, "user": a.User, "inKeyring": a.InKeyring}, func(w io.Writer) {
		where := "trong dữ liệu đã mã hoá của chương trình (máy này không có kho khoá)"
		if a.InKeyring {
			where = "chỉ mở được bằng kho khoá của máy này"
		}
		fmt.Fprintf(w, "Đơn vị %s gửi bằng tài khoản %s; mật khẩu %s.\n", f.employer, a.User, where)
	})
}

func (c *call) gatewayShow(o *office.Office, f gatewayFlags) error {
	d, err := o.GatewayDesk(c.ctx, f.employer)
	if err != nil {
		return err
	}
	return c.answer(d, func(w io.Writer) {
		user, pins := "", "chưa ghim"
		if d.Account != nil {
			user = d.Account.User
		}
		if len(d.Pins) > 0 {
			pins = strings.Join(d.Pins, ", ")
		}
		fmt.Fprintf(w, "%s  %s\n", d.MaSoThue, d.Employer)
		table(w, [][]string{{"Cổng", orDash(d.Address)}, {"I-VAN", d.IVAN.Ma + " " + d.IVAN.Ten}, {"Tài khoản", orDash(user)}, {"Khoá của cổng", pins}})
	})
}

// gatewaySet remembers the address and the I-VAN; what is not told of the I-VAN stays.
func (c *call) gatewaySet(o *office.Office, f gatewayFlags) error {
	d, err := o.GatewayDesk(c.ctx, f.employer)
	if err != nil {
		return err
	}
	if f.ivanCode != "" {
		d.IVAN.Ma = f.ivanCode
	}
	if f.ivanName != "" {
		d.IVAN.Ten = f.ivanName
	}
	if err := o.SetGatewayDesk(c.ctx, f.employer, c.args[1], d.IVAN); err != nil {
		return err
	}
	return c.gatewayShow(o, f)
}

func (c *call) gatewayPin(o *office.Office, f gatewayFlags) error {
	address := c.args[1]
	keys, err := o.GatewayKeys(c.ctx, address)
	if err != nil && (f.now || f.pins == "" && !f.none) {
		return err
	}
	shown := []map[string]any{}
	for _, k := range keys {
		shown = append(shown, map[string]any{"subject": k.Subject, "until": k.Until.UTC().Format(time.DateOnly), "pin": k.Pin})
	}
	change := true
	var pins []string
	switch {
	case f.none:
	case f.pins != "":
		pins = strings.Split(f.pins, ",")
	case f.now:
		pins = []string{keys[0].Pin}
	default:
		change = false
	}
	if change {
		if err := o.PinGateway(c.ctx, address, pins); err != nil {
			return err
		}
	}
	if pins, err = o.GatewayPins(c.ctx, address); err != nil {
		return err
	}
	if pins == nil {
		pins = []string{}
	}
	return c.answer(map[string]any{"gateway": address, "pins": pins, "shown": shown}, func(w io.Writer) {
		rows := [][]string{}
		for _, k := range keys {
			rows = append(rows, []string{k.Pin, k.Subject, "đến " + stamp(k.Until)})
		}
		table(w, rows)
		if len(pins) == 0 {
			fmt.Fprintln(w, "Cổng này chưa ghim khoá nào: chứng thư được kiểm theo các gốc tin cậy của máy.")
			return
		}
		fmt.Fprintln(w, "Đang ghim:", strings.Join(pins, ", "))
	})
}

func (c *call) gatewayConfirm(o *office.Office, _ gatewayFlags) error {
	v, err := o.Confirm(c.ctx, c.args[1], c.args[2])
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"id": v.ID, "state": v.State, "stateName": v.StateSay, "soHoSo": v.SoHoSo, "awaitsCode": v.AwaitsCode}, func(w io.Writer) {
		fmt.Fprintf(w, "Cổng đã nhận mã xác nhận. %s: %s %s\n", v.ID, v.StateSay, v.SoHoSo)
	})
}

func (c *call) gatewayHealth(o *office.Office, f gatewayFlags) error {
	h, err := o.GatewayHealth(c.ctx, f.employer, f.address)
	if err != nil {
		return err
	}
	off := int(h.Off.Round(time.Second) / time.Second)
	return c.answer(map[string]any{"state": h.TinhTrang, "time": h.Luc.Format(time.RFC3339), "clockOffSeconds": off}, func(w io.Writer) {
		fmt.Fprintf(w, "Cổng: %s. Đồng hồ của máy này lệch %d giây so với cổng.\n", h.TinhTrang, off)
	})
}

func (c *call) gatewayUnit(o *office.Office, f gatewayFlags) error {
	u, err := o.GatewayUnit(c.ctx, f.employer, f.address)
	if err != nil {
		return err
	}
	v := map[string]any{
		"taxCode": u.MaSoThue, "unitCode": u.MaDonVi, "name": u.TenDonVi, "agency": u.CoQuan,
		"state": u.TinhTrang, "message": u.TinhTrang.String(), "from": u.TuNgay, "until": u.DenNgay,
	}
	return c.answer(v, func(w io.Writer) {
		fmt.Fprintf(w, "%s  %s\n%s\n", u.MaSoThue, u.TenDonVi, u.TinhTrang)
		table(w, [][]string{{"Mã đơn vị", u.MaDonVi}, {"Cơ quan BHXH", u.CoQuan}, {"Từ ngày", u.TuNgay}, {"Đến ngày", u.DenNgay}})
	})
}

func (c *call) gatewayLists(o *office.Office, f gatewayFlags) error {
	all, err := o.GatewayLists(c.ctx, f.employer, f.address)
	if err != nil {
		return err
	}
	lists := []map[string]any{}
	rows := [][]string{}
	for _, l := range all {
		lists = append(lists, map[string]any{"name": l.Ten, "title": l.TieuDe, "version": l.PhienBan, "rows": l.SoDong, "own": l.Own})
		rows = append(rows, []string{l.Ten, l.TieuDe, fmt.Sprintf("%d dòng", l.SoDong), "cổng " + l.PhienBan, "chương trình " + l.Own})
	}
	return c.answer(map[string]any{"lists": lists}, func(w io.Writer) { table(w, rows) })
}

func (c *call) gatewayPerson(o *office.Office, f gatewayFlags) error {
	p, err := o.AskPerson(c.ctx, c.args[1], f.address)
	if err != nil {
		return err
	}
	return c.answer(p, func(w io.Writer) {
		fmt.Fprintln(w, "Cơ quan BHXH:", p.Say)
		rows := [][]string{{"", "của đơn vị", "của cơ quan", ""}}
		for _, x := range p.Fields {
			mark := ""
			if x.Differ {
				mark = "khác nhau"
			}
			rows = append(rows, []string{x.Field, x.Ours, x.Theirs, mark})
		}
		table(w, rows)
	})
}
