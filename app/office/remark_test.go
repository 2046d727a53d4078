package office

import (
	"testing"

	"ankhai/forms/payroll"
)

// What a proposal knows of days stands in column 19; nothing is made up.
func TestRemark(t *testing.T) {
	tests := []struct {
		name string
		new  payroll.Thay
		want string
	}{
		{"nothing known", payroll.Thay{payroll.TrangThai: "daNghi"}, ""},
		{"left", payroll.Thay{payroll.NgayChamDut: "15/11/2026"}, "Nghỉ việc từ ngày 15/11/2026"},
		{"retired", payroll.Thay{payroll.NgayChamDut: "15/11/2026", payroll.LyDoGiam: payroll.NghiHuu}, "Nghỉ hưu từ ngày 15/11/2026"},
		{"died", payroll.Thay{payroll.NgayChamDut: "15/11/2026", payroll.LyDoGiam: payroll.Chet}, "Chết ngày 15/11/2026"},
		{"died, day not known", payroll.Thay{payroll.LyDoGiam: payroll.Chet}, ""},
		{"on leave", payroll.Thay{payroll.TuNgay: "05/11/2026", payroll.DenNgay: "04/05/2027"}, "Nghỉ từ 05/11/2026 đến 04/05/2027"},
		{"on leave, end not known", payroll.Thay{payroll.TuNgay: "05/11/2026"}, "Nghỉ từ 05/11/2026"},
	}
	for _, tt := range tests {
		if got := remark(payroll.DeXuat{New: tt.new}); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
