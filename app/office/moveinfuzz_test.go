package office

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"ankhai/forms/lichsu"
)

// Whatever other programs leave is read or refused: nothing stops the program, what is
// not taken says why, and what is taken speaks of somebody and has a place.
func FuzzMovedXML(f *testing.F) {
	seeds, err := filepath.Glob(filepath.Join("..", "..", "forms", "xmlfile", "testdata", "*.xml"))
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("<Hoso><FileToKhai>"))
	f.Add([]byte("<D02-TS><NoiDung><LaoDong><HoTen>A</HoTen><PA>XX</PA></LaoDong></NoiDung></D02-TS>"))
	o := &Office{now: testNow, dir: f.TempDir()}
	f.Fuzz(func(t *testing.T, data []byte) {
		out := movedFile{MovedFile: MovedFile{Name: "la.xml"}}
		r := movedReader{office: o, mst: "0100109106", in: MoveInFile{Name: "la.xml", Data: data}, out: &out}
		if err := r.xml(t.Context()); err != nil {
			if Say(err) == "" || len(out.Dong) > 0 {
				t.Fatalf("refused as %q with %d lines: %v", Say(err), len(out.Dong), err)
			}
			return
		}
		for _, l := range out.Dong {
			if l.Noi == "" || l.HoTen == "" && l.MaSoBHXH == "" && l.SoCCCD == "" || l.Loai == lichsu.KhaiPhuongAn && !knownPhuongAn(l.PhuongAn) {
				t.Fatalf("line %+v", l)
			}
		}
		for _, p := range r.problems {
			if p.Message == "" || !utf8.ValidString(p.Message) {
				t.Fatalf("problem %+v", p)
			}
		}
	})
}
