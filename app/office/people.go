package office

import (
	"context"

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
