package payroll

import (
	"fmt"
	"strings"
	"testing"
)

func TestProposalPrintedByAccident(t *testing.T) {
	d := DeXuat{PhuongAn: "DC", HoTen: "Đặng Thị Ẩn", SoCCCD: "079190123457", MaSoBHXH: "7912345678", TuThang: 202611,
		Old: Thay{MucLuong: int64(17043219)}, New: Thay{MucLuong: int64(18043219), HoTen: "Đặng Thị Ẩn"}}
	for _, v := range []any{d, &d, []DeXuat{d}, d.New, map[string]Thay{"x": d.Old}, struct{ D DeXuat }{d}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
			got := fmt.Sprintf(verb, v)
			for _, secret := range []string{"Đặng", "079190123457", "7912345678", "17043219", "18043219"} {
				if strings.Contains(got, secret) {
					t.Errorf("%s of %T carries %q: %s", verb, v, secret, got)
				}
			}
		}
	}
	if got := fmt.Sprint(d); got != "đề xuất DC 11/2026" {
		t.Errorf("got %q", got)
	}
}
