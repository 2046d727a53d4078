package office

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// a4 is a working on A4, line by line.
type a4 struct{ lines []form.Line }

// newA4 begins a sheet with its title and what it rests on.
func newA4(title, under string) *a4 {
	return &a4{[]form.Line{
		{Align: form.Center, Segs: []form.Seg{form.B(strings.ToUpper(title)).Sized(140)}},
		{Align: form.Center, Before: 10, Segs: []form.Seg{form.I(under)}},
	}}
}

func (s *a4) head(words string) {
	s.lines = append(s.lines, form.Line{Before: 30, Segs: []form.Seg{form.B(words)}})
}

func (s *a4) line(indent int, segs ...form.Seg) {
	s.lines = append(s.lines, form.Line{Indent: indent, Before: 6, Segs: segs})
}

// steps writes a working, those below a step drawn in.
func (s *a4) steps(all []law.Buoc, depth int) {
	for _, b := range all {
		s.line(50+40*depth, form.B(b.Nhan+": "), form.T(b.CongThuc+" "), form.I("["+b.CanCu+"]").Sized(95))
		s.steps(b.Con, depth+1)
	}
}

// notes writes what a person has to know beside the result, nothing where there is
// nothing.
func (s *a4) notes(all []string) {
	if len(all) == 0 {
		return
	}
	s.head("Lưu ý")
	for _, w := range all {
		s.line(50, form.T("– "+w))
	}
}

func (s *a4) paper(version string, today law.Day) *form.Paper {
	return &form.Paper{Version: version, From: today, Parts: []form.Part{form.Lines{Lines: s.lines}}}
}
