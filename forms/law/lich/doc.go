// Package lich is the calendar by which time limits run: weekly rest, the public
// holidays of the Labour Code with their days of the lunar year, and the
// arithmetic of periods (Bộ luật Dân sự 91/2015/QH13 Điều 147, Điều 148).
//
// It counts as a day off only what the law itself fixes. What the Prime Minister
// decides each year (the day beside 02/9, the rest of the five days of Tết, days
// exchanged with a Saturday) is not known to it: the user enters those rows, and
// until then every answer that runs over such a time says so. An answer without
// them is the earliest day that can be meant, so it is the safe one.
//
// It knows no clock, no file but its own tables, no form and no service. Package
// han and app may import it.
package lich
