package office

import (
	"context"
	"fmt"
	"strconv"
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

// MostMonths is the longest term that can be set.
const MostMonths = 1200

// RetentionLaw is why an employer sets a term.
const RetentionLaw = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 25 khoản 2: dữ liệu của người lao động được giữ trong thời hạn luật định hoặc hai bên thoả thuận, và phải xoá khi chấm dứt hợp đồng nếu không có thoả thuận hay quy định khác. Luật không ghi số tháng, nên đơn vị tự đặt; hạn theo luật lưu trữ, kế toán: hỏi người phụ trách pháp chế."

// ReadTerm reads a number of months as it is typed; "" is no term. say is what is wrong
// with it, "" if nothing is.
func ReadTerm(text string) (months int, say string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, ""
	}
	months, err := strconv.Atoi(text)
	if err != nil || months < 0 || months > MostMonths {
		return 0, fmt.Sprintf("Số tháng: từ 1 đến %d; để trống là không đặt hạn", MostMonths)
	}
	return months, ""
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
		return well(name, "chưa đặt, nên không ai quá hạn. Đặt ở Cài đặt, mục Dữ liệu cá nhân, hoặc bằng: bhxh retention --person-months N")
	case len(due) > 0:
		return ill(name, fmt.Sprintf("%d người đã nghỉ quá hạn lưu", len(due)), "Xem ở Cài đặt, mục Dữ liệu cá nhân, hoặc bằng: bhxh person due")
	}
	return well(name, "không ai quá hạn; "+RetentionSay(rule))
}
