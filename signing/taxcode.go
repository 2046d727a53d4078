package signing

import (
	"crypto/x509"
	"encoding/asn1"
	"regexp"
	"slices"
	"strings"
)

// oidUID is the userId attribute that carries "MST:…", "CCCD:…" and the like.
var oidUID = asn1.ObjectIdentifier{0, 9, 2342, 19200300, 100, 1, 1}

// mstForm is a tax code as certificates write it: ten digits, a branch with
// three more, or the twelve digits of a personal number.
var mstForm = regexp.MustCompile(`^MST:\s*(\d{10}(?:-\d{3})?|\d{12})$`)

// TaxCodes are the tax codes (MST) in the UIDs of the subject, in their order. A
// certificate may hold several UIDs (MST beside CCCD, or two MST).
func TaxCodes(cert *x509.Certificate) []string {
	var codes []string
	for _, attribute := range cert.Subject.Names {
		if text, ok := attribute.Value.(string); ok && attribute.Type.Equal(oidUID) {
			codes = addTaxCode(codes, text)
		}
	}
	return codes
}

// TaxCode is the first of TaxCodes, "" where there is none.
func TaxCode(cert *x509.Certificate) string {
	if codes := TaxCodes(cert); len(codes) > 0 {
		return codes[0]
	}
	return ""
}

// uidNames are how programs write the type of a UID in a name's text: OpenSSL and
// Java, RFC 4514 with a number, Windows.
var uidNames = []string{"UID", "USERID", oidUID.String(), "OID." + oidUID.String()}

// TaxCodesOfDN are the tax codes in the text of a name, as remote services and
// other programs write it: "CN=…, UID=MST:…" or "OID.0.9.2342.…=MST:…". A comma
// that is escaped or quoted belongs to its value, so that nobody's CN can pass
// for a UID.
func TaxCodesOfDN(text string) []string {
	var codes []string
	for _, part := range splitDN(text) {
		name, value, ok := strings.Cut(part, "=")
		if ok && slices.Contains(uidNames, strings.ToUpper(strings.TrimSpace(name))) {
			codes = addTaxCode(codes, unescapeDN(strings.TrimSpace(value)))
		}
	}
	return codes
}

func addTaxCode(codes []string, text string) []string {
	m := mstForm.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || slices.Contains(codes, m[1]) {
		return codes
	}
	return append(codes, m[1])
}

// splitDN cuts at commas, semicolons, plus signs and line ends that stand outside
// quotation marks and are not escaped.
func splitDN(text string) (parts []string) {
	start, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && strings.IndexByte(",;+\n", c) >= 0:
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}

// unescapeDN takes quotation marks and backslashes away; a hex pair is left as it
// is, since no tax code needs one.
func unescapeDN(value string) string {
	if len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"' {
		value = value[1 : len(value)-1]
	}
	return strings.ReplaceAll(value, `\`, "")
}
