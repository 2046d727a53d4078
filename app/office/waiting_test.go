package office

import (
	"testing"

	"ankhai/forms/law"
)

// Beside a draft of increases stands what waiting adds, and its working adds up to
// the sums of the table.
func TestWaitingCosts(t *testing.T) {
	o := sampleDesk(t)
	res, err := o.Compare(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := o.Draft(t.Context(), "600", SampleMonth, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	w, err := o.WaitingCosts(t.Context(), ds[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	next := w.Costs[1]
	if want := "Nộp sau 30/11/2026: thêm " + law.VietSo(next.Arrears) + " đồng"; w.Say != want || next.Arrears == 0 {
		t.Errorf("said %q, want %q", w.Say, want)
	}
	for _, c := range w.Costs {
		sum, months := int64(0), int64(0)
		for _, person := range c.Working {
			sum += person.KetQua
			for _, m := range person.Con {
				months += m.KetQua
				for _, s := range m.Con {
					if s.Nhan == "Nộp thêm do chậm đóng" {
						months += s.KetQua
					}
				}
			}
		}
		if want := c.Arrears + c.Surcharge; sum != want || months != want {
			t.Errorf("sent on %s: people add up to %d, months to %d, want %d", c.SendOn, sum, months, want)
		}
	}
}

// A draft in which nobody begins to contribute has nothing beside it.
func TestWaitingWithRaisesAlone(t *testing.T) {
	o := sampleDesk(t)
	ds, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	if w, err := o.WaitingCosts(t.Context(), ds[0].ID); err != nil || w.Say != "" {
		t.Errorf("said %q, %v", w.Say, err)
	}
}

// The line says no more than is known.
func TestWordsOfWaiting(t *testing.T) {
	now, next, end := law.DayOf(2026, 11, 26), law.DayOf(2026, 12, 1), law.DayOf(2026, 12, 31)
	cost := func(on law.Day, arrears, surcharge int64) Cost {
		return Cost{SendOn: on, People: 1, Arrears: arrears, Surcharge: surcharge}
	}
	lacking := cost(end, 0, 0)
	lacking.Unknown = []string{"Trần Văn Dũng: chưa có Từ tháng", "Lê Ngọc Hà: chưa có Từ tháng"}
	overdue := cost(end, 0, 0)
	overdue.Late = make([]CostLine, 2)
	for _, c := range []struct {
		name string
		end  Cost
		next Cost
		now  Cost
		want string
	}{
		{"begins next month", cost(end, 0, 0), cost(next, 0, 0), cost(now, 0, 0), "Chưa phát sinh gì nếu nộp trước 01/01/2027"},
		{"begins this month", cost(end, 9, 0), cost(next, 9, 0), cost(now, 0, 0), "Nộp sau 30/11/2026: thêm 9 đồng"},
		{"began long ago", cost(end, 3000, 80), cost(next, 3000, 50), cost(now, 2000, 40),
			"Nộp hôm nay: truy đóng và nộp thêm 2.040 đồng. Nộp sau 30/11/2026: thêm 1.010 đồng"},
		{"past the time limit alone", overdue, cost(next, 0, 0), cost(now, 0, 0), "Nộp ngày 31/12/2026: 2 người quá hạn báo tăng"},
		{"not to be told", lacking, lacking, lacking, "Nộp muộn tốn bao nhiêu, chưa tính được: Trần Văn Dũng: chưa có Từ tháng (và 1 chỗ khác)"},
		{"nobody", Cost{}, Cost{}, Cost{}, ""},
	} {
		if got := sayWaiting(c.now, c.next, c.end); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
