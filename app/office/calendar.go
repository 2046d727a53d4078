package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/law"
	"ankhai/forms/law/lich"
	"ankhai/storage"
)

// calendarSetting keeps what the user has said of the calendar.
const calendarSetting = "lichNghi"

// ownCalendar is the user's calendar as it is kept.
type ownCalendar struct {
	LamThuBay bool     `json:"lamThuBay"`
	Ngay      []ownDay `json:"ngay"`
}

type ownDay struct {
	Ngay    law.Day `json:"ngay"`
	Ten     string  `json:"ten"`
	LamViec bool    `json:"lamViec"`
	CanCu   string  `json:"canCu"`
}

// Calendar is the days off by which time limits run: those that the law fixes,
// and on top of them what the user has entered.
func (o *Office) Calendar(ctx context.Context) (*lich.Lich, error) {
	kept, err := o.ownCalendar(ctx)
	if err != nil {
		return nil, err
	}
	t := lich.TuyChon{LamThuBay: kept.LamThuBay}
	for _, k := range kept.Ngay {
		t.Them = append(t.Them, lich.Ngay{Ngay: k.Ngay, Ten: k.Ten, LamViec: k.LamViec, CanCu: k.CanCu, Confidence: law.Low})
	}
	l, err := lich.Moi(t)
	if err != nil {
		return nil, fmt.Errorf("calendar: %w", err)
	}
	return l, nil
}

func (o *Office) ownCalendar(ctx context.Context) (kept ownCalendar, err error) {
	if err = o.store.Setting(ctx, calendarSetting, &kept); errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return kept, err
}

// PutHoliday keeps a day off of the user's, or a Saturday worked in exchange; a row
// of the same day is replaced. say is what is wrong with it, "" when it is kept.
func (o *Office) PutHoliday(ctx context.Context, n lich.Ngay) (say string, err error) {
	n.Ten, n.CanCu = strings.TrimSpace(n.Ten), strings.TrimSpace(n.CanCu)
	if say := lich.LoiCuaNgay(n); say != "" {
		return say, nil
	}
	kept, err := o.ownCalendar(ctx)
	if err != nil {
		return "", err
	}
	kept.Ngay = slices.DeleteFunc(kept.Ngay, func(k ownDay) bool { return k.Ngay == n.Ngay })
	kept.Ngay = append(kept.Ngay, ownDay{n.Ngay, n.Ten, n.LamViec, n.CanCu})
	slices.SortFunc(kept.Ngay, func(a, b ownDay) int { return int(a.Ngay) - int(b.Ngay) })
	return "", o.keepCalendar(ctx, kept)
}

// DropHoliday takes a row of the user's out of the calendar; there tells whether it
// was in it.
func (o *Office) DropHoliday(ctx context.Context, d law.Day) (there bool, err error) {
	kept, err := o.ownCalendar(ctx)
	if err != nil {
		return false, err
	}
	n := len(kept.Ngay)
	kept.Ngay = slices.DeleteFunc(kept.Ngay, func(k ownDay) bool { return k.Ngay == d })
	if len(kept.Ngay) == n {
		return false, nil
	}
	return true, o.keepCalendar(ctx, kept)
}

// WorkSaturdays sets whether Saturday is a working day of the employer.
func (o *Office) WorkSaturdays(ctx context.Context, yes bool) error {
	kept, err := o.ownCalendar(ctx)
	if err != nil {
		return err
	}
	kept.LamThuBay = yes
	return o.keepCalendar(ctx, kept)
}

func (o *Office) keepCalendar(ctx context.Context, c ownCalendar) error {
	if err := o.store.PutSetting(ctx, calendarSetting, c); err != nil {
		return fmt.Errorf("keep calendar: %w", err)
	}
	return nil
}
