package assets

import "embed"

// Sample is the sample company of practice mode: its record, two payroll
// workbooks, the proposals expected of them, and what its accountant answers
// where the workbooks are silent. All people and numbers in it are invented.
//
//go:embed sample
var Sample embed.FS
