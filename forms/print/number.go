package print

import "strconv"

// numberSize is the type size of page numbers in tenths of a point.
const numberSize = 90

// numbered adds «Trang x/y» at the foot of each page, if there are several.
func (w *writer) numbered(pages []page) []page {
	if len(pages) < 2 {
		return pages
	}
	for i := range pages {
		s := "Trang " + strconv.Itoa(i+1) + "/" + strconv.Itoa(len(pages))
		n, _, _ := w.faces[0].text(s)
		wide := length(n * numberSize / 10)
		pages[i] = append(pages[i], op{
			kind: opText, size: numberSize, text: s,
			x: w.sheet.left + (w.sheet.width()-wide)/2,
			y: w.sheet.h - w.sheet.bottom/2,
		})
	}
	return pages
}
