package pdfsig

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"time"

	scale "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// Seal is a stamp that this package draws: who signed, when, where and why, in
// Vietnamese, with the holder's logo at the left where there is one.
type Seal struct {
	Regular, Bold []byte // fonts in TrueType or OpenType that have every letter
	Logo          []byte // PNG or JPEG; nil: none
}

// dotsPerInch of the drawing: as sharp as an office printer.
const dotsPerInch = 300

// Sizes of type in points that are tried, largest first.
const (
	largestType  = 11.0
	smallestType = 4.0
)

// sealText is what stands on a seal.
type sealText struct {
	name          string
	at            time.Time
	place, reason string
}

// line is a label and what follows it.
type line struct{ label, text string }

func (t sealText) lines() []line {
	list := []line{{"Người ký: ", t.name}, {"Ngày ký: ", t.at.In(vietnam).Format("02/01/2006 15:04:05 -07:00")}}
	if t.place != "" {
		list = append(list, line{"Nơi ký: ", t.place})
	}
	if t.reason != "" {
		list = append(list, line{"Lý do: ", t.reason})
	}
	return list
}

var sealColor = color.NRGBA{R: 0xb0, G: 0x12, B: 0x1a, A: 0xff} // the red of Vietnamese seals

// draw draws the seal for a rectangle in points.
func (s *Seal) draw(width, height float64, text sealText) (image.Image, error) {
	w, h := pixels(width), pixels(height)
	if w > maxStamp || h > maxStamp {
		return nil, badStamp(errors.New("size"))
	}
	canvas := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.Draw(canvas, canvas.Bounds(), image.White, image.Point{}, draw.Src)
	frame(canvas, max(1, pixels(0.8)))
	pad := pixels(4)
	area := image.Rect(pad, pad, w-pad, h-pad)
	if len(s.Logo) > 0 {
		logo, err := decodePicture(s.Logo)
		if err != nil {
			return nil, err
		}
		side := min(area.Dy(), area.Dx()/3)
		fit(canvas, image.Rect(area.Min.X, area.Min.Y, area.Min.X+side, area.Max.Y), logo)
		area.Min.X += side + pad
	}
	for size := largestType; size >= smallestType; size -= 0.5 {
		p, err := s.pen(size)
		if err != nil {
			return nil, err
		}
		if done, err := p.write(canvas, area, text.lines()); err != nil || done {
			return canvas, err
		}
	}
	return nil, unsignable(errors.New("text has no room"), "Chưa ký được: chữ trên con dấu không vừa khung. Chọn khung lớn hơn hoặc rút ngắn nơi ký, lý do.")
}

func pixels(points float64) int { return int(points*dotsPerInch/72 + 0.5) }

func frame(canvas *image.NRGBA, thick int) {
	b := canvas.Bounds()
	for _, edge := range []image.Rectangle{
		{b.Min, image.Pt(b.Max.X, thick)}, {image.Pt(0, b.Max.Y-thick), b.Max},
		{b.Min, image.Pt(thick, b.Max.Y)}, {image.Pt(b.Max.X-thick, 0), b.Max},
	} {
		draw.Draw(canvas, edge, image.NewUniform(sealColor), image.Point{}, draw.Src)
	}
}

// fit draws a picture as large as it goes into a box, in the middle.
func fit(canvas draw.Image, box image.Rectangle, picture image.Image) {
	b := picture.Bounds()
	w, h := box.Dx(), box.Dx()*b.Dy()/max(1, b.Dx())
	if h > box.Dy() {
		w, h = box.Dy()*b.Dx()/max(1, b.Dy()), box.Dy()
	}
	at := image.Pt(box.Min.X+(box.Dx()-w)/2, box.Min.Y+(box.Dy()-h)/2)
	scale.CatmullRom.Scale(canvas, image.Rectangle{at, at.Add(image.Pt(w, h))}, picture, b, draw.Over, nil)
}

// pen writes in one size of type.
type pen struct {
	regular, bold font.Face
	step          int // from line to line
	rise          int // from the top of a line to its foot
}

func (s *Seal) pen(size float64) (*pen, error) {
	regular, err := face(s.Regular, size)
	if err != nil {
		return nil, err
	}
	bold, err := face(s.Bold, size)
	if err != nil {
		return nil, err
	}
	m := regular.Metrics()
	return &pen{regular, bold, (m.Ascent + m.Descent).Ceil(), m.Ascent.Ceil()}, nil
}

func face(data []byte, size float64) (font.Face, error) {
	parsed, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("read font of the stamp: %w", err)
	}
	return opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: dotsPerInch, Hinting: font.HintingNone})
}

// word is a piece of a line with its face.
type word struct {
	text string
	face font.Face
}

// write sets the lines into the area, broken between words, and says whether
// they had room. Nothing is drawn where they had not.
func (p *pen) write(canvas draw.Image, area image.Rectangle, lines []line) (bool, error) {
	var rows [][]word
	for _, l := range lines {
		broken, err := p.wrap(l, area.Dx())
		if err != nil || broken == nil {
			return false, err
		}
		rows = append(rows, broken...)
	}
	if len(rows)*p.step > area.Dy() {
		return false, nil
	}
	top := area.Min.Y + (area.Dy()-len(rows)*p.step)/2
	for i, row := range rows {
		d := font.Drawer{Dst: canvas, Src: image.NewUniform(sealColor), Dot: fixed.P(area.Min.X, top+i*p.step+p.rise)}
		for _, w := range row {
			d.Face = w.face
			d.DrawString(w.text)
		}
	}
	return true, nil
}

// wrap breaks one line; nil where a single word is wider than the area.
func (p *pen) wrap(l line, width int) ([][]word, error) {
	var words []word
	for _, part := range []struct {
		text string
		face font.Face
	}{{l.label, p.regular}, {l.text, p.bold}} {
		text := norm.NFC.String(part.text)
		for _, r := range text {
			if _, ok := part.face.GlyphAdvance(r); !ok || r < ' ' {
				return nil, unsignable(fmt.Errorf("letter %U", r), fmt.Sprintf("Chưa ký được: phông chữ của con dấu không có ký tự «%c» trong «%s». Sửa tên, nơi ký hoặc lý do.", r, part.text))
			}
		}
		for _, piece := range strings.SplitAfter(text, " ") {
			words = append(words, word{piece, part.face})
		}
	}
	var rows [][]word
	var row []word
	used := fixed.Int26_6(0)
	for _, w := range words {
		wide := font.MeasureString(w.face, w.text)
		if font.MeasureString(w.face, trimRight(w.text)).Ceil() > width {
			return nil, nil
		}
		if used+font.MeasureString(w.face, trimRight(w.text)) > fixed.I(width) {
			rows, row, used = append(rows, row), nil, 0
		}
		row, used = append(row, w), used+wide
	}
	return append(rows, row), nil
}

func trimRight(text string) string { return strings.TrimRight(text, " ") }
