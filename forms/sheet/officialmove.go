package sheet

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

var (
	mergeRef     = regexp.MustCompile(`<mergeCell ref="([^"]+)"`)
	dimensionRef = regexp.MustCompile(`<dimension ref="([^"]+)"`)
	anchorRow    = regexp.MustCompile(`<xdr:row>([0-9]+)</xdr:row>`)
)

// moveAreas moves the merged cells below a row down, and the end of the sheet.
func moveAreas(body []byte, below, by int) ([]byte, error) {
	if by == 0 {
		return body, nil
	}
	var bad error
	move := func(re *regexp.Regexp, tag string) func([]byte) []byte {
		return func(m []byte) []byte {
			top, left, bottom, right, ok := parseArea(re.FindSubmatch(m)[1])
			if !ok {
				bad = fmt.Errorf("area of the sheet: %w", ErrDamaged)
				return m
			}
			if top > below {
				top += by
			}
			if bottom > below {
				bottom += by
			}
			return []byte(tag + cellName(left, top) + ":" + cellName(right, bottom) + `"`)
		}
	}
	end := bytes.LastIndex(body, []byte("</sheetData>"))
	if end < 0 {
		return nil, fmt.Errorf("end of the rows: %w", ErrDamaged)
	}
	tail := mergeRef.ReplaceAllFunc(body[end:], move(mergeRef, `<mergeCell ref="`))
	out := append(body[:end:end], tail...)
	if loc := dimensionRef.FindIndex(out); loc != nil {
		said := move(dimensionRef, `<dimension ref="`)(out[loc[0]:loc[1]])
		out = append(append(append([]byte{}, out[:loc[0]]...), said...), out[loc[1]:]...)
	}
	return out, bad
}

// moveAnchors moves what is drawn below a row (from 1) down.
func moveAnchors(drawing []byte, below, by int) []byte {
	return anchorRow.ReplaceAllFunc(drawing, func(m []byte) []byte {
		n, ok := atoi(anchorRow.FindSubmatch(m)[1])
		if !ok || n < below { // rows of drawings are counted from 0
			return m
		}
		return []byte("<xdr:row>" + strconv.Itoa(n+by) + "</xdr:row>")
	})
}
