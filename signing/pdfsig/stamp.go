package pdfsig

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // stamps come as JPEG or PNG
	"image/png"

	"github.com/digitorus/pdfsign/sign"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ankhai/signing"
)

// maxStamp bounds the stamp's picture, in pixels a side.
const maxStamp = 4000

// Corner is where on a page a stamp stands.
type Corner int

// The corners of a page as it is seen.
const (
	BottomRight Corner = iota
	BottomLeft
	TopRight
	TopLeft
)

// The size of a stamp that stands in a corner and its distance from the edges,
// in points.
const (
	cornerWidth  = 210.0
	cornerHeight = 78.0
	cornerMargin = 24.0
)

// Stamp makes a signature visible: a picture on a page. There is no text stamp of
// the library's: it writes Vietnamese letters wrongly.
type Stamp struct {
	Page   int // from 1; 0 is the first, -1 the last
	Corner Corner
	// A rectangle in points from the lower left corner of the page as it is seen,
	// turned pages included; all zero takes the corner.
	X0, Y0, X1, Y1 float64
	// Image is drawn by the caller, PNG or JPEG. Without it, Seal is drawn.
	Image []byte
	Seal  *Seal
}

// appearance places the stamp on a page of the file.
func (s *Stamp) appearance(b *book, opts Options) (sign.Appearance, error) {
	if s == nil {
		return sign.Appearance{}, nil
	}
	index := max(0, s.Page-1)
	if s.Page < 0 {
		index = len(b.leafs) + s.Page
	}
	if index < 0 || index >= len(b.leafs) {
		return sign.Appearance{}, unsignable(fmt.Errorf("page %d", s.Page), fmt.Sprintf("Chưa ký được: tệp PDF không có trang %d để đặt con dấu (có %d trang). Chọn lại trang.", s.Page, len(b.leafs)))
	}
	view := b.viewOf(b.leafs[index])
	x0, y0, x1, y1 := s.X0, s.Y0, s.X1, s.Y1
	if x0 == 0 && y0 == 0 && x1 == 0 && y1 == 0 {
		x0, y0, x1, y1 = s.Corner.on(view)
	}
	if x1-x0 < 1 || y1-y0 < 1 {
		return sign.Appearance{}, badStamp(errors.New("empty rectangle"))
	}
	picture, err := s.picture(x1-x0, y1-y0, opts)
	if err != nil {
		return sign.Appearance{}, err
	}
	var out bytes.Buffer // always PNG: the library mistakes grey JPEGs for coloured ones
	if err := png.Encode(&out, turned(picture, view.turn)); err != nil {
		return sign.Appearance{}, badStamp(err)
	}
	px, py := view.point(x0, y0)
	qx, qy := view.point(x1, y1)
	return sign.Appearance{
		Visible: true, Page: uint32(index + 1), Image: out.Bytes(),
		LowerLeftX: min(px, qx), LowerLeftY: min(py, qy), UpperRightX: max(px, qx), UpperRightY: max(py, qy),
	}, nil
}

// on is the rectangle in a corner of a page; a small page gets a small stamp.
func (c Corner) on(v view) (x0, y0, x1, y1 float64) {
	width, height := v.seen()
	w := min(cornerWidth, width-2*cornerMargin)
	h := min(cornerHeight, height-2*cornerMargin)
	x0, y0 = width-cornerMargin-w, cornerMargin
	if c == BottomLeft || c == TopLeft {
		x0 = cornerMargin
	}
	if c == TopLeft || c == TopRight {
		y0 = height - cornerMargin - h
	}
	return x0, y0, x0 + w, y0 + h
}

func badStamp(cause error) error {
	return unsignable(cause, "Chưa ký được: không đọc được ảnh con dấu. Chọn ảnh PNG hoặc JPEG không quá 4000 điểm mỗi chiều.")
}

// picture is the caller's, or the seal drawn for a rectangle in points.
func (s *Stamp) picture(width, height float64, opts Options) (image.Image, error) {
	if len(s.Image) > 0 {
		return decodePicture(s.Image)
	}
	if s.Seal == nil {
		return nil, badStamp(errors.New("no picture"))
	}
	return s.Seal.draw(width, height, sealText{
		name: signing.CommonName(opts.Cert), at: opts.Time, place: opts.Location, reason: opts.Reason,
	})
}

func decodePicture(data []byte) (image.Image, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, badStamp(err)
	}
	if config.Width > maxStamp || config.Height > maxStamp {
		return nil, badStamp(errors.New("size"))
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, badStamp(err)
	}
	return picture, nil
}

// view is how a page is shown: its visible box and its turn, in degrees
// clockwise.
type view struct {
	x, y, width, height float64
	turn                int
}

// viewOf reads the boxes and the turn, which a page may inherit.
func (b *book) viewOf(page types.Dict) view {
	v := view{width: 612, height: 792} // where nothing is said
	turn, _ := b.get(b.inherited(page, "Rotate")).(types.Integer)
	v.turn = ((turn.Value()%360 + 360) % 360) / 90 * 90
	for _, key := range []string{"MediaBox", "CropBox"} {
		box := b.array(b.inherited(page, key))
		if len(box) != 4 {
			continue
		}
		var n [4]float64
		for i, o := range box {
			n[i] = b.float(o)
		}
		x0, x1, y0, y1 := min(n[0], n[2]), max(n[0], n[2]), min(n[1], n[3]), max(n[1], n[3])
		if x1-x0 >= 1 && y1-y0 >= 1 {
			v.x, v.y, v.width, v.height = x0, y0, x1-x0, y1-y0
		}
	}
	return v
}

func (b *book) float(o types.Object) float64 {
	switch n := b.get(o).(type) {
	case types.Integer:
		return float64(n)
	case types.Float:
		return float64(n)
	}
	return 0
}

// inherited is an attribute of a page or of a node above it.
func (b *book) inherited(page types.Dict, key string) types.Object {
	for range 64 {
		if page == nil {
			return nil
		}
		if o := page[key]; b.get(o) != nil {
			return o
		}
		page = b.dict(page["Parent"])
	}
	return nil
}

// seen is the size of the page as it is shown.
func (v view) seen() (width, height float64) {
	if v.turn%180 == 90 {
		return v.height, v.width
	}
	return v.width, v.height
}

// point turns a place on the shown page into the page's own coordinates.
func (v view) point(x, y float64) (float64, float64) {
	switch v.turn {
	case 90:
		return v.x + v.width - y, v.y + x
	case 180:
		return v.x + v.width - x, v.y + v.height - y
	case 270:
		return v.x + y, v.y + v.height - x
	}
	return v.x + x, v.y + y
}

// turned turns a picture against the page's turn, so that it stands upright.
func turned(p image.Image, degrees int) image.Image {
	if degrees == 0 {
		return p
	}
	b := p.Bounds()
	w, h := b.Dx(), b.Dy()
	size := image.Rect(0, 0, w, h)
	if degrees%180 == 90 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewNRGBA(size)
	for y := range h {
		for x := range w {
			c := p.At(b.Min.X+x, b.Min.Y+y)
			switch degrees {
			case 90:
				out.Set(y, w-1-x, c)
			case 180:
				out.Set(w-1-x, h-1-y, c)
			default:
				out.Set(h-1-y, x, c)
			}
		}
	}
	return out
}
