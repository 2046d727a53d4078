package dong_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"ankhai/forms/law"
	_ "ankhai/forms/law/dong"
)

func compute(t testing.TB, name string, answers map[string]any) law.KetQuaTinh {
	t.Helper()
	m, ok := law.TimMayTinh(name)
	if !ok {
		t.Fatal(name)
	}
	b, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	r, err := m.TinhJSON(b, nil)
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, b)
	}
	return r
}

// The two sides add up to the total, whoever the person is and whatever the month.
func TestTotalsAreSums(t *testing.T) {
	for range 2_000 {
		group := []string{"a", "d", "đ", "e", "i", "k", "l", "nn"}[rand.IntN(8)]
		m := law.Month(202507).Add(rand.IntN(17))
		r := compute(t, "dong-thang", map[string]any{"thang": m.ISO(), "nhom": group, "luong": rand.Int64N(120_000_000) + 1,
			"vung": fmt.Sprintf("0%d", rand.IntN(4)+1), "bhtn": group != "nn", "khongLuong": rand.IntN(14)})
		sum := int64(0)
		for _, p := range r.Parts {
			if p.Ten == "nguoiLaoDong.tong" || p.Ten == "donVi.tong" {
				sum += p.GiaTri
			}
		}
		if sum != r.Total {
			t.Fatalf("%s %v: sides %d, total %d", group, m, sum, r.Total)
		}
	}
}

// More pay never means less contribution, and above the ceilings nothing grows.
func TestContributionsAreMonotone(t *testing.T) {
	for _, group := range []string{"a", "k", "l", "nn"} {
		last := int64(0)
		for luong := int64(1_000_000); luong < 130_000_000; luong += 333_333 {
			r := compute(t, "dong-thang", map[string]any{"thang": "2026-11", "nhom": group, "luong": luong, "vung": "01"})
			if r.Total < last {
				t.Fatalf("%s: %d gives %d, less than before (%d)", group, luong, r.Total, last)
			}
			last = r.Total
		}
	}
}

// Cutting a stretch of months in two changes nothing.
func TestSplittingChangesNothing(t *testing.T) {
	row := func(from, to law.Month) map[string]any {
		return map[string]any{"tu": from.ISO(), "den": to.ISO(), "luongCu": 7_123_457, "luongMoi": 63_987_651}
	}
	first, last := law.Month(202404), law.Month(202611)
	whole := compute(t, "truy-dong", map[string]any{"nhom": "a", "vung": "02", "giaiDoan": []any{row(first, last)}})
	for m := first; m < last; m = m.Add(5) {
		parts := compute(t, "truy-dong", map[string]any{"nhom": "a", "vung": "02", "giaiDoan": []any{row(first, m), row(m.Add(1), last)}})
		if parts.Total != whole.Total {
			t.Fatalf("cut after %v: %d, whole %d", m, parts.Total, whole.Total)
		}
	}
}

// An employer's month is the sum of its people's.
func TestEmployerIsTheSumOfItsPeople(t *testing.T) {
	var people []any
	sum := int64(0)
	for i := range 200 {
		p := map[string]any{"nhom": "a", "luong": 5_310_000 + int64(i)*777_777, "vung": "01"}
		people = append(people, p)
		one := map[string]any{"thang": "2026-11"}
		for k, v := range p {
			one[k] = v
		}
		sum += compute(t, "dong-thang", one).Total
	}
	if r := compute(t, "dong-don-vi", map[string]any{"thang": "2026-11", "nguoi": people}); r.Total != sum {
		t.Errorf("employer %d, people %d", r.Total, sum)
	}
}

// Later is never cheaper.
func TestLateIsNeverCheaper(t *testing.T) {
	last := int64(0)
	for day := law.Day(20260901); day < 20270301; day = day.Add(1) {
		r := compute(t, "cham-dong", map[string]any{"ngayDong": day.ISO(), "phuongThuc": "1", "no": []any{map[string]any{"thang": "2026-08", "soTien": 87_654_321}}})
		if r.Total < last {
			t.Fatalf("%v: %d, the day before %d", day, r.Total, last)
		}
		last = r.Total
	}
}
