package office

import (
	"slices"
	"strings"
	"testing"

	"ankhai/forms/law"
	"ankhai/forms/payroll"
)

// From July 2026 the ceiling and the floor rise; in January 2026 the minimum wage
// did. Only those are named whom it touches, with both amounts.
func TestWhatChanges(t *testing.T) {
	o := sampleDesk(t)
	all, err := o.People(t.Context(), 202611)
	if err != nil {
		t.Fatal(err)
	}
	p := all[0]
	p.Luong.MucLuong, p.Luong.PhuCap, p.Luong.BoSung, p.TuThang = 120_000_000, 0, 0, 202611
	low := all[1]
	low.Luong.MucLuong, low.Luong.PhuCap, low.Luong.BoSung, low.TuThang = 5_000_000, 0, 0, 202611
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, append(all[:0:0], p, low), "thử"); err != nil {
		t.Fatal(err)
	}
	got, err := o.WhatChanges(t.Context(), 202606, 202611)
	if err != nil {
		t.Fatal(err)
	}
	rich := slices.IndexFunc(got, func(e Effect) bool { return e.Person.ID == p.ID })
	if rich < 0 || got[rich].OldBase != 46_800_000 || got[rich].NewBase != 50_600_000 || !slices.Contains(got[rich].Kinds, ByCeiling) {
		t.Fatalf("%+v", got)
	}
	// (50,6 − 46,8) triệu × 10,5% without the BHTN that does not change
	if d := got[rich].NewOwn - got[rich].OldOwn; d != 361_000 {
		t.Errorf("own part grows by %d, want 3.800.000 × 9,5%% = 361.000", d)
	}
	poor := slices.IndexFunc(got, func(e Effect) bool { return e.Person.ID == low.ID })
	if poor < 0 || !slices.Contains(got[poor].Kinds, ByMinimumWage) || !strings.Contains(got[poor].Say, "5.310.000") {
		t.Fatalf("%+v", got)
	}
	ps := DraftChanges(got, 202611)
	if len(ps) == 0 || !slices.Contains(ps[0].Unknown, payroll.MucLuong) || ps[0].PhuongAn != "DC" {
		t.Errorf("%+v", ps)
	}
	if same, err := o.WhatChanges(t.Context(), 202607, 202608); err != nil || slices.ContainsFunc(same, func(e Effect) bool { return !slices.Contains(e.Kinds, ByMinimumWage) }) {
		t.Errorf("nothing changed between July and August: %+v %v", same, err)
	}
}

// The record answers what it holds and names what it does not.
func TestPrefill(t *testing.T) {
	o := sampleDesk(t)
	all, err := o.People(t.Context(), 202611)
	if err != nil {
		t.Fatal(err)
	}
	got, err := o.Prefill(t.Context(), "sinh-con", all[0].ID, 20261210)
	if err != nil {
		t.Fatal(err)
	}
	months, _ := got.Known["luongThang"].([]map[string]any)
	if len(months) != 2 || months[0]["thang"] != "2026-10" || months[1]["thang"] != "2026-11" {
		t.Errorf("months %v", got.Known)
	}
	if missing := strings.Join(got.Missing, "\n"); !strings.Contains(missing, "Số tháng đóng BHXH bắt buộc trong 12 tháng trước khi sinh: danh sách chỉ có từ tháng 10/2026") {
		t.Errorf("missing %q", missing)
	}
	if _, known := got.Known["thangDong12"]; known {
		t.Error("months before the list began were guessed")
	}
}

// Waiting a month costs what the law says, person by person.
func TestCostOfWaiting(t *testing.T) {
	o := sampleDesk(t)
	res, err := o.Compare(t.Context(), 202611)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := o.Draft(t.Context(), "600", 202611, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	cost, err := o.CostOfWaiting(t.Context(), ds[0].ID, 20261126, 20261226, 20270210)
	if err != nil {
		t.Fatal(err)
	}
	if cost[0].Arrears != 0 || cost[0].Surcharge != 0 {
		t.Errorf("sent in the month itself: %+v", cost[0])
	}
	if cost[1].Arrears == 0 || cost[1].Surcharge != 0 {
		t.Errorf("a month later contributions are owed, before the deadline without surcharge: %+v", cost[1])
	}
	if cost[2].Arrears <= 2*cost[1].Arrears || cost[2].Surcharge == 0 {
		t.Errorf("three months, one past its deadline: %d, %d", cost[2].Arrears, cost[2].Surcharge)
	}
	one := cost[2].Lines[0]
	want := law.Tron(law.Nhan(law.Ti(cost[1].Lines[0].Arrears), law.TiLe(3), law.Ti(40))) + law.Tron(law.Nhan(law.Ti(cost[1].Lines[0].Arrears), law.TiLe(3), law.Ti(9)))
	if one.Surcharge != want {
		t.Errorf("surcharge of the first %d, want %d: 40 days for 11/2026 and 9 for 12/2026", one.Surcharge, want)
	}
}
