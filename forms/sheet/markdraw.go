package sheet

import (
	"bytes"
	"fmt"
	"strings"
)

// The boxes of comments are drawn in VML, which Excel writes in a way that is no
// XML at times: it is treated as text, shape by shape.

// A sheet's shapes have numbers of its own: two blocks of 1 024, which hold maxMarks.
const shapeBlock = 1 << 10

const drawingEmpty = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
	`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d,%d"/></o:shapelayout></xml>`

const shapeType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// draw takes the boxes of comments that are gone out of a drawing and puts those
// of the new ones in; old nil begins one.
func draw(old []byte, gone, notes []note, sheet int) []byte {
	s := string(old)
	if old == nil {
		s = fmt.Sprintf(drawingEmpty, 2*sheet+1, 2*sheet+2)
	}
	for _, n := range gone {
		if n.ref != "" {
			s = dropShape(s, n)
		}
	}
	next := lastShape(s, shapeBlock*(2*sheet+1))
	var add strings.Builder
	if !strings.Contains(s, `id="_x0000_t202"`) {
		add.WriteString(shapeType)
	}
	for _, n := range notes {
		if shapeOf(s, n) >= 0 {
			continue // somebody's comment has its box
		}
		next++
		fmt.Fprintf(&add, `<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;width:260pt;height:110pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
			`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
			`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 31, %d, 9</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			next, n.col+1, max(n.row-2, 0), n.col+5, n.row+5, n.row-1, n.col)
	}
	end := strings.LastIndex(s, "</")
	if end < 0 {
		end = len(s)
	}
	return []byte(s[:end] + add.String() + s[end:])
}

// lastShape is the highest number of a shape in a drawing, at least least.
func lastShape(s string, least int) int {
	const mark = `id="_x0000_s`
	for {
		i := strings.Index(s, mark)
		if i < 0 {
			return least
		}
		s = s[i+len(mark):]
		end := strings.IndexByte(s, '"')
		if n, ok := atoi([]byte(s[:max(end, 0)])); ok {
			least = max(least, n)
		}
	}
}

// shapeOf finds the box of a cell's comment; -1 where there is none.
func shapeOf(s string, n note) int {
	row, col := fmt.Sprintf("<x:Row>%d</x:Row>", n.row-1), fmt.Sprintf("<x:Column>%d</x:Column>", n.col)
	for from := 0; ; {
		i := strings.Index(s[from:], row)
		if i < 0 {
			return -1
		}
		i += from
		start := strings.LastIndex(s[:i], "<v:shape ")
		end := strings.Index(s[i:], "</v:shape>")
		if start >= 0 && end >= 0 && strings.Contains(s[start:i+end], col) && strings.Contains(s[start:i+end], "Note") {
			return start
		}
		from = i + len(row)
	}
}

func dropShape(s string, n note) string {
	start := shapeOf(s, n)
	if start < 0 {
		return s
	}
	const close = "</v:shape>"
	end := strings.Index(s[start:], close) + start + len(close)
	return s[:start] + s[end:]
}

// hasVML reports whether the package says what its drawings are.
func hasVML(types []byte) bool {
	return bytes.Contains(bytes.ToLower(types), []byte(`extension="vml"`))
}
