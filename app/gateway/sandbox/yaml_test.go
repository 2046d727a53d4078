package sandbox_test

import (
	"strconv"
	"strings"
	"testing"
)

// document reads openapi.yaml as far as it goes: maps and lists by indentation, in
// braces and in brackets, texts in quotes or after a bar.
func document(t *testing.T, text string) map[string]any {
	t.Helper()
	d := &yamlDoc{t: t}
	for line := range strings.Lines(text) {
		d.lines = append(d.lines, strings.TrimRight(line, "\n"))
	}
	v, ok := d.block(0).(map[string]any)
	if !ok || d.at < len(d.lines) {
		t.Fatalf("openapi.yaml: line %d cannot be read: %q", d.at+1, d.lines[min(d.at, len(d.lines)-1)])
	}
	return v
}

type yamlDoc struct {
	t     *testing.T
	lines []string
	at    int
}

func indentOf(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

func (d *yamlDoc) skipBlank() bool {
	for d.at < len(d.lines) && strings.TrimSpace(d.lines[d.at]) == "" {
		d.at++
	}
	return d.at < len(d.lines)
}

// block reads the map or list that begins here, at this indentation.
func (d *yamlDoc) block(indent int) any {
	m, list := map[string]any{}, []any{}
	for d.skipBlank() && indentOf(d.lines[d.at]) == indent {
		line := d.lines[d.at]
		if rest, ok := strings.CutPrefix(line[indent:], "- "); ok {
			if strings.HasPrefix(rest, "{") || !strings.Contains(rest, ": ") {
				d.at++
				list = append(list, d.flow(rest))
				continue
			}
			d.lines[d.at] = line[:indent] + "  " + rest
			list = append(list, d.block(indent+2))
			continue
		}
		key, rest, ok := strings.Cut(line[indent:], ":")
		if !ok {
			break
		}
		d.at++
		m[strings.Trim(key, "'")] = d.value(strings.TrimSpace(rest), indent)
	}
	if len(list) > 0 {
		return list
	}
	return m
}

func (d *yamlDoc) value(rest string, indent int) any {
	switch {
	case rest == "|":
		var b strings.Builder
		for d.at < len(d.lines) && (strings.TrimSpace(d.lines[d.at]) == "" || indentOf(d.lines[d.at]) > indent) {
			b.WriteString(strings.TrimSpace(d.lines[d.at]) + "\n")
			d.at++
		}
		return b.String()
	case rest == "" && d.skipBlank() && indentOf(d.lines[d.at]) > indent:
		return d.block(indentOf(d.lines[d.at]))
	}
	return d.flow(rest)
}

// flow reads what stands in one line.
func (d *yamlDoc) flow(s string) any {
	v, rest := d.one(s, "")
	if strings.TrimSpace(rest) != "" {
		d.t.Fatalf("openapi.yaml: line %d: %q is left over", d.at, rest)
	}
	return v
}

func (d *yamlDoc) one(s, ends string) (any, string) {
	s = strings.TrimSpace(s)
	switch {
	case strings.HasPrefix(s, "'"):
		text, rest, _ := strings.Cut(s[1:], "'")
		return text, rest
	case strings.HasPrefix(s, "["):
		list := []any{}
		for s = strings.TrimSpace(s[1:]); !strings.HasPrefix(s, "]"); s = strings.TrimLeft(s, ", ") {
			if s == "" {
				d.t.Fatalf("openapi.yaml: line %d: a list does not end", d.at)
			}
			var v any
			v, s = d.one(s, ",]")
			list = append(list, v)
		}
		return list, s[1:]
	case strings.HasPrefix(s, "{"):
		m := map[string]any{}
		for s = strings.TrimSpace(s[1:]); !strings.HasPrefix(s, "}"); s = strings.TrimLeft(s, ", ") {
			key, rest, ok := strings.Cut(s, ":")
			if !ok {
				d.t.Fatalf("openapi.yaml: line %d: %q is no member of a map; put a text with a comma in quotes", d.at, s)
			}
			m[key], s = d.one(rest, ",}")
		}
		return m, s[1:]
	}
	end := len(s)
	if i := strings.IndexAny(s, ends); i >= 0 {
		end = i
	}
	word := strings.TrimSpace(s[:end])
	if n, err := strconv.ParseFloat(word, 64); err == nil && !strings.Contains(word, ".") {
		return n, s[end:]
	}
	switch word {
	case "true", "false":
		return word == "true", s[end:]
	case "null":
		return nil, s[end:]
	}
	return word, s[end:]
}
