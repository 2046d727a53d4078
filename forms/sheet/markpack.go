package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

const relsEmpty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`

// relate adds relationships to a part of them.
func (m *marking) relate(name string, add []string) error {
	old, ok, err := m.part(name)
	if err != nil {
		return err
	}
	if !ok {
		old = []byte(relsEmpty)
	}
	out, err := beforeEnd(old, strings.Join(add, ""))
	m.changed[m.name(name)] = out
	return err
}

// beforeEnd puts elements at the end of the root of a part; they take its prefix.
func beforeEnd(part []byte, elements string) ([]byte, error) {
	end := bytes.LastIndex(part, []byte("</"))
	if end < 0 { // a root without anything in it
		i := bytes.LastIndex(part, []byte("/>"))
		start := bytes.LastIndexByte(part[:max(i, 0)], '<')
		if i < 0 || start < 0 {
			return nil, ErrDamaged
		}
		name, _, _ := strings.Cut(string(part[start+1:i]), " ")
		part = slices.Concat(part[:i], []byte("></"+strings.TrimSpace(name)+">"))
		end = bytes.LastIndex(part, []byte("</"))
	}
	if p, _, ok := bytes.Cut(part[end+2:], []byte(":")); ok {
		prefix := string(p) + ":"
		elements = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(elements, "<Rel", "<"+prefix+"Rel"), "<Over", "<"+prefix+"Over"), "<Default", "<"+prefix+"Default")
	}
	return slices.Concat(part[:end], []byte(elements), part[end:]), nil
}

const typesPart = "[Content_Types].xml"

// pack writes the package again with what changed.
func (m *marking) pack(data []byte) ([]byte, error) {
	if err := m.declare(); err != nil {
		return nil, err
	}
	return repack(data, func(name string) ([]byte, bool) {
		body, ok := m.changed[name]
		return body, ok
	}, nil, slices.Sorted(maps.Keys(m.changed))...)
}

// repack writes a package again: the parts that changed, without those that are gone,
// and with those of more that it did not have; the rest as the bytes they are,
// compressed as they were.
func repack(data []byte, changed func(name string) ([]byte, bool), gone map[string]bool, more ...string) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("read zip directory: %w (%w)", ErrDamaged, err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	done := map[string]bool{}
	for _, f := range z.File {
		if gone[f.Name] {
			continue
		}
		body, ok := changed(f.Name)
		if !ok {
			if err := w.Copy(f); err != nil {
				return nil, fmt.Errorf("copy part: %w", err)
			}
			continue
		}
		done[f.Name] = true
		if err := put(w, f.Name, body); err != nil {
			return nil, err
		}
	}
	for _, name := range more {
		if done[name] {
			continue
		}
		body, _ := changed(name)
		if err := put(w, name, body); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("write package: %w", err)
	}
	return out.Bytes(), nil
}

func put(w *zip.Writer, name string, body []byte) error {
	f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err == nil {
		_, err = io.Copy(f, bytes.NewReader(body))
	}
	if err != nil {
		return fmt.Errorf("write part: %w", err)
	}
	return nil
}

// declare says of the new parts what they are.
func (m *marking) declare() error {
	if len(m.changed) == 0 {
		return nil
	}
	types, ok, err := m.part(typesPart)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("content types missing: %w", ErrDamaged)
	}
	add := slices.Clone(m.types)
	if !hasVML(types) {
		add = append(add, `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`)
	}
	if len(add) == 0 {
		return nil
	}
	slices.Sort(add) // Default before Override
	out, err := beforeEnd(types, strings.Join(add, ""))
	m.changed[m.name(typesPart)] = out
	return err
}
