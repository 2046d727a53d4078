package office

import (
	"context"
	"fmt"

	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// ProcessingSheet writes lines of the processing journal, those of some days, as a
// workbook, or as a text table. Writing them is a processing as well.
func (o *Office) ProcessingSheet(ctx context.Context, from, to law.Day, lines []ProcessingLine, csv bool) (File, error) {
	t := sheet.ReportTab{Name: "Nhật ký", Title: "NHẬT KÝ XỬ LÝ DỮ LIỆU CÁ NHÂN", Notes: []string{spanSay(from, to), "Lập ngày " + o.Today().String()}, Pin: 2,
		Cols: []sheet.ReportCol{{Head: "STT", Wide: 6}, {Head: "Ngày", Wide: 11}, {Head: "Giờ", Wide: 9}, {Head: "Ai", Wide: 18}, {Head: "Việc", Wide: 40}, {Head: "Về ai, về hồ sơ nào", Wide: 44},
			{Head: "Bản ghi", Wide: 24}, {Head: "Số người", Wide: 9}, {Head: "Để làm gì", Wide: 36}}}
	people := map[string]bool{}
	for i, l := range lines {
		if l.Go.Screen == "nguoi-lao-dong" {
			people[l.Go.ID] = true
		}
		t.Rows = append(t.Rows, []any{int64(i + 1), dayIn(l.Time), l.Time.In(vietnam).Format("15:04:05"), l.Who, l.Say, l.About, l.Ref, int64(l.People), l.Purpose})
	}
	out := File{Name: "nhat-ky-xu-ly"}
	for _, d := range []law.Day{from, to} {
		if d != 0 {
			out.Name += "-" + d.ISO()
		}
	}
	var err error
	if csv {
		out.Name += ".csv"
		out.Bytes, err = sheet.WriteCSV(t)
	} else {
		out.Name += ".xlsx"
		out.Bytes, err = sheet.WriteReport([]sheet.ReportTab{t})
	}
	if err != nil {
		return File{}, fmt.Errorf("processing journal: %w", err)
	}
	return out, o.deed(ctx, storage.Deed{What: "nhatKy.xuat", People: len(people)})
}

// spanSay puts the days from and to which something is listed into words.
func spanSay(from, to law.Day) string {
	switch {
	case from == 0 && to == 0:
		return "Mọi ngày"
	case from == 0:
		return "Đến hết ngày " + to.String()
	case to == 0:
		return "Từ ngày " + from.String()
	}
	return "Từ ngày " + from.String() + " đến hết ngày " + to.String()
}
