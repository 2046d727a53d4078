package office

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/sheet"
)

// lacking lists the people whose record lacks something for a declaration, and the
// papers that drafts still lack, with the people whom they are about.
func (r *reporter) lacking() ([]sheet.ReportTab, error) {
	data, err := r.lackingData()
	if err != nil {
		return nil, err
	}
	papers, err := r.lackingPapers()
	return []sheet.ReportTab{data, papers}, err
}

func (r *reporter) lackingData() (sheet.ReportTab, error) {
	t := r.tab("Thiếu dữ liệu", "NGƯỜI CÒN THIẾU DỮ LIỆU ĐỂ KÊ KHAI, CUỐI THÁNG "+r.in.Month.String(), "Ghi thêm vào bảng lương của tháng rồi nhập lại, hoặc điền trong hồ sơ")
	t.Pin = 2
	t.Cols = append(append(t.Cols, whoCols...), sheet.ReportCol{Head: "Phòng ban", Wide: 18}, sheet.ReportCol{Head: "Chức danh", Wide: 24}, sheet.ReportCol{Head: "Trạng thái", Wide: 16},
		sheet.ReportCol{Head: "Số điều thiếu", Wide: 9, Sum: true}, sheet.ReportCol{Head: "Còn thiếu", Wide: 48})
	all, err := r.o.store.Roster(r.ctx, r.dv.MaSoThue, r.in.Month)
	if err != nil {
		return t, err
	}
	for _, p := range all {
		lacks := Missing(p)
		if p.TrangThai == facts.DaNghi || len(lacks) == 0 {
			continue
		}
		t.Rows = append(t.Rows, append(whoIs(len(t.Rows)+1, p), p.PhongBan, p.ChucDanh, p.TrangThai.Say(), int64(len(lacks)), strings.Join(lacks, ", ")))
		r.people[p.ID] = true
	}
	return t, nil
}

// namedAtMost is how many people of a dossier a line names.
const namedAtMost = 10

func (r *reporter) lackingPapers() (sheet.ReportTab, error) {
	t := r.tab("Thiếu giấy tờ", "GIẤY TỜ MÀ HỒ SƠ NHÁP CÒN THIẾU", "Theo trường hợp đã chọn của dịch vụ công; giấy tờ «khi …» chỉ cần trong trường hợp ấy. Hồ sơ chưa chọn trường hợp thì chưa biết cần gì")
	t.Cols = []sheet.ReportCol{{Head: "STT", Wide: 6}, {Head: "Hồ sơ", Wide: 12}, {Head: "Thủ tục", Wide: 40}, {Head: "Trạng thái", Wide: 14}, {Head: "Giấy tờ", Wide: 60}, {Head: "Bắt buộc", Wide: 10}, {Head: "Người", Wide: 48}}
	all, err := r.o.Dossiers(r.ctx)
	if err != nil {
		return t, err
	}
	for _, d := range all {
		if !d.State.Draft() {
			continue
		}
		lines, err := r.o.Papers(r.ctx, d.ID)
		if err != nil {
			return t, err
		}
		lines = slices.DeleteFunc(lines, PaperLine.Given)
		if len(lines) == 0 {
			continue
		}
		names, err := r.namesIn(d.ID)
		if err != nil {
			return t, err
		}
		for _, l := range lines {
			must := map[bool]string{true: "có", false: "không"}[l.Required()]
			t.Rows = append(t.Rows, []any{int64(len(t.Rows) + 1), d.ID, d.Title, d.StateSay, l.Words(), must, names})
		}
	}
	return t, nil
}

// namesIn are the people whom a dossier is about.
func (r *reporter) namesIn(id string) (string, error) {
	docs, err := r.o.store.Docs(r.ctx, id)
	if err != nil {
		return "", err
	}
	var names []string
	for _, doc := range docs {
		for _, p := range peopleIn(doc) {
			if p.HoTen != "" && !slices.Contains(names, p.HoTen) {
				names = append(names, p.HoTen)
			}
			r.people[p.Khoa()] = true
		}
	}
	if more := len(names) - namedAtMost; more > 0 {
		names = append(names[:namedAtMost], fmt.Sprintf("và %d người nữa", more))
	}
	return strings.Join(names, ", "), nil
}
