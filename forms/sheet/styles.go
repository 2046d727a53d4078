package sheet

import (
	"fmt"
	"strconv"
	"strings"
)

// look is what a cell's style tells about its value.
type look uint8

const (
	lookDate    look = 1 << iota // shown as a day or a month
	lookPercent                  // shown times 100 with %
	lookTCVN3                    // in a font of the TCVN3 (ABC) encoding
	lookVNI                      // in a font of the VNI encoding
	lookTyped                    // a number of a text table, written as people do
)

// readStyles returns the look of each cell style of the workbook.
func readStyles(p *pack, part string) ([]look, error) {
	if part == "" {
		return nil, nil
	}
	r, ok, err := p.open(part)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("styles missing: %w", ErrDamaged)
	}
	var (
		formats = map[string]look{}
		fonts   []look
		looks   []look
		within  string // the list we are in
		font    look
	)
	s := newXMLScan(r)
	for {
		k, err := s.next()
		if err != nil {
			return nil, fmt.Errorf("read styles: %w", err)
		}
		switch k {
		case xmlEOF:
			return looks, nil
		case xmlStart:
			name := string(s.name)
			if s.depth() == 2 && !s.empty {
				within = name
			}
			switch {
			case within == "numFmts" && name == "numFmt":
				formats[string(s.attr("numFmtId"))] = lookOfFormat(string(s.attr("formatCode")))
			case within == "fonts" && name == "font":
				font = 0
				if s.empty {
					fonts = append(fonts, 0)
				}
			case within == "fonts" && (name == "name" || name == "rFont"):
				font = lookOfFont(string(s.attr("val")))
			case within == "cellXfs" && name == "xf":
				id := string(s.attr("numFmtId"))
				l, ok := formats[id]
				if !ok {
					l = builtin(id)
				}
				if n, err := strconv.Atoi(string(s.attr("fontId"))); err == nil && n >= 0 && n < len(fonts) {
					l |= fonts[n]
				}
				looks = append(looks, l)
			}
		case xmlEnd:
			if within == "fonts" && string(s.name) == "font" {
				fonts = append(fonts, font)
			}
			if s.depth() == 1 {
				within = ""
			}
		}
	}
}

// builtin is the look of the number formats every workbook has (ECMA-376
// part 1, 18.8.30, with the East Asian ones).
func builtin(id string) look {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
		return 0
	case n == 9 || n == 10:
		return lookPercent
	case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 45 && n <= 47, n >= 50 && n <= 58:
		return lookDate
	}
	return 0
}

// lookOfFormat reads a number format such as `dd/mm/yyyy;@` or `0.0%`.
func lookOfFormat(code string) look {
	var b strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case quoted:
			quoted = c != '"'
		case bracket:
			bracket = c != ']'
		case c == '"':
			quoted = true
		case c == '[':
			bracket = true
		case c == '\\' || c == '_' || c == '*':
			i++
		default:
			b.WriteByte(c)
		}
	}
	bare := strings.ToLower(b.String())
	switch {
	case strings.Contains(bare, "%"):
		return lookPercent
	case strings.ContainsAny(bare, "0#?") || strings.Contains(bare, "general"):
		return 0
	case strings.ContainsAny(bare, "yd") || strings.Contains(bare, "mm"):
		return lookDate
	}
	return 0
}

// lookOfFont knows the two families of fonts made for older encodings.
func lookOfFont(name string) look {
	switch low := strings.ToLower(name); {
	case strings.HasPrefix(low, ".vn"):
		return lookTCVN3
	case strings.HasPrefix(low, "vni-"), strings.HasPrefix(low, "vni "):
		return lookVNI
	}
	return 0
}
