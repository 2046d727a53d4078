package sandbox_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// schemas checks values against the schemas of the document, as JSON Schema says
// for the words that stand in it. A word that it does not know is a fault of the
// document, and so is a field that is served and not documented.
type schemas struct{ doc map[string]any }

func (s schemas) resolve(v any) map[string]any {
	m := v.(map[string]any)
	ref, ok := m["$ref"].(string)
	if !ok {
		return m
	}
	var at any = s.doc
	for _, part := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
		at = at.(map[string]any)[part]
	}
	return s.resolve(at)
}

// check names what is wrong with v, place by place.
func (s schemas) check(schema any, v any, at string) (wrong []string) {
	m := s.resolve(schema)
	say := func(format string, args ...any) { wrong = append(wrong, at+": "+fmt.Sprintf(format, args...)) }
	types, ok := m["type"].([]any)
	if one, is := m["type"]; is && !ok {
		types = []any{one}
	}
	if len(types) > 0 && !slices.ContainsFunc(types, func(t any) bool { return isType(t, v) }) {
		say("%v is not %v", v, types)
		return wrong
	}
	if enum, ok := m["enum"].([]any); ok && !slices.Contains(enum, v) {
		say("%v is none of %v", v, enum)
	}
	switch v := v.(type) {
	case string:
		if p, ok := m["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(v) {
			say("%q does not match %s", v, p)
		}
		if m["format"] == "date-time" && !parses(time.RFC3339, v) || m["format"] == "date" && !parses(time.DateOnly, v) {
			say("%q is no %v", v, m["format"])
		}
	case float64:
		if least, ok := m["minimum"].(float64); ok && v < least {
			say("%v is less than %v", v, least)
		}
		if most, ok := m["maximum"].(float64); ok && v > most {
			say("%v is more than %v", v, most)
		}
	case []any:
		least, _ := m["minItems"].(float64)
		if most, ok := m["maxItems"].(float64); len(v) < int(least) || ok && len(v) > int(most) {
			say("%d items", len(v))
		}
		for i, item := range v {
			wrong = append(wrong, s.check(m["items"], item, fmt.Sprintf("%s[%d]", at, i))...)
		}
	case map[string]any:
		required, _ := m["required"].([]any)
		for _, name := range required {
			if _, ok := v[name.(string)]; !ok {
				say("lacks %v", name)
			}
		}
		known, _ := m["properties"].(map[string]any)
		for name, x := range v {
			if known[name] == nil {
				say("%s is served but not documented", name)
				continue
			}
			wrong = append(wrong, s.check(known[name], x, at+"."+name)...)
		}
	}
	return wrong
}

func parses(layout, s string) bool {
	_, err := time.Parse(layout, s)
	return err == nil
}

func isType(t, v any) bool {
	switch v := v.(type) {
	case nil:
		return t == nil || t == "null"
	case string:
		return t == "string"
	case bool:
		return t == "boolean"
	case float64:
		return t == "number" || t == "integer" && v == float64(int64(v))
	case []any:
		return t == "array"
	case map[string]any:
		return t == "object"
	}
	return false
}

// answers is the schema of an answer of the document: by media type.
func (s schemas) answers(op map[string]any, status int) (mediaType string, schema any, ok bool) {
	all := op["responses"].(map[string]any)
	r, ok := all[fmt.Sprint(status)]
	if !ok {
		r = all["default"]
	}
	content, ok := s.resolve(r)["content"].(map[string]any)
	if !ok {
		return "", nil, true
	}
	for mediaType, c := range content {
		schema = c.(map[string]any)["schema"]
		return mediaType, schema, true
	}
	return "", nil, false
}
