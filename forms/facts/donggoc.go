package facts

import (
	"fmt"
	"log/slog"
	"time"
)

// DongGoc is a line of a payroll as the workbook wrote it. It is kept beside a line in
// which something should be looked at, so that a cell can be corrected without the
// workbook, and the line read again.
type DongGoc struct {
	Nam1904 bool   `json:"nam1904,omitempty"` // the workbook counts days from 1904
	Cach    string `json:"cach,omitempty"`    // the layout, where codes depend on it
	O       []OGoc `json:"o"`                 // the cells that are understood, blank ones too
}

// OGoc is one cell: what the workbook wrote, and what somebody put in its place.
type OGoc struct {
	O    string `json:"cell"`           // "E17"
	La   string `json:"la"`             // the fact of its column
	Ghi  string `json:"ghi,omitempty"`  // as the file writes it
	Loai uint8  `json:"loai,omitempty"` // the kinds and looks are those of the reader
	Dang uint8  `json:"dang,omitempty"`

	Sua   *SuaO `json:"sua,omitempty"`   // what counts instead
	Truoc *SuaO `json:"truoc,omitempty"` // what counted before the file was taken in again, and does not count now
}

// SuaO is a correction: what somebody wrote instead, who and when.
type SuaO struct {
	Ghi string    `json:"ghi"`
	Ai  string    `json:"ai"`
	Luc time.Time `json:"luc"`
}

// Format shows no cell, whatever the verb.
func (d DongGoc) Format(f fmt.State, _ rune) { masked(f, "các ô "+che) }

// LogValue is what a structured log may have.
func (d DongGoc) LogValue() slog.Value { return slog.StringValue("các ô " + che) }

// Format shows which cell it is, whatever the verb.
func (o OGoc) Format(f fmt.State, _ rune) { masked(f, "ô "+o.O) }

// LogValue is what a structured log may have.
func (o OGoc) LogValue() slog.Value { return slog.StringValue("ô " + o.O) }

// Format shows no value, whatever the verb.
func (s SuaO) Format(f fmt.State, _ rune) { masked(f, "sửa "+che) }

// LogValue is what a structured log may have.
func (s SuaO) LogValue() slog.Value { return slog.StringValue("sửa " + che) }
