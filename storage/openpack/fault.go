package openpack

import (
	"fmt"
	"strconv"
	"strings"
)

// Fault is something wrong with an open export, in Vietnamese: what, and how to
// mend it.
type Fault struct {
	File string // "du-lieu/nguoi-lao-dong.json"; "" is the whole
	Row  int    // of that file, from 1; 0: none
	Say  string
	Note bool // told, but nothing that is read back is wrong
}

// Place is where it is: "du-lieu/nguoi-lao-dong.json, dòng 12".
func (f Fault) Place() string {
	if f.Row == 0 {
		return f.File
	}
	return f.File + ", dòng " + strconv.Itoa(f.Row)
}

// String is the fault on one line.
func (f Fault) String() string {
	if p := f.Place(); p != "" {
		return p + ": " + f.Say
	}
	return f.Say
}

// Faults is the error of an export that cannot be read back: everything that was
// found. Nothing was taken in.
type Faults []Fault

// Error counts them.
func (f Faults) Error() string { return fmt.Sprintf("open export has %d faults", len(f)) }

// Say lists them, each on a line of its own.
func (f Faults) Say() string {
	var b strings.Builder
	b.WriteString("Chưa nhận được: bản xuất mở không nguyên vẹn hoặc không đúng. Chưa có gì được ghi vào dữ liệu ở đây.")
	for i, x := range f {
		if i == most {
			fmt.Fprintf(&b, "\n  … và %d chỗ nữa", len(f)-i)
			break
		}
		b.WriteString("\n  " + x.String())
	}
	return b.String()
}

// most is how many faults are written out.
const most = 50

// Split parts notes from what is wrong.
func (f Faults) Split() (notes, wrong Faults) {
	for _, x := range f {
		if x.Note {
			notes = append(notes, x)
		} else {
			wrong = append(wrong, x)
		}
	}
	return notes, wrong
}
