// Package facts holds what is known of employers and people apart from any
// form: the roster, the month's payroll lines, a date of birth that may be
// partial. It checks the identifiers that Vietnamese offices issue.
//
// It knows no form, no file format and no database. Everything under forms/,
// storage and app may import it; it imports only forms/law (days and months)
// and forms/codes.
//
// Texts are NFC. An empty text, a zero day and a zero month mean "not known";
// a zero amount of money is known to be zero only where Known says so.
package facts
