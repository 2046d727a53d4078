package storage

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ballastFile is given back to a disk that is full, so that what is at hand can
// still be committed and told.
const ballastFile = "ankhai.du-phong"

// BallastSize is how much the ballast holds.
const BallastSize = 2 << 20

// roomForBallast is what must be free before ballast is laid in again.
const roomForBallast = 8 * BallastSize

// MakeBallast lays the ballast of a data folder in, if it is not there and the
// disk has room for it. It says whether it is there now.
func MakeBallast(dir string) (there bool, err error) {
	path := filepath.Join(dir, ballastFile)
	if st, err := os.Stat(path); err == nil && st.Size() == BallastSize {
		return true, nil
	}
	free, err := FreeBytes(dir)
	if err != nil || free < roomForBallast {
		return false, err
	}
	b := make([]byte, BallastSize)
	rand.Read(b) // never fails; a disk that packs its files cannot make this smaller
	tmp, err := os.CreateTemp(dir, TempFiles)
	if err != nil {
		return false, fmt.Errorf("lay ballast in: %w", outcome(err))
	}
	_, err = tmp.Write(b)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return false, fmt.Errorf("lay ballast in: %w", errors.Join(outcome(err), os.Remove(tmp.Name())))
	}
	return true, nil
}

// HasBallast reports whether the ballast of a data folder is there.
func HasBallast(dir string) bool {
	st, err := os.Stat(filepath.Join(dir, ballastFile))
	return err == nil && st.Size() == BallastSize
}

// dropBallast gives the room back; false if there was none.
func dropBallast(dir string) bool { return os.Remove(filepath.Join(dir, ballastFile)) == nil }
