package d02lt

import (
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// why tells a cell of the only row, one step a line.
func why(t *testing.T, r form.Row, c form.Handle, book *law.Sach) string {
	t.Helper()
	d := form.New(D366)
	d.Rows = []form.Row{r}
	var out []string
	for _, b := range d.Why("", 0, c.Col(), book, 20261122, 202611) {
		if b.Nhan == "" || b.CongThuc == "" || b.CanCu == "" {
			t.Errorf("a step without label, words or basis: %+v", b)
		}
		out = append(out, b.Nhan+": "+b.CongThuc)
	}
	return strings.Join(out, "\n")
}

func TestWhyOfPay(t *testing.T) {
	r := Dong(nguoi, "TM", 202611, 0, "")
	MucLuong.Set(&r, 60_000_000)
	want := `Tiền lương tính đóng: 60.000.000 + phụ cấp lương 500.000 + các khoản bổ sung 0 = 60.500.000
Căn cứ đóng thấp nhất: 60.500.000 không thấp hơn 2.530.000
Lương tối thiểu vùng: 60.500.000 không thấp hơn 5.310.000
Mức đóng BHXH, BHYT cao nhất: 60.500.000 vượt 20 × 2.530.000 = 50.600.000: chỉ đóng trên 50.600.000
Mức đóng BHTN cao nhất: 60.500.000 không vượt 20 × 5.310.000 = 106.200.000: đóng đủ
Quy tắc D02-LT-12: Mức lương: phải có khi báo tăng, điều chỉnh lương hoặc truy đóng mà không ghi Hệ số lương: đạt
Quy tắc D02-LT-15: Mức lương: từ 100.000 đồng trở lên. Hệ số ghi vào cột Hệ số lương: đạt
Quy tắc D02-LT-24: Mức lương: không thấp hơn lương tối thiểu vùng: đạt
Quy tắc D02-LT-25: Mức lương: không thấp hơn mức tham chiếu: đạt
Quy tắc D02-LT-26: Nhắc. cùng phụ cấp và bổ sung là 60.500.000 đồng, BHXH và BHYT chỉ đóng trên 50.600.000 đồng, BHTN trên 60.500.000 đồng. Vẫn ghi đủ mức lương`
	if got := why(t, r, MucLuong, nil); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The figures are those of the row's month, and of the book.
func TestWhyFollowsTheMonthAndTheBook(t *testing.T) {
	r := Dong(nguoi, "TM", 202606, 0, "")
	if got := why(t, r, MucLuong, nil); !strings.Contains(got, "không vượt 20 × 2.340.000 = 46.800.000") {
		t.Error(got)
	}
	own, err := law.SachVoi([]law.Value{{Name: "muc-tham-chieu", From: 20270701, Amount: 2_800_000, Basis: "Nghị định thử"}})
	if err != nil {
		t.Fatal(err)
	}
	TuThang.Set(&r, 202707)
	if got := why(t, r, MucLuong, own); !strings.Contains(got, "20 × 2.800.000 = 56.000.000") {
		t.Error(got)
	}
	TuThang.Set(&r, 0)
	if got := why(t, r, MucLuong, nil); !strings.Contains(got, chuaCoThang) {
		t.Error(got)
	}
}

func TestWhyOfCoefficients(t *testing.T) {
	n := nguoi
	n.Luong.MucLuong, n.Luong.PhuCap, n.Luong.HeSo = 0, 0, 2340
	r := Dong(n, "TD", 202611, 0, "")
	if got := why(t, r, HeSo, nil); !strings.Contains(got, "/ 1000 = 5.920.200") || !strings.Contains(got, "5.920.200 không thấp hơn 5.310.000") {
		t.Error(got)
	}
}

func TestWhyOfTheRate(t *testing.T) {
	r := Dong(nguoi, "TM", 202611, 0, "")
	if got := why(t, r, TyLeDong, nil); !strings.Contains(got, "14% + 8% + 3% + 0,5% + 3% + 1,5% + 1% + 1% = 32%: đúng mức của luật") {
		t.Error(got)
	}
	TyLeDong.Set(&r, 3000)
	if got := why(t, r, TyLeDong, nil); !strings.Contains(got, "dòng này ghi 30%, khác mức của luật") {
		t.Error(got)
	}
	QuocTich.Set(&r, "KR")
	if got := why(t, r, TyLeDong, nil); !strings.Contains(got, "+ 0% + 0% = 30%: đúng mức của luật") {
		t.Error(got)
	}
}
