package print

import (
	"bytes"
	"fmt"

	"codeberg.org/go-pdf/fpdf"
)

// pt turns a length into the points of the PDF library, the one place where
// the layout leaves whole numbers.
func pt(l length) float64 { return float64(l) / float64(point) }

const family = "tinos"

// ink draws the pages.
func ink(pages []page, s sheet, fs *faces, o Options) ([]byte, error) {
	way := "P"
	if s.landscape {
		way = "L"
	}
	f := fpdf.New(way, "pt", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(o.Made)
	f.SetModificationDate(o.Made)
	f.SetProducer("AnKhai", true)
	f.SetLang("vi-VN")
	f.SetTitle(o.Title, true)
	f.SetAuthor(o.Author, true)
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetLineCapStyle("square")
	for i, used := range usedFaces(pages, o.stamp() != "") {
		if used {
			f.AddUTF8FontFromBytes(family, faceStyles[i], fs[i].data)
		}
	}
	for _, p := range pages {
		f.AddPage()
		if words := o.stamp(); words != "" {
			stamp(f, s, fs, words)
		}
		drawPage(f, p)
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return b.Bytes(), nil
}

func usedFaces(pages []page, stamped bool) (used [4]bool) {
	used[bold] = stamped
	for _, p := range pages {
		for _, o := range p {
			if o.kind == opText {
				used[o.face] = true
			}
		}
	}
	return used
}

func drawPage(f *fpdf.Fpdf, p page) {
	var face uint8
	size, wide := 0, -1
	thick := func(n int) {
		if n != wide {
			f.SetLineWidth(pt(length(n)))
			wide = n
		}
	}
	for _, o := range p {
		switch o.kind {
		case opText:
			if size != o.size || face != o.face {
				face, size = o.face, o.size
				f.SetFont(family, faceStyles[face], pt(length(size)*100))
			}
			f.Text(pt(o.x), pt(o.y), o.text)
		case opRule:
			thick(o.size)
			f.Line(pt(o.x), pt(o.y), pt(o.x2), pt(o.y2))
		case opBox, opTick:
			thick(600)
			side := o.x2
			f.Rect(pt(o.x), pt(o.y-side), pt(side), pt(side), "D")
			if o.kind == opTick {
				thick(1100)
				f.Line(pt(o.x+side*18/100), pt(o.y-side*48/100), pt(o.x+side*42/100), pt(o.y-side*20/100))
				f.Line(pt(o.x+side*42/100), pt(o.y-side*20/100), pt(o.x+side*84/100), pt(o.y-side*82/100))
			}
		}
	}
}

// draftWords stand across every page of a draft, sampleWords across those of a sample.
const draftWords, sampleWords = "BẢN NHÁP", "HỒ SƠ MẪU"

// stamp are the words across every page, "" for none.
func (o Options) stamp() string {
	switch {
	case o.Sample:
		return sampleWords
	case o.Draft:
		return draftWords
	}
	return ""
}

func stamp(f *fpdf.Fpdf, s sheet, fs *faces, words string) {
	const size = 90 // points
	n, _, _ := fs[bold].text(words)
	f.SetTextColor(225, 225, 225)
	f.SetFont(family, faceStyles[bold], size)
	f.TransformBegin()
	f.TransformRotate(35, pt(s.w/2), pt(s.h/2))
	f.Text(pt(s.w/2-length(n*size/2)), pt(s.h/2+size*point/3), words)
	f.TransformEnd()
	f.SetTextColor(0, 0, 0)
}
