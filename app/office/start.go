package office

import (
	"context"
	"errors"
	"slices"

	"ankhai/storage"
)

// The doors that only the first steps have: a new employer, a payroll to be chosen,
// the sample company.
const (
	NewEmployerScreen = "don-vi-moi"
	PayrollScreen     = "chon-bang-luong"
	PracticeScreen    = "cong-ty-mau"
)

// StartStep is one of the first steps with AnKhai, and whether it is done.
type StartStep struct {
	Key     string `json:"key"`
	Title   string `json:"title"`
	Say     string `json:"say"`
	Button  string `json:"-"`
	Command string `json:"command"` // the same on the console
	Done    bool   `json:"done"`
	Go      Place  `json:"-"`
}

// Start tells the first steps: an employer, a second way to the data, the roster, a
// dossier for practice. Each is a fact of what is there, so that it does not matter
// in which order, or with which program, it came about.
func (o *Office) Start(ctx context.Context) ([]StartStep, error) {
	steps := []StartStep{
		{Key: "don-vi", Title: "Đơn vị", Say: "mã số thuế, mã đơn vị, cơ quan BHXH", Button: "Ghi đơn vị", Command: "bhxh init", Go: Place{Screen: NewEmployerScreen}},
		{Key: "khoa", Title: "Khoá khôi phục", Say: "in ra giấy, để mở được dữ liệu khi đổi máy", Button: "Tạo khoá", Command: "bhxh keys recovery new", Go: Place{Screen: KeysScreen}},
		{Key: "danh-sach", Title: "Danh sách lao động", Say: "thả bảng lương Excel đầu tiên vào cửa sổ", Button: "Chọn bảng lương", Command: "bhxh import TỆP.xlsx --month 2026-11", Go: Place{Screen: PayrollScreen}},
		{Key: "tap", Title: "Nộp tập một hồ sơ", Say: "với công ty mẫu và cổng thực hành trên máy này", Button: "Mở công ty mẫu", Command: "bhxh demo", Go: Place{Screen: PracticeScreen}},
	}
	companies, err := o.Companies(ctx)
	if err != nil {
		return nil, err
	}
	steps[0].Done = len(companies) > 0
	steps[1].Done = slices.ContainsFunc(o.Protection().Slots, func(s Slot) bool { return s.Kind == "recovery" })
	for _, dv := range companies {
		if !dv.ThucHanh {
			continue
		}
		all, err := o.store.Dossiers(ctx, dv.MaSoThue)
		if err != nil {
			return nil, err
		}
		steps[3].Done = steps[3].Done || slices.ContainsFunc(all, func(d storage.Dossier) bool { return arrived(d.State) })
	}
	dv, err := o.Company(ctx)
	if errors.Is(err, ErrNoCompany) {
		return steps, nil
	}
	if err != nil {
		return nil, err
	}
	if steps[2].Done, err = o.hasPeople(ctx, dv.MaSoThue); err != nil {
		return nil, err
	}
	if dv.ThucHanh {
		steps[3].Button, steps[3].Go = "Xem bảng lương mẫu", Place{Screen: "bang-luong", ID: SampleMonth.ISO()}
	}
	return steps, nil
}

// hasPeople reports whether an employer has a roster: a payroll opens one, and so does
// a history, which has to be looked for among people.
func (o *Office) hasPeople(ctx context.Context, mst string) (bool, error) {
	months, err := o.store.Payrolls(ctx, mst)
	if err != nil || len(months) > 0 {
		return len(months) > 0, err
	}
	people, err := o.store.Roster(ctx, mst, o.Period().Add(1200))
	return len(people) > 0, err
}

// arrived reports whether a gateway has answered for a dossier.
func arrived(s storage.State) bool {
	switch s {
	case storage.DaGui, storage.TiepNhan, storage.DangGiaiQuyet, storage.CoKetQua, storage.TraLai:
		return true
	}
	return false
}
