package office

import (
	"errors"
	"fmt"
	"os"

	"ankhai/storage/place"
)

// ErrFolder: a new data folder would lie on a network drive or in a synced folder.
var ErrFolder = errors.New("no place for a data folder")

// FolderError is ErrFolder with what the folder is.
type FolderError struct {
	Dir string
	place.Place
}

// Error names the kind.
func (e *FolderError) Error() string { return ErrFolder.Error() + ": " + e.Who }

// Unwrap is ErrFolder.
func (e *FolderError) Unwrap() error { return ErrFolder }

// Say tells what is wrong with the folder, and what to do.
func (e *FolderError) Say() string {
	return "Không tạo dữ liệu trong " + e.Dir + ": " + folderWords(e.Place) +
		" Chọn thư mục trên ổ đĩa của máy này. Muốn có bản sao ở nơi khác, chọn nơi sao lưu thứ hai: bhxh backup place THƯ_MỤC."
}

// folderWords tell why a folder is no place for data, "" if it is one.
func folderWords(p place.Place) string {
	switch p.Kind {
	case place.Network:
		return "đây là " + p.Who + ", nơi khoá tệp và thứ tự ghi không chắc chắn nên dữ liệu có thể mất."
	case place.Synced:
		return p.Who + " đồng bộ thư mục này với máy khác, nên có thể chép đè tệp đang mở."
	}
	return ""
}

// placeOf tells what kind of folder a data folder is, and refuses to begin a new one
// where data gets lost. One that has data already is opened; the doctor and the
// first screen warn.
func placeOf(c Config) (place.Place, error) {
	ask := c.Judge
	if ask == nil {
		ask = func(dir string) (place.Place, error) {
			f, err := place.Look(dir)
			return place.Judge(f), err
		}
	}
	p, err := ask(c.Dir)
	if err != nil {
		return p, fmt.Errorf("look at the data folder: %w", err)
	}
	if p.Kind == place.Local {
		return p, nil
	}
	if _, err := os.Stat(dataPath(c.Dir)); errors.Is(err, os.ErrNotExist) {
		return p, &FolderError{c.Dir, p}
	}
	return p, nil
}
