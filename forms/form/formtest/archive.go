package formtest

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

// Archive is a txtar file: a comment and named parts, each begun by a line
// "-- name --". Every part ends with a line feed.
type Archive struct {
	Comment string
	Parts   []Part
}

// Part is one part of an Archive.
type Part struct{ Name, Text string }

// ReadArchive reads a txtar file.
func ReadArchive(file string) (*Archive, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read case: %w", err)
	}
	a := &Archive{}
	into := &a.Comment
	for line := range strings.Lines(string(data)) {
		text := strings.TrimRight(line, "\r\n")
		if strings.HasPrefix(text, "-- ") && strings.HasSuffix(text, " --") && len(text) > 6 {
			a.Parts = append(a.Parts, Part{Name: strings.TrimSpace(text[3 : len(text)-3])})
			into = &a.Parts[len(a.Parts)-1].Text
			continue
		}
		*into += text + "\n"
	}
	return a, nil
}

// Bytes writes the archive as ReadArchive reads it.
func (a *Archive) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(a.Comment)
	for _, p := range a.Parts {
		fmt.Fprintf(&b, "-- %s --\n%s", p.Name, p.Text)
	}
	return b.Bytes()
}

// Has reports whether the archive has a part of the name.
func (a *Archive) Has(name string) bool {
	for _, p := range a.Parts {
		if p.Name == name {
			return true
		}
	}
	return false
}
