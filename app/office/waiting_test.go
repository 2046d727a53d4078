package office

import (
	"strings"
	"testing"

	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/storage"
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
	if want := "Nộp sau 30/11/2026: thêm " + law.VietSo(next.Arrears+next.BHYT) + " đồng, trong đó BHYT vì báo giảm chậm " + law.VietSo(next.BHYT); w.Say != want || next.Arrears == 0 || next.BHYT == 0 {
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
		if want := c.Total(); sum != want || months != want {
			t.Errorf("sent on %s: people add up to %d, months to %d, want %d", c.SendOn, sum, months, want)
		}
	}
	if now := w.Costs[0]; now.BHYT != 0 || now.Current == 0 || now.Current != next.Arrears || len(now.LateGone) != 0 {
		t.Errorf("sent today: %d of the month, BHYT %d; sent later it is %d of arrears", now.Current, now.BHYT, next.Arrears)
	}
	if len(next.LateGone) != next.Leaving || len(next.Notes) == 0 || !strings.Contains(next.Notes[0], "Quyết định 595/QĐ-BHXH") {
		t.Errorf("late decreases %d of %d, notes %q", len(next.LateGone), next.Leaving, next.Notes)
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
		{"a decrease of this month", Cost{SendOn: end, Leaving: 1, BHYT: 450}, Cost{SendOn: next, Leaving: 1, BHYT: 450}, Cost{SendOn: now, Leaving: 1},
			"Nộp sau 30/11/2026: thêm 450 đồng BHYT vì báo giảm chậm"},
		{"a decrease of last month", Cost{SendOn: end, Leaving: 1, BHYT: 900}, Cost{SendOn: next, Leaving: 1, BHYT: 900}, Cost{SendOn: now, Leaving: 1, BHYT: 450},
			"Nộp hôm nay: 450 đồng BHYT vì báo giảm chậm. Nộp sau 30/11/2026: thêm 450 đồng BHYT vì báo giảm chậm"},
		{"both", Cost{SendOn: end, People: 1, Arrears: 100, BHYT: 20}, Cost{SendOn: next, People: 1, Arrears: 100, BHYT: 20}, Cost{SendOn: now, People: 1, Arrears: 50, BHYT: 10},
			"Nộp hôm nay: truy đóng và nộp thêm 60 đồng, trong đó BHYT vì báo giảm chậm 10. Nộp sau 30/11/2026: thêm 60 đồng, trong đó BHYT vì báo giảm chậm 10"},
		{"a decrease of next month", Cost{SendOn: end, Leaving: 1}, Cost{SendOn: next, Leaving: 1}, Cost{SendOn: now, Leaving: 1}, "Chưa phát sinh gì nếu nộp trước 01/01/2027"},
		{"nobody", Cost{}, Cost{}, Cost{}, ""},
	} {
		if got := sayWaiting(c.now, c.next, c.end); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A decrease that comes late owes the health fund the months in between; sickness and
// maternity do not, and pay that nobody knows is named.
func TestLateDecreases(t *testing.T) {
	o := openDesk(t, t.TempDir())
	lan(t, o, nil)
	doc := form.New(d02lt.D366)
	row := func(name, maSo, pa string, since law.Month, pay int64) {
		var r form.Row
		d02lt.HoTen.Set(&r, name)
		d02lt.MaSoBHXH.Set(&r, maSo)
		d02lt.PhuongAn.Set(&r, pa)
		d02lt.TuThang.Set(&r, since)
		if pay > 0 {
			d02lt.MucLuong.Set(&r, pay)
		}
		doc.Rows = append(doc.Rows, r)
	}
	row("Trần Thị Lan", "7912345671", "GH", 202609, 0) // 12.000.000 in the roster
	row("Lê Văn Tám", "7900000002", "GD", 202610, 10_000_000)
	row("Võ Thị Bé", "7900000003", "OF", 202609, 10_000_000)
	row("Ngô Văn Năm", "7900000004", "GC", 202609, 0)
	row("Hồ Thị Sáu", "7900000005", "KL", 202610, 8_000_000)
	d, err := o.store.NewDossier(t.Context(), storage.Dossier{MaSoThue: "0100109106", Procedure: "600", Month: 202611}, doc)
	if err != nil {
		t.Fatal(err)
	}
	costs, err := o.CostOfWaiting(t.Context(), d.ID, law.DayOf(2026, 11, 22))
	if err != nil {
		t.Fatal(err)
	}
	c := costs[0]
	// 2 × 12.000.000 × 4,5% + 10.000.000 × 4,5% + 8.000.000 × 4,5%
	if want := int64(1_080_000 + 450_000 + 360_000); c.BHYT != want || c.Leaving != 4 || len(c.LateGone) != 3 || c.Total() != want {
		t.Errorf("BHYT %d of %d people, want %d", c.BHYT, len(c.LateGone), want)
	}
	if len(c.Unknown) != 1 || !strings.HasPrefix(c.Unknown[0], "Ngô Văn Năm: chưa biết mức lương") {
		t.Errorf("unknown %q", c.Unknown)
	}
	if said := strings.Join(c.Notes, "|"); !strings.Contains(said, "hết hiệu lực từ 01/05/2026") || !strings.Contains(said, "Nghỉ không lương") || !strings.Contains(said, "D01-TS") {
		t.Errorf("notes %q", c.Notes)
	}
}
