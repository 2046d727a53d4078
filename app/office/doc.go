// Package office holds the use cases: what a person at a desk does with
// AnKhai, one method each. Import a payroll workbook, compare it with the
// roster, draft a dossier, check it, print it, sign it, queue it, send it, follow
// it to its result. The window (app/ui) and the console (app/cli) are its two
// faces and hold no logic of their own.
//
// It knows no Fyne, no SQL and no XML: forms, signing, storage and app/gateway
// do. Faults of the user's data come back as values; an error is something of
// the world, and Say turns it into words.
package office
