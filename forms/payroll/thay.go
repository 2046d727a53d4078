package payroll

import (
	"bytes"
	"encoding/json"
	"fmt"
)

func (t Thay) some() Thay {
	if t == nil {
		return Thay{}
	}
	return t
}

// UnmarshalJSON keeps whole numbers as int64.
func (t *Thay) UnmarshalJSON(b []byte) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var m map[string]any
	if err := dec.Decode(&m); err != nil {
		return fmt.Errorf("read changes: %w", err)
	}
	for k, v := range m {
		if n, ok := v.(json.Number); ok {
			i, err := n.Int64()
			if err != nil {
				return fmt.Errorf("read change of %s: %w", k, err)
			}
			m[k] = i
		}
	}
	*t = m
	return nil
}
