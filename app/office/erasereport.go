package office

import (
	"fmt"
	"strings"
	"time"

	"ankhai/storage"
)

// reportText is the report for a person, by ids and counts alone.
func reportText(r EraseReport, in EraseOrder, now time.Time) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("BIÊN BẢN XOÁ DỮ LIỆU CÁ NHÂN")
	line("Mã người lao động: %s", in.ID)
	line("Lúc: %s", moment(now))
	line("Người thực hiện: %s", account())
	line("Lý do: %s", PurposeSay(in.Reason))
	line("")
	line("Đã xoá:")
	for _, l := range CountLines(r.Counts) {
		line("  %s", l)
	}
	if len(r.Drafts) > 0 {
		line("  ở các bản nháp: %s", strings.Join(r.Drafts, ", "))
	}
	for _, t := range r.Tombstones {
		line("  nội dung hồ sơ đã ký %s (số hồ sơ %s): %d tệp, %d dòng, %d giấy tờ; SHA-256 của gói đã ký: %s", t.DossierID, t.SoHoSo, t.Files, t.Rows, t.Papers, t.SHA256)
	}
	line("")
	line("Còn giữ:")
	gone := map[string]bool{}
	for _, t := range r.Tombstones {
		gone[t.DossierID] = true
	}
	none := true
	for _, s := range r.Stays {
		if !gone[s.DossierID] {
			line("  %s", StaySay(s))
			none = false
		}
	}
	if none {
		line("  không còn hồ sơ nào")
	}
	line("  bản sao: %d bản còn giữ người này, đã xoá %d bản. Bản sao ở nơi khác thì chương trình không biết.", len(r.Copies), len(r.Removed))
	line("Tệp dữ liệu đã được ghi lại toàn bộ, không còn trang trống.")
	return b.String()
}

// CountLines puts the counts of an erasure into words, without the zeros.
func CountLines(c storage.ErasingCounts) []string {
	var out []string
	for _, x := range []struct {
		n   int
		say string
	}{
		{c.People, "thông tin của người này"}, {c.History, "dòng quá trình"}, {c.Corrections, "lần sửa đổi"}, {c.PayrollRows, "dòng bảng lương"},
		{c.DraftRows, "dòng của hồ sơ nháp"}, {c.Edits, "bước sửa ô (không hoàn tác được nữa)"}, {c.Memories, "ghi nhớ của chương trình"},
		{c.Attachments, "giấy tờ chỉ của người này"}, {c.Texts, "chỗ nhắc tên trong dữ liệu khác"},
		{c.Benefits, "đợt hưởng chế độ"}, {c.Careers, "thời gian đóng trước đó và điều kiện làm việc"},
		{c.Households, "hộ gia đình đã khai"}, {c.Decisions, "quyết định về dòng bảng lương"}, {c.Joined, "lần gộp bản ghi (không tách lại được nữa)"},
	} {
		if x.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", x.n, x.say))
		}
	}
	return out
}

// StaySay says why a signed dossier stays, and until when.
func StaySay(s storage.Stay) string {
	until := "chưa đặt hạn lưu cho hồ sơ đã ký"
	if !s.Until.IsZero() {
		until = "giữ đến " + dayIn(s.Until).String()
	}
	number := ""
	if s.SoHoSo != "" {
		number = ", số hồ sơ " + s.SoHoSo
	}
	return fmt.Sprintf("hồ sơ %s%s (%s): đã ký nên là chứng cứ, %s", s.DossierID, number, s.State.Say(), until)
}
