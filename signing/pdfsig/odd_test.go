package pdfsig

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// odd is a PDF as some program in the world writes it.
type odd struct {
	name string
	pdf  []byte
	// sound says that the file is nothing but unusual: it must be signed. The
	// others may be signed or refused.
	sound bool
}

// plan is how a file is written.
type plan struct {
	version string
	eol     string
	catalog string // further entries
	page    string // further entries of each page
	more    []string
	pages   int
	depth   int // of the page tree
	table   string
	trailer string
	jump    int // the number of the first further object
	gen     int // generation of the catalogue
	spaced  bool
}

// objects are the bodies by number, from 1: catalogue, tree, font, then pages and
// contents, then the tree's lower nodes and what else there is.
func (p plan) objects() map[int]string {
	list := map[int]string{}
	pages, depth := max(1, p.pages), max(1, p.depth)
	next := 4
	var kids []string
	parent := 2
	if depth > 1 {
		parent = 4 + 2*pages + depth - 2
	}
	for range pages {
		list[next] = fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> %s >>", parent, next+1, p.page)
		stream := "BT /F1 24 Tf 72 720 Td (Trang) Tj ET"
		list[next+1] = fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(stream), stream)
		kids = append(kids, objectRef(next))
		next += 2
	}
	for level := depth; level > 1; level-- {
		nr, above := next+level-2, next+level-3
		if level == 2 {
			above = 2
		}
		list[nr] = fmt.Sprintf("<< /Type /Pages /Parent %d 0 R /Count %d /Kids [%s] >>", above, pages, strings.Join(kids, " "))
		kids = []string{objectRef(nr)}
	}
	next += depth - 1
	list[1] = "<< /Type /Catalog /Pages 2 0 R " + strings.ReplaceAll(p.catalog, "@", fmt.Sprint(max(next, p.jump))) + " >>"
	list[2] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", pages, strings.Join(kids, " "))
	list[3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
	next = max(next, p.jump)
	for i, body := range p.more {
		list[next+i] = strings.ReplaceAll(body, "@", fmt.Sprint(next))
	}
	for nr := range list {
		list[nr] = strings.ReplaceAll(list[nr], "@", fmt.Sprint(next))
	}
	return list
}

// write writes the file with the kind of table that the plan names: "table",
// "stream", "packed" (object streams) or "hybrid".
func (p plan) write() []byte {
	eol, version := p.eol, p.version
	if eol == "" {
		eol = "\n"
	}
	if version == "" {
		version = "1.7"
	}
	list := p.objects()
	top := 0
	for nr := range list {
		top = max(top, nr)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-%s%s%%\xe2\xe3\xcf\xd3%s", version, eol, eol)
	offset, packed := map[int]int{}, map[int]int{}
	var container bytes.Buffer
	head := ""
	for nr := 1; nr <= top; nr++ {
		body, ok := list[nr]
		if !ok {
			continue
		}
		if (p.table == "packed" || p.table == "hybrid" && nr == 3) && !strings.Contains(body, "stream") {
			head += fmt.Sprintf("%d %d ", nr, container.Len())
			packed[nr] = len(packed)
			container.WriteString(body + " ")
			continue
		}
		offset[nr] = b.Len()
		gen := 0
		if nr == 1 {
			gen = p.gen
		}
		fmt.Fprintf(&b, "%d %d obj%s%s%sendobj%s", nr, gen, eol, body, eol, eol)
		if p.spaced {
			b.WriteString(strings.Repeat(" ", 7) + "% loi bat" + eol)
		}
	}
	root := fmt.Sprintf("/Root 1 %d R %s", p.gen, strings.ReplaceAll(p.trailer, "@", fmt.Sprint(top)))
	if len(packed) > 0 {
		top++
		offset[top] = b.Len()
		data := deflate([]byte(head + container.String()))
		fmt.Fprintf(&b, "%d 0 obj%s<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream%sendobj%s", top, eol, len(packed), len(head), len(data), data, eol, eol)
	}
	container2 := top
	entries := func(self int) []byte {
		var rows bytes.Buffer
		for nr := range self + 1 {
			row := make([]byte, 7)
			switch at, ok := offset[nr]; {
			case ok:
				row[0] = 1
				binary.BigEndian.PutUint32(row[1:], uint32(at))
				if nr == 1 {
					row[6] = byte(p.gen)
				}
			default:
				if index, ok := packed[nr]; ok {
					row[0], row[6] = 2, byte(index)
					binary.BigEndian.PutUint32(row[1:], uint32(container2))
				}
			}
			rows.Write(row)
		}
		return deflate(rows.Bytes())
	}
	start, stream := b.Len(), 0
	if p.table == "stream" || p.table == "packed" || p.table == "hybrid" {
		top++
		stream = b.Len()
		offset[top] = stream
		data := entries(top)
		fmt.Fprintf(&b, "%d 0 obj%s<< /Type /XRef /Size %d /W [1 4 2] /Filter /FlateDecode /Length %d %s >>\nstream\n%s\nendstream%sendobj%s", top, eol, top+1, len(data), root, data, eol, eol)
	}
	if p.table == "" || p.table == "table" || p.table == "hybrid" {
		start = b.Len()
		end := "\r\n"
		if len(eol) == 1 {
			end = " " + eol
		}
		fmt.Fprintf(&b, "xref%s0 1%s0000000000 65535 f%s", eol, eol, end)
		for nr := 1; nr <= top; nr++ {
			if at, ok := offset[nr]; ok {
				gen := 0
				if nr == 1 {
					gen = p.gen
				}
				fmt.Fprintf(&b, "%d 1%s%010d %05d n%s", nr, eol, at, gen, end)
			}
		}
		if p.table == "hybrid" {
			root += fmt.Sprintf(" /XRefStm %d", stream)
		}
		fmt.Fprintf(&b, "trailer%s<< /Size %d %s >>%s", eol, top+1, root, eol)
	}
	fmt.Fprintf(&b, "startxref%s%d%s%%%%EOF%s", eol, start, eol, eol)
	return b.Bytes()
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// written are files that the plans make; each is unusual, none is wrong.
func written() []odd {
	var list []odd
	add := func(name string, p plan) {
		for _, table := range []string{"table", "stream", "packed", "hybrid"} {
			if p.table == "" || p.table == table {
				q := p
				q.table = table
				list = append(list, odd{name + ", " + table, q.write(), true})
			}
		}
	}
	for _, version := range []string{"1.2", "1.3", "1.4", "1.5", "1.6", "2.0"} {
		add("version "+version, plan{version: version, table: "table"})
	}
	add("plain", plan{})
	add("lines end in CR", plan{eol: "\r", table: "table"})
	add("lines end in CRLF", plan{eol: "\r\n"})
	add("forty pages", plan{pages: 40})
	add("page tree of twenty levels", plan{depth: 20, pages: 3})
	for _, turn := range []string{"90", "180", "270", "-90", "450"} {
		add("page turned by "+turn, plan{page: "/Rotate " + turn, table: "table"})
	}
	add("page with odd boxes", plan{page: "/CropBox [100 100 400 300] /UserUnit 2.0", table: "table"})
	add("annotation", plan{page: "/Annots [@ 0 R]", more: []string{"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (ghi chu) >>"}})
	add("annotations by reference", plan{page: "/Annots @ 0 R", more: []string{"[<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (a) >>]"}})
	add("annotation in place", plan{page: "/Annots [<< /Type /Annot /Subtype /Link /Rect [10 10 30 30] /Border [0 0 0] /A << /S /URI /URI (https://example.test/?a=\\(b\\)) >> >>]"})
	add("empty form", plan{catalog: "/AcroForm << /Fields [] >>"})
	add("form by reference", plan{catalog: "/AcroForm @ 0 R", more: []string{"<< /Fields [] /DA (/Helv 0 Tf 0 g) >>"}})
	add("text field", plan{catalog: "/AcroForm << /Fields [@ 0 R] /NeedAppearances true >>", page: "/Annots [@ 0 R]",
		more: []string{"<< /Type /Annot /Subtype /Widget /FT /Tx /T (ho ten) /V (Nguy\\341\\273\\205n) /DA (/F1 12 Tf) /Rect [50 50 200 70] >>"}})
	add("signature field that waits", plan{catalog: "/AcroForm << /SigFlags 1 /Fields [@ 0 R] >>", page: "/Annots [@ 0 R]",
		more: []string{"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature 2) /Rect [50 50 200 70] >>"}})
	add("field of the name we would take", plan{catalog: "/AcroForm << /Fields [@ 0 R] >>",
		more: []string{"<< /FT /Tx /T (Signature 1) /DA (/F1 12 Tf) >>"}})
	add("strings with brackets in the catalogue", plan{catalog: `/Lang (vi\(a\)\\ \050) /PageLabels << /Nums [0 << /P (\)x\() >>] >>`})
	add("hexadecimal strings in the catalogue", plan{catalog: "/Lang <76692D564E> /Names << /EmbeddedFiles << /Names [] >> >>"})
	add("escaped names in the catalogue", plan{catalog: "/Thu#20Muc << /A#2fB /C#23D >>"})
	add("viewer preferences", plan{catalog: "/ViewerPreferences << /DisplayDocTitle true /Duplex /Simplex >> /PageLayout /OneColumn /PageMode /UseOutlines"})
	add("outlines", plan{catalog: "/Outlines @ 0 R", more: []string{"<< /Type /Outlines /Count 0 >>"}})
	add("numbers of many kinds", plan{catalog: "/PieceInfo << /A [-.5 +7 .25 4. 0.000001 -0 1234567.891] >>"})
	add("metadata", plan{catalog: "/Metadata @ 0 R", more: []string{"<< /Type /Metadata /Subtype /XML /Length 12 >>\nstream\n<x></x><!-->\nendstream"}})
	add("information and identity", plan{trailer: "/Info @ 0 R /ID [<00112233445566778899AABBCCDDEEFF> <FFEEDDCCBBAA99887766554433221100>]", more: []string{"<< /Title (T\\351) /Producer <FEFF00410042> >>"}})
	add("length by reference", plan{trailer: "/Info @ 0 R", more: []string{"7", "<< /Type /Metadata /Subtype /XML /Length @ 0 R >>\nstream\n<x></x>\nendstream", "<< /Title (x) >>"}})
	add("numbers far apart", plan{catalog: "/Outlines @ 0 R", more: []string{"<< /Type /Outlines /Count 0 >>"}, jump: 30_000})
	add("generation of the catalogue", plan{gen: 3, table: "table"})
	add("comments between objects", plan{spaced: true})
	add("version in the catalogue", plan{version: "1.4", catalog: "/Version /1.6"})
	add("page labels by reference to a missing object", plan{catalog: "/PageLabels 9999 0 R", table: "table"})
	return list
}

// updated are files with revisions.
func updated(t testing.TB) []odd {
	base := document("Trang mot", "Trang hai")
	stream := plan{table: "stream"}.write()
	return []odd{
		{"one revision", increment(base, object{5, bodyOf(base, 7)}), true},
		{"catalogue in a revision", increment(base, object{1, bodyOf(base, 1)}), true},
		{"three revisions", increment(increment(increment(base, object{5, bodyOf(base, 7)}), object{3, bodyOf(base, 3)}), object{1, bodyOf(base, 1)}), true},
		{"table after a stream", incrementTrailer(stream, " /Root 1 0 R", object{3, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"}), false},
		{"signed by another", foreign{cms: []string{"-cades"}}.sign(t, base), true},
		{"spaces after the end", append(bytes.Clone(base), "  \n\n"...), true},
		{"two kilobytes after the end", append(bytes.Clone(base), strings.Repeat("\x00 rac", 400)...), false},
	}
}

// broken are files that are wrong in some way.
func broken() []odd {
	good := string(document("x"))
	packed := string(plan{table: "packed"}.write())
	list := []odd{{name: "nothing"}, {"header only", []byte("%PDF-1.7\n"), false}, {"no PDF", []byte("GIF89a" + good), false}}
	swap := func(name, old, new string) {
		from := good
		if !strings.Contains(good, old) {
			from = packed
		}
		if !strings.Contains(from, old) {
			panic(name + ": nothing to change")
		}
		changed := strings.Replace(from, old, new, 1)
		if from == good && strings.Index(good, old) < strings.Index(good, "xref\n") {
			changed = retable(changed) // wrong in one way, not in two
		}
		list = append(list, odd{name, []byte(changed), false})
	}
	for _, part := range []int{1, 2, 3, 5, 7, 9} {
		list = append(list, odd{fmt.Sprintf("cut at %d/10", part), []byte(good[:len(good)*part/10]), false}, odd{fmt.Sprintf("packed, cut at %d/10", part), []byte(packed[:len(packed)*part/10]), false})
	}
	list = append(list,
		odd{"junk before the header", []byte("thu dien tu\r\n" + good), false},
		odd{"byte order mark before the header", []byte("\xef\xbb\xbf" + good), false},
		odd{"two files in one", []byte(good + good), false},
		odd{"no end mark", []byte(strings.Replace(good, "%%EOF\n", "", 1)), false},
		odd{"table in a circle", []byte(strings.Replace(good, "/Root 1 0 R", "/Root 1 0 R /Prev "+lastEntry([]byte(good), "startxref\n", "\n"), 1)), false},
		odd{"endless nesting", documentWith("/X "+strings.Repeat("[", 400_000)+strings.Repeat("]", 400_000), "x"), false},
		odd{"endless strings", documentWith("/X "+strings.Repeat("(", 100_000), "x"), false},
	)
	swap("wrong start", "startxref\n", "startxref\n1")
	swap("start of zero", "startxref\n"+lastEntry([]byte(good), "startxref\n", "\n"), "startxref\n0")
	swap("no start", "startxref", "startxxxx")
	swap("table one byte off", "startxref\n"+lastEntry([]byte(good), "startxref\n", "\n"), "startxref\n"+fmt.Sprint(strings.Index(good, "xref\n")+1))
	swap("entries one byte off", "0000000015 00000 n", "0000000016 00000 n")
	swap("entry beyond the end", "0000000015 00000 n", "9999999999 00000 n")
	swap("entry of another object", "0000000015 00000 n", "0000000000 00000 n")
	swap("short entries", " 00000 n \n", " 00000 n\n")
	swap("table counts from one", "xref\n0 6", "xref\n1 6")
	swap("no size", "/Size 6", "/Sise 6")
	swap("size too small", "/Size 6", "/Size 2")
	swap("endless size", "/Size 6", "/Size 99999999999")
	swap("no root", "/Root 1 0 R", "/Roor 1 0 R")
	swap("root is a page", "/Root 1 0 R", "/Root 4 0 R")
	swap("root is missing", "/Root 1 0 R", "/Root 77 0 R")
	swap("no pages", "/Pages 2 0 R", "/Pagez 2 0 R")
	swap("pages are a font", "/Pages 2 0 R", "/Pages 3 0 R")
	swap("tree in a circle", "/Kids [ 4 0 R ]", "/Kids [ 2 0 R ]")
	swap("kid is missing", "/Kids [ 4 0 R ]", "/Kids [ 44 0 R ]")
	swap("kid is a number", "/Kids [ 4 0 R ]", "/Kids [ 4 ]")
	swap("kid twice", "/Kids [ 4 0 R ]", "/Kids [ 4 0 R 4 0 R ]")
	swap("count is wrong", "/Count 1", "/Count 9")
	swap("count is negative", "/Count 1", "/Count -1")
	swap("page of no type", "/Type /Page ", "/Typo /Page ")
	swap("stream too short", "/Length 36", "/Length 1")
	swap("stream too long", "/Length 36", "/Length 999999")
	swap("length refers to itself", "/Length 36", "/Length 5 0 R")
	swap("no end of stream", "endstream", "endstrxxx")
	swap("no end of object", "endobj", "endxxx")
	swap("dictionary left open", ">> >> >>\nendobj", ">> >>\nendobj")
	swap("entry twice", "/Type /Catalog", "/Type /Catalog /Type /Catalog")
	swap("container of nothing", "/N ", "/N 0 %")
	swap("container too long", "/N ", "/N 9")
	swap("container starts too late", "/First ", "/First 9")
	swap("container continues itself", "/Type /ObjStm", "/Type /ObjStm /Extends 6 0 R")
	swap("container with another filter", "/Type /ObjStm", "/Type /ObjStm /F (x)")
	swap("widths of the table", "/W [1 4 2]", "/W [9 9 9]")
	swap("widths negative", "/W [1 4 2]", "/W [-1 4 2]")
	swap("dynamic form", "/Type /Catalog", "/Type /Catalog /AcroForm << /Fields [] /XFA [] >>")
	swap("certified against changes", "/Type /Catalog", "/Type /Catalog /Perms << /DocMDP << /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>] >> >>")
	swap("form in a circle", "/Type /Catalog", "/Type /Catalog /AcroForm << /Fields [1 0 R] >>")
	swap("encrypted by name only", "/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard >>")
	return list
}

// retable puts the offsets of a file with one table right.
func retable(doc string) string {
	at := strings.Index(doc, "\nxref\n") + 1
	rows := strings.Index(doc, " 65535 f \n") + len(" 65535 f \n")
	end := strings.Index(doc, "trailer")
	table := ""
	for nr := 1; nr <= (end-rows)/20; nr++ {
		table += fmt.Sprintf("%010d 00000 n \n", strings.Index(doc, fmt.Sprintf("\n%d 0 obj", nr))+1)
	}
	doc = doc[:rows] + table + doc[end:]
	return doc[:strings.LastIndex(doc, "startxref")] + fmt.Sprintf("startxref\n%d\n%%%%EOF\n", at)
}

// rewritten are files as qpdf writes them.
func rewritten(t testing.TB) []odd {
	t.Helper()
	command := tool(t, "qpdf")
	var list []odd
	dir := t.TempDir()
	source := filepath.Join(dir, "source.pdf")
	if err := os.WriteFile(source, plan{pages: 4, catalog: "/Outlines @ 0 R", more: []string{"<< /Type /Outlines /Count 0 >>"}}.write(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, how := range []struct {
		args  string
		sound bool
	}{
		{"--linearize", true}, {"--linearize --object-streams=generate", true}, {"--object-streams=generate", true}, {"--object-streams=generate --compress-streams=n", true},
		{"--qdf", true}, {"--qdf --object-streams=generate", true}, {"--stream-data=uncompress", true}, {"--newline-before-endstream", true}, {"--normalize-content=y", true},
		{"--min-version=1.7", true}, {"--force-version=1.3 --object-streams=disable", true}, {"--coalesce-contents", true}, {"--rotate=+90:1-z", true}, {"--no-original-object-ids --qdf", true},
		{"--pages . 2-3 --", true}, {"--pages . 1,1,1 --", true}, {"--empty --pages . z-1 --", false}, {"--allow-weak-crypto --encrypt a b 40 --", false},
		{"--allow-weak-crypto --encrypt  b 128 --use-aes=n --", false}, {"--allow-weak-crypto --encrypt  b 128 --use-aes=y --", false}, {"--encrypt a b 256 --", false}, {"--encrypt  b 256 --modify=none --", false},
	} {
		args := strings.Split(how.args, " ")
		target := filepath.Join(dir, "target.pdf")
		if args[0] == "--empty" {
			args = append([]string{"--empty", "--pages", source, "z-1", "--"}, target)
		} else {
			args = append(append([]string{source}, args...), target)
		}
		if said, err := exec.Command(command, append([]string{"--static-id"}, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("qpdf %v: %v\n%s", args, err, said)
		}
		data, err := os.ReadFile(target)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, odd{"qpdf " + how.args, data, how.sound})
	}
	return list
}
