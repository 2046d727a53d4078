package wordbook

import (
	"encoding/json"
	"testing"

	"ankhai/assets"
)

// What a sentence of the office becomes at the window, in Vietnamese and in English.
func TestPlaces(t *testing.T) {
	load()
	for _, c := range []struct{ vi, here, en, there string }{
		{"Xem danh sách: bhxh services list", "Xem danh sách: «Thủ tục»", "See the list: bhxh services list", "See the list: «Procedures»"},
		{"Ghi mã (bhxh init --tax-code 0101234567 --unit-code …).", "Ghi mã («Cài đặt → Đơn vị»).", "Enter the code (bhxh init --tax-code 0101234567 --unit-code …).", "Enter the code («Settings → Employer»)."},
		{"Thử ở «Chữ ký số» hoặc bằng bhxh remote test; nếu vẫn vậy, hỏi.", "Thử ở «Chữ ký số»; nếu vẫn vậy, hỏi.", "Try at «Signing keys» or with bhxh remote test; else ask.", "Try at «Signing keys»; else ask."},
		{"Lấy: bhxh inbox fetch, rồi bhxh inbox c12 3", "Lấy: «Hộp gửi–nhận»", "Fetch: bhxh inbox fetch, then bhxh inbox c12 3", "Fetch: «Outbox and inbox»"},
		{"Đặt bằng: bhxh keys passphrase set", "Đặt ở «Tệp → Khoá dữ liệu»", "Set it with: bhxh keys passphrase set", "Set it at «File → Data key»"},
		{"Chạy: bhxh keys recovery new", "Làm ở «Tệp → Khoá dữ liệu»", "Run: bhxh keys recovery new", "Do it at «File → Data key»"},
		{"Nói rõ tháng (--month 2026-10).", "Nói rõ tháng.", "Say the month (--month 2026-10).", "Say the month."},
		{"thiếu --client-id và --user", "thiếu «Mã đối tác» và «Tên người dùng»", "--client-id is missing", "«Partner code» is missing"},
		{"Trong dòng lệnh: bhxh import", "Trong dòng lệnh: bhxh import", "On the command line: bhxh import", "On the command line: bhxh import"},
		{"bhxh lalala", "bhxh lalala", "the abhxh list", "the abhxh list"},
		{"Lời của cơ quan: thiếu giấy (--bản chính).", "Lời của cơ quan: thiếu giấy (--bản chính).", "", ""},
		{"Đóng BHXH --", "Đóng BHXH --", "", ""},
	} {
		if got := here(c.vi, false); got != c.here {
			t.Errorf("%q\n\tis said %q\n\twant    %q", c.vi, got, c.here)
		}
		if got := here(c.en, true); got != c.there {
			t.Errorf("%q\n\tis said %q\n\twant    %q", c.en, got, c.there)
		}
	}
}

// Each step of a way is a word that stands on the window.
func TestWaysAreOnTheWindow(t *testing.T) {
	var book map[string]string
	if err := json.Unmarshal(assets.EnglishJSON, &book); err != nil {
		t.Fatal(err)
	}
	for command, steps := range ways {
		for _, step := range steps {
			if book[step] == "" && step != "F4" {
				t.Errorf("%s: «%s» stands nowhere on the window", command, step)
			}
		}
	}
	for opt, question := range asked {
		if book[question] == "" {
			t.Errorf("--%s: «%s» is asked nowhere on the window", opt, question)
		}
	}
}
