package sheet

// NumberTab is a sheet of a report without a title: heads, and lines of texts and whole
// numbers.
type NumberTab struct {
	Name  string // at most 31 signs
	Heads []string
	Wide  []int   // columns that hold sentences, from 0
	Lines [][]any // string or int64; nil leaves the cell empty
}

// WriteNumberTabs writes such sheets, as WriteReport does.
func WriteNumberTabs(tabs []NumberTab) ([]byte, error) {
	out := make([]ReportTab, len(tabs))
	for i, t := range tabs {
		r := ReportTab{Name: t.Name, Cols: make([]ReportCol, len(t.Heads)), Rows: t.Lines}
		for k, h := range t.Heads {
			r.Cols[k] = ReportCol{Head: h, Wide: 16}
		}
		for _, k := range t.Wide {
			r.Cols[k].Wide = 60
		}
		out[i] = r
	}
	return WriteReport(out)
}
