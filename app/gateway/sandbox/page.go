package sandbox

import (
	"bytes"
	_ "embed"
	"html/template"
	"net/http"
	"slices"
	"time"
)

//go:embed page.html
var pageHTML string

var pageTemplate = template.Must(template.New("page").Parse(pageHTML))

type pageRow struct {
	Submission
	Luc      string
	So       string
	Verdict  string
	Returned bool
}

// page lists for a person what came in, newest first.
func (s *Sandbox) page(w http.ResponseWriter, _ *http.Request) {
	now := s.now()
	const most = 500
	var rows []pageRow
	recent, total := s.store.latest(most)
	for _, sub := range recent {
		p := s.progressOf(sub, now)
		row := pageRow{Submission: sub, Luc: onClock(sub.ThoiGian), Returned: p.TrangThai == 203}
		if p.SoHoSo != nil {
			row.So = *p.SoHoSo
		}
		for _, b := range p.Buoc {
			if b.MoTaKetQua != nil {
				row.Verdict = *b.MoTaKetQua
			}
		}
		rows = append(rows, row)
	}
	refused := s.store.refused()
	slices.Reverse(refused)
	type refusedRow struct {
		Refusal
		Luc string
	}
	var no []refusedRow
	for _, r := range refused {
		no = append(no, refusedRow{r, onClock(r.ThoiGian)})
	}
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, map[string]any{
		"Notice": notice, "Total": total, "Rows": rows, "Refused": no, "Now": onClock(now),
	})
	if err != nil {
		http.Error(w, "không lập được trang", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
	w.Write(b.Bytes())
}

func onClock(t time.Time) string { return t.In(ict).Format("15:04:05 02/01/2006") }
