package bangluong

import (
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

func sick() []office.LeaveClaim {
	left := office.Days(2)
	leave := func(name string, kind byte, words, group string, tu, den int, halves int64) office.LeaveClaim {
		c := office.LeaveClaim{Nhom: group, Words: words}
		c.Loai, c.NuaNgay, c.NghiTuan, c.Biet = kind, halves, "8", true
		c.Tu, c.Den = law.DayOf(2026, 11, tu), law.DayOf(2026, 11, den)
		c.Nguoi = facts.NguoiLaoDong{ID: name, HoTen: name}
		c.Source = facts.Noi{Sheet: "Công T11", O: "D7"}
		return c
	}
	a := leave("Nguyễn Thị Huế", facts.NuaOm, "nghỉ ốm", "omDau", 6, 9, 6)
	a.Left, a.Unknown = &left, []string{"giấy chứng nhận hoặc giấy ra viện; bệnh dài ngày thì đổi nhóm"}
	b := leave("Trần Văn Hai", facts.NuaConOm, "con ốm", "conOm", 3, 4, 4)
	b.Asked = "bản nháp HS000001"
	c := leave("Lê Thị Ba", facts.NuaThaiSan, "nghỉ thai sản", "", 25, 30, 10)
	c.Sau, c.Unknown = true, []string{"nhóm hưởng: khám thai, sảy thai, sinh con, vợ sinh con …", "có nghỉ tiếp sang tháng sau không"}
	return []office.LeaveClaim{a, b, c}
}

// The leaves of the timesheet are ticked but for those asked for already, and
// drafted as claims.
func TestLeavesAreDrafted(t *testing.T) {
	f := &fake{has: true, leaves: sick()}
	p, h, w := open(t, f)
	p.tabs.Choose(3)
	uitest.Golden(t, "nghi-cham-cong", w.Canvas())
	g := uitest.Find[*xwidget.Grid](w.Content())[0]
	g.Jump(1, 0)
	uitest.Type(w.Canvas(), " ") // asked for already: stays as it is
	g.Jump(2, 0)
	uitest.Type(w.Canvas(), " ")
	uitest.Press(t, w.Content(), "Lập 01B-HSB")
	if len(f.claimed) != 1 || f.claimed[0].Nguoi.HoTen != "Nguyễn Thị Huế" {
		t.Errorf("drafted %v", f.claimed)
	}
	if len(h.Went) != 1 || h.Went[0].ID != "HS000008" {
		t.Errorf("went to %v", h.Went)
	}
}

// Without a timesheet there is no tab of leaves; with one that shows none it is
// there and offers nothing to draft.
func TestNoTimesheetNoTab(t *testing.T) {
	p, _, _ := open(t, &fake{has: true})
	if p.tabs.Choose(3); p.tabs.At() == 3 {
		t.Error("a tab of leaves without a timesheet")
	}
	f := &fake{has: true, leaves: []office.LeaveClaim{}}
	p, _, w := open(t, f)
	if p.tabs.Choose(3); p.tabs.At() != 3 {
		t.Fatal("no tab of leaves")
	}
	for _, b := range uitest.Find[*xwidget.Button](w.Content()) {
		if b.Words == "Lập 01B-HSB" && !b.Disabled() {
			t.Error("there is nothing to draft and the button can be pressed")
		}
	}
}
