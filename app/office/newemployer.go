package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/app/gateway"
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Learned is what a gateway's register of units says of a tax code.
type Learned struct {
	Employer facts.DonVi // what is known; every other field is empty
	Known    []string    // the words of the fields that the register filled
	Unknown  []string    // the words of those that a person still has to enter
	Asked    bool        // the register answered
	Say      string      // its own word on the unit, or why nobody could be asked
}

// LearnEmployer asks the register of units of a gateway what it knows of a tax code:
// the gateway at address, else the employer's own where it is in the store, else that
// of the employer at hand. Nothing is stored. A tax code that cannot be one comes back
// as findings. Where no gateway can be asked everything is named as unknown.
func (o *Office) LearnEmployer(ctx context.Context, mst, address string) (Learned, []Finding, error) {
	out := Learned{Employer: facts.DonVi{MaSoThue: typed(mst)}}
	var bad []Finding
	for _, f := range checkCompany(out.Employer) {
		if f.Field == taxCodeField && f.Level == form.Loi {
			bad = append(bad, f)
		}
	}
	if len(bad) > 0 {
		return out, bad, nil
	}
	u, err := o.unitOf(ctx, out.Employer.MaSoThue, address)
	switch {
	case err == nil:
		out.Asked, out.Say = true, u.TinhTrang.String()
		out.Employer.Ten, out.Employer.MaDonVi, out.Employer.CoQuanBHXH = typed(u.TenDonVi), typed(u.MaDonVi), typed(u.CoQuan)
	case ctx.Err() != nil:
		return out, nil, ctx.Err()
	case cannotLearn(err):
		out.Say = Say(err)
	default:
		return out, nil, fmt.Errorf("ask for employer: %w", err)
	}
	for _, f := range []struct{ words, value string }{
		{"Tên đơn vị", out.Employer.Ten}, {"Mã đơn vị", out.Employer.MaDonVi}, {"Mã cơ quan BHXH", out.Employer.CoQuanBHXH},
		{"Địa chỉ", ""}, {"Người đại diện", ""}, {"Địa chỉ thư điện tử", ""}, {"Số điện thoại", ""}, {"Vùng lương tối thiểu (01–04)", ""},
	} {
		if f.value != "" {
			out.Known = append(out.Known, f.words)
		} else {
			out.Unknown = append(out.Unknown, f.words)
		}
	}
	return out, nil, nil
}

// taxCodeField are the words of the field that LearnEmployer asks by.
const taxCodeField = "Mã số thuế"

// unitOf asks for a unit; a tax code that is not in the store is asked about through
// the gateway, and with the account, of the employer at hand.
func (o *Office) unitOf(ctx context.Context, mst, address string) (gateway.Unit, error) {
	by := mst
	if _, err := o.store.DonVi(ctx, mst); missing(err) {
		at, err := o.Company(ctx)
		if err != nil && !errors.Is(err, ErrNoCompany) {
			return gateway.Unit{}, err
		}
		if by = at.MaSoThue; by == "" && address == "" {
			return gateway.Unit{}, ErrNoGateway
		}
	} else if err != nil {
		return gateway.Unit{}, err
	}
	c, err := o.asker(ctx, by, address)
	if err != nil {
		return gateway.Unit{}, err
	}
	return c.Unit(ctx, mst)
}

// cannotLearn reports whether an error means that nobody could be asked, or that the
// register does not know the unit: a person enters everything then.
func cannotLearn(err error) bool {
	for _, kind := range []error{ErrNoGateway, ErrCannotAsk, ErrNoGatewayAccount, ErrAccountKey, gateway.ErrDown, gateway.ErrUnclear, gateway.ErrNotThere, gateway.ErrNoTracking, gateway.ErrCredentials, gateway.ErrRefused} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}
