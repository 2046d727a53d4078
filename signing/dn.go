package signing

import (
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortNames are the attribute types with a short name in a written DN. The
// standard library prints the others, UID among them, as hex.
var shortNames = map[string]string{
	"2.5.4.6": "C", "2.5.4.8": "ST", "2.5.4.7": "L", "2.5.4.10": "O", "2.5.4.11": "OU",
	"2.5.4.3": "CN", "2.5.4.12": "T", "2.5.4.5": "SERIALNUMBER", "2.5.4.9": "STREET",
	"2.5.4.4": "SN", "2.5.4.42": "G",
	"0.9.2342.19200300.100.1.1": "UID", "0.9.2342.19200300.100.1.25": "DC",
	"1.2.840.113549.1.9.1": "E",
}

// rawAttribute keeps the value as it is written, whatever its kind.
type rawAttribute struct {
	Type  asn1.ObjectIdentifier
	Value asn1.RawValue
}

type rawRDN []rawAttribute

// rawRDNSET makes encoding/asn1 read a set.
type rawRDNSET rawRDN

// DN writes a name in the order of the certificate: "C=VN, …, CN=…, UID=MST:…".
// raw is RawSubject or RawIssuer. Special characters are escaped as in RFC 4514, and
// so is what a reader would not see or see elsewhere (control characters, marks
// that turn the direction of writing). A value that is no text is "#" and the hex
// of its DER. What is no name at all gives "".
func DN(raw []byte) string {
	var rdns []rawRDNSET
	if rest, err := asn1.Unmarshal(raw, &rdns); err != nil || len(rest) != 0 {
		return ""
	}
	var parts []string
	for _, rdn := range rdns {
		var values []string
		for _, attribute := range rdn {
			values = append(values, attributeName(attribute.Type)+"="+attributeText(attribute.Value))
		}
		parts = append(parts, strings.Join(values, "+"))
	}
	return strings.Join(parts, ", ")
}

func attributeName(oid asn1.ObjectIdentifier) string {
	if name, ok := shortNames[oid.String()]; ok {
		return name
	}
	return oid.String()
}

func attributeText(value asn1.RawValue) string {
	var single pkix.AttributeTypeAndValue
	if whole, err := asn1.Marshal(rawAttribute{asn1.ObjectIdentifier{2, 5, 4, 3}, value}); err == nil {
		if rest, err := asn1.Unmarshal(whole, &single); err == nil && len(rest) == 0 {
			if text, ok := single.Value.(string); ok {
				return escapeDN(text)
			}
		}
	}
	return "#" + hex.EncodeToString(value.FullBytes)
}

func escapeDN(value string) string {
	var out strings.Builder
	for i, r := range value {
		_, size := utf8.DecodeRuneInString(value[i:])
		switch {
		case strings.ContainsRune(`,+"\<>;=`, r),
			i == 0 && (r == '#' || r == ' '),
			r == ' ' && i == len(value)-1:
			out.WriteByte('\\')
			out.WriteRune(r)
		case hidden(r), r == utf8.RuneError && size == 1:
			for _, b := range []byte(value[i : i+size]) {
				fmt.Fprintf(&out, `\%02X`, b)
			}
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// hidden tells what no name needs: control characters, line separators, and format
// marks such as the one that turns the order of the letters after it.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

// visible replaces what is hidden.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if hidden(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
