package pdfsig

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/digitorus/pdf"
	"github.com/digitorus/pdfsign/revocation"
	"github.com/digitorus/pdfsign/sign"

	"ankhai/signing"
)

var vietnam = time.FixedZone("ICT", 7*60*60)

// addSignature has the library lay out the file: signature dictionary, field,
// stamp, catalogue, table. Its own message is made by a signer that answers with
// noise and is thrown away; ours takes its place.
func addSignature(data []byte, before *book, opts Options) ([]byte, error) {
	appearance, err := opts.Stamp.appearance(before, opts)
	if err != nil {
		return nil, err
	}
	kind, level := sign.ApprovalSignature, sign.DocMDPPerm(0)
	if opts.Certify > 0 {
		kind, level = sign.CertificationSignature, sign.DocMDPPerm(opts.Certify)
	}
	room := 2 << 10
	if opts.TimeStamp != nil {
		room += roomForToken
	}
	// The library looks for its placeholder from the start of the file, and an
	// earlier signature's padding must not be taken for it.
	zeros := longestRun(data, '0')
	if zeros > maxPadding {
		return nil, spoilt(errors.New("file holds a run of zeros that the library would write into"))
	}
	room = max(room, zeros/2+1)
	out, err := guarded(func() ([]byte, error) {
		input := bytes.NewReader(data)
		reader, err := pdf.NewReader(input, int64(len(data)))
		if err != nil {
			return nil, err
		}
		var buffer bytes.Buffer
		err = sign.Sign(input, &buffer, reader, int64(len(data)), sign.SignData{
			Signature: sign.SignDataSignature{
				CertType: kind, DocMDPPerm: level,
				Info: sign.SignDataSignatureInfo{
					Name: pdfText(signing.CommonName(opts.Cert)), Reason: pdfText(opts.Reason), Location: pdfText(opts.Location),
					Date: opts.Time.In(vietnam),
				},
			},
			Signer:          noise{opts.Cert.PublicKey},
			DigestAlgorithm: crypto.SHA256,
			Certificate:     opts.Cert,
			// The chain makes room for itself, a list of the right size for the rest.
			CertificateChains: chains(opts),
			RevocationData:    revocation.InfoArchival{CRL: revocation.CRL{ballast(room)}},
			Appearance:        appearance,
		})
		return buffer.Bytes(), err
	})
	if err != nil {
		return nil, explain(fmt.Errorf("%w: %w", errBroken, err))
	}
	if len(out) < len(data) {
		return nil, spoilt(errors.New("output is shorter than input"))
	}
	return out, nil
}

// maxPadding is the longest padding of an earlier signature that a new one may
// outgrow; signing programs reserve some ten thousand digits.
const maxPadding = 1 << 20

// longestRun counts how often a byte stands in a row.
func longestRun(data []byte, c byte) int {
	longest, run := 0, 0
	for _, b := range data {
		if b != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// ballast is an octet string of n bytes; the library reserves space for it.
func ballast(n int) asn1.RawValue {
	der, err := asn1.Marshal(make([]byte, n))
	if err != nil {
		panic(err) // an octet string can always be written
	}
	return asn1.RawValue{FullBytes: der}
}

// noise stands in for the key while the file is laid out.
type noise struct{ public crypto.PublicKey }

func (n noise) Public() crypto.PublicKey { return n.public }

func (n noise) Sign(io.Reader, []byte, crypto.SignerOpts) ([]byte, error) {
	size := 72 // ECDSA
	if public, ok := n.public.(*rsa.PublicKey); ok {
		size = public.Size()
	}
	value := make([]byte, size)
	_, err := rand.Read(value)
	return value, err
}

// amend puts right what the library writes wrongly or not at all: the catalogue
// and the stamped page as they were, the form with its other fields, Perms of a
// certification, the sub-filter of PAdES, a name of the field that is its own.
func (b *book) amend(out []byte, opts Options) ([]byte, error) {
	from := len(b.data)
	added := out[from:]
	field, err := ownField(added)
	if err != nil {
		return nil, err
	}
	blank(added, "   /TransformMethod /FieldMDP", " >>\n") // an approval's lock, in no place where locks are read
	if at := bytes.Index(added, []byte(filterDetached)); at >= 0 {
		copy(added[at:], filterCAdES)
	}
	b.rename(added)
	table, ok := anchored(out)
	if !ok || table <= from {
		return nil, spoilt(errors.New("no table was added"))
	}
	out, moved, err := b.restorePage(out, field.widget)
	if err != nil {
		return nil, err
	}
	return replaceCatalog(out, from, table+moved, moved, b.catalog(field, opts.Certify > 0))
}

// ownNumbers are those of the new field and its signature dictionary.
type ownNumbers struct{ widget, value int }

// ownField finds what the library added.
func ownField(added []byte) (ownNumbers, error) {
	var n ownNumbers
	at := bytes.Index(added, []byte("  /FT /Sig\n"))
	if at < 0 {
		return n, spoilt(errors.New("no field was added"))
	}
	head := bytes.LastIndex(added[:at], []byte(" 0 obj\n"))
	value := bytes.Index(added[at:], []byte("  /V "))
	if head < 0 || value < 0 {
		return n, spoilt(errors.New("no field was added"))
	}
	n.widget, _ = integer(added, headStart(added[:head+3])) // "12 0 "
	n.value, _ = integer(added, at+value+len("  /V "))
	if n.widget == 0 || n.value == 0 {
		return n, spoilt(errors.New("no field was added"))
	}
	return n, nil
}

// blank overwrites from one mark to the next with spaces.
func blank(added []byte, from, to string) {
	start := bytes.Index(added, []byte(from))
	if start < 0 {
		return
	}
	end := bytes.Index(added[start:], []byte(to))
	if end < 0 {
		return
	}
	copy(added[start:], bytes.Repeat([]byte{' '}, end+len(to)-1))
}

// rename gives the new field a name that no other field has, of the same length.
func (b *book) rename(added []byte) {
	taken := map[string]bool{}
	for _, f := range b.order {
		taken[f.name] = true
	}
	const mark = "  /T ("
	at := bytes.Index(added, []byte(mark))
	if at < 0 {
		return
	}
	name := added[at+len(mark):]
	end := bytes.IndexByte(name, ')')
	if end < 0 {
		return
	}
	name = name[:end]
	for n := 1; taken[string(name)] && n < maxFields; n++ {
		copy(name, fmt.Sprintf("AnKhai%0*d", max(0, len(name)-len("AnKhai")), n))
	}
}

// replaceCatalog writes another catalogue in the place of the library's, which is
// the last object before the table, and moves what counts bytes after it. The
// table lies at table; the catalogue has moved by moved bytes already.
func replaceCatalog(out []byte, from, table, moved int, catalog string) ([]byte, error) {
	start := bytes.LastIndex(out[from:table], []byte(" 0 obj\n<<\n  /Type /Catalog\n"))
	end := bytes.LastIndex(out[from:table], []byte("\nendobj\n"))
	last := bytes.LastIndex(out, []byte("startxref"))
	if start < 0 || end < start || last < table {
		return nil, spoilt(errors.New("no catalogue was added"))
	}
	start += from + len(" 0 obj\n")
	end += from
	section, err := moveLastEntry(out[table:last], moved)
	if err != nil {
		return nil, err
	}
	var done bytes.Buffer
	done.Write(out[:start])
	done.WriteString(catalog)
	done.Write(out[end:table])
	at := done.Len()
	done.Write(section)
	fmt.Fprintf(&done, "startxref\n%d\n%%%%EOF\n", at)
	result := done.Bytes()
	return result, setRange(result, from)
}

// setRange writes the range anew: to the end of the file.
func setRange(doc []byte, from int) error {
	at := bytes.Index(doc[from:], []byte("/ByteRange [0 "))
	if at < 0 {
		return spoilt(errors.New("no range was added"))
	}
	at += from
	close := bytes.IndexByte(doc[at:], ']')
	numbers := strings.Fields(string(doc[at+len("/ByteRange [") : at+max(close, len("/ByteRange ["))]))
	if len(numbers) != 4 {
		return spoilt(errors.New("no range was added"))
	}
	end, _ := integer([]byte(numbers[2]), 0)
	width := close + 1
	for at+width < len(doc) && doc[at+width] == ' ' {
		width++
	}
	text := fmt.Sprintf("/ByteRange [0 %s %s %d]", numbers[1], numbers[2], len(doc)-end)
	if len(text) >= width {
		return spoilt(errors.New("range has no room"))
	}
	copy(doc[at:], fmt.Sprintf("%-*s", width, text))
	return nil
}
