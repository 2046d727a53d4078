package remote

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deep an answer may be nested; the deepest described has five.
const maxDepth = 16

// strict refuses what two readers could take for two different things: a name that
// stands twice in an object (letters of any case, as encoding/json matches them),
// anything behind the value, text that is not UTF-8; and nesting beyond reason.
// Fields that nobody asked for are let through: services add them.
func strict(data []byte) error {
	if !utf8.Valid(data) {
		return errors.New("answer is not UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := strictValue(d, 0); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something stands behind the value")
	}
	return nil
}

func strictValue(d *json.Decoder, depth int) error {
	token, err := d.Token()
	if err != nil {
		return fmt.Errorf("read JSON: %w", err)
	}
	open, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	if depth == maxDepth {
		return errors.New("nested too deep")
	}
	seen := map[string]bool{}
	for d.More() {
		if open == '{' {
			name, err := d.Token()
			if err != nil {
				return fmt.Errorf("read JSON: %w", err)
			}
			folded := strings.ToLower(name.(string))
			if seen[folded] {
				return errors.New("a name stands twice")
			}
			seen[folded] = true
		}
		if err := strictValue(d, depth+1); err != nil {
			return err
		}
	}
	_, err = d.Token()
	return err
}

// text is a string or a number: services write codes either way.
type text string

// UnmarshalJSON takes both.
func (t *text) UnmarshalJSON(data []byte) error {
	var s string
	if err := json.Unmarshal(data, &s); err == nil {
		*t = text(s)
		return nil
	}
	var n json.Number
	if err := json.Unmarshal(data, &n); err != nil {
		return errors.New("neither a string nor a number")
	}
	*t = text(n)
	return nil
}
