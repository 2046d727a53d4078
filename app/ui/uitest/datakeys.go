package uitest

import (
	"testing"

	"ankhai/app/office"
)

// DataKeys keeps the data key of a test in a folder of its own: no test touches
// somebody's home or keyring.
func DataKeys(t *testing.T) office.Sources {
	t.Helper()
	dir := t.TempDir()
	return office.Sources{ConfigDir: func() (string, error) { return dir, nil }}
}
