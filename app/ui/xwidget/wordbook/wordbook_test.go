package wordbook

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ankhai/assets"
)

// with speaks from a book of the test.
func with(t *testing.T, l Language, book map[string]string) {
	t.Helper()
	was, one, before, told := words, single, patterns, chosen
	t.Cleanup(func() { words, single, patterns, chosen = was, one, before, told; clear(said) })
	chosen = l
	take(book)
}

func TestSay(t *testing.T) {
	book := map[string]string{
		"Hồ sơ": "Dossiers", "Bị trả lại": "Returned", "hôm nay": "today",
		"Đã gửi %s hồ sơ tới %s":                              "Sent to %[2]s: %[1]s dossiers",
		"Còn %d lỗi, %d nhắc":                                 "%d {error|errors}, %d {reminder|reminders} left",
		"dưới %[1]s tuổi: %[3]s ngày mỗi con dưới %[2]s tuổi": "under %[1]s, for each child under %[2]s: %[3]s days",
		", hạn %s": ", due %s", "hạn %s": "due %s", "Trước hết ngày ": "By the end of ", "Dòng %d của %s": "Row %d of %s", "hạn nộp là %s": "due on %s", "Đã gửi": "Sent", "Hợp đồng %s": "Contract %s", "%s điều cần sửa": "%s {thing|things} to mend", "%s điều nên xem": "%s {thing|things} worth a look", " và ": " and ", ", chưa gõ thử lại": ", not typed back yet",
		"Sao lưu gần nhất: %s (%s), %s":                                 "Latest backup: %s (%s), %s",
		"Hạn nộp là ngày cuối của tháng sau, theo Luật số 41/2024/QH15": "Due on the last day of the next month (Law 41/2024/QH15)",
	}
	with(t, English, book)
	for vi, want := range map[string]string{
		"Hồ sơ":                                     "Dossiers",
		"Nguyễn Thị Ánh Hồng":                       "Nguyễn Thị Ánh Hồng", // not in the book
		"Đã gửi 12 hồ sơ tới cổng":                  "Sent to cổng: 12 dossiers",
		"HS000001 · Bị trả lại":                     "HS000001 · Returned",
		"Sao lưu gần nhất: 07:30 (hôm nay), 4,2 MB": "Latest backup: 07:30 (today), 4,2 MB",
		"":                                          "",
		"Còn 1 lỗi, 3 nhắc":                         "1 error, 3 reminders left",
		"Bị trả lại: hôm nay":                       "Returned: today",
		"Bị trả lại: hôm qua":                       "Bị trả lại: hôm qua", // not half of it
		"bị trả lại":                                "returned",
		"Hôm nay, hạn 22/11/2026":                   "Today, due 22/11/2026",
		"Trước hết ngày 22/11/2026":                 "By the end of 22/11/2026",
		"hạn nộp của Nguyễn Văn A":                  "hạn nộp của Nguyễn Văn A", // «hạn» alone tells nothing
		"hạn hôm nay":                               "due today",
		"Đã gửi ba hồ sơ tới Hà Nội":                "Sent to Hà Nội: ba dossiers",
		"Dòng 12 của Hồ sơ, hạn 5/2026":             "Row 12 of Dossiers, due 5/2026",
		"Hạn nộp là 31/12/2026":                     "Due on 31/12/2026",
		"7 hồ sơ · Đã gửi 2":                        "7 dossiers · Sent 2",
		"dưới 16 tuổi: 20 ngày mỗi con dưới 3 tuổi": "under 16, for each child under 3: 20 days",
		"Hợp đồng hôm nay":                          "Contract today",
		"Hợp đồng từ ngày: phải có":                 "Hợp đồng từ ngày: phải có", // «Hợp đồng» alone tells nothing
		"Hợp đồng Số 12 của Nguyễn Văn A":           "Contract Số 12 của Nguyễn Văn A",
		"Họ và tên của Nguyễn Văn A":                "Họ và tên của Nguyễn Văn A", // «và» alone tells nothing
		"Trần B và Lê C":                            "Trần B and Lê C",
		"Lê Thị Ca: hôm nay":                        "Lê Thị Ca: today",
		"Phụ cấp, chưa gõ thử lại":                  "Phụ cấp, not typed back yet",
		"2 điều cần sửa, 1 điều nên xem":            "2 things to mend, 1 thing worth a look",
		"• 7 hồ sơ":                                 "• 7 dossiers",
		"Dòng a của Hồ sơ":                          "Dòng a của Hồ sơ", // a figure is a figure
	} {
		if got := Say(vi); got != want {
			t.Errorf("%q is said %q, want %q", vi, got, want)
		}
	}
	with(t, Both, book)
	for vi, want := range map[string]string{
		"Hồ sơ":    "Hồ sơ / Dossiers",
		"Tháng":    "Tháng",
		"12 hồ sơ": "12 hồ sơ", // a figure is not said twice
		"Hạn nộp là ngày cuối của tháng sau, theo Luật số 41/2024/QH15": "Hạn nộp là ngày cuối của tháng sau, theo Luật số 41/2024/QH15\nDue on the last day of the next month (Law 41/2024/QH15)",
	} {
		if got := Say(vi); got != want {
			t.Errorf("both: %q is said %q, want %q", vi, got, want)
		}
	}
	if got := Line("Bị trả lại", 20); got != "Bị trả lại" {
		t.Errorf("more than there is room for: %q", got)
	}
	with(t, Vietnamese, book)
	if got := Say("Hồ sơ"); got != "Hồ sơ" {
		t.Errorf("Vietnamese: %q", got)
	}
}

// The book that is shipped: every line has words on both sides in NFC, and its
// English takes exactly what its Vietnamese fills in.
func TestTheBookIsSound(t *testing.T) {
	var book map[string]string
	if err := json.Unmarshal(assets.EnglishJSON, &book); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d entries", len(book))
	for vi, en := range book {
		if strings.TrimSpace(vi) == "" || strings.TrimSpace(en) == "" || !norm.NFC.IsNormalString(vi+en) {
			t.Errorf("%q: %q", vi, en)
		}
		filled, took := verb.FindAllString(vi, -1), verb.FindAllString(en, -1)
		for n, v := range filled {
			at := fmt.Sprintf("%%[%d]", place(v, n+1))
			if strings.Contains(en, "%[") && !strings.Contains(en, at) {
				t.Errorf("%q: its English %q lacks %s", vi, en, at)
			}
		}
		if len(took) != len(filled) {
			t.Errorf("%q fills %d, its English %q takes %d", vi, len(filled), en, len(took))
		}
		if unit.MatchString(en) {
			continue
		}
		if left := fill(patternOf(vi, en).english, slices.Repeat([]string{"1"}, len(filled)+2)); strings.ContainsAny(left, "{|}\x00") {
			t.Errorf("%q does not agree in number: %q", en, left)
		}
		if strings.Contains(en, "!") {
			t.Errorf("%q exclaims", en)
		}
	}
}

func BenchmarkSay(b *testing.B) {
	Choose(English)
	defer Choose(Vietnamese)
	for i := 0; b.Loop(); i++ {
		clear(said)
		Say("Hộp gửi: 12 hồ sơ chờ, thử tiếp lúc 07:30")
	}
}

// An official name is never said in English alone: it is what is looked for and printed.
func TestOfficialNames(t *testing.T) {
	const name = "Giải quyết chế độ ốm đau"
	defer Choose(Chosen())
	for l, want := range map[Language]string{Vietnamese: name, English: name + "\nSettlement of sickness benefits", Both: name + "\nSettlement of sickness benefits"} {
		Choose(l)
		if got := Official(name); got != want {
			t.Errorf("%s: got %q, want %q", l, got, want)
		}
		if got := Official("Chưa ai dịch tên này"); got != "Chưa ai dịch tên này" {
			t.Errorf("%s: got %q", l, got)
		}
	}
}

// A unit agrees with its figure, before or behind it, and the mark of a question that
// must be answered changes nothing in what it asks.
func TestUnitsAndQuestions(t *testing.T) {
	with(t, English, map[string]string{
		"năm": "{year|years}", "Tháng %s": "Month %s", "Tháng đóng": "Month of contributions", "đóng": "close",
		"tự nguyện": "voluntary", "đơn vị đã chọn": "the employer chose it",
	})
	for vi, want := range map[string]string{
		"năm": "years", "1 năm": "1 year", "15 năm": "15 years", "năm 2026": "year 2026", "Năm 2026": "Year 2026",
		"Tháng đóng": "Month of contributions", "Tháng đóng *": "Month of contributions *", "Tháng 11/2026": "Month 11/2026",
		"tự nguyện (đơn vị đã chọn)": "voluntary (the employer chose it)", "tự nguyện (ai đó đã chọn)": "tự nguyện (ai đó đã chọn)",
	} {
		if got := Say(vi); got != want {
			t.Errorf("%q is said %q, want %q", vi, got, want)
		}
	}
}
