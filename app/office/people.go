package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// People is the roster of the employer at hand as it stood at the end of a month.
func (o *Office) People(ctx context.Context, month law.Month) ([]facts.NguoiLaoDong, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	return o.store.Roster(ctx, dv.MaSoThue, month)
}

// History is one person through time, oldest first.
func (o *Office) History(ctx context.Context, id string) ([]facts.NguoiLaoDong, error) {
	return o.store.History(ctx, id)
}

// ErrNoPerson: nobody of the employer at hand is meant by what was given;
// ErrSeveralPeople: more than one is.
var (
	ErrNoPerson      = errors.New("no such person")
	ErrSeveralPeople = errors.New("several people")
)

// FindPerson gives the store's key of a person of the employer at hand by that key,
// mã số BHXH, số ĐDCN/CCCD or the company's own number.
func (o *Office) FindPerson(ctx context.Context, who string) (id string, err error) {
	all, err := o.People(ctx, o.Period().Add(1200))
	if err != nil {
		return "", err
	}
	for _, p := range all {
		if who == "" || (who != p.ID && who != p.MaSoBHXH && who != p.SoCCCD && who != p.MaNV) {
			continue
		}
		if id != "" && id != p.ID {
			return "", fmt.Errorf("find person: %w", ErrSeveralPeople)
		}
		id = p.ID
	}
	if id == "" {
		return "", fmt.Errorf("find person: %w", ErrNoPerson)
	}
	return id, nil
}

// Missing names, in words, what a person's record lacks for a declaration. Where
// somebody works is not asked: the employer's main workplace stands in for it.
func Missing(p facts.NguoiLaoDong) []string {
	var out []string
	for _, m := range []struct {
		lacks bool
		say   string
	}{
		{p.MaSoBHXH == "", "mã số BHXH"},
		{p.SoCCCD == "", "số ĐDCN/CCCD"},
		{p.NgaySinh == 0, "ngày sinh"},
		{p.GioiTinh == "", "giới tính"},
		{p.ChucDanh == "", "chức danh"},
		{!p.Luong.Known, "mức lương"},
	} {
		if m.lacks {
			out = append(out, m.say)
		}
	}
	return out
}
