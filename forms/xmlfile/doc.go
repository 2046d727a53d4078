// Package xmlfile turns filled forms into the XML files of the wire and back,
// driven by the wire layout that a form declares; and the envelope Hoso
// (BHXHDienTu.xml) in which the files travel.
//
// It writes by itself, one line without white space, in the canonical way of
// Canonical XML 1.0 wherever a choice is free (<X></X>, &#xD;), so that a
// signature stays valid whoever reads the file. It reads with encoding/xml,
// without DOCTYPE and entities, within limits of size and depth, and names
// everything that is not as the layout says instead of dropping it.
//
// It knows no particular form, no rule, no signature and no file system. The
// layout is that of the files of Quyết định 595/QĐ-BHXH as seen in use; no
// official schema is public, those in xsd/ are reconstructed.
//
// It imports forms/form and forms/law only. app and the tests of forms may
// import it.
package xmlfile
