package office

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ankhai/signing"
	"ankhai/signing/p12"
	"ankhai/signing/signtest"
)

// agencyName is whom the practice gateway's papers are signed by. No such agency is.
const agencyName = "BẢO HIỂM XÃ HỘI CỔNG THỰC HÀNH"

// agencyKeyFile lies beside the practice CA that issued it.
const agencyKeyFile = "bhxh.p12"

// AgencyKey is the key with which the practice gateway of a data folder signs its
// papers, made once and kept. It comes from the folder's practice CA, so that whoever
// trusts the practice keys trusts it, and nobody else does.
func AgencyKey(dir string, now func() time.Time) (signing.Key, error) {
	folder := filepath.Join(dir, Practice)
	path := filepath.Join(folder, agencyKeyFile)
	key, err := p12.OpenFile(path, []byte(practicePassword))
	if err == nil && now().Before(key.Certificate().NotAfter) {
		return key, nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open practice agency's key: %w", err)
	}
	ca, err := practiceCAIn(folder, now)
	if err != nil {
		return nil, err
	}
	from := now().UTC().Truncate(time.Second)
	fresh, err := ca.Issue(signtest.PracticeSubject(agencyName, ""), from.Add(-time.Hour), from.AddDate(2, 0, 0))
	if err != nil {
		return nil, fmt.Errorf("make practice agency's key: %w", err)
	}
	data, err := ca.P12(fresh, []byte(practicePassword))
	if err != nil {
		return nil, fmt.Errorf("make practice agency's key: %w", err)
	}
	if err := writeFile(path, data, 0o600); err != nil {
		return nil, fmt.Errorf("keep practice agency's key: %w", err)
	}
	return fresh, nil
}

// practiceCAIn is the practice CA of a folder, made once and kept.
func practiceCAIn(folder string, now func() time.Time) (*signtest.CA, error) {
	path := filepath.Join(folder, practiceCAFile)
	saved, err := os.ReadFile(path)
	if err == nil {
		return signtest.Load(rand.Reader, saved)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open practice CA: %w", err)
	}
	ca, err := signtest.NewCA(rand.Reader, now())
	if err != nil {
		return nil, err
	}
	if saved, err = ca.Save(); err != nil {
		return nil, err
	}
	if err := writeFile(path, saved, 0o600); err != nil {
		return nil, fmt.Errorf("keep practice CA: %w", err)
	}
	return ca, nil
}
