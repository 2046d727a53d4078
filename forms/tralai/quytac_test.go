package tralai_test

import (
	"errors"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/tralai"
)

const rowsOfRule = `HoTen | PhuongAn | TuThang | MucLuong | NoiLamViec
An | TM | 11/2026 | 6000000 | Phường 1
Bình | TM | 11/2026 | 6500000 |
Cúc | GH | 11/2026 | 6000000 |`

func TestRuleSpeaksInItsScopeAlone(t *testing.T) {
	docs := []*form.Doc{docIn(t, "D02-LT", rowsOfRule)}
	for _, c := range []struct {
		text, say string
		rows      []int
	}{
		{"D02-LT: Nơi làm việc không được để trống khi Phương án là tm", "Nơi làm việc không được để trống khi Phương án là TM – Tăng mới", []int{2}},
		{"d02-lt: NoiLamViec không được để trống", "Nơi làm việc không được để trống", []int{2, 3}},
		{"D02-LT: noi lam viec phải để trống khi PhuongAn là GH và Từ tháng là 11/2026", "Nơi làm việc phải để trống khi Phương án là GH – Giảm hẳn và Từ tháng là 11/2026", nil},
		{"D02-LT: MucLuong không được là «6.000.000» khi PhuongAn là «TM»", "Mức lương không được là 6.000.000 khi Phương án là TM – Tăng mới", []int{1}},
		{"D02-LT: NoiLamViec phải là phường 2", "Nơi làm việc phải là phường 2", []int{1}},
		{"D02-LT: SoCCCD không được để trống khi PhuongAn là GH", "Số CCCD/ĐDCN/hộ chiếu không được để trống khi Phương án là GH – Giảm hẳn", []int{3}},
	} {
		q, err := tralai.DocQuyTac(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := q.Cau(); got != c.say {
			t.Errorf("got %s\nwant %s", got, c.say)
		}
		again, err := tralai.DocQuyTac(q.Goc())
		if err != nil || again.Goc() != q.Goc() {
			t.Errorf("%s is read as %s, %v", q.Goc(), again.Goc(), err)
		}
		var rows []int
		for _, n := range q.Soat(docs) {
			rows = append(rows, n.Dong)
		}
		if len(rows) != len(c.rows) {
			t.Errorf("%s: rows %v, want %v", c.text, rows, c.rows)
			continue
		}
		for i := range rows {
			if rows[i] != c.rows[i] {
				t.Errorf("%s: rows %v, want %v", c.text, rows, c.rows)
			}
		}
	}
}

func TestRuleThatCannotBeRead(t *testing.T) {
	for text, say := range map[string]string{
		"Nơi làm việc không được để trống":                "Quy tắc phải bắt đầu bằng mã một mẫu và dấu hai chấm, ví dụ D02-LT: … Cách ghi: " + tralai.CachGhi,
		"D02-LT: Nơi làm việc":                            "Quy tắc chưa nói ô phải thế nào. Cách ghi: " + tralai.CachGhi,
		"D02-LT: Màu mắt không được để trống":             `Mẫu D02-LT không có cột "Màu mắt". Ghi tên cột như trên mẫu, hoặc mã cột: bhxh forms spec D02-LT`,
		"D02-LT: HoTen không được là Nguyễn Văn A":        "Quy tắc không ghi tên, số hay ngày sinh của một người: Họ và tên chỉ dùng được với «không được để trống», «phải để trống»",
		"D02-LT: NoiLamViec phải là X khi PhuongAn là ZZ": `Phương án: không có mã "ZZ" trong danh mục Phương án`,
		"D02-LT: NoiLamViec phải là X khi PhuongAn":       `Điều kiện phải có dạng «CỘT là GIÁ_TRỊ» (đang ghi "PhuongAn")`,
		"D02-LT: TuThang không được là thứ hai":           `Từ tháng: giá trị "thứ hai" phải có dạng 11/2026`,
		"D02-LT: NoiLamViec không được để trống nhé":      `Sau «không được để trống» không ghi gì thêm, trừ «khi …» (đang ghi "nhé")`,
	} {
		_, err := tralai.DocQuyTac(text)
		var bad *tralai.LoiQuyTac
		if !errors.As(err, &bad) || bad.Say != say {
			t.Errorf("%s: got %v\nwant %s", text, err, say)
		}
	}
}

func TestReasonsSuggestRules(t *testing.T) {
	docs := []*form.Doc{docIn(t, "D02-LT", rowsOfRule)}
	var got []string
	for _, d := range tralai.Dat(docs, day, []tralai.LyDo{{Loi: "D02-LT dòng 2 thiếu nơi làm việc. Dòng 1: mức lương không đúng. Dòng 1 sai họ tên. Dòng 1 sai nơi làm việc. Hồ sơ chưa đủ."}}) {
		for _, q := range tralai.GoiY(docs, d) {
			got = append(got, q.Goc())
		}
	}
	want := []string{"D02-LT: NoiLamViec không được để trống khi PhuongAn là «TM»", "D02-LT: MucLuong không được là «6.000.000» khi PhuongAn là «TM»"}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
