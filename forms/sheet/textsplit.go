package sheet

import "strings"

// splitter takes the records of a text table apart (RFC 4180, and what programs
// write beside it): cells between one separator, a cell in quotation marks may
// hold separators and line breaks, a doubled mark is one mark. Lines end with
// LF, CR LF or CR.
type splitter struct {
	s   string
	sep byte
	pos int
}

// piece is one cell of a record.
type piece struct {
	s      string
	quoted bool
	loose  bool // begins with a quotation mark that is not closed as it should be
}

// maxQuoted is how long a cell in quotation marks may be: the limit of Excel.
const maxQuoted = 32767

// next reads one record into buf; ok is false at the end.
func (p *splitter) next(buf []piece) (record []piece, ok bool) {
	if p.pos >= len(p.s) {
		return nil, false
	}
	record = buf[:0]
	for {
		record = append(record, p.cell())
		if p.pos >= len(p.s) {
			return record, true
		}
		c := p.s[p.pos]
		p.pos++
		if c == p.sep {
			continue
		}
		if c == '\r' && p.pos < len(p.s) && p.s[p.pos] == '\n' {
			p.pos++
		}
		return record, true
	}
}

// cell reads up to the separator or the line's end, which it leaves.
func (p *splitter) cell() piece {
	from := p.pos
	for from < len(p.s) && p.s[from] == ' ' {
		from++
	}
	loose := false
	if from < len(p.s) && p.s[from] == '"' {
		if s, end, ok := p.quoted(from); ok {
			p.pos = end
			return piece{s: s, quoted: true}
		}
		loose = true
	}
	end := p.pos
	for end < len(p.s) && p.s[end] != p.sep && p.s[end] != '\n' && p.s[end] != '\r' {
		end++
	}
	s := p.s[p.pos:end]
	p.pos = end
	return piece{s: s, loose: loose}
}

// quoted reads a cell in quotation marks that begins at from. One that is not
// closed before a separator or a line's end is no such cell: the mark belongs to
// the text, and what follows is not swallowed.
func (p *splitter) quoted(from int) (s string, end int, ok bool) {
	doubled := false
	for i := from + 1; i < len(p.s) && i-from <= maxQuoted; i++ {
		if p.s[i] != '"' {
			continue
		}
		if i+1 < len(p.s) && p.s[i+1] == '"' {
			doubled = true
			i++
			continue
		}
		end := i + 1
		for end < len(p.s) && p.s[end] == ' ' {
			end++
		}
		if end < len(p.s) && p.s[end] != p.sep && p.s[end] != '\n' && p.s[end] != '\r' {
			return "", 0, false
		}
		s = p.s[from+1 : i]
		if doubled {
			s = strings.ReplaceAll(s, `""`, `"`)
		}
		return s, end, true
	}
	return "", 0, false
}

// separators are those that programs write, the rarer within cells first.
var separators = []byte{'\t', ';', '|', ','}

// separator finds what stands between the cells: the separator that parts most
// lines into the same number of cells. 0 when none does.
func separator(s string) byte {
	if len(s) > 5 && strings.EqualFold(s[:4], "sep=") { // Excel's own hint
		if end := strings.IndexAny(s, "\r\n"); end == 5 {
			return s[4]
		}
	}
	best, most := byte(0), 0
	for _, sep := range separators {
		share, width := steady(s, sep)
		if share >= 60 && width >= 3 {
			return sep
		}
		if n := share * min(width, 8); width > 1 && n > most {
			best, most = sep, n
		}
	}
	return best
}

// looked is how many records the search for the separator reads.
const looked = 200

// steady tells into how many cells most records fall, and what percentage of
// those that are not blank do.
func steady(s string, sep byte) (share, width int) {
	p := splitter{s: s, sep: sep}
	counts, all := map[int]int{}, 0
	var buf []piece
	for range looked {
		r, ok := p.next(buf)
		if !ok {
			break
		}
		buf = r
		if len(r) == 1 && strings.TrimSpace(r[0].s) == "" {
			continue
		}
		all++
		counts[len(r)]++
	}
	for n, k := range counts {
		if n > 1 && (k > counts[width] || k == counts[width] && n > width) {
			width = n
		}
	}
	if width == 0 {
		return 0, 0
	}
	return 100 * counts[width] / all, width
}
