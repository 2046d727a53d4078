package pdfsig

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"ankhai/signing"
)

func TestEveryChangedByteIsNoticed(t *testing.T) {
	signed := signPDF(t, document("So tien 5.000.000"), nil)
	report, err := Verify(signed, Policy{})
	if err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	gap := report.Signatures[0]
	for at := range signed {
		if int64(at) > gap.GapStart && int64(at) < gap.GapEnd-1 {
			continue // the signature itself, see the next test
		}
		changed := bytes.Clone(signed)
		changed[at] ^= 1
		report, err := Verify(changed, Policy{})
		if err != nil || report.Valid() || report.Say() == "" {
			t.Fatalf("byte %d (%q): valid %v, %q, %v", at, signed[at], report.Valid(), report.Say(), err)
		}
	}
}

// shadow replaces the page's content in a new revision, as an attacker would
// after signing.
func shadow(signed []byte) []byte {
	out := bytes.Clone(signed)
	offset := len(out)
	stream := "BT /F1 24 Tf 72 720 Td (So tien 9.000.000) Tj ET"
	out = fmt.Appendf(out, "5 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n", len(stream), stream)
	start := len(out)
	previous := bytes.LastIndex(signed, []byte("startxref\n"))
	var at int
	fmt.Sscanf(string(signed[previous+len("startxref\n"):]), "%d", &at)
	root := signed[bytes.LastIndex(signed, []byte("/Root ")):]
	root = root[:bytes.Index(root, []byte(" R"))+2]
	return fmt.Appendf(out, "xref\n5 1\n%010d 00000 n \ntrailer\n<< /Size 20 %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n", offset, root, at, start)
}

func TestAddedRevisionIsReported(t *testing.T) {
	report, err := Verify(shadow(signPDF(t, document("So tien 5.000.000"), nil)), Policy{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Valid() || !strings.Contains(report.Say(), "thêm vào sau khi ký") || report.Signatures[0].Covers != signing.CoversPart {
		t.Errorf("valid %v, %q, %+v", report.Valid(), report.Say(), report.Signatures)
	}
}

func TestSpoiltSignatureIsRefused(t *testing.T) {
	signed := string(signPDF(t, document("x"), nil))
	other := string(signPDF(t, document("y"), nil))
	report, err := Verify([]byte(signed), Policy{})
	if err != nil {
		t.Fatal(err)
	}
	from, to := int(report.Signatures[0].GapStart), int(report.Signatures[0].GapEnd)
	contents := signed[from:to]
	if len(other) != len(signed) {
		t.Fatal("fixtures differ in length")
	}
	swap := func(old, new string) string {
		if !strings.Contains(signed, old) {
			t.Fatalf("%q is not in the file", old)
		}
		return strings.Replace(signed, old, new, 1)
	}
	padding := strings.LastIndex(contents, "00>")
	numbers := signed[strings.Index(signed, "/ByteRange"):]
	numbers = numbers[:strings.Index(numbers, "]")+1]
	for _, c := range []struct{ name, pdf, say string }{
		{"nothing", "", "không phải PDF"},
		{"not signed", string(document("x")), "chưa được ký"},
		{"cut short", signed[:len(signed)-30], "cắt ngang"},
		{"signature of another file", signed[:from] + other[from:to] + signed[to:], "thay đổi sau khi ký"},
		{"bytes hidden in the padding", signed[:from+padding] + "41" + signed[from+padding+2:], "Không đọc được"},
		{"no hex", signed[:from+10] + "zz" + signed[from+12:], "sai cấu trúc"},
		{"emptied", signed[:from+1] + strings.Repeat("0", len(contents)-2) + signed[to-1:], "Không đọc được"},
		{"range from elsewhere", strings.Replace(signed, numbers, strings.Replace(numbers, "[0 ", "[1 ", 1), 1), "không khớp"},
		{"range with a wider gap", strings.Replace(signed, numbers, strings.Replace(numbers, fmt.Sprint(from), fmt.Sprint(from-1), 1), 1), "không khớp"},
		{"negative range", strings.Replace(signed, numbers, strings.Replace(numbers, "[0 ", "[-0", 1), 1), "sai cấu trúc"},
		{"range twice", swap(" /ByteRange", " /ByteRange [0 1 2 3] /ByteRange"), "sai cấu trúc"},
		{"Contents twice", swap(" /ByteRange", " /Contents<00> /ByteRange"), "sai cấu trúc"},
		{"other kind", swap("ETSI.CAdES.detached", "adbe.pkcs7.sha1    "), "chưa được hỗ trợ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify([]byte(c.pdf), Policy{})
			if err != nil || report.Valid() {
				t.Fatalf("valid %v, %v", report.Valid(), err)
			}
			said := report.Reason
			for _, s := range report.Signatures {
				said += " " + s.Reason
			}
			if !strings.Contains(said, c.say) {
				t.Errorf("said %q", said)
			}
		})
	}
}
