package sheet

import (
	"fmt"
	"path"
	"strconv"
	"strings"
)

// sheetPart is one worksheet of the workbook, in the order of its tabs.
type sheetPart struct {
	name   string
	hidden bool
	part   string // path in the package
}

// index is what the workbook part says.
type index struct {
	sheets   []sheetPart
	date1904 bool
	strings  string // path of the shared strings, "" when there are none
	styles   string
}

const maxSheets = 256

// readIndex finds the workbook part and the parts it points to.
func readIndex(p *pack) (*index, error) {
	roots, found, err := readRels(p, "_rels/.rels", "")
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, ErrNotWorkbook
	}
	main := ""
	for _, r := range roots {
		if r.kind == "officeDocument" {
			main = r.target
		}
	}
	if main == "" || strings.HasSuffix(main, ".bin") { // .xlsb keeps no XML
		return nil, ErrNotWorkbook
	}
	rels, found, err := readRels(p, path.Join(path.Dir(main), "_rels", path.Base(main)+".rels"), path.Dir(main))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("workbook relations missing: %w", ErrDamaged)
	}
	ix := &index{}
	byID := map[string]rel{}
	for _, r := range rels {
		byID[r.id] = r
		switch r.kind {
		case "sharedStrings":
			ix.strings = r.target
		case "styles":
			ix.styles = r.target
		}
	}
	return ix, readSheetList(p, main, ix, byID)
}

func readSheetList(p *pack, part string, ix *index, byID map[string]rel) error {
	r, ok, err := p.open(part)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("workbook part missing: %w", ErrDamaged)
	}
	s, root := newXMLScan(r), true
	for {
		k, err := s.next()
		if err != nil {
			return fmt.Errorf("read workbook part: %w", err)
		}
		if k == xmlEOF {
			break
		}
		if k != xmlStart {
			continue
		}
		if root && string(s.name) != "workbook" {
			return ErrNotWorkbook
		}
		root = false
		switch string(s.name) {
		case "workbookPr":
			v := string(s.attr("date1904"))
			ix.date1904 = v == "1" || v == "true"
		case "sheet":
			to, ok := byID[string(s.attr("id"))]
			if !ok {
				return fmt.Errorf("sheet without a part: %w", ErrDamaged)
			}
			if to.kind != "worksheet" {
				continue // a chart or a macro sheet
			}
			state := string(s.attr("state"))
			ix.sheets = append(ix.sheets, sheetPart{string(s.attr("name")), state == "hidden" || state == "veryHidden", to.target})
			if len(ix.sheets) > maxSheets {
				return ErrTooBig
			}
		}
	}
	if len(ix.sheets) == 0 {
		return ErrNotWorkbook
	}
	return nil
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// rel is one relationship of the package; kind is the last word of its type.
type rel struct{ id, kind, target string }

func readRels(p *pack, part, base string) ([]rel, bool, error) {
	r, ok, err := p.open(part)
	if err != nil || !ok {
		return nil, ok, err
	}
	var out []rel
	s := newXMLScan(r)
	for {
		k, err := s.next()
		if err != nil {
			return nil, true, fmt.Errorf("read relations: %w", err)
		}
		if k == xmlEOF {
			return out, true, nil
		}
		if k != xmlStart || string(s.name) != "Relationship" || string(s.attr("TargetMode")) == "External" {
			continue
		}
		target := strings.ReplaceAll(string(s.attr("Target")), `\`, "/")
		if strings.HasPrefix(target, "/") {
			target = strings.TrimPrefix(path.Clean(target), "/")
		} else {
			target = path.Join(base, target)
		}
		out = append(out, rel{string(s.attr("Id")), path.Base(string(s.attr("Type"))), target})
	}
}

// readStrings reads the shared strings. Phonetic readings are left out, runs of
// rich text are joined.
func readStrings(p *pack, part string) ([]string, error) {
	if part == "" {
		return nil, nil
	}
	r, ok, err := p.open(part)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("shared strings missing: %w", ErrDamaged)
	}
	var (
		out      []string
		mem      arena
		cur      []byte
		declared = -1
		inSI     bool
		inT      bool
		phonetic int
	)
	s := newXMLScan(r)
	for {
		k, err := s.next()
		if err != nil {
			return nil, fmt.Errorf("read shared strings: %w", err)
		}
		switch k {
		case xmlEOF:
			if len(out) < declared {
				return nil, fmt.Errorf("shared strings incomplete: %w", ErrDamaged)
			}
			return out, nil
		case xmlStart:
			switch string(s.name) {
			case "sst":
				if n, err := strconv.Atoi(string(s.attr("uniqueCount"))); err == nil {
					declared = n
				}
			case "si":
				inSI, cur = !s.empty, cur[:0]
				if s.empty {
					out = append(out, "")
				}
			case "rPh":
				phonetic += boolInt(!s.empty)
			case "t":
				inT = inSI && phonetic == 0 && !s.empty
			}
		case xmlEnd:
			switch string(s.name) {
			case "si":
				inSI = false
				if len(out) >= maxCells {
					return nil, ErrTooBig
				}
				out = append(out, mem.keep(unescapeX(cur)))
			case "rPh":
				phonetic--
			case "t":
				inT = false
			}
		case xmlText:
			if inT {
				cur = append(cur, s.text...)
			}
		}
	}
}

// unescapeX resolves Excel's own escapes of control characters, "_x000D_".
func unescapeX(b []byte) []byte {
	s := string(b)
	if !strings.Contains(s, "_x") {
		return b
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				out = append(out, string(rune(n))...)
				i += 6
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

// arena keeps many small texts in few allocations.
type arena struct{ b strings.Builder }

func (a *arena) keep(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if a.b.Len()+len(b) > a.b.Cap() {
		a.b = strings.Builder{}
		a.b.Grow(max(xmlWindow, len(b)))
	}
	at := a.b.Len()
	a.b.Write(b)
	return a.b.String()[at:]
}
