package cli

import (
	"flag"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// draftOf is the public service and case that a draft is of.
type draftOf struct{ service, truongHop, people string }

func (d *draftOf) flags(fs *flag.FlagSet) {
	fs.StringVar(&d.service, "service", "", "")
	fs.StringVar(&d.truongHop, "case", "", "")
	fs.StringVar(&d.people, "people", "", "")
}

// procedure is the one that was given, or the one by which the case goes.
func (d draftOf) procedure(given string) (string, error) {
	switch {
	case d.service == "" && d.truongHop != "":
		return "", wrong("thiếu --service: --case chỉ dùng cùng --service, ví dụ --service C4 --case %s", d.truongHop)
	case d.service == "" && given == "":
		return "", wrong("thiếu --procedure hoặc --service, ví dụ --procedure 600, hoặc --service C4 --case C4.01")
	case d.service == "":
		return given, nil
	}
	return office.ProcedureOf(d.service, d.truongHop, given)
}

// of keeps the proposals for the people named, all where nobody is; whoever is named and
// has none is a wrong call.
func (d draftOf) of(c *call, o *office.Office, all []payroll.DeXuat) ([]payroll.DeXuat, error) {
	if d.people == "" {
		return all, nil
	}
	var out []payroll.DeXuat
	for _, who := range strings.FieldsFunc(d.people, func(r rune) bool { return r == ',' || r == ' ' }) {
		n := len(out)
		for _, p := range all {
			if who == p.MaSoBHXH || who == p.SoCCCD || who == p.Nguoi.MaNV || who == p.Nguoi.ID {
				out = append(out, p)
			}
		}
		if len(out) == n {
			return nil, wrong("không có đề xuất nào của %q trong tháng này; xem: bhxh compare --month …", who)
		}
	}
	return out, nil
}

// openCase makes the draft of a case, with a row for each person named.
func (c *call) openCase(of draftOf, procedure string, m law.Month) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	what := office.Opening{Service: of.service, Case: of.truongHop, Procedure: procedure, Month: m}
	for _, who := range strings.FieldsFunc(of.people, func(r rune) bool { return r == ',' || r == ' ' }) {
		id, err := o.FindPerson(c.ctx, who)
		if err != nil {
			return err
		}
		what.People = append(what.People, id)
	}
	d, err := o.Open(c.ctx, what)
	if err != nil {
		return err
	}
	return c.drafted(o, []storage.Dossier{d})
}

// draftedAs says of which service and case the drafts are, and tells them.
func (c *call) draftedAs(o *office.Office, of draftOf, made []storage.Dossier) error {
	for _, d := range made {
		if of.service == "" {
			break
		}
		if err := o.SetCase(c.ctx, d.ID, of.service, of.truongHop); err != nil {
			return err
		}
	}
	return c.drafted(o, made)
}
