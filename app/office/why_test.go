package office

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// unlikeDesk is the sample desk with people of every kind among those who
// contribute: above the ceiling, below the floor, in another region, a foreigner,
// and one whose pay is not known.
func unlikeDesk(t *testing.T) *Office {
	t.Helper()
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	for i, change := range []func(p *facts.NguoiLaoDong){
		func(p *facts.NguoiLaoDong) { p.Luong = facts.Luong{Known: true, MucLuong: 60_000_000} },
		func(p *facts.NguoiLaoDong) { p.Luong = facts.Luong{Known: true, MucLuong: 120_000_000} },
		func(p *facts.NguoiLaoDong) { p.Luong = facts.Luong{Known: true, MucLuong: 2_000_000} },
		func(p *facts.NguoiLaoDong) { p.Vung, p.Luong = "04", facts.Luong{Known: true, MucLuong: 90_000_000} },
		func(p *facts.NguoiLaoDong) { p.QuocTich = "JP" },
		func(p *facts.NguoiLaoDong) { p.Luong = facts.Luong{} },
	} {
		people[i].TrangThai = facts.DangDong
		change(&people[i])
	}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, people[:6], "thử"); err != nil {
		t.Fatal(err)
	}
	return o
}

// The working behind a number of the overview adds up to the number itself, from
// the first person to the last.
func TestWhyEqualsTheOverview(t *testing.T) {
	o := unlikeDesk(t)
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
		if f != VuotTran && !slices.Contains(w.Warnings, "1 người chưa có mức lương, chưa tính vào số này") {
			t.Errorf("%s does not tell whom it leaves out: %q", f, w.Warnings)
		}
		if w.Total != want || sum != want || len(w.People) != len(w.Working) {
			t.Errorf("%s: total %d, steps %d of %d people, the overview shows %d", f, w.Total, sum, len(w.People), want)
		}
	}
	if v.PhaiDong == 0 || v.QuyLuong == 0 || v.VuotTran != 3 {
		t.Errorf("too little was compared: %d, %d, %d above the ceiling", v.PhaiDong, v.QuyLuong, v.VuotTran)
	}
	if _, err := o.Why(t.Context(), SampleMonth, "khac"); !errors.Is(err, ErrNoFigure) {
		t.Errorf("a figure that does not exist: %v", err)
	}
}

// Every person's part is what the calculator «Mức đóng một người một tháng» answers,
// and the person's own steps add up to it.
func TestWhyEqualsTheCalculator(t *testing.T) {
	o := unlikeDesk(t)
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
	of := map[string]facts.NguoiLaoDong{}
	for _, p := range people {
		of[p.ID] = p
	}
	for i, id := range w.People {
		p := of[id]
		pay := p.Luong.ThanhTien(law.MucThamChieu(SampleMonth.Last()))
		asked := map[string]any{"thang": SampleMonth.ISO(), "nhom": "a", "luong": pay, "vung": region(t, cmp.Or(p.Vung, dv.Vung))}
		if p.QuocTich == "JP" {
			asked["nhom"] = "nn"
		}
		answers, err := json.Marshal(asked)
		if err != nil {
			t.Fatal(err)
		}
		res, err := o.Calculate(t.Context(), "dong-thang", answers)
		if err != nil {
			t.Fatalf("%s: %v", answers, err)
		}
		if res.Total != w.Working[i].KetQua {
			t.Errorf("%s: the overview reckons %d, the calculator %d", answers, w.Working[i].KetQua, res.Total)
		}
		steps, err := o.WhyPerson(t.Context(), SampleMonth, id)
		if err != nil {
			t.Fatal(err)
		}
		sum := int64(0)
		for _, s := range steps {
			if !strings.HasPrefix(s.Nhan, "Căn cứ đóng") { // the bases, not what is paid
				sum += s.KetQua
			}
		}
		if sum != res.Total {
			t.Errorf("steps for %s add up to %d, not to %d", answers, sum, res.Total)
		}
	}
}

// region writes a wage region as the calculators ask for it.
func region(t *testing.T, s string) string {
	t.Helper()
	n, ok := law.SoVung(s)
	if !ok {
		t.Fatalf("no region %q", s)
	}
	return fmt.Sprintf("%02d", n)
}
