package print

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// apart takes a PDF that ink wrote apart: the first file gets the first pages[0] pages,
// and so on. It reads what the PDF library writes, and no other PDF: a plain cross
// reference table, and resources that are shared by all pages.
func apart(pdf []byte, pages []int) ([][]byte, error) {
	s, err := readSource(pdf)
	if err != nil {
		return nil, err
	}
	sum := 0
	for _, n := range pages {
		sum += n
	}
	if sum != len(s.kids) {
		return nil, fmt.Errorf("%w: %d pages, want %d", errSource, len(s.kids), sum)
	}
	var out [][]byte
	at := 0
	for _, n := range pages {
		out = append(out, s.part(s.kids[at:at+n]))
		at += n
	}
	return out, nil
}

var errSource = errors.New("not a PDF as it is written here")

// source is a PDF by its objects.
type source struct {
	objects    map[int]object
	root, info int
	pages      int   // the object over all pages
	kids       []int // the pages in order
}

// object is what stands between obj and endobj: words with references, and the stream
// behind them, which has none.
type object struct{ words, stream []byte }

var (
	reference = regexp.MustCompile(`(\d+) 0 R`)
	kidsOf    = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	countOf   = regexp.MustCompile(`/Count \d+`)
	rootOf    = regexp.MustCompile(`/Root (\d+) 0 R`)
	infoOf    = regexp.MustCompile(`/Info (\d+) 0 R`)
	pagesOf   = regexp.MustCompile(`/Pages (\d+) 0 R`)
	tableAt   = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
)

func readSource(pdf []byte) (*source, error) {
	at := tableAt.FindSubmatch(pdf)
	if at == nil {
		return nil, errSource
	}
	table := number(at[1])
	if table <= 0 || table >= len(pdf) {
		return nil, errSource
	}
	tail := pdf[table:]
	s := &source{objects: map[int]object{}, root: first(rootOf, tail), info: first(infoOf, tail)}
	lines := bytes.Split(tail, []byte("\n"))
	type start struct{ n, at int }
	var starts []start
	for i, l := range lines[min(2, len(lines)):] {
		f := bytes.Fields(l)
		if len(f) != 3 {
			break
		}
		if string(f[2]) == "n" {
			starts = append(starts, start{i, number(f[0])})
		}
	}
	slices.SortFunc(starts, func(a, b start) int { return cmp.Compare(a.at, b.at) })
	for i, st := range starts {
		end := table
		if i+1 < len(starts) {
			end = starts[i+1].at
		}
		if st.at < 0 || st.at >= end || end > len(pdf) {
			return nil, errSource
		}
		body := pdf[st.at:end]
		_, body, ok := bytes.Cut(body, []byte(" 0 obj\n"))
		last := bytes.LastIndex(body, []byte("endobj"))
		if !ok || last < 0 {
			return nil, errSource
		}
		o := object{words: body[:last]}
		if i := bytes.Index(o.words, []byte("\nstream\n")); i >= 0 {
			o = object{words: o.words[:i+1], stream: o.words[i+1:]}
		}
		s.objects[st.n] = o
	}
	s.pages = first(pagesOf, s.objects[s.root].words)
	kids := kidsOf.FindSubmatch(s.objects[s.pages].words)
	if kids == nil || s.info == 0 {
		return nil, errSource
	}
	for _, k := range reference.FindAllSubmatch(kids[1], -1) {
		s.kids = append(s.kids, number(k[1]))
	}
	return s, nil
}

func first(r *regexp.Regexp, in []byte) int {
	m := r.FindSubmatch(in)
	if m == nil {
		return 0
	}
	return number(m[1])
}

func number(b []byte) int {
	n, err := strconv.Atoi(string(b))
	if err != nil {
		return 0
	}
	return n
}

// part writes a PDF of some pages, with what they need and nothing else.
func (s *source) part(kids []int) []byte {
	p := &part{s: s, as: map[int]int{}}
	for _, n := range []int{s.root, s.pages, s.info} {
		p.name(n)
	}
	for _, k := range kids {
		p.name(k)
	}
	list := make([]byte, 0, 8*len(kids))
	for _, k := range kids {
		list = append(list, fmt.Sprintf("%d 0 R ", k)...)
	}
	p.out.WriteString("%PDF-1.3\n")
	for i := 0; i < len(p.order); i++ { // it grows with what is referred to
		n := p.order[i]
		o := s.objects[n]
		words := o.words
		if n == s.pages {
			words = kidsOf.ReplaceAllLiteral(words, []byte("/Kids ["+string(list)+"]"))
			words = countOf.ReplaceAllLiteral(words, []byte("/Count "+strconv.Itoa(len(kids))))
		}
		p.starts = append(p.starts, p.out.Len())
		fmt.Fprintf(&p.out, "%d 0 obj\n", i+1)
		p.out.Write(reference.ReplaceAllFunc(words, p.rename))
		p.out.Write(o.stream)
		p.out.WriteString("endobj\n")
	}
	table := p.out.Len()
	fmt.Fprintf(&p.out, "xref\n0 %d\n0000000000 65535 f \n", len(p.order)+1)
	for _, at := range p.starts {
		fmt.Fprintf(&p.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&p.out, "trailer\n<<\n/Size %d\n/Root 1 0 R\n/Info 3 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(p.order)+1, table)
	return p.out.Bytes()
}

// part is a PDF being written; objects are numbered in the order in which they are met.
type part struct {
	s      *source
	as     map[int]int // the new number of an object
	order  []int
	starts []int
	out    bytes.Buffer
}

func (p *part) name(n int) int {
	if p.as[n] == 0 {
		p.order = append(p.order, n)
		p.as[n] = len(p.order)
	}
	return p.as[n]
}

func (p *part) rename(ref []byte) []byte {
	n, _, _ := bytes.Cut(ref, []byte(" "))
	return fmt.Appendf(nil, "%d 0 R", p.name(number(n)))
}
