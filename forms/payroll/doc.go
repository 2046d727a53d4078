// Package payroll holds a month's payroll against the roster as it stood before
// that month and proposes what to declare: increases, decreases, adjustments,
// each with its phương án, month, reason, old and new values (D02-LT, Quyết
// định 366/QĐ-BHXH).
//
// A line that no number settles comes with the people it may mean, each with points
// and reasons; what a person decides about it is given back in QuyetDinh.
//
// It knows no workbook, no form and no database. It invents nothing: a fact
// that somebody must still give is named in Unknown, and where two readings are
// possible the person goes to Undecided. app/office and the console may import
// it.
package payroll
