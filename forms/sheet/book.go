package sheet

import (
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Options say what is known about a workbook before it is read.
type Options struct {
	Name     string                // the file's name, for messages
	Mapping  *Mapping              // what the company's earlier workbooks taught; may be nil
	Month    law.Month             // the month being imported; zero when not known
	Progress func(done, total int) // called now and then, in bytes of sheets; may be nil

	Converted bool // the bytes were made from the user's file by another program
}

// Book is what a workbook holds.
type Book struct {
	Sheets   []SheetInfo       `json:"sheets"`
	Rows     []facts.DongLuong `json:"rows"`
	Problems []Problem         `json:"problems"`
	Mapping  Mapping           `json:"mapping"` // to be given again next month

	Times   []facts.DongLuong `json:"times,omitempty"`   // people of timesheets that stand without a payroll: who, and ChamCong
	Symbols []Symbol          `json:"symbols,omitempty"` // the signs of timesheets
}

// SheetInfo tells how one sheet was understood.
type SheetInfo struct {
	Name     string      `json:"name"`
	Used     bool        `json:"used"`
	Reason   string      `json:"reason,omitempty"` // in Vietnamese, why it was not used
	Layout   string      `json:"layout"`           // "L1" … "L6", "CONG-45", or "" for any other
	Key      string      `json:"key"`              // of its header, see Mapping
	HeadFrom int         `json:"headFrom"`         // first and last row of the header, from 1
	HeadTo   int         `json:"headTo"`
	Month    law.Month   `json:"month"` // the month its title names; zero when none
	Num      int         `json:"-"`     // the number of that month, also where no year is named; 0 when none
	Columns  []ColumnMap `json:"columns"`
	Rows     int         `json:"rows"` // people taken

	Encoding  string `json:"encoding,omitempty"`  // of a text table, "UTF-8", "TCVN3 (ABC)"
	Separator string `json:"separator,omitempty"` // of a text table: "tab", ";", ",", "|"
}

// ColumnMap says what a column was taken for.
type ColumnMap struct {
	Col        string `json:"col"`        // "E"
	Head       string `json:"head"`       // "Mức lương đóng BHXH › Mức lương"
	Field      string `json:"field"`      // see Fields; "" not understood, "boQua" known and not needed
	Confidence int    `json:"confidence"` // 0–100
}
