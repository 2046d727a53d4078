package sandbox

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"time"
)

// The pages are for a person on this machine: what came in, and an officer's two
// buttons. They need no script, and load nothing from anywhere.

//go:embed page.html
var pageHTML string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{"luc": spoken}).Parse(pageHTML))

// spoken is a moment of the protocol as people write it.
func spoken(at any) string {
	text := fmt.Sprint(at)
	if p, ok := at.(*string); ok && p != nil {
		text = *p
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return onClock(t)
	}
	return text
}

// pagePolicy lets a page send its own forms and nothing else.
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

type pageRow struct {
	Submission
	Luc      string
	So       string
	Verdict  string
	Returned bool
}

func (s *Sandbox) pageRow(sub Submission, now time.Time) pageRow {
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
	return row
}

// page lists what came in, newest first.
func (s *Sandbox) page(w http.ResponseWriter, _ *http.Request) {
	now := s.now()
	const most = 500
	var rows []pageRow
	recent, total := s.store.latest(most)
	for _, sub := range recent {
		rows = append(rows, s.pageRow(sub, now))
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
	var ahead time.Duration
	s.store.read(func(m *memory) { ahead = m.clock })
	s.show(w, http.StatusOK, "list", map[string]any{
		"Notice": notice, "Total": total, "Shown": len(rows), "Rows": rows, "Refused": no, "Now": onClock(now), "Ahead": int64(ahead.Hours()), "Token": s.token, "Faults": s.faults.left(),
	})
}

func (s *Sandbox) show(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := pageTemplate.ExecuteTemplate(&b, name, data); err != nil {
		http.Error(w, "không lập được trang", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", pagePolicy)
	w.Header().Set("Referrer-Policy", "same-origin")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

func onClock(t time.Time) string { return t.In(ict).Format("15:04:05 02/01/2006") }
