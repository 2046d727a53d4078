package print

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

var pictureDay = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

// quarters has a colour in each quarter: red, green, blue, yellow from the upper
// left, row by row.
func quarters(w, h int) *image.NRGBA {
	p := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p.SetNRGBA(x, y, quarterColor[2*(2*y/h)+2*x/w])
		}
	}
	return p
}

var quarterColor = [4]color.NRGBA{{200, 0, 0, 255}, {0, 160, 0, 255}, {0, 0, 200, 255}, {220, 220, 0, 255}}

func asJPEG(t testing.TB, p image.Image, held uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	if held == 0 {
		return b.Bytes()
	}
	exif := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	binary.LittleEndian.PutUint16(exif[24:], held)
	head := []byte{0xff, 0xd8, 0xff, 0xe1, 0, byte(len(exif) + 2)}
	return append(append(head, exif...), b.Bytes()[2:]...)
}

func asPNG(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// quartersShown are the colours of the quarters of the page as poppler draws it,
// and its size at 36 dots an inch.
func quartersShown(t *testing.T, pdf []byte) ([4]int, image.Point) {
	t.Helper()
	command, err := exec.LookPath("pdftoppm")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("pdftoppm is missing")
		}
		t.Skip("pdftoppm is missing")
	}
	path := filepath.Join(t.TempDir(), "scan")
	if err := os.WriteFile(path+".pdf", pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(command, "-r", "36", "-png", "-singlefile", path+".pdf", path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	data, err := os.ReadFile(path + ".png")
	if err != nil {
		t.Fatal(err)
	}
	page, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	size := page.Bounds().Size()
	var got [4]int
	for i := range got {
		got[i] = -1
		r, g, b, _ := page.At(size.X*(1+2*(i%2))/4, size.Y*(1+2*(i/2))/4).RGBA()
		for n, c := range quarterColor {
			near := func(a uint32, b uint8) bool { return max(int(a>>8)-int(b), int(b)-int(a>>8)) < 40 }
			if near(r, c.R) && near(g, c.G) && near(b, c.B) {
				got[i] = n
			}
		}
	}
	return got, size
}

func TestPictureStandsUpright(t *testing.T) {
	sharp := image.NewNRGBA64(image.Rect(0, 0, 60, 80))
	for y := range 80 {
		for x := range 60 {
			sharp.Set(x, y, quarters(60, 80).At(x, y))
		}
	}
	tall, wide := image.Pt(298, 421), image.Pt(421, 298)
	for _, c := range []struct {
		name string
		data []byte
		want [4]int
		size image.Point
	}{
		{"JPEG", asJPEG(t, quarters(60, 80), 0), [4]int{0, 1, 2, 3}, tall},
		{"PNG", asPNG(t, quarters(60, 80)), [4]int{0, 1, 2, 3}, tall},
		{"PNG of 16 bits", asPNG(t, sharp), [4]int{0, 1, 2, 3}, tall},
		{"wide", asPNG(t, quarters(80, 60)), [4]int{0, 1, 2, 3}, wide},
		{"held 1", asJPEG(t, quarters(60, 80), 1), [4]int{0, 1, 2, 3}, tall},
		{"held 2, mirrored", asJPEG(t, quarters(60, 80), 2), [4]int{1, 0, 3, 2}, tall},
		{"held 3, upside down", asJPEG(t, quarters(60, 80), 3), [4]int{3, 2, 1, 0}, tall},
		{"held 4", asJPEG(t, quarters(60, 80), 4), [4]int{2, 3, 0, 1}, tall},
		{"held 5", asJPEG(t, quarters(80, 60), 5), [4]int{0, 2, 1, 3}, tall},
		{"held 6, on its side", asJPEG(t, quarters(80, 60), 6), [4]int{2, 0, 3, 1}, tall},
		{"held 7", asJPEG(t, quarters(80, 60), 7), [4]int{3, 1, 2, 0}, tall},
		{"held 8, on its other side", asJPEG(t, quarters(80, 60), 8), [4]int{1, 3, 0, 2}, tall},
	} {
		t.Run(c.name, func(t *testing.T) {
			pdf, err := Picture(c.data, Options{Made: pictureDay, Title: "Quyết định nghỉ việc"})
			if err != nil {
				t.Fatal(err)
			}
			again, err := Picture(c.data, Options{Made: pictureDay, Title: "Quyết định nghỉ việc"})
			if err != nil || !bytes.Equal(pdf, again) {
				t.Errorf("the same scan gave other bytes, %v", err)
			}
			got, size := quartersShown(t, pdf)
			if got != c.want || max(size.X-c.size.X, c.size.X-size.X, size.Y-c.size.Y, c.size.Y-size.Y) > 1 {
				t.Errorf("got %v on %v, want %v on %v", got, size, c.want, c.size)
			}
		})
	}
}

func TestPictureIsRefused(t *testing.T) {
	whole := asJPEG(t, quarters(60, 80), 0)
	huge := asPNG(t, image.NewGray(image.Rect(0, 0, 10, 10)))
	binary.BigEndian.PutUint32(huge[16:], 60_000)
	for name, data := range map[string][]byte{
		"nothing": nil, "GIF": []byte("GIF89a"), "cut short": whole[:len(whole)*2/3], "header only": whole[:20],
		"PNG cut short": asPNG(t, quarters(60, 80))[:60], "too many points": huge,
	} {
		if _, err := Picture(data, Options{Made: pictureDay}); !errors.Is(err, ErrPicture) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Picture(whole, Options{}); !errors.Is(err, ErrNoTime) {
		t.Errorf("no time: %v", err)
	}
}

func FuzzPicture(f *testing.F) {
	f.Add(asJPEG(f, quarters(6, 8), 6))
	f.Add(asPNG(f, quarters(6, 8)))
	f.Fuzz(func(t *testing.T, data []byte) {
		pdf, err := Picture(data, Options{Made: pictureDay})
		if err == nil && !bytes.HasPrefix(pdf, []byte("%PDF-")) {
			t.Fatal("no PDF")
		}
		if err != nil && !errors.Is(err, ErrPicture) {
			t.Fatal(err)
		}
	})
}
