package print

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"

	"codeberg.org/go-pdf/fpdf"
)

// ErrPicture says that a file is no whole JPEG or PNG, or has too many points.
var ErrPicture = errors.New("print: no picture that can be printed")

// maxPoints bounds a picture: an A4 page at 600 dots an inch has 35 million.
const maxPoints = 60_000_000

// Picture makes a one-page PDF of a scan or photograph, JPEG or PNG: A4, upright
// as the camera was held, as large as the page lets it be. Options.Made must be
// set; Title and Author go into the file's metadata.
func Picture(data []byte, o Options) ([]byte, error) {
	if o.Made.IsZero() {
		return nil, ErrNoTime
	}
	p, err := readPicture(data)
	if err != nil {
		return nil, fmt.Errorf("print picture: %w", err)
	}
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(o.Made)
	f.SetModificationDate(o.Made)
	f.SetProducer("AnKhai", true)
	f.SetLang("vi-VN")
	f.SetTitle(clean(o.Title), true)
	f.SetAuthor(clean(o.Author), true)
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	way := "P"
	if w, h := p.shown(); w > h {
		way = "L"
	}
	f.AddPageFormat(way, f.GetPageSizeStr("A4"))
	f.RegisterImageOptionsReader("scan", fpdf.ImageOptions{ImageType: p.kind}, bytes.NewReader(p.data))
	p.place(f)
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		return nil, fmt.Errorf("print picture: %w: %w", ErrPicture, err)
	}
	return b.Bytes(), nil
}

// picture is one that the PDF library can take as it is.
type picture struct {
	kind          string // JPG or PNG
	data          []byte
	width, height int // as stored
	turn          int // degrees clockwise that make it upright
	mirror        bool
}

// readPicture decodes the whole, so that a file cut short is noticed, and writes
// PNGs anew: the library does not take interlaced or 16-bit ones.
func readPicture(data []byte) (picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return picture{}, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxPoints/config.Height {
		return picture{}, fmt.Errorf("%w: %d × %d points", ErrPicture, config.Width, config.Height)
	}
	p := picture{data: data, width: config.Width, height: config.Height}
	switch format {
	case "jpeg":
		if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
			return picture{}, fmt.Errorf("%w: %w", ErrPicture, err)
		}
		p.kind = "JPG"
		p.turn, p.mirror = orientation(data)
	case "png":
		whole, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return picture{}, fmt.Errorf("%w: %w", ErrPicture, err)
		}
		var b bytes.Buffer
		if err := png.Encode(&b, eightBits(whole)); err != nil {
			return picture{}, fmt.Errorf("%w: %w", ErrPicture, err)
		}
		p.kind, p.data = "PNG", b.Bytes()
	default:
		return picture{}, fmt.Errorf("%w: %s", ErrPicture, format)
	}
	return p, nil
}

// eightBits is the picture on white paper with eight bits a colour.
func eightBits(p image.Image) image.Image {
	switch p.(type) {
	case *image.Gray, *image.Paletted:
		return p
	}
	b := p.Bounds()
	out := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			r, g, blue, a := p.At(b.Min.X+x, b.Min.Y+y).RGBA()
			white := 0xffff - a // colours come multiplied by their opacity
			at := out.Pix[out.PixOffset(x, y):]
			at[0], at[1], at[2], at[3] = uint8((r+white)>>8), uint8((g+white)>>8), uint8((blue+white)>>8), 0xff
		}
	}
	return out
}

// shown is the size of the picture once it stands upright.
func (p picture) shown() (width, height int) {
	if p.turn%180 == 90 {
		return p.height, p.width
	}
	return p.width, p.height
}

// place draws the picture in the middle of the page, with an edge that printers
// leave white.
func (p picture) place(f *fpdf.Fpdf) {
	const edge = 14.0 // points
	pageWidth, pageHeight := f.GetPageSize()
	width, height := p.shown()
	scale := min((pageWidth-2*edge)/float64(width), (pageHeight-2*edge)/float64(height))
	w, h := float64(p.width)*scale, float64(p.height)*scale
	x, y := (pageWidth-w)/2, (pageHeight-h)/2
	f.TransformBegin()
	f.TransformRotate(-float64(p.turn), pageWidth/2, pageHeight/2)
	if p.mirror {
		f.TransformMirrorHorizontal(pageWidth / 2)
	}
	f.ImageOptions("scan", x, y, w, h, false, fpdf.ImageOptions{ImageType: p.kind}, 0, "")
	f.TransformEnd()
}

// orientation reads how the camera was held (Exif 2.3, tag 0x0112): what turns
// and mirrors the stored picture upright. A file that does not say it stays.
func orientation(data []byte) (turn int, mirror bool) {
	for p := 2; p+4 <= len(data) && data[p] == 0xff; {
		size := int(binary.BigEndian.Uint16(data[p+2:]))
		if data[p+1] == 0xda || p+2+size > len(data) || size < 2 {
			break
		}
		if segment := data[p+4 : p+2+size]; data[p+1] == 0xe1 && bytes.HasPrefix(segment, []byte("Exif\x00\x00")) {
			return exifOrientation(segment[6:])
		}
		p += 2 + size
	}
	return 0, false
}

// exifOrientation looks in the first directory of a TIFF header.
func exifOrientation(tiff []byte) (turn int, mirror bool) {
	if len(tiff) < 8 {
		return 0, false
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 0, false
	}
	for n := int(order.Uint16(tiff[at:])); n > 0 && at+14 <= len(tiff); n-- {
		entry := tiff[at+2:]
		if order.Uint16(entry) == 0x0112 {
			switch order.Uint16(entry[8:]) {
			case 2:
				return 0, true
			case 3:
				return 180, false
			case 4:
				return 180, true
			case 5:
				return 270, true
			case 6:
				return 90, false
			case 7:
				return 90, true
			case 8:
				return 270, false
			}
			return 0, false
		}
		at += 12
	}
	return 0, false
}
