package chedo_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"testing"

	"ankhai/forms/law"
)

// left asks a calculator and answers its total.
func left(t *testing.T, name string, answers map[string]any) int64 {
	t.Helper()
	m, ok := law.TimMayTinh(name)
	if !ok {
		t.Fatalf("no calculator %s", name)
	}
	raw, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	res, err := m.TinhJSON(raw, nil)
	var faults law.LoiVaos
	if errors.As(err, &faults) {
		t.Fatalf("%s %s: %s", name, raw, faults.Error())
	}
	if err != nil {
		t.Fatal(err)
	}
	return res.Total
}

// What is used and what is left make the whole; more years, or heavier work, never
// give fewer days, and the bands change at 15 and at 30 whole years alone.
func TestDaysOfSickness(t *testing.T) {
	ask := func(months int, heavy bool, used int64) int64 {
		return left(t, "han-muc-om-dau", map[string]any{"ngay": "2026-11-02", "thangDong": months, "nangNhoc": heavy, "daNghi": law.VietNua(used)})
	}
	last := int64(0)
	for months := range 481 {
		now := ask(months, false, 0)
		if now < last {
			t.Errorf("%d months: %d halves, fewer than %d before", months, now, last)
		}
		if now != last && months != 0 && months != 180 && months != 360 {
			t.Errorf("%d months: the days change from %d to %d halves", months, last, now)
		}
		if heavy := ask(months, true, 0); heavy != now+20 {
			t.Errorf("%d months: heavy work %d halves, want 10 days more than %d", months, heavy, now)
		}
		last = now
	}
	for range 300 {
		months, heavy, used := rand.IntN(481), rand.IntN(2) == 1, rand.Int64N(200)
		whole := ask(months, heavy, 0)
		if got, want := ask(months, heavy, used), max(whole-used, 0); got != want {
			t.Errorf("%d months, %d halves used of %d: %d left, want %d", months, used, whole, got, want)
		}
	}
}

// From the day of birth to the end of the benefit the days never grow, and they
// change on the third and the seventh birthday alone.
func TestDaysForASickChild(t *testing.T) {
	for _, born := range []law.Day{20260107, 20240229, 20251231} {
		last := int64(40)
		for on := max(born, 20250701); on < born+80000; on = on.Add(1) {
			now := left(t, "han-muc-con-om", map[string]any{"ngay": on.ISO(), "ngaySinhCon": born.ISO(), "daNghi": 0})
			years := on.Year() - born.Year()
			birthday := int(on)%10000 == int(born)%10000 || born == 20240229 && int(on)%10000 == 301
			if now != last && !(birthday && (years == 3 || years == 7)) {
				t.Fatalf("born %s: on %s the days change from %d to %d halves", born, on, last, now)
			}
			last = now
		}
		if last != 0 {
			t.Errorf("born %s: %d halves left at eight", born, last)
		}
	}
}

// Another month of contributions never adds to what is lacking, and the roads of
// Điều 50 khoản 3 and 5 never make it worse.
func TestLackingMonths(t *testing.T) {
	for range 500 {
		in12, in24, all := rand.IntN(12), rand.IntN(24), rand.IntN(60)
		ask := func(in12 int, more bool) int64 {
			a := map[string]any{"truongHop": "sinhCon", "ngay": "2026-11-10", "thangDong12": in12}
			if more {
				a["duongThai"], a["tongThangDong"], a["voSinh"], a["thangDong24"] = true, all, true, in24
			}
			return left(t, "dieu-kien-thai-san", a)
		}
		plain, more := ask(in12, false), ask(in12, true)
		if next := ask(in12+1, false); next > plain || plain != max(int64(6-in12), 0) {
			t.Errorf("%d months lack %d, %d lack %d", in12, plain, in12+1, next)
		}
		if more > plain {
			t.Errorf("%d in 12, %d in 24, %d in all: lacks %d, more than %d without", in12, in24, all, more, plain)
		}
	}
}
