package pdfsig

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"ankhai/signing"
)

// SignFile signs one file into another. Both may be the same path: the result is
// written beside the target under another name, flushed, and takes the target's
// place only when it is whole and verified. On any error the target is what it
// was, and nothing is left behind.
func SignFile(ctx context.Context, input, output string, key signing.Key, opts Options) error {
	data, mode, err := readFile(input)
	if err != nil {
		return fmt.Errorf("sign pdf file: %w", err)
	}
	signed, err := Sign(ctx, data, key, opts)
	if err != nil {
		return fmt.Errorf("sign pdf file: %w", err)
	}
	if err := replaceFile(output, signed, mode); err != nil {
		return fmt.Errorf("sign pdf file: %w", err)
	}
	return nil
}

func readFile(path string) ([]byte, os.FileMode, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, 0, unsignable(errors.New("not a regular file"), "Chưa ký được: đường dẫn không phải một tệp. Chọn tệp PDF.")
	}
	data, err := io.ReadAll(io.LimitReader(file, maxFile+1)) // one more is refused as too large
	return data, info.Mode().Perm(), err
}

// replaceFile puts data in the place of a file in one step.
func replaceFile(path string, data []byte, mode os.FileMode) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // a link stays a link
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".ky-*.pdf")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = file.Close()
			_ = os.Remove(file.Name())
		}
	}()
	if _, err = file.Write(data); err != nil {
		return err
	}
	if err = file.Chmod(mode); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
