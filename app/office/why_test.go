package office

import (
	"encoding/json"
	"errors"
	"testing"

	"ankhai/forms/law"
)

// The working behind a number of the overview adds up to the number itself, from
// the first person to the last.
func TestWhyEqualsTheOverview(t *testing.T) {
	o := sampleDesk(t)
	v, err := o.Overview(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	for f, want := range map[Figure]int64{PhaiDong: v.PhaiDong, QuyLuong: v.QuyLuong, VuotTran: int64(v.VuotTran)} {
		w, err := o.Why(t.Context(), SampleMonth, f)
		if err != nil {
			t.Fatal(err)
		}
		sum := int64(0)
		for _, s := range w.Working {
			sum += s.KetQua
		}
		if f == VuotTran {
			sum = int64(len(w.Working))
		}
		if w.Total != want || sum != want || len(w.People) != len(w.Working) {
			t.Errorf("%s: total %d, steps %d of %d people, the overview shows %d", f, w.Total, sum, len(w.People), want)
		}
	}
	if v.PhaiDong == 0 || v.QuyLuong == 0 {
		t.Errorf("nothing was compared: %d, %d", v.PhaiDong, v.QuyLuong)
	}
	if _, err := o.Why(t.Context(), SampleMonth, "khac"); !errors.Is(err, ErrNoFigure) {
		t.Errorf("a figure that does not exist: %v", err)
	}
}

// Every person's part is what the calculator «Mức đóng một người một tháng» answers,
// and the person's own steps add up to it.
func TestWhyEqualsTheCalculator(t *testing.T) {
	o := sampleDesk(t)
	w, err := o.Why(t.Context(), SampleMonth, PhaiDong)
	if err != nil {
		t.Fatal(err)
	}
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	pay := map[string]int64{}
	for _, p := range people {
		pay[p.ID] = p.Luong.ThanhTien(law.MucThamChieu(SampleMonth.Last()))
		if p.Vung != "" && p.Vung != dv.Vung || p.QuocTich != "" && p.QuocTich != "VN" {
			t.Fatalf("the sample has changed: %s needs a region or kind of its own here", p.HoTen)
		}
	}
	region, ok := law.SoVung(dv.Vung)
	if !ok {
		t.Fatalf("no region %q", dv.Vung)
	}
	for i, id := range w.People {
		answers, err := json.Marshal(map[string]any{"thang": SampleMonth.ISO(), "nhom": "a", "luong": pay[id], "vung": []string{"01", "02", "03", "04"}[region-1]})
		if err != nil {
			t.Fatal(err)
		}
		res, err := o.Calculate(t.Context(), "dong-thang", answers)
		if err != nil {
			t.Fatalf("%s: %v", answers, err)
		}
		if res.Total != w.Working[i].KetQua {
			t.Errorf("pay %d: the overview reckons %d, the calculator %d", pay[id], w.Working[i].KetQua, res.Total)
		}
		if i > 0 {
			continue
		}
		steps, err := o.WhyPerson(t.Context(), SampleMonth, id)
		if err != nil {
			t.Fatal(err)
		}
		sum := int64(0)
		for _, s := range steps[2:] { // after the two bases, BHXH and BHTN
			sum += s.KetQua
		}
		if sum != res.Total {
			t.Errorf("steps of %s add up to %d, not to %d", id, sum, res.Total)
		}
	}
}
