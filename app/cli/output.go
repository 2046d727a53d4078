package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// answer prints v as one JSON object with --json, else runs text.
func (c *call) answer(v any, text func(w io.Writer)) error {
	if !c.json {
		text(c.Out)
		return nil
	}
	c.answered = true
	e := json.NewEncoder(c.Out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// answerError is the JSON object of a run that has no other answer.
func (c *call) answerError(say string, exit int, found []office.Finding) {
	if !c.json || c.answered {
		return
	}
	v := map[string]any{"error": say, "exit": exit}
	if len(found) > 0 {
		v["findings"] = found
	}
	_ = c.answer(v, nil)
}

// table lines columns up.
func table(w io.Writer, rows [][]string) {
	t := tabwriter.NewWriter(w, 2, 4, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(t, strings.Join(r, "\t"))
	}
	t.Flush()
}

// faultJSON is one place of a fault, the shape that scripts rely on.
type faultJSON struct {
	Code    string     `json:"code"`
	Level   form.Level `json:"level"`
	Form    string     `json:"form"`
	Table   string     `json:"table,omitempty"`
	Row     int        `json:"row"`
	Column  string     `json:"column"`
	Message string     `json:"message"`
	Basis   string     `json:"basis"`
	Fix     string     `json:"fix,omitempty"`
	// Confidence is how sure the source of the rule is, only where it is not sure.
	Confidence form.Confidence `json:"confidence,omitempty"`
}

func flat(fs []form.Fault) []faultJSON {
	out := []faultJSON{}
	for _, f := range fs {
		sure := form.Confidence("")
		if f.Unsure() {
			sure = f.Conf
		}
		for _, p := range f.Places {
			out = append(out, faultJSON{f.Code, f.Level, f.Form, p.Table, p.Row, p.Tag, f.Say, f.Basis, p.Fix, sure})
		}
	}
	return out
}

// printFaults lists faults for a person: each once, with the rows where it stands.
func printFaults(w io.Writer, fs []form.Fault) {
	if len(fs) == 0 {
		fmt.Fprintln(w, "Không có lỗi.")
		return
	}
	for _, f := range fs {
		fmt.Fprintf(w, "%s %s, %s\n    %s\n", f.Level, f.Code, where(f.Places), f.Say)
		for _, p := range f.Places {
			if p.Fix != "" {
				fmt.Fprintf(w, "    dòng %d: có thể là %s\n", p.Row, p.Fix)
			}
		}
		if f.Basis != "" {
			fmt.Fprintf(w, "    Căn cứ: %s%s\n", f.Basis, unsure(f))
		}
	}
	loi, nhac := form.Count(fs)
	fmt.Fprintf(w, "%d lỗi, %d nhắc\n", loi, nhac)
}

// unsure marks a rule whose source has yet to be confirmed.
func unsure(f form.Fault) string {
	if !f.Unsure() {
		return ""
	}
	return " (độ chắc: " + string(f.Conf) + ", chưa có văn bản xác nhận)"
}

// where names the rows of a fault, the first dozen of many.
func where(ps []form.Place) string {
	if !slices.ContainsFunc(ps, func(p form.Place) bool { return p.Row > 0 }) {
		switch {
		case len(ps) > 0 && ps[0].Table == "head":
			return "phần đầu"
		case len(ps) > 0 && ps[0].Table == "giay":
			return "giấy tờ kèm theo"
		}
		return "cả hồ sơ"
	}
	var n []string
	for i, p := range ps {
		if i == 12 {
			n = append(n, fmt.Sprintf("… (%d chỗ)", len(ps)))
			break
		}
		n = append(n, fmt.Sprint(p.Row))
	}
	return "dòng " + strings.Join(n, ", ")
}

// month reads --month.
func month(s string) (law.Month, error) {
	if s == "" {
		return 0, wrong("thiếu --month, ví dụ --month 2026-11")
	}
	m, ok := law.ParseMonth(s)
	if !ok {
		return 0, wrong("--month phải có dạng 2026-11 (đang ghi %q)", s)
	}
	return m, nil
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(time.FixedZone("+07", 7*60*60)).Format("15:04:05 02/01/2006")
}

// readFile reads a file of the user's, bounded.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("read %s: %w", path, errFileTooBig)
	}
	return data, nil
}

const maxFile = 256 << 20

var errFileTooBig = fmt.Errorf("file over %d MB", maxFile>>20)
