package office

import (
	"context"
	"fmt"
	"strings"

	"ankhai/forms/law"
	"ankhai/storage"
)

// Retention is how long the employer at hand keeps people and signed dossiers.
func (o *Office) Retention(ctx context.Context) (storage.Retention, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return storage.Retention{}, err
	}
	return o.store.Retention(ctx, dv.MaSoThue)
}

// SetRetention keeps the rule of the employer at hand.
func (o *Office) SetRetention(ctx context.Context, r storage.Retention) error {
	dv, err := o.Company(ctx)
	if err != nil {
		return err
	}
	return o.store.SetRetention(ctx, dv.MaSoThue, r)
}

// PastTerm is a person whose term is over, with the name for a person to read.
type PastTerm struct {
	ID    string    `json:"id"`
	HoTen string    `json:"hoTen"`
	Left  law.Month `json:"tuThang"`
	Until law.Month `json:"giuDen"`
}

// PastTerms lists the people of the employer at hand whose term is over.
func (o *Office) PastTerms(ctx context.Context) ([]PastTerm, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	due, err := o.store.PastTerm(ctx, dv.MaSoThue, o.Period())
	if err != nil {
		return nil, err
	}
	out := make([]PastTerm, 0, len(due))
	for _, d := range due {
		n, err := o.store.Person(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, PastTerm{d.ID, n.HoTen, d.Left, d.Until})
	}
	return out, nil
}

// examineKeeping is the doctor's line about terms: whose is over, and who should be
// gone already.
func (o *Office) examineKeeping(ctx context.Context) Exam {
	const name = "Hạn lưu"
	rule, err := o.Retention(ctx)
	if err != nil {
		return ill(name, Say(err), "")
	}
	again, err := o.store.ErasedAgain(ctx)
	if err != nil {
		return ill(name, Say(err), "")
	}
	due, err := o.PastTerms(ctx)
	switch {
	case err != nil:
		return ill(name, Say(err), "")
	case len(again) > 0:
		return ill(name, fmt.Sprintf("%d người đã xoá lại có mặt vì dữ liệu được khôi phục từ bản sao cũ: %s", len(again), strings.Join(again, ", ")),
			"Xoá lại: bhxh person erase MÃ --reason LÝ_DO --yes")
	case rule.PersonMonths == 0:
		return well(name, "chưa đặt, nên không ai quá hạn. Đặt bằng: bhxh retention --person-months N")
	case len(due) > 0:
		return ill(name, fmt.Sprintf("%d người đã nghỉ quá hạn lưu", len(due)), "Xem: bhxh person due")
	}
	return well(name, "không ai quá hạn; "+RetentionSay(rule))
}
