package hopthu

import "strings"

// isWorkbook reports whether a file is a workbook by its name.
func isWorkbook(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".xlsx") || strings.HasSuffix(name, ".xlsm")
}

// isPDF reports whether a file is a PDF by its name.
func isPDF(name string) bool { return strings.HasSuffix(strings.ToLower(name), ".pdf") }
