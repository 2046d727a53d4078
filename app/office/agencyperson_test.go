package office

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/forms/facts"
)

// The two sides stand to each other in a word; what only the agency can hold is not
// said to be missing here.
func TestBesidesTheAgency(t *testing.T) {
	ours := facts.NguoiLaoDong{HoTen: "Trần Thị Thử", NgaySinh: 19950815, SoCCCD: "000000000001"}
	theirs := gateway.Person{HoTen: "TRẦN THỊ THỬ", NgaySinh: "16/08/1995", SoCCCD: "000000000001", MaSoBHXH: "9900000001", TinhTrang: gateway.DangDong, MaDonVi: "YN0001A", TuThang: "2026-11"}
	var got []string
	p := besides(ours, theirs)
	for _, f := range p.Fields {
		got = append(got, f.Field+": "+f.Say())
	}
	want := "Họ và tên: giống nhau|Ngày sinh: khác nhau|Giới tính: cơ quan không nêu|Số ĐDCN/CCCD: giống nhau|Mã số BHXH: ở đây chưa có|Đang đóng tại đơn vị: chỉ cơ quan có|Từ tháng: chỉ cơ quan có"
	if s := strings.Join(got, "|"); s != want || p.Fields[6].Theirs != "11/2026" || p.Say != "Đang đóng" {
		t.Errorf("got %s, %s, %s", s, p.Fields[6].Theirs, p.Say)
	}
}

// Nobody is asked about a person of whom no number is known; the practice gateway says
// of itself whom it can know.
func TestWhyNobodyWasAsked(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, func(p *facts.NguoiLaoDong) { p.SoCCCD, p.MaSoBHXH = "", "" })
	if _, err := o.AskPerson(t.Context(), id, ""); !errors.Is(err, ErrNoNumber) {
		t.Errorf("asked by nothing: %v", err)
	}
	err := fmt.Errorf("ask: %w", gateway.ErrNotThere)
	for practice, want := range map[bool]string{true: "Cổng thực hành chưa biết", false: "không có ai mang đúng họ tên và số"} {
		if say, settings, ok := NotAsked(err, practice); !ok || settings || !strings.Contains(say, want) {
			t.Errorf("%q, %v, %v", say, settings, ok)
		}
	}
	if _, _, ok := NotAsked(errors.New("disk"), false); ok {
		t.Error("a fault of the disk is said to be an answer")
	}
}
