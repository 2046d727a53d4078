package pdfsig

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"ankhai/signing"
)

// The published attacks on signed PDFs, one by one: none may be called valid.
// USF: universal signature forgery; ISA: incremental saving; SWA: signature
// wrapping; shadow: prepared before signing, turned afterwards; EAA and SSA: on
// certified files.
func TestAttacks(t *testing.T) {
	adobe := foreign{}
	good := adobe.sign(t, document("So tien 5.000.000"))
	ours := signPDF(t, document("So tien 5.000.000"), nil)
	report, err := Verify(good, Policy{})
	if err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	from, to := int(report.Signatures[0].GapStart), int(report.Signatures[0].GapEnd)
	contents := string(good[from:to])
	page := func(text string) string {
		stream := "BT /F1 24 Tf 72 720 Td (" + text + ") Tj ET"
		return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(stream), stream)
	}
	fake := page("So tien 9.000.000")
	// usf is a signature dictionary with entries of the attacker's choice.
	usf := func(entries string) []byte {
		return increment(document("So tien 9.000.000"),
			object{6, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:20261122091530+07'00') " + entries + " >>"},
			object{7, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ky) /Rect [0 0 0 0] /P 4 0 R /V 6 0 R >>"},
			object{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [7 0 R] >> >>"})
	}
	numbers := fmt.Sprintf("/ByteRange [0 %d %d %d] ", from, to, len(good)-to)
	// prepared is signed with something in it that a later revision turns.
	prepared := func(objects ...object) []byte {
		return adobe.sign(t, increment(document("So tien 5.000.000"), objects...))
	}
	body := func(doc []byte, nr int, old, new string) object {
		if !strings.Contains(bodyOf(doc, nr), old) {
			t.Fatalf("object %d holds no %q", nr, old)
		}
		return object{nr, strings.Replace(bodyOf(doc, nr), old, new, 1)}
	}
	overlay := prepared(object{6, page("")}, object{4, strings.Replace(bodyOf(document("x"), 4), "/Contents 5 0 R", "/Contents [5 0 R 6 0 R]", 1)})
	widget := "<< /Type /Annot /Subtype /Widget /FT /Tx /T (tien) /V (5.000.000) /Rect [50 50 300 90] /P 4 0 R /AP << /N 7 0 R >> >>"
	field := prepared(object{6, widget}, object{7, "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 0 >>\nstream\n\nendstream"},
		object{4, strings.Replace(bodyOf(document("x"), 4), "/Contents", "/Annots [6 0 R] /Contents", 1)},
		object{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>"})
	font := prepared(object{3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [53 /five] >> >>"})
	nodes := prepared(object{2, "<< /Type /Pages /Count 1 /Kids [6 0 R 7 0 R] >>"}, object{6, "<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [4 0 R] >>"},
		object{7, "<< /Type /Pages /Parent 2 0 R /Count 0 /Rotate 180 /Kids [] >>"}, object{4, strings.Replace(bodyOf(document("x"), 4), "/Parent 2 0 R", "/Parent 6 0 R", 1)})
	twoTrees := prepared(object{6, "<< /Type /Pages /Count 1 /Kids [7 0 R] >>"},
		object{7, "<< /Type /Page /Parent 6 0 R /MediaBox [0 0 595 842] /Contents 8 0 R >>"}, object{8, fake})
	hidden := func() []byte { // the false page lies in the signed bytes; only the table is new
		at := bytes.Index(twoTrees, []byte("\n8 0 obj")) + 1
		start := len(twoTrees)
		return fmt.Appendf(bytes.Clone(twoTrees), "xref\n5 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n", at, sizeOf(twoTrees), lastEntry(twoTrees, "startxref\n", "\n"), start)
	}
	certified := func(level string) []byte { return certifying(level).sign(t, document("So tien 5.000.000")) }
	remark := func(doc []byte, annotation string) []byte {
		nr := sizeOf(doc)
		return increment(doc, object{nr, annotation}, body(doc, 4, "/Contents", fmt.Sprintf("/Annots [%d 0 R] /Contents", nr)))
	}
	note := "<< /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] /Contents (So tien 9.000.000) >>"
	cover := "<< /Type /Annot /Subtype /Widget /FT /Sig /T (che) /Rect [0 0 595 842] /P 4 0 R >>"
	wrapped := func(doc []byte, padding string) []byte { // moves the signed second part to the end
		moved := string(doc[:to]) + padding + fake + string(doc[to:])
		return []byte(strings.Replace(moved, numbers, fmt.Sprintf("%-*s", len(numbers), fmt.Sprintf("/ByteRange [0 %d %d %d] ", from, to+len(padding)+len(fake), len(doc)-to)), 1))
	}
	second := func(entries string) []byte { // another dictionary with the same value
		nr := sizeOf(good)
		return increment(good, object{5, fake}, object{nr, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached " + entries + " >>"},
			body(good, 7, "/V 6 0 R", fmt.Sprintf("/V %d 0 R", nr)))
	}
	gap := func(with string) []byte { // something other than the value lies in the gap
		return []byte(strings.Replace(string(good), contents, with, 1))
	}
	for i, base := range [][]byte{good, ours, overlay, field, font, nodes, twoTrees, certified("1"), certified("2"), certified("3")} {
		if report, err := Verify(base, Policy{}); err != nil || !report.Valid() {
			t.Fatalf("base %d is refused before anything was done to it: %q, %v", i, report.Say(), err)
		}
	}
	for _, c := range []struct {
		name string
		pdf  []byte
	}{
		{"USF: no range", usf("/Contents " + contents)},
		{"USF: range null", usf("/ByteRange null /Contents " + contents)},
		{"USF: range empty", usf("/ByteRange [] /Contents " + contents)},
		{"USF: range a number", usf("/ByteRange 0 /Contents " + contents)},
		{"USF: range of zeros", usf("/ByteRange [0 0 0 0] /Contents " + contents)},
		{"USF: range negative", usf("/ByteRange [0 -1 -1 -1] /Contents " + contents)},
		{"USF: range too far", usf("/ByteRange [0 99999999 99999999 99999999] /Contents " + contents)},
		{"USF: range too short", usf("/ByteRange [0 10 20 1] /Contents " + contents)},
		{"USF: range of three", usf("/ByteRange [0 10 20] /Contents " + contents)},
		{"USF: range by reference", usf("/ByteRange 5 0 R /Contents " + contents)},
		{"USF: no value", usf(numbers)},
		{"USF: value null", usf(numbers + "/Contents null")},
		{"USF: value empty", usf(numbers + "/Contents <>")},
		{"USF: value 00", usf(numbers + "/Contents <00>")},
		{"USF: value of another file", usf(numbers + "/Contents " + contents)},
		{"USF: escaped names", usf("/Byte#52ange [0 1 2 3] /Contents " + contents)},
		{"USF: empty dictionary", usf("")},
		{"ISA: page replaced", increment(good, object{5, fake})},
		{"ISA: page replaced, ours", increment(ours, object{5, fake})},
		{"ISA: no table", fmt.Appendf(bytes.Clone(good), "5 0 obj\n%s\nendobj\n", fake)},
		{"ISA: no table, end mark", fmt.Appendf(bytes.Clone(good), "5 0 obj\n%s\nendobj\n%%%%EOF\n", fake)},
		{"ISA: no table, old start", fmt.Appendf(bytes.Clone(good), "5 0 obj\n%s\nendobj\nstartxref\n%s\n%%%%EOF\n", fake, lastEntry(good, "startxref\n", "\n"))},
		{"ISA: trailer only", fmt.Appendf(bytes.Clone(good), "5 0 obj\n%s\nendobj\ntrailer\n<< /Root 1 0 R /Size 9 >>\n%%%%EOF\n", fake)},
		{"ISA: signature copied to the end", increment(good, object{5, fake}, object{6, bodyOf(good, 6)})},
		{"ISA: other page tree", increment(good, object{8, "<< /Type /Pages /Count 0 /Kids [] >>"}, body(good, 1, "/Pages 2 0 R", "/Pages 8 0 R"))},
		{"ISA: page added", increment(good, object{8, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"}, body(good, 2, "/Count 1 /Kids [ 4 0 R", "/Count 2 /Kids [ 4 0 R 8 0 R"))},
		{"ISA: other catalogue", incrementTrailer(good, " /Root 8 0 R", object{8, bodyOf(good, 1)}, object{5, fake})},
		{"ISA: script at opening", increment(good, body(good, 1, "/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>"))},
		{"ISA: font replaced", increment(good, object{3, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"})},
		{"ISA: page turned", increment(good, body(good, 4, "/Type /Page", "/Type /Page /Rotate 180"))},
		{"ISA: page cut", increment(good, body(good, 4, "/Type /Page", "/Type /Page /CropBox [0 0 1 1]"))},
		{"ISA: page under a node that turns it", increment(nodes, body(nodes, 6, "[4 0 R]", "[]"), body(nodes, 7, "[]", "[4 0 R]"), body(nodes, 4, "/Parent 6 0 R", "/Parent 7 0 R"))},
		{"ISA: signature taken away", increment(good, body(good, 1, "/Fields [7 0 R]", "/Fields []"))},
		{"ISA: bytes at the end", append(bytes.Clone(good), "%x"...)},
		{"ISA: comment and end mark", append(bytes.Clone(good), "%x\n%%EOF\n"...)},
		{"ISA: empty revision", increment(good)},
		{"ISA: a line at the end", append(bytes.Clone(good), '\n')},
		{"SWA: second part moved", wrapped(good, "\n5 0 obj\n")},
		{"SWA: second part moved behind padding", wrapped(good, strings.Repeat(" ", 5000))},
		{"SWA: another dictionary", second(numbers + "/Contents " + contents)},
		{"SWA: another dictionary, range from its value", second(fmt.Sprintf("/ByteRange [0 %d %d %d] /Contents ", from, to, len(good)-to) + contents)},
		{"gap: string in brackets", gap("(" + contents[1:len(contents)-1] + ")")},
		{"gap: comment", gap("<%" + contents[2:len(contents)-1] + ">")},
		{"gap: white space", gap(contents[:len(contents)-2] + " >")},
		{"gap: something after the zeros", gap(contents[:len(contents)-3] + "41>")},
		{"gap: another object", gap(contents[:len(contents)-20] + ">/V 8 0 R/X <0000000>")},
		{"shadow, hide: cover taken away", increment(overlay, body(overlay, 4, "[5 0 R 6 0 R]", "5 0 R"))},
		{"shadow, hide: cover emptied", increment(overlay, object{6, "<< /Length 0 >>\nstream\n\nendstream"})},
		{"shadow, replace: font", increment(font, object{3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [53 /nine] >> >>"})},
		{"shadow, replace: field drawn anew", increment(field, object{7, "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 1 >>\nstream\nn\nendstream"})},
		{"shadow, replace: field filled anew", increment(field, body(field, 6, "(5.000.000)", "(9.000.000)"))},
		{"shadow, replace: field moved", increment(field, body(field, 6, "[50 50 300 90]", "[50 700 300 740]"))},
		{"shadow, hide and replace: other tree", increment(twoTrees, body(twoTrees, 1, "/Pages 2 0 R", "/Pages 6 0 R"))},
		{"shadow, hide and replace: table only", hidden()},
		{"EAA: remark on a certified file", remark(certified("3"), note)},
		{"EAA: remark where none is allowed", remark(certified("2"), note)},
		{"SSA: empty field over a certified file", remark(certified("2"), cover)},
		{"SSA: signed by another over a file that allows nothing", adobe.sign(t, certified("1"))},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify(c.pdf, Policy{})
			if err != nil || report.Valid() || report.Say() == "" {
				t.Errorf("valid %v, %q, %v\n%+v", report.Valid(), report.Say(), err, report.Signatures)
			}
			if strings.Contains(report.Say(), "  ") {
				t.Errorf("said %q", report.Say())
			}
			// Nor is a second signature put on top, so that the forgery looks old.
			if signed, err := Sign(t.Context(), c.pdf, setUp(t).key, Options{Time: signedAt}); err == nil {
				after, err := Verify(signed, Policy{})
				if err != nil || len(after.Signatures) != 1 {
					t.Errorf("signed over it: %+v", after.Signatures)
				}
			}
		})
	}
	// A revision that was covered says which bytes it speaks for.
	later, err := Verify(increment(good, object{5, fake}), Policy{})
	if err != nil || later.Signatures[0].Covers != signing.CoversPart || later.Signatures[0].End != int64(len(good)) {
		t.Errorf("covers %+v", later.Signatures)
	}
}
