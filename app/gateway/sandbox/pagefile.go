package sandbox

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
)

// mostShown bounds the rows of a table on a page.
const mostShown = 200

// shownFile is a file of a package as a page shows it.
type shownFile struct {
	N        int
	TenFile  string
	MaToKhai string
	DoDai    int
	Head     []shownCell // what a declaration says once
	Columns  []string    // of its rows; only those that hold anything
	Rows     [][]string
	Left     int // rows that are not shown
}

type shownCell struct{ Name, Text string }

// onePage shows one package: its steps, its files, and the officer's buttons.
func (s *Sandbox) onePage(w http.ResponseWriter, r *http.Request) {
	sub, ok := s.store.byDeal(r.PathValue("maGiaoDich"))
	if !ok {
		s.sayPage(w, http.StatusNotFound, "Không có hồ sơ này.")
		return
	}
	files, err := s.filesOf(sub)
	if err != nil {
		s.sayPage(w, http.StatusInternalServerError, "Không đọc lại được hồ sơ; sổ của cổng đã bị sửa hoặc hỏng.")
		return
	}
	var shown []shownFile
	for n, f := range files {
		v := shownFile{N: n, TenFile: f.tenFile, MaToKhai: f.maToKhai, DoDai: len(f.content)}
		if strings.EqualFold(path.Ext(f.tenFile), ".xml") {
			v.read(f.content)
		}
		shown = append(shown, v)
	}
	now := s.now()
	var results []fileAnswer
	if res, err := s.resultsOf(sub); err == nil {
		results = res.KetQua
	}
	s.show(w, http.StatusOK, "one", map[string]any{
		"Notice": notice, "Row": s.pageRow(sub, now), "Progress": s.progressOf(sub, now), "Files": shown, "Results": results,
		"Open": !sub.closed() && !sub.waiting(), "Waiting": sub.waiting(), "Token": s.token, "Now": onClock(now),
	})
}

// filesOf are the files inside a package; of one that is a declaration itself, that.
func (s *Sandbox) filesOf(sub Submission) ([]envelopeFile, error) {
	b, err := s.store.content(sub.SHA256)
	if err != nil {
		return nil, err
	}
	var l faultList
	var env *envelope
	switch sub.kind() {
	case HSDK:
		return []envelopeFile{{tenFile: sub.TenFile, maToKhai: maToKhaiOf(sub.TenFile), content: b}}, nil
	case HSDKLanDau:
		env = readFirst(b, true, &l)
	default:
		env = readEnvelope(b, true, &l)
	}
	if env == nil {
		return nil, fmt.Errorf("content of %s is no envelope", sub.MaGiaoDich)
	}
	for i := range env.files {
		env.files[i].decode()
	}
	return env.files, nil
}

// download hands out one file of a package as it was sent.
func (s *Sandbox) download(w http.ResponseWriter, r *http.Request) {
	sub, ok := s.store.byDeal(r.PathValue("maGiaoDich"))
	n, err := strconv.Atoi(r.PathValue("n"))
	if !ok || err != nil {
		s.sayPage(w, http.StatusNotFound, "Không có tệp này.")
		return
	}
	files, err := s.filesOf(sub)
	if err != nil || n < 0 || n >= len(files) {
		s.sayPage(w, http.StatusNotFound, "Không có tệp này.")
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream") // never shown as a page of ours
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": files[n].tenFile}))
	w.Header().Set("Content-Security-Policy", "sandbox")
	w.Write(files[n].content)
}

// read takes a declaration apart: elements that repeat below one are its rows, the
// others its head. It shows what is there, whatever the layout.
func (v *shownFile) read(content []byte) {
	root, err := readTree(content)
	if err != nil {
		v.Head = []shownCell{{"Không đọc được", err.Error()}}
		return
	}
	var rows []*elem
	var walk func(e *elem)
	walk = func(e *elem) {
		for _, k := range e.kids {
			switch text := strings.TrimSpace(k.text); {
			case k.name == "LaoDong" || k.name == "TTCKY" || k.name == "ThongTin" && e.name == "BangKe":
				rows = append(rows, k)
			case len(k.kids) > 0:
				walk(k)
			case text != "":
				v.Head = append(v.Head, shownCell{k.name, cut(text, 300)})
			}
		}
	}
	walk(root)
	if len(rows) > mostShown {
		v.Left, rows = len(rows)-mostShown, rows[:mostShown]
	}
	for _, row := range rows {
		for _, c := range row.kids {
			if strings.TrimSpace(c.text) != "" && !slices.Contains(v.Columns, c.name) {
				v.Columns = append(v.Columns, c.name)
			}
		}
	}
	for _, row := range rows {
		line := make([]string, len(v.Columns))
		for _, c := range row.kids {
			if i := slices.Index(v.Columns, c.name); i >= 0 {
				line[i] = cut(strings.TrimSpace(c.text), 300)
			}
		}
		v.Rows = append(v.Rows, line)
	}
}

// readTree reads a declaration, which was checked when it came, without its
// signature.
func readTree(b []byte) (*elem, error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff"))))
	root := &elem{}
	stack := []*elem{root}
	for {
		t, err := d.Token()
		switch {
		case err == io.EOF:
			return root, nil
		case err != nil:
			return nil, fmt.Errorf("tệp không phải XML: %w", err)
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Space == dsNamespace {
				if err := d.Skip(); err != nil {
					return nil, err
				}
				continue
			}
			if len(stack) > maxDepth {
				return nil, fmt.Errorf("lồng quá sâu")
			}
			e := &elem{name: t.Name.Local}
			top.kids = append(top.kids, e)
			stack = append(stack, e)
		case xml.CharData:
			top.text += string(t)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}
