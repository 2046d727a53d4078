package sheet

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
)

var (
	definedName = regexp.MustCompile(`<definedName [^>]*>[^<]*</definedName>`)
	areaEnd     = regexp.MustCompile(`\$([0-9]+)</definedName>$`)
	outerRefs   = regexp.MustCompile(`<externalReferences>.*?</externalReferences>`)
	relation    = regexp.MustCompile(`<Relationship [^>]*/>`)
	override    = regexp.MustCompile(`<Override [^>]*/>`)
)

// cutLinks leaves out the template's links to other workbooks and the hidden names
// that came with them, and moves the end of the print area with the rows. The names
// that print the sheet stay: its area and its repeated lines. gone are the parts that
// the package has no more.
func (b *official) cutLinks(changed map[string][]byte) (gone map[string]bool, err error) {
	main, err := b.read(b.main)
	if err != nil {
		return nil, err
	}
	main = outerRefs.ReplaceAll(main, nil)
	main = definedName.ReplaceAllFunc(main, func(m []byte) []byte {
		name, own := attrOf(m, "name"), attrOf(m, "localSheetId") == "0"
		switch {
		case own && name == "_xlnm.Print_Area":
			return areaEnd.ReplaceAllFunc(m, func(end []byte) []byte {
				n, _ := atoi(areaEnd.FindSubmatch(end)[1])
				return []byte("$" + strconv.Itoa(n+b.more()) + "</definedName>")
			})
		case own && name == "_xlnm.Print_Titles":
			return m
		}
		return nil
	})
	changed[b.main] = main
	relsPart := relsOf(b.main)
	rels, err := b.read(relsPart)
	if err != nil {
		return nil, err
	}
	gone = map[string]bool{}
	changed[relsPart] = relation.ReplaceAllFunc(rels, func(m []byte) []byte {
		if path.Base(attrOf(m, "Type")) != "externalLink" {
			return m
		}
		part := path.Join(path.Dir(b.main), attrOf(m, "Target"))
		gone[part], gone[relsOf(part)] = true, true
		return nil
	})
	types, err := b.read(typesPart)
	if err != nil {
		return nil, err
	}
	changed[typesPart] = override.ReplaceAllFunc(types, func(m []byte) []byte {
		if gone[strings.TrimPrefix(attrOf(m, "PartName"), "/")] {
			return nil
		}
		return m
	})
	if bytes.Contains(changed[b.part], []byte("<f>")) || bytes.Contains(changed[b.part], []byte("<f ")) {
		return nil, fmt.Errorf("a formula may use the names left out: %w", ErrNoOfficial)
	}
	return gone, nil
}
