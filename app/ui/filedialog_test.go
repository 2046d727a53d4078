package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/uitest"
)

// The folder is remembered for each kind of file, opened and saved apart; one that is
// gone is forgotten, and a name is never kept.
func TestLastFolderOfEachKind(t *testing.T) {
	uitest.App(t)
	one, two := filepath.Join(t.TempDir(), "bang luong"), t.TempDir()
	if err := os.Mkdir(one, 0o755); err != nil {
		t.Fatal(err)
	}
	book, paper, saved := folderKey(false, ".xlsx"), folderKey(false, "a.PDF"), folderKey(true, "bao-cao.xlsx")
	keepFolder(book, filepath.Join(one, "Nguyễn Thị Một.xlsx"))
	keepFolder(saved, filepath.Join(two, "x.xlsx"))
	if lastFolder(book) != one || lastFolder(saved) != two || lastFolder(paper) != "" {
		t.Errorf("%q, %q, %q", lastFolder(book), lastFolder(saved), lastFolder(paper))
	}
	if got := fyne.CurrentApp().Preferences().String(book); got != one {
		t.Errorf("kept %q", got)
	}
	if err := os.Remove(one); err != nil {
		t.Fatal(err)
	}
	if got := lastFolder(book); got != "" {
		t.Errorf("a folder that is gone: %q", got)
	}
	keepFolder(paper, "x.pdf")
	if got := lastFolder(paper); got != "" {
		t.Errorf("a name without a folder: %q", got)
	}
}
