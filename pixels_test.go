package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// shot keeps a picture of the screen.
func (j *journey) shot(t *testing.T, name string) image.Image {
	t.Helper()
	j.n++
	j.last = filepath.Join(j.shots, fmt.Sprintf("%s%02d-%s.png", j.story, j.n, name))
	m := j.look(t)
	var b bytes.Buffer
	must(t, png.Encode(&b, m))
	must(t, os.WriteFile(j.last, b.Bytes(), 0o644))
	return m
}

// look is what is on the screen: the X server keeps it in a file, in the format of xwd.
func (j *journey) look(t *testing.T) *image.RGBA {
	t.Helper()
	data, err := os.ReadFile(j.frame)
	must(t, err)
	field := func(n int) int { return int(binary.BigEndian.Uint32(data[4*n:])) }
	const colour = 12 // bytes of an entry of the colour map, which stands before the picture
	line, from := field(12), field(0)+field(19)*colour
	if depth := field(11); depth != 32 || len(data) < from+line*j.size.Y {
		t.Fatalf("a picture of %d bits and %d bytes", depth, len(data))
	}
	m := image.NewRGBA(image.Rectangle{Max: j.size})
	for y := range j.size.Y {
		in, out := data[from+y*line:], m.Pix[y*m.Stride:]
		for x := 0; x < 4*j.size.X; x += 4 {
			out[x], out[x+1], out[x+2], out[x+3] = in[x+2], in[x+1], in[x], 0xFF
		}
	}
	return m
}

// The colours of the rail and of the page's strong button.
var (
	rail   = color.RGBA{0x0E, 0x2F, 0x55, 255}
	strong = color.RGBA{0x0B, 0x5C, 0xAB, 255}
)

func (j *journey) strongAt(t *testing.T, x, y int) bool {
	t.Helper()
	return near(j.look(t), image.Pt(x, y), j.scale, strong)
}

// clickStrong clicks the first strong button from the height top down, once one is there:
// how high it stands depends on what else its dialog says.
func (j *journey) clickStrong(t *testing.T, x, top, bottom int) {
	t.Helper()
	at := 0
	j.wait(t, "", func() bool {
		m := j.look(t)
		for at = top; at < bottom; at++ {
			if near(m, image.Pt(x, at), j.scale, strong) {
				return true
			}
		}
		return false
	})
	j.settle(t)
	j.click(t, x, at+10)
}

func (j *journey) rail(t *testing.T) {
	t.Helper()
	if m := j.look(t); !near(m, railSpot, j.scale, rail) {
		t.Errorf("the rail is %v: %s", m.At(railSpot.X, railSpot.Y), j.last)
	}
}

// wordsAt reports whether something is written in a place.
func (j *journey) wordsAt(m image.Image, in image.Rectangle) bool {
	n := 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if dark(m.At(int(float64(x)*j.scale), int(float64(y)*j.scale))) {
				n++
			}
		}
	}
	return n > 30
}

func near(m image.Image, p image.Point, scale float64, want color.RGBA) bool {
	r, g, b, _ := m.At(int(float64(p.X)*scale), int(float64(p.Y)*scale)).RGBA()
	off := func(a uint32, b uint8) bool { d := int(a>>8) - int(b); return d < -6 || d > 6 }
	return !off(r, want.R) && !off(g, want.G) && !off(b, want.B)
}

// same reports whether two pictures show the same words in a place; the
// selection's colour may differ.
func same(a, b image.Image, in image.Rectangle) bool {
	n := 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if dark(a.At(x, y)) != dark(b.At(x, y)) {
				n++
			}
		}
	}
	return n < 12
}

func dark(c color.Color) bool {
	r, g, b, _ := c.RGBA()
	return (r+g+b)/3 < 0x7000
}

// changed counts the pixels that differ.
func changed(a, b *image.RGBA) (n int) {
	for i := 0; i < len(a.Pix); i += 4 {
		if [3]byte(a.Pix[i:i+3]) != [3]byte(b.Pix[i:i+3]) {
			n++
		}
	}
	return n
}

// strongest is within the lowest strong button of a part of the screen; zero where there
// is none.
func (j *journey) strongest(t *testing.T, in image.Rectangle) image.Point {
	t.Helper()
	m := j.look(t)
	for y := in.Max.Y - 1; y > in.Min.Y+8; y-- {
		for x := in.Min.X; x < in.Max.X; x += 6 {
			p := image.Pt(x, y)
			if near(m, p, 1, strong) && near(m, p.Add(image.Pt(12, 0)), 1, strong) && near(m, p.Add(image.Pt(0, -4)), 1, strong) && near(m, p.Add(image.Pt(12, -4)), 1, strong) {
				return p.Add(image.Pt(6, -3))
			}
		}
	}
	return image.Point{}
}
