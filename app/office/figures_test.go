package office

import (
	"errors"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// The pictures agree with the first screen and with the workbook of the same months.
func TestFigures(t *testing.T) {
	o, who := changed(t)
	f, err := o.Figures(t.Context(), SampleMonth.Add(-11), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Months) != 12 || f.Months[0].Known || !f.Months[10].First || f.Begins != demoBefore {
		t.Fatalf("%+v", f.Months)
	}
	v, err := o.Overview(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	m := f.Months[11]
	if m.Heads != int64(v.DangDong) || m.Fund != v.QuyLuong || m.Employee+m.Employer != v.PhaiDong {
		t.Errorf("%+v, the first screen says %d, %d, %d", m, v.DangDong, v.QuyLuong, v.PhaiDong)
	}
	if f.Months[10].Heads+m.Up+m.Back-m.Gone-m.Away != m.Heads {
		t.Errorf("the months do not add up: %+v", m)
	}
	if len(f.Moves) != 4 || f.Moves[0].Month != SampleMonth {
		t.Errorf("moves %+v", f.Moves)
	}
	for _, mv := range f.Moves {
		if mv.HoTen == who[1].HoTen && (mv.Up || mv.Say != facts.DangDong.Say()+" → "+facts.ThaiSan.Say()) {
			t.Errorf("%+v", mv)
		}
	}
	for _, e := range f.Ending {
		if e.Den < SampleMonth.First() || e.Den > SampleMonth.Add(endingMonths).Last() {
			t.Errorf("%s ends on %s", e.HoTen, e.Den)
		}
	}
	if _, err := o.Figures(t.Context(), SampleMonth.Add(1), SampleMonth); !errors.Is(err, ErrMonthOrder) {
		t.Error(err)
	}
}

// A task whose day is over is late; one without a day is not.
func TestLateTasks(t *testing.T) {
	d := Dues{HomNay: 20261122}
	for _, day := range []law.Day{0, 20261120, 20261122, 20261201} {
		v := Due{Ai: "đơn vị"}
		v.Viec.Ngay, v.Viec.Con = day, -2
		d.Viec = append(d.Viec, v)
	}
	if got := late(d); len(got) != 1 || got[0].Days != 2 || got[0].Until != 20261120 {
		t.Errorf("%+v", got)
	}
}
