package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"time"

	"ankhai/app/office"
)

// addKeyFile remembers where a .p12 file lies. Its password lives for this call.
func (c *call) addKeyFile(o *office.Office, path string, k keyFlags) error {
	password, err := k.pin(c)
	if err != nil {
		return err
	}
	_, err = o.AddKeyFile(c.ctx, path, password)
	return err
}

func (c *call) forgetKeyFile(o *office.Office, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("forget key file: %w", err)
	}
	return o.ForgetKeyFile(c.ctx, path)
}

// tryKey signs a text that means nothing, and tells how our own verifier judges it.
func (c *call) tryKey(o *office.Office, k keyFlags) error {
	key, err := k.open(c, o)
	if err != nil {
		return err
	}
	defer key.Close()
	t, err := o.TryKey(c.ctx, k.key, key)
	if err != nil {
		return err
	}
	sigs := []map[string]any{}
	for _, s := range t.Report.Signatures {
		sigs = append(sigs, signatureJSON(s))
	}
	answer := map[string]any{
		"valid": t.Report.Valid(), "reason": t.Report.Say(), "name": t.Key.Name, "taxCode": t.Key.TaxCode, "message": t.Key.Say,
		"milliseconds": t.Took.Milliseconds(), "signatures": sigs,
	}
	err = c.answer(answer, func(w io.Writer) {
		fmt.Fprintf(w, "Ký thử xong trong %s: %s, %s, %s\n", t.Took.Round(time.Millisecond), t.Key.Name, orDash(t.Key.TaxCode), t.Key.DaysLeft(c.Now()))
		if t.Key.Say != "" {
			fmt.Fprintln(w, "  ", t.Key.Say)
		}
		printReport(w, t.Report)
	})
	if err == nil && !t.Report.Valid() {
		return errRefused
	}
	return err
}
