package main

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/sheet/mau"
)

// The looks of mau in a flat OpenDocument sheet: days, and the fonts of the encodings
// before Unicode.
const fodsHead = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:font-face-decls><style:font-face style:name=".VnTime" svg:font-family="'.VnTime'"/><style:font-face style:name="VNI-Times" svg:font-family="'VNI-Times'"/></office:font-face-decls>
<office:automatic-styles>
<number:date-style style:name="D"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="c1" style:family="table-cell" style:data-style-name="D"/>
<style:style style:name="c2" style:family="table-cell"><style:text-properties style:font-name=".VnTime"/></style:style>
<style:style style:name="c3" style:family="table-cell"><style:text-properties style:font-name="VNI-Times"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
`

// columns is how many a table declares: more than any layout has.
const columns = 160

// flat writes a workbook as a flat OpenDocument sheet.
func flat(bo *mau.Bo) string {
	var b strings.Builder
	b.WriteString(fodsHead)
	for _, t := range bo.Trang {
		flatSheet(&b, t)
	}
	b.WriteString("</office:spreadsheet></office:body></office:document>\n")
	return b.String()
}

func flatSheet(b *strings.Builder, t *mau.Trang) {
	fmt.Fprintf(b, "<table:table table:name=%q>\n", t.Ten)
	for c := range columns {
		b.WriteString("<table:table-column" + hidden(slices.Contains(t.AnCot, c)) + "/>")
	}
	spans, covered := merges(t)
	row, col, open := 0, 0, false
	closeRow := func() {
		if open {
			b.WriteString("</table:table-row>\n")
		}
		open = false
	}
	for at, g := range filled(t, covered) {
		if at[0] != row {
			closeRow()
			if gap := at[0] - row - 1; gap > 0 {
				fmt.Fprintf(b, `<table:table-row table:number-rows-repeated="%d"><table:table-cell/></table:table-row>`, gap)
			}
			row, col, open = at[0], 0, true
			b.WriteString("<table:table-row" + hidden(t.AnDong[row]) + ">")
		}
		if gap := at[1] - col; gap > 0 {
			fmt.Fprintf(b, `<table:table-cell table:number-columns-repeated="%d"/>`, gap)
		}
		col = at[1] + 1
		if covered[at] {
			b.WriteString("<table:covered-table-cell/>")
			continue
		}
		b.WriteString(flatCell(g, spans[at]))
	}
	closeRow()
	b.WriteString("</table:table>\n")
}

func hidden(is bool) string {
	if is {
		return ` table:visibility="collapse"`
	}
	return ""
}

// filled are the cells of a sheet and those that a merged area covers, in order.
func filled(t *mau.Trang, covered map[[2]int]bool) func(func([2]int, mau.Gia) bool) {
	cells := map[[2]int]mau.Gia{}
	for at, g := range t.Cells() {
		cells[at] = g
	}
	for at := range covered {
		cells[at] = mau.Gia{}
	}
	var keys [][2]int
	for at := range cells {
		keys = append(keys, at)
	}
	slices.SortFunc(keys, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	return func(yield func([2]int, mau.Gia) bool) {
		for _, at := range keys {
			if !yield(at, cells[at]) {
				return
			}
		}
	}
}

// merges are the first cells of merged areas with how far they go, and the rest.
func merges(t *mau.Trang) (spans map[[2]int]string, covered map[[2]int]bool) {
	spans, covered = map[[2]int]string{}, map[[2]int]bool{}
	for _, area := range t.Gop {
		from, to, _ := strings.Cut(area, ":")
		a, z := place(from), place(to)
		spans[a] = fmt.Sprintf(` table:number-columns-spanned="%d" table:number-rows-spanned="%d"`, z[1]-a[1]+1, z[0]-a[0]+1)
		for r := a[0]; r <= z[0]; r++ {
			for c := a[1]; c <= z[1]; c++ {
				if at := [2]int{r, c}; at != a {
					covered[at] = true
				}
			}
		}
	}
	return spans, covered
}

// place is an address as row and column.
func place(s string) (at [2]int) {
	for _, r := range s {
		if r >= 'A' {
			at[1] = at[1]*26 + int(r-'A') + 1
		} else {
			at[0] = at[0]*10 + int(r-'0')
		}
	}
	at[1]--
	return at
}

func flatCell(g mau.Gia, attr string) string {
	if g.Kieu != mau.KieuThuong {
		attr += fmt.Sprintf(` table:style-name="c%d"`, g.Kieu)
	}
	switch {
	case g.Sai:
		return `<table:table-cell` + attr + ` table:formula="of:=` + map[string]string{"#N/A": "NA()", "#REF!": "#REF!"}[g.S] + `" office:value-type="string" office:string-value=""/>`
	case g.Cong:
		return `<table:table-cell` + attr + ` table:formula="of:=` + g.S + `*1" office:value-type="float" office:value="` + g.S + `"/>`
	case g.So:
		return `<table:table-cell` + attr + ` office:value-type="float" office:value="` + g.S + `"/>`
	case g.S == "":
		return `<table:table-cell` + attr + `/>`
	}
	var text strings.Builder
	_ = xml.EscapeText(&text, []byte(g.S)) // a strings.Builder takes everything
	// runs of spaces, and those at the ends, have a sign of their own
	return `<table:table-cell` + attr + ` office:value-type="string"><text:p>` + strings.ReplaceAll(text.String(), " ", "<text:s/>") + `</text:p></table:table-cell>`
}
