package xwidget

// MonthEntry is a field for a month, always MM/yyyy. Up and Down go to the next
// and the last month, the page keys to the next and the last year.
type MonthEntry struct{ DateEntry }

// NewMonth makes a field for a month; today is where an empty one begins.
func NewMonth(today string) *MonthEntry {
	m := &MonthEntry{DateEntry{Today: today, months: true}}
	m.init(m, "tháng/năm", "phải có dạng 11/2026")
	return m
}
