package cli

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/law"
	"ankhai/forms/law/lich"
	"ankhai/forms/services/han"
)

func init() {
	register(&command{name: "deadlines", group: groupLook, short: "việc phải làm và thời hạn, từ một sự kiện hoặc từ dữ liệu",
		use: "deadlines --event SỰ_KIỆN --date NGÀY [--vai cha …] | --from-store [--month 2026-11] [--nearest 3] | events [SỰ_KIỆN] | table | days [--year 2026] | day NGÀY --name … --basis … [--working] | drop NGÀY",
		long: `Từ một sự kiện (tuyển dụng, sinh con, hết nghỉ ốm …) cho biết ai phải nộp gì, trước ngày nào, căn cứ nào, cơ quan BHXH giải quyết đến ngày nào, muộn thì sao.
  --event --date   sự kiện và ngày của nó; các câu hỏi khác của sự kiện là tuỳ chọn cùng tên: --vai, --het-nghi, --nop …
  --from-store     các sự kiện có trong danh sách, bảng lương và hồ sơ đã gửi
  --nearest N      N việc gần nhất, cùng việc cùng ngày thì gộp thành một dòng
  events           các sự kiện, hoặc các câu hỏi của một sự kiện
  table            mọi thời hạn trong một bảng
  days             ngày nghỉ lễ của lịch; day, drop: thêm, bỏ một ngày nghỉ do Nhà nước công bố (--working: ngày thứ bảy làm bù)
  --today NGÀY     coi ngày này là hôm nay
  --own            dùng lịch và số liệu của bạn khi hỏi một sự kiện hoặc xem lịch
Ví dụ: bhxh deadlines --event sinh-con --date 2026-11-03
       bhxh deadlines --event het-om --date 2026-11-20 --loai ngoai-tru --nhan-ho-so 2026-11-24
       bhxh deadlines day 2027-09-01 --name "Nghỉ Quốc khánh" --basis "Thông báo của Bộ Nội vụ"`, run: runDeadlines})
}

// deadlineOptions are the options of the command; more holds those that events ask.
type deadlineOptions struct {
	event, date, month, today, year, name, basis string
	store, own, working                          bool
	nearest                                      int
	more                                         map[string]*string
}

func runDeadlines(c *call) error {
	o := deadlineOptions{more: map[string]*string{}}
	if err := c.flags(0, 2, func(fs *flag.FlagSet) {
		for _, f := range []struct {
			name string
			to   *string
		}{{"event", &o.event}, {"date", &o.date}, {"month", &o.month}, {"today", &o.today}, {"year", &o.year}, {"name", &o.name}, {"basis", &o.basis}} {
			fs.StringVar(f.to, f.name, "", "")
		}
		fs.BoolVar(&o.store, "from-store", false, "")
		fs.BoolVar(&o.own, "own", false, "")
		fs.IntVar(&o.nearest, "nearest", 0, "")
		fs.BoolVar(&o.working, "working", false, "")
		for _, s := range han.SuKiens() {
			for _, m := range s.Moc {
				if o.more[m.Ma] == nil {
					o.more[m.Ma] = fs.String(m.Ma, "", "")
				}
			}
		}
	}); err != nil {
		return err
	}
	switch {
	case len(c.args) == 0 && o.store:
		return c.deadlinesFromStore(o)
	case len(c.args) == 0 && o.event != "":
		return c.deadlinesOf(o)
	case len(c.args) > 0 && c.args[0] == "events":
		return c.deadlineEvents(c.args[1:])
	case slices.Equal(c.args, []string{"table"}):
		return c.answer(map[string]any{"clocks": han.Hans()}, func(w io.Writer) { fmt.Fprint(w, han.Bang()) })
	case slices.Equal(c.args, []string{"days"}):
		return c.calendarDays(o)
	case len(c.args) == 2 && (c.args[0] == "day" || c.args[0] == "drop"):
		return c.calendarDay(c.args[0], c.args[1], o)
	}
	return wrong("deadlines cần --event và --date, hoặc --from-store, hoặc events, table, days, day, drop")
}

func dayOption(name, s string) (law.Day, error) {
	if s == "" {
		return 0, nil
	}
	d, ok := law.ParseDay(s)
	if !ok {
		return 0, wrong("%s phải có dạng 2026-11-03 (đang ghi %q)", name, s)
	}
	return d, nil
}

// deadlinesOf answers one event. Without --own no data folder is needed.
func (c *call) deadlinesOf(o deadlineOptions) error {
	q := han.Cau{SuKien: o.event, Moc: map[string]law.Day{}, Chon: map[string]string{}, HomNay: office.DayOf(c.Now())}
	day, err := dayOption("--date", o.date)
	if err != nil {
		return err
	}
	q.Moc["ngay"] = day
	today, err := dayOption("--today", o.today)
	if err != nil {
		return err
	}
	if today != 0 {
		q.HomNay = today
	}
	asked, _ := han.TimSuKien(o.event)
	for name, v := range o.more {
		if *v == "" {
			continue
		}
		if isDay(asked, name) {
			if q.Moc[name], err = dayOption("--"+name, *v); err != nil {
				return err
			}
			continue
		}
		q.Chon[name] = *v
	}
	var got han.KetQua
	var bad []han.Loi
	if o.own {
		off, err := c.office()
		if err != nil {
			return err
		}
		if got, bad, err = off.Deadlines(c.ctx, q); err != nil {
			return err
		}
	} else {
		got, bad = q.Tinh()
	}
	if len(bad) > 0 {
		return c.deadlineFaults(bad)
	}
	return c.answer(got, func(w io.Writer) { writeDeadlines(w, got) })
}

// isDay reports whether an event asks for a day under the name; one that it does
// not ask for at all is told by the question itself.
func isDay(s han.SuKien, name string) bool {
	for _, m := range s.Moc {
		if m.Ma == name {
			return m.Loai == han.MocNgay
		}
	}
	return false
}

func (c *call) deadlineFaults(bad []han.Loi) error {
	if err := c.answer(map[string]any{"faults": bad}, func(w io.Writer) {
		for _, b := range bad {
			fmt.Fprintln(w, b.Say)
		}
	}); err != nil {
		return err
	}
	return errFaults
}

func (c *call) deadlinesFromStore(o deadlineOptions) error {
	off, err := c.office()
	if err != nil {
		return err
	}
	month := off.Period()
	if o.month != "" {
		m, ok := law.ParseMonth(o.month)
		if !ok {
			return wrong("--month phải có dạng 2026-11 (đang ghi %q)", o.month)
		}
		month = m
	}
	d, err := off.DeadlinesFromStore(c.ctx, month)
	if err != nil {
		return err
	}
	if o.nearest > 0 {
		return c.nearest(d, o.nearest)
	}
	return c.answer(d, func(w io.Writer) { writeDues(w, d) })
}

func (c *call) deadlineEvents(of []string) error {
	all := han.SuKiens()
	if len(of) == 1 {
		s, ok := han.TimSuKien(of[0])
		if !ok {
			return wrong("không có sự kiện %q; xem: bhxh deadlines events", of[0])
		}
		all = []han.SuKien{s}
	}
	return c.answer(map[string]any{"events": all}, func(w io.Writer) {
		for _, s := range all {
			fmt.Fprintf(w, "%-18s %s. --date: %s\n", s.Ma, s.Ten, s.Ngay)
			for _, m := range s.Moc {
				var values []string
				for _, g := range m.Chon {
					values = append(values, g.Ma+" = "+g.Ten)
				}
				kind := map[string]string{han.MocNgay: "một ngày", han.MocDichVu: "mã dịch vụ"}[m.Loai]
				fmt.Fprintf(w, "    --%-16s %s: %s\n", m.Ma, m.Ten, or(strings.Join(values, "; "), kind))
			}
		}
	})
}

func (c *call) calendarDays(o deadlineOptions) error {
	l := lich.Chung()
	if o.own {
		off, err := c.office()
		if err != nil {
			return err
		}
		if l, err = off.Calendar(c.ctx); err != nil {
			return err
		}
	}
	year := office.DayOf(c.Now()).Year()
	if o.year != "" {
		m, ok := law.ParseMonth(o.year + "-01")
		if !ok {
			return wrong("--year phải có dạng 2026 (đang ghi %q)", o.year)
		}
		year = m.Year()
	}
	type line struct {
		Day string `json:"day"`
		lich.Ngay
	}
	days, rows := []line{}, [][]string{}
	for _, n := range l.Cua(year) {
		days = append(days, line{n.Ngay.ISO(), n})
		rows = append(rows, []string{n.Ngay.String(), lich.Thu(n.Ngay), n.Ten + map[bool]string{true: " (làm việc)"}[n.LamViec], n.CanCu})
	}
	open := list(l.ChuaRoGiua(law.DayOf(year, 1, 1), law.DayOf(year, 12, 31)))
	return c.answer(map[string]any{"year": year, "days": days, "open": open}, func(w io.Writer) {
		table(w, rows)
		for _, x := range open {
			fmt.Fprintf(w, "Chưa rõ, %s đến %s: %s\n", x.Tu, x.Den, x.Say)
		}
	})
}

func (c *call) calendarDay(what, text string, o deadlineOptions) error {
	d, err := dayOption("ngày", text)
	if err != nil {
		return err
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	if what == "drop" {
		there, err := off.DropHoliday(c.ctx, d)
		if err != nil {
			return err
		}
		if !there {
			return wrong("lịch của bạn không có ngày %s", d)
		}
		return c.answer(map[string]any{"day": d.ISO(), "dropped": true}, func(w io.Writer) { fmt.Fprintf(w, "Đã bỏ ngày %s khỏi lịch\n", d) })
	}
	say, err := off.PutHoliday(c.ctx, lich.Ngay{Ngay: d, Ten: o.name, CanCu: o.basis, LamViec: o.working})
	if err != nil {
		return err
	}
	if say != "" {
		return wrong("%s", say)
	}
	return c.answer(map[string]any{"day": d.ISO(), "name": o.name, "working": o.working}, func(w io.Writer) { fmt.Fprintf(w, "Đã thêm ngày %s vào lịch\n", d) })
}
