package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"ankhai/app/office"
	"ankhai/signing"
)

// signAll signs many dossiers with one key. Each answers for itself; the exit code
// is that of the worst.
func (c *call) signAll(o *office.Office, key signing.Key, out string) error {
	for _, id := range c.args {
		if isFile(id) {
			return wrong("nhiều tệp thì ký từng tệp: bhxh sign %s", id)
		}
	}
	var failed error
	results := []map[string]any{}
	signed := 0
	for _, r := range o.SignAll(c.ctx, c.args, key, func(done, total int, r office.BatchResult) {
		say := "đã ký"
		if r.Err != nil {
			say = office.Say(r.Err)
		}
		fmt.Fprintf(c.Err, "%d/%d %s: %s\n", done, total, r.ID, say)
	}) {
		m := map[string]any{"id": r.ID, "files": []string{}}
		var faults *office.FaultsError
		switch {
		case errors.As(r.Err, &faults):
			m["message"], m["faults"] = office.Say(r.Err), flat(faults.Faults)
			if failed == nil {
				failed = errFaults
			}
		case r.Err != nil:
			m["message"], failed = office.Say(r.Err), errRefused
		default:
			signed++
			names, err := c.keep(r, out)
			if err != nil {
				return err
			}
			m["files"] = names
		}
		results = append(results, m)
	}
	cert := key.Certificate()
	err := c.answer(map[string]any{"results": results, "signed": signed, "signer": signing.CommonName(cert), "taxCode": signing.TaxCode(cert)}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã ký %d trên %d hồ sơ bởi %s, mã số thuế %s\n", signed, len(results), signing.CommonName(cert), signing.TaxCode(cert))
	})
	if err == nil {
		err = failed
	}
	return err
}

// keep writes the signed files of one dossier below out, or only names them.
func (c *call) keep(r office.BatchResult, out string) ([]string, error) {
	names := []string{}
	for _, f := range r.Signed.Files {
		name := f.Name
		if out != "" {
			name = filepath.Join(out, r.ID, filepath.Base(f.Name))
			if err := office.WriteFile(name, f.Bytes); err != nil {
				return nil, err
			}
		}
		names = append(names, name)
	}
	return names, nil
}
