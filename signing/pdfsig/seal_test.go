package pdfsig

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ankhai/signing"
)

func seal(t testing.TB, logo []byte) *Seal {
	t.Helper()
	s := &Seal{Logo: logo}
	for name, into := range map[string]*[]byte{"Regular": &s.Regular, "Bold": &s.Bold} {
		data, err := os.ReadFile("../../assets/fonts/Tinos-" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		*into = data
	}
	return s
}

// shown is part of the first page as poppler draws it, as many dots an inch as
// stamps have.
func shown(t *testing.T, pdf []byte, box image.Rectangle) image.Image {
	t.Helper()
	command := tool(t, "pdftoppm")
	path := file(t, "shown.pdf", pdf)
	out := filepath.Join(t.TempDir(), "page")
	place := []string{"-r", strconv.Itoa(dotsPerInch), "-x", strconv.Itoa(box.Min.X), "-y", strconv.Itoa(box.Min.Y), "-W", strconv.Itoa(box.Dx()), "-H", strconv.Itoa(box.Dy())}
	if said, err := exec.Command(command, append(place, "-png", "-singlefile", path, out)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	data, err := os.ReadFile(out + ".png")
	if err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("ANKHAI_PICTURES"); keep != "" {
		if err := os.WriteFile(filepath.Join(keep, strings.NewReplacer("/", "-", " ", "_").Replace(t.Name())+".png"), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// green is a point's brightness, 0 to 255; seals are red on white.
func green(p image.Image, x, y int) int {
	_, g, _, _ := p.At(x, y).RGBA()
	return int(g >> 8)
}

func apart(a, b int) int { return max(a-b, b-a) }

// matching is where a picture lies best in a part of a page that was drawn with
// an edge to spare, and how far the two differ there, 0 to 1.
func matching(page, want image.Image) (at image.Point, differs float64) {
	differs = 1
	size := want.Bounds().Size()
	spare := page.Bounds().Size().Sub(size)
	for dy := 0; dy <= spare.Y; dy++ {
		for dx := 0; dx <= spare.X; dx++ {
			sum := 0
			for y := 0; y < size.Y; y += 3 {
				for x := range size.X {
					sum += apart(green(page, dx+x, dy+y), green(want, x, y))
				}
			}
			if d := 3 * float64(sum) / float64(255*size.X*size.Y); d < differs {
				at, differs = image.Pt(dx, dy), d
			}
		}
	}
	return at, differs
}

// tells says, of the points in which two pictures differ plainly, on how many the
// page is like the first one.
func tells(page image.Image, at image.Point, want, other image.Image) (share float64, points int) {
	size := want.Bounds().Size()
	like := 0
	for y := range size.Y {
		for x := range size.X {
			a, b := green(want, x, y), green(other, x, y)
			if apart(a, b) < 150 {
				continue
			}
			points++
			if c := green(page, at.X+x, at.Y+y); apart(c, a) < apart(c, b) {
				like++
			}
		}
	}
	return float64(like) / float64(max(1, points)), points
}

// The stamp is seen on the page, upright, with the letters that were drawn.
func TestSealIsSeen(t *testing.T) {
	const place, reason = "Thành phố Hồ Chí Minh", "Ký hồ sơ bảo hiểm xã hội: ẵ ỗ ợ ữ ỹ đ Ẳ Ệ Ợ Ự"
	for _, c := range []struct {
		name  string
		pdf   []byte
		stamp Stamp
		x, y  float64 // of its upper left corner on the page as shown, in points
	}{
		{"lower right", evenPage(0), Stamp{Seal: seal(t, nil)}, 366, 738},
		{"upper left, logo", evenPage(0), Stamp{Corner: TopLeft, Seal: seal(t, picture(t))}, 24, 24},
		{"rectangle", evenPage(0), Stamp{X0: 72, Y0: 72, X1: 288, Y1: 216, Seal: seal(t, nil)}, 72, 624},
		{"page turned by 90", evenPage(90), Stamp{Seal: seal(t, nil)}, 606, 498},
		{"page turned by 180", evenPage(180), Stamp{Seal: seal(t, nil)}, 366, 738},
		{"page turned by 270", evenPage(270), Stamp{Seal: seal(t, nil)}, 606, 498},
	} {
		t.Run(c.name, func(t *testing.T) {
			signed, err := Sign(context.Background(), c.pdf, setUp(t).key, Options{Time: signedAt, Location: place, Reason: reason, Stamp: &c.stamp})
			if err != nil {
				t.Fatal(err)
			}
			width, height := cornerWidth, cornerHeight
			if c.stamp.X1 > 0 {
				width, height = c.stamp.X1-c.stamp.X0, c.stamp.Y1-c.stamp.Y0
			}
			text := sealText{name: signing.CommonName(setUp(t).key.Certificate()), at: signedAt, place: place, reason: reason}
			want, err := c.stamp.Seal.draw(width, height, text)
			if err != nil {
				t.Fatal(err)
			}
			text.reason = "Ky ho so bao hiem xa hoi: a o o u y d A E O U"
			bare, err := c.stamp.Seal.draw(width, height, text)
			if err != nil {
				t.Fatal(err)
			}
			const spare = 1
			at := image.Pt(pixels(c.x)-spare, pixels(c.y)-spare)
			page := shown(t, signed, image.Rectangle{at, at.Add(want.Bounds().Size()).Add(image.Pt(2*spare, 2*spare))})
			where, differs := matching(page, want)
			diacritics, points := tells(page, where, want, bare)
			upright, _ := tells(page, where, want, turned(want, 180))
			if differs > 0.04 || diacritics < 0.8 || points < 1000 || upright < 0.9 {
				t.Errorf("differs by %.4f; of %d points in which the diacritics tell %.3f are right; upright %.3f", differs, points, diacritics, upright)
			}
			if said := pdfsigSays(t, signed); !strings.Contains(said, "Signature is Valid") || !strings.Contains(said, "Total document signed") {
				t.Errorf("pdfsig: %s", said)
			}
		})
	}
}

// evenPage has a size that puts stamps on whole dots.
func evenPage(turn int) []byte {
	doc := document("x")
	page := strings.Replace(bodyOf(doc, 4), "[0 0 595 842]", "[0 0 600 840]", 1)
	return increment(doc, object{4, strings.Replace(page, "/Type /Page", fmt.Sprintf("/Type /Page /Rotate %d", turn), 1)})
}

func TestSealIsRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		stamp Stamp
		place string
		say   string
	}{
		{"no such page", Stamp{Page: 2, Seal: seal(t, nil)}, "", "không có trang 2"},
		{"no such page from the end", Stamp{Page: -2, Seal: seal(t, nil)}, "", "không có trang"},
		{"letter without a glyph", Stamp{Seal: seal(t, nil)}, "東京", "không có ký tự"},
		{"no room", Stamp{X0: 10, Y0: 10, X1: 40, Y1: 20, Seal: seal(t, nil)}, "Hà Nội", "không vừa khung"},
		{"logo is no picture", Stamp{Seal: seal(t, []byte("x"))}, "", "ảnh con dấu"},
		{"nothing to draw", Stamp{}, "", "ảnh con dấu"},
		{"empty rectangle", Stamp{X0: 5, Y0: 5, X1: 5, Y1: 50, Seal: seal(t, nil)}, "", "ảnh con dấu"},
	} {
		_, err := Sign(context.Background(), document("x"), setUp(t).key, Options{Time: signedAt, Location: c.place, Stamp: &c.stamp})
		if !errors.Is(err, signing.ErrDocument) || !strings.Contains(signing.Say(err), c.say) {
			t.Errorf("%s: %v, %q", c.name, err, signing.Say(err))
		}
	}
}
