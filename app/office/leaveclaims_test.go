package office

import (
	"errors"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/storage"
)

// timesDesk is the sample company with a timesheet of one person, sick from the
// 6th to the 9th with a Sunday between.
func timesDesk(t *testing.T) (*Office, facts.NguoiLaoDong) {
	t.Helper()
	o := sampleDesk(t)
	people, err := o.store.Roster(t.Context(), "0100109106", SampleMonth.Add(-1))
	if err != nil {
		t.Fatal(err)
	}
	who := people[0]
	var days, signs strings.Builder
	for d := 1; d <= 30; d++ {
		days.WriteString(";" + strings.TrimLeft(string(rune('0'+d/10))+string(rune('0'+d%10)), "0"))
		sign := ";X"
		switch {
		case d%7 == 1: // the Sundays of November 2026
			sign = ";"
		case d == 6 || d == 7 || d == 9:
			sign = ";Ô"
		}
		signs.WriteString(sign)
	}
	text := "BẢNG CHẤM CÔNG THÁNG 11 NĂM 2026\nSTT;Mã NV;Họ và tên" + days.String() + "\n1;" + who.MaNV + ";" + who.HoTen + signs.String() + "\n"
	res, err := o.Import(t.Context(), ImportInput{Name: "cong.csv", Data: []byte(text), Month: SampleMonth})
	if err != nil || !res.Kept {
		t.Fatalf("timesheet: kept %v, %v", res.Kept, err)
	}
	return o, who
}

func oneLeave(t *testing.T, o *Office) LeaveClaim {
	t.Helper()
	all, err := o.LeaveClaims(t.Context(), SampleMonth)
	if err != nil || len(all) != 1 {
		t.Fatalf("got %d leaves, %v", len(all), err)
	}
	return all[0]
}

// What was granted or stands in a draft is not asked for again; what was refused is.
func TestLeavesAskedForOnce(t *testing.T) {
	o, who := timesDesk(t)
	c := oneLeave(t, o)
	if c.Nguoi.ID != who.ID || c.Nhom != "omDau" || c.Tu != 20261106 || c.Den != 20261109 || c.NuaNgay != 6 || c.NghiTuan != "8" || c.Asked != "" || c.Left == nil {
		t.Fatalf("got %+v", c)
	}
	day := facts.DotHuong{CheDo: facts.OmDau, TuNgay: 20261109, DenNgay: 20261109, NuaNgay: 2}
	if say, err := o.AddClaim(t.Context(), who.ID, day, storage.DaDuyet); err != nil || len(say) > 0 {
		t.Fatal(say, err)
	}
	if c = oneLeave(t, o); c.Asked != "ốm đau 09/11/2026–09/11/2026, đã duyệt" {
		t.Errorf("a day of it was granted: %q", c.Asked)
	}
	if _, err := o.DraftLeaves(t.Context(), "630", SampleMonth, []LeaveClaim{c}); !errors.Is(err, ErrNothingToDraft) {
		t.Errorf("granted and drafted: %v", err)
	}
	told, err := o.Benefits(t.Context(), who.ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.SettleClaim(t.Context(), who.ID, told[0].Seq, storage.BiTuChoi, 0); err != nil {
		t.Fatal(err)
	}
	if c = oneLeave(t, o); c.Asked != "" {
		t.Errorf("refused, yet %q", c.Asked)
	}
	made, err := o.DraftLeaves(t.Context(), "630a", SampleMonth, []LeaveClaim{c})
	if err != nil {
		t.Fatal(err)
	}
	if c = oneLeave(t, o); c.Asked != "bản nháp "+made.ID {
		t.Errorf("drafted, yet %q", c.Asked)
	}
	for tag, want := range map[string]string{"TuNgay": "từ bảng chấm công của tháng", "TongSo": "từ bảng chấm công của tháng", "HoTen": "từ danh sách người lao động", "SoSeri": ""} {
		if got := originOf(t, o, made.ID, "01B-HSB", "", 0, tag); got != want {
			t.Errorf("%s: origin %q, want %q", tag, got, want)
		}
	}
	if _, err := o.DraftLeaves(t.Context(), "600", SampleMonth, []LeaveClaim{c}); !errors.Is(err, ErrNoProcedure) {
		t.Errorf("600 takes no claims: %v", err)
	}
}
