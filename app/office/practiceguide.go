package office

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/law"
	"ankhai/storage"
)

// PracticeStep is a step of «Tập nộp hồ sơ đầu tiên»: what to do and how, and whether
// what the store holds says that it is done. Nobody ticks it off by hand.
type PracticeStep struct {
	Title string `json:"title"`
	How   string `json:"how"`
	Go    Place  `json:"-"`
	Done  bool   `json:"done"`
	Now   bool   `json:"now"` // the first that is not done
}

// PracticeGuide is how far the practice has come.
type PracticeGuide struct {
	Practice bool           `json:"practice"` // the sample company is at hand
	Month    law.Month      `json:"-"`
	Dossier  string         `json:"dossier,omitempty"` // the one that is worked on
	Steps    []PracticeStep `json:"steps"`
	Finished bool           `json:"finished"`
}

// These are the states in which a step of a dossier is behind it.
var (
	checkedStates = []storage.State{storage.DaKiem, storage.DaKy, storage.ChoGui, storage.DangGui, storage.NghiVan}
	signedStates  = checkedStates[1:]
	sentStates    = []storage.State{storage.DaGui, storage.TiepNhan, storage.DangGiaiQuyet, storage.CoKetQua, storage.TraLai}
)

// PracticeGuide reads how far the practice with the sample company has come.
func (o *Office) PracticeGuide(ctx context.Context) (PracticeGuide, error) {
	g := PracticeGuide{Month: SampleMonth}
	dv, err := o.Company(ctx)
	if err != nil && !errors.Is(err, ErrNoCompany) {
		return g, err
	}
	g.Practice = err == nil && dv.ThucHanh
	var d storage.Dossier
	var number string
	payroll, returned := false, false
	if g.Practice {
		if payroll, err = o.hasPayroll(ctx, dv.MaSoThue, SampleMonth); err != nil {
			return g, err
		}
		all, err := o.Dossiers(ctx)
		if err != nil {
			return g, err
		}
		for _, v := range all { // the newest first
			returned = returned || v.State == storage.TraLai
			if d.ID == "" && v.State != storage.Huy {
				d, number = v.Dossier, v.SoHoSo
			}
		}
	}
	g.Dossier = d.ID
	g.Steps = practiceSteps(g.Practice, payroll, returned, d, number)
	g.Finished = true
	for i := range g.Steps {
		if !g.Steps[i].Done {
			g.Steps[i].Now, g.Finished = true, false
			break
		}
	}
	return g, nil
}

// practiceSteps are the steps of a newcomer; those of a return come in once one is there.
func practiceSteps(company, payroll, returned bool, d storage.Dossier, number string) []PracticeStep {
	in := func(groups ...[]storage.State) bool {
		for _, states := range groups {
			for _, s := range states {
				if d.State == s {
					return true
				}
			}
		}
		return false
	}
	dossier := Place{Screen: "ho-so", ID: d.ID}
	steps := []PracticeStep{
		{Title: "Mở công ty mẫu", Done: company,
			How: "Trang «Bắt đầu với đơn vị nào»: bấm «Mở công ty mẫu». Không có gì gửi ra ngoài máy này."},
		{Title: "Có bảng lương tháng 11/2026", Done: payroll, Go: Place{Screen: "bang-luong", ID: SampleMonth.ISO()},
			How: "Công ty mẫu có sẵn hai tháng. Mục Bảng lương: bên trái là người phải kê khai, chọn một dòng để xem giá trị cũ và mới."},
		{Title: "Lập hồ sơ từ đề xuất", Done: d.ID != "", Go: Place{Screen: "bang-luong", ID: SampleMonth.ISO()},
			How: "Bấm «Bỏ chọn hết» ở dưới bảng. Đánh dấu lại một dòng GH (báo giảm) và hai dòng DC (đổi lương): đủ cho hồ sơ đầu tiên. Bấm «Lập hồ sơ» ở góc trên bên phải."},
		{Title: "Sửa hết Lỗi", Done: in(checkedStates, sentStates), Go: dossier,
			How: "Bấm «Kiểm tra», rồi «Đến ô» ở dòng đỏ bên phải: Ghi chú của người báo giảm còn trống. Gõ: Nghỉ việc từ ngày 01/11/2026, bấm Enter, rồi «Kiểm tra» lại. Chỉ Lỗi (đỏ) phải sửa; Nhắc thì để được."},
		{Title: "Ký bằng khoá thực hành", Done: in(signedStates, sentStates), Go: dossier,
			How: "Bấm «Ký», rồi «Ký bằng khoá này». Khoá thực hành không ràng buộc ai."},
		{Title: "Gửi tới Cổng thực hành", Done: in(sentStates), Go: dossier,
			How: "Bấm «Gửi», đọc câu hỏi, bấm «Gửi» lần nữa."},
		{Title: "Nhận số hồ sơ", Done: number != "", Go: dossier,
			How: "Bấm «Hỏi tiến độ»: biên nhận, rồi số hồ sơ."},
	}
	if returned {
		steps = append(steps, PracticeStep{Title: "Lập lại hồ sơ bị trả", Done: d.Parent != "" && d.State != storage.TraLai, Go: dossier,
			How: "Đọc lý do trong hồ sơ bị trả, bấm «Sửa và nộp lại». Bản nháp mới đánh dấu chỗ bị nêu; sửa, ký, gửi như trên."})
	}
	return append(steps, PracticeStep{Title: "Có kết quả", Done: d.State == storage.CoKetQua, Go: dossier,
		How: "Đợi vài giây rồi bấm «Hỏi tiến độ» lần nữa. Cổng thực hành giải quyết trong bảy giây; ngoài đời là vài ngày làm việc."})
}

// hasPayroll reports whether the payroll of a month has been taken in.
func (o *Office) hasPayroll(ctx context.Context, mst string, m law.Month) (bool, error) {
	_, err := o.store.Payroll(ctx, mst, m)
	if errors.Is(err, storage.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// oneInSo is how seldom the practice gateway returns a dossier by lot.
const oneInSo = 3

// PracticeLot lets the practice gateway return a dossier by lot, one in three, so that
// a person meets a return before a real one. The same dossier always draws the same.
// It reports whether this one will be returned; a gateway that runs elsewhere draws
// nothing. No dossier at all ends the lot.
func (o *Office) PracticeLot(ctx context.Context, dossierID string) (bool, error) {
	dv, err := o.Company(ctx)
	if err != nil || !dv.ThucHanh {
		return false, err
	}
	p, err := o.startPractice(ctx)
	if errors.Is(err, sandbox.ErrLocked) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if dossierID == "" {
		return false, p.box.SetFaults("")
	}
	made, err := o.store.Dossier(ctx, dossierID)
	if err != nil {
		return false, fmt.Errorf("draw for dossier %s: %w", storage.Ref(dossierID), err)
	}
	h := fnv.New32a()
	fmt.Fprint(h, dossierID, made.CreatedAt.UnixMilli()) // nobody can foresee the millisecond
	drawn := h.Sum32()%oneInSo == 0
	spec := ""
	if drawn {
		spec = "return:1"
	}
	return drawn, p.box.SetFaults(spec)
}
