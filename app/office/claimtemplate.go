package office

import (
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// claimFileColumns are the columns of the workbook to be filled, each with how it is filled.
var claimFileColumns = [][2]string{
	{"Người", "Bắt buộc. Mã số BHXH, số CCCD hoặc mã nhân viên như trong danh sách người lao động."},
	{"Chế độ", "Bắt buộc. Một trong: %s."},
	{"Từ ngày", "Bắt buộc. Ngày/tháng/năm: 02/03/2026."},
	{"Đến ngày", "Bắt buộc. Ốm đau, con ốm: cùng năm với Từ ngày; đợt vắt qua năm thì tách thành hai dòng."},
	{"Số ngày", "Bắt buộc. Số ngày được hưởng, tính đến nửa ngày: 4,5."},
	{"Ngày sinh của con", "Phải có khi con ốm; nên có khi sinh con, cha nghỉ, nhận con."},
	{"Trường hợp", "Chỉ cho dưỡng sức. Một trong: %s."},
	{"Trạng thái", "Một trong: %s. Để trống là đã duyệt."},
}

// ClaimTemplate is a workbook to be filled with periods that people had, and taken in by
// ImportClaims; the second sheet says how.
func ClaimTemplate() (File, error) {
	var kinds, cases, states []string
	for _, k := range facts.CheDos() {
		kinds = append(kinds, k.Say())
	}
	for _, c := range facts.TruongHopDuongSuc {
		cases = append(cases, facts.TenTruongHop(c))
	}
	for _, s := range []storage.BenefitState{storage.DaDuyet, storage.DeNghi, storage.BiTuChoi} {
		states = append(states, s.Say())
	}
	lists := map[string][]string{"Chế độ": kinds, "Trường hợp": cases, "Trạng thái": states}
	fill := sheet.Tab{Name: "Chế độ đã hưởng"}
	how := sheet.Tab{Name: "Cách ghi", Heads: []string{"Cột", "Cách ghi"}}
	for _, c := range claimFileColumns {
		say := c[1]
		if l := lists[c[0]]; l != nil {
			say = fmt.Sprintf(say, strings.Join(l, "; "))
		}
		fill.Heads = append(fill.Heads, c[0])
		how.Lines = append(how.Lines, []string{c[0], say})
	}
	data, err := sheet.WriteTabs([]sheet.Tab{fill, how}, nil)
	if err != nil {
		return File{}, fmt.Errorf("template of periods: %w", err)
	}
	return File{Name: "che-do-da-huong.xlsx", Bytes: data}, nil
}
