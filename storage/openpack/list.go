package openpack

import (
	"encoding/json"
	"errors"
	"io/fs"
	"regexp"
	"strings"
)

// The names of files that stand alone.
const (
	ReadMe  = "DOC-TRUOC.txt"
	English = "README.txt" // the same in English
	Words   = "mo-ta.json"
	list    = "danh-sach-tep.json"
)

// The folders.
const (
	DataDir  = "du-lieu"
	SheetDir = "bang"
	FileDir  = "tep"
)

const kind = "ankhai-du-lieu-mo"

// Limits of what is read. They are ours, far above what an employer has.
const (
	maxData    = 64 << 30
	maxFile    = 512 << 20
	maxText    = 16 << 20
	maxList    = 128 << 20
	maxEntries = 500_000
	// A file that is packed tighter than this is no table of anybody's.
	maxRatio    = 400
	ratioCounts = 64 << 20 // above so many bytes
)

// ErrNot: neither a folder nor a ZIP with a list of an open export.
var ErrNot = errors.New("not an open export")

// Contents is the list.
type Contents struct {
	Kind    string         `json:"loai"`
	Version int            `json:"phienBan"`       // of the tables; a later one is not read
	Schema  int            `json:"phienBanDuLieu"` // of the data file that it came from; told, not used
	MST     string         `json:"maSoThue"`
	Rows    map[string]int `json:"soDong"` // by table
	Files   []File         `json:"tep"`    // in the order of their names
}

// File is one file beside the list.
type File struct {
	Name   string `json:"ten"`
	Size   int64  `json:"co"`
	SHA256 string `json:"sha256"` // hexadecimal
}

// encode is the list as bytes, the same for the same contents: one file a line.
func (c Contents) encode() ([]byte, error) {
	c.Kind = kind
	files := c.Files
	c.Files = []File{}
	head, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return nil, err
	}
	out := []byte(strings.TrimSuffix(string(head), "[]\n}") + "[\n")
	for i, f := range files {
		line, err := json.Marshal(f)
		if err != nil {
			return nil, err
		}
		out = append(append(out, "    "...), line...)
		if i < len(files)-1 {
			out = append(out, ',')
		}
		out = append(out, '\n')
	}
	return append(out, "  ]\n}\n"...), nil
}

var (
	dataName  = regexp.MustCompile(`^du-lieu/[a-z0-9-]+\.json$`)
	sheetName = regexp.MustCompile(`^bang/([a-z0-9-]+/)?[A-Za-z0-9._-]+\.csv$`)
	fileName  = regexp.MustCompile(`^tep(/[A-Za-z0-9][A-Za-z0-9._-]*)+$`)
)

// limit is how long a file of this name may be; ok is false where no file may be
// called so.
func limit(name string) (n int64, ok bool) {
	switch {
	case name == ReadMe, name == English, name == Words:
		return maxText, true
	case name == list:
		return maxList, true
	case dataName.MatchString(name), sheetName.MatchString(name):
		return maxData, fs.ValidPath(name)
	case fileName.MatchString(name):
		return maxFile, fs.ValidPath(name) && len(name) < 180
	}
	return 0, false
}

// readBack reports whether a file is read when the data comes back. A person may
// have opened and saved the others.
func readBack(name string) bool {
	return strings.HasPrefix(name, DataDir+"/") || strings.HasPrefix(name, FileDir+"/")
}

// litter reports whether an operating system or Excel left a file behind by itself.
func litter(name string) bool {
	base := name[strings.LastIndexByte(name, '/')+1:]
	switch strings.ToLower(base) {
	case "desktop.ini", "thumbs.db", ".ds_store":
		return true
	}
	return strings.HasPrefix(base, "~$") || strings.HasPrefix(base, "._") || strings.HasPrefix(base, ".~lock.") || strings.HasPrefix(name, "__MACOSX/")
}
